"""The notes and the main window on two screens: never on one, whatever is moved, swapped or plugged in."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768}
PROJECTOR = {"name": "projector", "x": 1366, "y": 0, "width": 1280, "height": 720}
MIRROR = {**LAPTOP, "name": "mirror"}
DENSITY = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}

Noted = dict[str, dict[str, object]]


@pytest.fixture(scope="module")
def noted_with(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Noted]:
    """Return where the windows stood when a lecturer with these screens had done this and that."""

    @cache
    def noted(*names: str) -> Noted:
        folder = tmp_path_factory.mktemp("screens")
        by_name = {screen["name"]: {**screen, **DENSITY} for screen in (LAPTOP, PROJECTOR, MIRROR)}
        (folder / "screens.json").write_text(json.dumps({"screens": [by_name[name] for name in names]}))
        home = Path(__file__).parents[2]
        # The platform splits its options at colons, which a whole path may have.
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen:configfile=screens.json", "PYTHONPATH": str(home)}
        command = [sys.executable, "-m", "tests.lecturing.two_screens"]
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, check=True, timeout=60
        )
        return json.loads(done.stdout)

    return noted


@pytest.fixture(scope="module")
def noted(noted_with: Callable[..., Noted]) -> Noted:
    """With a laptop and a projector beside it."""
    return noted_with("laptop", "projector")


def test_the_notes_fill_the_screen_that_has_not_the_main_window(noted: Noted) -> None:
    assert noted["placed"] == {
        "main": "projector",
        "notes": "laptop",
        "main_full": False,
        "notes_full": True,
        "readable": True,
        "as_large": True,
    }


def test_they_hide_at_once_when_the_main_window_comes_and_then_go(noted: Noted) -> None:
    assert (noted["main moved"]["main"], noted["main moved"]["readable"]) == ("laptop", False)
    later = noted["main moved, later"]
    assert (later["notes"], later["readable"], later["notes_full"]) == ("projector", True, True)


def test_the_screens_are_swapped_and_the_main_window_stays_full_screen(noted: Noted) -> None:
    for moment in ("swapped", "swapped, later"):
        assert (noted[moment]["main"], noted[moment]["main_full"]) == ("projector", True)
        assert (noted[moment]["notes"], noted[moment]["readable"]) == ("laptop", True)


def test_notes_moved_to_the_audience_hide_and_go_back(noted: Noted) -> None:
    assert not noted["notes moved"]["readable"]
    later = noted["notes moved, later"]
    assert (later["notes"], later["readable"], later["main"]) == ("laptop", True, "projector")


def test_nobody_in_the_audience_ever_reads_them(noted: Noted) -> None:
    moments = {name: where for name, where in noted.items() if name not in ("before plugging in", "unplugged")}
    assert len(moments) == 8
    for name, where in moments.items():
        assert where["main"] != where["notes"] or not where["readable"], name


def test_a_projector_plugged_in_gets_the_main_window(noted: Noted) -> None:
    before, after, unplugged = (noted[name] for name in ("before plugging in", "plugged in", "unplugged"))
    assert (before["main"], before["notes_full"], before["readable"]) == ("laptop", False, True)
    assert (after["main"], after["notes"], after["notes_full"]) == ("projector", "laptop", True)
    assert (unplugged["notes_full"], unplugged["readable"]) == (False, True)


@pytest.mark.parametrize("names", [("laptop",), ("laptop", "mirror")])
def test_with_one_screen_or_a_mirrored_one_they_are_a_normal_window(
    noted_with: Callable[..., Noted], names: tuple[str, ...]
) -> None:
    for where in noted_with(*names).values():
        assert where["readable"]
        assert not where["notes_full"]
