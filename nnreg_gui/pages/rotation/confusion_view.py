"""What is confused with what, upright or turned at random."""

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Network, changed_digit, confusion_matrix
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.measuring_sentences import failure_text
from nnreg_gui.pages.rotation.confusion_table import ConfusionTable
from nnreg_gui.pages.rotation.latest_confusion import Confusion, LatestConfusion
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.pages.rotation.rotation_sentences import confusion_conclusion, confusion_question
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import column, row
from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.room import Room
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from nnreg_gui.widgets.texts import percent_text, significant_text, whole_text
from nnreg_gui.widgets.tile import Tile

_MOST_IMAGES = 64
_CELLS = ("six_called_nine", "nine_called_six")  # or those of another pair


class ConfusionView(FittingWidget):
    """Places the confusion table, the range of random turns, the numbers in large type, and the digits of a cell.

    Args:
        questions: answers its questions.
        conclusion: where the page states what it shows.
    """

    def __init__(self, questions: Questions, conclusion: Conclusion, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conclusion = conclusion
        self._digits: Split | None = None
        self._pair, self._data_set = SIX_AND_NINE, MNIST
        self._network: tuple[Network, str, bool] | None = None  # with its name, and whether it is still being trained
        self._rotation = 0.0
        self._found: Confusion | None = None  # the newest answer about these digits
        self._matrix: np.ndarray | None = None
        self._cell: tuple[int, int] | None = None
        self._pointed_at: tuple[int, int] | None = None
        self._asked = LatestConfusion(questions, self)
        self.table, self.images = ConfusionTable(), ImageSheet()
        self.slider, self.unit = LinearSlider(0, 180, step=5), SegmentedChoice()
        self.tiles = {name: Tile() for name in ("recognized", *_CELLS)}
        self._title, self._about, self._of_cell = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self._head, self._range_label = QWidget(), QLabel()
        self._place()
        self._asked.changed.connect(self._show)
        self.table.cell_clicked.connect(self._choose_cell)
        self.table.cell_pointed_at.connect(self._point_at)
        self.slider.changed.connect(self._turn)
        self.slider.moving.connect(self._turn)
        self.unit.changed.connect(self._choose_unit)
        self.retranslate()

    def _place(self) -> None:
        row((self._title, 1), self.unit, parent=self._head)
        turns = row(self._range_label, (self.slider, 1))
        # Percentages are longer than counts.
        tiles = row(*((tile, 2 if name in _CELLS else 3) for name, tile in self.tiles.items()), spacing=8)
        left = column(self._head, (self.table, 1), self._about, spacing=4)
        right = column(turns, tiles, self._of_cell, (self.images, 1), spacing=6)
        row((left, 12), (right, 9), parent=self, spacing=16)
        self.show_from(Room.FULL, self._head, self._of_cell)

    def set_digits(self, digits: Split | None, pair: Pair = SIX_AND_NINE, data_set: DataSet = MNIST) -> None:
        """Take the validation digits that the table is about, whose they are, and the pair of classes to look at."""
        if digits is self._digits and pair == self._pair:
            return
        if digits is not self._digits:
            if self._matrix is not None:
                self.table.show_matrix(np.zeros_like(self._matrix))
            self._found = self._matrix = self._cell = self._pointed_at = None
        self._digits, self._pair, self._data_set = digits, pair, data_set
        self.table.set_pair(pair)
        self.table.set_chosen(self._cell)
        self.retranslate()

    def show_network(self, network: Network, name: str, *, live: bool) -> None:
        """Show what this network confuses; one that is still being trained is measured at most once a second."""
        self._network = network, name, live
        self._ask()

    def matrix(self) -> np.ndarray | None:
        """Return the counts shown, int64, (classes, classes): rows are what the digits are; None before the first."""
        return self._matrix

    def showEvent(self, event: QShowEvent) -> None:
        """Ask what did not matter while this view was hidden."""
        super().showEvent(event)
        self._conclude()
        self._asked.try_again()
        self._ask()

    def _fits(self, network: Network) -> bool:
        """Return whether a network learned what the digits are about."""
        return self._digits is not None and network.dataset == self._data_set

    def _ask(self) -> None:
        if self._network is not None and self.isVisible() and (self._digits is None or self._fits(self._network[0])):
            network, name, live = self._network
            self._asked.want(network, name, self._rotation, live=live)

    # -------------------------------------------------------------------------------------------------------- texts

    def retranslate(self) -> None:
        help_text = self.tr(
            "Every validation digit is turned by an angle of its own in this range, in degrees. 0 is upright."
        )
        for widget in (self._range_label, self.slider):
            widget.setToolTip(help_text)
        self.slider.setAccessibleName(self.tr("Range of random turns in degrees"))
        choices = [
            ("counts", self.tr("Counts"), self.tr("How many digits")),
            ("percent", "%", self.tr("The share of all digits of the row")),
        ]
        self.unit.set_choices(choices)
        self.unit.setAccessibleName(self.tr("What stands in the cells"))
        self.table.setToolTip(self.tr("Click a cell to see its digits as the network saw them."))
        self.tiles["recognized"].setToolTip(self.tr("Share of the validation digits that are recognized"))
        first, second = self._pair.names
        one, other = self.tr("How many sixes are read as nines"), self.tr("How many nines are read as sixes")
        if not self._pair.is_six_and_nine:
            text = self.tr("How many of “{0}” are read as “{1}”")
            one, other = text.format(first, second), text.format(second, first)
        self.tiles["six_called_nine"].setToolTip(one)
        self.tiles["nine_called_six"].setToolTip(other)
        self._range_label.setText("±" if self.compact else self.tr("Random turns: ±"))
        is_short = self.compact or not self._pair.is_six_and_nine
        arrow = "{0} → {1}" if is_short else self.tr("{0} read as {1}")
        captions = {
            "recognized": self.tr("Right") if self.compact else self.tr("Recognized"),
            "six_called_nine": arrow.format(first, second),
            "nine_called_six": arrow.format(second, first),
        }
        for name, caption in captions.items():
            self.tiles[name].set_caption(caption)
        self._show()

    def _show_texts(self) -> None:
        found, matrix = self._found, self._matrix
        if self._asked.problem is not None:
            self._title.setText(failure_text(self._asked.problem))
        elif found is None:
            self._title.setText(self.tr("The validation digits are being measured …"))
        else:
            self._title.setText(found.name)
        self.table.set_caption(self._caption())
        values = {"recognized": percent_text(np.trace(matrix) / matrix.sum())} if matrix is not None else {}
        for name, cell in zip(_CELLS, (self._pair.labels, self._pair.labels[::-1]), strict=True):
            if matrix is not None:
                values[name] = whole_text(int(matrix[cell]))
        for name, tile in self.tiles.items():
            tile.set_value(values.get(name, ""))
        self._show_words()

    def _caption(self) -> str:
        if self._found is None or self._found.question.augmentation.is_off:
            return self.tr("upright, it is read as")
        degrees = significant_text(self._found.question.augmentation.rotation)
        return self.tr("turned by up to ±{0}°, it is read as").format(degrees)

    def _show_words(self) -> None:
        cell = self._pointed_at or self._cell
        words = self._in_words(*cell) if cell is not None and self._matrix is not None else ""
        self._about.setText(
            words or self.tr("Rows: what it is. Columns: what it is read as. Point at a cell to read it.")
        )
        self.table.setAccessibleDescription(words)

    def _in_words(self, digit: int, called: int) -> str:
        assert self._matrix is not None
        count, of_all = int(self._matrix[digit, called]), int(self._matrix[digit].sum())
        names = self._pair.classes
        share = percent_text(count / max(of_all, 1))
        numbers = whole_text(of_all), names[digit], whole_text(count), share, names[called]
        if digit == called:
            return self.tr("Of the {0} digits that are a {1}, {2} are recognized ({3}).").format(*numbers)
        return self.tr("Of the {0} digits that are a {1}, {2} are read as {4} ({3}).").format(*numbers)

    # ----------------------------------------------------------------------------------------------------- pictures

    @Slot()
    def _show(self) -> None:
        """Show the newest answer."""
        newest = self._asked.newest
        if newest is not None and self._digits is not None and self._fits(newest.question.networks[0]):
            self._found = newest
            self._matrix = confusion_matrix(self._digits.labels, newest.called, self._digits.classes)
            self.table.show_matrix(self._matrix)
        self._show_texts()
        self._show_cell()
        self._conclude()

    def _conclude(self) -> None:
        if not self.isVisible():
            return
        if self._matrix is None:
            self._conclusion.ask(confusion_question())
        else:
            self._conclusion.say(confusion_conclusion(self._matrix, self._pair))

    def _show_cell(self) -> None:
        """Show the digits of the chosen cell, as the network saw them."""
        found, digits = self._found, self._digits
        if self._cell is None or found is None or digits is None:
            self._of_cell.setText("")
            self.images.show_none()
            self.images.set_empty_text(self.tr("Click a cell to see its digits here."))
            return
        digit, called = self._cell
        rows = np.flatnonzero((digits.labels == digit) & (found.called == called))
        question, names = found.question, self._pair.classes
        images = [changed_digit(digits, question.augmentation, question.seed, int(row)) for row in rows[:_MOST_IMAGES]]
        shape = digits.images.shape[1:]
        self.images.show_images(np.stack(images) if images else np.zeros((0, *shape), np.float32))
        self.images.set_empty_text("" if images else self.tr("There is none."))
        shown, count = whole_text(len(images)), whole_text(len(rows))
        if digit == called:
            self._of_cell.setText(
                self.tr("Digits {0} that are recognized: {1} of {2} shown").format(names[digit], shown, count)
            )
        else:
            text = self.tr("Digits {0} that are read as {1}: {2} of {3} shown")
            self._of_cell.setText(text.format(names[digit], names[called], shown, count))

    # --------------------------------------------------------------------------------------------------------- user

    @Slot(int, int)
    def _choose_cell(self, digit: int, called: int) -> None:
        self._cell = digit, called
        self.table.set_chosen(self._cell)
        self._show_words()
        self._show_cell()

    @Slot(object)
    def _point_at(self, cell: tuple[int, int] | None) -> None:
        self._pointed_at = cell
        self._show_words()

    @Slot(float)
    def _turn(self, degrees: float) -> None:
        self._rotation = degrees
        self._ask()

    @Slot(str)
    def _choose_unit(self, unit: str) -> None:
        self.table.set_in_percent(unit == "percent")
