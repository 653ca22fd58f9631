"""Why does a network with more parameters than images not explode? A polynomial past the peak, and real digits."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.past_the_peak.digits_view import DigitsView
from nnreg_gui.pages.past_the_peak.layer_trial import LayerTrial
from nnreg_gui.pages.past_the_peak.polynomial_view import PolynomialView
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, setting
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.view_stack import ViewStack

POLYNOMIAL, DIGITS = _VIEWS = "polynomial", "digits"
_NARROW = 48  # lines of text: short names on narrower pages


class PastThePeakPage(AskingPage):
    """Places the conclusion, and the choice of a view with what that measures, above the view."""

    shows_training = False
    alone = True

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.choice = self.view_choice = SegmentedChoice()
        self._head = row(self.choice, STRETCH, spacing=12)
        self._views: ViewStack[PolynomialView | DigitsView] = ViewStack(
            {POLYNOMIAL: lambda: PolynomialView(self.conclusion), DIGITS: self._made_digits}
        )
        column(self.conclusion, self._head, (self._views, 1), parent=self, spacing=6, margins=PAGE_MARGINS)
        give_digits(self.choice, _VIEWS, self)
        self.retranslate()
        self.choice.changed.connect(self._open)
        self._open(POLYNOMIAL)
        self.fit()

    def _made_digits(self) -> DigitsView:
        trial = LayerTrial(self.services.questions, self)
        trial.ended.connect(self.trial_ended)
        view = DigitsView(trial, self.conclusion)
        for widget in (view.choices, view.bar):
            widget.set_brief(self._brief)
            self._head.addWidget(widget)
        return view

    @property
    def polynomial(self) -> PolynomialView:
        """The view of few points."""
        return cast(PolynomialView, self._views.view(POLYNOMIAL))

    @property
    def digits(self) -> DigitsView:
        """The view of a thousand digits."""
        return cast(DigitsView, self._views.view(DIGITS))

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw none of them: this page needs no trained network."""

    @Slot()
    def show_whole(self) -> None:
        for view in self._views.built():
            view.show_whole()

    def play(self) -> bool:
        """Let gradient descent go on, or pause it."""
        if self.choice.value() != POLYNOMIAL:
            return False
        self.polynomial.play_or_pause()
        return True

    def search_bar(self) -> SearchBar | None:
        return self.digits.bar if self.choice.value() == DIGITS else None

    def settings(self) -> Mapping[str, Setting]:
        panel = self.polynomial.panel
        return {
            "degree": setting(panel.degree),
            "lambda": Setting(panel.ridge.set_value, panel.ridge.value),
            "points": setting(panel.number),
            "descent": setting(panel.descent),
            "steps": setting(panel.steps),
        }

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        digits = self.tr("Digits") if self._brief else self.tr("Real digits")
        self.choice.set_choices(
            [
                (POLYNOMIAL, self.tr("Polynomial"), self.tr("A few points, and many more coefficients (1)")),
                (DIGITS, digits, self.tr("A thousand digits, and up to ten thousand random neurons (2)")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))

    def fit(self) -> None:
        em = self.fontMetrics().height()
        self.set_brief(self.width() < _NARROW * em)
        for view in self._views.built():
            if isinstance(view, DigitsView):
                view.choices.set_brief(self._brief)
                view.bar.set_brief(self._brief)
        self._views.setMinimumSize(20 * em, 8 * em)

    @Slot(str)
    def _open(self, name: str) -> None:
        self._views.open(name)
        for view in self._views.built():
            if isinstance(view, DigitsView):
                view.choices.setVisible(name == DIGITS)
                view.bar.setVisible(name == DIGITS)
        self.view_changed.emit()
