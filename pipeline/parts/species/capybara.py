"""A capybara: a blunt muzzle, small ears, and no hurry."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.ears import upright
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import Colour, fade, lch, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Coat, EyeShape, RestingFace, Species

_HEAD: Final = (
    (0, -104), (40, -103), (76, -94), (98, -70), (107, -34), (113, 8), (124, 46), (125, 82), (106, 106), (58, 115),
    (0, 116),
)  # fmt: skip
_EAR: Final = ((72, -70), (73, -92), (83, -111), (99, -117), (113, -106), (117, -85), (109, -62), (98, -48))
_INSIDE: Final = ((83, -80), (85, -93), (91, -102), (99, -104), (105, -97), (106, -84), (101, -74), (93, -71))
_MUZZLE: Final = (
    (0, 6), (36, 8), (62, 20), (76, 46), (86, 76), (80, 104), (48, 120), (0, 124),
)  # fmt: skip
_NOSE: Final = (
    (0, 22), (26, 21), (45, 28), (51, 41), (38, 52), (14, 56), (0, 57),
)  # fmt: skip


def draw_head(kit: AnimalKit) -> int:
    """A head like a loaf, broadest at the muzzle."""
    return fur_head(kit, _HEAD, crown=True)


def draw_muzzle(kit: AnimalKit) -> None:
    """A large blunt muzzle; the broad dark nose with its nostrils."""
    fur, y = kit.fur, kit.figure.mouth
    ground = mix(fur.base, fur.deep, 0.42)
    kit.patch(centred(_MUZZLE), ground, lift=6)
    dark: Colour = mix(fur.line, lch(0.34, 0.03, 40), 0.5)
    kit.patch(centred(_NOSE), fade(mix(ground, dark, 0.62), 1.0), lift=12, layer=Layer.FEATURES)
    for sign in (-1, 1):
        nostril = [(sign * 17, 42), (sign * 24, 35), (sign * 34, 36), (sign * 31, 44)]
        kit.patch(nostril, dark, lift=13, layer=Layer.FEATURES)
    gleam = [(-30, 28), (-10, 25), (12, 26), (-8, 30)]
    kit.patch(gleam, (255, 255, 255, 80), lift=13, layer=Layer.FEATURES)
    cleft = kit.figure.on_face([(0, 57), (0.3, (57 + y) / 2), (0, y)], 10)
    kit.pen.line(cleft, [1.3, 1.1, 1.2], kit.tones.mouth_line, Layer.FEATURES)


def draw_ear(kit: AnimalKit, sign: int) -> tuple[float, float]:
    """A small round ear."""
    inside = mix(kit.ear.shade, lch(0.60, 0.07, 30), 0.5)
    return upright(kit, sign, _EAR, _INSIDE, 3, fluff=False, sharp=False, inside=inside, rate=4.5)


PART: Final = SpeciesStyle(
    Species.CAPYBARA,
    words={
        "en": "capybara, capy, capibara, carpincho",
        "ja": "カピバラ, かぴばら, カピバラさん",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        draw_ear,
        Features(eye=(72, -10), eye_scale=1.02, nose=42, mouth=80, mouth_width=1.9, cheek=(88, 34), lip=3.0),
        furs={"#b58456": 5, "#a5734d": 2, "#c69a6c": 1.4},
        coats={Coat.PLAIN: 1},
        eyes={"#4a3230": 4, "#5b3a30": 2},
        eye_shape=EyeShape.SLEEPY,
        expression=RestingFace.FLAT,
    ),
)
