"""The spool: a clip's frames on disk, so that an encoder can look at them more than once in little memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from types import TracebackType

import numpy as np

from pipeline.types import FrameBatches, Pixels

HAZE: int = 6
"""Alpha below this (of 255) is invisible dirt that costs bytes: it becomes fully transparent."""

Frame = Pixels
"""One picture: uint8 [H, W, 4], straight alpha."""


class FrameSpool:
    """Frames of one size in an unnamed temporary file, which vanishes when the spool closes (or the process dies).

    Only the rectangle that is not transparent is stored. Use it in a ``with`` statement.
    """

    def __init__(self) -> None:
        # It lives as long as the spool: closed in __exit__.
        self._file = tempfile.TemporaryFile(prefix="animemoji-", buffering=0)  # noqa: SIM115
        self._entries: list[tuple[int, int, int, int, int]] = []
        self.shape: tuple[int, int] = (0, 0)
        """Height and width of the frames in pixels; (0, 0) while there are none."""
        self.opaque = True
        """Whether no pixel of any frame lets anything through."""

    def __enter__(self) -> FrameSpool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._entries)

    def fill(self, batches: FrameBatches) -> None:
        """Store all frames, haze removed."""
        end = 0
        for batch in batches:
            for frame in batch:
                end = self._append(frame, end)

    def begin_with(self, first: int) -> None:
        """Let the loop begin with its frame number ``first``; those before it come last."""
        self._entries = self._entries[first:] + self._entries[:first]

    def _append(self, frame: Frame, end: int) -> int:
        height, width = frame.shape[:2]
        if not self._entries:
            self.shape = (height, width)
        elif self.shape != (height, width):
            raise ValueError(f"a frame of {width}x{height} pixels among frames of {self.shape[1]}x{self.shape[0]}")
        visible = frame[..., 3] >= HAZE
        self.opaque = self.opaque and bool((frame[..., 3] == 255).all())
        rows, columns = np.flatnonzero(visible.any(axis=1)), np.flatnonzero(visible.any(axis=0))
        if not len(rows):
            self._entries.append((end, 0, 0, 0, 0))
            return end
        top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
        part = frame[top:bottom, left:right] * visible[top:bottom, left:right, None]
        self._entries.append((end, top, bottom, left, right))
        self._file.write(part.tobytes())
        return end + part.nbytes

    def frame(self, index: int) -> Frame:
        """The frame at ``index``, uint8 [H, W, 4]; transparent pixels are all zero."""
        start, top, bottom, left, right = self._entries[index]
        frame: Frame = np.zeros((*self.shape, 4), np.uint8)
        if bottom > top:
            self._file.seek(start)
            count = (bottom - top) * (right - left) * 4
            part = np.frombuffer(self._file.read(count), np.uint8)
            frame[top:bottom, left:right] = part.reshape(bottom - top, right - left, 4)
        return frame

    def frames(self, indices: Iterable[int]) -> Iterator[Frame]:
        """The frames at ``indices``, one at a time."""
        return map(self.frame, indices)
