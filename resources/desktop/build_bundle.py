"""Builds an archive with the program, Python, Qt and their libraries: to unpack and to double-click.

    pip install ".[bundle]"
    python resources/desktop/build_bundle.py [FOLDER]

puts it into the folder (``dist`` of the checkout, if none is given) and prints its path last. It runs on systems as old
as the one it is built on.
"""

import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DESKTOP = Path(__file__).resolve().parent
PROJECT = DESKTOP.parents[1]
sys.path.insert(0, str(PROJECT))

from licences import licences  # noqa: E402

from nnreg_gui import __version__  # noqa: E402


def main() -> None:
    """Build the archive."""
    target = Path(sys.argv[1] if len(sys.argv) > 1 else PROJECT / "dist").resolve()
    with tempfile.TemporaryDirectory() as work:
        folder = freeze(Path(work))
        (folder / "LICENCES.txt").write_text(licences(folder), encoding="utf-8")
        print(pack(folder, target))


def freeze(work: Path) -> Path:
    """Make the folder of the program, named as it will be unpacked."""
    command = [sys.executable, "-m", "PyInstaller", "--log-level", "ERROR", "--noconfirm"]
    built = work / "built"
    spec = DESKTOP / "nnreg-gui.spec"
    subprocess.run([*command, "--distpath", built, "--workpath", work / "work", spec], check=True)
    folder = work / f"nnreg-gui-{__version__}"
    if sys.platform == "darwin":
        shutil.rmtree(built / "nnreg-gui")  # its twin, nnreg-gui.app, is what a Mac opens
        built.rename(folder)
    else:
        (built / "nnreg-gui").rename(folder)
    if sys.platform == "linux":
        strip(folder / "_internal")
    return folder


def strip(libraries: Path) -> None:
    """Take debugging symbols away from Python's own libraries: those of wheels have none, or would not survive it."""
    files = [*libraries.glob("libpython*"), *libraries.glob("python3*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *files], check=True)


def pack(folder: Path, target: Path) -> Path:
    """Pack the folder into an archive, as the system's users know them, and return its path."""
    system = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]
    machine = {"AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    target.mkdir(parents=True, exist_ok=True)
    name = str(target / f"{folder.name}-{system}-{machine}")
    kind = "zip" if sys.platform == "win32" else "gztar"
    return Path(shutil.make_archive(name, kind, folder.parent, folder.name, owner="root", group="root"))


if __name__ == "__main__":
    main()
