"""The arrows of a few weights, as they are painted."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.shrinking.tug_arrows import PulledWeight, TugArrows
from tests.pages.finding_lambda.search_material import shown

WEIGHTS = [
    PulledWeight("Largest", 4.0, 380e-6, -436e-6),
    PulledWeight("Middle", 0.1, 15e-6, -13e-6),
    PulledWeight("Near 0", 0.0, 0.0, 0.0),
]


@pytest.fixture
def arrows(qtbot: QtBot) -> TugArrows:
    arrows = TugArrows()
    arrows.set_words("Pulls", "data", "penalty")
    shown(qtbot, arrows, 400, 380)
    arrows.show_weights(WEIGHTS, 2)
    return arrows


def test_all_have_one_round_scale_and_are_said_to_screen_readers(arrows: TugArrows) -> None:
    assert arrows.limit == pytest.approx(500e-6)
    assert arrows.accessibleDescription().startswith("Largest: w = 4, data +380, penalty −436; Middle")
    assert arrows.accessibleDescription().endswith("data 0, penalty 0")
    assert not arrows.grab().isNull()


def test_low_ones_show_the_first_weights_only_and_narrow_ones_no_cut_number(arrows: TugArrows) -> None:
    assert len(arrows.shown) == 3
    em = arrows.fontMetrics().height()
    arrows.resize(arrows.width(), 7 * em)
    assert [one.name for one in arrows.shown] == ["Largest"]
    assert not arrows.grab().isNull()


def test_an_arrow_points_to_where_it_pulls(arrows: TugArrows) -> None:
    image = arrows.grab().toImage()
    colour = max(
        (
            (image.pixelColor(x, y).rgb(), x)
            for y in range(image.height())
            for x in range(image.width() // 2, image.width())
        ),
        key=lambda found: _saturation(found[0]),
    )[0]
    places = [
        x for y in range(image.height() // 3) for x in range(image.width()) if image.pixelColor(x, y).rgb() == colour
    ]
    assert min(places) >= image.width() // 2 - 2, "the data's arrow of the largest weight leads to the right"


def _saturation(rgb: int) -> int:
    channels = [rgb >> shift & 255 for shift in (0, 8, 16)]
    return max(channels) - min(channels)
