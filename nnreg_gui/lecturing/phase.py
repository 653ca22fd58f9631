"""How far a step of a lesson is."""

from enum import Enum


class Phase(Enum):
    """How far a step is."""

    ASKED = "asked"  # nothing of its runs is trained for it, and what is trained is not seen
    TRAINING = "training"  # or measuring
    INTERRUPTED = "interrupted"  # somebody stopped or changed a run: it has no figures for the sentence
    SEEN = "seen"
