"""A data set before it is taken: some images of each class, how many there are, and what was changed."""

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QScrollArea, QWidget

from nnreg_gui.engine.digits import Digits
from nnreg_gui.files.data_sets.opening import OpenedDataSet
from nnreg_gui.plots.class_names import cut_name
from nnreg_gui.plots.image_sheet import ImageSheet
from nnreg_gui.problem_text import problem_text
from nnreg_gui.widgets.layouts import column
from nnreg_gui.widgets.paragraph import Paragraph
from nnreg_gui.widgets.texts import whole_text

_IMAGES = 9  # of each class
_IMAGE_HEIGHT = 2.2  # in lines of text
_NAME_WIDTH = 12  # in widths of an “x”
_SHARE_OF_WINDOW, _IMAGES_SHARE = 0.9, 0.38  # of its width: the dialog and, in it, the images, at most
_NUMBERS = (2, 3, 4)  # columns
_LEFT, _RIGHT = (
    side | Qt.AlignmentFlag.AlignVCenter for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
)


class DataSetPreview(QDialog):
    """Lets the user accept a data set, or leave all as it was."""

    def __init__(self, found: OpenedDataSet, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Data set: {0}").format(found.data_set.name))
        self.summary, self.remarks = Paragraph(), Paragraph()
        self.summary.setText(self._summary(found))
        self.remarks.setText(" ".join(problem_text(remark) for remark in found.remarks))
        self.remarks.setVisible(bool(found.remarks))
        self.sheets = [ImageSheet() for _ in found.data_set.classes]
        self.buttons = QDialogButtonBox()
        self._add_buttons()
        table, content = QScrollArea(widgetResizable=True), self._table(found, window.width())
        table.setWidget(content)
        table.setFrameShape(QScrollArea.Shape.NoFrame)
        table.setMinimumHeight(round(3 * _IMAGE_HEIGHT * self.fontMetrics().height()))
        table.setAccessibleName(self.windowTitle())
        column(self.summary, (table, 1), self.remarks, self.buttons, parent=self, margins=(12, 12, 12, 12), spacing=8)
        width = content.sizeHint().width() + 60
        texts = self.summary.heightForWidth(width) + self.remarks.heightForWidth(width)
        height = texts + content.sizeHint().height() + 6 * self.fontMetrics().height()
        self.resize(QSize(width, height).boundedTo(window.size() * _SHARE_OF_WINDOW))

    def _add_buttons(self) -> None:
        use = self.buttons.addButton(self.tr("Use it"), QDialogButtonBox.ButtonRole.AcceptRole)
        leave = self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        use.setToolTip(self.tr("Train on these images from now on (Return)"))
        leave.setToolTip(self.tr("Leave all as it was (Esc)"))
        use.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _summary(self, found: OpenedDataSet) -> str:
        one, digits = found.data_set, found.digits
        text = self.tr("{0} × {1} pixels, {2} classes: {3} images to train, {4} to validate, {5} to test.").format(
            one.width,
            one.height,
            len(one.classes),
            whole_text(len(digits.training)),
            whole_text(len(digits.validation)),
            whole_text(len(digits.test)),
        )
        known = self.tr("These are the digits that come with the program.")
        return f"{text} {known}" if one.is_mnist else text

    def _table(self, found: OpenedDataSet, room: int) -> QWidget:
        """Return a row per class; `room` is the width of the window, in pixels."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        titles = (self.tr("Class"), self.tr("Images"), self.tr("Training"), self.tr("Validation"), self.tr("Test"))
        for place, title in enumerate(titles):
            grid.addWidget(QLabel(title), 0, place, _RIGHT if place in _NUMBERS else _LEFT)
        metrics = QFontMetrics(self.font())
        height = _IMAGE_HEIGHT * metrics.height()
        size = QSize(round(min(_IMAGES * height, _IMAGES_SHARE * room)), round(height))
        for label, (name, sheet) in enumerate(zip(found.data_set.classes, self.sheets, strict=True)):
            sheet.show_images(_some(found.digits, label), columns=_IMAGES)
            sheet.setFixedSize(size)
            sheet.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            counts = (whole_text(found.counts[role][label]) for role in ("training", "validation", "test"))
            shown = cut_name(self.font(), name, _NAME_WIDTH * metrics.horizontalAdvance("x"))
            cells = [QLabel(text) for text in (shown, *counts)]
            cells[0].setToolTip(name)
            for place, cell in zip((0, *_NUMBERS), cells, strict=True):
                cell.setTextFormat(Qt.TextFormat.PlainText)
                grid.addWidget(cell, label + 1, place, _RIGHT if place in _NUMBERS else _LEFT)
            grid.addWidget(sheet, label + 1, 1)
        grid.setRowStretch(len(self.sheets) + 1, 1)
        return table


def _some(digits: Digits, label: int) -> np.ndarray:
    """Return the first training images of a class, float32, (at most `_IMAGES`, height, width)."""
    rows = np.flatnonzero(digits.training.labels == label)[:_IMAGES]
    images: np.ndarray = digits.training.images[rows].astype(np.float32) / 255
    return images
