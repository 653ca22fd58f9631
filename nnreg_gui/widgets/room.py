"""How much room a page has, which decides what it leaves out and where it is short of words."""

from enum import IntEnum

from PySide6.QtWidgets import QWidget


class Room(IntEnum):
    """A page's room, by its size in lines of text; no part of a page measures itself.

    With the panel and the list of runs around it, a page on 1280×720 has `FULL` room at 100 %, and on 1920×1080 at
    150 %, too; `COMPACT` is what 150 to 200 % leave there, `TINY` what 250 % leave, and `LARGE` a page on 1920×1080.
    """

    TINY = 0
    COMPACT = 1
    FULL = 2
    LARGE = 3

    @classmethod
    def of(cls, width: float, height: float) -> "Room":
        """Return how much room this is.

        Args:
            width: in lines of text.
            height: in lines of text.
        """
        if height < 15:
            return cls.TINY
        if height < 24 or width < 52:
            return cls.COMPACT
        return cls.FULL if height < 33 or width < 70 else cls.LARGE


class Roomy:
    """Mixed into a widget that says or shows less where a page has less room.

    Attributes:
        room: how much there is.
        full_from: with less room than this, words are short.
    """

    room = Room.FULL
    full_from = Room.FULL

    @property
    def compact(self) -> bool:
        """Whether there is too little room for long words."""
        return self.room < self.full_from

    def follow_room(self) -> None:
        """Say and show as much as `room` lets, which has changed."""


def tell_room(widget: QWidget, room: Room) -> None:
    """Tell a widget, and everything in it, how much room there is."""
    parts = [one for one in (widget, *widget.findChildren(QWidget)) if isinstance(one, Roomy) and one.room != room]
    for part in parts:
        part.room = room  # of all, before any of them says something on another
    for part in parts:
        part.follow_room()
