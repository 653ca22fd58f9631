"""Checking a lesson file from the command line."""

from pathlib import Path

import pytest

from nnreg_gui.__main__ import main
from tests.lessons.lesson_material import LESSON, line_of, written


def test_a_good_lesson_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, LESSON)

    assert main(["--check-lesson", str(path)]) == 0

    assert capsys.readouterr() == (f"{path}: 5 steps, nothing wrong.\n", "")


def test_each_mistake_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LESSON.replace("lambda = 0.1", "lambda = -1").replace("step = 1\n", "step = 0\n")
    path = written(tmp_path, text)

    assert main(["--check-lesson", str(path)]) == 2

    told = capsys.readouterr()
    assert told.out == ""
    first, second = told.err.splitlines()
    assert first.startswith(f"{path}, line {line_of(text, 'lambda = -1')}: “regularization.lambda” must fulfil")
    assert second == f"{path}, line {line_of(text, 'step = 0')}: “step” must be above 0."


def test_a_missing_file_is_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check-lesson", str(tmp_path / "gone.toml")]) == 2

    assert (
        capsys.readouterr().err == f"{tmp_path / 'gone.toml'}: This file cannot be read (No such file or directory).\n"
    )
