"""One plain sentence of what happened in a run."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate


def outcome_text(history: RunHistory) -> str:
    """Return how a run stands: its accuracies, the gap, the epoch of the lowest validation cost, the test accuracy."""
    newest = history.newest
    if newest is None:
        return ""
    if newest.epoch == 0:
        return translate(
            "Outcome", "Untrained: {0} of the validation images are recognized, about what guessing gives."
        ).format(percent_text(newest.validation_accuracy))
    lowest = int(np.argmin(history.column("validation_cost")))
    sentence = translate(
        "Outcome", "Training {0}, validation {1}, gap {2} points; lowest validation cost at epoch {3}."
    ).format(
        percent_text(newest.training_accuracy),
        percent_text(newest.validation_accuracy),
        gap_text(newest.training_accuracy - newest.validation_accuracy),
        whole_text(lowest),
    )
    if history.test_accuracy is None:
        return sentence
    test = translate("Outcome", "Test accuracy at epoch {0}: {1}.")
    return f"{sentence} {test.format(whole_text(newest.epoch), percent_text(history.test_accuracy))}"


def gap_text(gap: float) -> str:
    """Return a difference of accuracies in percentage points."""
    return number_text(100 * gap, 1)
