"""How far the current run, or other work, has got: epoch, time left, images per second."""

from time import monotonic

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.texts import duration_text, significant_text, whole_text

_RESOLUTION = 1000


class RunProgress(QWidget):
    """A progress bar between two labels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history: RunHistory | None = None
        self._running = False
        self._other: tuple[str, float, float] | None = None
        self._since = (0.0, 0.0)  # when the run last got going, and at which epoch
        self._epoch, self._bar, self._rest = QLabel(), QProgressBar(textVisible=False), QLabel()
        self._bar.setRange(0, _RESOLUTION)
        row(self._epoch, (self._bar, 1), self._rest, parent=self, margins=(8, 0, 8, 0))
        self._arrange()

    def set_words(self, words: int) -> None:
        """Write on both sides of the bar (2), left of it (1), or nowhere (0); the tool tip always says everything."""
        self._epoch.setVisible(words > 0)
        self._rest.setVisible(words > 1)

    def show_run(self, history: RunHistory | None, running: bool) -> None:
        """Show the current run; `running` tells whether time passes."""
        if history is not self._history or running != self._running:
            self._history, self._running = history, running
            self._since = (monotonic(), history.epochs_done if history is not None else 0.0)
        self.refresh()

    def show_other(self, other: tuple[str, float, float] | None) -> None:
        """Show other work instead: in a few words, the share done, the seconds left; or nothing."""
        if other != self._other:
            self._other = other
            self.refresh()

    def refresh(self) -> None:
        """Show how far it has got."""
        self._say()
        self.setToolTip(" · ".join(filter(None, (self._epoch.text(), self._rest.text()))))

    def _say(self) -> None:
        history = self._history
        if self._other is not None:
            words, share, seconds = self._other
            self._epoch.setText(words)
            self._bar.setValue(round(_RESOLUTION * share))
            left = self.tr("{0} left").format(duration_text(max(1.0, seconds)))
            self._rest.setText(left if seconds >= 0 else "")
            return
        if history is None:
            self._epoch.setText("")
            self._rest.setText("")
            self._bar.setValue(0)
            return
        epochs, done = history.epochs, history.epochs_done
        whole = history.progress.epoch if history.progress is not None else round(done)
        self._epoch.setText(self.tr("Epoch {0} of {1}").format(whole_text(whole), whole_text(epochs)))
        self._bar.setValue(round(_RESOLUTION * done / epochs))
        self._rest.setText(self._rest_text(history, epochs - done))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and font."""
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()
            self.refresh()
        elif event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def _rest_text(self, history: RunHistory, epochs_left: float) -> str:
        parts = []
        if history.finished and epochs_left > 0:
            parts.append(self.tr("stopped early"))
        began, at_epoch = self._since
        done = history.epochs_done - at_epoch
        if self._running and not history.finished and done > 0 and epochs_left > 0:
            left = epochs_left * (monotonic() - began) / done
            parts.append(self.tr("{0} left").format(duration_text(max(1.0, left))))
        speed = _images_per_second(history)
        if speed:
            parts.append(self.tr("{0} images/s").format(significant_text(speed, 2)))
        return " · ".join(parts)

    def _arrange(self) -> None:
        """Keep the bar from jumping when numbers get longer."""
        metrics = self.fontMetrics()
        self._bar.setFixedHeight(metrics.height() * 2 // 3)
        self._bar.setMinimumWidth(metrics.height() * 3)
        self._epoch.setMinimumWidth(metrics.horizontalAdvance(self.tr("Epoch {0} of {1}").format("400", "400")))
        longest = f"{self.tr('{0} left').format('00 min 00 s')} · {self.tr('{0} images/s').format('000,000')}"
        self._rest.setMinimumWidth(metrics.horizontalAdvance(longest))


def _images_per_second(history: RunHistory) -> float:
    """Return the speed of training, not counting measurements."""
    if history.progress is not None and history.progress.seconds > 0:
        return history.progress.images / history.progress.seconds
    seconds = history.column("seconds")
    if len(seconds) < 2 or seconds[-1] <= 0:
        return 0.0
    return history.experiment.data.training_images / float(seconds[-1])
