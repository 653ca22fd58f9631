"""Accuracies over λ, with those without a penalty at the left end."""

from nnreg_gui.panels.experiment_text import penalty_name
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.search_curves import SearchCurves


class LambdaCurves(SearchCurves):
    """The picture that shows the inverted U of the validation accuracy, with a line style for each penalty."""

    symbol = "λ"
    by_validation = True

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Validation accuracy (fainter: training)"))
        self.set_bottom_label("" if self.compact else self.tr("Regularization parameter λ"))

    def name_lines(self, penalties: tuple[str, ...]) -> None:
        """Name the line styles of these penalties, if there are several."""
        names = [(Line[row.line], penalty_name(one)) for one, row in PENALTY_ROWS.items() if one in penalties]
        self.legend.set_entries(names if len(names) > 1 else [])
