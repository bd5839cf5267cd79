"""How often each feature is chosen where the prompt leaves it open: what suits whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from functools import cache
from typing import Final, Protocol, TypeVar

import numpy as np

from pipeline.parts import FACIAL_HAIR, HAIR_BACKS, HAIR_FRONTS, HAIR_SIDES, MOTIFS, OUTFITS
from pipeline.parts.records import AccessoryStyle, Family, HairKind, Manner, Spot, Weights
from pipeline.types.spec import (
    Accessory,
    Age,
    Build,
    FacialHair,
    HairBack,
    HairColouring,
    HairFront,
    HairSide,
    Iris,
    Motif,
    Outfit,
)

S = TypeVar("S", bound=Enum)


class Weighted(Protocol):
    """A part that says how often chance chooses it for each build."""

    @property
    def weights(self) -> Weights:
        """How often chance chooses it, by build."""
        ...


BUILDS: Final = {Build.FEMALE: 0.62, Build.MALE: 0.31, Build.ANDROGYNOUS: 0.07}
USUAL_AGES: Final = {Age.TEEN: 0.66, Age.ADULT: 0.26}
"""Of somebody whom the prompt names: nobody expects a child or an old person there."""
AGES: Final = {Age.TEEN: 0.66, Age.ADULT: 0.26, Age.CHILD: 0.05, Age.ELDER: 0.03}

YEARS: Final = {Age.CHILD: (6, 10), Age.TEEN: (15, 18), Age.ADULT: (21, 32), Age.ELDER: (66, 80)}
"""From how few to how many years people of an age have by chance."""


def chances(styles: Mapping[S, Weighted], build: Build) -> dict[S, float]:
    """How often each part of a kind is chosen for a build."""
    return {value: style.weights[build] for value, style in styles.items() if build in style.weights}


@cache
def fronts(back: HairBack) -> Mapping[HairFront, float]:
    """How often each fringe is chosen with a back."""
    style = HAIR_BACKS[back]
    weights = {}
    for value, front in HAIR_FRONTS.items():
        usual = front.weights.get(style.fringes, 0.0) if style.fringes else 0.0
        weights[value] = style.fronts.get(value, front.backs.get(back, usual))
    return {value: weight for value, weight in weights.items() if weight}


def on_build(build: Build, weights: Mapping[HairFront, float]) -> Mapping[HairFront, float]:
    """Weights of fringes on a build: men have free foreheads, or hair combed aside, more often than a girl's cut."""
    if build is not Build.MALE:
        return weights
    return {value: weight * _ON_MEN.get(value, 1.0) for value, weight in weights.items()}


def with_fringe(backs: Mapping[HairBack, float], wished: Collection[object]) -> Mapping[HairBack, float]:
    """Backs that chance may add to the fringes that are asked for: no coils behind straight hair."""
    if not wished:
        return backs
    return {
        back: weight
        for back, weight in backs.items()
        if not HAIR_BACKS[back].cloud or not fronts(back).keys().isdisjoint(wished)
    }


def receding(build: Build, years: int, back: HairBack, weights: Mapping[HairFront, float]) -> Mapping[HairFront, float]:
    """Weights of fringes, among which short hair of an ageing man may have gone back at the temples."""
    if build is not Build.MALE or years < _RECEDES[0][0] or back is not HairBack.SHORT:
        return weights
    share = float(np.interp(years, *_RECEDES))
    return {**weights, HairFront.RECEDING: sum(weights.values()) * share / (1 - share)}


def ahoge(years: int) -> float:
    """How often one hair stands up on a head: a whim of youth."""
    return float(np.interp(years, *_AHOGE))


@cache
def sides(back: HairBack) -> Mapping[HairSide, float]:
    """How often each kind of locks before the ears is chosen with a back."""
    chosen = HAIR_BACKS[back].sides
    weights = {
        value: side.weight if chosen is None else chosen.get(value, side.backs.get(back, 0.0))
        for value, side in HAIR_SIDES.items()
    }
    return {value: weight for value, weight in weights.items() if weight}


@cache
def motifs(outfit: Outfit, *, plain: bool = False) -> Mapping[Motif, float]:
    """How often each motif is printed on an outfit; a ``plain`` one of a colour that is said has no stripes."""
    printed = OUTFITS[outfit].motifs
    weights = {
        value: printed.get(value, motif.outfits.get(outfit, 0.0)) if printed else 0.0
        for value, motif in MOTIFS.items()
        if not (plain and value is Motif.STRIPES)
    }
    return {value: weight for value, weight in weights.items() if weight} or {Motif.NONE: 1.0}


_UNFIT: Final[Mapping[Age, Mapping[Enum, float]]] = {
    Age.CHILD: {
        Outfit.LAB_COAT: 0.0, Outfit.ARMOUR: 0.2, Outfit.MAID: 0.0, Outfit.BLAZER: 0.3, HairBack.BALD: 0.0,
        HairBack.MOHAWK: 0.0, HairBack.BUZZ: 0.4, Outfit.COAT: 0.4, Outfit.VEST: 0.5,
    },
    Age.TEEN: {HairBack.BALD: 0.0},
    Age.ADULT: {
        Outfit.SAILOR: 0.0, HairBack.CREW_CUT: 90.0, HairBack.LOW_BUN: 10.0, HairBack.SPIKY: 0.5,
        HairFront.SPIKY: 0.5, HairFront.MESSY: 0.7, HairFront.SIDE_PART: 1.5, HairFront.SWEPT_BACK: 1.5,
    },
    Age.ELDER: {
        Outfit.SAILOR: 0.0, Outfit.IDOL: 0.0, Outfit.MAID: 0.0, Outfit.ARMOUR: 0.1, Outfit.LAB_COAT: 0.1,
        Outfit.T_SHIRT: 0.1, Outfit.HOODIE: 0.05, Outfit.BLAZER: 0.2, HairBack.TWIN_TAILS: 0.0,
        HairBack.DRILLS: 0.1, HairBack.DOUBLE_BUN: 0.0, HairBack.LOW_TWIN_TAILS: 0.2, HairBack.WOLF: 0.1,
        HairBack.SPIKY: 0.0, HairBack.SIDE_PONYTAIL: 0.1, HairBack.PONYTAIL: 0.4, HairBack.UNDERCUT: 0.4,
        HairBack.MOHAWK: 0.0, HairBack.LONG: 0.3, HairBack.LONG_WAVY: 0.3, HairBack.HIME: 0.0, HairBack.BUN: 2.0,
        HairBack.SHORT: 2.0, HairBack.LOW_BUN: 60.0, HairBack.SET_WAVES: 90.0, HairBack.CREW_CUT: 150.0,
        HairFront.SPIKY: 0.05, HairFront.MESSY: 0.2, HairFront.CHOPPY: 0.2, HairFront.ONE_EYE: 0.0,
        HairFront.M_SHAPED: 0.2, HairFront.STRAIGHT: 0.5, HairFront.SIDE_PART: 2.0, HairFront.SWEPT_BACK: 5.0,
        HairBack.TWIN_BRAIDS: 0.15, HairBack.BRAID: 0.4, HairSide.LONG: 0.1, HairSide.MEDIUM: 0.5,
        HairFront.PARTED: 1.5, HairFront.CURTAIN: 1.5, HairFront.BLUNT: 0.4,
        HairBack.DREADLOCKS: 0.2, Outfit.JERSEY: 0.0, Outfit.DRESS: 0.4, Outfit.TANK_TOP: 0.1, Outfit.SWIMSUIT: 0.0,
        Iris.STAR: 0.0, Iris.HEART: 0.0, Iris.SLIT: 0.0,
    },
}  # fmt: skip
"""What is less or more often chosen at an age, as a factor of the usual."""


def facial_hair(build: Build, years: int, *, barred: bool) -> dict[FacialHair, float]:
    """How often each beard grows on somebody by chance: on the young never; ``barred`` lets but stubble grow."""
    usual = chances(FACIAL_HAIR, build)
    grown = (2.0 if years >= _OLD_FROM else 1.0 if years >= _GROWN_FROM else 0.0) * (not barred)
    weights = {value: weight if value is FacialHair.NONE else weight * grown for value, weight in usual.items()}
    if FacialHair.STUBBLE in weights and _STUBBLY[0] <= years <= _STUBBLY[1]:
        weights[FacialHair.STUBBLE] = weights[FacialHair.NONE] * _OFTEN_STUBBLY
    return weights


def at_age(age: Age, weights: Mapping[S, float]) -> dict[S, float]:
    """Weights of outfits or hair as they are at an age."""
    return {value: weight * _UNFIT[age].get(value, 1.0) for value, weight in weights.items()}


def backs(build: Build, age: Age, *, named: bool) -> dict[HairBack, float]:
    """How often each style of hair grows on somebody.

    Of somebody whom the prompt names, chance shaves no head, and whoever says "a man" has short hair in mind.
    """
    usual = at_age(age, chances(HAIR_BACKS, build))
    if not named:
        return usual
    long = _LONG_ON_MEN if build is Build.MALE else 1.0
    return {value: 0.0 if value is HairBack.BALD else weight * (1.0 if _is_short(value) else long)
            for value, weight in usual.items()}  # fmt: skip


def _is_short(value: HairBack) -> bool:
    return HairKind.SHORT in HAIR_BACKS[value].kinds or value in (
        HairBack.SPIKY,
        HairBack.UNDERCUT,
        HairBack.BOB,
        HairBack.AFRO,
    )


def without_short(weights: Mapping[HairBack, float]) -> dict[HairBack, float]:
    """Weights of styles for hair that is said to be long: those that have no length come last."""
    return {value: weight * (_CUT_SHORT if _is_short(value) else 1.0) for value, weight in weights.items()}


def without_long(weights: Mapping[HairBack, float]) -> dict[HairBack, float]:
    """Weights of styles for hair that is said to be short: those that fall come last."""
    return {value: weight * (1.0 if _is_short(value) else _CUT_SHORT) for value, weight in weights.items()}


def everyday(weights: Mapping[Outfit, float]) -> dict[Outfit, float]:
    """Weights of outfits for somebody whom the prompt names: what people wear rather than a costume."""
    usual = (Manner.CASUAL, Manner.SMART)
    return {
        value: weight * (1.0 if OUTFITS[value].manner in usual else _DRESSED_UP) for value, weight in weights.items()
    }


def open_below(weights: Mapping[Outfit, float]) -> dict[Outfit, float]:
    """Weights of outfits below which anything may be worn: a word for trousers or a skirt is about those."""
    return {value: weight * OUTFITS[value].open_below for value, weight in weights.items()}


def eye_sizes(build: Build, years: int) -> tuple[float, float]:
    """From how small to how large eyes are by chance."""
    low, high = (0.86, 0.98) if build is Build.MALE else (0.96, 1.1)
    shift = float(np.interp(years, (8, 14, 18, 25, 45), (0.07, 0.0, 0.0, -0.04, -0.08)))
    return round(max(low + shift, 0.8), 2), round(min(high + shift, 1.2), 2)


_TELLING: Final = frozenset({Spot.EYES, Spot.EARS, Spot.SUPERNATURAL, Spot.BACK, Spot.TAIL})


_OLD: Final = frozenset({Spot.EYES, Spot.NECK})


def suits_elder(style: AccessoryStyle) -> bool:
    """Whether chance may give an accessory to an old person: glasses, scarves, earrings, no toys of the young."""
    young = (
        style.girlish or style.crowds_head or style.on_top or style.value in (Accessory.CHOKER, Accessory.HEADPHONES)
    )
    return (
        not young and (not style.spots or not _OLD.isdisjoint(style.spots)) and style.value is not Accessory.EYE_PATCH
    )


def is_telling(style: AccessoryStyle) -> bool:
    """Whether an accessory makes somebody else of a person: ears of animals, horns, glasses, a patch, a crown."""
    return not _TELLING.isdisjoint(style.spots) or (
        style.family is Family.HAT or style.value in (Accessory.CROWN, Accessory.FACE_MASK, Accessory.HEADPHONES)
    )


COLOURINGS: Final = {
    HairColouring.SOLID: 8.2, HairColouring.INNER: 0.6, HairColouring.TIPS: 0.4, HairColouring.GRADIENT: 0.5,
    HairColouring.STREAKS: 0.25, HairColouring.SPLIT: 0.08,
}  # fmt: skip

_GROWN_FROM: Final = 20
_OLD_FROM: Final = 60
_STUBBLY: Final = (36, 62)
"""Years in which men often have stubble."""
_OFTEN_STUBBLY: Final = 0.6
"""How often, against none."""
_RECEDES: Final = ((50, 75), (0.15, 0.5))
"""Years, and how many of the men of so many have a receding hairline."""
_ON_MEN: Final = {
    HairFront.BLUNT: 0.1, HairFront.HIME: 0.0, HairFront.STRAIGHT: 0.35, HairFront.CURTAIN: 1.5,
    HairFront.SWEPT_BACK: 3.0,
}  # fmt: skip
"""How much more or less often than on girls fringes are on men."""
_AHOGE: Final = ((18, 22, 40, 50), (0.12, 0.06, 0.04, 0.0))
"""Years, and how many people of so many have one hair that stands up."""
_LONG_ON_MEN: Final = 0.2
_CUT_SHORT: Final = 1e-6
_DRESSED_UP: Final = 0.15
GIRLISH_ON_BOYS: Final = 0.12
"""How much less often chance gives girlish accessories to a male build."""
MOST_BY_CHANCE: Final = 2
"""Accessories."""
