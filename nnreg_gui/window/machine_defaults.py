"""What an administrator has chosen for everybody who uses this computer."""

import os
import stat
import sys
from pathlib import Path

MACHINE_FILE = (
    Path(os.environ.get("PROGRAMDATA", "C:\\ProgramData"), "nnreg-gui.ini")
    if sys.platform == "win32"
    else Path("/etc/nnreg-gui.ini")
)
_MOST_BYTES = 100_000


def settings_in(path: Path) -> bytes | None:
    """Return what a file of settings holds; nothing without a file, None if it cannot be one, or cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return b""
    except OSError:
        return None
    return content if len(content) <= _MOST_BYTES else None


def machine_defaults(path: Path) -> dict[str, str] | None:
    """Return the values in a file, by name; none without a file, None if it is not one of settings."""
    content = settings_in(path)
    if not content:
        return None if content is None else {}
    from configparser import ConfigParser, Error  # where there is no such file, the start need not wait for it

    parser = ConfigParser(interpolation=None, inline_comment_prefixes=(";",))
    try:
        parser.read_string(content.decode("utf-8-sig"))
    except (Error, UnicodeDecodeError):
        return None
    return dict(parser["General"]) if parser.has_section("General") else {}
