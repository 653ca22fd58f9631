"""The experiment as one line: short, readable, and the same experiment again."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnreg_gui.engine.costs import COSTS
from nnreg_gui.engine.experiment import (
    SCHEDULES,
    AugmentationSpec,
    DataSpec,
    Experiment,
    NetworkSpec,
    RegularizationSpec,
    ScheduleSpec,
    StoppingSpec,
    TrainingSpec,
)
from nnreg_gui.engine.experiment_line import _flat, _word, experiment_from_text, experiment_line
from nnreg_gui.engine.penalties import PENALTIES
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.specs import to_dict


@st.composite
def experiments(draw: st.DrawFn) -> Experiment:
    """Draw any possible experiment."""
    n, eta = draw(st.integers(1, 50_000)), draw(st.floats(0, 1_000, exclude_min=True))
    rule = draw(st.sampled_from(["none", "no_improvement", "gl", "pq", "up"]))
    return Experiment(
        data=DataSpec(training_images=n, wrong_labels=draw(st.floats(0, 1))),
        network=NetworkSpec(
            hidden=tuple(draw(st.lists(st.integers(1, 2_000), max_size=3))),
            activation=draw(st.sampled_from(["sigmoid", "tanh", "relu"])),
            initial_weights=draw(st.sampled_from(["large", "scaled"])),
        ),
        cost=draw(st.sampled_from(list(COSTS))),
        regularization=RegularizationSpec(
            penalty=draw(st.sampled_from(["none", *PENALTIES])),
            lambda_=draw(st.floats(0, min(0.999 * n / eta, 1e300))),
            l1_ratio=draw(st.floats(0, 1)),
            penalize_biases=draw(st.booleans()),
            dropout=draw(st.floats(0, 1, exclude_max=True)),
        ),
        augmentation=AugmentationSpec(rotation=draw(st.floats(0, 180)), elastic_sigma=draw(st.floats(0.5, 20))),
        training=TrainingSpec(
            learning_rate=eta,
            momentum=draw(st.floats(0, 1, exclude_max=True)),
            schedule=ScheduleSpec(
                rule=draw(st.sampled_from(SCHEDULES)),
                patience=draw(st.integers(1, 100_000)),
                gamma=draw(st.floats(0, 1, exclude_min=True)),
            ),
            batch_size=draw(st.integers(1, n)),
            epochs=draw(st.integers(1, 100_000)),
            stopping=StoppingSpec(
                rule=rule,
                parameter=draw(st.integers(1, 99) if rule in ("no_improvement", "up") else st.floats(0.001, 99)),
                watch=draw(st.sampled_from(["accuracy", "cost"])),
                action=draw(st.sampled_from(["stop", "mark"])),
            ),
        ),
        seed=draw(st.integers(0, 2**31 - 1)),
    )


@settings(deadline=None, max_examples=60)
@given(experiment=experiments())
def test_every_experiment_comes_back_from_its_line(experiment: Experiment) -> None:
    line = experiment_line(experiment)

    assert experiment_from_text(line) == experiment
    assert experiment_line(experiment_from_text(line)) == line
    assert "\n" not in line


def test_a_line_says_what_differs_from_the_defaults() -> None:
    assert experiment_line(Experiment()) == "nnreg: n=1000"
    assert experiment_line(
        Experiment(
            network=NetworkSpec(hidden=(100, 30), initial_weights="scaled"),
            regularization=RegularizationSpec(penalty="l2", lambda_=0.1, penalize_biases=True),
            training=TrainingSpec(learning_rate=3, stopping=StoppingSpec(rule="gl", parameter=2.5)),
            seed=2,
        )
    ) == "nnreg: n=1000 hidden=100,30 weights=scaled penalty=l2 lambda=0.1 biases=yes eta=3 stop=gl stop_parameter=2.5 seed=2"  # fmt: skip  # noqa: E501


def test_every_setting_has_a_word_of_its_own() -> None:
    words = [_word(key) for key in _flat(to_dict(Experiment()))]

    assert len(set(words)) == len(words)


def test_a_line_may_have_been_broken_and_a_file_may_be_pasted() -> None:
    wanted = Experiment(network=NetworkSpec(hidden=()), seed=5)

    assert experiment_from_text("  nnreg: seed=5\r\n  hidden=none\n") == wanted
    assert experiment_from_text("nnreg:") == Experiment()
    assert experiment_from_text("\n" + wanted.to_json()) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "nnreg: n=1000 penalty=l2 lambda=0.1",
        "nnreg: n=1000 penalty=l2 lambda=0,1",
        "> nnreg: n=1000 penalty=l2 lambda=0.1",
        "> > nnreg: n=1000\n> > penalty=l2 lambda=0.1",
        "`nnreg: n=1000 penalty=l2 lambda=0.1`",
        "„nnreg: n=1000 penalty=l2 lambda=0.1“",
        "nnreg: n=1000 penalty=l2 lambda=0.1.",
        "nnreg:\u200b n=1000 penalty=l2 lambda=0.1\ufeff",
        "Nnreg: N=1000 Penalty=L2 Lambda=0.1",
        "try this: nnreg: n=1000 penalty=l2 lambda=0.1",
        "nnreg: n=1000, penalty=l2, λ=0.1;",
        "nnreg: n=1000 penalty=l2 λ=0.1 η=0.5 p=0",
        "nnreg: n=1 000 penalty=l2 lambda=0.1",
        "nnreg: n=1\u00a0000 penalty=l2 lambda=0.1",
        "nnreg: n=1,000 penalty=l2 lambda=0.1",
        "nnreg: n=1.000 penalty=l2 lambda=0,100",
        "nnreg: n=1000\u00a0penalty=l2 lambda=1e-1",
        "nnreg: n=1000 penalty=l2 lambda=0.1\n\nSee you at the lecture.",
        "nnreg: hidden=30, penalty=l2 lambda=0.1 biases=false",
    ],
)
def test_a_line_is_read_as_people_and_programs_hand_it_on(text: str) -> None:
    assert experiment_from_text(text) == Experiment(regularization=RegularizationSpec(penalty="l2", lambda_=0.1))


def test_layers_may_be_apart() -> None:
    assert experiment_from_text("nnreg: hidden=100, 30 seed=2").network.hidden == (100, 30)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "There is no experiment to paste: copy a line such as “nnreg: n=1000 penalty=l2 lambda=0.1” first."),
        ("n=1000", "There is no experiment to paste: copy a line such as “nnreg: n=1000 penalty=l2 lambda=0.1” first."),
        ("nnreg: 5", '"5" is not a setting of an experiment.'),
        ("nnreg: pruning=5", '"pruning=5" is not a setting of an experiment.'),
        ("nnreg: n=20 n=30", '"n=30" says what was said before: keep one of them.'),
        ("nnreg: n=many", "“data.training_images” must be a whole number, not \"many\"."),
        ("nnreg: lambda=0,1,2", "“regularization.lambda” must be a number, not \"0,1,2\"."),
        ("nnreg: eta=1,000", "“training.learning_rate” must be a number, not \"1,000\"."),
        ("nnreg: n=1000 is what I took", '"is" is not a setting of an experiment.'),
        ("nnreg: lambda=nan", "“regularization.lambda” must be a finite number, not NaN."),
        ("nnreg: biases=maybe", "“regularization.penalize_biases” must be true or false, not \"maybe\"."),
        ("nnreg: n=5", "“training.batch_size” is 10, more than the 5 training images: choose a smaller mini-batch."),
        ("{", "This is not an experiment file"),
    ],
)  # fmt: skip
def test_whatever_else_is_refused_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Problem) as caught:
        experiment_from_text(text)

    assert str(caught.value).startswith(sentence)


@settings(deadline=None, max_examples=60)
@given(text=st.text() | st.text().map("nnreg: n={}".format) | st.text("nhp=,.0 e-", max_size=20).map("nnreg: ".__add__))
def test_no_text_does_anything_but_give_an_experiment_or_a_sentence(text: str) -> None:
    with suppress(Problem):
        assert isinstance(experiment_from_text(text), Experiment)
