"""A lesson of runs that train in a fraction of a second, with claims of all kinds."""

from pathlib import Path

REHEARSED = """\
format = "nnreg-lesson"
version = 1
title.en = "A rehearsal"
title.cs = "Zkouška"
about.en = "A lesson for tests."
minutes = 5

[runs.short]
data = { training_images = 100 }
network = { hidden = [5] }
training = { epochs = 2 }
[runs.same]                 # λ has no effect without a penalty
from = "short"
regularization = { lambda = 7.0 }
[runs.two]
from = "short"
training = { epochs = 1 }
seeds = 2
[runs.never]                # no step needs it
from = "short"
training = { epochs = 100000 }

[[step]]
id = "parameters"
title.en = "How many?"
page = "learning"
runs = ["short"]
holds = "short.parameters == 3985"
seen.en = "It has {short.parameters}."
seen.cs = "Má jich {short.parameters}."
[step.question]
kind = "number"
text.en = "How many parameters?"
low = 0
high = 10000
step = 1
unit = "number"
answer = "short.parameters"

[[step]]
id = "curve"
title.en = "Draw it"
page = "learning"
runs = ["short"]
seen.en = "Nothing to say."
[step.question]
kind = "curve"
text.en = "How does the cost go?"
run = "short"
quantity = "training_cost"
low = 0
high = 100

[[step]]
id = "noise"
title.en = "Noise"
page = "noise"
runs = ["same", "two"]
holds = "noise(short, 0.0) == same.validation"
seen.en = "Together {average(two)}, of two."
[step.question]
kind = "choice"
text.en = "Is it more?"
[[step.question.choice]]
text.en = "More"
text.cs = "Víc"
right = "average(two) >= 0"
[[step.question.choice]]
text.en = "Less"
text.cs = "Míň"
right = "average(two) < 0"

[[step]]
id = "wrong"
title.en = "What does not hold"
page = "learning"
runs = ["short"]
holds = "short.validation > 0.99"
seen.en = "It knows {short.validation}."
[step.question]
kind = "number"
text.en = "How many epochs?"
low = 50
high = 100
step = 1
unit = "number"
answer = "short.epochs"

[[step]]
id = "never"
title.en = "A figure that is none"
page = "learning"
runs = ["short"]
seen.en = "Perfect since epoch {short.perfect_epoch}."
"""

DIVERGING = """
[runs.wild]
data = { training_images = 100 }
network = { hidden = [20, 20, 20], activation = "relu" }
training = { learning_rate = 1000.0, epochs = 2 }

[[step]]
id = "wild"
title.en = "A run without a result"
page = "learning"
runs = ["wild"]
holds = "wild.epochs == 2"
seen.en = "It has {wild.epochs} epochs, noise {noise(wild, 0.1)}."
"""


def good_lesson() -> str:
    """Return the lesson without the steps whose claims do not hold."""
    return REHEARSED.split('[[step]]\nid = "wrong"')[0]


def written(folder: Path, text: str) -> Path:
    """Write a lesson to a file, and return its path."""
    path = folder / "small.toml"
    path.write_text(text, encoding="utf-8")
    return path
