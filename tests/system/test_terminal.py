"""What goes wrong at the start reaches the user with a terminal and without one."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import pytest

from nnreg_gui.__main__ import main
from nnreg_gui.system.terminal import tell_or_show


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What Windows is asked to show in boxes, for a program without a console."""
    shown: list[tuple[object, ...]] = []
    user32 = SimpleNamespace(MessageBoxW=lambda *arguments: shown.append(arguments))
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(user32=user32), raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    return shown


@contextmanager
def no_streams() -> Iterator[None]:
    """Take away what Windows gives no program with a window."""
    with pytest.MonkeyPatch.context() as patch:
        for stream in ("stdin", "stdout", "stderr"):
            patch.setattr(sys, stream, None)
        yield


def test_windows_shows_why_no_window_opens(boxes: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "nonsense")

    with no_streams():
        assert main([]) == 1
    ((_, sentence, title, _),) = boxes
    assert "Qt knows no platform “nonsense”" in str(sentence)
    assert title == "nnreg-gui"


def test_a_module_that_is_missing_is_shown_too(
    boxes: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("nnreg_gui.system.ending_signals.note_ending_signals", lambda: 0)  # or Ctrl+C is ours
    monkeypatch.setitem(sys.modules, "nnreg_gui.app", None)

    with no_streams():
        assert main([]) == 1
    assert "please install it again" in str(boxes[0][1])


@pytest.mark.parametrize("arguments", [["--train", "missing.json"], ["--check-lesson", "missing.toml"]])
def test_a_command_without_a_window_waits_for_nobody_to_close_a_box(
    boxes: list[tuple[object, ...]], arguments: list[str]
) -> None:
    with no_streams():
        assert main(arguments) == 2
    assert boxes == []


def test_with_a_terminal_there_is_no_box(boxes: list[tuple[object, ...]], capsys: pytest.CaptureFixture[str]) -> None:
    tell_or_show("Something is wrong.")

    assert boxes == []
    assert capsys.readouterr().err == "Something is wrong.\n"
