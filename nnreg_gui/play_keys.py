"""Space and Return on pages that show nothing of a run: they play what the page plays, and leave the run alone."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from nnreg_gui.page_tabs import PageTabs
from nnreg_gui.widgets.notice import Notice


class PlayKeys(QObject):
    """Where nothing plays, the keys say where training is seen."""

    def __init__(self, window: QWidget, tabs: PageTabs, notice: Notice) -> None:
        super().__init__(window)
        self._tabs, self._notice = tabs, notice
        self._keys = [QShortcut(QKeySequence(key), window) for key in ("Space", "Return")]
        for key in self._keys:
            key.activated.connect(self._press)
        self.set_enabled(False)

    def set_enabled(self, enabled: bool) -> None:
        """Take the keys, or leave them to the training."""
        for key in self._keys:
            key.setEnabled(enabled)

    @Slot()
    def _press(self) -> None:
        if not self._tabs.page.play():
            self._notice.show_text(self.tr("Nothing is trained on this page: F3 leads to those that show training."))
