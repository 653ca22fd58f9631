"""Why does a network with more parameters than images not explode? A polynomial, random neurons, trained networks."""

from collections.abc import Mapping, Sequence
from typing import TypeVar, cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.past_the_peak.cut_trial import CutTrial
from nnreg_gui.pages.past_the_peak.digits_view import DigitsView
from nnreg_gui.pages.past_the_peak.layer_trial import LayerTrial
from nnreg_gui.pages.past_the_peak.polynomial_view import PolynomialView
from nnreg_gui.pages.past_the_peak.trained_view import TrainedView
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting, late_setting, setting
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.keys import give_digits
from nnreg_gui.widgets.layouts import PAGE_MARGINS, STRETCH, column, row
from nnreg_gui.widgets.room import tell_room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.view_stack import ViewStack

POLYNOMIAL, DIGITS, TRAINED = _VIEWS = "polynomial", "digits", "trained"
MeasuringView = TypeVar("MeasuringView", DigitsView, TrainedView)


class PastThePeakPage(AskingPage):
    """Places the conclusion, and the choice of a view with what that measures, above the view."""

    shows_training = False
    alone = True

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self.choice = self.view_choice = SegmentedChoice()
        self._head, self._below = row(self.choice, STRETCH, spacing=12), row(STRETCH, spacing=12)
        self._views: ViewStack[PolynomialView | DigitsView | TrainedView] = ViewStack(
            {
                POLYNOMIAL: lambda: PolynomialView(self.conclusion),
                DIGITS: self._made_digits,
                TRAINED: self._made_trained,
            }
        )
        column(self.conclusion, self._head, self._below, (self._views, 1), parent=self, spacing=6, margins=PAGE_MARGINS)
        give_digits(self.choice, _VIEWS, self)
        self.retranslate()
        self.choice.changed.connect(self._open)
        self._open(POLYNOMIAL)

    def _made_digits(self) -> DigitsView:
        trial = LayerTrial(self.services.questions, self)
        trial.ended.connect(self.trial_ended)
        return self._with_head(DigitsView(trial, self.conclusion))

    def _made_trained(self) -> TrainedView:
        trial = CutTrial(self.services.searches, self)
        trial.ended.connect(self.trial_ended)
        return self._with_head(TrainedView(trial, self.conclusion))

    def _with_head(self, view: MeasuringView) -> MeasuringView:
        """Place the choices of a view, and the bar that has it measured, beside the choice of views."""
        for widget in (view.choices, view.bar):
            tell_room(widget, self.room)
            widget.hide()  # until the view is opened
            self._row_of_tools().addWidget(widget)
        return view

    def _row_of_tools(self) -> QHBoxLayout:
        """Return where there is room for what views measure with: beside the choice of views, or below it."""
        return self._below if self.compact else self._head

    @property
    def polynomial(self) -> PolynomialView:
        """The view of few points."""
        return cast(PolynomialView, self._views.view(POLYNOMIAL))

    @property
    def digits(self) -> DigitsView:
        """The view of a thousand digits."""
        return cast(DigitsView, self._views.view(DIGITS))

    @property
    def trained(self) -> TrainedView:
        """The view of trained networks."""
        return cast(TrainedView, self._views.view(TRAINED))

    def _measuring(self) -> dict[str, DigitsView | TrainedView]:
        """Return the views built so far that measure something."""
        return {
            DIGITS if isinstance(view, DigitsView) else TRAINED: view
            for view in self._views.built()
            if not isinstance(view, PolynomialView)
        }

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
        view = self._measuring().get(self.choice.value())
        return view.bar if view is not None else None

    def settings(self) -> Mapping[str, Setting]:
        panel = self.polynomial.panel
        return {
            "degree": setting(panel.degree),
            "lambda": Setting(panel.ridge.set_value, panel.ridge.value),
            "points": Setting(self.polynomial.draw_first, panel.number.value),
            "descent": setting(panel.descent),
            "steps": setting(panel.steps),
            "wrong_labels": late_setting(lambda: setting(self.digits.choices.wrong)),
            "stopped_early": late_setting(lambda: setting(self.trained.choices)),
        }

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        digits = self.tr("Digits") if self.compact else self.tr("Real digits")
        trained = self.tr("Trained") if self.compact else self.tr("Trained networks")
        self.choice.set_choices(
            [
                (POLYNOMIAL, self.tr("Polynomial"), self.tr("A few points, and many more coefficients (1)")),
                (DIGITS, digits, self.tr("A thousand digits of MNIST, and up to ten thousand random neurons (2)")),
                (TRAINED, trained, self.tr("Networks trained to the end, with true labels and with wrong ones (3)")),
            ]
        )
        self.choice.setAccessibleName(self.tr("View"))

    def follow_room(self) -> None:
        super().follow_room()
        for view in self._measuring().values():
            for widget in (view.choices, view.bar):
                self._row_of_tools().addWidget(widget)  # which takes it from the other row

    @Slot(str)
    def _open(self, name: str) -> None:
        self._views.open(name)
        for other, view in self._measuring().items():
            view.choices.setVisible(other == name)
            view.bar.setVisible(other == name)
        self.view_changed.emit()
