"""How the weights on the page about weights have changed, in one sentence."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.weight_shares import near_zero
from nnreg_gui.widgets.texts import percent_text

translate = QCoreApplication.translate
_MOST = 0.5  # of the weights: if more are near 0, that is the conclusion
_AS_BEFORE = 0.05  # a mean |w| that differs by less than this share has hardly changed


def weights_sentence(number: int, weights: np.ndarray, initial: np.ndarray | None) -> str:
    """Return how large the weights of a run's first layer are now, compared with their initial values.

    Args:
        number: the run's.
        weights, initial: (neurons, pixels), now and at the start, if known.

    Returns:
        "" if there is nothing to say, as for a network that is not trained yet.
    """
    if initial is weights:
        return ""
    share = near_zero(weights)
    if share > _MOST:
        text = translate("WeightsSentences", "Run {0}: {1} of these weights are nearly 0.")
        return text.format(number, percent_text(share, 0))
    if initial is None:
        return ""
    size = float(np.abs(weights).mean() / np.abs(initial).mean())
    if size < 1 - _AS_BEFORE:
        text = translate("WeightsSentences", "Run {0}: these weights have shrunk to {1} of their initial size.")
    elif size > 1 + _AS_BEFORE:
        text = translate("WeightsSentences", "Run {0}: these weights have grown to {1} of their initial size.")
    else:
        text = translate("WeightsSentences", "Run {0}: these weights are as large as at the start.")
    return text.format(number, percent_text(size, 0))
