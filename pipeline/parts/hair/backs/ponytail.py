"""A ponytail: tied high at the back, it falls behind one shoulder."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.tails import HEAD_BACK, grown, hair_tie, nape, tail
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack


def draw(kit: HairKit) -> None:
    """Tied high at the back: it rises over the head and falls to one side behind the shoulder."""
    nape(kit)
    path = grown(kit, [(16, -132), (62, -176), (122, -156), (154, -78), (152, 40), (132, 150), (142, 250)], -132)
    tail(kit, path, (12, 28, 36, 38, 36, 28, 14), Layer.BACK_TAILS, HEAD_BACK, 1, rate=1.4)
    hair_tie(kit, 28, -146, -45, 15, Layer.BACK_TAILS, HEAD_BACK)


PART: Final = HairBackStyle(
    HairBack.PONYTAIL,
    draw=draw,
    words={
        "en": "ponytail, pony tail, ponytale, ponitail, high ponytail, hair tied up, tied back hair, ponytailed",
        "ja": "ポニーテール, 一つ縛り, 高めポニテ, ポニテ, 一つ結び, ひとつ結び, 馬尻尾",
    },
    weights={Build.FEMALE: 2.2, Build.MALE: 0.5, Build.ANDROGYNOUS: 1.2},
    kinds=(HairKind.TIED,),
)
