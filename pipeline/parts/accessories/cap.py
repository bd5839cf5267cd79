"""A baseball cap."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import arch
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import HEAD, OUTLINE, SKULL, Attach
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Manner, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """A baseball cap."""
    if kit.figure.art.soft:
        _draw_soft(kit)
        return
    ramp, accent, pen = kit.tones.gear, kit.tones.accent, kit.pen
    if kit.tones.gear.base == accent.base:
        accent = kit.tones.white
    dome = arch(kit, 8, 88, 13)
    longitudes = np.linspace(88, -88, 9)
    front = skull(longitudes, 0.72 - 0.10 * np.cos(np.radians(longitudes)), kit.hair.out * 1.05)
    crown = np.vstack([flat(dome, 0), front[1:-1]])
    turn = np.r_[np.zeros(13), np.full(7, 0.9)]
    kit.piece(
        crown, kit.gradient(ramp, -150, -50, OUTLINE), ramp.line, attach=Attach(turn=turn), corners=(0, 12), width=1.3
    )
    for lon in (-34, 34):
        seam = skull(np.linspace(lon * 0.4, lon, 5), np.linspace(0.06, 0.62, 5), kit.hair.out * 1.07)
        pen.stroke(seam, 0.9, ramp.deep, Layer.HEAD_WEAR, SKULL)
    badge = skull([-17, -15, 0, 15, 17, 0], [0.34, 0.52, 0.56, 0.52, 0.34, 0.28], kit.hair.out * 1.08)
    pen.fill(badge, accent.base, Layer.HEAD_WEAR, SKULL)
    pen.fill(flat(oval(0, -151, 7, 4, 8), 10), ramp.shade, Layer.HEAD_WEAR, OUTLINE)
    brim = [
        (-96, -72),
        (-60, -84),
        (0, -90),
        (60, -84),
        (96, -72),
        (102, -52),
        (60, -50),
        (0, -54),
        (-60, -50),
        (-102, -52),
    ]
    depth = np.array([30, 70, 90, 70, 30, 60, 120, 140, 120, 60], float)
    shape = np.column_stack([np.array(brim, float), depth])
    kit.piece(shape, kit.gradient(ramp, -92, -48), ramp.line, attach=HEAD, corners=(0, 4), width=1.3)
    edge = np.column_stack([np.array(brim[5:], float) - [0, 4], depth[5:]])
    pen.stroke(edge, 1.0, ramp.deep, Layer.HEAD_WEAR, HEAD)


def _edge(kit: AccessoryKit, longitudes: FloatArray, lower: float = 0.0) -> FloatArray:
    """The edge of the crown [n, 3]: where it meets the visor."""
    return skull(longitudes, 0.80 - 0.11 * np.cos(np.radians(longitudes)) + lower, kit.hair.out * 1.045)


def _draw_soft(kit: AccessoryKit) -> None:
    """A cap that sits on the hair: a crown of panels, a curved visor that juts out, its shadow on the hair."""
    ramp, accent, pen = kit.tones.gear, kit.tones.accent, kit.pen
    if ramp.base == accent.base:
        accent = kit.tones.white
    dome = arch(kit, 7, 76, 13)
    front = _edge(kit, np.linspace(80, -80, 9))
    attach = Attach(turn=np.r_[np.zeros(13), np.full(7, 0.9)])
    middle = np.linspace(-52, 52, 11)
    top = _edge(kit, middle)
    out = np.cos(np.radians(middle))[:, None]
    rim = top + np.column_stack([0.10 * top[:, 0], 30 * (out[:, 0] - 0.5) ** 0.7 + 6, 60 * (out[:, 0] - 0.5)])
    shadow = np.vstack([top, (rim + np.array([3.0, 13.0, -20.0]))[::-1]])
    pen.fill(shadow, fade(kit.hair.tones.hair.dark, 0.45), Layer.HEAD_WEAR, SKULL, (0, 10, 11, 21))
    crown = np.vstack([flat(dome, 0), front[1:-1]])
    whole = kit.piece(
        crown, kit.gradient(ramp, -150, -50, OUTLINE), ramp.line, attach=attach, corners=(0, 12), width=1.6
    )
    with pen.clipped(whole):
        side = np.vstack([dome[8:] + np.array([14, 0]), (dome[8:] * [0.72, 0.86])[::-1]])
        pen.fill(flat(side, 0), ramp.shade, Layer.HEAD_WEAR, OUTLINE, (0, 4, 5, 9))
        gleam = skull([-52, -40, -26, -22, -34, -50], [0.50, 0.32, 0.22, 0.30, 0.42, 0.58], kit.hair.out * 1.06)
        pen.fill(gleam, fade(ramp.shine, 0.6), Layer.HEAD_WEAR, SKULL, (0, 3))
        band = np.vstack([_edge(kit, middle, 0.02), _edge(kit, middle[::-1], -0.05)])
        pen.fill(band, fade(ramp.deep, 0.55), Layer.HEAD_WEAR, SKULL, (0, 10, 11, 21))
    for lon in (-40, 40):
        seam = skull(np.linspace(lon * 0.3, lon, 6), np.linspace(0.05, 0.72, 6), kit.hair.out * 1.07)
        pen.stroke(seam, 0.9, ramp.line, Layer.HEAD_WEAR, SKULL)
        hole = skull([lon * 0.62] * 2, [0.30, 0.325], kit.hair.out * 1.07)
        pen.line(hole, [1.6, 1.6], ramp.dark, Layer.HEAD_WEAR, SKULL, detail=0.2)
    badge = skull([-15, -13, 0, 13, 15, 0], [0.36, 0.51, 0.56, 0.51, 0.36, 0.31], kit.hair.out * 1.08)
    kit.piece(badge, accent.base, accent.line, attach=SKULL, width=0.8)
    pen.fill(flat(oval(0, float(dome[6, 1]), 8, 4.5, 8), 10), ramp.shade, Layer.HEAD_WEAR, OUTLINE)
    visor = np.vstack([top, rim[::-1]])
    peak = kit.piece(visor, kit.gradient(ramp, -84, -40), ramp.line, attach=SKULL, corners=(0, 10), width=1.5)
    with pen.clipped(peak):
        lip = np.vstack([rim + np.array([0, 4, 0]), (rim + (top - rim) * 0.16)[::-1]])
        pen.fill(lip, ramp.deep, Layer.HEAD_WEAR, SKULL, (0, 10, 11, 21))
        right = np.vstack([top[7:], rim[:6:-1]])
        pen.fill(right, fade(ramp.shade, 0.8), Layer.HEAD_WEAR, SKULL, (0, 3, 4, 7))
    for share in (0.42, 0.62):
        stitches = (top + (rim - top) * share)[1:-1]
        pen.stroke(stitches, 0.5, ramp.deep, Layer.HEAD_WEAR, SKULL, detail=0.28)


PART: Final = AccessoryStyle(
    Accessory.CAP,
    draw=draw,
    words={
        "en": "cap, baseball cap, snapback, baseball hat, backwards hat, hat backwards, trucker hat, kids hat",
        "ja": "キャップ, 野球帽, 後ろ向きの帽子, 帽子後ろ向き, 後ろ向き帽子",
        "*": "🧢",
    },
    chance=0.03,
    spots=(Spot.TOP,),
    family=Family.HAT,
    manners=(Manner.CASUAL,),
    covers_crown=True,
)
