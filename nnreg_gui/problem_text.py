"""Every sentence about a problem, in the user's language."""

import re
from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

_THRESHOLD = str(QT_TRANSLATE_NOOP("Problem", "Early stopping: threshold"))  # which each rule calls otherwise
# What the window calls the settings of an experiment file: the context and the source of a text that it shows.
CONTROLS = {
    "data.dataset": ("ExperimentPanel", "Data"),
    "data.training_images": ("SettingsTable", "Training images n"),
    "data.sample": ("SettingsTable", "Which images"),
    "data.wrong_labels": ("SettingsTable", "Wrong labels"),
    "network.hidden": ("NetworkPanel", "Neurons"),
    "network.activation": ("SettingsTable", "Activation"),
    "network.initial_weights": ("SettingsTable", "Initial weights"),
    "cost": ("SettingsTable", "Cost"),
    "regularization.penalty": ("SettingsTable", "Penalty"),
    "regularization.lambda": ("SettingsTable", "λ"),
    "regularization.l1_ratio": ("RegularizationPanel", "L1 share"),
    "regularization.penalize_biases": ("RegularizationPanel", "Penalize biases too"),
    "regularization.dropout": ("SettingsTable", "Dropout p"),
    "augmentation.rotation": ("AugmentationText", "rotation"),
    "augmentation.shift": ("AugmentationText", "shift"),
    "augmentation.zoom": ("AugmentationText", "zoom"),
    "augmentation.shear": ("AugmentationText", "shear"),
    "augmentation.blur": ("AugmentationText", "blur"),
    "augmentation.mirror_horizontal": ("AugmentationText", "mirror ↔"),
    "augmentation.mirror_vertical": ("AugmentationText", "mirror ↕"),
    "augmentation.brightness": ("AugmentationText", "brightness"),
    "augmentation.contrast": ("AugmentationText", "contrast"),
    "augmentation.noise": ("AugmentationText", "noise"),
    "augmentation.elastic_alpha": ("AugmentationText", "elastic"),
    "augmentation.elastic_sigma": ("AugmentationText", "smoothness"),
    "training.learning_rate": ("SettingsTable", "Learning rate η"),
    "training.momentum": ("SettingsTable", "Momentum μ"),
    "training.schedule.rule": ("SettingsTable", "Fall of η"),
    "training.schedule.patience": ("TrainingPanel", "Epochs until halved"),
    "training.schedule.gamma": ("TrainingPanel", "γ per epoch"),
    "training.batch_size": ("SettingsTable", "Mini-batch m"),
    "training.epochs": ("SettingsTable", "Epochs"),
    "training.stopping.rule": ("SettingsTable", "Early stopping"),
    "training.stopping.parameter": ("Problem", _THRESHOLD),
    "training.stopping.watch": ("StoppingPanel", "Watch"),
    "training.stopping.action": ("StoppingPanel", "Then"),
    "seed": ("SettingsTable", "Seed"),
}
_NUMBER = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")  # as the engine writes it


def problem_text(problem: object) -> str:
    """Return the sentence of a `Problem`, `LauncherError` or `Remark` in the present language; of others, their own.

    A setting is called as its control is, and numbers are written as the language writes them. The error that quotes a
    mistake has it as its cause.
    """
    template, values = getattr(problem, "template", None), getattr(problem, "values", {})
    if template is None:
        return str(problem)
    cause = getattr(problem, "__cause__", None)
    quoted = {"mistake": problem_text(cause)} if "mistake" in values and cause else {}
    return QCoreApplication.translate("Problem", template).format(**_said(values) | quoted)


def _said(values: Mapping[str, str]) -> dict[str, str]:
    said = {name: _number_text(value) if _NUMBER.fullmatch(value) else value for name, value in values.items()}
    key = values.get("key", "")
    if key in CONTROLS:
        said["key"] = QCoreApplication.translate(*CONTROLS[key])
    if "range" in values:  # “0 ≤ shift ≤ 14” names the setting, too
        name = key.rpartition(".")[2]
        said["range"] = _NUMBER.sub(lambda found: _number_text(found[0]), values["range"]).replace(name, said["key"])
    return said


def _number_text(number: str) -> str:
    """Return a number that the engine wrote as a reader of the default locale writes it."""
    signs = {"-": "−", ",": QLocale().groupSeparator(), ".": QLocale().decimalPoint()}
    return "".join(signs.get(sign, sign) for sign in number)


# What a translator finds. A test holds it against the sentences in the code.
PROBLEM_TEMPLATES = (
    QT_TRANSLATE_NOOP(
        "Problem",
        "{images_file} holds {images} images but {labels_file} holds {labels} labels: they do not belong together.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem", "{file} holds {images} images, but it takes {least} or more to train and to validate."
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} holds images of another size than {other_file}: they do not belong together."),
    QT_TRANSLATE_NOOP("Problem", "The measuring ended unexpectedly (perhaps out of memory): ask for it again."),
    QT_TRANSLATE_NOOP("Problem", "The measuring did not answer and was ended: ask for it again."),
    QT_TRANSLATE_NOOP("Problem", "{file} has the label {label}, but labels must be 0 to 9."),
    QT_TRANSLATE_NOOP("Problem", "{file} should hold {size} values but holds {length}: copy it again."),
    QT_TRANSLATE_NOOP("Problem", "{file} is not compressed with gzip: use the .gz file as it is published."),
    QT_TRANSLATE_NOOP("Problem", "{file} is damaged or cut off: copy it again."),
    QT_TRANSLATE_NOOP("Problem", "{file} cannot be read ({reason})."),
    QT_TRANSLATE_NOOP("Problem", "{file} is a device or a pipe: choose a file."),
    QT_TRANSLATE_NOOP("Problem", "{file} is cut off within its header: copy it again."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} begins with the number {found}, not {magic}: it is not the kind of IDX file that is needed here.",
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} says that it holds {sizes} values: that cannot be right."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be a whole number, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be between {low} and {high}, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be a number, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be a finite number, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must fulfil {range}, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be one of {names}, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be true or false, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be “{name}” or a JSON object that describes a data set, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” is missing in the description of a data set."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be “{begins}” and 64 hexadecimal digits, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be a plain text of at most {most} characters, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be a list of {fewest} to {most} names, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” names a class twice: give each a name of its own."),
    QT_TRANSLATE_NOOP("Problem", "{part} does not name a data set as a copied line does, such as {example}."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The line is about the data set {key} of {height} × {width} pixels, which is not open: open its images, then "
        "paste the line again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem", "The images of “{name}” are not open: open {path} as a data set, or wherever it lies now."
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The workers of the cluster have only the digits that come with the program, not “{name}”: train on this computer.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem", "“{key}” must be a list of at most {most} numbers of neurons, such as [30], not {value}."
    ),
    QT_TRANSLATE_NOOP("Problem", "“{key}” is {m}, more than the {n} training images: choose a smaller mini-batch."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "“{key}” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not below 1, so every step would flip the sign of the weights; choose a smaller λ or η.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "“{key}” is too large: ηλ/n = {step} with η = {eta}, λ = {lambda_}, n = {n} is not below 1, so every step would throw weights of usual size across 0; choose a smaller λ or η.",
    ),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file: it must be a JSON object, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file: its “format” is not {format}."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "“version” is {value}, but this program reads version {version}: open the file with a newer nnreg-gui.",
    ),
    QT_TRANSLATE_NOOP("Problem", "“{key}” is not a setting of an experiment."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” stands twice in the file: keep one of them."),
    QT_TRANSLATE_NOOP(
        "Problem", "“{key}” is a setting that this program does not know: open the file with a newer nnreg-gui."
    ),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file: line {line} is not valid JSON."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file but a picture."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file but a session of runs: open it as a session."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file but packed data."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file but one of digits (IDX)."),
    QT_TRANSLATE_NOOP("Problem", "This is not an experiment file but a table of curves."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” must be a JSON object, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{key}” is {n}, but there are only {available} training images."),
    QT_TRANSLATE_NOOP("Problem", "Data, network, cost, mini-batch, epochs and seed cannot change while a run goes on."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The run diverged in epoch {epoch} with η = {eta}, λ = {lambda_}, n = {n}: its numbers grew beyond all bounds. Choose a smaller learning rate η.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "Windows PowerShell, which manages shortcuts, failed: {reason}. Check that PowerShell is allowed on this computer and that your desktop can be written to.",
    ),
    QT_TRANSLATE_NOOP("Problem", "The program's file {name} is missing: please install nnreg-gui again."),
    QT_TRANSLATE_NOOP(
        "Problem", "Windows does not let the program register its files: {reason}. The launcher works without that."
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The launcher could not be written to {path}: {reason}. Check that you may write to that folder and that the disk is not full, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The launcher {path} could not be removed: {reason}. Check that you may write to its folder, or delete the file yourself.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The engine process ended unexpectedly (perhaps out of memory). The curves so far are kept; press Start to train again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem", "{file} could not be written ({reason}). Choose another folder, or make room on the disk."
    ),
    QT_TRANSLATE_NOOP("Problem", "There is not enough memory for this network: choose a smaller one."),
    QT_TRANSLATE_NOOP("Problem", "This ended because of a fault in the program ({error})."),
    QT_TRANSLATE_NOOP("Problem", "This is no session file but perhaps an experiment: open it as an experiment."),
    QT_TRANSLATE_NOOP("Problem", "This is not a session file: open one that was saved as a session of runs."),
    QT_TRANSLATE_NOOP("Problem", "The session file is damaged or cut off: take another copy of it."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The session file is of version {value}, but this program reads version {version}: open it with a newer nnreg-gui.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The session file cannot be right: in it, a “{key}” is {value}, but it must be between 0 and {high}.",
    ),
    QT_TRANSLATE_NOOP("Problem", "A session holds up to {most} runs, and these are {count}: remove some of them."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "These runs would take {size} MB, but a session holds up to {most} MB: remove some of those with the largest networks.",
    ),
    QT_TRANSLATE_NOOP("Problem", "There is not enough memory to open {file}."),
    QT_TRANSLATE_NOOP("Problem", "There is no experiment to paste: copy a line such as {example} first."),
    QT_TRANSLATE_NOOP("Problem", "{part} is not a setting of an experiment."),
    QT_TRANSLATE_NOOP("Problem", "{part} says what was said before: keep one of them."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The runs cannot be kept for the case that the program crashes ({reason}): make room on the disk, or save them as a session.",
    ),
    QT_TRANSLATE_NOOP("Problem", "Some of the runs that were kept cannot be read; their files are in {folder}."),
    QT_TRANSLATE_NOOP(
        "Problem", "There is not enough memory for all runs that were kept: the others stay in {folder}."
    ),
    QT_TRANSLATE_NOOP("Problem", "Nothing can be trained beside the window here: its processes end at once."),
    QT_TRANSLATE_NOOP("Problem", "Training crashed {times} times (perhaps out of memory); stopped trying."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "A process of the search ended unexpectedly (perhaps out of memory). What was found is kept; the rest is trained again.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem", "The search made no progress for {seconds} s: wait, or end it; what was found is kept."
    ),
    QT_TRANSLATE_NOOP(
        "Problem", "The connection to the cluster was lost. What was found is kept; the rest is trained again."
    ),
    QT_TRANSLATE_NOOP("Problem", "To train on a cluster, a part of the program is missing: install it with {command}."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The cluster at {address} cannot be reached ({reason}): check the address, and that a dask scheduler is running there.",
    ),
    QT_TRANSLATE_NOOP("Problem", "The cluster at {address} has no workers: start some with {command}."),
    QT_TRANSLATE_NOOP("Problem", "The workers of the cluster cannot train ({reason}): they need the same nnreg-gui."),
    QT_TRANSLATE_NOOP(
        "Problem", "Training crashed several workers of the cluster (perhaps out of memory); stopped trying."
    ),
    # Of lessons.
    QT_TRANSLATE_NOOP("Problem", "{file}, line {line}: {mistake}"),
    QT_TRANSLATE_NOOP("Problem", "{file}: {mistake}"),
    QT_TRANSLATE_NOOP("Problem", "“{name}” cannot stand here: there is nothing to choose from."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” is not known here (did you mean “{nearest}”?): allowed are {names}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” is not known here: allowed are {names}."),
    QT_TRANSLATE_NOOP("Problem", "This file cannot be read ({reason})."),
    QT_TRANSLATE_NOOP("Problem", "This is not a regular file."),
    QT_TRANSLATE_NOOP("Problem", "This file is larger than 1 MB, which no lesson is."),
    QT_TRANSLATE_NOOP("Problem", "This is not written in UTF-8."),
    QT_TRANSLATE_NOOP("Problem", "This is not valid TOML ({reason})."),
    QT_TRANSLATE_NOOP("Problem", "A line must not be longer than {most} characters."),
    QT_TRANSLATE_NOOP("Problem", "This is not valid TOML."),
    QT_TRANSLATE_NOOP("Problem", "A lesson has at most {most} runs, not {count}."),
    QT_TRANSLATE_NOOP("Problem", "A lesson has 1 to {most} steps, not {count}."),
    QT_TRANSLATE_NOOP("Problem", "The format of a lesson is “{format}”, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” is missing here."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be a text in quotes, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be true or false, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be a whole number, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be a number, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be between {low} and {high}, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be a list of texts in quotes, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” stands there twice: keep one of them."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be a table, not {value}."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be tables that begin with [[…{name}]], not {value}."),
    QT_TRANSLATE_NOOP("Problem", "Figures in braces may stand only in “seen”, “otherwise” and “beside”."),
    QT_TRANSLATE_NOOP("Problem", "A text needs its language: write {name}.en = …"),
    QT_TRANSLATE_NOOP("Problem", "A text has at most {most} sentences, not {count}."),
    QT_TRANSLATE_NOOP("Problem", "The English text is missing: write {name}.en = …"),
    QT_TRANSLATE_NOOP("Problem", "A text must not be longer than {most} characters here, and this has {length}."),
    QT_TRANSLATE_NOOP("Problem", "A run is called by letters, digits and _, such as “off”, not “{name}”."),
    QT_TRANSLATE_NOOP("Problem", "A run comes from a scenario or from an earlier run, not from both."),
    QT_TRANSLATE_NOOP("Problem", "An id has small letters, digits and hyphens, at most 40, and {value} is none."),
    QT_TRANSLATE_NOOP("Problem", "The step of line {other} has the id “{name}”, too: give one of them another."),
    QT_TRANSLATE_NOOP("Problem", "“otherwise” is said where “holds” is false, and there is no “holds”."),
    QT_TRANSLATE_NOOP("Problem", "A question has {fewest} to {most} choices, not {count}."),
    QT_TRANSLATE_NOOP("Problem", "None of the choices can be right: give one of them “right = …”."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” has {count} choices, and this question has {own}."),
    QT_TRANSLATE_NOOP("Problem", "“right” must be a condition in quotes, true or false."),
    QT_TRANSLATE_NOOP("Problem", "“step” must be above 0."),
    QT_TRANSLATE_NOOP("Problem", "The unit of {name} is “{unit}”."),
    QT_TRANSLATE_NOOP("Problem", "A curve goes through points or over the epochs of a run, not both."),
    QT_TRANSLATE_NOOP("Problem", "“points” must be a list of pairs such as {example}."),
    QT_TRANSLATE_NOOP("Problem", "A curve has {fewest} to {most} points, not {count}."),
    QT_TRANSLATE_NOOP("Problem", "“high” must be above “low”."),
    QT_TRANSLATE_NOOP("Problem", "A number is asked for, but {text} is true or false."),
    QT_TRANSLATE_NOOP("Problem", "The unit of {text} is “{fitting}”, not “{unit}”."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” must be a condition, such as {example}."),
    QT_TRANSLATE_NOOP(
        "Problem", "The run “{run}” is not trained yet: name it in “runs” of this step or an earlier one."
    ),
    QT_TRANSLATE_NOOP("Problem", "“{name}” takes a run with several seeds, and “{run}” has one: write seeds = 5."),
    QT_TRANSLATE_NOOP("Problem", "“{name}” takes a run with dropout, and “{run}” has none."),
    QT_TRANSLATE_NOOP(
        "Problem", "A brace has no partner: figures stand between {{ and }}, and a brace itself is doubled."
    ),
    QT_TRANSLATE_NOOP("Problem", "After the colon stands the number of decimals, 0 to {most}, not “{text}”."),
    QT_TRANSLATE_NOOP("Problem", "A sentence is filled in with numbers, but this is true or false."),
    QT_TRANSLATE_NOOP("Problem", "An expression must not be longer than {most} characters."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{text} cannot be computed: allowed are figures such as {example}, functions, numbers, + - * / and parentheses, comparisons, and, or, not.",
    ),
    QT_TRANSLATE_NOOP("Problem", "An expression must not be nested more than {most} times."),
    QT_TRANSLATE_NOOP("Problem", "{text} is true or false, but a number is needed here."),
    QT_TRANSLATE_NOOP("Problem", "{text} is a number, but a condition is needed here."),
    QT_TRANSLATE_NOOP("Problem", "{text} must be a number or a name."),
    QT_TRANSLATE_NOOP("Problem", "Only “beside” may say what was guessed."),
    QT_TRANSLATE_NOOP("Problem", "{text} is not what “{name}” takes: it is written {form}."),
    QT_TRANSLATE_NOOP("Problem", "A number in an expression is too large."),
    QT_TRANSLATE_NOOP(
        "Problem", "An accuracy and a number of epochs, images or parameters cannot be added or compared."
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "Accuracies lie between 0 and 1 in expressions, so {number} is too much: 95 % is written 0.95, and two points are 0.02.",
    ),
)
