"""The translation has every text of the program in full, and nothing else."""

import ast
import os
import re
import string
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

import nnreg_gui
from nnreg_gui.engine.problems import ExperimentError, Problem
from nnreg_gui.files.data_sets.sentences import DATA_SET_TEMPLATES
from nnreg_gui.lessons.mistakes import error_at
from nnreg_gui.problem_text import PROBLEM_TEMPLATES, problem_text
from nnreg_gui.resource_files import resource_path
from nnreg_gui.window.language import Language

PACKAGE = Path(nnreg_gui.__file__).parent
TRANSLATION = resource_path("translations", "nnreg_gui_cs.ts")
PROBLEMS = {
    "Problem", "ExperimentError", "DigitsError", "DivergedError", "ExecutorError", "LauncherError", "LessonError",
    "Mistake", "Remark", "NoImagesError",
}  # fmt: skip


def translated() -> dict[tuple[str, str], ElementTree.Element]:
    """Return the translations by context and source text."""
    root = ElementTree.parse(TRANSLATION).getroot()
    return {
        (context.findtext("name") or "", message.findtext("source") or ""): message.find("translation")
        for context in root.iter("context")
        for message in context.iter("message")
    }


@cache
def calls() -> list[tuple[str, str, ast.Call]]:
    """Return the class, the name and the node of every call in the program."""
    found: list[tuple[str, str, ast.Call]] = []
    for path in sorted(PACKAGE.rglob("*.py")):
        found += _calls_within(ast.parse(path.read_text(encoding="utf-8")), "")
    return found


def _calls_within(node: ast.AST, inside: str) -> Iterator[tuple[str, str, ast.Call]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            function = child.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield inside, name, child
        yield from _calls_within(child, child.name if isinstance(child, ast.ClassDef) else inside)


def used() -> set[tuple[str, str]]:
    """Return the context and source of every text that the code has translated."""
    texts = set()
    for inside, name, call in calls():
        constants = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        if name == "tr":
            texts.add((inside, constants[0]))
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(constants) >= 2:
            texts.add((constants[0], constants[1]))
    return texts


def fields(text: str) -> list[str]:
    return sorted(field for _, field, _, _ in string.Formatter().parse(text) if field is not None)


def test_the_translation_holds_the_texts_of_the_code_and_no_others() -> None:
    assert len(used()) > 150
    assert set(translated()) == used()


def test_no_text_is_put_together_before_it_is_translated() -> None:
    for inside, name, call in calls():
        if name in ("tr", "translate"):
            assert not [argument for argument in call.args if isinstance(argument, ast.JoinedStr)], inside


def test_every_text_has_a_finished_translation_with_the_same_placeholders() -> None:
    for (context, source), translation in translated().items():
        assert translation.get("type") is None, f"{context}: “{source}” is not translated"
        assert translation.text, f"{context}: “{source}” is not translated"
        assert fields(translation.text) == fields(source), f"{context}: “{source}”"


def test_no_sentence_lost_its_end_in_translation() -> None:
    for (_, source), translation in translated().items():
        assert re.findall(r"[.…:]$", source) == re.findall(r"[.…:]$", translation.text or ""), source


def test_every_sentence_about_a_problem_can_be_translated() -> None:
    raised = {
        call.args[0].value
        for _, name, call in calls()
        if name in PROBLEMS and call.args and isinstance(call.args[0], ast.Constant)
    }

    assert raised == {*PROBLEM_TEMPLATES, *DATA_SET_TEMPLATES}


@pytest.fixture
def czech(qapp: QApplication) -> Iterator[Language]:
    language = Language()
    language.switch("cs")
    yield language
    language.switch("en")


def test_a_problem_is_said_in_czech(czech: Language) -> None:
    problem = Problem("“{key}” must be a number, not {value}.", key="seed", value="true")

    assert problem_text(problem) == "„Seed“ musí být číslo, nikoli true."


def test_a_mistake_in_a_lesson_is_said_in_czech_wherever_it_stands(czech: Language) -> None:
    mistake = ExperimentError("“{key}” must be a number, not {value}.", key="seed", value="true")

    assert problem_text(error_at("lesson.toml", 1234, mistake)).endswith("1234: „Seed“ musí být číslo, nikoli true.")


def test_switching_back_speaks_english(qapp: QApplication) -> None:
    language = Language()
    language.switch("cs")
    assert QCoreApplication.translate("Actions", "Pause") == "Pauza"

    language.switch("en")

    assert QCoreApplication.translate("Actions", "Pause") == "Pause"


def test_a_text_without_translation_stays_english(czech: Language) -> None:
    assert QCoreApplication.translate("Actions", "No such text") == "No such text"


def test_qts_own_texts_are_said_in_czech_too(czech: Language) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Zrušit"


def test_czech_needs_no_folder_that_can_be_written_to(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    folders = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "TMPDIR", "TEMP", "TMP", "LOCALAPPDATA")
    environment = {**os.environ, **dict.fromkeys(folders, str(tmp_path / "home" / "none")), "PATH": ""}
    question = (
        "from PySide6.QtCore import QCoreApplication as Application; application = Application([]);"
        "from nnreg_gui.window.language import Language; language = Language(); language.switch('cs');"
        "print(ascii(Application.translate('Actions', 'Pause')))"
    )
    output = subprocess.run(
        [sys.executable, "-c", question],
        cwd=PACKAGE.parent,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (output.stdout.strip(), output.stderr, output.returncode) == (ascii("Pauza"), "", 0)


def test_a_translation_that_is_cut_off_leaves_english(
    language: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "cut.ts"
    broken.write_bytes(TRANSLATION.read_bytes()[:5_000])
    monkeypatch.setattr("nnreg_gui.window.language.resource_path", lambda *_: broken)
    language.switch("cs")

    assert QCoreApplication.translate("Actions", "Stop") == "Stop"
    assert capsys.readouterr().err.startswith("nnreg-gui speaks English: its translation cannot be read (")
