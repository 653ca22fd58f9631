"""Keys that switch the penalty, wherever keyboard focus is, except in a line of text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from nnreg_gui.engine.experiment import RegularizationSpec
from nnreg_gui.panels.penalty_rows import PENALTY_KEYS
from tests.conftest import User
from tests.fixture_types import Small

ENDLESS = 100_000  # epochs
KEYS = {name: Qt.Key[f"Key_{key}"] for name, key in PENALTY_KEYS.items()}


def _penalty(user: User) -> str:
    return user.window.panel.value().regularization.penalty


def test_they_switch_it_from_a_number_too_and_take_what_was_typed(user: User) -> None:
    user.key(KEYS["l2"])
    assert user.window.panel.value().regularization == RegularizationSpec(penalty="l2", lambda_=0.1)
    user.type_only("λ", "0.5")
    user.key(KEYS["l1"])
    assert user.window.panel.value().regularization == RegularizationSpec(penalty="l1", lambda_=0.5)
    user.key(KEYS["elastic_net"])
    assert user.window.panel.value().regularization == RegularizationSpec(penalty="elastic_net", lambda_=0.5)
    user.key(KEYS["none"])
    assert _penalty(user) == "none"


def test_they_work_on_every_page_and_say_so_where_the_panel_is_not_seen(user: User) -> None:
    for page, name in (("shrinking", "l1"), ("parameters", "l2"), ("rotation", "none")):
        user.window.tabs.open_page(page)
        user.key(KEYS[name])
        assert _penalty(user) == name
        assert user.window.notice.text() == ""
    user.window.tabs.open_page("fitting")
    user.key(KEYS["l2"])
    assert _penalty(user) == "l2"
    assert user.window.notice.text() == "Penalty: L2 λ 0.1"


def test_they_change_a_run_that_goes_on_and_leave_a_name_alone(user: User, small: Small) -> None:
    user.show(small(epochs=ENDLESS))
    user.key(Qt.Key.Key_Space)
    user.wait_for_epoch(1)
    user.key(KEYS["l2"])
    user.wait(lambda: len(user.history.changes) == 1)
    user.key(Qt.Key.Key_F4)
    for key in (KEYS["none"], Qt.Key.Key_Return):
        user.key(key)
    assert _penalty(user) == "l2"
    assert [run.name for run in user.window.run_list.runs()] == ["j"]


def test_the_segments_and_the_menu_name_them(user: User) -> None:
    tips = [
        one.toolTip()
        for one in user.window.panel.findChildren(QRadioButton)
        if one.text() in ("Off", "L2", "L1", "L1+L2")
    ]
    for name, key in PENALTY_KEYS.items():
        assert user.window.actions_by_name[f"penalty_{name}"].shortcut().toString() == key
        assert sum(tip.endswith(f"({key})") for tip in tips) == 1
