"""The page about ensembles: networks trained for it, and the chosen runs."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.questions.ensembles import EnsembleQuestion, called_by_average
from nnreg_gui.engine.questions.lies import EnsembleLiesQuestion
from nnreg_gui.engine.questions.question import Network
from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.details import Details
from tests.pages.answering import Window
from tests.pages.finding_lambda.search_material import Small, Trained, press, shown, texts
from tests.pages.rooms import Rooms
from tests.pages.rotation.rotation_material import few, going_on, over
from tests.questions import answer_to

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def base(small: Small) -> Experiment:
    return small(epochs=2)


@pytest.fixture
def window(digits: Digits, trained: Trained) -> Window:
    return Window(few(digits), trained)


@pytest.fixture
def page(window: Window, base: Experiment, qtbot: QtBot) -> EnsemblePage:
    page = EnsemblePage(window.services)
    page.choices.networks.setValue(3)
    page.set_experiment(base)
    shown(qtbot, page)
    window.questions.answer()
    return page


@pytest.fixture
def key(page: EnsemblePage, qtbot: QtBot) -> Callable[[str], None]:
    return lambda letter: qtbot.keyClick(page, letter)


def _train_all(page: EnsemblePage, window: Window, qtbot: QtBot) -> None:
    press(qtbot, page.bar.button)
    window.searches.train_all()
    window.questions.answer()


def test_before_the_first_network_it_says_what_comes(page: EnsemblePage) -> None:
    assert "Press S to train them" in texts(page)
    assert "3 networks without regularization and 3 with L2 λ 0.01: 100 images, 2 epochs each." in texts(page)
    assert (page.conclusion.text(), page.conclusion.is_answer) == ("Do several networks know more than one?", False)
    assert page.bar.button.text() == "Train 6 networks"
    assert not page.keep.isEnabled()


def test_what_is_found_is_drawn_while_the_rest_is_trained(
    page: EnsemblePage, window: Window, key: Callable[[str], None], base: Experiment, qtbot: QtBot
) -> None:
    key("S")
    qtbot.waitUntil(lambda: len(window.searches.searches) == 1)  # a key presses a button for a moment
    experiments = window.searches.searches[0].experiments
    assert window.searches.searches[0].networks
    assert [(one.regularization.penalty, one.seed) for one in experiments] == [
        (penalty, seed) for seed in (1, 2, 3) for penalty in ("none", "l2")
    ]
    assert experiments[2] == replace(base, seed=2)

    window.searches.train(0)
    window.searches.train(1, 2)
    assert [len(question.networks) for question in window.questions.of(EnsembleQuestion)] == [1, 1], "one at a time"
    assert len(window.questions.waiting) == 2
    window.questions.answer()
    assert [len(one.single) for one in page.plot.series] == [2, 1]
    assert not page.conclusion.is_answer, "while it goes on"
    assert page.bar.button.text() == "Cancel"
    press(qtbot, page.bar.button)
    assert [reply.page for reply in window.searches.cancelled] == ["ensemble"]
    window.searches.end()
    assert "The search ended before its end: 3 of 6 runs were trained." in texts(page)

    press(qtbot, page.bar.button)
    assert len(window.searches.searches[1].experiments) == 3, "known networks are not trained again"
    window.searches.train_all()
    window.questions.answer()
    assert [len(one.average) for one in page.plot.series] == [3, 3]
    assert page.conclusion.is_answer
    assert "without regularization together" in page.conclusion.text()
    assert "L2 λ 0.01" in page.conclusion.text()
    assert [one.colour for one in page.plot.series] == ["none", "l2"], "as on every page"
    assert page.bar.button.text() == "All are trained"
    assert not page.bar.button.isEnabled()


def test_the_picture_shows_what_the_engine_finds(
    page: EnsemblePage, window: Window, digits: Digits, trained: Trained, qtbot: QtBot
) -> None:
    _train_all(page, window, qtbot)
    split, without = few(digits).validation, page.plot.series[0]
    runs = [trained(one) for one in window.searches.searches[0].experiments[::2]]
    records = [run.newest for run in runs]
    networks = [Network(record.parameters, "sigmoid") for record in records if record is not None]
    together = called_by_average(np.stack([one.outputs(split.inputs) for one in networks]))

    assert without.average[-1] == pytest.approx(np.mean(together == split.labels))
    assert without.average[0] == pytest.approx(np.mean(without.single))
    assert "Without regularization, a single network recognizes" in texts(page)
    assert "3 together" in texts(page)
    assert "100 images, 2 epochs, seeds 1 to 3" in texts(page)


def test_digits_that_the_ensemble_rescues_are_leafed_through(
    page: EnsemblePage, window: Window, key: Callable[[str], None], qtbot: QtBot
) -> None:
    _train_all(page, window, qtbot)
    first = list(page.rescued.sheet.captions)
    assert len(first) == 9
    for one in first:
        said, together = one.split(" → ")
        assert len(set(said.split())) > 1, "single networks disagree"
        assert together in "0123456789"
    key("D")
    qtbot.waitUntil(lambda: list(page.rescued.sheet.captions) != first)
    key(",")
    qtbot.waitUntil(lambda: list(page.rescued.sheet.captions) == first)
    key("A")
    assert page.rescued.choice.value() == "regularized"


def test_runs_of_the_list_are_not_trained_again(
    page: EnsemblePage, window: Window, base: Experiment, trained: Trained, qtbot: QtBot
) -> None:
    page.show_runs([over(trained(base)), over(trained(replace(base, seed=2)), 2)])
    window.questions.answer()

    assert len(page.plot.series[0].single) == 2
    assert page.bar.button.text() == "Train 4 networks"
    page.show_runs([over(trained(base)), going_on(trained(replace(base, seed=2)), 2)])
    assert page.bar.button.text() == "Train 5 networks", "one that goes on may still be changed"


def test_what_was_trained_goes_into_the_list_as_two_entries(
    page: EnsemblePage, window: Window, key: Callable[[str], None], qtbot: QtBot
) -> None:
    listed: list[tuple[RunHistory, ...]] = []
    page.repeats_trained.connect(listed.append)
    _train_all(page, window, qtbot)
    key("U")
    qtbot.waitUntil(lambda: len(listed) == 2)

    assert [[one.experiment.seed for one in histories] for histories in listed] == [[1, 2, 3], [1, 2, 3]]
    assert [histories[0].experiment.regularization.penalty for histories in listed] == ["none", "l2"]
    page.show_runs([DrawnRun(runs[0], number, repeats=runs) for number, runs in enumerate(listed, start=1)])
    assert not page.keep.isEnabled()


def test_the_chosen_runs_answer_together(
    page: EnsemblePage, window: Window, key: Callable[[str], None], small: Small, trained: Trained
) -> None:
    """Repeats count one by one, hidden layers may differ, and unfinished runs do not take part."""
    runs = [trained(small(epochs=2, seed=seed)) for seed in (1, 2)]
    other = trained(small(epochs=2, hidden=(4,)))
    key("G")
    assert "train some by Space" in texts(page)
    page.show_runs([over(other, 5)])
    window.questions.answer()
    assert "A single network is no ensemble" in texts(page)

    page.show_runs([DrawnRun(runs[0], 3, repeats=tuple(runs)), over(other, 5), going_on(trained(small()), 6)])
    window.questions.answer()
    (series,) = page.plot.series
    assert series.numbers == (3, 3, 5)
    assert page.conclusion.text().startswith("3 networks together")
    assert "They disagree on" in texts(page)
    assert not page.bar.isVisible()
    assert not page.keep.isEnabled()

    page.all_hidden = True
    page.show_runs([])
    assert page.hidden_text() in texts(page)


def test_of_runs_with_wrong_labels_it_says_how_many_they_repeat_together(
    page: EnsemblePage,
    window: Window,
    key: Callable[[str], None],
    small: Small,
    trained: Trained,
    digits: Digits,
    qtbot: QtBot,
) -> None:
    _train_all(page, window, qtbot)
    assert "Wrong labels" not in texts(page)
    assert not window.questions.of(EnsembleLiesQuestion), "nothing is asked about networks without lies"

    lying = small(epochs=8)
    lying = replace(lying, data=replace(lying.data, wrong_labels=0.3))
    page.set_experiment(lying)
    _train_all(page, window, qtbot)
    found = []
    for group in ("none", "l2"):
        (question,) = [
            one
            for one in window.questions.of(EnsembleLiesQuestion)
            if [told.regularization.penalty for told in one.experiments] == 3 * [group]
        ]
        assert [one.seed for one in question.experiments] == [1, 2, 3]
        answer = answer_to(question, digits)
        found.append([f"{100 * share:.1f} %" for share in (answer.single, answer.average, answer.vote)])
    off, l2 = ("{} → {} ({})".format(*figures) for figures in found)
    said = f"Wrong labels repeated, alone → together (by vote): no regularization {off}; L2 λ 0.01 {l2}."
    assert f"{said} They were told different lies." in texts(page).replace("\N{NO-BREAK SPACE}", " ")
    learnt = [trained(replace(lying, seed=seed)).newest.wrong_labels_learnt for seed in (1, 2, 3)]  # type: ignore[union-attr]
    assert found[0][0] == f"{100 * np.mean(learnt):.1f} %", "alone, as the runs say"

    key("G")
    runs = [over(trained(replace(lying, network=replace(lying.network, hidden=(size,)))), size) for size in (4, 5)]
    page.show_runs(runs)
    window.questions.answer()
    assert "All were told the same lies." in texts(page)
    page.show_runs(runs[:1])
    window.questions.answer()
    assert "Wrong labels" not in texts(page), "one alone is no ensemble"


def test_another_experiment_leaves_the_picture_and_says_so(
    page: EnsemblePage, window: Window, base: Experiment, small: Small, qtbot: QtBot
) -> None:
    _train_all(page, window, qtbot)
    Details.unfold_all(False)
    page.set_experiment(small(epochs=3))
    assert len(page.plot.series) == 2
    assert "The experiment has changed since." in texts(page)
    assert page.bar.button.text() == "Train 6 networks"

    page.set_experiment(base)
    assert "The experiment has changed since." not in texts(page)
    page.choices.networks.setValue(2)
    window.questions.answer()
    assert [len(one.single) for one in page.plot.series] == [2, 2]


def test_a_setting_without_effect_leaves_what_was_trained(
    page: EnsemblePage, window: Window, small: Small, qtbot: QtBot
) -> None:
    _train_all(page, window, qtbot)
    page.set_experiment(small(epochs=2, lambda_=3.0))  # kept for later while the penalty is off
    assert [len(one.single) for one in page.plot.series] == [3, 3]
    assert page.bar.button.text() == "All are trained"
    assert page.keep.isEnabled()


def test_keys_choose(page: EnsemblePage, key: Callable[[str], None], qtbot: QtBot) -> None:
    key("Q")
    assert not page.choices.value().quick
    with qtbot.waitSignal(page.page_wanted):
        key("V")


def test_problems_are_said(page: EnsemblePage, window: Window, qtbot: QtBot) -> None:
    press(qtbot, page.bar.button)
    window.searches.train(0)
    window.searches.fail(1, Problem("It diverged."))
    window.questions.fail(Problem("There is no memory."))
    assert "This could not be measured: There is no memory." in texts(page)
    assert "Without a result: L2 λ 0.01, η 0.5 (seed 1). It diverged." in texts(page)

    page.hide()
    page.show()
    window.questions.answer()
    assert len(page.plot.series[0].single) == 1, "asked again"


def test_it_fits_into_little_room(page: EnsemblePage, window: Window, qtbot: QtBot, rooms: Rooms) -> None:
    _train_all(page, window, qtbot)
    em = page.fontMetrics().height()
    rooms.give(page, 30 * em, 16 * em)

    assert (page.width(), page.height()) == (30 * em, 16 * em)
    assert page.plot.isVisible()
    assert not page.rescued.isVisible()
    assert "3 together: " in texts(page)
    page.show_whole()


def test_a_click_leaves_the_keyboard_alone(page: EnsemblePage) -> None:
    for button in page.findChildren(QAbstractButton):
        assert not button.focusPolicy() & Qt.FocusPolicy.ClickFocus
        assert button.toolTip()
