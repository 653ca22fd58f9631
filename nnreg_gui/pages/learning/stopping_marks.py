"""What the stopping rule did in a run, in words for its curves."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.panels.stopping_text import rule_text
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate


def stopping_marks(history: RunHistory | None) -> list[tuple[float, str]]:
    """Return the epochs to mark, each with a few words: the best one, and where the rule fired."""
    stopped = history.stopped if history is not None else None
    if history is None or stopped is None:
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
    rule = rule_text(_rule_at(history, stopped.epoch))
    return [
        (float(stopped.best.epoch), best.format(whole_text(stopped.best.epoch))),
        (float(stopped.epoch), fired.format(whole_text(stopped.epoch), rule)),
    ]


def _rule_at(history: RunHistory, epoch: int) -> StoppingSpec:
    """Return the rule in force at the end of an epoch."""
    experiment = history.experiment
    for change in history.changes:
        if change.epoch <= epoch:
            experiment = change.after
    return experiment.training.stopping
