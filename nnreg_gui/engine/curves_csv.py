"""The curves of several runs as one table for spreadsheets and notebooks."""

import csv
import io
from collections.abc import Sequence

from nnreg_gui.engine.history import RECORDED, RunHistory
from nnreg_gui.engine.session import ListedRun

CURVES_COLUMNS = ("run", "name", "seed", *RECORDED)


def curves_csv(runs: Sequence[ListedRun]) -> str:
    """Return the text of a CSV file: one line per run, seed and epoch, with decimal points.

    Args:
        runs: with the names that they are to have in the table; of a run with repeats, every seed has lines of its own.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(CURVES_COLUMNS)
    for run in runs:
        for history in run.repeats or (run.history,):
            writer.writerows((run.number, run.name, history.experiment.seed, *figures) for figures in _lines(history))
    return text.getvalue()


def _lines(history: RunHistory) -> list[tuple[float, ...]]:
    columns = [history.column(name).tolist() for name in RECORDED]
    columns[0] = [int(epoch) for epoch in columns[0]]
    return list(zip(*columns, strict=True))
