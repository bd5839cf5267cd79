"""Colours as lightness, chroma and hue of OKLab, in which equal steps look equal.

After B. Ottosson (2020), https://bottosson.github.io/posts/oklab/ (the matrices are his published numbers).
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple


class Oklch(NamedTuple):
    """lightness 0..1, chroma 0..about 0.35, hue in degrees 0..360."""

    lightness: float
    chroma: float
    hue: float

    def toward_hue(self, hue: float, share: float) -> float:
        """This hue turned by ``share`` of the shorter way to ``hue``."""
        return (self.hue + ((hue - self.hue + 180) % 360 - 180) * share) % 360


@lru_cache(1024)
def from_hex(colour: str) -> Oklch:
    """The colour "#rrggbb" (sRGB)."""
    red, green, blue = (_to_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def to_srgb(colour: Oklch, slack: float = 0.0005, step: float = 0.94, most_steps: int = 40) -> tuple[int, int, int]:
    """Red, green and blue, 0..255. Chroma gives way until the colour can be shown.

    Args:
        slack: how far a linear channel may lie outside 0..1 and still be cut off.
        step: what chroma is multiplied by each time; nearer to 1 keeps more of it.
        most_steps: after so many the rest is cut off: a colour next to white or black keeps a tint.
    """
    lightness, chroma, hue = colour
    lightness = min(max(lightness, 0.0), 1.0)
    for _ in range(most_steps):
        channels = _to_linear_rgb(lightness, chroma, hue)
        if min(channels) >= -slack and max(channels) <= 1 + slack:
            break
        chroma *= step
    red, green, blue = (round(255 * _to_gamma(min(max(channel, 0.0), 1.0))) for channel in channels)
    return red, green, blue


def _to_linear_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _to_gamma(value: float) -> float:
    return float(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)
