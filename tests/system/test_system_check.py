"""What the program says instead of aborting when Qt could not start."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from nnreg_gui.system import system_check
from nnreg_gui.system.system_check import (
    QT_LIBRARIES,
    X11_LIBRARIES,
    import_problem,
    library_problem,
    package_problem,
    qt_problem,
    requirements,
    start_up_problem,
)

NO_SERVER = ":987"
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="checked on Linux only")


# --- The program as a whole ---


@on_linux
def test_nothing_is_wrong_where_the_tests_run_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert start_up_problem() is None


@on_linux
def test_a_display_that_does_not_answer_is_named_before_qt_aborts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", NO_SERVER)
    problem = start_up_problem()
    assert problem is not None
    assert NO_SERVER in problem


def test_displays_and_libraries_are_the_business_of_linux_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", NO_SERVER)
    monkeypatch.setattr(sys, "platform", "win32")
    assert start_up_problem() is None


def test_the_check_does_not_import_qt_itself() -> None:
    question = "from nnreg_gui.system import system_check as check; check.start_up_problem(); "
    question += "import sys; sys.exit('PySide6' in sys.modules)"
    folder = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", question], cwd=folder, check=False).returncode == 0


# --- Packages ---


@pytest.mark.parametrize("python", [(3, 11), (3, 12)])
def test_pip_is_told_what_pyproject_requires(python: tuple[int, int]) -> None:
    pyproject = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    condition = "< '3.12'" if python < (3, 12) else ">= '3.12'"
    declared = [
        requirement.partition(";")[0]
        for requirement in pyproject["project"]["dependencies"]
        if ";" not in requirement or requirement.endswith(f"python_version {condition}")
    ]
    assert list(requirements(python).values()) == declared


def test_a_missing_package_is_named_with_the_command_that_installs_it() -> None:
    problem = package_problem({"sys": "sys>=1", "no_such_module": "no-such-package>=2"})
    assert problem is not None
    assert "no_such_module" in problem
    assert problem.endswith('python -m pip install "no-such-package>=2"')


def test_a_module_that_is_there_but_does_not_work_is_named_with_the_command_that_mends_it() -> None:
    cause = ImportError("\nlibopenblas.so: failed to map segment.\nAnd more.", name="numpy._core._multiarray")
    error = ImportError("IMPORTANT: read this, which is long.")
    error.__cause__ = cause
    first, command = import_problem(error).splitlines()
    assert "numpy (libopenblas.so: failed to map segment)" in first
    assert command == 'python -m pip install --force-reinstall "numpy>=1.26"'


def test_a_module_of_the_programs_own_that_is_missing_is_named() -> None:
    problem = import_problem(ModuleNotFoundError("No module named 'nnreg_gui.engine'", name="nnreg_gui.engine"))
    assert "nnreg_gui.engine" in problem
    assert problem.endswith("install it again.")


def test_no_package_is_missing_where_the_tests_run() -> None:
    assert package_problem(requirements(sys.version_info[:2])) is None


@pytest.mark.parametrize(
    ("release", "python"),
    [
        ("6.12.0", (3, 11)),
        ("6.12.3", (3, 11)),
        ("7.0.0", (3, 11)),
        ("6.9.1", (3, 13)),
        ("6.9.2", (3, 11)),
        ("6.11.0", (3, 12)),
        ("6.11.1", (3, 14)),
        ("6.8.2.1", (3, 12)),
        ("6.5.0", (3, 11)),
    ],
)
def test_a_bad_pair_of_pyside_and_python_is_named_with_its_remedy(release: str, python: tuple[int, int]) -> None:
    problem = qt_problem(release, python)
    assert problem is not None
    assert f"PySide6 {release} " in problem
    assert f"Python {python[0]}.{python[1]} " in problem
    assert problem.endswith(f'python -m pip install "{requirements(python)["PySide6"]}"')


@pytest.mark.parametrize(
    ("release", "python"),
    [
        ("6.12.0", (3, 12)),
        ("6.12.1", (3, 14)),
        ("6.11.2", (3, 11)),
        ("6.11.3", (3, 11)),
        ("6.9.0", (3, 11)),
        ("6.8.3", (3, 13)),
        ("6.10", (3, 11)),
        (None, (3, 11)),
    ],
)
def test_a_good_or_unknown_pair_passes(release: str | None, python: tuple[int, int]) -> None:
    assert qt_problem(release, python) is None


# --- Shared libraries ---


@on_linux
def test_missing_libraries_are_named_with_the_line_that_installs_them() -> None:
    absent = {"libnnreg-absent.so.1": "libabsent1", "libnnreg-lost.so.2": "liblost2"}
    problem = library_problem({**QT_LIBRARIES, **absent})
    assert problem is not None
    assert "libnnreg-absent.so.1, libnnreg-lost.so.2" in problem
    assert problem.splitlines()[-1] == "sudo apt install libabsent1 liblost2"


@on_linux
def test_no_library_is_missing_where_the_tests_run() -> None:
    assert library_problem(QT_LIBRARIES) is None


@on_linux
def test_no_library_is_missing_where_a_real_window_opens(real_display: str) -> None:
    opens = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
    environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "DISPLAY": real_display}
    if subprocess.run([sys.executable, "-c", opens], env=environment, capture_output=True, check=False).returncode:
        pytest.skip("Qt cannot use X11 here")
    assert library_problem(X11_LIBRARIES) is None


# --- Releases ---


def test_the_release_is_the_one_that_the_packages_metadata_tell() -> None:
    assert system_check._installed_qt() == system_check._release_in_metadata()
    assert re.fullmatch(r"\d+\.\d+\.\d+", system_check._installed_qt() or "")
