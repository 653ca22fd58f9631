"""The progress of the current run."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from nnreg_gui.engine.events import Progress, Stopped
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.pages.runs.run_progress import RunProgress
from nnreg_gui.window.language import Language

Small = Callable[..., Experiment]
Trained = Callable[[Experiment], RunHistory]
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def progress(qtbot: QtBot) -> RunProgress:
    progress = RunProgress()
    qtbot.addWidget(progress)
    return progress


def _said(progress: RunProgress) -> str:
    return " | ".join(label.text() for label in progress.findChildren(QLabel))


def _share(progress: RunProgress) -> float:
    bar = progress.findChild(QProgressBar)
    return bar.value() / bar.maximum()


def test_without_a_run_nothing_is_said(progress: RunProgress) -> None:
    progress.show_run(None, running=False)

    assert _said(progress) == " | "
    assert _share(progress) == 0


def test_it_says_the_epoch_that_is_being_trained(progress: RunProgress, small: Small, trained: Trained) -> None:
    whole = trained(small(epochs=4))
    history = RunHistory(whole.experiment)
    progress.show_run(history, running=True)
    for record in whole.kept():
        history.add(record)
        progress.refresh()
        assert _said(progress).startswith(f"Epoch {record.epoch} of 4")
        assert _share(progress) == record.epoch / 4
    history = RunHistory(replace(whole.experiment))
    progress.show_run(history, running=True)
    history.add(Progress(epoch=3, images=50, seconds=0.1))
    progress.refresh()

    assert _said(progress).startswith("Epoch 3 of 4")
    assert _share(progress) == 2.5 / 4
    assert "500 images/s" in _said(progress)


def test_the_time_left_is_said_while_time_passes(progress: RunProgress, small: Small) -> None:
    history = RunHistory(small(epochs=100_000))
    progress.show_run(history, running=True)
    history.add(Progress(epoch=1, images=100, seconds=0.1))
    progress.refresh()
    assert " left" in _said(progress)

    progress.show_run(history, running=False)
    assert " left" not in _said(progress)


def test_a_run_that_was_stopped_early_says_so_and_stays_where_it_is(
    progress: RunProgress, small: Small, trained: Trained
) -> None:
    whole = trained(small(epochs=4))
    history = RunHistory(whole.experiment)
    for record in list(whole.kept())[:4]:
        history.add(record)
    progress.show_run(history, running=True)
    history.add(Stopped(3, next(whole.kept()), restored=False))  # it goes on
    progress.refresh()
    assert "stopped early" not in _said(progress)
    history.add(Stopped(3, next(whole.kept()), restored=True))
    progress.refresh()

    assert _said(progress).startswith("Epoch 3 of 4")
    assert "stopped early" in _said(progress)
    assert " left" not in _said(progress)
    assert _share(progress) == 3 / 4


def test_a_finished_run_fills_the_bar_and_has_no_time_left(
    progress: RunProgress, small: Small, trained: Trained
) -> None:
    progress.show_run(trained(small(epochs=4)), running=False)

    assert _share(progress) == 1
    assert "Epoch 4 of 4" in _said(progress)
    assert " left" not in _said(progress)


def test_it_speaks_the_present_language(progress: RunProgress, small: Small, language: Language, qtbot: QtBot) -> None:
    progress.show_run(RunHistory(small(epochs=12_345)), running=False)
    language.switch("cs")
    qtbot.waitUntil(lambda: f"12{NBSP}345" in _said(progress))
    assert "Epoch " not in _said(progress)

    language.switch("en")
    qtbot.waitUntil(lambda: "Epoch 0 of 12,345" in _said(progress))
