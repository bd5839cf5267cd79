"""Single colours as lightness, chroma and hue of OKLab, in which equal steps look equal (OKLCh).

Source: B. Ottosson, "A perceptual color space for image processing", 2020, https://bottosson.github.io/posts/oklab/.
The matrices are his published numbers. ``oklab`` beside this module does whole arrays.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, NamedTuple

Row = tuple[float, float, float]
Matrix = tuple[Row, Row, Row]

RGB_TO_LMS: Final[Matrix] = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
"""Linear sRGB to the responses of the eye's long, medium and short cones; each row gives one of these."""
LMS_TO_LAB: Final[Matrix] = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
"""Cube roots of these responses to OKLab's lightness and two opponent axes."""
_LAB_TO_LMS: Final[Matrix] = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_LMS_TO_RGB: Final[Matrix] = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


class Oklch(NamedTuple):
    """lightness 0..1, chroma 0..about 0.35, hue in degrees 0..360."""

    lightness: float
    chroma: float
    hue: float

    def toward_hue(self, hue: float, share: float) -> float:
        """The hue turned by ``share`` of the shorter way to ``hue``."""
        return (self.hue + ((hue - self.hue + 180) % 360 - 180) * share) % 360


@lru_cache(1024)
def from_hex(colour: str) -> Oklch:
    """The colour "#rrggbb" (sRGB)."""
    red, green, blue = (_to_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long, medium, short = (cone ** (1 / 3) for cone in _times(RGB_TO_LMS, (red, green, blue)))
    lightness, a, b = _times(LMS_TO_LAB, (long, medium, short))
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
    long, medium, short = (root**3 for root in _times(_LAB_TO_LMS, (lightness, a, b)))
    return _times(_LMS_TO_RGB, (long, medium, short))


def _times(matrix: Matrix, vector: Row) -> Row:
    x, y, z = vector
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z


def _to_linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _to_gamma(value: float) -> float:
    return float(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)
