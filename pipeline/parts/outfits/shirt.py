"""A buttoned shirt, open at the throat."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.belts import BELT, waistband
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.modelling import gather
from pipeline.drawing.outfits.pieces import buttons, open_collar, throat
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import CASUAL, WHITE
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit


def draw(kit: OutfitKit) -> None:
    """A buttoned shirt, open at the throat."""
    y = kit.figure.shoulder_y
    ramp = kit.tones.cloth
    below = kit.tones.accent if kit.figure.masculine < 0.3 else kit.tones.black
    if not kit.art.poised:
        bottom(kit, below)
    kit.garment(throat(kit), ramp, out=3, hem=252)
    if kit.art.poised:
        if kit.art.rounded and kit.torso is not None and not kit.figure.mascot:
            gather(kit.pen, kit.figure, ramp, Layer.OUTFIT, kit.torso)
        bottom(kit, below)
        waistband(kit, Ramp.cloth(BELT, kit.tones.look))
    chest_folds(kit, ramp)
    open_collar(kit, ramp)
    low = 226 if kit.art.poised else 250 if kit.art.limbs else 420
    kit.line([(-1, y + 44), (1, y + 140), (0, y + low)], 0.9, ramp, Layer.OUTFIT, peak=0.2)
    kit.line([(13, y + 50), (15, y + 140), (14, y + low)], 0.6, ramp, Layer.OUTFIT, peak=0.2)
    buttons(
        kit,
        kit.tones.white if ramp.lch.lightness < 0.8 else kit.tones.accent,
        7,
        [y + 64 + 40 * i for i in range(4 if kit.art.poised else 5 if kit.art.limbs else 6)],
        3.4,
    )
    pocket = [(34, y + 96), (70, y + 94), (70, y + 134), (52, y + 144), (35, y + 136)]
    kit.pen.line(kit.on_body([*pocket, pocket[0]]), 0.8, ramp.line, Layer.OUTFIT, BODY, (0, 1, 2, 3, 4), detail=0.2)


PART: Final = OutfitStyle(
    Outfit.SHIRT,
    draw=draw,
    words={
        "en": "shirt, collared shirt, dress shirt, button up shirt, button up, blouse, polo shirt, button down shirt",
        "ja": "シャツ, ブラウス, ワイシャツ, yシャツ, 襟付きシャツ, ポロシャツ, カッターシャツ",
    },
    weights={Build.FEMALE: 1, Build.MALE: 2.2, Build.ANDROGYNOUS: 2},
    open_below=True,
    manner=Manner.CASUAL,
    colours=WHITE + CASUAL,
    under=True,
    bare_armed=Outfit.TANK_TOP,
)
