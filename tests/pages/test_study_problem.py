"""Why there is no answer."""

from nnreg_gui.engine.problems import Problem
from nnreg_gui.language import Language
from nnreg_gui.pages.study_problem import problem_sentence


def test_a_problem_is_said_in_the_present_language(language: Language) -> None:
    problem = Problem("“{key}” is not a setting of an experiment.", key="etta")
    assert problem_sentence(problem) == "“etta” is not a setting of an experiment."

    language.switch("cs")
    assert problem_sentence(problem) != "“etta” is not a setting of an experiment."
    assert "etta" in problem_sentence(problem)


def test_other_errors_speak_for_themselves() -> None:
    assert problem_sentence(OSError("no room")) == "no room"
