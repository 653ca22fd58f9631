"""Which parts of the window are visible, and how much room each has."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow

from nnreg_gui.pages.runs.run_list import RunList
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.widgets.focus_ring import FocusRing
from nnreg_gui.window.actions import Actions
from nnreg_gui.window.menus import Menus
from nnreg_gui.window.page_tabs import PageTabs
from nnreg_gui.window.window_layout import PARTS, WindowLayout


class ViewCommands(QObject):
    """Folds and unfolds parts, and follows the visible page."""

    def __init__(
        self,
        window: QMainWindow,
        layout: WindowLayout,
        tabs: PageTabs,
        panel: ExperimentPanel,
        run_list: RunList,
        actions: Actions,
        menus: Menus,
        ring: FocusRing,
    ) -> None:
        super().__init__(window)
        self._window, self._layout, self._tabs, self._panel = window, layout, tabs, panel
        self._run_list, self._actions, self._menus, self._ring = run_list, actions, menus, ring
        tabs.opened.connect(self._follow_page)

    @Slot()
    def rename_run(self) -> None:
        """Let the user rename the selected run in the list, which may be folded away."""
        if self._run_list.selected() is not None:
            self._layout.wish("runs", True)
            self.check_parts()
            self._run_list.rename_selected()

    @Slot(bool)
    def set_full_screen(self, full: bool) -> None:
        """Fill the screen, or stop filling it."""
        state, full_screen = self._window.windowState(), Qt.WindowState.WindowFullScreen
        self._window.setWindowState(state | full_screen if full else state & ~full_screen)

    def fit(self) -> None:
        """Fold away what does not fit; the View menu brings it back."""
        self._layout.share()
        self.check_parts()
        self.fit_toolbar()

    def fit_toolbar(self) -> None:
        """Leave out what does not fit in the tool bar."""
        self._menus.fit_toolbar(self._window.width())

    def check_parts(self) -> None:
        """Let the View menu say which parts are visible."""
        for part in PARTS:
            self._actions[part].setChecked(self._layout.shows(part))

    @Slot(str)
    def _follow_page(self, key: str) -> None:
        self._panel.lend_room_to_augmentation(key == "augmentation")
        self._layout.set_alone(self._tabs.page.alone)
        self.check_parts()
        focused = self._window.focusWidget()
        if focused not in (None, self._tabs.page) and not self._tabs.chooses_pages(focused):
            self._ring.put_away()
            self._tabs.page.setFocus()  # otherwise keys meant for the page would end up in a box that the user has left
