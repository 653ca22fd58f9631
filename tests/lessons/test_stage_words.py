"""The words for pages, against the pages."""

from nnreg_gui.lessons.stage_words import PAGES, Range
from nnreg_gui.pages.table import KEYS


def test_every_page_has_its_words() -> None:
    assert tuple(PAGES) == KEYS


def test_every_range_has_numbers_in_it() -> None:
    ranges = [one for page in PAGES.values() for one in page.settings.values() if isinstance(one, Range)]

    assert ranges
    assert all(one.low < one.high for one in ranges)
