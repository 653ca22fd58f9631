"""Shows what a network gets wrong, live: the new images that it misreads, or the wrong labels that it repeats."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from nnreg_gui.pages.mistakes.latest_reading import AnyReading, ReadDigits
from nnreg_gui.pages.mistakes.lies import LatestLies
from nnreg_gui.pages.mistakes.misread import LatestMisread
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
from nnreg_gui.widgets.keys import ChoiceKey, with_key
from nnreg_gui.widgets.layouts import PAGE_MARGINS, column, row
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import whole_text

NEW, LIES = "new", "lies"  # the views
_MANY, _FEW, _NAMED = 40, 12, 16  # digits on the sheet: so that captions in large type, or names of classes, fit
_SHORT_NAME = 2  # letters


class MistakesPage(AskingPage):
    """Places a sheet of digits beside one of them in large with the outputs, and the choice of which digits."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(services, parent)
        self._run: DrawnRun | None = None
        self._read: ReadDigits | None = None
        self._first = 0
        self._count = _MANY
        self._chosen: int | None = None  # the row of a digit
        self._all_latest: dict[str, AnyReading] = {NEW: LatestMisread(services, self), LIES: LatestLies(services, self)}
        self.sheet, self.digit, self.bars = ImageSheet(), ImageSheet(), OutputBars()
        self.back, self.further = Button(","), Button("D")
        self.choice = self.view_choice = SegmentedChoice()
        ChoiceKey("G", self.choice, self)
        self._legend, self._where, self._about = ElidedLabel(), QLabel(), QLabel(wordWrap=True)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._place()
        for latest in self._all_latest.values():
            latest.changed.connect(self._take)
            latest.changed.connect(self._ask)
        self.choice.changed.connect(self._change)
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
        head = row((self._legend, 1), self._where, self.back, self.further, self.choice, spacing=6)
        column(self.conclusion, head, (self._parts, 1), parent=self, margins=PAGE_MARGINS)

    # --------------------------------------------------------------------------------------------------------- page

    def show_runs(self, runs: Sequence[DrawnRun]) -> None:
        """Ask the network of the selected run."""
        run = shown_run(runs)
        before, self._run = self._run, run
        if (before.history if before else None) is not (run.history if run else None):
            self._begin()
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what did not matter while the page was hidden."""
        super().showEvent(event)
        self._latest.try_again()
        self._ask()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show()

    def retranslate(self) -> None:
        for button, text, name in (
            (self.back, "◂", self.tr("The images before these")),
            (self.further, "▸", self.tr("Further images")),
        ):
            button.set_texts(text, name)
            button.setAccessibleName(name)
        new = self.tr("Images of the validation set that the network misreads")
        lies = self.tr("Training digits with wrong labels, and whether the network repeats them")
        name = self.tr("New") if self.compact else self.tr("New images")
        self.choice.set_choices([(NEW, name, with_key(new, "G")), (LIES, self.tr("Lies"), with_key(lies, "G"))])
        self.choice.setAccessibleName(self.tr("View"))
        self.sheet.setAccessibleName(self.tr("Mistakes"))
        self.bars.setToolTip(self.tr("The outputs of the network for this image"))
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
        assert self._read is not None
        self._chosen = int(self._read.rows[self._here()[image]])
        self._show()

    @Slot()
    def _go_back(self) -> None:
        self._first = max(0, self._first - self._count)
        self._show()

    @Slot()
    def _go_further(self) -> None:
        if self._read is not None and self._first + self._count < len(self._read.rows):
            self._first += self._count
        self._show()

    @Slot()
    def _change(self) -> None:
        """Show the other view."""
        self._begin()
        self._ask()
        self.view_changed.emit()

    # ----------------------------------------------------------------------------------------------------- drawing

    @property
    def _latest(self) -> AnyReading:
        return self._all_latest[self.choice.value()]

    @property
    def _asked_run(self) -> DrawnRun | None:
        """The run whose network can be asked."""
        return self._run if self._run is not None and self._latest.fits(self._run) else None

    def _begin(self) -> None:
        """Show nothing of another run or view any more."""
        self._latest.try_again()
        self._chosen, self._first = None, 0
        self._take()

    @Slot()
    def _ask(self) -> None:
        """Ask, and again once there is an answer: the network may have advanced."""
        if self._asked_run is not None and self.isVisible():
            self._latest.want(self._asked_run)

    @Slot()
    def _take(self) -> None:
        """Take the newest answer, if it is about the run looked at."""
        newest, run = self._latest.newest, self._asked_run
        read = newest if newest is not None and run is not None and newest.run.history is run.history else None
        if read is not self._read or read is None:
            self._read = read
            self._show()

    def _arrange(self) -> None:
        """Show as many digits as have room for what stands below them."""
        is_named = self._read is not None and any(len(name) > _SHORT_NAME for name in self._read.classes)
        self._count = min(_FEW if self.compact else _MANY, _NAMED if is_named else _MANY)

    def _here(self) -> np.ndarray:
        """Return the places of the digits on the sheet."""
        return self._read.order[self._first : self._first + self._count] if self._read is not None else np.zeros(0, int)

    def _show(self) -> None:
        self._arrange()
        read = self._read
        total = len(read.rows) if read is not None else 0
        if self._first >= total:
            self._first = 0
        here = self._here()
        self.back.setEnabled(self._first > 0)
        self.further.setEnabled(self._first + self._count < total)
        self.sheet.set_empty_text(self._why_empty())
        self.sheet.setToolTip(self._latest.about_captions())
        self.conclusion.say_or_ask(read.sentence() if read is not None else "", self._latest.question_text())
        if read is None or not total:
            self.sheet.show_none()
            self._legend.setText("")
            self._where.setText("")
        else:
            self.sheet.show_images(_inked(read, here), [read.caption(int(place)) for place in here])
            self._legend.setText(read.legend())
            shown = whole_text(self._first + 1), whole_text(self._first + len(here)), whole_text(total)
            self._where.setText(self.tr("{0}–{1} of {2}").format(*shown))
        self._show_large(here)

    def _show_large(self, here: np.ndarray) -> None:
        """Show the chosen digit in large; while none is chosen, or not shown any more, the first of the sheet."""
        if self._read is None or not len(here):
            self.digit.show_none()
            self.bars.show_outputs(None)
            self._about.setText("")
            return
        read, chosen = self._read, np.flatnonzero(self._read.rows == self._chosen)
        place = int(chosen[0]) if len(chosen) else int(here[0])
        self.sheet.mark(int(np.flatnonzero(here == place)[0]) if place in here else None)
        self.digit.show_images(_inked(read, np.array([place])))
        self.bars.set_classes(read.classes)
        self.bars.set_colour(run_colour(read.run.number, self.palette()))
        self.bars.show_outputs(read.outputs[place])
        self._about.setText(read.about(place))

    def _why_empty(self) -> str:
        if self._latest.problem is not None:
            return problem_text(self._latest.problem)
        if self._asked_run is not None:
            return self.tr("The network is being asked …") if self._read is None else ""
        return self.hidden_text() if self.all_hidden else self._latest.how_to_begin()


def _inked(read: ReadDigits, which: np.ndarray) -> np.ndarray:
    return read.images[which].astype(np.float32) / 255
