"""RigSpec: the value that decides how a drawn character looks, and its JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from enum import Enum
from typing import Any, Final

from pipeline.types.json_fields import Fields, flag, number, text, whole
from pipeline.types.spec.clothes import Accessory, Lower, Motif, Outfit, Pattern
from pipeline.types.spec.face import Brows, Ears, EyeShape, FaceShape, FacialHair, Iris, Lashes, Nose, RestingFace
from pipeline.types.spec.hair import HairBack, HairColouring, HairFront, HairSide
from pipeline.types.spec.person import (
    USUAL_YEARS,
    YEARS,
    Age,
    Arms,
    BodyStyle,
    Build,
    Coat,
    Edition,
    Finish,
    Physique,
    Species,
)

SPEC_VERSION: Final = 1

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True)
class RigSpec:
    """How a drawn character looks. Colours are "#rrggbb" in sRGB; shares are 0..1 unless noted.

    Attributes:
        edition: the art that draws it; files that do not say so are of the first.
        species: a mascot's hair_colour is that of its fur, hair_colour_2 that of its markings, "" for the coat's own;
            fields that only people have mean nothing on it. coat: a person has none.
        seed: decides what is too small for a field (the run of each lock of hair).
        years: within ``YEARS`` of the age; 0 for what is usual at it. Editions before the fourth know ages alone.
        closed_eyes: at rest; a face that smiles closes them as laughter does, standing up.
        eye_size: 0.8..1.2, 1 is usual. eye_spacing: -1..1, + is wider.
        eye_colour_right: the character's right eye; "" for the same as the left one.
        brow_colour, beard_colour: "" for the hair's.
        hair_colour_2: used as ``hair_colouring`` says; "" where that is SOLID.
        hair_length: 0..1 within what the back style allows. hair_volume, hair_mess, hair_wave: 0..1.
        number: on a jersey, 0 for whatever the seed takes.
        tieless: without the tie that an outfit would have by itself.
        pattern: of the outfit's cloth. lower_pattern: of what is worn below the waist, PLAIN for what goes with the
            outfit. Editions before the fourth have neither.
        lower_colour: "" for what goes with the outfit.
        accessory_colour: "" for the outfit's accent.
        accessories: without doubles, in the order of the enum.
        accessory_colours: one for each of them where they differ, "" for ``accessory_colour``; empty where none does.
    """

    version: int = SPEC_VERSION
    edition: Edition = Edition.FIRST
    seed: int = 0
    species: Species = Species.HUMAN
    coat: Coat = Coat.PLAIN
    body_style: BodyStyle = BodyStyle.NORMAL
    finish: Finish = Finish.CEL
    build: Build = Build.FEMALE
    age: Age = Age.TEEN
    years: int = 0
    physique: Physique = Physique.AVERAGE
    arms: Arms = Arms.BY_CHANCE
    face_shape: FaceShape = FaceShape.OVAL
    nose: Nose = Nose.DOT
    ears: Ears = Ears.HUMAN
    skin: str = "#ffe9dc"
    blush: float = 0.4
    freckles: bool = False
    mole: bool = False
    fang: bool = False
    braces: bool = False
    facial_hair: FacialHair = FacialHair.NONE
    beard_colour: str = ""
    expression: RestingFace = RestingFace.SMILE
    closed_eyes: bool = False
    eye_shape: EyeShape = EyeShape.ROUND
    eye_size: float = 1.0
    eye_spacing: float = 0.0
    eye_colour: str = "#3d6fb8"
    eye_colour_right: str = ""
    iris: Iris = Iris.GRADIENT
    lashes: Lashes = Lashes.NATURAL
    brows: Brows = Brows.NATURAL
    brow_colour: str = ""
    hair_front: HairFront = HairFront.STRAIGHT
    hair_side: HairSide = HairSide.MEDIUM
    hair_back: HairBack = HairBack.BOB
    hair_colour: str = "#8e7cc3"
    hair_colour_2: str = ""
    hair_colouring: HairColouring = HairColouring.SOLID
    hair_length: float = 0.5
    hair_volume: float = 0.5
    hair_mess: float = 0.2
    hair_wave: float = 0.0
    ahoge: bool = False
    outfit: Outfit = Outfit.SAILOR
    outfit_colour: str = "#3a4a78"
    accent_colour: str = "#d2384a"
    number: int = 0
    lower: Lower = Lower.NONE
    tieless: bool = False
    lower_colour: str = ""
    motif: Motif = Motif.NONE
    pattern: Pattern = Pattern.PLAIN
    lower_pattern: Pattern = Pattern.PLAIN
    accessories: tuple[Accessory, ...] = ()
    accessory_colour: str = ""
    accessory_colours: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name in _COLOURS:
                if not (_HEX.fullmatch(value) or (value == "" and item.name in _OPTIONAL_COLOURS)):
                    raise ValueError(f"{item.name} must be #rrggbb, not {value!r}")
            elif item.name in RANGES:
                low, high = RANGES[item.name]
                if not low <= value <= high:
                    raise ValueError(f"{item.name} must be {low}..{high}, not {value}")
        first, last = YEARS[self.age]
        if self.years and not first <= self.years <= last:
            raise ValueError(f"years must be 0 or {first}..{last} at the age {self.age.value!r}, not {self.years}")
        if self.version > SPEC_VERSION:
            raise ValueError(f"a spec of version {self.version} needs a newer AnimeMoji")
        if tuple(sorted(set(self.accessories), key=list(Accessory).index)) != self.accessories:
            raise ValueError("accessories must be sorted and without doubles")
        if self.accessory_colours and len(self.accessory_colours) != len(self.accessories):
            raise ValueError("accessory_colours must be one for each accessory")
        if not all(colour == "" or _HEX.fullmatch(colour) for colour in self.accessory_colours):
            raise ValueError(f"accessory_colours must be #rrggbb, not {self.accessory_colours!r}")

    @property
    def lived(self) -> int:
        """How many years old the character looks."""
        return self.years or USUAL_YEARS[self.age]

    def to_json(self) -> dict[str, Any]:
        """A JSON object of plain values."""
        data = asdict(self)
        for name in ("accessories", "accessory_colours"):
            data[name] = list(data[name])
        return {key: _plain(value) for key, value in data.items()}

    @classmethod
    def from_json(cls, data: object) -> RigSpec:
        """The spec in a JSON object; absent fields take their defaults.

        Raises:
            ValueError: a value is out of its range, or a field is unknown.
            TypeError: it is not a JSON object.
            NewerFileError: it was written by a newer version of AnimeMoji.
        """
        if not isinstance(data, dict):
            raise TypeError("a spec is a JSON object")
        Fields(data).check_version(SPEC_VERSION)
        defaults = cls()
        values: dict[str, Any] = {}
        for name, value in data.items():
            default = getattr(defaults, name, None)
            if default is None or name not in _FIELD_NAMES:
                raise ValueError(f"unknown field {name!r}")
            if name == "accessories":
                values[name] = tuple(Accessory(text(item, name)) for item in Fields(data).items(name))
            elif name == "accessory_colours":
                values[name] = tuple(text(item, name) for item in Fields(data).items(name))
            elif isinstance(default, Enum):
                values[name] = type(default)(text(value, name))
            else:
                values[name] = _READERS[type(default)](value, name)
        return cls(**values)


_READERS: Final[dict[type, Callable[[object, str], Any]]] = {bool: flag, int: whole, float: number, str: text}


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


_COLOURS: Final = frozenset(
    {"skin", "eye_colour", "eye_colour_right", "brow_colour", "hair_colour", "hair_colour_2", "outfit_colour",
     "accent_colour", "lower_colour", "accessory_colour", "beard_colour"}
)  # fmt: skip
_OPTIONAL_COLOURS: Final = frozenset(
    {"eye_colour_right", "brow_colour", "beard_colour", "hair_colour_2", "lower_colour", "accessory_colour"}
)
RANGES: Final[dict[str, tuple[float, float]]] = {
    "blush": (0, 1),
    "years": (0, 120),
    "number": (0, 99),
    "eye_size": (0.8, 1.2),
    "eye_spacing": (-1, 1),
    "hair_length": (0, 1),
    "hair_volume": (0, 1),
    "hair_mess": (0, 1),
    "hair_wave": (0, 1),
}
"""Lowest and highest value of each numeric field."""
_FIELD_NAMES: Final = frozenset(item.name for item in fields(RigSpec))
