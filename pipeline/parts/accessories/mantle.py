"""A cape over whatever else is worn: it hangs behind the arms, and its shoulders meet at a clasp."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.geometry import BODY, Attach, Chain
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.pieces import halves, patch, star
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Cloth behind the body down to the calves, with folds; a fall over each shoulder; a clasp."""
    outfit = OutfitKit(kit.pen, kit.figure, kit.spec, kit.tones)
    ramp, n, y, w, pen = kit.ramp("#b3263f"), kit.figure.neck, kit.figure.shoulder_y, kit.figure.shoulder, kit.pen
    low = y + 780
    chain = pen.chain(Chain((0, y, -30), (0, low, -30), head=0, rate=1.6, damping=0.3, hang=0.6))
    attach = Attach(head=0, chain=chain)
    right = np.array([(0, y - 30), (n + 24, y - 34), (w * 0.9, y - 8), (w + 34, y + 90), (w + 62, y + 380), (w + 84, low - 20),
                      (w * 0.5, low + 12), (0, low)], float)  # fmt: skip
    whole = np.vstack([right, (right * [-1, 1])[-2:0:-1]])
    behind = np.column_stack([whole, np.full(len(whole), -40.0)])
    cloth = pen.fill(behind, ramp.dark, Layer.BACK_TAILS, attach, (5, 9))
    with pen.clipped(cloth):
        for x in (-0.94, -0.6, -0.2, 0.24, 0.62, 0.95):
            fold = np.array([(x * w * 0.8, y + 60), (x * (w + 40), y + 400), (x * (w + 72), low + 10)])
            pen.line(np.column_stack([fold, np.full(3, -39.0)]), [0.4, 7.0, 11.0], ramp.deep, Layer.BACK_TAILS, attach)
    pen.line(np.vstack([behind, behind[:1]]), 1.6, ramp.line, Layer.BACK_TAILS, attach, (5, 9))
    for fall in halves([(6, y + 30), (n + 2, y - 30), (n + 26, y - 32), (w * 0.84, y - 20), (w + 22, y + 14), (w + 30, y + 84),
                        (w - 6, y + 70), (w * 0.55, y + 40), (24, y + 48)]):  # fmt: skip
        patch(outfit, fall, outfit.cloth(ramp), ramp.line, Layer.NECK_WEAR, (0, 1, 5), 1.2)
        crease = fall[[2, 7]] * 0.5 + fall[[3, 6]] * 0.5
        pen.line(outfit.on_body(crease), [0.5, 2.6], ramp.shade, Layer.NECK_WEAR, BODY)
    gold = Ramp.cloth("#e0b53a", kit.tones.look)
    patch(outfit, star(0, y + 36, 13, 8, 0.92), gold.base, gold.line, Layer.NECK_WEAR, (), 1.0)
    patch(outfit, star(0, y + 36, 6.5, 8, 0.92), gold.shine, gold.line, Layer.NECK_WEAR, (), 0.6)


PART: Final = AccessoryStyle(
    Accessory.MANTLE,
    draw=draw,
    words={
        "en": "cape over clothes, flowing cape, hero cape, cape on back, back cape",
        "ja": "肩マント, 背中のマント",
        "*": "🦸",
    },
    spots=(Spot.BACK,),
)
