"""Packs the folder of a bundle as a package for Debian and its relatives: a menu entry for everybody of a computer.

    python resources/desktop/build_deb.py dist/nnreg-gui-<version>-linux-x86_64.tar.gz [FOLDER]

puts the package beside the archive, or into the folder, and prints its path last. It needs dpkg-deb.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DESKTOP = Path(__file__).resolve().parent
RESOURCES = DESKTOP.parent
# What the bundle takes from the system: `nnreg-gui.spec` says why.
LIBRARIES = (
    "libstdc++6, libgcc-s1, zlib1g, libgl1, libegl1, libx11-6, libx11-xcb1, libxcb1, libfontconfig1, libfreetype6, "
    "libwayland-client0, libwayland-cursor0"
)
CONTROL = """\
Package: nnreg-gui
Version: {version}
Architecture: {architecture}
Maintainer: nnreg-gui <nnreg-gui@localhost>
Section: education
Priority: optional
Installed-Size: {kilobytes}
Depends: libc6 (>= {glibc}), {libraries}
Description: see how regularization of neural networks works
 Train neural networks on handwritten digits, and watch live what happens to
 costs, accuracies and weights, with and without regularization.
"""


def main() -> None:
    """Build the package."""
    archive = Path(sys.argv[1]).resolve()
    target = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else archive.parent
    version = re.fullmatch(r"nnreg-gui-(.+)-linux-\w+\.tar\.gz", archive.name)[1]
    architecture = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True).stdout
    package = target / f"nnreg-gui_{version}_{architecture.strip()}.deb"
    with tempfile.TemporaryDirectory() as work:
        shutil.unpack_archive(archive, work, filter="fully_trusted")
        tree = Path(work, "tree")
        place(Path(work, f"nnreg-gui-{version}"), tree)
        write_control(tree, version, architecture.strip())
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build"]  # xz takes ten times as long
        subprocess.run([*command, tree, package], check=True, capture_output=True)
    print(package)


def place(bundle: Path, tree: Path) -> None:
    """Move the bundle to where it will be, with commands, menu entry, icon, kinds of files and licences."""
    program = tree / "usr/lib/nnreg-gui"
    program.parent.mkdir(parents=True)
    bundle.rename(program)
    links = {
        "usr/bin/nnreg-gui": "../lib/nnreg-gui/nnreg-gui",
        "usr/bin/nnreg": "../lib/nnreg-gui/nnreg-gui",
        "usr/share/doc/nnreg-gui/copyright": "../../../lib/nnreg-gui/LICENCES.txt",
    }
    copies = {
        "usr/share/applications": [DESKTOP / "nnreg-gui.desktop"],
        "usr/share/icons/hicolor/scalable/apps": [RESOURCES / "icons/nnreg-gui.svg"],
        "usr/share/icons/hicolor/scalable/mimetypes": list(DESKTOP.glob("application-*.svg")),
        "usr/share/mime/packages": [DESKTOP / "nnreg-gui.xml"],
        "usr/share/doc/nnreg-gui/examples": [DESKTOP / "nnreg-gui.ini"],
    }
    for link, goal in links.items():
        path = tree / link
        path.parent.mkdir(parents=True, exist_ok=True)
        path.symlink_to(goal)
    for folder, files in copies.items():
        (tree / folder).mkdir(parents=True)
        for file in files:
            shutil.copyfile(file, tree / folder / file.name)


def write_control(tree: Path, version: str, architecture: str) -> None:
    """Write what dpkg must know."""
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    needed = [re.findall(rb"GLIBC_2\.(\d+)", path.read_bytes()) for path in files if ".so" in path.name]
    text = CONTROL.format(
        version=version,
        architecture=architecture,
        kilobytes=sum(path.stat().st_size for path in files) // 1000,
        glibc=f"2.{max(int(minor) for minors in needed for minor in minors)}",
        libraries=LIBRARIES,
    )
    control = tree / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
