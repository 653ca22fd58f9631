"""Many networks' outputs, accuracy over neurons off, and correlations: the pictures show the results."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.questions.thinning import ThinnedOutputs
from nnreg_gui.pages.dropout.correlation_picture import CorrelationPicture
from nnreg_gui.pages.dropout.neurons_off_curves import NeuronsOffCurves, OffCurve
from nnreg_gui.pages.dropout.thinned_bars import ThinnedBars
from nnreg_gui.plots.style import run_colour, signed_colours

SHARES = (0.0, 0.25, 0.5, 0.75)


def _image(widget: ThinnedBars | CorrelationPicture) -> QImage:
    return widget.grab().toImage()


def test_bars_say_the_average_and_the_full_network(qtbot: QtBot) -> None:
    bars = ThinnedBars()
    qtbot.addWidget(bars)
    bars.resize(600, 300)
    bars.set_empty_text("Here will be outputs.")
    empty = _image(bars)
    outputs = np.zeros((4, 10))
    outputs[:, 3] = (0.2, 0.4, 0.6, 0.8)
    full = np.zeros(10)
    full[3] = 0.9
    bars.set_names("thinned", "average", "full")
    bars.show_outputs(ThinnedOutputs((), outputs, full), 3)

    assert "3: 0.50 / 0.90" in bars.accessibleDescription()
    assert _image(bars) != empty
    before = _image(bars)
    bars.show_outputs(ThinnedOutputs((), outputs, full), 4)  # another digit is framed
    assert _image(bars) != before


@pytest.fixture
def curves(qtbot: QtBot) -> NeuronsOffCurves:
    curves = NeuronsOffCurves(SHARES)
    qtbot.addWidget(curves)
    curves.resize(500, 300)
    with qtbot.waitExposed(curves):
        curves.show()
    return curves


def _curve(number: int, fall: float, *, with_dropout: bool) -> OffCurve:
    means = 0.9 - fall * np.array(SHARES)
    return OffCurve(number, means[:, None] + np.array([-0.02, 0.02]), with_dropout)


def test_each_run_has_its_colour_its_line_and_its_number(curves: NeuronsOffCurves) -> None:
    runs = [_curve(1, 0.8, with_dropout=False), _curve(4, 0.2, with_dropout=True)]
    curves.show_curves(runs)

    (dashed, bars, squares), (solid, _, discs) = curves._items
    assert len(dashed.xData) > len(solid.xData)  # since it is cut into dashes
    assert (squares.opts["symbol"], discs.opts["symbol"]) == ("s", "o")
    assert solid.opts["pen"].color() == run_colour(4, curves.palette())
    assert [label.toPlainText() for label in curves._words._items] == ["1", "4"]
    x, y = bars.getData()
    assert y[:2] == pytest.approx([0.88, 0.92])
    assert x[0] != pytest.approx(0.0)  # the bars of two runs stand side by side
    assert discs.getData()[1] == pytest.approx(0.9 - 0.2 * np.array(SHARES))


def test_the_same_curves_again_cost_nothing_and_fewer_take_the_others_away(curves: NeuronsOffCurves) -> None:
    runs = [_curve(1, 0.8, with_dropout=False), _curve(2, 0.2, with_dropout=True)]
    curves.show_curves(runs)
    items = list(curves._items)
    curves.show_curves(runs)
    assert curves._items == items
    curves.show_curves(runs[1:])
    assert len(curves._items) == 1
    curves.show_curves([])
    assert not curves._items


def test_values_at_a_share(curves: NeuronsOffCurves) -> None:
    curves.show_curves([_curve(1, 0.8, with_dropout=False)])
    curves.show_values(0.47)

    assert "50" in curves._values.text()
    assert "50.0" in curves._values.text()
    assert "± 2.0" in curves._values.text()


def test_correlations_are_coloured_by_sign_and_tell_their_pair(qtbot: QtBot) -> None:
    picture = CorrelationPicture()
    qtbot.addWidget(picture)
    picture.resize(200, 240)
    with qtbot.waitExposed(picture):
        picture.show()
    matrix = np.array([[1.0, -0.6, 0.0], [-0.6, 1.0, np.nan], [0.0, np.nan, 1.0]])
    picture.show_matrix(matrix, 2, "Run 2")
    area = picture._area()
    image = _image(picture)

    def at(row: int, column: int) -> tuple[int, int, int]:
        side = area.width() / 3
        colour = image.pixelColor((area.topLeft() + QPointF((column + 0.5) * side, (row + 0.5) * side)).toPoint())
        return colour.red(), colour.green(), colour.blue()

    table = signed_colours(picture.palette())
    assert at(0, 0) == tuple(table[-1])
    assert at(0, 1) == tuple(table[0])
    assert min(at(0, 2)) > 245
    assert picture.accessibleDescription() == "Run 2"

    pairs: list[object] = []
    picture.pair_hovered.connect(pairs.append)
    place = (area.topLeft() + QPointF(area.width() * 0.5, area.width() * 0.1)).toPoint()
    QTest.mouseMove(picture, place)
    qtbot.waitUntil(lambda: bool(pairs))
    assert pairs[-1] == (0, 1)
    assert picture.focusPolicy() is Qt.FocusPolicy.NoFocus
