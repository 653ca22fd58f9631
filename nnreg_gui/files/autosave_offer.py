"""What other programs have left to offer the user: sessions that ended well, and what may be another's."""

from pathlib import Path

from nnreg_gui.files.autosave_claims import Folder, left_folders
from nnreg_gui.files.autosave_left import files_of, runs_of

_MOST_ENDS = 5  # sessions that ended well to keep while nobody answers the offer


class Offer:
    """Knows the folders of others.

    Attributes:
        folders: those on offer, newest first.
        sees_others: whether other programs are running beside this one.
    """

    def __init__(self, base: Path) -> None:
        """Look for folders below this one."""
        self._base = base
        self.folders: list[Folder] = []
        self.sees_others = False
        self._taken: list[Folder] = []  # whose runs were accepted, but which are not this program's
        self._declined = False

    def look(self, own: list[Path]) -> list[Folder]:
        """Return the folders, locked, of crashed programs; offer whatever else is new from now on."""
        held = [*own, *(folder.path for folder in (*self.folders, *self._taken))]
        left, self.sees_others = left_folders(self._base, held)
        crashed = [folder for folder in left if folder.lock is not None and not folder.index.ended]
        self.folders = [folder for folder in left if folder not in crashed] + self.folders
        return crashed

    def counts(self, known: set[str]) -> tuple[int, int]:
        """Return how many runs are on offer: of programs that ended well, and of those that may be running elsewhere.

        Args:
            known: the names of histories already in the list.
        """
        if self._declined:
            return 0, 0
        files = files_of(self.folders)
        ended = len(runs_of([folder for folder in self.folders if folder.lock is not None], files, known))
        return ended, len(runs_of(self.folders, files, known)) - ended

    def accept(self) -> list[Folder]:
        """Return what is on offer, and offer nothing from now on."""
        accepted, self.folders = self.folders, []
        self._taken += [folder for folder in accepted if folder.lock is None]
        return accepted

    def decline(self) -> None:
        """Stop offering. The runs are still there at the next start, unless this program leaves runs of its own."""
        self._declined = True

    def copied(self) -> list[Folder]:
        """Return, once, what was accepted but stays as it is, and so needs copying."""
        copied, self._taken = self._taken, []
        return copied

    def close(self, replaced: bool) -> None:
        """Leave what is on offer to the next program.

        Args:
            replaced: whether this one leaves its own runs, which replace offers declined or unanswered too often.
        """
        for place, folder in enumerate((one for one in self.folders if one.lock is not None), start=1):
            if replaced and (self._declined or place >= _MOST_ENDS):
                folder.discard()
            else:
                folder.release()
        self.folders, self._taken, self._declined = [], [], False
