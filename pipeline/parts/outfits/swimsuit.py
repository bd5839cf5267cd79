"""A swimsuit; boys wear trunks."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.body import silhouette
from pipeline.drawing.geometry import BODY, mirrored
from pipeline.drawing.outfits.bodices import bodice
from pipeline.drawing.outfits.bottoms import asked_below, draw_legs, shorts
from pipeline.drawing.outfits.chest import bare_chest
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import model_torso
from pipeline.drawing.outfits.pieces import patch, symmetric
from pipeline.drawing.outfits.sleeves import sleeves
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CUTE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A swimsuit; boys wear trunks."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, accent = kit.tones.cloth, kit.tones.accent
    bare = kit.figure.masculine > 0.5 or (kit.art.graded and kit.spec.build is Build.MALE)
    dressed = asked_below(kit, ramp)  # a bare chest over trousers, a bikini with shorts
    if bare and kit.art.graded and not dressed:
        shorts(kit, ramp, 62.0)
    elif kit.art.limbs and not dressed:
        draw_legs(kit, socks=not kit.art.poised, shaded=0.0 if kit.art.graded and not bare else 466.0, bare=True)
    sleeves(kit, kit.tones.skin, Sleeve.NONE)
    if bare:
        if kit.art.rounded:
            bare_chest(kit)
            if not (dressed or kit.art.graded):
                _trunks(kit)
            return
        if kit.art.poised:
            _muscles(kit)
        for sign in (-1, 1):
            chest = [(sign * 14, y + 116), (sign * 44, y + 122), (sign * 66, y + 104)]
            kit.pen.stroke(kit.on_body(chest), 1.2, kit.tones.skin.line, Layer.BODY, BODY)
        kit.pen.stroke(kit.on_body([(0, y + 60), (1, y + 110)]), 0.9, kit.tones.skin.shade, Layer.BODY, BODY)
        if dressed:
            return
        _trunks(kit)
        return
    neckline = [(n + 22, y - 18), (n + 20, y + 26), (n + 4, y + 58), (0, y + 64)]
    bodice(kit, neckline, 13, ramp, 250 if dressed else 330)
    if not dressed:
        _brief(kit)
    kit.pen.line(kit.on_body([(-n - 2, y + 60), (0, y + 68), (n + 2, y + 60)]), 2.2, accent.base, Layer.OUTFIT, BODY)
    patch(kit, [(-9, y + 62), (9, y + 62), (6, y + 74), (-6, y + 74)], accent.base, accent.line, width=0.8)


def _trunks(kit: OutfitKit) -> None:
    """Swimming trunks with a band."""
    y, ramp, accent, half = kit.figure.shoulder_y, kit.tones.cloth, kit.tones.accent, kit.waist[0]
    trunks = symmetric([(0, y + 300), (half + 12, y + 296), (half + 26, y + 470), (12, y + 480), (0, y + 440)])
    shorts = patch(kit, trunks, kit.cloth(ramp), ramp.line, Layer.OUTFIT_OVER, (1, 2, 3, 4))
    kit.cover_trunk((shorts,), ramp, 500, Layer.OUTFIT_OVER)
    band = symmetric([(0, y + 300), (half + 12, y + 296), (half + 14, y + 318), (0, y + 322)])
    patch(kit, band, accent.base, accent.line, corners=(1, 2))


def _brief(kit: OutfitKit) -> None:
    """What closes a swimsuit below."""
    y, ramp, half = kit.figure.shoulder_y, kit.tones.cloth, kit.waist[0]
    if kit.art.graded and not kit.figure.mascot:
        _high_cut(kit)
        return
    brief = symmetric([(0, y + 322), (half + 10, y + 318), (half + 18, y + 372), (30, y + 430), (0, y + 446)])
    closed = patch(kit, brief, kit.cloth(ramp), ramp.line, Layer.OUTFIT, (1, 2))
    kit.cover_trunk((closed,), ramp, 470)


def _high_cut(kit: OutfitKit) -> None:
    """The same, of one piece with the swimsuit: it rises to the hips in a curve."""
    y, ramp, side = kit.figure.shoulder_y, kit.tones.cloth, silhouette(kit.figure, 1.0)

    def edge(low: float) -> tuple[float, float]:
        return float(np.interp(y + low, side[3:, 1], side[3:, 0])), y + low

    high, (hip, at) = edge(300), edge(366)
    leg = [(hip + 1, at), (hip * 0.66, y + 402), (hip * 0.32, y + 438), (11, y + 458)]
    brief = symmetric([(0, y + 300), high, *leg, (0, y + 461)])
    closed = kit.pen.fill(
        kit.on_body(brief), kit.cloth(ramp), Layer.OUTFIT, BODY, (1, 2, len(brief) - 2, len(brief) - 1)
    )
    kit.cover_trunk((closed,), ramp, 470)
    model_torso(kit.pen, kit.figure, kit.spec, (closed,), ramp, Layer.OUTFIT)
    shadow = np.array([*leg, (8, y + 476), (hip * 0.34, y + 462), (hip * 0.68, y + 424), (hip + 1, y + 384)])
    with kit.pen.clipped(*kit.below):
        for sign in (-1, 1):
            kit.pen.fill(
                kit.on_body(shadow * [sign, 1]), fade(kit.tones.skin.deep, 0.8), Layer.BODY, BODY, (0, 3, 4, 7)
            )
    for sign in (-1, 1):
        for run, width in (([high, leg[0]], 1.4), (leg, 1.5)):
            kit.pen.line(kit.on_body(np.array(run) * [sign, 1]), width, ramp.line, Layer.OUTFIT, BODY)
        hem = np.array(leg[:-1]) * [sign, 1] + [0, -7]
        kit.pen.line(kit.on_body(hem), 0.8, ramp.deep, Layer.OUTFIT, BODY, detail=0.2)


def _muscles(kit: OutfitKit) -> None:
    """Light and shade on a bare chest and belly."""
    w, y, half, skin = kit.figure.shoulder, kit.figure.shoulder_y, kit.waist[0], kit.tones.skin
    outline = silhouette(kit.figure)
    torso = kit.pen.shape(kit.on_body(np.vstack([outline[:-1], mirrored(outline[:-1])[::-1]])), BODY)
    far = [
        (w, 60),
        (w - 34, 84),
        (half + 2, 130),
        (half - 16, 170),
        (half - 18, 226),
        (half - 8, 300),
        (half + 30, 300),
    ]
    with kit.pen.clipped(torso):
        for shape, corners in (
            (far, (0, 6)),
            ([(-8, 112), (-40, 124), (-70, 100), (-44, 136), (-12, 130)], (0, 2)),
            ([(8, 112), (40, 124), (72, 100), (46, 138), (12, 130)], (0, 2)),
            ([(-3, 128), (3, 128), (4, 200), (0, 252), (-3, 200)], (0, 1, 3)),
            ([(-half + 12, 226), (-half + 30, 262), (-half + 44, 304), (-half, 304)], (2, 3)),
        ):
            flat = np.array(shape, np.float64) + np.array([0, y])
            kit.pen.fill(kit.on_body(flat), skin.shade, Layer.BODY, BODY, corners)
        for low, wide in ((164, 26), (196, 24)):
            run = np.array([(-wide, low - 4), (0, low + 2), (wide, low - 4)]) + np.array([0, y])
            kit.pen.stroke(kit.on_body(run), 1.4, skin.shade, Layer.BODY, BODY)
        kit.pen.stroke(kit.on_body([(-1, y + 250), (0, y + 260), (2, y + 266)]), 1.8, skin.dark, Layer.BODY, BODY)


PART: Final = OutfitStyle(
    Outfit.SWIMSUIT,
    draw=draw,
    words={
        "en": "swimsuit, bikini, one piece swimsuit, school swimsuit, leotard, swimwear, swim trunks, "
        "bathing suit, speedo, speedos, swimming trunks, swimming costume, bathing costume, bathers, competition swimsuit, swim shorts",
        "ja": "水着, ビキニ, スクール水着, レオタード, 競泳水着, 海パン",
        "*": "👙, 🩱",
    },
    weights={},
    manner=Manner.CASUAL,
    colours=CUTE,
)
