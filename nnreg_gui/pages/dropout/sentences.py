"""What the views of the page about dropout conclude, and what to say about each phase of a mini-batch."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.certainty import clear_difference
from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.network import Parameters, weighted_outputs
from nnreg_gui.engine.questions.thinning import SHARES_OFF
from nnreg_gui.pages.dropout.mini_batch_walk import BATCH_SIZE, MiniBatchWalk, Phase
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

translate = QCoreApplication.translate
SPOKEN_OF = 3  # of the shares: 30 % off
# In points lost there: a smaller difference between two networks says nothing, as other seeds give others.
CLEARLY = 0.04
_POINT = 0.01  # accuracies of 10,000 images are uncertain by half a point each
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGEST_WRITTEN_OUT = 2**40


def count_text(networks: int) -> str:
    """Return a power of two: “1,073,741,824”, or, if that is too long, “2¹⁰⁰”."""
    if networks <= _LARGEST_WRITTEN_OUT:
        return whole_text(networks)
    return "2" + str(networks.bit_length() - 1).translate(_DIGITS)


def conclude_walk(conclusion: Conclusion, different: int, seen: int, possible: int) -> None:
    """Say that images go through different networks, if they do; ask while only one has.

    Args:
        conclusion: where to say it.
        different: how many networks images have gone through so far.
        seen: how often one has gone through any.
        possible: how many networks there may be.
    """
    if seen < 2:
        conclusion.ask(translate("DropoutSentences", "How many networks does dropout train?"))
        return
    if different == 1:
        text = translate("DropoutSentences", "So far, every image goes through the same network.")
    elif different == seen:
        text = translate("DropoutSentences", "Each image goes through another network: so far {0} of {1}.")
    else:
        text = translate("DropoutSentences", "Images go through different networks: so far {0} of {1}.")
    conclusion.say(text.format(whole_text(different), count_text(possible)))


def conclude_many(conclusion: Conclusion, found: np.ndarray | None, images: int = MNIST.validation_images) -> None:
    """Say whether thinned networks are better together than one is; ask while that is unknown.

    Args:
        conclusion: where to say it.
        found: a network's part of the answer to a `ThinnedEnsembleQuestion`.
        images: on how many it was measured.
    """
    if found is None:
        conclusion.ask(translate("DropoutSentences", "What do many thinned networks know together?"))
        return
    alone, together = float(found[:-2].mean()), float(found[-2])
    clearly = clear_difference(_POINT, images)
    if together - alone >= clearly:
        text = translate("DropoutSentences", "One thinned network recognizes {0}, {2} of them together {1}.")
    elif alone - together >= clearly:
        text = translate("DropoutSentences", "One thinned network is better, {0}, than {2} of them together: {1}.")
    else:
        text = translate("DropoutSentences", "Together, {2} thinned networks are no better ({1}) than one ({0}).")
    conclusion.say(text.format(percent_text(alone), percent_text(together), len(found) - 2))


def conclude_robust(
    conclusion: Conclusion, pair: tuple[np.ndarray, np.ndarray] | None, images: int = MNIST.validation_images
) -> None:
    """Say whether a network with dropout loses less when neurons are off; ask while that is unknown.

    Args:
        conclusion: where to say it.
        pair: accuracies without and with dropout, (shares, draws) each.
        images: on how many they were measured.
    """
    if pair is None:
        conclusion.ask(translate("DropoutSentences", "Does dropout make a network more robust?"))
        return
    clearly = clear_difference(CLEARLY, images)
    without, with_it = (float(found[0].mean() - found[SPOKEN_OF].mean()) for found in pair)
    if without - with_it >= clearly:
        text = translate(
            "DropoutSentences", "More robust with dropout: losing {0} of neurons costs {1} points, not {2}."
        )
    elif with_it - without >= clearly:
        text = translate(
            "DropoutSentences", "Less robust with dropout: losing {0} of neurons costs {1} points, not {2}."
        )
    else:
        text = translate(
            "DropoutSentences",
            "Not clearly more robust with dropout: losing {0} of neurons costs {1} points, without {2}.",
        )
    points = (number_text(100 * lost, 1) for lost in (with_it, without))
    conclusion.say(text.format(percent_text(SHARES_OFF[SPOKEN_OF], 0), *points))


# --------------------------------------------------------------------------------------------------------- a mini-batch


def phase_sentence(walk: MiniBatchWalk) -> str:
    """Say what there is to see."""
    return {Phase.FORWARD: _forward, Phase.BACKWARD: _backward, Phase.STEP: _step}[walk.phase](walk)


def _neurons(walk: MiniBatchWalk) -> tuple[int, int]:
    """Return how many hidden neurons are off, and how many there are."""
    return sum(int((~layer).sum()) for layer in walk.on), sum(len(layer) for layer in walk.on)


def _forward(walk: MiniBatchWalk) -> str:
    off, neurons = _neurons(walk)
    outputs = walk.step.activations[-1][walk.image]
    called, names = int(outputs.argmax()), walk.start.classes
    text = translate(
        "MiniBatch",
        "{0} of {1} hidden neurons are off, the others are multiplied by {2}. This thinned network reads the {3} as "
        "{4} ({5}).",
    )
    if walk.label != walk.true:
        text = translate(
            "MiniBatch",
            "{0} of {1} hidden neurons are off, the others are multiplied by {2}. This thinned network reads the {3}, "
            "which the label calls {6}, as {4} ({5}).",
        )
    return text.format(
        whole_text(off),
        whole_text(neurons),
        significant_text(1 / (1 - walk.dropout), 3),
        names[walk.true],
        names[called],
        number_text(float(outputs[called]), 2),
        names[walk.label],
    )


def _backward(walk: MiniBatchWalk) -> str:
    off, neurons = _neurons(walk)
    if not off:
        return translate("MiniBatch", "The error goes back to all {0} hidden neurons: none is off.").format(neurons)
    text = translate(
        "MiniBatch",
        "The error goes back to the {0} hidden neurons that are on. No weight from or to the {1} others is changed by "
        "this image.",
    )
    return text.format(whole_text(neurons - off), whole_text(off))


def _step(walk: MiniBatchWalk) -> str:
    off, neurons = _neurons(walk)
    costs = [_mean_cost(walk, parameters) for parameters in (walk.step.before, walk.step.after)]
    before, after = (number_text(cost, 3) if np.isfinite(cost) else "–" for cost in costs)
    text = translate(
        "MiniBatch",
        "The gradients of {0} thinned networks are added: one step of the one network. {1} of {2} hidden neurons were "
        "on at least once. Cost of these images, nothing off: {3} before, {4} after.",
    )
    return text.format(BATCH_SIZE, whole_text(neurons - off), whole_text(neurons), before, after)


@np.errstate(all="ignore")  # as in `weighted_outputs()`
def _mean_cost(walk: MiniBatchWalk, parameters: Parameters) -> float:
    """Return the data cost of the mini-batch per image, with nothing switched off."""
    z = weighted_outputs(parameters, walk.inputs, walk.start.activation)
    return COSTS[walk.start.cost].total(z, walk.targets) / BATCH_SIZE
