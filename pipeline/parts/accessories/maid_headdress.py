"""A maid's frilled band."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.drawing.figure import skull
from pipeline.drawing.geometry import Attach
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory, Outfit


def draw(kit: AccessoryKit) -> None:
    """A frilled band."""
    white, pen = kit.tones.white, kit.pen
    longitudes = np.linspace(-78, 78, 33)
    down = 0.40 + 0.30 * (np.abs(longitudes) / 78) ** 2.2
    foot = skull(longitudes, down, kit.hair.out * 1.03)
    rise = 26 + 7 * np.abs(np.sin(np.arange(33) * np.pi / 4))
    crest = foot + np.column_stack(
        [np.sin(np.radians(longitudes)) * rise, -np.cos(np.radians(longitudes)) * rise, np.zeros(33)]
    )
    pinches = tuple(range(0, 33, 4))
    shape = np.vstack([foot, crest[::-1]])
    attach = Attach(turn=0.8, wrap=True)
    pen.fill(shape, kit.gradient(white, -190, -110), Layer.HEAD_WEAR, attach, (0, 32, *(65 - i for i in pinches)))
    pen.line(crest, 1.0, white.line, Layer.HEAD_WEAR, attach, pinches)
    for index in pinches[1:-1]:
        pen.line(
            np.array([crest[index], foot[index] * 0.75 + crest[index] * 0.25]),
            [0.9, 0.1],
            white.deep,
            Layer.HEAD_WEAR,
            attach,
        )
    for width, colour in ((5.4, kit.tones.gear.line), (4.2, kit.tones.gear.base)):
        pen.line(foot, width, colour, Layer.HEAD_WEAR, attach)


PART: Final = AccessoryStyle(
    Accessory.MAID_HEADDRESS,
    draw=draw,
    words={
        "en": "maid headdress, maid headband, maid cap, frilled headband",
        "ja": "ヘッドドレス, ホワイトブリム, メイドカチューシャ",
    },
    chance=0.8,
    spots=(Spot.TOP,),
    manners=(),
    outfits=(Outfit.MAID,),
    girlish=True,
)
