"""Expressions: what they are worth, in which unit, and what is refused."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.engine.problems import Problem
from nnreg_gui.lessons.expressions import parse
from nnreg_gui.lessons.known import Known, MissingError, from_shown, to_shown
from nnreg_gui.lessons.measurements import Measurement
from nnreg_gui.lessons.mistakes import Mistake
from tests.made_up_runs import made_up_run

RUNS = ("off", "l2")
KNOWN = Known(
    runs={
        "off": [made_up_run(training_accuracy=[0.1, 1.0], validation_accuracy=[0.1, 0.8])],
        "l2": [made_up_run(training_accuracy=[0.1, 0.5, 0.9], validation_accuracy=[0.1, 0.75, 0.85])],
    },
    measured={Measurement("noise", "l2", (0.3,)): 0.6},
    guesses={"how-many": 0.7, "is-it": 12.0},
)
GUESSES = {"how-many": "share", "is-it": "number"}


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("1 + 2 * 3 - 4 / 8", 6.5, "number"),
        ("-(1 + 2) * -3", 9, "number"),
        ("1e-2", 0.01, "number"),
        ("off.validation", 0.8, "share"),
        ("l2.validation - off.validation", 0.05, "points"),
        ("off.validation + 0.05", 0.85, "share"),
        ("1 - off.validation", 0.2, "share"),
        ("off.gap", 0.2, "points"),
        ("off.gap - l2.gap", 0.15, "points"),
        ("off.validation + l2.gap", 0.85, "share"),
        ("2 * off.gap", 0.4, "points"),
        ("off.validation / l2.validation", 0.8 / 0.85, "number"),
        ("off.validation * off.images", 80, "number"),
        ("l2.epochs", 2, "whole"),
        ("l2.epochs - off.epochs", 1, "whole"),
        ("l2.epochs - 1", 1, "whole"),
        ("l2.epochs * 3", 6, "whole"),
        ("l2.epochs * l2.epochs", 4, "whole"),
        ("l2.epochs + 0.5", 2.5, "number"),
        ("l2.epochs / 2", 1, "number"),
        ("(off.validation + l2.validation) / 2", 0.825, "number"),
        ("0.5 * (off.validation + l2.validation)", 0.825, "share"),
        ("noise(l2, 0.3)", 0.6, "share"),
        ("validation_at(l2, 1)", 0.75, "share"),
        ("guess(how-many)", 0.7, "share"),
        ('guess("how-many") - off.validation', -0.1, "points"),
        ("guess( is-it )", 12, "number"),
        ("1 / 0", math.inf, "number"),
        ("-1 / 0", -math.inf, "number"),
    ],
)
def test_an_expression_has_a_value_and_a_unit(text: str, number: float, unit: str) -> None:
    expression = parse(text, RUNS, GUESSES)  # type: ignore[arg-type]

    assert expression.value(KNOWN) == pytest.approx(number)
    assert expression.unit == unit


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("l2.validation > off.validation + 0.02", True),
        ("l2.validation > off.validation + 0.1", False),
        ("0.7 < off.validation <= 0.8 < l2.validation", True),
        ("0.7 < off.validation < 0.75", False),
        ("off.epochs == 1 and not l2.epochs == 1", True),
        ("off.epochs != 1 or l2.epochs >= 2", True),
        ("true", True),
        ("false or not true", False),
        ("off.sign1 > 0", False),
        ("off.sign1 <= 0", False),
        ("0 / 0 == 0 / 0", False),
        ("l2.gap < off.gap\n  and true # why", True),
    ],
)
def test_a_condition_holds_or_not(text: str, holds: bool) -> None:
    expression = parse(text, RUNS)

    assert expression.unit == "truth"
    assert expression.holds(KNOWN) is holds
    assert expression.value(KNOWN) == holds


def test_an_expression_says_what_it_needs() -> None:
    text = "noise(l2, 0.3) - noise(off, 0.3) > noise(l2, 0.3) - pruned(off, 0.5) - guess(how-many)"
    expression = parse(text, RUNS, {"how-many": "share"})

    assert expression.runs == {"off", "l2"}
    assert expression.guesses == {"how-many"}
    assert expression.measurements == (
        Measurement("noise", "l2", (0.3,)), Measurement("noise", "off", (0.3,)), Measurement("pruned", "off", (0.5,))
    )  # fmt: skip


@pytest.mark.parametrize("text", ["off.validation", "noise(l2, 0.3)", "guess(how-many)", "validation_at(l2, 1)"])
def test_what_is_not_known_is_missing(text: str) -> None:
    expression = parse(text, RUNS, {"how-many": "share"})

    with pytest.raises(MissingError):
        expression.value(Known())
    with pytest.raises(MissingError):
        expression.value(Known(runs={"off": []}))


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "cannot be computed"),
        ("1 +", "cannot be computed"),
        ("2 ** 9", '"2 ** 9" cannot be computed: allowed are figures such as off.validation'),
        ("7 // 2", "cannot be computed"),
        ("off.validation if true else 1", "cannot be computed"),
        ("off.__class__", "“__class__” is not known here"),
        ("off.validation.real", "cannot be computed"),
        ("__import__('os')", "“__import__” is not known here"),
        ("(lambda: 1)()", "cannot be computed"),
        ("[1]", "cannot be computed"),
        ("'text'", "cannot be computed"),
        ("True", "cannot be computed"),
        ("1j", "cannot be computed"),
        ("off", "cannot be computed"),
        ("x", "cannot be computed"),
        ("off.validation is 1", "cannot be computed"),
        ("x := 1", "cannot be computed"),
        ("noise(off, sigma=1)", "cannot be computed"),
        ("noise(*off)", "cannot be computed"),
        ("of.validation", "“of” is not known here (did you mean “off”?): allowed are off, l2."),
        ("off.valdation", "did you mean “validation”?"),
        ("nois(off, 1)", "did you mean “noise”?"),
        ("noise(off)", "it is written noise(run, 0…1)"),
        ("noise(0.3, off)", "noise(0.3, off) is not what “noise” takes"),
        ("noise(off, 2)", "it is written noise(run, 0…1)"),
        ("noise(of, 0.3)", "did you mean “off”?"),
        ("noise(off, l2.gap)", "must be a number or a name"),
        ("noise(off, 1 + 1)", "must be a number or a name"),
        ("thinned(off, 2.5)", "it is written thinned(run, 1…200)"),
        ('stopped_at(off, "never", 5)', "stopped_at(run, accuracy|cost|gl|pq|up, 0.001…100000)"),
        ("stopped_at(off, up, 1.5)", "must be a whole number, not 1.5"),
        ("line_at(off)", "line_at(-100…100)"),
        ("guess(other)", "“other” is not known here"),
        ("guess()", "is not known here"),
        ("guess(1, 2)", "is not known here"),
        ("off.validation + off.epochs", "cannot be added or compared"),
        ("off.gap > off.epochs", "cannot be added or compared"),
        ("off.gap > 8", "so 8 is too much"),
        ("off.validation - 5", "so 5 is too much"),
        ("(off.gap > 0) + 1", "true or false, but a number is needed"),
        ("true < false", "true or false, but a number is needed"),
        ("off.gap and true", '"off.gap" is a number, but a condition is needed'),
        ("not 1", "a condition is needed"),
        ("9" * 400, "too large"),
        ("1e999", "too large"),
        ("1" + " + 1" * 100, "nested more than 40 times"),
        ("(" * 230 + "1" + ")" * 230, "cannot be computed"),
        ("-" * 450 + "1", "nested more than 40 times"),
        ("not " * 110 + "true", "nested more than 40 times"),
        ("1 + " * 1_000 + "1", "longer than 500 characters"),
        ("0777", "cannot be computed"),
        ("1if 1else 2", "cannot be computed"),
        ("'\\d' + 1", "cannot be computed"),
        ("1 \0", "cannot be computed"),
        ("\ud800", "cannot be computed"),
        ("1) + (2", "cannot be computed"),
    ],
)  # fmt: skip
def test_what_cannot_be_computed_is_refused_in_a_sentence(text: str, part: str) -> None:
    with pytest.raises(Problem) as raised:
        parse(text, RUNS, {"how-many": "share"})

    assert part in str(raised.value)
    assert "\n" not in str(raised.value)


def test_no_guess_may_be_named_where_none_is_expected() -> None:
    with pytest.raises(Mistake, match="Only “beside”"):
        parse("guess(how-many)", RUNS)


WORDS = st.sampled_from(
    ["off", ".", "validation", "gap", "epochs", "+", "-", "*", "/", "(", ")", "<", "==", "and ", "or ", "not ", "1",
     "0.5", "noise", ",", "guess", "true", "'", "[", "**", "line_at", "stopped_at", "cost", " ", "\n", "#", "l2"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(WORDS, max_size=60).map("".join)))
def test_any_text_is_an_expression_or_refused(text: str) -> None:
    try:
        expression = parse(text, RUNS, {"how-many": "share"})
    except Problem:
        return
    try:
        assert isinstance(expression.value(KNOWN), float)
    except MissingError:
        assert expression.measurements


def test_what_is_shown_is_a_value_in_another_unit() -> None:
    assert from_shown(80, "percent") == pytest.approx(0.8)
    assert from_shown(4.3, "points") == pytest.approx(0.043)
    assert from_shown(12, "number") == 12
    for unit in ("percent", "points", "number"):
        assert to_shown(from_shown(17, unit), unit) == pytest.approx(17)
