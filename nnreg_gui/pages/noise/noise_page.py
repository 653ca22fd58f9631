"""Does the output change little when the input or the network does? Accuracies, slopes, one digit, and a line."""

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.questions.question import Network
from nnreg_gui.engine.questions.robustness import GRADIENT_IMAGES
from nnreg_gui.pages.compared_runs import compared, short_names, unfair_text
from nnreg_gui.pages.compared_runs_page import ComparedRunsPage
from nnreg_gui.pages.measuring_sentences import accuracies_text, failure_text, waiting_text
from nnreg_gui.pages.noise.disturbed_digit_view import DisturbedDigitView
from nnreg_gui.pages.noise.figures_table import FiguresTable
from nnreg_gui.pages.noise.line_view import LineView
from nnreg_gui.pages.noise.noise_head import NoiseHead
from nnreg_gui.pages.noise.robustness_measurements import (
    VALUES,
    accuracies_of,
    accuracy_measurements,
    slope_measurements,
)
from nnreg_gui.pages.noise.sentences import (
    Figures,
    comparison_text,
    conclude,
    extremes,
    method_text,
    slope_text,
)
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.setting import Setting
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.disturbance import Disturbance, value_text
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.robustness_curves import RobustnessCurves
from nnreg_gui.widgets.details import Details
from nnreg_gui.widgets.fitting_text import FittingText
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.texts import percent_text, whole_text
from nnreg_gui.widgets.view_stack import Stack

# Where the cursor stands at first: much is lost there, but not everything.
_AT_FIRST = {Disturbance.NOISE: 0.3, Disturbance.ROTATION: 15.0, Disturbance.OFF: 0.3}


class NoisePage(ComparedRunsPage):
    """Places the curves beside the digit and the figures, their conclusion above, and the details below."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, "noise", parent)
        self._values = dict(_AT_FIRST)
        self.digits = services.validation
        self.accuracies = accuracy_measurements(services.questions, self)
        self.slopes = slope_measurements(services.questions, self)
        self._asked = self.slopes, *self.accuracies.values(), self.digits
        self.head, self.plot = NoiseHead(self.bar), RobustnessCurves()
        self.view_choice = self.head.choice
        self.view, self.table = DisturbedDigitView(), FiguresTable()
        self._text, self._method, self._remarks = FittingText(), Paragraph(), FittingText()
        self._stack, self._disturbed = Stack(), QWidget()
        self._line: LineView | None = None
        self._place()
        self._connect()
        self.retranslate()
        self._open()

    def _place(self) -> None:
        side = column((self.view, 1), (self.table, 1), spacing=6)
        column(
            (row((self.plot, 11), (side, 10), spacing=12), 1),
            self._remarks,
            Details(self._text, self._method),
            parent=self._disturbed,
            spacing=6,
        )
        self._stack.addWidget(self._disturbed)
        column(self.conclusion, self.head, (self._stack, 1), parent=self, spacing=6, margins=PAGE_MARGINS)

    def _connect(self) -> None:
        self.digits.changed.connect(self._refresh)
        self.slopes.changed.connect(self._refresh)
        for accuracies in self.accuracies.values():
            accuracies.changed.connect(self._refresh)
        self.head.opened.connect(self._open)
        self.view.value_chosen.connect(self._go_to)
        self.plot.value_chosen.connect(self._go_to)

    @property
    def disturbance(self) -> Disturbance:
        """The present disturbance."""
        return self.head.disturbance

    @property
    def value(self) -> float:
        """How far it goes: where the cursor and the slider stand."""
        return self._values[self.disturbance]

    @property
    def line(self) -> LineView:
        """The view along a line; built when first asked for."""
        if self._line is None:
            self._line = LineView(self.services.questions, self.conclusion)
            self._stack.addWidget(self._line)
        return self._line

    @Slot()
    def show_whole(self) -> None:
        if self._line is not None:
            self._line.whole()

    # ------------------------------------------------------------------------------------------------------ questions

    @Slot()
    def _open(self) -> None:
        """Show the disturbance, or the line, that the user has chosen."""
        self._try_again()
        self._stack.setCurrentWidget(self.line if self.head.is_line else self._disturbed)
        self.plot.set_disturbance(self.disturbance, VALUES[self.disturbance])
        self.view.set_disturbance(self.disturbance, self.value)
        self._refresh()

    @Slot(float)
    def _go_to(self, value: float) -> None:
        """Disturb this far."""
        self._values[self.disturbance] = value
        self.view.set_value(value)
        self._refresh()

    def _draw(self) -> None:
        if self.head.is_line:
            self._draw_line()
            return
        networks = [network_of(run) for run in self._measured_runs]
        self.accuracies[self.disturbance].want(networks)
        self.slopes.want(networks)
        self.view.set_digits(self._validation_digits(), self.data_set)
        self.view.show_runs(compared(self._runs), self.hidden_text() if self.all_hidden else "")
        curves = self._curves(self._accuracies_of)
        self.plot.show_runs(curves)
        self.plot.set_value(self.value)
        self.plot.set_empty_text("" if curves else self._why_empty())
        self._show_bar()
        self._show_words()

    def _draw_line(self) -> None:
        """Let the line's view draw, which asks for itself."""
        self._show_bar()
        self.head.progress.setText("")
        self.line.show_runs(
            self._runs,
            self._remarks_text(),
            self._empty_text(
                self.tr("Train a second run: a line needs two."),
                self.tr("The networks are being trained …"),
                self.tr(
                    "Here you will see how cost and accuracy change when the weights go straight from one network to "
                    "another. Press S to train one network without regularization, one with L2 and one with L1."
                ),
            ),
        )
        self.conclusion.setVisible(True)

    def _accuracies_of(self, network: Network) -> np.ndarray | None:
        measured = self.accuracies[self.disturbance].of(network)
        return accuracies_of(measured) if measured is not None else None

    # -------------------------------------------------------------------------------------------------------- words

    def _show_words(self) -> None:
        names = short_names(self._measured_runs)
        figures = {run.number: self._figures_of(run, names[run.number]) for run in self._measured_runs}
        self.table.show_figures(list(figures.values()), value_text(self.disturbance, self.value))
        pair = [figures[run.number] for run in compared(self._runs) if run.number in figures]
        said = (
            comparison_text(pair, self.disturbance, self.value),
            slope_text(list(figures.values()), self.disturbance, self.value, self.data_set.validation_images),
        )
        self._text.set_text(" ".join(filter(None, said)))
        judged = extremes(list(figures.values()), self.value)
        unfair = unfair_text(*(self._run(one.number) for one in judged)) if judged is not None else ""
        conclude(self.conclusion, None if unfair else judged, self.disturbance, self.data_set.validation_images)
        self._remarks.set_text(self._remarks_text(unfair))
        self.head.progress.setText(self._progress_text())
        split = self.digits.of(self.data_set)
        count = whole_text(len(split)) if split is not None else "…"
        slope_count = whole_text(min(GRADIENT_IMAGES, len(split))) if split is not None else "…"
        self._method.setText(method_text(self.disturbance, count, slope_count))
        self._show_what_fits()

    def _run(self, number: int) -> DrawnRun:
        return next(run for run in self._measured_runs if run.number == number)

    def _figures_of(self, run: DrawnRun, name: str) -> Figures:
        """Return what is known about a run where the cursor stands."""
        network, values = network_of(run), VALUES[self.disturbance]
        accuracies, slope = self._accuracies_of(network), self.slopes.of(network)
        plain = disturbed = None
        if accuracies is not None:
            plain, disturbed = float(accuracies[values.index(0.0)]), float(accuracies[values.index(self.value)])
        return Figures(run.number, name, plain, disturbed, None if slope is None else float(slope))

    def _progress_text(self) -> str:
        """Say what is being measured and how far it has got, or why it was not measured."""
        accuracies, slopes = self.accuracies[self.disturbance], self.slopes
        problem = accuracies.problem or slopes.problem
        if problem is not None:
            return failure_text(problem)
        if accuracies.share is not None:
            return accuracies_text(accuracies.share)
        if slopes.share is not None:
            return self.tr("Measuring slopes: {0}").format(percent_text(slopes.share, 0))
        return waiting_text(self._runs)

    def _why_empty(self) -> str:
        return self._empty_text(
            self.tr("The validation images are being disturbed …"),
            self.tr("The networks are being trained …"),
            self.tr(
                "Here you will see how many validation images each network still recognizes when they are disturbed. "
                "Press S to train one network without regularization, one with L2 and one with L1."
            ),
        )

    def settings(self) -> Mapping[str, Setting]:
        return {
            "sigma": self._setting_of(Disturbance.NOISE),
            "angle": self._setting_of(Disturbance.ROTATION),
            "share": self._setting_of(Disturbance.OFF),
        }

    def _setting_of(self, disturbance: Disturbance) -> Setting:
        """Return what disturbs in one way, which is opened for it, this far."""

        def disturb(value: float) -> None:
            self.head.choice.set_value(disturbance.value)
            self.view.choose_value(value)

        return Setting(disturb, lambda: self._values[disturbance])

    def retranslate(self) -> None:
        self.plot.setToolTip(self.tr("Click or drag to disturb so far; point at a value to read it"))
        self.table.retranslate()
        self._show_what_fits()
        self._refresh()

    def _show_what_fits(self) -> None:
        self.table.setVisible(not self.compact and self.table.rows > 0)
        self.conclusion.setVisible(not self.compact or self._remarks.isHidden())  # one line if there is no room for two
