"""What stands behind a character and what is written on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.compose.errors import BackgroundError, CaptionError
from pipeline.interfaces import Composer
from pipeline.types import FrameBatches, Frames, Notice, Outline, notice

if TYPE_CHECKING:
    from pipeline.compose.background import Background
    from pipeline.compose.blend import Overlay

__all__ = ["BackgroundError", "CaptionError", "make_composer"]


def make_composer(background: str, caption: str, size: int, fps: float, outline: Outline = Outline.NONE) -> Composer:
    """What puts ``background`` behind, ``outline`` around and ``caption`` on frames of ``size`` pixels.

    Args:
        background: "transparent", a colour (name, #rgb or #rrggbb), or a scene or pattern of
            ``pipeline.compose.background``; a pattern may name its colour, as in "dots:skyblue".
        caption: at most 60 characters; "" for none.
        size: width and height of the frames in pixels.
        fps: frames per second, for backgrounds that move.
        outline: the border around the figure.

    Raises:
        BackgroundError: there is no such background.
        CaptionError: the caption is too long.
    """
    from pipeline.compose.background import make_background
    from pipeline.compose.caption import left_out, make_caption
    from pipeline.compose.outline import is_outlined

    missing = left_out(caption)
    notices = (notice("notice.caption_left_out", characters=" ".join(missing)),) if missing else ()
    behind = make_background(background, size, fps)
    border = is_outlined(outline, size, on_nothing=behind is None)
    return _Composer(behind, border, size, make_caption(caption, size), notices)


@dataclass(frozen=True)
class _Composer:
    background: Background | None
    border: bool
    size: int
    caption: Overlay | None
    notices: tuple[Notice, ...]

    @property
    def writes_from(self) -> float:
        """Where the caption begins, as a share of the frame's height; 1 where there is none."""
        return 1.0 if self.caption is None else self.caption.top / self.size

    def __call__(self, batches: FrameBatches) -> Iterator[Frames]:
        from pipeline.compose.blend import over_opaque
        from pipeline.compose.outline import outlined

        shown = 0
        for batch in batches:
            composed = outlined(batch) if self.border else batch
            if self.background is not None:
                pairs = ((frame, self.background(shown + number)) for number, frame in enumerate(composed))
                composed = np.stack([over_opaque(frame, behind) for frame, behind in pairs])
            if self.caption is not None:
                composed = self.caption.over(composed)
            shown += len(batch)
            yield composed
