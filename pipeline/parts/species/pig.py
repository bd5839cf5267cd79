"""A piglet."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import lch, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, RestingFace, Species

_HEAD: Final = (
    (0, -108), (44, -105), (86, -88), (114, -54), (126, -10), (130, 34), (122, 76), (96, 103), (50, 114), (0, 115),
)  # fmt: skip
_EAR: Final = ((40, -76), (52, -118), (84, -140), (118, -138), (136, -112), (130, -84), (108, -60), (96, -40))
_INSIDE: Final = ((62, -84), (68, -108), (90, -122), (112, -121), (122, -106), (118, -90), (104, -76), (94, -66))


def draw_head(kit: AnimalKit) -> int:
    """A broad, smooth head."""
    return fur_head(kit, _HEAD)


def draw_muzzle(kit: AnimalKit) -> None:
    """A round snout with two nostrils."""
    y, fur = kit.figure.nose, kit.fur
    rose = mix(fur.deep, lch(0.72, 0.12, 10), 0.5)
    half, high = 29.0, 20.0
    oval = [(half * c, y + high * s) for c, s in _RING]
    kit.patch(oval, rose, lift=12, layer=Layer.FEATURES)
    shade = [(half * c, y + high * s) for c, s in _RING[:5]] + [
        (-half * 0.6, y + high * 0.4),
        (half * 0.5, y + high * 0.3),
    ]
    kit.patch(shade, mix(rose, fur.dark, 0.35), lift=12.5, layer=Layer.FEATURES)
    ring = kit.figure.on_face([*oval, oval[0]], 13)
    kit.pen.line(ring, 1.5, fur.line, Layer.FEATURES, HEAD)
    for sign in (-1, 1):
        x = sign * 10.0
        nostril = [(x - 4.2, y), (x, y - 7), (x + 4.2, y), (x, y + 7)]
        kit.patch(nostril, fur.line, lift=14, layer=Layer.FEATURES)
    gleam = [(-half * 0.62, y - high * 0.42), (-half * 0.2, y - high * 0.78), (half * 0.06, y - high * 0.70),
             (-half * 0.36, y - high * 0.36)]  # fmt: skip
    kit.patch(gleam, (255, 255, 255, 120), lift=14, layer=Layer.FEATURES)


_RING: Final = (
    (1.0, 0.0), (0.81, 0.59), (0.31, 0.95), (-0.31, 0.95), (-0.81, 0.59), (-1.0, 0.0), (-0.81, -0.59), (-0.31, -0.95),
    (0.31, -0.95), (0.81, -0.59),
)  # fmt: skip
"""Points of a circle, from the viewer's right downward."""


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A soft ear that falls to the side."""
    return upright(kit, sign, _EAR, _INSIDE, 4, fluff=False, sharp=False, rate=3.4, before=True)


PART: Final = SpeciesStyle(
    Species.PIG,
    words={
        "en": "pig, piglet, piggy, hog, boar",
        "ja": "豚, ぶた, ブタ, 子豚, ぶたさん",
        "*": "🐷, 🐖",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(60, 16), eye_scale=1.12, nose=52, mouth=86, mouth_width=1.4, cheek=(90, 56), lip=0.0),
        furs={"#f4b8bd": 5, "#e9a49a": 1, "#8d8088": 0.6},
        coats={Coat.PLAIN: 1},
        eyes={"#5b3a30": 3, "#3c4a66": 1},
        expression=RestingFace.SMILE,
    ),
)
