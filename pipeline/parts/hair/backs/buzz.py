"""Hair of a few millimetres."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.hair.kit import HairKit
from pipeline.drawing.hair.scalp import draw_cropped, draw_faded
from pipeline.parts.records import HairBackStyle
from pipeline.types.spec import Build, HairBack, HairFront


def draw(kit: HairKit) -> None:
    """Hair of a few millimetres."""
    if kit.art.soft:
        draw_faded(kit, bare=0.18)
    else:
        draw_cropped(kit)


PART: Final = HairBackStyle(
    HairBack.BUZZ,
    draw=draw,
    words={
        "en": "buzz cut, buzzcut, buzzed hair, crew cut buzz, induction cut, number one cut, military cut, "
        "military haircut, shaved hair, very short cropped hair, close cropped hair, stubbly head, balding",
        "ja": "坊主, 坊主頭, 丸刈り, バズカット, 五分刈り, 丸坊主",
    },
    weights={Build.MALE: 0.25},
    fringes=None,
    fronts={HairFront.SWEPT_BACK: 1},
    wave=(0.0, 0.0),
    sidelocks=False,
    whole=True,
)
