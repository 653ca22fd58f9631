"""The formulas of the chosen experiment, large over the page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QMainWindow, QVBoxLayout, QWidget

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.panels.experiment_text import cost_text, regularization_text
from nnreg_gui.panels.formulas import large_formulas
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS, shares_texts
from nnreg_gui.widgets.formula_sheet import CAPITALS, FormulaSheet
from nnreg_gui.widgets.texts import significant_text, whole_text

_APART = 3 * "\N{NO-BREAK SPACE}" + " "
READABLE = 0.025  # of the window's height: the smallest capitals legible from the last row


class FormulaOverlay(QFrame):
    """Covers the page until Esc or a click, or the whole window if the page is too small.

    Signals:
        opened: it has appeared (True) or gone (False).
    """

    opened = Signal(bool)

    def __init__(self, window: QMainWindow, page: Callable[[], QWidget]) -> None:
        super().__init__(window)
        self._window, self._page = window, page
        self._experiment = Experiment()
        self.sheet, self._heading, self._notes = FormulaSheet(), QLabel(), QLabel(wordWrap=True)
        column = QVBoxLayout(self)
        column.addWidget(self._heading)
        column.addWidget(self.sheet, 1)
        column.addWidget(self._notes)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.hide()
        window.installEventFilter(self)

    @Slot(bool)
    def set_open(self, wanted: bool) -> None:
        """Show or hide the formulas."""
        if wanted:
            self.retranslate()
            self._place()
            self.raise_()
        self.setVisible(wanted)
        self.opened.emit(wanted)

    @Slot()
    def leave(self) -> None:
        """Hide the formulas."""
        if self.isVisible():
            self.set_open(False)

    def show_experiment(self, experiment: Experiment) -> None:
        """Take the experiment whose formulas to show."""
        self._experiment = experiment
        if self.isVisible():
            self.retranslate()

    def text(self) -> str:
        """Return the text beside the formulas."""
        return f"{self._heading.text()}\n{self._notes.text()}"

    def retranslate(self) -> None:
        """Say everything in the present language."""
        experiment, spec = self._experiment, self._experiment.regularization
        self.sheet.set_lines(large_formulas(experiment))
        self._heading.setText(f"{regularization_text(spec)}, {cost_text(experiment.cost)}")
        n, eta = experiment.data.training_images, experiment.training.learning_rate
        numbers = [f"n = {whole_text(n)}", f"m = {whole_text(experiment.training.batch_size)}"]
        numbers.append(f"η = {significant_text(eta)}")
        if experiment.training.momentum:
            numbers.append(f"μ = {significant_text(experiment.training.momentum)}")
        if spec.penalty != "none":
            numbers += [
                f"λ = {significant_text(spec.lambda_)}",
                *shares_texts(spec),
                f"ηλ/n = {significant_text(eta * spec.lambda_ / n)}",
            ]
        note = self.tr("Cₓ is C₀ for a single input x; with m = n, its sums are −η ∂C₀/∂w and −η ∂C₀/∂b.")
        if PENALTY_ROWS[spec.penalty].signed:
            note += " " + self.tr("sgn(0) = 0.")
        self._notes.setText(_APART.join([*numbers, note]))
        self.setAccessibleName(self.tr("Formulas"))
        self.setToolTip(self.tr("Esc, F12 or a click closes the formulas"))
        if self.isVisible():
            self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.isVisible():
            self.retranslate()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a click."""
        self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close on Esc instead of letting it stop a run, and keep covering the page."""
        if self.isVisible():
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
                if event.type() == QEvent.Type.ShortcutOverride:
                    event.accept()
                    return True
                if event.type() == QEvent.Type.KeyPress:
                    self.leave()
                    return True
            if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
                self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Cover the page, or everything below the tool bar if capitals would be too small to read on the page."""
        parts = (self._page(), self._window.centralWidget() or self._window)
        places = [QRect(part.mapTo(self._window, QPoint(0, 0)), part.size()) for part in parts]
        least = READABLE * self._window.height() / CAPITALS
        em = self.fontMetrics().height()  # words and margins take five of them
        fitting = (one for one in places if self.sheet.scale(one.width() - 2 * em, one.height() - 5 * em) >= least)
        self.setGeometry(next(fitting, places[-1]))
