"""Experiments as one short line to send, paste and read: ``nnreg: n=1000 penalty=l2 lambda=0.1``.

The line gives the number of training images and every setting that is not the default, in a fixed order. It can be read
as mails and chats pass it on: quoted, within a sentence, with the symbols and numbers that people write. Of a data set
of one's own it says the beginning of its key, and its size, ``data=3f2a9c1b04de-16x16``: who has its images open may
paste it. Without that it is about MNIST.
"""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from nnreg_gui.engine.data_set import KEY_BEGINS, DataSet
from nnreg_gui.engine.experiment import Experiment
from nnreg_gui.engine.problems import ExperimentError, Problem
from nnreg_gui.engine.specs import from_dict, shown, to_dict

_BEGINNING = "nnreg:"
# The subject's words, where an experiment file's are longer or would be unclear on their own.
_WORDS = {
    "data.training_images": "n",
    "data.wrong_labels": "wrong",
    "network.initial_weights": "weights",
    "regularization.penalize_biases": "biases",
    "training.learning_rate": "eta",
    "training.schedule.rule": "fall",
    "training.batch_size": "m",
    "training.stopping.rule": "stop",
    "training.stopping.parameter": "stop_parameter",
    "training.stopping.watch": "stop_watch",
    "training.stopping.action": "stop_action",
}
_SYMBOLS = {"λ": "lambda", "η": "eta", "μ": "momentum", "γ": "gamma", "p": "dropout"}
_YES_OR_NO = {"yes": True, "true": True, "no": False, "false": False}
_QUOTES = str.maketrans("", "", "`\"'“”„‟‘’‚«»*")  # what programs and people put around a line
_QUOTED_LINE = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)  # as mail programs quote
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[,.]\d{3})+")  # a whole number: 1,000 or, in Czech, 1.000
_DECIMAL_COMMA = re.compile(r"(?:-?0|-?[1-9]\d*),\d+")
_ALWAYS_SAID = "data.training_images"
_DATA_SET, _DATA_SET_KEYS = "data", "data.dataset."  # its word, and what the keys of its description begin with
_DATA_SET_NAME = re.compile(r"([0-9a-f]{12})-(\d{1,2})[x×](\d{1,2})")  # height, then width
_NO_LAYERS = "none"
_MOST_CHARACTERS = 100_000


def experiment_line(experiment: Experiment) -> str:
    """Return an experiment as one line."""
    defaults, data_set = _flat(to_dict(Experiment())), experiment.data.dataset
    told = [] if data_set.is_mnist else [f"{_DATA_SET}={_short_name(data_set)}"]
    told += [
        f"{_word(key)}={_text(value)}"
        for key, value in _flat(to_dict(experiment)).items()
        if not key.startswith(_DATA_SET_KEYS) and (key == _ALWAYS_SAID or value != defaults[key])
    ]
    return " ".join([_BEGINNING, *told])


def experiment_from_text(text: str, opened: Iterable[DataSet] = ()) -> Experiment:
    """Return the experiment in pasted text: a line as above anywhere in it, or the content of an experiment file.

    Args:
        text: what was pasted.
        opened: the data sets other than MNIST that a line may be about.

    Raises:
        Problem: it holds none, or an impossible one, or one about images that are not open.
    """
    text = text[:_MOST_CHARACTERS].strip()
    if text.startswith("{"):
        return Experiment.from_json(text)
    _before, beginning, line = _plain(text).partition(_BEGINNING)
    if not beginning:
        raise Problem(
            "There is no experiment to paste: copy a line such as {example} first.",
            example="“nnreg: n=1000 penalty=l2 lambda=0.1”",
        )
    parts = _parts(line)
    named = [part for part in parts if part.startswith(f"{_DATA_SET}=")]
    document = _nested([part for part in parts if part not in named])
    if named:
        if len(named) > 1 or "dataset" in document.get("data", {}):
            raise ExperimentError("{part} says what was said before: keep one of them.", part=shown(named[-1]))
        document.setdefault("data", {})["dataset"] = _data_set(named[0].partition("=")[2], opened)
    return from_dict(Experiment, document)


def _short_name(data_set: DataSet) -> str:
    return f"{data_set.key.removeprefix(KEY_BEGINS)[:12]}-{data_set.height}x{data_set.width}"


def _data_set(text: str, opened: Iterable[DataSet]) -> DataSet:
    """Return the one of these data sets that a line calls so."""
    name = _DATA_SET_NAME.fullmatch(text)
    if name is None:
        raise ExperimentError(
            "{part} does not name a data set as a copied line does, such as {example}.",
            part=shown(text),
            example="“data=3f2a9c1b04de-16x16”",
        )
    key, height, width = name.groups()
    for data_set in opened:
        if _short_name(data_set) == f"{key}-{int(height)}x{int(width)}":
            return data_set
    raise ExperimentError(
        "The line is about the data set {key} of {height} × {width} pixels, which is not open: open its images, then "
        "paste the line again.",
        key=key,
        height=height,
        width=width,
    )


def _plain(text: str) -> str:
    """Return a text in lower case, without quotes and invisible characters."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return _QUOTED_LINE.sub("", seen).translate(_QUOTES).lower()


def _parts(line: str) -> list[str]:
    """Split a line into settings, up to an empty line; a number may contain spaces."""
    paragraph = re.split(r"\n[ \t]*\r?\n", line.strip(), maxsplit=1)[0]
    parts: list[str] = []
    for part in paragraph.removesuffix(".").split():
        in_thousands = re.fullmatch(r"\d{3}", part) and parts and re.search(r"=[1-9]\d{0,2}(?: \d{3})*$", parts[-1])
        if in_thousands:
            parts[-1] += f" {part}"
        elif parts and parts[-1].endswith(",") and "=" not in part:
            parts[-1] += part
        else:
            parts.append(part)
    return [part.rstrip(",;").replace(" ", "") for part in parts]


def _word(key: str) -> str:
    return _WORDS.get(key, key.rpartition(".")[2])


def _flat(document: dict[str, Any], before: str = "") -> dict[str, Any]:
    """Return all values of nested dicts, in order, under their keys joined by dots."""
    values: dict[str, Any] = {}
    for name, value in document.items():
        values |= _flat(value, f"{before}{name}.") if isinstance(value, dict) else {before + name: value}
    return values


def _text(value: Any) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case float():
            return repr(value).removesuffix(".0")
        case tuple():
            return ",".join(map(str, value)) or _NO_LAYERS
    return str(value)


def _nested(parts: list[str]) -> dict[str, Any]:
    """Return these settings as the object of an experiment file."""
    defaults = _flat(to_dict(Experiment()))
    keys = {_word(key): key for key in defaults}
    document: dict[str, Any] = {}
    said = set()
    for part in parts:
        word, equals, text = part.partition("=")
        word = _SYMBOLS.get(word, word)
        if not equals or word not in keys:
            raise ExperimentError("{part} is not a setting of an experiment.", part=shown(part))
        if word in said:
            raise ExperimentError("{part} says what was said before: keep one of them.", part=shown(part))
        said.add(word)
        *sections, name = keys[word].split(".")
        place = document
        for section in sections:
            place = place.setdefault(section, {})
        place[name] = _value(text, defaults[keys[word]])
    return document


def _value(text: str, default: Any) -> Any:
    """Return a text's value in the default's type, or else the text itself, which the check will report."""
    try:
        match default:
            case bool():
                return _YES_OR_NO[text]
            case int():
                return int(re.sub("[,.]", "", text) if _THOUSANDS.fullmatch(text) else text)
            case float():
                # 1,000 may be one or a thousand: not for us to decide.
                is_clear = _DECIMAL_COMMA.fullmatch(text) and not _THOUSANDS.fullmatch(text)
                return float(text.replace(",", ".") if is_clear else text)
            case tuple():
                return [int(one) for one in text.split(",")] if text != _NO_LAYERS else []
    except (ValueError, KeyError):
        pass
    return text
