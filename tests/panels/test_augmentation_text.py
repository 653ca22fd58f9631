"""Augmentation in words."""

import pytest

from nnreg_gui.engine.experiment import AugmentationSpec, Experiment
from nnreg_gui.panels.augmentation_text import augmentation_change_texts, augmentation_text
from nnreg_gui.panels.experiment_text import change_text, run_names

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({}, "Off"),
        ({"elastic_sigma": 9}, "Off"),
        ({"rotation": 15, "shift": 2}, f"rotation ±15°, shift ±2{NBSP}px"),
        ({"zoom": 0.2, "shear": 0.125}, f"zoom ±20{NBSP}%, shear ±12.5{NBSP}%"),
        ({"blur": 1.5, "noise": 0.1}, f"blur σ ≤ 1.5{NBSP}px, noise σ ≤ 0.1"),
        (
            {"mirror_horizontal": 0.5, "mirror_vertical": 1},
            f"mirror ↔ 50{NBSP}%, mirror ↕ 100{NBSP}%",
        ),
        ({"brightness": 0.3, "contrast": 0.3}, f"brightness ±30{NBSP}%, contrast ±30{NBSP}%"),
        ({"elastic_alpha": 34}, f"elastic α ≤ 34{NBSP}px, σ = 4{NBSP}px"),
    ],
)
def test_what_is_on_is_said_with_its_range(values: dict[str, float], text: str) -> None:
    assert augmentation_text(AugmentationSpec(**values)) == text


@pytest.mark.parametrize(
    ("before", "after", "texts"),
    [
        ({}, {}, []),
        ({}, {"rotation": 15}, ["rotation ±0° → ±15°"]),
        ({"rotation": 15, "shift": 2}, {"rotation": 30}, ["rotation ±15° → ±30°", f"shift ±2{NBSP}px → ±0{NBSP}px"]),
        ({"elastic_sigma": 4}, {"elastic_sigma": 6}, []),
        (
            {"elastic_alpha": 34},
            {"elastic_alpha": 34, "elastic_sigma": 6},
            [f"smoothness σ = 4{NBSP}px → σ = 6{NBSP}px"],
        ),
    ],
)
def test_a_change_is_said_kind_by_kind(before: dict[str, float], after: dict[str, float], texts: list[str]) -> None:
    assert augmentation_change_texts(AugmentationSpec(**before), AugmentationSpec(**after)) == texts


def test_runs_are_named_by_their_augmentation_where_it_differs() -> None:
    plain, turned = Experiment(), Experiment(augmentation=AugmentationSpec(rotation=180))

    assert run_names([plain, turned]) == ["No regularization, no augmentation", "No regularization, rotation ±180°"]
    assert run_names([turned, turned]) == ["No regularization", "No regularization"]
    assert change_text(plain, turned) == "rotation ±0° → ±180°"
