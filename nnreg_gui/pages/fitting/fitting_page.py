"""A model with many free parameters can describe anything: an elephant, and noise around a line."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.fitting.elephant_view import ElephantView
from nnreg_gui.pages.fitting.polynomial_view import PolynomialView
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.setting import Setting, late_setting, setting
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.view_stack import ViewStack

ELEPHANT, POLYNOMIAL = "elephant", "polynomial"


class FittingPage(Page):
    """Places the conclusion and the choice of the view above the chosen view."""

    shows_training = False
    alone = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = self.view_choice = SegmentedChoice()
        self._views: ViewStack[ElephantView | PolynomialView] = ViewStack(
            {
                ELEPHANT: lambda: ElephantView(self.conclusion),
                POLYNOMIAL: lambda: PolynomialView(self.conclusion),
            }
        )
        head = row(self.choice, STRETCH)
        column(self.conclusion, head, (self._views, 1), parent=self, spacing=6, margins=PAGE_MARGINS)
        give_digits(self.choice, (ELEPHANT, POLYNOMIAL), self)
        self.retranslate()
        self.choice.changed.connect(self._views.open)
        self._views.open(ELEPHANT)

    @property
    def elephant(self) -> ElephantView:
        """The view with few numbers."""
        return cast(ElephantView, self._views.view(ELEPHANT))

    @property
    def polynomial(self) -> PolynomialView:
        """The view with many numbers."""
        return cast(PolynomialView, self._views.view(POLYNOMIAL))

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw none of them: this page needs no network."""

    @Slot()
    def show_whole(self) -> None:
        for view in self._views.built():
            if isinstance(view, PolynomialView):
                view.show_whole()

    def play(self) -> bool:
        """Put the elephant together, or pause that."""
        if self.choice.value() != ELEPHANT:
            return False
        self.elephant.play_or_pause()
        return True

    def settings(self) -> Mapping[str, Setting]:
        elephant = self.elephant.play
        return {
            "parameters": Setting(elephant.use, lambda: elephant.number),
            "degree": late_setting(lambda: setting(self.polynomial.panel.degree)),
            "lambda": late_setting(self._lambda_setting),
            "points": late_setting(self._points_setting),
            "noise": late_setting(lambda: setting(self.polynomial.panel.noise)),
            "held_out": late_setting(lambda: setting(self.polynomial.show_held_out)),
        }

    def _lambda_setting(self) -> Setting:
        ridge = self.polynomial.panel.ridge
        return Setting(ridge.set_value, ridge.value)

    def _points_setting(self) -> Setting:
        return Setting(self.polynomial.draw_first, self.polynomial.panel.number.value)

    def retranslate(self) -> None:
        self.choice.set_choices(
            [
                (ELEPHANT, self.tr("Elephant"), self.tr("What a few numbers can draw (1)")),
                (POLYNOMIAL, self.tr("Line or polynomial?"), self.tr("What many numbers make of noise (2)")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))
