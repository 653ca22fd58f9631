"""A file goes to the window that is open, if there is one that answers, and to nobody else."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import nnreg_gui
from nnreg_gui.system import handing_over
from nnreg_gui.system.handed_files import HandedFiles
from nnreg_gui.system.handing_over import MOST_BYTES, Handed, hand_over, listen, understood
from tests.conftest import WAIT

CHECKOUT = Path(nnreg_gui.__file__).parents[1]
FILE = str(Path("/a folder/běhy.nnreg-session").absolute())
on_posix = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="there are no Unix sockets")


@pytest.fixture(params=["socket", "port"])
def family(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Listen as on Unix, and as on Windows."""
    if request.param == "port":
        monkeypatch.setattr(handing_over, "_FAMILY", socket.AF_INET)
    elif not hasattr(socket, "AF_UNIX"):
        pytest.skip("there are no Unix sockets")


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of addresses, without those of other tests, and little patience."""
    with TemporaryDirectory() as runtime:  # a short path, as sockets need
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        monkeypatch.setattr(handing_over, "_SECONDS", 0.2)
        yield Path(runtime, "nnreg-gui")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[HandedFiles]:
    """What listens for a window."""
    listening = HandedFiles(qapp)
    yield listening
    listening.close()
    listening.deleteLater()


def beside(qtbot: QtBot, question: Callable[[], bool]) -> bool:
    """Return an answer while the window goes on, as another process would get it."""
    answers: list[bool] = []
    thread = Thread(target=lambda: answers.append(question()))
    thread.start()
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)
    thread.join()
    return answers[0]


def sent(qtbot: QtBot, message: bytes) -> bytes:
    """Return what a window answers to a message."""

    def answer() -> bool:
        (address,) = Path(os.environ["XDG_RUNTIME_DIR"], "nnreg-gui").iterdir()
        with socket.socket(handing_over._FAMILY) as caller:
            caller.settimeout(5)
            caller.connect(str(address))
            caller.sendall(message)
            caller.shutdown(socket.SHUT_WR)
            answers.append(caller.recv(100))
        return True

    answers: list[bytes] = []
    beside(qtbot, answer)
    return answers[0]


def test_without_a_window_nobody_takes_a_file() -> None:
    assert not hand_over(FILE)


def test_the_window_that_is_open_takes_the_file(family: None, window: HandedFiles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.handed) as taken:
        assert beside(qtbot, lambda: hand_over(FILE))

    assert taken.args[0].path == FILE


def test_a_relative_path_is_that_of_the_one_who_hands_over(
    window: HandedFiles, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with qtbot.waitSignal(window.handed) as taken:
        beside(qtbot, lambda: hand_over("mine.nnreg-lesson"))

    assert taken.args[0].path == str(tmp_path / "mine.nnreg-lesson")


def test_another_start_of_the_program_hands_over_and_ends(window: HandedFiles, qtbot: QtBot, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT), "XDG_ACTIVATION_TOKEN": "gnome-shell/42"}
    command = [sys.executable, "-m", "nnreg_gui", "my experiment.json"]
    with qtbot.waitSignal(window.handed, timeout=WAIT) as taken:
        program = subprocess.Popen(command, cwd=tmp_path, env=environment)

    assert program.wait(WAIT) == 0
    assert taken.args[0] == Handed(str(tmp_path / "my experiment.json"), "gnome-shell/42", taken.args[0].secret)


def test_a_window_that_has_quit_leaves_no_address(family: None, window: HandedFiles) -> None:
    window.close()

    assert not hand_over(FILE)


def test_an_address_that_a_crash_left_is_no_obstacle_and_goes(family: None, window: HandedFiles, qtbot: QtBot) -> None:
    listening = listen()
    assert listening is not None
    server, address, _ = listening
    stale = address.with_name(f"{address.name}0")
    address.rename(stale)
    server.close()
    window_of_this_process = HandedFiles(QApplication.instance())
    os.utime(stale, (2e9, 2e9))  # asked first
    try:
        assert beside(qtbot, lambda: hand_over(FILE))
        assert not stale.exists()
    finally:
        window_of_this_process.close()
        window_of_this_process.deleteLater()


def test_a_window_that_is_just_opening_keeps_its_address(
    family: None, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Met(socket.socket):
        """A socket that another start of the program meets before anybody listens at it."""

        def listen(self, *most: int) -> None:
            assert not hand_over(FILE)
            super().listen(*most)

    with monkeypatch.context() as patch:
        patch.setattr(handing_over.socket, "socket", Met)
        window = HandedFiles(qapp)
    try:
        assert beside(qtbot, lambda: hand_over(FILE))
    finally:
        window.close()
        window.deleteLater()


def test_where_nobody_can_listen_nothing_is_left(family: None, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(socket.socket):
        """A socket of a system that has no room for another one that listens."""

        def listen(self, *most: int) -> None:
            raise OSError("no room")

    monkeypatch.setattr(handing_over.socket, "socket", Deaf)

    assert listen() is None
    assert list(folder.iterdir()) == []


def test_a_window_that_hangs_is_not_waited_for_long_and_opens_nothing_later(window: HandedFiles, qtbot: QtBot) -> None:
    heard: list[Handed] = []
    window.handed.connect(heard.append)

    assert not hand_over(FILE)  # while this thread waits, the window answers nothing
    qtbot.wait(50)
    assert heard == []


def test_the_window_used_last_is_asked_first(family: None, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    listening = listen()
    assert listening is not None
    server, address, _ = listening
    for name, used in (("1", 100), ("2", 300), ("3", 200)):
        other = address.with_name(f"{address.name}{name}")
        other.touch()
        os.utime(other, (used, used))
    address.unlink()
    server.close()
    monkeypatch.setattr(handing_over, "_is_taken", lambda address, *_: asked.append(address.name[-1]))
    hand_over(FILE)
    for name in asked:
        address.with_name(f"{address.name}{name}").unlink()

    assert asked == ["2", "3", "1"]


def test_a_window_on_another_display_is_left_alone(window: HandedFiles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "far-away:7")

    assert not hand_over(FILE)


@on_posix
def test_in_a_folder_that_others_can_open_nobody_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "nnreg-gui").mkdir()
    (tmp_path / "nnreg-gui").chmod(0o755)

    assert listen() is None
    assert not hand_over(FILE)


@on_posix
@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"\0\xff\n",
        b"[" * 10_000 + b"\n",
        json.dumps({"path": "relative.json"}).encode() + b"\n",
        json.dumps({"path": f"{FILE}\0"}).encode() + b"\n",
        json.dumps({"path": 7}).encode() + b"\n",
        json.dumps({"path": FILE, "command": "rm"}).encode() + b"\n",
        json.dumps({"path": FILE, "token": "two words"}).encode() + b"\n",
        json.dumps({"path": FILE, "secret": "guessed"}).encode() + b"\n",
        json.dumps({"path": "/" + "x" * MOST_BYTES}).encode() + b"\n",
        json.dumps({"path": FILE}).encode(),
    ],
    ids=range(13),
)
def test_a_message_that_this_program_does_not_write_opens_nothing(
    window: HandedFiles, qtbot: QtBot, message: bytes
) -> None:
    heard: list[Handed] = []
    window.handed.connect(heard.append)

    assert sent(qtbot, message) == b""
    assert heard == []


def test_only_the_secret_of_a_window_opens_it() -> None:
    message = Handed(FILE, secret="right").message()

    assert understood(message, "right") == Handed(FILE, secret="right")
    assert understood(message, "wrong") is None


def test_a_name_that_is_no_text_arrives_as_it_is() -> None:
    path = os.fsdecode(b"/caf\xe9/\xc4\x9b.json")

    assert understood(Handed(path).message(), "") == Handed(path)


def test_without_any_folder_for_temporary_files_the_program_starts_and_opens_its_own_window(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none() -> str:
        raise FileNotFoundError("No usable temporary directory found")

    monkeypatch.setattr(handing_over.tempfile, "gettempdir", none)
    monkeypatch.delenv("XDG_RUNTIME_DIR")

    assert listen() is None
    assert not hand_over(FILE)
    HandedFiles(qapp).deleteLater()


def test_without_sockets_nobody_listens(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(family: int) -> socket.socket:
        raise PermissionError("no sockets here")

    monkeypatch.setattr(handing_over.socket, "socket", forbidden)

    assert listen() is None


@on_posix
def test_a_relative_path_in_a_folder_that_is_gone_goes_nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert not hand_over("a.nnreg-session")
