"""What the views of the page about dropout conclude, and how their numbers are read."""

import numpy as np
from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.questions.thinning import SHARES_OFF
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, whole_text

translate = QCoreApplication.translate
SPOKEN_OF = 3  # of the shares: 30 % off
# Of the points that are lost there: a smaller difference between two networks says nothing, as other seeds give others.
CLEARLY = 0.04
_POINT = 0.01  # accuracies of 10,000 images are uncertain by half a point each
_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LARGEST_WRITTEN_OUT = 2**40


def count_text(networks: int) -> str:
    """Return a power of two: “1,073,741,824”, where that is too long “2¹⁰⁰”."""
    if networks <= _LARGEST_WRITTEN_OUT:
        return whole_text(networks)
    return "2" + str(networks.bit_length() - 1).translate(_DIGITS)


def conclude_walk(conclusion: Conclusion, different: int, seen: int, possible: int) -> None:
    """Say that images go through different networks, if they do; ask while only one has.

    Args:
        conclusion: where it is said.
        different: how many networks images have gone through so far.
        seen: how often one has gone through any.
        possible: how many networks there may be.
    """
    if seen < 2:
        conclusion.ask(translate("DropoutSentences", "How many networks does dropout train?"))
        return
    if different == 1:
        text = translate("DropoutSentences", "So far, every image goes through the same network.")
    elif different == seen:
        text = translate("DropoutSentences", "Each image goes through another network: so far {0} of {1}.")
    else:
        text = translate("DropoutSentences", "Images go through different networks: so far {0} of {1}.")
    conclusion.say(text.format(whole_text(different), count_text(possible)))


def conclude_many(conclusion: Conclusion, found: np.ndarray | None) -> None:
    """Say whether thinned networks are better together than one is; ask while that is not known.

    Args:
        conclusion: where it is said.
        found: a network's part of the answer to a `ThinnedEnsembleQuestion`.
    """
    if found is None:
        conclusion.ask(translate("DropoutSentences", "What do many thinned networks know together?"))
        return
    alone, together = float(found[:-2].mean()), float(found[-2])
    if together - alone >= _POINT:
        text = translate("DropoutSentences", "One thinned network recognizes {0}, {2} of them together {1}.")
    elif alone - together >= _POINT:
        text = translate("DropoutSentences", "One thinned network is better, {0}, than {2} of them together: {1}.")
    else:
        text = translate("DropoutSentences", "Together, {2} thinned networks are no better ({1}) than one ({0}).")
    conclusion.say(text.format(percent_text(alone), percent_text(together), len(found) - 2))


def conclude_robust(conclusion: Conclusion, pair: tuple[np.ndarray, np.ndarray] | None) -> None:
    """Say whether a network with dropout loses less by neurons that are off; ask while that is not known.

    Args:
        conclusion: where it is said.
        pair: accuracies without and with dropout, (shares, draws) each.
    """
    if pair is None:
        conclusion.ask(translate("DropoutSentences", "Does dropout make a network more robust?"))
        return
    without, with_it = (float(found[0].mean() - found[SPOKEN_OF].mean()) for found in pair)
    if without - with_it >= CLEARLY:
        text = translate(
            "DropoutSentences", "More robust with dropout: losing {0} of neurons costs {1} points, not {2}."
        )
    elif with_it - without >= CLEARLY:
        text = translate(
            "DropoutSentences", "Less robust with dropout: losing {0} of neurons costs {1} points, not {2}."
        )
    else:
        text = translate(
            "DropoutSentences",
            "Not clearly more robust with dropout: losing {0} of neurons costs {1} points, without {2}.",
        )
    points = (number_text(100 * lost, 1) for lost in (with_it, without))
    conclusion.say(text.format(percent_text(SHARES_OFF[SPOKEN_OF], 0), *points))
