"""Accuracy over the size of the training set, as a user presses and sees it."""

import numpy as np
import pytest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.finding_lambda.sizes_view import SizesView
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.room import Room, tell_room
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import made_up_run, press, shown, texts

pytestmark = pytest.mark.usefixtures("unfolded")


def _by_size(experiment: Experiment) -> RunHistory:
    """Make up a run: regularization helps by a point, by four with 1,000 images."""
    n, regularized = experiment.data.training_images, experiment.regularization != RegularizationSpec()
    gain = 0.04 if n == 1_000 else 0.01
    return made_up_run(experiment, 0.5 + 0.1 * np.log10(n / 100) + (gain if regularized else 0.0))


@pytest.fixture
def view(trial: GridTrial, trainer: Searching, qtbot: QtBot) -> SizesView:
    trainer.run_of = _by_size
    view = SizesView(trial, Conclusion())
    view.set_experiment(Experiment(seed=3))
    shown(qtbot, view)
    return view


def test_the_picture_and_its_sentence(view: SizesView, trainer: Searching, qtbot: QtBot) -> None:
    assert "Press S" in texts(view)
    assert view._conclusion.text() == "When does regularization help: with few images, or with many?"
    assert "with L2 λ/n = 0.0001, and without; 24 runs" in texts(view)
    press(qtbot, view.bar.button)
    trainer.train_all()

    assert [one.name for one in view.plot._series] == ["L2", "no regularization"]
    assert [point.value for point in view.plot._series[0].points] == [100, 300, 1_000, 3_000, 10_000, 50_000]
    assert view.plot._series[0].points[-1].remark == "5 epochs"
    text = texts(view).replace("\N{NO-BREAK SPACE}", " ")
    assert "n = 100: 50.0 % ± 0.0 without, 51.0 % ± 0.0 with regularization." in text
    assert "n = 50,000: 77.0 % ± 0.0 without" in text
    assert "The difference is largest at n = 1,000: +4.0 points." in text
    assert view._conclusion.text() == "Regularization helps most with 1,000 images: +4.0 points."
    assert view._conclusion.is_answer
    assert "250 epochs at n = 100–1,000; 83 at 3,000; 25 at 10,000; 5 at 50,000" in text


def test_a_difference_within_what_seeds_explain_is_none(view: SizesView, trainer: Searching, qtbot: QtBot) -> None:
    def by_chance(experiment: Experiment) -> RunHistory:
        regularized = experiment.regularization != RegularizationSpec()
        return made_up_run(experiment, 0.8 + 0.02 * (experiment.seed % 2) + (0.01 if regularized else 0.0))

    trainer.run_of = by_chance
    press(qtbot, view.bar.button)
    trainer.train_all()

    # two seeds each, both with deviation 0.014: a point is less than 4.3 times 0.014
    assert "No difference is larger than seeds explain." in texts(view)
    assert "largest at" not in texts(view)
    assert view._conclusion.text() == "No difference is larger than seeds explain."


@pytest.mark.parametrize(
    ("at_few", "at_many", "said"),
    [
        (0.04, -0.02, "Regularization helps with 100 images, but harms with 50,000."),
        (-0.02, -0.04, "Regularization harms, most with 50,000 images: −4.0 points."),
    ],
)
def test_it_says_where_regularization_harms(
    view: SizesView, trainer: Searching, qtbot: QtBot, at_few: float, at_many: float, said: str
) -> None:
    def harmed(experiment: Experiment) -> RunHistory:
        gain = {100: at_few, 50_000: at_many}.get(experiment.data.training_images, 0.0)
        accuracy = 0.8 + 0.001 * (-1) ** experiment.seed
        return made_up_run(experiment, accuracy + (gain if experiment.regularization != RegularizationSpec() else 0.0))

    trainer.run_of = harmed
    press(qtbot, view.bar.button)
    trainer.train_all()

    assert view._conclusion.text() == said


def test_all_sizes_can_be_chosen(view: SizesView, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, next(one for one in view.findChildren(QRadioButton) if one.text() == "All sizes"))
    assert "54 runs" in texts(view)
    press(qtbot, view.bar.button)

    assert {one.data.training_images for one in trainer.searches[0].experiments} >= {200, 20_000}


def test_the_regularization_is_that_of_the_experiment(view: SizesView, trainer: Searching, qtbot: QtBot) -> None:
    view.set_experiment(Experiment(regularization=RegularizationSpec(penalty="l1", lambda_=0.2, dropout=0.5)))
    assert "with L1 λ/n = 0.0002, dropout 0.5, and without" in texts(view)
    press(qtbot, view.bar.button)
    trainer.train(0)
    view.set_experiment(Experiment())

    assert "The experiment has changed since." in texts(view)


def test_a_part_is_kept_after_a_cancel(view: SizesView, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, view.bar.button)
    trainer.train(0, 1)
    press(qtbot, view.bar.button)
    trainer.end()

    assert trainer.cancelled == trainer.replies
    assert "n = 100" in texts(view)
    assert "2 of 24 runs" in texts(view)
    assert not view._conclusion.is_answer


def test_a_low_view_says_only_the_difference(view: SizesView, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, view.bar.button)
    trainer.train_all()
    tell_room(view, Room.COMPACT)

    assert "The difference is largest" in texts(view)
    assert "with regularization." not in texts(view)


def test_another_language_keeps_what_was_found(
    view: SizesView, trainer: Searching, language: object, qtbot: QtBot
) -> None:
    press(qtbot, view.bar.button)
    trainer.train_all()
    language.switch("cs")  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: "51,0" in texts(view), timeout=5_000)
    assert len(view.plot._series) == 2


def test_differences_have_a_sign(qapp: object) -> None:
    assert (signed_points(0.041), signed_points(-0.003)) == ("+4.1", "−0.3")


@pytest.mark.parametrize(
    ("sign", "said"),
    [
        (1, "Regularization clearly helps with 1,000 images: +1.0 points."),
        (-1, "Regularization clearly harms with 1,000 images: −1.0 points."),
    ],
)
def test_no_size_is_called_that_of_most_where_chance_may_make_more_of_another(
    view: SizesView, trainer: Searching, qtbot: QtBot, sign: int, said: str
) -> None:
    def by_size(experiment: Experiment) -> RunHistory:
        n, regularized = experiment.data.training_images, experiment.regularization != RegularizationSpec()
        gain, chance = {100: (0.04, 0.02), 1_000: (0.01, 0.001)}.get(n, (0.0, 0.001))
        return made_up_run(experiment, 0.8 + chance * (-1) ** experiment.seed + sign * gain * regularized)

    trainer.run_of = by_size
    press(qtbot, view.bar.button)
    trainer.train_all()

    assert view._conclusion.text() == said
    assert "largest at" not in texts(view)
