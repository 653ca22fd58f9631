"""Problems in the window: controls have the names they have there, and numbers follow the language."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec, TrainingSpec
from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.files.data_sets.found import too_many
from nnreg_gui.problem_text import CONTROLS, problem_text
from nnreg_gui.window.language import Language
from tests.window.test_language import translated


@pytest.fixture
def czech(qapp: QApplication) -> Iterator[None]:
    language = Language()
    language.switch("cs")
    yield
    language.switch("en")


def _problem(text: str) -> ExperimentError:
    with pytest.raises(ExperimentError) as caught:
        Experiment.from_json(text)
    return caught.value


def test_every_control_is_called_by_a_text_of_the_window() -> None:
    assert set(CONTROLS.values()) <= set(translated())


def test_a_file_names_the_key_and_the_window_the_control(qapp: QApplication) -> None:
    problem = _problem('{"data": {"training_images": 60000}}')

    assert str(problem) == "“data.training_images” must be between 1 and 50,000, not 60000."
    assert problem_text(problem) == "“Training images n” must be between 1 and 50,000, not 60000."


def test_czech_numbers_stand_in_czech_sentences(czech: None) -> None:
    with pytest.raises(ExperimentError) as caught:
        Experiment(
            regularization=RegularizationSpec(penalty="l2", lambda_=5000), training=TrainingSpec(learning_rate=0.5)
        )
    said = problem_text(caught.value)

    for part in ("„λ“ je příliš velké", "η = 0,5", "ηλ/n = 2,5", "n = 1\N{NO-BREAK SPACE}000"):
        assert part in said
    assert "regularization" not in said


def test_a_range_calls_the_setting_as_the_control_is_called(czech: None) -> None:
    said = problem_text(_problem('{"augmentation": {"zoom": -0.5}}'))

    assert said == "„přiblížení“ musí splňovat 0 ≤ přiblížení ≤ 0,9, nikoli −0,5."


def test_what_was_changed_on_opening_a_data_set_is_said_likewise(qapp: QApplication) -> None:
    assert problem_text(too_many(1_000, 2_500)) == (
        "There are more images than fit: 1,000 of 2,500 were drawn at random."
    )


def test_what_is_no_experiment_is_said_without_a_codecs_words(czech: None) -> None:
    assert problem_text(_problem("9" * 5_000)) == "Tohle není soubor s experimentem."


def test_every_setting_of_an_experiment_is_called_by_its_control() -> None:
    def keys(part: dict[str, Any], before: str = "") -> Iterator[str]:
        for name, value in part.items():
            yield from keys(value, f"{before}{name}.") if isinstance(value, dict) else [before + name]

    settings = set(keys(json.loads(Experiment().to_json()))) - {"format", "version"}
    assert settings == set(CONTROLS)
