"""An axolotl: a wide smile between two fans of gills."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.animals.ears import as_seen, swinging
from pipeline.drawing.animals.head import fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import Colour, fade, lch, mix
from pipeline.drawing.pen import Layer, Linear
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -92), (40, -90), (76, -76), (102, -48), (113, -8), (118, 32), (113, 72), (88, 100), (44, 112), (0, 113),
)  # fmt: skip
_ROOT: Final = (98.0, -18.0)
_GILLS: Final = (
    ((82, -58), (106, -92), (122, -128)),
    ((98, -22), (126, -48), (144, -76)),
    ((104, 14), (128, 8), (149, -10)),
)
"""The stalk of each gill, from its root to its tip."""
_HALF: Final = 9.0
"""Of a stalk's width at its root."""


def draw_head(kit: AnimalKit) -> int:
    """A wide, smooth head."""
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """Two nostrils and freckles."""
    y = kit.figure.mouth
    for sign in (-1, 1):
        x = sign * 8.0
        nostril = [(x - 2.2, y - 21), (x, y - 23), (x + 2.2, y - 21), (x, y - 19.5)]
        kit.patch(nostril, fade(kit.fur.line, 0.8), lift=8, layer=Layer.FEATURES)
    for x, top, size in ((-14, -58, 5), (4, -68, 3.6), (20, -56, 4.4), (-92, -14, 4.2), (94, -12, 4.6)):
        spot = [(x - size, top), (x, top - size * 0.8), (x + size, top), (x, top + size * 0.8)]
        kit.patch(spot, fade(kit.mark(kit.fur.deep), 0.5), layer=Layer.FACE_TONE, detail=0.12)


def _frill(kit: AnimalKit) -> Colour:
    """The colour of gills: a deeper one than the skin's."""
    lightness, chroma, hue = kit.fur.lch
    return kit.mark(lch(max(lightness - 0.16, 0.30), min(max(chroma * 1.9, 0.11), 0.19), hue - 6))


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """Three feathery gills, which feel as ears do."""
    pen, frill = kit.pen, _frill(kit)
    line = mix(kit.fur.line, frill, 0.15)
    for stalk in reversed(_GILLS):
        path = as_seen(stalk, sign, -8.0)
        attach = swinging(kit, path[0], path[-1], 2.2, 0.1)
        along = (path[-1] - path[0]) / np.hypot(*(path[-1] - path[0])[:2])
        across = np.array([-along[1], along[0], 0.0])
        feather = _feather(path, along, across)
        axis = pen.axis(tuple(path[0]), tuple(path[-1]), attach)
        tips = tuple(range(1, len(feather) - 1))
        pen.fill(feather, Linear(((0, mix(frill, kit.fur.base, 0.5)), (0.5, frill), (1, frill)), axis), Layer.EARS,
                 attach, tips)  # fmt: skip
        pen.line(np.vstack([feather, feather[:1]]), 1.6, line, Layer.EARS, attach, tips)
        rib = np.vstack([path[0] - across * _HALF * 0.7, path[1] - across * _HALF * 0.4, path[-1] - along * 6,
                         path[1] + across * _HALF * 0.4, path[0] + across * _HALF * 0.7])  # fmt: skip
        pen.fill(rib, kit.fur.base, Layer.EARS, attach, (0, 2, 4))
    return sign * _ROOT[0], _ROOT[1]


def _feather(path: FloatArray, along: FloatArray, across: FloatArray) -> FloatArray:
    """The outline of a gill: fringes on both sides of its stalk."""
    sides = []
    for sign in (1, -1):
        run = [path[0] + across * sign * _HALF]
        for share in (0.36, 0.62, 0.86):
            middle = path[0] + (path[-1] - path[0]) * share + (path[1] - (path[0] + path[-1]) / 2) * (1 - share)
            run += [middle + across * sign * 15 * (1.1 - 0.45 * share), middle + across * sign * 5.5 + along * 5]
        sides.append(np.array(run))
    return np.vstack([sides[0], path[-1:] + along * 4, sides[1][::-1]])


PART: Final = SpeciesStyle(
    Species.AXOLOTL,
    words={
        "en": "axolotl, salamander, newt",
        "ja": "ウーパールーパー, うーぱーるーぱー, アホロートル, メキシコサラマンダー",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(68, 16), eye_scale=1.06, nose=40, mouth=60, mouth_width=2.3, cheek=(88, 56), lip=0.0),
        furs={"#f9c6cf": 5, "#f7d4de": 1, "#f4e2a8": 0.8, "#b9c6ea": 0.7, "#8b8f84": 0.4},
        coats={Coat.PLAIN: 1},
        eyes={"#4a3230": 3, "#3c3a46": 2, "#6b4a8a": 1},
        expression=RestingFace.SMILE,
    ),
)
