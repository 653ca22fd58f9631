"""The augmented training images of an epoch: prepares the next ones while the present ones train."""

from typing import TYPE_CHECKING, Self

import numpy as np

from nnreg_gui.engine.augmentation import Augmenter, draw
from nnreg_gui.engine.experiment import AugmentationSpec

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

_AHEAD = 2  # pieces to prepare in advance


class UpcomingImages:
    """Prepares pieces of an epoch in a thread; a context manager, which ends it.

    What an image draws depends on the run's stream for augmentation, the epoch and the image's place in it, not on when
    it is prepared or whether augmentation was off before.
    """

    def __init__(self, images: np.ndarray, at_once: int, random: "np.random.Generator") -> None:
        self._images, self._at_once, self._random = images, at_once, random
        self._thread: ThreadPoolExecutor | None = None  # none if always off; two would slow training more
        self._order = np.empty(0, np.intp)
        self._seed = 0
        self._spec = AugmentationSpec()
        self._jobs: dict[int, Future[np.ndarray]] = {}
        self._augmenter: Augmenter | None = None  # the thread's

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._forget()
        if self._thread is not None:
            self._thread.shutdown()

    def begin_epoch(self, order: np.ndarray) -> None:
        """Take the training images in this order from now on, with their own random numbers."""
        self._forget()
        self._order, self._seed = order, int(self._random.integers(2**62))

    def take(self, start: int, spec: AugmentationSpec) -> np.ndarray:
        """Return the changed images from this place of the order on; float32, (at most `at_once`, pixels).

        A spec that differs from the last call's takes effect at once: pieces prepared in advance are prepared again.
        """
        if spec != self._spec:
            self._forget()
            self._spec = spec
        for ahead in range(_AHEAD + 1):
            self._prepare(start + ahead * self._at_once)
        return self._jobs.pop(start).result()

    def _prepare(self, start: int) -> None:
        if start in self._jobs or start >= len(self._order):
            return
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor  # here, because it would delay the window's start

            self._thread = ThreadPoolExecutor(1, "augmentation")
        self._jobs[start] = self._thread.submit(
            self._prepared, self._order[start : start + self._at_once], (self._seed, start), self._spec
        )

    def _forget(self) -> None:
        for job in self._jobs.values():
            job.cancel()
        self._jobs.clear()

    def _prepared(self, rows: np.ndarray, seed: tuple[int, int], spec: AugmentationSpec) -> np.ndarray:
        """Draw and change images, in the thread."""
        shape = self._images.shape[1:]
        if self._augmenter is None:
            self._augmenter = Augmenter(shape, self._at_once)
        drawn = draw(spec, len(rows), shape, np.random.default_rng(seed))
        images = self._images.take(rows, 0)
        return self._augmenter.apply(images, drawn, images).reshape(len(rows), -1)
