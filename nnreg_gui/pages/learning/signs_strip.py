"""One line with the four signs of overfitting as lamps."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from nnreg_gui.engine.overfitting import SIGNS, OverfittingSigns, Sign
from nnreg_gui.pages.learning.sign_lamp import SignLamp
from nnreg_gui.pages.learning.signs_sentences import (
    longest_states,
    short_sign_name,
    short_state_text,
    sign_name,
    sign_sentence,
    state_of,
    state_text,
)
from nnreg_gui.widgets.button import Button
from nnreg_gui.widgets.fitting_widget import FittingWidget
from nnreg_gui.widgets.layouts import STRETCH, row

_HEIGHT = 1.5  # lines of text
_APART = 12  # pixels between entries
_FULL, _SHORT, _NAMES, _WORDS, _LAMPS = range(5)  # how much to say beside a lamp: ever less


class SignsStrip(FittingWidget):
    """A button that opens the details, beside the lamps.

    Signals:
        details_wanted: whether the user wants to see the details.
    """

    details_wanted = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = _Button()
        self.entries = {name: SignEntry(name) for name in SIGNS}
        entries = (part for entry in self.entries.values() for part in (entry, STRETCH))
        layout = row(self.button, *entries, parent=self, spacing=_APART // 2)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # entries shrink as far as they must
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.button.toggled.connect(self.details_wanted)
        self.retranslate()

    def show_signs(self, signs: OverfittingSigns | None, wrong_labels: float = 0.0) -> None:
        """Show how the signs stand; None if there is no run.

        Args:
            signs: of a run.
            wrong_labels: the share, 0…1, of its training labels that are wrong.
        """
        for name, entry in self.entries.items():
            entry.wrong_labels = wrong_labels
            entry.show_sign(signs.signs[name] if signs is not None else None)

    def retranslate(self) -> None:
        for entry in self.entries.values():
            entry.retranslate()
        self.fit()

    def fit(self) -> None:
        """Say as much beside each lamp as there is room for, the same for all."""
        self.setFixedHeight(int(_HEIGHT * self.fontMetrics().height()))
        long, short = self.tr("Signs of overfitting"), self.tr("Signs")
        wanted = [(long, _FULL), (short, _FULL), (long, _SHORT), (short, _SHORT), (short, _NAMES), (short, _WORDS)]
        fitting = (one for one in wanted if self._width(*one) <= self.width())
        heading, detail = next(fitting, (short, _LAMPS))
        self.button.set_texts(
            heading,
            self.tr("Show what each sign rests on, and its threshold, in place of the weights; or the weights again"),
        )
        self.button.setAccessibleName(long)
        for entry in self.entries.values():
            entry.set_detail(detail)

    def _width(self, heading: str, detail: int) -> int:
        widths = [entry.width_for(detail) + _APART for entry in self.entries.values()]
        return self.button.width_for(heading) + sum(widths)


class SignEntry(QWidget):
    """A lamp, the name of its sign and the epoch since which it shows.

    Attributes:
        wrong_labels: the share, 0…1, of the training labels that are wrong.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._detail = name, _FULL
        self._sign: Sign | None = None
        self.wrong_labels: float = 0.0
        self._text = self._short = ""
        self.lamp = SignLamp()
        row(self.lamp, STRETCH, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def show_sign(self, sign: Sign | None) -> None:
        """Show how the sign stands."""
        self._sign = sign
        state, told = state_of(sign), state_text(sign)
        spoken = f"{sign_name(self._name)}: {told}"
        self.lamp.set_state(state, spoken)
        if told != self._text:
            self._text, self._short = told, short_state_text(sign)
            self.setAccessibleName(spoken)
            self.update()

    def text(self) -> str:
        """Return the text beside the lamp, without its name."""
        return {_FULL: self._text, _SHORT: self._short}.get(self._detail, "")

    def name(self) -> str:
        """Return the name beside the lamp; empty if there is no room for one."""
        return self._name_for(self._detail)

    def set_detail(self, detail: int) -> None:
        """Say more or less beside the lamp."""
        self._detail = detail
        self.setFixedWidth(self.width_for(detail))
        self.update()

    def width_for(self, detail: int) -> int:
        """Return the width needed for this much detail, whatever the sign's state."""
        metrics, em = QFontMetrics(self._bold()), self.fontMetrics().height()
        samples = longest_states(short=detail == _SHORT) if detail <= _SHORT else ("",)
        told = max(self.fontMetrics().horizontalAdvance(sample) for sample in samples)
        name = metrics.horizontalAdvance(self._name_for(detail))
        return int(1.4 * em) + name + (told + em // 2 if told else 0) + 2

    def retranslate(self) -> None:
        self._text = ""
        self.show_sign(self._sign)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Compose the hover help on demand: it changes with every epoch."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(sign_sentence(self._name, self._sign, self.wrong_labels))
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the name in bold, then the rest."""
        painter, em = QPainter(self), self.fontMetrics().height()
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        bold, x = self._bold(), int(1.4 * em)
        name = self.name()
        painter.setFont(bold)
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), name)
        painter.setFont(self.font())
        x += QFontMetrics(bold).horizontalAdvance(name) + em // 2
        painter.drawText(self.rect().adjusted(x, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _name_for(self, detail: int) -> str:
        if detail == _LAMPS:
            return ""
        return short_sign_name(self._name) if detail == _WORDS else sign_name(self._name)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font


class _Button(Button):
    """A button no higher than the strip."""

    def __init__(self) -> None:
        super().__init__("O", checkable=True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def width_for(self, text: str) -> int:
        """Return the width that a text needs."""
        return self.fontMetrics().horizontalAdvance(text) + 2 * self.fontMetrics().height()

    def sizeHint(self) -> QSize:
        """Ask for little more than the text."""
        return QSize(self.width_for(self.text()), int(_HEIGHT * self.fontMetrics().height()))
