"""Icons of one colour, made from SVG drawings that leave the colour open."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

PLACEHOLDER = b"#123456"
_SIZES = (16, 20, 24, 32, 48, 64, 96)  # the larger ones are for text zoom up to 250 %
_PIXEL_RATIOS = (1, 2)


def recoloured(svg: bytes, colour: QColor) -> bytes:
    """Return the drawing with the placeholder colour #123456 replaced."""
    return svg.replace(PLACEHOLDER, colour.name().encode())


def tinted_icon(svg: bytes, colour: QColor, disabled: QColor, sizes: Sequence[int] = _SIZES) -> QIcon:
    """Return the drawing as an icon in one colour, and in another while disabled.

    Callers that know the sizes it appears in should name them: each costs a rendering in both colours for both pixel
    ratios.
    """
    icon = QIcon()
    for tint, mode in ((colour, QIcon.Mode.Normal), (disabled, QIcon.Mode.Disabled)):
        drawing = recoloured(svg, tint)
        for ratio in _PIXEL_RATIOS:
            for size in sizes:
                icon.addPixmap(_rendered(drawing, size, ratio), mode)
    return icon


def _rendered(drawing: bytes, size: int, ratio: int) -> QPixmap:
    key, pixmap = f"{size} {ratio} {drawing.decode()}", QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = QPixmap(size * ratio, size * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap
