"""What came out of a step: which answers are right, the true number or curve, and the sentence about it."""

from collections.abc import Iterable, Sequence

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.repeats import mean_and_spread
from nnreg_gui.lessons.expressions import Expression
from nnreg_gui.lessons.known import Known, to_shown
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion, NumberQuestion, Step
from nnreg_gui.lessons.record import Outcome

_OTHERWISE = {
    "en": "This time it came out differently: look at the figures.",
    "cs": "Tentokrát to vyšlo jinak: podívejte se na čísla.",
}


def outcome_of(step: Step, known: Known) -> Outcome:
    """Return what is right of a step's question, in the units in which it is shown."""
    match step.question:
        case ChoiceQuestion() as question:
            return Outcome(right=tuple(one.right is not None and one.right.holds(known) for one in question.choices))
        case NumberQuestion() as question:
            return Outcome(number=_shown(question.answer, question.unit, known))
        case CurveQuestion() as question if question.run:
            return Outcome(curve=mean_curve(question, known.runs[question.run]))
        case CurveQuestion() as question:
            values = (_shown(value, question.unit, known) for _, value in question.points)
            return Outcome(curve=tuple((float(place), value) for place, value in enumerate(values)))
    return Outcome()


def mean_curve(question: CurveQuestion, histories: Sequence[RunHistory]) -> tuple[tuple[float, float], ...]:
    """Return a run's curve over the epochs, of repeats (at least one) their mean, in the unit in which it is shown.

    It begins at epoch 1: what an untrained network does is no part of the question.
    """
    means, _ = mean_and_spread(histories, question.quantity)
    return tuple((float(epoch), to_shown(float(mean), question.unit)) for epoch, mean in enumerate(means[1:], 1))


def said_of(step: Step, known: Known, languages: Iterable[str]) -> dict[str, str]:
    """Return what is to be said of a step, by language: as it was expected, or otherwise; "" if there is nothing."""
    holds = step.holds is None or step.holds.holds(known)
    said = {}
    for language in languages:
        sentence = step.seen if holds else step.otherwise
        first = sentence.text(language, known) if sentence is not None else ""
        if not holds and sentence is None:
            first = _OTHERWISE.get(language, _OTHERWISE["en"])
        said[language] = " ".join(filter(None, (first, _beside(step, language, known))))
    return said


def _beside(step: Step, language: str, known: Known) -> str:
    if step.beside is None or any(id_ not in known.guesses for one in step.beside.expressions for id_ in one.guesses):
        return ""
    return step.beside.text(language, known)


def _shown(expression: Expression, unit: str, known: Known) -> float:
    return to_shown(expression.value(known), unit)
