"""What stands behind a character and what is written on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.compose.errors import BackgroundError, CaptionError
from pipeline.interfaces import Composer
from pipeline.types import FrameBatches, Frames, Notice, notice

if TYPE_CHECKING:
    from pipeline.compose.background import Background
    from pipeline.compose.blend import Overlay

__all__ = ["BackgroundError", "CaptionError", "make_composer"]


def make_composer(background: str, caption: str, size: int, fps: float) -> Composer:
    """What puts ``background`` behind and ``caption`` on frames of ``size`` pixels.

    Args:
        background: "transparent", a colour (name, #rgb or #rrggbb), or a scene or pattern of
            ``pipeline.compose.background``; a pattern may name its colour, as in "dots:skyblue".
        caption: at most 60 characters; "" for none.
        size: width and height of the frames in pixels.
        fps: frames per second, for backgrounds that move.

    Raises:
        BackgroundError: there is no such background.
        CaptionError: the caption is too long.
    """
    from pipeline.compose.background import make_background
    from pipeline.compose.caption import left_out, make_caption

    missing = left_out(caption)
    notices = (notice("notice.caption_left_out", characters=" ".join(missing)),) if missing else ()
    return _Composer(make_background(background, size, fps), make_caption(caption, size), notices)


@dataclass(frozen=True)
class _Composer:
    background: Background | None
    caption: Overlay | None
    notices: tuple[Notice, ...]

    def __call__(self, batches: FrameBatches) -> Iterator[Frames]:
        from pipeline.compose.blend import over_opaque

        shown = 0
        for batch in batches:
            composed = batch
            if self.background is not None:
                pairs = ((frame, self.background(shown + number)) for number, frame in enumerate(batch))
                composed = np.stack([over_opaque(frame, behind) for frame, behind in pairs])
            if self.caption is not None:
                composed = self.caption.over(composed)
            shown += len(batch)
            yield composed
