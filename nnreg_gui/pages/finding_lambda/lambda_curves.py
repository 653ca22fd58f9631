"""Accuracies over λ, without a penalty at the left end."""

from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchCurves


class LambdaCurves(SearchCurves):
    """The picture in which the inverted U of the validation accuracy comes out: solid for L2, dashed for L1."""

    symbol = "λ"
    by_validation = True

    def retranslate(self) -> None:
        """Say everything in the present language."""
        super().retranslate()
        self.set_title(self.tr("Validation accuracy (fainter: training)"))
        self.set_bottom_label("" if self._brief else self.tr("Regularization parameter λ"))

    def name_lines(self, penalties: tuple[str, ...]) -> None:
        """Name the line styles of these penalties, if there are several."""
        lines = {"l2": (Line.SOLID, "L2"), "l1": (Line.DASHED, "L1")}
        self.legend.set_entries([lines[one] for one in lines if one in penalties] if len(penalties) > 1 else [])
