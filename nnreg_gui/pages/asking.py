"""What pages ask for: a question gets a reply, a search another kind; no page knows who answers."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject

from nnreg_gui.replies import Answer, Reply, SearchReply

if TYPE_CHECKING:
    from nnreg_gui.engine.questions.question import Question  # not at startup, which it would slow down
    from nnreg_gui.engine.searches.search import Search


class Questions(Protocol):
    """Answers questions about trained networks."""

    def ask(self, question: "Question[Answer]", parent: QObject) -> Reply[Answer]:
        """Answer a question after those before it; the reply dies with its parent."""


class Searches(Protocol):
    """Trains many experiments."""

    def begin(self, search: "Search", page: str, parent: QObject) -> SearchReply:
        """Begin a search for this page after those before it have ended; the reply dies with its parent."""

    def set_cluster(self, address: str) -> None:
        """Train on the cluster of the dask scheduler at this address, or, if it is empty, on this computer."""
