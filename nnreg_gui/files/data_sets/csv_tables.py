"""Images and labels in CSV files as Kaggle has them: a line for each image, with its label first or last."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import isnan
from pathlib import Path

import numpy as np

from nnreg_gui.engine.data_set import FEWEST_CLASSES, MOST_CLASSES
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.csv_numbers import is_number, lines_in, numbers_in, separator_of
from nnreg_gui.files.data_sets.found import Found, Remark, Watch, in_sentence
from nnreg_gui.files.data_sets.image_rows import ImageRows, check_size, put_together
from nnreg_gui.files.data_sets.labels import check_labels, whole_labels
from nnreg_gui.files.data_sets.pairing import Item, roles_of
from nnreg_gui.files.data_sets.sources import Source, damaged, opened_file, unknown

_LABELS = ("label", "labels", "class", "target", "digit", "y")
_LONGEST_FIELD = 40
_FIRST_PASS = 0.15  # of the time


class NoImagesError(DigitsError):
    """A table without images, or without labels: to be left aside in a folder with others."""


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """What a first look through a table has found.

    Attributes:
        path: of the file.
        separator: between its values.
        columns: how many values a line has.
        heading: how many lines come before the first image.
        label_column: 0 or −1.
        labels: of all images.
    """

    path: Path
    separator: bytes
    columns: int
    heading: int
    label_column: int
    labels: np.ndarray

    @property
    def item(self) -> Item:
        side = round((self.columns - 1) ** 0.5)
        return Item(self.path.name, len(self.labels), (side, side))


def read_csv(paths: Sequence[Path], watch: Watch) -> Found:
    """Read a table, or those of a folder which belong together.

    Raises:
        DigitsError: they cannot be read, or hold something else.
    """
    remarks: list[Remark] = []
    tables: dict[str, _Table] = {}
    for place, path in enumerate(paths):
        share = watch.part(_FIRST_PASS * place / len(paths), _FIRST_PASS * (place + 1) / len(paths))
        try:
            tables[path.name] = _look_through(path, share)
        except NoImagesError:
            if len(paths) == 1:
                raise
            name = in_sentence(path.name)
            remarks.append(Remark("{file} was left aside: it has no images with labels.", file=name))
    if not tables:
        raise DigitsError("There are no images with labels in these tables.")
    roles = roles_of([(table.item, table.item) for table in tables.values()], names_first=True)
    chosen = {role: tables[item.name] for role, (item, _) in roles.items()}
    labels = {role: table.labels for role, table in chosen.items()}
    check_labels(labels)
    shares = watch.part(_FIRST_PASS, 1).shares({role: len(table.labels) for role, table in chosen.items()})
    found = put_together({role: _read_images(table, shares[role]) for role, table in chosen.items()}, labels)
    found.remarks[:0] = remarks
    return found


def _look_through(path: Path, watch: Watch) -> _Table:
    """Count the lines of a table and find its labels, without looking at the pixels."""
    head: list[bytes] = []
    head_numbers: list[int] = []
    first: list[float] = []
    last: list[float] = []
    wrong: tuple[bytes, int] | None = None  # the first line that does not begin and end with a number
    name = in_sentence(path.name)
    with opened_file(path) as file:
        source = Source(file, path)
        pieces = lines_in(source)
        while len(head) < 2 and (piece := next(pieces, None)) is not None:  # a heading may fill the first piece
            head, head_numbers = head + piece[0], head_numbers + piece[1]
        separator, columns, heading = _form(head, name)
        for lines, line_numbers in chain([(head[heading:], head_numbers[heading:])], pieces):
            for line, line_number in zip(lines, line_numbers, strict=True):
                first.append(_number(line[: line.find(separator)]))
                last.append(_number(line[line.rfind(separator) + 1 :]))
                if wrong is None and isnan(first[-1] + last[-1]):
                    wrong = line, line_number
            watch.tell(source.share)
    side = round(max(columns - 1, 0) ** 0.5)
    if not first or columns < 2 or side**2 != columns - 1:
        raise NoImagesError(
            "{file} is no table of images: a line takes a label and the pixels of a square, such as 1 + 784 values, "
            "and here it has {columns}.",
            file=name,
            columns=str(columns),
        )
    check_size(name, len(first), side, side)
    if wrong is not None:
        numbers_in([wrong[0]], columns, separator, name, [wrong[1]])  # says what is wrong
    column, labels = _labels(head[:heading], separator, columns, np.array(first), np.array(last))
    return _Table(path, separator, columns, heading, column, whole_labels(name, labels))


def _form(lines: Sequence[bytes], name: str) -> tuple[bytes, int, int]:
    """Return the separator and the number of values in a line, and how many lines of headings there are."""
    if not lines:
        return b",", 0, 0
    separator = separator_of(lines[0])
    heading = 0 if all(map(is_number, lines[0].split(separator))) else 1
    if len(lines) > heading:
        separator = separator_of(lines[heading])
    values = lines[min(heading, len(lines) - 1)].split(separator)
    if heading and not any(map(is_number, values)):
        raise unknown(name)
    return separator, len(values), heading


def _number(text: bytes) -> float:
    """Return the number in a field; NaN if there is none."""
    try:
        return float(text[:_LONGEST_FIELD])
    except ValueError:
        return float("nan")


def _labels(
    head: Sequence[bytes], separator: bytes, columns: int, first: np.ndarray, last: np.ndarray
) -> tuple[int, np.ndarray]:
    """Return which column has the labels, 0 or −1, and those: as the heading says, or as they look."""
    names = [one.strip().lower().decode("utf-8", "replace") for line in head for one in line.split(separator)]
    if len(names) == columns and (names[0] in _LABELS) != (names[-1] in _LABELS):
        return (0, first) if names[0] in _LABELS else (-1, last)
    return (-1, last) if _looks_like_labels(last) > _looks_like_labels(first) else (0, first)


def _looks_like_labels(values: np.ndarray) -> tuple[bool, float]:
    """Return whether values may be labels, and how evenly they are spread: pixels at the edge are mostly background."""
    _, counts = np.unique(values, return_counts=True)
    shares = counts / len(values)
    is_whole = bool(np.all((values >= 0) & (values == np.floor(values))))
    return is_whole and FEWEST_CLASSES <= len(counts) <= MOST_CLASSES, float(-(shares * np.log(shares)).sum())


def _read_images(table: _Table, watch: Watch) -> ImageRows:
    name, count, side = in_sentence(table.path.name), len(table.labels), (table.item.shape or (0, 0))[0]
    pixels = slice(1, None) if table.label_column == 0 else slice(None, -1)
    rows, done = ImageRows(name, count, side, side, whole=False), 0
    with opened_file(table.path) as file:
        source, heading = Source(file, table.path), table.heading
        for lines, line_numbers in lines_in(source):
            lines, line_numbers, heading = lines[heading:], line_numbers[heading:], max(0, heading - len(lines))
            if not lines:
                continue
            numbers = numbers_in(lines, table.columns, table.separator, name, line_numbers)
            done += len(lines)
            if done > count:
                raise damaged(name)  # it has changed since the first look
            rows.add(numbers[:, pixels].reshape(-1, side, side))
            watch.tell(done / count)
    if done < count:
        raise damaged(name)
    return rows
