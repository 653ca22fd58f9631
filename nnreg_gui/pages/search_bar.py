"""Where the user starts and cancels a search or a measurement, and sees its progress."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from nnreg_gui.pages.long_work import LongWork
from nnreg_gui.pages.trial_sentences import search_name
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.texts import duration_text, whole_text

_RESOLUTION = 1000
_MOST_EMS_OF_WAITING = 10  # where there is little room


class SearchBar(FittingWidget):
    """A button that starts a search or a measurement, and cancels the one in progress, beside the progress bar.

    Args:
        trial: the work.
        long_from: with less room, the bar is short, and few words stand beside it.

    Signals:
        start_pressed: the user wants to begin a search.
    """

    start_pressed = Signal()

    def __init__(self, trial: LongWork, long_from: Room = Room.FULL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial, self.full_from = trial, long_from
        self._start_texts: tuple[str, str] | None = None
        self.button, self._bar, self._rest = Button("S"), QProgressBar(textVisible=False), QLabel()
        self._waiting = ElidedLabel()
        self._waiting.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # its width is set
        self.button.clicked.connect(self._press)
        self._bar.setRange(0, _RESOLUTION)
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
        self._bar.setFixedSize((2 if self.compact else 6) * em, 2 * em // 3)
        self.button.setMinimumWidth(metrics.horizontalAdvance(self.tr("Cancel")) + 2 * em)
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
            self._rest.setText(self._progress_text())
        elif trial.running:
            self._say_what_is_waited_for()
        self._name_button()

    def _say_what_is_waited_for(self) -> None:
        text = self.tr("Waits for {0}").format(search_name(self._trial.waits_for))
        metrics = self.fontMetrics()
        width = metrics.horizontalAdvance(text + " ")
        self._waiting.setText(text)
        self._waiting.setFixedWidth(min(width, _MOST_EMS_OF_WAITING * metrics.height()) if self.compact else width)

    def _progress_text(self) -> str:
        trial = self._trial
        done, number = whole_text(trial.done), whole_text(trial.number)
        text = f"{done}/{number}" if self.compact else self.tr("{0} of {1}").format(done, number)
        if trial.seconds_left >= 0 and not self.compact:
            text += " · " + self.tr("{0} left").format(duration_text(max(1.0, trial.seconds_left)))
        return text

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
