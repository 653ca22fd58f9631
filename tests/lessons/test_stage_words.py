"""The words for pages, against the pages."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.lessons.stage_words import PAGES, Allowed, Range
from nnreg_gui.pages.__main__ import PageAlone
from nnreg_gui.pages.page import Page
from nnreg_gui.pages.table import KEYS


@pytest.fixture
def page(qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page by its key, in sight, with nothing trained."""
    alone = PageAlone(request.param, [])
    qtbot.addWidget(alone)
    alone.resize(1280, 720)
    with qtbot.waitExposed(alone):
        alone.show()
    yield alone.page
    alone.close_engines()


def _values(allowed: Allowed) -> list[float | str | bool]:
    """Return the values to try: every name, or both ends and what is between them."""
    if isinstance(allowed, Range):
        return [allowed.low, allowed.high, allowed.low]
    return list(allowed) if isinstance(allowed, tuple) else [True, False]


def test_every_page_has_its_words() -> None:
    assert tuple(PAGES) == KEYS


def test_every_range_has_numbers_in_it() -> None:
    ranges = [one for page in PAGES.values() for one in page.settings.values() if isinstance(one, Range)]

    assert ranges
    assert all(one.low < one.high for one in ranges)


@pytest.mark.parametrize(("page", "key"), [(key, key) for key in KEYS], indirect=["page"])
def test_a_page_has_the_views_and_settings_of_its_words_takes_them_and_refuses_others(page: Page, key: str) -> None:
    words = PAGES[key]
    assert page.views == words.views
    assert tuple(page.settings()) == tuple(words.settings)

    for view in reversed(words.views):
        page.open_view(view)
        assert page.present_view == view
    for name, allowed in words.settings.items():
        for value in _values(allowed):
            page.set_setting(name, value)
            assert page.settings()[name].value() == value, name

    before = page.present_view
    with pytest.raises(KeyError):
        page.open_view("nowhere")
    assert page.present_view == before

    with pytest.raises(KeyError):
        page.set_setting("nothing", 1.0)
    for name, allowed in words.settings.items():
        if isinstance(allowed, tuple):
            with pytest.raises(KeyError):
                page.set_setting(name, "none of them")
            assert page.settings()[name].value() in allowed
