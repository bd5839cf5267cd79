"""The parts of a face."""

from __future__ import annotations

from enum import Enum


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
    CHIN_CURTAIN = "chin_curtain"
    """A beard without a moustache."""
