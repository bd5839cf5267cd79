"""A tank top: bare arms."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.outfits.bodices import bodice
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.cuts import Sleeve
from pipeline.drawing.outfits.digits import number
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.sleeves import sleeves
from pipeline.parts import MOTIFS
from pipeline.parts.colours import CASUAL
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Motif, Outfit


def draw(kit: OutfitKit) -> None:
    """A tank top: bare arms."""
    n, y = kit.figure.neck, kit.figure.shoulder_y
    ramp = kit.tones.cloth
    bottom(kit, kit.tones.black)
    sleeves(kit, ramp, Sleeve.NONE)
    neckline = [(n + 18, y - 22), (n + 12, y + 8), (n * 0.7, y + 34), (0, y + 42)]
    bodice(kit, neckline, 26, ramp, 262, out=2)
    kit.line([(-n * 0.7 - 4, y + 38), (0, y + 50), (n * 0.7 + 4, y + 38)], 0.8, ramp)
    if kit.spec.number:
        number(kit, str(kit.spec.number), y + 88, kit.tones.accent)
        return
    MOTIFS[kit.spec.motif].draw(kit, 0, y + 104, 30)


PART: Final = OutfitStyle(
    Outfit.TANK_TOP,
    draw=draw,
    words={
        "en": "tank top, tank, tanktop, sleeveless shirt, undershirt, singlet, wifebeater, muscle shirt, camisole, "
        "crop top, sports bra, halter top, halterneck, basketball jersey, basketball uniform",
        "ja": "タンクトップ, ノースリーブ, キャミソール, ランニングシャツ",
        "*": "🎽",
    },
    weights={Build.FEMALE: 0.3, Build.MALE: 0.3, Build.ANDROGYNOUS: 0.2},
    open_below=True,
    manner=Manner.CASUAL,
    colours=CASUAL,
    motifs={Motif.NONE: 4, Motif.STAR: 0.4, Motif.BOLT: 0.4},
)
