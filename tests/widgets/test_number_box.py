"""Spin boxes that read and write numbers as people do."""

from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QValidator, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.exact_box import LARGEST_NUMBER, NumberRefused
from nnreg_gui.widgets.keys import PAGE_KEYS
from nnreg_gui.widgets.number_box import NumberBox, WholeBox

ENGLISH, CZECH = QLocale("en_US"), QLocale("cs_CZ")
NBSP = "\N{NO-BREAK SPACE}"
State = QValidator.State


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    previous = QLocale()
    QLocale.setDefault(ENGLISH)
    yield
    QLocale.setDefault(previous)


@pytest.fixture
def number_box(qtbot: QtBot) -> NumberBox:
    box = NumberBox()
    box.setRange(0.0, 1e9)
    _show(qtbot, box)
    return box


@pytest.fixture
def whole_box(qtbot: QtBot) -> WholeBox:
    box = WholeBox()
    box.setRange(0, 10**6)
    _show(qtbot, box)
    return box


def _show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()


def _focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


def _type(qtbot: QtBot, box: NumberBox | WholeBox, text: str) -> None:
    _focus(qtbot, box)
    box.selectAll()
    qtbot.keyClicks(box, text)
    qtbot.keyClick(box, Qt.Key.Key_Return)


def _wheel(widget: QWidget, steps: int) -> QWheelEvent:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place, widget.mapToGlobal(place), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    return event


def _change_language(box: QWidget, locale: QLocale) -> None:
    QLocale.setDefault(locale)
    QCoreApplication.sendEvent(box, QEvent(QEvent.Type.LanguageChange))


@pytest.mark.parametrize(
    ("value", "text"), [(0.1, "0.1"), (0, "0"), (2, "2"), (0.1 + 0.2, "0.3"), (1e-6, "0.000001"), (12_000.5, "12000.5")]
)
def test_a_number_has_no_trailing_zeros(number_box: NumberBox, value: float, text: str) -> None:
    number_box.setValue(value)

    assert number_box.text() == text


def test_a_new_language_rewrites_the_numbers(number_box: NumberBox, whole_box: WholeBox) -> None:
    number_box.setValue(0.1)
    whole_box.setValue(12_000)
    assert (number_box.text(), whole_box.text()) == ("0.1", "12,000")

    for box in (number_box, whole_box):
        _change_language(box, CZECH)

    assert (number_box.text(), whole_box.text()) == ("0,1", f"12{NBSP}000")


def test_what_is_being_typed_stays_in_another_language(qtbot: QtBot, number_box: NumberBox) -> None:
    _focus(qtbot, number_box)
    number_box.selectAll()
    qtbot.keyClicks(number_box, "1,000")  # a thousand in English, one in Czech
    _change_language(number_box, CZECH)

    assert (number_box.value(), number_box.text()) == (1000, "1000")


def test_a_box_made_after_the_language_was_chosen_writes_in_it(qtbot: QtBot) -> None:
    QLocale.setDefault(CZECH)
    box = NumberBox()
    qtbot.addWidget(box)
    box.setValue(0.5)

    assert box.text() == "0,5"


@pytest.mark.parametrize(
    ("locale", "typed", "value"),
    [
        (ENGLISH, "0.25", 0.25),
        (ENGLISH, "0,25", 0.25),
        (ENGLISH, "0,125", 0.125),
        (ENGLISH, ".5", 0.5),
        (ENGLISH, "1,000", 1000),
        (ENGLISH, "1,000.5", 1000.5),
        (ENGLISH, "1.000,5", 1000.5),
        (ENGLISH, "1,000,000", 1e6),
        (ENGLISH, "1 000", 1000),
        (CZECH, "0,25", 0.25),
        (CZECH, "0.25", 0.25),
        (CZECH, "1,125", 1.125),
        (CZECH, "1 000,5", 1000.5),
        (CZECH, f"1{NBSP}000", 1000),
        (CZECH, "1.000.000", 1e6),
    ],
)
def test_a_decimal_number_is_read_with_either_sign_and_with_groups(
    qtbot: QtBot, number_box: NumberBox, locale: QLocale, typed: str, value: float
) -> None:
    _change_language(number_box, locale)

    _type(qtbot, number_box, typed)

    assert number_box.value() == value


@pytest.mark.parametrize(
    ("locale", "typed", "value"),
    [
        (ENGLISH, "12000", 12_000),
        (ENGLISH, "12,000", 12_000),
        (ENGLISH, "12.000", 12_000),
        (ENGLISH, "12 000", 12_000),
        (CZECH, "12 000", 12_000),
        (CZECH, "12,000", 12_000),
    ],
)
def test_a_whole_number_is_read_with_and_without_groups(
    qtbot: QtBot, whole_box: WholeBox, locale: QLocale, typed: str, value: int
) -> None:
    _change_language(whole_box, locale)

    _type(qtbot, whole_box, typed)

    assert whole_box.value() == value


def test_a_digit_can_be_deleted_from_grouped_ones(qtbot: QtBot, whole_box: WholeBox) -> None:
    whole_box.setValue(12_000)
    _focus(qtbot, whole_box)

    qtbot.keyClick(whole_box, Qt.Key.Key_End)
    qtbot.keyClick(whole_box, Qt.Key.Key_Backspace)
    qtbot.keyClick(whole_box, Qt.Key.Key_Return)

    assert whole_box.value() == 1_200
    assert whole_box.text() == "1,200"


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", State.Intermediate),
        (".", State.Intermediate),
        ("1,00,0", State.Intermediate),
        ("0.5", State.Acceptable),
        ("0.05", State.Intermediate),
        ("2.5", State.Intermediate),
        ("-0.5", State.Intermediate),
        ("0.1234567", State.Acceptable),
        ("x", State.Intermediate),
    ],
)
def test_only_numbers_in_range_are_accepted(number_box: NumberBox, text: str, state: QValidator.State) -> None:
    number_box.setRange(0.1, 2)

    assert number_box.validate(text, 0)[0] is state


def test_a_negative_number_is_read_where_the_range_has_some(qtbot: QtBot, number_box: NumberBox) -> None:
    number_box.setRange(-20, 20)

    _type(qtbot, number_box, "-2,5")

    assert number_box.value() == -2.5


@pytest.mark.parametrize("typed", ["1.5", "x", "."])
def test_what_is_no_whole_number_leaves_the_old_one(qtbot: QtBot, whole_box: WholeBox, typed: str) -> None:
    whole_box.setValue(7)
    _focus(qtbot, whole_box)

    whole_box.lineEdit().setText(typed)
    qtbot.keyClick(whole_box, Qt.Key.Key_Return)

    assert whole_box.value() == 7
    assert whole_box.text() == "7"


class Elsewhere(QWidget):
    """A window with a box and a button, which hears of refused numbers."""

    def __init__(self, box: NumberBox | WholeBox) -> None:
        super().__init__()
        self.box, self.button, self.refused, self.pressed = box, QPushButton(self), [], []
        box.setParent(self)
        self.button.move(0, 60)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # like all buttons of the program
        self.button.clicked.connect(lambda: self.pressed.append("button"))
        for key in ("Space", "T"):
            QShortcut(QKeySequence(key), self).activated.connect(partial(self.pressed.append, key))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, NumberRefused):
            self.refused.append(event.typed)
        return super().event(event)

    def end_typing(self, how: str) -> None:
        if how == "click":
            QTest.mouseClick(self.button, Qt.MouseButton.LeftButton)
        elif how == "commit":
            self.box.interpretText()
        else:
            QTest.keyClick(self.box, getattr(Qt.Key, f"Key_{how}"))


IMPOSSIBLE = [
    (WholeBox, "0"),
    (WholeBox, "200000"),
    (WholeBox, "1e9"),
    (WholeBox, "1.5"),
    (WholeBox, "-3"),
    (WholeBox, ""),
    (NumberBox, "0"),
    (NumberBox, "1e9"),
    (NumberBox, "1e999"),
    (NumberBox, "1e"),
    (NumberBox, "0..5"),
    (NumberBox, "12345678901234567890"),
]


@pytest.mark.parametrize(("kind", "typed"), IMPOSSIBLE)
@pytest.mark.parametrize("how", ["Return", "Enter", "Tab", "click", "Space", "T", "Up", "commit"])
def test_a_number_that_cannot_be_is_refused_aloud_and_nothing_else_is_done(
    qtbot: QtBot, kind: type[NumberBox] | type[WholeBox], typed: str, how: str
) -> None:
    box = kind()
    box.setRange(1, 100_000)
    box.setValue(400)
    window = Elsewhere(box)
    _show(qtbot, window)
    _focus(qtbot, box)
    box.selectAll()
    with qtbot.assertNotEmitted(box.valueChanged):
        qtbot.keyClick(box, Qt.Key.Key_Delete)
        qtbot.keyClicks(box, typed)
        assert box.text() == typed
        window.end_typing(how)

    assert window.refused == [typed]
    assert window.pressed == []
    assert box.value() == 400
    assert box.text() == "400"


@pytest.mark.parametrize("how", ["Return", "Enter", "Tab", "click", "Space", "T", "commit"])
def test_a_number_that_can_be_counts_before_anything_else_is_done(qtbot: QtBot, how: str) -> None:
    box = NumberBox()
    window = Elsewhere(box)
    window.button.clicked.connect(lambda: window.pressed.append(box.value()))
    _show(qtbot, window)
    _focus(qtbot, box)
    box.selectAll()
    qtbot.keyClicks(box, "1e-5")

    window.end_typing(how)

    assert box.value() == 1e-5
    assert window.refused == []
    assert window.pressed == {"click": ["button", 1e-5], "Space": ["Space"], "T": ["T"]}.get(how, [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape])
def test_enter_and_escape_give_the_keyboard_back(qtbot: QtBot, whole_box: WholeBox, key: Qt.Key) -> None:
    whole_box.setValue(7)
    _focus(qtbot, whole_box)
    whole_box.selectAll()
    qtbot.keyClicks(whole_box, "8")
    qtbot.keyClick(whole_box, key)

    assert not whole_box.hasFocus()
    assert whole_box.value() == (7 if key == Qt.Key.Key_Escape else 8)
    assert whole_box.text() == str(whole_box.value())


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_a_clicker_s_keys_reach_shortcuts_and_leave_the_number_alone(
    qtbot: QtBot, whole_box: WholeBox, key: Qt.Key
) -> None:
    whole_box.setValue(7)
    _focus(qtbot, whole_box)
    qtbot.keyClick(whole_box, key)
    assert whole_box.value() == 7

    shortcut = QShortcut(QKeySequence(key), whole_box)
    with qtbot.waitSignal(shortcut.activated):
        qtbot.keyClick(whole_box, key)
    assert whole_box.value() == 7


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.floats(allow_nan=False, allow_infinity=False))
@example(value=5e-324)
@example(value=1 / 3)
def test_a_number_is_held_exactly_whatever_is_written(qtbot: QtBot, value: float) -> None:
    box = NumberBox()
    qtbot.addWidget(box)
    box.setRange(-LARGEST_NUMBER, LARGEST_NUMBER)
    box.setValue(value)
    box.interpretText()
    assert box.value() == value

    box.lineEdit().setText(box.text() + " ")  # as if it had been typed
    box.interpretText()
    assert box.value() == pytest.approx(value, rel=1e-14, abs=5e-324)


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e-7, "1e−7"), (2.5e-300, "2.5e−300"), (1e308, "1e308"), (-2.5e20, "−2.5e20"), (1e9, "1000000000")],
)
def test_a_number_far_from_1_is_written_with_an_exponent(number_box: NumberBox, value: float, text: str) -> None:
    number_box.setRange(-LARGEST_NUMBER, LARGEST_NUMBER)
    number_box.setValue(value)

    assert number_box.text() == text


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        ((0, 1_000, True, False), "0 < x ≤ 1000"),
        ((0, 1, False, True), "0 ≤ x < 1"),
        ((0, LARGEST_NUMBER), "x ≥ 0"),
        ((-5, 5), "−5 ≤ x ≤ 5"),
    ],
)
def test_the_ends_of_a_range_are_in_it_or_not_and_it_says_so(
    number_box: NumberBox, limits: tuple[float, float, bool, bool], text: str
) -> None:
    number_box.setRange(*limits)
    assert number_box.range_text() == text
    for end, is_out in zip(limits[:2], (*limits[2:], False, False), strict=False):
        state = number_box.validate(str(end), 0)[0]
        assert state is (State.Intermediate if is_out else State.Acceptable), end


@pytest.mark.parametrize(
    ("decimals", "typed", "taken"), [(0, "2.5", False), (0, "2", True), (2, "0.125", False), (2, "0.25", True)]
)
def test_a_box_takes_so_many_decimals_and_no_more(
    qtbot: QtBot, number_box: NumberBox, decimals: int, typed: str, taken: bool
) -> None:
    number_box.setDecimals(decimals)
    number_box.setRange(0, 100)
    assert number_box.range_text() == "0 ≤ x ≤ 100"
    _type(qtbot, number_box, typed)

    assert number_box.text() == (typed if taken else "0")


def test_no_step_leads_to_an_end_that_is_out_of_range(number_box: NumberBox) -> None:
    number_box.setRange(0, 1, True, True)
    number_box.setValue(0.001)
    number_box.stepBy(-3)
    assert number_box.value() == 0.001
    number_box.setValue(0.9)
    number_box.stepBy(3)
    assert number_box.value() == 0.9


def test_many_steps_at_once_end_at_the_largest_number_there_is(number_box: NumberBox) -> None:
    number_box.setRange(0.0, LARGEST_NUMBER)
    number_box.setValue(9e307)

    number_box.stepBy(10)  # as the arrow key does with Ctrl
    assert number_box.value() == LARGEST_NUMBER
    number_box.stepBy(-1)
    assert number_box.value() == 1e308


def test_affixes_are_no_part_of_the_number(qtbot: QtBot, number_box: NumberBox) -> None:
    number_box.setPrefix("± ")
    number_box.setSuffix(" °")
    number_box.setValue(15)
    assert number_box.text() == "± 15 °"

    _type(qtbot, number_box, "7,5")

    assert number_box.value() == 7.5


def test_nothing_is_said_before_the_number_is_committed(qtbot: QtBot, number_box: NumberBox) -> None:
    _focus(qtbot, number_box)
    number_box.selectAll()

    with qtbot.assertNotEmitted(number_box.valueChanged):
        qtbot.keyClicks(number_box, "125")
    with qtbot.waitSignal(number_box.valueChanged) as said:
        qtbot.keyClick(number_box, Qt.Key.Key_Return)

    assert said.args == [125]


@pytest.mark.parametrize(
    ("value", "up", "down"),
    [
        (0.1, 0.2, 0.09),
        (0.3, 0.4, 0.2),
        (0.9, 1, 0.8),
        (1, 2, 0.9),
        (9, 10, 8),
        (10, 20, 9),
        (0.137, 0.2, 0.1),
        (1.5, 2, 1),
        (0.001, 0.002, 0),
        (0, 0.001, 0),
    ],
)
def test_a_step_leads_to_the_next_round_number(number_box: NumberBox, value: float, up: float, down: float) -> None:
    for steps, expected in ((1, up), (-1, down)):
        number_box.setValue(value)
        number_box.stepBy(steps)
        assert number_box.value() == pytest.approx(expected, abs=1e-12)


def test_steps_lead_through_zero_to_negative_numbers(number_box: NumberBox) -> None:
    number_box.setRange(-5, 5)
    number_box.setSingleStep(0.5)
    number_box.setValue(0.5)

    walked = []
    for _ in range(4):
        number_box.stepBy(-1)
        walked.append(number_box.value())

    assert walked == [0, -0.5, -1, -2]


def test_a_step_starts_from_what_was_typed_and_is_one_decision(qtbot: QtBot, number_box: NumberBox) -> None:
    said: list[float] = []
    number_box.valueChanged.connect(said.append)
    _focus(qtbot, number_box)
    number_box.selectAll()

    qtbot.keyClicks(number_box, "5")
    qtbot.keyClick(number_box, Qt.Key.Key_Up)

    assert said == [6]


@pytest.mark.parametrize("kind", [NumberBox, WholeBox])
def test_the_wheel_only_counts_with_the_focus(qtbot: QtBot, kind: type[NumberBox] | type[WholeBox]) -> None:
    window = QWidget()
    other, box = kind(window), kind(window)
    box.move(0, 60)
    box.setValue(5)
    _show(qtbot, window)

    _focus(qtbot, other)
    assert not _wheel(box, 1).isAccepted()
    assert box.value() == 5
    assert not box.hasFocus()

    _focus(qtbot, box)
    _wheel(box, 1)
    assert box.value() == 6


def test_it_asks_for_room_that_grows_with_the_font_but_not_for_a_thousand_million(number_box: NumberBox) -> None:
    before = number_box.sizeHint()
    font = number_box.font()
    font.setPointSizeF(2 * font.pointSizeF())
    number_box.setFont(font)

    assert number_box.sizeHint().width() > 1.7 * before.width()
    assert before.width() < 20 * before.height()
    assert number_box.minimumSizeHint() == number_box.sizeHint()
