"""Round sunglasses."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.accessories.glasses import draw_glasses, lens
from pipeline.drawing.accessories.kit import AccessoryKit
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Small round dark lenses in a thin frame."""
    draw_glasses(kit, lens(kit, 29, 28), slice(None), 1.6, (38, 32, 52, 216))


PART: Final = AccessoryStyle(
    Accessory.ROUND_SUNGLASSES,
    draw=draw,
    words={
        "en": "round sunglasses, john lennon glasses, lennon glasses, hippie glasses, small round sunglasses, "
        "round shades, round dark glasses, teashades, circle sunglasses",
        "ja": "丸いサングラス, 丸サングラス, ラウンドサングラス",
    },
    spots=(Spot.EYES,),
)
