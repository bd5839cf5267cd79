"""What is asked of a distillation, and how good the student is that comes of it; the same for a preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pipeline.types.character import Character

FLOOR: Final = 29.0
"""dB of the figure in poses that a student did not learn from, below which it is not used; Talking Head Anime's own
256 px, enlarged, have 24-28."""


@dataclass(frozen=True)
class DistilRequest:
    """Make the student of this picture character, and put it where ``--poser auto`` finds it.

    Attributes:
        character: one with a picture.
        seconds: how long it may take, from the picture to the file.
        seed: decides which poses the teacher is asked for.
    """

    character: Character
    seconds: float
    seed: int = 0

    @property
    def gives(self) -> type[Judgement]:
        """What becomes of it."""
        return Judgement

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it reads: none."""
        return ()

    def with_files(self, _files: Sequence[Path]) -> DistilRequest:
        """The same request."""
        return self


@dataclass(frozen=True)
class PreviewRequest:
    """Bake the preview of this picture character."""

    character: Character

    @property
    def gives(self) -> type[Preview]:
        """What becomes of it."""
        return Preview

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it reads: none."""
        return ()

    def with_files(self, _files: Sequence[Path]) -> PreviewRequest:
        """The same request."""
        return self


@dataclass(frozen=True)
class Preview:
    """What a page shows of a picture character that has no student: a student's file, coarser and made in seconds."""

    data: bytes


@dataclass(frozen=True)
class Psnr:
    """Peak signal-to-noise ratios in dB, means over frames: of the whole picture, of the figure in it, of its head."""

    whole: float
    figure: float
    head: float


@dataclass(frozen=True)
class Judgement:
    """How close a student comes to its teacher in poses that it did not learn from.

    Attributes:
        psnr: of premultiplied sRGB with alpha.
        worst: the figure's PSNR in the worst frame.
        ssim: structural similarity on white, 0..1.
        frames: how many poses.
    """

    psnr: Psnr
    worst: float
    ssim: float
    frames: int

    @property
    def is_usable(self) -> bool:
        """Whether the student is close enough to its teacher to be shown."""
        return self.psnr.figure >= FLOOR
