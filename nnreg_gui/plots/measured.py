"""What was measured of runs, compared by value, so that nothing need be drawn twice."""

from dataclasses import fields
from typing import Any, ClassVar

import numpy as np


class Measured:
    """Base of dataclasses that hold numbers, texts and arrays; two are equal if everything they hold is."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, Any]]

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(np.array_equal(getattr(self, one.name), getattr(other, one.name)) for one in fields(self))

    __hash__ = None  # type: ignore[assignment]  # arrays have no hash
