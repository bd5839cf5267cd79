"""Feet, shoes and socks. Places are given for the viewer's right leg; ``sign`` -1 mirrors them."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.drawing.body import FOOT
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer, Paint

ANKLE: Final = FOOT - 72
"""Its height."""
_LEATHER: Final = "#7a4f3a"


def draw_foot(kit: OutfitKit, outer: float, sign: int) -> None:
    """A bare foot below an ankle that reaches from x = 20 to ``outer``, with its toes."""
    skin, top, sole = kit.tones.skin, ANKLE, FOOT - 4
    shape = np.array([(22, top - 3), (outer, top - 3), (outer + 5, top + 30), (outer + 9, sole - 13), (outer - 2, sole),
                      (22, sole), (13, sole - 12), (18, top + 28)])  # fmt: skip
    fill_leg(kit, shape, skin.base, Layer.BODY, sign, (0, 1))
    kit.pen.line(kit.on_body(np.vstack([shape[1:], shape[:1]]) * [sign, 1]), 1.4, skin.line, Layer.BODY, BODY)
    wide = (outer - 14) / 5
    for toe in range(1, 5):
        x = 16 + wide * toe + 2
        run = np.array([(x, sole - 1), (x + 0.5, sole - 9)]) * [sign, 1]
        kit.pen.line(kit.on_body(run), [1.2, 0.2], skin.line, Layer.BODY, BODY, detail=0.15)


def draw_shoe(kit: OutfitKit, outer: float, sign: int) -> None:
    """A shoe below an ankle that reaches from x = 20 to ``outer``: its throat, a light on the toe, a sole."""
    dark = kit.tones.cloth.lch.lightness < 0.32
    ramp = Ramp.cloth(_LEATHER, kit.tones.look) if dark else kit.tones.black
    top, sole = ANKLE, FOOT
    shape = np.array([(21, top - 6), (outer + 1, top - 6), (outer + 6, top + 26), (outer + 11, sole - 14), (outer, sole),
                      (24, sole), (13, sole - 14), (17, top + 26)])  # fmt: skip
    curve = fill_leg(kit, shape, ramp.base, Layer.BODY, sign, (0, 1))
    middle = (outer + 20) / 2
    with kit.pen.clipped(curve):
        fill_leg(kit, [(0, sole - 9), (outer + 20, sole - 9), (outer + 20, sole + 6), (0, sole + 6)], ramp.dark, Layer.BODY,
              sign, (0, 1, 2, 3))  # fmt: skip
        light = [(middle - 15, sole - 22), (middle - 4, sole - 32), (middle + 6, sole - 32), (middle - 4, sole - 24)]
        fill_leg(kit, light, ramp.shine, Layer.BODY, sign, (0, 2))
    throat = np.array([(20, top + 4), (middle, top + 22), (outer + 2, top + 4)]) * [sign, 1]
    kit.pen.line(kit.on_body(throat), [0.4, 1.4, 0.4], ramp.line, Layer.BODY, BODY)
    ring = np.vstack([shape, shape[:1]]) * [sign, 1]
    kit.pen.line(kit.on_body(ring), 1.5, ramp.line, Layer.BODY, BODY, (0, 1))


def draw_sock(kit: OutfitKit, hip: float, top: float, bottom_y: float, sign: int) -> None:
    """A sock from ``top`` down, on a leg whose hip reaches to ``hip``."""
    sock = kit.tones.black if kit.tones.cloth.lch.lightness > 0.4 else kit.tones.white
    rim = np.array([(-5, top), (hip * 0.5, top + 6), (hip + 4, top - 2)])
    fill_leg(kit, np.vstack([rim, [(hip + 4, bottom_y), (-5, bottom_y)]]), sock.base, Layer.BODY, sign, (0, 2, 3, 4))
    edge = [(hip - 30, top + 4), (hip + 4, top - 2), (hip + 4, bottom_y), (hip - 34, bottom_y)]
    fill_leg(kit, edge, sock.shade, Layer.BODY, sign, (0, 1, 2, 3))
    for drop, width in ((0, 1.1), (9, 0.6)):
        kit.pen.line(kit.on_body((rim + np.array([0, drop])) * [sign, 1]), width, sock.line, Layer.BODY, BODY)


def fill_leg(
    kit: OutfitKit, points: npt.ArrayLike, paint: Paint, layer: Layer, sign: int, corners: tuple[int, ...]
) -> int:
    """A closed shape on a leg, given for the viewer's right one and mirrored by ``sign``; its curve."""
    flat = np.asarray(points, np.float64) * [sign, 1]
    return kit.pen.fill(kit.on_body(flat), paint, layer, BODY, corners)
