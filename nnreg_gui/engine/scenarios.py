"""Ready experiments with the figures published for them, from JSON files."""

import json
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from nnreg_gui.engine.experiment import Experiment

_PARTS = [part for part in fields(Experiment) if part.name != "seed"]


class Words(dict[str, str]):
    """A text by language; English where it is not translated."""

    def __missing__(self, language: str) -> str:
        return self["en"]


@dataclass(frozen=True, slots=True)
class Published:
    """A figure that a run of the scenario should reproduce.

    Attributes:
        quantity: "test_accuracy" (as reported when the run ends), "validation_accuracy" (of the best epoch),
            "training_accuracy" (of the last), "lowest_cost_epoch" (of the validation cost), or "wrong_labels_learnt" or
            "right_in_spite" (of the network in use when the run ends).
        low, high: the band for several seeds; accuracies are 0…1.
        text: what it is and who published it, by language.
    """

    quantity: str
    low: float
    high: float
    text: Words


@dataclass(frozen=True, slots=True)
class Scenario:
    """An experiment worth showing.

    Attributes:
        title, look_at: its name, and what there is to see, by language.
        experiment: what is trained.
        published: the figures to compare with.
        seeds: how many networks it is about: those of its experiment with its seed and the ones after it.
    """

    title: Words
    look_at: Words
    experiment: Experiment
    published: tuple[Published, ...]
    seeds: int = 1

    def describes(self, experiment: Experiment) -> bool:
        """Return whether an experiment is this scenario, with any seed."""
        one, other = self.experiment.essence, experiment.essence
        return all(getattr(one, part.name) == getattr(other, part.name) for part in _PARTS)


@cache
def load_scenarios(folder: Path) -> tuple[Scenario, ...]:
    """Return a folder's scenarios in the order of their file names; read it once."""
    return tuple(read_scenario(path) for path in sorted(folder.glob("*.json")))


def read_scenario(path: Path) -> Scenario:
    """Return the scenario in a file."""
    document = json.loads(path.read_text(encoding="utf-8"))
    return Scenario(
        title=Words(document["title"]),
        look_at=Words(document["look_at"]),
        experiment=Experiment.from_json(json.dumps(document["experiment"])),
        published=tuple(Published(**{**figure, "text": Words(figure["text"])}) for figure in document["published"]),
        seeds=document.get("seeds", 1),
    )
