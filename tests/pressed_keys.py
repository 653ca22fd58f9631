"""The program's window, saying on the terminal which shortcuts each pressed key sets off."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShortcut, QWindow
from PySide6.QtWidgets import QApplication

from nnreg_gui.app import make_window
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.window.main_window import MainWindow

_MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)


class Listener(QObject):
    """Prints a line when a key is released: its code, and what it has set off."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._pressed: list[str] = []
        for action in window.findChildren(QAction):
            if action.shortcuts():
                action.triggered.disconnect()  # their own slots, which also open pages and views, would take time
                action.triggered.connect(partial(self._add, action.shortcut().toString()))
        for shortcut in window.findChildren(QShortcut):
            shortcut.activated.disconnect()
            shortcut.activated.connect(partial(self._add, shortcut.key().toString()))

    def _add(self, shortcut: str, *_: object) -> None:
        self._pressed.append(shortcut)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_let_go = event.type() == QEvent.Type.KeyRelease and isinstance(watched, QWindow)
        if is_let_go and isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS:
            print(event.nativeScanCode(), *self._pressed, flush=True)
            self._pressed.clear()
        return False


def main(folder: Path) -> int:
    """Show the window, at a page whose views digits choose, until it is closed."""
    application = QApplication([])
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = make_window(application, SideBySide(resource_path()), settings, folder / "autosave")
    window.tabs.open_page("shrinking")
    window.actions_by_name.allow(undo_remove=True)
    window.show()
    application.installEventFilter(Listener(window))
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
