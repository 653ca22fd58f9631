"""The elephant: put together, pulled apart and wiggled with the keys and sliders that a lecturer uses."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.elephant import PAPER, TRUNK, first_of, outline, times
from nnreg_gui.pages.fitting.elephant_play import ALL
from nnreg_gui.pages.fitting.elephant_plot import ElephantPicture
from nnreg_gui.pages.fitting.elephant_view import ElephantView
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.number_slider import Slider
from tests.pages.rooms import Rooms
from tests.test_look import cut_texts

ELEPHANT = outline(PAPER, times())
QUOTE = "“With four parameters I can fit an elephant, and with five I can make him wiggle his trunk.”"
pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def conclusion(qtbot: QtBot) -> Conclusion:
    conclusion = Conclusion()
    qtbot.addWidget(conclusion)
    return conclusion


@pytest.fixture
def view(qtbot: QtBot, conclusion: Conclusion) -> ElephantView:
    view = ElephantView(conclusion)
    qtbot.addWidget(view)
    view.resize(944, 440)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def picture(view: ElephantView) -> ElephantPicture:
    assert view.plot.picture is not None
    return view.plot.picture


def said(view: ElephantView) -> str:
    return "\n".join(label.text() for label in view.labels.values() if label.isVisible())


def click(view: ElephantView, name: str) -> None:
    QTest.mouseClick(view.buttons[name], Qt.MouseButton.LeftButton)


def test_it_opens_with_the_paper_s_elephant(view: ElephantView) -> None:
    assert np.array_equal(picture(view).outline, ELEPHANT)
    assert picture(view).eye == (20, 20)
    assert picture(view).ghost is None
    for text in ("Enrico Fermi", "10 real numbers", "our choice", "23,860", "x(t) = 50"):
        assert text in said(view).replace("\N{NO-BREAK SPACE}", " ")
    assert not view.buttons["paper"].isEnabled()
    assert not list(cut_texts(view))


def test_von_neumann_is_quoted_as_soon_as_there_is_an_elephant(view: ElephantView, conclusion: Conclusion) -> None:
    assert (conclusion.text(), conclusion.is_answer) == (QUOTE, True)
    for number in range(1, ALL + 1):
        click(view, "one")
        view.play.stop()
        assert conclusion.is_answer == (number >= 4)
        if number < 4:
            assert conclusion.text() == "How many parameters does it take to draw an elephant?"
    assert conclusion.text() == QUOTE
    view.sliders.set_parameters((60 - 30j, *PAPER[1:]))
    assert not conclusion.is_answer
    assert conclusion.text() == "1 of 10 numbers are changed: is it still an elephant?"


def test_the_formula_is_read_from_the_last_row_where_it_fits(view: ElephantView, qtbot: QtBot) -> None:
    formula = view.labels["formula"]
    font = view.font()
    font.setPointSizeF(10.5)
    view.setFont(font)
    view.resize(1500, 600)
    qtbot.waitUntil(lambda: QFontMetricsF(formula.font()).capHeight() >= 0.025 * 720)
    assert formula.heightForWidth(formula.width()) < 3 * QFontMetricsF(formula.font()).lineSpacing(), "in two lines"
    view.resize(500, 600)
    qtbot.waitUntil(lambda: formula.font().pointSizeF() == 10.5)


def test_the_parameters_are_added_one_by_one(view: ElephantView) -> None:
    click(view, "all")
    assert view.buttons["all"].isChecked()
    assert view.play.running
    view.play.advance(3.0)
    assert view.play.number == 2
    assert not np.allclose(picture(view).outline, outline(first_of(PAPER, 2), times())), "on the way"
    assert picture(view).eye is None
    ghost = picture(view).ghost
    assert ghost is not None
    np.testing.assert_allclose(ghost, outline(first_of(PAPER, 1), times()))
    assert "4 real numbers" in said(view)
    assert not view.sliders.sliders[2][0].isEnabled()

    click(view, "all")
    assert not view.play.running
    np.testing.assert_allclose(picture(view).outline, outline(first_of(PAPER, 2), times()))
    click(view, "all")
    view.play.advance(1000)
    assert not view.buttons["all"].isChecked()
    np.testing.assert_allclose(picture(view).outline, ELEPHANT)


def test_one_more_at_a_time(view: ElephantView) -> None:
    seen = []
    for _ in range(ALL):
        click(view, "one")
        view.play.advance(1.31)
        seen.append(view.play.number)
        assert view.buttons["one"].text() == ("Add a parameter" if view.play.number < ALL else "Start with one")
        assert "(A)" in view.buttons["one"].toolTip()
    assert seen == [1, 2, 3, 4, 5]
    assert view.play.wiggles
    assert view.buttons["wiggle"].isChecked()
    view.play.stop()


def test_the_trunk_wiggles_and_nothing_else(view: ElephantView) -> None:
    click(view, "wiggle")
    view.play.advance(0.35)
    is_trunk = (TRUNK[0] < times()) & (times() < TRUNK[1])
    moved = (picture(view).outline != ELEPHANT).any(0)
    assert moved[is_trunk].mean() > 0.9
    assert not moved[~is_trunk].any()
    assert picture(view).eye == (20, 20)

    click(view, "wiggle")
    assert not view.play.running
    assert np.array_equal(picture(view).outline, ELEPHANT)


def test_a_slider_changes_the_curve_and_r_brings_the_elephant_back(view: ElephantView) -> None:
    click(view, "one")
    view.play.stop()
    slider = view.sliders.sliders[0][0].findChild(Slider)
    assert slider is not None
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    changed = (51 - 30j, *PAPER[1:])
    np.testing.assert_allclose(picture(view).outline, outline(first_of(changed, 1), times()))
    assert "1 of them not the paper's" in said(view)

    click(view, "paper")
    assert view.sliders.parameters() == PAPER
    assert np.array_equal(picture(view).outline, ELEPHANT)
    assert not view.buttons["paper"].isEnabled()


def test_the_fifth_pair_places_the_eye_and_says_how_far_the_trunk_swings(view: ElephantView) -> None:
    before = picture(view)
    view.sliders.set_parameters((*PAPER[:4], 80 + 10j))

    assert picture(view).eye == (10, 10)
    assert np.array_equal(picture(view).outline, before.outline)
    assert np.abs(picture(view).reach[1] - before.reach[1]).max() > 10


def test_every_button_has_a_key(view: ElephantView, qtbot: QtBot) -> None:
    for name, key in (("one", Qt.Key.Key_A), ("paper", Qt.Key.Key_R), ("all", Qt.Key.Key_F), ("wiggle", Qt.Key.Key_V)):
        with qtbot.waitSignal(view.buttons[name].clicked):
            QTest.keyClick(view, key)
    assert view.play.wiggles
    view.play.stop()


def test_nothing_goes_on_unseen(view: ElephantView) -> None:
    click(view, "all")
    view.play.advance(0.5)
    view.hide()
    assert not view.play.running


def test_space_is_left_to_the_training(view: ElephantView) -> None:
    click(view, "all")
    assert not view.buttons["all"].hasFocus()
    view.play.stop()


@pytest.mark.parametrize("size", [(944, 440), (480, 290)])
def test_what_has_no_room_is_left_out_but_whose_choice_the_wiggle_is(
    view: ElephantView, size: tuple[int, int], rooms: Rooms
) -> None:
    rooms.give(view, *size)

    assert (view.width(), view.height()) == size
    assert "our choice" in said(view)
    assert "23,860" in said(view)
    assert view.labels["lecture"].isVisible() == (size[1] > 300)
    assert not list(cut_texts(view))
