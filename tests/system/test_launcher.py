"""The launcher on the desktop and in the applications menu: it starts this installation, and can be removed."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from nnreg_gui import __version__
from nnreg_gui.resource_files import resource_path
from nnreg_gui.system.launcher import add_launcher, remove_launcher
from nnreg_gui.system.launcher_files import LauncherError
from tests.system.pretended_windows import pretend_windows

CHECKOUT = Path(__file__).parents[2]
AWKWARD_NAMES = ["programs", "my programs", 'it\'s "$HOME" `tick` back\\slash', "100% %f", "a=b", "žluťoučký kůň"]
needs_posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in programs are shell scripts")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A Linux user's home folder with a desktop and nothing else."""
    home = tmp_path / "home"
    (home / "Desktop").mkdir(parents=True)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(home))
    for variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(variable, raising=False)
    return home


def in_menu(home: Path) -> Path:
    return home / ".local/share/applications/nnreg-gui.desktop"


def on_desktop(home: Path) -> Path:
    return home / "Desktop/nnreg-gui.desktop"


def files_below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def launchers_below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.desktop"))


def keys_of(launcher: Path) -> dict[str, str]:
    """Return the keys of a desktop entry, with its strings unescaped."""
    parser = configparser.ConfigParser(interpolation=None, delimiters="=", comment_prefixes="#")
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(launcher, encoding="utf-8")
    meanings = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}
    return {
        key: re.sub(r"\\(.)", lambda escape: meanings[escape[1]], value)
        for key, value in parser["Desktop Entry"].items()
    }


def command_of(launcher: Path, *arguments: str) -> list[str]:
    """Return the command that a desktop would run by the specification, with the arguments in place of %f."""
    command: list[str] = []
    for quoted, plain in re.findall(r'"((?:[^"\\`$]|\\.)*)"|(\S+)', keys_of(launcher)["Exec"]):
        word = re.sub(r'\\(["`$\\])', r"\1", quoted) or plain
        command += arguments if word == "%f" else [word.replace("%%", "%")]
    return command


def stand_in_program(folder: Path, name: str = "nnreg-gui") -> Path:
    """Write a program that prints its name and arguments, beside a Python in the same folder."""
    folder.mkdir(parents=True)
    program = folder / name
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$0" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return program


def virtual_environment(folder: Path, *paths: str | Path) -> Path:
    """Make a virtual environment that sees the folders, and return its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    packages = sysconfig.get_path("purelib", "venv", {"base": str(folder), "platbase": str(folder)})
    Path(packages, "seen.pth").write_text("\n".join(map(str, paths)), encoding="utf-8")
    return folder / "bin/python"


# --- Adding and removing ---


def test_a_launcher_appears_in_the_menu_and_on_the_desktop(home: Path) -> None:
    assert add_launcher() == [in_menu(home), on_desktop(home)]
    assert launchers_below(home) == sorted([in_menu(home), on_desktop(home)])


def test_the_desktop_starts_it_without_asking_for_the_right_to(home: Path) -> None:
    add_launcher()
    assert os.access(on_desktop(home), os.X_OK)


def test_adding_twice_leaves_the_same_files(home: Path) -> None:
    first = add_launcher()
    contents = [launcher.read_bytes() for launcher in first]
    assert add_launcher() == first
    assert [launcher.read_bytes() for launcher in first] == contents
    assert launchers_below(home) == sorted(first)


def test_removing_takes_away_exactly_what_was_added(home: Path) -> None:
    (home / "Desktop/notes.txt").write_text("mine", encoding="utf-8")
    in_menu(home).parent.mkdir(parents=True)
    in_menu(home).with_name("other.desktop").write_text("[Desktop Entry]\n", encoding="utf-8")
    before = files_below(home)
    added = add_launcher()
    assert remove_launcher() == added
    assert files_below(home) == before


def test_removing_what_is_not_there_is_no_error(home: Path) -> None:
    assert remove_launcher() == []


def test_without_a_desktop_folder_the_menu_is_enough(home: Path) -> None:
    (home / "Desktop").rmdir()
    assert add_launcher() == [in_menu(home)]


@pytest.mark.parametrize("setting", ['XDG_DESKTOP_DIR="$HOME/Plocha"', 'XDG_DESKTOP_DIR="{home}/Plocha"'])
def test_a_desktop_of_another_name_is_found(home: Path, setting: str) -> None:
    (home / "Plocha").mkdir()
    (home / ".config").mkdir()
    (home / ".config/user-dirs.dirs").write_text(f"# XDG\n{setting.format(home=home)}\n", encoding="utf-8")
    assert add_launcher()[1:] == [home / "Plocha/nnreg-gui.desktop"]


def test_a_desktop_that_is_switched_off_stays_off(home: Path) -> None:
    (home / ".config").mkdir()
    (home / ".config/user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/"\n', encoding="utf-8")
    assert add_launcher() == [in_menu(home)]


def test_the_data_folder_of_the_environment_is_respected(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert add_launcher() == [tmp_path / "data/applications/nnreg-gui.desktop", on_desktop(home)]


def test_a_relative_data_folder_is_ignored_as_specified(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    assert add_launcher() == [in_menu(home), on_desktop(home)]


# --- Failures ---


def test_a_folder_that_cannot_be_written_is_named_in_a_sentence(home: Path) -> None:
    (home / ".local").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(LauncherError) as caught:
        add_launcher()
    sentence = str(caught.value)
    assert str(in_menu(home)) in sentence
    assert sentence.endswith("then try again.")
    assert sentence == caught.value.template.format(**caught.value.values)


def test_a_failed_write_leaves_the_earlier_launcher_and_no_remains(home: Path) -> None:
    in_menu(home).mkdir(parents=True)
    (in_menu(home) / "occupied").write_text("", encoding="utf-8")
    before = files_below(home)
    with pytest.raises(LauncherError, match="could not be written"):
        add_launcher()
    assert files_below(home) == before


def test_a_launcher_that_cannot_be_removed_is_named_in_a_sentence(home: Path) -> None:
    on_desktop(home).mkdir()
    with pytest.raises(LauncherError, match=re.escape(str(on_desktop(home)))):
        remove_launcher()


# --- The content of a desktop entry ---


def test_the_entry_names_the_program_in_both_languages(home: Path) -> None:
    keys = keys_of(add_launcher()[0])
    shipped = keys_of(resource_path("desktop", "nnreg-gui.desktop"))
    assert {"Name", "Name[cs]", "Comment", "Comment[cs]"} <= shipped.keys()
    assert {key: value for key, value in keys.items() if shipped.get(key) != value}.keys() <= {"Exec", "Icon", "Path"}
    assert keys["Icon"] == str(resource_path("icons", "nnreg-gui.svg"))
    assert keys["StartupWMClass"] == "nnreg-gui"


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="desktop-file-validate is not installed")
@pytest.mark.parametrize("folder", AWKWARD_NAMES)
def test_the_entry_is_valid(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    program = stand_in_program(tmp_path / folder)
    monkeypatch.setattr(sys, "executable", str(program.with_name("python")))
    for launcher in [*add_launcher(), resource_path("desktop", "nnreg-gui.desktop")]:
        check = subprocess.run(["desktop-file-validate", launcher], capture_output=True, text=True, check=False)
        assert check.returncode == 0, check.stdout


@needs_posix
@pytest.mark.parametrize("folder", AWKWARD_NAMES)
def test_the_entry_starts_the_script_beside_python_in_any_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    program = stand_in_program(tmp_path / folder)
    monkeypatch.setattr(sys, "executable", str(program.with_name("python")))
    command = command_of(add_launcher()[0], "my experiment.json")
    output = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert output.splitlines() == [str(program), "my experiment.json"]


@needs_posix
@pytest.mark.skipif(shutil.which("gio") is None, reason="gio is not installed")
@pytest.mark.parametrize("folder", AWKWARD_NAMES)
def test_a_real_desktop_library_starts_the_entry_in_any_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    program = stand_in_program(tmp_path / folder)
    monkeypatch.setattr(sys, "executable", str(program.with_name("python")))
    launcher = add_launcher()[0]
    experiment = tmp_path / "my experiment.json"
    experiment.write_text("{}", encoding="utf-8")
    result = subprocess.run(["gio", "launch", launcher, experiment], capture_output=True, encoding="utf-8", check=True)
    assert result.stdout.splitlines() == [str(program), str(experiment)]


# --- The real program, started by its launcher ---


@needs_posix
@pytest.mark.parametrize("folder", ["my programs", '100% "mine" \\ $HOME'])
def test_the_launcher_starts_the_program_from_anywhere(home: Path, tmp_path: Path, folder: str) -> None:
    python = virtual_environment(tmp_path / folder / "venv", sysconfig.get_path("purelib"), CHECKOUT)
    added = subprocess.run(
        [python, "-m", "nnreg_gui", "--add-launcher"], cwd=home, capture_output=True, encoding="utf-8", check=True
    )
    assert len(added.stdout.splitlines()) == 2
    command = command_of(on_desktop(home), "--version")
    assert str(python) in command
    assert "Path" not in keys_of(on_desktop(home))
    shown = subprocess.run(command, cwd="/", capture_output=True, encoding="utf-8", check=True)
    assert shown.stdout.startswith(f"nnreg-gui {__version__} (checkout)")
    subprocess.run([python, "-m", "nnreg_gui", "--remove-launcher"], cwd=home, capture_output=True, check=True)
    assert files_below(home) == []


@needs_posix
def test_a_bare_checkout_is_started_from_its_own_folder(home: Path, tmp_path: Path) -> None:
    # It sees the packages, but the program itself only if Python starts in the checkout.
    packages = tmp_path / "packages"
    packages.mkdir()
    for found in Path(sysconfig.get_path("purelib")).iterdir():
        if "nnreg" not in found.name and found.suffix != ".pth":
            (packages / found.name).symlink_to(found)
    python = virtual_environment(tmp_path / "venv", packages)
    subprocess.run([python, "-m", "nnreg_gui", "--add-launcher"], cwd=CHECKOUT, capture_output=True, check=True)
    folder = keys_of(on_desktop(home))["Path"]
    assert folder == str(CHECKOUT.resolve())
    command = command_of(on_desktop(home), "--version")
    shown = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=True)
    assert shown.stdout.startswith(f"nnreg-gui {__version__} (checkout)")


def test_no_display_is_needed() -> None:
    question = "import sys, nnreg_gui.system.launcher; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", question], cwd=CHECKOUT, check=False).returncode == 0


# --- The other systems, as far as Linux can tell ---


@needs_posix
@pytest.mark.parametrize("folder", AWKWARD_NAMES)
def test_the_macos_script_starts_the_program_in_any_folder(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    program = stand_in_program(tmp_path / folder)
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(sys, "executable", str(program.with_name("python")))
    launchers = add_launcher()
    assert launchers == [home / "Applications/nnreg-gui.command", home / "Desktop/nnreg-gui.command"]
    for launcher in launchers:
        output = subprocess.run([launcher, "my experiment.json"], capture_output=True, encoding="utf-8", check=True)
        assert output.stdout.splitlines() == [str(program), "my experiment.json"]
    assert remove_launcher() == launchers
    assert files_below(home) == []


@needs_posix
def test_the_windows_shortcuts_are_asked_of_power_shell(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = stand_in_program(tmp_path / "Dvořák's ‘programs’", "nnreg-gui.exe")
    power_shell = stand_in_program(tmp_path / "bin", "powershell")
    # It keeps the script given; asked for folders, it names two.
    power_shell.write_text(
        '#!/bin/sh\nfor script; do :; done\nprintf "%s" "$script" > "$HOME/script"\n'
        'case "$script" in *GetFolderPath*) printf "%s\\n" "$HOME/Programs" "$HOME/Desktop";; esac\n',
        encoding="utf-8",
    )
    monkeypatch.setenv("PATH", str(power_shell.parent), prepend=os.pathsep)
    registry = pretend_windows(monkeypatch)
    monkeypatch.setattr(sys, "executable", str(program.with_name("python.exe")))
    assert add_launcher() == [home / "Programs/nnreg-gui.lnk", home / "Desktop/nnreg-gui.lnk"]
    script = (home / "script").read_text(encoding="utf-8")
    doubled = str(program).replace("'", "''").replace("‘", "‘‘").replace("’", "’’")
    assert script.count(f"$link.TargetPath = '{doubled}'; ") == 2
    assert f"CreateShortcut('{home}/Desktop/nnreg-gui.lnk')" in script
    opens = registry.keys[r"Software\Classes\nnreg-gui.nnreg-experiment\shell\open\command"]
    assert opens == f'"{program}" "%1"'


@needs_posix
def test_what_power_shell_complains_of_is_passed_on(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    power_shell = stand_in_program(tmp_path / "bin", "powershell")
    power_shell.write_text("#!/bin/sh\necho 'scripts are forbidden' >&2\nexit 1\n", encoding="utf-8")
    monkeypatch.setenv("PATH", str(power_shell.parent), prepend=os.pathsep)
    monkeypatch.setattr(sys, "platform", "win32")
    with pytest.raises(LauncherError, match="scripts are forbidden"):
        remove_launcher()
