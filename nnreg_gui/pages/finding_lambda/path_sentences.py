"""What was found at a step of the book's path to λ."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.searches.grids import PointSummary, as_good_as, best_of
from nnreg_gui.engine.spread import clearly_above
from nnreg_gui.pages.finding_lambda.path_steps import DECADES, ONE, RATE, PathSteps
from nnreg_gui.pages.finding_lambda.search_sentences import doubt_text, lambda_conclusion, point_text, spread_text
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import significant_text

translate = QCoreApplication.translate


def conclude(conclusion: Conclusion, path: PathSteps) -> None:
    """State what the step shown has found, or ask while it is not done."""
    answer = _answer(path) if path.step in path.done else ""
    questions = {
        RATE: translate("PathSentences", "Which η is best without a penalty?"),
        ONE: translate("PathSentences", "Does λ = 1 help?"),
        DECADES: translate("PathSentences", "Which power of ten is the best λ?"),
    }
    conclusion.say_or_ask(answer, questions.get(path.step) or translate("PathSentences", "How is λ found?"))


def _answer(path: PathSteps) -> str:
    summaries = path.summaries()
    best = best_of(summaries)
    if best is None:
        return ""
    if path.step == RATE:
        low, high = as_good_as(best, summaries, "learning_rate")
        if low < high:
            text = translate("PathSentences", "Without a penalty, η from {0} to {1} is best.")
        else:
            text = translate("PathSentences", "Without a penalty, η = {0} is best.")
        return text.format(significant_text(low, 3), significant_text(high, 3))
    if path.step == ONE:
        return _effect_of_one(summaries)
    if path.step == DECADES:
        if not best.point.lambda_:
            return lambda_conclusion(summaries)
        low, high = as_good_as(best, summaries)
        if low < high:
            text = translate("PathSentences", "Of the powers of ten, λ from {0} to {1} is best.")
        else:
            text = translate("PathSentences", "The best power of ten is λ = {0}.")
        return text.format(significant_text(low, 3), significant_text(high, 3))
    return lambda_conclusion(summaries)


def _effect_of_one(summaries: Sequence[PointSummary]) -> str:
    pair = _one_and_none(summaries)
    if pair is None:
        return ""
    with_one, without = (one.validation_accuracy for one in pair)
    if clearly_above(with_one, without):
        text = translate("PathSentences", "λ = 1 helps: {0} points against no penalty.")
    elif clearly_above(without, with_one):
        text = translate("PathSentences", "λ = 1 harms: {0} points against no penalty.")
    else:
        text = translate("PathSentences", "λ = 1 makes no clear difference: {0} points.")
    return text.format(signed_points(with_one.mean - without.mean))


def _one_and_none(summaries: Sequence[PointSummary]) -> tuple[PointSummary, PointSummary] | None:
    """Return what was found with λ = 1, and without a penalty."""
    with_one = next((one for one in summaries if one.point.lambda_), None)
    without = next((one for one in summaries if not one.point.lambda_), None)
    return (with_one, without) if with_one is not None and without is not None else None


def path_sentence(path: PathSteps) -> str:
    """Say in measured numbers what the step shown has found, and what the next one does."""
    if not path.step:
        return translate(
            "PathSentences",
            "The advice of Michael Nielsen's book, chapter 3: find η without a penalty, try λ = 1, then powers of "
            "ten, then the values between. Each step trains a few runs and prepares the next.",
        )
    summaries = path.summaries()
    best = best_of(summaries)
    if best is None:
        return translate("PathSentences", "The first runs of step {0} are being trained …").format(path.step)
    if path.step not in path.done:
        return translate("PathSentences", "Step {0} is being trained …").format(path.step) if path.trial.running else ""
    if path.step == RATE:
        return _about_rate(summaries, best)
    if path.step == ONE:
        return _about_one(summaries)
    return _about_decades(path, summaries) if path.step == DECADES else _about_refining(summaries, best)


def _about_rate(summaries: Sequence[PointSummary], best: PointSummary) -> str:
    found = translate("PathSentences", "Without a penalty, η = {0} is best, with {1}.").format(
        significant_text(best.point.learning_rate), spread_text(best.validation_accuracy, best.seeds)
    )
    doubt = doubt_text(best, summaries, "learning_rate")
    following = translate("PathSentences", "The next step tries λ = 1 with this η.")
    return " ".join(filter(None, (found, doubt, following)))


def _about_one(summaries: Sequence[PointSummary]) -> str:
    pair = _one_and_none(summaries)
    if pair is None:
        return ""
    with_one, without = pair
    text = translate(
        "PathSentences", "With η = {0}: {1} with λ = 1, {2} without a penalty. The next step tries powers of ten."
    )
    return text.format(
        significant_text(with_one.point.learning_rate),
        spread_text(with_one.validation_accuracy, with_one.seeds),
        spread_text(without.validation_accuracy, without.seeds),
    )


def _about_decades(path: PathSteps, summaries: Sequence[PointSummary]) -> str:
    parts = [
        f"λ = {significant_text(one.point.lambda_)}: {spread_text(one.validation_accuracy, one.seeds)}"
        for one in summaries
        if one.point.lambda_
    ]
    text = translate("PathSentences", "{0}. The best power of ten is {1}; the next step refines around it.")
    return text.format("; ".join(parts), significant_text(path.best_decade))


def _about_refining(summaries: Sequence[PointSummary], best: PointSummary) -> str:
    off = next((one for one in summaries if not one.point.lambda_), None)
    name, accuracy = point_text(best.point), spread_text(best.validation_accuracy, best.seeds)
    rate = significant_text(best.point.learning_rate)
    if off is None or off is best:
        return translate("PathSentences", "The path ends at {0} with η = {1}: {2}.").format(name, rate, accuracy)
    text = translate("PathSentences", "The path ends at {0} with η = {1}: {2}; without a penalty, {3}.")
    said = text.format(name, rate, accuracy, spread_text(off.validation_accuracy, off.seeds))
    doubt = doubt_text(best, summaries)
    return f"{said} {doubt}" if doubt else said
