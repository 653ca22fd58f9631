"""One plain sentence about the outcome of repeats."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import common_epochs
from nnreg_gui.pages.run_figures import figures_of, percent_figure, points_figure
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate


def repeats_outcome_text(histories: Sequence[RunHistory]) -> str:
    """Return the means of several finished runs of one experiment with their standard deviations.

    If their lengths differ, because some were stopped early, it says how far the mean curves go.
    Return "" for runs without any record, which a session may hold.
    """
    figures = figures_of(histories)
    if not figures:
        return ""
    sentence = translate("RepeatsOutcome", "Means of {0} seeds: training {1}, validation {2}, gap {3} points.").format(
        len(histories),
        percent_figure(figures["training_accuracy"]),
        percent_figure(figures["validation_accuracy"]),
        points_figure(figures["gap"]),
    )
    sentences = [sentence]
    if "test_accuracy" in figures:
        test = translate("RepeatsOutcome", "Test accuracy: {0}; ± is the standard deviation.")
        sentences.append(test.format(percent_figure(figures["test_accuracy"])))
    shortest, longest = common_epochs(histories) - 1, max(map(len, histories)) - 1
    if shortest < longest:
        text = translate(
            "RepeatsOutcome", "They are {0} to {1} epochs long: the mean curves end with the shortest, at epoch {0}."
        )
        sentences.append(text.format(whole_text(shortest), whole_text(longest)))
    return " ".join(sentences)
