"""Round eyes, from which the others are measured."""

from __future__ import annotations

from typing import Final

from pipeline.parts.records import EyeShapeStyle
from pipeline.types.spec import Build, EyeShape

PART: Final = EyeShapeStyle(
    EyeShape.ROUND,
    words={
        "en": "round eye, doe eye, doe eyed, innocent eye, big round eye, puppy eye, puppy dog eye",
        "ja": "丸い目, 丸目, まん丸な目, くりくりの目, つぶらな瞳, ぱっちり, ぱっちりした目, ぱっちり目, くりくり",
    },
    weights={Build.FEMALE: 4, Build.MALE: 0.8, Build.ANDROGYNOUS: 1.5},
)
