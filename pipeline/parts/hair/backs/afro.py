"""A round cloud of curls around the whole head."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from pipeline.drawing.geometry import Attach
from pipeline.drawing.hair.clouds import cloud, commas, scalloped
from pipeline.drawing.hair.curls import along, curls
from pipeline.drawing.hair.kit import HairKit, Sway
from pipeline.drawing.pen import Layer
from pipeline.parts.records import HairBackStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Build, HairBack, HairFront, HairSide


def draw(kit: HairKit) -> None:
    """A round cloud around the whole head."""
    radius = (122 if kit.art.locks else 112) + 26 * kit.spec.hair_volume + 14 * kit.length
    middle = -36.0

    def arc(reach: float | FloatArray, degrees: float, count: int) -> FloatArray:
        angle = np.radians(np.linspace(-degrees, degrees, count))
        return np.column_stack([reach * np.sin(angle), middle - reach * 0.94 * np.cos(angle)])

    rim = arc(radius, 128, 15)
    chain = kit.hang((0, 0, -20), (0, middle - radius, -20), Sway(rate=3.0, damping=0.25, hang=0.0))
    attach = Attach(turn=0.12, chain=chain, give=0.5)
    if kit.art.locks:
        _cloud(kit, arc, radius, attach)
        return
    curls(kit, along(kit, rim, -12.0, 33), kit.back(), Layer.BACK_HAIR, attach,
          np.column_stack([rim, np.full(len(rim), -12.0)]), wound=0.0)  # fmt: skip
    lobes = [*along(kit, arc(radius - 10, 98, 13), -4.0, 30), *along(kit, arc(radius - 46, 84, 11), 4.0, 28)]
    lobes += along(kit, arc(radius - 78, 66, 7), 10.0, 26)
    fill = np.vstack([arc(radius - 10, 98, 13), [(70, -34), (0, -62), (-70, -34)]])
    curls(kit, lobes, kit.side(-1), Layer.CAP, Attach(turn=0.25, chain=chain, give=0.5),
          np.column_stack([fill, np.zeros(len(fill))]))  # fmt: skip


def _cloud(
    kit: HairKit, arc: Callable[[float | FloatArray, float, int], FloatArray], radius: float, attach: Attach
) -> None:
    """The cloud behind the head, and the one on top of it in the light."""
    layers = (
        (radius, 132.0, -12.0, kit.back(), Layer.BACK_HAIR, 8),
        (radius - 9, 114.0, 0.0, kit.side(-1), Layer.CAP, 130),
    )
    if kit.art.massed:
        # One outline: what lies behind shows below the ears alone.
        layers = (
            (radius - 16, 124.0, -12.0, kit.back(), Layer.BACK_HAIR, 0),
            (radius - 3, 114.0, 0.0, kit.side(-1), Layer.CAP, 130),
        )
    for reach, degrees, z, paints, layer, coils in layers:

        def deep(flat: FloatArray, z: float = z) -> FloatArray:
            return np.column_stack([flat, np.full(len(flat), z)])

        def inside(u: float, v: float, reach: float = reach, degrees: float = degrees, z: float = z) -> FloatArray:
            angle = np.radians(degrees * (2 * u - 1)) * 0.95
            far = reach * (0.93 - 0.55 * v)
            return np.array([far * np.sin(angle), arc(reach, 0, 1)[0, 1] + 0.94 * (reach - far * np.cos(angle)), z])

        if kit.art.gathered:
            # Uneven curls, and ends that turn in at the ears: a cut edge would look like a helmet's.
            turned_in = 1 - 0.28 * np.abs(np.linspace(-1, 1, 41)) ** 9
            bump, rise = (44.0, 9.0) if kit.art.massed else (31.0, 10.0)
            edge = scalloped(kit, deep(arc(reach * turned_in, degrees, 41)), bump, rise)
        else:
            edge = scalloped(kit, deep(arc(reach, degrees, 41)), 21.0, 6.5)
        within = 0.45 if kit.art.gathered and layer is Layer.BACK_HAIR else 0.62
        lumps = 0 if kit.art.massed else coils
        cloud(kit, edge, deep(arc(within * reach, degrees, 9)[::-1]), inside, lumps, paints, layer, attach)
        if kit.art.massed and layer is Layer.CAP:
            for ring, count in ((0.86, 15), (0.69, 9)):
                places = [(float(x), float(y), z) for x, y in arc(reach * ring, degrees - 10, count)]
                commas(kit, places, layer, attach, 0.66)


PART: Final = HairBackStyle(
    HairBack.AFRO,
    draw=draw,
    words={
        "en": "afro, afro hair, afro textured hair, coily hair, kinky hair, natural black hair texture",
        "ja": "アフロ, アフロヘア",
    },
    weights={Build.FEMALE: 0.3, Build.MALE: 0.3},
    fringes=None,
    fronts={HairFront.CURLY: 1},
    sides={HairSide.NONE: 5, HairSide.SHORT: 1},
    wave=(0.9, 1.0),
    cloud=True,
    cushion=True,
    coiled=True,
)
