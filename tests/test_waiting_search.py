"""A search that waits for another in the window: what it says, and what its key does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages import compared_runs
from nnreg_gui.pages.ensemble.ensemble_page import EnsemblePage
from nnreg_gui.pages.finding_lambda.finding_lambda_page import FindingLambdaPage
from nnreg_gui.pages.search_bar import SearchBar
from nnreg_gui.widgets.elided_label import ElidedLabel
from tests.conftest import User
from tests.fixture_types import Small

LONG = 60_000  # milliseconds
ENDLESS = 100_000  # epochs


def _said(bar: SearchBar) -> str:
    labels = [*bar.findChildren(QLabel), *bar.findChildren(ElidedLabel)]
    return " | ".join(label.text() for label in labels if label.isVisible())


def _press_s(user: User, bar: SearchBar) -> None:
    user.wait(lambda: bar.button.isVisible() and bar.button.isEnabled())
    before = bar.button.text()
    user.key(Qt.Key.Key_S)
    user.wait(lambda: bar.button.text() != before)


def _begin_search_for_lambda(user: User, experiment: Experiment) -> FindingLambdaPage:
    user.show(experiment)
    user.window.tabs.open_page("finding_lambda")
    page = user.window.tabs.page
    assert isinstance(page, FindingLambdaPage)
    _press_s(user, page.lambdas.bar)
    assert page.lambdas.bar.button.text() == "Cancel"
    return page


def _begin_ensemble(user: User) -> EnsemblePage:
    user.window.tabs.open_page("ensemble")
    page = user.window.tabs.page
    assert isinstance(page, EnsemblePage)
    page.choices.networks.setValue(page.choices.networks.minimum())
    _press_s(user, page.bar)
    return page


def test_it_says_what_it_waits_for_and_is_cancelled_by_its_key_while_the_first_goes_on(
    user: User, small: Small
) -> None:
    first = _begin_search_for_lambda(user, small(images=300, epochs=ENDLESS))
    page = _begin_ensemble(user)
    assert _said(page.bar) == "Waits for Finding λ"
    assert page.bar.button.text() == "Cancel"
    (label,) = (one for one in page.bar.findChildren(ElidedLabel) if one.isVisible())
    user.wait(lambda: page.bar.rect().contains(label.geometry()))
    assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: _said(page.bar) == "Čeká na Hledání λ")
    user.key(Qt.Key.Key_F2)
    user.wait(lambda: (_said(page.bar), page.bar.button.text()) == ("Waits for Finding λ", "Cancel"))

    _press_s(user, page.bar)
    assert _said(page.bar) == ""
    assert user.window.searches.busy
    user.window.tabs.open_page("finding_lambda")
    assert first.lambdas.bar.button.text() == "Cancel"
    assert "Waits" not in _said(first.lambdas.bar)
    _press_s(user, first.lambdas.bar)
    assert not user.window.searches.busy


def test_it_begins_when_the_first_has_ended_and_another_waits_for_it_then(user: User, small: Small) -> None:
    first = _begin_search_for_lambda(user, small(images=300, epochs=ENDLESS))
    page = _begin_ensemble(user)
    user.window.repeats.start(small(images=100, epochs=ENDLESS))
    assert user.window.repeats.sentence() == "Training with 5 seeds waits for Finding λ; Esc ends it."
    user.window.tabs.open_page("finding_lambda")
    _press_s(user, first.lambdas.bar)
    assert first.lambdas.bar.button.text() == "Search"

    user.window.tabs.open_page("ensemble")
    user.wait(lambda: "/" in _said(page.bar), LONG)
    assert user.window.repeats.sentence() == "Training with 5 seeds waits for Ensemble; Esc ends it."
    _press_s(user, page.bar)
    user.wait(lambda: "done" in user.window.repeats.sentence(), LONG)
    user.key(Qt.Key.Key_Escape)
    user.wait(lambda: not user.window.searches.busy)


def test_what_two_pages_miss_is_trained_once(user: User, small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    experiments = small(epochs=200), small(epochs=200, penalty="l2", lambda_=0.1)
    monkeypatch.setattr(compared_runs, "EXPERIMENTS", experiments)
    for key in ("noise", "pruning"):
        user.window.tabs.open_page(key)
        bar = user.window.tabs.page.search_bar()
        assert bar is not None
        _press_s(user, bar)
    user.wait(lambda: not user.window.searches.busy, LONG)

    trained = [run.history.experiment for run in user.window.run_list.runs()]
    assert (len(trained), set(trained)) == (2, set(experiments))
