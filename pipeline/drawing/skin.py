"""Neck, chest and shoulders: the skin under every outfit."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.body import neck_share, relief, shoulder_slope, silhouette
from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY, Attach, mirrored
from pipeline.drawing.palette import Colour, fade
from pipeline.drawing.pen import Layer, Linear, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray


def draw_body(pen: Pen, figure: Figure, tones: Tones) -> tuple[int, int]:
    """Draws the skin, and returns the curves of the whole body and of the neck, which shadows are clipped by."""
    skin = tones.skin
    right = silhouette(figure)
    inked = right
    if figure.art.limbs:
        # What is worn below it is narrower than the hips of some.
        end = -3 if figure.art.graded and not figure.mascot else -1
        right, inked = right[:end], right[:3]
    outline = np.vstack([mirrored(right)[::-1], right])
    down = pen.axis((0, 150, 30), (20, 420, 30), BODY)
    tone = Linear(((0, skin.base), (0.5, skin.base), (1, skin.shade)), down)
    body = pen.fill(relief(figure, outline), tone, Layer.BODY, BODY, corners=(0, len(outline) - 1))
    for half in (inked, mirrored(inked)):
        pen.stroke(relief(figure, half), 1.1, skin.line, Layer.BODY, BODY, peak=0.6)

    if figure.art.rounded and not figure.mascot:
        return body, _round_neck(pen, figure, tones, body)
    return body, _flat_neck(pen, figure, tones)


def _fill_neck(pen: Pen, figure: Figure, side: FloatArray, colour: Colour) -> int:
    """Fills a neck whose right side is ``side`` [n, 2], down to a point on the chest; returns its curve."""
    loop = np.vstack([side, [(0, 200 + figure.collar)], mirrored(side)[::-1]])
    depth = np.where(np.abs(loop[:, 0]) < 1, 38, 8)
    attach = Attach(head=neck_share(loop[:, 1]))
    return pen.fill(np.column_stack([loop, depth]), colour, Layer.BODY, attach, corners=(0, len(loop) - 1))


def _flat_neck(pen: Pen, figure: Figure, tones: Tones) -> int:
    """A neck with one hard-edged shadow, and collarbones; returns its curve."""
    skin = tones.skin
    n, lower = figure.neck, figure.collar
    side = np.array([(n + 1, 60), (n - 0.5, 108), (n, 138), (n + 5, 153), (n + 18, 164), (n + 40, 172)])
    side[:, 1] += lower * np.clip((side[:, 1] - 60) / 93, 0, 1)
    with pen.part("neck"):
        neck = _fill_neck(pen, figure, side, skin.base)
        with pen.clipped(neck):
            chin = figure.chin
            shade = np.array(
                [
                    (-n - 6, 60, 10), (-n - 4, chin - 12, 14), (-n * 0.55, chin + 14, 30), (n * 0.1, chin + 30, 36),
                    (n * 0.75, chin + 22, 30), (n + 6, chin + 6, 14), (n + 6, 60, 10),
                ]
            )  # fmt: skip
            pen.fill(shade, skin.deep, Layer.BODY, Attach(head=0.75), corners=(0, 6))
        for half in (side, mirrored(side)):
            line = half[1:-1]
            pen.stroke(
                np.column_stack([line, np.full(len(line), 8.0)]),
                1.0,
                skin.line,
                Layer.BODY,
                Attach(head=neck_share(line[:, 1])),
            )
    if figure.mascot:
        return neck  # fur hides collarbones
    collarbone = np.array([(9.0, 178.0), (22, 173), (44, 168), (62, 163)]) + np.array([0, lower])
    with pen.part("collarbones"):
        for half in (collarbone, mirrored(collarbone)):
            pen.stroke(relief(figure, half), 0.9, fade(skin.dark, 0.8), Layer.BODY, BODY, peak=0.2)
    return neck


def _round_neck(pen: Pen, figure: Figure, tones: Tones, body: int) -> int:
    """A neck in the round, under the soft shadow of the chin: a man's has the two cords that run to its pit and rises from
    sloping shoulders; returns its curve. ``body`` is the curve on which the collarbones lie.
    """
    skin, n, lower, chin, man = tones.skin, figure.neck, figure.collar, figure.chin, figure.manly
    low = 1 - 0.25 * man
    side = np.array([(n + 1, 60), (n - 1.5 * low, 104), (n - 0.5, 132), (n + 4 + 2 * man, 149), (n + 16 + 4 * man, 161),
                     (n + 20, 178)])  # fmt: skip
    side[:, 1] += lower * np.clip((side[:, 1] - 60) / 93, 0, 1)
    side[-2:, 1] += shoulder_slope(figure) * np.array([0.25, 0.5])
    with pen.part("neck"):
        neck = _fill_neck(pen, figure, side, skin.base)
        with pen.clipped(neck):
            for sign, reach, paint in ((-1, 0.45, fade(skin.shade, 0.7)), (1, 0.9, fade(skin.deep, 0.8))):
                sliver = np.array([(n + 8, 60, 8), (n + 8, 140 + lower, 8), (n + 1, 152 + lower, 8),
                                   (n * (1 - reach), 112, 8), (n * (1 - reach), 60, 8)])  # fmt: skip
                sliver *= [sign, 1, 1]
                across = pen.axis((sign * (n + 1), 120, 8), (sign * (n - reach * n), 118, 8), Attach(head=0.5))
                tone = Linear(((0, paint), (1, fade(paint, 0.0))), across)
                pen.fill(sliver, tone, Layer.BODY, Attach(head=0.5), corners=(0, 1, 4))
            under = pen.axis((-4, chin - 6, 30), (5, chin + 44 + 0.3 * lower, 30), Attach(head=0.75))
            shade = np.array(
                [
                    (-n - 8, 60, 10), (-n - 6, chin + 4, 14), (-n * 0.5, chin + 30, 30), (n * 0.15, chin + 46 + 0.3 * lower, 36),
                    (n * 0.8, chin + 34, 30), (n + 8, chin + 16, 14), (n + 8, 60, 10),
                ]
            )  # fmt: skip
            fall = ((0, skin.deep), (0.3, skin.deep), (0.62, fade(skin.deep, 0.62)), (1, fade(skin.shade, 0.0)))
            pen.fill(shade, Linear(fall, under), Layer.BODY, Attach(head=0.75), corners=(0, 6))
            if man > 0.3:
                for sign, weight in ((-1, 1.0), (1, 1.5)):
                    cord = np.array([(n * 0.88, chin + 4, 20), (n * 0.62, 150 + 0.5 * lower, 30), (7, 176 + lower, 38)])
                    shares = Attach(head=neck_share(cord[:, 1]))
                    pen.line(cord * [sign, 1, 1], [0.2, weight, 0.3], fade(skin.deep, 0.9), Layer.BODY, shares)
        for half in (side, mirrored(side)):
            line = half[1:-1]
            pen.stroke(np.column_stack([line, np.full(len(line), 8.0)]), 0.9, skin.line, Layer.BODY,
                       Attach(head=neck_share(line[:, 1])))  # fmt: skip
    with pen.part("collarbones"), pen.clipped(body):
        y = lower
        for sign, strength in ((-1, 0.5), (1, 0.7)):
            bone = np.array([(8.0, 179 + y), (24, 173 + y), (46, 168 + y), (70, 163 + y)]) * np.array([sign, 1.0])
            soft = np.vstack([bone, [(58 * sign, 182 + y), (26 * sign, 190 + y)]])
            ends = relief(figure, np.array([(34 * sign, 169 + y), (36 * sign, 190 + y)]))
            dip = ((0, fade(skin.shade, strength)), (1, fade(skin.shade, 0.0)))
            axis = pen.axis(ends[0].tolist(), ends[1].tolist(), BODY)
            pen.fill(relief(figure, soft), Linear(dip, axis), Layer.BODY, BODY, corners=(0, 3))
            pen.stroke(relief(figure, bone[:3]), 0.8, fade(skin.dark, 0.7), Layer.BODY, BODY, peak=0.2)
    return neck
