"""What was found at a step of the book's path to λ."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.grids import PointSummary, best_of
from nnreg_gui.pages.finding_lambda.path_steps import DECADES, ONE, RATE, PathSteps
from nnreg_gui.pages.finding_lambda.search_sentences import doubt_text, point_text, spread_text
from nnreg_gui.widgets.texts import significant_text

translate = QCoreApplication.translate


def path_sentence(path: PathSteps) -> str:
    """Say in measured numbers what was found at the step that is shown, and what the next one does."""
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
    with_one = next((one for one in summaries if one.point.lambda_), None)
    without = next((one for one in summaries if not one.point.lambda_), None)
    if with_one is None or without is None:
        return ""
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
