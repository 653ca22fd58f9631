"""Images seen through a change of coordinates: one bilinear resampling, whatever it composes."""

import numpy as np

_MARGIN = 1  # pixels of background before the image; two follow it, because a pixel's neighbour is read, too


class Warp:
    """Resamples pieces of images, in arrays allocated once (so never for two threads at a time).

    Coordinates are relative to the middle of the image, x to the right and y down, in pixels. Outside the image is
    background, 0.
    """

    def __init__(self, most_images: int, height: int, width: int) -> None:
        self._height, self._width = height, width
        rows, columns = height + _MARGIN + 2, width + _MARGIN + 2
        self._stride = np.float32(columns)
        self._padded = np.zeros((most_images, rows, columns), np.float32)
        self._flat = self._padded.reshape(-1)
        self._corners = (0, 1, columns, columns + 1)  # offsets of the four neighbours from the first, in `_flat`
        self._middle = np.array([width - 1, height - 1], np.float32) / 2
        # Coordinates of the target's pixels, and 1 for the constant term: (3, pixels).
        y, x = np.mgrid[:height, :width].reshape(2, -1).astype(np.float32)
        self._targets = np.stack([x - self._middle[0], y - self._middle[1], np.ones_like(x)])
        self._first = np.arange(most_images, dtype=np.float32)[:, None] * (rows * columns)
        floats = [np.empty((most_images, height * width), np.float32) for _ in range(8)]
        self._x, self._y, self._whole_x, self._whole_y, *self._neighbours = floats
        self._place, self._index = (np.empty((most_images, height * width), kind) for kind in (np.int32, np.intp))

    def __call__(
        self, images: np.ndarray, matrices: np.ndarray, displacements: np.ndarray | None, out: np.ndarray
    ) -> np.ndarray:
        """Fill each pixel of the target from its place in the source.

        Args:
            images: float32, (k, height, width), k ≤ most_images.
            matrices: float32, (k, 2, 3): the place (x, y) in the source is matrix · (x, y, 1) of the target.
            displacements: float32, (k, 2, pixels), added to x and y in the source, or None.
            out: float32, (k, height, width), contiguous; written.
        """
        k = len(images)
        self._padded[:k, _MARGIN:-2, _MARGIN:-2] = images
        by_axis = np.ascontiguousarray(matrices.swapaxes(0, 1))
        by_axis[:, :, 2] += self._middle[:, None] + np.float32(_MARGIN)  # from the middle to the padded source's corner
        x, y = self._x[:k], self._y[:k]
        for axis, (coordinate, size) in enumerate(((x, self._width), (y, self._height))):
            np.dot(by_axis[axis], self._targets, out=coordinate)
            if displacements is not None:
                coordinate += displacements[:, axis]
            np.clip(coordinate, 0, np.float32(size + _MARGIN), out=coordinate)
        return self._interpolate(x, y, out)

    def _interpolate(self, x: np.ndarray, y: np.ndarray, out: np.ndarray) -> np.ndarray:
        """Write the images at these places of the padded source; x and y become their fractional parts."""
        k = len(x)
        whole_x, whole_y = np.floor(x, out=self._whole_x[:k]), np.floor(y, out=self._whole_y[:k])
        x -= whole_x
        y -= whole_y
        whole_y *= self._stride
        whole_y += whole_x
        whole_y += self._first[:k]  # exact: far below 2²⁴
        self._place[:k] = whole_y  # via int32: converting straight to the index type takes three times as long
        index = self._index[:k]
        index[:] = self._place[:k]
        above_left, above_right, below_left, below_right = (
            self._flat[behind:].take(index, out=neighbour[:k], mode="wrap")  # nothing wraps; "raise" would buffer
            for behind, neighbour in zip(self._corners, self._neighbours, strict=True)
        )
        above = _between(above_left, above_right, x, above_left)
        below = _between(below_left, below_right, x, below_left)
        _between(above, below, y, out.reshape(k, -1))
        return out


def _between(start: np.ndarray, end: np.ndarray, share: np.ndarray, out: np.ndarray) -> np.ndarray:
    """Write start + share · (end − start), at share 0 the start bit for bit; `end` is overwritten."""
    end -= start
    end *= share
    return np.add(start, end, out)
