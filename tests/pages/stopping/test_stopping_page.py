"""The race of the rules, as a user sees and presses it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.pages.stopping.rule_race import RULES
from nnreg_gui.pages.stopping.stopping_page import StoppingPage
from nnreg_gui.plots.drawn_run import DrawnRun
from tests.pages.rooms import Rooms
from tests.pages.stopping.race_material import go_on, overfitting_run

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.usefixtures("unfolded")
NBSP = "\N{NO-BREAK SPACE}"
GL_1 = RULES.index(StoppingSpec(rule="gl", parameter=1))


@pytest.fixture
def page(qtbot: QtBot) -> StoppingPage:
    page = StoppingPage()
    qtbot.addWidget(page)
    page.resize(960, 490)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def row(page: StoppingPage, place: int) -> list[str]:
    item = page.table.topLevelItem(place)
    assert item is not None
    return [item.text(column) for column in range(6)]


def click(page: StoppingPage, place: int) -> None:
    item = page.table.topLevelItem(place)
    QTest.mouseClick(page.table.viewport(), LEFT, pos=page.table.visualItemRect(item).center())


def said(page: StoppingPage) -> str:
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_before_the_first_run_it_says_what_will_be_seen(page: StoppingPage) -> None:
    page.show_runs([])

    assert "Press Space to start." in said(page)
    assert row(page, 0) == ["1  10 epochs without improvement", "–", "", "", "", ""]
    assert page.table.topLevelItemCount() == len(RULES) + 1
    page.all_hidden = True
    page.show_runs([])
    assert "All runs are hidden" in said(page)


def test_the_table_says_where_each_rule_stops_and_what_it_restores(page: StoppingPage) -> None:
    history = overfitting_run(100)
    page.show_runs([DrawnRun(overfitting_run(5), 1), DrawnRun(history, 2, selected=True)])

    assert row(page, GL_1) == ["5  GL 1", "12", "10", f"★{NBSP}1.000", f"45.00{NBSP}%", "88"]
    assert row(page, 0) == ["1  10 epochs without improvement", "30", "20", "1.060", f"★{NBSP}80.00{NBSP}%", "70"]
    assert row(page, len(RULES)) == ["no rule: last epoch", "100", "100", "1.540", f"80.00{NBSP}%", ""]
    assert (
        f"that of epoch 20 has the highest validation accuracy, 80.00{NBSP}%: first caught by “10 epochs without"
        in said(page)
    )
    assert "That of epoch 10 has the lowest validation cost, 1.000: first caught by “GL 1”." in said(page)


def test_the_last_epoch_may_be_better_than_what_any_rule_keeps(page: StoppingPage) -> None:
    history = overfitting_run(20)  # GL 1 has stopped at epoch 12, and kept epoch 10
    assert history.newest is not None
    history.add(replace(history.newest, epoch=21, validation_cost=0.9, validation_accuracy=0.81))
    page.show_runs([DrawnRun(history, 1, selected=True)])

    assert row(page, GL_1)[3:5] == ["1.000", f"45.00{NBSP}%"]
    assert row(page, len(RULES))[3:5] == [f"★{NBSP}0.900", f"★{NBSP}81.00{NBSP}%"]
    assert f"that of the last epoch, 21, has the highest validation accuracy, 81.00{NBSP}%." in said(page)
    assert "That of the last epoch, 21, has the lowest validation cost, 0.900." in said(page)


def test_it_goes_on_while_the_run_does(page: StoppingPage) -> None:
    history = overfitting_run(11)
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert row(page, GL_1)[1] == "not yet"
    assert "No rule has stopped the run by epoch 11." in said(page)
    go_on(history, 12)
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert row(page, GL_1)[1:3] == ["12", "10"]
    page.show_runs([DrawnRun(history, 1, selected=True)])
    assert row(page, 0)[1] == "–"
    assert page.table.topLevelItem(0).toolTip(1) == "Does not stop by epoch 12"


def test_selecting_a_row_makes_its_flag_stand_out(page: StoppingPage) -> None:
    page.show_runs([DrawnRun(overfitting_run(100), 1, selected=True)])
    for place in (GL_1, 0):
        click(page, place)
        assert page.cost.flags is not None
        assert page.accuracy.flags is not None
        for flags in (page.cost.flags, page.accuracy.flags):
            (text,) = [flag.text for flag in flags.placed if flag.highlighted]
            assert text in row(page, place)[0].split("  ")  # its name, or its number if there is no room
    click(page, len(RULES))  # the last epoch is no rule
    assert not any(flag.highlighted for flag in page.cost.flags.placed)
    assert not page.use.isEnabled()
    assert not page.parameter.isEnabled()


def test_a_rules_number_can_be_changed_and_restored(page: StoppingPage) -> None:
    page.show_runs([DrawnRun(overfitting_run(100), 1, selected=True)])
    click(page, GL_1)
    assert not page.restore.isEnabled()
    page.parameter.setFocus()
    page.parameter.selectAll()
    QTest.keyClicks(page.parameter, "4.25")
    QTest.keyClick(page.parameter, Qt.Key.Key_Return)
    assert row(page, GL_1)[:2] == ["5  GL 4.25", "18"]  # 1.048 is the first above 1.0425
    QTest.mouseClick(page.restore, LEFT)

    assert row(page, GL_1)[:2] == ["5  GL 1", "12"]
    assert page.rules == list(RULES)
    assert page.parameter.value() == 1


def test_a_rule_is_applied_by_a_button_or_its_key(page: StoppingPage, qtbot: QtBot) -> None:
    chosen: list[StoppingSpec] = []
    page.stopping_chosen.connect(chosen.append)
    click(page, GL_1)
    QTest.mouseClick(page.use, LEFT)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    QTest.keyClick(page, Qt.Key.Key_U)
    qtbot.waitUntil(lambda: len(chosen) == 2)

    assert chosen == [RULES[GL_1], RULES[GL_1 + 1]]
    assert all(spec.action == "stop" for spec in chosen)


def test_it_fits(page: StoppingPage, rooms: Rooms) -> None:
    page.show_runs([DrawnRun(overfitting_run(100), 1, selected=True)])
    for width, height in ((960, 490), (480, 245)):
        rooms.give(page, width, height)

        assert (page.width(), page.height()) == (width, height)
        assert page.table.isVisible()
        assert page.cost.isVisible()


def test_a_run_with_repeats_races_alone(page: StoppingPage) -> None:
    history, other = overfitting_run(100), overfitting_run(50)
    run = DrawnRun(history, 1, selected=True)
    page.show_runs([replace(run, repeats=(history, other))])

    assert row(page, GL_1)[1] == "12"


def test_it_speaks_czech_when_the_language_is_switched(page: StoppingPage, czech: None) -> None:
    page.show_runs([DrawnRun(overfitting_run(100), 1, selected=True)])
    page.retranslate()

    assert f"45,00{NBSP}%" in row(page, GL_1)[4]


def test_first_it_is_asked_then_said_what_stopping_brings(page: StoppingPage) -> None:
    page.show_runs([])
    assert page.conclusion.text() == "When is it best to stop?"
    history = overfitting_run(20)
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert page.conclusion.text() == "When is it best to stop?"
    assert not page.conclusion.is_answer

    page.show_runs([DrawnRun(overfitting_run(5), 1, selected=True)])
    assert page.conclusion.text() == "No rule has stopped the run by epoch 5."
    page.show_runs([DrawnRun(history, 1, selected=True)])
    assert page.conclusion.text() == "No rule pays here: the last epoch, 20, is 35.0 points better."
    page.show_runs([DrawnRun(overfitting_run(100), 1, selected=True)])
    assert page.conclusion.text() == "Stopped at epoch 30, it is as good as at the last, 100."
    forgetful = overfitting_run(100)
    forgetful.add(replace(forgetful.newest, epoch=101, validation_accuracy=0.7))
    page.show_runs([DrawnRun(forgetful, 1, selected=True)])
    assert page.conclusion.text() == "The network of epoch 20 is 10.0 points better than the last one."
    assert page.conclusion.is_answer


@pytest.mark.parametrize("accuracy", [0.7998, 0.8002])
def test_a_difference_that_rounds_to_nothing_makes_no_network_better(page: StoppingPage, accuracy: float) -> None:
    history = overfitting_run(100)
    history.add(replace(history.newest, epoch=101, validation_accuracy=accuracy))
    page.show_runs([DrawnRun(history, 1, selected=True)])

    assert "0.0" not in page.conclusion.text()
    assert "as good as at the last, 101." in page.conclusion.text()
