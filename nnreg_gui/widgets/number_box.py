"""Spin boxes that read and write numbers as people do."""

import re
from math import ceil, floor, log10
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, Qt
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QSpinBox, QStyle, QStyleOptionSpinBox, QWidget

_State = QValidator.State
_SHORTEST = QLocale.FloatingPointPrecisionOption.FloatingPointShortest.value
_SPACES = re.compile(r"\s+")  # some locales group digits by a no-break or a narrow space
_TYPABLE = re.compile(r"[0-9.,\s]*")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}([.,])[0-9]{3}(?:\1[0-9]{3})*")
_NUMBER = re.compile(r"-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)")
_WIDEST = 8  # characters; longer numbers are rare and scroll


class _Behaviour(QAbstractSpinBox if TYPE_CHECKING else object):  # type: ignore[misc]  # two Qt bases cannot be
    """How both boxes behave: who gets keys and the wheel, and which language the number is in."""

    def _behave(self) -> None:
        self.setKeyboardTracking(False)  # half a number is no decision
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not the default WheelFocus: scrolling past takes no focus
        self.setLocale(QLocale())

    def event(self, event: QEvent) -> bool:
        """Leave the space bar and letters to shortcuts: no number has a use for them. Keep Return, which commits it."""
        wanted = _wants_key(event)
        if wanted is None:
            return super().event(event)
        event.setAccepted(wanted)
        return wanted

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus, so that scrolling past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Write the number as the present language does."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setLocale(QLocale())
        super().changeEvent(event)


class NumberBox(_Behaviour, QDoubleSpinBox):
    """A spin box for decimal numbers: no trailing zeros, steps that grow with the number.

    A step leads to the next round number of the same decade: 0.1, 0.2, … 0.9, 1, 2. No step is smaller than
    ``singleStep()``, which therefore also leads to zero and away from it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sample = ""
        self.setDecimals(6)
        self.setSingleStep(0.001)
        self._behave()

    def textFromValue(self, value: float) -> str:
        """Write the number with no more decimals than it needs."""
        locale = self.locale()
        # No groups: where a comma may be the decimal sign, deleting a digit of 10,000 would leave 10,00.
        locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
        return locale.toString(round(value, self.decimals()), "f", _SHORTEST)

    def valueFromText(self, text: str) -> float:
        """Read a number; what is no number reads as 0."""
        plain = _plain_number(_without_affixes(self, text), self.locale())
        return float(plain) if _NUMBER.fullmatch(plain) else 0.0

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Accept a number in range, with or without groups, with either decimal sign."""
        return self._state(_without_affixes(self, text)), text, pos

    def stepBy(self, steps: int) -> None:
        """Go to round numbers up or down, from what stands in the box even if it is not committed yet."""
        value = self.valueFromText(self.text()) if self.hasAcceptableInput() else self.value()
        for _ in range(abs(steps)):
            value = self._next(value, up=steps > 0)
        self.setValue(value)
        self.selectAll()

    def set_sample(self, sample: str) -> None:
        """Ask for room for this number, where those that occur are shorter than the range allows."""
        self._sample = sample
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Ask for room for numbers as they occur, not for the maximum with all decimals."""
        whole = max(len(str(int(self.minimum()))), len(str(int(self.maximum()))))
        digits = self._sample or "0" * min(_WIDEST, whole + 1 + self.decimals())
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        content = QSize(
            self.fontMetrics().horizontalAdvance(self.prefix() + digits + self.suffix() + " "),
            self.lineEdit().sizeHint().height(),
        )
        return self.style().sizeFromContents(QStyle.ContentsType.CT_SpinBox, option, content, self)

    def minimumSizeHint(self) -> QSize:
        """A number is not to be cut."""
        return self.sizeHint()

    def _state(self, text: str) -> QValidator.State:
        if not _is_typable(text, self.minimum() < 0):
            return _State.Invalid
        plain = _plain_number(text, self.locale())
        if not _NUMBER.fullmatch(plain):
            return _State.Intermediate
        if len(plain.partition(".")[2]) > self.decimals():
            return _State.Invalid
        return _range_state(float(plain), self.minimum(), self.maximum())

    def _next(self, value: float, up: bool) -> float:
        if value < 0:
            return -_next_round(-value, not up, self.singleStep())
        return _next_round(value, up, self.singleStep())


class WholeBox(_Behaviour, QSpinBox):
    """A spin box for whole numbers, in groups of three digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setGroupSeparatorShown(True)
        self._behave()

    def valueFromText(self, text: str) -> int:
        """Read a whole number; what is none reads as 0."""
        plain = _plain_whole(_without_affixes(self, text), self.locale())
        return int(plain) if _is_whole(plain) else 0

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Accept a whole number in range, with or without groups."""
        return self._state(_without_affixes(self, text)), text, pos

    def _state(self, text: str) -> QValidator.State:
        if not _is_typable(text, self.minimum() < 0):
            return _State.Invalid
        plain = _plain_whole(text, self.locale())
        if not _is_whole(plain):
            return _State.Intermediate
        return _range_state(int(plain), self.minimum(), self.maximum())


def _wants_key(event: QEvent) -> bool | None:
    """Return whether the box rather than a shortcut gets a key, or None where that is not the question here."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return None
    if event.key() == Qt.Key.Key_Return:
        return True
    plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
    of_no_use = event.key() == Qt.Key.Key_Space or (plain and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z)
    return False if of_no_use else None


def _without_affixes(box: NumberBox | WholeBox, text: str) -> str:
    return text.removeprefix(box.prefix()).removesuffix(box.suffix())


def _is_typable(text: str, negative: bool) -> bool:
    return _TYPABLE.fullmatch(text.removeprefix("-") if negative else text) is not None


def _plain_number(text: str, locale: QLocale) -> str:
    """Return the number as float() reads it, or something that is no number.

    The last '.' or ',' is the decimal sign, unless it occurs twice or is the locale's group separator and stands
    before exactly three digits: "0,125" is an eighth everywhere, "1,000" is one or a thousand as the locale has it.
    """
    text = _SPACES.sub("", text)
    signs = [character for character in text if character in ".,"]
    if not signs:
        return text
    last = signs[-1]
    is_grouped = _GROUPED.fullmatch(text) is not None
    if is_grouped and (len(signs) > 1 or last == locale.groupSeparator()):
        return text.replace(last, "")
    whole, _, fraction = text.rpartition(last)
    if len(signs) > 1 and (last in whole or not _GROUPED.fullmatch(whole)):
        return text
    return f"{whole.replace(signs[0], '') if len(signs) > 1 else whole}.{fraction}"


def _plain_whole(text: str, locale: QLocale) -> str:
    """Return the number as int() reads it, or something that is no number.

    The locale's own separators may stand anywhere, for they stay behind when a digit is deleted; the other language's
    only where they group, since "1.5" is not fifteen.
    """
    text = _SPACES.sub("", text).replace(locale.groupSeparator(), "")
    grouped = _GROUPED.fullmatch(text)
    return text.replace(grouped[1], "") if grouped else text


def _is_whole(plain: str) -> bool:
    return plain.removeprefix("-").isdecimal()


def _range_state(value: float, minimum: float, maximum: float) -> QValidator.State:
    if minimum <= value <= maximum:
        return _State.Acceptable
    grows_out_of_range = value > maximum if value >= 0 else value < minimum
    return _State.Invalid if grows_out_of_range else _State.Intermediate


def _next_round(value: float, up: bool, smallest_step: float) -> float:
    """Return the next multiple of the decade above or below a number that is not negative."""
    if value == 0:
        return smallest_step if up else -smallest_step
    exponent = round(log10(value), 9)
    decade = floor(exponent) if up else ceil(exponent) - 1  # 1 is followed by 2, but preceded by 0.9
    step = max(10.0**decade, smallest_step)
    steps = round(value / step, 6)
    return (floor(steps) + 1 if up else ceil(steps) - 1) * step
