"""Colour: OKLCH ramps, so that every shadow is a colour of its own and no shade of grey."""

from __future__ import annotations

import math
from dataclasses import dataclass

from pipeline.pixels.oklch import Oklch, from_hex, to_srgb

Colour = tuple[int, int, int, int]
"""sRGB red, green, blue and straight alpha, 0..255 each."""

WHITE: Colour = (255, 255, 255, 255)


def lch(lightness: float, chroma: float, hue: float, alpha: float = 1.0) -> Colour:
    """An sRGB colour from OKLCH numbers; ``alpha`` 0..1."""
    red, green, blue = to_srgb(Oklch(lightness, chroma, hue), slack=0.003, step=0.92, most_steps=24)
    return red, green, blue, round(255 * alpha)


def fade(colour: Colour, alpha: float) -> Colour:
    """The colour with its alpha multiplied by ``alpha``."""
    return colour[0], colour[1], colour[2], round(colour[3] * alpha)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """``share`` 0 is the first colour, 1 the second; blended in sRGB."""
    red, green, blue, alpha = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue, alpha


def apart(colour: Colour, ground: Colour) -> Colour:
    """The colour, or where it would hardly be told from the ground, a much darker one of its hue; on dark ground a
    lighter one.
    """
    own, under = (from_hex("#{:02x}{:02x}{:02x}".format(*paint[:3])) for paint in (colour, ground))
    turned = math.radians(own.hue - under.hue)
    hues = own.chroma**2 + under.chroma**2 - 2 * own.chroma * under.chroma * math.cos(turned)
    if math.hypot(own.lightness - under.lightness, math.sqrt(max(hues, 0.0))) >= _TOLD_APART:
        return colour
    dark = under.lightness < _DARK_GROUND
    lightness = under.lightness + 0.36 if dark else max(under.lightness - 0.28, 0.18)
    return lch(lightness, own.chroma, own.hue, colour[3] / 255)


_TOLD_APART = 0.16
"""Distance in OKLab from which two colours are told apart at a glance."""
_DARK_GROUND = 0.4
_VIOLET = 295.0
_WARM = 85.0
_RED = 25.0
_DIM = 0.47
"""Lightness of skin below which ink would drown: vivid looks lift it."""
_WARMED = 0.56
"""Lightness of skin below which looks that glow make it lighter and warmer."""


@dataclass(frozen=True)
class Look:
    """How a finish treats colour.

    Attributes:
        contrast: how far shadow and light stand apart; 1 for cel.
        wash: how far paint thins out toward white paper, 0..1.
        ink: how far ink keeps its darkness; the rest is the material's own shadow.
        graphite: how far ink turns to pencil grey, 0..1.
        vivid: how colourful light on hair and shadow on skin are (see ``Art``), 0..1.
        glow: how much lighter the darkest skin is (see ``Art``), 0..1.
        fine: how far ink on cloth and light skin is but a darker tone of its colour, 0..1.
    """

    contrast: float = 1.0
    wash: float = 0.0
    ink: float = 1.0
    graphite: float = 0.0
    vivid: float = 0.0
    glow: float = 0.0
    fine: float = 0.0

    def paint(self, lightness: float, chroma: float, hue: float) -> Colour:
        """A paint of this look."""
        lightness = min(lightness, 1.0)
        return lch(lightness + (0.985 - lightness) * self.wash, chroma * (1 - 0.55 * self.wash), hue)

    def line(self, lightness: float, chroma: float, hue: float, shadow: float) -> Colour:
        """An ink of this look; ``shadow`` is the lightness of the material's shadow."""
        lightness = shadow + (lightness - shadow) * self.ink
        grey = self.graphite
        return lch(lightness + (0.36 - lightness) * grey, chroma * (1 - grey) + 0.015 * grey, hue)


CEL = Look()
SOFT = Look(contrast=0.78, ink=0.76)
SKETCH = Look(contrast=0.7, wash=0.5, graphite=0.75)


@dataclass(frozen=True)
class Ramp:
    """One material in light and shadow. ``line`` is its ink."""

    lch: Oklch
    shine: Colour
    light: Colour
    base: Colour
    shade: Colour
    deep: Colour
    dark: Colour
    line: Colour

    @classmethod
    def cloth(cls, text: str, look: Look = CEL) -> Ramp:
        """Cloth, metal, plastic: shadows turn toward violet, light toward warm."""
        c = from_hex(text)
        step = (0.095 if c.lightness > 0.45 else 0.07) * look.contrast
        light, chroma, paint = c.lightness, c.chroma, look.paint
        ink = max(0.20, min(light * 0.42, 0.42))
        ink += look.fine * (max(0.20, light * 0.60 - 0.03) - ink)
        return cls(
            lch=c,
            shine=paint(min(0.99, light + 0.20), chroma * 0.5, c.toward_hue(_WARM, 0.12)),
            light=paint(min(0.985, light + 0.055), chroma * 0.95, c.toward_hue(_WARM, 0.06)),
            base=paint(light, chroma, c.hue),
            shade=paint(light - step, chroma * 1.03 + 0.008, c.toward_hue(_VIOLET, 0.10)),
            deep=paint(light - 1.9 * step, chroma * 1.03 + 0.012, c.toward_hue(_VIOLET, 0.18)),
            dark=paint(light - 2.8 * step, chroma + 0.012, c.toward_hue(_VIOLET, 0.26)),
            line=look.line(
                ink,
                min(chroma * (0.9 + 0.15 * look.fine) + 0.02, 0.09 + 0.05 * look.fine),
                c.toward_hue(20, 0.25 - 0.15 * look.fine),
                light - 0.28,
            ),
        )

    @classmethod
    def hair(cls, text: str, look: Look = CEL) -> Ramp:
        """Hair: like cloth, with more light; ink turns to navy for cool hair, to red for warm."""
        c = from_hex(text)
        light, chroma, paint = c.lightness, c.chroma, look.paint
        dark = light < 0.45
        step = (0.075 if dark else 0.10) * look.contrast
        blond = 50 < c.hue < 115
        hue = 25.0 if blond else _VIOLET if 60 < c.hue < 330 else 340.0
        rich = 0.93 if blond else 1.0
        vivid = look.vivid
        return cls(
            lch=c,
            shine=paint(
                min(0.985, light + (0.22 + 0.11 * vivid if dark else 0.19 + 0.05 * vivid)),
                chroma * (0.5 + 0.12 * vivid) + 0.012 + 0.002 * vivid,
                c.toward_hue(_WARM, 0.08 * (1 - vivid) if dark else 0.08),
            ),
            light=paint(min(0.975, light + (0.05 if dark else 0.06)), chroma * 0.95, c.toward_hue(_WARM, 0.06)),
            base=paint(light, chroma, c.hue),
            shade=paint(light - step, chroma * 1.04 * rich + 0.01, c.toward_hue(hue, 0.12)),
            deep=paint(light - 1.9 * step, chroma * 1.02 * rich + 0.014, c.toward_hue(hue, 0.22)),
            dark=paint(light - 2.7 * step, chroma * 0.95 * rich + 0.014, c.toward_hue(hue, 0.30)),
            line=look.line(
                max(0.17, light * 0.46 - 0.03), min(chroma * 0.7 + 0.02, 0.09), ink_hue(c, 0.4), max(0.2, light - 0.26)
            ),
        )

    @classmethod
    def skin(cls, text: str, look: Look = CEL) -> Ramp:
        """Skin: shadows turn toward red and gain colour, as blood shines through; fantastic skins turn to violet."""
        c = from_hex(text)
        if look.vivid and c.lightness < _DIM:
            c = c._replace(lightness=_DIM - 0.45 * (_DIM - c.lightness))
        if look.glow and c.lightness < _WARMED:
            rise = look.glow * 0.35 * (_WARMED - c.lightness)
            c = c._replace(lightness=c.lightness + rise, chroma=c.chroma + 0.3 * rise)
        human = 15 < c.hue < 110
        step = (0.065 if c.lightness > 0.6 else 0.048) * look.contrast
        gain = (
            (0.036 - 0.009 * look.vivid)
            * min(1.0, max(0.25, (c.lightness - 0.30) / 0.5))
            * (1.3 if c.lightness > 0.93 else 1.0)
        )

        def shadow(depth: float, colour: float, hue: float) -> Colour:
            turned = c.toward_hue(hue, 0.55) if human else c.toward_hue(_VIOLET, 0.25)
            return look.paint(c.lightness - depth * step, c.chroma + colour * gain, turned)

        return cls(
            lch=c,
            shine=look.paint(min(0.995, c.lightness + (0.05 if c.lightness > 0.7 else 0.12)), c.chroma * 0.6, c.hue),
            light=look.paint(min(0.985, c.lightness + 0.02), c.chroma * 0.85, c.hue),
            base=look.paint(c.lightness, c.chroma, c.hue),
            shade=shadow(1.0, 0.9, 36 - 6 * look.vivid),
            deep=shadow(1.9, 1.4, 30 - 6 * look.vivid),
            dark=shadow(3.2, 1.6, 22),
            line=look.line(
                max(0.17, c.lightness * 0.56 - 0.055 - (0.03 * look.vivid if c.lightness < 0.5 else 0.0))
                + 0.30 * look.fine * max(0.0, c.lightness - 0.55),
                0.09 + 0.015 * look.fine if human else 0.07,
                35 if human else c.hue,
                c.lightness - 0.3,
            ),
        )


def ink_hue(colour: Oklch, share: float) -> float:
    """The hue that an ink for this colour turns to: navy for cool colours, red-brown for warm ones."""
    return colour.toward_hue(290 if 100 < colour.hue < 310 else _RED + 3, share)
