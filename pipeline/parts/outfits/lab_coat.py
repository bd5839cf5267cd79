"""A white coat over a coloured shirt."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import buttons, lapels, patch, shirt_collar, symmetric, tie
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import WHITE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A white coat over a coloured shirt, pens in the pocket."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    bottom(kit, kit.tones.black)
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], white, out=10, hem=470, loose=0.5)
    chest_folds(kit, white, Sleeve.TAILORED)
    front = symmetric([(0, y - 6), (n + 8, y - 24), (n + 28, y + 10), (36, y + 110), (0, y + 196)])
    kit.pen.fill(kit.on_body(front), kit.cloth(ramp), Layer.OUTFIT, BODY, (1, 4))
    tie(kit, accent, y + 4, y + 170)
    lapels(kit, white, y + 204, wide=56)
    shirt_collar(kit, ramp)
    kit.line([(0, y + 204), (1, y + (470 if kit.art.limbs else 560))], 1.1, white, Layer.OUTFIT, peak=0.2)
    buttons(kit, white, 9, [y + 224, y + 270], 4.2)
    pocket = [(54, y + 104), (92, y + 102), (91, y + 146), (55, y + 148)]
    patch(kit, pocket, white.light, white.line, width=0.8)
    for x, tone in ((64, accent), (73, ramp)):
        patch(kit, [(x, y + 92), (x + 4, y + 92), (x + 4, y + 112), (x, y + 112)], tone.base, tone.line, width=0.6)


PART: Final = OutfitStyle(
    Outfit.LAB_COAT,
    draw=draw,
    words={
        "en": "lab coat, labcoat, doctor coat, doctor's coat",
        "ja": "白衣, ラボコート, 実験着",
    },
    weights={Build.FEMALE: 0.4, Build.MALE: 0.5},
    manner=Manner.COSTUME,
    colours=WHITE,
)
