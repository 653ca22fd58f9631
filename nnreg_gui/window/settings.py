"""What the program remembers between starts; it treats what it reads as foreign input, with a default per value."""

import math
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QRect, QSettings, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from nnreg_gui.widgets.themes import THEMES
from nnreg_gui.window.language import languages
from nnreg_gui.window.lesson_training import PACES
from nnreg_gui.window.machine_defaults import MACHINE_FILE, machine_defaults, settings_in

ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)
_SIZE = (1280, 720)
# A line as this program writes it: a plain word, or bytes. Qt turns anything else into objects of its own, and dies of
# a segmentation fault over some.
_LINE = re.compile(
    rb'[ \t]*|;.*|\[\w*\]|\w+[ \t]*=(?:[ -!#-?A-[\]-~]*|"[ -!#-?A-[\]-~]*"'
    rb'|@ByteArray\((?:[^"\\,;]|\\.)*\)|"@ByteArray\((?:[^"\\]|\\.)*\)")'
)
_Value = TypeVar("_Value")


class Settings:
    """Theme, zoom, language, the place of the window and in a lesson, as the user chose them.

    Attributes:
        replaced: the names of stored but impossible values, in the order of asking; "all" if nothing could be read.
    """

    def __init__(self, stored: QSettings, machine_file: Path | None = None) -> None:
        """Read what is stored for the user, and in a file for everybody who has not chosen: /etc/nnreg-gui.ini."""
        stored.setFallbacksEnabled(False)  # or it would have to check other files, too
        self.replaced: list[str] = []
        self._stored: QSettings | None = stored  # None: nothing can be remembered
        if _is_text(stored) and not _can_be_ours(Path(stored.fileName())):
            self.replaced.append("all")
            self._set_aside(stored)
        found = machine_defaults(machine_file or MACHINE_FILE)
        if found is None and not self.replaced:
            self.replaced.append("all")
        self._of_machine = found or {}

    def theme(self) -> str | None:
        """Return the chosen theme, one of the names in `THEMES`, or that for everybody."""
        return self._read("theme", _theme) or self._of_everybody("theme", _theme)

    def language(self) -> str | None:
        """Return the chosen language, one of the codes in `languages()`, or that for everybody."""
        return self._read("language", _language) or self._of_everybody("language", _language)

    def zoom(self) -> float:
        """Return the scale of all text; 1 is 100 %."""
        return self._read("zoom", _zoom) or 1.0

    def pace(self) -> str | None:
        """Return how fast kept runs are shown again, one of the names in `PACES`."""
        return self._read("pace", lambda value: _one_of(PACES, value))

    def lesson(self) -> tuple[str, str] | None:
        """Return the file of the lesson that was led last, and the id of the step where it was."""
        return self._read("lesson", _place_in_lesson)

    def remember_lesson(self, path: str, step: str) -> None:
        """Store where the user is in a lesson."""
        place = f"{path}\n{step}".encode("utf-8", "surrogateescape")  # a path may hold bytes that are not UTF-8
        self.remember("lesson", place.hex())  # Qt would escape what it may have

    def remember(self, name: str, value: str | float | QByteArray) -> None:
        """Store what the user chose."""
        if self._stored is not None:
            self._stored.setValue(name, value)

    def restore_geometry(self, window: QWidget) -> None:
        """Put a window where it was; if that is impossible, on its first screen in its usual size."""
        if self._read("geometry", lambda value: _restored(window, value)) is None:
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.resize(*_SIZE)
            if window.testAttribute(Qt.WidgetAttribute.WA_Moved):
                window.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def _read(self, name: str, understood: Callable[[Any], _Value | None]) -> _Value | None:
        """Return the stored value as `understood` reads it; None if there is none, or an impossible one."""
        if self._stored is None or not self._stored.contains(name):
            return None
        value = None
        with suppress(Exception):  # Qt stores kinds of values that PySide does not know
            value = understood(self._stored.value(name))
        if value is None:
            self.replaced.append(name)
            self._stored.remove(name)
        return value

    def _of_everybody(self, name: str, understood: Callable[[object], str | None]) -> str | None:
        """Return what was chosen for all users of this computer; None if nothing was, or something impossible."""
        if name not in self._of_machine:
            return None
        value = understood(self._of_machine[name])
        if value is None and name not in self.replaced:
            self.replaced.append(name)
        return value

    def _set_aside(self, stored: QSettings) -> None:
        """Begin with no settings, and keep the file for anyone who wants to look at it."""
        path = stored.fileName()
        try:
            os.replace(path, f"{path}.damaged")  # noqa: PTH105
        except OSError:
            self._stored = None
        else:
            stored.sync()  # drops what the file held, which Qt has not looked at yet


def _is_text(stored: QSettings) -> bool:
    """Return whether the settings are a file of lines, not part of the system's registry."""
    return stored.format() is QSettings.Format.IniFormat or sys.platform not in ("win32", "darwin")


def _can_be_ours(path: Path) -> bool:
    """Return whether this program could have written every line of a file; a missing file has none."""
    content = settings_in(path)
    return content is not None and all(map(_LINE.fullmatch, content.splitlines()))


def _one_of(names: dict[str, Any], value: object) -> str | None:
    return value if isinstance(value, str) and value in names else None


def _theme(value: object) -> str | None:
    return _one_of(THEMES, value)


def _language(value: object) -> str | None:
    return _one_of(languages(), value)


def _place_in_lesson(value: object) -> tuple[str, str] | None:
    if not isinstance(value, str):
        return None
    path, _, step = bytes.fromhex(value).decode("utf-8", "surrogateescape").rpartition("\n")
    return (path, step) if path and step and "\0" not in path else None


def _zoom(value: object) -> float | None:
    zoom = float(value) if isinstance(value, str | float | int) else math.nan
    return zoom if ZOOM_STEPS[0] <= zoom <= ZOOM_STEPS[-1] else None


def _restored(window: QWidget, value: object) -> bool | None:
    """Give a window the stored geometry; None if it is not one, or lies on no screen."""
    if not isinstance(value, QByteArray) or not window.restoreGeometry(value):
        return None
    small = not window.windowState()  # otherwise there is another place, for when it leaves that state
    return (_is_seen(window.geometry()) and (small or _is_seen(window.normalGeometry()))) or None


def _is_seen(rectangle: QRect) -> bool:
    """Return whether the upper half of a window, with the bar that moves it, is on a screen."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    return any(screen.contains(rectangle.center()) and screen.top() <= rectangle.top() for screen in screens)
