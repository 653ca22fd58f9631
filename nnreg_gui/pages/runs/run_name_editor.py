"""The editor of a run's name, in its place in the list of runs."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from nnreg_gui.engine.sessions.session import LONGEST_NAME

translate = QCoreApplication.translate
EDITED_NAME = Qt.ItemDataRole.UserRole  # the name alone, without the number that precedes it
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_Index = QModelIndex | QPersistentModelIndex


class RunNameEditor(QStyledItemDelegate):
    """Lets the user edit a run's name.

    Signals:
        renamed: an index (QModelIndex) and what was typed.
    """

    renamed = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._editing: QLineEdit  # the last one opened

    def finish(self) -> None:
        """End the current typing, and keep what was typed."""
        self.commitData.emit(self._editing)
        self.closeEditor.emit(self._editing)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Let Enter end the typing at once: Qt does so later, when the list may have changed and the editor is gone."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.finish()
            return True
        return super().eventFilter(editor, event)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Create a line to type in."""
        editor = self._editing = _NameEdit(parent)
        editor.setFrame(False)
        editor.setMaxLength(LONGEST_NAME)
        editor.setAccessibleName(translate("RunList", "Name of the run"))
        editor.setToolTip(translate("RunList", "Without a name of its own, a run is called by what differs."))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Begin with the present name; what is being typed stays when the run goes on."""
        assert isinstance(editor, _NameEdit)
        if not editor.isModified() and editor.text() != index.data(EDITED_NAME):
            editor.setText(index.data(EDITED_NAME))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Report what was typed."""
        assert isinstance(editor, _NameEdit)
        if editor.isModified():
            self.renamed.emit(index, editor.text().strip())


class _NameEdit(QLineEdit):
    """Keeps keys to itself, as Enter ends the editing rather than starting a run; with Ctrl, only those of a text."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not _has_ctrl(event):
            event.accept()
            return True
        return super().event(event)


def _has_ctrl(event: QKeyEvent) -> bool:
    """Return whether Ctrl is held, and not with Alt, which is how Windows writes AltGr."""
    modifiers = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return modifiers == Qt.KeyboardModifier.ControlModifier
