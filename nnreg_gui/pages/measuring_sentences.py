"""What pages say about what is not measured yet, or could not be measured."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.pages.trained_runs import is_trained
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.texts import percent_text

translate = QCoreApplication.translate


def failure_text(problem: Exception) -> str:
    """Say why there is nothing to see."""
    return translate("MeasuringSentences", "This could not be measured: {0}").format(problem_text(problem))


def accuracies_text(share: float) -> str:
    """Say how far the measuring of accuracies has got (0…1)."""
    return translate("MeasuringSentences", "Measuring accuracies: {0}").format(percent_text(share, 0))


def waiting_text(runs: Sequence[DrawnRun]) -> str:
    """Say which run will be measured later, if one is in progress."""
    going_on = [run.number for run in runs if run.live and is_trained(run)]
    text = translate("MeasuringSentences", "Run {0} is measured when it is over.")
    return text.format(going_on[0]) if going_on else ""
