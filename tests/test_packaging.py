"""The wheel holds everything the program needs: it is installed into a fresh environment and used there."""

import json
import os
import site
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

import nnreg_gui

PROJECT = Path(nnreg_gui.__file__).parent.parent
TRAIN_AND_CLOSE = """
import sys
from pathlib import Path
import nnreg_gui.__main__
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from nnreg_gui.app import make_window
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import SideBySide

if __name__ == "__main__":
    application = QApplication([])
    control = SideBySide(resource_path())
    settings = QSettings(sys.argv[1], QSettings.Format.IniFormat)
    window = make_window(application, control, settings, Path(sys.argv[1] + ".autosave"))
    window.open_file(sys.argv[2])
    window.show()
    control.ended.connect(lambda history: (print(nnreg_gui.__file__, len(history), history.test_accuracy),
                                           window.close()))
    window.file_jobs.read.connect(lambda experiment: window.training.start())
    application.exec()
"""


CZECH = """
from PySide6.QtCore import QCoreApplication
application = QCoreApplication([])
from nnreg_gui.window.language import Language
language = Language()
language.switch("cs")
print(*(ascii(QCoreApplication.translate(*text)) for text in (("Actions", "Pause"), ("QPlatformTheme", "Cancel"))))
"""


BUILD = [sys.executable, "-m", "hatchling", "build", "--directory"]  # without a network


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build wheel and source archive of the checkout, into a folder."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run([*BUILD, folder], cwd=PROJECT, check=True, capture_output=True, timeout=120)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    (wheel,) = built.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a fresh environment that borrows this one's dependencies, and return its scripts."""
    folder = tmp_path_factory.mktemp("fresh environment")
    venv.create(folder, with_pip=False)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / Path(sys.executable).name
    if not python.exists():
        python = scripts / "python"
    command = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*command, wheel], check=True, capture_output=True, timeout=120)
    purelib = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    # Only as folders to search: Python does not read the .pth file in them, this checkout's editable installation.
    (purelib / "dependencies.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return scripts


def offscreen() -> dict[str, str]:
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": ""}


def test_the_wheel_carries_every_resource_of_the_checkout(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "resources"], cwd=PROJECT, capture_output=True, text=True, check=False
    ).stdout.split()
    wanted = listed or [
        path.relative_to(PROJECT).as_posix() for path in (PROJECT / "resources").rglob("*") if path.is_file()
    ]

    names = set(zipfile.ZipFile(wheel).namelist())

    assert len(wanted) > 40
    assert {f"nnreg_gui/{name}" for name in wanted if (PROJECT / name).exists()} <= names


def test_a_wheel_from_the_source_archive_holds_the_same(built: Path, wheel: Path, tmp_path: Path) -> None:
    (archive,) = built.glob("*.tar.gz")
    with tarfile.open(archive) as packed:
        packed.extractall(tmp_path, filter="data")
    unpacked = tmp_path / archive.name.removesuffix(".tar.gz")
    subprocess.run([*BUILD, tmp_path, "--target", "wheel"], cwd=unpacked, check=True, capture_output=True, timeout=120)
    (again,) = tmp_path.glob("*.whl")

    assert set(zipfile.ZipFile(again).namelist()) == set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_brings_a_desktop_entry_and_an_icon_for_the_menu(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert any(name.endswith("data/share/applications/nnreg-gui.desktop") for name in names)
    assert any(name.endswith("data/share/icons/hicolor/scalable/apps/nnreg-gui.svg") for name in names)


@pytest.mark.parametrize("command", ["nnreg-gui", "nnreg"])
def test_the_installed_program_tells_its_version(installed: Path, tmp_path: Path, command: str) -> None:
    result = subprocess.run(
        [installed / command, "--version"],
        cwd=tmp_path,
        env=offscreen(),
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert result.stdout.splitlines()[0] == f"nnreg-gui {nnreg_gui.__version__} (wheel)"


def test_the_installed_program_speaks_czech_though_it_can_write_nowhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    folders = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA")
    result = subprocess.run(
        [installed / ("python.exe" if sys.platform == "win32" else "python"), "-c", CZECH],
        cwd=tmp_path,
        env={**offscreen(), **dict.fromkeys(folders, str(tmp_path / "home" / "none")), "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert (result.stdout.strip(), result.stderr) == (f"{'Pauza'!a} {'Zrušit'!a}", "")


def test_the_installed_program_opens_its_window_trains_an_epoch_and_closes(installed: Path, tmp_path: Path) -> None:
    experiment, program = tmp_path / "experiment.json", tmp_path / "train_and_close.py"
    experiment.write_text(json.dumps({"data": {"training_images": 100}, "training": {"epochs": 1}}), encoding="utf-8")
    program.write_text(TRAIN_AND_CLOSE, encoding="utf-8")
    python = installed / ("python.exe" if sys.platform == "win32" else "python")

    result = subprocess.run(
        [python, program, tmp_path / "settings.ini", experiment],
        cwd=tmp_path,
        env=offscreen(),
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert result.returncode == 0, result.stderr
    package, records, test_accuracy = result.stdout.rsplit(maxsplit=2)
    assert Path(package).is_relative_to(installed.parent)
    assert int(records) == 2  # the untrained network and one epoch
    assert 0.05 < float(test_accuracy) < 0.9
