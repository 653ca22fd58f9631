"""The digits whose labels lie, and what a network says of them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.questions.lies import LiesQuestion, LyingDigitsQuestion
from nnreg_gui.engine.questions.question import Network
from tests.questions import answer_to


def test_only_digits_whose_labels_lie_are_sent_and_asked_about(
    small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory], digits: Digits
) -> None:
    experiment = small(images=100, epochs=2)
    history = trained(replace(experiment, data=replace(experiment.data, wrong_labels=0.3)))
    assert history.newest is not None

    found = answer_to(LyingDigitsQuestion(history.experiment), digits)
    lies = found.wrong.lies
    assert len(lies) == len(found.images) == 30
    assert np.array_equal(found.images, digits.training.images[lies])

    outputs = answer_to(LiesQuestion(Network(history.newest.parameters, "sigmoid"), lies), digits)
    assert outputs.shape == (30, 10)
    learnt = outputs.argmax(1) == found.wrong.told[lies]
    assert learnt.mean() == history.newest.wrong_labels_learnt, "in the order of the lies"
