"""What the map of a parameter grid shows on the whole, in one sentence for each of its quantities."""

from collections.abc import Callable, Mapping
from itertools import chain

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.searches.parameter_grid import Cell, CellSummary, GridPlan
from nnreg_gui.pages.parameters.parameter_sentences import ENOUGH, SAME, network_text
from nnreg_gui.pages.parameters.quantities import GAP, RATIO, TRAINING, VALIDATION, points_text, ratio_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import percent_text, whole_text

translate = QCoreApplication.translate
BY_HEART = 0.99  # of the training images: a network that recognizes these has all but learned them by heart
Found = Mapping[Cell, CellSummary]
_Row = list[CellSummary]


def conclude(conclusion: Conclusion, quantity: str, plan: GridPlan, found: Found, chosen: Cell) -> None:
    """Say what the map shows about a quantity; ask until it does.

    Args:
        conclusion: where to say it.
        quantity: what the cells show, a name of `QUANTITIES`.
        plan: which cells there are.
        found: what is known about them; nothing while training goes on.
        chosen: the framed cell.
    """
    if quantity == RATIO:
        conclusion.say(_about_ratio(chosen))
        return
    conclusion.say_or_ask(_ANSWERS[quantity](_told_rows(plan, found), plan), _question(quantity))


def _question(quantity: str) -> str:
    return {
        VALIDATION: translate("ParameterConclusions", "More parameters than images: does that hurt?"),
        TRAINING: translate("ParameterConclusions", "Do networks with many parameters learn images by heart?"),
        GAP: translate("ParameterConclusions", "Does the gap grow with the number of parameters?"),
    }[quantity]


def _told_rows(plan: GridPlan, found: Found) -> list[_Row]:
    """Return the fully known rows, by rising h, trained long enough, with more parameters than images at the end."""
    rows = [[found[cell] for h in plan.hidden if (cell := Cell(n, h)) in found] for n in plan.sizes]
    return [
        row
        for row in rows
        if len(row) == len(plan.hidden)
        and row[-1].cell.parameters_per_image > 1
        and min(one.epochs for one in row) >= ENOUGH
    ]


def _about_validation(rows: list[_Row], plan: GridPlan) -> str:
    """Say in how many rows the largest network is clearly behind the best."""
    if not rows:
        return ""
    behind = [max(one.validation_accuracy for one in row) - row[-1].validation_accuracy for row in rows]
    hurt = sum(one >= SAME for one in behind)
    if hurt:
        text = translate(
            "ParameterConclusions", "Too many parameters hurt for {0} of {1} sizes n: by up to {2} points."
        )
        return text.format(hurt, len(rows), points_text(max(behind)))
    most = max(row[-1].cell.parameters_per_image for row in rows)
    text = translate("ParameterConclusions", "Not even {0} parameters per image hurt here, without any penalty.")
    if plan.penalized:
        text = translate("ParameterConclusions", "With L2, not even {0} parameters per image hurt here.")
    return text.format(ratio_text(most))


def _about_training(rows: list[_Row], _: GridPlan) -> str:
    """Say how many networks with more parameters than images have learned these by heart, and how many others."""
    many: list[bool] = []
    few: list[bool] = []
    for one in chain(*rows):
        (many if one.cell.parameters_per_image > 1 else few).append(one.training_accuracy >= BY_HEART)
    if not many or not few:
        return ""
    if sum(many) / len(many) > sum(few) / len(few):
        text = translate(
            "ParameterConclusions", "{0} of {1} networks with more parameters than images know {4} of these."
        )
    else:
        text = translate(
            "ParameterConclusions",
            "More parameters than images: {0} of {1} networks know {4} of these, others {2} of {3}.",
        )
    return text.format(sum(many), len(many), sum(few), len(few), percent_text(BY_HEART, 0))


def _about_gap(rows: list[_Row], _: GridPlan) -> str:
    """Say in how many rows the gap of the largest network clearly exceeds that of the smallest."""
    if not rows:
        return ""
    growth = [row[-1].gap - row[0].gap for row in rows]
    grown = sum(one >= SAME for one in growth)
    if grown:
        text = translate(
            "ParameterConclusions", "With more parameters, the gap grows for {0} of {1} sizes n: by up to {2} points."
        )
    else:
        text = translate("ParameterConclusions", "With more parameters, the gap grows for none of {1} sizes n.")
    return text.format(grown, len(rows), points_text(max(growth)))


def _about_ratio(cell: Cell) -> str:
    text = translate("ParameterConclusions", "{0} with {1} images: {2} parameters per image.")
    return text.format(network_text(cell), whole_text(cell.training_images), ratio_text(cell.parameters_per_image))


_ANSWERS: dict[str, Callable[[list[_Row], GridPlan], str]] = {
    VALIDATION: _about_validation,
    TRAINING: _about_training,
    GAP: _about_gap,
}
