"""Problems: one sentence that keeps its template and values, for saying it in another language."""

import pickle

import pytest

from nnreg_gui.engine.problems import DigitsError, DivergedError, ExperimentError, Problem

KINDS = [Problem, ExperimentError, DigitsError, DivergedError]


@pytest.mark.parametrize("kind", KINDS)
def test_the_sentence_is_the_filled_template(kind: type[Problem]) -> None:
    problem = kind("{file} has the label {label}.", file="labels.gz", label="10")
    assert str(problem) == "labels.gz has the label 10."
    assert problem.template.format(**problem.values) == str(problem)


@pytest.mark.parametrize("kind", KINDS)
def test_a_problem_survives_the_pipe_between_processes(kind: type[Problem]) -> None:
    problem = kind("{file} has the label {label}.", file="{braces}.gz", label="10")
    copy = pickle.loads(pickle.dumps(problem))
    assert type(copy) is kind
    assert (str(copy), copy.template, copy.values) == (str(problem), problem.template, problem.values)


@pytest.mark.parametrize("kind", KINDS[1:])
def test_each_kind_is_a_problem_and_not_one_of_the_others(kind: type[Problem]) -> None:
    assert [other for other in KINDS if issubclass(kind, other)] == [Problem, kind]


def test_a_value_with_braces_stays_as_it_is() -> None:
    assert str(Problem("No {key}.", key="{other}")) == "No {other}."
