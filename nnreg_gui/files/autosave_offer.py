"""What programs have left that is offered to the user: sessions that ended well, and what may be another's."""

from pathlib import Path

from nnreg_gui.files.autosave_claims import Folder, left_folders
from nnreg_gui.files.autosave_left import files_of, runs_of

_MOST_ENDS = 5  # so many sessions that ended well are kept while nobody answers the offer


class Offer:
    """Knows the folders of others.

    Attributes:
        folders: that are offered, the newest first.
        sees_others: whether there are programs that go on beside this one.
    """

    def __init__(self, base: Path) -> None:
        """Look for folders below this one."""
        self._base = base
        self.folders: list[Folder] = []
        self.sees_others = False
        self._taken: list[Folder] = []  # of which the runs were accepted, but which are not this program's
        self._declined = False

    def look(self, own: list[Path]) -> list[Folder]:
        """Return the folders, locked, of programs that have crashed; what else is new is offered from now on."""
        held = [*own, *(folder.path for folder in (*self.folders, *self._taken))]
        left, self.sees_others = left_folders(self._base, held)
        crashed = [folder for folder in left if folder.lock is not None and not folder.index.ended]
        self.folders = [folder for folder in left if folder not in crashed] + self.folders
        return crashed

    def counts(self, known: set[str]) -> tuple[int, int]:
        """Return how many runs are offered: of programs that ended well, and of those that may be going on elsewhere.

        Args:
            known: the names of histories that are in the list already.
        """
        if self._declined:
            return 0, 0
        files = files_of(self.folders)
        ended = len(runs_of([folder for folder in self.folders if folder.lock is not None], files, known))
        return ended, len(runs_of(self.folders, files, known)) - ended

    def accept(self) -> list[Folder]:
        """Return what is offered; nothing is, from now on."""
        accepted, self.folders = self.folders, []
        self._taken += [folder for folder in accepted if folder.lock is None]
        return accepted

    def decline(self) -> None:
        """Offer nothing more. It is still there at the next start, unless this program leaves runs of its own."""
        self._declined = True

    def copied(self) -> list[Folder]:
        """Return, once, what was accepted and stays as it is: of which there are to be copies."""
        copied, self._taken = self._taken, []
        return copied

    def close(self, replaced: bool) -> None:
        """Leave what is offered to the next program.

        Args:
            replaced: whether this one leaves runs of its own: what was declined, or not answered so often, makes room.
        """
        for place, folder in enumerate((one for one in self.folders if one.lock is not None), start=1):
            if replaced and (self._declined or place >= _MOST_ENDS):
                folder.discard()
            else:
                folder.release()
        self.folders, self._taken, self._declined = [], [], False
