"""What is worn below the waist, and the legs under it. Editions without limbs have a body that needs none of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from typing import Final

import numpy as np

from pipeline.drawing.body import silhouette
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.feet import ANKLE, draw_foot, draw_shoe, draw_sock, fill_leg
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.legs import round_leg, round_trouser
from pipeline.drawing.outfits.modelling import lit
from pipeline.drawing.palette import Ramp, fade
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Age, Build, Lower

_GREY: Final = "#7d7a86"
_DENIM: Final = "#5b74a6"
_TROUSERS: Final = (
    ("#33313c", 3.0), ("#3a4566", 2.0), (_DENIM, 2.5), ("#4a4c55", 1.0), ("#8f8069", 1.5), ("#6f5444", 0.8),
    ("#8b8a95", 1.0),
)  # fmt: skip
"""Colours of everyday trousers, and how often each is worn."""
_APART: Final = 0.12
"""How much lighter or darker than the top they are, at least."""
_DEMURE: Final = 400.0
"""How far an old woman's skirts lie below the waist, at least."""
_TO_ANKLES: Final = 560.0
_BRIEF: Final = 0.74
"""What is left of a skirt that is said to be short."""


def bottom(kit: OutfitKit, ramp: Ramp, pleated: bool = False) -> None:
    """A skirt or trousers under a top, as build and seed want; ``pleated``: a girl's is always a skirt of these colours."""
    if not kit.art.limbs:
        return
    if asked_below(kit, ramp):
        return
    if kit.figure.masculine > 0.3 or (kit.figure.mascot and kit.art.poised and not pleated):
        dark = kit.tones.black if kit.tones.cloth.lch.lightness > 0.5 else Ramp.cloth(_GREY, kit.tones.look)
        own = dark if ramp is kit.tones.cloth else ramp
        trousers(kit, _everyday(kit) if kit.art.poised and own is kit.tones.black else own)
    elif pleated or kit.spec.seed % 3:
        skirt(kit, ramp)
    else:
        trousers(kit, _everyday(kit) if kit.art.poised else Ramp.cloth(_DENIM, kit.tones.look))


def _everyday(kit: OutfitKit) -> Ramp:
    """The colour of trousers that go with anything: chosen for life, and not the one of what is worn above."""
    above = kit.tones.cloth.lch
    ramps = [(Ramp.cloth(colour, kit.tones.look), weight) for colour, weight in _TROUSERS]
    apart = [(ramp, weight) for ramp, weight in ramps if abs(ramp.lch.lightness - above.lightness) > _APART]
    dice = random.Random(kit.spec.seed * 3571 + 11)
    return dice.choices([ramp for ramp, _ in apart], [weight for _, weight in apart])[0]


def asked_below(kit: OutfitKit, ramp: Ramp) -> bool:
    """Draws what the spec wants below the waist; False where it leaves that to the outfit. ``ramp``: a skirt's colours
    where none are said.
    """
    lower, colour = kit.spec.lower, kit.spec.lower_colour
    if lower in (Lower.NONE, Lower.LONG, Lower.BRIEF) or not kit.art.limbs:
        return False
    said = Ramp.cloth(colour, kit.tones.look) if colour else None
    dark = kit.tones.black if kit.tones.cloth.lch.lightness > 0.5 else Ramp.cloth(_GREY, kit.tones.look)
    if lower is Lower.SKIRT:
        skirt(kit, said or ramp)
    elif lower is Lower.LONG_SKIRT:
        skirt(kit, said or ramp, 7, 40.0, _DEMURE)
    elif lower is Lower.SHORTS:
        shorts(kit, said or Ramp.cloth(_DENIM, kit.tones.look))
    else:
        trousers(kit, said or (kit.tones.cloth if lower is Lower.MATCHING else dark))
    return True


def shorts(kit: OutfitKit, ramp: Ramp, sunk: float = 0.0) -> None:
    """Two short legs with a turned-up hem above the knees, over bare legs; ``sunk``: how far below the waist they begin."""
    (half, top), pen, layer, y = kit.waist, kit.pen, Layer.OUTFIT, kit.figure.shoulder_y
    half, top = half + 2 + 0.15 * sunk, top + sunk
    hip, crotch, hem = (
        half + 20 - 8 * kit.figure.masculine + (4 if kit.art.rounded else 0) + 8 * kit.figure.womanly,
        y + 452,
        y + 520 + 30 * kit.figure.masculine - 0.6 * sunk,
    )
    draw_legs(kit, socks=not sunk, bare=sunk > 0)
    leg = np.array([(0, top), (half, top), (hip - 3, top + 64), (hip + 4, top + 150), (hip + 7, hem), (7, hem + 8),
                    (3, crotch + 10), (0, crotch)])  # fmt: skip
    for sign in (-1, 1):
        curve = fill_leg(kit, leg, kit.cloth(ramp), layer, sign, (0, 1, 4, 5, 7))
        kit.below.append(curve)
        with pen.clipped(curve):
            kit.cover(kit.pattern_below(ramp), ramp, hip / 2 + 8, hem - top, _on_leg(hip, top, sign))
            if kit.art.rounded and not kit.figure.mascot:
                round_trouser(kit, ramp, hip + 4, crotch, hem, sign)
            else:
                _crease_shorts(kit, ramp, (hip, top, crotch, hem), sign)
        cuff = np.array([(hip + 9, hem - 20), (hip + 10, hem + 4), (4, hem + 12), (4, hem - 12)])
        turned = fill_leg(kit, cuff, ramp.light, layer, sign, (0, 1, 2, 3))
        with pen.clipped(turned):
            fill_leg(kit, _far_side(hip + 8, hem - 30, hem + 60, sign), ramp.base, layer, sign, (0, 1, 2))
        pen.line(kit.on_body(np.vstack([cuff, cuff[:1]]) * [sign, 1]), 1.2, ramp.line, layer, BODY, range(5))
        pen.line(kit.on_body(leg[1:5] * [sign, 1]), [0.8, 1.7, 1.8, 1.6], ramp.line, layer, BODY)
    pen.line(kit.on_body([(0, top), (1, top + 90), (0, crotch), (3, crotch + 12)]), [0.5, 1.0, 1.3, 1.0], ramp.line,
             layer, BODY)  # fmt: skip


def _crease_shorts(kit: OutfitKit, ramp: Ramp, places: tuple[float, float, float, float], sign: int) -> None:
    """Hard-edged shadow and folds of a leg of shorts; ``places`` are the hip's x, and y of belt, crotch and hem."""
    hip, top, crotch, hem = places
    fill_leg(kit, _far_side(hip + 8, top, hem + 90, sign), ramp.shade, Layer.OUTFIT, sign, (0, 1, 2))
    for fold in (((2, -8), (26, -20), (54, -28)), ((3, 6), (28, 10), (52, 26)), ((5, 26), (22, 40), (30, 62))):
        run = (np.array(fold, np.float64) + np.array([0, crotch])) * [sign, 1]
        kit.pen.line(kit.on_body(run), [3.0, 2.0, 0.1], ramp.deep, Layer.OUTFIT, BODY)


def skirt(kit: OutfitKit, ramp: Ramp, pleats: int = 8, flare: float = 44.0, low: float = 268.0) -> None:
    """A pleated skirt: every pleat has its lit face, its shadow and a fold, and the hem steps from pleat to pleat.

    Args:
        flare: how much wider the hem is than the hips. low: how far it lies below the waist, design units.
    """
    if not kit.art.limbs:
        return
    (half, top), pen, layer = kit.waist, kit.pen, Layer.OUTFIT
    half += 2
    if kit.art.poised and kit.spec.age is Age.ELDER:
        low = max(low, _DEMURE)
    if kit.spec.lower is Lower.LONG:
        low = max(low, _TO_ANKLES)
    elif kit.spec.lower is Lower.BRIEF:
        low *= _BRIEF
    hem_half, hem_y = half + 20 + flare * kit.smallness, top + low
    draw_legs(kit)
    places = np.linspace(-1, 1, pleats + 1)
    places = np.sign(places) * np.abs(places) ** 0.86

    def hem_at(place: float) -> float:
        return hem_y - 20 * place**2

    hem = np.array([(p * hem_half, hem_at(p) + step) for a, b in pairwise(places)
                    for p, step in ((a, -4), (b, 4))])  # fmt: skip
    side = np.array([(half, top), (half + 17, top + 60), (half + 26, top + 110)])
    if kit.art.poised:
        side[1:, 0] -= [6, 3]  # below a shirt that is not tucked in
        side[1:, 0] += 6 * kit.figure.womanly
    outline = np.vstack([(side * [-1, 1])[::-1], side, hem[::-1]])
    corners = (2, 3, *range(6, len(outline)))
    curve = pen.fill(kit.on_body(outline), kit.cloth(ramp), layer, BODY, corners)
    kit.below = [curve]

    def on_skirt(flat: FloatArray) -> FloatArray:
        place, share = flat[:, 0] / hem_half, flat[:, 1] / low
        return np.column_stack([place * (half + (hem_half - half) * share), top + flat[:, 1] - 20 * place**2 * share])

    with pen.clipped(curve):
        kit.cover(kit.pattern_below(ramp), ramp, hem_half, low, on_skirt)
        shades, deeps = [], []
        for index, (a, b) in enumerate(pairwise(places)):
            start, end, low_a, low_b = a * half * 0.98, b * half * 0.98, a * hem_half, b * hem_half
            middle = low_a + (low_b - low_a) * (0.56 if index < pleats / 2 else 0.46)
            shade = [(end, top), (low_b + 1, hem_y + 10), (middle, hem_y + 10), (start + (end - start) * 0.8, top + 40)]
            deep = [(end, top + 24), (low_b + 2, hem_y + 10), (low_b - (low_b - low_a) * 0.18, hem_y + 10)]
            shades.append(pen.shape(kit.on_body(shade), BODY, (0, 1, 2)))
            deeps.append(pen.shape(kit.on_body(deep), BODY, (0, 1, 2)))
        pen.paint(shades, ramp.shade, layer)
        pen.paint(deeps, ramp.deep, layer)
    for place in places[1:-1]:
        run = [
            (place * half * 0.98, top + 10),
            (place * (half + 18) * 1.02, top + 90),
            (place * hem_half, hem_at(place) + 4),
        ]
        pen.line(kit.on_body(run), [0.4, 0.9, 1.3], ramp.line, layer, BODY)
    pen.line(kit.on_body(hem), 1.5, ramp.line, layer, BODY, range(len(hem)))
    for sign in (-1, 1):
        end = hem[-1 if sign > 0 else 0] * [sign, 1] if kit.art.rounded else (hem_half, hem_y - 24)
        edge = np.vstack([side, [end]]) * [sign, 1]
        pen.line(kit.on_body(edge), [0.8, 1.6, 1.9, 1.6], ramp.line, layer, BODY)


def draw_legs(
    kit: OutfitKit, inset: float = 0.0, *, socks: bool = True, shaded: float = 534.0, bare: bool = False
) -> None:
    """Legs below a skirt or a long garment, with shoes, and in long socks where the seed and ``socks`` want them; ``inset``
    holds them in. ``shaded``: how far below the shoulders the shadow of what is worn above them reaches, if at all.
    ``bare``: the hips are seen, too.
    """
    if not kit.art.limbs:
        return
    skin, y = kit.tones.skin, kit.figure.shoulder_y
    half, layer = kit.waist[0] + 2, Layer.BODY
    hip = half + 20 - inset
    bare = bare and kit.art.graded and not kit.figure.mascot
    if bare:
        side = silhouette(kit.figure)
        hip = max(hip, float(np.interp(y + 410, side[3:, 1], side[3:, 0])) + 1)
    for sign in (-1, 1):
        leg = np.array([(hip, y + 380), (hip - 2, y + 450), (hip - 11, y + 540), (hip - 19, y + 620), (hip - 20, y + 670),
                        (hip - 15, y + 750), (hip - 28, ANKLE), (22, ANKLE), (14, y + 750), (17, y + 660), (14, y + 610),
                        (9, y + 540), (3, y + 470)])  # fmt: skip
        if bare:
            upper = [(hip - 12, y + 316), (hip - 3, y + 362), (hip, y + 410)]
            leg = np.vstack([upper, leg[1:], [(0, y + 452), (0, y + 316)]])
        ankle = len(leg) - (9 if bare else 7)
        curve = fill_leg(kit, leg, skin.base, layer, sign, (0, ankle, ankle + 1, len(leg) - 1))
        kit.below.append(curve)
        with kit.pen.clipped(curve):
            if kit.art.rounded and not kit.figure.mascot:
                round_leg(kit, skin, hip, (y + 380, ANKLE), sign, y + shaded)
            else:
                fill_leg(kit, _far_side(hip, y + 380, ANKLE, sign), skin.shade, layer, sign, (0, 1, 2))
                knee = np.array([(hip * 0.38, y + 640), (hip * 0.54, y + 652), (hip * 0.68, y + 640)])
                kit.pen.line(kit.on_body(knee * [sign, 1]), [0.2, 1.3, 0.2], skin.dark, layer, BODY)
                if shaded:
                    cast = [(-5, y + 380), (hip + 4, y + 380), (hip + 4, y + 505), (hip * 0.5, y + 520), (-5, y + 510)]
                    fill_leg(kit, cast, skin.deep, layer, sign, (0, 1, 2, 4))
            if (
                socks
                and kit.spec.seed % 2
                and kit.spec.age is not Age.CHILD
                and not (kit.art.graded and kit.spec.build is Build.MALE)
                and not (kit.figure.mascot and kit.art.soft)
            ):
                draw_sock(kit, hip, y + 545, ANKLE + 6, sign)
        for run in (leg[: ankle + 1], leg[ankle + 1 : ankle + 7]):
            kit.pen.line(kit.on_body(run * [sign, 1]), np.linspace(1.2, 1.7, len(run)), skin.line, layer, BODY)
        if bare:
            draw_foot(kit, hip - 28, sign)
        else:
            draw_shoe(kit, hip - 28, sign)


def trousers(kit: OutfitKit, ramp: Ramp) -> None:
    """Two legs to the picture's lower edge, a fly, folds at the crotch."""
    if not kit.art.limbs:
        return
    (half, top), pen, layer = kit.waist, kit.pen, Layer.OUTFIT
    half += 2
    hip = half + 16 - (10 + 3 * kit.figure.manly) * kit.figure.masculine
    crotch, foot = kit.figure.shoulder_y + 452, ANKLE + 14
    outline = np.array([(0, top - 10), (half, top - 10), (hip, top + 90), (hip + 4, top + 190), (hip - 12, foot),
                        (12, foot), (3, crotch + 10), (0, crotch)])  # fmt: skip
    if kit.art.poised:
        _fitted(kit, ramp, outline)
        return
    for sign in (-1, 1):
        draw_shoe(kit, hip - 26, sign)
        curve = fill_leg(kit, outline, kit.cloth(ramp), layer, sign, (0, 1, 4, 5, 7))
        with pen.clipped(curve):
            fill_leg(kit, _far_side(hip, top, foot, sign), ramp.shade, layer, sign, (0, 1, 2))
            for fold in (((2, -8), (26, -22), (56, -30)), ((2, 4), (30, 2), (66, 14)), ((6, 30), (26, 44), (48, 70))):
                run = (np.array(fold, np.float64) + np.array([0, crotch])) * [sign, 1]
                pen.line(kit.on_body(run), [2.8, 1.8, 0.1], ramp.deep, layer, BODY)
        pen.line(kit.on_body(outline[1:5] * [sign, 1]), [0.8, 1.6, 1.8, 1.6], ramp.line, layer, BODY)
        pen.line(kit.on_body(outline[5:] * [sign, 1]), [1.6, 1.4, 1.2], ramp.line, layer, BODY)
        pen.line(kit.on_body(outline[4:6] * [sign, 1]), 1.4, ramp.line, layer, BODY)
    pen.line(kit.on_body([(0, top), (1, top + 90), (0, crotch)]), [0.5, 1.0, 1.2], ramp.line, layer, BODY)


def _fitted(kit: OutfitKit, ramp: Ramp, straight: FloatArray) -> None:
    """Trousers that follow hip, thigh and calf, given the outline of straight ones: pulled at the leg that bears the
    weight (the viewer's right), loose over the other.
    """
    pen, layer, y, man = kit.pen, Layer.OUTFIT, kit.figure.shoulder_y, kit.figure.masculine
    (half, belt), (hip, _), (_, foot), (_, crotch) = straight[1], straight[2], straight[4], straight[7]
    top, round_ = belt + 10, (1 - man) * 5 * kit.smallness + 5 * kit.figure.womanly
    outer = np.array([(half, belt), (hip - 2 - 7 * (1 - man) + round_, top + 62), (hip + 4 + round_, top + 130), (hip + 1 + round_, y + 430),
                      (hip - 5, y + 520), (hip - 13, y + 620), (hip - 12, y + 720), (hip - 22, foot)])  # fmt: skip
    inner = np.array([(18, foot), (15, y + 720), (12, y + 620), (8, y + 530), (2.5, crotch + 12), (0, crotch)])
    leg = np.vstack([[(0, belt)], outer, inner])
    for sign in (-1, 1):
        draw_shoe(kit, hip - 26, sign)
        curve = fill_leg(kit, leg, kit.cloth(ramp), layer, sign, (0, 1, 8, 9, 14))
        kit.below.append(curve)
        with pen.clipped(curve):
            kit.cover(kit.pattern_below(ramp), ramp, hip / 2 + 8, foot - top, _on_leg(hip, top, sign))
            if kit.art.rounded:
                round_trouser(kit, ramp, hip, crotch, foot, sign)
            else:
                _shade_trouser(kit, ramp, (hip, top, crotch, foot), sign)
        pocket = np.array([(half - 22, top + 18), (half - 10, top + 44), (hip - 8, top + 66)])
        pen.line(kit.on_body(pocket * [sign, 1]), [0.3, 1.1, 1.3], ramp.line, layer, BODY)
        pen.line(kit.on_body(outer * [sign, 1]), np.interp(np.arange(8), [0, 2, 5, 7], [0.8, 1.8, 1.7, 1.5]), ramp.line,
                 layer, BODY)  # fmt: skip
        pen.line(kit.on_body(inner * [sign, 1]), np.linspace(1.6, 1.2, 6), ramp.line, layer, BODY)
        pen.line(kit.on_body(leg[8:10] * [sign, 1]), 1.4, ramp.line, layer, BODY)
    fly = [(0, top), (0.5, top + 90), (0, crotch)]
    pen.line(kit.on_body(fly), [0.5, 1.0, 1.3], ramp.line, layer, BODY)


def _on_leg(hip: float, top: float, sign: int) -> Callable[[FloatArray], FloatArray]:
    """Where places on the cloth of a trouser leg are, which is ``hip`` wide and begins at the height ``top``."""

    def place(flat: FloatArray) -> FloatArray:
        return np.column_stack([(flat[:, 0] + hip / 2) * sign, flat[:, 1] + top])

    return place


def _shade_trouser(kit: OutfitKit, ramp: Ramp, places: tuple[float, float, float, float], sign: int) -> None:
    """Hard-edged light, shadow and folds of a trouser leg; ``places`` are the hip's x, and y of belt, crotch and foot."""
    (hip, top, crotch, foot), pen, layer, y = places, kit.pen, Layer.OUTFIT, kit.figure.shoulder_y
    pulled = (((4, -6), (30, -26), (62, -44), 4.2), ((8, 10), (30, 2), (52, -2), 3.0))
    loose = (
        ((2, -4), (24, -12), (46, -14), 3.4),
        ((4, 14), (24, 30), (40, 62), 3.4),
        ((12, 60), (30, 82), (40, 118), 2.6),
    )
    shade = _far_side(hip, top, foot, sign)
    if sign < 0:
        shade[2:, 0] -= [6, 8, 13]
    fill_leg(kit, _lit(hip, top, sign), fade(lit(ramp), 0.6), layer, sign, (0, 3))
    fill_leg(kit, shade, ramp.shade, layer, sign, (0, 1, 2))
    for *fold, width in pulled if sign > 0 else loose:
        run = (np.array(fold) + np.array([0, crotch])) * [sign, 1]
        pen.line(kit.on_body(run), [width, width * 0.7, 0.1], ramp.shade if sign < 0 else ramp.deep, layer, BODY)
    for low in (0, 16):
        bend = np.array([(hip - 12, y + 616 + low), (hip - 34, y + 626 + low), (hip - 48, y + 622 + low)])
        pen.line(kit.on_body(bend * [sign, 1]), [2.6, 1.8, 0.1], ramp.deep, layer, BODY)


def _lit(hip: float, top: float, sign: int) -> FloatArray:
    """The front of a thigh and shin that the light falls on, given for the viewer's right: inside there, outside on the left."""
    at, wide = (hip * 0.36, hip * 0.20) if sign > 0 else (hip * 0.62, hip * 0.24)
    return np.array([(at, top + 26), (at + wide * 0.7, top + 120), (at + wide, top + 230), (at - 2, top + 640),
                     (at - wide * 0.3, top + 330), (at - wide * 0.5, top + 180)])  # fmt: skip


def _far_side(hip: float, top: float, foot: float, sign: int) -> FloatArray:
    """The part of a leg that lies away from the light, given for the viewer's right: outside there, inside on the left."""
    reach = foot - top
    if sign > 0:
        return np.array([(hip + 8, top), (hip + 8, foot), (hip - 36, foot), (hip - 24, top + reach * 0.6),
                         (hip - 12, top + reach * 0.28)])  # fmt: skip
    return np.array([(0, top), (0, foot), (32, foot), (22, top + reach * 0.7), (14, top + reach * 0.5)])
