"""A small lesson that has everything, and how to spoil it."""

from collections.abc import Sequence
from pathlib import Path

from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import read_lesson

LESSON = """\
format = "nnreg-lesson"
version = 1
title.en = "Regularization in three steps"
title.cs = "Regularizace ve třech krocích"
about.en = "A lesson for tests."
minutes = 10

[runs.off]
scenario = "01-overfitting"
[runs.l2]
from = "off"
regularization = { penalty = "l2", lambda = 0.1 }
training = { epochs = 100 }
[runs.five]
from = "l2"
seeds = 5

[[step]]
id = "known"
title.en = "How much will it know?"
page = "learning"
[step.question]
kind = "number"
text.en = "How many of the training digits will it know?"
low = 0
high = 100
step = 1
unit = "percent"
answer = "off.training"

[[step]]
id = "good"
title.en = "Is it good?"
page = "learning"
view = "signs"
set = { logarithmic = true }
runs = ["off"]
show = ["data", "network"]
see = true
[step.question]
kind = "choice"
text.en = "Is this a good network?"
[[step.question.choice]]
text.en = "Yes"
right = "off.validation > 0.95"
reveals.en = "You trust the training accuracy."
[[step.question.choice]]
text.en = "No"
right = true

[[step]]
id = "l2"
slide = "L2 regularizace"
title.en = "Does L2 help?"
title.cs = "Zabere L2?"
text.en = '''
Same network,
one penalty more.'''
note.en = "Wait for the votes."
page = "fitting"
view = "polynomial"
set = { degree = 9, noise = 1.5 }
runs = ["off", "l2"]
holds = "l2.validation > off.validation + 0.02"
seen.en = "With L2 {l2.validation}, without {off.validation}: {l2.validation - off.validation} points more."
seen.cs = "S L2 {l2.validation}, bez ní {off.validation}: o {l2.validation - off.validation} bodu víc."
otherwise.en = "Not here."
beside.en = "You guessed {guess(known):0}."
[step.question]
kind = "curve"
text.en = "Draw the validation accuracy."
run = "l2"
quantity = "validation_accuracy"

[[step]]
id = "lambdas"
title.en = "Which λ?"
page = "finding_lambda"
runs = ["five"]
[step.question]
kind = "curve"
text.en = "Draw the accuracy over λ."
points = [
  ["0", "off.validation"],
  ["0.1", "l2.validation"],
]
axis.en = "λ"
unit = "percent"
low = 0
high = 100

[[step]]
id = "again"
title.en = "And now?"
page = "runs"
[step.question]
kind = "choice"
text.en = "Was it a good network?"
again = "good"
choice = [{ text.en = "Yes" }, { text.en = "No", right = "off.gap > 0.1" }]
"""


def spoiled(old: str, new: str) -> str:
    """Return the lesson with one part replaced."""
    assert LESSON.count(old) == 1, f"{old!r} stands there {LESSON.count(old)} times"
    return LESSON.replace(old, new)


def line_of(text: str, part: str) -> int:
    """Return on which line of a text a part stands."""
    return text[: text.index(part)].count("\n") + 1


def written(folder: Path, text: str) -> Path:
    """Write a lesson."""
    path = folder / "lesson.toml"
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str = LESSON) -> Lesson:
    """Return the lesson that a text is."""
    return read_lesson(written(folder, text))


def names(lesson: Lesson) -> Sequence[str]:
    """Return the ids of its steps."""
    return [step.id for step in lesson.steps]
