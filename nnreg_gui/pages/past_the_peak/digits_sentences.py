"""What to say about random hidden layers: the valley at as many neurons as images, and the far side."""

from statistics import fmean

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.random_features import parameters
from nnreg_gui.pages.past_the_peak.layer_trial import IMAGES, LAMBDAS, SEEDS, SHARES, WIDTHS, LayerTrial
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, whole_text

translate = QCoreApplication.translate
_VALIDATION = 1


def conclude(conclusion: Conclusion, trial: LayerTrial, share: int) -> None:
    """Say what lies at as many neurons as images, and at ten times as many; ask until both are known.

    Args:
        conclusion: where to say it.
        trial: what was found.
        share: the place of the share of wrong labels among `SHARES`.
    """
    peak, far = accuracy(trial, IMAGES, share), accuracy(trial, WIDTHS[-1], share)
    if peak is None or far is None:
        conclusion.ask(
            translate("PeakDigits", "{0} parameters for {1} images: does the network explode?").format(
                whole_text(parameters(WIDTHS[-1])), whole_text(IMAGES)
            )
        )
        return
    fewer = [found for width in WIDTHS[:-1] if (found := accuracy(trial, width, share)) is not None]
    is_best = far > max(fewer) > peak
    if is_best and share:
        text = translate(
            "PeakDigits", "{3} wrong labels, as many neurons as images: {0}. With {1} parameters {2}: the best width."
        )
    elif is_best:
        text = translate("PeakDigits", "As many neurons as images: {0}. With {1} parameters {2}: the best width.")
    elif share:
        text = translate("PeakDigits", "{3} wrong labels, as many neurons as images: {0}; with {1} parameters {2}.")
    else:
        text = translate("PeakDigits", "As many neurons as images: {0}; with {1} parameters {2}.")
    count = whole_text(parameters(WIDTHS[-1]))
    conclusion.say(text.format(percent_text(peak), count, percent_text(far), percent_text(SHARES[share], 0)))


def accuracy(trial: LayerTrial, width: int, share: int, place: int = 0) -> float | None:
    """Return the mean validation accuracy over the seeds known so far; None if there are none.

    Args:
        trial: what was found.
        width: the number of neurons.
        share: the place of the share of wrong labels among `SHARES`.
        place: of λ among `LAMBDAS`.
    """
    found = trial.of(width)
    return fmean(float(one.accuracies[share, place, _VALIDATION]) for one in found) if found else None


def details_text(trial: LayerTrial, share: int, place: int | None) -> str:
    """Return how it is measured, and what ridge and wrong labels do."""
    method = translate(
        "PeakDigits",
        "{0} digits of MNIST; a hidden layer of h random sigmoid neurons that is never trained; output weights by "
        "least squares, the smallest ones beyond h = {0}. {1} neurons are {2} parameters. {3} seeds; bars: "
        "their spread.",
    ).format(whole_text(IMAGES), whole_text(WIDTHS[-1]), whole_text(parameters(WIDTHS[-1])), len(SEEDS))
    return " ".join(filter(None, (method, _ridge_text(trial, share, place), _wrong_text(trial) if share else "")))


def _ridge_text(trial: LayerTrial, share: int, place: int | None) -> str:
    plain, ridge = (accuracy(trial, IMAGES, share, at) for at in (0, place or 0))
    if place is None or plain is None or ridge is None:
        return ""
    said = translate("PeakDigits", "At h = {0}, L2 with λ = {1} makes {2} out of {3}.")
    return said.format(whole_text(IMAGES), whole_text(round(LAMBDAS[place])), percent_text(ridge), percent_text(plain))


def _wrong_text(trial: LayerTrial) -> str:
    """Say whose labels are wrong, and what was found with true ones."""
    said = translate(
        "PeakDigits", "The labels of the validation images are true; training accuracy goes by the labels as told."
    )
    peak, far = (accuracy(trial, width, 0) for width in (IMAGES, WIDTHS[-1]))
    if peak is None or far is None:
        return said
    text = translate("PeakDigits", "With true labels there is {0} at h = {1}, and {2} at h = {3}.")
    return f"{said} " + text.format(percent_text(peak), whole_text(IMAGES), percent_text(far), whole_text(WIDTHS[-1]))
