"""A clip as one rung of a ladder shows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.encode.budget import Rung
from pipeline.encode.headway import Headway
from pipeline.encode.resize import resize, scaled
from pipeline.encode.spool import Frame, FrameSpool
from pipeline.encode.timing import Timing, timing
from pipeline.types import Output


@dataclass(frozen=True)
class Cut:
    """Which frames of a spooled clip are shown, for how long, and how large.

    Attributes:
        times: which, and how long each stays.
        size: width and height in pixels.
    """

    times: Timing
    size: int

    @classmethod
    def of(cls, spool: FrameSpool, fps: float, output: Output, rung: Rung) -> Cut:
        """What of a clip drawn at ``fps`` is left on this rung of the way to ``output``."""
        return cls(timing(len(spool), fps, rung.fps), scaled(output.size, rung.scale))

    def frames(self, spool: FrameSpool, headway: Headway) -> Iterator[Frame]:
        """The frames, uint8 [size, size, 4], straight alpha, one at a time."""
        tried = headway.tried(spool.frames(self.times.picks), len(self.times))
        return (resize(frame, self.size) for frame in tried)
