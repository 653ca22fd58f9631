"""The base of spin boxes that hold a number exactly, and refuse an impossible one aloud."""

import sys
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QStyle, QStyleOptionSpinBox, QWidget

from nnreg_gui.widgets.keys import PAGE_KEYS

Number = TypeVar("Number", float, int)
_State = QValidator.State
_Step = QAbstractSpinBox.StepEnabledFlag
LARGEST_NUMBER = sys.float_info.max
_MOST_QUOTED = 40  # characters of the typed text
_LENDING = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


class NumberRefused(QEvent):
    """Tells the window that the user typed an impossible number; the box keeps what it held before.

    Attributes:
        box: where the user typed it.
        typed: the text.
    """

    KIND = QEvent.Type(QEvent.registerEventType())

    def __init__(self, box: "ExactBox", typed: str) -> None:
        super().__init__(self.KIND)
        self.box, self.typed = box, typed


class ExactBox(QAbstractSpinBox, Generic[Number]):
    """One number of a range, which Qt's own boxes would round; subclasses define how to read and write it.

    Enter commits the typed number and gives the keyboard back, Escape undoes it. Pressing anything else, by mouse or
    key, commits it first; if the number is impossible, the box refuses it, and the press too. Page Up and Page Down
    change no number: they are the keys of a presenter's clicker.
    """

    def __init__(self, value: Number, high: Number, step: Number, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._value: Number = value
        self._low: Number = value
        self._high: Number = high
        self._step: Number = step
        self._above: bool = False
        self._below: bool = False
        self._prefix: str = ""
        self._suffix: str = ""
        self._sample: str = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # not the default WheelFocus: scrolling past takes no focus
        self.setLocale(QLocale())
        self._refused_key: int = 0
        self._write()
        self.lineEdit().textEdited.connect(self._watch_mouse)

    # --------------------------------------------------------------------------------------------- the number

    def value(self) -> Number:
        """Return the number, exactly as it was set or typed."""
        return self._value

    def setValue(self, value: Number) -> None:
        """Set the number; outside the range, the nearer end."""
        before, self._value = self._value, self._bounded(value)
        self._write()
        if self._value != before:
            self.valueChanged.emit(self._value)  # type: ignore[attr-defined]

    def minimum(self) -> Number:
        """Return the lower end of the range."""
        return self._low

    def maximum(self) -> Number:
        """Return the upper end of the range."""
        return self._high

    def setRange(self, low: Number, high: Number, above: bool = False, below: bool = False) -> None:
        """Accept numbers from low to high; above and below exclude low and high themselves."""
        self._low, self._high, self._above, self._below = low, high, above, below
        self.setValue(self._value)
        self.updateGeometry()

    def range_text(self) -> str:
        """Return the range as a formula: “0 < x ≤ 1,000”."""
        low = f"{self.text_of(self._low)} {'<' if self._above else '≤'} x"
        if self._high == LARGEST_NUMBER:
            return f"x {'>' if self._above else '≥'} {self.text_of(self._low)}"
        return f"{low} {'<' if self._below else '≤'} {self.text_of(self._high)}"

    def singleStep(self) -> Number:
        """Return the smallest step."""
        return self._step

    def setSingleStep(self, step: Number) -> None:
        """Set the smallest step."""
        self._step = step

    def stepBy(self, steps: int) -> None:
        """Go up or down from what the box shows, even if it is not committed yet."""
        value = self._typed()
        if value is None:
            self.commit()
            return
        for _ in range(abs(steps)):
            following = self._next(value, steps > 0)
            bounded = self._bounded(following)
            if bounded != following and (self._above if steps < 0 else self._below):
                break  # before an excluded end, there is no last number
            value = bounded
        self.setValue(value)
        self.selectAll()

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Return which arrows can be pressed."""
        up = _Step.StepUpEnabled if self._value < self._high else _Step.StepNone
        return up | (_Step.StepDownEnabled if self._value > self._low else _Step.StepNone)

    # ----------------------------------------------------------------------------------------------- the text

    def prefix(self) -> str:
        """Return the text before the number."""
        return self._prefix

    def setPrefix(self, prefix: str) -> None:
        """Write this before the number."""
        self._prefix = prefix
        self._write()

    def suffix(self) -> str:
        """Return the text after the number."""
        return self._suffix

    def setSuffix(self, suffix: str) -> None:
        """Write this after the number."""
        self._suffix = suffix
        self._write()

    def set_sample(self, sample: str) -> None:
        """Ask for room for this number, if those that occur are shorter than the range allows."""
        self._sample = sample
        self.updateGeometry()

    def text_of(self, value: Number) -> str:
        """Write a number."""
        raise NotImplementedError

    def read(self, text: str) -> Number | None:
        """Read a number; None if there is none."""
        raise NotImplementedError

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        """Let the user type anything: a key that did nothing would turn the intended number into another."""
        acceptable = self._number_in(text) is not None
        return _State.Acceptable if acceptable else _State.Intermediate, text, pos

    def interpretText(self) -> None:
        """Accept the text of the box as the decided number, or refuse it."""
        self.commit()

    def commit(self) -> bool:
        """Accept the text of the box as the decided number; return whether it is possible."""
        typed = self._typed()
        if typed is not None:
            self.setValue(typed)
            return True
        refused = NumberRefused(self, self.text()[:_MOST_QUOTED])
        self._write()
        self.selectAll()
        QCoreApplication.sendEvent(self.window(), refused)
        return False

    # ------------------------------------------------------------------------------------------------- events

    def event(self, event: QEvent) -> bool:
        """Leave the space bar and letters to shortcuts, as numbers do not need them; keep what ends the typing."""
        wanted = self._wants_key(event)
        if wanted is None:
            return super().event(event)
        if not wanted and self.lineEdit().isModified() and not self.commit():
            wanted, self._refused_key = True, event.key()  # type: ignore[attr-defined]
        event.setAccepted(wanted)
        return wanted

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter and Escape give the keyboard back, unless the box refuses the number."""
        if event.key() in PAGE_KEYS:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.commit():
                self.clearFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self._write()
            self.clearFocus()
        elif event.key() != self._refused_key:
            super().keyPressEvent(event)
        self._refused_key = 0

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit; an impossible number may stay while the keyboard is only lent to a menu or another window."""
        if event.reason() not in _LENDING or self._typed() is not None:
            self.commit()
        super().focusOutEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the user types a number: commit it before the mouse does anything else in the window."""
        if (
            event.type() == QEvent.Type.MouseButtonPress
            and isinstance(watched, QWidget)
            and watched.window() is self.window()
            and watched is not self
            and not self.isAncestorOf(watched)
        ):
            return not self.commit()
        return False

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step only with the focus, so that scrolling past changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def changeEvent(self, event: QEvent) -> None:
        """Rewrite the number as the present language does."""
        if event.type() == QEvent.Type.LanguageChange:
            typed = self._typed()
            self.setLocale(QLocale())
            self.setValue(self._value if typed is None else typed)
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        """Ask for room for the numbers that occur, not for the longest."""
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        content = QSize(
            self.fontMetrics().horizontalAdvance(self._prefix + (self._sample or self._longest()) + self._suffix + " "),
            self.lineEdit().sizeHint().height(),
        )
        return self.style().sizeFromContents(QStyle.ContentsType.CT_SpinBox, option, content, self)

    def minimumSizeHint(self) -> QSize:
        """Ask for the same: a number must not be cut."""
        return self.sizeHint()

    def _longest(self) -> str:
        """Return a text as wide as the widest number that occurs."""
        raise NotImplementedError

    def _next(self, value: Number, up: bool) -> Number:
        """Return the number after a step."""
        raise NotImplementedError

    def _end(self, end: Number, towards: Number, excluded: bool) -> Number:
        """Return the last number before an end of the range."""
        raise NotImplementedError

    def _bounded(self, value: Number) -> Number:
        low, high = self._end(self._low, self._high, self._above), self._end(self._high, self._low, self._below)
        return low if value <= low else high if value >= high else value

    def _typed(self) -> Number | None:
        return self._number_in(self.text())

    def _number_in(self, text: str) -> Number | None:
        """Return the number that a text means, if possible: the text of the present number means exactly that one."""
        if text == self._written():
            return self._value
        number = self.read(text.removeprefix(self._prefix).removesuffix(self._suffix))
        return number if number is not None and self._bounded(number) == number else None

    def _written(self) -> str:
        return self._prefix + self.text_of(self._value) + self._suffix

    def _write(self) -> None:
        _application().removeEventFilter(self)
        self.lineEdit().setText(self._written())
        for name, number in (("value", self._value), ("minimum", self._low), ("maximum", self._high)):
            self.setProperty(name, float(number))  # screen readers ask for it

    @Slot()
    def _watch_mouse(self) -> None:
        _application().installEventFilter(self)

    def _wants_key(self, event: QEvent) -> bool | None:
        """Return whether the box rather than a shortcut gets a key, or None to leave that to Qt."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return None
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Escape) and plain:
            return True
        if event.key() == Qt.Key.Key_E and plain and self.lineEdit().isModified():
            return True  # as in 1e-5
        is_letter = plain and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
        of_no_use = is_letter or event.key() in (Qt.Key.Key_Space, *PAGE_KEYS)
        return False if of_no_use else None


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
