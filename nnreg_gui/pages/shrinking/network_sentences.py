"""What is said about two real networks, one with L2 and one with L1."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.weight_shares import near_zero
from nnreg_gui.pages.shrinking.run_pairs import differ_in_more_than_the_penalty
from nnreg_gui.pages.shrinking.shrinking_sentences import question
from nnreg_gui.panels.experiment_text import run_names
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

translate = QCoreApplication.translate
CLEARLY = 0.05  # of the share of weights near 0: other seeds and a little more λ change it by less
SUDDEN_FALL = 0.05  # of the share of small weights, within one epoch


def conclude(conclusion: Conclusion, l2: DrawnRun | None, l1: DrawnRun | None) -> None:
    """Say which of two runs has more weights near 0; ask while one is missing, or they differ in something else.

    What may still change is not called equal: that is said of runs that are over.
    """
    if l2 is None or l1 is None or _differ(l2, l1):
        conclusion.ask(question())
        return
    of_l2, of_l1 = (near_zero(_first_layer(run)) for run in (l2, l1))
    if abs(of_l1 - of_l2) < CLEARLY:
        if l2.live or l1.live:
            conclusion.ask(question())
            return
        text = translate("NetworkSentences", "Equally many weights are nearly 0: with L1 {1}, with L2 {0}.")
    elif of_l2 > of_l1:
        text = translate("NetworkSentences", "Here L2 makes more weights vanish: {0}, L1 only {1}.")
    elif _has_shrunk(l2):
        text = translate("NetworkSentences", "L1 makes weights vanish ({1} nearly 0), L2 only small ({0}).")
    else:
        text = translate("NetworkSentences", "L1 makes more weights vanish: {1}, L2 only {0}.")
    conclusion.say(text.format(percent_text(of_l2, 0), percent_text(of_l1, 0)))


def difference_text(l2: DrawnRun, l1: DrawnRun) -> str:
    """Say in what else than the penalty two runs differ; "" where in nothing."""
    if not _differ(l2, l1):
        return ""
    text = translate("NetworkSentences", "The runs differ in more than the penalty: {0} against {1}.")
    return text.format(*run_names(_experiments(l2, l1)))


def one_missing_text(run: DrawnRun, missing: str) -> str:
    """Say that there is nothing to compare a run with."""
    text = translate(
        "NetworkSentences",
        "Run {0} alone: no run with {1} is shown to compare it with. Press S to train the lecture's two.",
    )
    return text.format(run.number, missing)


def pair_sentences(l2: DrawnRun, l1: DrawnRun) -> list[str]:
    """Say in numbers what is seen of both; the first sentences are the most important ones."""
    small, largest, zeros = zip(*(_layer_figures(run) for run in (l2, l1)), strict=True)
    text = translate(
        "NetworkSentences",
        "Layer 1, L2 against L1: |w| < 0.01 are {0} and {1}, exactly 0 are {2} and {3} of {4} weights; largest |w| {5} "
        "and {6}. Validation accuracy {7} and {8}.",
    )
    sentence = text.format(
        *map(percent_text, small),
        *map(whole_text, zeros),
        whole_text(_first_layer(l1).size),
        *(number_text(one, 2) for one in largest),
        *(percent_text(_accuracy(run)) for run in (l2, l1)),
    )
    return [sentence, *_about_steps(l1), *_about_falls(l1)]


def _about_steps(run: DrawnRun) -> list[str]:
    """Say how many weights L1 lets step to and fro over 0."""
    step = run.history.current_experiment.penalty_step
    weights = _first_layer(run)
    share = float(np.count_nonzero(np.abs(weights) <= 1.001 * step)) / weights.size
    text = translate("NetworkSentences", "With L1, {0} are within one step, ηλ/n = {1}, of 0.")
    return [text.format(percent_text(share), significant_text(step, 3))] if share else []


def _about_falls(run: DrawnRun) -> list[str]:
    """Say how often the share of small weights fell suddenly, as the curve shows it."""
    share, accuracy = run.history.column("small_weights"), run.history.column("validation_accuracy")
    epochs = 1 + np.flatnonzero(-np.diff(share) > SUDDEN_FALL)
    if not len(epochs):
        return []
    text = translate(
        "NetworkSentences",
        "Epochs in which the share of small weights with L1 fell by more than {0} points: {1}; the validation accuracy "
        "fell by up to {2} points in them.",
    )
    lost = max(0.0, float((accuracy[epochs - 1] - accuracy[epochs]).max()))
    return [text.format(whole_text(round(100 * SUDDEN_FALL)), len(epochs), number_text(100 * lost, 1))]


def _differ(l2: DrawnRun, l1: DrawnRun) -> bool:
    return differ_in_more_than_the_penalty(*_experiments(l2, l1))


def _experiments(*runs: DrawnRun) -> list[Experiment]:
    return [run.history.current_experiment for run in runs]


def _has_shrunk(run: DrawnRun) -> bool:
    """Tell whether the largest weight is smaller than that of the untrained network."""
    assert run.record is not None
    largest = run.history.column("largest_weight")
    return bool(largest[run.record.epoch] < largest[0])


def _layer_figures(run: DrawnRun) -> tuple[float, float, int]:
    """Return of layer 1 the share with |w| < 0.01, the largest |w|, and how many are exactly 0."""
    weights = _first_layer(run)
    return near_zero(weights), float(np.abs(weights).max()), int(np.count_nonzero(weights == 0))


def _first_layer(run: DrawnRun) -> np.ndarray:
    assert run.record is not None  # only trained runs are shown
    return run.record.parameters.weights[0]


def _accuracy(run: DrawnRun) -> float:
    assert run.record is not None
    return run.record.validation_accuracy
