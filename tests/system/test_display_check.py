"""What the program says about displays that would make Qt abort, with and without displays that listen."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import nnreg_gui
from nnreg_gui.system.display_check import display_problem, platform_problem, uses_x11

NO_SERVER = ":987"
WITHOUT_A_WINDOW = "nnreg-gui --train EXPERIMENT --csv OUT.csv"
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="checked on Linux only")


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Where a Wayland display listens, according to the environment, beside one that has ended."""
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as ended:
        server.bind(str(tmp_path / "wayland-1"))
        server.listen()
        ended.bind(str(tmp_path / "ended"))
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-1"}


@pytest.fixture
def stale(wayland: dict[str, str]) -> dict[str, str]:
    """What an ended Wayland session leaves in the environment."""
    return {**wayland, "WAYLAND_DISPLAY": "ended"}


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, True),
        ({"DISPLAY": ":0"}, True),
        ({"QT_QPA_PLATFORM": "xcb", "WAYLAND_DISPLAY": "wayland-1"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, False),
        ({"QT_QPA_PLATFORM": "minimal"}, False),
        ({"QT_QPA_PLATFORM": "vnc:size=800x600"}, False),
        ({"QT_QPA_PLATFORM": ""}, True),
    ],
)
def test_x11_is_needed_only_where_qt_has_no_other_way(environment: dict[str, str], expected: bool) -> None:
    assert uses_x11(environment) is expected


def test_where_both_can_be_reached_qt_needs_no_x11(wayland: dict[str, str], stale: dict[str, str]) -> None:
    for others in ({"DISPLAY": ":0"}, {"QT_QPA_PLATFORM": "wayland;xcb"}):
        assert not uses_x11(wayland | others)
        assert uses_x11(stale | others)
    assert uses_x11(wayland | {"QT_QPA_PLATFORM": "xcb;wayland"})


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}])
def test_without_a_display_the_way_to_train_without_a_window_is_told(environment: dict[str, str]) -> None:
    problem = display_problem(environment)
    assert problem is not None
    assert "neither DISPLAY nor WAYLAND_DISPLAY is set" in problem
    assert WITHOUT_A_WINDOW in problem


def test_a_display_without_a_server_is_told_apart_from_none() -> None:
    problem = display_problem({"DISPLAY": NO_SERVER})
    assert problem is not None
    assert NO_SERVER in problem
    assert WITHOUT_A_WINDOW in problem


@pytest.mark.parametrize(
    "others",
    [{}, {"WAYLAND_DISPLAY": "never was"}, {"DISPLAY": NO_SERVER}, {"QT_QPA_PLATFORM": "wayland"},
     {"QT_QPA_PLATFORM": "Wayland-EGL;xcb"}, {"XDG_RUNTIME_DIR": "/no/such/folder"}, {"WAYLAND_DISPLAY": "x" * 200}],
)  # fmt: skip
def test_a_wayland_display_that_has_ended_is_named(stale: dict[str, str], others: dict[str, str]) -> None:
    environment = stale | others
    problem = display_problem(environment)
    assert problem is not None
    assert f"WAYLAND_DISPLAY={environment['WAYLAND_DISPLAY']}" in problem
    assert others.get("DISPLAY", "") in problem
    assert WITHOUT_A_WINDOW in problem


def test_a_wayland_display_by_its_whole_path_is_found(wayland: dict[str, str], stale: dict[str, str]) -> None:
    folder = Path(wayland["XDG_RUNTIME_DIR"])
    assert display_problem({"WAYLAND_DISPLAY": str(folder / "wayland-1")}) is None
    assert display_problem({"WAYLAND_DISPLAY": str(folder / "ended")}) is not None
    assert display_problem({"WAYLAND_DISPLAY": "wayland-1"}) is not None


def test_a_wayland_display_that_is_too_busy_to_answer_is_there(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as first:
        server.bind(str(tmp_path / "busy"))
        server.listen(0)  # for one caller
        first.connect(str(tmp_path / "busy"))
        assert display_problem({"WAYLAND_DISPLAY": str(tmp_path / "busy")}) is None


def test_a_display_is_not_asked_for_where_qt_does_not_need_it(wayland: dict[str, str], stale: dict[str, str]) -> None:
    assert display_problem({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert display_problem({"QT_QPA_PLATFORM": "vnc", "DISPLAY": NO_SERVER}) is None
    assert display_problem(wayland) is None
    assert display_problem(wayland | {"DISPLAY": NO_SERVER}) is None
    assert display_problem(stale | {"QT_QPA_PLATFORM": "wayland;offscreen"}) is None
    assert display_problem(stale | {"WAYLAND_SOCKET": "7"}) is None


def test_a_display_that_answers_is_fine(real_display: str, stale: dict[str, str]) -> None:
    assert display_problem({"DISPLAY": real_display}) is None
    assert display_problem(stale | {"DISPLAY": real_display}) is None


@pytest.mark.parametrize("platform", ["nonsense", "nonsense:option=1", "nonsense;gibberish", ";", " xcb"])
def test_a_platform_that_qt_does_not_know_is_named_with_those_it_knows(platform: str) -> None:
    problem = platform_problem({"QT_QPA_PLATFORM": platform})
    assert problem is not None
    assert f"“{platform}”" in problem
    assert "offscreen" in problem
    assert "xcb" in problem


@pytest.mark.parametrize("platform", ["", "xcb", "XCB", "offscreen:enable_fonts", "nonsense;offscreen", "wayland-egl"])
def test_a_platform_that_qt_knows_is_left_to_it(platform: str) -> None:
    assert platform_problem({"QT_QPA_PLATFORM": platform}) is None


@pytest.mark.parametrize("name", ["QT_QPA_PLATFORM_PLUGIN_PATH", "QT_PLUGIN_PATH"])
def test_platforms_that_are_elsewhere_are_left_to_qt(name: str) -> None:
    assert platform_problem({"QT_QPA_PLATFORM": "theirs", name: "/opt/theirs"}) is None


@pytest.mark.parametrize(
    "others",
    [
        {"QT_QPA_PLATFORM": "nonsense"},
        {"WAYLAND_DISPLAY": "ended"},
        {"WAYLAND_DISPLAY": "ended", "QT_QPA_PLATFORM": "wayland"},
    ],
    ids=["an unknown platform", "a display that has ended", "the same, asked for"],
)
def test_the_program_says_it_in_one_line_where_qt_would_abort(others: dict[str, str], stale: dict[str, str]) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "QT_QPA_PLATFORM")}
    environment |= {"XDG_RUNTIME_DIR": stale["XDG_RUNTIME_DIR"], "PYTHONPATH": str(Path(nnreg_gui.__file__).parents[1])}
    output = subprocess.run(
        [sys.executable, "-m", "nnreg_gui"],
        env=environment | others,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    (line,) = output.stderr.splitlines()

    assert output.returncode == 1
    assert next(iter(others.values())) in line
    assert WITHOUT_A_WINDOW in line
