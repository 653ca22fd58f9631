"""Where the user starts and cancels a search or a measurement, and sees its progress."""

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from nnreg_gui.pages.long_work import LongWork
from nnreg_gui.pages.trial_sentences import search_name
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_font import text_width
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import duration_text, whole_text

_RESOLUTION = 1000
_MOST_EMS_OF_WAITING = 10  # where there is little room


class SearchBar(FittingWidget):
    """A button that starts a search or a measurement, and cancels the one in progress, beside the progress bar.

    The bar becomes shorter and says less where its row is full.

    Args:
        trial: the work.
        long_from: with less room, the bar is short anyway, and few words stand beside it.

    Signals:
        start_pressed: the user wants to begin a search.
    """

    start_pressed = Signal()

    def __init__(self, trial: LongWork, long_from: Room = Room.FULL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self.full_from = trial, long_from
        self._start_texts: tuple[str, str] | None = None
        self.button, self._bar, self._rest = Button("S"), QProgressBar(textVisible=False), _LongestText()
        self._waiting = ElidedLabel()
        self._waiting.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # its width is set
        self.button.clicked.connect(self._press)
        self._bar.setRange(0, _RESOLUTION)
        self._bar.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row(self.button, self._bar, self._rest, self._waiting, parent=self, spacing=8)
        trial.changed.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        self._bar.setAccessibleName(self.tr("How far the search is"))
        self._bar.setToolTip(self.tr("How far the search is"))
        self.fit()

    def set_start_texts(self, text: str, tool_tip: str) -> None:
        """Set what the button and its hover help say that it starts here."""
        if self._start_texts != (text, tool_tip):
            self._start_texts = text, tool_tip
            self._name_button()

    def fit(self) -> None:
        """Keep the bar and the button in proportion to the text."""
        em, metrics = self.fontMetrics().height(), self.fontMetrics()
        self._bar.setMinimumWidth(em)
        self._bar.setMaximumWidth((2 if self.compact else 6) * em)
        self._bar.setFixedHeight(2 * em // 3)
        self.button.setMinimumWidth(metrics.horizontalAdvance(self.tr("Cancel")) + (1 if self.compact else 2) * em)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show how far the search has got."""
        trial = self._trial
        begun = trial.running and not trial.waits_for
        self._bar.setVisible(begun)
        self._rest.setVisible(begun)
        self._waiting.setVisible(trial.running and not begun)
        if begun:
            self._bar.setValue(round(_RESOLUTION * trial.share))
            self._rest.set_texts(*self._progress_texts())
        elif trial.running:
            self._say_what_is_waited_for()
        self._name_button()

    def _say_what_is_waited_for(self) -> None:
        text = self.tr("Waits for {0}").format(search_name(self._trial.waits_for))
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(text + " ")
        self._waiting.setText(text)
        self._waiting.setFixedWidth(min(width, _MOST_EMS_OF_WAITING * metrics.height()) if self.compact else width)

    def _progress_texts(self) -> list[str]:
        """Return how far it is in ever fewer words."""
        trial = self._trial
        done, number = whole_text(trial.done), whole_text(trial.number)
        short, long = f"{done}/{number}", self.tr("{0} of {1}").format(done, number)
        if self.compact:
            return [short]
        if trial.seconds_left < 0:
            return [long, short]
        left = self.tr("{0} left").format(duration_text(max(1.0, trial.seconds_left)))
        return [f"{long} · {left}", f"{short} · {left}", long, short]

    def _start(self) -> tuple[str, str]:
        return self._start_texts or (self.tr("Search"), self.tr("Train all these experiments"))

    def _name_button(self) -> None:
        cancel = self.tr("Cancel"), self.tr("End the search; what was found is kept")
        self.button.set_texts(*(cancel if self._trial.running else self._start()))

    def start(self) -> bool:
        """Begin the search as the button does, unless there is nothing to begin; return whether one is in progress."""
        if not self._trial.running and self.button.isEnabled():
            self.start_pressed.emit()
        return self._trial.running

    @Slot()
    def _press(self) -> None:
        if self._trial.running:
            self._trial.cancel()
        else:
            self.start_pressed.emit()


class _LongestText(QLabel):
    """The longest of some texts for which there is room; the last one, if need be cut."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_texts(self, *texts: str) -> None:
        """Choose among these, the longest first."""
        if texts != self._texts:
            self._texts = texts
            self._choose()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for the first."""
        return QSize(text_width(self._texts[0], self.font()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with the last."""
        return QSize(text_width(self._texts[-1], self.font()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say more or less."""
        super().resizeEvent(event)
        self._choose()

    def _choose(self) -> None:
        fitting = (text for text in self._texts if text_width(text, self.font()) <= self.width())
        self.setText(next(fitting, self._texts[-1]))
