"""How much of each thing a file may have, far above what any recording has."""

from __future__ import annotations

import mmap
from dataclasses import dataclass, field
from typing import Final

from pipeline.media.errors import OverloadedFileError

MOST_TAGS: Final = 1_000
MOST_BOXES: Final = 200_000
"""A minute in fragments of one frame each has 30,000."""
MOST_ENTRIES: Final = 1_000_000
"""Of all indexes together, unpacked: 24 bytes each."""
MOST_CUES: Final = 20_000
MOST_TRACKS: Final = 64
MOST_EDITS: Final = 64
"""Each edit of a track may repeat its whole index."""
MOST_SCRIPT_BYTES: Final = 65_536
"""Of Flash's script data, whose names are tags."""


@dataclass
class Count:
    """How much of each thing was seen so far. What there is too much of raises OverloadedFileError."""

    seen: dict[str, int] = field(default_factory=dict)

    def __call__(self, what: str, limit: int, more: int = 1) -> None:
        """There are so many ``more`` of what there may be ``limit`` of."""
        self.seen[what] = self.seen.get(what, 0) + more
        if self.seen[what] > limit:
            raise OverloadedFileError

    def tags(self, more: int = 1) -> None:
        """There are more tags."""
        self("tags", MOST_TAGS, more)

    def box(self) -> None:
        """There is one more box, or whatever the format calls its parts."""
        self("boxes", MOST_BOXES)

    def entries(self, more: int) -> None:
        """An index has so many more entries."""
        self("entries", MOST_ENTRIES, more)


def little(data: mmap.mmap, at: int, size: int = 4) -> int:
    """The little-endian number in ``size`` bytes at ``at``."""
    return int.from_bytes(data[at : at + size], "little")
