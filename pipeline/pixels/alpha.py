"""Alpha: between straight and premultiplied pixels, and a picture laid on one colour.

Pictures travel with straight alpha. They are resized, bent and blurred premultiplied, or colours that hide under
transparent pixels would show at the edges.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from pipeline.types.arrays import Float32Array, Pixels


def premultiply(picture: Pixels) -> Float32Array:
    """A picture, uint8 [..., 4] with straight alpha, as float32 [..., 4] in 0..255 with colours weighted by alpha."""
    pixels = picture.astype(np.float32)
    pixels[..., :3] *= pixels[..., 3:] / 255
    return pixels


def unpremultiply(pixels: Float32Array) -> Pixels:
    """The inverse of ``premultiply``: float32 [..., 4] in about 0..255 as uint8 with straight alpha, rounded.

    Filters that overshoot may leave 0..255. Where alpha is below half a level the colour means nothing, and stays dark.
    """
    alpha = pixels[..., 3:].clip(0, 255)
    colours = pixels[..., :3] * (255 / np.maximum(alpha, 0.5))
    return np.asarray(np.rint(np.concatenate([colours, alpha], axis=-1)).clip(0, 255), np.uint8)


def flatten(picture: Pixels, colour: int | Sequence[int]) -> Pixels:
    """A picture, uint8 [..., 4] with straight alpha, on one opaque colour: uint8 [..., 3], rounded.

    Args:
        colour: red, green and blue, 0..255; one number for a grey.
    """
    alpha = picture[..., 3:].astype(np.uint16)
    below = np.asarray(colour, np.uint16) * (255 - alpha)
    return np.asarray((picture[..., :3] * alpha + below + 127) // 255, np.uint8)
