"""An animal's own fur, with a bib; people wear it as a costume."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.drawing.animals.head import centred
from pipeline.drawing.animals.plush import draw_plush, draw_stubs, plush_kit
from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import trousers
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.sleeves import sleeves
from pipeline.drawing.pen import Layer
from pipeline.parts import SPECIES
from pipeline.parts.colours import CUTE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Outfit


def draw(kit: OutfitKit) -> None:
    """A plush body, or a suit of fur on a person's."""
    style = SPECIES[kit.spec.species].animal
    animal = plush_kit(kit.pen, kit.figure, kit.spec, kit.tones, style.feet if style else "")
    if kit.figure.mascot:
        draw_plush(kit, animal)
        if kit.art.poised or (kit.art.soft and not kit.holds):
            draw_stubs(kit, animal)
            return
        kit.tones = replace(kit.tones, skin=animal.ear)
        sleeves(kit, animal.ear, Sleeve.NONE)
        return
    n, y, fur = kit.figure.neck, kit.figure.shoulder_y, kit.tones.hair
    trousers(kit, fur)
    kit.garment([(n + 18, y - 26), (0, y - 6)], fur, 10)
    belly = [(0, y + 60), (44, y + 76), (60, y + 160), (44, y + 250), (0, y + 270)]
    kit.pen.fill(kit.on_body(centred(belly)), animal.pale.base, Layer.OUTFIT, BODY)
    sleeves(kit, fur)


PART: Final = OutfitStyle(
    Outfit.FUR,
    draw=draw,
    words={
        "en": "own fur, fur suit, natural fur",
        "ja": "毛皮の体",
    },
    weights={},
    manner=Manner.COSTUME,
    colours=CUTE,
)
