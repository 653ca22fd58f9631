"""One picture in a PNG, JPEG or BMP file as shades of grey, by Qt's reader of images."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODeviceBase, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.sources import damaged

_FORMATS = {b"\x89PNG\r\n\x1a\n": b"png", b"\xff\xd8\xff": b"jpeg", b"BM": b"bmp"}
BEGINNINGS = tuple(_FORMATS)
_LARGEST_SIDE, _MOST_PIXELS = 10_000, 2**24
_WHITE = 255


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """A picture as it was read.

    Attributes:
        grey: uint8, (height, width).
        was_colour: whether it was anything else.
        was_transparent: whether some of it was; that is white now.
    """

    grey: np.ndarray
    was_colour: bool
    was_transparent: bool


def picture_size(name: str, content: bytes) -> tuple[int, int]:
    """Return height and width of a picture, as it says itself.

    Raises:
        DigitsError: it is damaged or too large.
    """
    with _reader(name, content) as (_, size):
        return size.height(), size.width()


def read_picture(name: str, content: bytes, height: int, width: int) -> Picture:
    """Return a picture that fits into this size, its proportions kept: one side is as long as asked for.

    Args:
        name: of the file, for sentences.
        content: of the file.
        height, width: to fit into.

    Raises:
        DigitsError: it is damaged or too large.
    """
    with _reader(name, content) as (reader, _):
        image = reader.read()
    if image.isNull():
        raise damaged(name)
    was_colour = not image.isGrayscale()
    grey, was_transparent = _on_white(image) if image.hasAlphaChannel() else (image, False)
    grey = grey.convertToFormat(QImage.Format.Format_Grayscale8)
    scale = min(height / grey.height(), width / grey.width())
    size = QSize(max(1, round(grey.width() * scale)), max(1, round(grey.height() * scale)))
    if grey.size() != size:
        mode = Qt.TransformationMode.SmoothTransformation
        grey = grey.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, mode)
        grey = grey.convertToFormat(QImage.Format.Format_Grayscale8)
    return Picture(_pixels(grey, 1)[..., 0].copy(), was_colour, was_transparent)


@contextmanager
def _reader(name: str, content: bytes) -> Iterator[tuple[QImageReader, QSize]]:
    """Make a reader of one of the known formats for a picture that is not too large, as it says."""
    form = next((name for beginning, name in _FORMATS.items() if content.startswith(beginning)), None)
    if form is None:
        raise damaged(name)
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODeviceBase.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if size.isEmpty():
        raise damaged(name)
    if max(size.width(), size.height()) > _LARGEST_SIDE or size.width() * size.height() > _MOST_PIXELS:
        raise too_large(name)
    yield reader, size


def _on_white(image: QImage) -> tuple[QImage, bool]:
    """Return a picture with white in place of what is transparent, and whether there is any."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = _pixels(plain, 4)
    opaque = pixels[..., 3:].astype(np.uint16)
    if opaque.min() == _WHITE:
        return image, False
    mixed = (pixels[..., :3] * opaque + _WHITE * (_WHITE - opaque)) // _WHITE
    pixels[..., :3], pixels[..., 3] = mixed, _WHITE
    return plain, True


def _pixels(image: QImage, channels: int) -> np.ndarray:
    """Return a view of the pixels: uint8, (height, width, channels)."""
    lines = np.frombuffer(image.bits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width() * channels].reshape(image.height(), image.width(), channels)


def too_large(name: str) -> DigitsError:
    """Return that a picture is too large."""
    return DigitsError("{file} is too large a picture: make it smaller, such as 28 × 28 pixels.", file=name)
