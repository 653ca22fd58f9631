"""The lesson that the README shows is one."""

from pathlib import Path

from nnreg_gui.lessons.lesson_files import read_lesson

README = Path(__file__).parents[2] / "README.md"


def test_the_lesson_in_the_readme_has_no_mistake(tmp_path: Path) -> None:
    text = README.read_text(encoding="utf-8").split("```toml\n")[1].split("```")[0]
    file = tmp_path / "lesson.toml"
    file.write_text(text, encoding="utf-8")

    lesson = read_lesson(file)

    assert len(text.splitlines()) <= 22
    assert [step.id for step in lesson.steps] == ["l2"]
    assert list(lesson.runs) == ["off", "l2"]
