"""Numbers as people type them."""

import pytest
from PySide6.QtCore import QLocale

from nnreg_gui.widgets.number_reading import decimals_of, read_number, read_whole

ENGLISH, CZECH = QLocale("en_US"), QLocale("cs_CZ")


@pytest.mark.parametrize(
    ("locale", "text", "number"),
    [
        (ENGLISH, "1e-5", 1e-5),
        (ENGLISH, "2.5E3", 2500.0),
        (CZECH, "2,5e-300", 2.5e-300),
        (CZECH, "−2,5e−3", -0.0025),
        (ENGLISH, "1e+308", 1e308),
        (ENGLISH, "5e-324", 5e-324),
        (ENGLISH, "1e309", None),
        (ENGLISH, "1e", None),
        (ENGLISH, "e5", None),
        (ENGLISH, "1e5.5", None),
        (ENGLISH, "nan", None),
        (ENGLISH, "inf", None),
        (ENGLISH, "", None),
        (ENGLISH, "0x10", None),
        (ENGLISH, "١", None),
        (ENGLISH, "9" * 5000, None),
        (ENGLISH, "1e" + "9" * 5000, None),
    ],
)
def test_a_number_is_read_or_there_is_none(locale: QLocale, text: str, number: float | None) -> None:
    assert read_number(text, locale) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12,000", 12_000),
        ("-5", -5),
        ("−5", -5),
        ("1e9", None),
        ("1.5", None),
        ("", None),
        ("9" * 5000, None),
        ("²", None),
    ],
)
def test_a_whole_number_is_read_or_there_is_none(text: str, number: int | None) -> None:
    assert read_whole(text, ENGLISH) == number


@pytest.mark.parametrize(("text", "decimals"), [("1", 0), ("1.25", 2), ("1,000", 0), ("0,125", 3), ("1.", 0)])
def test_decimals_are_counted(text: str, decimals: int) -> None:
    assert decimals_of(text, ENGLISH) == decimals
