"""Small data sets as files of every kind, made of MNIST's digits."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtGui import QImage

from nnreg_gui.engine.digits import Digits, Split
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.opening import OpenedDataSet, open_data_set

TRAIN, TEST = 240, 60


def idx_bytes(array: np.ndarray, kind: int = 0x08) -> bytes:
    return bytes([0, 0, kind, array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()


def write_idx(folder: Path, images: np.ndarray, labels: np.ndarray, names: Sequence[str], *, packed: bool) -> None:
    folder.mkdir(exist_ok=True, parents=True)
    for name, array in zip(names, (images, labels), strict=True):
        content = idx_bytes(array.astype(np.uint8))
        (folder / name).write_bytes(gzip.compress(content, 1) if packed else content)


def write_csv(
    path: Path, images: np.ndarray, labels: np.ndarray, *, heading: bool = True, last: bool = False, scale: float = 1
) -> None:
    pixels = images.reshape(len(images), -1)
    values = pixels.tolist() if scale == 1 else [[f"{value / scale:.5g}" for value in row] for row in pixels.tolist()]
    names = [f"pixel{place}" for place in range(pixels.shape[1])]
    lines: list[list[Any]] = [[*names, "label"] if last else ["label", *names]] if heading else []
    lines += [[*row, label] if last else [label, *row] for row, label in zip(values, labels.tolist(), strict=True)]
    path.write_text("".join(f"{','.join(map(str, line))}\n" for line in lines), encoding="utf-8")


def write_pictures(folder: Path, images: np.ndarray, labels: np.ndarray, names: Sequence[str], form: str) -> None:
    for place, (image, label) in enumerate(zip(images, labels, strict=True)):
        inside = folder / names[label]
        inside.mkdir(exist_ok=True, parents=True)
        height, width = image.shape
        picture = QImage(image.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
        assert picture.save(str(inside / f"{place:04}.{form}"), quality=100)


def write_npz(path: Path, **arrays: Any) -> Path:
    np.savez(path, **arrays)
    return path


def write_zip(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return path


def npy_bytes(array: np.ndarray) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, array, allow_pickle=True)
    return buffer.getvalue()


def npy(descr: str, shape: str, body: bytes = b"", fortran: object = False) -> bytes:
    """Return an array that says this of itself, true or not."""
    header = f"{{'descr': {descr}, 'fortran_order': {fortran}, 'shape': {shape}}}\n".encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header + body


def opened(path: Path) -> OpenedDataSet:
    """Open a data set that nobody stops."""
    found = open_data_set(path)
    assert found is not None
    return found


def said(found: OpenedDataSet) -> str:
    return " ".join(map(str, found.remarks))


def refused(path: Path) -> str:
    """Return the one sentence with which a data set is refused."""
    try:
        open_data_set(path)
    except DigitsError as error:
        sentence = str(error)
    else:
        raise AssertionError(f"{path} was opened")
    assert 0 < len(sentence) < 300
    assert sentence.isprintable()
    return sentence


def whole(digits: Digits) -> tuple[np.ndarray, np.ndarray]:
    """Return images and labels that were to train or to validate with, in an order of their own."""
    return ordered(digits.training, digits.validation)


def all_of(digits: Digits) -> tuple[np.ndarray, np.ndarray]:
    """Return images and labels of all splits, in an order of their own."""
    return ordered(digits.training, digits.validation, digits.test)


def is_train(path: Path, train: Split) -> bool:
    """Return whether a data set holds these images and labels, and no others."""
    pairs = zip(all_of(opened(path).digits), ordered(train), strict=True)
    return all(np.array_equal(ours, theirs) for ours, theirs in pairs)


def ordered(*splits: Split) -> tuple[np.ndarray, np.ndarray]:
    images, labels = (np.concatenate([getattr(split, name) for split in splits]) for name in ("images", "labels"))
    order = np.lexsort([*images.reshape(len(images), -1).T, labels])
    return images[order], labels[order]


Writer = Callable[[Path, Split, Split], Path]


def idx_plain(folder: Path, train: Split, test: Split) -> Path:
    write_idx(folder, train.images, train.labels, ("a", "b"), packed=False)
    write_idx(folder, test.images, test.labels, ("c", "d"), packed=False)
    return folder


def idx_packed(folder: Path, train: Split, test: Split) -> Path:
    names = ("{}-images-idx3-ubyte.gz", "{}-labels-idx1-ubyte.gz")
    write_idx(folder, train.images, train.labels, [name.format("train") for name in names], packed=True)
    write_idx(folder, test.images, test.labels, [name.format("t10k") for name in names], packed=True)
    return folder / "t10k-labels-idx1-ubyte.gz"


def keras(folder: Path, train: Split, test: Split) -> Path:
    arrays = {"x_train": train.images, "y_train": train.labels, "x_test": test.images, "y_test": test.labels}
    return write_npz(folder / "mnist.npz", **arrays)


def floats(folder: Path, train: Split, test: Split) -> Path:
    arrays = {
        "x_train": train.images.reshape(len(train), -1) / 255,
        "y_train": train.labels.astype(float),
        "x_test": (test.images.reshape(len(test), -1) / 255).astype(np.float32),
        "y_test": test.labels.astype(np.int64)[:, None],
    }
    return write_npz(folder / "floats.npz", **arrays)


def tables(folder: Path, train: Split, test: Split) -> Path:
    write_csv(folder / "mnist_train.csv", train.images, train.labels)
    write_csv(folder / "mnist_test.csv", test.images, test.labels, heading=False, last=True, scale=255)
    return folder


def pictures(folder: Path, train: Split, test: Split) -> Path:
    write_pictures(folder / "train", train.images, train.labels, "0123456789", "png")
    write_pictures(folder / "test", test.images, test.labels, "0123456789", "bmp")
    return folder


def inverted(folder: Path, train: Split, test: Split) -> Path:
    return keras(folder, Split(255 - train.images, train.labels), Split(255 - test.images, test.labels))


def lying(folder: Path, train: Split, test: Split) -> Path:
    turned = [Split(split.images.transpose(0, 2, 1), split.labels) for split in (train, test)]
    return keras(folder, *turned)


KINDS: tuple[Writer, ...] = (idx_plain, idx_packed, keras, floats, tables, pictures, inverted, lying)
