"""Makes a double click on the program's files open them, for this user; all is taken away again."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from nnreg_gui.system.launcher_files import LauncherError, remove, resource, run, write, xdg_folder

_NAMESPACE = {"mime": "http://www.freedesktop.org/standards/shared-mime-info"}
# What update-mime-database makes of all packages.
_GENERATED = (
    *("aliases", "generic-icons", "globs", "globs2", "icons", "magic", "mime.cache", "subclasses", "treemagic"),
    *("types", "version", "XMLnamespaces"),
)
_CLASSES = "Software\\Classes\\"  # of a user's registry


@dataclass(frozen=True)
class FileType:
    """A kind of file that the program opens.

    Attributes:
        mime: its MIME type.
        suffix: what the names of such files end in, with the dot.
        description: its name, in English.
    """

    mime: str
    suffix: str
    description: str

    @property
    def icon(self) -> str:
        """The file of its icon, by the name that desktops look for."""
        return f"{self.mime.replace('/', '-')}.svg"

    @property
    def windows_name(self) -> str:
        """What Windows calls it."""
        return f"nnreg-gui{self.suffix}"


def file_types() -> list[FileType]:
    """Return the kinds of files, as the package for the MIME database lists them.

    Raises:
        LauncherError: the list is missing.
    """
    found = ElementTree.parse(resource("desktop", "nnreg-gui.xml")).iterfind("mime:mime-type", _NAMESPACE)
    return [
        FileType(
            one.attrib["type"],
            one.find("mime:glob", _NAMESPACE).attrib["pattern"].removeprefix("*"),  # type: ignore[union-attr]
            one.findtext("mime:comment", "", _NAMESPACE),
        )
        for one in found
    ]


def add_file_types(command: Sequence[str]) -> None:
    """Let files be opened by their launcher, or on Windows by a command; macOS takes such a list only from a bundle.

    Raises:
        LauncherError: it could not be written down.
    """
    if sys.platform == "win32":
        _add_on_windows(command)
    elif sys.platform != "darwin":
        _add_on_linux()


def remove_file_types() -> None:
    """Take away what `add_file_types` wrote.

    Raises:
        LauncherError: something is there but could not be removed.
    """
    if sys.platform == "win32":
        _remove_on_windows()
    elif sys.platform != "darwin":
        _remove_on_linux()


# --- Linux: a package for the MIME database, and icons ---


def _data_folder() -> Path:
    return xdg_folder("XDG_DATA_HOME", ".local/share")


def _files_on_linux() -> dict[Path, Path]:
    """Return what belongs into the user's folders, each with the resource it is a copy of."""
    data = _data_folder()
    icons = data / "icons/hicolor/scalable/mimetypes"
    files = {data / "mime/packages/nnreg-gui.xml": resource("desktop", "nnreg-gui.xml")}
    return files | {icons / one.icon: resource("desktop", one.icon) for one in file_types()}


def _add_on_linux() -> None:
    for path, source in _files_on_linux().items():
        write(path, source.read_text(encoding="utf-8"), executable=False)
    _refresh(_data_folder())


def _remove_on_linux() -> None:
    removed = [path for path in _files_on_linux() if remove(path)]
    if not removed:
        return
    data = _data_folder()
    _refresh(data)
    # Leave no index of nothing behind.
    if not any((data / "mime/packages").glob("*")):  # nor if somebody has removed the folder
        for name in _GENERATED:
            remove(data / "mime" / name)
    cache = data / "applications/mimeinfo.cache"
    with suppress(FileNotFoundError):
        if b"=" not in cache.read_bytes():
            remove(cache)


def _refresh(data: Path) -> None:
    """Let the desktop read anew what there is. Without these helpers, the launcher still works."""
    for command, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        with suppress(OSError, subprocess.SubprocessError):
            run(command, str(data / folder))
    with suppress(OSError):
        os.utime(data / "icons/hicolor")  # says that the cache of icons is out of date, if there is one


# --- Windows: keys in the registry ---


def _keys_on_windows(command: Sequence[str]) -> dict[str, str]:
    """Return the keys with their values, each after those it lies in."""
    keys = {}
    for one in file_types():
        keys[one.windows_name] = one.description
        keys[f"{one.windows_name}\\DefaultIcon"] = str(resource("icons", "nnreg-gui.ico"))
        keys[f"{one.windows_name}\\shell"] = keys[f"{one.windows_name}\\shell\\open"] = ""
        keys[f"{one.windows_name}\\shell\\open\\command"] = f'{subprocess.list2cmdline(command)} "%1"'
        keys[one.suffix] = one.windows_name
    return keys


def _add_on_windows(command: Sequence[str]) -> None:
    if sys.platform == "win32":
        import winreg

        try:
            for key, value in _keys_on_windows(command).items():
                winreg.SetValue(winreg.HKEY_CURRENT_USER, _CLASSES + key, winreg.REG_SZ, value)
        except OSError as error:
            raise LauncherError(
                "Windows does not let the program register its files: {reason}. The launcher works without that.",
                reason=error.strerror or error,
            ) from error
        _tell_explorer()


def _remove_on_windows() -> None:
    if sys.platform == "win32":
        import winreg

        user, removed = winreg.HKEY_CURRENT_USER, False
        for key, value in reversed(_keys_on_windows([]).items()):
            with suppress(OSError):  # it is not there, or holds what others have put there
                if key.startswith(".") and winreg.QueryValue(user, _CLASSES + key) != value:
                    continue  # another program's by now
                winreg.DeleteKey(user, _CLASSES + key)
                removed = True
        if removed:
            _tell_explorer()


def _tell_explorer() -> None:
    """Let Windows look at its file types anew."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.shell32.SHChangeNotify(0x08000000, 0, None, None)  # SHCNE_ASSOCCHANGED
