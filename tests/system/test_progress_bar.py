"""The progress bar in the terminal: what it shows, and when it is silent."""

from io import StringIO
from types import SimpleNamespace

import pytest

from nnreg_gui.system import progress_bar
from nnreg_gui.system.progress_bar import ProgressBar


class Terminal(StringIO):
    """Stands in for a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    terminal = Terminal()
    monkeypatch.setattr(progress_bar, "sys", SimpleNamespace(stderr=terminal))
    monkeypatch.setattr(progress_bar, "_SECONDS_BETWEEN", 0)
    return terminal


def test_it_fills_up_and_leaves_an_empty_line(terminal: Terminal) -> None:
    with ProgressBar() as bar:
        for share in (0.0, 0.5, 1.0):
            bar.show("Epoch", share)

    shown = [line.removeprefix("\x1b[K") for line in terminal.getvalue().split("\r")]
    assert shown == ["", f"Epoch {'░' * 30}", f"Epoch {'█' * 15}{'░' * 15}", f"Epoch {'█' * 30}", ""]


def test_it_draws_ten_times_a_second_at_most(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress_bar, "_SECONDS_BETWEEN", 0.1)
    now = [0.0]
    monkeypatch.setattr(progress_bar, "monotonic", lambda: now[0])
    bar = ProgressBar()
    for tick in range(100):
        now[0] = 5 + tick / 100
        bar.show("Epoch", tick / 100)

    assert 9 <= terminal.getvalue().count("Epoch") <= 10


def test_hidden_or_without_a_terminal_it_is_silent(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    with ProgressBar(hidden=True) as bar:
        bar.show("Epoch", 0.5)
    assert terminal.getvalue() == ""
    for nothing in (None, file := StringIO()):
        monkeypatch.setattr(progress_bar, "sys", SimpleNamespace(stderr=nothing))
        with ProgressBar() as bar:
            bar.show("Epoch", 0.5)

    assert file.getvalue() == ""


def test_it_is_silent_once_the_terminal_is_gone(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise OSError

    with ProgressBar() as bar:
        monkeypatch.setattr(terminal, "write", fail)
        bar.show("Epoch", 0.5)
        bar.show("Epoch", 0.6)
