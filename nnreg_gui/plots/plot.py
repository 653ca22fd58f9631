"""What all plots share: a title with a legend, themed axes, a way back from zooming, a text before the first run."""

from html import escape

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGraphicsGridLayout, QLabel, QWidget

from nnreg_gui.plots.axes import NumberAxis
from nnreg_gui.plots.legend import Legend
from nnreg_gui.plots.style import PlotStyle, fainter, run_colour
from nnreg_gui.widgets.layouts import STRETCH, column, row
from nnreg_gui.widgets.room import Roomy

# Antialiased polylines cost 10× more than the same lines one by one; both must be set before any curve is made.
pg.setConfigOptions(antialias=True, segmentedLineMode="on", imageAxisOrder="row-major")
_THIN = 0.5  # of a curve's width, for runs that do not stand out
_HIGH = 8  # lines of text: a plot that is lower has no room for a legend below its title


class Plot(Roomy, QWidget):
    """A titled plot.

    Signals:
        zoomed: the user has zoomed or moved the picture, which no longer follows the run by itself; carries the visible
            part of the horizontal axis, (left, right).
    """

    zoomed = Signal(object)
    pointer_rate = 60  # the most times per second that `point_at` hears where the mouse is
    widest_number = "100,0 %"  # on the vertical axis: stacked plots begin at the same place

    def __init__(self, left: NumberAxis, bottom: NumberAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.style_of_plot = PlotStyle.of(self)
        self.legend = Legend()
        self._title, self._titles = QLabel(), ("", "")
        self._head = row(self._title, STRETCH, self.legend)
        self._left, self._bottom = left, bottom
        self._canvas = _Canvas(left, bottom)
        self.view = self._canvas.view
        self._follows = True  # the run, until the user looks at a part
        self._empty = QLabel(self._canvas, alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._empty.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the mouse is for what lies below
        self._empty.hide()
        self._build()

    def _build(self) -> None:
        self.view.disableAutoRange()
        self.view.setDefaultPadding(0)
        self.view.sigRangeChangedManually.connect(self._release)
        self._canvas.resized.connect(self._center_empty_text)
        self._canvas.double_clicked.connect(self.show_whole)
        moved = self._canvas.scene().sigMouseMoved
        self._pointer = pg.SignalProxy(moved, rateLimit=self.pointer_rate, slot=self._read_pointer)
        self._canvas.scene().sigMouseClicked.connect(self._read_click)
        self._canvas.left.connect(self._lose_pointer)
        self.legend.needs_changed.connect(self._arrange)
        column(self._head, (self._canvas, 1), parent=self, spacing=2)
        self._restyle()

    def set_title(self, text: str, short: str = "") -> None:
        """Say which quantity this is, if need be in a shorter way that leaves room for the legend's names."""
        self._titles = text, short or text
        self._canvas.setAccessibleName(text)
        self._arrange()

    def set_accuracy_title(self) -> None:
        """Say that this is the share of validation images that are recognized."""
        translate = QCoreApplication.translate
        self.set_title(translate("Plot", "Validation accuracy"), translate("Plot", "Accuracy"))

    def set_bottom_label(self, text: str) -> None:
        """Name the horizontal axis; with an empty text, its numbers stand alone."""
        self._bottom.setLabel(escape(text))  # pyqtgraph takes it for HTML
        self._bottom.showLabel(bool(text))

    def follow_room(self) -> None:
        """Have shorter titles, or none, with less room."""
        self.retranslate()
        self.redraw()

    def minimumSizeHint(self) -> QSize:
        """Be content with what is still readable."""
        em = self.fontMetrics().height()
        return QSize(10 * em, 4 * em)

    def show_bottom_axis(self, shown: bool) -> None:
        """Leave the horizontal axis out where the plot below has the same one."""
        self._bottom.setStyle(showValues=shown)
        self._bottom.setHeight(None if shown else 6)

    def set_empty_text(self, text: str) -> None:
        """Say what will appear here while there is nothing; an empty text shows the plot."""
        appears = not text and not self._empty.isHidden()
        self._empty.setText(text)
        self._empty.setVisible(bool(text))
        self._canvas.plot.setVisible(not text)
        if appears:
            self._bottom.setHeight(self._bottom.fixedHeight)  # pyqtgraph takes it for 0 while the plot is hidden

    def set_range(self, x: tuple[float, float], y: tuple[float, float]) -> bool:
        """Show this part, unless the user looks at another; return whether it is new: the view has announced it."""
        is_new = self._follows and [list(x), list(y)] != self.view.viewRange()
        if is_new:
            self.view.setRange(xRange=x, yRange=y, padding=0)
        return is_new

    @Slot(object)
    def look_at(self, x: tuple[float, float]) -> None:
        """Look at this part of the horizontal axis, as the user does in another plot."""
        self._follows = False
        self.view.setXRange(*x, padding=0)

    def run_line(self, number: int, *, strong: bool) -> tuple[QColor, float]:
        """Return the colour and width of a run's line: fainter and thinner than usual unless the run stands out."""
        style, colour = self.style_of_plot, run_colour(number, self.palette())
        if strong:
            return colour, style.curve_width
        return fainter(colour, style.background), _THIN * style.curve_width

    @Slot()
    def show_whole(self) -> None:
        """Follow the run again."""
        self._follows = True
        self.redraw()

    def redraw(self) -> None:
        """Redraw what is shown, in the present style and range."""

    def point_at(self, place: QPointF | None) -> None:
        """Show what lies at the mouse, in the axes' coordinates; nothing when it has left the picture."""

    def click_at(self, place: QPointF) -> None:
        """Choose what lies where the left button was clicked, in the axes' coordinates."""

    def retranslate(self) -> None:
        """Say everything in the present language."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette, font and language."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._restyle()
            self.redraw()
        elif event.type() == QEvent.Type.LanguageChange:
            for axis in (self._left, self._bottom):
                axis.picture = None  # its numbers are cached
                axis.update()
            self.retranslate()
            self.redraw()
        super().changeEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Place the legend where there is room for it."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._arrange()

    @Slot()
    def _center_empty_text(self) -> None:
        self._empty.setGeometry(self._canvas.rect().adjusted(24, 0, -24, 0))

    @Slot()
    def _arrange(self) -> None:
        """Place the legend beside the title, or below it where it would lack names there, if there is the height."""
        long, short = self._titles
        named, is_low = bool(self.legend.names), self.height() < _HIGH * self.fontMetrics().height()
        room = self.width() - self._title.fontMetrics().horizontalAdvance(long)
        beside = self.legend.isHidden() or not named or is_low or self.legend.least_width() <= room
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        is_cut = beside and named and not self.legend.isHidden() and self.legend.whole_width() > room
        self._title.setText(short if is_cut else long)

    def _restyle(self) -> None:
        self.style_of_plot = style = PlotStyle.of(self)
        self._canvas.setBackground(style.background)
        bold = self.font()
        bold.setBold(True)
        self._title.setFont(bold)
        for axis in (self._left, self._bottom):
            axis.setPen(pg.mkPen(style.faint, width=1))
            axis.setTextPen(style.text)
            axis.setTickFont(style.axis_font)
            axis.label.setFont(style.axis_font)
            axis.setStyle(tickTextOffset=4, tickLength=4, maxTickLevel=0, hideOverlappingLabels=False)
        metrics = self.fontMetrics()
        # Room for the halves of numbers at the ends of the axes and, below, for the tails of commas, as pyqtgraph gives
        # numbers four fifths of their height.
        self._canvas.cells.setContentsMargins(0, metrics.height() / 2, metrics.height(), metrics.descent())
        self._left.setWidth(int(metrics.horizontalAdvance(self.widest_number) * 1.3) + 8)
        self._empty.setStyleSheet(f"color: {style.text.name()}; background: transparent;")
        self._arrange()

    @Slot(object)
    def _read_pointer(self, arguments: tuple[QPointF]) -> None:
        inside = self.view.sceneBoundingRect().contains(arguments[0])
        self.point_at(self.view.mapSceneToView(arguments[0]) if inside else None)

    @Slot(object)
    def _read_click(self, event: object) -> None:
        place: QPointF = event.scenePos()  # type: ignore[attr-defined]  # pyqtgraph's own event class
        button = event.button()  # type: ignore[attr-defined]
        if button == Qt.MouseButton.LeftButton and self.view.sceneBoundingRect().contains(place):
            self.click_at(self.view.mapSceneToView(place))

    @Slot()
    def _lose_pointer(self) -> None:
        self.point_at(None)

    @Slot()
    def _release(self) -> None:
        self._follows = False
        self.zoomed.emit(tuple(self.view.viewRange()[0]))


def plot_at(page: QWidget, place: QPoint) -> Plot | None:
    """Return the plot at a place in the page's coordinates; None if there is none."""
    widget = page.childAt(place)
    while widget is not None and not isinstance(widget, Plot):
        widget = widget.parentWidget() if widget is not page else None
    return widget


class _Canvas(pg.GraphicsView):
    """A view box between two axes; pyqtgraph's own PlotWidget, with its menus, takes five times as long to build."""

    resized = Signal()
    double_clicked = Signal()
    left = Signal()

    def __init__(self, left: NumberAxis, bottom: NumberAxis) -> None:
        super().__init__()
        self.view = pg.ViewBox(enableMenu=False)
        self.plot = pg.GraphicsWidget()
        self.cells = QGraphicsGridLayout()
        self.cells.setSpacing(0)
        for axis, down, across in ((left, 0, 0), (bottom, 1, 1)):
            axis.linkToView(self.view)
            self.cells.addItem(axis, down, across)
        self.cells.addItem(self.view, 0, 1)
        self.cells.setRowStretchFactor(0, 1)
        self.cells.setColumnStretchFactor(1, 1)
        self.plot.setLayout(self.cells)
        self.setCentralItem(self.plot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of another size, which a new legend may bring, too."""
        super().resizeEvent(event)
        self.resized.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Offer the way back from zooming."""
        super().mouseDoubleClickEvent(event)
        self.double_clicked.emit()

    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse points at nothing any more."""
        super().leaveEvent(event)
        self.left.emit()
