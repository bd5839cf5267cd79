"""A small dinosaur, which passes for a baby dragon: a round snout, plates along the crown, two small horns."""

from __future__ import annotations

from typing import Final

from pipeline.drawing.animals.crests import spike
from pipeline.drawing.animals.head import centred, fur_head
from pipeline.drawing.animals.kit import AnimalKit
from pipeline.drawing.palette import Ramp, apart, fade, mix
from pipeline.drawing.pen import Layer
from pipeline.parts.records import Animal, Features, SpeciesStyle
from pipeline.types.spec import Accessory, Coat, RestingFace, Species

_HEAD: Final = (
    (0, -108), (42, -105), (80, -88), (105, -54), (115, -14), (122, 24), (127, 58), (118, 88), (90, 106), (46, 114),
    (0, 115),
)  # fmt: skip
_PLATES: Final = (
    ((14, -86), (20, -124), (44, -146), (60, -118), (62, -82)),
    ((-62, -82), (-60, -118), (-44, -146), (-20, -124), (-14, -86)),
    ((-30, -90), (-28, -132), (0, -170), (28, -132), (30, -90)),
)
_HORN: Final = ((68, -70), (78, -108), (104, -136), (108, -104), (98, -52))
_HORNS: Final = "#f6ead0"
_SNOUT: Final = ((-74, 56), (-58, 32), (-26, 20), (0, 17), (26, 20), (58, 32), (74, 56))


def draw_head(kit: AnimalKit) -> int:
    """Plates and horns, and before them a smooth head with a pale jaw."""
    plates = kit.second(_warm(kit))
    for plate in _PLATES:
        spike(kit, plate, plates)
    for sign in (-1, 1):
        spike(kit, [(sign * x, y) for x, y in _HORN[::sign]], Ramp.cloth(_HORNS, kit.tones.look))
    outline = fur_head(kit, _HEAD)
    y = kit.figure.mouth
    jaw = [(0, y + 3), (46, y + 1), (80, y - 10), (104, y - 6), (150, y - 4), (150, 160), (0, 160)]
    with kit.pen.clipped(outline):
        kit.patch(centred(jaw), mix(kit.pale.base, kit.fur.light, 0.18), (4, 5))
    return outline


def _warm(kit: AnimalKit) -> str:
    """The usual colour of plates: warm on cold skin, and the other way round."""
    return "#f4a64e" if 100 < kit.fur.lch.hue < 330 or kit.fur.lch.chroma < 0.03 else "#6cb98a"


def draw_muzzle(kit: AnimalKit) -> None:
    """A snout with two nostrils, spots."""
    y, fur = kit.figure.mouth, kit.fur
    light = [*_SNOUT, (50, 60), (0, 66), (-50, 60)]
    kit.patch(light, fade(mix(fur.base, fur.light, 0.9), 0.75), lift=8)
    bridge = kit.figure.on_face(_SNOUT[1:-1], 10)
    kit.pen.line(bridge, [0.1, 0.9, 1.2, 0.9, 0.1], fade(fur.line, 0.7), Layer.FEATURES)
    for sign in (-1, 1):
        x = sign * 20.0
        nostril = [(x - 5, y - 34), (x, y - 38), (x + 5, y - 34), (x, y - 30.5)]
        kit.patch(nostril, apart(fur.line, fur.base), lift=12, layer=Layer.FEATURES)
    for x, top, size in ((-18, -58, 7.5), (8, -70, 5.5), (22, -52, 6), (-96, 6, 6.5), (100, 8, 6.5), (-104, 26, 4.5)):
        spot = [(x - size, top), (x, top - size * 0.8), (x + size, top), (x, top + size * 0.8)]
        kit.patch(spot, fade(kit.mark(fur.deep), 0.6), layer=Layer.FACE_TONE, detail=0.12)


PART: Final = SpeciesStyle(
    Species.DINOSAUR,
    words={
        "en": "dinosaur, dino, baby dinosaur, baby dino, t rex, trex, tyrannosaurus, tyrannosaurus rex, "
        "triceratops, stegosaurus, brontosaurus, velociraptor, raptor, godzilla",
        "ja": "恐竜, きょうりゅう, キョウリュウ, ティラノサウルス, トリケラトプス, 怪獣",
        "*": "🦖, 🦕",
    },
    animal=Animal(
        draw_head,
        draw_muzzle,
        None,
        Features(eye=(60, -8), eye_scale=1.22, nose=44, mouth=76, mouth_width=2.2, cheek=(90, 40), lip=0.0),
        furs={"#7fbf6a": 4, "#5fb38a": 2, "#a5cf5c": 1, "#6fa8c8": 0.8},
        coats={Coat.PLAIN: 1},
        eyes={"#8a5a24": 3, "#b98a2a": 2, "#a5532f": 1},
        expression=RestingFace.SMILE,
        tail=Accessory.DRAGON_TAIL,
        hat=6.0,
    ),
)
