"""Finding a scenario by words and numbers, with arrow keys and mouse, in both languages."""

from itertools import product

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.scenarios import Scenario, Words, load_scenarios
from nnreg_gui.resource_files import resource_path
from nnreg_gui.running.side_by_side import State
from nnreg_gui.window.scenario_search import ScenarioSearch
from tests.conftest import User
from tests.fixture_types import Small

CTRL = Qt.KeyboardModifier.ControlModifier
SCENARIOS = load_scenarios(resource_path("scenarios"))


def _open(user: User) -> ScenarioSearch:
    user.window.activateWindow()  # as window managers do when a dialog closes
    user.wait(user.window.isActiveWindow)
    user.key(Qt.Key.Key_F, CTRL)
    return _opened(user)


def _opened(user: User) -> ScenarioSearch:
    search = user.window.findChild(ScenarioSearch)
    user.wait(search.line.hasFocus)
    return search


def _titles(search: ScenarioSearch) -> list[str]:
    rows = [search.list.item(row).text() for row in range(search.list.count())]
    return [row.split("\N{EN SPACE}")[1] for row in rows]


def _numbers(search: ScenarioSearch) -> list[int]:
    return [int(search.list.item(row).text().split("\N{EN SPACE}")[0]) for row in range(search.list.count())]


def test_all_scenarios_are_listed_with_their_numbers_and_what_to_look_at(user: User) -> None:
    tips = {action.text(): action.toolTip() for action in user.window.findChildren(QAction)}
    assert {scenario.title["en"]: scenario.look_at["en"] for scenario in SCENARIOS}.items() <= tips.items(), "the menu"

    user.click("find_scenario")
    search = _opened(user)
    assert _numbers(search) == list(range(1, len(SCENARIOS) + 1))
    assert _titles(search) == [scenario.title["en"] for scenario in SCENARIOS]
    assert [search.list.item(row).toolTip() for row in range(len(SCENARIOS))] == [
        scenario.look_at["en"] for scenario in SCENARIOS
    ]
    assert search.line.toolTip()
    assert search.line.accessibleName()

    row = search.list.visualItemRect(search.list.item(3))
    QTest.mouseClick(search.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert user.window.panel.value() == SCENARIOS[3].experiment


def test_a_number_and_enter_load_that_scenario(user: User) -> None:
    for number, scenario in enumerate(SCENARIOS, start=1):
        search = _open(user)
        QTest.keyClicks(search.line, str(number))
        QTest.keyClick(search.line, Qt.Key.Key_Return)

        assert user.window.panel.value() == scenario.experiment
        assert user.window.sentence.text().startswith(scenario.title["en"])
        user.wait(lambda: user.window.findChild(ScenarioSearch) is None)


WORDS = {
    "en": {
        "rotated": [9, 11, 12],
        "ROTATED shifted": [11],
        "helps": [13],
        "1000 neurons": [8],
        "1,000 neurons": [8],
        "±15": [9],
        "preuceni": [],
    },
    "cs": {
        "preuceni": [1],
        "Přeučení": [1],
        "otocenim": [9, 11, 12],
        "50 000 bez": [3],
        "stredni kvadr": [7],
        "skrytych": [5, 6],
        "overfitting": [],
    },
}


def test_words_shorten_the_list_and_arrows_choose_while_the_line_keeps_the_keyboard(user: User) -> None:
    for language in ("cs", "en"):
        user.window.appearance.set_language(language)
        search = _open(user)
        for text, numbers in WORDS[language].items():
            search.line.clear()
            search.line.insert(text)  # QTest types ASCII only
            assert _numbers(search) == numbers, text
            assert search.nothing.isVisible() == (numbers == []), text
        QTest.keyClick(search.line, Qt.Key.Key_Return)
        assert search.isVisible(), "there is nothing to load"
        assert user.window.panel.value() == Experiment()
        if language == "cs":
            QTest.keyClick(search.line, Qt.Key.Key_Escape)
            user.wait(lambda: user.window.findChild(ScenarioSearch) is None)

    search.line.clear()
    QTest.keyClicks(search.line, "rotated")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(search.line, key)
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert user.window.panel.value() == SCENARIOS[10].experiment


def test_esc_leaves_all_as_it_was_even_a_run_that_goes_on(user: User, small: Small) -> None:
    user.show(small(epochs=100_000))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    search = _open(user)
    QTest.keyClicks(search.line, "l2 ")  # a space, and letters that are keys of the window
    QTest.keyClick(search.line, Qt.Key.Key_Escape)

    user.wait(lambda: user.window.findChild(ScenarioSearch) is None)
    assert user.state is State.RUNNING
    assert user.window.panel.value() == small(epochs=100_000)


def test_the_list_fits_into_the_window_and_shows_whole_titles(user: User) -> None:
    for language, zoom in product(("en", "cs"), (1.0, 2.0)):
        user.window.appearance.set_language(language)
        user.window.appearance.set_zoom(zoom)
        user.window.resize(1280, 720)
        search, look = _open(user), (language, zoom)

        assert search.width() <= 1280, look
        assert search.height() <= 720, look
        assert search.list.horizontalScrollBar().maximum() == 0, look
        assert search.list.sizeHintForColumn(0) <= search.list.viewport().width(), look
        assert zoom != 1.0 or search.list.verticalScrollBar().maximum() == 0, look
        QTest.keyClick(search.line, Qt.Key.Key_Escape)
        user.wait(lambda: user.window.findChild(ScenarioSearch) is None)


def test_a_scenario_about_several_seeds_is_repeated_with_as_many(user: User, small: Small) -> None:
    words = Words({"en": "Two", "cs": "Dvě"})
    window, experiment = user.window, small(epochs=1)
    window.load_scenario(Scenario(words, words, experiment, (), seeds=2))
    window.training.repeat()
    user.wait(lambda: len(window.run_list.selected_repeats()) == 2 and not window.repeats.going_on)

    assert sorted(history.experiment.seed for history in window.run_list.selected_repeats()) == [1, 2]
