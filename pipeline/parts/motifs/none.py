"""No motif."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import MotifStyle
from pipeline.types.spec import Motif

PART: Final = MotifStyle(
    Motif.NONE,
    draw=lambda kit, x, y, size: None,
    words={
        "en": "no motif, plain, blank, no print, no logo",
        "ja": "無地",
    },
)
