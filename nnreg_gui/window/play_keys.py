"""Space and Return on pages that show no run: they play what the page plays, and leave the run alone."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.notice import Notice
from nnreg_gui.window.page_tabs import PageTabs


class PlayKeys(QObject):
    """Plays with these keys; where nothing plays, they say where to see the training."""

    def __init__(self, window: QWidget, tabs: PageTabs, notice: Notice) -> None:
        super().__init__(window)
        self._tabs, self._notice = tabs, notice
        self._keys = {name: QShortcut(window) for name in ("Space", "Return")}
        for key in self._keys.values():
            key.activated.connect(self._press)

    def set_enabled(self, enabled: bool) -> None:
        """Take the keys, or leave them to the training."""
        for name, key in self._keys.items():
            key.setKey(QKeySequence(name if enabled else ""))

    @Slot()
    def _press(self) -> None:
        if not self._tabs.page.play():
            self._notice.tell(lambda: self.tr("Nothing is trained on this page: F3 leads to those that show training."))
