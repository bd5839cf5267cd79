"""Pictures and clips that tests upload: small, made here, deterministic."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw


def gif(frames: int = 4, side: int = 64, seconds_per_frame: float = 0.1) -> bytes:
    """A dot that goes round; every frame differs."""
    images = []
    for index in range(frames):
        image = Image.new("RGB", (side, side), (40, 44, 60))
        left = 2 + index * (side - 12) // max(1, frames)
        ImageDraw.Draw(image).ellipse((left, side // 2, left + 8, side // 2 + 8), fill=(255, 200, 90))
        images.append(image)
    buffer = io.BytesIO()
    duration = round(seconds_per_frame * 1000)
    images[0].save(buffer, "GIF", save_all=True, append_images=images[1:], duration=duration, loop=0)
    return buffer.getvalue()


def png(side: int = 64) -> bytes:
    buffer = io.BytesIO()
    Image.linear_gradient("L").resize((side, side)).convert("RGB").save(buffer, "PNG")
    return buffer.getvalue()
