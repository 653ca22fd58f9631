"""What is seen of the tug of war between data and penalty, in words."""

from collections.abc import Sequence
from math import isfinite, sqrt

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.tug_of_war import TugOfWar, WeightPlace
from nnreg_gui.pages.shrinking.latest_pulls import Pulls
from nnreg_gui.pages.shrinking.sheet_choices import OUTPUTS
from nnreg_gui.panels.experiment_text import penalty_name
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate
# Measured by `tests.benchmarks.tug_of_war` with three seeds: a run with L2 that has come to rest has a correlation of
# 0.99 and a rest of 0.1, those with mini-batches of 10 images have 0.1 to 0.5 and 0.8 or more at any one epoch.
ON_THE_LINE = 0.9
_AT_REST = sqrt(1 - ON_THE_LINE**2)  # what such a correlation leaves if the slope is that of the line
_HELD = 0.05  # of the weights: if L1 holds fewer at 0, that is not what there is to see


def conclude_pulls(conclusion: Conclusion, tug: TugOfWar | None, experiment: Experiment | None) -> None:
    """Say how the tug of war stands; without one, ask."""
    if tug is None or experiment is None:
        conclusion.ask(translate("TugSentences", "Who pulls at a weight, and who is stronger?"))
        return
    penalty, balanced = experiment.regularization.penalty, percent_text(_share(tug.balanced))
    held = _share(tug.held)
    if not np.any(tug.penalty):
        conclusion.say(translate("TugSentences", "Without a penalty only the data pull at the weights."))
    elif held >= _HELD:
        text = translate("TugSentences", "{0} holds {1} of the weights at 0: the data pull less there than it does.")
        conclusion.say(text.format(penalty_name(penalty), percent_text(held, 0)))
    elif tug.correlation >= ON_THE_LINE and tug.rest < _AT_REST:  # neither is true of NaN
        text = translate(
            "TugSentences", "Data and penalty nearly balance: weights lie near the line (correlation {0})."
        )
        conclusion.say(text.format(number_text(tug.correlation, 2)))
    else:
        text = translate("TugSentences", "The tug of war goes on: both pulls cancel at {0} of the weights.")
        conclusion.say(text.format(balanced))


def balance_sentence(pulls: Pulls, tug: TugOfWar) -> str:
    """Say in numbers how far data and penalty are from balance."""
    text = translate(
        "TugSentences", "Epoch {0}: the rest is below 10 % of the larger pull at {1} of weights; correlation {2}."
    )
    r = number_text(tug.correlation, 2) if isfinite(tug.correlation) else "–"
    return text.format(whole_text(pulls.record.epoch), percent_text(_share(tug.balanced)), r)


def pull_sentences(tug: TugOfWar, experiment: Experiment, drawn: int) -> list[str]:
    """Say what else is drawn, and of what; the most important sentences come first.

    Args:
        tug: both pulls.
        experiment: the one in force.
        drawn: how many weights are drawn.
    """
    sentences = [translate("TugSentences", "The correlation is that of −∂C₀/∂w and w.")]
    if tug.corridor:
        text = translate("TugSentences", "{0} are held at 0, and at {1} the data pull less than L1’s share of λ/n.")
        within = np.abs(tug.data) < tug.corridor
        sentences.append(text.format(percent_text(_share(tug.held)), percent_text(_share(within))))
    if np.any(tug.penalty) and tug.untouched.any():
        text = translate(
            "TugSentences",
            "At {0} the data do not pull at all, above all at weights from pixels without ink: only the penalty acts.",
        )
        sentences.append(text.format(percent_text(_share(tug.untouched))))
    return [*sentences, _method(tug, experiment, drawn)]


def training_remark(experiment: Experiment) -> str:
    """Say that training follows other pulls than those that are drawn, if so."""
    others = []
    if experiment.regularization.dropout:
        others.append(translate("TugSentences", "dropout"))
    if not experiment.augmentation.is_off:
        others.append(translate("TugSentences", "augmentation"))
    if not others:
        return ""
    text = translate("TugSentences", "Training follows other pulls than those drawn, which are without {0}.")
    return text.format(translate("TugSentences", " and ").join(others))


def weight_names(place: WeightPlace, shapes: Sequence[tuple[int, ...]], data_set: DataSet = MNIST) -> tuple[str, str]:
    """Return what a weight is called, and what where there is little room: layer, neuron, and pixel or other neuron.

    Args:
        place: which weight it is.
        shapes: (neurons, sources) of each layer of its network.
        data_set: what the network was trained on.
    """
    is_output, of_pixel = place.layer == len(shapes) - 1, place.layer == 0
    row, column = divmod(place.source, data_set.width)
    if of_pixel and is_output:
        whole = translate("TugSentences", "Layer {0}, output {1}, pixel ({2}, {3})")
        short = translate("TugSentences", "Output {1} ({2}, {3})")
    elif of_pixel:
        whole = translate("TugSentences", "Layer {0}, neuron {1}, pixel ({2}, {3})")
        short = translate("TugSentences", "Neuron {1} ({2}, {3})")
    elif is_output:
        whole = translate("TugSentences", "Layer {0}, output {1}, from neuron {4}")
        short = translate("TugSentences", "Output {1} ← {4}")
    else:
        whole = translate("TugSentences", "Layer {0}, neuron {1}, from neuron {4}")
        short = translate("TugSentences", "Neuron {1} ← {4}")
    neuron = data_set.classes[place.neuron] if is_output else place.neuron + 1
    parts = place.layer + 1, neuron, row + 1, column + 1, place.source + 1
    return whole.format(*parts), short.format(*parts)


def sheet_titles(picture: str, layers: int, data_set: DataSet = MNIST) -> tuple[str, str]:
    """Return what stands above a picture of weights, and what where there is little room; {0} is its scale.

    Args:
        picture: NEURON or OUTPUTS.
        layers: of the network.
        data_set: what it was trained on.
    """
    if picture == OUTPUTS:
        # Braces of a name stay braces when the scale is filled in.
        first, last = (
            name.replace("{", "{{").replace("}", "}}") for name in (data_set.classes[0], data_set.classes[-1])
        )
        whole = translate("TugSentences", "Hidden neurons (across) → outputs {1}–{2} (down), ±{0}")
        short = translate("TugSentences", "To outputs {1}–{2}, ±{0}")
        return whole.format("{0}", first, last), short.format("{0}", first, last)
    if layers == 1:
        whole = translate("TugSentences", "Weights from the pixels to this output, ±{0}")
    else:
        whole = translate("TugSentences", "Weights from the pixels to this neuron, ±{0}")
    return whole, translate("TugSentences", "From the pixels, ±{0}")


def _method(tug: TugOfWar, experiment: Experiment, drawn: int) -> str:
    """Say what C₀ is the mean of, how many weights are drawn, and what a step of training follows instead."""
    n, m = experiment.data.training_images, experiment.training.batch_size
    text = translate("TugSentences", "C₀ over all {0} training images; {1} of {2} weights are drawn.")
    said = text.format(whole_text(n), whole_text(drawn), whole_text(len(tug.weights)))
    if m < n:
        text = translate("TugSentences", "A step of training follows the pull of {0} of the images only.")
        said += " " + text.format(whole_text(m))
    return said


def _share(where: np.ndarray) -> float:
    return float(where.mean()) if where.size else 0.0
