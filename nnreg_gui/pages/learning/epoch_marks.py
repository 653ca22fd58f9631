"""What happened in a run, and after which epoch, in words for its curves."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.learning_rate import halving_epochs
from nnreg_gui.panels.experiment_text import change_text
from nnreg_gui.panels.stopping_text import rule_text
from nnreg_gui.widgets.texts import significant_text, whole_text

translate = QCoreApplication.translate


def change_marks(history: RunHistory) -> list[tuple[float, str]]:
    """Return the epochs at which something was changed by hand, each with what, and those after which η was halved.

    Halvings often come in dense rows: only the first and the last say to what.
    """
    training, last = history.current_experiment.training, 0.0
    for change in history.changes:
        if change.before.training.schedule != change.after.training.schedule:
            last = change.epoch
    marks = [(change.epoch, change_text(change.before, change.after)) for change in history.changes]
    if training.schedule.rule == "halving":
        halvings = halving_epochs(training.schedule.patience, history.column("validation_accuracy"))
        seen = [(epoch, count) for count, epoch in enumerate(halvings, start=1) if epoch >= last]
        named = {*seen[:1], *seen[-1:]}
        marks += [(float(one[0]), _rate_text(history, *one) if one in named else "") for one in seen]
    return marks


def _rate_text(history: RunHistory, epoch: int, halvings: int) -> str:
    """Return to what η fell after an epoch: the η chosen by then, halved so many times."""
    return f"η {significant_text(history.experiment_after(epoch).training.learning_rate * 0.5**halvings, 3)}"


def stopping_marks(history: RunHistory) -> list[tuple[float, str]]:
    """Return the epochs of early stopping, each with a few words: the best one, and where the rule fired."""
    stopped = history.stopped
    if stopped is None:
        return []
    best = (
        translate("StoppingMarks", "best: epoch {0} is used")
        if stopped.restored
        else translate("StoppingMarks", "best until then: epoch {0}")
    )
    fired = (
        translate("StoppingMarks", "stopped at {0}: {1}")
        if stopped.restored
        else translate("StoppingMarks", "would stop at {0}: {1}")
    )
    rule = rule_text(history.experiment_after(stopped.epoch).training.stopping)
    return [
        (float(stopped.best.epoch), best.format(whole_text(stopped.best.epoch))),
        (float(stopped.epoch), fired.format(whole_text(stopped.epoch), rule)),
    ]
