"""A page alone, as its developers open it."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.__main__ import PageAlone
from nnreg_gui.pages.noise.noise_page import NoisePage
from nnreg_gui.pages.table import KEYS


@pytest.mark.parametrize("key", KEYS)
def test_every_page_opens_alone_and_draws_the_runs(
    qtbot: QtBot, small: Callable[..., Experiment], trained: Callable[[Experiment], RunHistory], key: str
) -> None:
    alone = PageAlone(key, [trained(small(epochs=3)), trained(small(epochs=3, penalty="l2", lambda_=0.1))])
    qtbot.addWidget(alone)
    with qtbot.waitExposed(alone):
        alone.show()
    if isinstance(alone.page, NoisePage):
        qtbot.waitUntil(lambda: alone.page.table.rows == 2, timeout=30_000)
    alone.close_engines()

    assert len(alone.runs.runs()) == 2
    assert not alone.page.visibleRegion().isEmpty()
