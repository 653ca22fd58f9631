"""What is said about accuracy over the size of the training set."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.searches.grids import PointSummary
from nnreg_gui.engine.spread import clearly_above
from nnreg_gui.pages.finding_lambda.search_sentences import spread_text
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import whole_text

translate = QCoreApplication.translate
Pairs = dict[int, tuple[PointSummary, PointSummary]]  # by n: without and with regularization


def conclude(conclusion: Conclusion, summaries: Sequence[PointSummary]) -> None:
    """State with how many images regularization helps most, or ask until there are two sizes to compare."""
    pairs = _pairs(summaries)
    if len(pairs) < 2:
        conclusion.ask(translate("SizesSentences", "When does regularization help: with few images, or with many?"))
        return
    clear = _clear(pairs)
    gains = {n: _gain(pairs, n) for n in pairs}
    most, least = (choose(clear, key=gains.__getitem__, default=0) for choose in (max, min))
    if not clear:
        text = translate("SizesSentences", "No difference is larger than seeds explain.")
    elif gains[least] > 0:
        text = translate("SizesSentences", "Regularization helps most with {0} images: {1} points.")
        if gains[most] < max(gains.values()):  # elsewhere by more, but not clearly
            text = translate("SizesSentences", "Regularization clearly helps with {0} images: {1} points.")
    elif gains[most] > 0:
        text = translate("SizesSentences", "Regularization helps with {0} images, but harms with {2}.")
    else:
        text = translate("SizesSentences", "Regularization harms, most with {2} images: {3} points.")
        if gains[least] > min(gains.values()):
            text = translate("SizesSentences", "Regularization clearly harms with {2} images: {3} points.")
    figures = (whole_text(most), signed_points(gains.get(most, 0.0)))
    conclusion.say(text.format(*figures, whole_text(least), signed_points(gains.get(least, 0.0))))


def comparison(summaries: Sequence[PointSummary]) -> list[str]:
    """Say what regularization changes at the smallest and the largest size, and where it changes most."""
    pairs = _pairs(summaries)
    if not pairs:
        return []
    said = []
    for n in dict.fromkeys((min(pairs), max(pairs))):
        text = translate("SizesSentences", "n = {0}: {1} without, {2} with regularization.")
        said.append(text.format(whole_text(n), *(spread_text(one.validation_accuracy, one.seeds) for one in pairs[n])))
    clear = _clear(pairs)
    if not clear:
        said.append(translate("SizesSentences", "No difference is larger than seeds explain."))
    elif len(pairs) > 2 and (most := max(pairs, key=lambda n: abs(_gain(pairs, n)))) in clear:
        text = translate("SizesSentences", "The difference is largest at n = {0}: {1} points.")
        said.append(text.format(whole_text(most), signed_points(_gain(pairs, most))))
    return said


def _pairs(summaries: Sequence[PointSummary]) -> Pairs:
    by_size: dict[int, dict[bool, PointSummary]] = {}
    for one in summaries:
        by_size.setdefault(one.point.training_images, {})[not one.point.is_off] = one
    return {n: (both[False], both[True]) for n, both in sorted(by_size.items()) if len(both) == 2}


def _gain(pairs: Pairs, n: int) -> float:
    off, on = pairs[n]
    return on.validation_accuracy.mean - off.validation_accuracy.mean


def _clear(pairs: Pairs) -> list[int]:
    """Return the sizes at which accuracies differ by more than seeds explain."""
    accuracies = {n: (off.validation_accuracy, on.validation_accuracy) for n, (off, on) in pairs.items()}
    return [n for n, both in accuracies.items() if clearly_above(*both) or clearly_above(*both[::-1])]
