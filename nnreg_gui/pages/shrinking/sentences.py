"""What the views of the page about shrinking say: of one weight, of two networks, of biases."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.bias_sizes import BiasSizes
from nnreg_gui.engine.certainty import clear_difference
from nnreg_gui.engine.learning_rate import with_fallen_rate
from nnreg_gui.engine.measuring import SMALL_WEIGHT
from nnreg_gui.engine.shrinking import ShrinkingNumbers, ShrinkingWeights
from nnreg_gui.engine.weight_shares import near_zero
from nnreg_gui.pages.shrinking.run_pairs import differ_in_more_than_the_penalty
from nnreg_gui.pages.shrinking.shrink_curves import LARGEST_LIMIT
from nnreg_gui.pages.trained_runs import data_set_of
from nnreg_gui.panels.experiment_text import run_names
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

translate = QCoreApplication.translate
_ROUNDING = 1.001  # a weight summed up in float32 may end a little more than one step from 0
_CLEARLY_MORE = 0.05  # of the share of weights near 0: other seeds and a slightly larger λ change it by less
_SUDDEN_FALL = 0.05  # of the share of small weights, within one epoch
_CLEARLY_BETTER = 0.01  # with one seed each, a smaller difference says little
_NOTHING = 5e-5  # differences are given in hundredths of a point

# ----------------------------------------------------------------------------------------------------------- one weight


def conclude_weights(conclusion: Conclusion, weights: ShrinkingWeights, numbers: ShrinkingNumbers) -> None:
    """Say whether L1 or L2 has brought more weights near 0; ask until one of them has brought any there."""
    l2, l1, start = (_small(one) for one in (weights.l2, weights.l1, weights.start))
    if not numbers.lambda_l1 and not numbers.lambda_l2:
        conclusion.say(translate("ShrinkingSentences", "With λ = 0 neither L1 nor L2 takes anything."))
    elif max(l1, l2) <= start:
        conclusion.ask(question())
    elif l1 > l2:
        only_shrunk = numbers.lambda_l2 and l2 <= start
        text = (
            translate("ShrinkingSentences", "L1 makes weights vanish ({1} of {2}), L2 only makes them smaller.")
            if only_shrunk
            else translate("ShrinkingSentences", "L1 makes more weights vanish: {1} of {2}, L2 {0}.")
        )
        conclusion.say(text.format(l2, l1, len(weights.start)))
    elif l2 > l1:
        text = translate("ShrinkingSentences", "With this λ, L2 makes more weights vanish: {0} of {2}, L1 {1}.")
        conclusion.say(text.format(l2, l1, len(weights.start)))
    else:
        text = translate("ShrinkingSentences", "L1 and L2 have made equally many weights vanish: {0} of {1}.")
        conclusion.say(text.format(l2, len(weights.start)))


def question() -> str:
    """Ask what the page is about."""
    return translate("ShrinkingSentences", "How do L1 and L2 make weights smaller?")


def crossing_sentence(numbers: ShrinkingNumbers) -> str:
    """Say where both penalties take the same amount, and which takes more on which side."""
    crossing = numbers.crossing
    if crossing is None:
        both = not numbers.lambda_l1 and not numbers.lambda_l2
        text = (
            translate("ShrinkingSentences", "With λ = 0 neither takes anything.")
            if both
            else translate("ShrinkingSentences", "With λ = 0 {0} takes nothing: there is no crossing.")
        )
        return text.format("L2" if not numbers.lambda_l2 else "L1")
    text = translate(
        "ShrinkingSentences",
        "At |w| = λ₁/λ₂ = {0} both take {1} per mini-batch; L2 takes more of larger weights, L1 of smaller ones.",
    )
    sentence = text.format(significant_text(crossing, 3), significant_text(numbers.penalty_step("l1"), 3))
    if crossing > LARGEST_LIMIT:
        sentence += " " + translate("ShrinkingSentences", "That is outside of the picture.")
    return sentence


def weights_sentence(weights: ShrinkingWeights, numbers: ShrinkingNumbers, mini_batches: int) -> str:
    """Say what has become of the weights; before the first step, what a step is, in mini-batches."""
    if not weights.mini_batches:
        text = translate(
            "ShrinkingSentences",
            "{0} weights from N(0, 1), without data: only the penalty acts. A step here is {1} mini-batches; a single "
            "one takes {2} (L2) or {3} (L1) of a weight of 1.",
        )
        return text.format(
            len(weights.start),
            whole_text(mini_batches),
            significant_text(numbers.penalty_step("l2"), 3),
            significant_text(numbers.penalty_step("l1"), 3),
        )
    text = translate(
        "ShrinkingSentences",
        "After {0} mini-batches: largest |w| from {1} to {2} (L2) and {3} (L1); below {4} are {5} of {6} (L2) and {7} "
        "of {6} (L1).",
    )
    sentence = text.format(
        whole_text(weights.mini_batches),
        *(number_text(float(np.abs(one).max()), 2) for one in (weights.start, weights.l2, weights.l1)),
        number_text(SMALL_WEIGHT, 2),
        *(count for count in (_small(weights.l2), len(weights.start), _small(weights.l1))),
    )
    return " ".join([sentence, *_about_zero(weights, numbers)])


def _small(weights: np.ndarray) -> int:
    return int(np.count_nonzero(np.abs(weights) < SMALL_WEIGHT))


def _about_zero(weights: ShrinkingWeights, numbers: ShrinkingNumbers) -> list[str]:
    """Say what L1 does with a weight that it has brought to 0, if there is one."""
    step = numbers.penalty_step("l1")
    stepping = int(np.count_nonzero((weights.l1 != 0) & (np.abs(weights.l1) <= _ROUNDING * step)))
    if not stepping:
        return []
    text = translate(
        "ShrinkingSentences",
        "Weights that step to and fro over 0 under L1: {0}; never farther than ηλ/n = {1}. Nothing is clipped: only "
        "exactly 0 would stay (sgn 0 = 0).",
    )
    return [text.format(stepping, significant_text(step, 3))]


# --------------------------------------------------------------------------------------------------------- two networks


def conclude_networks(conclusion: Conclusion, l2: DrawnRun | None, l1: DrawnRun | None) -> None:
    """Say which of two runs has more weights near 0; ask while one is missing, or they differ in anything else.

    That is so, too, while the user looks back at one of them. Only finished runs are called equal: others may still
    change.
    """
    if l2 is None or l1 is None or differ_in_more_than_the_penalty(l2, l1) or l2.epoch != l1.epoch:
        conclusion.ask(question())
        return
    of_l2, of_l1 = (near_zero(_first_layer(run)) for run in (l2, l1))
    if abs(of_l1 - of_l2) < _CLEARLY_MORE:
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


def unlike_text(l2: DrawnRun, l1: DrawnRun) -> str:
    """Say in what, other than the penalty, two runs differ; "" if in nothing."""
    if not differ_in_more_than_the_penalty(l2, l1):
        return ""
    text = translate("NetworkSentences", "The runs differ in more than the penalty: {0} against {1}.")
    return text.format(*run_names([run.history.current_experiment for run in (l2, l1)]))


def one_missing_text(run: DrawnRun, missing: str) -> str:
    """Say that there is nothing to compare a run with."""
    text = translate(
        "NetworkSentences",
        "Run {0} alone: no run with {1} is shown to compare it with. Press S to train the lecture's two.",
    )
    return text.format(run.number, missing)


def network_sentences(l2: DrawnRun, l1: DrawnRun) -> list[str]:
    """Say in numbers what both show; the most important sentences come first."""
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
        *(percent_text(accuracy(run)) for run in (l2, l1)),
    )
    return [sentence, *_about_steps(l1), *_about_falls(l1)]


def _about_steps(run: DrawnRun) -> list[str]:
    """Say how many weights L1 makes step back and forth across 0."""
    history, weights = run.history, _first_layer(run)
    assert run.record is not None
    epoch = run.record.epoch
    step = with_fallen_rate(history.experiment_after(epoch), history, epoch).penalty_step
    share = float(np.count_nonzero(np.abs(weights) <= 1.001 * step)) / weights.size
    text = translate("NetworkSentences", "With L1, {0} are within one step, ηλ/n = {1}, of 0.")
    return [text.format(percent_text(share), significant_text(step, 3))] if share else []


def _about_falls(run: DrawnRun) -> list[str]:
    """Say how often the share of small weights dropped suddenly, as the curve shows it."""
    share, accuracy = run.history.column("small_weights"), run.history.column("validation_accuracy")
    epochs = 1 + np.flatnonzero(-np.diff(share) > _SUDDEN_FALL)
    if not len(epochs):
        return []
    text = translate(
        "NetworkSentences",
        "Epochs in which the share of small weights with L1 fell by more than {0} points: {1}; the validation accuracy "
        "fell by up to {2} points in them.",
    )
    lost = max(0.0, float((accuracy[epochs - 1] - accuracy[epochs]).max()))
    return [text.format(whole_text(round(100 * _SUDDEN_FALL)), len(epochs), number_text(100 * lost, 1))]


def _has_shrunk(run: DrawnRun) -> bool:
    """Return whether the largest weight is smaller than the untrained network's."""
    assert run.record is not None
    largest = run.history.column("largest_weight")
    return bool(largest[run.record.epoch] < largest[0])


def _layer_figures(run: DrawnRun) -> tuple[float, float, int]:
    """Return, for layer 1, the share with |w| < 0.01, the largest |w|, and how many are exactly 0."""
    weights = _first_layer(run)
    return near_zero(weights), float(np.abs(weights).max()), int(np.count_nonzero(weights == 0))


def _first_layer(run: DrawnRun) -> np.ndarray:
    assert run.record is not None  # only trained runs are shown
    return run.record.parameters.weights[0]


# --------------------------------------------------------------------------------------------------------------- biases


def conclude_biases(conclusion: Conclusion, pair: tuple[DrawnRun, DrawnRun] | None) -> None:
    """Say whether penalizing biases, too, has helped; ask until both runs, without it and with it, have finished.

    Ask, too, while the user looks back at one of them. It has helped if the shown networks differ clearly, and so does
    the second half of the epochs on the whole.
    """
    if pair is None or any(run.live for run in pair) or pair[0].epoch != pair[1].epoch:
        conclusion.ask(translate("BiasSentences", "Should biases be penalized, too?"))
        return
    shown, on_the_whole = accuracy(pair[1]) - accuracy(pair[0]), float(np.mean(_late_differences(*pair)))
    clearly = clear_difference(_CLEARLY_BETTER, data_set_of(pair[0]).validation_images)
    if min(shown, on_the_whole) >= clearly:
        text = translate("BiasSentences", "Also penalizing biases has helped here: {0} points (one seed each).")
    elif max(shown, on_the_whole) <= -clearly:
        text = translate("BiasSentences", "Also penalizing biases has hurt here: {0} points (one seed each).")
    else:
        text = translate("BiasSentences", "Also penalizing biases makes no clear difference: {0} points.")
    conclusion.say(text.format(hundredths(shown)))


def bias_sentences(free: DrawnRun, penalized: DrawnRun) -> list[str]:
    """Say how little or much it changes: accuracies in both directions, and the size of the biases."""
    return [*_about_epochs(free, penalized), _about_sizes(free, penalized)]


def difference_text(free: DrawnRun, penalized: DrawnRun) -> str:
    """Return by how many points the penalty on biases changes the validation accuracy: “−0.10”."""
    return hundredths(accuracy(penalized) - accuracy(free))


def accuracy(run: DrawnRun) -> float:
    """Return the validation accuracy of the shown network."""
    assert run.record is not None  # only trained runs are shown
    return run.record.validation_accuracy


def sizes(run: DrawnRun) -> BiasSizes:
    """Return how large the biases of the shown network are."""
    assert run.record is not None
    return BiasSizes.of(run.record.parameters)


def hundredths(difference: float) -> str:
    """Return a difference of shares in points with its sign and two decimals."""
    sign = "±" if abs(difference) < _NOTHING else "+" if difference > 0 else "−"
    return sign + number_text(abs(100 * difference), 2)


def _about_epochs(free: DrawnRun, penalized: DrawnRun) -> list[str]:
    """Say in which direction, and how far, the difference goes over the second half of the epochs."""
    columns = [run.history.column("validation_accuracy") for run in (free, penalized)]
    known, difference = min(map(len, columns)), _late_differences(free, penalized)
    if len(difference) < 2:
        return []
    above, below = (int(np.count_nonzero(one)) for one in (difference > _NOTHING, difference < -_NOTHING))
    text = translate(
        "BiasSentences",
        "From epoch {0} to {1}, also penalizing the biases changes the validation accuracy by {2} to {3} points. "
        "Epochs in which it is higher: {4}; lower: {5}. The best epochs have {6} with and {7} without.",
    )
    sentence = text.format(
        whole_text(known // 2),
        whole_text(known - 1),
        hundredths(float(difference.min())),
        hundredths(float(difference.max())),
        whole_text(above),
        whole_text(below),
        *(percent_text(float(column.max()), 2) for column in reversed(columns)),
    )
    return [sentence]


def _late_differences(free: DrawnRun, penalized: DrawnRun) -> np.ndarray:
    """Return the difference in validation accuracy at each of the second half of the epochs both have."""
    columns = [run.history.column("validation_accuracy") for run in (free, penalized)]
    known = min(map(len, columns))
    without, with_penalty = (column[known // 2 : known] for column in columns)
    return np.asarray(with_penalty - without)


def _about_sizes(free: DrawnRun, penalized: DrawnRun) -> str:
    one, other = sizes(free), sizes(penalized)
    text = translate(
        "BiasSentences",
        "There are {0} biases. Without the penalty on them, mean |b| is {1} in hidden and {2} in output neurons, with "
        "it {3} and {4}.",
    )
    if not one.hidden:
        text = translate(
            "BiasSentences", "There are {0} biases. Without the penalty on them, mean |b| is {2}, with it {4}."
        )
    figures = (one.hidden, one.outputs, other.hidden, other.outputs)
    return text.format(one.count, *(number_text(figure, 2) for figure in figures))
