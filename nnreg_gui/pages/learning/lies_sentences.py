"""What a run with wrong labels has made of them, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.widgets.texts import percent_text, whole_text

translate = QCoreApplication.translate


def lies_text(number: int, experiment: Experiment, figures: Mapping[str, float]) -> str:
    """Return how many wrong labels the run with this number has learnt by heart; "" if none is wrong.

    Args:
        number: of the run.
        experiment: how many labels are wrong.
        figures: of its network, as in `figures_at`.
    """
    if not experiment.data.lies or "wrong_labels_learnt" not in figures:
        return ""
    text = translate("Lies", "Run {0}: {1} of the {2} wrong labels are learnt by heart, {3} are seen through.")
    return text.format(
        number,
        percent_text(figures["wrong_labels_learnt"]),
        whole_text(experiment.data.lies),
        percent_text(figures["right_in_spite"]),
    )


def suspicion_text(sentence: str, wrong_labels: float) -> str:
    """Add to what makes a high training accuracy suspicious that labels are wrong, if any is.

    Args:
        sentence: about the sign “near 100 %”.
        wrong_labels: their share, 0…1.
    """
    if not wrong_labels:
        return sentence
    lies = translate(
        "Lies",
        "{0} of the training labels are wrong: this is the strongest sign that a network learns lies by heart, and "
        "nobody needs the true labels to see it.",
    )
    return f"{sentence} {lies.format(percent_text(wrong_labels, 0))}"
