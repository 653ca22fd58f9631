"""The Tab key reaches new widgets in their places."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.linear_slider import LinearSlider
from nnreg_gui.widgets.number_box import NumberBox
from nnreg_gui.widgets.number_slider import Slider
from nnreg_gui.widgets.tab_order import reach_in


def test_widgets_made_later_are_reached_where_their_place_is(qtbot: QtBot) -> None:
    window, place = QWidget(), QWidget()
    qtbot.addWidget(window)
    first, last = QLineEdit(), QLineEdit()
    column = QVBoxLayout(window)
    for widget in (first, place, last):
        column.addWidget(widget)
    sliders = [LinearSlider(0, 1, place, step=0.1) for _ in range(2)]
    reach_in(place, sliders)
    order, widget = [], first
    while widget is not last:
        order.append(widget)
        widget = widget.nextInFocusChain()

    wanted = [part for slider in sliders for part in (slider.findChild(Slider), slider.findChild(NumberBox))]
    assert [widget for widget in order if isinstance(widget, Slider | NumberBox)] == wanted
    assert place.focusProxy() is None
