"""Puts a launcher on the desktop and in the applications menu, opens the program's files with it, and removes it."""

import contextlib
import hashlib
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from nnreg_gui.system.file_types import add_file_types, remove_file_types
from nnreg_gui.system.launcher_files import LauncherError, encoded, remove, resource, run, write, xdg_folder


def add_launcher() -> list[Path]:
    """Write the launchers of this installation, in place of earlier ones, and return their paths.

    A double click on one of the program's files opens it from then on.

    Raises:
        LauncherError: a launcher could not be written.
    """
    program = _this_program()
    if sys.platform == "win32":
        launchers = _add_on_windows(program)
    elif sys.platform == "darwin":
        launchers = _add_on_macos(program)
    else:
        launchers = _add_on_linux(program)
    if program.folder is None or sys.platform != "win32":  # where Windows opens a file, it could not import a checkout
        add_file_types(program.command)
    return launchers


def remove_launcher() -> list[Path]:
    """Remove the launchers that `add_launcher` wrote and return the paths of those that were there.

    Raises:
        LauncherError: a launcher is there but could not be removed.
    """
    removed = [launcher for launcher in _launchers() if remove(launcher)]
    remove_file_types()
    return removed


def _launchers() -> list[Path]:
    """Return where the launchers of this platform belong, whether they are there or not."""
    if sys.platform == "win32":
        return _launchers_on_windows()
    if sys.platform == "darwin":
        return _launchers_on_macos()
    return _launchers_on_linux()


# --- The program that a launcher starts ---


@dataclass(frozen=True)
class _Program:
    """How to start this installation: a command, and the folder to start it in, if that matters."""

    command: list[str]
    folder: Path | None = None


def _this_program() -> _Program:
    # Not resolved: its own link to Python is how a virtual environment is recognized.
    python = Path(sys.executable)
    script = python.with_name("nnreg-gui.exe" if sys.platform == "win32" else "nnreg-gui")
    if script.is_file():
        return _Program([str(script)])
    without_console = python.with_name("pythonw.exe")  # on Windows only
    command = [str(without_console if without_console.is_file() else python), "-m", "nnreg_gui"]
    package = Path(__file__).resolve().parents[1]
    return _Program(command, None if _is_importable_anywhere(package) else package.parent)


def _is_importable_anywhere(package: Path) -> bool:
    """Return whether a fresh Python finds this very package; it finds a bare checkout only from its own folder."""
    question = "import os, sys, nnreg_gui; sys.exit(not os.path.samefile(nnreg_gui.__path__[0], sys.argv[1]))"
    # -E and -P leave out PYTHONPATH and the current folder, which the desktop will not have either.
    return run(sys.executable, "-E", "-P", "-c", question, str(package)).returncode == 0


# --- Linux: an entry as the Desktop Entry Specification has it ---


def _launchers_on_linux() -> list[Path]:
    folders = [xdg_folder("XDG_DATA_HOME", ".local/share") / "applications"]
    if desktop := _desktop_folder():
        folders.append(desktop)
    return [folder / "nnreg-gui.desktop" for folder in folders]


def _add_on_linux(program: _Program) -> list[Path]:
    in_menu, *on_desktop = _launchers_on_linux()
    entry = _desktop_entry(program)
    write(in_menu, entry)
    for launcher in on_desktop:
        write(launcher, entry)
        _mark_trusted(launcher, entry)
    return [in_menu, *on_desktop]


def _desktop_folder() -> Path | None:
    """Return the user's desktop folder, whatever its language, or None if there is none."""
    desktop = Path.home() / "Desktop"
    with contextlib.suppress(OSError):
        settings = xdg_folder("XDG_CONFIG_HOME", ".config") / "user-dirs.dirs"
        text = settings.read_text(encoding="utf-8", errors="surrogateescape")
        for value in re.findall(r'^\s*XDG_DESKTOP_DIR="(.*)"', text, re.MULTILINE):
            relative_to_home = re.sub(r"^\$HOME/*", "", value)
            # Joining an absolute path drops the home folder.
            desktop = Path.home() / re.sub(r"\\(.)", r"\1", relative_to_home)
    # Users switch the desktop folder off by making it the home folder itself.
    return desktop if desktop.is_dir() and desktop != Path.home() else None


def _desktop_entry(program: _Program) -> str:
    """Return the entry shipped with the program, changed to start this installation."""
    command = program.command
    if set("%=") & set(command[0]):
        # The program's own path may hold no "=", and GLib looks for a path with "%%" in it as it stands.
        command = ["sh", "-c", 'exec "$0" "$@"', *command]
    values = {
        "Exec": " ".join([*map(_exec_argument, command), "%f"]),
        "Icon": str(resource("icons", "nnreg-gui.svg")),
    }
    if program.folder:
        values["Path"] = str(program.folder)
    shipped = resource("desktop", "nnreg-gui.desktop").read_text(encoding="utf-8").splitlines()
    lines = [line for line in shipped if line.partition("=")[0] not in values]
    lines += [f"{key}={_entry_string(value)}" for key, value in values.items()]
    return "\n".join(lines) + "\n"


def _exec_argument(argument: str) -> str:
    """Return an argument as a command spells it: quoted if need be, "%" distinct from field codes."""
    argument = argument.replace("%", "%%")
    if re.fullmatch(r"[\w%+,./:@-]+", argument):
        return argument
    return '"' + re.sub(r'(["`$\\])', r"\\\1", argument) + '"'


def _entry_string(value: str) -> str:
    """Return a value as an entry spells it; this comes on top of the quoting within a command."""
    return value.replace("\\", r"\\").replace("\n", r"\n").replace("\t", r"\t").replace("\r", r"\r")


def _mark_trusted(launcher: Path, entry: str) -> None:
    """Spare the user the question whether to trust the launcher, where GNOME or Xfce would ask."""
    checksum = hashlib.sha256(encoded(entry)).hexdigest()
    for attribute, value in (("metadata::trusted", "true"), ("metadata::xfce-exe-checksum", checksum)):
        # Without gio, the launcher still works, after that question.
        with contextlib.suppress(OSError, subprocess.SubprocessError):
            run("gio", "set", str(launcher), attribute, value)


# --- macOS: a shell script that the Finder opens in the Terminal ---


def _launchers_on_macos() -> list[Path]:
    return [Path.home() / folder / "nnreg-gui.command" for folder in ("Applications", "Desktop")]


def _add_on_macos(program: _Program) -> list[Path]:
    change_folder = [f"cd {shlex.quote(str(program.folder))}"] if program.folder else []
    script = "\n".join(["#!/bin/sh", *change_folder, f'exec {shlex.join(program.command)} "$@"', ""])
    launchers = _launchers_on_macos()
    for launcher in launchers:
        write(launcher, script)
    return launchers


# --- Windows: shortcuts, which only the system's own objects can write ---


def _launchers_on_windows() -> list[Path]:
    # Ask the system, because the desktop may have been moved, e.g. into OneDrive.
    folders = _power_shell("[Environment]::GetFolderPath('Programs'); [Environment]::GetFolderPath('Desktop')")
    return [Path(folder) / "nnreg-gui.lnk" for folder in folders.splitlines()]


def _add_on_windows(program: _Program) -> list[Path]:
    target, *arguments = program.command
    properties = {
        "TargetPath": target,
        "Arguments": subprocess.list2cmdline(arguments),
        "WorkingDirectory": str(program.folder or Path.home()),
        "IconLocation": str(resource("icons", "nnreg-gui.ico")),
    }
    launchers = _launchers_on_windows()
    script = ["$shell = New-Object -ComObject WScript.Shell"]
    for launcher in launchers:
        script.append(f"$link = $shell.CreateShortcut({_power_shell_string(str(launcher))})")
        script += [f"$link.{name} = {_power_shell_string(value)}" for name, value in properties.items()]
        script.append("$link.Save()")
    _power_shell("; ".join(script))
    return launchers


def _power_shell(script: str) -> str:
    """Run a script in Windows PowerShell and return what it prints."""
    in_utf8 = "[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false"
    script = f"$ErrorActionPreference = 'Stop'; {in_utf8}; {script}"
    try:
        result = run("powershell", "-NoProfile", "-NonInteractive", "-Command", script)
        result.check_returncode()
    except (OSError, subprocess.SubprocessError) as error:
        raise LauncherError(
            "Windows PowerShell, which manages shortcuts, failed: {reason}. "
            "Check that PowerShell is allowed on this computer and that your desktop can be written to.",
            reason=getattr(error, "stderr", None) or error,
        ) from error
    return result.stdout


def _power_shell_string(value: str) -> str:
    # PowerShell also treats typographic quotation marks as quotation marks.
    return "'" + re.sub("(['‘’‚‛])", r"\1\1", value) + "'"
