"""Which runs are compared."""

from nnreg_gui.lessons.lesson_files import read_lesson
from nnreg_gui.pages.rotation.rotation_runs import EXPERIMENTS, ROTATIONS, UPRIGHT
from nnreg_gui.resource_files import resource_path
from tests.pages.rotation.rotation_material import turned


def test_they_differ_in_the_rotation_alone() -> None:
    assert UPRIGHT.augmentation.is_off
    assert tuple(turned(UPRIGHT, rotation) for rotation in ROTATIONS) == EXPERIMENTS


def test_the_lesson_has_the_same_runs_so_that_none_is_trained_twice() -> None:
    lesson = read_lesson(resource_path("lessons", "4-six-nine.toml"))

    assert [run.experiment.essence for run in lesson.runs.values()] == [one.essence for one in EXPERIMENTS]
