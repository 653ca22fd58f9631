"""A report says which program this is, and on what it runs."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import PySide6
import pytest

import nnreg_gui
from nnreg_gui import system_information as module
from nnreg_gui.system_information import system_information

CHECKOUT = Path(nnreg_gui.__file__).parents[1]
KERNEL = "import nnreg_gui.system_information as information; print(information.system_information())"


def test_it_names_the_program_and_all_that_its_figures_depend_on() -> None:
    program, python, qt, numpy = system_information().splitlines()

    assert program == f"nnreg-gui {nnreg_gui.__version__} (checkout)"
    assert python.startswith(f"Python {sys.version.split()[0]}, ")
    assert qt.startswith(f"PySide6 {PySide6.__version__}, Qt {PySide6.__version_info__[0]}.")
    assert numpy.startswith(f"numpy {np.__version__}, BLAS ")


@pytest.mark.skipif("openblas" not in system_information(), reason="this numpy has another BLAS")
@pytest.mark.skipif("x86_64" not in system_information(), reason="this kernel is one of x86-64")
def test_the_kernel_is_the_one_that_computes() -> None:
    environment = {**os.environ, "OPENBLAS_CORETYPE": "Nehalem", "PYTHONPATH": str(CHECKOUT)}
    told = subprocess.run([sys.executable, "-c", KERNEL], env=environment, capture_output=True, text=True, check=True)

    assert told.stdout.strip().endswith("kernel Nehalem")


def test_a_bundle_that_dpkg_installed_is_a_debian_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program, listed = tmp_path / "nnreg-gui", tmp_path / "nnreg-gui.list"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(module, "_INSTALLED_BY_DPKG", listed)
    assert "(bundle)" in system_information()

    listed.write_text(f"/.\n{tmp_path}\n{program}\n", encoding="utf-8")
    assert "(Debian package)" in system_information()

    listed.write_text(f"{program}-of-another-place\n", encoding="utf-8")
    assert "(bundle)" in system_information()


@pytest.mark.parametrize("part", ["PySide6", "numpy"])
def test_a_part_that_is_missing_is_named(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, part, None)

    assert f"\n{part}: " in system_information()
