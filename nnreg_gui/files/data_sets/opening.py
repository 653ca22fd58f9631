"""Opens a data set of the user: finds out what it is, by what is in it and not by its name."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from nnreg_gui.engine.data_set import DataSet
from nnreg_gui.engine.digits import Digits, data_set_of
from nnreg_gui.engine.problems import DigitsError
from nnreg_gui.files.data_sets.class_names import CLASSES_FILE, names_beside, plain_names
from nnreg_gui.files.data_sets.csv_numbers import separator_of
from nnreg_gui.files.data_sets.csv_tables import read_csv
from nnreg_gui.files.data_sets.found import Found, Remark, Role, StoppedReadingError, Watch, in_sentence
from nnreg_gui.files.data_sets.idx_pairs import IdxHeader, idx_header, read_idx
from nnreg_gui.files.data_sets.image_folders import class_folders, read_image_folders
from nnreg_gui.files.data_sets.labels import numbered
from nnreg_gui.files.data_sets.looks import upright, with_dark_background
from nnreg_gui.files.data_sets.npz_arrays import ZIP, is_npz, read_npz
from nnreg_gui.files.data_sets.pairing import several_here
from nnreg_gui.files.data_sets.sources import GZIP, Source, entries_in, opened_file, unknown
from nnreg_gui.files.data_sets.splitting import in_three, mixed
from nnreg_gui.files.user_files import is_folder

BEGINNING = 4_096  # bytes, to tell what a file is
_MOST_FILES = 1_000  # to look at in a folder
_DEPTH = 2  # of folders in which there is nothing but a folder
_FEWEST_SEPARATORS = 64  # in the first line of a table of images
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"BM", b"GIF8")
_NUMPY = b"\x93NUMPY"
_DOCUMENTS = (b"{", b"[", b"#")  # JSON and TOML
_READING = 0.9  # of the time


@dataclass(frozen=True, slots=True, eq=False)
class OpenedDataSet:
    """A data set to look at before it is taken.

    Attributes:
        data_set: what an experiment says of it.
        digits: its images: 0 is the background.
        remarks: what was changed on opening it.
        counts: how many images of each class each split has.
    """

    data_set: DataSet
    digits: Digits
    remarks: tuple[Remark, ...]
    counts: dict[Role, tuple[int, ...]]


def open_data_set(
    path: Path, *, progress: Callable[[float], None] = lambda share: None, stopped: Callable[[], bool] = lambda: False
) -> OpenedDataSet | None:
    """Open a file or folder: IDX pairs, .npz, CSV, or folders of pictures. Seconds for 70,000 images.

    Args:
        path: of the folder, or of one of its files.
        progress: is called with the share that is done, 0…1, a few times a second.
        stopped: whether nobody waits any more; asked as often.

    Returns:
        What was read; None if it was stopped.

    Raises:
        DigitsError: it is none of these, is damaged, or cannot be read.
    """
    watch = Watch(progress, stopped)
    try:
        watch.tell(0)
        found = _found(path, watch.part(0, _READING))
        return _opened(found, path, watch.part(_READING, 1))
    except StoppedReadingError:
        return None
    except MemoryError as error:
        raise DigitsError("There is not enough memory to open {file}.", file=in_sentence(path.name)) from error


def is_data(beginning: bytes) -> bool:
    """Return whether a file that begins so is more likely one of images than one that the program writes itself.

    Args:
        beginning: as it lies on the disk, perhaps compressed.
    """
    if beginning.startswith((GZIP, _NUMPY, *_PICTURES)) or is_npz(beginning) or idx_header(beginning) is not None:
        return True
    return _is_table(beginning) and not beginning.lstrip().startswith(_DOCUMENTS)


def _opened(found: Found, path: Path, watch: Watch) -> OpenedDataSet:
    parts, names = numbered(found)
    names, remarks = plain_names(names), found.remarks
    found.parts.clear()  # which are copied below, and large
    watch.tell(0)
    parts = with_dark_background(parts, remarks)
    parts = upright(parts, names, str(path), remarks)
    watch.tell(0.3)
    parts = mixed(parts, remarks)
    digits = in_three(parts, names, remarks)
    watch.tell(0.6)
    absolute = path.absolute()
    data_set = data_set_of(digits, absolute.name or str(absolute), str(absolute))
    watch.tell(1)
    splits: dict[Role, np.ndarray] = {
        "training": digits.training.labels,
        "validation": digits.validation.labels,
        "test": digits.test.labels,
    }
    counts = {role: tuple(np.bincount(labels, minlength=len(names)).tolist()) for role, labels in splits.items()}
    once = {str(remark): remark for remark in remarks}
    return OpenedDataSet(data_set, digits, tuple(once.values()), counts)


def _found(path: Path, watch: Watch) -> Found:
    if is_folder(path):
        return _in_folder(path, watch)
    return _named(_in_file(path, watch), names_beside(path.parent, path))


def _named(found: Found, names: tuple[str, ...] | None) -> Found:
    """Return what was found with names for its classes; folders that have the same names, in any order, keep theirs."""
    own = found.names
    if names is not None and (own is None or (len(own) == len(names) and set(own) != set(names))):
        found.names = names
    return found


def _in_file(path: Path, watch: Watch) -> Found:
    beginning = _beginning(path)
    if idx_header(beginning) is not None:
        files = _files_in(path.parent)[0]
        return read_idx(_idx_among({path: beginning} | files), path, watch)
    if beginning.startswith(ZIP):
        return read_npz(path, watch)
    if beginning.startswith(_PICTURES):
        raise DigitsError(
            "{file} is a single picture: open the folder with a sub-folder of pictures for each class.",
            file=in_sentence(path.name),
        )
    if beginning.startswith(_NUMPY):
        raise DigitsError(
            "{file} is a single array: save images and labels together, as .npz.", file=in_sentence(path.name)
        )
    if not beginning:
        raise DigitsError("{file} is empty: copy it again.", file=in_sentence(path.name))
    if b"\0" in beginning:
        raise unknown(in_sentence(path.name))
    return read_csv([path], watch)


def _in_folder(folder: Path, watch: Watch, depth: int = 0) -> Found:
    files, problem = _files_in(folder)
    try:
        found = _from_files(files, watch)
        if found is None:
            folders = class_folders(folder)
            if len(folders["training"]) == 1 and depth < _DEPTH:  # as unpacking an archive leaves it
                return _in_folder(folders["training"][0], watch, depth + 1)
            _check_folders(folder, folders["training"], files)
            found = read_image_folders(folders, watch)
    except DigitsError as error:
        if problem is not None:  # perhaps that is what is missing
            raise problem from error
        raise
    return _named(found, names_beside(folder))


def _from_files(files: dict[Path, bytes], watch: Watch) -> Found | None:
    """Return what the files of a folder hold; None if they hold no data set."""
    headers = _idx_among(files)
    archives = [path for path, beginning in files.items() if is_npz(beginning)]
    tables = [path for path, beginning in files.items() if _is_table(beginning) and path.name != CLASSES_FILE]
    if any(len(header.sizes) == 3 for header in headers.values()):
        return read_idx(headers, None, watch)
    if len(archives) > 1:
        raise several_here()
    if archives:
        return read_npz(archives[0], watch)
    return read_csv(tables, watch) if tables else None


def _check_folders(folder: Path, folders: list[Path], files: dict[Path, bytes]) -> None:
    """Check that there are folders of classes; say what else there is, if it is not."""
    if folders:
        return
    if any(beginning.startswith(_PICTURES) for beginning in files.values()):
        raise DigitsError(
            "The pictures in {file} must lie in sub-folders, one for each class.", file=in_sentence(folder.name)
        )
    raise unknown(in_sentence(folder.name or str(folder)))


def _files_in(folder: Path) -> tuple[dict[Path, bytes], DigitsError | None]:
    """Return how each file in a folder begins, and what was wrong with the first that cannot be read."""
    files: dict[Path, bytes] = {}
    problem: DigitsError | None = None
    for path in sorted(Path(path) for path, kind in islice(entries_in(folder), _MOST_FILES) if kind == "file"):
        try:
            files[path] = _beginning(path)
        except DigitsError as error:
            problem = problem or error
    return files, problem


def _beginning(path: Path) -> bytes:
    with opened_file(path) as file:
        return Source(file, path).read(BEGINNING)


def _idx_among(files: dict[Path, bytes]) -> dict[Path, IdxHeader]:
    return {path: header for path, beginning in files.items() if (header := idx_header(beginning)) is not None}


def _is_table(beginning: bytes) -> bool:
    """Return whether a text begins with a line of so many values that they could be pixels."""
    line = beginning.split(b"\n", 1)[0]
    return b"\0" not in beginning and line.count(separator_of(line)) >= _FEWEST_SEPARATORS
