"""A text as a QR code, which cameras read from the last row."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

MOST_BYTES = 2953  # that a QR code can hold
QUIET = 4  # modules around the code that must be white
_WHITE, _BLACK = b"\xff", b"\x00"


class QrCode(QWidget):
    """Draws the code as large as fits, black on white in every theme: many cameras read no other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def set_text(self, text: str) -> None:
        """Show the code of a text of at most `MOST_BYTES` bytes."""
        if text != self._text:
            self._text, self._image = text, _image(text)
            self.setAccessibleName(text)
            self.update()

    def place(self) -> QRectF:
        """Return where the code lies with the white around it, in the middle.

        All modules are equally large, in whole pixels of the screen.
        """
        ratio, modules = self.devicePixelRatioF(), max(1, self._image.width())
        pixels = modules * max(1, int(min(self.width(), self.height()) * ratio) // modules)
        left, top = ((int(room * ratio) - pixels) // 2 for room in (self.width(), self.height()))
        return QRectF(left / ratio, top / ratio, pixels / ratio, pixels / ratio)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the code."""
        if not self._image.isNull():
            QPainter(self).drawImage(self.place(), self._image)  # not smoothed: modules keep their edges


def _image(text: str) -> QImage:
    """Return a text's code with the white around it, one pixel for each module."""
    import segno  # rarely needed: not at every start

    # The larger the modules, the farther they can be read. So they decide, and as much error correction as fits in
    # comes for free.
    matrix = segno.make_qr(text, error="l", boost_error=True).matrix
    size = len(matrix) + 2 * QUIET
    side, edge = _WHITE * QUIET, _WHITE * size * QUIET
    rows = (side + b"".join(_BLACK if dark else _WHITE for dark in row) + side for row in matrix)
    # A copy, since the image does not keep the bytes alive.
    return QImage(edge + b"".join(rows) + edge, size, size, size, QImage.Format.Format_Grayscale8).copy()
