"""A widget that draws only while visible."""

from pytestqt.qtbot import QtBot

from nnreg_gui.widgets.seen_widget import SeenWidget


class _Counting(SeenWidget):
    drawn = 0

    def _draw(self) -> None:
        self.drawn += 1

    def take(self) -> None:
        """Take something new to draw."""
        self._refresh()


def test_what_comes_while_it_is_hidden_is_drawn_once_it_is_seen(qtbot: QtBot) -> None:
    widget = _Counting()
    qtbot.addWidget(widget)

    widget.take()
    assert widget.drawn == 0
    with qtbot.waitExposed(widget):
        widget.show()
    assert widget.drawn == 1
    widget.take()
    assert widget.drawn == 2
    widget.hide()
    widget.take()
    assert widget.drawn == 2
