"""One plain sentence of what came out of repeats."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.run_figures import figures_of, percent_figure, points_figure

translate = QCoreApplication.translate


def repeats_outcome_text(histories: Sequence[RunHistory]) -> str:
    """Return the means of several finished runs of one experiment with their standard deviations."""
    figures = figures_of(histories)
    sentence = translate("RepeatsOutcome", "Means of {0} seeds: training {1}, validation {2}, gap {3} points.").format(
        len(histories),
        percent_figure(figures["training_accuracy"]),
        percent_figure(figures["validation_accuracy"]),
        points_figure(figures["gap"]),
    )
    if "test_accuracy" not in figures:
        return sentence
    test = translate("RepeatsOutcome", "Test accuracy: {0}; ± is the standard deviation.")
    return f"{sentence} {test.format(percent_figure(figures['test_accuracy']))}"
