"""The list of scenarios, searched by words or numbers."""

import re
import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nnreg_gui.engine.scenarios import Scenario

_FIGURE_SPACE = "\N{FIGURE SPACE}"  # as wide as a digit
_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ScenarioSearch(QDialog):
    """Lists the scenarios whose titles have all the typed words; Enter or a click chooses one, Esc none.

    Signals:
        chosen: carries the `Scenario`.
    """

    chosen = Signal(object)

    def __init__(self, scenarios: Sequence[Scenario], language: str, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Scenarios"))
        self._scenarios, self._language = scenarios, language
        self.line, self.list, self.nothing = QLineEdit(), QListWidget(), QLabel()
        self.line.setPlaceholderText(self.tr("A word or a number"))
        self.line.setToolTip(self.tr("Type to shorten the list; ↑ ↓ choose, Enter loads, Esc leaves"))
        self.line.setAccessibleName(self.tr("Find scenario"))
        self.line.installEventFilter(self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrow keys reach it from the search line
        self.list.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.nothing.setText(self.tr("No scenario has this in its title."))
        layout = QVBoxLayout(self)
        for widget in (self.line, self.list, self.nothing):
            layout.addWidget(widget)
        self._show_found("")
        scroll_bar = QSize(self.list.verticalScrollBar().sizeHint().width(), 0)  # which a low window needs
        self.resize((self.sizeHint() + scroll_bar).boundedTo(window.size() * 0.9))
        self.line.textChanged.connect(self._show_found)
        self.line.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(self._choose)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys that move up and down move in the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVING:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    @Slot(str)
    def _show_found(self, text: str) -> None:
        words = _folded(text).split()
        self.list.clear()
        for number, scenario in enumerate(self._scenarios, start=1):
            title = f"{number:{_FIGURE_SPACE}>2}\N{EN SPACE}{scenario.title[self._language]}"
            if all(word in _folded(title) for word in words):
                item = QListWidgetItem(title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, scenario)
                item.setToolTip(scenario.look_at[self._language])
                if self.list.count() == 1 or words == [str(number)]:
                    self.list.setCurrentItem(item)
        self.list.setVisible(self.list.count() > 0)
        self.nothing.setVisible(self.list.count() == 0)

    @Slot()
    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _folded(text: str) -> str:
    """Return a text without capitals, diacritics and digit separators."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one))
    return re.sub(r"(?<=\d)[\s,](?=\d{3}\b)", "", plain)
