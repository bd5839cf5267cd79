"""The second tone of what is worn on the trunk: hard-edged shadow, light, and the folds that a body pulls into cloth."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import relief, waist
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.patterns import worn_pattern
from pipeline.drawing.palette import Colour, Ramp, fade, mix
from pipeline.drawing.pen import Axis, Layer, Linear, Paint, Pen, Radial
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Age, BodyStyle, Pattern, RigSpec

PATTERNED = 0.5
"""How much of its light and shadow patterned cloth has."""
_WAIST = 190.0
"""How far below the shoulders the folds of the waist begin."""
Lay = Callable[[npt.ArrayLike, Paint, tuple[int, ...]], object]
Axes = Callable[[npt.ArrayLike, npt.ArrayLike], Axis]


def model_torso(pen: Pen, figure: Figure, spec: RigSpec, curves: Sequence[int], ramp: Ramp, layer: Layer) -> None:
    """Shadow down the side away from the light, under the chest and the chin, and folds at the waist; drawn within
    these curves.
    """
    grown = spec.age is not Age.CHILD and spec.body_style is not BodyStyle.CHIBI
    chest = figure.masculine < 0.5 and grown
    with pen.clipped(*curves):
        if figure.art.rounded and not figure.mascot:
            _round(pen, figure, ramp, layer, chest=chest, patterned=worn_pattern(spec, figure.art) is not Pattern.PLAIN)
        elif figure.art.poised and not figure.mascot:
            _drape(pen, figure, ramp, layer, chest=chest)
        else:
            _crease(pen, figure, ramp, layer, chest=chest)


def lit(ramp: Ramp) -> Colour:
    """Cloth that the light falls on: dark cloth gains more by it, or its folds would not be seen."""
    return mix(ramp.light, ramp.shine, float(np.clip((0.5 - ramp.lch.lightness) * 1.4, 0, 0.35)))


def wedge(root: npt.ArrayLike, tip: npt.ArrayLike, width: float, bow: float = 0.0) -> FloatArray:
    """A fold, [4, 2], that starts ``width`` wide at its root and ends in a point; corners are its points 0, 1 and 3.

    Args:
        bow: how far its middle lies to the side, design units.
    """
    start, end = np.asarray(root, np.float64), np.asarray(tip, np.float64)
    way = (end - start) / max(float(np.hypot(*(end - start))), 1e-6)
    across = np.array([-way[1], way[0]])
    middle = start + (end - start) * 0.45 + across * bow
    return np.vstack([start - across * width / 2, start + across * width / 2, middle + across * width * 0.26, end])


def around_stops(tone: Ramp, light: Colour, gleam: float, depth: float = 1.0) -> tuple[tuple[float, Colour], ...]:
    """The tones of something round from its edge toward the light to the far one: brightest near the first, darkest just
    before the last, into which light falls back. ``gleam`` 0..1 is how much light there is, ``depth`` how much shadow.
    """
    light, clear, shade = fade(light, 0.85 * gleam), fade(tone.shade, 0.0), fade(tone.shade, depth)
    return (
        (0.0, fade(shade, 0.55)), (0.12, clear), (0.2, fade(light, 0.2)), (0.32, light), (0.46, fade(light, 0.0)),
        (0.52, clear), (0.8, shade), (0.93, fade(mix(tone.shade, tone.deep, 0.6), depth)), (1.0, shade),
    )  # fmt: skip


def soft_fold(
    lay: Lay, axis: Axes, root: npt.ArrayLike, tip: npt.ArrayLike, width: float, bow: float, colour: Colour
) -> None:
    """A fold that is crisp along its crease and fades to the other side.

    Args:
        lay: fills a shape in design units. axis: hangs a gradient between two of its points.
        width: how far the shade reaches from the crease, and to which side (its sign). bow: how far the crease bends there.
    """
    start, end = np.asarray(root, np.float64), np.asarray(tip, np.float64)
    way = (end - start) / max(float(np.hypot(*(end - start))), 1e-6)
    across = np.array([-way[1], way[0]])
    swells = ((0, 0), (0.35, 0.9), (0.7, 0.8), (1, 0))
    crease = [start + (end - start) * at + across * bow * swell for at, swell in swells]
    spans = ((0.75, 0.7, 0.45), (0.35, 0.9, 1.0), (0.0, 0.0, 0.8))
    far = [start + (end - start) * at + across * (bow * swell + width * wide) for at, swell, wide in spans]
    fading = axis(crease[1], crease[1] + across * width)
    lay(np.vstack([*crease, *far]), Linear(((0, colour), (1, fade(colour, 0.0))), fading), (0, 3, 6))


def _drape(pen: Pen, figure: Figure, ramp: Ramp, layer: Layer, *, chest: bool) -> None:
    """Cloth on a body that leans to one side: it is pulled from the armpits over the chest, hangs from the higher
    shoulder and gathers over the higher hip; the edge of its shadow breaks where it folds.
    """
    w, y, neck, half = figure.shoulder, figure.shoulder_y, figure.neck, waist(figure)[0]

    def fill(points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> None:
        flat = np.asarray(points, np.float64) + np.array([0, y])
        pen.fill(relief(figure, flat), paint, layer, BODY, corners)

    fill([(-w * 0.80, 2), (-w * 0.52, -14), (-w * 0.36, 30), (-w * 0.44, 96), (-half * 0.66, 150), (-half * 0.80, 210),
          (-half * 0.94, 150), (-w * 0.66, 84)], lit(ramp), (0, 1, 5))  # fmt: skip
    fill([(w + 8, 60), (w - 34, 86), (half + 4, 128), (half - 18, 160), (half - 12, 184), (half - 44, 222), (half - 14, 214),
          (half - 24, 244), (half - 40, 268), (half - 12, 268), (half - 14, 300), (half - 8, 380), (half, 600), (w + 20, 600)],
         ramp.shade, (0, 5, 8, 12, 13))  # fmt: skip
    fill([(-w, 150), (-w + 34, 180), (-half + 9, 222), (-half + 26, 258), (-half + 4, 262), (-half + 4, 330), (-w, 340)],
         ramp.shade, (0, 3, 6))  # fmt: skip
    if chest:
        for sign in (-1, 1):
            under = np.array([(10, 128), (34, 146), (60, 138), (74, 112), (62, 130), (36, 136)], np.float64)
            fill(under * [sign * w / 118, 1], ramp.shade, (0, 3))
    for root, tip, width, bow, paint in (
        ((-w + 16, 66), (-w * 0.30, 112), 15.0, 5.0, ramp.shade),
        ((-w + 22, 92), (-w * 0.46, 150), 11.0, 3.0, ramp.shade),
        ((w - 18, 70), (w * 0.34, 108), 15.0, -5.0, ramp.shade),
        ((half + 6, 204), (-6, 224), 15.0, -3.0, ramp.deep),
        ((half + 8, 246), (18, 238), 12.0, 3.0, ramp.deep),
        ((-half - 6, 244), (-10, 276), 14.0, 3.0, ramp.shade),
    ):
        fill(wedge(root, tip, width, bow), paint, (0, 1, 3))
    fill([(-neck - 26, -40), (neck + 46, -40), (neck + 40, 4), (10, 26), (-neck - 10, 8)], ramp.shade, (0, 1))


def _round(pen: Pen, figure: Figure, ramp: Ramp, layer: Layer, *, chest: bool, patterned: bool) -> None:
    """Cloth around a trunk: it turns away from the light by degrees, is pulled from the armpits, hangs from the chest and
    gathers where the body bends, over the higher hip.
    """
    w, y, neck, half = figure.shoulder, figure.shoulder_y, figure.neck, waist(figure)[0]

    def lay(points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> None:
        pen.fill(relief(figure, np.asarray(points, np.float64) + np.array([0, y])), paint, layer, BODY, corners)

    def axis(start: npt.ArrayLike, end: npt.ArrayLike) -> Axis:
        ends = relief(figure, np.array([start, end], np.float64) + np.array([0, y]))
        return pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    thin = PATTERNED if patterned else 1.0  # or its shadow would wash out the pattern
    shade, clear = fade(ramp.shade, thin), fade(ramp.shade, 0.0)
    deep = fade(ramp.deep, thin)
    sides = axis((-half * 1.05, 180), (half * 1.25, 230))
    around = ((0, fade(shade, 0.75)), (0.13, clear), (0.48, clear), (0.78, fade(shade, 0.8)), (1, deep))
    box = [(-w - 30, -60), (w + 30, -60), (w + 30, 620), (-w - 30, 620)]
    lay(box, Linear(around, sides), (0, 1, 2, 3))
    light = fade(lit(ramp), 0.8 * thin**2)
    glow = axis((-w * 0.42, 62), (-w * 0.06, 128))
    lay([(-w * 0.95, 0), (-w * 0.2, -10), (w * 0.1, 80), (-w * 0.2, 170), (-w * 0.8, 150)],
        Radial(((0, light), (1, fade(light, 0.0))), glow), ())  # fmt: skip
    if chest:
        for sign, strength in ((-1, 0.45), (1, 0.7)):
            under = np.array([(6, 122), (30, 142), (58, 136), (76, 104), (74, 150), (34, 178), (4, 150)], np.float64)
            under = under * [sign * w / 118, 1]
            lay(
                under, Linear(((0, fade(shade, strength)), (0.75, clear), (1, clear)), axis(under[1], under[5])), (0, 3)
            )
    for root, tip, width, bow, paint in (
        ((-w * 0.80, 84), (-w * 0.28, 120), 13.0, 7.0, shade),
        ((w * 0.80, 90), (w * 0.30, 118), -15.0, -7.0, ramp.deep),
        ((-w * 0.70, -4), (-w * 0.34, 62), 17.0, 6.0, fade(shade, 0.8)),
        ((w * 0.72, 4), (w * 0.42, 76), -18.0, -6.0, fade(deep, 0.7)),
        ((half + 8, 206), (-half * 0.15, 232), -16.0, -6.0, ramp.deep),
        ((half + 8, 258), (half * 0.1, 250), -13.0, 5.0, ramp.deep),
        ((-half - 8, 236), (-half * 0.2, 268), 15.0, 5.0, shade),
    ):
        # Those of the waist lie over the hip of the leg that bears the weight.
        side = figure.rests if root[1] > _WAIST else 1.0
        soft_fold(lay, axis, (root[0] * side, root[1]), (tip[0] * side, tip[1]), width * side, bow * side, paint)
    below = axis((0, -20), (6, 34))
    lay([(-neck - 40, -40), (neck + 60, -40), (neck + 54, 20), (10, 46), (-neck - 24, 22)],
        Linear(((0, ramp.deep), (1, clear)), below), (0, 1))  # fmt: skip


def gather(pen: Pen, figure: Figure, ramp: Ramp, layer: Layer, *curves: int) -> None:
    """Folds of a top that is tucked in and hangs a little over its belt; drawn within these curves."""
    half, y = waist(figure)

    def lay(points: npt.ArrayLike, paint: Paint, corners: tuple[int, ...]) -> None:
        pen.fill(relief(figure, np.asarray(points, np.float64)), paint, layer, BODY, corners)

    def axis(start: npt.ArrayLike, end: npt.ArrayLike) -> Axis:
        ends = relief(figure, np.array([start, end], np.float64))
        return pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)

    with pen.clipped(*curves):
        rim = [(-half - 12, y - 22), (0, y - 14), (half + 12, y - 22), (half + 12, y + 24), (-half - 12, y + 24)]
        under = ((0, fade(ramp.deep, 0.0)), (1, fade(ramp.deep, 0.9)))
        lay(rim, Linear(under, axis((0, y - 24), (0, y - 4))), (0, 2, 3, 4))
        for at, lean, high, width in (
            (-0.78, 6, 46, 9),
            (-0.42, 10, 30, 7),
            (0.30, -6, 40, -8),
            (0.62, -16, 62, -10),
            (0.88, -12, 34, -8),
        ):
            root, tip = half * at * figure.rests, (half * at + lean) * figure.rests
            deep = float(width) * figure.rests
            soft_fold(lay, axis, (root, y - 4), (tip, y - 4 - high), deep, 0.3 * deep, ramp.deep)


def _crease(pen: Pen, figure: Figure, ramp: Ramp, layer: Layer, *, chest: bool) -> None:
    """Cloth on a body that stands straight."""
    w, y, neck, half = figure.shoulder, figure.shoulder_y, figure.neck, waist(figure)[0]

    def fill(points: npt.ArrayLike, corners: tuple[int, ...]) -> None:
        pen.fill(relief(figure, np.asarray(points, np.float64)), ramp.shade, layer, BODY, corners)

    def crease(points: npt.ArrayLike, paint: Colour) -> None:
        pen.line(relief(figure, np.asarray(points, np.float64)), [2.7, 1.8, 0.1], paint, layer, BODY)

    side = [(w + 8, y + 70), (w - 34, y + 92), (half, y + 140), (half - 20, y + 190), (half - 24, y + 232),
            (half - 12, y + 290), (half - 8, y + 380), (half, y + 600), (w + 20, y + 600)]  # fmt: skip
    fill(side, (0, 7, 8))
    fill([(-w, y + 150), (-w + 34, y + 180), (-half + 10, y + 226), (-half + 2, y + 270), (-w, y + 300)], (0, 4))
    if chest:
        for sign in (-1, 1):
            under = np.array([(10, 128), (34, 146), (60, 138), (74, 112), (62, 130), (36, 136)], np.float64)
            fill(under * [sign * w / 118, 1] + [0, y], (0, 3))
    for sign, paint, runs in (
        (1, ramp.deep, (((half + 10, 214), (20, 236), (-14, 240)), ((half + 6, 236), (34, 252), (10, 262)))),
        (-1, ramp.shade, (((half + 4, 206), (30, 226), (4, 224)), ((half + 4, 240), (38, 244), (20, 240)))),
    ):
        for run in runs:
            crease(np.array(run) * [sign, 1] + [0, y], paint)
    crease([(-w * 0.50, y + 84), (-w * 0.30, y + 112), (-w * 0.06, y + 126)], ramp.shade)
    fill([(-neck - 26, y - 40), (neck + 46, y - 40), (neck + 40, y + 4), (10, y + 26), (-neck - 10, y + 8)], (0, 1))
