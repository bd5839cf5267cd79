"""No hair at all."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.scalp import draw_scalp
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront


def draw(kit: HairKit) -> None:
    """No hair at all."""
    draw_scalp(kit)


PART: Final = HairBackStyle(
    HairBack.BALD,
    draw=draw,
    words={
        "en": "bald, baldy, bald head, shaved head, skinhead, hairless, no hair, shaven head, bald headed, "
        "completely bald, cue ball",
        "ja": "スキンヘッド, 禿げ, ハゲ, "
        "髪がない, 髪の毛がない, 髪なし, 無毛, "
        "バーコードはげ, バーコードハゲ, 禿, はげ, つるつる頭, 禿頭, ハゲ頭",
        "*": "🦲",
    },
    weights={Build.MALE: 0.25},
    fringes=None,
    fronts={HairFront.SWEPT_BACK: 1},
    wave=(0.0, 0.0),
    sidelocks=False,
    whole=True,
)
