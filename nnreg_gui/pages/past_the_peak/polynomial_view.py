"""A polynomial of any degree through a few points: its error explodes, and comes down again."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.double_descent import MOST_DEGREE, line_error, line_points
from nnreg_gui.engine.polynomials import Points
from nnreg_gui.pages.past_the_peak.descent_play import DescentPlay
from nnreg_gui.pages.past_the_peak.peak_choices import LEAST_POINTS, MOST_POINTS, MOST_STEPS, PeakChoices, PeakPanel
from nnreg_gui.pages.past_the_peak.peak_figures import DEGREES, STEPS, PeakFigures, Sizes
from nnreg_gui.pages.past_the_peak.peak_plot import PeakPicture, PeakPlot
from nnreg_gui.pages.past_the_peak.peak_sentences import conclude, details_text
from nnreg_gui.pages.past_the_peak.power_curves import PowerCurve, PowerCurves
from nnreg_gui.pages.past_the_peak.scales import DEGREES as DEGREE_SCALE
from nnreg_gui.pages.past_the_peak.scales import STEPS as STEP_SCALE
from nnreg_gui.plots.curve import Line
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import significant_text, whole_text

_LEAST_ERROR, _LEAST_SIZE, _LEAST_TOP = 0.03, 0.1, 10.0  # of the vertical axes


class PolynomialView(FittingWidget):
    """Places the curve beside errors and coefficients, the choices and the details below.

    Args:
        conclusion: where the page states what it shows.
    """

    def __init__(self, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._seed = 1
        self.plot, self.panel = PeakPlot(), PeakPanel()
        self.errors, self.sizes = PowerCurves(DEGREE_SCALE), PowerCurves(DEGREE_SCALE)
        self.play_button, self.anew, self.reset = Button("F"), Button("D"), Button("R")
        self.play = DescentPlay(MOST_STEPS, self)
        self._sentence = Paragraph()
        self.figures = self._drawn_points()
        self._place()
        self._connect()
        self.retranslate()

    def _place(self) -> None:
        side = column((self.errors, 1), (self.sizes, 1), spacing=4)
        pictures = row((self.plot, 6), (side, 5), spacing=12)
        buttons = row(self.play_button, self.anew, self.reset, spacing=8)
        above = row(self.panel.descent, STRETCH, self.panel.points, spacing=16)
        choices = row((self.panel, 1), column(above, buttons, spacing=4), spacing=24)
        column((pictures, 1), choices, Details(self._sentence), parent=self, spacing=6)
        self.show_from(Room.FULL, self.sizes)

    def _connect(self) -> None:
        self.panel.changed.connect(self._show)
        self.panel.points_changed.connect(self._draw_again)
        self.plot.point_added.connect(self._add)
        self.plot.point_moved.connect(self._move)
        self.plot.point_removed.connect(self._remove)
        self.panel.descent.toggled.connect(self.play.stop)
        self.play_button.clicked.connect(self.play_or_pause)
        self.anew.clicked.connect(self._draw_others)
        self.reset.clicked.connect(self._reset)
        self.play.moved.connect(self._take_steps)
        self.play.changed.connect(self._name_play)

    # --------------------------------------------------------------------------------------------------- what is done

    @Slot()
    def play_or_pause(self) -> None:
        """Let gradient descent go on, choosing it if it is not chosen, or pause it."""
        if self.play.running:
            self.play.stop()
            return
        self.panel.descent.setChecked(True)
        self.play.begin(self.panel.value().steps or 1)

    @Slot(int)
    def _take_steps(self, steps: int) -> None:
        self.panel.steps.set_value(steps)

    def _drawn_points(self) -> PeakFigures:
        return PeakFigures(line_points(self.panel.value().number, self._seed))

    def draw_first(self, number: int) -> None:
        """Draw so many of the points that the page begins with, of which lessons speak."""
        self._seed = 1
        self.panel.number.setValue(number)
        self._draw_again()

    @Slot()
    def _draw_again(self) -> None:
        self.figures = self._drawn_points()
        self._show()

    @Slot()
    def _draw_others(self) -> None:
        self._seed += 1
        self._draw_again()

    def _have(self, points: Points) -> None:
        self.figures = PeakFigures(points)
        self.panel.set_number(len(points))
        self._show()

    @Slot(float, float)
    def _add(self, x: float, y: float) -> None:
        if len(self.figures.points) < MOST_POINTS:
            self._have(self.figures.points.with_point(x, y))

    @Slot(int, float, float)
    def _move(self, place: int, x: float, y: float) -> None:
        self._have(self.figures.points.moved(place, x, y))

    @Slot(int)
    def _remove(self, place: int) -> None:
        if len(self.figures.points) > LEAST_POINTS:
            self._have(self.figures.points.without(place))

    @Slot()
    def _reset(self) -> None:
        """Go back to the initial choices and points."""
        self.play.stop()
        self._seed = 1
        self.panel.set_value(PeakChoices())
        self._draw_again()

    # --------------------------------------------------------------------------------------------------------- showing

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while the view was hidden."""
        super().showEvent(event)
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take no steps while hidden."""
        super().hideEvent(event)
        self.play.stop()

    @Slot()
    def show_whole(self) -> None:
        """Show everything again in pictures that were zoomed."""
        for plot in (self.plot, self.errors, self.sizes):
            plot.show_whole()

    @Slot()
    def _show(self) -> None:
        """Fit the points as they are, and show the result."""
        if not self.isVisible():
            return
        chosen, points = self.panel.value(), self.figures.points
        fit, descends = self.figures.at(chosen.degree), chosen.steps is not None
        now = fit.descended(chosen.steps) if chosen.steps is not None else fit.fit(chosen.lambda_)
        self.plot.show_picture(PeakPicture(points, now, fit.fit() if descends else None, penalized=chosen.lambda_ > 0))
        if descends:
            self._show_over_steps(chosen, now)
        else:
            self._show_over_degree(chosen, now)
        conclude(self._conclusion, self.figures, chosen)
        self._sentence.setText(details_text(self.figures, chosen))

    def _show_over_degree(self, chosen: PeakChoices, now: np.ndarray) -> None:
        plain, ridge = self.figures.plain, chosen.lambda_ > 0
        seen = self.figures.penalized(chosen.lambda_) if ridge else plain
        colour: int | str = "l2" if ridge else 1
        without = self.tr("without penalty") if ridge else ""
        error = line_error(now)
        errors = [PowerCurve(without, DEGREES, plain.errors, here=None if ridge else error)]
        if ridge:
            name = f"λ = {significant_text(chosen.lambda_, 2)}"
            errors.append(PowerCurve(name, DEGREES, seen.errors, Line.DASHED, "l2", here=error))
        peak, text = chosen.number - 1, self.tr("{0} coefficients").format(whole_text(chosen.number))
        self._name_plots(self.tr("Degree"))
        for plot, least, top in (
            (self.errors, _LEAST_ERROR, plain.errors.max()),
            (self.sizes, _LEAST_SIZE, plain.norms.max()),
        ):
            plot.set_axes(DEGREE_SCALE, (0, MOST_DEGREE), (least, _top(top)), self.tr("degree"))
        self.errors.show_curves(errors, peak=peak, peak_text=text, here=chosen.degree)
        self.sizes.show_curves(self._size_curves(DEGREES, seen, now, colour), peak=peak, here=chosen.degree)

    def _show_over_steps(self, chosen: PeakChoices, now: np.ndarray) -> None:
        seen, end = self.figures.descent(chosen.degree), Sizes.of([self.figures.at(chosen.degree).fit()])
        last = np.array([1, MOST_STEPS])
        errors = [
            PowerCurve(self.tr("where it tends to"), last, end.errors.repeat(2), Line.DASHED, "none"),
            PowerCurve(self.tr("gradient descent"), STEPS, seen.errors, here=line_error(now)),
        ]
        self._name_plots(self.tr("Steps of gradient descent"))
        for plot, least, top in (
            (self.errors, _LEAST_ERROR, max(end.errors[0], seen.errors.max())),
            (self.sizes, _LEAST_SIZE, max(end.norms[0], seen.norms.max())),
        ):
            plot.set_axes(STEP_SCALE, (1, MOST_STEPS), (least, _top(top)), self.tr("step"))
        self.errors.show_curves(errors, here=chosen.steps)
        self.sizes.show_curves(self._size_curves(STEPS, seen, now, 1), here=chosen.steps)

    def _size_curves(self, x: np.ndarray, seen: Sizes, now: np.ndarray, colour: int | str) -> list[PowerCurve]:
        largest = self.tr("largest")
        return [
            PowerCurve(largest, x, seen.largest, Line.DOTTED, colour, here=float(np.abs(now).max())),
            PowerCurve("‖c‖", x, seen.norms, Line.SOLID, colour, here=float(np.linalg.norm(now))),
        ]

    # ----------------------------------------------------------------------------------------------------------- words

    def _name_plots(self, bottom: str) -> None:
        self.errors.set_bottom_label("")
        self.sizes.set_bottom_label("" if self.compact else bottom)

    def retranslate(self) -> None:
        """Say everything in the present language; the parts do so themselves."""
        self.errors.set_title(self.tr("Error"))
        self.errors.setToolTip(
            self.tr(
                "How far the polynomial is off the true line: the root mean square over −0.97 … 0.97. The axis goes by "
                "powers of ten."
            )
        )
        self.sizes.set_title(self.tr("Size of the coefficients"))
        self.sizes.setToolTip(
            self.tr(
                "‖c‖, the root of the sum of all c², and the largest |c|: past the peak they fall as the error does"
            )
        )
        self.anew.set_texts(self.tr("Other points"), self.tr("Draw other points of the same line"))
        self.reset.set_texts(self.tr("Reset"), self.tr("Go back to the first fifteen points and the peak"))
        self._name_play()
        self._show()
        self.fit()

    @Slot()
    def _name_play(self) -> None:
        text = self.tr("Pause") if self.play.running else self.tr("Descend")
        self.play_button.set_texts(text, self.tr("Let gradient descent take step after step, or pause it"))

    def fit(self) -> None:
        em, metrics = self.fontMetrics().height(), self.fontMetrics()
        texts = self.tr("Pause"), self.tr("Descend")
        self.play_button.setMinimumWidth(max(metrics.horizontalAdvance(text) for text in texts) + em)


def _top(value: float) -> float:
    """Return the power of ten above a value: an axis in steps stays still."""
    return float(10 ** np.ceil(np.log10(max(value, _LEAST_TOP))))
