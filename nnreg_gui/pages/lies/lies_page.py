"""Shows whether a network learns the noise: the digits with wrong labels, and what a run says of them, live."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from nnreg_gui.pages.lies.latest_lies import LatestLies, Lies
from nnreg_gui.pages.lies.lies_sentences import about_text, caption, legend_text, lies_sentence
from nnreg_gui.pages.page import AskingPage
from nnreg_gui.pages.services import Services
from nnreg_gui.pages.trained_runs import shown_run
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.plots.output_bars import OutputBars
from nnreg_gui.plots.style import run_colour
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.texts import whole_text

# Digits, and how many stand side by side: so that captions in large type do, too, and so do those that name classes.
_MANY, _FEW, _NAMED = (40, 8), (12, 6), (16, 4)
_SHORT_NAME = 2  # letters


class LiesPage(AskingPage):
    """Places a sheet of the lies, those learnt by heart first, beside one of them in large with the outputs."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._run: DrawnRun | None = None
        self._lies: Lies | None = None
        self._order = np.zeros(0, int)  # the lies as they are sorted
        self._first = 0
        self._count, self._columns = _MANY
        self._chosen: int | None = None  # a lie
        self._latest = LatestLies(services.questions, self)
        self.sheet, self.digit, self.bars = ImageSheet(), ImageSheet(), OutputBars()
        self.back, self.further = Button(","), Button("D")
        self._legend, self._where, self._about = ElidedLabel(), QLabel(), QLabel(wordWrap=True)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._place()
        self._latest.changed.connect(self._take)
        self.back.clicked.connect(self._go_back)
        self.further.clicked.connect(self._go_further)
        self.sheet.image_clicked.connect(self._choose)
        self.retranslate()

    def _place(self) -> None:
        self.digit.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is only one to choose
        large = QWidget()
        column((self.digit, 3), self._about, (self.bars, 2), parent=large, spacing=4)
        self._parts.setSpacing(12)
        self._parts.addWidget(self.sheet, 7)
        self._parts.addWidget(large, 4)
        head = row((self._legend, 1), self._where, self.back, self.further, spacing=6)
        column(self.conclusion, head, (self._parts, 1), parent=self, margins=PAGE_MARGINS)

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Ask the network of the selected run, if labels were wrong."""
        run = shown_run(runs)
        before, self._run = self._run, run if run is not None and run.history.experiment.data.lies else None
        if (before.history if before else None) is not (self._run.history if self._run else None):
            self._latest.try_again()
            self._chosen, self._first = None, 0
            self._take()
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what did not matter while the page was hidden."""
        super().showEvent(event)
        self._latest.try_again()
        self._ask()

    def retranslate(self) -> None:
        for button, text, name in (
            (self.back, "◂", self.tr("The lies before these")),
            (self.further, "▸", self.tr("Further lies")),
        ):
            button.set_texts(text, name)
            button.setAccessibleName(name)
        self.sheet.setToolTip(
            self.tr("Below each digit, what its label says, and after the arrow what the network says; click one")
        )
        self.sheet.setAccessibleName(self.tr("Digits with wrong labels"))
        self.bars.setToolTip(self.tr("The outputs of the network for this digit"))
        self.bars.setAccessibleName(self.tr("Outputs"))
        self._show()

    def fit(self) -> None:
        """Show the large digit below the others on a narrow page."""
        narrow = self.height() > self.width()
        self._parts.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        for button in (self.back, self.further):
            button.setFixedWidth(2 * self.fontMetrics().height())

    # --------------------------------------------------------------------------------------------------------- user

    @Slot(int)
    def _choose(self, image: int) -> None:
        self._chosen = int(self._order[self._first + image])
        self._show()

    @Slot()
    def _go_back(self) -> None:
        self._first = max(0, self._first - self._count)
        self._show()

    @Slot()
    def _go_further(self) -> None:
        if self._first + self._count < len(self._order):
            self._first += self._count
        self._show()

    # ----------------------------------------------------------------------------------------------------- drawing

    def _ask(self) -> None:
        if self._run is not None and self.isVisible():
            self._latest.want(self._run)

    @Slot()
    def _take(self) -> None:
        """Take the newest answer, if it is about the run looked at."""
        newest = self._latest.newest
        fits = newest is not None and self._run is not None and newest.run.history is self._run.history
        lies = newest if fits else None
        if lies is not self._lies or lies is None:
            self._lies = lies
            kinds = np.where(lies.learnt, 0, np.where(lies.in_spite, 2, 1)) if lies is not None else np.zeros(0)
            self._order = np.argsort(kinds, kind="stable")
            self._show()

    def _arrange(self) -> None:
        """Show as many digits as have room for what stands below them."""
        is_named = self._lies is not None and any(len(name) > _SHORT_NAME for name in self._lies.classes)
        count, self._columns = _FEW if self.compact else _MANY
        self._count = count
        if is_named:
            self._count, self._columns = min(count, _NAMED[0]), min(self._columns, _NAMED[1])

    def _show(self) -> None:
        self._arrange()
        lies, order = self._lies, self._order
        if self._first >= len(order):
            self._first = 0
        here = order[self._first : self._first + self._count]
        self.back.setEnabled(self._first > 0)
        self.further.setEnabled(self._first + self._count < len(order))
        self.sheet.set_empty_text(self._why_empty())
        if lies is None:
            self.sheet.show_images(np.zeros((0, 1, 1), np.float32))
            self._legend.setText("")
            self._where.setText("")
            self.conclusion.ask(self.tr("Does the network learn the noise?"))
        else:
            self.sheet.show_images(_inked(lies, here), [caption(lies, int(lie)) for lie in here], self._columns)
            self._legend.setText(legend_text(lies))
            shown = whole_text(self._first + 1), whole_text(self._first + len(here)), whole_text(len(order))
            self._where.setText(self.tr("{0}–{1} of {2}").format(*shown))
            self.conclusion.say(lies_sentence(lies))
        self._show_large(lies, here)

    def _show_large(self, lies: Lies | None, here: np.ndarray) -> None:
        """Show the chosen lie in large; while none is chosen, the first of the sheet."""
        if lies is None:
            self.digit.show_images(np.zeros((0, 1, 1), np.float32))
            self.bars.show_outputs(None)
            self._about.setText("")
            return
        lie = self._chosen if self._chosen is not None else int(here[0])
        self.sheet.mark(int(np.flatnonzero(here == lie)[0]) if lie in here else None)
        self.digit.show_images(_inked(lies, np.array([lie])))
        self.bars.set_classes(lies.classes)
        self.bars.set_colour(run_colour(lies.run.number, self.palette()))
        self.bars.show_outputs(lies.outputs[lie])
        self._about.setText(about_text(lies, lie))

    def _why_empty(self) -> str:
        if self._latest.problem is not None:
            return problem_text(self._latest.problem)
        if self._run is not None:
            return self.tr("The network is being asked …")
        if self.all_hidden:
            return self.hidden_text()
        return self.tr(
            "Here you will see the digits whose labels lie, and whether the network has learnt the lies by heart. "
            "Choose “Wrong labels” in the group Data, and press Space."
        )


def _inked(lies: Lies, which: np.ndarray) -> np.ndarray:
    return lies.images[which].astype(np.float32) / 255
