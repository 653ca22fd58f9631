"""The program in a real window, on a display of its own: starts, is seen, trains by the space bar, closes."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nnreg_gui.running.training_thread import TrainingThread
from nnreg_gui.system_check import QT_LIBRARIES, X11_LIBRARIES, library_problem

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="Xvfb is for Linux"),
    pytest.mark.skipif(
        not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="Xvfb and xdotool are not installed here"
    ),
    pytest.mark.skipif(
        sys.platform == "linux" and library_problem(QT_LIBRARIES | X11_LIBRARIES) is not None,
        reason="a library of the system is missing: the program itself names it",
    ),
]
SECONDS = 30


@pytest.fixture
def display() -> Iterator[str]:
    """Start a display server of our own, on a number that it chooses.

    By itself it would begin anew when its last client leaves, and turn away whoever comes in that moment: the program
    asks whether the display answers before Qt connects to it.
    """
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-noreset", "-displayfd", str(write_end), "-screen", "0", "1280x720x24"],
        pass_fds=(write_end,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as told:
            ready, _, _ = select.select([told], [], [], SECONDS)
            number = told.readline().strip() if ready else ""
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.kill()
        server.wait(SECONDS)


def xdotool(display: str, *arguments: str) -> str:
    """Press keys and look for windows, as a user would."""
    environment = {**os.environ, "DISPLAY": display}
    result = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True, timeout=SECONDS)
    return result.stdout.strip()


def until(what: Callable[[], str], program: subprocess.Popen) -> str:
    """Ask again until there is an answer; a program that ends meanwhile fails the test with what it said."""
    deadline = time.monotonic() + SECONDS
    while not (answer := what()):
        if program.poll() is not None:
            pytest.fail(f"the program ended with {program.returncode}: {program.stderr.read()}")
        assert time.monotonic() < deadline, "nothing happened"
    return answer


@pytest.fixture
def start(display: str, tmp_path: Path) -> Callable[..., subprocess.Popen]:
    """Start the program with an experiment, in a terminal of its own."""

    def start_with(text: str) -> subprocess.Popen:
        environment = {**os.environ, "DISPLAY": display, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
            environment.pop(name, None)
        experiment = tmp_path / "experiment.json"
        experiment.write_text(text, encoding="utf-8")
        return subprocess.Popen(
            [sys.executable, "-m", "nnreg_gui", experiment],
            env=environment,
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            # Where the tests run in the background of a shell, it has all of them ignore Ctrl+C.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )

    return start_with


def begin_training(display: str, program: subprocess.Popen) -> str:
    """Press the space bar in the program's window once it is there; return the window."""
    search = ("search", "--onlyvisible", "--name", "nnreg-gui")
    window = until(lambda: xdotool(display, *search), program).splitlines()[0]
    xdotool(display, "windowfocus", "--sync", window)
    children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
    until(lambda: children.read_text().strip(), program)  # the engine process gets warm
    xdotool(display, "key", "--window", window, "space")
    return window


def test_the_program_opens_a_window_trains_and_closes(display: str, start: Callable[..., subprocess.Popen]) -> None:
    with start('{"data": {"training_images": 100}, "training": {"epochs": 3}}') as program:
        try:
            window = begin_training(display, program)
            xdotool(display, "key", "--window", window, "ctrl+q")
            output, errors = program.communicate(timeout=SECONDS)
        finally:
            program.kill()

    assert program.returncode == 0
    assert "Traceback" not in errors
    assert output == ""


def threads(program: subprocess.Popen) -> list[str]:
    """Return the names of a program's threads, as the system knows them."""
    return [path.read_text().strip() for path in Path(f"/proc/{program.pid}/task").glob("*/comm")]


def test_ctrl_c_in_the_terminal_closes_it_while_it_trains(display: str, start: Callable[..., subprocess.Popen]) -> None:
    with start('{"data": {"training_images": 100}, "training": {"epochs": 100000}}') as program:
        try:
            begin_training(display, program)
            until(lambda: " ".join(name for name in threads(program) if name == TrainingThread.__name__), program)
            for _ in range(3):
                os.killpg(program.pid, signal.SIGINT)
            output, errors = program.communicate(timeout=SECONDS)
        finally:
            program.kill()

    assert program.returncode == 0
    assert errors == ""
    assert output == ""
