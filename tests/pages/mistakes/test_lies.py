"""The lies on the page of mistakes: which digits, what their labels say, and what the network says."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import weighted_outputs
from nnreg_gui.engine.questions.lies import LiesQuestion, LyingDigitsQuestion
from nnreg_gui.engine.wrong_labels import WrongLabels, wrong_labels
from nnreg_gui.pages.mistakes.mistakes_page import LIES, MistakesPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.plots.style import is_dark, run_colour
from nnreg_gui.widgets.themes import apply_theme
from tests.pages.answering import Answering, texts

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def page(page: MistakesPage) -> MistakesPage:
    page.open_view(LIES)
    return page


@pytest.fixture
def lying(small: Small, trained: Trained) -> Callable[..., RunHistory]:
    """Return a function that trains a network on 200 images of which 60 are labelled wrongly."""

    def train(**options: object) -> RunHistory:
        experiment = small(**{"epochs": 8, "images": 200, "hidden": (12,)} | options)
        return trained(replace(experiment, data=replace(experiment.data, wrong_labels=0.3)))

    return train


def _drawn(history: RunHistory, number: int = 1, **options: object) -> DrawnRun:
    return DrawnRun(history, number, selected=True, **options)  # type: ignore[arg-type]


def _truth(history: RunHistory, digits: Digits, epoch: int = -1) -> tuple[WrongLabels, np.ndarray]:
    """Return which labels lie, and what the network says of all training images."""
    split = digits.training[:200]
    record = history.newest if epoch < 0 else history.record_near(epoch)
    assert record is not None
    said = weighted_outputs(record.parameters, split.inputs, "sigmoid").argmax(1)
    return wrong_labels(history.experiment, split.labels), said


def test_without_lies_nothing_is_asked_and_it_says_what_to_do(
    page: MistakesPage, questions: Answering, small: Small, trained: Trained
) -> None:
    page.show_runs([_drawn(trained(small(epochs=1)))])

    assert questions.asked == []
    assert page.conclusion.text() == "Does the network learn the noise?"
    assert "Wrong labels" in page._why_empty()


def test_the_lies_learnt_by_heart_come_first_and_the_conclusion_counts_them(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], digits: Digits
) -> None:
    history = lying()
    page.show_runs([_drawn(history, 4)])
    questions.answer()
    wrong, said = _truth(history, digits)
    learnt, in_spite = wrong.learnt(said), wrong.in_spite(said)
    assert 0 < learnt.sum() < 60, "a case that tells something"

    assert [type(question) for question in questions.asked] == [LyingDigitsQuestion, LiesQuestion]
    assert page.conclusion.text() == (
        f"Run 4 repeats {learnt.sum()} of the 60 lies, and sees through {in_spite.sum()}."
    )
    assert history.newest is not None
    assert learnt.mean() == history.newest.wrong_labels_learnt, "as the curves say"
    lies = [*np.flatnonzero(learnt), *np.flatnonzero(~learnt & ~in_spite), *np.flatnonzero(in_spite)]
    captions = list(page.sheet.captions)
    assert len(captions) == 40
    page.further.click()
    captions += page.sheet.captions
    assert not page.further.isEnabled()
    signs = {True: "✗", False: "–"}
    assert captions == [
        f"{'✓' if in_spite[lie] else signs[bool(learnt[lie])]} {wrong.told[wrong.lies[lie]]} → {said[wrong.lies[lie]]}"
        for lie in lies
    ]
    assert page._read is not None
    assert page._read.learnt is page._read.learnt, "forty captions ask for it: it is found once"
    last = digits.training.images[wrong.lies[lies[-1]]]
    assert np.allclose(page.sheet.images[-1], last / 255)


def test_a_click_shows_a_digit_large_with_its_ten_outputs(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], qtbot: QtBot
) -> None:
    page.show_runs([_drawn(lying())])
    questions.answer()
    QTest.mouseClick(page.sheet, Qt.MouseButton.LeftButton, pos=page.sheet.image_area(3).center().toPoint())
    _, told, _, said = page.sheet.captions[3].split()

    assert np.array_equal(page.digit.images[0], page.sheet.images[3])
    assert f"The label says {told}" in texts(page)
    assert page._read is not None
    spoken = page.bars.accessibleDescription()
    outputs = [float(part.split(": ")[1]) for part in spoken.split(", ")]
    assert len(outputs) == 10
    assert int(np.argmax(page._read.outputs[page._read.order[3]])) == int(said)


def test_while_it_trains_the_network_is_asked_again_and_the_chosen_digit_stays(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], digits: Digits, qtbot: QtBot
) -> None:
    source = lying()
    growing = RunHistory(source.experiment)
    growing.grow_like(source, 2)
    page.show_runs([_drawn(growing, live=True)])
    questions.answer()
    page.sheet.image_clicked.emit(1)
    chosen = page.digit.images.copy()

    growing.grow_like(source, 8)
    page.show_runs([_drawn(growing, live=True)])
    assert len(questions.of(LiesQuestion)) == 1, "not more often than twice a second"
    page.show_runs([_drawn(growing)])
    questions.answer()
    wrong, said = _truth(source, digits)
    assert f"repeats {wrong.learnt(said).sum()} of" in page.conclusion.text()
    assert np.array_equal(page.digit.images, chosen)
    assert len(questions.of(LyingDigitsQuestion)) == 1, "the digits are asked for once"


def test_a_paused_run_is_asked_for_its_last_network_though_nobody_shows_it_again(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], digits: Digits, qtbot: QtBot
) -> None:
    source = lying()
    growing = RunHistory(source.experiment)
    growing.grow_like(source, 2)
    page.show_runs([_drawn(growing, live=True)])
    questions.answer()
    growing.grow_like(source, 8)
    page.show_runs([_drawn(growing, live=True)])
    assert questions.waiting == [], "too soon"

    qtbot.waitUntil(lambda: bool(questions.waiting), timeout=5_000)
    questions.answer()
    wrong, said = _truth(source, digits)
    assert f"repeats {wrong.learnt(said).sum()} of" in page.conclusion.text()


def test_the_bars_follow_the_look(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], qapp: QApplication, qtbot: QtBot
) -> None:
    apply_theme(qapp, "light")
    page.show_runs([_drawn(lying(), 2)])
    questions.answer()
    apply_theme(qapp, "dark")
    qtbot.waitUntil(lambda: is_dark(page.palette()))

    assert page.bars._colour == run_colour(2, page.palette())


def test_another_run_with_other_digits_replaces_the_lies(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], small: Small, trained: Trained
) -> None:
    page.show_runs([_drawn(lying())])
    questions.answer()
    page.show_runs([_drawn(lying(images=100), 2)])
    assert page.conclusion.text() == "Does the network learn the noise?", "nothing of another run stays"
    questions.answer()
    assert "Run 2 repeats" in page.conclusion.text()
    assert "of the 30 lies" in page.conclusion.text()

    page.show_runs([_drawn(trained(small(epochs=1)), 3)])
    assert len(page.sheet.images) == 0


def test_a_run_that_has_the_network_of_another_is_told_of_too(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory]
) -> None:
    """A step of a lesson that is gone through twice is replayed twice, from the same networks."""
    source = lying()
    for number in (1, 2):
        replayed = RunHistory(source.experiment)
        replayed.grow_like(source, 8)
        page.show_runs([_drawn(replayed, number)])
        questions.answer()
        assert page.conclusion.text().startswith(f"Run {number} repeats")


def test_runs_with_the_same_data_and_seed_have_the_same_lies(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory], digits: Digits
) -> None:
    for number, options in enumerate(({}, {"hidden": (6,)}, {"seed": 2}), start=1):
        history = lying(**options)
        page.show_runs([_drawn(history, number)])
        questions.answer()
        wrong, said = _truth(history, digits)
        assert f"Run {number} repeats {wrong.learnt(said).sum()} of" in page.conclusion.text()

    assert [question.experiment.seed for question in questions.of(LyingDigitsQuestion)] == [1, 2]


def test_a_failure_is_said_and_asked_again_when_the_page_is_opened_again(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory]
) -> None:
    run = _drawn(lying())
    page.show_runs([run])
    questions.fail(ValueError("no memory"))
    assert "no memory" in page._why_empty()
    page.show_runs([run])
    assert questions.waiting == []

    page.hide()
    page.show()
    questions.answer()
    assert "Run 1 repeats" in page.conclusion.text()


def test_a_network_that_could_not_be_asked_is_asked_again(
    page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory]
) -> None:
    run = _drawn(lying())
    page.show_runs([run])
    questions.answer(most=1)
    assert [type(question) for question in questions.waiting] == [LiesQuestion]
    questions.fail(ValueError("no memory"))
    page.show_runs([run])
    assert questions.waiting == [], "not at every drawing"

    page.hide()
    page.show()
    questions.answer()
    assert "Run 1 repeats" in page.conclusion.text()


def test_hidden_it_asks_nothing(page: MistakesPage, questions: Answering, lying: Callable[..., RunHistory]) -> None:
    page.hide()
    page.show_runs([_drawn(lying())])

    assert questions.asked == []
