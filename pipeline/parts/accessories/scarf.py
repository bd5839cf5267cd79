"""A scarf, wound once, one end in front."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped, oval
from pipeline.drawing.geometry import BODY, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """Wound once, one end in front."""
    ramp, accent, pen = kit.tones.gear, kit.tones.accent, kit.pen
    if accent.base == ramp.base:
        accent = kit.tones.white
    n, y = kit.figure.neck, kit.figure.shoulder_y
    end = np.array([(20, y + 4), (58, y + 2), (70, y + 96), (64, y + 150), (28, y + 152), (26, y + 90)])
    chain = kit.chain((40, y, 44), (48, y + 150, 44), 1.8, hang=0.6, head=0)
    fix = Attach(head=0, chain=chain)
    whole = kit.piece(
        flat(end, 46), kit.gradient(ramp, y, y + 150, BODY), ramp.line, Layer.NECK_WEAR, fix, (0, 1, 3, 4)
    )
    with pen.clipped(whole):
        for top in (y + 106, y + 126):
            stripe = flat([(10, top), (80, top - 4), (80, top + 7), (10, top + 11)], 46)
            pen.fill(stripe, accent.base, Layer.NECK_WEAR, fix, (0, 1, 2, 3))
    for x in np.linspace(31, 62, 6):
        pen.line(flat([(x, y + 150), (x + 1, y + 163)], 46), [1.6, 0.8], ramp.base, Layer.NECK_WEAR, fix, detail=0.15)
    top = y - 66
    half = np.array(
        [(n + 12, top + 8), (n + 32, top + 22), (n + 44, y - 20), (n + 34, y + 12), (n + 6, y + 24), (0, y + 26)]
    )
    ring = np.vstack([half, flipped(half, -1)[-2::-1], [(-n * 0.5, top + 26), (0, top + 30), (n * 0.5, top + 26)]])
    points, attach = kit.on_neck(ring)
    body = kit.piece(points, kit.gradient(ramp, top, y + 24, BODY), ramp.line, Layer.NECK_WEAR, attach, (0, 10))
    with pen.clipped(body):
        for run in (
            [(-n - 40, y - 16), (-10, y + 2), (n + 30, y - 22)],
            [(-n - 34, y - 34), (0, y - 18), (n + 40, y - 36)],
            [(-n - 30, y + 8), (4, y + 16), (n + 36, y + 2)],
        ):
            fold, moved = kit.on_neck(np.array(run, float))
            pen.stroke(fold, 2.6, ramp.shade, Layer.NECK_WEAR, moved)
        shade, moved = kit.on_neck(
            np.array([(n * 0.4, top + 20), (n + 40, top + 20), (n + 46, y + 20), (n, y + 28), (n + 14, y - 16)], float),
        )
        pen.fill(shade, (*ramp.deep[:3], 90), Layer.NECK_WEAR, moved)
    knot = oval(38, y + 4, 22, 15, 10)
    curve = kit.piece(flat(knot, 50), ramp.light, ramp.line, Layer.NECK_WEAR, BODY)
    if not kit.figure.art.poised:
        return
    with pen.clipped(curve):
        pen.fill(
            flat([(44, y - 14), (66, y - 8), (64, y + 22), (36, y + 24), (50, y + 8)], 50),
            ramp.shade,
            Layer.NECK_WEAR,
            BODY,
        )
        for crease in ([(18, y - 4), (32, y + 3), (40, y + 16)], [(24, y - 12), (40, y - 2), (50, y + 12)]):
            pen.stroke(flat(crease, 50), 1.5, ramp.deep, Layer.NECK_WEAR, BODY)


PART: Final = AccessoryStyle(
    Accessory.SCARF,
    draw=draw,
    words={
        "en": "muffler, winter scarf, wool scarf, knitted scarf, neck warmer, scarf around neck, red scarf tie",
        "ja": "マフラー",
        "*": "🧣",
    },
    chance=0.05,
    leads=True,
    spots=(Spot.NECK,),
    manners=(),
    outfits=(Outfit.JACKET, Outfit.BLAZER, Outfit.SAILOR, Outfit.SHIRT),
)
