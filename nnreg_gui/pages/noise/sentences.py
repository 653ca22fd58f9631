"""What was measured of disturbed networks, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.certainty import clear_difference
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.pages.noise.robustness_measurements import DRAWS
from nnreg_gui.plots.disturbance import Disturbance, value_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, significant_text

translate = QCoreApplication.translate
# Of what is left: a smaller difference between two networks says nothing. Measured with the lecture's runs and three
# seeds: L2 minus none when turned by 20° or 30° is −0.02 to 0.03, with either sign.
WORTH_SAYING = 0.04


@dataclass(frozen=True, slots=True)
class Figures:
    """What is known about one run where the cursor stands.

    Attributes:
        number: of the run.
        name: what it is called in the list.
        plain: accuracy undisturbed, 0…1; like all of these, None until known.
        disturbed: accuracy where the cursor stands.
        slope: the mean ‖∂a^L/∂x‖.
    """

    number: int
    name: str
    plain: float | None
    disturbed: float | None
    slope: float | None

    @property
    def kept(self) -> float | None:
        """The share of the undisturbed accuracy that is left."""
        if self.plain is None or self.disturbed is None:
            return None
        return self.disturbed / self.plain if self.plain else 0.0


def extremes(figures: Sequence[Figures], value: float) -> tuple[Figures, Figures] | None:
    """Return the runs with the largest and the smallest share left; None until that is known of two or more.

    The share that is left decides: a network that recognized more can lose more.
    """
    if not value or len(figures) < 2 or any(one.kept is None for one in figures):
        return None
    return max(figures, key=_kept_of), min(figures, key=_kept_of)


def conclude(
    conclusion: Conclusion,
    pair: tuple[Figures, Figures] | None,
    disturbance: Disturbance,
    images: int = MNIST.validation_images,
) -> None:
    """Say whether the first of two runs withstands this clearly better than the second; without runs, ask.

    Args:
        conclusion: where to say it.
        pair: what is known of both.
        disturbance: how images, or networks, are disturbed.
        images: on how many it was measured.
    """
    question, alike, better = _question_and_answers(disturbance)
    if pair is None:
        conclusion.ask(question)
        return
    best, worst = pair
    most, least = (percent_text(_kept_of(one), 0) for one in pair)
    if _kept_of(best) - _kept_of(worst) < clear_difference(WORTH_SAYING, images):
        conclusion.say(alike.format(least, most))
    else:
        conclusion.say(better.format(best.number, best.name, worst.number, most, least))


def _question_and_answers(disturbance: Disturbance) -> tuple[str, str, str]:
    """Return the question, and what to say of runs that are about alike and of one that is better."""
    return {
        Disturbance.NOISE: (
            translate("RobustnessSentences", "Which network withstands noise better?"),
            translate("RobustnessSentences", "The runs withstand noise about equally: {0} to {1} left."),
            translate("RobustnessSentences", "Run {0} ({1}) withstands noise better than run {2}: {3} left, not {4}."),
        ),
        Disturbance.ROTATION: (
            translate("RobustnessSentences", "Which network withstands rotation better?"),
            translate("RobustnessSentences", "The runs withstand rotation about equally: {0} to {1} left."),
            translate(
                "RobustnessSentences", "Run {0} ({1}) withstands rotation better than run {2}: {3} left, not {4}."
            ),
        ),
        Disturbance.OFF: (
            translate("RobustnessSentences", "Which network copes better when neurons fail?"),
            translate("RobustnessSentences", "The runs cope about equally with failing neurons: {0} to {1} left."),
            translate(
                "RobustnessSentences",
                "Run {0} ({1}) copes better with failing neurons than run {2}: {3} left, not {4}.",
            ),
        ),
    }[disturbance]


def comparison_text(pair: Sequence[Figures], disturbance: Disturbance, value: float) -> str:
    """Say what two runs have left."""
    if len(pair) != 2 or any(one.kept is None for one in pair):
        return ""
    one, other = pair
    assert one.plain is not None  # once its share is known
    assert other.plain is not None
    if not value:
        text = translate("RobustnessSentences", "Undisturbed, run {0} recognizes {1} and run {2} {3}. Move the cursor.")
        return text.format(one.number, percent_text(one.plain), other.number, percent_text(other.plain))
    assert one.disturbed is not None
    assert other.disturbed is not None
    assert one.kept is not None
    assert other.kept is not None
    text = translate(
        "RobustnessSentences", "{0}: {1} → {2} in run {3} ({4} of it left), {5} → {6} in run {7} ({8}); one seed each."
    )
    return text.format(
        value_text(disturbance, value),
        percent_text(one.plain),
        percent_text(one.disturbed),
        one.number,
        percent_text(one.kept, 0),
        percent_text(other.plain),
        percent_text(other.disturbed),
        other.number,
        percent_text(other.kept, 0),
    )


def slope_text(
    figures: Sequence[Figures], disturbance: Disturbance, value: float, images: int = MNIST.validation_images
) -> str:
    """Say whether the run with the smallest slope keeps most of its accuracy under noise; `images` as above."""
    known = [one for one in figures if one.slope is not None and one.kept is not None]
    if disturbance is not Disturbance.NOISE or not value or len(known) < 2:
        return ""
    flattest, most = min(known, key=_slope_of), max(known, key=_kept_of)
    slope, kept = significant_text(_slope_of(flattest), 2), percent_text(_kept_of(most), 0)
    if _kept_of(most) - _kept_of(flattest) < clear_difference(WORTH_SAYING, images):
        text = translate(
            "RobustnessSentences", "Run {0} has the smallest mean slope ‖∂a/∂x‖ ({1}), and none has clearly more left."
        )
        return text.format(flattest.number, slope)
    text = translate(
        "RobustnessSentences",
        "Run {0} has the smallest mean slope ‖∂a/∂x‖ ({1}), but run {2} has more left ({3}): a slope speaks of tiny "
        "changes only.",
    )
    return text.format(flattest.number, slope, most.number, kept)


def _slope_of(figures: Figures) -> float:
    assert figures.slope is not None
    return figures.slope


def _kept_of(figures: Figures) -> float:
    assert figures.kept is not None
    return figures.kept


def method_text(disturbance: Disturbance, images: str, slope_images: str) -> str:
    """Say how it is measured.

    Args:
        disturbance: what is disturbed.
        images: how many validation images there are, as text.
        slope_images: the same, for the slope.
    """
    if disturbance is Disturbance.NOISE:
        text = translate(
            "RobustnessSentences",
            "{0} validation images, the same Gaussian noise for all networks; pixels are then clipped to 0…1, so the "
            "background (0) only ever gains ink.",
        )
    elif disturbance is Disturbance.ROTATION:
        text = translate("RobustnessSentences", "{0} validation images, each turned by the same angle.")
    else:
        text = translate(
            "RobustnessSentences",
            "{0} validation images, mean of {1} draws of neurons in every hidden layer. Those that are left are not "
            "scaled by 1/(1−p): nobody tells them that others have failed.",
        )
    slope = translate("RobustnessSentences", "‖∂a/∂x‖: mean over the first {0}.")
    return f"{text.format(images, DRAWS)} {slope.format(slope_images)}"
