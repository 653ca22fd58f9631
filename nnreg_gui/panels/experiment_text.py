"""Experiments in words: names of runs, and changes in mid-run."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from nnreg_gui.engine.experiment import (
    AugmentationSpec,
    DataSpec,
    Experiment,
    RegularizationSpec,
    ScheduleSpec,
    TrainingSpec,
)
from nnreg_gui.engine.network import sizes_of
from nnreg_gui.engine.pruning import Pruning
from nnreg_gui.panels.augmentation_text import augmentation_change_texts, augmentation_text
from nnreg_gui.panels.penalty_rows import PENALTY_ROWS
from nnreg_gui.panels.stopping_text import stopping_text
from nnreg_gui.widgets.texts import percent_text, significant_text, whole_text

translate = QCoreApplication.translate


def penalty_text(penalty: str) -> str:
    """Return the name of a penalty as in a sentence: Off, L2, L1 or elastic net."""
    return PENALTY_ROWS[penalty].title()


def penalty_name(penalty: str) -> str:
    """Return the name of a penalty on its own, as in a legend."""
    return capitalized(penalty_text(penalty))


def activation_text(activation: str) -> str:
    """Return the name of an activation."""
    return {"sigmoid": translate("ExperimentText", "sigmoid"), "tanh": "tanh", "relu": "ReLU"}[activation]


def initial_weights_text(kind: str) -> str:
    """Return the name of a way to draw the initial weights."""
    return {
        "large": translate("ExperimentText", "large weights"),
        "scaled": translate("ExperimentText", "scaled weights"),
    }[kind]


def cost_text(cost: str) -> str:
    """Return the name of a cost."""
    return {
        "cross_entropy": translate("ExperimentText", "cross-entropy"),
        "mean_squared_error": translate("ExperimentText", "mean squared error"),
        "log_likelihood": translate("ExperimentText", "softmax, log-likelihood"),
    }[cost]


def images_text(training_images: int) -> str:
    """Return how many training images there are."""
    return translate("ExperimentText", "{0} images").format(whole_text(training_images))


def sample_text(spec: DataSpec) -> str:
    """Return which images are learned: “drawn by the seed”; "" if it is the first ones."""
    return translate("ExperimentText", "drawn by the seed") if spec.sample == "seed" else ""


def wrong_labels_text(spec: DataSpec) -> str:
    """Return how many training labels are wrong: “20 % wrong labels”; "" if none is."""
    if not spec.lies:
        return ""
    share = f"{significant_text(100 * spec.wrong_labels)}\N{NO-BREAK SPACE}%"
    return translate("ExperimentText", "{0} wrong labels").format(share)


def rate_text(spec: TrainingSpec) -> str:
    """Return the learning rate, how it falls, and momentum: “η 0.5”, “η 0.1 × 0.95 per epoch, μ 0.9”."""
    rate, falls = f"η {significant_text(spec.learning_rate)}", schedule_text(spec.schedule)
    return ", ".join(filter(None, (f"{rate} {falls}".strip(), momentum_text(spec))))


def schedule_text(spec: ScheduleSpec) -> str:
    """Return how the learning rate falls, after its name and number; "" if it does not."""
    match spec.rule:
        case "halving":
            text = translate("ExperimentText", "halved after {0} epochs without improvement")
            return text.format(whole_text(spec.patience))
        case "exponential":
            return translate("ExperimentText", "× {0} per epoch").format(significant_text(spec.gamma))
    return ""


def momentum_text(spec: TrainingSpec) -> str:
    """Return the momentum: “μ 0.9”; "" if there is none."""
    return f"μ {significant_text(spec.momentum)}" if spec.momentum else ""


def architecture_text(experiment: Experiment) -> str:
    """Return the layers as on the slides: 784-30-10."""
    return "-".join(map(str, sizes_of(experiment)))


def regularization_text(spec: RegularizationSpec) -> str:
    """Return the regularization as in a sentence: “no regularization”, “L2 λ 0.1”, “L2 λ 0.1, dropout 0.5”."""
    parts = []
    if spec.penalty != "none":
        parts.append(f"{penalty_text(spec.penalty)} λ {significant_text(spec.lambda_)}")
        if spec.is_mixed:
            parts.append(l1_share_text(spec))
        if spec.penalize_biases:
            parts.append(translate("ExperimentText", "biases too"))
    if spec.dropout:
        parts.append(translate("ExperimentText", "dropout {0}").format(significant_text(spec.dropout)))
    return ", ".join(parts) or translate("ExperimentText", "no regularization")


def l1_share_text(spec: RegularizationSpec) -> str:
    """Return how much of an elastic net's λ goes to L1: “L1 share 0.5”."""
    return translate("ExperimentText", "L1 share {0}").format(significant_text(spec.l1_ratio))


def regularization_name(spec: RegularizationSpec) -> str:
    """Return the regularization on its own, as in the name of a run: “No regularization”."""
    text = regularization_text(spec)
    return text if spec.penalty == "none" and spec.dropout else capitalized(text)


def capitalized(text: str) -> str:
    """Return the text with its first letter in upper case, and the rest unchanged."""
    return text[:1].upper() + text[1:]


def _trained_on(spec: AugmentationSpec) -> str:
    return translate("ExperimentText", "no augmentation") if spec.is_off else augmentation_text(spec)


# How to write each part of an experiment, in order of importance to the lecture; "" if there is nothing to say.
_PARTS: tuple[Callable[[Experiment], str], ...] = (
    lambda e: regularization_name(e.regularization),
    lambda e: _trained_on(e.augmentation),
    lambda e: e.data.dataset.name,
    lambda e: images_text(e.data.training_images),
    lambda e: sample_text(e.data),
    lambda e: wrong_labels_text(e.data),
    architecture_text,
    lambda e: activation_text(e.network.activation),
    lambda e: initial_weights_text(e.network.initial_weights),
    lambda e: cost_text(e.cost),
    lambda e: rate_text(e.training),
    lambda e: f"m {whole_text(e.training.batch_size)}",
    lambda e: translate("ExperimentText", "{0} epochs").format(whole_text(e.training.epochs)),
    lambda e: stopping_text(e.training.stopping),
    lambda e: translate("ExperimentText", "seed {0}").format(e.seed),
)


def run_names(experiments: Sequence[Experiment]) -> list[str]:
    """Return a name for each run: its regularization, and whatever else differs between them."""
    told = [part for part in _PARTS[1:] if len({part(experiment) for experiment in experiments}) > 1]
    return [_joined((_PARTS[0], *told), experiment) for experiment in experiments]


def brief_names(experiments: Sequence[Experiment]) -> list[str]:
    """Return a brief name for each run, with as few parts as tell them apart, the most important first.

    What most of them have in common is left out; a run with nothing else to say is named by its regularization, which
    is “L2” if λ is the same in all.
    """
    penalties = [_brief_regularization(experiment.regularization) for experiment in experiments]
    whole = [regularization_name(experiment.regularization) for experiment in experiments]
    penalties = penalties if len(set(penalties)) == len(set(whole)) else whole
    columns = [penalties] if len(set(penalties)) > 1 else []
    for part in _PARTS[1:]:
        more = [*columns, [part(experiment) for experiment in experiments]]
        if len(set(zip(*more, strict=True))) > max(1, len(set(zip(*columns, strict=True)))):
            columns = more
    rows = zip(*map(_uncommon, columns), strict=True) if columns else [()] * len(experiments)
    return [", ".join(filter(None, row)) or penalty for row, penalty in zip(rows, penalties, strict=True)]


def _uncommon(texts: Sequence[str]) -> list[str]:
    """Return the texts, with "" for one that more than half of them share."""
    return ["" if 2 * texts.count(text) > len(texts) else text for text in texts]


def _brief_regularization(spec: RegularizationSpec) -> str:
    parts = [penalty_name(spec.penalty)] if spec.penalty != "none" else []
    if spec.dropout:
        parts.append(regularization_text(RegularizationSpec(dropout=spec.dropout)))
    return ", ".join(parts) or regularization_name(spec)


def whole_experiment_text(experiment: Experiment) -> str:
    """Return everything about an experiment in one line."""
    return _joined(_PARTS, experiment)


def _joined(parts: Sequence[Callable[[Experiment], str]], experiment: Experiment) -> str:
    return ", ".join(filter(None, (part(experiment) for part in parts)))


def pruning_text(pruning: Pruning) -> str:
    """Return how a network was pruned: “80 % pruned”, “80 % of each layer pruned, 10 epochs of fine-tuning”."""
    if pruning.per_layer:
        text = translate("ExperimentText", "{0} of each layer pruned")
    else:
        text = translate("ExperimentText", "{0} pruned")
    parts = [text.format(percent_text(pruning.share, 0))]
    if pruning.epochs:
        fine_tuned = translate("ExperimentText", "{0} epochs of fine-tuning")
        parts.append(fine_tuned.format(whole_text(pruning.epochs)))
    return ", ".join(parts)


def pruned_name(name: str, pruning: Pruning | None) -> str:
    """Return a run's name, and how its network was pruned if it was: “L2 λ 0.1, 80 % pruned”."""
    return name if pruning is None else f"{name}, {pruning_text(pruning)}"


def change_text(before: Experiment, after: Experiment) -> str:
    """Return what was changed in mid-run: “λ 0.1 → 1”."""
    old, new = before.regularization, after.regularization
    parts = []
    if old.penalty != new.penalty:
        parts.append(f"{penalty_text(old.penalty)} → {penalty_text(new.penalty)}")
    if new.penalty != "none" and old.lambda_ != new.lambda_:
        parts.append(_became("λ {0}", old.lambda_, new.lambda_))
    if new.is_mixed and old.l1_ratio != new.l1_ratio:
        parts.append(f"{l1_share_text(old)} → {significant_text(new.l1_ratio)}")
    if old.penalize_biases != new.penalize_biases:
        parts.append(
            translate("ExperimentText", "biases too")
            if new.penalize_biases
            else translate("ExperimentText", "biases free")
        )
    if old.dropout != new.dropout:
        parts.append(_became(translate("ExperimentText", "dropout {0}"), old.dropout, new.dropout))
    parts.extend(augmentation_change_texts(before.augmentation, after.augmentation))
    old_training, new_training = before.training, after.training
    if old_training.learning_rate != new_training.learning_rate:
        parts.append(_became("η {0}", old_training.learning_rate, new_training.learning_rate))
    if old_training.momentum != new_training.momentum:
        parts.append(_became("μ {0}", old_training.momentum, new_training.momentum))
    falls = schedule_text(new_training.schedule)
    if schedule_text(old_training.schedule) != falls:
        parts.append(f"η {falls}" if falls else translate("ExperimentText", "constant η"))
    old_stop, new_stop = before.training.stopping, after.training.stopping
    if stopping_text(old_stop) != stopping_text(new_stop):
        parts.append(f"{stopping_text(old_stop)} → {stopping_text(new_stop)}")
    return ", ".join(parts)


def _became(text: str, old: float, new: float) -> str:
    """Return what a number was, in a text with a place for it, and what it was changed to: “λ 0.1 → 1”."""
    return f"{text.format(significant_text(old))} → {significant_text(new)}"
