"""What kind of picture some bytes are, and how it moves. Limits are checked on this, not on names."""

from __future__ import annotations

import io
import mimetypes
from dataclasses import dataclass

from PIL import Image, ImageSequence

_FORMATS = {"GIF": "image/gif", "PNG": "image/png", "WEBP": "image/webp", "JPEG": "image/jpeg", "AVIF": "image/avif"}


@dataclass(frozen=True)
class Picture:
    """``seconds``: how long one round of the animation takes; 0 for a still picture."""

    content_type: str
    width: int
    height: int
    frames: int
    seconds: float

    @property
    def animated(self) -> bool:
        return self.frames > 1


def read_picture(data: bytes) -> Picture | None:
    """The picture in these bytes, every frame decoded; None where there is none, or a broken one."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            content_type = _FORMATS[image.format or ""]
            durations = [float(frame.info.get("duration", 0)) for frame in ImageSequence.Iterator(image)]
            frames = len(durations)
            return Picture(content_type, image.width, image.height, frames, sum(durations) / 1000 * (frames > 1))
    except (OSError, KeyError, ValueError, SyntaxError):
        return None


def content_type_of(filename: str) -> str:
    """What Discord says of an upload: it goes by the ending."""
    if filename.lower().endswith(".webp"):
        return "image/webp"
    return mimetypes.guess_type(filename)[0] or "application/octet-stream"
