"""One plain sentence about what happened in a run."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.events import Stopped
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate
_BEYOND_GUESSING = 0.1  # any network that has learned anything exceeds guessing by this
_EPOCHS_TO_LEARN = 5


def outcome_text(history: RunHistory) -> str:
    """Return how a run stands: its accuracies, the gap, the epoch of the lowest validation cost, the test accuracy.

    After early stopping, these are the restored network's.
    """
    record = history.in_use
    if history.newest is None or record is None:
        return ""
    if history.newest.epoch == 0 and history.pruning is None:
        return translate(
            "Outcome", "Untrained: {0} of the validation images are recognized, about what guessing gives."
        ).format(percent_text(record.validation_accuracy))
    lowest = int(np.argmin(history.column("validation_cost")))
    sentences = [translate("Outcome", "Not learning: η is too large.")] if overshoots(history) else []
    if history.stopped is not None:
        sentences.append(_stopped_text(history.stopped))
    sentences.append(
        translate(
            "Outcome", "Training {0}, validation {1}, gap {2} points; lowest validation cost at epoch {3}."
        ).format(
            percent_text(record.training_accuracy),
            percent_text(record.validation_accuracy),
            gap_text(record.training_accuracy - record.validation_accuracy),
            whole_text(lowest),
        )
    )
    if history.test_accuracy is not None:
        test = translate("Outcome", "Test accuracy at epoch {0}: {1}.")
        sentences.append(test.format(whole_text(record.epoch), percent_text(history.test_accuracy)))
    return " ".join(sentences)


def overshoots(history: RunHistory) -> bool:
    """Return whether the steps of a run lead uphill: it has learned nothing, and η is too large.

    That is so if five epochs or more have never led clearly beyond guessing, yet the training cost is higher than
    the untrained network's: small enough steps against its gradient would have reduced it. Squared errors are
    bounded, and neurons may fall silent: this does not distinguish networks that learn nothing for such a reason
    from those that learn too slowly.
    """
    costs, accuracies = history.column("training_cost"), history.column("validation_accuracy")
    if history.pruning is not None or len(history) <= _EPOCHS_TO_LEARN:
        return False
    guessing = 1 / len(history.experiment.data.dataset.classes)
    return bool(accuracies[1:].max() < guessing + _BEYOND_GUESSING and costs[-1] > costs[0])


def _stopped_text(stopped: Stopped) -> str:
    sentence = (
        translate("Outcome", "Stopped at epoch {0}; the network of epoch {1} is used.")
        if stopped.restored
        else translate("Outcome", "The rule would have stopped at epoch {0} and used the network of epoch {1}.")
    )
    return sentence.format(whole_text(stopped.epoch), whole_text(stopped.best.epoch))


def gap_text(gap: float) -> str:
    """Return a difference of accuracies in percentage points."""
    return number_text(100 * gap, 1)
