"""Collects the licences of everything in a bundle into one text."""

import re
import subprocess
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
# What the wheels contain; and PyInstaller, whose starter is the executable.
PACKAGES = ["PySide6-Essentials", "shiboken6", "pyqtgraph", "numpy", "segno", "colorama", "pyinstaller"]
HEAD = """\
nnreg-gui and what comes with it

nnreg-gui itself is free under the MIT licence, the digits (MNIST) under CC BY-SA 3.0. Qt, with PySide6 and shiboken6,
is free under the GNU Lesser General Public License, version 3: these are the shared libraries in _internal/PySide6 and
_internal/shiboken6, which you may replace by your own of the same version. Their sources are at
https://download.qt.io/official_releases/QtForPython/ and https://download.qt.io/official_releases/qt/.
The other parts follow, each with its licence, then the texts that these refer to (the GNU licences are at
https://www.gnu.org/licenses/, too).
"""


def licences(bundle: Path) -> str:
    """Return the licences of the parts of this bundle."""
    texts = [HEAD, *_of_the_program(), *map(_of_package, map(distribution, PACKAGES)), *_of_the_system(bundle)]
    common = sorted(set(re.findall(r"/usr/share/common-licenses/([\w.-]*\w)", "".join(texts))) | {"GPL-3", "LGPL-3"})
    paths = [Path("/usr/share/common-licenses", name) for name in common]
    return "\n".join(texts + [_section(path.name, _text(path)) for path in paths if path.is_file()])


def _of_the_program() -> Iterator[str]:
    yield _section("nnreg-gui", _text(PROJECT / "LICENSE"))
    yield _section("The digits", _text(PROJECT / "resources/mnist/README.md"))
    python = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    if python.is_file():  # elsewhere on Windows, and where a distribution has taken it away
        yield _section("Python", _text(python))


def _of_package(package: Distribution) -> str:
    """Return what a package says of its licence."""
    told = package.metadata.get("License-Expression") or package.metadata.get("License", "").splitlines()[:1]
    title = f"{package.name} {package.version}: {told if isinstance(told, str) else ' '.join(told)}"
    files = [path for path in package.files or [] if re.search(r"\.dist-info/(.*/)?(LICEN[CS]E|COPYING)", str(path))]
    return _section(title, *(_text(Path(package.locate_file(path))) for path in files))


def _of_the_system(bundle: Path) -> Iterator[str]:
    """Yield the licences of the system's libraries, as far as they are from Debian's packages."""
    libraries = [path.name for path in (bundle / "_internal").glob("lib*.so*") if not path.is_symlink()]
    names = [f"/*/{name}" for name in libraries if not name.startswith("libpython")]
    try:
        told = subprocess.run(["dpkg-query", "--search", *names], capture_output=True, text=True, check=False).stdout
    except FileNotFoundError:
        return
    packages: dict[str, list[str]] = {}  # by what they say: some are of one source
    for package in sorted(set(re.findall(r"^([^:,\s]+)[:,]", told, re.MULTILINE))):
        copyright_file = Path("/usr/share/doc", package, "copyright")
        if copyright_file.is_file():
            packages.setdefault(copyright_file.read_text(encoding="utf-8"), []).append(package)
    for text, names in packages.items():
        yield _section(", ".join(names), text)


def _section(title: str, *texts: str) -> str:
    return "\n".join([f"\n{'=' * 100}\n{title}\n{'=' * 100}\n", *texts])


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
