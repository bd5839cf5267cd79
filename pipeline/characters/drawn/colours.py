"""Colours written "#rrggbb", compared and changed as the eye sees them."""

from __future__ import annotations

import cmath
import math

from pipeline.pixels.oklch import Oklch, from_hex, to_srgb


def to_hex(colour: Oklch) -> str:
    """ "#rrggbb" in sRGB; chroma gives way until the colour can be shown."""
    red, green, blue = to_srgb(colour)
    return f"#{red:02x}{green:02x}{blue:02x}"


def distance(first: str, second: str) -> float:
    """How different two colours look: Euclidean in OKLab; 0.02 is just visible, black to white is 1."""
    one, other = from_hex(first), from_hex(second)
    turn = math.radians(one.hue - other.hue)
    across = one.chroma**2 + other.chroma**2 - 2 * one.chroma * other.chroma * math.cos(turn)
    return math.sqrt((one.lightness - other.lightness) ** 2 + max(across, 0.0))


def hue_apart(first: str, second: str) -> float:
    """Degrees between two hues, 0..180."""
    turn = abs(from_hex(first).hue - from_hex(second).hue) % 360
    return min(turn, 360 - turn)


def shifted(colour: str, lightness: float = 0.0, chroma: float = 1.0, hue: float = 0.0) -> str:
    """The colour with lightness added, chroma multiplied and the hue turned by degrees."""
    old = from_hex(colour)
    return to_hex(Oklch(old.lightness + lightness, old.chroma * chroma, (old.hue + hue) % 360))


def blended(first: str, second: str, share: float = 0.5) -> str:
    """A colour between two ("#rrggbb"), in OKLab; ``share`` of it is the second."""
    one, other = from_hex(first), from_hex(second)
    across = (1 - share) * cmath.rect(one.chroma, math.radians(one.hue))
    across += share * cmath.rect(other.chroma, math.radians(other.hue))
    lightness = one.lightness + share * (other.lightness - one.lightness)
    return to_hex(Oklch(lightness, abs(across), math.degrees(cmath.phase(across)) % 360))
