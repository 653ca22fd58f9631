"""TEMP"""

from PySide6.QtWidgets import QWidget
from nnreg_gui.widgets.log_slider import LogSlider


class LinearSlider(LogSlider):
    def __init__(self, low, high, *, step):
        super().__init__(0.05, 1, maximum=high)
