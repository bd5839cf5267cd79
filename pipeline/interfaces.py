"""What each stage promises the conductor. A stage's package implements one of these and knows no other stage.

The conductor (``pipeline/render.py``) imports the packages when it needs them, so that heavy libraries load late.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from pipeline.types import (
    FULL,
    Character,
    FrameBatches,
    Frames,
    Framing,
    Notice,
    PoserName,
    Poses,
    PoseTrack,
    Understood,
)


@dataclass(frozen=True)
class MadeCharacter:
    """What ``pipeline.characters.make_character`` returns.

    Attributes:
        character: who.
        understood: the phrases of the prompt that were understood, topic by topic.
        ignored: words of the prompt that could not be used.
        notices: what the person should be told.
        others: further ones from the same words to choose from, the better ones first.
    """

    character: Character
    understood: tuple[Understood, ...] = ()
    ignored: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    others: tuple[Character, ...] = ()


@dataclass(frozen=True)
class MadeTrack:
    """What ``pipeline.motion.make_track`` returns.

    Attributes:
        track: the motion.
        notices: what the person should be told.
        sound: what is heard with it, an Ogg with Opus; b"" for none but that of a recording it may come from.
    """

    track: PoseTrack
    notices: tuple[Notice, ...] = ()
    sound: bytes = b""


class Poser(Protocol):
    """Character + poses -> frames. ``pipeline.posers.open_poser`` gives one for a character.

    ``framing`` says which square of the aligned picture is drawn, ``size`` how many pixels wide and high it becomes.
    """

    @property
    def name(self) -> PoserName:
        """Which poser it is, as in ``AnimojiRequest.poser``."""
        ...

    def pose(self, character: Character, poses: Poses, size: int, framing: Framing = FULL) -> Frames:
        """Stills: each pose [N, 45] on its own, everything at rest; uint8 [N, size, size, 4]."""
        ...

    def animate(self, character: Character, track: PoseTrack, size: int, framing: Framing = FULL) -> Iterator[Frames]:
        """The track in order, a few frames at a time; hair and cloth carry their motion from frame to frame."""
        ...


@dataclass(frozen=True)
class Encoded:
    """A finished file. ``frames`` and ``fps`` are what it really shows, ``size`` its width and height in pixels."""

    data: bytes
    frames: int
    fps: float
    size: int


class Composer(Protocol):
    """Frames -> frames of the same size with background and caption applied."""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the person should be told, such as letters that no font has."""
        ...

    @property
    def writes_from(self) -> float:
        """Where the caption begins, as a share of the frame's height; 1 where there is none."""
        ...

    def __call__(self, batches: FrameBatches) -> FrameBatches:
        """The composed frames, lazily: uint8 [N, size, size, 4] for each batch of the same shape."""
        ...
