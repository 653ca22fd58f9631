"""Sentences about cells of a parameter grid."""

from dataclasses import replace

import pytest

from nnreg_gui.engine.searches.parameter_grid import QUICK, Cell, CellSummary
from nnreg_gui.pages.parameters.parameter_sentences import answer_text, details_text, last_text, row_text
from nnreg_gui.pages.parameters.quantities import points_text, ratio_text


def _summary(n: int, h: int, validation: float, *, best: int = 60) -> CellSummary:
    return CellSummary(Cell(n, h), 60, best, validation, 1.0, validation - 0.01, 1.0)


def _row(n: int, *accuracies: float) -> dict[Cell, CellSummary]:
    return {Cell(n, h): _summary(n, h, accuracy) for h, accuracy in zip(QUICK.hidden, accuracies, strict=False)}


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture(autouse=True)
def english(qapp: object) -> None:
    """Provide the application, whose locale decides how numbers are written."""


@pytest.mark.parametrize(("ratio", "text"), [(0.0161, "0.016"), (1.5902, "1.6"), (23.95, "24"), (2385.1, "2,385")])
def test_ratios_are_as_exact_as_they_need_be(ratio: float, text: str) -> None:
    assert ratio_text(ratio) == text


def test_points_below_zero_have_a_minus_sign() -> None:
    assert points_text(-0.0041) == "−0.4"


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (0.72, "the largest network is the best, h = 300 with 2,385 parameters per image."),
        (0.698, "h = 300 with 2,385 parameters per image, is within 0.2 points of the best, h = 100."),
        (
            0.65,
            "the best is h = 100; the largest network, h = 300 with 2,385 parameters per image, is 5.0 points worse.",
        ),
    ],
)
def test_a_row_is_told_by_its_best_and_its_largest(last: float, words: str) -> None:
    assert row_text(100, QUICK, _row(100, 0.2, 0.4, 0.6, 0.65, 0.7, last)).endswith(words)


def test_a_row_is_not_told_before_it_is_whole() -> None:
    assert row_text(100, QUICK, _row(100, 0.2, 0.4, 0.6, 0.65, 0.7)) == ""


@pytest.mark.parametrize(
    ("accuracy", "words"),
    [
        (0.95, "More parameters than images did not hurt here, they helped, without any penalty."),
        (0.905, "Here more parameters have changed hardly anything."),
        (0.85, "Here more parameters have cost 5.0 points."),
    ],
)
def test_the_answer_compares_with_the_best_that_has_not_more_parameters_than_images(
    accuracy: float, words: str
) -> None:
    found = _row(50_000, 0.2, 0.5, 0.8, 0.9, accuracy)
    answer = answer_text(Cell(50_000, 100), found, penalized=False)

    assert "784-30-10 with 0.48 per image recognizes 90.0 % (one seed each)." in _plain(answer)
    assert answer.endswith(words)


def test_networks_that_are_hardly_trained_answer_nothing() -> None:
    """As those on 50,000 images in the quick map."""
    found = {
        cell: replace(one, epochs=2, best_epoch=2) for cell, one in _row(50_000, 0.5, 0.7, 0.9, 0.92, 0.95).items()
    }
    answer = answer_text(Cell(50_000, 100), found, penalized=False)

    assert "hurt" not in answer
    assert answer.endswith("Trained for 2 epochs only, they answer nothing yet: choose “Whole”.")


def test_where_all_have_more_it_compares_with_the_best_of_the_smaller_ones() -> None:
    answer = answer_text(Cell(100, 100), _row(100, 0.2, 0.4, 0.6, 0.5, 0.7), penalized=False)

    assert "784-10-10 with 80 per image recognizes 60.0 % (one seed each). More parameters did not hurt here" in _plain(
        answer
    )


def test_there_is_no_answer_where_images_are_more_or_little_is_known() -> None:
    found = _row(50_000, 0.2, 0.5, 0.8, 0.9, 0.95)

    assert answer_text(Cell(50_000, 10), found, penalized=False) == ""
    assert answer_text(Cell(50_000, 300), found, penalized=False) == ""
    assert answer_text(Cell(100, 30), {Cell(100, 30): _summary(100, 30, 0.7)}, penalized=False) == ""
    assert "With L2" in answer_text(Cell(50_000, 100), found, penalized=True)


def test_what_became_of_a_network_after_its_best_epoch() -> None:
    assert last_text(_summary(100, 30, 0.7)) == ""
    said = last_text(_summary(100, 30, 0.7, best=12))
    assert _plain(said) == "After the last epoch it recognizes 69.0 %, of the training images 100.0 %."


def test_a_cell_is_told_with_all_its_figures() -> None:
    said = details_text(Cell(100, 30), replace(_summary(100, 30, 0.7), best_epoch=12), 60)

    assert _plain(said) == (
        "784-30-10, n = 100: 23,860 parameters, 239 per image. Validation 70.0 %, training 100.0 %, gap 30.0 points "
        "(best epoch: 12 of 60)."
    )
