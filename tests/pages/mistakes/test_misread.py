"""The new images on the page of mistakes: which, what they are, and what the network says."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.network import forward
from nnreg_gui.engine.questions.lies import LyingDigitsQuestion
from nnreg_gui.engine.questions.mistakes import Mistakes, MistakesQuestion
from nnreg_gui.engine.questions.question import ValidationQuestion
from nnreg_gui.pages.mistakes.mistakes_page import LIES, NEW, MistakesPage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import whole_text
from tests.fixture_types import Small, Trained
from tests.pages.answering import Answering, texts


@pytest.fixture
def history(small: Small, trained: Trained) -> RunHistory:
    return trained(small(images=200, hidden=(12,), epochs=4))


def _drawn(history: RunHistory, number: int = 1, **options: object) -> DrawnRun:
    return DrawnRun(history, number, selected=True, **options)  # type: ignore[arg-type]


def test_without_a_run_the_question_stands_there_and_nothing_is_asked(page: MistakesPage, questions: Answering) -> None:
    page.show_runs([])

    assert page.conclusion.text() == "Which new images does the network misread?"
    assert "Press Space" in page._why_empty()
    assert questions.asked == []


def test_every_mistake_is_shown_with_what_it_is_and_what_the_network_says_the_surest_first(
    page: MistakesPage, questions: Answering, history: RunHistory, digits: Digits
) -> None:
    page.show_runs([_drawn(history, 4)])
    questions.answer()
    assert [type(question) for question in questions.asked] == [ValidationQuestion, MistakesQuestion]
    record, validation = history.newest, digits.validation
    assert record is not None
    outputs = forward(record.parameters, validation.inputs, "sigmoid")
    said, sureness = outputs.argmax(1), outputs.max(1)
    wrong = np.flatnonzero(said != validation.labels)
    counts = f"{whole_text(len(wrong))} of {whole_text(len(validation))}"
    own = round(200 * (1 - record.training_accuracy))

    assert page.conclusion.text() == f"Run 4 misreads {counts} new images, and {own} of its own 200."
    captions, images = [], []
    while True:
        captions += page.sheet.captions
        images += list(page.sheet.images)
        if not page.further.isEnabled():
            break
        page.further.click()
    surest_first = wrong[np.argsort(-sureness[wrong], kind="stable")]
    assert captions == [f"{validation.labels[row]} → {said[row]}" for row in surest_first]
    assert np.allclose(images, validation.images[surest_first] / 255)
    assert f"Output above 0.9: {(sureness[wrong] > 0.9).sum()}" in texts(page)


def test_a_click_shows_one_in_large_with_its_outputs(
    page: MistakesPage, questions: Answering, history: RunHistory
) -> None:
    page.show_runs([_drawn(history)])
    questions.answer()
    QTest.mouseClick(page.sheet, Qt.MouseButton.LeftButton, pos=page.sheet.image_area(3).center().toPoint())
    is_one, said = page.sheet.captions[3].split(" → ")

    assert np.array_equal(page.digit.images[0], page.sheet.images[3])
    assert f"This is a {is_one}. The network says {said}, with an output of" in texts(page)
    outputs = [float(part.split(": ")[1]) for part in page.bars.accessibleDescription().split(", ")]
    assert int(np.argmax(outputs)) == int(said)


def test_a_chosen_image_stays_while_it_trains_as_long_as_it_is_misread(
    page: MistakesPage, questions: Answering, history: RunHistory
) -> None:
    growing = RunHistory(history.experiment)
    growing.grow_like(history, 2)
    page.show_runs([_drawn(growing, live=True)])
    questions.answer()
    page.sheet.image_clicked.emit(5)
    chosen = page.digit.images.copy()
    assert page._read is not None
    row = page._chosen

    for epochs, rows, stays in ((3, [7, row], True), (4, [7], False)):
        growing.grow_like(history, epochs)
        page.show_runs([_drawn(growing)])
        questions.answer_with(Mistakes(np.array(rows), np.eye(10, dtype=np.float32)[: len(rows)]))
        assert np.array_equal(page.digit.images, chosen) == stays


def test_a_run_without_mistakes_leaves_an_empty_sheet(
    page: MistakesPage, questions: Answering, history: RunHistory
) -> None:
    page.show_runs([_drawn(history)])
    questions.answer(most=1)
    questions.answer_with(Mistakes(np.zeros(0, int), np.zeros((0, 10), np.float32)))

    assert page.conclusion.text().startswith("Run 1 misreads 0 of")
    assert len(page.sheet.images) == len(page.digit.images) == 0
    assert page._why_empty() == ""


def test_where_labels_lie_the_mistakes_on_its_own_images_are_not_counted(
    page: MistakesPage, questions: Answering, small: Small, trained: Trained
) -> None:
    experiment = small(images=200, hidden=(12,), epochs=2)
    page.show_runs([_drawn(trained(replace(experiment, data=replace(experiment.data, wrong_labels=0.3))))])
    questions.answer()

    assert page.conclusion.text().endswith("new images.")


def test_g_turns_to_the_lies_and_back_and_each_view_asks_only_for_itself(
    page: MistakesPage, questions: Answering, history: RunHistory, small: Small, trained: Trained
) -> None:
    page.show_runs([_drawn(history)])
    questions.answer()
    misread = page.conclusion.text()
    QTest.keyClick(page, Qt.Key.Key_G)
    assert page.present_view == LIES
    assert page.conclusion.text() == "Does the network learn the noise?"
    assert len(page.sheet.images) == 0
    assert questions.of(LyingDigitsQuestion) == [], "none of its labels lie"

    QTest.keyClick(page, Qt.Key.Key_G)
    assert page.present_view == NEW
    assert page.conclusion.text() == misread
    assert len(questions.of(MistakesQuestion)) == 1, "the answer was kept"


def test_both_figures_are_those_of_the_network_that_was_asked_though_it_learns_on(
    page: MistakesPage, questions: Answering, small: Small, trained: Trained
) -> None:
    source = trained(small(images=200, hidden=(12,), epochs=8))
    growing = RunHistory(source.experiment)
    growing.grow_like(source, 1)
    own = [round(200 * (1 - share)) for share in source.column("training_accuracy")]
    assert own[1] != own[8], "a case that tells something"
    page.show_runs([_drawn(growing, live=True)])
    questions.answer(most=1)
    growing.grow_like(source, 8)
    questions.answer()

    assert page.conclusion.text().endswith(f" and {own[1]} of its own 200.")
    page.retranslate()
    assert page.conclusion.text().endswith(f" and {own[1]} of its own 200.")


def test_another_network_is_asked_about_when_the_user_looks_back(
    page: MistakesPage, questions: Answering, history: RunHistory
) -> None:
    page.show_runs([_drawn(history)])
    questions.answer()
    page.show_runs([_drawn(history, epoch=1)])
    questions.answer()
    record = history.record_near(1)
    assert record is not None

    first, second = questions.of(MistakesQuestion)
    assert first.network.parameters is not second.network.parameters
    assert second.network.parameters is record.parameters
