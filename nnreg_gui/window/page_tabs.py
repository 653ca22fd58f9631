"""The pages as tabs, in two groups, one of them visible; each is built when first seen."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QTabWidget, QWidget

from nnreg_gui.engine.scenarios import Scenario
from nnreg_gui.pages.table import GROUPS, KEYS, TRAINING, WHY, group_of, page_title
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.picture import Pictured
from nnreg_gui.widgets.layouts import row
from nnreg_gui.widgets.page_room import PageRoom
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.window.page_builder import PageBuilder

if TYPE_CHECKING:  # not at startup, which they would slow down
    from nnreg_gui.pages.learning.learning_page import LearningPage
    from nnreg_gui.pages.page import Page
    from nnreg_gui.plots.plot import Plot

_MOST_TABS = max(len(keys) for keys in GROUPS.values())


class PageTabs(QTabWidget):
    """Shows one page at a time, and tells it what to draw.

    Signals:
        opened: another page is shown; carries its name.
        view_changed: another view of the page is shown.
        picture_to_be_saved, picture_to_be_copied: the user wants a picture of what `pictured()` returns.
    """

    opened = Signal(str)
    view_changed = Signal()
    picture_to_be_saved = Signal()
    picture_to_be_copied = Signal()

    def __init__(self, scenarios: Sequence[Scenario], builder: PageBuilder) -> None:
        super().__init__()
        self._scenarios, self._language = scenarios, "en"
        self._builder = builder
        self._runs: Sequence[DrawnRun] = ()
        self._all_hidden = False
        self._plot: Plot | None = None  # the one to picture; None for the whole page
        self._pages: dict[str, Page] = {}
        self._rooms: dict[str, PageRoom] = {}
        self._last_seen = {group: keys[0] for group, keys in GROUPS.items()}
        for name in KEYS:
            self._rooms[name] = PageRoom()
            self.addTab(self._rooms[name], "")
        for place in range(_MOST_TABS):
            shortcut = QShortcut(f"Alt+{place + 1}", self)
            shortcut.activated.connect(partial(self._open_by_key, place))
        self.groups = SegmentedChoice()
        self.setCornerWidget(self._beside_tabs(self.groups), Qt.Corner.TopLeftCorner)
        self.setDocumentMode(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._say_groups()
        self._show_tabs(TRAINING)
        self.currentChanged.connect(self._open)
        self.groups.changed.connect(self._open_group)

    @property
    def page(self) -> "Page":
        """The visible page."""
        return self._built(self._key)

    @property
    def learning(self) -> "LearningPage":
        """The first page."""
        return cast("LearningPage", self._built("learning"))

    @property
    def shows_training(self) -> bool:
        """Whether the visible page shows anything of a run in progress, as the first will when it is built."""
        page = self._pages.get(self._key)
        return page is None or page.shows_training

    def build_page(self) -> None:
        """Build the visible page: nothing covers it any more."""
        self._built(self._key)

    def room(self, name: str) -> PageRoom:
        """Return the room of a page, be it built or not."""
        return self._rooms[name]

    def chooses_pages(self, widget: QWidget) -> bool:
        """Return whether this widget, which may have the focus, is one that chooses pages."""
        return widget is self.tabBar() or self.groups.isAncestorOf(widget)

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Show the page with this name."""
        self.setTabVisible(KEYS.index(name), True)
        self.setCurrentIndex(KEYS.index(name))

    def keys(self) -> list[tuple[str, str]]:
        """Return the keys of the pages in the present group, and the pages' names."""
        seen = [place for place in range(self.count()) if self.isTabVisible(place)]
        return [(f"Alt+{number}", self.tabText(place)) for number, place in enumerate(seen, 1)]

    @Slot()
    def open_other_group(self) -> None:
        """Show the other group of pages, at its last visible page."""
        self._open_group(TRAINING if group_of(self._key) == WHY else WHY)

    def show_runs(self, runs: Sequence[DrawnRun], *, all_hidden: bool = False) -> None:
        """Draw the visible page, unless it is neither built nor has anything to draw; the others once they are visible.

        Args:
            runs: those to draw.
            all_hidden: whether there are runs, but the user has hidden them all.
        """
        self._runs, self._all_hidden = runs, all_hidden
        if runs or all_hidden or self._key in self._pages:
            self.page.all_hidden = all_hidden
            self.page.show_runs(runs)

    @Slot()
    def show_whole(self) -> None:
        """Let every zoomed picture show everything again."""
        for page in self._pages.values():
            page.show_whole()

    def pictured(self) -> Pictured:
        """Return what a picture should show: the plot whose menu asked for one, or the page."""
        runs = [run for run in self._runs if len(run.history)]
        if self._plot is not None and self._plot.isVisible():
            return Pictured(self._plot, runs=runs)
        return Pictured(self.page, self.tabText(self.currentIndex()), runs)

    @Slot()
    def save_page_picture(self) -> None:
        """Ask for a picture of the page to be saved."""
        self._plot = None
        self.picture_to_be_saved.emit()

    @Slot()
    def copy_page_picture(self) -> None:
        """Ask for a picture of the page to be copied."""
        self._plot = None
        self.picture_to_be_copied.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the tabs into sight, should another page have been opened meanwhile."""
        super().showEvent(event)
        self._lay_out_bar()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer a picture of the plot under the mouse."""
        from nnreg_gui.plots.plot import plot_at

        plot = plot_at(self, event.pos())
        if plot is None:
            super().contextMenuEvent(event)
            return
        self._plot = plot
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Save a picture of this plot…")).triggered.connect(self.picture_to_be_saved)
        menu.addAction(self.tr("Copy a picture of this plot")).triggered.connect(self.picture_to_be_copied)
        menu.popup(event.globalPos())

    def retranslate(self, language: str) -> None:
        """Say everything in this language."""
        for keys in GROUPS.values():
            for number, key in enumerate(keys, 1):
                self.setTabText(KEYS.index(key), page_title(key))
                self.setTabToolTip(KEYS.index(key), f"{page_title(key)} (Alt+{number})")
        self._say_groups()
        self._language = language
        for page in self._pages.values():
            page.set_scenarios(self._scenarios, language)

    # ------------------------------------------------------------------------------------------------- tabs and groups

    @property
    def _key(self) -> str:
        return KEYS[self.currentIndex()]

    def _say_groups(self) -> None:
        self.groups.set_choices(
            [
                (TRAINING, self.tr("Training"), self.tr("Train networks, and watch what regularization does (F3)")),
                (WHY, self.tr("Why it works"), self.tr("Small weights, simple models, many networks (F3)")),
            ]
        )
        self.groups.setAccessibleName(self.tr("Group of pages"))

    @staticmethod
    def _beside_tabs(choice: QWidget) -> QWidget:
        """Return a widget with some room between a choice and the tabs."""
        corner = QWidget()
        row(choice, parent=corner, margins=(0, 0, 16, 0))
        return corner

    @Slot(str)
    def _open_group(self, group: str) -> None:
        if group_of(self._key) != group:
            self.open_page(self._last_seen[group])

    def _open_by_key(self, place: int) -> None:
        """Show the page at this place in the visible group."""
        keys = GROUPS[group_of(self._key)]
        if place < len(keys):
            self.open_page(keys[place])

    def _show_tabs(self, group: str) -> None:
        """Show the tabs of one group."""
        wrong = [place for place, name in enumerate(KEYS) if self.isTabVisible(place) != (name in GROUPS[group])]
        if not wrong:
            return  # each of the following steps lays out the bar
        for place in wrong:
            self.setTabVisible(place, not self.isTabVisible(place))
        self._lay_out_bar()

    def _lay_out_bar(self) -> None:
        """Bring all tabs into sight: with those of both groups, or while it was hidden, the bar may have scrolled."""
        self.setTabText(self.currentIndex(), self.tabText(self.currentIndex()))  # the same text does it

    def _built(self, name: str) -> "Page":
        """Return a page; build it if nobody has needed it yet."""
        if name not in self._pages:
            page = self._pages[name] = self._builder.build(name)
            page.set_scenarios(self._scenarios, self._language)
            page.view_changed.connect(self.view_changed)
            page.page_wanted.connect(self.open_page)
            self._rooms[name].setWidget(page)
        return self._pages[name]

    @Slot(int)
    def _open(self, place: int) -> None:
        name = KEYS[place]
        self._built(name)
        group = group_of(name)
        self._last_seen[group] = name
        self._show_tabs(group)
        self.groups.set_value(group)
        self.show_runs(self._runs, all_hidden=self._all_hidden)
        self.opened.emit(name)
