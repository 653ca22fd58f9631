"""Stopping rules in words: what each is called, and when it stops."""

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import StoppingSpec
from nnreg_gui.engine.stopping import watches_accuracy
from nnreg_gui.widgets.texts import significant_text, whole_text

translate = QCoreApplication.translate


def rule_text(spec: StoppingSpec) -> str:
    """Return a rule in a few words: “no gain in 10”, “GL 5”."""
    number = significant_text(spec.parameter)
    match spec.rule:
        case "no_improvement":
            words = (
                translate("StoppingText", "{0} epochs without improvement")
                if watches_accuracy(spec)
                else translate("StoppingText", "{0} epochs without lower cost")
            )
            return words.format(whole_text(int(spec.parameter)))
        case "gl" | "pq" | "up":
            return f"{spec.rule.upper()} {number}"
    return translate("StoppingText", "Off")


def stopping_text(spec: StoppingSpec) -> str:
    """Return the rule, and what it does, in a few words: “stop: no gain in 10”, “mark: GL 5”."""
    if spec.rule == "none":
        return translate("StoppingText", "no early stopping")
    words = translate("StoppingText", "stop: {0}") if spec.action == "stop" else translate("StoppingText", "mark: {0}")
    return words.format(rule_text(spec))


def condition_text(spec: StoppingSpec) -> str:
    """Return a sentence that says when a rule fires, including its formula."""
    number = significant_text(spec.parameter)
    match spec.rule:
        case "no_improvement":
            words = (
                translate(
                    "StoppingText", "Stops when the validation accuracy has not risen above its best for {0} epochs."
                )
                if watches_accuracy(spec)
                else translate(
                    "StoppingText", "Stops when the validation cost has not fallen below its lowest for {0} epochs."
                )
            )
            return words.format(whole_text(int(spec.parameter)))
        case "gl":
            return translate(
                "StoppingText",
                "Stops when the validation cost E is more than {0} % above its lowest: "
                "GL = 100 · (E / lowest E − 1) > {0}.",
            ).format(number)
        case "pq":
            return translate(
                "StoppingText",
                "Stops at the end of 5 epochs in which the training cost made little progress P, beside the loss GL: "
                "GL / P > {0}, P = 1000 · (mean / lowest training cost − 1).",
            ).format(number)
        case "up":
            return translate(
                "StoppingText", "Stops when the validation cost has risen in {0} strips of 5 epochs in a row."
            ).format(whole_text(int(spec.parameter)))
    return translate("StoppingText", "All epochs are trained, and the last one's network is used.")
