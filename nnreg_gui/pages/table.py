"""The pages: which ones there are, in which order, and what they are called."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from nnreg_gui.pages.page import Page

translate = QCoreApplication.translate
TRAINING, WHY = "training", "why"


@dataclass(frozen=True, slots=True)
class Entry:
    """A page.

    Attributes:
        key: what it is called in the code: `noise` is `NoisePage` in `noise/noise_page.py`.
        group: the group of tabs in which it stands.
        title: returns what it is called in the window, in the present language.
    """

    key: str
    group: str
    title: Callable[[], str]


PAGES = (
    Entry("learning", TRAINING, lambda: translate("PageTabs", "Learning")),
    Entry("weights", TRAINING, lambda: translate("PageTabs", "Weights")),
    Entry("augmentation", TRAINING, lambda: translate("PageTabs", "Augmentation")),
    Entry("rotation", TRAINING, lambda: translate("PageTabs", "6 ↔ 9")),
    Entry("stopping", TRAINING, lambda: translate("PageTabs", "Stopping")),
    Entry("finding_lambda", TRAINING, lambda: translate("PageTabs", "Finding λ")),
    Entry("runs", TRAINING, lambda: translate("PageTabs", "Runs")),
    Entry("mistakes", TRAINING, lambda: translate("PageTabs", "Mistakes")),
    Entry("fitting", WHY, lambda: translate("PageTabs", "Fitting")),
    Entry("shrinking", WHY, lambda: translate("PageTabs", "Shrinking")),
    Entry("noise", WHY, lambda: translate("PageTabs", "Noise")),
    Entry("dropout", WHY, lambda: translate("PageTabs", "Dropout")),
    Entry("pruning", WHY, lambda: translate("PageTabs", "Pruning")),
    Entry("ensemble", WHY, lambda: translate("PageTabs", "Ensemble")),
    Entry("parameters", WHY, lambda: translate("PageTabs", "Parameters")),
    Entry("past_the_peak", WHY, lambda: translate("PageTabs", "Past the peak")),
)
KEYS = tuple(entry.key for entry in PAGES)
GROUPS = {group: tuple(entry.key for entry in PAGES if entry.group == group) for group in (TRAINING, WHY)}
_ENTRIES = {entry.key: entry for entry in PAGES}


def group_of(key: str) -> str:
    """Return the group of a page."""
    return _ENTRIES[key].group


def page_title(key: str) -> str:
    """Return what a page is called, in the present language."""
    return _ENTRIES[key].title()


def page_class(key: str) -> "type[Page]":
    """Import a page."""
    name = "".join(word.capitalize() for word in key.split("_"))
    found: type[Page] = getattr(import_module(f"nnreg_gui.pages.{key}.{key}_page"), f"{name}Page")
    return found
