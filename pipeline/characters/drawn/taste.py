"""How often each feature is chosen where the prompt leaves it open: what suits whom."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeVar

from pipeline import parts
from pipeline.parts import HAIR_BACKS, HAIR_FRONTS, HAIR_SIDES
from pipeline.parts.records import HairBackStyle, OutfitStyle
from pipeline.types.spec import (
    Age,
    Brows,
    Build,
    EyeShape,
    FaceShape,
    HairBack,
    HairColouring,
    HairFront,
    HairSide,
    Iris,
    Lashes,
    Nose,
    RestingFace,
)

S = TypeVar("S", bound=Enum)


def _chances(styles: Mapping[S, HairBackStyle | OutfitStyle], build: Build) -> dict[S, float]:
    return {value: style.weights[build] for value, style in styles.items() if build in style.weights}


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
    RestingFace.SMILE: 5, RestingFace.NEUTRAL: 3, RestingFace.GRIN: 1, RestingFace.CAT: 0.8, RestingFace.FLAT: 0.7,
    RestingFace.SMUG: 0.5, RestingFace.SHY: 0.5, RestingFace.POUT: 0.4, RestingFace.SLEEPY: 0.15, RestingFace.SAD: 0.05,
    RestingFace.ANGRY: 0.05,
}  # fmt: skip
EXPRESSIONS: Final[dict[Build, dict[RestingFace, float]]] = {
    Build.FEMALE: _EXPRESSIONS,
    Build.MALE: _EXPRESSIONS
    | {
        RestingFace.SMUG: 0.9,
        RestingFace.CAT: 0.4,
        RestingFace.SHY: 0.2,
        RestingFace.POUT: 0.05,
        RestingFace.SAD: 0.02,
    },
    Build.ANDROGYNOUS: _EXPRESSIONS | {RestingFace.POUT: 0.1},
}

BACKS: Final = {build: _chances(HAIR_BACKS, build) for build in Build}


def fronts(back: HairBack) -> dict[HairFront, float]:
    """How often each fringe is chosen with a back."""
    style = HAIR_BACKS[back]
    weights = {}
    for value, front in HAIR_FRONTS.items():
        usual = front.weights.get(style.fringes, 0.0) if style.fringes else 0.0
        weights[value] = style.fronts.get(value, front.backs.get(back, usual))
    return {value: weight for value, weight in weights.items() if weight}


def sides(back: HairBack) -> dict[HairSide, float]:
    """How often each kind of locks before the ears is chosen with a back."""
    chosen = HAIR_BACKS[back].sides
    weights = {
        value: side.weight if chosen is None else chosen.get(value, side.backs.get(back, 0.0))
        for value, side in HAIR_SIDES.items()
    }
    return {value: weight for value, weight in weights.items() if weight}


COLOURINGS: Final = {
    HairColouring.SOLID: 8.2, HairColouring.INNER: 0.6, HairColouring.TIPS: 0.4, HairColouring.GRADIENT: 0.5,
    HairColouring.STREAKS: 0.25, HairColouring.SPLIT: 0.08,
}  # fmt: skip

OUTFITS: Final = {build: _chances(parts.OUTFITS, build) for build in Build}

GIRLISH_ON_BOYS: Final = 0.12
"""How much less often chance gives girlish accessories to a male build."""
MOST_BY_CHANCE: Final = 2
"""Accessories."""
