"""Why does a model with more coefficients than points not explode? A polynomial before, at and past the peak."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.page import Page
from nnreg_gui.pages.past_the_peak.polynomial_view import PolynomialView
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column


class PastThePeakPage(Page):
    """Places the conclusion above the view."""

    shows_training = False
    alone = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.polynomial = PolynomialView(self.conclusion)
        column(self.conclusion, (self.polynomial, 1), parent=self, spacing=6, margins=PAGE_MARGINS)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw none of them: this page needs no trained network."""

    @Slot()
    def show_whole(self) -> None:
        self.polynomial.show_whole()

    def play(self) -> bool:
        """Let gradient descent go on, or pause it."""
        self.polynomial.play_or_pause()
        return True

    def settings(self) -> Mapping[str, Setting]:
        panel = self.polynomial.panel
        return {
            "degree": setting(panel.degree),
            "lambda": Setting(panel.set_lambda, lambda: panel.lambda_.value() if panel.penalizes else 0.0),
            "points": setting(panel.number),
            "descent": setting(panel.descent),
            "steps": setting(panel.steps),
        }

    def retranslate(self) -> None:
        """Say nothing: the view does."""
