"""Names of classes: those of folders, and those in a ``classes.txt`` beside the images."""

from collections.abc import Collection, Sequence
from itertools import islice
from pathlib import Path

from nnreg_gui.engine.data_set import LONGEST_CLASS, MOST_CLASSES, as_name
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import in_sentence
from nnreg_gui.files.data_sets.sources import opened_file

CLASSES_FILE, _MAPPING = "classes.txt", "-mapping.txt"
_MOST_BYTES = 100_000


def in_order(names: Collection[str]) -> tuple[str, ...]:
    """Return the names of folders in the order of their labels: numbers by their values, then the others."""
    return tuple(sorted(names, key=lambda name: (int(name) if name.isdecimal() else 10**9, name)))


def names_beside(folder: Path, chosen: Path | None = None) -> tuple[str, ...] | None:
    """Return the names that a file in a folder gives the labels 0, 1, 2 …; None if there is none.

    Args:
        folder: with ``classes.txt``, one name a line, or with EMNIST's ``…-mapping.txt``.
        chosen: the file that was opened there.

    Raises:
        DigitsError: the file cannot be read.
    """
    path = folder / CLASSES_FILE
    if path.exists():
        names = [line.strip() for line in _text(path).splitlines()]
        while names and not names[-1]:
            names.pop()
        if not names or len(names) > 10 * MOST_CLASSES or not all(names):
            raise DigitsError("{file} must have the name of a class in each line.", file=in_sentence(path.name))
        return tuple(names)
    mappings = list(islice(folder.glob(f"*{_MAPPING}"), MOST_CLASSES))
    if chosen is not None:
        mappings = [path for path in mappings if chosen.name.startswith(path.name.removesuffix(_MAPPING))]
    return _mapped(mappings[0]) if len(mappings) == 1 else None


def _mapped(path: Path) -> tuple[str, ...] | None:
    """Return the names in EMNIST's table, a label and the codes of its letters in each line; None if it is another."""
    rows = [line.split() for line in _text(path).splitlines() if line.strip()]
    if not rows or not all(len(row) > 1 and all(one.isdecimal() and len(one) < 4 for one in row) for row in rows):
        return None
    names = {int(label): "".join(chr(int(code)) for code in codes) for label, *codes in rows}
    return tuple(names.get(label, str(label)) for label in range(max(names) + 1))


def _text(path: Path) -> str:
    with opened_file(path) as file:
        content = file.read(_MOST_BYTES)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DigitsError("{file} is not written in UTF-8: save it so.", file=in_sentence(path.name)) from error


def plain_names(names: Sequence[str]) -> tuple[str, ...]:
    """Return names as the program can show them, none twice.

    Raises:
        DigitsError: two are the same, or cannot be read.
    """
    plain = tuple(as_name(name, LONGEST_CLASS) for name in names)
    for place, name in enumerate(plain):
        if "�" in name or not name.isprintable():
            raise DigitsError("The name of the class {label} cannot be read: give it another.", label=in_sentence(name))
        if name in plain[:place]:
            raise DigitsError("Two classes are called {label}: give one of them another name.", label=in_sentence(name))
    return plain
