"""How far an encoding is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from pipeline.encode.spool import Frame

OnFraction = Callable[[float], None]
"""Hears how much is done, 0..1; may raise JobCancelled to stop the work."""

_SHARE_OF_A_TRY: Final = 0.5
"""Of what is left, where nobody knows how many tries a byte budget will take."""


class Headway:
    """Reports every frame that an encoder reads, so that its work can be watched and stopped at any of them."""

    def __init__(self, on_fraction: OnFraction, *, tries: int | None = None) -> None:
        """``tries``: how often the clip will be encoded, where that is known."""
        self._on_fraction = on_fraction
        self._tries_left = tries
        self._done = 0.0

    def tick(self) -> None:
        """Reports that the work goes on."""
        self._on_fraction(self._done)

    def sampled(self, frames: Iterable[Frame]) -> Iterator[Frame]:
        """The same frames, looked at beforehand; that is no progress yet."""
        for frame in frames:
            yield frame
            self.tick()

    def tried(self, frames: Iterable[Frame], count: int) -> Iterator[Frame]:
        """The same ``count`` frames, to be encoded in one more try."""
        begin = self._done
        share = _SHARE_OF_A_TRY if self._tries_left is None else 1 / max(1, self._tries_left)
        if self._tries_left is not None:
            self._tries_left -= 1
        for number, frame in enumerate(frames, 1):
            yield frame
            self._done = begin + (1 - begin) * share * number / count
            self.tick()
