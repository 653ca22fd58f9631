"""Files that are not experiments, recognized by how they begin."""

from nnreg_gui.engine.problems import ExperimentError

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF", b"<svg", b"%PDF")
_ARCHIVES = (b"PK", b"\x1f\x8b", b"\x93NUMPY")  # zip (also .npz), gzip, .npy
_IDX_TYPES = (0x08, 0x09, 0x0B, 0x0C, 0x0D, 0x0E)  # the third byte of an IDX file, after two zeros
_DIMENSIONS = range(1, 5)
_BEGINNING = 200  # bytes: a session's first part, or the heading of a table


def refuse_other_kinds(content: bytes) -> None:
    """Refuse a file that certainly is no experiment, and say what it is; let one pass that may be.

    Raises:
        ExperimentError: it is something else.
    """
    start = content[:_BEGINNING].removeprefix(b"\xef\xbb\xbf")
    if start.startswith(_PICTURES):
        raise ExperimentError("This is not an experiment file but a picture.")
    if start.startswith(b"PK") and b"session.json" in start:
        raise ExperimentError("This is not an experiment file but a session of runs: open it as a session.")
    if start.startswith(_ARCHIVES):
        raise ExperimentError("This is not an experiment file but packed data.")
    if start[:2] == b"\0\0" and len(start) > 3 and start[2] in _IDX_TYPES and start[3] in _DIMENSIONS:
        raise ExperimentError("This is not an experiment file but one of digits (IDX).")
    if _is_heading(start.split(b"\n", 1)[0]):
        raise ExperimentError("This is not an experiment file but a table of curves.")


def _is_heading(line: bytes) -> bool:
    """Return whether a line is the heading of a table of curves, as the program exports it."""
    return b"epoch" in line and b"training_cost" in line and not line.lstrip().startswith((b"{", b"["))
