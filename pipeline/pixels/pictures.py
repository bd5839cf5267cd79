"""A character's picture as pixels."""

from __future__ import annotations

import io

import numpy as np

from pipeline.types.arrays import Pixels


def picture_pixels(picture: bytes) -> Pixels:
    """The pixels of a picture file as the pipeline keeps it: uint8 [H, W, 4], straight alpha."""
    from PIL import Image

    with Image.open(io.BytesIO(picture)) as image:
        return np.asarray(image.convert("RGBA"))
