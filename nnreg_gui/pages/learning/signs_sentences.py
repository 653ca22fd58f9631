"""The four signs of overfitting in words: their names, how they stand, and the evidence."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.overfitting import NEVER, NOT_YET, TOO_EARLY, WATCH, YES, OverfittingSigns, Sign
from nnreg_gui.pages.learning.lies_sentences import suspicion_text
from nnreg_gui.pages.outcome import gap_text
from nnreg_gui.widgets.texts import percent_text, significant_text, whole_text

translate = QCoreApplication.translate


def sign_name(name: str) -> str:
    """Return a sign in two or three words."""
    return {
        "costs": translate("Signs", "Costs diverge"),
        "accuracies": translate("Signs", "Accuracies diverge"),
        "high_accuracy": translate("Signs", "Near 100 %"),
        "gap": translate("Signs", "Large gap"),
    }[name]


def short_sign_name(name: str) -> str:
    """Return in a word what a sign looks at."""
    return {
        "costs": translate("Signs", "Cost"),
        "accuracies": translate("Signs", "Accuracy"),
        "high_accuracy": translate("Signs", "≈ 100 %"),
        "gap": translate("Signs", "Gap"),
    }[name]


def meaning(name: str) -> str:
    """Return what a sign is, as the lecture says it."""
    return {
        "costs": translate("Signs", "The training cost falls while the validation cost does not."),
        "accuracies": translate("Signs", "The training accuracy rises while the validation accuracy does not."),
        "high_accuracy": translate("Signs", "The training accuracy is suspiciously high."),
        "gap": translate("Signs", "The gap between training and validation accuracy is large."),
    }[name]


def state_text(sign: Sign | None) -> str:
    """Return how a sign stands: too early to tell, not yet, watch, or the epoch since which it shows."""
    state = state_of(sign)
    if sign is not None and state == YES:
        return translate("Signs", "since epoch {0}").format(whole_text(int(sign.since[-1])))
    return {
        TOO_EARLY: translate("Signs", "too early to tell"),
        WATCH: translate("Signs", "watch"),
    }.get(state, translate("Signs", "not yet"))


def short_state_text(sign: Sign | None) -> str:
    """Return the same in fewer words."""
    state = state_of(sign)
    if sign is not None and state == YES:
        return translate("Signs", "epoch {0}").format(whole_text(int(sign.since[-1])))
    return translate("Signs", "too early") if state == TOO_EARLY else state_text(sign)


def longest_states(*, short: bool) -> tuple[str, ...]:
    """Return the longest texts for how a sign may stand, which must all have room."""
    since = translate("Signs", "epoch {0}") if short else translate("Signs", "since epoch {0}")
    early = translate("Signs", "too early") if short else translate("Signs", "too early to tell")
    return early, translate("Signs", "not yet"), translate("Signs", "watch"), since.format(whole_text(999))


def state_of(sign: Sign | None) -> int:
    """Return the newest state of a sign."""
    return int(sign.state[-1]) if sign is not None and len(sign.state) else NOT_YET


def sign_sentence(name: str, sign: Sign | None, wrong_labels: float = 0.0) -> str:
    """Return, in one to three sentences, the evidence for a sign; without a run, what the sign is.

    Args:
        name, sign: which sign, and how it stands.
        wrong_labels: the share, 0…1, of the training labels that are wrong.
    """
    if sign is None or not len(sign.state):
        return meaning(name)
    state = state_of(sign)
    sentence = {"costs": _costs, "accuracies": _accuracies, "high_accuracy": _high, "gap": _gap}[name](sign, state)
    if state == WATCH:
        doubt = translate("Signs", "It must exceed the fluctuations, and last.")
        if name in ("high_accuracy", "gap"):
            doubt = translate("Signs", "It counts once it lasts and the validation accuracy no longer rises clearly.")
        return f"{sentence} {doubt}"
    return suspicion_text(sentence, wrong_labels) if name == "high_accuracy" and state == YES else sentence


def question_text(signs: OverfittingSigns | None, number: int) -> str:
    """Return what to look for, or to doubt, while `conclusion_text` has no answer."""
    if signs is None or max(map(state_of, signs.signs.values())) < WATCH:
        return translate("Signs", "When does the network begin to overfit?")
    return translate("Signs", "Run {0} has a gap of {1} points: does it overfit?").format(number, _gap_now(signs))


def conclusion_text(signs: OverfittingSigns | None, number: int) -> str:
    """Return whether, and since when, the run with this number overfits; "" until that is clear."""
    if signs is None:
        return ""
    states = {name: state_of(sign) for name, sign in signs.signs.items()}
    by_cost, by_accuracy = signs.starts_by_cost, signs.starts_by_accuracy
    if NEVER not in (by_cost, by_accuracy):
        text = translate("Signs", "Run {0} overfits: since epoch {1} by the cost, {2} by the accuracy.")
        return text.format(number, whole_text(by_cost), whole_text(by_accuracy))
    if by_cost != NEVER:
        return translate("Signs", "Run {0} overfits since epoch {1}, by the cost.").format(number, whole_text(by_cost))
    if by_accuracy != NEVER:
        text = translate("Signs", "Run {0} overfits since epoch {1}, by the accuracy.")
        return text.format(number, whole_text(by_accuracy))
    if states["gap"] == YES:
        text = translate("Signs", "Run {0}: training is {1} points above validation.")
    elif set(states.values()) == {NOT_YET}:
        text = translate("Signs", "Run {0} does not overfit: gap {1} points.")
    else:
        return ""
    return text.format(number, _gap_now(signs))


def by_cost_text(signs: OverfittingSigns | None) -> str:
    """Return when overfitting starts, judging by the validation cost."""
    if signs is None or signs.starts_by_cost == NEVER:
        return translate("Signs", "By the cost: not yet.")
    return translate("Signs", "By the cost: at epoch {0}, its lowest on validation images.").format(
        whole_text(signs.starts_by_cost)
    )


def by_accuracy_text(signs: OverfittingSigns | None) -> str:
    """Return when overfitting starts, judging by the validation accuracy."""
    if signs is None or signs.starts_by_accuracy == NEVER:
        return translate("Signs", "By the accuracy: not yet.")
    return translate("Signs", "By the accuracy: at epoch {0}; later it hardly rises.").format(
        whole_text(signs.starts_by_accuracy)
    )


def _costs(sign: Sign, state: int) -> str:
    since, before, now = _then_and_now(sign)
    if state in (TOO_EARLY, NOT_YET) or since == len(sign.state) - 1:
        numbers = (significant_text(x, 3) for x in _now(sign))
        return _verdict(translate("Signs", "Training cost {0}, validation cost {1}").format(*numbers), state)
    return translate(
        "Signs",
        "From epoch {0} on, the training cost went from {1} to {2}, the validation cost from {3} to {4} "
        "(means of 5 epochs).",
    ).format(whole_text(since), *(significant_text(x, 3) for x in (before[0], now[0], before[1], now[1])))


def _accuracies(sign: Sign, state: int) -> str:
    since, before, now = _then_and_now(sign)
    if state in (TOO_EARLY, NOT_YET) or since == len(sign.state) - 1:
        return _verdict(_accuracies_now(sign), state)
    gone = [1 - (1 - after) / (1 - earlier) if earlier < 1 else 0.0 for earlier, after in zip(before, now, strict=True)]
    return translate(
        "Signs",
        "From epoch {0} on, {5} of the mistakes on training images have gone (accuracy {1} to {2}), but {6} of those "
        "on validation images ({3} to {4}); means of 5 epochs.",
    ).format(
        whole_text(since),
        *(percent_text(x) for x in (before[0], now[0], before[1], now[1])),
        *(percent_text(max(share, 0.0), 0) for share in gone),
    )


def _high(sign: Sign, state: int) -> str:
    if state == NOT_YET:
        return translate("Signs", "{0}: nothing suspicious.").format(_accuracies_now(sign))
    if state == TOO_EARLY:
        return _verdict(_accuracies_now(sign), state)
    return translate(
        "Signs", "{0} of the training images are recognized, but only {1} of the validation images."
    ).format(*(percent_text(x) for x in _now(sign)))


def _gap(sign: Sign, state: int) -> str:
    training, validation = _now(sign)
    return translate("Signs", "The training accuracy {0} is {2} points above the validation accuracy {1}.").format(
        percent_text(training), percent_text(validation), gap_text(training - validation)
    )


def _accuracies_now(sign: Sign) -> str:
    return translate("Signs", "Training accuracy {0}, validation accuracy {1}").format(
        *(percent_text(x) for x in _now(sign))
    )


def _verdict(numbers: str, state: int) -> str:
    if state == TOO_EARLY:
        return translate("Signs", "{0}: too early to tell.").format(numbers)
    return translate("Signs", "{0}: they have not diverged.").format(numbers)


def _gap_now(signs: OverfittingSigns) -> str:
    training, validation = _now(signs.signs["gap"])
    return gap_text(training - validation)


def _now(sign: Sign) -> tuple[float, float]:
    """Return training and validation as curves and tiles show them."""
    return float(sign.training_now[-1]), float(sign.validation_now[-1])


def _then_and_now(sign: Sign) -> tuple[int, tuple[float, float], tuple[float, float]]:
    """Return the epoch compared with, and training and validation then and now, smoothed."""
    then = int(sign.compared_with[-1])
    before, now = ((float(sign.training[epoch]), float(sign.validation[epoch])) for epoch in (then, -1))
    return then, before, now
