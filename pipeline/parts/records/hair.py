"""What hair styles say about themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from pipeline.parts.records.base import Part, Weights
from pipeline.types.spec import HairBack, HairFront, HairSide

if TYPE_CHECKING:
    from pipeline.drawing.hair.kit import HairKit


class HairKind(Enum):
    """Adjectives that can mean a style: "long hair" is any style that is LONG."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"
    LOOSE = "loose"
    TIED = "tied"
    WAVY = "wavy"
    CURLY = "curly"
    SPIKY = "spiky"
    MESSY = "messy"


class Crown(Enum):
    """What breaks the outline of the head on top. Back and fringe each say what they want; the first named here wins."""

    SPIKES = "spikes"
    SMOOTH = "smooth"
    """Nothing does."""
    TOUSLED = "tousled"
    CROPPED = "cropped"
    """Short tousled hair, except on a feminine build."""
    SWEPT = "swept"
    """Combed to one side: short hair stands in a wave there."""
    CURTAIN = "curtain"
    """Combed to both sides: short hair stands beside the parting."""
    CALM = "calm"
    """A few wisps where the hair is messy."""


class Fringes(Enum):
    """Fringes that go with many backs; each fringe says how often it is one of them."""

    SOFT = "soft"
    SHORT = "short"


@dataclass(frozen=True, eq=False)
class HairBackStyle(Part[HairBack]):
    """The hair behind and beside the head.

    Attributes:
        draw: draws it.
        weights: how often chance chooses it.
        kinds: adjectives that can mean it.
        fringes: the fringes that chance chooses from; None for those in ``fronts`` alone.
        fronts: weights of single fringes, which replace those of ``fringes``.
        sides: weights of the locks before the ears; None for the usual ones.
        wave, mess: the range of hair_wave and hair_mess that chance chooses from, 0..1.
        crown: what breaks the outline on top.
        cloud: curls all round: they hide the dome's outline and leave no room on top; chance leaves them in one
            colour, mostly a natural one.
        high: it leaves no room on top for ears or a hat.
        sidelocks: whether there are locks before the ears at all.
        cushion: a curly fringe is a cushion of round curls; else it is waves, as over long straight hair.
        coiled: it is too coiled to fall. Editions with locks have a cushion, and hide the dome's outline, here alone.
        whole: it is all the hair there is: neither dome nor fringe is drawn over it.
    """

    draw: Callable[[HairKit], None]
    weights: Weights = field(default_factory=dict)
    kinds: tuple[HairKind, ...] = ()
    fringes: Fringes | None = Fringes.SOFT
    fronts: Mapping[HairFront, float] = field(default_factory=dict)
    sides: Mapping[HairSide, float] | None = None
    wave: tuple[float, float] = (0.0, 0.3)
    mess: tuple[float, float] = (0.05, 0.4)
    crown: Crown = Crown.CALM
    cloud: bool = False
    high: bool = False
    sidelocks: bool = True
    cushion: bool = False
    coiled: bool = False
    whole: bool = False


@dataclass(frozen=True, eq=False)
class HairFrontStyle(Part[HairFront]):
    """A fringe.

    Attributes:
        draw: draws it.
        weights: how often chance chooses it among the fringes of many backs.
        backs: how often with one back, where that back does not say so itself.
        kinds: adjectives that can mean it.
        crown: what breaks the outline on top.
        forehead: the forehead is free, so the hairline is high, and "bangs" does not mean it.
        cloud: curls that hide the dome's outline.
    """

    draw: Callable[[HairKit], object]
    weights: Mapping[Fringes, float] = field(default_factory=dict)
    backs: Mapping[HairBack, float] = field(default_factory=dict)
    kinds: tuple[HairKind, ...] = ()
    crown: Crown = Crown.CALM
    forehead: bool = False
    cloud: bool = False


@dataclass(frozen=True, eq=False)
class HairSideStyle(Part[HairSide]):
    """The locks before the ears.

    Attributes:
        draw: draws it.
        weight: how often chance chooses it with a back that does not choose for itself.
        backs: how often with one back that does.
    """

    draw: Callable[[HairKit], None]
    weight: float = 0.0
    backs: Mapping[HairBack, float] = field(default_factory=dict)
