"""The outputs of many thinned networks for one image, beside their average and the full network's."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.questions.thinning import ThinnedOutputs
from nnreg_gui.plots.class_names import cut_name, font_of_names
from nnreg_gui.plots.style import PlotStyle, legend_font
from nnreg_gui.widgets.texts import number_text

_SAYS_SOMETHING = 0.05
_WEIGHT = 0.6180339887  # the golden ratio: spreads any number of dots evenly


class ThinnedBars(QWidget):
    """For each digit a cloud of dots, one per thinned network; a bar for their average; a diamond for the full network.

    The image's own digit is framed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: ThinnedOutputs | None = None
        self._wanted, self._classes = 0, MNIST.classes
        self._empty_text = ""
        self._names = ("", "", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here, while it is empty."""
        self._empty_text = text
        self.update()

    def set_names(self, thinned: str, average: str, full: str) -> None:
        """Say what dots, bars and diamonds are."""
        self._names = thinned, average, full
        self.update()

    def show_outputs(self, asked: ThinnedOutputs | None, wanted: int, classes: tuple[str, ...] = MNIST.classes) -> None:
        """Draw these outputs for an image of this label; `classes` are the names of all."""
        self._asked, self._wanted, self._classes = asked, wanted, classes
        spoken = ""
        if asked is not None:
            pairs = zip(asked.mean, asked.full, strict=True)
            spoken = ", ".join(
                f"{name}: {number_text(float(mean), 2)} / {number_text(float(full), 2)}"
                for name, (mean, full) in zip(classes, pairs, strict=True)
            )
        self.setAccessibleDescription(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for wide columns, some lines high."""
        em = self.fontMetrics().height()
        return QSize(30 * em, 14 * em)

    def minimumSizeHint(self) -> QSize:
        """Make do with narrow and low columns."""
        em = self.fontMetrics().height()
        return QSize(12 * em, 5 * em)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the legend and a column for each class."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        if self._asked is None:
            room = self.rect().adjusted(16, 0, -16, 0)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._empty_text)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        em, style = float(self.fontMetrics().height()), PlotStyle.of(self)
        font = legend_font(self.font(), self._legend_width, self.width() - em)
        legend = 1.3 * QFontMetricsF(font).height()
        painter.setFont(font)
        self._paint_legend(painter, QRectF(0.5 * em, 0.3 * em, self.width() - em, legend))
        scale = QFontMetricsF(style.axis_font).horizontalAdvance("0,0") + 0.6 * em
        names = QFontMetricsF(style.axis_font).height() + 6
        top = 0.9 * em + legend
        area = QRectF(scale, top, self.width() - scale - 0.5 * em, self.height() - top - 0.2 * em - names)
        self._paint_scale(painter, area, style)
        across = area.width() / len(self._asked.full)
        for digit in range(len(self._asked.full)):
            column = QRectF(area.left() + digit * across, area.top(), across, area.height())
            self._paint_column(painter, column, digit, names, style)

    # -------------------------------------------------------------------------------------------------- what is drawn

    def _legend_width(self, font: QFont) -> float:
        metrics = QFontMetricsF(font)
        return sum(2.6 * metrics.height() + metrics.horizontalAdvance(name) for name in self._names)

    def _paint_legend(self, painter: QPainter, row: QRectF) -> None:
        """Name the symbols as far as there is room, the most specific one last."""
        metrics, em = painter.fontMetrics(), painter.fontMetrics().height()
        x, middle = row.left(), row.center().y()
        for place, name in enumerate(self._names):
            width = 1.6 * em + metrics.horizontalAdvance(name)
            if x + width > row.right():
                return
            sample = QPointF(x + 0.5 * em, middle)
            if place == 0:
                self._dot(painter, sample, 0.18 * em)
            elif place == 1:
                self._bar(painter, QRectF(x, middle - 0.3 * em, em, 0.6 * em))
            else:
                self._diamond(painter, sample, 0.4 * em)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            painter.drawText(QRectF(x + 1.3 * em, row.top(), width, row.height()),
                             int(Qt.AlignmentFlag.AlignVCenter), name)  # fmt: skip
            x += width + em

    def _paint_scale(self, painter: QPainter, area: QRectF, style: PlotStyle) -> None:
        painter.setFont(style.axis_font)
        height = QFontMetricsF(style.axis_font).height()
        ticks = (0.0, 0.5, 1.0) if area.height() > 4 * height else (0.0, 1.0)
        for tick in ticks:
            y = area.bottom() - tick * area.height()
            painter.setPen(QPen(style.faint, 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(style.text)
            label = QRectF(0, y - height / 2, area.left() - 6, height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(label, int(right), number_text(tick, 1) if 0 < tick < 1 else number_text(tick, 0))
        painter.setFont(self.font())

    def _paint_column(self, painter: QPainter, area: QRectF, digit: int, names: float, style: PlotStyle) -> None:
        assert self._asked is not None
        outputs = self._asked.outputs[:, digit]
        mean, full = float(outputs.mean()), float(self._asked.full[digit])
        inset = 0.12 * area.width()
        ground = area.bottom()
        self._bar(painter, QRectF(QPointF(area.left() + inset, ground - mean * area.height()),
                                  QPointF(area.right() - inset, ground)))  # fmt: skip
        em = self.fontMetrics().height()
        radius = max(1.5, min(0.16 * em, 0.06 * area.width()))
        span = area.width() - 2 * inset - 2 * radius
        for place, output in enumerate(outputs):
            x = area.left() + inset + radius + span * (place * _WEIGHT % 1.0)
            self._dot(painter, QPointF(x, ground - float(output) * area.height()), radius)
        self._diamond(painter, QPointF(area.center().x(), ground - full * area.height()), min(0.45 * em, 0.2 * span))
        self._name(painter, QRectF(area.left(), ground + 4, area.width(), names - 4), digit, style)

    def _name(self, painter: QPainter, area: QRectF, digit: int, style: PlotStyle) -> None:
        assert self._asked is not None
        font = font_of_names(style.axis_font, self._classes, area.width() - 6)
        font.setBold(digit == int(self._asked.mean.argmax()))
        name = cut_name(font, self._classes[digit], area.width() - 4)
        painter.setFont(font)
        painter.setPen(style.text)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, name)
        if digit == self._wanted:
            metrics = QFontMetricsF(font)
            side = min(area.width() - 4, metrics.horizontalAdvance(name) + 0.6 * metrics.horizontalAdvance("0"))
            frame = QRectF(area.center().x() - side / 2, area.top(), side, area.height() - 1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), max(1.5, side / 10)))
            painter.drawRoundedRect(frame, 3, 3)
        painter.setFont(self.font())

    def _bar(self, painter: QPainter, area: QRectF) -> None:
        colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
        painter.setPen(QPen(colour, 1.5))
        colour.setAlphaF(0.35)
        painter.setBrush(colour)
        painter.drawRect(area)

    def _dot(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        ink = QColor(self.palette().color(QPalette.ColorRole.Text))
        ink.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(centre, radius, radius)

    def _diamond(self, painter: QPainter, centre: QPointF, reach: float) -> None:
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), 2))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
        painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
