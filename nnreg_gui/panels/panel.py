"""What all panels share: a form whose value is a part of the experiment."""

from PySide6.QtCore import QEvent, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from nnreg_gui.widgets.choice_box import ChoiceBox


class Panel(QWidget):
    """Works like a spin box whose value is a part of the experiment: subclasses have `value()` and `set_value()`.

    Signals:
        changed: the user has settled on another value; `set_value()` does not emit this.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # too wide a field goes below its label
        self._labels: dict[str, QLabel] = {}

    def add_row(self, key: str, field: QWidget) -> None:
        """Add a labelled control; `label()` names it."""
        label = self._labels[key] = QLabel()
        label.setBuddy(field)
        self.form.addRow(label, field)

    def label(self, key: str, text: str, help_text: str) -> None:
        """Name a row in the present language, with the hover help of its control."""
        label = self._labels[key]
        label.setText(text)
        label.setToolTip(help_text)
        field = label.buddy()
        field.setToolTip(help_text)
        field.setAccessibleName(text)
        field.setAccessibleDescription(help_text)

    def quietly(self) -> QSignalBlocker:
        """Return a guard that keeps `changed` from being emitted."""
        return QSignalBlocker(self)

    @Slot()
    def _change(self) -> None:
        """Take what the user has settled on."""
        self._show_consequences()
        self.changed.emit()

    def _show_consequences(self) -> None:
        """Show what follows from the value."""

    def summary(self) -> str:
        """Return the value in one line, for when the panel is folded."""
        raise NotImplementedError

    def is_off(self) -> bool:
        """Return whether the value changes nothing about plain training, so that its summary needs no stress."""
        return True

    def retranslate(self) -> None:
        """Say everything in the present language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def choice_box() -> ChoiceBox:
    """Return a box for a choice among names, as wide as the longest one in any language."""
    return ChoiceBox(sizeAdjustPolicy=ChoiceBox.SizeAdjustPolicy.AdjustToContents)
