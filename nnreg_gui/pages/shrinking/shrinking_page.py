"""How do L1 and L2 shrink weights? One weight, two networks, and what becomes of biases: each in its view."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nnreg_gui.pages.page import SearchPage
from nnreg_gui.pages.shrinking.biases_view import BiasesView
from nnreg_gui.pages.shrinking.one_weight_view import OneWeightView
from nnreg_gui.pages.shrinking.two_networks_view import TwoNetworksView
from nnreg_gui.pages.trial import Trial
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.segmented_choice import SegmentedChoice

ONE, NETWORKS, BIASES = "one", "networks", "biases"
_NARROW = 48  # lines of text: on narrower pages the choices have short names


class ShrinkingPage(SearchPage):
    """Places the choice of a view, and what trains for it, above the view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = True  # until there is room: a page must not widen the window
        self._runs: Sequence[DrawnRun] = ()
        trials = Trial(self), Trial(self)
        self.choice, self._views = SegmentedChoice(), QStackedWidget()
        self.one, self.networks, self.biases = OneWeightView(), TwoNetworksView(trials[0]), BiasesView(trials[1])
        self._by_name: dict[str, OneWeightView | TwoNetworksView | BiasesView] = {
            ONE: self.one,
            NETWORKS: self.networks,
            BIASES: self.biases,
        }
        self._place()
        for trial in trials:
            self.add_trial(trial, listed=True)
        for place, name in enumerate(self._by_name):
            QShortcut(str(place + 1), self).activated.connect(partial(self.choice.set_value, name))
        self.retranslate()
        self.choice.changed.connect(self._open)
        self._open(ONE)
        self.fit()

    def _place(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.choice)
        head.addStretch(1)
        for view in (self.networks, self.biases):
            head.addWidget(view.bar)
        for widget in self._by_name.values():
            self._views.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._views, 1)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Draw the runs that the view in sight compares."""
        self._runs = runs
        view = self._by_name[self.choice.value()]
        if not isinstance(view, OneWeightView):
            view.show_runs(runs, self.hidden_text() if self.all_hidden else "")

    @Slot()
    def show_whole(self) -> None:
        """Show all again in every picture that was zoomed."""
        for view in self._by_name.values():
            view.show_whole()

    def retranslate(self) -> None:
        """Say everything in the present language; the views do so themselves."""
        networks = self.tr("Networks") if self._narrow else self.tr("Two networks")
        one = self.tr("Weight") if self._narrow else self.tr("One weight")
        biases = self.tr("Biases") if self._narrow else self.tr("Biases too?")
        tool_tips = (
            self.tr("What L1 and L2 take from a weight, step by step, without any data (1)"),
            self.tr("The weights of a network that was trained with L1, and of one with L2 (2)"),
            self.tr("Two runs that differ only in whether biases are penalized, too (3)"),
        )
        texts = zip(self._by_name, (one, networks, biases), tool_tips, strict=True)
        self.choice.set_choices(list(texts))
        self.choice.setAccessibleName(self.tr("View"))

    def fit(self) -> None:
        """Leave out what there is no room for."""
        em = self.fontMetrics().height()
        narrow = self.width() < _NARROW * em
        if narrow != self._narrow:
            self._narrow = narrow
            self.retranslate()
        self._views.setMinimumSize(20 * em, 8 * em)

    @Slot(str)
    def _open(self, name: str) -> None:
        self._views.setCurrentWidget(self._by_name[name])
        for view in (self.networks, self.biases):
            view.bar.setVisible(view is self._by_name[name])
        self.show_runs(self._runs)
