"""The Fusion style, except that no text counts as HTML unless its label says so."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QTabBar,
    QTreeView,
    QWidget,
)

_Metric = QStyle.PixelMetric
_MARKS = (
    _Metric.PM_IndicatorWidth,
    _Metric.PM_IndicatorHeight,
    _Metric.PM_ExclusiveIndicatorWidth,
    _Metric.PM_ExclusiveIndicatorHeight,
)
_SMALLEST_MARK = 13  # pixels, as Fusion has it
_BESIDE_TAB_TEXTS = 12  # pixels, both sides together: with Fusion's 24, eight pages do not fit beside their groups


class PlainStyle(QProxyStyle):
    """Makes all labels plain, including those of tool tips and message boxes, which only the style can reach.

    By default, Qt guesses whether a text is HTML. A name from a file may look like it, and Qt would read the pictures
    it asks for from the disk.
    """

    def __init__(self) -> None:
        super().__init__("Fusion")
        # Separate: an opening window asks its style for thousands of sizes, and Python is slow to answer.
        self._sized = _SizedStyle()

    def polish(self, what: QWidget | QApplication | QPalette) -> None:  # type: ignore[override]
        """Prepare a widget before it is laid out."""
        if isinstance(what, QLabel) and what.textFormat() is Qt.TextFormat.AutoText:
            what.setTextFormat(Qt.TextFormat.PlainText)
        elif isinstance(what, QCheckBox | QTreeView | QTabBar):
            what.setStyle(self._sized)
        super().polish(what)


class _SizedStyle(QProxyStyle):
    """The style of widgets with check marks, and of tabs."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Let check marks grow with the text, and tabs be narrow."""
        if metric is _Metric.PM_TabBarTabHSpace:
            return _BESIDE_TAB_TEXTS
        if metric in _MARKS and widget is not None:
            return max(_SMALLEST_MARK, 3 * widget.fontMetrics().height() // 4)
        return super().pixelMetric(metric, option, widget)
