"""What the page about all runs concludes about two of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.runs_page import RunsPage
from nnreg_gui.pages.runs.runs_sentences import compared, differing
from nnreg_gui.plots.drawn_run import DrawnRun

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
ASKED = "What does a change of one setting do?"


@pytest.fixture
def page(qtbot: QtBot) -> RunsPage:
    page = RunsPage()
    qtbot.addWidget(page)
    page.resize(960, 490)
    with qtbot.waitExposed(page):
        page.show()
    return page


def with_accuracy(history: RunHistory, experiment: Experiment, accuracy: float) -> RunHistory:
    """Return a run of an experiment with this validation accuracy in every epoch."""
    run = RunHistory(experiment)
    for record in history.kept():
        run.add(replace(record, validation_accuracy=accuracy))
    return run


def repeated(history: RunHistory, experiment: Experiment, number: int, *accuracies: float) -> DrawnRun:
    runs = tuple(
        with_accuracy(history, replace(experiment, seed=seed), accuracy) for seed, accuracy in enumerate(accuracies)
    )
    return DrawnRun(runs[0], number, repeats=runs)


def test_two_runs_of_one_seed_are_told_but_not_judged(page: RunsPage, small: Small, trained: Trained) -> None:
    off, l2 = trained(small(epochs=3)), trained(small(epochs=3, penalty="l2", lambda_=1.0))
    page.show_runs([])
    assert page.conclusion.text() == ASKED
    page.show_runs([DrawnRun(off, 1, selected=True)])
    assert page.conclusion.text() == ASKED
    page.show_runs([DrawnRun(off, 1), DrawnRun(l2, 2, live=True, selected=True)])
    assert page.conclusion.text() == ASKED
    assert not page.conclusion.is_answer

    page.show_runs([DrawnRun(off, 1), DrawnRun(l2, 2, selected=True)])
    gain = 100 * float(l2.column("validation_accuracy")[-1] - off.column("validation_accuracy")[-1])
    points = f"{gain:+.1f}".replace("-", "\N{MINUS SIGN}") if abs(gain) > 0.05 else "±0.0"
    assert page.conclusion.text() == f"Run 2: {points} points of validation against run 1, one seed each."
    assert page.conclusion.is_answer


@pytest.mark.parametrize(
    ("accuracies", "said"),
    [
        ((0.90, 0.91, 0.92), "Run 2 generalizes better than run 1: +10.0 points."),
        ((0.70, 0.71, 0.72), "Run 2 generalizes worse than run 1: \N{MINUS SIGN}10.0 points."),
        ((0.80, 0.815, 0.83), "Run 2 is not clearly better or worse than run 1: +0.5 points."),
    ],
)
def test_of_repeats_it_is_said_which_ones_are_better(
    page: RunsPage, small: Small, trained: Trained, accuracies: tuple[float, ...], said: str
) -> None:
    pattern, off, l2 = trained(small(epochs=2)), small(epochs=2), small(epochs=2, penalty="l2", lambda_=1.0)
    runs = [repeated(pattern, off, 1, 0.80, 0.81, 0.82), repeated(pattern, l2, 2, *accuracies)]
    page.show_runs([runs[0], replace(runs[1], selected=True)])

    assert page.conclusion.text() == said
    page.retranslate()
    assert page.conclusion.text() == said


def test_runs_that_differ_in_several_settings_are_no_answer(page: RunsPage, small: Small, trained: Trained) -> None:
    off, other = trained(small(epochs=2)), trained(small(epochs=2, penalty="l1", lambda_=1.0, learning_rate=0.1))
    page.show_runs([DrawnRun(off, 1), DrawnRun(other, 2, selected=True)])
    assert page.conclusion.text() == "Runs 1 and 2 differ in more than one setting: which one matters?"
    page.show_runs([DrawnRun(off, 1), DrawnRun(with_accuracy(off, off.experiment, 0.5), 2, selected=True)])

    assert page.conclusion.text() == "Runs 1 and 2 have the same settings: what does chance do?"
    assert not page.conclusion.is_answer


def test_a_penalty_with_its_lambda_is_one_setting_and_a_run_that_was_ended_before_another(
    small: Small, trained: Trained
) -> None:
    def shown(history: RunHistory) -> DrawnRun:
        return DrawnRun(history, 1)

    off, l2 = shown(trained(small(epochs=3))), shown(trained(small(epochs=3, penalty="l2", lambda_=1.0)))
    stronger = shown(trained(small(epochs=3, penalty="l2", lambda_=2.0)))
    ended = RunHistory(l2.history.experiment)
    for record in list(l2.history.kept())[:3]:
        ended.add(record)
    assert differing(off, off) == 0
    assert differing(off, l2) == differing(l2, stronger) == differing(l2, shown(ended)) == 1
    assert differing(off, shown(trained(small(epochs=3, penalty="l2", lambda_=1.0, seed=2)))) == 2
    assert differing(off, shown(ended)) == 2


def test_the_selected_run_is_compared_with_the_baseline(small: Small, trained: Trained) -> None:
    history = trained(small(epochs=1))
    one, two, three = (DrawnRun(history, number) for number in (1, 2, 3))

    def numbers(*runs: DrawnRun) -> list[int]:
        pair = compared(runs)
        assert pair is not None
        return [run.number for run in pair]

    assert numbers(one, two, replace(three, selected=True)) == [1, 3]
    assert numbers(one, replace(two, baseline=True), replace(three, selected=True)) == [2, 3]
    assert numbers(replace(one, selected=True), two, three) == [2, 1]
    assert numbers(one, replace(two, baseline=True, selected=True), three) == [2, 3]
    assert compared([one]) is None
