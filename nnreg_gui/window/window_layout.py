"""Where the parts of the window are, and which fold away when the text is too large for all of them."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from nnreg_gui.widgets.layouts import column, row

# How wide and high, in lines of text, the window must be for the panel and the list of runs to fit beside the page.
_EMS_ACROSS, _EMS_DOWN = 49, 27
_PANEL_EMS, _LEAST_PANEL_EMS = 19, 17.25  # the least is what its words need at 200 %
_RUNS_EMS, _FEWEST_RUNS_EMS = 8.5, 5.5  # for the sentence, the titles of the columns and three runs, or one
_MOST_OF_THE_HEIGHT = 1 / 3  # for these, if that leaves room for one

PARTS = ("panel", "runs")  # those that fold away, named like the actions that fold them


class WindowLayout(QWidget):
    """The messages above; the panel beside the page; the sentence beside the epochs and the list of runs below.

    The panel and the list fold away if the text leaves no room for them, and beside a page that does not depend on
    them. If the user wishes otherwise, that holds for all pages of that kind, whatever the sizes. A lesson says which
    parts its step needs; the others fold away, and these, too, if there is no room.
    """

    def __init__(
        self,
        messages: Sequence[QWidget],
        panel: QWidget,
        page: QWidget,
        sentence: QWidget,
        epochs: QWidget,
        runs: QWidget,
    ) -> None:
        super().__init__()
        self._parts = dict(zip(PARTS, (panel, runs), strict=True))
        self._wishes: dict[tuple[bool, bool, str], bool] = {}  # by kind of page, whether there is a lesson, and part
        self._alone = False
        self._led: frozenset[str] | None = None  # the parts that a lesson shows; None without a lesson
        self._shared: tuple[object, ...] = ()  # what the room was last shared for
        self._foot, self._line = QWidget(), QWidget()
        row((sentence, 5), (epochs, 2), parent=self._line)
        column(self._line, (runs, 1), parent=self._foot, spacing=4, margins=(8, 4, 8, 4))
        self._room = QWidget()  # its layout keeps the page as it is while the window shares its room
        column((page, 1), parent=self._room)
        self._across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._across.addWidget(panel)
        self._across.addWidget(self._room)
        self._across.setStretchFactor(1, 1)
        self._down = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._down.addWidget(self._across)
        self._down.addWidget(self._foot)
        self._down.setStretchFactor(0, 1)
        column(*messages, (self._down, 1), parent=self, spacing=0)
        # A click beside the controls means the user is done with them. The layout also gets the first focus: if Qt
        # chose, a button of the tool bar would get it, and with it the space bar.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def shows(self, part: str) -> bool:
        """Return whether to show a part: as the user wishes, else if there is room and the page depends on it."""
        return self._wishes.get(self._kind(part), self._is_needed(part))

    def wish(self, part: str, shown: bool) -> None:
        """Show or fold a part, on all pages of this kind."""
        self._wishes.pop(self._kind(part), None)
        if shown != self._is_needed(part):
            self._wishes[self._kind(part)] = shown
        self.share()

    def lead(self, parts: Collection[str] | None) -> None:
        """Show the parts that a lesson's step needs, and no others; None: there is no lesson."""
        self._led = frozenset(parts) if parts is not None else None
        self._wishes = {kind: shown for kind, shown in self._wishes.items() if not kind[1]}
        self.share()

    def set_alone(self, alone: bool) -> None:
        """Say whether the page depends neither on the experiment nor on the runs."""
        self._alone = alone
        self.share()

    def share(self) -> None:
        """Share the window's room if something has changed; otherwise keep what the user has dragged."""
        size, em = self.window().size(), self.fontMetrics().height()
        shared = tuple(self.shows(part) for part in PARTS), self._alone, self._led is None, em
        if shared == self._shared:
            return
        self._shared = shared
        page = self._room.layout()
        assert page is not None
        page.setEnabled(False)  # or it would redraw everything at each of the following steps
        for part, widget in self._parts.items():
            widget.setVisible(self.shows(part))
        runs_seen = self.shows("runs")
        foot_seen = runs_seen or not (self._alone or self._led is not None)
        self._line.setVisible(foot_seen)
        self._foot.setVisible(foot_seen)
        self._parts["panel"].setMinimumWidth(round(_LEAST_PANEL_EMS * em))
        foot = 1  # the least possible
        if runs_seen:
            foot = round(max(_FEWEST_RUNS_EMS * em, min(_RUNS_EMS * em, _MOST_OF_THE_HEIGHT * size.height())))
        self._across.setSizes([_PANEL_EMS * em, max(1, size.width() - _PANEL_EMS * em)])
        self._down.setSizes([max(1, size.height() - foot), foot])
        for splitter in (self._across, self._down):
            splitter.refresh()  # otherwise it would only later notice that a handle is gone
        page.setEnabled(True)
        page.invalidate()  # it was disabled and has noticed nothing
        page.activate()

    def _kind(self, part: str) -> tuple[bool, bool, str]:
        return self._alone, self._led is not None, part

    def _is_needed(self, part: str) -> bool:
        return self._has_room(part) and (not self._alone if self._led is None else part in self._led)

    def _has_room(self, part: str) -> bool:
        size, em = self.window().size(), self.fontMetrics().height()
        return size.width() >= _EMS_ACROSS * em if part == "panel" else size.height() >= _EMS_DOWN * em
