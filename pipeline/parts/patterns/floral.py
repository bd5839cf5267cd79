"""Flowers and leaves, strewn."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.outfits.patterns import Ground, round_shape
from pipeline.parts.records import PatternStyle
from pipeline.types.spec import Pattern


def draw(ground: Ground) -> None:
    """Flowers and leaves, strewn."""
    places = ground.scattered(58.0, 0.16)
    green = ground.tones.look.paint(0.62 if ground.ramp.lch.lightness > 0.5 else 0.72, 0.09, 145)
    leaf = np.array([(7.0, 8.0), (15.0, 9.0), (20.0, 17.0), (11.0, 16.0)])
    ground.strew(leaf, places[::2], green, (0, 2))
    angle = np.linspace(0, 2 * np.pi, 11)[:-1]
    reach = np.where(np.arange(10) % 2 == 0, 13.5, 9.5)[:, None]
    petals = np.column_stack([np.cos(angle), np.sin(angle)]) * reach
    ground.strew(petals, places, ground.contrast)
    ground.strew(round_shape(3.8), places, ground.tones.look.paint(0.84, 0.14, 88))


PART: Final = PatternStyle(
    Pattern.FLORAL,
    draw=draw,
    words={
        "en": "floral print, floral, flower print, floral pattern, flowery, flower pattern, hibiscus print, hawaiian print",
        "ja": "花柄, 花模様, 小花柄, アロハ柄",
    },
)
