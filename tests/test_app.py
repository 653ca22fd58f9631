"""A fault of the program's own is reported, and ends nothing."""

import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.app import make_window
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide
from nnreg_gui.window.main_window import MainWindow


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, settings: QSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """A window that has taken over the handling of faults."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    control = SideBySide(resource_path())
    window = make_window(qapp, control, settings, tmp_path / "autosave")
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    control.close()
    control.deleteLater()


def _raise(error: BaseException) -> None:
    """Let an error reach Python's exception hook, as one in a slot does."""
    try:
        raise error
    except BaseException as caught:
        sys.excepthook(type(caught), caught, caught.__traceback__)


def test_a_fault_is_said_in_the_window_and_written_to_the_terminal_once_however_often_it_returns(
    window: MainWindow, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not QApplication.windowIcon().isNull()
    assert not QApplication.windowIcon().pixmap(32, 32).isNull()

    _raise(KeyboardInterrupt())
    assert window.message.text() == "", "Ctrl+C in the terminal is no fault"
    assert "KeyboardInterrupt" in capsys.readouterr().err

    _raise(ZeroDivisionError("no such epoch"))
    assert "no such epoch" in window.message.text()
    assert "please report it" in window.message.text()
    assert "ZeroDivisionError: no such epoch" in capsys.readouterr().err
    assert window.isVisible()

    window.message.forget()
    for number in range(100):
        _raise(ZeroDivisionError(f"in frame {number}"))
    assert window.message.text() == ""
    assert capsys.readouterr().err == ""

    for error in (KeyError("no such run"), ZeroDivisionError("no such epoch")):
        _raise(error)
    assert "no such run" in window.message.text(), "which is another one"


@pytest.mark.parametrize("terminal", [None, "closed"])
def test_without_a_terminal_a_fault_is_said_in_the_window(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, terminal: str | None
) -> None:
    closed = StringIO()
    closed.close()
    monkeypatch.setattr(sys, "stderr", closed if terminal else None)
    monkeypatch.setattr(sys, "stdout", None)

    _raise(ZeroDivisionError("no such epoch"))

    assert "no such epoch" in window.message.text()
