"""Rehearsing without a window: the table, what is kept, exit codes, and messages for each problem."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import nnreg_gui
from nnreg_gui.__main__ import main
from nnreg_gui.files.rehearsed_runs import RehearsedRuns
from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.lessons.rehearsal import Rehearsal
from tests.lessons.rehearsed_lesson import DIVERGING, REHEARSED, good_lesson, written

SECONDS = 30
Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for kept runs; afterwards, the test handles signals again."""
    folder = tmp_path / "data"
    for name in ("XDG_DATA_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.chdir(tmp_path)
    heard = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background of a shell would not hear it
    yield folder
    for number, handler in heard.items():
        signal.signal(number, handler)


def program(lesson: Path, *how: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Rehearse a lesson in its own process, with warnings as errors."""
    package = str(Path(nnreg_gui.__file__).parents[1])
    command = [sys.executable, "-W", "error", *how, str(lesson)]
    environment = {**os.environ, "PYTHONPATH": package, "PYTHONIOENCODING": "utf-8", **variables}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False, timeout=SECONDS)


def kept_of(lesson: Path) -> int:
    """Return how many runs of a lesson are kept."""
    return len(RehearsedRuns().kept_runs(Rehearsal(read_lesson(lesson)).experiments))


def test_what_holds_is_said_and_the_runs_are_kept(tmp_path: Path, capsys: Output) -> None:
    lesson = written(tmp_path, good_lesson())

    assert main(["--rehearse", "small.toml"]) == 0

    told = capsys.readouterr()
    assert told.err == ""
    lines = told.out.splitlines()
    assert lines[0].split() == ["step", "claim", "seen", "holds"]
    assert lines[2].split("  ")[0] == "parameters"
    assert "It has 3,985." in lines[3]
    assert lines[-1] == "6 of 6 claims hold, 3 of 3 runs are kept."
    assert kept_of(lesson) == 3


def test_it_speaks_the_language_that_is_asked_for(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path, good_lesson())

    assert main(["--rehearse", "small.toml", "--language", "cs"]) == 0

    assert "Má jich 3\N{NO-BREAK SPACE}985." in capsys.readouterr().out


def test_what_does_not_hold_is_said(tmp_path: Path, capsys: Output) -> None:
    lesson = written(tmp_path, REHEARSED)

    assert main(["--rehearse", "small.toml"]) == 1

    told = capsys.readouterr()
    assert told.out.count("DOES NOT HOLD") == 3
    assert told.out.splitlines()[-1] == "6 of 9 claims hold, 3 of 3 runs are kept."
    assert kept_of(lesson) == 3


def test_a_run_that_diverges_is_named_and_the_others_go_on(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path, good_lesson() + DIVERGING)

    assert main(["--rehearse", "small.toml"]) == 1

    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert line.startswith("Run wild, seed 1: The run diverged in epoch 1 with η = 1000")
    assert told.out.splitlines()[-1] == "6 of 7 claims hold, 3 of 4 runs are kept."


def test_a_lesson_without_runs_is_rehearsed_at_once(tmp_path: Path, capsys: Output) -> None:
    text = good_lesson().split("[[step]]")[0]
    written(
        tmp_path,
        f"""{text}[[step]]
id = "line"
title.en = "A line"
page = "fitting"
holds = "polynomial_at(14, 9) != line_at(14)"
seen.en = "It says {{line_at(14)}}."
""",
    )

    assert main(["--rehearse", "small.toml"]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == "1 of 1 claims hold, 0 of 0 runs are kept."


def test_a_file_with_mistakes_is_not_rehearsed(tmp_path: Path, capsys: Output) -> None:
    written(tmp_path, REHEARSED.replace("epochs = 2", "epochs = -2"))

    assert main(["--rehearse", "small.toml"]) == 2

    told = capsys.readouterr()
    assert told.err.startswith("small.toml, line 11: ")
    assert told.out == ""


@pytest.mark.parametrize("lesson", ["gone.toml", "folder.toml"])
def test_what_cannot_be_read_is_no_lesson(tmp_path: Path, capsys: Output, lesson: str) -> None:
    (tmp_path / "folder.toml").mkdir()

    assert main(["--rehearse", lesson]) == 2

    assert capsys.readouterr().err.startswith(f"{lesson}: ")


def test_a_wrong_name_is_answered_with_the_right_ones(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("2-ten-minutes", "1-lecture"):
        (tmp_path / f"{name}.toml").touch()
    monkeypatch.setattr("nnreg_gui.rehearsing.resource_path", lambda *_: tmp_path)

    assert main(["--rehearse", "lektor"]) == 2

    assert capsys.readouterr().err == "“lektor” is no lesson: choose a file, or one of lecture, ten-minutes.\n"


@pytest.mark.parametrize("name", ["gone.toml", "gone.nnreg-lesson", "x" * 300])
def test_a_file_that_is_missing_is_said_to_be(capsys: Output, name: str) -> None:
    assert main(["--rehearse", name]) == 2

    told = capsys.readouterr().err
    assert name in told
    assert "is no lesson" not in told


def test_a_lesson_that_comes_with_the_program_goes_by_its_name(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "1-lecture.toml").touch()
    monkeypatch.setattr("nnreg_gui.rehearsing.resource_path", lambda *_: tmp_path)

    assert main(["--rehearse", "lecture"]) == 2  # found, but empty

    assert "“format” is missing" in capsys.readouterr().err


def test_runs_that_cannot_be_kept_are_said(tmp_path: Path, capsys: Output, data_folder: Path) -> None:
    written(tmp_path, good_lesson())
    data_folder.write_text("no folder")

    assert main(["--rehearse", "small.toml"]) == 1

    told = capsys.readouterr()
    (line,) = told.err.splitlines()
    assert "could not be written" in line
    assert told.out.splitlines()[-1] == "6 of 6 claims hold, 0 of 3 runs are kept."


def test_a_language_alone_is_a_mistake(capsys: Output) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--language", "cs"])

    assert end.value.code == 2
    assert "--language goes with --rehearse" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_at_once_and_what_was_trained_is_kept(
    tmp_path: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    lesson = written(tmp_path, good_lesson().replace('runs = ["short"]\nseen', 'runs = ["never"]\nseen'))
    keep = RehearsedRuns.keep

    def keep_and_stop(self: RehearsedRuns, runs: list[object]) -> None:
        keep(self, runs)  # type: ignore[arg-type]
        os.kill(os.getpid(), number)

    monkeypatch.setattr(RehearsedRuns, "keep", keep_and_stop)

    assert main(["--rehearse", "small.toml"]) == 128 + number

    told = capsys.readouterr()
    assert told.err == "Stopped; the runs trained until then are kept.\n"
    assert told.out == ""
    assert kept_of(lesson) == 1


def test_as_a_program_of_its_own_it_needs_no_qt_and_leaves_out_signs_that_the_output_lacks(tmp_path: Path) -> None:
    lesson = written(tmp_path, good_lesson().replace("It has", "λ₀ has"))
    as_program = (  # as `python -m nnreg_gui --rehearse`, which cannot say what it has imported
        "import runpy, sys; sys.argv[1:1] = ['--rehearse']\n"
        "try: runpy.run_module('nnreg_gui', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as end: code = end.code\n"
        "qt = {name.partition('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6', 'pyqtgraph'}\n"
        "sys.exit(code or ' '.join(qt) or 0)"
    )
    output = program(lesson, "-c", as_program, PYTHONIOENCODING="ascii", COLUMNS="100")

    assert output.stderr == ""
    assert output.returncode == 0
    assert "?? has 3,985." in output.stdout
    assert max(map(len, output.stdout.splitlines())) <= 100
    assert output.stdout.endswith("6 of 6 claims hold, 3 of 3 runs are kept.\n")
    assert kept_of(lesson) == 3
