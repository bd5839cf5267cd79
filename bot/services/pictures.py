"""Small pictures for lists."""

from __future__ import annotations

import io

PORTRAIT_SIZE = 160
"""Pixels."""


def portrait_of(data: bytes) -> bytes | None:
    """The first picture of an animation as a small WebP; None for a film. Call it in a thread: it takes a while."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as animation:
            picture = animation.convert("RGBA").resize((PORTRAIT_SIZE, PORTRAIT_SIZE), Image.Resampling.LANCZOS)
    except UnidentifiedImageError:
        return None
    small = io.BytesIO()
    picture.save(small, "WEBP", quality=85)
    return small.getvalue()
