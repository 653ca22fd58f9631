"""Handouts to the user's files."""

from nnreg_gui.files.user_files import write_file


def save_handout(path: str, text: str) -> None:
    """Write a handout completely, or not at all.

    Raises:
        Problem: it cannot be written; an earlier file stays as it was.
    """
    write_file(path, text.encode())
