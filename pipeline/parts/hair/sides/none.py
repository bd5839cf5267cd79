"""No locks before the ears."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import HairSideStyle
from pipeline.types.spec import HairSide

PART: Final = HairSideStyle(
    HairSide.NONE,
    draw=lambda kit: None,
    words={
        "en": "no sidelock, no sideburn",
        "ja": "もみあげなし, 横髪なし",
    },
    weight=0.2,
)
