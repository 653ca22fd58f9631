"""Bare Debian systems in folders, where root can make and enter them."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

RELEASES = ("bookworm", "trixie")
INSIDE = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "HOME": "/tmp"}


def why_no_debian() -> str:
    """Return why no bare Debian can be made and entered here, or an empty string."""
    if os.getuid() != 0:
        return "only root can enter another system"
    if shutil.which("mmdebstrap") is None:
        return "mmdebstrap is not installed here"
    return "" if mirror() else "apt gets no packages of Debian here"


def mirror() -> str:
    """Return where this computer's apt gets Debian's packages from, or an empty string."""
    if shutil.which("apt-get") is None:
        return ""
    command = ["apt-get", "indextargets", "--format", "$(ORIGIN) $(SITE)", "Created-By: Packages"]
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return next((line.split()[1] for line in told.splitlines() if re.match("Debian .*/debian/?$", line)), "")


class BareDebian:
    """A bare Debian in a folder, made in the background."""

    def __init__(self, release: str, folder: Path) -> None:
        self.folder = folder
        command = ["mmdebstrap", "--quiet", "--variant=apt", "--skip=cleanup/apt/lists", release, folder, mirror()]
        self._making = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def wait(self) -> None:
        """Wait until it is there."""
        _, errors = self._making.communicate()
        if self._making.returncode != 0:
            pytest.skip(f"a bare Debian cannot be made here: {errors.strip().splitlines()[-1:]}")
        shutil.copyfile("/etc/resolv.conf", self.folder / "etc/resolv.conf")

    def give_up(self) -> None:
        """End making it, if nobody has waited for it."""
        if self._making.poll() is None:
            self._making.terminate()
            self._making.communicate()

    def command(self, script: str) -> list[str]:
        """Return what runs a shell script inside, with the system's view of its processes."""
        inside = 'mount -t proc proc "$1/proc" && exec chroot "$1" sh -ec "$2"'
        return ["unshare", "--mount", "sh", "-ec", inside, "sh", str(self.folder), script]

    def run(self, script: str) -> str:
        """Run a shell script inside, and return its output."""
        done = subprocess.run(self.command(script), env=INSIDE, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def files(self) -> set[Path]:
        """Return all files of the program."""
        return {path for path in self.folder.rglob("*nnreg*") if "tmp" not in path.relative_to(self.folder).parts}
