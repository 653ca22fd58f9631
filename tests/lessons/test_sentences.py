"""Sentences with figures, in both languages."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.scenarios import Words
from nnreg_gui.lessons.expressions import parse
from nnreg_gui.lessons.figures import Unit
from nnreg_gui.lessons.known import Known, MissingError
from nnreg_gui.lessons.sentences import Sentence, parse_sentence, value_text
from nnreg_gui.lessons.text_length import plain, sentence_count
from tests.made_up_runs import made_up_run

NBSP = "\N{NO-BREAK SPACE}"
KNOWN = Known(runs={"off": [made_up_run(training_accuracy=[0.1, 1.0], validation_accuracy=[0.1, 0.8234])]})


def sentence(**words: str) -> Sentence:
    return parse_sentence(Words(words), lambda text: parse(text, ["off"]))


@pytest.mark.parametrize(
    ("number", "unit", "decimals", "english", "czech"),
    [
        (0.952, "share", None, "95.2_%", "95,2_%"),
        (1.0, "share", 0, "100_%", "100_%"),
        (0.12345, "share", 2, "12.35_%", "12,35_%"),
        (0.043, "points", None, "4.3", "4,3"),
        (-0.043, "points", None, "−4.3", "−4,3"),
        (-0.0001, "points", None, "0.0", "0,0"),
        (0.043, "points", 0, "4", "4"),
        (23_860.0, "whole", None, "23,860", "23_860"),
        (280.4, "whole", None, "280", "280"),
        (280.4, "whole", 1, "280.4", "280,4"),
        (0.012345, "number", None, "0.0123", "0,0123"),
        (0.5, "number", None, "0.5", "0,5"),
        (1.0, "number", None, "1", "1"),
        (9.999, "number", None, "10", "10"),
        (0.9999, "number", None, "1", "1"),
        (12.345, "number", None, "12.3", "12,3"),
        (1234.5, "number", None, "1,234", "1_234"),
        (2386.0, "number", 0, "2,386", "2_386"),
        (0.99995, "number", 5, "0.99995", "0,99995"),
        (0.0, "number", None, "0", "0"),
        (1e-9, "number", None, "1.00e−09", "1,00e−09"),
        (1e30, "number", None, "1.00e+30", "1,00e+30"),
        (math.nan, "whole", None, "–", "–"),
        (math.nan, "share", 1, "–", "–"),
        (math.inf, "number", None, "∞", "∞"),
        (-math.inf, "points", None, "−∞", "−∞"),
    ],
)
def test_a_value_is_written_as_each_language_does(
    number: float, unit: Unit, decimals: int | None, english: str, czech: str
) -> None:

    assert value_text(number, unit, "en", decimals) == english.replace("_", NBSP)
    assert value_text(number, unit, "cs", decimals) == czech.replace("_", NBSP)


def test_figures_are_filled_in() -> None:
    both = sentence(
        en="It knows {off.training:0} and {off.validation}: {off.gap} points.", cs="Zná {off.validation:2} {{sic}}."
    )

    assert both.text("en", KNOWN) == f"It knows 100{NBSP}% and 82.3{NBSP}%: 17.7 points."
    assert both.text("cs", KNOWN) == f"Zná 82,34{NBSP}% {{sic}}."
    assert [one.source for one in both.expressions] == ["off.training", "off.validation", "off.gap"]


def test_a_sentence_that_is_not_translated_is_english_in_its_numbers_too() -> None:
    assert sentence(en="It knows {off.validation}.").text("cs", KNOWN) == f"It knows 82.3{NBSP}%."


def test_a_figure_that_is_not_known_is_missing() -> None:
    with pytest.raises(MissingError):
        sentence(en="{off.validation}").text("en", Known())


@given(st.text(alphabet="{}:off.gap1 +x", max_size=30))
def test_any_text_is_a_sentence_or_refused(text: str) -> None:
    try:
        read = sentence(en=text)
    except Problem:
        return
    assert isinstance(read.text("en", KNOWN), str)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One.", 1),
        ("One. Two! Three? Four.", 4),
        ("Jedna. Čtyři.", 2),
        ("It falls to 95.2 %. {off.gap} points are left.", 2),
        ("“Yes.” That is all.", 2),
        ("Od 12. epochy roste, tj. přetrénovává se.", 1),
        ("no end", 1),
    ],
)
def test_sentences_are_counted(text: str, count: int) -> None:
    assert sentence_count(text) == count


def test_a_text_is_as_long_as_with_its_figures() -> None:
    assert plain("{l2.validation - off.validation}, {{}}") == "95.2 %, {}"
