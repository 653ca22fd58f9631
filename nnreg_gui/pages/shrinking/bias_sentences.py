"""What is said about two runs that differ only in the penalty on biases."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.bias_sizes import BiasSizes
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate
CLEARLY = 0.01  # of one seed each, a smaller difference says little
_NOTHING = 5e-5  # differences are said in hundredths of a point


def conclude(conclusion: Conclusion, pair: tuple[DrawnRun, DrawnRun] | None) -> None:
    """Say whether penalizing biases, too, has helped; ask while the two runs, without and with that, are not over.

    It has where the networks that are shown differ clearly, and the second half of the epochs does on the whole.
    """
    if pair is None or any(run.live for run in pair):
        conclusion.ask(translate("BiasSentences", "Should biases be penalized, too?"))
        return
    shown, on_the_whole = accuracy(pair[1]) - accuracy(pair[0]), float(np.mean(_late_differences(*pair)))
    if min(shown, on_the_whole) >= CLEARLY:
        text = translate("BiasSentences", "Also penalizing biases has helped here: {0} points (one seed each).")
    elif max(shown, on_the_whole) <= -CLEARLY:
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
    """Return the validation accuracy of the network that is shown."""
    assert run.record is not None  # only trained runs are shown
    return run.record.validation_accuracy


def sizes(run: DrawnRun) -> BiasSizes:
    """Return how large the biases of the network that is shown are."""
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
    """Return by how much the validation accuracy differs in each of the second half of the epochs both have."""
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
