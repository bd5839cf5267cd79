from __future__ import annotations

import math

import numpy as np

from pipeline.pixels.oklab import oklab
from pipeline.pixels.oklch import from_hex


def test_arrays_and_single_colours_agree() -> None:
    colours = ["#000000", "#ffffff", "#ff0000", "#3d6fb8", "#8e7cc3", "#01fe7a"]
    rgb = np.array([list(bytes.fromhex(colour[1:])) for colour in colours], np.float32)
    for colour, (lightness, a, b) in zip(colours, oklab(rgb), strict=True):
        single = from_hex(colour)
        turn = math.radians(single.hue)
        expected = (single.lightness, single.chroma * math.cos(turn), single.chroma * math.sin(turn))
        np.testing.assert_allclose((lightness, a, b), expected, atol=1e-5)
