"""Ctrl+C in the terminal, and the system's request to end, close the window as the user would."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

import nnreg_gui

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="what a program has started is read from /proc")
SECONDS = 30
IN_THE_PACKAGES_FOLDER = {**os.environ, "PYTHONPATH": str(Path(nnreg_gui.__file__).parents[1])}


def hears_everything() -> None:
    """Hear Ctrl+C even if the tests run in the background of a shell, which makes its jobs ignore it."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def to_all(process: subprocess.Popen[str], number: int) -> None:
    """Do as a terminal does: send Ctrl+C, pressed twice, to all its processes."""
    for _ in range(2):
        os.killpg(process.pid, number)


def to_the_program(process: subprocess.Popen[str], number: int) -> None:
    process.send_signal(number)


@pytest.mark.parametrize(
    ("number", "send", "children"),
    [(signal.SIGINT, to_all, 2), (signal.SIGTERM, to_the_program, 0), (signal.SIGHUP, to_the_program, 0)],
    ids=["Ctrl+C while its engine starts", "the end of the session while it starts", "its terminal is closed then"],
)
def test_a_signal_closes_the_window(
    number: int, send: Callable[[subprocess.Popen[str], int], None], children: int, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "nnreg_gui"]
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    with subprocess.Popen(
        command,
        env=IN_THE_PACKAGES_FOLDER | folders,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=hears_everything,
    ) as process:
        try:
            wait_until(process, lambda: hears(process.pid, number) and len(started(process.pid)) >= children)
            send(process, number)
            output, errors = process.communicate(timeout=SECONDS)
        finally:
            process.kill()

    assert process.returncode == 0
    assert output == ""
    assert [line for line in errors.splitlines() if "This plugin does not support" not in line] == []


def test_a_signal_in_the_middle_of_a_rehearsal_cancels_it_and_ends_the_program(tmp_path: Path) -> None:
    program = (
        "import os, signal; from PySide6.QtCore import QTimer; from nnreg_gui import app;"
        "from nnreg_gui.lessons.lesson_files import read_lesson; from nnreg_gui.resource_files import resource_path;"
        "from nnreg_gui.system.ending_signals import note_ending_signals;"
        "from nnreg_gui.window.main_window import MainWindow; ending = note_ending_signals();"
        "lesson = read_lesson(next(resource_path('lessons').glob('*.toml')));"
        "rehearse = lambda window: (window.rehearsal.rehearse(lesson), os.kill(os.getpid(), signal.SIGTERM));"
        "MainWindow.showEvent = lambda window, event: QTimer.singleShot(0, lambda: rehearse(window));"
        "raise SystemExit(app.run_window(None, ending))"
    )
    folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), str(tmp_path))
    ended = subprocess.run(
        [sys.executable, "-c", program], env=IN_THE_PACKAGES_FOLDER | folders, timeout=SECONDS, check=False
    )

    assert ended.returncode == 0


def wait_until(process: subprocess.Popen[str], what: Callable[[], bool]) -> None:
    while not what():
        with suppress(subprocess.TimeoutExpired):
            pytest.fail(f"the program ended with {process.wait(0.02)}")


def hears(pid: int, number: int) -> bool:
    """Return whether a program has begun to note signals; before that, Python itself raises on Ctrl+C."""
    told = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").partition("SigCgt:")[2].split()[0]
    return all(int(told, 16) >> (one - 1) & 1 for one in (number, signal.SIGTERM))


def started(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()


def test_a_signal_is_noted_and_raises_nothing_and_what_is_to_be_ignored_stays_so() -> None:
    question = (
        "import os, signal; signal.signal(signal.SIGHUP, signal.SIG_IGN);"
        "from nnreg_gui.system.ending_signals import note_ending_signals; noted = note_ending_signals();"
        "[os.kill(os.getpid(), number) for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)];"
        "print(list(os.read(noted, 9)))"
    )
    output = subprocess.run(
        [sys.executable, "-c", question],
        env=IN_THE_PACKAGES_FOLDER,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=hears_everything,
    )

    assert (output.stdout, output.stderr) == ("[2, 15]\n", "")
