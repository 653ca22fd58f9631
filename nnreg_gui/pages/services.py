"""Everything that a page may ask, handed to it when it is made."""

from dataclasses import dataclass

from nnreg_gui.pages.asked_digits import AskedDigits
from nnreg_gui.pages.asking import Questions, Searches


@dataclass(frozen=True, slots=True)
class Services:
    """Who answers a page.

    Attributes:
        questions: answers those about trained networks.
        searches: trains experiments.
        validation: the validation digits of each data set, which all pages share.
    """

    questions: Questions
    searches: Searches
    validation: AskedDigits
