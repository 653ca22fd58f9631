"""What is seen of cost and accuracy along a line, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import DataSpec
from nnreg_gui.engine.network import parameter_count
from nnreg_gui.engine.questions.along_a_line import Cut, shapes_of
from nnreg_gui.pages.compared_runs import unfair_text
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, significant_text, whole_text

translate = QCoreApplication.translate
# A hill: training cost beyond twice the higher end, and this much more. Measured by `tests.benchmarks.along_a_line`
# with three seeds: from no regularization to L2 or L1 it is at most 0.06, between two seeds it rises to 1.4 or more.
_HILL = 0.1
FAR = 0.4  # how far away steepness is compared
_CLEARLY = 1.5  # times as much. Off against L2, with three seeds and three sets of directions: 2.8 to 5.3 times


@dataclass(frozen=True, slots=True)
class NamedCut:
    """A cut through a run.

    Attributes:
        number, name: of the run.
        cut: what was found.
    """

    number: int
    name: str
    cut: Cut


def conclude_between(conclusion: Conclusion, pair: tuple[int, int] | None, cut: Cut | None) -> None:
    """Say whether the training cost has a hill between two runs with these numbers; until that is known, ask."""
    if pair is None or cut is None:
        conclusion.ask(translate("CutSentences", "Is there a hill between two networks?"))
        return
    inside = (cut.places >= 0) & (cut.places <= 1)
    ends, highest = [float(cut.training_cost[place]) for place in _ends(cut)], float(np.max(cut.training_cost[inside]))
    height = significant_text(highest, 2)
    if highest > 2 * max(ends) + _HILL:
        text = translate("CutSentences", "A hill lies between run {0} and run {1}: training cost up to {2}.")
    else:
        text = translate("CutSentences", "No hill on the line from run {0} to run {1}: training cost at most {2}.")
    conclusion.say(text.format(*pair, height))


def conclude_around(conclusion: Conclusion, cuts: list[NamedCut]) -> None:
    """Say which of two runs lies flatter; until that is known, ask."""
    if len(cuts) < 2:
        conclusion.ask(translate("CutSentences", "Which network lies in a flatter place?"))
        return
    flat, steep = sorted(cuts, key=lambda one: _rise(one.cut))
    rises = [significant_text(_rise(one.cut), 2) for one in (flat, steep)]
    if _rise(steep.cut) <= _CLEARLY * _rise(flat.cut):
        text = translate(
            "CutSentences", "Both networks lie about equally steep: {2} away the training cost rises by {0} and {1}."
        )
        conclusion.say(text.format(*rises, percent_text(FAR, 0)))
        return
    text = translate(
        "CutSentences",
        "Run {0} ({1}) lies flatter than run {2}: {5} away the training cost rises by {3}, not by {4}.",
    )
    conclusion.say(text.format(flat.number, flat.name, steep.number, *rises, percent_text(FAR, 0)))


def between_sentence(pair: tuple[int, int], cut: Cut) -> str:
    """Say where on the line validation cost and accuracy are best."""
    text = translate(
        "CutSentences",
        "From run {0} (0 %) to run {1} (100 %): validation cost {2} → {3}, lowest at {4}; validation accuracy {5} → "
        "{6}, highest at {7}.",
    )
    at = _ends(cut)
    return text.format(
        *pair,
        *(significant_text(float(cut.validation_cost[place]), 3) for place in at),
        percent_text(float(cut.places[cut.validation_cost.argmin()]), 0),
        *(percent_text(float(cut.validation_accuracy[place])) for place in at),
        percent_text(float(cut.places[cut.validation_accuracy.argmax()]), 0),
    )


def around_sentence(cuts: list[NamedCut], directions: int) -> str:
    """Say what a distance is, and what is left at one."""
    text = translate(
        "CutSentences",
        "Mean of {0} random directions, each as long in every layer as its weights, and as its biases: {1} away, what "
        "is added is {1} as long as they are.",
    )
    said = [text.format(directions, percent_text(FAR, 0))]
    for one in cuts:
        text = translate("CutSentences", "Run {0}: validation accuracy {1} → {2}.")
        here, there = (float(np.mean(one.cut.validation_accuracy[_at(one.cut, far)])) for far in (0.0, FAR))
        said.append(text.format(one.number, percent_text(here), percent_text(there)))
    return " ".join(said)


def caution(runs: Sequence[DrawnRun]) -> str:
    """Say what a picture of one or two runs cannot show."""
    counts = list(dict.fromkeys(_dimensions(run) for run in runs))
    if len(counts) == 1:
        text = translate("CutSentences", "A cut through {0} dimensions: what lies beside such a line is not seen.")
    else:
        text = translate(
            "CutSentences", "Cuts through {0} and {1} dimensions: what lies beside such a line is not seen."
        )
    return text.format(*map(whole_text, counts))


def incomparable_text(one: DrawnRun, other: DrawnRun) -> str:
    """Say why the costs around two runs tell nothing about what made one of them flatter; "" if they do."""
    if _measured(one) == _measured(other):
        return unfair_text(one, other)
    text = translate(
        "CutSentences",
        "Runs {0} and {1} differ in cost, training images or wrong labels: their costs cannot be compared.",
    )
    return text.format(*sorted((one.number, other.number)))


def no_line_text(one: DrawnRun, other: DrawnRun) -> str:
    """Say why there is no line between two runs; "" if there is one."""
    shapes = {shapes_of(network_of(run).parameters) for run in (one, other)}
    measured = {(run.history.experiment.network.activation, _measured(run)) for run in (one, other)}
    if len(shapes) > 1:
        text = translate(
            "CutSentences", "Runs {0} and {1} have networks of different shapes: no line leads between them."
        )
    elif len(measured) > 1:
        text = translate(
            "CutSentences",
            "Runs {0} and {1} differ in activation, cost, training images or wrong labels: they share no cost to draw.",
        )
    else:
        return ""
    return text.format(one.number, other.number)


def _dimensions(run: DrawnRun) -> int:
    parameters = network_of(run).parameters
    return parameter_count((parameters.weights[0].shape[1], *(len(b) for b in parameters.biases)))


def _measured(run: DrawnRun) -> tuple[str, DataSpec, int | None]:
    """Return what decides which cost is measured; the seed, if it draws the images or says which labels lie."""
    experiment = run.history.experiment.essence
    data = experiment.data
    return experiment.cost, data, experiment.seed if data.lies or data.sample == "seed" else None


def _ends(cut: Cut) -> list[int]:
    """Return where on the line the two networks are."""
    return [int(np.abs(cut.places - place).argmin()) for place in (0.0, 1.0)]


def _at(cut: Cut, far: float) -> np.ndarray:
    """Return which places are this far away, on either side."""
    return np.asarray(np.isclose(np.abs(cut.places), far))


def _rise(cut: Cut) -> float:
    """Return by how much the training cost is higher far away; 0 if it is not."""
    far, here = (float(cut.training_cost[_at(cut, place)].mean()) for place in (FAR, 0.0))
    return max(far - here, 0.0)
