"""Rehearsed runs: kept runs are found by their experiments, and anything else in the folder does no harm."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QApplication

from nnreg_gui.engine.experiment import RegularizationSpec, StoppingSpec
from nnreg_gui.engine.history import RunHistory
from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.rehearsed_runs import RehearsedRuns, data_folder
from tests.fixture_types import Small, Trained


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder for kept runs, which does not exist yet."""
    return tmp_path / "data" / "rehearsed"


def test_nothing_is_found_before_anything_is_kept_and_no_folder_made(folder: Path, small: Small) -> None:
    assert RehearsedRuns(folder).kept_runs([small()]) == {}
    RehearsedRuns(folder).keep([])

    assert not folder.exists()


def test_a_kept_run_is_found_as_it_was(folder: Path, trained: Trained, small: Small) -> None:
    runs = [trained(small(epochs=2, seed=seed)) for seed in (1, 2)]
    RehearsedRuns(folder).keep(runs)
    found = RehearsedRuns(folder).kept_runs([small(epochs=2, seed=2), small(epochs=2, seed=3)])

    assert list(found) == [small(epochs=2, seed=2)]
    (history,) = found.values()
    assert np.array_equal(history.rows, runs[1].rows)
    assert history.test_accuracy == runs[1].test_accuracy
    assert history.finished
    for name in ("initial", "best", "newest", "in_use"):
        kept, before = getattr(history, name), getattr(runs[1], name)
        assert kept.epoch == before.epoch
        assert all(map(np.array_equal, kept.parameters.weights, before.parameters.weights))


def test_an_experiment_that_comes_to_the_same_finds_it(folder: Path, trained: Trained, small: Small) -> None:
    RehearsedRuns(folder).keep([trained(small(epochs=1))])
    other = replace(small(epochs=1), regularization=RegularizationSpec(lambda_=7.0))  # without a penalty

    assert list(RehearsedRuns(folder).kept_runs([other])) == [other]


def test_a_run_that_stopped_early_is_whole(folder: Path, trained: Trained, small: Small) -> None:
    plain = small(epochs=50, images=30)
    stopping = StoppingSpec(rule="no_improvement", parameter=1)
    experiment = replace(plain, training=replace(plain.training, stopping=stopping))
    RehearsedRuns(folder).keep([trained(experiment)])
    found = RehearsedRuns(folder).kept_runs([experiment])[experiment]

    assert found.stopped is not None
    assert found.in_use is found.stopped.best


def test_what_is_not_whole_is_not_kept(folder: Path, trained: Trained, small: Small) -> None:
    whole = trained(small(epochs=2))
    part, no_networks = RunHistory(whole.experiment), whole.with_records([])
    part.grow_like(whole, 1)
    RehearsedRuns(folder).keep([part, no_networks])

    assert RehearsedRuns(folder).kept_runs([whole.experiment]) == {}


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 nothing", b"{}", None])
def test_a_damaged_file_holds_no_run_and_is_replaced(
    folder: Path, trained: Trained, small: Small, content: bytes | None
) -> None:
    kept, history = RehearsedRuns(folder), trained(small(epochs=1))
    kept.keep([history])
    (path,) = folder.iterdir()
    path.write_bytes(path.read_bytes()[:-5_000] if content is None else content)
    assert kept.kept_runs([history.experiment]) == {}
    kept.keep([history])

    assert len(kept.kept_runs([history.experiment])) == 1


def test_the_file_of_another_run_holds_none_of_this(folder: Path, trained: Trained, small: Small) -> None:
    kept, one, other = RehearsedRuns(folder), trained(small(epochs=1)), trained(small(epochs=2))
    kept.keep([one])
    (path,) = folder.iterdir()
    content = path.read_bytes()
    kept.keep([other])
    path.unlink()
    (path,) = folder.iterdir()
    path.write_bytes(content)

    assert kept.kept_runs([one.experiment, other.experiment]) == {}


def test_a_folder_in_the_place_of_a_file_holds_no_run(folder: Path, trained: Trained, small: Small) -> None:
    kept, history = RehearsedRuns(folder), trained(small(epochs=1))
    kept.keep([history])
    (path,) = folder.iterdir()
    path.unlink()
    path.mkdir()

    assert kept.kept_runs([history.experiment]) == {}


def test_a_folder_that_nobody_may_look_into_holds_no_run(tmp_path: Path, small: Small) -> None:
    assert RehearsedRuns(tmp_path / ("x" * 300)).kept_runs([small()]) == {}


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path, trained: Trained, small: Small) -> None:
    (tmp_path / "data").write_text("no folder")
    with pytest.raises(Problem, match="could not be written"):
        RehearsedRuns(tmp_path / "data" / "rehearsed").keep([trained(small(epochs=1))])


def test_the_oldest_go_when_there_are_too_many(folder: Path, trained: Trained, small: Small) -> None:
    runs = [trained(small(epochs=1, seed=seed)) for seed in (1, 2, 3)]
    kept = RehearsedRuns(folder)
    for age, history in zip((3, 2, 1), runs, strict=True):
        before = set(folder.glob("*"))
        kept.keep([history])
        (path,) = set(folder.glob("*")) - before
        os.utime(path, (1e9 - age, 1e9 - age))
    left = folder / f"{path.name}.12345678"  # left by a write that a crash interrupted
    left.write_bytes(b"half")
    os.utime(left, (1e8, 1e8))
    size = path.stat().st_size
    RehearsedRuns(folder, most_bytes=2 * size + size // 2).keep([])

    assert list(kept.kept_runs([run.experiment for run in runs])) == [run.experiment for run in runs[1:]]
    assert not left.exists()


# ------------------------------------------------------------------------------------------------------- the folder


@pytest.fixture
def qt_folder(qapp: QApplication) -> Iterator[Callable[[], Path]]:
    """Return Qt's folder for the program's data, as in the window."""
    names = QCoreApplication.organizationName(), QCoreApplication.applicationName()
    QStandardPaths.setTestModeEnabled(False)
    QCoreApplication.setOrganizationName("nnreg-gui")
    QCoreApplication.setApplicationName("nnreg-gui")
    yield lambda: Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation))
    QCoreApplication.setOrganizationName(names[0])
    QCoreApplication.setApplicationName(names[1])
    QStandardPaths.setTestModeEnabled(True)


@pytest.mark.parametrize("said", [None, "", "/elsewhere/data", "/elsewhere/data/", "relative", "~/data"])
def test_the_folder_is_that_of_the_window(
    qt_folder: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str | None
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if said is not None:
        monkeypatch.setenv("XDG_DATA_HOME", said)

    assert data_folder() == qt_folder()


def test_every_system_has_its_own_place(tmp_path: Path) -> None:
    ours = Path("nnreg-gui") / "nnreg-gui"

    assert data_folder("linux", {}, tmp_path) == tmp_path / ".local" / "share" / ours
    assert data_folder("darwin", {"XDG_DATA_HOME": "/x"}, tmp_path) == (
        tmp_path / "Library" / "Application Support" / ours
    )
    assert data_folder("win32", {"APPDATA": "/roaming"}, tmp_path) == Path("/roaming") / ours
    assert data_folder("win32", {}, tmp_path) == tmp_path / "AppData" / "Roaming" / ours
