"""Who pulls at a weight, as a user sees it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice, product

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.data_set import MNIST
from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.events import Changed
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.lecture_experiments import WITH_L1, WITH_L2
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.engine.questions.pruning_questions import FineTuningQuestion
from nnreg_gui.engine.questions.tug_of_war import DataPullQuestion, TugOfWar, WeightPlace
from nnreg_gui.engine.training import train
from nnreg_gui.pages.shrinking.sheet_choices import ALL, NEURON, OUTPUTS
from nnreg_gui.pages.shrinking.shrinking_page import TUG, ShrinkingPage
from nnreg_gui.pages.shrinking.tug_sentences import sheet_titles
from nnreg_gui.pages.shrinking.tug_view import AT_REST, TugView
from nnreg_gui.pages.trained_runs import network_of
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.texts import number_text, percent_text
from nnreg_gui.window.language import Language
from tests.pages.answering import Window
from tests.pages.finding_lambda.search_material import shown, texts
from tests.pages.rooms import Rooms
from tests.questions import answer_to
from tests.test_look import cut_texts

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
MILLION = 1e6
LEFT = Qt.MouseButton.LeftButton

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def window(digits: Digits) -> Window:
    return Window(digits)


@pytest.fixture
def page(window: Window, qtbot: QtBot) -> ShrinkingPage:
    page = ShrinkingPage(window.services)
    shown(qtbot, page)
    QTest.keyClick(page, Qt.Key.Key_4)
    return page


def _rested(small: Small) -> Experiment:
    return small(images=100, hidden=(4,), epochs=300, batch_size=100, penalty="l2", lambda_=5.0)


def _tug(run: DrawnRun, digits: Digits, experiment: Experiment | None = None) -> TugOfWar:
    record, own = run.record, run.history.experiment
    assert record is not None
    data = answer_to(DataPullQuestion(own, network_of(run)), digits)
    return TugOfWar.of(record.parameters.weights, data, experiment or own)


def test_before_there_are_runs_it_asks_and_s_trains_three(page: ShrinkingPage, window: Window, qtbot: QtBot) -> None:
    page.show_runs([])
    assert page.choice.value() == TUG
    assert page.conclusion.text() == "Who pulls at a weight, and who is stronger?"
    assert "Press S to train three runs." in texts(page)
    assert not page.tug.other.isEnabled()

    QTest.keyClick(page, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(window.searches.searches) == 1)
    assert window.searches.searches[0].experiments == (WITH_L2, WITH_L1, AT_REST)
    assert "The networks are being trained" in texts(page)


def test_a_run_that_came_to_rest_lies_on_the_line(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, digits: Digits
) -> None:
    run = DrawnRun(trained(_rested(small)), 2, selected=True)
    page.show_runs([run])
    assert "The pulls are being measured" in texts(page)
    window.questions.answer()

    tug = _tug(run, digits)
    r = number_text(tug.correlation, 2)
    assert page.conclusion.text() == (f"Data and penalty nearly balance: weights lie near the line (correlation {r}).")
    share = percent_text(float(tug.balanced.mean()))
    assert f"below 10 % of the larger pull at {share} of weights; correlation {r}." in texts(page)
    assert len(page.tug.plot.drawn) == len(tug.weights)
    largest, middle, small_one = page.tug.arrows._pulled
    assert [one.name for one in (largest, middle, small_one)] == ["Largest", "Middle", "Near 0"]
    assert abs(largest.weight) > abs(middle.weight) > abs(small_one.weight)
    assert largest.penalty == pytest.approx(-5.0 / 100 * largest.weight)
    assert largest.data * largest.penalty < 0


def test_a_run_that_has_the_network_of_another_is_told_of_too(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    source = trained(small(epochs=4, penalty="l2", lambda_=5.0))
    for number in (1, 2):
        replayed = RunHistory(source.experiment)
        replayed.grow_like(source, 4)
        page.show_runs([DrawnRun(replayed, number, selected=True)])
        window.questions.answer()
        assert page.tug.tug is not None, number


def test_another_lambda_ends_the_balance_although_the_weights_lie_on_a_line(
    page: ShrinkingPage, window: Window, small: Small, measured: Digits
) -> None:
    experiment = _rested(small)
    without_the_end = islice(train(experiment, measured), experiment.training.epochs + 1)
    history = RunHistory.of(experiment, without_the_end)
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    window.questions.answer()
    assert page.conclusion.text().startswith("Data and penalty nearly balance")

    spec = replace(experiment.regularization, lambda_=10.0)
    history.add(Changed(300.0, experiment, replace(experiment, regularization=spec)))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    assert page.tug.tug is not None
    assert page.tug.tug.correlation > 0.95
    assert page.conclusion.text().startswith("The tug of war goes on")


def test_without_a_penalty_and_with_l1_it_says_what_is_seen(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, digits: Digits
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=4)), 1, selected=True)])
    window.questions.answer()
    assert page.conclusion.text() == "Without a penalty only the data pull at the weights."
    assert "only the penalty acts" not in texts(page)

    run = DrawnRun(trained(small(epochs=150, penalty="l1", lambda_=0.5)), 2, selected=True)
    page.show_runs([run])
    window.questions.answer()
    tug = _tug(run, digits)
    held = percent_text(float(tug.held.mean()), 0)
    assert page.conclusion.text() == f"L1 holds {held} of the weights at 0: the data pull less there than it does."
    assert [name for _, name in page.tug.plot.legend._entries] == ["±λ/n", "balance"]

    page.show_runs([replace(run, epoch=1)])  # looking back
    window.questions.answer()
    assert page.conclusion.text().startswith("The tug of war goes on: both pulls cancel at")
    page.show_runs([])
    assert not page.tug.plot.legend._entries


def test_a_click_or_a_key_chooses_a_weight_and_r_forgets_it(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    page.show_runs([DrawnRun(trained(_rested(small)), 2, selected=True)])
    window.questions.answer()
    view, tug = page.tug, page.tug.tug
    assert tug is not None
    place = int(np.argsort(np.abs(tug.weights))[-1])
    spot = view.plot.view.mapViewToScene(QPointF(tug.weights[place], MILLION * tug.data[place]))
    viewport = view.plot._canvas.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(round(spot.x()), round(spot.y())))
    layer, neuron, source = tug.where(place)
    qtbot.waitUntil(lambda: len(view.arrows._pulled) == 4)
    source_name = f"from neuron {source + 1}" if layer else f"pixel ({source // 28 + 1}, {source % 28 + 1})"
    target = f"output {neuron}" if layer else f"neuron {neuron + 1}"
    assert view.arrows._pulled[0].name == f"Layer {layer + 1}, {target}, {source_name}"
    assert view.arrows._pulled[0].weight == pytest.approx(tug.weights[place])

    QTest.keyClick(page, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: view.arrows._pulled[0].weight != pytest.approx(tug.weights[place]))
    assert [one.name for one in view.arrows._pulled[1:]] == ["Largest", "Middle", "Near 0"]
    QTest.keyClick(page, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: [one.name for one in view.arrows._pulled] == ["Largest", "Middle", "Near 0"])
    assert not view.back.isEnabled()


def _cell(view: TugView, row: int, column: int) -> None:
    """Click the weight in a row and a column of the picture."""
    QTest.mouseClick(view.sheet, LEFT, pos=view.sheet.cell_area(row, column).center().toPoint())


def _keys(view: TugView, *keys: Qt.Key) -> None:
    view.sheet.setFocus(Qt.FocusReason.TabFocusReason)
    for key in keys:
        QTest.keyClick(view.sheet, key)


def _chosen(view: TugView) -> tuple[str, float, float]:
    one = view.arrows._pulled[0]
    return one.name, one.weight, one.data


def test_a_click_in_the_picture_of_a_neuron_shows_the_arrows_of_that_weight(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, digits: Digits
) -> None:
    run = DrawnRun(trained(_rested(small)), 2, selected=True)
    page.show_runs([run])
    window.questions.answer()
    view = page.tug
    QTest.keyClick(page, Qt.Key.Key_G)
    assert (view.choices.picture, view.sheet.isVisible(), view.plot.isVisible()) == (NEURON, True, False)
    assert run.record is not None
    weights = run.record.parameters.weights
    data = answer_to(DataPullQuestion(run.history.experiment, network_of(run)), digits)
    assert np.array_equal(view.sheet.weights, weights[0][0].reshape(28, 28))

    _cell(view, 11, 14)
    pixel = 11 * 28 + 14
    assert _chosen(view) == ("Layer 1, neuron 1, pixel (12, 15)", weights[0][0, pixel], data[0][0, pixel])
    assert view.sheet.marked == (11, 14)
    view.choices.box.stepUp()
    assert np.array_equal(view.sheet.weights, weights[0][1].reshape(28, 28))
    assert _chosen(view) == ("Layer 1, neuron 2, pixel (12, 15)", weights[0][1, pixel], data[0][1, pixel])

    QTest.keyClick(page, Qt.Key.Key_G)
    assert (view.choices.picture, view.sheet.marked) == (OUTPUTS, None)
    assert not view.choices.box.isVisible()
    _cell(view, 9, 2)
    assert _chosen(view) == ("Layer 2, output 9, from neuron 3", weights[1][9, 2], data[1][9, 2])
    QTest.keyClick(page, Qt.Key.Key_G)
    assert (view.choices.picture, view.plot.isVisible()) == (ALL, True)
    assert _chosen(view)[0] == "Layer 2, output 9, from neuron 3"


def test_arrow_keys_lead_from_the_largest_weight_to_the_next_and_stay_in_the_picture(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    run = DrawnRun(trained(_rested(small)), 2, selected=True)
    page.show_runs([run])
    window.questions.answer()
    view = page.tug
    QTest.keyClick(page, Qt.Key.Key_G)
    _keys(view, Qt.Key.Key_Left)
    row, column = np.unravel_index(int(np.abs(view.sheet.weights).argmax()), (28, 28))
    assert view.sheet.marked == (row, column), "the largest, while none is chosen"
    _keys(view, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert view.sheet.marked == (row + 1, column + 1)
    assert _chosen(view)[0] == f"Layer 1, neuron 1, pixel ({row + 2}, {column + 2})"
    _keys(view, *(40 * [Qt.Key.Key_Up]), *(40 * [Qt.Key.Key_Left]))
    assert view.sheet.marked == (0, 0)
    assert _chosen(view)[0] == "Layer 1, neuron 1, pixel (1, 1)"


def test_the_picture_follows_a_weight_chosen_elsewhere(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    page.show_runs([DrawnRun(trained(_rested(small)), 2, selected=True)])
    window.questions.answer()
    view = page.tug
    QTest.keyClick(page, Qt.Key.Key_G)
    seen = set()
    for _ in range(8):
        before = view.arrows._pulled[0]
        QTest.keyClick(page, Qt.Key.Key_X)
        qtbot.waitUntil(lambda before=before: view.arrows._pulled[0] is not before)  # type: ignore[misc]
        assert view.sheet.marked is not None
        assert float(view.sheet.weights[view.sheet.marked]) == _chosen(view)[1]
        seen.add(view.choices.neuron)
    assert len(seen) > 1


def test_a_pruned_weight_cannot_be_chosen(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, digits: Digits
) -> None:
    whole = trained(small(epochs=2, penalty="l2", lambda_=1.0))
    assert whole.newest is not None
    question = FineTuningQuestion(whole.experiment, whole.newest.parameters, Pruning(0.7, epochs=1))
    run = DrawnRun(answer_to(question, digits), 2, selected=True)
    page.show_runs([run])
    window.questions.answer()
    view = page.tug
    QTest.keyClick(page, Qt.Key.Key_G)
    left = np.argwhere(view.sheet.weights)
    gone = np.argwhere(view.sheet.weights == 0)
    _cell(view, *gone[0])
    assert view.sheet.marked is None
    _cell(view, *left[3])
    name, weight, _ = _chosen(view)
    assert name == f"Layer 1, neuron 1, pixel ({left[3][0] + 1}, {left[3][1] + 1})"
    assert weight == view.sheet.weights[tuple(left[3])]
    _keys(view, Qt.Key.Key_Right)
    assert view.sheet.marked is not None
    assert view.sheet.weights[view.sheet.marked] != 0


def test_networks_of_other_depths_have_pictures_too(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    view = page.tug
    flat, deep = (trained(small(hidden=hidden, epochs=1)) for hidden in ((), (4, 3)))
    for history, name in (
        (flat, "Layer 1, output 0, pixel (12, 15)"),
        (deep, "Layer 3, output 4, from neuron 3"),
    ):
        page.show_runs([DrawnRun(history, 1, selected=True)])
        window.questions.answer()
        view.choices.choice.set_value(view.choices.choice.names()[-1])
        _cell(view, *((11, 14) if history is flat else (4, 2)))
        assert _chosen(view)[0] == name
    assert view.choices.choice.names() == [ALL, NEURON, OUTPUTS]
    view.choices.choice.set_value(ALL)
    assert view.tug is not None
    between = view.tug.index(WeightPlace(1, 2, 3))
    assert between is not None
    view.plot.weight_clicked.emit(between)
    assert _chosen(view)[0] == "Layer 2, neuron 3, from neuron 4"


def test_while_it_trains_the_same_weights_are_followed_and_lambda_pulls_at_once(
    page: ShrinkingPage, window: Window, small: Small, measured: Digits, monkeypatch: pytest.MonkeyPatch
) -> None:
    experiment = small(epochs=5, penalty="l2", lambda_=1.0)
    history, events = RunHistory(experiment), train(experiment, measured)
    while len(history) < 2:
        history.add(next(events))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    window.questions.answer()
    first = list(page.tug.arrows._pulled)
    assert {one.name for one in first} == {"Followed"}
    monkeypatch.setattr(TugOfWar, "example", None)  # no others are looked for

    spec = replace(experiment.regularization, lambda_=2.0)
    history.add(Changed(1.5, experiment, replace(experiment, regularization=spec)))
    page.show_runs([DrawnRun(history, 1, live=True, selected=True)])
    second = list(page.tug.arrows._pulled)
    assert [one.penalty for one in second] == pytest.approx([2 * one.penalty for one in first])
    assert [one.data for one in second] == [one.data for one in first]


def test_what_training_follows_instead_is_said(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=2, penalty="l2", lambda_=1.0, dropout=0.2)), 1, selected=True)])
    window.questions.answer()
    assert "Training follows other pulls than those drawn, which are without dropout." in texts(page)
    assert "A step of training follows the pull of 10 of the images only." in texts(page)


def test_a_question_that_fails_is_told_and_asked_again_when_the_view_is_opened(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained
) -> None:
    runs = [DrawnRun(trained(small(epochs=4)), 1, selected=True)]
    page.show_runs(runs)
    window.questions.fail()
    assert "This could not be measured" in texts(page)
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page, Qt.Key.Key_4)
    window.questions.answer()
    assert page.conclusion.is_answer


def test_it_fits_in_both_languages(
    page: ShrinkingPage, window: Window, small: Small, trained: Trained, language: Language, rooms: Rooms
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=4, penalty="l1", lambda_=0.5)), 1, selected=True)])
    window.questions.answer()
    for (width, height), code, picture in product(((960, 490), (480, 245)), ("en", "cs"), (ALL, NEURON, OUTPUTS)):
        rooms.give(page, width, height)
        language.switch(code)
        page.retranslate()
        page.tug.choices.choice.set_value(picture)
        assert (page.width(), page.height()) == (width, height)
        assert list(cut_texts(page)) == []


def test_braces_in_the_name_of_a_class_stay_as_they_are() -> None:
    braces = replace(MNIST, classes=("{a}", *MNIST.classes[1:-1], "}"))

    assert [title.format("2") for title in sheet_titles(OUTPUTS, 2, braces)] == [
        "Hidden neurons (across) → outputs {a}–} (down), ±2",
        "To outputs {a}–}, ±2",
    ]
