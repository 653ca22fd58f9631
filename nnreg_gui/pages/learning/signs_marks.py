"""What the curves mark of the signs of overfitting."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.overfitting import NEVER, OverfittingSigns
from nnreg_gui.plots.epochs.curve_marks import DIAMOND, RING, SPAN, CurveMark
from nnreg_gui.widgets.texts import significant_text, whole_text

translate = QCoreApplication.translate


def cost_marks(signs: OverfittingSigns | None) -> list[CurveMark]:
    """Return the marks on the cost curves: the lowest validation cost, once it has been the lowest for a while.

    Before that, the mark would run along with the end of the curve.
    """
    if signs is None:
        return []
    lowest, epochs = signs.lowest_cost, len(signs.signs["costs"].state)
    if lowest == NEVER or epochs - 1 - lowest < signs.thresholds.lasting:
        return []
    text = translate("Signs", "lowest at epoch {0}").format(whole_text(lowest))
    return [CurveMark(lowest, "validation_cost", text, RING)]


def accuracy_marks(signs: OverfittingSigns | None) -> list[CurveMark]:
    """Return the marks on the accuracy curves: where the gap opened, and the first perfect training accuracy."""
    marks = []
    if signs is not None and signs.perfect != NEVER:
        text = translate("Signs", "100 % at epoch {0}").format(whole_text(signs.perfect))
        marks.append(CurveMark(signs.perfect, "training_accuracy", text, DIAMOND))
    if signs is not None and signs.gap_opened != NEVER:
        text = translate("Signs", "gap over {0} points from epoch {1} on").format(
            significant_text(100 * signs.thresholds.gap, 3), whole_text(signs.gap_opened)
        )
        marks.append(CurveMark(signs.gap_opened, "validation_accuracy", text, SPAN, "training_accuracy"))
    return marks
