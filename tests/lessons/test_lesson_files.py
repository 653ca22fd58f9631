"""A lesson is read as it is written; each mistake is one sentence with its line."""

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnreg_gui.engine.experiment import RegularizationSpec
from nnreg_gui.engine.scenarios import read_scenario
from nnreg_gui.lessons.lesson import ChoiceQuestion, CurveQuestion, NumberQuestion
from nnreg_gui.lessons.lesson_files import check_lesson, read_lesson
from nnreg_gui.lessons.lesson_heads import load_heads
from nnreg_gui.lessons.mistakes import LessonError
from nnreg_gui.resource_files import resource_path
from tests.lessons.lesson_material import LESSON, line_of, names, read, spoiled, written
from tests.lessons.lesson_mistakes import MISTAKES


def test_a_lesson_is_read(tmp_path: Path) -> None:
    lesson = read(tmp_path)

    assert lesson.title["cs"] == "Regularizace ve třech krocích"
    assert lesson.about["cs"] == "A lesson for tests.", "English where it is not translated"
    assert lesson.minutes == 10
    assert names(lesson) == ["known", "good", "l2", "lambdas", "again"]
    assert lesson.place("l2") == 2


def test_runs_come_from_scenarios_and_from_each_other(tmp_path: Path) -> None:
    runs = read(tmp_path).runs

    overfitting = read_scenario(resource_path("scenarios", "01-overfitting.json")).experiment
    assert runs["off"].experiment == overfitting
    l2 = runs["l2"].experiment
    assert l2.regularization == RegularizationSpec(penalty="l2", lambda_=0.1)
    assert l2.training.epochs == 100
    assert l2.training.learning_rate == overfitting.training.learning_rate, "what stands beside stays"
    assert runs["five"].experiment == l2
    assert [runs[name].seeds for name in runs] == [1, 1, 5]


def test_a_step_says_what_to_show(tmp_path: Path) -> None:
    known, good, l2, *_ = read(tmp_path).steps

    assert (good.page, good.view, good.settings, good.see) == ("learning", "signs", {"logarithmic": True}, True)
    assert (good.runs, good.show) == (("off",), ("data", "network"))
    assert (l2.slide, l2.settings) == ("L2 regularizace", {"degree": 9.0, "noise": 1.5})
    assert l2.text["cs"] == "Same network, one penalty more.", "lines are joined"
    assert (known.view, known.runs, known.text["en"], known.seen) == ("", (), "", None)


def test_a_page_that_has_become_a_view_of_another_opens_there(tmp_path: Path) -> None:
    lesson = read_lesson(written(tmp_path, spoiled('page = "runs"', 'page = "lies"')))

    assert (lesson.steps[-1].page, lesson.steps[-1].view) == ("mistakes", "lies")


def test_a_step_is_found_by_its_line(tmp_path: Path) -> None:
    line = line_of(LESSON, 'id = "known"') - 1

    with pytest.raises(LessonError, match=f"The step of line {line} has the id “known”, too"):
        read_lesson(written(tmp_path, LESSON.replace('id = "good"', 'id = "known"')))


def test_questions_are_read(tmp_path: Path) -> None:
    number, choice, curve, points, again = (step.question for step in read(tmp_path).steps)

    assert isinstance(number, NumberQuestion)
    assert (number.low, number.high, number.step, number.unit) == (0, 100, 1, "percent")
    assert number.answer.source == "off.training"
    assert isinstance(choice, ChoiceQuestion)
    assert [one.text["en"] for one in choice.choices] == ["Yes", "No"]
    assert choice.choices[0].reveals["en"] == "You trust the training accuracy."
    assert isinstance(curve, CurveQuestion)
    assert (curve.run, curve.quantity, curve.unit, curve.low, curve.high) == (
        "l2", "validation_accuracy", "percent", 0, 100
    )  # fmt: skip
    assert isinstance(points, CurveQuestion)
    assert [(label, value.source) for label, value in points.points] == [
        ("0", "off.validation"), ("0.1", "l2.validation")
    ]  # fmt: skip
    assert isinstance(again, ChoiceQuestion)
    assert again.again == "good"
    assert again.choices[0].right is None, "never"


def test_a_folder_of_lessons_is_read_in_order(tmp_path: Path) -> None:
    for name in ("20-b", "10-a"):
        (tmp_path / f"{name}.toml").write_text(LESSON, encoding="utf-8")

    assert [head.path.stem for head in load_heads(tmp_path)] == ["10-a", "20-b"]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake[1][:40] or mistake[0][:40])
def test_a_mistake_is_one_sentence_with_its_line(mistake: tuple[str, ...], tmp_path: Path) -> None:
    old, new, part, *elsewhere = mistake
    text = spoiled(old, new)
    line = line_of(text, elsewhere[0]) if elsewhere else line_of(text, new) + new.rstrip("\n").count("\n")

    with pytest.raises(LessonError) as raised:
        read(tmp_path, text)

    sentence = str(raised.value)
    assert re.match(rf"lesson\.toml, line {line}: ", sentence), sentence
    assert part in sentence
    assert "\n" not in sentence
    assert raised.value.line == line


def test_every_mistake_is_told_but_none_that_follows_from_another(tmp_path: Path) -> None:
    text = spoiled("lambda = 0.1", "lambda = -1")  # which makes a run faulty that another comes from
    text = text.replace("step = 1\n", "step = 0\n").replace("off.gap > 0.1", "off.gap > 10")

    lesson, mistakes = check_lesson(written(tmp_path, text))

    assert lesson is None
    assert [error.line for error in mistakes] == [
        line_of(text, part) for part in ("regularization =", "step = 0", "choice = [")
    ]


def test_too_much_of_anything_is_refused(tmp_path: Path) -> None:
    run, step = "[runs.r{0}]\nseed = {0}\n", '[[step]]\nid = "s{0}"\ntitle.en = "T"\npage = "runs"\n'
    head = LESSON[: LESSON.index("[runs.off]")]
    parts = [step.format(number) for number in range(201)]
    runs = [run.format(number) for number in range(61)]

    assert len(read(tmp_path, head + "".join(runs[:60] + parts[:200])).steps) == 200
    with pytest.raises(LessonError, match="at most 60 runs, not 61"):
        read(tmp_path, head + "".join(runs + parts[:1]))
    with pytest.raises(LessonError, match="1 to 200 steps, not 201"):
        read(tmp_path, head + "".join(parts))
    with pytest.raises(LessonError, match="1 to 200 steps, not 0"):
        read(tmp_path, head)
    with pytest.raises(LessonError, match="larger than 1 MB"):
        read(tmp_path, LESSON + "# long\n" * 150_000)


@pytest.mark.parametrize("content", [b"title = \xff", b"\n\n\xc3(", "a = 1".encode("utf-16")])
def test_only_text_is_read(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "lesson.toml"
    path.write_bytes(content)

    with pytest.raises(LessonError, match=r"not written in UTF-8|not valid TOML"):
        read_lesson(path)


def test_a_file_may_begin_with_a_mark_and_end_its_lines_as_windows_does(tmp_path: Path) -> None:
    path = tmp_path / "lesson.toml"
    path.write_bytes(b"\xef\xbb\xbf" + LESSON.replace("\n", "\r\n").encode())

    assert read_lesson(path).steps == read(tmp_path).steps


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes to wait for")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")

    for path in (tmp_path / "pipe.toml", tmp_path, Path("/dev/zero")):
        with pytest.raises(LessonError, match="not a regular file"):
            read_lesson(path)
    with pytest.raises(LessonError, match=r"gone\.toml: This file cannot be read \(No such file"):
        read_lesson(tmp_path / "gone.toml")
    with pytest.raises(LessonError, match="cannot be read"):
        read_lesson(Path("null\0.toml"))


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 3_000,
        "a = " + "\n[" * 100_000,
        ".".join("a" * 1_900) + " = 1",
        "[" + ".".join("a" * 1_900) + "]\n" + ".".join("b" * 1_900) + " = 1",
        "[runs.x." + ".".join("a" * 900) + "]\n" + ".".join("b" * 900) + " = 1",
        "minutes = " + "0x" + "f" * 3_900,
        "x = 0000-99-99",
    ],
)
def test_hostile_files_are_refused(text: str, tmp_path: Path) -> None:
    with pytest.raises(LessonError):
        read(tmp_path, text)


PIECES = st.sampled_from(
    [
        *LESSON.splitlines(),
        "[[step]]",
        "[step]",
        "x = [",
        "]",
        "'''",
        '"""',
        "runs = 5",
        "step = 5",
        "[runs]",
        "off = 1",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("\n".join)))
def test_any_text_is_a_lesson_or_has_a_mistake(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text(text, encoding="utf-8", errors="replace")

    lesson, mistakes = check_lesson(path)

    assert lesson is not None or all(re.match(r"any\.toml(, line \d+)?: \S", str(error)) for error in mistakes)


VALUES = (
    "1", "-1", "1e999", "inf", "nan", "true", '""', '"off"', '"{"', "[]", "[1]", "[[]]", "[{}]", "{}", "{ en = 1 }",
    "1979-05-27", "9" * 400, "'x'",
)  # fmt: skip


@given(st.data())
def test_any_value_in_place_of_another_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    lines = LESSON.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    values = st.sampled_from(VALUES)
    lines[place] = f"{lines[place].partition(' = ')[0]} = {data.draw(values)}"
    path = tmp_path_factory.getbasetemp() / "any.toml"
    path.write_text("\n".join(lines), encoding="utf-8")

    lesson, mistakes = check_lesson(path)

    assert (lesson is None) == bool(mistakes)
