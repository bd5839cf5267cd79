"""RigSpec: everything that decides how a drawn character looks.

A spec is a value: characters/drawn writes it from a prompt, posers/rig draws it. It is saved as versioned JSON; a field
that an older file lacks takes its default, so a default may never change its meaning.

An enum of parts (hair, face, clothes) lists what there is; each value is the name of the file in ``pipeline/parts``
that holds everything else about it. A value that was released stays as it is, for saved characters store it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from enum import Enum
from typing import Any, Final

from pipeline.types.json_fields import Fields, flag, number, text, whole

SPEC_VERSION: Final = 1

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class Edition(str, Enum):
    """Which edition of our art draws a character. New ones get the latest; a saved one keeps the edition it has."""

    FIRST = "first"
    SECOND = "second"


LATEST_EDITION: Final = Edition.SECOND


class BodyStyle(str, Enum):
    """The proportions of head and body."""

    NORMAL = "normal"
    CHIBI = "chibi"


class Species(str, Enum):
    """Who the character is: a person, or a mascot that is all animal."""

    HUMAN = "human"
    CAT = "cat"
    DOG = "dog"
    FOX = "fox"
    RABBIT = "rabbit"
    BEAR = "bear"
    FROG = "frog"


class Coat(str, Enum):
    """How the second colour lies on an animal's fur."""

    PLAIN = "plain"
    TABBY = "tabby"
    BLAZE = "blaze"
    MASK = "mask"
    CALICO = "calico"
    POINTS = "points"
    PANDA = "panda"


class Finish(str, Enum):
    """How the drawing is coloured and inked."""

    CEL = "cel"
    SOFT = "soft"
    SKETCH = "sketch"


class Build(str, Enum):
    """The range a face and body are drawn in."""

    FEMALE = "female"
    MALE = "male"
    ANDROGYNOUS = "androgynous"


class Age(str, Enum):
    """How old the character looks."""

    CHILD = "child"
    TEEN = "teen"
    ADULT = "adult"
    ELDER = "elder"


class FaceShape(str, Enum):
    """The outline of cheeks and chin."""

    OVAL = "oval"
    ROUND = "round"
    HEART = "heart"
    SHARP = "sharp"
    SQUARE = "square"


class Nose(str, Enum):
    """How the nose is drawn."""

    DOT = "dot"
    LINE = "line"
    BUTTON = "button"
    WEDGE = "wedge"
    STRAIGHT = "straight"


class Ears(str, Enum):
    """Whose ears the character has; animals' ears are accessories."""

    HUMAN = "human"
    ELF = "elf"


class EyeShape(str, Enum):
    """The shape of the open eye; tsurime slant up, tareme down, sanpaku show white below the iris."""

    ROUND = "round"
    TSURIME = "tsurime"
    TAREME = "tareme"
    SANPAKU = "sanpaku"
    SLEEPY = "sleepy"
    SHARP = "sharp"
    ALMOND = "almond"
    WIDE = "wide"
    BUTTON = "button"


class Iris(str, Enum):
    """What is drawn in the iris."""

    GRADIENT = "gradient"
    RING = "ring"
    STAR = "star"
    HEART = "heart"
    SLIT = "slit"
    FLAT = "flat"


class Lashes(str, Enum):
    """How much of the lashes is drawn."""

    NATURAL = "natural"
    LONG = "long"
    THICK = "thick"
    BARE = "bare"


class Brows(str, Enum):
    """The shape of the eyebrows."""

    NATURAL = "natural"
    THIN = "thin"
    THICK = "thick"
    SHORT = "short"
    ARCHED = "arched"
    STRAIGHT = "straight"


class RestingFace(str, Enum):
    """The face at rest, under whatever motion plays."""

    NEUTRAL = "neutral"
    SMILE = "smile"
    GRIN = "grin"
    CAT = "cat"
    POUT = "pout"
    FLAT = "flat"
    SAD = "sad"
    ANGRY = "angry"
    SMUG = "smug"
    SLEEPY = "sleepy"
    SHY = "shy"
    CLOSED = "closed"
    WINK = "wink"
    TONGUE = "tongue"


class FacialHair(str, Enum):
    """What grows on lip, cheeks and chin."""

    NONE = "none"
    STUBBLE = "stubble"
    MOUSTACHE = "moustache"
    GOATEE = "goatee"
    FULL_BEARD = "full_beard"
    LONG_BEARD = "long_beard"


class HairFront(str, Enum):
    """The fringe."""

    STRAIGHT = "straight"
    BLUNT = "blunt"
    HIME = "hime"
    PARTED = "parted"
    CURTAIN = "curtain"
    SWEEP = "sweep"
    SIDE_PART = "side_part"
    MESSY = "messy"
    CHOPPY = "choppy"
    ONE_EYE = "one_eye"
    SWEPT_BACK = "swept_back"
    SPIKY = "spiky"
    CURLY = "curly"
    M_SHAPED = "m_shaped"


class HairSide(str, Enum):
    """The locks in front of the ears."""

    NONE = "none"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class HairBack(str, Enum):
    """The hair behind and beside the head."""

    SHORT = "short"
    UNDERCUT = "undercut"
    SPIKY = "spiky"
    BOB = "bob"
    MEDIUM = "medium"
    HIME = "hime"
    LONG = "long"
    LONG_WAVY = "long_wavy"
    WOLF = "wolf"
    TWIN_TAILS = "twin_tails"
    LOW_TWIN_TAILS = "low_twin_tails"
    PONYTAIL = "ponytail"
    SIDE_PONYTAIL = "side_ponytail"
    BRAID = "braid"
    TWIN_BRAIDS = "twin_braids"
    BUN = "bun"
    DOUBLE_BUN = "double_bun"
    DRILLS = "drills"
    CURLY = "curly"
    AFRO = "afro"
    MOHAWK = "mohawk"
    DREADLOCKS = "dreadlocks"
    BUZZ = "buzz"
    BALD = "bald"


class HairColouring(str, Enum):
    """How the second hair colour is used."""

    SOLID = "solid"
    TIPS = "tips"
    GRADIENT = "gradient"
    SPLIT = "split"
    STREAKS = "streaks"
    INNER = "inner"


class Outfit(str, Enum):
    """What the character wears."""

    SAILOR = "sailor"
    BLAZER = "blazer"
    HOODIE = "hoodie"
    KIMONO = "kimono"
    MAID = "maid"
    ARMOUR = "armour"
    LAB_COAT = "lab_coat"
    TURTLENECK = "turtleneck"
    DRESS = "dress"
    T_SHIRT = "t_shirt"
    CAPE = "cape"
    IDOL = "idol"
    SHIRT = "shirt"
    JACKET = "jacket"
    SUIT = "suit"
    FLANNEL = "flannel"
    TANK_TOP = "tank_top"
    OVERALLS = "overalls"
    SWIMSUIT = "swimsuit"
    QIPAO = "qipao"
    HANBOK = "hanbok"
    SARI = "sari"
    FUR = "fur"


class Motif(str, Enum):
    """What is printed on a T-shirt or hoodie."""

    NONE = "none"
    STAR = "star"
    HEART = "heart"
    CAT = "cat"
    MOON = "moon"
    BOLT = "bolt"
    STRIPES = "stripes"


class Accessory(str, Enum):
    """What is added to the character: painted on, worn, grown or held; what comes later lies over what comes before."""

    SCAR = "scar"
    FACE_PAINT = "face_paint"
    TATTOO = "tattoo"
    WHISKERS = "whiskers"
    BINDI = "bindi"
    BANDAGE = "bandage"
    PLASTER = "plaster"
    CLOWN_NOSE = "clown_nose"
    NOSE_RING = "nose_ring"
    LIPSTICK = "lipstick"
    ROUND_GLASSES = "round_glasses"
    SQUARE_GLASSES = "square_glasses"
    HALF_RIM_GLASSES = "half_rim_glasses"
    SUNGLASSES = "sunglasses"
    BLINDFOLD = "blindfold"
    HEADPHONES = "headphones"
    HAIR_RIBBON = "hair_ribbon"
    HAIR_CLIP = "hair_clip"
    HEADBAND = "headband"
    BANDANA = "bandana"
    MAID_HEADDRESS = "maid_headdress"
    NURSE_CAP = "nurse_cap"
    BERET = "beret"
    CAP = "cap"
    BEANIE = "beanie"
    WITCH_HAT = "witch_hat"
    STRAW_HAT = "straw_hat"
    COWBOY_HAT = "cowboy_hat"
    TOP_HAT = "top_hat"
    PIRATE_HAT = "pirate_hat"
    SANTA_HAT = "santa_hat"
    CHEF_HAT = "chef_hat"
    HELMET = "helmet"
    GOGGLES = "goggles"
    CROWN = "crown"
    FLOWER_CROWN = "flower_crown"
    VEIL = "veil"
    HIJAB = "hijab"
    HOOD = "hood"
    CAT_EARS = "cat_ears"
    FOX_EARS = "fox_ears"
    WOLF_EARS = "wolf_ears"
    DOG_EARS = "dog_ears"
    RABBIT_EARS = "rabbit_ears"
    BEAR_EARS = "bear_ears"
    ROBOT_EARS = "robot_ears"
    HORNS = "horns"
    ANTLERS = "antlers"
    HALO = "halo"
    FACE_MASK = "face_mask"
    EYE_PATCH = "eye_patch"
    EARRINGS = "earrings"
    HOOP_EARRINGS = "hoop_earrings"
    FLOWER = "flower"
    CHOKER = "choker"
    NECKLACE = "necklace"
    SCARF = "scarf"
    FEATHERED_WINGS = "feathered_wings"
    BAT_WINGS = "bat_wings"
    FAIRY_WINGS = "fairy_wings"
    CAT_TAIL = "cat_tail"
    FOX_TAIL = "fox_tail"
    DEMON_TAIL = "demon_tail"
    DRAGON_TAIL = "dragon_tail"
    SWORD = "sword"
    STAFF = "staff"
    MICROPHONE = "microphone"
    CUP = "cup"
    BOUQUET = "bouquet"


@dataclass(frozen=True)
class RigSpec:
    """How a drawn character looks. Colours are "#rrggbb" in sRGB; shares are 0..1 unless noted.

    Attributes:
        edition: the art that draws it; files that do not say so are of the first.
        species: a mascot's hair_colour is that of its fur, hair_colour_2 that of its markings, "" for the coat's own;
            fields that only people have mean nothing on it. coat: a person has none.
        seed: decides what is too small for a field (the run of each lock of hair).
        closed_eyes: at rest; a face that smiles closes them as laughter does, standing up.
        eye_size: 0.8..1.2, 1 is usual. eye_spacing: -1..1, + is wider.
        eye_colour_right: the character's right eye; "" for the same as the left one.
        brow_colour, beard_colour: "" for the hair's.
        hair_colour_2: used as ``hair_colouring`` says; "" where that is SOLID.
        hair_length: 0..1 within what the back style allows. hair_volume, hair_mess, hair_wave: 0..1.
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
    face_shape: FaceShape = FaceShape.OVAL
    nose: Nose = Nose.DOT
    ears: Ears = Ears.HUMAN
    skin: str = "#ffe9dc"
    blush: float = 0.4
    freckles: bool = False
    mole: bool = False
    fang: bool = False
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
    motif: Motif = Motif.NONE
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
        if self.version > SPEC_VERSION:
            raise ValueError(f"a spec of version {self.version} needs a newer AnimeMoji")
        if tuple(sorted(set(self.accessories), key=list(Accessory).index)) != self.accessories:
            raise ValueError("accessories must be sorted and without doubles")
        if self.accessory_colours and len(self.accessory_colours) != len(self.accessories):
            raise ValueError("accessory_colours must be one for each accessory")
        if not all(colour == "" or _HEX.fullmatch(colour) for colour in self.accessory_colours):
            raise ValueError(f"accessory_colours must be #rrggbb, not {self.accessory_colours!r}")

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
     "accent_colour", "accessory_colour", "beard_colour"}
)  # fmt: skip
_OPTIONAL_COLOURS: Final = frozenset(
    {"eye_colour_right", "brow_colour", "beard_colour", "hair_colour_2", "accessory_colour"}
)
RANGES: Final[dict[str, tuple[float, float]]] = {
    "blush": (0, 1),
    "eye_size": (0.8, 1.2),
    "eye_spacing": (-1, 1),
    "hair_length": (0, 1),
    "hair_volume": (0, 1),
    "hair_mess": (0, 1),
    "hair_wave": (0, 1),
}
"""Lowest and highest value of each numeric field."""
_FIELD_NAMES: Final = frozenset(item.name for item in fields(RigSpec))
