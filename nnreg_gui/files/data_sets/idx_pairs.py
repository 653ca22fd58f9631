"""Images and labels in IDX files, as MNIST and its relatives are published, packed with gzip or not."""

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from pathlib import Path

import numpy as np

from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import MOST_IMAGES, Found, Role, Watch, in_sentence
from nnreg_gui.files.data_sets.image_rows import ImageRows, check_size, put_together
from nnreg_gui.files.data_sets.labels import check_labels, whole_labels
from nnreg_gui.files.data_sets.pairing import Item, family_of, pairs_of, roles_of, several_here
from nnreg_gui.files.data_sets.sources import Source, damaged, opened_file

_TYPES = {0x08: ">u1", 0x09: ">i1", 0x0B: ">i2", 0x0C: ">i4"}


@dataclass(frozen=True, slots=True)
class IdxHeader:
    """What an IDX file says of itself at its beginning.

    Attributes:
        dtype: of its values.
        sizes: of its dimensions.
    """

    dtype: np.dtype
    sizes: tuple[int, ...]

    @property
    def length(self) -> int:
        """In bytes."""
        return 4 + 4 * len(self.sizes)

    @property
    def body(self) -> int:
        """How many bytes of values follow it."""
        return prod(self.sizes) * self.dtype.itemsize

    def item(self, name: str) -> Item | None:
        """Return which images or labels these are; None if they are neither."""
        match self.sizes:
            case (count, height, width) if self.dtype == np.uint8:
                return Item(name, count, (height, width))
            case (count,):
                return Item(name, count)
            case (count, 8) if self.dtype == np.dtype(">i4"):  # QMNIST's: the first is the class, then who wrote it
                return Item(name, count)
        return None


def idx_header(beginning: bytes) -> IdxHeader | None:
    """Return what the beginning of an IDX file says, 16 bytes or more of it; None if it is that of another file."""
    if len(beginning) < 8 or beginning[:2] != b"\0\0" or beginning[2] not in _TYPES or not 1 <= beginning[3] <= 3:
        return None
    if len(beginning) < 4 + 4 * beginning[3]:
        return None
    return IdxHeader(np.dtype(_TYPES[beginning[2]]), struct.unpack_from(f">{beginning[3]}I", beginning, 4))


def read_idx(headers: dict[Path, IdxHeader], chosen: Path | None, watch: Watch) -> Found:
    """Read the IDX files of a folder.

    Args:
        headers: of all IDX files there.
        chosen: the one that the user has opened, if it was not the folder: read those that belong to it.
        watch: is told how far it is.

    Raises:
        DigitsError: they cannot be read, are damaged, or do not belong together.
    """
    paths = {path.name: path for path in headers}
    items = [item for path, header in headers.items() if (item := header.item(path.name)) is not None]
    pairs = pairs_of(_family(items, chosen.name if chosen is not None else None))
    roles = roles_of(pairs, names_first=False)
    for images, _ in roles.values():
        check_size(in_sentence(images.name), images.count, *(images.shape or (0, 0)))
    # Labels are small: what is wrong with them is told before the images are read.
    labels = {role: _read_labels(paths[item.name], headers[paths[item.name]]) for role, (_, item) in roles.items()}
    check_labels(labels)
    shares = watch.shares({role: images.count for role, (images, _) in roles.items()})
    rows: dict[Role, ImageRows] = {}
    for role, (images, _) in roles.items():
        path = paths[images.name]
        rows[role] = _read_images(path, headers[path], shares[role])
    return put_together(rows, labels)


def _family(items: list[Item], chosen: str | None) -> list[Item]:
    """Return the images and labels that are of one data set.

    Raises:
        DigitsError: there are several, and none is chosen.
    """
    families: dict[str, list[Item]] = {}
    for item in items:
        families.setdefault(family_of(item.name), []).append(item)
    whole = {name: family for name, family in families.items() if len({item.shape is None for item in family}) == 2}
    if chosen is not None:
        if all(item.name != chosen for item in items):
            raise DigitsError("{file} holds neither images nor labels.", file=in_sentence(chosen))
        return whole.get(family_of(chosen), items)
    unpacked = {name: family for name, family in whole.items() if name.removesuffix(".gz") not in whole.keys() - {name}}
    if len(unpacked) > 1:
        raise several_here()
    return next(iter(unpacked.values()), items)


def _read_labels(path: Path, header: IdxHeader) -> np.ndarray:
    name, count = in_sentence(path.name), header.sizes[0]
    if not 1 <= count <= MOST_IMAGES:
        raise DigitsError(
            "{file} says that it holds {sizes} values: that cannot be right.", file=name, sizes=f"{count:,}"
        )
    with _body(path, header) as source:
        content = source.exactly(header.body)
        source.check_end()
    return whole_labels(name, np.frombuffer(content, header.dtype).reshape(count, -1)[:, 0])


def _read_images(path: Path, header: IdxHeader, watch: Watch) -> ImageRows:
    count, height, width = header.sizes
    rows = ImageRows(in_sentence(path.name), count, height, width, whole=True)
    with _body(path, header) as source:
        for begin in range(0, count, rows.per_chunk):
            size = min(rows.per_chunk, count - begin) * height * width
            rows.add(np.frombuffer(source.exactly(size), np.uint8).reshape(-1, height, width))
            watch.tell((begin + rows.per_chunk) / count)
        source.check_end()
    return rows


@contextmanager
def _body(path: Path, header: IdxHeader) -> Iterator[Source]:
    """Open what follows the header, which must still be what it was when it was first read."""
    with opened_file(path) as file:
        source = Source(file, path)
        if idx_header(source.read(header.length)) != header:
            raise damaged(source.name)
        if not source.is_packed and source.size < header.length + header.body:
            raise damaged(source.name)  # without reading it first
        yield source
