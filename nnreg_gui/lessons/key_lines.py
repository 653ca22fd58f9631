"""On which line of a TOML file each key stands, which `tomllib` does not tell."""

import re
import tomllib

KeyPath = tuple[str | int, ...]  # names of tables and keys, and places within arrays of tables

_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_HEADER = re.compile(r"(\[\[?)([^\n]*?)(\]\]?)[ \t]*(?:#[^\n]*)?(?=\r?\n|\Z)")
_KEY = re.compile(r"""((?:[\w.\- \t]|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')+)=""")
_VALUE = re.compile(  # a string, a comment, what is neither, or a single sign
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|[^"\'#\[\]{}\n]+|.',
    re.DOTALL,
)


class KeyLines:
    """Finds lines.

    Args:
        text: of a file that `tomllib` has read without an error.
    """

    def __init__(self, text: str) -> None:
        self._lines: dict[KeyPath, int] = {}
        self._counts: dict[KeyPath, int] = {}  # of the tables in each array of tables
        self._text = text
        self._scan()

    def line(self, path: KeyPath) -> int:
        """Return the line of a key, or else of the innermost table around it; 1 if there is none."""
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _scan(self) -> None:
        place, line, table = 0, 1, KeyPath()
        while True:
            after = _SPACE.match(self._text, place).end()  # type: ignore[union-attr]  # which matches nothing, too
            line += self._text.count("\n", place, after)
            place = after
            if place == len(self._text):
                return
            header = _HEADER.match(self._text, place)
            key = None if header else _KEY.match(self._text, place)
            if header:
                table, after = self._opened(_names(header[2]), is_array=header[1] == "[["), header.end()
                self._lines.setdefault(table, line)
                if header[1] == "[[":
                    self._lines.setdefault(table[:-1], line)
            elif key:
                self._note(table, _names(key[1]), line)
                after = self._after_value(key.end())
            else:  # nothing that we know: leave it to the lines that follow
                after = self._text.find("\n", place)
                after = len(self._text) if after < 0 else after
            line += self._text.count("\n", place, after)
            place = after

    def _opened(self, names: list[str], is_array: bool) -> KeyPath:
        """Return the table that a header opens: of arrays of tables on the way, the newest table is meant."""
        path = KeyPath()
        for name in names[:-1]:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, *names[-1:])
        if is_array:
            self._counts[path] = self._counts.get(path, 0) + 1
            path = (*path, self._counts[path] - 1)
        return path

    def _note(self, table: KeyPath, names: list[str], line: int) -> None:
        """Note the line of a key, and of the tables that a dotted key makes."""
        for end in range(1, len(names) + 1):
            self._lines.setdefault((*table, *names[:end]), line)

    def _after_value(self, place: int) -> int:
        """Return where the value that begins here ends: at the end of a line, outside strings and brackets."""
        depth = 0
        for found in _VALUE.finditer(self._text, place):
            sign = found[0]
            depth += (sign in ("[", "{")) - (sign in ("]", "}"))
            if sign == "\n" and depth <= 0:
                return found.start()
        return len(self._text)


def _names(key: str) -> list[str]:
    """Return the names of a dotted key; none if it is no key after all."""
    names: list[str] = []
    try:
        table = tomllib.loads(f"{key.strip()} = 0")
    except tomllib.TOMLDecodeError:
        return names
    while isinstance(table, dict):
        ((name, table),) = table.items()
        names.append(name)
    return names
