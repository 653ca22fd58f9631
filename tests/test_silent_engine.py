"""Engines that do not answer because the system has stopped them: the window works on, says so, and Esc ends them."""

import os
import signal
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QWidget

from nnreg_gui.running import mailboxes
from nnreg_gui.running.side_by_side import State
from nnreg_gui.widgets.elided_label import ElidedLabel
from tests.conftest import User
from tests.fixture_types import Small
from tests.test_asking_pages import open_rotation, train

ENDLESS = 100_000


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows stops no process")


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailboxes, "SECONDS_OF_SILENCE", 1.0)


def _said(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(ElidedLabel) if label.isVisible())


def test_a_lambda_that_is_moved_while_the_engine_is_stopped_waits_for_nobody_and_esc_ends_the_run(
    user: User, small: Small
) -> None:
    window = user.window
    user.show(small(epochs=ENDLESS, penalty="l2", lambda_=0.1))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(2)
    stopped = window.control.engine_pid
    os.kill(stopped, signal.SIGSTOP)
    box = user.box("λ")
    user.focus(box)
    for _ in range(150):  # more changes than a pipe holds
        QTest.keyClick(box, Qt.Key.Key_Up)
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, Qt.Key.Key_Up)
    user.wait(lambda: "has not answered" in window.sentence.text())
    os.kill(stopped, signal.SIGCONT)
    user.wait(lambda: "has not answered" not in window.sentence.text())
    chosen = window.panel.value().regularization.lambda_
    user.wait(lambda: user.history.current_experiment.regularization.lambda_ == chosen > 0.1)

    os.kill(stopped, signal.SIGSTOP)
    user.wait(lambda: "has not answered" in window.sentence.text())
    epochs = len(user.history)
    window.setFocus()
    user.key(Qt.Key.Key_Escape)
    assert user.state is State.IDLE
    assert "has not answered" not in window.sentence.text()
    assert window.message.text() == ""
    assert len(user.history) == epochs
    user.show(small(epochs=2))
    user.key(Qt.Key.Key_Space)
    user.wait_for_end()
    assert user.history.finished
    assert window.control.engine_pid != stopped


def test_a_measurement_that_does_not_answer_is_told_and_esc_ends_it_and_the_page_asks_again(
    user: User, small: Small
) -> None:
    window = user.window
    train(user, small(images=500, hidden=(10,), epochs=3))
    page = open_rotation(user)
    user.wait(lambda: page.one_digit.summary() != "")
    assert not user.button("stop").isEnabled()
    stopped = window.questions.engine_pid
    os.kill(stopped, signal.SIGSTOP)
    _press(page, "Confusion")
    user.wait(lambda: "measuring has not answered" in window.sentence.text())
    window.setFocus()
    user.key(Qt.Key.Key_Escape)

    assert "has not answered" not in window.sentence.text()
    assert not user.button("stop").isEnabled()
    assert "did not answer and was ended" in _said(page)
    _press(page, "One digit")
    _press(page, "Confusion")
    user.wait(lambda: page.confusion.tiles["recognized"].accessibleDescription() != "")
    assert window.questions.engine_pid != stopped


def test_closing_the_window_ends_engines_that_are_stopped(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_C)
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    pids = [user.window.control.engine_pid, user.window.control.companion_pid]
    for pid in filter(None, pids):
        os.kill(pid, signal.SIGSTOP)
    user.window.close()

    assert not user.window.isVisible()
    for pid in filter(None, pids):
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def _press(page: QWidget, text: str) -> None:
    button = next(one for one in page.findChildren(QRadioButton) if one.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
