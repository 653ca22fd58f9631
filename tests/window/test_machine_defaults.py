"""An administrator chooses language and theme for those who have not; a faulty file stops nobody."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from nnreg_gui.resource_files import resource_path
from nnreg_gui.window.appearance import Appearance
from nnreg_gui.window.machine_defaults import machine_defaults
from nnreg_gui.window.messages import Messages
from nnreg_gui.window.settings import Settings


@pytest.fixture
def machine_file(tmp_path: Path) -> Path:
    path = tmp_path / "etc" / "nnreg-gui.ini"
    path.parent.mkdir()
    return path


def test_what_is_chosen_for_everybody_holds_for_who_has_not_chosen(
    qapp: QApplication, settings: QSettings, machine_file: Path
) -> None:
    machine_file.write_text("; for room 7\n[General]\nlanguage = cs ; Czech\ntheme=contrast\n", encoding="utf-8")
    appearance = Appearance(qapp, Settings(settings, machine_file))
    assert (appearance.language, appearance.theme) == ("cs", "contrast")

    appearance.set_language("en")
    appearance.set_theme("dark")
    again = Settings(settings, machine_file)
    assert (again.language(), again.theme(), again.replaced) == ("en", "dark", [])


def test_nothing_is_remembered_as_the_users_choice(settings: QSettings, machine_file: Path) -> None:
    machine_file.write_text("[General]\nlanguage=cs\n", encoding="utf-8")
    assert Settings(settings, machine_file).language() == "cs"

    machine_file.write_text("[General]\nlanguage=en\n", encoding="utf-8")
    assert Settings(settings, machine_file).language() == "en"


def test_an_impossible_user_setting_gives_way_to_it(settings: QSettings, machine_file: Path) -> None:
    machine_file.write_text("[General]\nlanguage=cs\n", encoding="utf-8")
    settings.setValue("language", "xx")
    read = Settings(settings, machine_file)

    assert read.language() == "cs"
    assert read.replaced == ["language"]


@pytest.mark.parametrize("value", ["xx", "", "CS", "../cs", "cs\n  en"])
def test_an_impossible_value_is_ignored_and_named(
    qapp: QApplication, settings: QSettings, machine_file: Path, value: str
) -> None:
    machine_file.write_text(f"[General]\nlanguage={value}\ntheme=dark\n", encoding="utf-8")
    read = Settings(settings, machine_file)
    message = Messages()

    assert (read.language(), read.theme()) == (None, "dark")
    message.tell_replaced(read.replaced)
    assert message.text() == "Some settings could not be read (language): the usual ones are used instead."


@pytest.mark.parametrize(
    "content",
    [
        b"\0",
        b"\xff\xfe",
        b"language=cs\n",
        b"[General]\nlanguage=cs\nlanguage=en\n",
        b"[General]\n" + b";" * 200_000,
    ],
    ids=["zero", "no text", "no section", "twice", "endless"],
)
def test_a_file_that_is_none_is_ignored_and_said(settings: QSettings, machine_file: Path, content: bytes) -> None:
    machine_file.write_bytes(content)
    read = Settings(settings, machine_file)

    assert (read.language(), read.theme()) == (None, None)
    assert read.replaced == ["all"]


def test_a_folder_in_its_place_is_no_file_of_settings(settings: QSettings, machine_file: Path) -> None:
    machine_file.mkdir()

    assert Settings(settings, machine_file).replaced == ["all"]


def test_the_file_to_begin_with_chooses_nothing_until_it_is_edited(settings: QSettings, machine_file: Path) -> None:
    shipped = resource_path("desktop", "nnreg-gui.ini").read_text(encoding="utf-8")
    machine_file.write_text(shipped, encoding="utf-8")
    assert machine_defaults(machine_file) == {}

    machine_file.write_text(shipped.replace("; language", "language").replace("; theme", "theme"), encoding="utf-8")
    read = Settings(settings, machine_file)
    assert (read.language(), read.theme(), read.replaced) == ("cs", "dark", [])
