"""The book's path, as a user presses and sees it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import DataSpec, Experiment, NetworkSpec, RegularizationSpec
from nnreg_gui.pages.finding_lambda.path_view import PathView
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.widgets.conclusion import Conclusion
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import press, shown, texts

pytestmark = pytest.mark.usefixtures("unfolded")


@pytest.fixture
def view(trial: GridTrial, qtbot: QtBot) -> PathView:
    view = PathView(trial, Conclusion())
    view.set_experiment(Experiment(seed=3))
    shown(qtbot, view)
    return view


def test_the_path_is_gone_by_its_buttons(view: PathView, trainer: Searching, qtbot: QtBot) -> None:
    assert "Nielsen" in texts(view)
    assert view._conclusion.text() == "How is λ found?"
    press(qtbot, view.buttons.steps[1])
    trainer.train_all()
    assert view.rates.isVisible()
    assert [point.value for point in view.rates._series[0].points][:2] == [0.025, 0.05]
    assert "η = 1 is best" in texts(view)
    assert view._conclusion.text() == "Without a penalty, η = 1 is best."

    press(qtbot, view.bar.button)  # the next step
    trainer.train_all()
    assert view.lambdas.isVisible()
    assert "λ = 1" in texts(view)
    assert view._conclusion.text() == "λ = 1 helps: +5.0 points against no penalty."
    press(qtbot, view.buttons.steps[4])
    trainer.train_all()
    assert "The path ends at L2 λ = 0.3" in texts(view)
    assert view._conclusion.text() == "L2 λ = 0.3 helps: +6.0 points against no penalty."
    assert len(view.lambdas._series[0].points) == 10
    assert "η 1," in texts(view)
    assert view.bar.button.text() == "Start over"
    press(qtbot, view.bar.button)
    assert view.path.step == 1


def test_what_it_leads_to_is_used(view: PathView, trainer: Searching, qtbot: QtBot) -> None:
    chosen: list[Experiment] = []
    view.experiment_chosen.connect(chosen.append)
    assert not view.use.isEnabled()
    press(qtbot, view.buttons.steps[1])
    trainer.train_all()
    press(qtbot, view.use)
    assert chosen[0].training.learning_rate == 1.0
    assert chosen[0].regularization.penalty == "none"

    press(qtbot, view.buttons.steps[4])
    trainer.train_all()
    with qtbot.waitSignal(view.experiment_chosen):
        qtbot.keyClick(view, Qt.Key.Key_U)
    assert chosen[1].regularization == RegularizationSpec(penalty="l2", lambda_=0.3)
    assert (chosen[1].seed, chosen[1].training.epochs) == (3, 400)

    view.set_experiment(Experiment(data=DataSpec(training_images=50_000)))
    assert "For the chosen n = 50,000, the same λ/n is λ = 15." in texts(view)


def test_a_cancelled_step_says_so(view: PathView, trainer: Searching, qtbot: QtBot) -> None:
    press(qtbot, view.buttons.steps[1])
    trainer.train(0, 1)
    press(qtbot, view.bar.button)
    trainer.end()

    assert trainer.cancelled == trainer.replies
    assert view._conclusion.text() == "Which η is best without a penalty?"
    assert "2 of 16 runs" in texts(view)
    assert not view.use.isEnabled()


def test_another_experiment_is_noted(view: PathView, trainer: Searching, qtbot: QtBot) -> None:
    assert "1,000 images" in texts(view)
    press(qtbot, view.buttons.steps[1])
    trainer.train_all()
    view.set_experiment(Experiment(seed=3, network=NetworkSpec(hidden=(10,))))

    assert "The experiment has changed since." in texts(view)
    assert "784-30-10" in texts(view)


def test_another_language_keeps_the_path(view: PathView, trainer: Searching, language: object, qtbot: QtBot) -> None:
    press(qtbot, view.buttons.steps[2])
    trainer.train_all()
    language.switch("cs")  # type: ignore[attr-defined]

    qtbot.waitUntil(lambda: "89,0" in texts(view), timeout=5_000)
    assert view.path.done == {1, 2}
