"""A school blazer over a white shirt."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import bow, buttons, lapels, patch, shirt_collar, symmetric, tie
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import SCHOOL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A school blazer over a white shirt, with a tie or a ribbon."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp, white, accent = kit.tones.cloth, kit.tones.white, kit.tones.accent
    bottom(kit, accent if kit.figure.masculine < 0.3 else kit.tones.black, pleated=True)
    hem, cutaway = 308 + 22 * kit.figure.manly, 16 + 30 * kit.figure.manly
    kit.garment([(n + 16, y - 24), (n + 4, y - 2), (0, y + 12)], ramp, out=8, hem=hem, cutaway=cutaway)
    kit.shirt = kit.tones.white
    chest_folds(kit, ramp, Sleeve.TAILORED)
    front = symmetric([(0, y - 6), (n + 8, y - 24), (n + 26, y + 10), (30, y + 90), (0, y + 158)])
    kit.pen.fill(kit.on_body(front), kit.cloth(white), Layer.OUTFIT, BODY, (1, 4))
    ribbon = kit.figure.masculine < 0.5 and kit.rng.random() < 0.6
    if not ribbon:
        tie(kit, accent, y + 4, y + 156)
    lapels(kit, ramp, y + 166)
    shirt_collar(kit, white)
    if ribbon:
        bow(kit, accent, 0, y + 22, 30, 0.8)
    kit.line(
        [
            (0, y + 166),
            *(
                ((2, y + 260), (3, y + hem - cutaway) if kit.art.graded else (6, y + 312))
                if kit.art.limbs
                else ((2, y + 300), (4, y + 560))
            ),
        ],
        1.1,
        ramp,
        Layer.OUTFIT,
        peak=0.2,
    )
    buttons(kit, kit.tones.gear if kit.spec.accessory_colour else accent, 10, [y + 186, y + 230], 5.0)
    crest = [(58, y + 92), (84, y + 90), (84, y + 96), (58, y + 98)]
    patch(kit, crest, ramp.light, ramp.line, width=0.7)


PART: Final = OutfitStyle(
    Outfit.BLAZER,
    draw=draw,
    words={
        "en": "blazer, school blazer, school jacket",
        "ja": "ブレザー, ブレザー制服",
    },
    weights={Build.FEMALE: 1.8, Build.MALE: 2.2, Build.ANDROGYNOUS: 1.5},
    manner=Manner.SMART,
    colours=SCHOOL,
)
