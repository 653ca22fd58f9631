"""The curves of several runs as one table for spreadsheets and notebooks."""

import csv
import io
from collections.abc import Sequence

from nnreg_gui.engine.history import RECORDED, RunHistory
from nnreg_gui.engine.sessions.session import ListedRun

CURVES_COLUMNS = ("run", "name", "seed", *RECORDED)


def curves_csv(runs: Sequence[ListedRun], *, decimal_comma: bool = False) -> str:
    """Return the text of a CSV file: one line per run, seed and epoch.

    Args:
        runs: named as in the table; each seed of a run with repeats gets its own lines.
        decimal_comma: whether to write decimal commas and semicolons between columns, as spreadsheets expect where the
            comma is the decimal sign; otherwise decimal points, and commas between columns.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if decimal_comma else ",", lineterminator="\n")
    writer.writerow(CURVES_COLUMNS)
    for run in runs:
        for history in run.repeats or (run.history,):
            for figures in _lines(history):
                said = [str(one).replace(".", ",") if decimal_comma else one for one in figures]
                writer.writerow((run.number, run.name, history.experiment.seed, *said))
    return text.getvalue()


def _lines(history: RunHistory) -> list[tuple[float, ...]]:
    columns = [history.column(name).tolist() for name in RECORDED]
    columns[0] = [int(epoch) for epoch in columns[0]]
    return list(zip(*columns, strict=True))
