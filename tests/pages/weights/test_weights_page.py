"""The page about weights: what each neuron looks for."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.weights.weights_page import WeightsPage
from nnreg_gui.pages.weights.weights_sentences import weights_sentence
from nnreg_gui.plots.drawn_run import DrawnRun
from nnreg_gui.widgets.elided_label import ElidedLabel
from nnreg_gui.widgets.texts import percent_text, significant_text
from nnreg_gui.window.language import Language

NBSP = "\N{NO-BREAK SPACE}"
Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]


@pytest.fixture
def page(qtbot: QtBot) -> WeightsPage:
    page = WeightsPage()
    qtbot.addWidget(page)
    page.resize(800, 500)
    with qtbot.waitExposed(page):
        page.show()
    return page


def _texts(page: WeightsPage) -> str:
    return "\n".join(
        label.text() for kind in (QLabel, ElidedLabel) for label in page.findChildren(kind) if label.isVisible()
    )


def test_before_the_first_run_it_says_what_will_be_seen(page: WeightsPage, small: Small, trained: Trained) -> None:
    page.show_runs([])
    assert "Press Space to start" in _texts(page)

    page.show_runs([DrawnRun(trained(small(epochs=1)), 1, "Off", selected=True)])
    assert "Press Space to start" not in _texts(page)
    assert "Run 1: Off" in _texts(page)


def test_it_draws_the_selected_run(page: WeightsPage, small: Small, trained: Trained) -> None:
    runs = [
        DrawnRun(trained(small(epochs=1, hidden=(4,))), 1, "four"),
        DrawnRun(trained(small(epochs=1, hidden=(9,))), 2, "nine", selected=True),
    ]
    page.show_runs(runs)
    largest = np.abs(runs[1].history.newest.parameters.weights[0])

    assert "Run 2: nine" in _texts(page)
    assert page.images.scale == pytest.approx(float(np.quantile(largest, 0.995)), rel=1e-6)


def test_pointing_at_a_neuron_tells_of_its_weights(page: WeightsPage, small: Small, trained: Trained) -> None:
    history = trained(small(epochs=1))
    page.show_runs([DrawnRun(history, 1, "Off", selected=True)])
    page.images.neuron_hovered.emit(2)
    own = history.newest.parameters.weights[0][2]

    assert "Neuron 3: " in _texts(page)
    for number in (own.min(), own.max(), np.linalg.norm(own)):
        assert significant_text(float(number), 3) in _texts(page)
    page.images.neuron_hovered.emit(None)
    assert "Neuron 3" not in _texts(page)


def test_a_neuron_that_the_next_run_does_not_have_is_not_told_of(
    page: WeightsPage, small: Small, trained: Trained
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=1, hidden=(9,))), 1, "nine", selected=True)])
    page.images.neuron_hovered.emit(8)
    page.show_runs([DrawnRun(trained(small(epochs=1, hidden=(4,))), 2, "four", selected=True)])

    assert "Run 2: four" in _texts(page)


def test_it_speaks_the_present_language(
    page: WeightsPage, small: Small, trained: Trained, language: Language, qtbot: QtBot
) -> None:
    page.show_runs([DrawnRun(trained(small(epochs=1)), 1, "Off", selected=True)])
    page.images.neuron_hovered.emit(0)
    english = _texts(page)
    language.switch("cs")
    qtbot.waitUntil(lambda: _texts(page) != english and "Neuron 1: váhy" in _texts(page))

    language.switch("en")
    qtbot.waitUntil(lambda: _texts(page) == english)


def test_first_it_is_asked_then_said_what_became_of_the_weights(
    page: WeightsPage, small: Small, trained: Trained
) -> None:
    page.show_runs([])
    asked = page.conclusion.text()
    assert asked == "What does each neuron look for?"
    history = trained(small(epochs=5, penalty="l2", lambda_=2.0))
    page.show_runs([DrawnRun(history, 1, selected=True, epoch=0)])
    assert page.conclusion.text() == asked
    assert not page.conclusion.is_answer

    page.show_runs([DrawnRun(history, 3, selected=True)])
    sizes = [np.abs(one.parameters.weights[0]).mean() for one in (history.initial, history.newest)]
    assert sizes[1] < 0.9 * sizes[0]
    share = percent_text(float(sizes[1] / sizes[0]), 0)
    assert page.conclusion.text() == f"Run 3: these weights have shrunk to {share} of their initial size."
    assert page.conclusion.is_answer


def test_a_rewound_run_with_the_same_number_and_the_same_weights_is_another(
    page: WeightsPage, small: Small, trained: Trained
) -> None:
    untrained = trained(small(epochs=1)).initial
    assert untrained is not None
    for _ in range(2):
        history = RunHistory(small(epochs=1))
        history.add(replace(untrained, seconds=0.0, parameters=untrained.parameters.copy()))
        page.show_runs([DrawnRun(history, 1, selected=True)])
    assert "Run 1" in _texts(page)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (2.0, f"have grown to 200{NBSP}% of their initial size."),
        (1.02, "are as large as at the start."),
        (0.25, f"have shrunk to 25{NBSP}% of their initial size."),
    ],
)
def test_weights_are_compared_with_those_of_the_start(now: float, said: str) -> None:
    initial = np.linspace(-1, 1, 1_000, dtype=np.float32).reshape(2, 500)

    assert weights_sentence(1, now * initial, initial) == f"Run 1: these weights {said}"


def test_where_most_weights_are_nearly_0_that_is_said() -> None:
    initial = np.ones((2, 50), np.float32)
    now = initial.copy()
    now[:, :30] = 0

    assert weights_sentence(2, now, initial) == f"Run 2: 60{NBSP}% of these weights are nearly 0."
    assert weights_sentence(2, now, None) == f"Run 2: 60{NBSP}% of these weights are nearly 0."
    assert weights_sentence(2, initial, None) == ""


def test_without_weights_there_is_no_scale(page: WeightsPage, small: Small, trained: Trained, qtbot: QtBot) -> None:
    run = DrawnRun(trained(small(epochs=1)), 1, "Off", selected=True)
    page.show_runs([run])
    scale = page._scale._limit
    assert scale > 0
    page.show_runs([])
    assert page._scale._limit == 0

    page.show_runs([run])
    assert page._scale._limit == scale
