"""The outcome of the race of the stopping rules, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.events import EpochRecord
from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.stopping.rule_race import Finish, last_finish, lowest_cost, winner
from nnreg_gui.panels.stopping_text import rule_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate


def conclude(conclusion: Conclusion, history: RunHistory | None, finishes: Sequence[Finish | None]) -> None:
    """Say whether a network that a rule keeps recognizes more validation images than that of the last epoch.

    Args:
        conclusion: where to say it.
        history: of the run; None asks, as while the run is in progress.
        finishes: where the rules stop it.
    """
    last = last_finish(history) if history is not None else None
    if history is None or last is None or not last.epoch:
        conclusion.ask(translate("RaceSentences", "When is it best to stop?"))
        return
    place = winner(finishes)
    best = finishes[place] if place is not None else None
    if best is None:
        text = translate("RaceSentences", "No rule has stopped the run by epoch {0}.")
        conclusion.say(text.format(whole_text(last.epoch)))
        return
    gain = round(100 * (best.accuracy - last.accuracy), 1)  # in points, as it is written
    if gain > 0:
        text = translate("RaceSentences", "The network of epoch {0} is {1} points better than the last one.")
    elif gain < 0:
        text = translate("RaceSentences", "No rule pays here: the last epoch, {2}, is {1} points better.")
    else:
        text = translate("RaceSentences", "Stopped at epoch {3}, it is as good as at the last, {2}.")
    points = number_text(abs(gain), 1)
    conclusion.say(text.format(whole_text(best.best), points, whole_text(last.epoch), whole_text(best.epoch)))


def result_text(history: RunHistory | None, rules: Sequence[StoppingSpec], stopped_at: Sequence[Finish | None]) -> str:
    """Return which rule comes out best, by the numbers of the table."""
    if history is None or history.newest is None:
        return ""
    if not any(stopped_at):
        text = translate("RaceSentences", "No rule has stopped the run by epoch {0}.")
        return text.format(whole_text(history.newest.epoch))
    finishes = [*stopped_at, last_finish(history)]
    return f"{_by_accuracy(rules, finishes, history.newest)} {_by_cost(rules, finishes)}"


def _by_accuracy(rules: Sequence[StoppingSpec], finishes: Sequence[Finish | None], newest: EpochRecord) -> str:
    """Say which rule, if any, comes out best by the validation accuracy."""
    place = winner(finishes)
    assert place is not None  # the last epoch is included
    finish = finishes[place]
    assert finish is not None
    if place == len(rules):
        text = translate(
            "RaceSentences", "Of these networks, that of the last epoch, {0}, has the highest validation accuracy, {1}."
        )
        return text.format(whole_text(finish.best), percent_text(finish.accuracy, 2))
    text = translate(
        "RaceSentences",
        "Of these networks, that of epoch {2} has the highest validation accuracy, {1}: first caught by “{0}”; the "
        "last epoch, {3}, has {4}.",
    )
    return text.format(
        rule_text(rules[place]),
        percent_text(finish.accuracy, 2),
        whole_text(finish.best),
        whole_text(newest.epoch),
        percent_text(newest.validation_accuracy, 2),
    )


def _by_cost(rules: Sequence[StoppingSpec], finishes: Sequence[Finish | None]) -> str:
    """Say which rule, if any, comes out best by the validation cost."""
    place = lowest_cost(finishes)
    assert place is not None
    finish = finishes[place]
    assert finish is not None
    cost, epoch = number_text(finish.cost, 3), whole_text(finish.best)
    if place == len(rules):
        text = translate("RaceSentences", "That of the last epoch, {1}, has the lowest validation cost, {0}.")
        return text.format(cost, epoch)
    text = translate("RaceSentences", "That of epoch {1} has the lowest validation cost, {0}: first caught by “{2}”.")
    return text.format(cost, epoch, rule_text(rules[place]))
