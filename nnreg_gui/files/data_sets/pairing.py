"""Which labels belong to which images, and which of them are to train, to validate and to test with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.found import Role, in_sentence

_ROLES: dict[str, Role] = {"tr": "training", "va": "validation", "de": "validation", "te": "test", "t1": "test"}
_MOST_PAIRS = 3  # to train, to validate and to test with
_ROLE = re.compile(r"(?<![a-z])(train(?:ing)?|val(?:id(?:ation)?)?|dev|test(?:ing)?|t10k)(?![a-z])")
_KIND = re.compile(r"(?<![a-z])(images?|labels?|idx\d|ubyte|int|x|y)(?![a-z])")
_LABELS = re.compile(r"(?<![a-z])(y|labels?|targets?|class(?:es)?)(?![a-z])")


@dataclass(frozen=True, slots=True)
class Item:
    """Something with images or labels in it.

    Attributes:
        name: of the file or array.
        count: of images or labels.
        shape: of an image, height and width; None for labels.
    """

    name: str
    count: int
    shape: tuple[int, int] | None = None


Pair = tuple[Item, Item]


def role_of(name: str) -> Role | None:
    """Return what a name says images are for; None if it says nothing."""
    found = _ROLE.search(name.lower())
    return _ROLES[found[0][:2]] if found else None


def family_of(name: str) -> str:
    """Return a name without what it says of its part of a data set: what the names of all its parts have in common."""
    return _KIND.sub("*", _ROLE.sub("*", name.lower(), count=1))


def pairs_of(items: Sequence[Item]) -> list[Pair]:
    """Return images with their labels: as many as there are images; of several, those with the most similar name.

    Raises:
        DigitsError: there are none, or too many, or there are images without labels.
    """
    images = [item for item in items if item.shape is not None]
    labels = [item for item in items if item.shape is None]
    if not images or not labels:
        raise DigitsError("There are images here but no labels, or labels but no images: add what is missing.")
    if len(images) > _MOST_PAIRS:
        raise several_here()
    pairs: list[Pair] = []
    for one in sorted(images, key=lambda item: item.count, reverse=True):
        fitting = [other for other in labels if other.count == one.count]
        if not fitting:
            raise _not_a_pair(one, _most_similar(one, labels or [pairs[-1][1]]))
        chosen = _most_similar(one, fitting)
        labels.remove(chosen)
        pairs.append((one, chosen))
    return pairs


def roles_of(pairs: Sequence[Pair], *, names_first: bool) -> dict[Role, Pair]:
    """Return what each of up to three pairs is for. Most images are to train with; names say it among equals.

    Args:
        pairs: that belong together.
        names_first: whether names that say it of every pair count for more.

    Raises:
        DigitsError: they have different sizes, or are too many.
    """
    if len({images.shape for images, _ in pairs}) > 1:
        sizes = sorted(pairs, key=lambda pair: pair[0].shape or ())
        raise DigitsError(
            "{file} holds images of another size than {other_file}: they do not belong together.",
            file=in_sentence(sizes[0][0].name),
            other_file=in_sentence(sizes[-1][0].name),
        )
    said = [role_of(images.name) for images, _ in pairs]
    if names_first and None not in said and len(set(said)) == len(pairs) and "training" in said:
        return {role: pair for role, pair in zip(said, pairs, strict=True) if role is not None}
    if len(pairs) > _MOST_PAIRS:
        raise several_here()
    order: list[Role] = ["training", "test"] if len(pairs) < 3 else ["training", "validation", "test"]
    ranks = {"training": 0, "validation": 1, None: 2, "test": 3}
    training, *others = sorted(pairs, key=lambda pair: (-pair[0].count, ranks[role_of(pair[0].name)], pair[0].name))
    others.sort(key=lambda pair: (ranks[role_of(pair[0].name)], pair[0].count, pair[0].name))
    if len(others) == 1 and role_of(others[0][0].name) == "validation":
        order = ["training", "validation"]
    return dict(zip(order, [training, *others], strict=False))


def several_here() -> DigitsError:
    """Return that it must be said which data set is meant."""
    return DigitsError("There is more than one data set here: open one of its files instead.")


def _most_similar(one: Item, others: Sequence[Item]) -> Item:
    """Return the labels whose name fits best to that of images."""

    def likeness(other: Item) -> tuple[bool, bool, float]:
        ratio = SequenceMatcher(None, one.name.lower()[-100:], other.name.lower()[-100:]).ratio()
        return role_of(one.name) == role_of(other.name), bool(_LABELS.search(other.name.lower())), ratio

    return max(others, key=likeness)


def _not_a_pair(images: Item, labels: Item) -> DigitsError:
    return DigitsError(
        "{images_file} holds {images} images but {labels_file} holds {labels} labels: they do not belong together.",
        images_file=in_sentence(images.name),
        images=f"{images.count:,}",
        labels_file=in_sentence(labels.name),
        labels=f"{labels.count:,}",
    )
