"""Augmentation in words: the name and the range of each kind, and all kinds together."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import AugmentationSpec
from nnreg_gui.widgets.texts import percent_text, significant_text

translate = QCoreApplication.translate
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def _pixels(value: float) -> str:
    return f"{significant_text(value)}{_NO_BREAK_SPACE}px"


def _percent(value: float) -> str:
    return percent_text(value, 0 if round(100 * value, 6).is_integer() else 1)


# By field name: how to write a value, and the range that it stands for.
_UNITS: dict[str, tuple[Callable[[float], str], str]] = {
    "rotation": (lambda value: f"{significant_text(value)}°", "±{0}"),
    "shift": (_pixels, "±{0}"),
    "zoom": (_percent, "±{0}"),
    "shear": (_percent, "±{0}"),
    "blur": (_pixels, "σ ≤ {0}"),
    "mirror_horizontal": (_percent, "{0}"),
    "mirror_vertical": (_percent, "{0}"),
    "brightness": (_percent, "±{0}"),
    "contrast": (_percent, "±{0}"),
    "noise": (significant_text, "σ ≤ {0}"),
    "elastic_alpha": (_pixels, "α ≤ {0}"),
    "elastic_sigma": (_pixels, "σ = {0}"),
}
AUGMENTATION_KINDS = tuple(_UNITS)


def kind_text(kind: str) -> str:
    """Return the name of a kind of augmentation (a field of `AugmentationSpec`)."""
    return {
        "rotation": translate("AugmentationText", "rotation"),
        "shift": translate("AugmentationText", "shift"),
        "zoom": translate("AugmentationText", "zoom"),
        "shear": translate("AugmentationText", "shear"),
        "blur": translate("AugmentationText", "blur"),
        "mirror_horizontal": translate("AugmentationText", "mirror ↔"),
        "mirror_vertical": translate("AugmentationText", "mirror ↕"),
        "brightness": translate("AugmentationText", "brightness"),
        "contrast": translate("AugmentationText", "contrast"),
        "noise": translate("AugmentationText", "noise"),
        "elastic_alpha": translate("AugmentationText", "elastic"),
        "elastic_sigma": translate("AugmentationText", "smoothness"),
    }[kind]


def range_text(kind: str, value: float) -> str:
    """Return the range that a value of a kind stands for: “±15°”, “σ ≤ 1 px”."""
    write, pattern = _UNITS[kind]
    return pattern.format(write(value))


def augmentation_text(spec: AugmentationSpec) -> str:
    """Return the kinds that are on with their ranges: “rotation ±15°, shift ±2 px”; “Off” if none is."""
    parts = [_part(spec, kind) for kind in AUGMENTATION_KINDS if kind != "elastic_sigma" and getattr(spec, kind)]
    return ", ".join(parts) or translate("AugmentationText", "Off")


def augmentation_change_texts(before: AugmentationSpec, after: AugmentationSpec) -> list[str]:
    """Return what was changed in mid-run, kind by kind: “rotation ±0° → ±15°”."""
    return [
        f"{kind_text(kind)} {range_text(kind, getattr(before, kind))} → {range_text(kind, getattr(after, kind))}"
        for kind in AUGMENTATION_KINDS
        if getattr(before, kind) != getattr(after, kind) and not (kind == "elastic_sigma" and not after.elastic_alpha)
    ]


def _part(spec: AugmentationSpec, kind: str) -> str:
    text = f"{kind_text(kind)} {range_text(kind, getattr(spec, kind))}"
    return f"{text}, {range_text('elastic_sigma', spec.elastic_sigma)}" if kind == "elastic_alpha" else text
