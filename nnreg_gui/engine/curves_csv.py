"""The curves of several runs as one table for spreadsheets and notebooks."""

import csv
import io
from collections.abc import Sequence

from nnreg_gui.engine.history import OF_LIES, RECORDED, RunHistory, recorded
from nnreg_gui.engine.sessions.session import ListedRun


def curves_csv(runs: Sequence[ListedRun], *, decimal_comma: bool = False) -> str:
    """Return the text of a CSV file: one line per run, seed and epoch.

    What tells of wrong labels has columns only if a run has such labels; runs without leave them empty.

    Args:
        runs: named as in the table; each seed of a run with repeats gets its own lines.
        decimal_comma: whether to write decimal commas and semicolons between columns, as spreadsheets expect where the
            comma is the decimal sign; otherwise decimal points, and commas between columns.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";" if decimal_comma else ",", lineterminator="\n")
    histories = [history for run in runs for history in run.repeats or (run.history,)]
    names = (*RECORDED, *OF_LIES) if any(history.experiment.data.lies for history in histories) else RECORDED
    writer.writerow(("run", "name", "seed", *names))
    for run in runs:
        for history in run.repeats or (run.history,):
            for figures in _lines(history, names):
                said = [str(one).replace(".", ",") if decimal_comma else one for one in figures]
                writer.writerow((run.number, run.name, history.experiment.seed, *said))
    return text.getvalue()


def _lines(history: RunHistory, names: Sequence[str]) -> list[tuple[float | str, ...]]:
    known = recorded(history.experiment)
    columns = [history.column(name).tolist() if name in known else [""] * len(history) for name in names]
    columns[0] = [int(epoch) for epoch in columns[0]]
    return list(zip(*columns, strict=True))
