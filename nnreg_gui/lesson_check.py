"""Check a lesson file without a window: one sentence for each mistake."""

from pathlib import Path

from nnreg_gui.lessons.lesson_files import check_lesson
from nnreg_gui.system.terminal import tell


def check_lesson_file(file: str) -> int:
    """Report what is wrong with a lesson on standard error, or on standard output that nothing is.

    Returns:
        the exit code: 0, or 2 for a file with mistakes, or one that cannot be read.
    """
    lesson, mistakes = check_lesson(Path(file), file)
    for mistake in mistakes:
        tell(str(mistake))
    if lesson is None:
        return 2
    count = len(lesson.steps)
    print(f"{file}: {count} {'step' if count == 1 else 'steps'}, nothing wrong.")
    return 0
