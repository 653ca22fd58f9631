"""Which validation digit to look at."""

import numpy as np
from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QWidget

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.rotation.pair import SIX_AND_NINE, Pair
from nnreg_gui.widgets.button import CheckBox, ToolButton
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, row
from nnreg_gui.widgets.room import Room

_ASKED_AT_ONCE = 50
_BUTTONS = {"six": "6", "nine": "9", "previous": ",", "next": "D", "random": "X"}  # and their keys


class DigitChooser(FittingWidget):
    """Buttons that lead from digit to digit, optionally only to those that the network recognizes.

    Signals:
        chosen: the row of another validation digit.
        drawing_wanted: whether the user wants to draw a digit instead.
        none_found: the network recognizes none of the requested digits.
    """

    chosen = Signal(int)
    drawing_wanted = Signal(bool)
    none_found = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._split: Split | None = None
        self._network: Network | None = None
        self._pair, self._data_set = SIX_AND_NINE, MNIST
        self._row = 0
        self._random = np.random.default_rng()
        self._buttons = {name: ToolButton(key) for name, key in _BUTTONS.items()}
        self._recognized, self._draw = CheckBox(), ToolButton("G", checkable=True)
        row(*self._buttons.values(), self._recognized, self._draw, STRETCH, parent=self)
        self.show_from(Room.FULL, self._recognized)  # left out, it stays in effect
        self._connect()
        self._enable()
        self.retranslate()

    def _connect(self) -> None:
        self._buttons["six"].clicked.connect(lambda: self.choose_class(self._pair.first))
        self._buttons["nine"].clicked.connect(lambda: self.choose_class(self._pair.second))
        self._buttons["previous"].clicked.connect(lambda: self._go(-1))
        self._buttons["next"].clicked.connect(lambda: self._go(1))
        self._buttons["random"].clicked.connect(self._choose_any)
        self._draw.toggled.connect(self._change_mode)

    def set_digits(self, split: Split | None, pair: Pair = SIX_AND_NINE, data_set: DataSet = MNIST) -> None:
        """Offer these digits of a data set, and these two classes of them by a button each."""
        if split is not self._split:
            self._row = 0
        self._split, self._pair, self._data_set = split, pair, data_set
        self._enable()
        self.retranslate()

    def set_network(self, network: Network | None) -> None:
        """Let this network decide which digits are recognized."""
        self._network = network

    @property
    def row(self) -> int:
        """The row of the digit chosen last."""
        return self._row

    def choose_class(self, digit: int) -> None:
        """Choose the next digit of a class after the one shown; the first one if none follows."""
        if self._split is not None:
            rows = np.flatnonzero(self._split.labels == digit)
            if len(rows):
                self._choose_first(np.roll(rows, -int(np.searchsorted(rows, self._row, "right"))))
            else:
                self.none_found.emit()

    def choose_first_of(self, digit: int) -> None:
        """Choose the first digit of a class that the network recognizes, or the first if it recognizes none."""
        if self._split is not None:
            rows = np.flatnonzero(self._split.labels == digit)
            rows = rows if len(rows) else np.arange(len(self._split))
            recognized = self._first_recognized(rows)
            self._choose(int(rows[0]) if recognized is None else recognized)

    def _go(self, step: int) -> None:
        if self._split is not None:
            self._choose_first((self._row + step * np.arange(1, len(self._split) + 1)) % len(self._split))

    @Slot()
    def _choose_any(self) -> None:
        if self._split is not None:
            self._choose_first(self._random.permutation(len(self._split)))

    def _choose_first(self, rows: np.ndarray) -> None:
        """Choose the first of these rows, or, if wanted, the first recognized one."""
        row = self._first_recognized(rows) if self._recognized.isChecked() else int(rows[0])
        if row is None:
            self.none_found.emit()
        else:
            self._choose(row)

    def _choose(self, row: int) -> None:
        self._row = row
        with QSignalBlocker(self):  # leaving the drawing by choosing another digit has already chosen that one
            self._draw.setChecked(False)
        self.drawing_wanted.emit(False)
        self.chosen.emit(row)

    def _first_recognized(self, rows: np.ndarray) -> int | None:
        """Return the first of these rows that the network recognizes upright; ask about some at a time."""
        if self._split is None or self._network is None or self._network.dataset != self._data_set:
            return int(rows[0])
        for start in range(0, len(rows), _ASKED_AT_ONCE):
            some = rows[start : start + _ASKED_AT_ONCE]
            called = self._network.called(self._split[some].inputs)
            found = some[called == self._split.labels[some]]
            if len(found):
                return int(found[0])
        return None

    @Slot(bool)
    def _change_mode(self, drawing: bool) -> None:
        self.drawing_wanted.emit(drawing)
        if not drawing:
            self.chosen.emit(self._row)

    def _texts_of(self, name: str) -> tuple[str, str]:
        shown = name.replace("&", "&&")  # on a button, a single one would be a key
        return self.tr("Next {0}").format(shown), self.tr("Go to the next {0} of the validation digits").format(name)

    def _enable(self) -> None:
        for button in self._buttons.values():
            button.setEnabled(self._split is not None)

    def retranslate(self) -> None:
        texts = {
            "six": self._texts_of(self._pair.names[0]),
            "nine": self._texts_of(self._pair.names[1]),
            "previous": ("◀", self.tr("Go to the validation digit before this one")),
            "next": ("▶", self.tr("Go to the validation digit after this one")),
            "random": (self.tr("Random"), self.tr("Go to a validation digit chosen at random")),
        }
        for name, (text, help_text) in texts.items():
            self._buttons[name].set_texts(text, help_text)
            self._buttons[name].setAccessibleName(help_text)
        self._recognized.set_texts(
            self.tr("only recognized"), self.tr("Pass over digits that the network does not recognize upright")
        )
        self._draw.set_texts(self.tr("Draw"), self.tr("Draw a digit of your own with the mouse"))
