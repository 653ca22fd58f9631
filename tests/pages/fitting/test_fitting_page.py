"""The page about fitting: two views, one visible."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.pages.fitting.fit_choices import FitChoices
from nnreg_gui.pages.fitting.fitting_page import ELEPHANT, POLYNOMIAL, FittingPage


@pytest.fixture
def page(qtbot: QtBot) -> FittingPage:
    page = FittingPage()
    qtbot.addWidget(page)
    page.resize(960, 490)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def test_it_opens_with_the_elephant_and_keys_lead_to_either_view(page: FittingPage) -> None:
    page.show_runs([])
    assert page.elephant.isVisible()
    assert not page.polynomial.isVisible()
    assert "an elephant" in page.conclusion.text()
    QTest.keyClick(page, Qt.Key.Key_2)
    assert page.choice.value() == POLYNOMIAL
    assert page.polynomial.isVisible()
    assert not page.elephant.isVisible()
    assert page.conclusion.text().startswith("On new points")
    page.show_whole()
    QTest.keyClick(page, Qt.Key.Key_1)
    assert page.choice.value() == ELEPHANT
    assert page.elephant.isVisible()
    assert "an elephant" in page.conclusion.text()


def test_the_choice_leads_there_too_and_the_elephant_rests_meanwhile(page: FittingPage) -> None:
    QTest.mouseClick(page.elephant.buttons["all"], Qt.MouseButton.LeftButton)
    assert page.elephant.play.running
    page.choice.findChildren(QRadioButton)[1].click()
    assert page.polynomial.isVisible()
    assert not page.elephant.play.running


def test_what_a_lesson_sets_is_drawn(page: FittingPage) -> None:
    page.set_setting("parameters", 3)
    assert page.elephant.buttons["one"].text() == "Add a parameter"
    assert not page.elephant.sliders.sliders[3][0].isEnabled()
    assert page._views.built() == [page.elephant], "the other view is built once something of it is set"

    for name, value in {"points": 20, "degree": 12, "lambda": 0.5}.items():
        page.set_setting(name, value)
    page.open_view(POLYNOMIAL)
    assert len(page.polynomial.points) == 20
    assert page.polynomial.panel.ridge.box.isChecked()
    assert page.polynomial.panel.value() == FitChoices(12, 0.5, 20)

    page.set_setting("lambda", 0)
    assert not page.polynomial.panel.ridge.box.isChecked()
    assert not page.polynomial.panel.ridge.slider.isEnabled()


def test_a_lesson_finds_the_points_that_it_speaks_of_whatever_was_done_to_them(page: FittingPage) -> None:
    page.open_view(POLYNOMIAL)
    first = page.polynomial.points
    for change in (
        lambda: page.polynomial.anew.click(),
        lambda: page.polynomial.plot.point_moved.emit(3, 2.0, 9.0),
        lambda: page.polynomial.plot.point_added.emit(2.5, 7.0),
    ):
        change()
        page.set_setting("points", 10)
        assert (page.polynomial.points.x == first.x).all()
        assert (page.polynomial.points.y == first.y).all()
