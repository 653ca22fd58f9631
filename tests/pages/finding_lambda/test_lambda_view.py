"""The search for λ, as a user presses and sees it."""

from dataclasses import replace

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec, TrainingSpec
from nnreg_gui.pages.finding_lambda.lambda_view import LambdaView
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.room import Room, tell_room
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import Small, Trained, press, shown, texts

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def view(trial: GridTrial, qtbot: QtBot) -> LambdaView:
    view = LambdaView(trial, Conclusion())
    view.set_experiment(Experiment(seed=3))
    shown(qtbot, view)
    return view


@pytest.fixture
def chosen(view: LambdaView) -> list[Experiment]:
    experiments: list[Experiment] = []
    view.experiment_chosen.connect(experiments.append)
    return experiments


def _all(qtbot: QtBot, view: LambdaView) -> None:
    press(qtbot, next(one for one in view.findChildren(QRadioButton) if one.text() == "All"))


def test_the_picture_grows_as_runs_come(view: LambdaView, trainer: Searching, qtbot: QtBot) -> None:
    assert "Press S" in texts(view)
    _all(qtbot, view)
    press(qtbot, view.bar.button)
    [search] = trainer.searches
    assert len(search.experiments) == 56
    assert "56 runs" in texts(view)
    assert "being trained" in texts(view)

    trainer.train(0, 1, 2)
    assert "Best so far: L2 λ = 0.032" in texts(view)
    assert view._conclusion.text() == "Which λ is best?", "as long as more is to come"
    assert sum(len(one.points) for one in view.plot._series) == 3
    trainer.train_all()
    assert "Best: L2 λ = 0.32 with" in texts(view)
    assert "without a penalty, 83.4" in texts(view)
    assert [len(one.points) for one in view.plot._series] == [9, 9, 9, 1]
    written = [item.toPlainText() for item in view.plot.view.childGroup.childItems() if isinstance(item, pg.TextItem)]
    assert any(text.startswith("best: L2 λ = 0.32, ") for text in written)


def test_it_says_which_lambda_may_be_as_good(view: LambdaView, trainer: Searching, qtbot: QtBot) -> None:
    view.choices.high.setValue(10)
    view.choices.count.setValue(8)
    press(qtbot, view.bar.button)
    trainer.train(0, 1, 2)
    assert "standard error" not in texts(view), "not before all is known"
    trainer.train_all()

    # λ 0.52 is 0.08 points worse than 0.19, and the standard error is 0.14; 0.072 is 0.8 points worse
    assert "Within one standard error of it: λ from 0.19 to 0.52." in texts(view)
    assert view._conclusion.text() == "L2 helps, best with λ from 0.19 to 0.52."
    assert view._conclusion.is_answer


def test_of_one_seed_each_it_says_that_this_tells_little(
    view: LambdaView, trainer: Searching, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    trainer.run_of = trained
    view.set_experiment(small(epochs=1))
    press(qtbot, next(one for one in view.findChildren(QRadioButton) if one.text() == "Thorough"))
    view.choices.count.setValue(2)
    view.choices.seeds.setValue(1)
    press(qtbot, view.bar.button)
    trainer.train_all()

    assert "One seed each does not tell neighbours apart." in texts(view)


def test_it_says_on_what_was_measured_and_when_that_is_another_experiment(
    view: LambdaView, trainer: Searching, qtbot: QtBot
) -> None:
    press(qtbot, view.bar.button)
    trainer.train_all()
    for part in ("1,000 images", "60 epochs", "seeds 3 to 4", "784-30-10"):
        assert part in texts(view)
    view.set_experiment(Experiment(seed=3, regularization=RegularizationSpec(penalty="l2", lambda_=2.0)))
    assert "another one" not in texts(view)

    view.set_experiment(Experiment(seed=3, network=NetworkSpec(hidden=(100,))))
    assert "The experiment has changed since." in texts(view)
    assert "784-30-10" in texts(view)
    assert "Best: " in texts(view)


def test_the_best_is_used_by_key(view: LambdaView, trainer: Searching, chosen: list[Experiment], qtbot: QtBot) -> None:
    assert not view.use.isEnabled()
    press(qtbot, view.bar.button)
    trainer.train_all()
    with qtbot.waitSignal(view.experiment_chosen):
        qtbot.keyClick(view, Qt.Key.Key_U)

    assert chosen == [Experiment(seed=3, regularization=RegularizationSpec(penalty="l2", lambda_=0.32))]


def test_a_click_on_a_point_uses_that_one(
    view: LambdaView, trainer: Searching, chosen: list[Experiment], qtbot: QtBot
) -> None:
    press(qtbot, view.bar.button)
    trainer.train_all()
    point = next(point for one in view.plot._series for point in one.points if point.value == 10)
    canvas = view.plot.view.getViewWidget()
    there = view.plot.view.mapViewToScene(QPointF(view.plot.place(10), point.validation.mean))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=canvas.mapFromScene(there))

    assert [one.regularization.lambda_ for one in chosen] == [10.0]


def test_with_more_images_the_same_lambda_per_image_is_used(
    view: LambdaView, trainer: Searching, chosen: list[Experiment], qtbot: QtBot
) -> None:
    press(qtbot, view.bar.button)
    trainer.train_all()
    view.set_experiment(Experiment(data=DataSpec(training_images=50_000)))
    assert "For the chosen n = 50,000, the same λ/n is L2 λ 16." in texts(view)
    press(qtbot, view.use)

    assert chosen[0].regularization.lambda_ == 16


def test_what_cannot_be_is_not_used(
    view: LambdaView, trainer: Searching, chosen: list[Experiment], qtbot: QtBot
) -> None:
    press(qtbot, view.bar.button)
    trainer.train(7)  # λ = 10 alone, so that it is the best
    view.set_experiment(Experiment(training=TrainingSpec(learning_rate=1_000.0)))

    assert not view.use.isEnabled()
    assert "would not be below 1" in texts(view)
    view.plot.point_chosen.emit(view._trial.grid.points[7])  # type: ignore[union-attr]
    assert chosen == []


def test_what_was_found_before_a_cancel_stays(view: LambdaView, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, view.bar.button)
    trainer.train(0, 1)
    press(qtbot, view.bar.button)
    trainer.end()

    assert trainer.cancelled == trainer.replies
    assert "2 of 20 runs" in texts(view)
    assert view.use.isEnabled()


def test_real_runs_are_drawn(
    view: LambdaView, trainer: Searching, small: Small, trained: Trained, qtbot: QtBot
) -> None:
    trainer.run_of = trained
    view.set_experiment(small(epochs=2))
    press(qtbot, next(one for one in view.findChildren(QRadioButton) if one.text() == "Thorough"))
    view.choices.count.setValue(2)
    view.choices.seeds.setValue(2)
    press(qtbot, view.bar.button)
    trainer.train_all()

    histories = [trained(one) for one in trainer.searches[0].experiments]
    highest = max(max(one.column("validation_accuracy")) for one in histories)
    shown_points = [point for one in view.plot._series for point in one.points]
    assert len(shown_points) == 7
    assert max(point.validation.mean for point in shown_points) <= highest
    assert "2 epochs" in texts(view)


def test_dropout_that_was_crossed_is_used_too(
    view: LambdaView, trainer: Searching, chosen: list[Experiment], qtbot: QtBot
) -> None:
    press(qtbot, next(one for one in view.findChildren(QRadioButton) if one.text() == "× p"))
    press(qtbot, view.bar.button)
    trainer.train_all()
    assert "Best: L2 λ = 0.32, p 0 with" in texts(view)
    point = next(point for point in view._trial.grid.points if point.dropout == 0.5)  # type: ignore[union-attr]
    view.plot.point_chosen.emit(point)
    assert chosen[0].regularization.dropout == 0.5

    view.set_experiment(chosen[0])
    assert "another one" not in texts(view)


def test_another_language_keeps_what_was_found(
    view: LambdaView, trainer: Searching, language: object, qtbot: QtBot
) -> None:
    press(qtbot, view.bar.button)
    trainer.train_all()
    language.switch("cs")  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: "89,3" in texts(view), timeout=5_000)
    assert [len(one.points) for one in view.plot._series] == [9, 1]


def test_another_language_names_the_lines_of_the_penalties(
    view: LambdaView, trainer: Searching, language: object, qtbot: QtBot
) -> None:
    _all(qtbot, view)
    press(qtbot, view.bar.button)
    trainer.train_all()
    assert view.plot.legend.names == ["L2", "L1", "Elastic net"]
    language.switch("cs")  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: view.plot.legend.names == ["L2", "L1", "Elastická síť"], timeout=5_000)


def test_a_low_view_leaves_the_boxes_out(view: LambdaView) -> None:
    tell_room(view, Room.COMPACT)

    assert not view.choices.low.isVisible()
    assert view.plot.isVisible()
    assert "runs" not in texts(view)


def test_a_lambda_that_cannot_be_is_left_out_and_said(view: LambdaView, trainer: Searching, qtbot: QtBot) -> None:
    view.set_experiment(replace(Experiment(), training=TrainingSpec(learning_rate=200.0)))
    press(qtbot, view.bar.button)
    trainer.train_all()

    assert "Left out, as ηλ/n would not be below 1: λ = 10; 32; 100." in texts(view)
