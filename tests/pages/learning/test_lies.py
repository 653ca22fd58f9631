"""What the Learning page says of a run whose labels are wrong in part."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import OF_LIES, RunHistory
from nnreg_gui.engine.overfitting import overfitting_signs
from nnreg_gui.pages.learning.learning_page import SIGNS, LearningPage
from nnreg_gui.pages.learning.signs_sentences import sign_sentence
from nnreg_gui.plots.curve import Line
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import percent_text
from tests.pages.learning.signs_material import recorded

NBSP = "\N{NO-BREAK SPACE}"
Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def page(qtbot: QtBot) -> LearningPage:
    page = LearningPage()
    qtbot.addWidget(page)
    page.resize(900, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


@pytest.fixture
def lying(small: Small, trained: Trained) -> Callable[..., RunHistory]:
    """Return a function that trains a network on images of which a fifth is labelled wrongly."""

    def train(**options: object) -> RunHistory:
        experiment = small(**{"epochs": 4} | options)
        return trained(replace(experiment, data=replace(experiment.data, wrong_labels=0.2)))

    return train


def _tiles(page: LearningPage) -> dict[str, str]:
    return {name: tile.accessibleDescription() for name, tile in page.tiles.items() if tile.isVisible()}


def _at(history: RunHistory, epoch: int) -> list[float]:
    return [float(history.column(name)[epoch]) for name in OF_LIES]


def test_two_tiles_give_way_to_what_is_learnt_and_what_is_seen_through(
    page: LearningPage, lying: Callable[..., RunHistory], small: Small, trained: Trained
) -> None:
    history = lying()
    learnt, in_spite = _at(history, -1)
    page.show_runs([DrawnRun(history, 1, selected=True)])

    assert list(_tiles(page)) == ["training", "validation", "gap", "learnt", "in_spite"]
    assert _tiles(page)["learnt"] == percent_text(learnt)
    assert _tiles(page)["in_spite"] == percent_text(in_spite)

    page.show_runs([DrawnRun(trained(small(epochs=2)), 1, selected=True)])
    assert list(_tiles(page)) == ["training", "validation", "gap", "largest_weight", "small_weights"]


def test_the_conclusion_counts_the_lies_of_this_run_at_the_epoch_looked_at(
    page: LearningPage, lying: Callable[..., RunHistory]
) -> None:
    history = lying()
    lies = history.experiment.data.lies
    for epoch in (None, 2):
        learnt, in_spite = map(percent_text, _at(history, -1 if epoch is None else epoch))
        page.show_runs([DrawnRun(history, 3, selected=True, epoch=epoch)])
        assert page.conclusion.text() == (
            f"Run 3: {learnt} of the {lies} wrong labels are learnt by heart, {in_spite} are seen through."
        )


def test_an_untrained_network_has_learnt_no_lies(page: LearningPage, lying: Callable[..., RunHistory]) -> None:
    history = lying()
    page.show_runs([DrawnRun(history, 3, selected=True, epoch=0)])
    assert page.conclusion.text() == "When does the network begin to overfit?"

    page.show_runs([DrawnRun(history, 3, selected=True, epoch=1)])
    assert "are learnt by heart" in page.conclusion.text()


def test_the_conclusion_is_about_the_restored_network_as_soon_as_a_rule_has_stopped_the_run(
    page: LearningPage, lying: Callable[..., RunHistory]
) -> None:
    history = lying()
    page.show_runs([DrawnRun(history, 3, live=True, selected=True)])
    best = history.record_near(2)
    assert best is not None
    history.add(Stopped(len(history) - 1, best, restored=True))
    page.show_runs([DrawnRun(history, 3, selected=True)])

    learnt, in_spite = map(percent_text, _at(history, 2))
    assert _tiles(page)["learnt"] == learnt
    assert f"{learnt} of the" in page.conclusion.text()
    assert f"{in_spite} are seen through" in page.conclusion.text()


def test_of_a_repeated_run_the_means_are_said(page: LearningPage, lying: Callable[..., RunHistory]) -> None:
    repeats = tuple(lying(seed=seed) for seed in (1, 2, 3))
    page.show_runs([DrawnRun(repeats[0], 1, selected=True, repeats=repeats)])
    mean = percent_text(float(np.mean([_at(history, -1)[0] for history in repeats])))

    assert _tiles(page)["learnt"] == mean
    assert f"Run 1: {mean} of the" in page.conclusion.text()


def test_only_the_selected_run_draws_its_lies_in_lines_of_their_own(
    page: LearningPage, lying: Callable[..., RunHistory], small: Small, trained: Trained
) -> None:
    liar, honest = lying(), trained(small(epochs=4))
    one, other = DrawnRun(liar, 1, selected=True), DrawnRun(honest, 2)
    page.show_runs([one, other])

    assert page.accuracy.columns(one) == ["training_accuracy", "validation_accuracy", *OF_LIES]
    assert page.accuracy.columns(other) == ["training_accuracy", "validation_accuracy"]
    assert page.accuracy.legend._entries[2:] == [(Line.DOTTED, "lies learnt"), (Line.DASH_DOTTED, "right in spite")]
    assert page.accuracy.view.viewRange()[1][0] <= min(_at(liar, -1)), "both are in the picture"

    page.show_runs([replace(one, selected=False), replace(other, selected=True)])
    assert page.accuracy.columns(replace(one, selected=False)) == ["training_accuracy", "validation_accuracy"]
    assert len(page.accuracy.legend._entries) == 2


def test_without_validation_lies_are_still_told_but_no_conclusion(
    page: LearningPage, lying: Callable[..., RunHistory]
) -> None:
    page.show_runs([DrawnRun(lying(), 1, selected=True)])
    page.show_validation(False)

    assert list(_tiles(page)) == ["training", "learnt", "in_spite"]
    assert page.conclusion.text() == "Is this a good network?"


def test_with_lies_near_100_percent_is_the_strongest_sign_and_needs_no_true_label(qapp: object) -> None:
    sign = overfitting_signs(*recorded("images_1000_off")).signs["high_accuracy"]
    honest, told = sign_sentence("high_accuracy", sign), sign_sentence("high_accuracy", sign, 0.2)

    assert told.startswith(honest)
    assert f"20{NBSP}% of the training labels are wrong" in told
    assert "strongest sign" in told
    assert "nobody needs the true labels" in told
    assert sign_sentence("gap", sign, 0.2) == sign_sentence("gap", sign)


def test_the_signs_in_detail_speak_of_the_lies_of_the_selected_run(
    page: LearningPage, lying: Callable[..., RunHistory], small: Small, trained: Trained
) -> None:
    page.open_view(SIGNS)
    assert page.signs_view is not None
    page.show_runs([DrawnRun(lying(), 1, selected=True)])
    assert page.signs_view.rows["high_accuracy"].wrong_labels == 0.2
    assert page.signs.entries["high_accuracy"].wrong_labels == 0.2

    page.show_runs([DrawnRun(trained(small(epochs=4)), 2, selected=True)])
    assert page.signs_view.rows["high_accuracy"].wrong_labels == 0.0
