"""A person."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import SpeciesStyle
from pipeline.types.spec import Species

PART: Final = SpeciesStyle(
    Species.HUMAN,
    words={
        "en": "human, human being",
        "ja": "人間, ヒト",
    },
)
