"""One digit before a network: chosen, drawn, turned; what is shown is what the network says."""

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.augmentation import rotate
from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import forward
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.rotation.one_digit_view import OneDigitView
from nnreg_gui.pages.rotation.pair import Pair
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.texts import number_text

pytestmark = pytest.mark.usefixtures("unfolded")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def network(trained: Callable[[Experiment], RunHistory], small: Callable[..., Experiment]) -> Network:
    history = trained(small(images=1000, hidden=(20,), epochs=20))
    assert history.newest is not None
    return Network(history.newest.parameters, "sigmoid")


@pytest.fixture
def split(digits: Digits) -> Split:
    return digits.validation[:300]


@pytest.fixture
def view(qtbot: QtBot, split: Split, network: Network) -> OneDigitView:
    view = OneDigitView(Conclusion())
    qtbot.addWidget(view)
    view.resize(960, 420)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.show_network(network, "Run 1: Off")
    view.set_digits(split)
    return view


def _button(view: QWidget, text: str) -> QToolButton:
    return next(button for button in view.findChildren(QToolButton) if button.text() == text)


def _click(view: QWidget, text: str) -> None:
    QTest.mouseClick(_button(view, text), LEFT)


def _said(view: QWidget) -> str:
    labels = [*view.findChildren(QLabel), *view.findChildren(ElidedLabel)]
    return " | ".join(label.text() for label in labels if label.isVisible())


def _outputs(view: OneDigitView, split: Split, network: Network) -> np.ndarray:
    row = view.chooser.row
    image = rotate(split[row : row + 1].inputs.reshape(1, 28, 28), view.angle())
    return forward(network.parameters, image.reshape(1, -1), "sigmoid")[0]


def test_it_begins_with_a_recognized_six_upright(view: OneDigitView, split: Split, network: Network) -> None:
    row = view.chooser.row
    assert split.labels[row] == 6
    assert _outputs(view, split, network).argmax() == 6
    assert view.angle() == 0
    assert "the network reads this 6 as 6." in _said(view)
    assert "Run 1: Off" in _said(view)


@pytest.mark.parametrize("degrees", [-180, -73, 0, 45, 180])
def test_bars_and_words_are_what_the_network_says_at_this_angle(
    view: OneDigitView, split: Split, network: Network, degrees: float
) -> None:
    view.set_angle(degrees)
    outputs = _outputs(view, split, network)

    spoken = ", ".join(f"{digit}: {number_text(float(a), 2)}" for digit, a in enumerate(outputs))
    assert view.bars.accessibleDescription() == spoken
    assert f"the network reads this 6 as {outputs.argmax()}." in _said(view)


def test_dial_slider_and_keys_turn_the_same_digit(view: OneDigitView, qtbot: QtBot) -> None:
    view.dial.setFocus()
    qtbot.waitUntil(view.dial.hasFocus)
    for key, angle in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_Up, 11), (Qt.Key.Key_Left, 10)):
        QTest.keyClick(view.dial, key)
        assert view.angle() == view.slider.value() == angle

    slider = view.slider.findChild(QSlider)
    slider.setFocus()
    qtbot.waitUntil(slider.hasFocus)
    for key, angle in ((Qt.Key.Key_Right, 11), (Qt.Key.Key_Up, 12), (Qt.Key.Key_Home, -180), (Qt.Key.Key_End, 180)):
        QTest.keyClick(slider, key)
        assert view.angle() == view.dial.angle() == angle


def test_buttons_lead_from_digit_to_digit(view: OneDigitView, split: Split) -> None:
    first = view.chooser.row
    _click(view, "▶")
    assert view.chooser.row == first + 1
    _click(view, "◀")
    assert view.chooser.row == first
    _click(view, "Next 9")
    nines = np.flatnonzero(split.labels == 9)
    assert view.chooser.row == nines[nines > first][0]
    _click(view, "Next 9")
    assert view.chooser.row == nines[nines > first][1]
    _click(view, "Next 6")
    assert split.labels[view.chooser.row] == 6
    rows = {view.chooser.row}
    for _ in range(5):
        _click(view, "Random")
        rows.add(view.chooser.row)
    assert len(rows) > 2


def test_only_recognized_digits_are_shown_on_request(view: OneDigitView, split: Split, network: Network) -> None:
    called = network.called(split.inputs)
    assert (called != split.labels).sum() > 20
    box = view.findChild(QCheckBox)
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    for _ in range(30):
        _click(view, "▶")
        assert called[view.chooser.row] == split.labels[view.chooser.row]


def test_where_no_digit_is_recognized_it_says_so_and_stays(view: OneDigitView, split: Split, network: Network) -> None:
    upside_down = Split(255 - split.images, split.labels)
    blind = next(
        d for d in range(10) if not (network.called(upside_down.inputs) == split.labels)[split.labels == d].any()
    )
    view.set_digits(upside_down)
    box = view.findChild(QCheckBox)
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))
    row = view.chooser.row
    view.chooser.choose_class(blind)

    assert view.chooser.row == row
    assert "recognizes none of these digits" in _said(view)


def test_a_drawing_is_shown_to_the_network(view: OneDigitView) -> None:
    _click(view, "Draw")
    assert view.pad.isVisible()
    assert view.summary() == "", "nothing is drawn yet"
    middle = view.pad.rect().center()
    QTest.mousePress(view.pad, LEFT, pos=middle - QPoint(0, 60))
    QTest.mouseMove(view.pad, middle)
    QTest.mouseMove(view.pad, middle + QPoint(0, 60))
    QTest.mouseRelease(view.pad, LEFT, pos=middle + QPoint(0, 60))
    assert "Your drawing is read as" in _said(view)
    assert view.bars.accessibleDescription() != ""

    _click(view, "Wipe off")
    assert view.bars.accessibleDescription() == ""
    _click(view, "Next 9")
    assert not view.pad.isVisible()
    assert not _button(view, "Draw").isChecked()
    assert "the network reads this 9 as" in _said(view)


def test_playing_turns_it_until_a_hand_takes_hold(view: OneDigitView, qtbot: QtBot) -> None:
    _click(view, "Play")
    qtbot.waitUntil(lambda: view.angle() >= 3, timeout=5_000)
    assert _button(view, "Play").isChecked()
    QTest.mouseClick(view.dial, LEFT, pos=view.dial.rect().center() + QPoint(30, 0))
    view.dial.setFocus()
    QTest.keyClick(view.dial, Qt.Key.Key_Right)
    assert not _button(view, "Play").isChecked()


def test_what_is_hidden_does_not_go_on_turning(view: OneDigitView) -> None:
    _click(view, "Play")
    view.hide()

    assert not _button(view, "Play").isChecked()


def test_the_whole_turn_is_summed_up(view: OneDigitView, split: Split, network: Network) -> None:
    row = view.chooser.row
    angles = np.arange(-180, 180)
    images = rotate(np.repeat(split[row : row + 1].inputs.reshape(1, 28, 28), 360, 0), angles)
    called = network.called(images)

    assert f"This 6 is read as 6 at {np.count_nonzero(called == 6)} of 360 angles" in view.summary()
    assert view.summary() in _said(view)


def test_without_a_network_it_says_what_is_needed(view: OneDigitView) -> None:
    view.show_network(None, "")

    assert "needs a trained network" in _said(view)
    assert view.summary() == ""
    view.set_angle(30)
    assert view.bars.accessibleDescription() == ""


def test_it_speaks_czech(view: OneDigitView, czech: None) -> None:
    assert _button(view, "Přehrát").isVisible()
    assert "síť čte jako" in _said(view)
    assert "Obrázek „6“ síť čte jako „6“" in view.summary()


def test_first_it_is_asked_then_said_whether_the_6_becomes_a_9(
    view: OneDigitView, split: Split, network: Network
) -> None:
    view.choose_digit(6)
    image = split[view.chooser.row : view.chooser.row + 1].inputs.reshape(28, 28)
    turned = rotate(np.broadcast_to(image, (360, 28, 28)), np.arange(-180, 180)).reshape(360, -1)
    count = int(np.count_nonzero(forward(network.parameters, turned, "sigmoid").argmax(1) == 9))
    assert count
    assert view._conclusion.text() == f"This 6 is read as a 9 at {count} of 360 angles."
    assert view._conclusion.is_answer

    view.show_network(None, "")
    assert view._conclusion.text() == "Can a 6 become a 9?"
    assert not view._conclusion.is_answer


def test_a_view_that_is_not_seen_concludes_nothing(view: OneDigitView, network: Network) -> None:
    view.hide()
    view._conclusion.ask("")
    view.show_network(None, "")
    assert view._conclusion.text() == ""
    view.show()
    assert view._conclusion.text() == "Can a 6 become a 9?"


def test_a_digit_that_is_chosen_before_there_are_digits_is_shown_when_they_come(
    qtbot: QtBot, split: Split, network: Network
) -> None:
    view = OneDigitView(Conclusion())
    qtbot.addWidget(view)
    view.show_network(network, "Run 1: Off")
    view.choose_digit(9)
    assert view.digit() == 9

    view.set_digits(split)
    assert split.labels[view.chooser.row] == 9

    view.chooser.choose_class(6)
    assert view.digit() == 6


def test_a_name_with_an_ampersand_is_written_as_it_is_and_is_no_key(view: OneDigitView, split: Split) -> None:
    classes = ("R&D", "b", *(str(place) for place in range(2, 10)))
    view.set_digits(split, Pair(0, 1, classes))
    button = next(one for one in view.findChildren(QAbstractButton) if one.text() == "Next R&&D")

    assert button.shortcut().toString() != "Alt+D"
