"""A small network, drawn as on a blackboard, while an image passes forward or its error backward."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.pages.dropout.disc_grid import DiscGrid
from nnreg_gui.plots.class_names import cut_name, width_of_names
from nnreg_gui.plots.style import PlotStyle, signed_colours
from nnreg_gui.widgets.texts import number_text, whole_text

_MOST_LINES = 160  # between two layers: the strongest; more would be indistinguishable
_THINNEST = 0.12  # of the strongest: weaker connections are not drawn
_WEAKEST_INK = 0.25
_SAYS_SOMETHING = 0.05
_HIGHEST_ROW = 1.6  # of an output, in heights of its text: of few classes, each would have much more room


@dataclass(frozen=True, slots=True, eq=False)
class NetworkPicture:
    """What to draw.

    Attributes:
        image: the input, float, (height, width), 0 … 1.
        on: per hidden layer, (neurons,), bool: which neurons are on.
        fills: per hidden layer, (neurons,), 0 … 1: how full the discs are.
        outputs: (classes,), 0 … 1: how full the bars are.
        classes: their names.
        wanted: the label of what the image shows; None for the mean of several.
        lines: per layer of weights beyond the first, (neurons, inputs): signed; thickness is proportional.
        backward: whether errors go back, rather than activations forward.
        heading: what is going on.
        spoken: the same for screen readers, with the numbers.
    """

    image: np.ndarray
    on: tuple[np.ndarray, ...]
    fills: tuple[np.ndarray, ...]
    outputs: np.ndarray
    classes: tuple[str, ...]
    wanted: int | None
    lines: tuple[np.ndarray, ...]
    backward: bool
    heading: str
    spoken: str


class NetworkDrawing(QWidget):
    """Draws the image, a disc for each hidden neuron, a bar for each output, and the strongest connections.

    Positive connections are solid, negative ones dashed; a neuron that is off is pale and crossed out.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture: NetworkPicture | None = None
        self._empty_text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here, while it is empty."""
        self._empty_text = text
        self.update()

    def show_picture(self, picture: NetworkPicture | None) -> None:
        """Draw this."""
        self._picture = picture
        self.setAccessibleDescription("" if picture is None else picture.spoken)
        self.update()

    @property
    def picture(self) -> NetworkPicture | None:
        """What is drawn."""
        return self._picture

    def sizeHint(self) -> QSize:
        """Ask for plenty of room."""
        em = self.fontMetrics().height()
        return QSize(30 * em, 18 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with little: discs become smaller, and fewer."""
        em = self.fontMetrics().height()
        return QSize(12 * em, 4 * em)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the network."""
        painter, palette, picture = QPainter(self), self.palette(), self._picture
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if picture is None:
            area = self.rect().adjusted(16, 0, -16, 0)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = _Places.of(self, [len(on) for on in picture.on], len(picture.outputs))
        self._paint_heading(painter, places.heading, picture)
        self._paint_input_lines(painter, places, picture.on[0])
        for layer, lines in enumerate(picture.lines):
            ends = places.layers[layer + 1].centres if layer + 1 < len(places.layers) else places.output_points
            self._paint_lines(painter, places.layers[layer].centres, ends, lines)
        painter.drawImage(places.image, _ink_image(picture.image, palette))
        painter.setPen(QPen(PlotStyle.of(self).faint, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(places.image)
        for grid, on, fills in zip(places.layers, picture.on, picture.fills, strict=True):
            self._paint_discs(painter, grid, on, fills)
        self._paint_outputs(painter, places, picture)

    # --------------------------------------------------------------------------------------------------- what is drawn

    def _paint_heading(self, painter: QPainter, area: QRectF, picture: NetworkPicture) -> None:
        font = QFont(self.font())
        font.setBold(True)
        painter.setFont(font)
        arrow = "◀  {0}" if picture.backward else "{0}  ▶"
        text = QFontMetricsF(font).elidedText(arrow.format(picture.heading), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
        painter.setFont(self.font())

    def _paint_input_lines(self, painter: QPainter, places: "_Places", on: np.ndarray) -> None:
        """Draw these lines; each stands for all pixels."""
        painter.setPen(QPen(PlotStyle.of(self).faint, 1))
        edge, span = places.image.right(), places.image.height()
        centres = places.layers[0].centres
        for place, centre in enumerate(centres):
            if on[place]:
                start = QPointF(edge, places.image.top() + span * (place + 0.5) / len(centres))
                painter.drawLine(start, centre)

    def _paint_lines(
        self, painter: QPainter, starts: Sequence[QPointF], ends: Sequence[QPointF], lines: np.ndarray
    ) -> None:
        """Draw the strongest connections, the weakest of them first."""
        lines = lines[: len(ends), : len(starts)]
        strength = np.abs(lines).ravel()
        most = float(strength.max(initial=0.0))
        if most <= 0:
            return
        order = strength.argsort()[::-1][:_MOST_LINES]
        widest = 0.16 * self.fontMetrics().height()
        for place in order[strength[order] >= _THINNEST * most][::-1]:
            neuron, source = divmod(int(place), lines.shape[1])
            share = float(strength[place]) / most
            pen = QPen(_signed_colour(lines[neuron, source], share, self.palette()), max(0.8, widest * share))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if lines[neuron, source] < 0:
                pen.setDashPattern([max(2.0, 4 / pen.widthF()), max(1.5, 3 / pen.widthF())])
            painter.setPen(pen)
            painter.drawLine(QLineF(starts[source], ends[neuron]))

    def _paint_discs(self, painter: QPainter, grid: DiscGrid, on: np.ndarray, fills: np.ndarray) -> None:
        palette, radius = self.palette(), grid.radius
        ink, ground = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.Base)
        if not grid.box.isNull():
            painter.setPen(ink)
            text = self.tr("hidden layer: {0} neurons").format(whole_text(len(on)))
            text = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(grid.heading.width()))
            painter.drawText(grid.heading, Qt.AlignmentFlag.AlignCenter, text)
            painter.setPen(QPen(PlotStyle.of(self).faint, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(grid.box, 4, 4)
        for centre, is_on, fill in zip(grid.centres, on, fills, strict=False):
            painter.setPen(QPen(ink if is_on else _mixed(ink, ground, 0.3), max(1.0, radius / 7)))
            painter.setBrush(_mixed(ink, ground, 0.9 * float(fill)) if is_on else ground)
            painter.drawEllipse(centre, radius, radius)
            if not is_on:
                reach = 0.7 * radius
                for slope in (-1, 1):
                    painter.drawLine(centre - QPointF(reach, slope * reach), centre + QPointF(reach, slope * reach))
        if grid.left_out:
            painter.setPen(ink)
            painter.drawText(grid.rest, Qt.AlignmentFlag.AlignCenter, f"+ {grid.left_out}")

    def _paint_outputs(self, painter: QPainter, places: "_Places", picture: NetworkPicture) -> None:
        """Draw a bar beside each digit; the image's own digit is framed, the strongest output is bold."""
        palette, style = self.palette(), PlotStyle.of(self)
        ink = palette.color(QPalette.ColorRole.Text)
        strongest = int(picture.outputs.argmax())
        font = QFont(style.axis_font)
        row_height = min(places.outputs[0].height(), _HIGHEST_ROW * QFontMetricsF(font).height())
        font.setPointSizeF(font.pointSizeF() * min(1.0, row_height / QFontMetricsF(font).height()))
        font.setBold(True)  # as wide as the widest text
        digit_width = QFontMetricsF(font).horizontalAdvance("0")
        digit_width = 0.4 * digit_width + min(width_of_names(font, picture.classes), 0.45 * places.outputs[0].width())
        value_width = QFontMetricsF(font).horizontalAdvance("0,00")
        for digit, (place, output) in enumerate(zip(places.outputs, picture.outputs, strict=True)):
            row = QRectF(place.left(), place.center().y() - row_height / 2, place.width(), row_height)
            font.setBold(digit == strongest and not picture.backward)
            painter.setFont(font)
            painter.setPen(ink)
            name = QRectF(row.left(), row.top(), digit_width, row.height())
            painter.drawText(name, Qt.AlignmentFlag.AlignCenter, cut_name(font, picture.classes[digit], name.width()))
            if digit == picture.wanted:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight), max(1.5, row_height / 14)))
                painter.drawRoundedRect(name.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            room = max(0.0, row.width() - digit_width - value_width - 8)
            bar = QRectF(name.right() + 3, row.top() + 0.22 * row_height, room * float(output), 0.56 * row_height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_mixed(ink, palette.color(QPalette.ColorRole.Base), 0.7))
            painter.drawRect(bar)
            if output >= _SAYS_SOMETHING and not picture.backward:
                painter.setPen(ink)
                value = QRectF(bar.right() + 3, row.top(), value_width + 2, row.height())
                painter.drawText(value, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
                                 number_text(float(output), 2))  # fmt: skip
        painter.setFont(self.font())


@dataclass(frozen=True, slots=True)
class _Places:
    """Where everything is, in pixels of the widget."""

    heading: QRectF
    image: QRectF
    layers: tuple[DiscGrid, ...]
    outputs: tuple[QRectF, ...]
    output_points: tuple[QPointF, ...]

    @classmethod
    def of(cls, widget: QWidget, sizes: Sequence[int], outputs: int) -> "_Places":
        em = float(widget.fontMetrics().height())
        heading = QRectF(0.5 * em, 0.2 * em, widget.width() - em, 1.2 * em)
        area = QRectF(0.5 * em, 1.6 * em, widget.width() - em, widget.height() - 2 * em)
        side = max(8.0, min(0.2 * area.width(), area.height()))
        image = QRectF(area.left(), area.center().y() - side / 2, side, side)
        bars = min(8 * em, 0.24 * area.width())
        rows = tuple(
            QRectF(area.right() - bars, area.top() + area.height() * row / outputs, bars, area.height() / outputs)
            for row in range(outputs)
        )
        left, right = image.right() + 0.06 * area.width(), area.right() - bars - 0.16 * area.width()
        width = (right - left) / len(sizes)
        grids = tuple(
            DiscGrid.fitting(size, QRectF(left + place * width, area.top(), width * (1 - 0.3 * (len(sizes) > 1)),
                                          area.height()), em)
            for place, size in enumerate(sizes)
        )  # fmt: skip
        return cls(heading, image, grids, rows, tuple(QPointF(row.left() - 3, row.center().y()) for row in rows))


def _ink_image(image: np.ndarray, palette: QPalette) -> QImage:
    """Return a digit with ink in the text colour."""
    ends = np.array([[c.red(), c.green(), c.blue()] for c in (
        palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text))], float)  # fmt: skip
    pixels = np.ascontiguousarray(ends[0] + image[..., None] * (ends[1] - ends[0]), np.float64).round().astype(np.uint8)
    height, width = image.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _signed_colour(value: float, share: float, palette: QPalette) -> QColor:
    """Return crimson for positive, indigo for negative connections, weak ones closer to the background."""
    colour = QColor(*(int(one) for one in signed_colours(palette)[-1 if value > 0 else 0]))
    return _mixed(colour, palette.color(QPalette.ColorRole.Base), _WEAKEST_INK + (1 - _WEAKEST_INK) * share)


def _mixed(ink: QColor, ground: QColor, share: float) -> QColor:
    """Mix this much of the ink into the ground."""
    parts = zip((ink.red(), ink.green(), ink.blue()), (ground.red(), ground.green(), ground.blue()), strict=True)
    red, green, blue = (round(share * own + (1 - share) * other) for own, other in parts)
    return QColor(red, green, blue)
