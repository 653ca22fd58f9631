"""What to say about a line and a polynomial through the same points."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.polynomials import Points, Polynomial
from nnreg_gui.pages.fitting.fit_plot import FAR, end_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, whole_text

translate = QCoreApplication.translate
_AS_GOOD, _WRITTEN = 0.02, 0.005  # relative, and absolute: errors that differ by less are equally good


def conclude(conclusion: Conclusion, held_out: Points | None, line: Polynomial, polynomial: Polynomial) -> None:
    """Say which model is closer to points that neither has seen; ask while these are not shown (None)."""
    if held_out is None:
        conclusion.ask(translate("FitSentences", "Which one is right: the line, or the polynomial?"))
        return
    of_line, of_polynomial = held_out.error(line), held_out.error(polynomial)
    if abs(of_line - of_polynomial) <= max(_AS_GOOD * max(of_line, of_polynomial), _WRITTEN):
        text = translate("FitSentences", "On new points both are equally good: error {0}.")
    elif of_line < of_polynomial:
        text = translate("FitSentences", "On new points the line is better: error {0}, of the polynomial {1}.")
    else:
        text = translate("FitSentences", "On new points the polynomial is better: error {1}, of the line {0}.")
    conclusion.say(text.format(_error_text(of_line), _error_text(of_polynomial)))


def details_sentences(points: Points, held_out: Points, line: Polynomial, polynomial: Polynomial) -> list[str]:
    """Return all errors, the predictions far to the right, and what the lecture makes of it."""
    errors = _error_sentence(points, held_out, line, polynomial)
    return [errors, _far_sentence(line, polynomial), _lecture_sentence()]


def _error_sentence(points: Points, held_out: Points, line: Polynomial, polynomial: Polynomial) -> str:
    """Say how far off both models are, on the points and on the held-out ones."""
    text = translate(
        "FitSentences",
        "Polynomial of degree {0} ({1} parameters, {2} points): training error {3}, held-out error {4}. "
        "Straight line: {5} and {6}.",
    )
    errors = [some.error(model) for model in (polynomial, line) for some in (points, held_out)]
    return text.format(
        polynomial.degree,
        polynomial.degree + 1,
        whole_text(len(points)),
        *map(_error_text, errors),
    )


def _error_text(error: float) -> str:
    return number_text(error, 2) if error < 1000 else whole_text(round(error))


def _far_sentence(line: Polynomial, polynomial: Polynomial) -> str:
    """Say what the models predict far to the right."""
    far = translate("FitSentences", "At x = {0} the line says {1}, the polynomial {2}.")
    return far.format(whole_text(round(FAR)), end_text(float(line(FAR))), end_text(float(polynomial(FAR))))


def _lecture_sentence() -> str:
    """Say what the lecture makes of it."""
    return translate(
        "FitSentences",
        "The points alone do not say which model is the right one. We take the simpler one, as it is unlikely that it "
        "fits by chance: Occam’s razor.",
    )
