"""The user's files: whole or not at all, nothing that never ends, and the reason for each failure."""

import errno
import os
import socket
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from nnreg_gui.engine.problems import Problem
from nnreg_gui.files.user_files import opened, write_file

posix = pytest.mark.skipif(os.name != "posix", reason="this system has no such files")


def read(path: Path) -> bytes:
    with opened(str(path)) as file:
        return file.read()


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Problem) as caught:
        act()
    return str(caught.value)


def socket_at(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(str(path))


SPECIAL = {
    "pipe": lambda path: os.mkfifo(path),
    "device": lambda path: path.symlink_to("/dev/zero"),
    "socket": socket_at,
}


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / ("příklad č. 1 " + 115 * "ž")
    for content in (b"one", bytes(3_000_000), b""):
        write_file(str(path), content)
        assert read(path) == content
        assert list(tmp_path.iterdir()) == [path]


@posix
def test_who_may_read_a_file_stays_as_it_was_and_is_decided_by_the_system_for_a_new_one(tmp_path: Path) -> None:
    mine, new, plain = tmp_path / "mine", tmp_path / "new", tmp_path / "plain"
    mine.write_bytes(b"")
    mine.chmod(0o640)
    plain.write_bytes(b"")
    for path in (mine, new):
        write_file(str(path), b"x")

    assert stat.S_IMODE(mine.stat().st_mode) == 0o640
    assert stat.S_IMODE(new.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@posix
def test_a_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder" / "file")
    write_file(str(tmp_path / "link"), b"x")

    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "folder" / "file").read_bytes() == b"x"


@posix
@pytest.mark.parametrize("kind", SPECIAL)
def test_what_may_never_end_is_neither_opened_nor_replaced(
    tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path must be short
    path = Path(kind)
    SPECIAL[kind](path)
    before = path.lstat()

    for act in (lambda: read(path), lambda: write_file(str(path), b"x")):
        assert refusal(act) == f"{path} is a device or a pipe: choose a file."
    assert path.lstat() == before
    assert list(Path().iterdir()) == [path]


@pytest.mark.parametrize("place", ["nowhere/x", "", "file/x", "a\0b", "a\ud800b"])
def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_text("mine")
    sentence = refusal(lambda: write_file(f"{tmp_path}/{place}", b"x"))

    assert "could not be written (" in sentence
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_text() == "mine"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("protected", ["folder", "file"])
def test_what_is_protected_is_named(tmp_path: Path, protected: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    (tmp_path if protected == "folder" else path).chmod(0o500)
    try:
        sentence = refusal(lambda: write_file(str(path), b"x"))
    finally:
        tmp_path.chmod(0o700)

    assert f"({os.strerror(errno.EACCES)})" in sentence
    assert path.read_bytes() == b"old"


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limit for the size of files")
def test_a_disk_that_fills_up_while_it_is_written_leaves_the_old_file_and_is_the_reason(tmp_path: Path) -> None:
    import resource

    path = tmp_path / "x"
    path.write_bytes(b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))  # as if the disk were full
    try:
        sentence = refusal(lambda: write_file(str(path), bytes(5_000_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert f"x could not be written ({os.strerror(errno.EFBIG)})" in sentence
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_needs_more_memory_than_there_is_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"x")

    def fill() -> None:
        with opened(str(path)):
            raise MemoryError

    assert refusal(fill) == f"There is not enough memory to open {path}."
