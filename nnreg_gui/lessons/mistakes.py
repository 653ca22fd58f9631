"""What may be wrong with a lesson, in sentences that the window can say in the user's language."""

from collections.abc import Iterable

from nnreg_gui.engine.problems import Problem
from nnreg_gui.engine.specs import shown


class Mistake(Problem):
    """What is wrong, and what is allowed; whoever reads the file knows where."""


class LessonError(Problem):
    """A mistake with its place in the file; the `Problem` that says what is wrong is its ``__cause__``.

    Attributes:
        line: of the file, from 1; 0 if it concerns the whole file.
    """

    line = 0


def error_at(file: str, line: int, mistake: Problem) -> LessonError:
    """Return a mistake as the error to raise, or to list."""
    if line:
        error = LessonError("{file}, line {line}: {mistake}", file=file, line=str(line), mistake=str(mistake))
    else:
        error = LessonError("{file}: {mistake}", file=file, mistake=str(mistake))
    error.line, error.__cause__ = line, mistake
    return error


def unknown(name: str, allowed: Iterable[str]) -> Mistake:
    """Return the mistake of a name that is none of those that are allowed; suggest the one most like it."""
    from difflib import get_close_matches  # not at startup: mistakes are rare

    names = list(allowed)
    quoted = shown(name).strip('"')
    if not names:
        return Mistake("“{name}” cannot stand here: there is nothing to choose from.", name=quoted)
    like = get_close_matches(name[:100], names, n=1)
    if like:
        return Mistake(
            "“{name}” is not known here (did you mean “{nearest}”?): allowed are {names}.",
            name=quoted,
            nearest=like[0],
            names=", ".join(names),
        )
    return Mistake("“{name}” is not known here: allowed are {names}.", name=quoted, names=", ".join(names))
