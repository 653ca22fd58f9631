"""What each step of the path says."""

import pytest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.finding_lambda.path_sentences import conclude, path_sentence
from nnreg_gui.pages.finding_lambda.path_steps import DECADES, ONE, RATE, REFINE, PathSteps
from nnreg_gui.pages.grid_trial import GridTrial
from nnreg_gui.widgets.conclusion import Conclusion
from tests.pages.answering import Searching
from tests.pages.finding_lambda.search_material import made_up_run

SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def path(trial: GridTrial) -> PathSteps:
    path = PathSteps(trial)
    path.set_experiment(Experiment())
    return path


def test_each_step_says_what_it_found(path: PathSteps, trainer: Searching) -> None:
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


def test_no_penalty_may_be_best(path: PathSteps, trainer: Searching) -> None:
    trainer.run_of = lambda one: made_up_run(one, 0.8 if one.regularization.penalty == "none" else 0.7)
    path.choose(REFINE)
    trainer.train_all()

    assert "The path ends at no penalty with η = 0.025" in path_sentence(path)


def test_a_cancelled_step_says_nothing_of_its_own(path: PathSteps, trainer: Searching) -> None:
    path.choose(RATE)
    trainer.train(0)
    trainer.end()

    assert path_sentence(path) == ""


@pytest.mark.parametrize(
    ("with_one", "apart", "said"),
    [
        (0.9, 0.001, "λ = 1 helps: +10.0 points against no penalty."),
        (0.7, 0.001, "λ = 1 harms: −10.0 points against no penalty."),
        (0.81, 0.01, "λ = 1 makes no clear difference: +1.0 points."),
    ],
)
def test_it_concludes_what_lambda_1_does(
    path: PathSteps, trainer: Searching, with_one: float, apart: float, said: str
) -> None:
    def run(experiment: Experiment) -> RunHistory:
        accuracy = with_one if experiment.regularization.lambda_ else 0.8
        return made_up_run(experiment, accuracy + apart * (-1) ** experiment.seed)

    trainer.run_of, conclusion = run, Conclusion()
    conclude(conclusion, path)
    assert (conclusion.text(), conclusion.is_answer) == ("How is λ found?", False)
    path.choose(ONE)
    trainer.train_all()
    conclude(conclusion, path)

    assert (conclusion.text(), conclusion.is_answer) == (said, True)


def test_it_concludes_which_power_of_ten_is_best_or_that_none_helps(path: PathSteps, trainer: Searching) -> None:
    conclusion = Conclusion()
    path.choose(DECADES)
    trainer.train_all()
    conclude(conclusion, path)
    assert conclusion.text() == "Of the powers of ten, λ from 0.1 to 1 is best."

    trainer.run_of = lambda one: made_up_run(one, 0.8 if one.regularization.penalty == "none" else 0.7)
    path.set_experiment(Experiment(seed=5))
    path.begin_anew()
    trainer.train_all()
    path.choose(DECADES)
    trainer.train_all()
    conclude(conclusion, path)
    assert conclusion.text() == "No λ helps here: without a penalty the network is best."
