"""All panels together, which make up an experiment."""

import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel, QToolButton, QWidget

from nnreg_gui.engine.experiment import (
    LARGEST_SEED,
    AugmentationSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.experiment_document import GROUPS
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.scenarios import load_scenarios
from nnreg_gui.panels.experiment_panel import ExperimentPanel
from nnreg_gui.resource_files import resource_path
from nnreg_gui.widgets.folding_group import FoldingGroup
from tests.engine.test_experiment import experiments


@pytest.fixture
def panel(show: Callable[[QWidget], QWidget]) -> ExperimentPanel:
    panel = ExperimentPanel()
    panel.resize(360, 700)
    show(panel)
    return panel


def _header(panel: ExperimentPanel, title: str) -> QToolButton:
    return next(button for button in panel.findChildren(QToolButton) if button.text() == title)


def _titles(panel: ExperimentPanel) -> list[str]:
    """Return the titles of the visible groups."""
    return [group._header.text() for group in panel.findChildren(FoldingGroup) if group.isVisible()]


def _notes(panel: ExperimentPanel, part: str) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if part in label.text() and label.isVisible()]


def test_it_begins_with_the_run_that_overfits(panel: ExperimentPanel) -> None:
    assert panel.value() == Experiment()
    assert panel.problem() is None


def test_every_scenario_goes_through_it_unchanged(panel: ExperimentPanel) -> None:
    for scenario in load_scenarios(resource_path("scenarios")):
        panel.set_value(scenario.experiment)

        assert panel.value() == scenario.experiment
        assert panel.problem() is None, scenario.title["en"]


def test_an_extreme_experiment_goes_through_it_unchanged(panel: ExperimentPanel) -> None:
    experiment = Experiment(
        network=NetworkSpec(hidden=(1, 2_000, 3), activation="tanh", initial_weights="scaled"),
        cost="mean_squared_error",
        regularization=RegularizationSpec(penalty="l1", lambda_=0.001, penalize_biases=True, dropout=0.95),
        training=TrainingSpec(
            learning_rate=0.00001,
            batch_size=1_000,
            epochs=100_000,
            stopping=StoppingSpec(rule="no_improvement", parameter=99_999, watch="cost", action="mark"),
        ),
        seed=0,
    )
    panel.set_value(experiment)

    assert panel.value() == experiment


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(experiment=experiments())
@example(experiment=Experiment(training=TrainingSpec(learning_rate=5e-324)))
@example(experiment=Experiment(regularization=RegularizationSpec(lambda_=sys.float_info.max, dropout=1 - 2**-53)))
def test_every_experiment_goes_through_it_unchanged(panel: ExperimentPanel, experiment: Experiment) -> None:
    panel.set_value(experiment)
    for box in panel.findChildren(QAbstractSpinBox):
        box.interpretText()  # as Space does while a box has keyboard focus

    assert panel.value() == experiment
    assert panel.problem() is None


def test_a_number_that_is_changed_leaves_all_others_as_they_were(
    panel: ExperimentPanel, type_number: Callable[[QWidget, str, str], None]
) -> None:
    for title in ("Augmentation", "Training"):
        QTest.mouseClick(_header(panel, title), Qt.MouseButton.LeftButton)
    QApplication.processEvents()  # the augmentation's sliders are built when first shown
    third = 1 / 3
    experiment = Experiment(
        regularization=RegularizationSpec(lambda_=1e308, dropout=third),
        augmentation=AugmentationSpec(rotation=third, shift=13.999999999, noise=1e-300),
        training=TrainingSpec(learning_rate=1e-320),
        seed=7,
    )
    panel.set_value(experiment)
    type_number(panel, "Rotation", "30")
    type_number(panel, "Seed", "8")

    assert panel.value() == replace(experiment, augmentation=replace(experiment.augmentation, rotation=30.0), seed=8)


def test_the_last_seed_is_followed_by_0(panel: ExperimentPanel) -> None:
    panel.set_value(Experiment(seed=LARGEST_SEED))
    panel.take_next_seed()

    assert panel.value() == Experiment(seed=0)


def test_one_change_is_said_once(
    panel: ExperimentPanel,
    choose: Callable[[QWidget, str], None],
    type_number: Callable[[QWidget, str, str], None],
) -> None:
    said: list[Experiment] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    choose(panel, "L2")
    assert len(said) == 1
    type_number(panel, "λ", "5")

    assert [experiment.regularization.lambda_ for experiment in said] == [0.1, 5]


def test_a_folded_group_says_in_one_line_what_it_holds(panel: ExperimentPanel) -> None:
    summaries = {
        "Data": "1,000 images",
        "Network": "784-30-10, sigmoid, large weights",
        "Cost": "cross-entropy",
        "Training": "η 0.5, m 10, 400 epochs",
    }
    assert _header(panel, "Regularization").isChecked(), "it is what the lecture is about"
    for title, summary in summaries.items():
        header = _header(panel, title)
        assert not header.isChecked()
        assert header.accessibleDescription() == summary
        QTest.mouseClick(header, Qt.MouseButton.LeftButton)
        assert header.isChecked()


def test_choices_that_exclude_each_other_are_a_problem_with_a_sentence(
    panel: ExperimentPanel,
    choose: Callable[[QWidget, str], None],
    type_number: Callable[[QWidget, str, str], None],
) -> None:
    choose(panel, "L2")
    type_number(panel, "λ", "2000")

    assert isinstance(panel.problem(), ExperimentError)
    assert len(_notes(panel, "ηλ/n = 1")) == 1
    with pytest.raises(ExperimentError):
        panel.value()
    panel.set_note("This needs a new run.")
    assert _notes(panel, "This needs") == [], "the problem goes first"
    type_number(panel, "λ", "1999")
    assert panel.problem() is None
    assert _notes(panel, "This needs") == ["This needs a new run."]
    panel.set_note("")
    assert _notes(panel, "This needs") == []


def test_the_penalty_s_numbers_follow_choices_that_exclude_each_other(panel: ExperimentPanel) -> None:
    spec = RegularizationSpec(penalty="l2", lambda_=10.0)
    panel.set_value(Experiment(regularization=spec))
    (eta,) = [
        b for b in panel.findChildren(QWidget) if b.accessibleName() == "Learning rate η" and hasattr(b, "setValue")
    ]
    (weights,) = [box for box in panel.findChildren(QComboBox) if box.accessibleName() == "Initial weights"]
    eta.setValue(1_000.0)
    weights.setCurrentIndex(weights.findData("scaled"))

    assert panel.problem() is not None
    assert _notes(panel, "1 − ηλ/n = −9")
    assert _notes(panel, "Initial weights: scaled")


def test_a_mini_batch_of_more_than_all_images_is_a_problem(panel: ExperimentPanel) -> None:
    panel.set_value(Experiment(training=TrainingSpec(batch_size=1_000)))
    assert panel.problem() is None
    QTest.mouseClick(_header(panel, "Data"), Qt.MouseButton.LeftButton)
    box = next(b for b in panel.findChildren(QWidget) if b.accessibleName() == "Images n" and hasattr(b, "stepBy"))
    box.stepBy(-1)

    assert panel.problem() is not None
    assert "smaller mini-batch" in str(panel.problem())


def test_the_next_seed_draws_other_weights_and_changes_nothing_else(panel: ExperimentPanel) -> None:
    said: list[Experiment] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    panel.take_next_seed()

    assert said == [Experiment(seed=2)]


def test_a_problem_is_said_in_czech(czech: None, show: Callable[[QWidget], QWidget]) -> None:
    panel = ExperimentPanel()
    show(panel)
    panel.set_value(Experiment(regularization=RegularizationSpec(penalty="l2", lambda_=1.0)))
    _header(panel, "Regularizace")
    (box,) = [
        b for b in panel.findChildren(QWidget) if b.accessibleName() == "λ" and hasattr(b, "stepBy") and b.isVisible()
    ]
    box.setValue(3_000)

    assert panel.problem() is not None
    assert len(_notes(panel, "příliš velké")) == 1


def test_a_stopping_rule_chosen_elsewhere_is_a_decision(panel: ExperimentPanel) -> None:
    said: list[Experiment] = []
    panel.changed.connect(lambda: said.append(panel.value()))
    rule = StoppingSpec(rule="pq", parameter=0.75)
    panel.choose_stopping(rule)

    assert [experiment.training.stopping for experiment in said] == [rule]


def test_the_tab_key_goes_from_top_to_bottom_and_from_left_to_right(panel: ExperimentPanel) -> None:
    for header in panel.findChildren(QToolButton):
        if header.isCheckable() and not header.isChecked():
            QTest.mouseClick(header, Qt.MouseButton.LeftButton)
    panel.set_value(replace(Experiment(), regularization=RegularizationSpec(penalty="l2", lambda_=0.1)))
    QApplication.processEvents()
    places, widget = [], panel.nextInFocusChain()
    while widget is not panel:
        if panel.isAncestorOf(widget) and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            place = widget.mapTo(panel.widget(), widget.rect().center())
            places.append((place.y() // widget.fontMetrics().height(), place.x(), type(widget).__name__))
        widget = widget.nextInFocusChain()

    assert len(places) > 30
    up = [(before, after) for before, after in pairwise(places) if after[0] < before[0] - 1]
    assert up == []


def test_only_some_groups_may_be_shown_and_all_keep_their_choices(panel: ExperimentPanel) -> None:
    chosen = Experiment(network=NetworkSpec(hidden=(7,)), seed=3)
    panel.set_value(chosen)

    panel.show_groups(["regularization", "training"])
    assert _titles(panel) == ["Regularization", "Training"]
    assert panel.value() == chosen

    panel.show_groups([])
    assert _titles(panel) == []

    panel.show_groups(None)
    assert _titles(panel) == [
        "Regularization",
        "Augmentation",
        "Data",
        "Network",
        "Cost",
        "Training",
        "Early stopping",
    ]
    assert panel.value() == chosen


def test_it_knows_the_groups_that_lessons_name(panel: ExperimentPanel) -> None:
    titles = []
    for name in GROUPS:
        panel.show_groups([name])
        titles += _titles(panel)

    assert len(set(titles)) == len(GROUPS) == 7
    with pytest.raises(KeyError):
        panel.show_groups(["regularization", "nothing"])
    assert _titles(panel) == titles[-1:], "nothing has changed"


def test_a_hidden_group_stays_folded_or_not(panel: ExperimentPanel) -> None:
    QTest.mouseClick(_header(panel, "Network"), Qt.MouseButton.LeftButton)

    panel.show_groups(["data"])
    panel.show_groups(None)

    assert _header(panel, "Network").isChecked()
    assert not _header(panel, "Data").isChecked()
