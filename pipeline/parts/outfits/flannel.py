"""A checked shirt, open at the throat."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import BODY
from pipeline.drawing.outfits.bottoms import bottom
from pipeline.drawing.outfits.kit import OutfitKit
from pipeline.drawing.outfits.patterns import Checks
from pipeline.drawing.outfits.pieces import buttons, open_collar, throat
from pipeline.drawing.outfits.sleeves import chest_folds
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer
from pipeline.parts.colours import Schemes
from pipeline.parts.records import Manner, OutfitStyle
from pipeline.types.spec import Build, Outfit

COLOURS: Final[Schemes] = (
    ("#b8434a", "#f0e2cc"), ("#3f6a56", "#f0e6d2"), ("#4b6a9e", "#f2e6c8"), ("#8a6a4a", "#f0e2cc"), ("#5b5a66", "#e8e4f0"),
)  # fmt: skip


def draw(kit: OutfitKit) -> None:
    """A checked shirt, open at the throat."""
    y, w = kit.figure.shoulder_y, kit.figure.shoulder
    ramp, pen = kit.tones.cloth, kit.pen
    bottom(kit, kit.tones.black)
    shirt = kit.garment(throat(kit), ramp, out=4, hem=268, loose=0.3 + 0.3 * kit.figure.masculine)
    kit.checks = Checks(fade(ramp.dark, 0.40), fade(kit.tones.accent.light, 0.8))
    with pen.clipped(shirt):
        for x in np.arange(-w - 10, w + 12, 26):
            bar = [(x, y - 40), (x + 10, y - 40), (x + 9, y + 290), (x - 1, y + 290)]
            pen.fill(kit.on_body(bar), kit.checks.bar, Layer.OUTFIT, BODY, (0, 1, 2, 3))
        for low in np.arange(y - 30, y + 280, 26):
            band = [(-w - 20, low), (0, low + 8), (w + 20, low), (w + 20, low + 10), (0, low + 18), (-w - 20, low + 10)]
            pen.fill(kit.on_body(band), kit.checks.bar, Layer.OUTFIT, BODY, (0, 2, 3, 5))
            thread = [(-w - 20, low - 8), (0, low), (w + 20, low - 8)]
            pen.line(kit.on_body(thread), 0.9, kit.checks.thread, Layer.OUTFIT, BODY, detail=0.15)
    chest_folds(kit, ramp)
    open_collar(kit, ramp, spread=6)
    kit.line([(-1, y + 44), (1, y + 140), (0, y + 262)], 1.0, ramp, Layer.OUTFIT, peak=0.2)
    buttons(kit, kit.tones.white, 7, [y + 64 + 40 * i for i in range(5)], 3.2)


PART: Final = OutfitStyle(
    Outfit.FLANNEL,
    draw=draw,
    words={
        "en": "flannel shirt, flannel, plaid shirt, checkered shirt, lumberjack shirt, plaid flannel, "
        "checked shirt, tartan shirt",
        "ja": "ネルシャツ, チェックシャツ, フランネル, フランネルシャツ",
    },
    weights={Build.FEMALE: 0.2, Build.MALE: 0.5, Build.ANDROGYNOUS: 0.3},
    open_below=True,
    manner=Manner.CASUAL,
    colours=COLOURS,
)
