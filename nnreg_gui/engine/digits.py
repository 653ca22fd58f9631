"""Digits from IDX files, the format of MNIST, split into training, validation and test."""

import hashlib
import math
import os
import struct
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from nnreg_gui.engine.aligned_arrays import empty_aligned
from nnreg_gui.engine.data_set import LONGEST_NAME, LONGEST_PATH, MNIST, DataSet, as_name
from nnreg_gui.engine.problems import DigitsError

VALIDATION_IMAGES = 10_000
LEAST_TRAINING_IMAGES = 10  # an engine warms up with these
_IMAGES_MAGIC, _LABELS_MAGIC = 0x00000803, 0x00000801
_LARGEST_SIDE = 1_024
_MOST_VALUES = 2**26  # MNIST's training images are 47 million
_PIECE = 2**16  # packed bytes to unpack at once
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True)
class Split:
    """Images with their labels.

    Inputs and targets are kept once asked for: every run measures itself on the same 20,000 images, and converting them
    would take a small run as long as an epoch.

    Attributes:
        images: uint8, (images, height, width), 0 = background … 255 = ink.
        labels: uint8, (images,), 0…classes − 1.
        classes: how many classes there are, whether or not each has an image.
    """

    images: np.ndarray
    labels: np.ndarray
    classes: int = len(MNIST.classes)

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, rows: slice | np.ndarray) -> "Split":
        part = Split(self.images[rows], self.labels[rows], self.classes)
        if isinstance(rows, slice):  # a view costs nothing
            vars(part).update({name: vars(self)[name][rows] for name in ("inputs", "targets") if name in vars(self)})
        return part

    def told(self, labels: np.ndarray) -> "Split":
        """Return the same images with other labels, uint8, (images,)."""
        part = Split(self.images, labels, self.classes)
        if "inputs" in vars(self):
            vars(part)["inputs"] = self.inputs
        return part

    def __reduce__(self) -> tuple[type["Split"], tuple[np.ndarray, np.ndarray, int]]:
        return Split, (self.images, self.labels, self.classes)  # a quarter of the bytes to send through a pipe

    @cached_property
    def inputs(self) -> np.ndarray:
        """The images as a network sees them: float32, (images, height · width), 0…1; read-only."""
        pixels = math.prod(self.images.shape[1:])  # not −1, as there may be no image
        flat = self.images.reshape(len(self.images), pixels)
        inputs = write_inputs(flat, empty_aligned(flat.shape, np.float32))
        inputs.setflags(write=False)
        return inputs

    @cached_property
    def targets(self) -> np.ndarray:
        """The labels one-hot: float32, (images, classes); read-only."""
        targets = np.eye(self.classes, dtype=np.float32)[self.labels]
        targets.setflags(write=False)
        return targets


def write_inputs(pixels: np.ndarray, out: np.ndarray) -> np.ndarray:
    """Write what a network sees of pixels, uint8, into a float32 array of their shape: 0…1."""
    return np.multiply(pixels, np.float32(1 / 255), out)


@dataclass(frozen=True, slots=True)
class Digits:
    """The three splits of a data set.

    Attributes:
        classes: the names of the classes, in the order of the labels.
    """

    training: Split
    validation: Split
    test: Split
    classes: tuple[str, ...] = MNIST.classes

    @property
    def pixels(self) -> int:
        """Number of inputs of a network for these images, 784 for MNIST."""
        return int(np.prod(self.training.images.shape[1:]))


def load_mnist(folder: Path) -> Digits:
    """Read the four MNIST files: training = the first 50,000 of the training file, validation = its last 10,000.

    Raises:
        DigitsError: a file is missing, damaged, of another kind, or holds too few images; the sentence names it.
    """
    known_images, test_images = folder / "train-images-idx3-ubyte.gz", folder / "t10k-images-idx3-ubyte.gz"
    known = read_split(known_images, folder / "train-labels-idx1-ubyte.gz")
    test = read_split(test_images, folder / "t10k-labels-idx1-ubyte.gz")
    least = VALIDATION_IMAGES + LEAST_TRAINING_IMAGES
    if len(known) < least:
        raise DigitsError(
            "{file} holds {images} images, but it takes {least} or more to train and to validate.",
            file=known_images.name,
            images=f"{len(known):,}",
            least=f"{least:,}",
        )
    if test.images.shape[1:] != known.images.shape[1:]:
        raise DigitsError(
            "{file} holds images of another size than {other_file}: they do not belong together.",
            file=test_images.name,
            other_file=known_images.name,
        )
    return Digits(known[:-VALIDATION_IMAGES], known[-VALIDATION_IMAGES:], test)


def key_of(digits: Digits) -> str:
    """Return the key of a data set by its content: the SHA-256 of its shapes and class names, images and labels."""
    splits = digits.training, digits.validation, digits.test
    header = repr([[split.images.shape for split in splits], list(digits.classes)])
    content = hashlib.sha256(header.encode())
    for split in splits:
        for array in (split.images, split.labels):
            content.update(np.ascontiguousarray(array, np.uint8).data)
    return f"sha256:{content.hexdigest()}"


def data_set_of(digits: Digits, name: str, path: str) -> DataSet:
    """Return what an experiment says of these digits, which have this name and lie there; MNIST's are MNIST.

    Takes as long as hashing every pixel: 0.1 s for MNIST.
    """
    key = key_of(digits)
    if key == MNIST_CONTENT:
        return MNIST
    height, width = digits.training.images.shape[1:]
    return DataSet(
        key,
        as_name(name, LONGEST_NAME),
        as_name(path, LONGEST_PATH, cuts_beginning=True),
        height,
        width,
        digits.classes,
        len(digits.training),
        len(digits.validation),
    )


MNIST_CONTENT = "sha256:52f7d6545afd19a2f7138f02fdfeaff06283675c95e4f1ba3b2aa9f072ec3690"  # its `key_of()`
# How to read each data set that comes with the program, from the folder of its key.
DATASETS = {MNIST.key: load_mnist}


class DataSets(dict[DataSet, Digits]):
    """What there is to train on: the data sets of a folder, each read on first use, and those put in.

    Raises:
        DigitsError: the data set cannot be read, or is not there.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, data_set: DataSet) -> Digits:
        if data_set.key not in DATASETS:
            raise not_open(data_set)
        digits = self[data_set] = DATASETS[data_set.key](self._folder / data_set.key)
        return digits


def not_open(data_set: DataSet) -> DigitsError:
    """Return why a data set that does not come with the program cannot be used, and what to open."""
    return DigitsError(
        "The images of “{name}” are not open: open {path} as a data set, or wherever it lies now.",
        name=data_set.name,
        path=data_set.path,
    )


def read_split(images_path: Path, labels_path: Path) -> Split:
    """Read a pair of gzip-compressed IDX files: images of any one size up to 1,024 × 1,024, labels 0…9.

    Raises:
        DigitsError: a file is missing, damaged or of another kind, or the two do not belong together.
    """
    images = _read_idx(images_path, _IMAGES_MAGIC, dimensions=3)
    labels = _read_idx(labels_path, _LABELS_MAGIC, dimensions=1)
    if len(images) != len(labels):
        raise DigitsError(
            "{images_file} holds {images} images but {labels_file} holds {labels} labels: they do not belong together.",
            images_file=images_path.name,
            images=f"{len(images):,}",
            labels_file=labels_path.name,
            labels=f"{len(labels):,}",
        )
    if labels.max() >= len(MNIST.classes):
        raise DigitsError(
            "{file} has the label {label}, but labels must be 0 to 9.", file=labels_path.name, label=str(labels.max())
        )
    return Split(images, labels)


def _read_idx(path: Path, magic: int, dimensions: int) -> np.ndarray:
    """Return the array in an IDX file: big-endian magic number, the sizes, then one byte per value."""
    name, header = path.name, 4 + 4 * dimensions
    file = _Unpacked(path)
    head = np.empty(header, np.uint8)
    if file.fill(head) < header:
        raise DigitsError("{file} is cut off within its header: copy it again.", file=name)
    found, *sizes = struct.unpack(f">{1 + dimensions}I", head.tobytes())
    if found != magic:
        raise DigitsError(
            "{file} begins with the number {found}, not {magic}: it is not the kind of IDX file that is needed here.",
            file=name,
            found=str(found),
            magic=str(magic),
        )
    size = int(np.prod(sizes, dtype=object))
    if not 1 <= size <= _MOST_VALUES or max(sizes[1:], default=1) > _LARGEST_SIDE:
        raise DigitsError(
            "{file} says that it holds {sizes} values: that cannot be right.",
            file=name,
            sizes=" × ".join(map(str, sizes)),
        )
    body = np.empty(size, np.uint8)
    length = file.fill(body)
    surplus = file.fill(np.empty(1, np.uint8))  # to notice trailing data
    if length < size or surplus:
        raise DigitsError(
            "{file} should hold {size} values but holds {length}: copy it again.",
            file=name,
            size=f"{size:,}",
            length=f"{length:,}" if length < size else f"> {size:,}",
        )
    return body.reshape(sizes)


class _Unpacked:
    """Unpacks a gzip file only as far as it is read. (The gzip module would follow any number of files inside it.)"""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            with path.open("rb") as file:
                self._packed = file.read(min(os.fstat(file.fileno()).st_size, _MOST_VALUES))
        except OSError as error:
            raise DigitsError(
                "{file} cannot be read ({reason}).", file=str(path), reason=error.strerror or str(error)
            ) from error
        if not self._packed.startswith(_GZIP):
            raise DigitsError(
                "{file} is not compressed with gzip: use the .gz file as it is published.", file=path.name
            )
        self._place = 0  # in it
        self._unpacking = zlib.decompressobj(zlib.MAX_WBITS + 16)  # gzip's format

    def fill(self, array: np.ndarray) -> int:
        """Write the next bytes into an array, and return how many: fewer than it takes only at the end.

        By pieces, this takes three quarters of the time: what is unpacked at once is copied again as it grows.
        """
        filled = 0
        while filled < len(array):
            piece = self._packed[self._place : self._place + _PIECE]
            try:
                found = self._unpacking.decompress(piece, len(array) - filled)
            except zlib.error as error:
                raise self._damaged() from error
            array[filled : filled + len(found)] = np.frombuffer(found, np.uint8)
            filled += len(found)
            self._place += len(piece) - len(self._unpacking.unconsumed_tail)
            if self._unpacking.eof or not (found or piece):
                break
        if filled < len(array) and not self._is_whole():
            raise self._damaged()
        return filled

    def _is_whole(self) -> bool:
        """Return whether the file ends where what is packed in it does, but for zeros, with which gzip may fill up."""
        rest = self._unpacking.unused_data + self._packed[self._place :]
        return self._unpacking.eof and not rest.strip(b"\0")

    def _damaged(self) -> DigitsError:
        return DigitsError("{file} is damaged or cut off: copy it again.", file=self._name)
