"""Whom pages ask: a question gets a reply, a search another one. Who answers, no page knows."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from nnreg_gui.replies import Answer, Reply, SearchReply

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # not at the window's start, which it would delay
    from nnreg_gui.engine.searches.search import Search


class Questions(Protocol):
    """Answers questions about trained networks."""

    def ask(self, question: "Question[Answer]", parent: QObject) -> Reply[Answer]:
        """Answer a question as soon as those before it are; the reply dies with its parent."""


class Searches(Protocol):
    """Trains many experiments."""

    def begin(self, search: "Search", page: str, parent: QObject) -> SearchReply:
        """Begin a search for this page as soon as those before it are over; the reply dies with its parent."""

    def set_cluster(self, address: str) -> None:
        """Train on the cluster of the dask scheduler at this address, or (empty) on this computer."""
