"""The logarithmic slider with its box."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.keys import PAGE_KEYS
from nnreg_gui.widgets.log_slider import LogSlider
from nnreg_gui.widgets.number_box import NumberBox
from nnreg_gui.widgets.number_slider import Slider


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    previous = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(previous)


class Bench:
    """A log slider in a window, beside something else that can take the focus, with all the signals it sent."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        self.elsewhere = QLineEdit()
        self.log_slider = LogSlider(1e-3, 1e2)
        layout = QHBoxLayout(self.window)
        layout.addWidget(self.elsewhere)
        layout.addWidget(self.log_slider)
        qtbot.addWidget(self.window)
        self.window.resize(700, 60)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.focus(self.elsewhere)
        self.slider = self.log_slider.findChild(Slider)
        self.box = self.log_slider.findChild(NumberBox)
        self.changed: list[float] = []
        self.moving: list[float] = []
        self.log_slider.changed.connect(self.changed.append)
        self.log_slider.moving.connect(self.moving.append)

    def focus(self, widget: QWidget) -> None:
        widget.setFocus()
        self.qtbot.waitUntil(widget.hasFocus)

    def handle(self) -> QPoint:
        slider = self.slider
        radius = slider.fontMetrics().height() / 2
        share = slider.sliderPosition() / slider.maximum()
        return QPoint(round(radius + share * (slider.width() - 2 * radius)), slider.height() // 2)

    def press(self, place: QPoint) -> None:
        self.qtbot.mousePress(self.slider, Qt.MouseButton.LeftButton, pos=place)

    def move(self, place: QPoint) -> None:
        self.qtbot.mouseMove(self.slider, place)

    def release(self, place: QPoint) -> None:
        self.qtbot.mouseRelease(self.slider, Qt.MouseButton.LeftButton, pos=place)

    def type_number(self, text: str) -> None:
        self.focus(self.box)
        self.box.selectAll()
        self.qtbot.keyClicks(self.box, text)
        self.qtbot.keyClick(self.box, Qt.Key.Key_Return)

    def wheel(self, widget: QWidget) -> None:
        place = QPointF(widget.rect().center())
        QApplication.sendEvent(
            widget,
            QWheelEvent(
                place, widget.mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            ),
        )  # fmt: skip


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def test_it_starts_at_its_low_end(bench: Bench) -> None:
    assert bench.log_slider.value() == 1e-3
    assert bench.slider.value() == 0


def test_every_decade_has_twenty_round_steps(bench: Bench) -> None:
    bench.focus(bench.slider)
    for _ in range(bench.slider.maximum()):
        bench.qtbot.keyClick(bench.slider, Qt.Key.Key_Right)

    assert bench.slider.maximum() == 100
    assert bench.changed[19::20] == [0.01, 0.1, 1, 10, 100]
    assert all(number == float(f"{number:.1e}") for number in bench.changed)
    assert bench.changed == sorted(set(bench.changed))


def test_setting_a_number_says_so_once_and_the_same_number_says_nothing(bench: Bench) -> None:
    bench.log_slider.set_value(0.1)
    bench.log_slider.set_value(0.1)

    assert bench.changed == [0.1]
    assert bench.moving == []
    assert bench.box.text() == "0.1"


@pytest.mark.parametrize("number", [1 / 3, 0.137, 1e-9, 1e-4, 0.0, 250.0, 1e6])
def test_a_number_is_kept_exactly_on_the_slider_and_off_it(bench: Bench, number: float) -> None:
    bench.log_slider.set_value(number)

    assert bench.log_slider.value() == number


@pytest.mark.parametrize(("number", "step"), [(0.0, 0), (1e-5, 0), (0.1, 40), (0.137, 43), (1e6, 100)])
def test_the_slider_stands_at_the_nearest_place(bench: Bench, number: float, step: int) -> None:
    bench.log_slider.set_value(number)

    assert bench.slider.value() == step


def test_a_number_out_of_range_becomes_the_nearer_end(qtbot: QtBot) -> None:
    log_slider = LogSlider(0.1, 10, maximum=50)
    qtbot.addWidget(log_slider)

    log_slider.set_value(1e3)
    assert log_slider.value() == 50
    log_slider.set_value(-1)
    assert log_slider.value() == 0


def test_ends_that_are_no_powers_of_ten_are_reached_exactly(qtbot: QtBot) -> None:
    log_slider = LogSlider(0.025, 3.14)
    qtbot.addWidget(log_slider)
    slider = log_slider.findChild(Slider)

    slider.setValue(slider.maximum())
    assert log_slider.value() == 3.14
    slider.setValue(0)
    assert log_slider.value() == 0.025


def test_a_typed_number_is_decided_when_it_is_committed(bench: Bench) -> None:
    bench.focus(bench.box)
    bench.box.selectAll()
    bench.qtbot.keyClicks(bench.box, "0.137")
    assert bench.changed == []

    bench.qtbot.keyClick(bench.box, Qt.Key.Key_Return)

    assert bench.changed == [0.137]
    assert bench.slider.value() == 43


def test_the_box_takes_zero_and_what_the_slider_cannot_show(bench: Bench) -> None:
    bench.type_number("5000")
    bench.type_number("0")

    assert bench.changed == [5000, 0]
    assert bench.slider.value() == 0


def test_a_drag_is_one_decision(bench: Bench) -> None:
    bench.log_slider.set_value(0.1)
    bench.changed.clear()
    place = bench.handle()

    bench.press(place)
    for _ in range(3):
        place += QPoint(20, 0)
        bench.move(place)
    assert bench.changed == []
    assert len(bench.moving) == 3
    assert bench.box.value() == bench.moving[-1]
    assert bench.log_slider.value() == 0.1

    bench.release(place)
    assert bench.changed == [bench.moving[-1]]
    assert bench.log_slider.value() == bench.moving[-1]


def test_a_drag_there_and_back_again_decides_nothing(bench: Bench) -> None:
    bench.log_slider.set_value(0.137)
    bench.changed.clear()
    place = bench.handle()

    bench.press(place)
    bench.move(place + QPoint(50, 0))
    bench.move(place)
    bench.release(place)

    assert bench.changed == []
    assert bench.moving[-1] == 0.137
    assert bench.box.value() == 0.137


def test_touching_the_handle_does_not_round_the_number(bench: Bench) -> None:
    bench.log_slider.set_value(0.137)
    bench.changed.clear()

    bench.press(bench.handle() + QPoint(3, 0))
    bench.release(bench.handle() + QPoint(3, 0))

    assert bench.log_slider.value() == 0.137
    assert bench.changed == []


def test_a_click_beside_the_handle_brings_it_there(bench: Bench) -> None:
    middle = bench.slider.rect().center()

    bench.press(middle)
    bench.release(middle)

    assert len(bench.changed) == 1
    assert bench.changed[0] == pytest.approx(10**-0.5, rel=0.1)


def test_keys_decide_step_by_step(bench: Bench) -> None:
    bench.log_slider.set_value(0.137)
    bench.changed.clear()
    bench.focus(bench.slider)

    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_End):
        bench.qtbot.keyClick(bench.slider, key)

    assert bench.changed == [0.16, 0.14, 0.16, 100]


@pytest.mark.parametrize("key", PAGE_KEYS)
def test_a_clicker_changes_nothing(bench: Bench, key: Qt.Key) -> None:
    bench.log_slider.set_value(10)
    bench.changed.clear()
    for part in (bench.slider, bench.box):
        bench.focus(part)
        bench.qtbot.keyClick(part, key)

    assert bench.changed == []
    assert bench.box.value() == 10


def test_the_box_steps_from_zero_to_the_low_end(bench: Bench) -> None:
    bench.log_slider.set_value(0)
    bench.changed.clear()
    bench.focus(bench.box)

    bench.qtbot.keyClick(bench.box, Qt.Key.Key_Up)

    assert bench.changed == [0.001]


def test_the_wheel_only_counts_with_the_focus(bench: Bench) -> None:
    bench.log_slider.set_value(0.1)
    bench.changed.clear()

    bench.wheel(bench.slider)
    bench.wheel(bench.box)
    assert bench.changed == []
    assert bench.elsewhere.hasFocus()

    bench.focus(bench.slider)
    bench.wheel(bench.slider)
    assert len(bench.changed) == 1


def test_both_parts_can_be_switched_off_and_have_a_name(bench: Bench) -> None:
    bench.log_slider.setEnabled(False)
    bench.log_slider.setAccessibleName("Regularization parameter lambda")
    bench.log_slider.setAccessibleDescription("It weighs the penalty.")

    assert not bench.slider.isEnabled()
    assert not bench.box.isEnabled()
    assert bench.slider.accessibleName() == bench.box.accessibleName() == "Regularization parameter lambda"
    assert bench.slider.accessibleDescription() == bench.box.accessibleDescription() == "It weighs the penalty."


def test_the_slider_grows_with_the_font(qtbot: QtBot) -> None:
    slider = Slider()
    qtbot.addWidget(slider)
    before = slider.sizeHint()
    font = slider.font()
    font.setPointSizeF(2 * font.pointSizeF())

    slider.setFont(font)

    assert slider.sizeHint().height() > 1.7 * before.height()
