"""The two classes that the page turns into each other: 6 and 9, or two others."""

from dataclasses import dataclass

from nnreg_gui.engine.data_set import MNIST, DataSet
from nnreg_gui.engine.questions.question import NINE, SIX
from nnreg_gui.widgets.texts import cut_text

_LONGEST = 16  # letters


@dataclass(frozen=True, slots=True)
class Pair:
    """Two classes of a data set.

    Attributes:
        first, second: their labels.
        classes: the names of all.
    """

    first: int = SIX
    second: int = NINE
    classes: tuple[str, ...] = MNIST.classes

    @property
    def labels(self) -> tuple[int, int]:
        """Both labels."""
        return self.first, self.second

    @property
    def names(self) -> tuple[str, str]:
        """Both names, cut to fit."""
        return cut(self.classes[self.first]), cut(self.classes[self.second])

    @property
    def is_six_and_nine(self) -> bool:
        """Whether it is the pair that the lecture speaks of."""
        return self.names == ("6", "9")

    def other(self, label: int) -> int | None:
        """Return the other one of the pair; None for a class that is not in it."""
        return {self.first: self.second, self.second: self.first}.get(label)


def cut(name: str) -> str:
    """Return the name of a class, cut to the length that buttons and sentences have room for."""
    return cut_text(name, _LONGEST)


SIX_AND_NINE = Pair()


def six_and_nine_of(data_set: DataSet) -> Pair | None:
    """Return 6 and 9 of a data set, if it has them."""
    six, nine = data_set.label_of("6"), data_set.label_of("9")
    return None if six is None or nine is None else Pair(six, nine, data_set.classes)
