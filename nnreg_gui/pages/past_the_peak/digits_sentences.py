"""What to say about random hidden layers: the valley at as many neurons as images, and the far side."""

from statistics import fmean

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.random_features import parameters
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.past_the_peak.layer_trial import IMAGES, LAMBDAS, SEEDS, WIDTHS, LayerTrial
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, whole_text

translate = QCoreApplication.translate
_VALIDATION = 1


def conclude(conclusion: Conclusion, trial: LayerTrial) -> None:
    """Say what lies at as many neurons as images, and at ten times as many; ask until both are known."""
    peak, far = accuracy(trial, IMAGES), accuracy(trial, WIDTHS[-1])
    if peak is None or far is None:
        conclusion.ask(
            translate("PeakDigits", "{0} parameters for {1} images: does the network explode?").format(
                whole_text(parameters(WIDTHS[-1])), whole_text(IMAGES)
            )
        )
        return
    fewer = [found for width in WIDTHS[:-1] if (found := accuracy(trial, width)) is not None]
    if far > max(fewer) > peak:
        text = translate("PeakDigits", "As many neurons as images: {0}. With {1} parameters {2}: the best width.")
    else:
        text = translate("PeakDigits", "As many neurons as images: {0}; with {1} parameters {2}.")
    conclusion.say(text.format(percent_text(peak), whole_text(parameters(WIDTHS[-1])), percent_text(far)))


def accuracy(trial: LayerTrial, width: int, place: int = 0) -> float | None:
    """Return the mean validation accuracy over the seeds known so far; None if there are none.

    Args:
        trial: what was found.
        width: the number of neurons.
        place: of λ among `LAMBDAS`.
    """
    found = trial.of(width)
    return fmean(float(one.accuracies[place, _VALIDATION]) for one in found) if found else None


def details_text(trial: LayerTrial, place: int | None) -> str:
    """Return how it is measured, and what ridge does."""
    if trial.problem is not None:
        return failure_text(trial.problem)
    method = translate(
        "PeakDigits",
        "{0} real digits; a hidden layer of h random sigmoid neurons that is never trained; output weights by least "
        "squares, the smallest ones beyond h = {0}. {1} neurons are {2} parameters. {3} seeds; bars: their spread.",
    ).format(whole_text(IMAGES), whole_text(WIDTHS[-1]), whole_text(parameters(WIDTHS[-1])), len(SEEDS))
    plain, ridge = (accuracy(trial, IMAGES, at) for at in (0, place or 0))
    if place is None or plain is None or ridge is None:
        return method
    said = translate("PeakDigits", "At h = {0}, L2 with λ = {1} makes {2} out of {3}.")
    words = whole_text(IMAGES), whole_text(round(LAMBDAS[place])), percent_text(ridge), percent_text(plain)
    return f"{method} {said.format(*words)}"
