"""A file that another start of the program hands over opens in the window, which comes to the front."""

import os
import signal
import sys
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt

from nnreg_gui.system.handing_over import Handed, hand_over
from tests.conftest import User
from tests.fixture_types import Small
from tests.lecturing.tiny_lesson import tiny_lesson

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_window_opens_the_file_and_is_seen(user: User, small: Small, tmp_path: Path) -> None:
    file = tmp_path / "mine.nnreg-experiment"
    file.write_text(small(hidden=(7,)).to_json(), encoding="utf-8")
    user.window.showMinimized()
    user.window.opened.take_handed(Handed(str(file), token="abc"))

    user.wait(lambda: user.window.panel.value() == small(hidden=(7,)))
    user.wait(lambda: user.window.isActiveWindow() and not user.window.isMinimized())
    assert "XDG_ACTIVATION_TOKEN" not in os.environ


def test_a_name_that_no_file_can_have_is_what_is_wrong(user: User, tmp_path: Path) -> None:
    path = str(tmp_path / ("x" * 300))
    user.window.open_file(path)
    user.wait(user.window.message.isVisible)

    assert user.window.message.text().startswith(f"{path} cannot be read (")


def test_a_lesson_that_has_come_at_last_is_not_waited_for_any_more(user: User, tmp_path: Path) -> None:
    window, comes, lesson = user.window, Event(), tiny_lesson(tmp_path)
    window.file_jobs.open("/net/far/away.toml", lambda path: comes.wait() and lesson)
    user.wait(lambda: window.message.text().startswith("Reading /net/far/away.toml"))
    comes.set()
    user.wait(lambda: window.lessons.walk is not None)

    assert not window.message.isVisible()


def test_continuing_a_lesson_leads_no_dialog_to_its_folder(user: User, tmp_path: Path) -> None:
    window, lesson = user.window, tiny_lesson(tmp_path)
    folder = window.file_jobs.folder
    window.lessons.remember((str(lesson.path), "known"))
    window.lessons.resume()
    user.wait(lambda: window.lessons.walk is not None)

    assert window.file_jobs.folder == folder


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes")
def test_the_place_in_a_lesson_is_remembered_whatever_the_name_of_its_file(user: User, tmp_path: Path) -> None:
    window, file = user.window, Path(os.fsdecode(bytes(tmp_path) + b"/l\xe9.nnreg-lesson"))
    tiny_lesson(tmp_path).path.rename(file)
    window.open_file(str(file))
    user.wait(lambda: window.lessons.walk is not None)

    assert window.settings.lesson() == (str(file), "known")
    assert window.settings.replaced == []


@pytest.mark.skipif(os.name != "posix", reason="it is ended by a signal")
def test_ctrl_n_opens_another_window_of_a_program_of_its_own(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / variable))
    addresses = Path(os.environ["XDG_RUNTIME_DIR"], "nnreg-gui")
    user.key(Qt.Key.Key_N, CTRL)
    assert "new window" in user.window.notice.text()

    user.wait(lambda: bool(list(addresses.glob("[!.]*"))))
    (address,) = addresses.iterdir()
    try:
        user.wait(lambda: hand_over("any.json"))  # it is the only one here that listens
    finally:
        os.kill(int(address.suffix[1:]), signal.SIGTERM)
    user.wait(lambda: not address.exists())


def test_a_lesson_that_could_not_be_continued_begins_at_its_first_step_when_it_is_opened(
    user: User, tmp_path: Path
) -> None:
    window, lesson = user.window, tiny_lesson(tmp_path)
    window.lessons.remember((str(lesson.path), "both"))
    away = lesson.path.rename(tmp_path / "away.toml")
    window.lessons.resume()
    user.wait(window.message.isVisible)

    away.rename(lesson.path)
    window.open_file(str(lesson.path))
    user.wait(lambda: window.lessons.walk is not None)
    assert window.lessons.walk is not None
    assert window.lessons.walk.step.id == "known"
