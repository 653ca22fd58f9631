"""A sheet of grey images."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.plots.image_grid import ImageGrid
from nnreg_gui.plots.style import PlotStyle

_SMALLEST_CAPTION = 0.75  # of the body's type


class ImageSheet(QWidget):
    """Draws all images from one picture, ink in the colour of text, as large as the room allows.

    Arrow keys lead from image to image, Return chooses one.

    Signals:
        image_clicked: an image was chosen; carries its number, from 0.
        image_hovered: the mouse or the keyboard has come to an image (its number), or the mouse has left (None).
    """

    image_clicked = Signal(int)
    image_hovered = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._images = np.zeros((0, 1, 1), np.float32)
        self._captions: Sequence[str] = ()
        self._columns: int | None = None
        self._empty_text = ""
        self._picture = QImage()
        self._grid = ImageGrid()
        self._marked: int | None = None
        self._hovered: int | None = None
        self._reached = 0  # with the keyboard
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_images(self, images: np.ndarray, captions: Sequence[str] = (), columns: int | None = None) -> None:
        """Show these images.

        Args:
            images: float32, (k, height, width), 0 = background … 1 = ink; k may be 0.
            captions: what stands under each image; none, or k of them.
            columns: how many stand side by side; None: the number that makes the images largest.
        """
        self._images, self._captions, self._columns = images, captions, columns
        self._reached = min(self._reached, max(len(images) - 1, 0))
        self._ink()
        self._arrange()

    def show_none(self) -> None:
        """Show no image any more."""
        self.show_images(np.zeros((0, 1, 1), np.float32))

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here while there are no images."""
        self._empty_text = text
        self.update()

    def mark(self, image: int | None) -> None:
        """Frame this image, as the one that something else refers to."""
        if image != self._marked:
            self._marked = image
            self.update()

    @property
    def captions(self) -> Sequence[str]:
        """What stands under the images."""
        return self._captions

    @property
    def images(self) -> np.ndarray:
        """What is shown: float32, (k, height, width)."""
        return self._images

    def image_area(self, image: int) -> QRectF:
        """Return where an image is, without its caption."""
        return self._grid.image_area(image)

    def sizeHint(self) -> QSize:
        """Ask for a few lines of text."""
        em = self.fontMetrics().height()
        return QSize(16 * em, 6 * em)

    def minimumSizeHint(self) -> QSize:
        """Ask for little: images can shrink."""
        em = self.fontMetrics().height()
        return QSize(5 * em, 3 * em)

    # -------------------------------------------------------------------------------------------------------- user

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which image the mouse points at."""
        self._hover(self._image_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Say that it points at none."""
        super().leaveEvent(event)
        self._hover(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose an image."""
        image = self._image_at(event.position())
        if image is not None and event.button() is Qt.MouseButton.LeftButton:
            self._reached = image
            self.image_clicked.emit(image)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to an image, or choose it."""
        key, columns = event.key(), self._grid.columns
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        if key in steps and len(self._images):
            reached = self._reached + steps[Qt.Key(key)]
            if 0 <= reached < len(self._images):
                self._reached = reached
                self._hover(reached)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and len(self._images):
            self.image_clicked.emit(self._reached)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._ink()
        elif event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the images as large as the room allows."""
        super().resizeEvent(event)
        self._arrange()

    def _hover(self, image: int | None) -> None:
        if image != self._hovered:
            self._hovered = image
            self.image_hovered.emit(image)
            self.update()

    def _image_at(self, place: QPointF) -> int | None:
        image = self._grid.cell_at(place)
        return image if image is not None and image < len(self._images) else None

    # ----------------------------------------------------------------------------------------------------- drawing

    def _ink(self) -> None:
        """Stack the images in the one picture, in the palette's colours."""
        palette, role = self.palette(), QPalette.ColorRole
        ground, ink = (palette.color(one) for one in (role.Base, role.Text))
        steps = np.linspace(0, 1, 256)
        channels = [
            np.rint(low + (high - low) * steps).astype(np.uint32)
            for low, high in zip(ground.getRgb()[:3], ink.getRgb()[:3], strict=True)  # type: ignore[index]
        ]
        colours = 0xFF000000 | channels[0] << 16 | channels[1] << 8 | channels[2]
        count, height, width = self._images.shape
        inked = colours.astype(np.uint32)[np.rint(255 * self._images).astype(np.uint8)]
        picture = QImage(inked.data, width, count * height, 4 * width, QImage.Format.Format_RGB32)
        self._picture = picture.copy()  # owned by Qt: numpy's memory goes
        self.update()

    def _arrange(self) -> None:
        """Find places for the images."""
        metrics, room = QFontMetricsF(PlotStyle.of(self).axis_font), QSizeF(0, 0)
        if self._captions:
            room = QSizeF(max(map(metrics.horizontalAdvance, self._captions)) + metrics.height(), metrics.height())
        margin = self.fontMetrics().height() / 4
        area = self.rect().toRectF().adjusted(margin, margin, -margin, -margin)
        self._grid = ImageGrid.fitting(self._images.shape, area, room, self._columns, self.devicePixelRatioF())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the images, their captions and the frames."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(palette.color(QPalette.ColorRole.WindowText))
        if not len(self._images):
            area = self.rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        grid, (count, height, width) = self._grid, self._images.shape
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not grid.is_whole)
        for image in range(count):
            painter.drawImage(grid.image_area(image), self._picture, QRectF(0, image * height, width, height))
        self._paint_captions(painter)
        self._paint_frames(painter)

    def _paint_captions(self, painter: QPainter) -> None:
        if not self._captions:
            return
        painter.setFont(self._caption_font())
        metrics = QFontMetricsF(painter.font())
        for image, caption in enumerate(self._captions):
            area = self._grid.caption_area(image)
            text = metrics.elidedText(caption, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), text)

    def _caption_font(self) -> QFont:
        """Return the largest font in which the widest caption fits its cell."""
        font = QFont(PlotStyle.of(self).axis_font)
        widest = max(QFontMetricsF(font).horizontalAdvance(caption) for caption in self._captions) + 2
        smaller = font.pointSizeF() * min(1.0, self._grid.across / widest)
        font.setPointSizeF(max(smaller, _SMALLEST_CAPTION * self.font().pointSizeF()))
        return font

    def _paint_frames(self, painter: QPainter) -> None:
        role, thin = QPalette.ColorRole, max(1.0, self.fontMetrics().height() / 12)
        text, accent = self.palette().color(role.Text), self.palette().color(role.Highlight)
        frames = [(self._hovered, QPen(text, thin)), (self._marked, QPen(accent, 2 * thin))]
        if self.hasFocus():
            frames.append((self._reached, QPen(text, thin, Qt.PenStyle.DotLine)))
        for image, pen in frames:
            if image is not None and image < len(self._images):
                pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
                painter.setPen(pen)
                outside = pen.widthF() / 2
                painter.drawRect(self._grid.image_area(image).adjusted(-outside, -outside, outside, outside))
