"""A baseball cap."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.hats import arch
from pipeline.drawing.accessories.kit import AccessoryKit, flat, oval
from pipeline.drawing.accessories.peaks import cap_crown, draw_peak, peak_shadow
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import HEAD, OUTLINE, SKULL, Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Family, Manner, Spot
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


def _draw_soft(kit: AccessoryKit) -> None:
    """A cap that sits on the hair: a crown of panels, a badge, a curved visor that juts out."""
    ramp, accent = kit.tones.gear, kit.tones.accent
    if ramp.base == accent.base:
        accent = kit.tones.white
    peak_shadow(kit)
    cap_crown(kit, ramp)
    badge = skull([-15, -13, 0, 13, 15, 0], [0.36, 0.51, 0.56, 0.51, 0.36, 0.31], kit.hair.out * 1.08)
    kit.piece(badge, accent.base, accent.line, attach=SKULL, width=0.8)
    draw_peak(kit, ramp)


PART: Final = AccessoryStyle(
    Accessory.CAP,
    draw=draw,
    words={
        "en": "cap, baseball cap, snapback, baseball hat, trucker hat, kids hat",
        "ja": "キャップ, 野球帽",
        "*": "🧢",
    },
    chance=0.03,
    spots=(Spot.TOP,),
    family=Family.HAT,
    manners=(Manner.CASUAL,),
    covers_crown=True,
)
