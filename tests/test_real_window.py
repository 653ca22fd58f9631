"""The program in a real window on its own display: it starts, shows, obeys real keys of six keyboards, and closes."""

import os
import select
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from nnreg_gui.running.training_thread import TrainingThread
from nnreg_gui.system.system_check import QT_LIBRARIES, X11_LIBRARIES, library_problem

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
    """Start our own display server, on a number that it chooses.

    By default, it would reset when its last client leaves, and refuse connections at that moment: the program checks
    whether the display answers before Qt connects to it.
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
    """Press keys and find windows, as a user would."""
    environment = {**os.environ, "DISPLAY": display}
    result = subprocess.run(["xdotool", *arguments], env=environment, capture_output=True, text=True, timeout=SECONDS)
    return result.stdout.strip()


def until(what: Callable[[], str], program: subprocess.Popen) -> str:
    """Ask again until there is an answer; if the program ends meanwhile, fail the test with its output."""
    deadline = time.monotonic() + SECONDS
    while not (answer := what()):
        if program.poll() is not None:
            pytest.fail(f"the program ended with {program.returncode}: {program.stderr.read()}")
        assert time.monotonic() < deadline, "nothing happened"
        time.sleep(0.02)  # asking without a pause would take the program's processor
    return answer


@contextmanager
def shown(display: str, folder: Path, *arguments: str | Path) -> Iterator[subprocess.Popen]:
    """Run Python with its own home and terminal, yield once its window has keyboard focus, and end it at the end."""
    environment = {**os.environ, "DISPLAY": display, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        environment.pop(name, None)
    with subprocess.Popen(
        [sys.executable, *arguments],
        env=environment,
        cwd=Path(__file__).parent.parent,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # If the tests run in the background of a shell, it makes all of them ignore Ctrl+C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as program:
        try:
            search = ("search", "--onlyvisible", "--name", "nnreg-gui")
            window = until(lambda: xdotool(display, *search), program).splitlines()[0]
            xdotool(display, "windowfocus", "--sync", window)
            children = Path(f"/proc/{program.pid}/task/{program.pid}/children")
            until(lambda: children.read_text().strip(), program)  # the engine process warms up
            yield program
        finally:
            program.kill()


def test_the_program_opens_a_window_trains_and_closes(display: str, tmp_path: Path) -> None:
    experiment = tmp_path / "experiment.json"
    experiment.write_text('{"data": {"training_images": 100}, "training": {"epochs": 3}}', encoding="utf-8")
    with shown(display, tmp_path, "-m", "nnreg_gui", experiment) as program:
        xdotool(display, "key", "space")
        xdotool(display, "key", "ctrl+q")
        output, errors = program.communicate(timeout=SECONDS)

    assert program.returncode == 0
    assert "Traceback" not in errors
    assert output == ""


def threads(program: subprocess.Popen) -> list[str]:
    """Return the names of a program's threads, as known to the system."""
    return [path.read_text().strip() for path in Path(f"/proc/{program.pid}/task").glob("*/comm")]


def test_ctrl_c_in_the_terminal_closes_it_while_it_trains(display: str, tmp_path: Path) -> None:
    experiment = tmp_path / "experiment.json"
    experiment.write_text('{"data": {"training_images": 100}, "training": {"epochs": 100000}}', encoding="utf-8")
    with shown(display, tmp_path, "-m", "nnreg_gui", experiment) as program:
        xdotool(display, "key", "space")
        until(lambda: " ".join(name for name in threads(program) if name == TrainingThread.__name__), program)
        for _ in range(3):
            os.killpg(program.pid, signal.SIGINT)
        output, errors = program.communicate(timeout=SECONDS)

    assert program.returncode == 0
    assert errors == ""
    assert output == ""


# --------------------------------------------------------------------------------------------------------- keyboards

SHIFT, CTRL, ALT, ALT_GR = 50, 37, 64, 108  # key codes, by position
P, KEYPAD_ONE, KEYPAD_PLUS, KEYPAD_MINUS = 33, 87, 86, 82
RIGHT_OF_ZERO, LEFT_OF_BACKSPACE, RIGHT_OF_P, LEFT_OF_SHIFT = 20, 21, 35, 61
PENALTIES = ((45, "K"), (31, "I"), (44, "J"))
# Keyboard: where its Z is, and which keys outside the keypad make the text larger and smaller.
KEYBOARDS = {
    "us": (52, (LEFT_OF_BACKSPACE,), (RIGHT_OF_ZERO,)),
    "de": (29, (RIGHT_OF_P, LEFT_OF_BACKSPACE), (LEFT_OF_SHIFT, RIGHT_OF_ZERO)),
    "cz": (29, (RIGHT_OF_ZERO, LEFT_OF_BACKSPACE), (LEFT_OF_SHIFT,)),
    "cz -variant qwerty": (52, (RIGHT_OF_ZERO, LEFT_OF_BACKSPACE), (LEFT_OF_SHIFT,)),
    "sk": (29, (RIGHT_OF_ZERO, LEFT_OF_BACKSPACE), (LEFT_OF_SHIFT,)),
    "fr": (25, (LEFT_OF_BACKSPACE,), (RIGHT_OF_ZERO,)),
}


def presses(keyboard: str) -> dict[tuple[int, ...], list[tuple[int, str]]]:
    """Return what to press on a keyboard: for keys held down, other keys and the shortcuts that these should be."""
    z, larger, smaller = KEYBOARDS[keyboard]
    return {
        (): [
            *((10 + place, str(place + 1)) for place in range(3)),
            (KEYPAD_ONE, "1"),
            *PENALTIES,
        ],  # the views of the page
        (CTRL,): [
            *((10 + place, f"Ctrl+{(place + 1) % 10}") for place in range(10)),
            *((key, "Ctrl+=") for key in (*larger, KEYPAD_PLUS)),
            *((key, "Ctrl+-") for key in (*smaller, KEYPAD_MINUS)),
            *((key, "Ctrl+Z" if key == z else "") for key in (25, 29, 52)),
            (KEYPAD_ONE, "Ctrl+1"),
        ],
        (CTRL, SHIFT): [(P, "Ctrl+Shift+P")],
        (ALT_GR,): [(10 + place, "" if keyboard != "us" else f"Alt+{place + 1}") for place in range(3)],
        (ALT,): [(10 + place, f"Alt+{place + 1}") for place in range(7)],
    }


def lines(program: subprocess.Popen, count: int) -> list[str]:
    """Wait for this many lines from a program."""
    text = b""
    while text.count(b"\n") < count and select.select([program.stdout], [], [], SECONDS)[0]:
        text += os.read(program.stdout.fileno(), 4096)
    return [line.strip() for line in text.decode().splitlines()]


@pytest.mark.skipif(
    not all(map(shutil.which, ("setxkbmap", "xkbcomp"))), reason="setxkbmap and xkbcomp are not installed here"
)
def test_every_keyboard_has_the_shortcuts_where_they_are_looked_for(display: str, tmp_path: Path) -> None:
    with shown(display, tmp_path, "-m", "tests.pressed_keys", tmp_path) as program:
        for keyboard in KEYBOARDS:
            # The keypad always writes digits, whatever Num Lock says.
            command = ["setxkbmap", "-display", display, *keyboard.split(), "-option", "numpad:mac"]
            subprocess.run(command, check=True, timeout=SECONDS)
            for held, keys in presses(keyboard).items():
                # By codes: for characters, xdotool would change the keyboard. Held keys stay down until all is done,
                # since Qt looks at them when it handles a key, which may be late.
                pressed = [("keydown", code) for code in held] + [("key", code) for code, _ in keys]
                xdotool(display, *(str(word) for pair in pressed for word in pair))
                done = lines(program, len(keys))
                for code in held:
                    xdotool(display, "keyup", str(code))
                expected = [f"{code} {shortcut}".strip() for code, shortcut in keys]
                assert done == expected, f"{keyboard}, with {held}"
