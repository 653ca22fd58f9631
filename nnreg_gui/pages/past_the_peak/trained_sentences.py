"""What to say about trained networks: whether their cost peaks, with true labels and with wrong ones."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.random_features import parameters
from nnreg_gui.engine.searches.parameter_cut import (
    HIDDEN,
    IMAGES,
    LAST,
    NEAREST,
    OUTPUTS,
    PLAN,
    SEEDS,
    SHARES,
    TARGETS,
    CutSummary,
    around_peak,
    peak_of,
)
from nnreg_gui.engine.spread import Spread
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate
Curves = Mapping[float, Mapping[int, CutSummary]]  # by share of wrong labels and hidden neurons
_WRONG = SHARES[-1]


def conclude(conclusion: Conclusion, curves: Curves, epoch: str) -> None:
    """Say where the costs peak, or that they do not; ask until each size was trained with two seeds.

    Args:
        conclusion: where to say it.
        curves: what was found.
        epoch: at which epoch of each run.
    """
    if not all(_is_known(curve) for curve in curves.values()):
        text = translate("PeakTrained", "Do trained networks have a peak, too, at as many parameters as {0} n?")
        conclusion.ask(text.format(OUTPUTS))
        return
    true, wrong = (_where(curves[share]) for share in SHARES)
    text = _at_the_end(true, wrong) if epoch == LAST else _stopped_early(true, wrong)
    conclusion.say(text.format(percent_text(_WRONG, 0), wrong, true))


def peak(curve: Mapping[int, CutSummary]) -> int | None:
    """Return with how many hidden neurons the validation cost peaks; None if it does not clearly do so."""
    place = peak_of(_costs(curve))
    return None if place is None else list(curve)[place]


def _costs(curve: Mapping[int, CutSummary]) -> list[Spread]:
    return [one.validation_cost for one in curve.values()]


def _around(curve: Mapping[int, CutSummary]) -> tuple[int, ...]:
    """Return with how many hidden neurons the cost is as high as the peak, as far as seeds tell; empty for no peak."""
    ends = around_peak(_costs(curve))
    return tuple(curve)[ends[0] : ends[1] + 1] if ends is not None else ()


def _is_known(curve: Mapping[int, CutSummary]) -> bool:
    return len(curve) == len(HIDDEN) and all(one.validation_cost.count > 1 for one in curve.values())


def _where(curve: Mapping[int, CutSummary]) -> str:
    """Say at how many parameters the cost peaks; "" if it does not."""
    around = _around(curve)
    if not around:
        return ""
    if NEAREST in around:
        return translate("PeakTrained", "near {0} n parameters").format(OUTPUTS)
    return _range_text(around)


def _range_text(around: Sequence[int]) -> str:
    first, last = (whole_text(parameters(hidden)) for hidden in (around[0], around[-1]))
    if first == last:
        return translate("PeakTrained", "at {0} parameters").format(first)
    return translate("PeakTrained", "at {0} to {1} parameters").format(first, last)


def _at_the_end(true: str, wrong: str) -> str:
    if wrong and not true:
        return translate("PeakTrained", "With {0} wrong labels the cost peaks {1}, with true ones not clearly.")
    if wrong:
        return translate("PeakTrained", "The cost peaks: with {0} wrong labels {1}, with true ones {2}.")
    if true:
        return translate("PeakTrained", "With true labels the cost peaks {2}, with {0} wrong ones not clearly.")
    return translate(
        "PeakTrained", "No clear peak: the cost does not rise and fall again, with true labels or {0} wrong ones."
    )


def _stopped_early(true: str, wrong: str) -> str:
    if wrong and true:
        return translate(
            "PeakTrained", "Even stopped early, the cost peaks: with {0} wrong labels {1}, with true ones {2}."
        )
    if wrong:
        return translate("PeakTrained", "Even stopped early, the cost peaks with {0} wrong labels {1}.")
    if true:
        return translate("PeakTrained", "Even stopped early, the cost peaks with true labels {2}.")
    return translate(
        "PeakTrained", "Stopped early, at its lowest, the cost has no clear peak, even with {0} wrong labels."
    )


def details_text(curves: Curves) -> str:
    """Return how it is measured, and the figures at both ends and between them."""
    text = translate(
        "PeakTrained",
        "The networks of the page Parameters, on {0} digits of MNIST, for {1} epochs; {2} seeds. At the dotted line, "
        "{3} parameters, there is one for each training target: {4} outputs for each image.",
    )
    method = text.format(whole_text(IMAGES), whole_text(PLAN.epochs(IMAGES)), len(SEEDS), whole_text(TARGETS), OUTPUTS)
    return " ".join([method, *(_figures_text(share, curve) for share, curve in curves.items() if _is_known(curve))])


def _figures_text(share: float, curve: Mapping[int, CutSummary]) -> str:
    """Name cost and accuracy at the smallest, a middle and the largest network: the middle is the peak, or 10 n."""
    text = translate("PeakTrained", "True labels: {1}.")
    if share:
        text = translate("PeakTrained", "{0} wrong labels: {1}.")
    middle = peak(curve) or NEAREST
    one = translate("PeakTrained", "h = {0} cost {1}, accuracy {2}")
    figures = [
        one.format(
            hidden,
            number_text(curve[hidden].validation_cost.mean, 2),
            percent_text(curve[hidden].validation_accuracy.mean),
        )
        for hidden in (HIDDEN[0], middle, HIDDEN[-1])
    ]
    said = text.format(percent_text(share, 0), "; ".join(figures))
    around = _around(curve)
    if len(around) > 1:
        apart = translate("PeakTrained", "Seeds cannot tell the costs {0} from the peak.")
        said += " " + apart.format(_range_text(around))
    return said
