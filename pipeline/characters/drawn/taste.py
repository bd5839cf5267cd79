"""How often each feature is chosen where the prompt leaves it open: what suits whom."""

from __future__ import annotations

from typing import Final

from pipeline.types.spec import (
    Accessory,
    Age,
    Brows,
    Build,
    Expression,
    EyeShape,
    FaceShape,
    HairBack,
    HairColouring,
    HairFront,
    HairSide,
    Iris,
    Lashes,
    Nose,
    Outfit,
)

BUILDS: Final = {Build.FEMALE: 0.62, Build.MALE: 0.31, Build.ANDROGYNOUS: 0.07}
AGES: Final = {Age.TEEN: 0.66, Age.ADULT: 0.26, Age.CHILD: 0.05, Age.ELDER: 0.03}

FACES: Final[dict[Build, dict[FaceShape, float]]] = {
    Build.FEMALE: {FaceShape.OVAL: 4, FaceShape.ROUND: 2.5, FaceShape.HEART: 3, FaceShape.SHARP: 1},
    Build.MALE: {
        FaceShape.OVAL: 3, FaceShape.ROUND: 0.6, FaceShape.HEART: 0.7, FaceShape.SHARP: 3, FaceShape.SQUARE: 1.2,
    },
    Build.ANDROGYNOUS: {FaceShape.OVAL: 4, FaceShape.ROUND: 1, FaceShape.HEART: 2, FaceShape.SHARP: 2},
}  # fmt: skip
NOSES: Final[dict[Build, dict[Nose, float]]] = {
    Build.FEMALE: {Nose.DOT: 4, Nose.LINE: 2, Nose.BUTTON: 2, Nose.WEDGE: 1, Nose.STRAIGHT: 0.3},
    Build.MALE: {Nose.DOT: 1, Nose.LINE: 3, Nose.BUTTON: 0.4, Nose.WEDGE: 2.5, Nose.STRAIGHT: 2},
    Build.ANDROGYNOUS: {Nose.DOT: 2, Nose.LINE: 3, Nose.BUTTON: 1, Nose.WEDGE: 2, Nose.STRAIGHT: 1},
}
EYE_SHAPES: Final[dict[Build, dict[EyeShape, float]]] = {
    Build.FEMALE: {
        EyeShape.ROUND: 4, EyeShape.TSURIME: 2.5, EyeShape.TAREME: 3, EyeShape.ALMOND: 2, EyeShape.WIDE: 1,
        EyeShape.SLEEPY: 0.6, EyeShape.SANPAKU: 0.4, EyeShape.SHARP: 0.1,
    },
    Build.MALE: {
        EyeShape.SHARP: 4, EyeShape.ALMOND: 2.5, EyeShape.TSURIME: 2, EyeShape.TAREME: 1, EyeShape.ROUND: 0.8,
        EyeShape.SANPAKU: 0.5, EyeShape.SLEEPY: 0.7,
    },
    Build.ANDROGYNOUS: {
        EyeShape.ALMOND: 3, EyeShape.TSURIME: 2, EyeShape.TAREME: 2, EyeShape.ROUND: 1.5, EyeShape.SLEEPY: 1,
        EyeShape.SHARP: 1,
    },
}  # fmt: skip
IRISES: Final = {
    Iris.GRADIENT: 6.5, Iris.RING: 1.6, Iris.FLAT: 0.8, Iris.STAR: 0.4, Iris.HEART: 0.12, Iris.SLIT: 0.2,
}  # fmt: skip
LASHES: Final[dict[Build, dict[Lashes, float]]] = {
    Build.FEMALE: {Lashes.NATURAL: 5, Lashes.LONG: 3, Lashes.THICK: 1.5, Lashes.BARE: 0.1},
    Build.MALE: {Lashes.NATURAL: 3, Lashes.LONG: 0.2, Lashes.THICK: 0.3, Lashes.BARE: 5},
    Build.ANDROGYNOUS: {Lashes.NATURAL: 5, Lashes.LONG: 1.5, Lashes.THICK: 0.5, Lashes.BARE: 1},
}
BROWS: Final[dict[Build, dict[Brows, float]]] = {
    Build.FEMALE: {
        Brows.NATURAL: 4, Brows.THIN: 2, Brows.ARCHED: 2, Brows.STRAIGHT: 1.5, Brows.SHORT: 0.5, Brows.THICK: 0.4,
    },
    Build.MALE: {
        Brows.NATURAL: 4, Brows.THICK: 2.5, Brows.STRAIGHT: 2.5, Brows.ARCHED: 0.7, Brows.THIN: 0.4, Brows.SHORT: 0.1,
    },
    Build.ANDROGYNOUS: {Brows.NATURAL: 4, Brows.THIN: 1.5, Brows.STRAIGHT: 2, Brows.ARCHED: 1.5, Brows.THICK: 0.5},
}  # fmt: skip
_EXPRESSIONS: Final = {
    Expression.SMILE: 5, Expression.NEUTRAL: 3, Expression.GRIN: 1, Expression.CAT: 0.8, Expression.FLAT: 0.7,
    Expression.SMUG: 0.5, Expression.SHY: 0.5, Expression.POUT: 0.4, Expression.SLEEPY: 0.15, Expression.SAD: 0.05,
    Expression.ANGRY: 0.05,
}  # fmt: skip
EXPRESSIONS: Final[dict[Build, dict[Expression, float]]] = {
    Build.FEMALE: _EXPRESSIONS,
    Build.MALE: _EXPRESSIONS
    | {Expression.SMUG: 0.9, Expression.CAT: 0.4, Expression.SHY: 0.2, Expression.POUT: 0.05, Expression.SAD: 0.02},
    Build.ANDROGYNOUS: _EXPRESSIONS | {Expression.POUT: 0.1},
}

BACKS: Final[dict[Build, dict[HairBack, float]]] = {
    Build.FEMALE: {
        HairBack.LONG: 4, HairBack.BOB: 3, HairBack.TWIN_TAILS: 2.5, HairBack.PONYTAIL: 2.2, HairBack.MEDIUM: 2.5,
        HairBack.LONG_WAVY: 2.5, HairBack.HIME: 1.5, HairBack.LOW_TWIN_TAILS: 1.2, HairBack.SIDE_PONYTAIL: 1.2,
        HairBack.BRAID: 1.2, HairBack.TWIN_BRAIDS: 1.0, HairBack.BUN: 1.2, HairBack.DOUBLE_BUN: 1.0, HairBack.WOLF: 1.0,
        HairBack.DRILLS: 0.7, HairBack.CURLY: 0.7, HairBack.AFRO: 0.3, HairBack.SHORT: 0.7,
    },
    Build.MALE: {
        HairBack.SHORT: 6, HairBack.SPIKY: 3, HairBack.UNDERCUT: 2.5, HairBack.WOLF: 1.8, HairBack.MEDIUM: 0.8,
        HairBack.PONYTAIL: 0.5, HairBack.CURLY: 0.15, HairBack.AFRO: 0.3, HairBack.LONG: 0.25, HairBack.BUN: 0.15,
    },
    Build.ANDROGYNOUS: {
        HairBack.SHORT: 2, HairBack.BOB: 3, HairBack.WOLF: 3, HairBack.MEDIUM: 2.5, HairBack.UNDERCUT: 0.8,
        HairBack.PONYTAIL: 1.2, HairBack.LONG: 1.2, HairBack.CURLY: 0.8,
    },
}  # fmt: skip
ROUND_BACKS: Final = frozenset({HairBack.CURLY, HairBack.AFRO})
"""Hair that chance leaves in one colour, mostly a natural one."""
HIGH_BACKS: Final = ROUND_BACKS | {HairBack.BUN, HairBack.DOUBLE_BUN}
"""Hair that leaves no room for ears or a hat on top."""
_SOFT_FRONTS: Final = {
    HairFront.STRAIGHT: 3, HairFront.PARTED: 2, HairFront.SWEEP: 2.5, HairFront.CURTAIN: 2, HairFront.SIDE_PART: 1.5,
    HairFront.BLUNT: 1.2, HairFront.MESSY: 0.8, HairFront.M_SHAPED: 1.2, HairFront.CHOPPY: 0.6, HairFront.ONE_EYE: 0.3,
}  # fmt: skip
_SHORT_FRONTS: Final = {
    HairFront.MESSY: 3, HairFront.SWEEP: 2.5, HairFront.PARTED: 1.5, HairFront.SIDE_PART: 2, HairFront.CHOPPY: 1.5,
    HairFront.M_SHAPED: 1.5, HairFront.SWEPT_BACK: 0.3, HairFront.CURTAIN: 1.2, HairFront.STRAIGHT: 0.8,
    HairFront.ONE_EYE: 0.3,
}  # fmt: skip
FRONTS: Final[dict[HairBack, dict[HairFront, float]]] = {
    HairBack.SHORT: _SHORT_FRONTS,
    HairBack.UNDERCUT: {
        HairFront.SWEPT_BACK: 1, HairFront.SIDE_PART: 2.5, HairFront.SWEEP: 2.5, HairFront.MESSY: 1.5,
        HairFront.CHOPPY: 0.6,
    },
    HairBack.SPIKY: {HairFront.SPIKY: 4, HairFront.MESSY: 3, HairFront.CHOPPY: 1.5, HairFront.M_SHAPED: 0.8},
    HairBack.WOLF: {
        HairFront.CHOPPY: 3, HairFront.MESSY: 2, HairFront.CURTAIN: 2, HairFront.SWEEP: 1, HairFront.M_SHAPED: 1,
    },
    HairBack.HIME: {HairFront.HIME: 5, HairFront.BLUNT: 3},
    HairBack.CURLY: {HairFront.CURLY: 5, HairFront.CURTAIN: 1, HairFront.SWEEP: 1},
    HairBack.AFRO: {HairFront.CURLY: 5, HairFront.SWEPT_BACK: 0.5},
    HairBack.BOB: _SOFT_FRONTS | {HairFront.BLUNT: 2.5},
    HairBack.LONG_WAVY: _SOFT_FRONTS | {HairFront.CURTAIN: 3.5, HairFront.BLUNT: 0.4, HairFront.STRAIGHT: 1.2},
    HairBack.DRILLS: _SOFT_FRONTS | {HairFront.BLUNT: 2, HairFront.MESSY: 0.1, HairFront.CHOPPY: 0.1},
}  # fmt: skip
USUAL_FRONTS: Final = _SOFT_FRONTS
_SIDES_LONG: Final = {HairSide.LONG: 3, HairSide.MEDIUM: 3, HairSide.SHORT: 0.6, HairSide.NONE: 0.2}
SIDES: Final[dict[HairBack, dict[HairSide, float]]] = {
    HairBack.SHORT: {HairSide.SHORT: 5, HairSide.NONE: 1.5, HairSide.MEDIUM: 0.6},
    HairBack.UNDERCUT: {HairSide.NONE: 4, HairSide.SHORT: 2},
    HairBack.SPIKY: {HairSide.SHORT: 4, HairSide.NONE: 2, HairSide.MEDIUM: 0.4},
    HairBack.AFRO: {HairSide.NONE: 5, HairSide.SHORT: 1},
    HairBack.CURLY: {HairSide.SHORT: 3, HairSide.MEDIUM: 2, HairSide.NONE: 1},
    HairBack.BOB: {HairSide.MEDIUM: 5, HairSide.SHORT: 2},
    HairBack.MEDIUM: {HairSide.MEDIUM: 5, HairSide.SHORT: 1.5, HairSide.LONG: 0.8},
    HairBack.WOLF: {HairSide.MEDIUM: 4, HairSide.SHORT: 2},
    HairBack.HIME: {HairSide.LONG: 3, HairSide.MEDIUM: 3},
    HairBack.BUN: {HairSide.MEDIUM: 4, HairSide.LONG: 1, HairSide.SHORT: 1.5},
}
USUAL_SIDES: Final = _SIDES_LONG
COLOURINGS: Final = {
    HairColouring.SOLID: 8.2, HairColouring.INNER: 0.6, HairColouring.TIPS: 0.4, HairColouring.GRADIENT: 0.5,
    HairColouring.STREAKS: 0.25, HairColouring.SPLIT: 0.08,
}  # fmt: skip

OUTFITS: Final[dict[Build, dict[Outfit, float]]] = {
    Build.FEMALE: {
        Outfit.SAILOR: 2.5, Outfit.BLAZER: 1.8, Outfit.HOODIE: 2, Outfit.KIMONO: 1.2, Outfit.MAID: 0.8,
        Outfit.ARMOUR: 0.4, Outfit.LAB_COAT: 0.4, Outfit.TURTLENECK: 1.8, Outfit.DRESS: 2.2, Outfit.T_SHIRT: 1.3,
        Outfit.CAPE: 0.9, Outfit.IDOL: 1.0, Outfit.SHIRT: 1.0, Outfit.JACKET: 1.2,
    },
    Build.MALE: {
        Outfit.BLAZER: 2.2, Outfit.HOODIE: 2.6, Outfit.KIMONO: 1.0, Outfit.ARMOUR: 0.8, Outfit.LAB_COAT: 0.5,
        Outfit.TURTLENECK: 1.6, Outfit.T_SHIRT: 1.8, Outfit.CAPE: 0.9, Outfit.SHIRT: 2.2, Outfit.JACKET: 2.2,
        Outfit.IDOL: 0.1,
    },
    Build.ANDROGYNOUS: {
        Outfit.HOODIE: 2.5, Outfit.TURTLENECK: 2, Outfit.SHIRT: 2, Outfit.JACKET: 2, Outfit.BLAZER: 1.5, Outfit.CAPE: 1,
        Outfit.T_SHIRT: 1.5, Outfit.KIMONO: 0.8,
    },
}  # fmt: skip

EYEWEAR: Final = (
    Accessory.ROUND_GLASSES,
    Accessory.SQUARE_GLASSES,
    Accessory.HALF_RIM_GLASSES,
    Accessory.SUNGLASSES,
    Accessory.EYE_PATCH,
)
HEADWEAR: Final = (
    Accessory.BERET, Accessory.CAP, Accessory.WITCH_HAT, Accessory.STRAW_HAT, Accessory.CROWN, Accessory.MAID_HEADDRESS,
    Accessory.HEADBAND, Accessory.HEADPHONES,
)  # fmt: skip
EXTRA_EARS: Final = (
    Accessory.CAT_EARS,
    Accessory.FOX_EARS,
    Accessory.RABBIT_EARS,
    Accessory.BEAR_EARS,
    Accessory.HORNS,
)
NECKWEAR: Final = (Accessory.CHOKER, Accessory.SCARF)
SUPERNATURAL: Final = (Accessory.HORNS, Accessory.HALO)
ON_TOP: Final = frozenset({*HEADWEAR, *EXTRA_EARS})
ON_HEAD: Final = ON_TOP | {Accessory.HALO, Accessory.HAIR_RIBBON, Accessory.HAIR_CLIP, Accessory.FLOWER}
"""Chance adds to a head only where nothing is on it."""
PLACES: Final = (EYEWEAR, HEADWEAR, EXTRA_EARS, NECKWEAR, SUPERNATURAL)
"""Of each place, chance fills at most one; a said accessory bars the rest of its place."""

ACCESSORIES: Final[dict[Accessory, float]] = {
    Accessory.ROUND_GLASSES: 0.045, Accessory.SQUARE_GLASSES: 0.025, Accessory.HALF_RIM_GLASSES: 0.02,
    Accessory.SUNGLASSES: 0.004, Accessory.EYE_PATCH: 0.008, Accessory.HEADPHONES: 0.03, Accessory.HAIR_RIBBON: 0.08,
    Accessory.HAIR_CLIP: 0.06, Accessory.HEADBAND: 0.02, Accessory.BERET: 0.02, Accessory.CAP: 0.03,
    Accessory.STRAW_HAT: 0.015, Accessory.CROWN: 0.02, Accessory.CAT_EARS: 0.035, Accessory.FOX_EARS: 0.015,
    Accessory.RABBIT_EARS: 0.008, Accessory.BEAR_EARS: 0.006, Accessory.HORNS: 0.015, Accessory.HALO: 0.008,
    Accessory.FACE_MASK: 0.003, Accessory.EARRINGS: 0.07, Accessory.FLOWER: 0.04, Accessory.CHOKER: 0.05,
    Accessory.SCARF: 0.05, Accessory.MAID_HEADDRESS: 0.8,
}  # fmt: skip
"""Chance of each accessory that nobody asked for."""
GIRLISH: Final = frozenset(
    {Accessory.HAIR_RIBBON, Accessory.HAIR_CLIP, Accessory.HEADBAND, Accessory.FLOWER, Accessory.MAID_HEADDRESS,
     Accessory.STRAW_HAT, Accessory.RABBIT_EARS, Accessory.CHOKER}
)  # fmt: skip
GIRLISH_ON_BOYS: Final = 0.12
"""How much less often chance gives those to a male build."""
_CASUAL: Final = frozenset({Outfit.HOODIE, Outfit.T_SHIRT, Outfit.JACKET, Outfit.SHIRT})
_GRAND: Final = frozenset({Outfit.DRESS, Outfit.CAPE, Outfit.IDOL})
_EVERYDAY: Final = _CASUAL | {Outfit.TURTLENECK, Outfit.SAILOR, Outfit.BLAZER}
GOES_WITH: Final[dict[Accessory, frozenset[Outfit]]] = {
    Accessory.CAP: _CASUAL,
    Accessory.SUNGLASSES: _CASUAL,
    Accessory.HEADPHONES: _EVERYDAY,
    Accessory.BERET: _EVERYDAY | {Outfit.DRESS},
    Accessory.STRAW_HAT: frozenset({Outfit.DRESS, Outfit.T_SHIRT, Outfit.SHIRT}),
    Accessory.CROWN: _GRAND,
    Accessory.MAID_HEADDRESS: frozenset({Outfit.MAID}),
    Accessory.HEADBAND: frozenset(Outfit) - {Outfit.MAID, Outfit.ARMOUR},
    Accessory.SCARF: frozenset({Outfit.JACKET, Outfit.BLAZER, Outfit.SAILOR, Outfit.SHIRT}),
    Accessory.CHOKER: frozenset(Outfit) - {Outfit.TURTLENECK, Outfit.ARMOUR},
}
"""Where chance puts an accessory, if not everywhere."""
MOST_BY_CHANCE: Final = 2
"""Accessories."""
