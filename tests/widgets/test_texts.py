"""Numbers in the locale's notation."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from nnreg_gui.widgets.texts import duration_text, number_text, percent_text, significant_text, whole_text

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    previous = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    yield
    QLocale.setDefault(previous)


@pytest.fixture
def czech(english: None) -> None:
    QLocale.setDefault(QLocale("cs_CZ"))


def test_a_number_has_exactly_the_decimals_asked_for() -> None:
    assert number_text(82.3, 2) == "82.30"
    assert number_text(1234.5, 1) == "1,234.5"
    assert number_text(2.0, 0) == "2"


def test_zero_has_no_sign() -> None:
    assert number_text(-0.001, 2) == "0.00"


def test_numbers_follow_the_language(czech: None) -> None:
    assert number_text(1234.5, 1) == f"1{NBSP}234,5"
    assert percent_text(0.823) == f"82,3{NBSP}%"
    assert whole_text(50_000) == f"50{NBSP}000"
    assert significant_text(0.000123456) == "0,0001235"


def test_a_share_is_said_in_percent() -> None:
    assert percent_text(0.823) == f"82.3{NBSP}%"
    assert percent_text(1, decimals=0) == f"100{NBSP}%"


def test_whole_numbers_are_grouped() -> None:
    assert whole_text(999) == "999"
    assert whole_text(23_860) == "23,860"
    assert whole_text(10**12) == "1,000,000,000,000"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (0.1, "0.1"),
        (0.1 + 0.2, "0.3"),
        (0.99995, "1"),
        (0.999949, "0.9999"),
        (4.3149, "4.315"),
        (-4.3149, "−4.315"),
        (123_456, "123,500"),
        (1e-6, "0.000001"),
        (1e9, "1,000,000,000"),
    ],
)
def test_significant_digits_come_without_exponent_and_trailing_zeros(value: float, text: str) -> None:
    assert significant_text(value) == text


def test_only_extreme_numbers_get_an_exponent() -> None:
    assert significant_text(1.23e-7) == "1.23e−07"
    assert "e" in significant_text(3e12).lower()


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_said_too(value: float) -> None:
    assert number_text(value, 2).lower() == significant_text(value).lower()


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (5.6, "6 s"),
        (59.6, "1 min"),
        (125, "2 min 5 s"),
        (3599.7, "1 h"),
        (3780, "1 h 3 min"),
        (7170, "2 h"),
    ],
)
def test_a_duration_is_said_in_its_two_largest_units(seconds: float, text: str) -> None:
    assert duration_text(seconds).replace(NBSP, " ") == text


def test_a_number_stays_with_its_unit() -> None:
    assert duration_text(125) == f"2{NBSP}min 5{NBSP}s"
