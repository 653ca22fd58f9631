"""How large a network's biases are."""

from dataclasses import dataclass

import numpy as np

from nnreg_gui.engine.network import Parameters


@dataclass(frozen=True, slots=True)
class BiasSizes:
    """Magnitudes of all biases of a network.

    Attributes:
        mean: mean |b| over all neurons.
        hidden: the same over the hidden neurons alone; 0 where there are none.
        outputs: the same over the output neurons alone.
        largest: the largest |b|.
        count: how many biases there are.
    """

    mean: float
    hidden: float
    outputs: float
    largest: float
    count: int

    @classmethod
    def of(cls, parameters: Parameters) -> "BiasSizes":
        """Measure the biases of a network."""
        *hidden, outputs = (np.abs(biases) for biases in parameters.biases)
        all_hidden = np.concatenate(hidden) if hidden else np.zeros(0)
        everything = np.concatenate([all_hidden, outputs])
        return cls(
            mean=float(everything.mean()),
            hidden=float(all_hidden.mean()) if len(all_hidden) else 0.0,
            outputs=float(outputs.mean()),
            largest=float(everything.max()),
            count=len(everything),
        )
