"""What to say about a polynomial before, at and past the peak."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.double_descent import line_error
from nnreg_gui.pages.past_the_peak.peak_choices import PeakChoices
from nnreg_gui.pages.past_the_peak.peak_figures import STEPS, PeakFigures
from nnreg_gui.pages.past_the_peak.power_curves import value_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, significant_text, whole_text

translate = QCoreApplication.translate
_EXPLODES, _REACHED, _BETTER = 10.0, 0.01, 0.95  # times the error of the line; relative distance; relative error


def conclude(conclusion: Conclusion, figures: PeakFigures, chosen: PeakChoices) -> None:
    """Say what the picture shows."""
    if chosen.steps is not None:
        conclusion.say(_descent_sentence(figures, chosen))
    elif chosen.lambda_:
        conclusion.say(_ridge_sentence(figures, chosen))
    else:
        conclusion.say(_degree_sentence(figures, chosen))


def _degree_sentence(figures: PeakFigures, chosen: PeakChoices) -> str:
    coefficients, error = chosen.degree + 1, line_error(figures.at(chosen.degree).fit())
    line = figures.plain.errors[1]
    if coefficients == chosen.number and error > _EXPLODES * line:
        text = translate("PeakSentences", "As many coefficients as points, {0}: the error explodes to {2}.")
    elif coefficients > chosen.number and error < figures.peak:
        text = translate(
            "PeakSentences", "Past the peak: {0} coefficients for {1} points, and the error falls from {3} to {2}."
        )
    else:
        text = translate("PeakSentences", "Degree {4}, {1} points: error {2}.")
    counts = whole_text(coefficients), whole_text(chosen.number)
    return text.format(*counts, value_text(error), value_text(figures.peak), chosen.degree)


def _ridge_sentence(figures: PeakFigures, chosen: PeakChoices) -> str:
    at_peak = float(figures.penalized(chosen.lambda_).errors[chosen.number - 1])
    text = translate("PeakSentences", "With λ = {0} the error at {1} coefficients is {2}; without λ it is {3}.")
    counts = significant_text(chosen.lambda_, 2), whole_text(chosen.number)
    return text.format(*counts, value_text(at_peak), value_text(figures.peak))


def _descent_sentence(figures: PeakFigures, chosen: PeakChoices) -> str:
    assert chosen.steps is not None
    fit = figures.at(chosen.degree)
    now, end = fit.descended(chosen.steps), fit.fit()
    far = float(np.linalg.norm(now - end) / np.linalg.norm(end))
    if far < _REACHED:
        if _many_fit(chosen):
            text = translate(
                "PeakSentences",
                "After step {0} gradient descent has found the smallest coefficients by itself: error {1}.",
            )
        else:
            text = translate("PeakSentences", "After step {0} gradient descent has arrived: error {1}.")
    elif line_error(now) < _BETTER * line_error(end):
        text = translate("PeakSentences", "After step {0} the error is {1}; where it tends to, {2}: stopping helps.")
    else:
        text = translate("PeakSentences", "After step {0} the error is {1}; where it tends to, {2}.")
    return text.format(whole_text(chosen.steps), value_text(line_error(now)), value_text(line_error(end)))


def details_text(figures: PeakFigures, chosen: PeakChoices) -> str:
    """Return the sizes of the coefficients, and what the lecture makes of it."""
    fit = figures.at(chosen.degree)
    now = fit.descended(chosen.steps) if chosen.steps is not None else fit.fit(chosen.lambda_)
    sizes = translate("PeakSentences", "Degree {0}: ‖c‖ = {1}, the largest coefficient {2}, error {3}.").format(
        chosen.degree,
        value_text(float(np.linalg.norm(now))),
        value_text(float(np.abs(now).max())),
        value_text(line_error(now)),
    )
    if chosen.steps is None:
        said = translate(
            "PeakSentences",
            "Beyond {0} coefficients many polynomials pass through all points; the one with the smallest coefficients "
            "is taken. The more there are to choose from, the smaller they get: small weights, simple model.",
        ).format(whole_text(chosen.number))
        return f"{sizes} {said}"
    errors = figures.descent(chosen.degree).errors
    best, end = int(errors.argmin()), fit.fit()
    if _many_fit(chosen):
        said = translate(
            "PeakSentences",
            "The error is lowest after step {0}: {1}. The coefficients are still {2} away from those it tends to, the "
            "smallest that fit. Gradient methods have a self-regularizing effect; here it can be computed.",
        )
    else:
        said = translate(
            "PeakSentences",
            "The error is lowest after step {0}: {1}. The coefficients are still {2} away from those it tends to. "
            "Gradient methods have a self-regularizing effect; here it can be computed.",
        )
    said = said.format(
        whole_text(int(STEPS[best])),
        value_text(float(errors[best])),
        percent_text(float(np.linalg.norm(now - end) / np.linalg.norm(end)), 1),
    )
    return f"{sizes} {said}"


def _many_fit(chosen: PeakChoices) -> bool:
    """Return whether many polynomials pass through all points, of which gradient descent finds the smallest."""
    return chosen.degree + 1 > chosen.number
