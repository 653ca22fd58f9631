"""What is said at each step."""

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.pages.finding_lambda.path_sentences import path_sentence
from nnreg_gui.pages.finding_lambda.path_steps import DECADES, ONE, RATE, REFINE, PathSteps
from nnreg_gui.pages.grid_trial import GridTrial
from tests.pages.finding_lambda.search_material import Trainer, made_up_run

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def path(qtbot: QtBot) -> PathSteps:
    path = PathSteps(GridTrial())
    path.set_experiment(Experiment())
    return path


def test_each_step_says_what_it_found(path: PathSteps) -> None:
    trainer = Trainer(path.trial)
    assert "Nielsen" in path_sentence(path)
    path.choose(RATE)
    assert path_sentence(path) == "The first runs of step 1 are being trained …"
    trainer.train(0)
    assert path_sentence(path) == "Step 1 is being trained …"
    path.choose(REFINE)
    trainer.train_all()

    path.choose(RATE)
    assert f"η = 1 is best, with 84.0{SPACE}% ± 0.1" in path_sentence(path)
    path.choose(ONE)
    assert f"With η = 1: 89.0{SPACE}% ± 0.1 with λ = 1, 84.0{SPACE}% ± 0.1 without" in path_sentence(path)
    path.choose(DECADES)
    assert f"λ = 0.1: 89.0{SPACE}% ± 0.1; λ = 1: 89.0" in path_sentence(path)
    assert "The best power of ten is 0.1;" in path_sentence(path)
    path.choose(REFINE)
    assert f"ends at L2 λ = 0.3 with η = 1: 90.0{SPACE}% ± 0.1; without a penalty, 84.0" in path_sentence(path)


def test_no_penalty_may_be_best(path: PathSteps) -> None:
    trainer = Trainer(path.trial, lambda one: made_up_run(one, 0.8 if one.regularization.penalty == "none" else 0.7))
    path.choose(REFINE)
    trainer.train_all()

    assert "The path ends at no penalty with η = 0.025" in path_sentence(path)


def test_a_cancelled_step_says_nothing_of_its_own(path: PathSteps) -> None:
    trainer = Trainer(path.trial)
    path.choose(RATE)
    trainer.train(0)
    trainer.end()

    assert path_sentence(path) == ""
