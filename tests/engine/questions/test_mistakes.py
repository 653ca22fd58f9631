"""Which validation images a network misreads."""

import numpy as np

from nnreg_gui.engine.digits import Digits
from nnreg_gui.engine.network import weighted_outputs
from nnreg_gui.engine.questions.mistakes import MistakesQuestion
from nnreg_gui.engine.questions.question import Network
from tests.fixture_types import Small, Trained
from tests.questions import answer_to


def test_the_mistakes_are_as_many_as_the_curves_say_and_the_surest_come_first(
    small: Small, trained: Trained, measured: Digits
) -> None:
    history = trained(small(images=200, hidden=(12,), epochs=4))
    record, validation = history.newest, measured.validation
    assert record is not None
    mistakes = answer_to(MistakesQuestion(Network.of(record.parameters, history.experiment)), measured)

    assert 0 < len(mistakes.rows) < len(validation)
    assert len(mistakes.rows) == round((1 - record.validation_accuracy) * len(validation))
    said = weighted_outputs(record.parameters, validation.inputs, "sigmoid").argmax(1)
    assert set(mistakes.rows) == set(np.flatnonzero(said != validation.labels))
    assert np.array_equal(mistakes.outputs.argmax(1), said[mistakes.rows])
    sureness = mistakes.outputs.max(1)
    assert np.all(np.diff(sureness) <= 0)
    assert sureness[0] > sureness[-1], "a case that tells something"
