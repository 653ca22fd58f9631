"""A lesson that is trained in a second, with every kind of question, and how to read it."""

from pathlib import Path

from nnreg_gui.lessons.lesson import Lesson
from nnreg_gui.lessons.lesson_files import read_lesson

# "drawn" needs one run more than "known", "both" needs two at a time, "seeds" two networks of one experiment; "good" is
# seen while it is asked; "drawn", "seeds" and "points" measure.
TINY = """\
format = "nnreg-lesson"
version = 1
title.en = "Tiny"
title.cs = "Drobná"
about.en = "A lesson for tests."
about.cs = "Lekce pro testy."
minutes = 5

[runs.off]
data = { training_images = 100 }
network = { hidden = [5] }
training = { epochs = 3 }
[runs.l2]
from = "off"
regularization = { penalty = "l2", lambda = 0.1 }
[runs.l1]
from = "off"
regularization = { penalty = "l1", lambda = 0.1 }
[runs.dropout]
from = "off"
regularization = { dropout = 0.2 }
[runs.two]
from = "off"
training = { epochs = 2 }
seeds = 2

[[step]]
id = "known"
title.en = "Known"
title.cs = "Známé"
text.en = "A network learns 100 digits."
text.cs = "Síť se učí 100 číslic."
note.en = "Let them guess aloud."
note.cs = "Nechat tipovat nahlas."
page = "learning"
runs = ["off"]
seen.en = "It recognizes {off.training}."
seen.cs = "Pozná jich {off.training}."
[step.question]
kind = "number"
text.en = "How many will it know?"
text.cs = "Kolik jich pozná?"
low = 0
high = 100
step = 1
unit = "percent"
answer = "off.training"

[[step]]
id = "good"
title.en = "Good?"
title.cs = "Dobrá?"
note.en = "Count the hands."
note.cs = "Spočítat ruce."
page = "learning"
runs = ["off"]
show = ["regularization"]
see = true
holds = "off.validation > 0.99"
seen.en = "Nearly everything."
seen.cs = "Skoro všechno."
otherwise.en = "No more than {off.validation}."
otherwise.cs = "Ne víc než {off.validation}."
[step.question]
kind = "choice"
text.en = "Is it a good network?"
text.cs = "Je to dobrá síť?"
[[step.question.choice]]
text.en = "Yes"
text.cs = "Ano"
right = "off.validation > 0.99"
reveals.en = "So sure?"
reveals.cs = "Tak jistě?"
[[step.question.choice]]
text.en = "No"
text.cs = "Ne"
right = true
[[step.question.choice]]
text.en = "Both"
text.cs = "Obojí"

[[step]]
id = "drawn"
title.en = "Does L2 help?"
title.cs = "Pomůže L2?"
page = "learning"
runs = ["off", "l2"]
holds = "noise(l2, 0.3) >= 0"
seen.en = "With L2 {l2.validation}, under noise {noise(l2, 0.3)}."
seen.cs = "S L2 {l2.validation}, pod šumem {noise(l2, 0.3)}."
beside.en = "You guessed {guess(known):0}."
beside.cs = "Tipovali jste {guess(known):0}."
[step.question]
kind = "curve"
text.en = "Draw the validation accuracy."
text.cs = "Nakreslete validační přesnost."
run = "l2"
quantity = "validation_accuracy"

[[step]]
id = "both"
title.en = "L1 or dropout?"
title.cs = "L1, nebo dropout?"
page = "learning"
runs = ["l1", "dropout"]
seen.en = "With L1 {l1.validation}, with dropout {dropout.validation}."
seen.cs = "S L1 {l1.validation}, s dropoutem {dropout.validation}."
[step.question]
kind = "choice"
text.en = "Which is better?"
text.cs = "Co je lepší?"
choice = [
  { text.en = "L1", text.cs = "L1", right = "l1.validation >= dropout.validation" },
  { text.en = "Dropout", text.cs = "Dropout", right = "l1.validation < dropout.validation" },
]

[[step]]
id = "seeds"
title.en = "Two networks"
title.cs = "Dvě sítě"
page = "runs"
runs = ["two"]
show = ["training"]
seen.en = "Alone {single(two)}, together {average(two)}."
seen.cs = "Samy {single(two)}, společně {average(two)}."

[[step]]
id = "points"
title.en = "Points"
title.cs = "Body"
page = "noise"
view = "noise"
runs = ["off", "l2"]
seen.en = "From {off.validation} to {l2.validation}."
seen.cs = "Z {off.validation} na {l2.validation}."
[step.question]
kind = "curve"
text.en = "Draw the accuracy over λ."
text.cs = "Nakreslete přesnost v závislosti na λ."
points = [["0", "off.validation"], ["0.1", "l2.validation"], ["noisy", "noise(l2, 0.3)"]]
axis.en = "λ"
axis.cs = "λ"
unit = "percent"
low = 0
high = 100

[[step]]
id = "again"
title.en = "And now?"
title.cs = "A teď?"
page = "fitting"
view = "elephant"
set = { parameters = 4 }
seen.en = "{off.parameters} parameters."
seen.cs = "{off.parameters} parametrů."
[step.question]
kind = "choice"
text.en = "Was it a good network?"
text.cs = "Byla to dobrá síť?"
again = "good"
choice = [
  { text.en = "Yes", text.cs = "Ano" },
  { text.en = "No", text.cs = "Ne", right = true },
  { text.en = "Both", text.cs = "Obojí" },
]
"""


def tiny_path(folder: Path, text: str = TINY) -> Path:
    """Write the lesson, or another one, to a folder."""
    path = folder / "tiny.toml"
    path.write_text(text, encoding="utf-8")
    return path


def tiny_lesson(folder: Path) -> Lesson:
    """Return the lesson."""
    return read_lesson(tiny_path(folder))
