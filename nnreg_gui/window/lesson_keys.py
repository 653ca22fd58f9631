"""The keys of a presenter's clicker during a lesson, which work wherever the focus is."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from nnreg_gui.widgets.exact_box import ExactBox
from nnreg_gui.widgets.keys import PAGE_KEYS, is_plain

_TEXTS = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox)


class LessonKeys(QObject):
    """Takes keys before any widget does: those of the clicker, and those that answer the question.

    Only a text or a number that is being typed keeps its point and its Esc.

    Args:
        commands: what to do, by key.
        wanted: returns whether the question takes a key now.
        answer: lets the question take it.
    """

    def __init__(
        self,
        window: QWidget,
        commands: dict[Qt.Key, Callable[[], object]],
        wanted: Callable[[QKeyEvent], bool],
        answer: Callable[[QKeyEvent], object],
    ) -> None:
        super().__init__(window)
        self._window, self._commands, self._wanted, self._answer = window, commands, wanted, answer
        self._listens = False

    def listen(self) -> None:
        """Take the keys from now on."""
        if not self._listens:
            self._listens = True
            self._window.windowHandle().installEventFilter(self)

    def rest(self) -> None:
        """Leave the keys to everybody else."""
        if self._listens:
            self._listens = False
            self._window.windowHandle().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key when Qt asks who wants it, and use it when it is pressed."""
        if event.type() not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
            return False
        if not self._is_ours(event):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        else:
            self.take(event)
        return True

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means during a lesson; return whether it means anything."""
        command = self._commands.get(Qt.Key(event.key())) if is_plain(event) else None
        if command is not None:
            if not event.isAutoRepeat():  # a key held down is one wish
                command()
        elif self._wanted(event):
            self._answer(event)
        else:
            return False
        return True

    def _is_ours(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if not is_plain(event) or (key not in PAGE_KEYS and _is_typed(self._window.focusWidget())):
            return False
        return key in self._commands or (not isinstance(self._window.focusWidget(), _TEXTS) and self._wanted(event))


def _is_typed(focused: QWidget | None) -> bool:
    """Return whether the user is typing into a widget, which may only have been left with the focus."""
    if isinstance(focused, ExactBox):
        return focused.lineEdit().isModified()
    return isinstance(focused, _TEXTS)
