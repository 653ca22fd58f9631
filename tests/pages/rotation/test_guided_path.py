"""Four steps as buttons."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.rotation.guide import CONFUSION, TURN, Guide
from nnreg_gui.pages.rotation.guided_path import GuidedPath
from tests.pages.rotation.rotation_material import Small, Trained, over


@pytest.fixture
def path(qtbot: QtBot) -> GuidedPath:
    path = GuidedPath()
    qtbot.addWidget(path)
    path.resize(960, 40)
    with qtbot.waitExposed(path):
        path.show()
    return path


def test_each_button_chooses_its_step(path: GuidedPath, qtbot: QtBot) -> None:
    chosen: list[int] = []
    path.chosen.connect(chosen.append)
    for button in path.steps.values():
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert chosen == [1, 2, 3, 4]


def test_done_steps_are_marked(path: GuidedPath, small: Small, trained: Trained) -> None:
    history: RunHistory = trained(small(epochs=1))
    guide = Guide()
    guide.show_runs([over(history)])
    guide.choose(TURN)
    guide.choose(CONFUSION)
    path.show_guide(guide)

    assert [button.done for button in path.steps.values()] == [True, False, False, False]
    assert [button.current for button in path.steps.values()] == [False, False, False, True]
    assert "done" in path.steps[TURN].accessibleDescription()


def test_texts_become_short_and_then_discs(path: GuidedPath) -> None:
    assert path.steps[TURN].shown_text() == "Rotate a 6 (trained upright)"
    em = path.fontMetrics().height()
    path.resize(30 * em, path.height())
    assert [button.shown_text() for button in path.steps.values()] == ["Upright", "±15°", "±180°", "Confusion"]
    path.resize(path.minimumSizeHint())
    assert {button.shown_text() for button in path.steps.values()} == {""}
