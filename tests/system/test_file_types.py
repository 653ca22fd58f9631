"""A double click on the program's files opens them; nothing of that stays when the launcher goes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nnreg_gui.engine.sessions.session import SESSION_SUFFIX
from nnreg_gui.files.experiment_files import EXPERIMENT_SUFFIX
from nnreg_gui.lessons.lesson_files import LESSON_SUFFIXES
from nnreg_gui.resource_files import resource_path
from nnreg_gui.system.file_types import add_file_types, file_types, remove_file_types
from nnreg_gui.system.launcher import add_launcher, remove_launcher
from nnreg_gui.system.launcher_files import LauncherError
from tests.system.pretended_windows import Registry, pretend_windows

TOOLS = ("xdg-mime", "gio", "update-mime-database", "update-desktop-database")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
needs_desktop_tools = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux user's home folder, under GNOME."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    return home


def asked(*command: str | Path) -> str:
    """Return what a helper of the desktop answers."""
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout.strip()


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_files_are_those_that_the_program_writes_and_reads() -> None:
    suffixes = {one.mime: one.suffix for one in file_types()}

    assert suffixes == {
        "application/x-nnreg-session": f".{SESSION_SUFFIX}",
        "application/x-nnreg-experiment": f".{EXPERIMENT_SUFFIX}",
        "application/x-nnreg-lesson": LESSON_SUFFIXES[0],
    }


def test_the_launcher_opens_each_of_them() -> None:
    entry = resource_path("desktop", "nnreg-gui.desktop").read_text(encoding="utf-8")

    assert f"MimeType={''.join(f'{one.mime};' for one in file_types())}\n" in entry


@needs_desktop_tools
@pytest.mark.parametrize("kind", file_types(), ids=lambda kind: kind.suffix)
def test_the_desktop_knows_a_file_its_icon_and_who_opens_it(home: Path, kind: object) -> None:
    add_launcher()
    one = next(found for found in file_types() if found == kind)
    file = home / f"můj soubor{one.suffix}"
    file.write_text("{}", encoding="utf-8")

    assert asked("xdg-mime", "query", "filetype", file) == one.mime
    assert asked("xdg-mime", "query", "default", one.mime) == "nnreg-gui.desktop"
    assert one.icon.removesuffix(".svg") in asked("gio", "info", "-a", "standard::icon", file)
    assert (home / ".local/share/icons/hicolor/scalable/mimetypes" / one.icon).is_file()


@needs_desktop_tools
def test_removing_the_launcher_leaves_nothing_and_other_programs_files_alone(home: Path) -> None:
    packages = home / ".local/share/mime/packages"
    add_launcher()
    remove_launcher()
    assert files_below(home) == []

    package = (resource_path("desktop", "nnreg-gui.xml").read_text(encoding="utf-8")).replace("nnreg", "other")
    packages.joinpath("other.xml").write_text(package, encoding="utf-8")
    add_launcher()
    remove_launcher()
    file = home / "a.other-session"
    file.write_text("{}", encoding="utf-8")
    assert asked("xdg-mime", "query", "filetype", file) == "application/x-other-session"
    assert not any("nnreg" in path.name for path in files_below(home))


def test_a_folder_of_packages_that_is_gone_is_no_obstacle(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home))
    add_launcher()
    shutil.rmtree(home / ".local/share/mime")

    assert remove_launcher()
    assert files_below(home) == []


def test_without_the_desktops_helpers_the_launcher_is_written(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home))

    assert add_launcher()
    assert remove_launcher()
    assert files_below(home) == []


def test_a_folder_that_cannot_be_written_is_named(home: Path) -> None:
    (home / ".local/share").mkdir(parents=True)
    (home / ".local/share/mime").write_text("a file where a folder should be", encoding="utf-8")

    with pytest.raises(LauncherError, match=r"nnreg-gui\.xml"):
        add_file_types(["nnreg-gui"])


# --- Windows, as far as Linux can tell ---


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Registry:
    """The registry of a user of Windows."""
    return pretend_windows(monkeypatch)


def test_windows_starts_the_program_with_the_file(registry: Registry) -> None:
    add_file_types([r"C:\My programs\nnreg-gui.exe"])

    assert registry.keys[r"Software\Classes\.nnreg-session"] == "nnreg-gui.nnreg-session"
    command = registry.keys[r"Software\Classes\nnreg-gui.nnreg-session\shell\open\command"]
    assert command == r'"C:\My programs\nnreg-gui.exe" "%1"'
    assert registry.keys[r"Software\Classes\nnreg-gui.nnreg-session\DefaultIcon"].endswith("nnreg-gui.ico")

    remove_file_types()
    assert set(registry.keys) == {"Software", r"Software\Classes"}


def test_windows_keeps_what_another_program_has_taken_over(registry: Registry) -> None:
    add_file_types(["nnreg-gui.exe"])
    registry.keys[r"Software\Classes\.nnreg-lesson"] = "another.editor"
    remove_file_types()

    assert registry.keys[r"Software\Classes\.nnreg-lesson"] == "another.editor"
    assert not any("nnreg-gui" in key for key in registry.keys)
    told = registry.told
    remove_file_types()  # nothing is there any more
    assert registry.told == told
