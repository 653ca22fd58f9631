"""What was measured of pruned networks, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.certainty import clear_difference
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.pruning import Pruned
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

translate = QCoreApplication.translate
# A smaller difference between two networks says nothing: accuracies of 10,000 images are uncertain by half a point
# each, and other seeds give other networks.
WORTH_SAYING = 0.02
POINT = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Figures:
    """What is known about one run.

    Attributes:
        number: of the run.
        name: what it is called in the picture.
        accuracies: 0…1, for every percent of weights pruned, from 0: (100,).
        exact: whether all are measured, or some interpolated.
    """

    number: int
    name: str
    accuracies: np.ndarray
    exact: bool

    def at(self, share: float) -> float:
        """Return the accuracy at a share, which must be a whole percentage."""
        return float(self.accuracies[round(100 * share)])

    def lost(self, share: float) -> float:
        """Return how much lower the accuracy is at a share than unpruned; negative if it is higher."""
        return float(self.accuracies[0]) - self.at(share)

    def harmless(self, little: float = POINT) -> float:
        """Return the largest share up to which no more than this is lost, one point if not said otherwise."""
        too_low = np.flatnonzero(self.accuracies < self.accuracies[0] - little)
        return float(too_low[0] - 1) / 100 if len(too_low) else 0.99


def extremes(figures: Sequence[Figures], share: float) -> tuple[Figures, Figures] | None:
    """Return the runs that lose least and most at a share, a single one twice; None until everything is known."""
    if not share or not figures or not all(one.exact for one in figures):
        return None
    by_loss = sorted(figures, key=lambda one: one.lost(share))
    return by_loss[0], by_loss[-1]


def conclude(
    conclusion: Conclusion, pair: tuple[Figures, Figures] | None, share: float, images: int = MNIST.validation_images
) -> None:
    """Say whether the first of two runs withstands pruning clearly better than the second; without runs, ask.

    Args:
        conclusion: where to say it.
        pair: what is known of both.
        share: how much is pruned.
        images: on how many it was measured.
    """
    if pair is None:
        conclusion.ask(translate("PruningSentences", "How many weights can be taken away?"))
        return
    best, worst = pair
    gone, changes = percent_text(share, 0), [signed_points(-one.lost(share)) for one in pair]
    if best is worst:
        left, before = percent_text(best.at(share)), percent_text(best.at(0))
        text = translate("PruningSentences", "Without {0} of its weights, run {1} recognizes {2}, not {3}.")
        if left == before:
            text = translate("PruningSentences", "Without {0} of its weights, run {1} still recognizes {2}.")
        said = text.format(gone, best.number, left, before)
    elif worst.lost(share) - best.lost(share) < clear_difference(WORTH_SAYING, images):
        text = translate("PruningSentences", "All runs withstand pruning {0} about equally: {2} to {1} points.")
        said = text.format(gone, *changes)
    else:
        text = translate(
            "PruningSentences", "Run {1} ({2}) withstands pruning {0} better than run {3}: {4} points, not {5}."
        )
        said = text.format(gone, best.number, best.name, worst.number, *changes)
    conclusion.say(said)


def shown_text(figures: Figures, share: float, pruned: Pruned, *, per_layer: bool) -> str:
    """Say what the shown run has left: accuracy and parameters."""
    if not share:
        return translate("PruningSentences", "Nothing is pruned yet: move the slider, or drag the line in the picture.")
    if per_layer:
        text = translate(
            "PruningSentences",
            "Run {0} without the smallest {1} of each layer's weights ({2} of {3} parameters are left): {4} instead of "
            "{5} ({6} points).",
        )
    else:
        text = translate(
            "PruningSentences",
            "Run {0} without the smallest {1} of its weights ({2} of {3} parameters are left): {4} instead of {5} "
            "({6} points).",
        )
    return text.format(
        figures.number,
        percent_text(share, 0),
        whole_text(pruned.remaining),
        whole_text(parameter_count(pruned)),
        _accuracy_text(figures, share),
        percent_text(figures.at(0)),
        signed_points(-figures.lost(share)),
    )


def comparison_text(figures: Sequence[Figures], share: float) -> str:
    """Say what each run loses at a share, for runs that were not pruned before."""
    if len(figures) < 2 or not share:
        return ""
    numbers = translate("PruningSentences", "run {0} {1}")
    each = ", ".join(numbers.format(one.number, signed_points(-one.lost(share))) for one in figures)
    return translate("PruningSentences", "Change in points, one seed each: {0}.").format(each)


def harmless_text(figures: Sequence[Figures], images: int = MNIST.validation_images) -> str:
    """Say how much of each run can be pruned at the cost of at most one point, once that is measured.

    Where fewer `images` were measured on than MNIST has, more than a point may be chance.
    """
    known = [one for one in figures if one.exact]
    if not known:
        return ""
    little = clear_difference(POINT, images)
    numbers = translate("PruningSentences", "run {0} {1}")
    each = ", ".join(numbers.format(one.number, percent_text(one.harmless(little), 0)) for one in known)
    if little == POINT:
        return translate("PruningSentences", "At most one point is lost up to: {0}.").format(each)
    text = translate(
        "PruningSentences", "With {2} images, a loss of {1} points may be chance; no more is lost up to: {0}."
    )
    return text.format(each, number_text(100 * little, 1), whole_text(images))


def layers_text(pruned: Pruned, *, per_layer: bool) -> str:
    """Say where the cut is, and how pruning is spread over the layers."""
    if not any(pruned.cuts):
        return ""
    if per_layer:
        layer = translate("PruningSentences", "layer {0} |w| ≤ {1}")
        parts = [layer.format(place + 1, significant_text(cut, 2)) for place, cut in enumerate(pruned.cuts)]
        return translate("PruningSentences", "Pruned are in {0}.").format(", ".join(parts))
    layer = translate("PruningSentences", "{1} of layer {0}")
    gone = [1 - np.count_nonzero(mask) / mask.size for mask in pruned.masks]
    parts = [layer.format(place + 1, percent_text(share, 0)) for place, share in enumerate(gone)]
    text = translate("PruningSentences", "Weights with |w| ≤ {0} are pruned: {1}.")
    return text.format(significant_text(max(pruned.cuts), 2), ", ".join(parts))


def tuned_text(history: RunHistory) -> str:
    """Say what fine-tuning has achieved."""
    assert history.pruning is not None
    column = history.column("validation_accuracy")
    text = translate(
        "PruningSentences",
        "{0} epochs of fine-tuning, with what was pruned held at 0, lead from {1} to {2} ({3} points).",
    )
    return text.format(
        whole_text(history.pruning.epochs),
        percent_text(float(column[0])),
        percent_text(float(column[-1])),
        signed_points(float(column[-1] - column[0])),
    )


def lies_text(number: int, lies: int, repeated: np.ndarray, share: float, tuned: float | None) -> str:
    """Say which share of the wrong labels a run repeats, and its pruned network.

    Args:
        number: of the run.
        lies: how many of its labels are wrong.
        repeated: (100,), 0…1, what it repeats with so many percent pruned.
        share: how much is pruned.
        tuned: what it repeats after fine-tuning; None without.
    """
    if not share:
        text = translate("PruningSentences", "Run {0} repeats {2} of its {1} wrong labels.")
    elif tuned is None:
        text = translate("PruningSentences", "Run {0} repeats {2} of its {1} wrong labels, pruned {3}.")
    else:
        text = translate("PruningSentences", "Run {0} repeats {2} of its {1} wrong labels, pruned {3}, fine-tuned {4}.")
    figures = (float(repeated[0]), float(repeated[round(100 * share)]), tuned or 0.0)
    return text.format(number, whole_text(lies), *map(percent_text, figures))


def parameter_count(pruned: Pruned) -> int:
    """Return how many parameters there were, including biases."""
    return sum(array.size for array in (*pruned.parameters.weights, *pruned.parameters.biases))


def _accuracy_text(figures: Figures, share: float) -> str:
    """Return the accuracy at a share, marked if it may lie between two measured ones."""
    return percent_text(figures.at(share)) if figures.exact else f"≈ {percent_text(figures.at(share))}"
