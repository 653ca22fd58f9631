"""A straight line against a polynomial through the same noisy points, which the user may move."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.polynomials import Points, errors_over_degree, fit, noisy_points
from nnreg_gui.pages.fitting.coefficient_bars import CoefficientBars
from nnreg_gui.pages.fitting.degree_errors import DegreeErrors
from nnreg_gui.pages.fitting.fit_choices import FitChoices, FitPanel
from nnreg_gui.pages.fitting.fit_plot import FitPicture, FitPlot
from nnreg_gui.pages.fitting.fit_sentences import conclude, details_sentences
from nnreg_gui.widgets.button import Button, CheckBox
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room

HELD_OUT = 100  # points


class PolynomialView(FittingWidget):
    """Places the points beside coefficients and errors, the choices and the details below.

    Args:
        conclusion: where the page states what it shows.
    """

    def __init__(self, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._seed = 1
        self.plot, self.coefficients, self.errors = FitPlot(), CoefficientBars(), DegreeErrors()
        self.panel = FitPanel()
        self.anew, self.reset, self.show_held_out = Button("D"), Button("R"), CheckBox("V", checked=True)
        self._sentence = Paragraph()
        self.points, self.held_out = self._drawn_points()
        self._known: tuple[object, ...] = ()  # what the errors over the degree were computed for
        self._errors = np.empty(0), np.empty(0)
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        side = column((self.coefficients, 1), (self.errors, 1), spacing=4)
        pictures = row((self.plot, 3), (side, 2), spacing=12)
        buttons = row(self.anew, self.reset, self.show_held_out, spacing=8)
        choices = row((self.panel, 1), column(self.panel.boxes, buttons, spacing=4), spacing=24)
        column((pictures, 1), choices, Details(self._sentence), parent=self, spacing=6)
        self.show_from(Room.FULL, self.coefficients)

    def _connect(self) -> None:
        self.anew.clicked.connect(self._draw_others)
        self.reset.clicked.connect(self._reset)
        self.show_held_out.toggled.connect(self._show)
        self.panel.changed.connect(self._show)
        self.panel.points_changed.connect(self._draw_again)
        self.plot.point_added.connect(self._add)
        self.plot.point_moved.connect(self._move)
        self.plot.point_removed.connect(self._remove)

    # ---------------------------------------------------------------------------------------------------- the points

    def _drawn_points(self) -> tuple[Points, Points]:
        chosen = self.panel.value()
        return (
            noisy_points(chosen.number, chosen.noise, self._seed),
            noisy_points(HELD_OUT, chosen.noise, self._seed, held_out=True),
        )

    def draw_first(self, number: int) -> None:
        """Draw so many of the points that the page begins with, of which lessons speak."""
        self._seed = 1
        self.panel.number.setValue(number)
        self._draw_again()

    @Slot()
    def _draw_again(self) -> None:
        self.points, self.held_out = self._drawn_points()
        self._show()

    @Slot()
    def _draw_others(self) -> None:
        self._seed += 1
        self._draw_again()

    @Slot()
    def _reset(self) -> None:
        """Go back to the initial choices and points."""
        self._seed = 1
        self.panel.set_value(FitChoices())
        self._draw_again()

    @Slot(float, float)
    def _add(self, x: float, y: float) -> None:
        self.points = self.points.with_point(x, y)
        self._show()

    @Slot(int, float, float)
    def _move(self, place: int, x: float, y: float) -> None:
        self.points = self.points.moved(place, x, y)
        self._show()

    @Slot(int)
    def _remove(self, place: int) -> None:
        self.points = self.points.without(place)
        self._show()

    # ------------------------------------------------------------------------------------------------------- showing

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the view was hidden."""
        super().showEvent(event)
        self._show()

    @Slot()
    def show_whole(self) -> None:
        """Do nothing, as there is nothing to zoom here: the axes scale themselves."""

    @Slot()
    def _show(self) -> None:
        """Fit both models to the points as they are, and show the result."""
        if not self.isVisible():
            return
        chosen, points = self.panel.value(), self.points
        line, polynomial = fit(points, 1), fit(points, chosen.degree, chosen.lambda_)
        held_out = self.held_out if self.show_held_out.isChecked() else None
        self.plot.show_picture(FitPicture(points, held_out, line, polynomial))
        self.coefficients.show_polynomial(polynomial)
        known = points, self.held_out, chosen.lambda_
        if known != self._known:
            self._known, self._errors = known, errors_over_degree(*known)
        self.errors.show_errors(*self._errors, chosen.degree)
        conclude(self._conclusion, held_out, line, polynomial)
        sentences = details_sentences(points, self.held_out, line, polynomial)
        if self.compact:
            del sentences[-1]
        self._sentence.setText(" ".join(sentences))

    def retranslate(self) -> None:
        """Say everything in the present language; the parts do so themselves."""
        self.reset.set_texts(self.tr("Reset"), self.tr("Go back to ten points and degree 9 without a penalty"))
        self.show_held_out.set_texts(
            self.tr("Held-out points"), self.tr("Show {0} points that nothing was fitted to").format(HELD_OUT)
        )
        self.anew.set_texts(
            self.tr("New points") if self.compact else self.tr("Other points"),
            self.tr("Draw other noise around the same line"),
        )
        self._show()
