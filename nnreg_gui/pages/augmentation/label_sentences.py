"""What a network takes augmented digits for, in words and numbers."""

from collections.abc import Sequence
from math import ceil

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.pages.outcome import gap_text
from nnreg_gui.panels.augmentation_text import augmentation_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, whole_text

translate = QCoreApplication.translate
_PAIRS_TOLD, _CLASSES_TOLD = 3, 4
_LEAST_FALL = 0.03  # of a class: less is not worth saying
_CHANCE = 1.0  # times 1/√n: 10,000 digits, changed by another draw, differ by less than a point, 1,000 by less than 3


def class_accuracies(matrix: np.ndarray) -> np.ndarray:
    """Return the recognized share of each class, (classes,), from counts whose rows are what the digits are."""
    return np.diag(matrix) / np.maximum(matrix.sum(1), 1)


def grown_pairs(originals: np.ndarray, changed: np.ndarray) -> list[tuple[int, int]]:
    """Return what is confused more often when changed, (what it is, what it is called), largest growth first."""
    growth = changed - originals
    np.fill_diagonal(growth, 0)
    order = np.argsort(-growth, axis=None, kind="stable")
    return [(int(place) // len(growth), int(place) % len(growth)) for place in order if growth.flat[place] > 0]


def chance_of(digits: float) -> float:
    """Return by how much an accuracy on so many digits may differ, 0…1, though nothing but the draw does."""
    return _CHANCE / max(digits, 1.0) ** 0.5


def conclude(conclusion: Conclusion, originals: np.ndarray, changed: np.ndarray, run: DrawnRun) -> None:
    """Say whether a run's network reads augmented digits worse than originals, from counts, (classes, classes)."""
    before, after = (float(np.trace(matrix) / matrix.sum()) for matrix in (originals, changed))
    chance = chance_of(originals.sum())
    if after < before - chance:
        text = translate("LabelSentences", "Run {0} reads augmented digits {1} points worse than originals.")
    elif after > before + chance:
        text = translate("LabelSentences", "Run {0} reads augmented digits {1} points better than originals.")
    else:
        text = translate("LabelSentences", "Run {0} reads augmented digits as well as originals.")
    conclusion.say(text.format(run.number, gap_text(abs(after - before))))


def ask(conclusion: Conclusion) -> None:
    """Ask the page's question."""
    conclusion.ask(translate("LabelSentences", "Is it still the same digit?"))


def total_sentence(originals: np.ndarray, changed: np.ndarray) -> str:
    """Return the accuracies on all digits, from counts, (classes, classes)."""
    accuracies = (percent_text(float(np.trace(matrix) / matrix.sum())) for matrix in (originals, changed))
    return translate("LabelSentences", "Originals {0} → augmented {1}").format(*accuracies)


def label_sentences(
    originals: np.ndarray, changed: np.ndarray, run: DrawnRun, classes: tuple[str, ...] = MNIST.classes
) -> list[str]:
    """Return the worst pairs, which classes suffer, and how the run was trained, from counts, (classes, classes)."""
    falls = class_accuracies(originals) - class_accuracies(changed)
    chances = [max(chance_of(float(count)), _LEAST_FALL) for count in originals.sum(1)]
    return [*_worst_pairs(originals, changed, classes), _suffering(falls, classes, chances), _trained_with(run)]


def _worst_pairs(originals: np.ndarray, changed: np.ndarray, classes: tuple[str, ...]) -> list[str]:
    text = translate("LabelSentences", "{0} is read as {1}: {2} of {3} ({4}; before {5})")
    return [
        text.format(
            classes[label],
            classes[called],
            whole_text(int(changed[label, called])),
            whole_text(int(changed[label].sum())),
            percent_text(float(changed[label, called] / changed[label].sum()), 0),
            whole_text(int(originals[label, called])),
        )
        for label, called in grown_pairs(originals, changed)[:_PAIRS_TOLD]
    ]


def _suffering(falls: np.ndarray, classes: tuple[str, ...], chances: Sequence[float]) -> str:
    """Say which classes lose most, (classes,) shares of one, if any loses more than chance explains."""
    worst = [int(label) for label in np.argsort(-falls, kind="stable") if falls[label] > chances[label]]
    if not worst:
        text = translate("LabelSentences", "No class loses more than {0} points.")
        return text.format(whole_text(ceil(100 * max(_LEAST_FALL, float(falls.max())) - 1e-9)))
    one = "{0}\N{NO-BREAK SPACE}(−{1})"
    told = [one.format(classes[label], whole_text(round(100 * float(falls[label])))) for label in worst[:_CLASSES_TOLD]]
    return translate("LabelSentences", "Suffer most, in points: {0}.").format(", ".join(told))


def _trained_with(run: DrawnRun) -> str:
    history = run.history
    augmentation = history.current_experiment.augmentation
    if any(change.before.augmentation != change.after.augmentation for change in history.changes):
        text = translate("LabelSentences", "Run {0} was last trained with: {1}.")
    elif augmentation.is_off:
        text = translate("LabelSentences", "Run {0} was trained without augmentation.")
    else:
        text = translate("LabelSentences", "Run {0} was trained with {1}.")
    return text.format(run.number, augmentation_text(augmentation))
