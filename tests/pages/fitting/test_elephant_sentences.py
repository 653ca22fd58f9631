"""Sentences about the elephant: counts and sizes in the drawing."""

import pytest
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.elephant import PAPER
from nnreg_gui.pages.fitting.elephant_sentences import (
    changed_numbers,
    elephant_sentence,
    formula_texts,
    ghost_text,
    lecture_sentence,
    wiggle_sentence,
)

OTHER = (51 - 31j, *PAPER[1:])


@pytest.mark.parametrize(
    ("number", "said", "size"),
    [
        (1, "2 real numbers: a line", "60 wide and 100 high"),
        (2, "4 real numbers: a figure eight", "67 wide and 118 high"),
        (3, "6 real numbers: the eight is bent, no elephant yet", "73 wide and 121 high"),
        (4, "8 real numbers: an elephant", "155 wide and 144 high"),
        (5, "10 real numbers", "155 wide and 144 high"),
    ],
)
def test_the_paper_s_curves_are_named_and_measured(qapp: QApplication, number: int, said: str, size: str) -> None:
    sentence = elephant_sentence(PAPER, number)

    assert said in sentence
    assert size in sentence


def test_another_curve_is_not_called_an_elephant(qapp: QApplication) -> None:
    assert changed_numbers(OTHER, 5) == 2
    assert elephant_sentence(OTHER, 4).startswith("8 real numbers in use, 2 of them not the paper's. It is 15")
    late = (*PAPER[:4], 41 + 20j)
    assert "an elephant" in elephant_sentence(late, 4), "the fifth is not in use"
    assert "1 of them" in elephant_sentence(late, 5)


def test_where_there_is_little_room_the_lecture_s_network_is_named_in_short(qapp: QApplication) -> None:
    sentence = elephant_sentence(PAPER, 4, lecture=True)

    assert sentence.endswith("8 real numbers: an elephant. The lecture's network has 23,860.")


def test_it_says_what_the_thin_line_is(qapp: QApplication) -> None:
    assert [ghost_text(PAPER, number) for number in range(1, 6)] == ["", *["with one parameter less"] * 3, ""]
    assert [ghost_text(OTHER, number) for number in (3, 4, 5)] == [
        "with one parameter less",
        *["the paper's elephant"] * 2,
    ]


def test_the_formula_has_the_numbers_in_use(qapp: QApplication) -> None:
    x, y = (text.replace("\N{NO-BREAK SPACE}", " ") for text in formula_texts(PAPER, 5))
    assert x == "x(t) = 50 sin t + 18 sin 2t + 12 cos 3t − 14 cos 5t"
    assert y == "y(t) = −60 cos t − 30 sin t + 8 sin 2t − 10 sin 3t"
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in formula_texts(PAPER, 1)] == [
        "x(t) = 50 sin t",
        "y(t) = −30 sin t",
    ]
    assert formula_texts(PAPER, 2)[0].split(" ") == [
        text.replace(" ", "\N{NO-BREAK SPACE}") for text in ("x(t) = 50 sin t", "+ 18 sin 2t")
    ], "broken before a sign only"
    assert formula_texts((0, *PAPER[1:]), 1)[0].endswith("0")


def test_the_lecture_s_network_has_more(qapp: QApplication) -> None:
    assert "784-30-10, has 23,860 real numbers: enough for 2,386 such elephants" in lecture_sentence()
    assert "our choice" in wiggle_sentence()
