"""Sessions in the user's files: whole or not at all, and a sentence for whatever a disk may do."""

import zipfile
from pathlib import Path

import pytest

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.sessions.session import ListedRun, Session
from nnreg_gui.engine.sessions.session_format import session_bytes
from nnreg_gui.files.session_files import read_file, read_session_file, write_session_file
from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import LESSON_SUFFIXES
from nnreg_gui.resource_files import resource_path
from tests.fixture_types import Small, Trained


@pytest.fixture
def session(trained: Trained, small: Small) -> Session:
    return Session((ListedRun(trained(small(epochs=2, images=20, hidden=())), 1, "a"),), selected=1)


def refusal(path: Path) -> str:
    with pytest.raises(Problem) as caught:
        read_session_file(str(path))
    return str(caught.value)


def test_what_was_written_is_read_again(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "příklad č. 1.nnreg-session"
    path.write_text("x" * 100)
    write_session_file(str(path), session)

    assert session_bytes(read_session_file(str(path))) == session_bytes(session) == path.read_bytes()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_known_by_how_it_begins(tmp_path: Path, session: Session) -> None:
    path, other = tmp_path / "x.json", tmp_path / "x.nnreg-session"
    write_session_file(str(path), session)
    other.write_text(Experiment().to_json())
    read = read_file(str(path))

    assert isinstance(read, Session)
    assert session_bytes(read) == session_bytes(session)
    assert read_file(str(other)) == Experiment()


@pytest.mark.parametrize("suffix", LESSON_SUFFIXES)
def test_a_lesson_is_known_by_its_beginning_or_its_name(tmp_path: Path, suffix: str) -> None:
    source = resource_path("lessons", "2-ten-minutes.toml").read_text(encoding="utf-8")
    lesson, broken = tmp_path / "lesson.txt", tmp_path / f"mine{suffix}"
    lesson.write_text(source, encoding="utf-8")
    broken.write_text("title = ", encoding="utf-8")

    found = read_file(str(lesson))

    assert isinstance(found, Lesson)
    assert len(found.steps) == 5
    with pytest.raises(Problem, match=rf"^mine\{suffix}, line 1: This is not valid TOML"):
        read_file(str(broken))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("missing", "cannot be read"), ("foreign.zip", "This is not an experiment file"), ("", "cannot be read")],
)
def test_a_file_that_is_neither_session_nor_experiment_is_refused(tmp_path: Path, name: str, sentence: str) -> None:
    with zipfile.ZipFile(tmp_path / "foreign.zip", "w") as file:
        file.writestr("photo.jpg", b"x")

    with pytest.raises(Problem, match=sentence):
        read_file(str(tmp_path / name))


def test_an_experiment_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "x.nnreg-session"
    path.write_text(Experiment().to_json())

    assert refusal(path) == "This is no session file but perhaps an experiment: open it as an experiment."


@pytest.mark.parametrize("kind", ["missing", "folder"])
def test_what_cannot_be_read_is_named_with_the_reason(tmp_path: Path, kind: str) -> None:
    path = tmp_path if kind == "folder" else tmp_path / "missing"

    assert refusal(path).startswith(f"{path} cannot be read (")


def test_a_huge_file_of_another_kind_is_read_only_at_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "huge"
    with path.open("wb") as file:
        file.truncate(2**40)  # takes no room on disk, but would not fit into memory

    assert refusal(path).startswith("This is not a session file")


def test_a_huge_file_that_begins_like_a_session_is_not_read_either(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "huge"
    write_session_file(str(path), session)
    with path.open("r+b") as file:
        file.truncate(2**40)

    assert refusal(path).startswith("The session file is damaged")
