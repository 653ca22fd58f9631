"""Scenarios: every shipped file is valid, and knows the runs that it describes."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.experiment import RegularizationSpec
from nnreg_gui.engine.history import OF_LIES
from nnreg_gui.engine.scenarios import Scenario, load_scenarios
from nnreg_gui.resource_files import resource_path

SCENARIOS = load_scenarios(resource_path("scenarios"))
QUANTITIES = {"test_accuracy", "validation_accuracy", "training_accuracy", "lowest_cost_epoch", *OF_LIES}


def test_there_is_a_scenario_for_every_published_run() -> None:
    assert len(SCENARIOS) == len(list(resource_path("scenarios").iterdir())) == 7 + 5 + 2 + 5 + 2


def test_they_stand_in_the_order_of_their_numbers() -> None:
    numbers = [int(path.name.partition("-")[0]) for path in sorted(resource_path("scenarios").iterdir())]
    assert numbers == list(range(1, 22))


def test_those_on_augmentation_differ_in_nothing_else() -> None:
    none, *others = SCENARIOS[7:12]
    assert none.experiment.augmentation.is_off
    ranges = [(one.experiment.augmentation.rotation, one.experiment.augmentation.shift) for one in others]
    assert ranges == [(15, 0), (0, 2), (15, 2), (180, 0)]
    for one in others:
        assert replace(one.experiment, augmentation=none.experiment.augmentation) == none.experiment


def test_those_on_wrong_labels_differ_only_in_the_remedy() -> None:
    off, *others = (one.experiment for one in SCENARIOS[14:19])
    assert off.data.lies == 200
    assert off.essence == off.unregularized
    for one in others:
        training = replace(one.training, stopping=off.training.stopping)
        assert replace(one.unregularized, training=training) == off


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.title["en"])
class TestEveryScenario:
    def test_speaks_both_languages(self, scenario: Scenario) -> None:
        for texts in (scenario.title, scenario.look_at, *(figure.text for figure in scenario.published)):
            assert set(texts) == {"en", "cs"}
            assert all(text.strip() for text in texts.values())
            assert texts["en"] != texts["cs"]

    def test_publishes_bands_that_can_be_drawn_and_name_their_source(self, scenario: Scenario) -> None:
        assert scenario.published
        for figure in scenario.published:
            assert figure.quantity in QUANTITIES
            assert figure.low < figure.high
            assert figure.quantity == "lowest_cost_epoch" or 0 < figure.low < figure.high < 1
            assert any(source in figure.text["en"] for source in ("Nielsen", "Reference measurement", "Simard"))

    def test_describes_its_experiment_with_whatever_seed_and_no_other(self, scenario: Scenario) -> None:
        experiment = scenario.experiment

        assert scenario.describes(experiment)
        assert scenario.describes(replace(experiment, seed=77))
        assert not scenario.describes(replace(experiment, regularization=RegularizationSpec(dropout=0.35)))

    def test_is_described_by_no_other_scenario(self, scenario: Scenario) -> None:
        same = [one for one in SCENARIOS if one.describes(scenario.experiment) and one.seeds == scenario.seeds]
        assert same == [scenario]


def test_the_last_is_the_record_with_several_seeds() -> None:
    record, together = SCENARIOS[19:]
    assert (record.seeds, together.seeds) == (1, 3)
    assert record.experiment == together.experiment
