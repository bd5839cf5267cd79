"""The parts of a head of hair."""

from __future__ import annotations

from enum import Enum


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
    RECEDING = "receding"
    SPIKY = "spiky"
    CURLY = "curly"
    M_SHAPED = "m_shaped"
    OVER_EYES = "over_eyes"


class HairSide(str, Enum):
    """The locks in front of the ears."""

    NONE = "none"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class HairBack(str, Enum):
    """The hair behind and beside the head."""

    SHORT = "short"
    CREW_CUT = "crew_cut"
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
    LOW_BUN = "low_bun"
    DOUBLE_BUN = "double_bun"
    DRILLS = "drills"
    SET_WAVES = "set_waves"
    SHORT_CURLS = "short_curls"
    CURLY = "curly"
    AFRO = "afro"
    MOHAWK = "mohawk"
    DREADLOCKS = "dreadlocks"
    CORNROWS = "cornrows"
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
