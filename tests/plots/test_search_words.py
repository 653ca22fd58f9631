"""Words in the picture of a search."""

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from nnreg_gui.plots.search_curves import SearchCurves
from nnreg_gui.plots.search_words import SearchWords, spread_out


@pytest.fixture
def plot(qtbot: QtBot) -> SearchCurves:
    plot = SearchCurves()
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    with qtbot.waitExposed(plot):
        plot.show()
    return plot


def _labels(plot: SearchCurves) -> dict[str, pg.TextItem]:
    items = [item for item in plot.view.childGroup.childItems() if isinstance(item, pg.TextItem)]
    return {item.toPlainText(): item for item in items}


def test_words_are_replaced_only_by_others(plot: SearchCurves) -> None:
    words, blue = SearchWords(plot.view), QColor("blue")
    words.draw((0.0, 0.9, "best"), [("L2", blue, 0.5, 0.9)], plot.style_of_plot)
    before = _labels(plot)
    assert set(before) == {"best", "L2"}
    words.draw((0.0, 0.9, "best"), [("L2", blue, 0.5, 0.9)], plot.style_of_plot)
    assert _labels(plot)["L2"] is before["L2"]

    words.draw(None, [("L1", blue, 0.5, 0.9)], plot.style_of_plot)
    assert set(_labels(plot)) == {"L1"}


@pytest.mark.parametrize("place", [-2.0, 0.0, 1.0])
def test_what_is_best_stays_within_the_picture(plot: SearchCurves, place: float) -> None:
    SearchWords(plot.view).draw((place, 0.9, "best: L2 with many words"), [], plot.style_of_plot)
    label, (left, right) = _labels(plot)["best: L2 with many words"], plot.view.viewRange()[0]
    pixel = (right - left) / plot.view.width()

    assert left <= label.pos().x()
    assert label.pos().x() + label.boundingRect().width() * pixel <= right + 1e-9


def test_words_without_room_are_left_out(plot: SearchCurves) -> None:
    SearchWords(plot.view).draw((0.0, 0.9, 100 * "words "), [], plot.style_of_plot)

    assert not _labels(plot)


def test_a_name_without_room_for_all_of_it_ends_in_an_ellipsis(plot: SearchCurves) -> None:
    right = plot.view.viewRange()[0][1]
    names = [("L2", QColor("blue"), right - 0.5, 0.9), ("L1, λ = 0.1 and dropout", QColor("red"), right - 0.5, 0.5)]
    SearchWords(plot.view).draw(None, names, plot.style_of_plot)
    labels = _labels(plot)
    (cut,) = labels.keys() - {"L2"}

    assert cut.startswith("L1")
    assert cut.endswith("…")
    assert labels[cut].mapRectToScene(labels[cut].boundingRect()).right() <= plot.view.sceneBoundingRect().right() + 1


def test_names_keep_their_distance() -> None:
    assert spread_out([0.5, 0.51, 0.9], 0.1, 1.0) == pytest.approx([0.5, 0.6, 0.9])
    assert spread_out([0.95, 0.94], 0.1, 0.96) == pytest.approx([0.96, 0.86])
