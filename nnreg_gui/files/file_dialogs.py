"""Dialogs in which the user chooses a file, in the program's language."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_what_to_open(window: QWidget, title: str, folder: str, kind: str, take: Callable[[str], None]) -> None:
    """Let the user choose an existing file; `take` receives its path."""
    dialog = _dialog(window, title, folder, kind, take)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_what_folder_to_open(window: QWidget, title: str, folder: str, take: Callable[[str], None]) -> None:
    """Let the user choose an existing folder; `take` receives its path."""
    dialog = _dialog(window, title, folder, "", take)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()


def ask_where_to_save(window: QWidget, title: str, path: str, kind: str, take: Callable[[str], None]) -> None:
    """Let the user choose a file to write, starting from this path; `take` receives the path."""
    dialog = _dialog(window, title, path, kind, take)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(path).suffix.removeprefix("."))
    dialog.open()


def _dialog(window: QWidget, title: str, path: str, kind: str, take: Callable[[str], None]) -> QFileDialog:
    """Return a dialog that does not stop the event loop: the window behind it goes on drawing the training."""
    dialog = QFileDialog(window, title, path, kind)
    if QLocale().language() != QLocale.system().language():  # the system's own dialog would speak the system's
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(take)
    return dialog
