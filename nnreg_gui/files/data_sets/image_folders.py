"""Folders with a sub-folder of pictures for each class, perhaps below “train” and “test”."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType

import numpy as np

from nnreg_gui.engine.data_set import LARGEST_SIDE, LEAST_SIDE
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.class_names import in_order
from nnreg_gui.files.data_sets.found import (
    MOST_VALUES,
    Found,
    Part,
    Remark,
    Role,
    Watch,
    chosen_rows,
    in_sentence,
    too_many,
)
from nnreg_gui.files.data_sets.image_rows import colour_made_grey, made_smaller, too_small
from nnreg_gui.files.data_sets.labels import check_labels, only_measured
from nnreg_gui.files.data_sets.pairing import role_of
from nnreg_gui.files.data_sets.sources import entries_in, opened_file

_MOST_FOLDERS = 1_000
_MOST_FILES = 300_000
_COMMON_SIDE = 28  # pixels, of pictures of many sizes: as MNIST's
_BEGINNING, _LARGEST_FILE, _MOST_KEPT = 8, 2**26, 2**26  # bytes: to tell a picture, of a file, of all
_AT_ONCE = 200  # files, before the next look at who waits
_LOOKS = 0.3  # of the time: to find out how large they are

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _File:
    """A file in the folder of a class.

    Attributes:
        path: where it is.
        name: of the folder.
        size: height and width of its picture, once somebody has looked.
        content: if it is kept, so that the file need not be opened again.
    """

    path: Path
    name: str
    size: Size = (0, 0)
    content: bytes | None = None


def class_folders(folder: Path) -> dict[Role, list[Path]]:
    """Return the sub-folders that stand for classes: those below “train” and “test”, if there is a “train”.

    Raises:
        DigitsError: a folder cannot be read, or has too many of them.
    """
    folders = _folders_in(folder)
    roles = {role: path for path in folders if (role := role_of(path.name)) is not None}
    below = {role: _folders_in(path) for role, path in roles.items()}
    return below if below.get("training") else {"training": folders}  # “train” may be a class, among bus and tram


def read_image_folders(folders: dict[Role, list[Path]], watch: Watch) -> Found:
    """Read the pictures in these folders: all in one size, in shades of grey.

    Raises:
        DigitsError: one of them cannot be read, is damaged or too large; there are too few or too many.
    """
    remarks: list[Remark] = []
    names = in_order({path.name for path in folders["training"]})
    found = _look_at(_files_in(folders, watch), remarks, watch.part(0, _LOOKS))
    if not found.get("training"):
        raise DigitsError("There are no pictures here: PNG, JPEG or BMP, a folder for each class.")
    _check_folders(found)
    places = {name: place for place, name in enumerate(names)}
    check_labels({role: _labels(pictures, places) for role, pictures in found.items()})
    size = _common_size([one for pictures in found.values() for one in pictures], remarks)
    chosen = {role: _chosen(pictures, size, remarks) for role, pictures in found.items()}
    shares = watch.part(_LOOKS, 1).shares({role: len(pictures) for role, pictures in chosen.items()})
    parts = {
        role: Part(_read_pictures(pictures, size, remarks, shares[role]), _labels(pictures, places))
        for role, pictures in chosen.items()
    }
    return Found(parts, remarks, names, has_labels=False)


# ---------------------------------------------------------------------------------------------------- what there is


def _folders_in(folder: Path) -> list[Path]:
    """Return the folders in a folder, but for hidden ones and those that a Mac adds."""
    found = []
    for path, kind in entries_in(folder):
        if kind == "folder":
            found.append(Path(path))
        if len(found) > _MOST_FOLDERS:
            raise DigitsError("There are more than {most} folders here: choose a smaller data set.", most="1,000")
    return sorted(found)


def _files_in(folders: dict[Role, list[Path]], watch: Watch) -> dict[Role, list[_File]]:
    """Return the files in the folders of classes, sorted by name."""
    found: dict[Role, list[_File]] = {}
    count = 0
    for role, paths in folders.items():
        found[role] = []
        for folder in paths:
            inside = []
            for path, kind in islice(entries_in(folder), _MOST_FILES - count + 1):
                if kind == "file":
                    inside.append(path)
                count += 1
                if count % _AT_ONCE == 0:
                    watch.tell(0)
            if count > _MOST_FILES:
                raise DigitsError(
                    "There are more than {most} files here: choose a smaller data set.", most=f"{_MOST_FILES:,}"
                )
            found[role] += [_File(Path(path), folder.name) for path in sorted(inside)]
    return found


def _look_at(files: dict[Role, list[_File]], remarks: list[Remark], watch: Watch) -> dict[Role, list[_File]]:
    """Return the pictures among files with their sizes; splits without any are left out."""
    total = sum(map(len, files.values()))
    pictures, done, kept = _pictures(), 0, 0
    found: dict[Role, list[_File]] = {}
    for role, inside in files.items():
        found[role] = []
        for one in inside:
            content = _content(one.path)
            if content is not None:
                size = pictures.picture_size(in_sentence(one.path.name), content)
                kept += len(content)
                found[role].append(_File(one.path, one.name, size, content if kept <= _MOST_KEPT else None))
            done += 1
            if done % _AT_ONCE == 0:
                watch.tell(done / total)
    aside = total - sum(map(len, found.values()))
    if aside:
        remarks.append(Remark("Files that are no PNG, JPEG or BMP were left aside: {count}.", count=f"{aside:,}"))
    return {role: inside for role, inside in found.items() if inside}


def _check_folders(pictures: Mapping[Role, Sequence[_File]]) -> None:
    """Check that there are pictures to train with in a folder of the same name as each that there is."""
    known = {one.name for one in pictures["training"]}
    for inside in pictures.values():
        for one in inside:
            if one.name not in known:
                raise only_measured(in_sentence(one.name))


def _labels(pictures: Sequence[_File], places: Mapping[str, int]) -> np.ndarray:
    return np.array([places[one.name] for one in pictures])


def _content(path: Path) -> bytes | None:
    """Return what is in the file of a picture; None if it is no picture."""
    pictures = _pictures()
    with opened_file(path) as file:
        beginning = file.read(_BEGINNING)
        if not beginning.startswith(pictures.BEGINNINGS):
            return None
        content = beginning + file.read(_LARGEST_FILE)
    if len(content) > _LARGEST_FILE:
        raise pictures.too_large(in_sentence(path.name))
    return content


@cache
def _pictures() -> ModuleType:
    """Return the module that reads pictures: Qt's part of it is not everywhere where there is no screen."""
    try:
        return import_module("nnreg_gui.files.data_sets.pictures")
    except ImportError as error:
        raise DigitsError("Pictures cannot be read here ({reason}).", reason=in_sentence(str(error))) from error


# --------------------------------------------------------------------------------------------------------- one size


def _common_size(pictures: Sequence[_File], remarks: list[Remark]) -> Size:
    """Return the size for all pictures: their own, smaller if that is too large, or MNIST's if they have several."""
    sizes = {one.size for one in pictures}
    for one in pictures:
        if (min(one.size) if len(sizes) == 1 else max(one.size)) < LEAST_SIDE:
            raise too_small(in_sentence(one.path.name), *one.size)
    if len(sizes) > 1:
        remarks.append(
            Remark("The pictures have several sizes: each was fitted into {side} × {side}.", side=str(_COMMON_SIDE))
        )
        return _COMMON_SIDE, _COMMON_SIDE
    (size,) = sizes
    if max(size) <= LARGEST_SIDE:
        return size
    height, width = (max(1, round(side * LARGEST_SIDE / max(size))) for side in size)
    if min(height, width) < LEAST_SIDE:
        raise too_small(in_sentence(pictures[0].path.name), *size)
    remarks.append(made_smaller(size, (height, width)))
    return height, width


def _chosen(pictures: list[_File], size: Size, remarks: list[Remark]) -> list[_File]:
    rows = chosen_rows(len(pictures), MOST_VALUES // (size[0] * size[1]))
    if len(rows) < len(pictures):
        remarks.append(too_many(len(rows), len(pictures)))
    return [pictures[row] for row in rows]


def _read_pictures(files: Sequence[_File], size: Size, remarks: list[Remark], watch: Watch) -> np.ndarray:
    """Return pictures in the middle of images of one size, each on its own background: uint8, 0…255."""
    images = np.empty((len(files), *size), np.uint8)
    was_colour = was_transparent = False
    pictures = _pictures()
    for place, (image, one) in enumerate(zip(images, files, strict=True)):
        content = one.content or _content(one.path) or b""
        picture = pictures.read_picture(in_sentence(one.path.name), content, *size)
        grey = picture.grey
        height, width = grey.shape
        if grey.shape != size:
            image[:] = np.median(np.concatenate([grey[0], grey[-1], grey[:, 0], grey[:, -1]]))
        top, left = (size[0] - height) // 2, (size[1] - width) // 2
        image[top : top + height, left : left + width] = grey
        was_colour, was_transparent = was_colour or picture.was_colour, was_transparent or picture.was_transparent
        if place % _AT_ONCE == 0:
            watch.tell(place / len(files))
    if was_colour:
        remarks.append(colour_made_grey())
    if was_transparent:
        remarks.append(Remark("What was transparent became white."))
    return images
