"""What is said about a line and a polynomial through the same points."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.polynomials import Points, Polynomial
from nnreg_gui.plots.fitting.fit_plot import FAR, end_text
from nnreg_gui.widgets.texts import number_text, whole_text

translate = QCoreApplication.translate
_AS_GOOD = 0.02  # errors that differ by less, relatively, are as good as each other


def error_sentence(points: Points, held_out: Points, line: Polynomial, polynomial: Polynomial) -> str:
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
        *(number_text(error, 2) if error < 1000 else whole_text(round(error)) for error in errors),
    )


def verdict_sentence(held_out: Points, line: Polynomial, polynomial: Polynomial) -> str:
    """Say which of the models is nearer to points that neither has seen, and what they predict far to the right."""
    of_line, of_polynomial = held_out.error(line), held_out.error(polynomial)
    if abs(of_line - of_polynomial) <= _AS_GOOD * max(of_line, of_polynomial):
        verdict = translate("FitSentences", "On points that neither has seen, both are equally good.")
    elif of_line < of_polynomial:
        verdict = translate("FitSentences", "On points that neither has seen, the line is better.")
    else:
        verdict = translate("FitSentences", "On points that neither has seen, the polynomial is better.")
    far = translate("FitSentences", "At x = {0} the line says {1}, the polynomial {2}.")
    return (
        verdict + " " + far.format(whole_text(round(FAR)), end_text(float(line(FAR))), end_text(float(polynomial(FAR))))
    )


def lecture_sentence() -> str:
    """Say what the lecture makes of it."""
    return translate(
        "FitSentences",
        "The points alone do not say which model is the right one. We take the simpler one, as it is unlikely that it "
        "fits by chance: Occam’s razor.",
    )
