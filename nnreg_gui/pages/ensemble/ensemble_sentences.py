"""What to say about ensembles, from the numbers in the present picture."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.questions.ensembles import Ensemble
from nnreg_gui.engine.questions.lies import RepeatedLies
from nnreg_gui.engine.spread import Spread, clearly_above
from nnreg_gui.pages.ensemble.ensemble_groups import REGULARIZED, RUNS, WITHOUT, Group, regularized_text
from nnreg_gui.pages.run_figures import signed_points
from nnreg_gui.panels.experiment_text import architecture_text, images_text, initial_weights_text
from nnreg_gui.widgets.conclusion import Conclusion
from nnreg_gui.widgets.texts import number_text, percent_text, significant_text, whole_text

translate = QCoreApplication.translate
Known = Sequence[tuple[Group, Ensemble]]


def conclude(conclusion: Conclusion, known: Known) -> None:
    """Say whether networks together beat a single one: one with regularization, if that is known.

    If no ensemble has two networks yet, ask.
    """
    together = _of_several(known)
    by_key = {group.key: (group, ensemble) for group, ensemble in together}
    if WITHOUT in by_key and REGULARIZED in by_key:
        conclusion.say(_comparison(by_key[WITHOUT][1], *by_key[REGULARIZED]))
    elif together:
        conclusion.say(_verdict(together[0][1]))
    else:
        conclusion.ask(translate("EnsembleSentences", "Do several networks know more than one?"))


def findings(known: Known) -> list[str]:
    """Return what each ensemble gains, if it has two networks or more."""
    return [_gain_text(group, ensemble) for group, ensemble in _of_several(known)]


def _of_several(known: Known) -> list[tuple[Group, Ensemble]]:
    return [(group, ensemble) for group, ensemble in known if len(ensemble.each) > 1]


def brief_findings(known: Known) -> str:
    """Return briefly what each ensemble gains over a single network."""
    together = _of_several(known)
    text = translate("EnsembleSentences", "{1} together: {2} points ({0})")
    parts = [text.format(group.name, whole_text(len(one.each)), signed_points(_gain(one))) for group, one in together]
    return "; ".join(parts) + "." if parts else ""


def average_accuracy(ensemble: Ensemble) -> float:
    """Return the accuracy (0…1) of the average of all networks."""
    return float(ensemble.over_size.average[-1])


def _gain(ensemble: Ensemble) -> float:
    return average_accuracy(ensemble) - float(ensemble.single.mean())


def _gain_text(group: Group, ensemble: Ensemble) -> str:
    """Say what average and vote gain over a single network."""
    text = {
        WITHOUT: translate(
            "EnsembleSentences",
            "Without regularization, a single network recognizes {0} on average ({1} to {2}); {3} together: {4} ({5} "
            "points), by vote {6}.",
        ),
        REGULARIZED: translate(
            "EnsembleSentences", "With {7}: {0} ({1} to {2}); {3} together: {4} ({5} points), by vote {6}."
        ),
        RUNS: translate(
            "EnsembleSentences",
            "Of the chosen runs, a single network recognizes {0} on average ({1} to {2}); {3} together: {4} ({5} "
            "points), by vote {6}.",
        ),
    }[group.key]
    single = ensemble.single
    return text.format(
        percent_text(single.mean()),
        percent_text(single.min()),
        percent_text(single.max()),
        whole_text(len(single)),
        percent_text(average_accuracy(ensemble)),
        signed_points(_gain(ensemble)),
        percent_text(float(ensemble.over_size.vote[-1])),
        group.name,
    )


def _comparison(without: Ensemble, group: Group, regularized: Ensemble) -> str:
    """Say whether many unregularized networks do better or worse than a single regularized one, or neither."""
    many, one = Spread.of([average_accuracy(without)]), Spread.of(regularized.single.tolist())
    if clearly_above(many, one):
        text = translate(
            "EnsembleSentences", "{0} networks without regularization together beat one with {1} by {2} points."
        )
    elif clearly_above(one, many):
        text = translate(
            "EnsembleSentences", "One network with {1} beats {0} without regularization together by {2} points."
        )
    else:
        text = translate(
            "EnsembleSentences", "{0} networks without regularization together are about as good as one with {1}."
        )
    return text.format(whole_text(len(without.each)), group.name, number_text(100 * abs(many.mean - one.mean), 1))


def _verdict(ensemble: Ensemble) -> str:
    """Say whether networks together do better or worse than a single one, or neither."""
    many, one = Spread.of([average_accuracy(ensemble)]), Spread.of(ensemble.single.tolist())
    if clearly_above(many, one):
        text = translate("EnsembleSentences", "{0} networks together recognize {1}, one alone {2}.")
    elif clearly_above(one, many):
        text = translate("EnsembleSentences", "{0} networks together recognize less, {1}, than one alone: {2}.")
    else:
        text = translate("EnsembleSentences", "{0} networks together, {1}, are not clearly better than one: {2}.")
    return text.format(whole_text(one.count), percent_text(many.mean), percent_text(one.mean))


def disagreement_text(ensemble: Ensemble) -> str:
    """Say on how many digits networks disagree, and who is right there; "" for one network, or if they always agree."""
    differ = ensemble.disagreed
    if not differ.any():
        return ""
    right = ensemble.each[:, differ] == ensemble.labels[differ]
    text = translate(
        "EnsembleSentences",
        "They disagree on {0} of {1} digits: there the average is right on {2}, a single network on {3}.",
    )
    together = (ensemble.average == ensemble.labels)[differ].mean()
    return text.format(
        whole_text(int(differ.sum())), whole_text(len(differ)), percent_text(together), percent_text(right.mean())
    )


def on_test_images_text(ensemble: Ensemble) -> str:
    """Say how many of the test images are recognized, by one network and by all; "" for one network."""
    if len(ensemble.each) < 2:
        return ""
    text = translate("EnsembleSentences", "Of the test images: {0} alone, {1} together.")
    return text.format(*(percent_text(one, 2) for one in ensemble.tested))


def lies_text(known: Sequence[tuple[Group, RepeatedLies]]) -> str:
    """Say which share of their wrong labels single networks repeat, and all of them together; "" if nothing is known.

    Networks with other seeds were told other lies: that others know better is what a vote lives on.
    """
    if not known:
        return ""
    one = translate("EnsembleSentences", "{0} {1} → {2} ({3})")
    figures = [
        one.format(group.name, *map(percent_text, (lies.single, lies.average, lies.vote))) for group, lies in known
    ]
    text = translate("EnsembleSentences", "Wrong labels repeated, alone → together (by vote): {0}.")
    if all(lies.same for _, lies in known):
        other = translate("EnsembleSentences", "All were told the same lies.")
    else:
        other = translate("EnsembleSentences", "They were told different lies.")
    return f"{text.format('; '.join(figures))} {other}"


def measured_text(group: Group) -> str:
    """Say what the networks of a plan were trained on, and what is measured."""
    first, last = group.experiments[0], group.experiments[-1]
    parts = [
        images_text(first.data.training_images),
        translate("EnsembleSentences", "{0} epochs").format(whole_text(first.training.epochs)),
        translate("EnsembleSentences", "seeds {0} to {1}").format(first.seed, last.seed),
        architecture_text(first),
        initial_weights_text(first.network.initial_weights),
        f"η {significant_text(first.training.learning_rate)}",
    ]
    text = translate(
        "EnsembleSentences", "{0}; measured on the validation images, with the network that each run ends with."
    )
    return text.format(", ".join(parts))


def plan_text(without: Experiment, regularized: Experiment, networks: int) -> str:
    """Say what will be trained: how many networks, for how long, and with what."""
    text = translate("EnsembleSentences", "{0} networks without regularization and {0} with {1}: {2}, {3} epochs each.")
    return text.format(
        whole_text(networks),
        regularized_text(regularized),
        images_text(without.data.training_images),
        whole_text(without.training.epochs),
    )
