"""Whatever lies there: one sentence, at once, without waiting for a pipe or following it for ever."""

import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from nnreg_gui.engine.digits import Split
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.opening import open_data_set
from tests.files.data_sets.made_sets import idx_plain, keras, refused, tables

_MOST_BYTES = 50_000_000  # far less than what these files say that they hold


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "no.npz") == "no.npz cannot be read (No such file or directory)."
    assert "cannot be read" in refused(tmp_path / ("long" * 100))


def test_a_path_that_can_be_none_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "a\0b")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refused(tmp_path / "pipe") == "pipe is a device or a pipe: choose a file."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there are no devices in folders here")
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty", "/proc/kmsg", "/proc/self/mem"])
def test_a_device_is_refused(device: str) -> None:
    refused(Path(device))


def test_a_link_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")

    assert "circle cannot be read" in refused(tmp_path / "circle")


@pytest.mark.parametrize("beginning", [b"", b"\0\0\x08\x03", b"PK\x03\x04", b"1,2,3\n", b"\x93NUMPY", b"\x1f\x8b"])
def test_a_huge_file_of_nothing_is_refused_without_reading_it(tmp_path: Path, beginning: bytes) -> None:
    with (tmp_path / "huge").open("wb") as file:
        file.write(beginning)
        file.truncate(2**31 - 1 if beginning else 2**40)
    tracemalloc.start()
    try:
        refused(tmp_path / "huge")
        assert tracemalloc.get_traced_memory()[1] < _MOST_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", [idx_plain, keras, tables], ids=lambda kind: kind.__name__)
def test_a_file_that_grows_is_refused(
    tmp_path: Path, train: Split, test: Split, kind: Callable[[Path, Split, Split], Path]
) -> None:
    path = kind(tmp_path, train, test)
    files = [path] if path.is_file() else list(path.iterdir())

    def grow(share: float) -> None:
        for file in files:
            with file.open("ab") as growing:
                growing.write(b"\n")

    with pytest.raises(DigitsError, match=r"still being written|holds more than it says"):
        open_data_set(path, progress=grow)
