"""Where the parts of the window lie, and what folds away when the text is too large for all of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

# How many lines of text wide and high the window must be for the panel and the list of runs to fit beside the page.
_EMS_ACROSS, _EMS_DOWN = 49, 27
_PANEL_EMS = 19


class WindowLayout(QWidget):
    """The messages above; the panel beside the page; the sentence beside the epochs and the list of runs below."""

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
        self._panel, self._runs = panel, runs
        foot, line = QWidget(), QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(sentence, 5)
        row.addWidget(epochs, 2)
        _stack(foot, [line, runs], stretched=runs, margin=8, spacing=4)
        self._across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._across.addWidget(panel)
        self._across.addWidget(page)
        self._across.setStretchFactor(1, 1)
        self._down = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self._down.addWidget(self._across)
        self._down.addWidget(foot)
        self._down.setStretchFactor(0, 1)
        _stack(self, [*messages, self._down], stretched=self._down, margin=0, spacing=0)
        # Whoever clicks beside the controls is done with them. It also has the focus first: if Qt chose, a button of
        # the tool bar would have it, and with it the space bar.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)

    def room(self, width: int, height: int) -> tuple[bool, bool]:
        """Return whether a window of this size has room for the panel, and for the list of runs."""
        em = self.fontMetrics().height()
        return width >= _EMS_ACROSS * em, height >= _EMS_DOWN * em

    def share(self, width: int, height: int) -> None:
        """Share a window of this size anew; fold away what has no room."""
        em = self.fontMetrics().height()
        panel_fits, runs_fit = self.room(width, height)
        self._panel.setVisible(panel_fits)
        self._runs.setVisible(runs_fit)
        self._panel.setMinimumWidth((_PANEL_EMS - 1) * em)
        foot = (8 if runs_fit else 3) * em
        self._across.setSizes([_PANEL_EMS * em, max(1, width - _PANEL_EMS * em)])
        self._down.setSizes([max(1, height - foot), foot])


def _stack(parent: QWidget, parts: list[QWidget], stretched: QWidget, margin: int, spacing: int) -> None:
    column = QVBoxLayout(parent)
    column.setContentsMargins(margin, margin // 2, margin, margin // 2)
    column.setSpacing(spacing)
    for part in parts:
        column.addWidget(part, 1 if part is stretched else 0)
