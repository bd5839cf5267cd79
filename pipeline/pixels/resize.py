"""Pictures with alpha at another size, without dark or light fringes."""

from __future__ import annotations

import numpy as np

from pipeline.pixels.alpha import premultiply, unpremultiply
from pipeline.types.arrays import Float32Array, Pixels

Box = tuple[float, float, float, float]
"""Left, top, right and bottom in pixels; parts of pixels count."""


def crop_and_resize(picture: Pixels, box: Box, size: int) -> Pixels:
    """A square of a picture, uint8 [H, W, 4], as uint8 [size, size, 4], with Lanczos' filter; straight alpha."""
    from PIL import Image

    premultiplied = Image.fromarray(picture).convert("RGBa")
    return np.asarray(premultiplied.resize((size, size), Image.Resampling.LANCZOS, box).convert("RGBA"))


def shrink(picture: Pixels, scale: float) -> Pixels:
    """A picture, uint8 [H, W, 4] with straight alpha, ``scale`` (below 1) times as large; pixels are means of areas."""
    return unpremultiply(shrink_premultiplied(premultiply(picture), scale))


def shrink_premultiplied(pixels: Float32Array, scale: float) -> Float32Array:
    """The same of premultiplied pixels, float32 [H, W, 4]; no side becomes shorter than one pixel."""
    import cv2

    height, width = pixels.shape[:2]
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.float32)
