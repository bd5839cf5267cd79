"""A princess's cut: long and straight, with cheek-long locks beside the face."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.falls import Fall, long_fall
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.hair.masses import Edge, MassStyle, draw_mass, hanging
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle, HairKind
from pipeline.types.spec import Build, HairBack, HairFront, HairSide

FALL: Final = Fall(
    side=((114, -10), (119, 50), (121, 140), (124, 240), (128, 330)),
    edge=(
        ("t", 128, 352), ("t", 90, 356), ("n", 86, 338), ("t", 82, 357), ("t", 34, 360), ("n", 30, 340),
        ("t", 24, 360), ("t", 4, 360),
    ),
    panel=((70, 150), (71, 90), (79, 20), (84, -40)),
    panel_edge=(("t", 78, 344), ("t", 100, 348), ("n", 103, 322), ("t", 106, 350), ("t", 126, 348), ("n", 127, 330)),
    low=0.35,
    rate=1.4,
    flicks=False,
)  # fmt: skip


def draw(kit: HairKit) -> None:
    """Long and cut straight, with cheek-long straight locks beside the face."""
    long_fall(kit, FALL)
    for sign in (-1, 1):
        edge: Edge = sorted(
            [("n", sign * 90, 70.0), ("t", sign * 92, 128.0), ("t", sign * 63, 126.0), ("n", sign * 61, 70.0)],
            key=lambda item: item[1],
        )
        top = [(88, 10), (90, -40), (84, -70), (72, -40), (65, 10)]
        root = np.array([(sign * x, y, 34.0) for x, y in (top if sign > 0 else top[::-1])])
        chain = kit.hang((sign * 76, 10, 30), (sign * 76, 128, 30), Sway(rate=2.2, hang=0.6))
        draw_mass(kit, edge, root, hanging(34.0, -60, 0.95), kit.side(sign), Layer.SIDE_HAIR,
                  Attach(turn=0.8, chain=chain), MassStyle(bulge=0.0), casts=True)  # fmt: skip


PART: Final = HairBackStyle(
    HairBack.HIME,
    draw=draw,
    words={
        "en": "hime cut, himecut, princess cut",
        "ja": "姫カット, お姫様カット, おひめさまカット, ひめカット",
    },
    weights={Build.FEMALE: 1.5},
    kinds=(
        HairKind.LONG,
        HairKind.LOOSE,
    ),
    fringes=None,
    fronts={HairFront.HIME: 5, HairFront.BLUNT: 3},
    sides={HairSide.LONG: 3, HairSide.MEDIUM: 3},
    wave=(0.0, 0.05),
)
