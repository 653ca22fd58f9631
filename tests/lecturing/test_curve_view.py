"""A curve is drawn by hand, and the true one appears beside it."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QGraphicsPolygonItem
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lecturing.curve_view import CurveView
from nnreg_gui.lecturing.guess_axes import NamesAxis
from nnreg_gui.lessons.lesson import CurveQuestion
from nnreg_gui.lessons.record import Guess, Outcome
from nnreg_gui.plots.curve import Curve
from nnreg_gui.plots.style import run_colour
from nnreg_gui.widgets.themes import apply_theme

LAMBDAS = ("0.01", "0.1", "1", "10", "100")
OF_A_RUN = CurveQuestion(
    Words(en="How will it grow?", cs="Jak poroste?"), "l2", "validation_accuracy", (), Words(), "percent", 0, 100
)
OVER_LAMBDA = CurveQuestion(
    Words(en="Over λ?"), "", "", tuple((name, None) for name in LAMBDAS), Words(en="λ"), "percent", 0, 100
)
FLAT = tuple((float(epoch), 50.0) for epoch in range(101))


@pytest.fixture
def view(ask: Callable[..., CurveView]) -> CurveView:
    return ask(OF_A_RUN, epochs=100)


def _pixel(view: CurveView, x: float, y: float) -> QPoint:
    canvas = view.plot.view.getViewWidget()
    return canvas.mapFromScene(view.plot.view.mapViewToScene(QPointF(x, y)))


def _draw(view: CurveView, *places: tuple[float, float]) -> None:
    """Drag the mouse along these places, given in the axes' coordinates."""
    paper = view.plot.view.getViewWidget().viewport()
    pixels = [_pixel(view, x, y) for x, y in places]
    QTest.mousePress(paper, Qt.MouseButton.LeftButton, pos=pixels[0])
    for pixel in pixels[1:]:
        QTest.mouseMove(paper, pixel)
    QTest.mouseRelease(paper, Qt.MouseButton.LeftButton, pos=pixels[-1])


def _items(view: CurveView, kind: type[Any]) -> Sequence[Any]:
    return [item for item in view.plot.view.childGroup.childItems() if isinstance(item, kind) and item.isVisible()]


def _curves(view: CurveView) -> list[Curve]:
    return [curve for curve in _items(view, Curve) if curve.xData is not None and len(curve.xData)]


def _names(view: CurveView) -> set[str]:
    return {item.toPlainText() for item in _items(view, pg.TextItem)}


def _heights(view: CurveView, *places: float) -> list[float]:
    assert view.guess is not None
    return np.interp(places, *np.array(view.guess.curve).T).tolist()


def test_it_begins_empty_and_says_what_to_do(view: CurveView) -> None:
    assert view.guess is None
    assert view.plot.hint.isVisible()
    assert not _curves(view)
    assert not view.wipe.isEnabled()


def test_the_mouse_draws_a_curve(view: CurveView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.guessed):
        _draw(view, (0, 10), (50, 60), (100, 80))

    assert _heights(view, 0, 25, 50, 75, 100) == pytest.approx([10, 35, 60, 70, 80], abs=1)
    assert not view.plot.hint.isVisible()
    (curve,) = _curves(view)
    assert curve.yData[-1] == pytest.approx(80, abs=1)


def test_it_is_no_guess_until_it_covers_the_axis(view: CurveView) -> None:
    _draw(view, (0, 10), (60, 60))
    assert view.guess is None
    assert view.sentence.text() == "Draw on, as far as the axis goes."

    _draw(view, (70, 70), (90, 70))
    assert view.guess is not None
    assert view.sentence.text() == ""
    assert _heights(view, 65) == pytest.approx([65], abs=1), "gaps are straight"


def test_drawing_over_it_corrects_it(view: CurveView) -> None:
    _draw(view, (0, 20), (100, 20))
    _draw(view, (60, 80), (40, 80))

    assert _heights(view, 20, 50, 80) == pytest.approx([20, 80, 20], abs=1)


def test_a_stroke_that_leaves_the_axes_ends_at_their_ends(view: CurveView) -> None:
    _draw(view, (-30, 50), (130, 200))

    assert view.guess is not None
    assert view.guess.curve[0][0] == 0
    assert view.guess.curve[-1] == (100, 100)


def test_arrow_keys_draw_too(view: CurveView, press: Callable[..., bool]) -> None:
    assert press(view, Qt.Key.Key_Up)
    for _ in range(20):
        assert press(view, Qt.Key.Key_Right)
    for _ in range(10):
        press(view, Qt.Key.Key_Down)

    assert _heights(view, 0, 50, 100) == pytest.approx([52, 42, 32])


def test_keys_lift_a_part_of_what_is_drawn(view: CurveView, press: Callable[..., bool]) -> None:
    _draw(view, (0, 20), (100, 20))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Up):  # the first one shows the pen
        press(view, key)

    assert _heights(view, 5, 10, 15) == pytest.approx([20, 22, 20], abs=1)


@pytest.mark.parametrize("by_key", [True, False])
def test_it_can_be_cleared(view: CurveView, press: Callable[..., bool], by_key: bool) -> None:
    _draw(view, (0, 20), (100, 20))
    if by_key:
        assert press(view, Qt.Key.Key_Backspace)
    else:
        QTest.mouseClick(view.wipe, Qt.MouseButton.LeftButton)

    assert view.guess is None
    assert view.plot.hint.isVisible()
    assert not press(view, Qt.Key.Key_Backspace), "others may use it now"


def test_nothing_changes_once_it_is_recorded(view: CurveView, press: Callable[..., bool]) -> None:
    _draw(view, (0, 20), (100, 20))
    before = view.guess
    view.lock()
    _draw(view, (0, 80), (100, 80))

    assert view.guess == before
    assert not press(view, Qt.Key.Key_Up)
    assert not press(view, Qt.Key.Key_Backspace)


def test_the_true_curve_grows_beside_the_guess(view: CurveView) -> None:
    _draw(view, (0, 20), (100, 20))
    view.lock()
    for epochs in (1, 30, 60):
        view.show_growing(FLAT[:epochs])

    dashes, line = _curves(view)
    assert len(dashes.xData) > 10
    assert line.xData[-1] == pytest.approx(59)
    assert line.opts["pen"].color() == run_colour(1, view.palette())
    assert _names(view) == {"guess"}


def test_both_curves_are_named_and_what_lies_between_is_shaded(view: CurveView) -> None:
    _draw(view, (0, 46), (100, 46))
    view.show_outcome(Outcome(curve=FLAT))

    assert _names(view) == {"guess", "result"}
    (shade,) = _items(view, QGraphicsPolygonItem)
    bounds = shade.polygon().boundingRect()
    assert (bounds.top(), bounds.bottom()) == pytest.approx((46, 50), abs=0.6)
    assert view.sentence.text().startswith("On average ")
    assert float(view.sentence.text().split()[2]) == pytest.approx(4, abs=0.6)
    assert view.sentence.text().endswith(" points off.")
    assert view.sentence.is_answer


def test_without_a_guess_the_result_stands_alone(view: CurveView) -> None:
    _draw(view, (0, 46), (30, 46))
    view.lock()
    view.show_outcome(Outcome(curve=FLAT))

    assert _names(view) == {"result"}
    assert len(_curves(view)) == 1
    assert not _items(view, QGraphicsPolygonItem)
    assert view.sentence.text() == ""


def test_a_result_beyond_the_axis_is_still_seen(view: CurveView) -> None:
    _draw(view, (0, 46), (100, 46))
    view.show_outcome(Outcome(curve=((0.0, 50.0), (100.0, 140.0))))

    assert view.plot.view.viewRange()[1][1] > 140


def test_a_recorded_guess_is_shown_again(view: CurveView) -> None:
    _draw(view, (0, 10), (50, 60), (100, 80))
    guess = view.guess
    assert guess is not None
    QTest.mouseClick(view.wipe, Qt.MouseButton.LeftButton)
    view.show_guess(guess)

    assert view.guess == guess


def test_over_named_places_the_curve_counts_there_only(ask: Callable[..., CurveView]) -> None:
    view = ask(OVER_LAMBDA)
    _draw(view, (0, 20), (2, 80), (4, 20))
    assert view.guess is not None
    x, y = np.array(view.guess.curve).T
    assert x.tolist() == [0, 1, 2, 3, 4]
    assert y == pytest.approx([20, 50, 80, 50, 20], abs=2)

    view.show_outcome(Outcome(curve=tuple((float(place), 50.0) for place in range(5))))
    (dots,) = [item for item in _items(view, pg.ScatterPlotItem) if len(item.data)]
    assert len(dots.data) == 10


@pytest.mark.parametrize("missing", [np.nan, np.inf])
def test_where_nothing_came_out_there_is_no_true_curve(ask: Callable[..., CurveView], missing: float) -> None:
    view = ask(OVER_LAMBDA)
    view.show_guess(Guess(curve=tuple((float(place), 50.0) for place in range(5))))
    view.show_outcome(Outcome(curve=((0.0, 40.0), (1.0, missing), (2.0, 60.0), (3.0, 40.0), (4.0, missing))))
    assert view.sentence.text() == "On average 10.0 points off."

    view.show_outcome(Outcome(curve=tuple((float(place), missing) for place in range(5))))
    assert not view.sentence.text()
    assert not view.grab().isNull()


def test_keys_go_from_name_to_name(ask: Callable[..., CurveView], press: Callable[..., bool]) -> None:
    view = ask(OVER_LAMBDA)
    press(view, Qt.Key.Key_Up)
    for _ in LAMBDAS[1:]:
        press(view, Qt.Key.Key_Right)
    press(view, Qt.Key.Key_Up)

    assert view.guess == Guess(curve=((0, 52), (1, 52.5), (2, 53), (3, 53.5), (4, 54)))


def test_names_of_places_do_not_touch(qtbot: QtBot) -> None:
    axis = NamesAxis([f"{place:,}" for place in range(0, 60_000, 1_000)])
    ((_, places),) = axis.tickValues(-1, 60, 600)

    assert 3 <= len(places) <= 12
    assert axis.tickStrings(places[:2], 1, 1)[0] == "0"


@pytest.mark.parametrize("height", [500, 200])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_it_is_drawn_in_every_look_and_height(
    ask: Callable[..., CurveView], qapp: Any, height: int, theme: str
) -> None:
    apply_theme(qapp, theme)
    view = ask(OF_A_RUN, epochs=30, height=height)
    view.show_guess(Guess(curve=((0.0, 20.0), (30.0, 60.0))))
    view.show_outcome(Outcome(curve=((0.0, 10.0), (30.0, 80.0))))
    image = view.plot.grab().toImage()
    colours = {image.pixelColor(x, y).rgba() for x in range(0, image.width(), 2) for y in range(image.height())}

    assert run_colour(1, view.palette()).rgba() in colours
    assert view.rect().contains(view.plot.geometry())


def test_it_speaks_another_language(view: CurveView) -> None:
    view.set_language("cs")
    view.plot.changeEvent(QEvent(QEvent.Type.LanguageChange))

    assert view.heading.text() == "Jak poroste?"
    assert view.plot.accessibleName() == "Jak poroste?"


def test_tool_tips_say_how_to_draw_without_a_mouse(view: CurveView) -> None:
    assert "← and →" in view.plot.toolTip()
    assert view.wipe.toolTip().endswith("(Backspace)")
