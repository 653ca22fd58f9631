"""The pages of "Why it works" in the window: real runs, real processes, real MNIST, by keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QRadioButton, QTreeWidget, QWidget

from nnreg_gui.pages import compared_runs
from nnreg_gui.pages.dropout.dropout_page import DropoutPage
from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
from nnreg_gui.pages.latest import Latest
from nnreg_gui.pages.noise.noise_page import NoisePage
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.pages.table import GROUPS, WHY
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.segmented_choice import SegmentedChoice
from tests.conftest import User
from tests.fixture_types import Small, Trained
from tests.test_asking_pages import train

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def open_page(user: User, name: str) -> Page:
    """Go to a page of the second group by its keys."""
    if user.window.tabs.groups.value() != WHY:
        user.key(Qt.Key.Key_F3)
    user.key(Qt.Key(Qt.Key.Key_1 + GROUPS[WHY].index(name)), ALT)
    user.wait(user.window.tabs.page.isVisible)
    return user.window.tabs.page


def said(widget: QWidget) -> str:
    labels = [*widget.findChildren(Conclusion), *widget.findChildren(QLabel), *widget.findChildren(ElidedLabel)]
    return " | ".join(label.text() for label in labels if label.isVisible())


def press(user: User, key: Qt.Key, button: QAbstractButton) -> None:
    """Press a button by its key, and wait until it has reacted."""
    user.wait(button.isEnabled)
    heard: list[bool] = []
    connection = button.clicked.connect(lambda: heard.append(True))
    user.key(key)
    user.wait(lambda: bool(heard))
    button.disconnect(connection)


def test_noise_trains_what_is_missing_into_the_list_and_measures_it(
    user: User, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = small(images=500, hidden=(8,), epochs=4)
    experiments = plain, small(images=500, hidden=(8,), epochs=4, penalty="l2", lambda_=1.0)
    monkeypatch.setattr(compared_runs, "EXPERIMENTS", experiments)  # the lecture's own take half a minute
    page = open_page(user, "noise")
    assert isinstance(page, NoisePage)

    user.key(Qt.Key.Key_S)
    user.wait(lambda: len(user.window.run_list.runs()) == 2)
    assert {run.history.experiment for run in user.window.run_list.runs()} == set(experiments)
    user.wait(lambda: page.table.rows == 2 and "…" not in _cells(page.table))
    assert "σ" in said(page)
    assert page.conclusion.is_answer
    assert "10 draws" not in said(page)
    user.key(Qt.Key.Key_I, CTRL)

    user.key(Qt.Key.Key_3)
    user.wait(lambda: "…" not in _cells(page.table))
    assert "10 draws" in said(page)


@pytest.mark.drawn
def test_a_network_without_hidden_neurons_can_be_looked_at_on_every_page(
    user: User, small: Small, trained: Trained
) -> None:
    user.window.run_list.add_finished(trained(small(images=20, hidden=(), epochs=1)))
    for name in GROUPS[WHY]:
        page = open_page(user, name)
        choices = [choice for choice in page.findChildren(SegmentedChoice) if choice.isVisible()]
        for _ in choices[0].findChildren(QRadioButton) if choices else ():
            choices[0].choose_next()
            user.wait(lambda: user.window.questions.idle)

    asked = user.window.findChildren(Latest)
    assert len(asked) > 10
    assert [one.problem for one in asked if one.problem is not None] == []


def _cells(table: QTreeWidget) -> str:
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return " ".join(item.text(column) for item in items for column in range(table.columnCount()))


def test_a_training_that_a_page_began_is_ended_by_the_same_key(user: User) -> None:
    page = open_page(user, "shrinking")
    user.key(Qt.Key.Key_2)
    bar = page.findChildren(SearchBar)
    (button,) = [one.button for one in bar if one.isVisible()]
    user.key(Qt.Key.Key_S)
    user.wait(lambda: user.window.searches.busy)
    user.wait(lambda: button.text().startswith("Cancel"))
    user.key(Qt.Key.Key_S)
    user.wait(lambda: not user.window.searches.busy)

    assert not user.window.run_list.runs()


def test_an_ensemble_of_the_chosen_experiment_goes_into_the_list_and_leads_to_dropout(user: User, small: Small) -> None:
    user.show(small(images=200, hidden=(5,), epochs=3))
    page = open_page(user, "ensemble")
    assert isinstance(page, EnsemblePage)
    page.choices.networks.setValue(3)
    user.key(Qt.Key.Key_S)
    user.wait(lambda: page.keep.isEnabled() and not user.window.searches.busy)
    press(user, Qt.Key.Key_U, page.keep)

    runs = user.window.run_list.runs()
    assert [len(run.repeats) for run in runs] == [3, 3]
    assert {run.history.experiment.regularization.penalty for run in runs} == {"none", "l2"}
    press(user, Qt.Key.Key_V, page.dropout)
    assert isinstance(user.window.tabs.page, DropoutPage)


def test_dropout_walks_through_the_network_of_the_selected_run(user: User, small: Small) -> None:
    train(user, small(images=200, hidden=(6,), epochs=2))
    page = open_page(user, "dropout")
    user.key(Qt.Key.Key_I, CTRL)
    user.wait(lambda: "1" in said(page) and "training digits" in said(page))
    before = said(page)
    user.key(Qt.Key.Key_A)

    user.wait(lambda: said(page) != before)


@pytest.mark.drawn
def test_pages_without_runs_say_what_will_be_seen_in_each_language(user: User) -> None:
    for name in GROUPS[WHY]:
        page = open_page(user, name)
        text = said(page)
        user.key(Qt.Key.Key_F2)

        assert text, name
        user.wait(lambda page=page, text=text: said(page) != text)
