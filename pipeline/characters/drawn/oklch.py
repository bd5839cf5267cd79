"""Colours as lightness, chroma and hue of OKLab (B. Ottosson, 2020), in which equal steps look equal."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import NamedTuple


class Oklch(NamedTuple):
    """lightness 0..1, chroma 0..about 0.32, hue in degrees 0..360."""

    lightness: float
    chroma: float
    hue: float


@lru_cache(1024)
def to_oklch(colour: str) -> Oklch:
    """The colour "#rrggbb" (sRGB)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360)


def to_hex(colour: Oklch) -> str:
    """ "#rrggbb" in sRGB; chroma gives way until the colour can be shown."""
    lightness, chroma, hue = colour
    lightness = min(max(lightness, 0.0), 1.0)
    for _ in range(40):
        channels = _channels(lightness, chroma, hue)
        if all(-0.0005 <= channel <= 1.0005 for channel in channels):
            break
        chroma *= 0.94
    return "#" + "".join(f"{round(255 * _gamma(min(max(channel, 0.0), 1.0))):02x}" for channel in channels)


def distance(first: str, second: str) -> float:
    """How different two colours look: Euclidean in OKLab; 0.02 is just visible, black to white is 1."""
    one, other = to_oklch(first), to_oklch(second)
    turn = math.radians(one.hue - other.hue)
    across = one.chroma**2 + other.chroma**2 - 2 * one.chroma * other.chroma * math.cos(turn)
    return math.sqrt((one.lightness - other.lightness) ** 2 + max(across, 0.0))


def hue_apart(first: str, second: str) -> float:
    """Degrees between two hues, 0..180."""
    turn = abs(to_oklch(first).hue - to_oklch(second).hue) % 360
    return min(turn, 360 - turn)


def shifted(colour: str, lightness: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> str:
    """The colour with lightness added, chroma multiplied and the hue turned by degrees."""
    old = to_oklch(colour)
    return to_hex(Oklch(old.lightness + lightness, old.chroma * chroma, (old.hue + hue) % 360))


def _channels(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _gamma(value: float) -> float:
    return 12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
