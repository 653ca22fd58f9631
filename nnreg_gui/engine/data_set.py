"""What an experiment says of its data set, with JSON both ways."""

import re
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from nnreg_gui.engine.problems import ExperimentError
from nnreg_gui.engine.specs import checked_whole, shown, without_controls

LEAST_SIDE, LARGEST_SIDE = 8, 64  # pixels
FEWEST_CLASSES, MOST_CLASSES = 2, 26
MOST_IMAGES = 1_000_000
LONGEST_NAME, LONGEST_PATH, LONGEST_CLASS = 100, 1_024, 40  # characters
KEY_BEGINS = "sha256:"
_KEY = re.compile(rf"{KEY_BEGINS}[0-9a-f]{{64}}")


@dataclass(frozen=True, slots=True)
class DataSet:
    """What an experiment says of its digits, and all that pages need to know of them without having them.

    Attributes:
        key: "mnist", or "sha256:" + 64 hex digits of what the images and labels of all three splits hold (see
            `nnreg_gui.engine.digits.key_of`): equal content, equal key, wherever it lies and however it was packed.
        name: what the user calls it: "MNIST", the folder's or file's name. Not compared.
        path: where it was when it was opened, "" for MNIST. Not compared.
        height, width: pixels of each image, 8…64.
        classes: names of the classes, in the order of the labels, 2…26 of them; "0"…"9" for MNIST.
        training_images: how many there are to train with.
        validation_images: how many there are to measure on; the fewer, the more of a difference is chance.
    """

    key: str
    name: str = field(compare=False)
    path: str = field(compare=False)
    height: int
    width: int
    classes: tuple[str, ...]
    training_images: int
    validation_images: int

    @property
    def pixels(self) -> int:
        """Number of inputs of a network for these images, 784 for MNIST."""
        return self.height * self.width

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        return self.height, self.width

    @property
    def is_mnist(self) -> bool:
        """Whether this is the data set that comes with the program."""
        return self.key == MNIST.key

    @property
    def largest_shift(self) -> int:
        """Pixels: half the longer side. What is shifted farther than that has left the picture."""
        return max(self.shape) // 2

    def label_of(self, name: str) -> int | None:
        """Return the label of the class of this name; None if there is none."""
        return self.classes.index(name) if name in self.classes else None

    def to_json_value(self) -> Any:
        """Return what stands in a file under “dataset”."""
        if self.is_mnist:
            return self.key
        return asdict(self) | {"classes": list(self.classes)}


MNIST = DataSet("mnist", "MNIST", "", 28, 28, tuple("0123456789"), 50_000, 10_000)


def checked_data_set(key: str, value: Any) -> DataSet:
    """Return a data set, or what stands for it in a file, as a data set within all bounds.

    Args:
        key: what the value is called in the file.
        value: a `DataSet`, "mnist", or the object of `DataSet.to_json_value()`.

    Raises:
        ExperimentError: it is none of these; the sentence names the key.
    """
    if isinstance(value, DataSet):
        checked_data_set(key, value.to_json_value())
        return MNIST if value.is_mnist else value
    if value == MNIST.key and isinstance(value, str):
        return MNIST
    if not isinstance(value, dict):
        raise ExperimentError(
            "“{key}” must be “{name}” or a JSON object that describes a data set, not {value}.",
            key=key,
            name=MNIST.key,
            value=shown(value),
        )
    names = [one.name for one in fields(DataSet)]
    for name in names:
        if name not in value:
            raise ExperimentError("“{key}” is missing in the description of a data set.", key=f"{key}.{name}")
    for name in value:
        if name not in names:
            raise ExperimentError("“{key}” is not a setting of an experiment.", key=f"{key}.{shown(name)[1:-1]}")
    return DataSet(
        _content_key(f"{key}.key", value["key"]),
        _text(f"{key}.name", value["name"], 1, LONGEST_NAME),
        _text(f"{key}.path", value["path"], 0, LONGEST_PATH),
        checked_whole(f"{key}.height", value["height"], LEAST_SIDE, LARGEST_SIDE),
        checked_whole(f"{key}.width", value["width"], LEAST_SIDE, LARGEST_SIDE),
        _classes(f"{key}.classes", value["classes"]),
        checked_whole(f"{key}.training_images", value["training_images"], 1, MOST_IMAGES),
        checked_whole(f"{key}.validation_images", value["validation_images"], 1, MOST_IMAGES),
    )


def as_name(text: str, most: int, *, cuts_beginning: bool = False) -> str:
    """Return a text as the name or path of a data set, or the name of a class, may be: plain, short, on one line."""
    plain = without_controls(text).strip() or "?"
    if len(plain) <= most:
        return plain
    return "…" + plain[-(most - 1) :] if cuts_beginning else plain[: most - 1] + "…"


def _content_key(key: str, value: Any) -> str:
    if isinstance(value, str) and _KEY.fullmatch(value):
        return value
    raise ExperimentError(
        "“{key}” must be “{begins}” and 64 hexadecimal digits, not {value}.",
        key=key,
        begins=KEY_BEGINS,
        value=shown(value),
    )


def _text(key: str, value: Any, fewest: int, most: int) -> str:
    if not isinstance(value, str) or not fewest <= len(value) <= most or without_controls(value) != value:
        raise ExperimentError(
            "“{key}” must be a plain text of at most {most} characters, not {value}.",
            key=key,
            most=f"{most:,}",
            value=shown(value),
        )
    return value


def _classes(key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not FEWEST_CLASSES <= len(value) <= MOST_CLASSES:
        raise ExperimentError(
            "“{key}” must be a list of {fewest} to {most} names, not {value}.",
            key=key,
            fewest=str(FEWEST_CLASSES),
            most=str(MOST_CLASSES),
            value=shown(value),
        )
    names = tuple(_text(key, name, 1, LONGEST_CLASS) for name in value)
    if len(set(names)) < len(names):
        raise ExperimentError("“{key}” names a class twice: give each a name of its own.", key=key)
    return names
