"""The four steps as buttons."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.finding_lambda.path_buttons import PathButtons
from nnreg_gui.pages.finding_lambda.path_steps import ONE, PathSteps
from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import press, shown


def test_buttons_and_keys_choose_steps(qtbot: QtBot) -> None:
    buttons, chosen = PathButtons(), []
    buttons.chosen.connect(chosen.append)
    shown(qtbot, buttons, 900, 40)
    for button in buttons.steps.values():
        press(qtbot, button)
    with qtbot.waitSignal(buttons.chosen):
        qtbot.keyClick(buttons, Qt.Key.Key_3)

    assert chosen == [1, 2, 3, 4, 3]


def test_done_steps_are_marked(trial: GridTrial, trainer: Searching, qtbot: QtBot) -> None:
    buttons, path = PathButtons(), PathSteps(trial)
    shown(qtbot, buttons, 900, 40)
    path.set_experiment(Experiment())
    path.choose(ONE)
    trainer.train_all()
    buttons.show_path(path)

    assert [button.done for button in buttons.steps.values()] == [True, True, False, False]
    assert [button.current for button in buttons.steps.values()] == [False, True, False, False]
    assert "done" in buttons.steps[ONE].accessibleDescription()


def test_texts_become_short_and_then_discs(qtbot: QtBot) -> None:
    buttons = PathButtons()
    shown(qtbot, buttons, 900, 40)
    assert buttons.steps[1].shown_text() == "λ = 0: find η"
    buttons.resize(24 * buttons.fontMetrics().height(), 40)
    assert buttons.steps[1].shown_text() == "η"
    buttons.resize(buttons.minimumSizeHint())
    assert {button.shown_text() for button in buttons.steps.values()} == {""}
