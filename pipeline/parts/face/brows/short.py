"""Short thick brows."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import BrowStyle
from pipeline.types.spec import Brows, Build

PART: Final = BrowStyle(
    Brows.SHORT,
    words={
        "en": "short brow, short eyebrow, dot eyebrow, maro mayu, dot brow",
        "ja": "短い眉, 短眉, 麻呂眉, まろ眉, まゆ玉",
    },
    weights={Build.FEMALE: 0.5, Build.MALE: 0.1},
    thickness=1.7,
    length=0.62,
    bend=(1.0, 0.0, 0.0, 0.0, -1.0),
)
