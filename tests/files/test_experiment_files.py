"""Experiments in the user's files."""

from pathlib import Path

import pytest

from nnreg_gui.engine.experiment import Experiment, RegularizationSpec
from nnreg_gui.engine.problems import ExperimentError, Problem
from nnreg_gui.files.experiment_files import Assignment, read_experiment, write_experiment

SAVED = Experiment(regularization=RegularizationSpec(penalty="l1", lambda_=0.1), seed=7)


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "příklad č. 1.json"
    write_experiment(str(path), SAVED)

    assert read_experiment(str(path)) == SAVED
    assert path.read_text(encoding="utf-8") == SAVED.to_json()


def test_a_file_may_say_which_settings_students_see(tmp_path: Path) -> None:
    path = tmp_path / "homework.json"
    path.write_text(SAVED.to_json().replace("{", '{"show": ["regularization", "data"],', 1), encoding="utf-8")

    assert read_experiment(str(path)) == Assignment(SAVED, ("regularization", "data"))
    assert Experiment.from_json(path.read_bytes()) == SAVED


@pytest.mark.parametrize("show", ['["lambda"]', "7", "[[1]]", '{"data": 1}'])
def test_other_settings_than_there_are_cannot_be_shown(tmp_path: Path, show: str) -> None:
    path = tmp_path / "homework.json"
    path.write_text(f'{{"show": {show}}}', encoding="utf-8")

    with pytest.raises(ExperimentError, match="“show” must be one of regularization, augmentation"):
        read_experiment(str(path))


def test_a_file_that_was_there_is_replaced_wholly(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_text("x" * 10_000, encoding="utf-8")
    write_experiment(str(path), SAVED)

    assert path.read_text(encoding="utf-8") == SAVED.to_json()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path, kind: str) -> None:
    path = tmp_path if kind == "folder" else tmp_path / "missing.json"
    with pytest.raises(Problem) as caught:
        read_experiment(str(path))

    assert str(caught.value).startswith(f"{path} cannot be read (")


def test_a_huge_file_is_no_experiment_and_read_only_in_part(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    path.write_text('{"seed": 1' + " " * 2_000_000 + "}", encoding="utf-8")
    with pytest.raises(ExperimentError):
        read_experiment(str(path))


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        write_experiment(str(tmp_path / "nowhere" / "x.json"), SAVED)

    assert "could not be written" in str(caught.value)
    assert list(tmp_path.iterdir()) == []
