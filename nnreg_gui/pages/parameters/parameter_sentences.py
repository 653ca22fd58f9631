"""What to say about cells of a parameter grid, from what was measured in them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.network import layer_sizes
from nnreg_gui.engine.searches.parameter_grid import LEARNING_RATE, PENALTY_PER_IMAGE, Cell, CellSummary, GridPlan
from nnreg_gui.pages.parameters.quantities import points_text, ratio_text
from nnreg_gui.panels.experiment_text import initial_weights_text
from nnreg_gui.widgets.texts import percent_text, significant_text, whole_text

translate = QCoreApplication.translate
# With one seed each, a smaller difference says little: measured with 5 seeds, h = 30 to 300 and n = 100 to 10,000,
# the standard deviation is 0.1 to 0.7 points.
SAME = 0.01
ENOUGH = 10  # epochs: with fewer, a network's parameters do not make a difference yet
Found = Mapping[Cell, CellSummary]


def network_text(cell: Cell) -> str:
    """Return the layers as on the slides: 784-100-10."""
    return "-".join(map(str, layer_sizes(MNIST, (cell.hidden,))))


def details_text(cell: Cell, found: CellSummary | None, epochs: int) -> str:
    """Say everything about a cell.

    Args:
        cell: which one.
        found: what was found in it, if it was trained.
        epochs: how long it is trained.
    """
    text = translate("ParameterSentences", "{0}, n = {1}: {2} parameters, {3} per image.")
    said = text.format(network_text(cell), whole_text(cell.training_images), whole_text(cell.parameters), _ratio(cell))
    if found is None:
        return said + " " + translate("ParameterSentences", "Not trained yet ({0} epochs).").format(whole_text(epochs))
    text = translate("ParameterSentences", "Validation {0}, training {1}, gap {2} points (best epoch: {3} of {4}).")
    return f"{said} " + text.format(
        percent_text(found.validation_accuracy),
        percent_text(found.training_accuracy),
        points_text(found.gap),
        whole_text(found.best_epoch),
        whole_text(found.epochs),
    )


def answer_text(cell: Cell, found: Found, *, penalized: bool, brief: bool = False) -> str:
    """Answer the lecture's question for a cell: do more parameters than images hurt? "" until that is known.

    Args:
        cell: which one.
        found: what was found in it and in others.
        penalized: whether with L2.
        brief: whether there is room for little more than the numbers.
    """
    one = found.get(cell)
    others = [other for other in found.values() if other.cell.training_images == cell.training_images]
    smaller = [other for other in others if other.cell.hidden < cell.hidden]
    if one is None or not smaller or cell.parameters_per_image <= 1:
        return ""
    few = [other for other in smaller if other.cell.parameters_per_image <= 1]
    # The best of those without more parameters than images; if all have more, the best of those with fewer.
    other = max(few or smaller, key=_validation)
    if brief:
        text = translate("ParameterSentences", "{0}, {1} per image: {2}. {3}, {4} per image: {5}.")
        names = [
            (network_text(some.cell), _ratio(some.cell), percent_text(some.validation_accuracy))
            for some in (one, other)
        ]
        return text.format(*names[0], *names[1])
    text = translate(
        "ParameterSentences",
        "{0} has {1} parameters for {2} images, {3} per image, and recognizes {4} of the validation images; {5} with "
        "{6} per image recognizes {7} (one seed each).",
    )
    said = text.format(
        network_text(cell),
        whole_text(cell.parameters),
        whole_text(cell.training_images),
        _ratio(cell),
        percent_text(one.validation_accuracy),
        network_text(other.cell),
        _ratio(other.cell),
        percent_text(other.validation_accuracy),
    )
    epochs = min(one.epochs, other.epochs)
    if epochs < ENOUGH:
        text = translate("ParameterSentences", "Trained for {0} epochs only, they answer nothing yet: choose “Whole”.")
        return f"{said} " + text.format(whole_text(epochs))
    return f"{said} {_verdict(one.validation_accuracy - other.validation_accuracy, bool(few), penalized)}"


def _verdict(difference: float, few: bool, penalized: bool) -> str:
    """Say what more parameters did, given a difference of accuracies; `few` if the other has at most one per image."""
    if difference <= -SAME:
        text = translate("ParameterSentences", "Here more parameters have cost {0} points.")
        return text.format(points_text(-difference))
    if difference < SAME:
        return translate("ParameterSentences", "Here more parameters have changed hardly anything.")
    if penalized:
        return translate("ParameterSentences", "With L2, more parameters did not hurt here, they helped.")
    if few:
        return translate(
            "ParameterSentences", "More parameters than images did not hurt here, they helped, without any penalty."
        )
    return translate("ParameterSentences", "More parameters did not hurt here, they helped, without any penalty.")


def last_text(one: CellSummary) -> str:
    """Say what became of a network that was trained beyond its best epoch; "" for others."""
    if one.best_epoch == one.epochs:
        return ""
    text = translate("ParameterSentences", "After the last epoch it recognizes {0}, of the training images {1}.")
    return text.format(percent_text(one.last_validation_accuracy), percent_text(one.last_training_accuracy))


def row_text(training_images: int, plan: GridPlan, found: Found) -> str:
    """Say how validation accuracy changes with h at one n; "" until all of its networks are known."""
    cells = [Cell(training_images, h) for h in plan.hidden]
    if not all(cell in found for cell in cells):
        return ""
    row = [found[cell] for cell in cells]
    best, last = max(row, key=_validation), row[-1]
    behind = best.validation_accuracy - last.validation_accuracy
    names = whole_text(training_images), whole_text(last.cell.hidden), _ratio(last.cell), whole_text(best.cell.hidden)
    if best is last:
        text = translate(
            "ParameterSentences", "n = {0}: the largest network is the best, h = {1} with {2} parameters per image."
        )
        return text.format(*names)
    if behind < SAME:
        text = translate(
            "ParameterSentences",
            "n = {0}: the largest network, h = {1} with {2} parameters per image, is within {4} points of the best, "
            "h = {3}.",
        )
    else:
        text = translate(
            "ParameterSentences",
            "n = {0}: the best is h = {3}; the largest network, h = {1} with {2} parameters per image, is {4} points "
            "worse.",
        )
    return text.format(*names, points_text(behind))


def compared_text(cell: Cell, plan: GridPlan, others: Sequence[tuple[GridPlan, CellSummary]]) -> str:
    """Say how the same cell fared with or without a penalty, and from other initial weights; "" if not trained.

    Args:
        cell: which one.
        plan: the one that is shown.
        others: what plans that differ from it in one of the two found in this cell.
    """
    parts = []
    for other, one in others:
        if other.penalized != plan.penalized:
            text = translate("ParameterSentences", "with L2: {0}")
            if plan.penalized:
                text = translate("ParameterSentences", "without a penalty: {0}")
        else:
            text = translate("ParameterSentences", "from large initial weights: {0}")
            if plan.initial_weights == "large":
                text = translate("ParameterSentences", "from scaled initial weights: {0}")
        parts.append(text.format(percent_text(one.validation_accuracy)))
    if not parts:
        return ""
    text = translate("ParameterSentences", "The same network, {0}.")
    return text.format("; ".join(parts))


def measured_text(plan: GridPlan) -> str:
    """Say how the cells are trained, and what they are compared by."""
    texts = translate("ParameterSentences", "{0} epochs at n = {1}"), translate("ParameterSentences", "{0} at {1}")
    sizes: dict[int, list[int]] = {}
    for n in plan.sizes:
        sizes.setdefault(plan.epochs(n), []).append(n)
    epochs = "; ".join(
        texts[min(place, 1)].format(whole_text(count), _range_text(some))
        for place, (count, some) in enumerate(sizes.items())
    )
    penalty = translate("ParameterSentences", "No penalty")
    if plan.penalized:
        penalty = f"L2 λ/n = {significant_text(PENALTY_PER_IMAGE)}"
    text = translate(
        "ParameterSentences",
        "{0}, {1}, η {2}, m 10, seed 1; {3}; accuracies of each run's best epoch.",
    )
    return text.format(penalty, initial_weights_text(plan.initial_weights), significant_text(LEARNING_RATE), epochs)


def _validation(one: CellSummary) -> float:
    return one.validation_accuracy


def _ratio(cell: Cell) -> str:
    return ratio_text(cell.parameters_per_image)


def _range_text(sizes: Sequence[int]) -> str:
    first, last = whole_text(sizes[0]), whole_text(sizes[-1])
    return first if len(sizes) == 1 else f"{first}–{last}"
