"""A soft one-piece suit with a light belly and buttons: pyjamas, or an animal's costume under its hood."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import trousers
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import buttons, halves, patch, symmetric
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Outfit

COLOURS: Final[Schemes] = (
    ("#a9c4e8", "#f4f4f8"), ("#f0b8c4", "#fbf0f2"), ("#b8a4d8", "#f2ecfa"), ("#c8a878", "#f6ead0"), ("#8fbf8a", "#f4efd0"),
    ("#6a6d7a", "#e6e6ec"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """Wide legs and sleeves of one cloth, a belly of the second colour, a placket with buttons, two pockets."""
    n, y, half = kit.figure.neck, kit.figure.shoulder_y, kit.waist[0]
    ramp, accent = kit.tones.cloth, kit.tones.accent
    trousers(kit, ramp)
    suit = kit.garment([(n + 28, y - 22), (n + 16, y), (n * 0.6, y + 22), (0, y + 30)], ramp, out=11, hem=352)
    with kit.pen.clipped(suit):
        belly = symmetric(
            [
                (0, y + 52),
                (half * 0.50, y + 66),
                (half * 0.86, y + 150),
                (half * 0.92, y + 260),
                (half * 0.6, y + 366),
                (0, y + 380),
            ]
        )
        kit.pen.fill(kit.on_body(belly), kit.cloth(accent), Layer.OUTFIT, BODY)
        shade = [
            (half * 0.36, y + 70),
            (half * 0.86, y + 150),
            (half * 0.92, y + 260),
            (half * 0.6, y + 366),
            (half * 0.5, y + 240),
        ]
        kit.pen.fill(kit.on_body(shade), accent.shade, Layer.OUTFIT, BODY)
        kit.pen.line(kit.on_body([*belly, belly[0]]), 1.1, ramp.line, Layer.OUTFIT, BODY)
    chest_folds(kit, ramp)
    kit.line([(0, y + 32), (1, y + 200), (0, y + 356)], 1.0, accent)
    buttons(kit, ramp, 0, [y + 84 + 54 * place for place in range(5)], 6.0)
    for pocket in halves([(half * 0.5, y + 250), (half + 4, y + 236), (half + 6, y + 296), (half * 0.56, y + 304)]):
        patch(kit, pocket, ramp.base, ramp.line, width=0.9)
    for side in halves(
        [
            (n + 8, y - 46),
            (n + 30, y - 44),
            (n + 40, y - 14),
            (n + 22, y + 22),
            (4, y + 40),
            (2, y + 26),
            (n - 4, y + 6),
        ]
    ):
        patch(kit, side, kit.cloth(ramp), ramp.line, corners=(0, 4, 5))


PART: Final = OutfitStyle(
    Outfit.ONESIE,
    draw=draw,
    words={
        "en": "onesie, kigurumi, one piece pajamas, fleece suit, fursuit, animal costume, animal suit, "
        "animal pajamas, footie pajamas, babygrow",
        "ja": "着ぐるみ, きぐるみ, 着ぐるみパジャマ, つなぎパジャマ",
    },
    weights={},
    manner=Manner.CASUAL,
    colours=COLOURS,
)
