"""What is measured of networks: asked once for each, and kept."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Slot

from nnreg_gui.engine.network import Parameters
from nnreg_gui.engine.questions.question import Network, Question
from nnreg_gui.pages.asking import Questions
from nnreg_gui.pages.latest import Latest

Value = TypeVar("Value")
_MOST_KEPT = 24  # networks; what is forgotten is measured again


class PerNetwork(Latest[Iterable[Value]], Generic[Value]):
    """Asks at most one question at a time; after a failure, nothing more until `try_again()`.

    Args:
        questions: answers them.
        make: returns the question about some networks of one data set; its answer has a part for each.
        most: how many networks one question may be about; None: any number.
    """

    def __init__(
        self,
        questions: Questions,
        make: Callable[[tuple[Network, ...]], Question[Iterable[Value]]],
        parent: QObject | None = None,
        *,
        most: int | None = None,
    ) -> None:
        super().__init__(questions, parent)
        self._make, self._most = make, most
        self._measured: tuple[Network, ...] = ()  # by the present question
        # By the identity of the parameters, which are kept as well: while they are, no others can have it.
        self._known: dict[int, tuple[Parameters, Value]] = {}
        self.answered.connect(self._remember)

    def of(self, network: Network) -> Value | None:
        """Return what is known about a network."""
        known = self._known.get(id(network.parameters))
        return known[1] if known is not None else None

    def want(self, networks: Sequence[Network]) -> None:
        """Measure those of these networks that are not measured yet; call it again on `changed`."""
        missing = [network for network in networks if self.of(network) is None]
        if missing and not self.waits and self.problem is None:
            alike = [network for network in missing if network.dataset == missing[0].dataset]
            self._measured = tuple(alike[: self._most])
            self.ask(self._make(self._measured))

    def forget(self) -> None:
        """Forget what is known and asked: the question is another one now."""
        self.withdraw()
        self.try_again()
        self._known.clear()

    @Slot(object)
    def _remember(self, answer: Iterable[Value]) -> None:
        for network, value in zip(self._measured, answer, strict=True):
            self._known[id(network.parameters)] = network.parameters, value
        while len(self._known) > max(_MOST_KEPT, len(self._measured)):
            del self._known[next(iter(self._known))]
