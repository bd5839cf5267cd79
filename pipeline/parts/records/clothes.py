"""What outfits and accessories say about themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from pipeline.parts.colours import Schemes
from pipeline.parts.records.base import Part, Weights
from pipeline.types.spec import Accessory, Motif, Outfit, Pattern

if TYPE_CHECKING:
    from pipeline.drawing.accessories.kit import AccessoryKit
    from pipeline.drawing.outfits.kit import OutfitKit
    from pipeline.drawing.outfits.patterns import Ground


class Manner(Enum):
    """What an outfit is worn for. Accessories go with manners, so that a new outfit finds its accessories."""

    CASUAL = "casual"
    SMART = "smart"
    """Uniforms and what is worn every day."""
    GRAND = "grand"
    COSTUME = "costume"


@dataclass(frozen=True, eq=False)
class MotifStyle(Part[Motif]):
    """What is printed on an outfit.

    Attributes:
        draw: prints it around (x, y), about ``size`` high and low of there, in design units.
        outfits: how often chance prints it on an outfit that does not say so itself.
        wide: it covers the whole chest, and is left out where a jacket lies over that.
    """

    draw: Callable[[OutfitKit, float, float, float], None]
    outfits: Mapping[Outfit, float] = field(default_factory=dict)
    wide: bool = False


@dataclass(frozen=True, eq=False)
class PatternStyle(Part[Pattern]):
    """What is woven into cloth or printed all over it.

    Attributes:
        draw: draws it on a piece of cloth, within its outline.
    """

    draw: Callable[[Ground], None]


@dataclass(frozen=True, eq=False)
class OutfitStyle(Part[Outfit]):
    """What is worn.

    Attributes:
        draw: draws it.
        weights: how often chance chooses it.
        manner: what it is worn for.
        colours: cloth and accent that belong together; chance chooses a pair that suits hair and skin.
        motifs: how often each motif is printed on it; none where nothing can be.
        open_below: anything may be worn below it: trousers, shorts, a skirt.
        bare_armed: what it is called without its sleeves.
        under: worn under other outfits: "white shirt, navy blazer" is a blazer.
    """

    draw: Callable[[OutfitKit], None]
    weights: Weights
    manner: Manner
    colours: Schemes
    motifs: Mapping[Motif, float] = field(default_factory=dict)
    under: bool = False
    bare_armed: Outfit | None = None
    open_below: bool = False


class Spot(Enum):
    """A place for one accessory: what is said there bars the others, and chance fills it once."""

    EYES = "eyes"
    TOP = "top"
    EARS = "ears"
    """Ears and horns beside the character's own."""
    NECK = "neck"
    SUPERNATURAL = "supernatural"
    BACK = "back"
    """Wings."""
    TAIL = "tail"
    HAND = "hand"
    """What is held: an arm is raised for it."""


class Family(Enum):
    """Accessories that one word means: "a hat" is any of the hats."""

    GLASSES = "glasses"
    HAT = "hat"
    ANIMAL_EARS = "animal ears"
    WINGS = "wings"
    TAIL = "tail"


@dataclass(frozen=True, eq=False)
class AccessoryStyle(Part[Accessory]):
    """Something that is added to a character.

    Attributes:
        draw: draws it.
        chance: how often it is worn unasked, 0..1.
        spots: the places that it takes.
        family: the family whose word means it too.
        leads: its family's word means it, unless somebody is named who has another of them.
        manners, outfits: chance adds it to outfits of these manners, and to these outfits besides.
        over: what it is worn over, where nothing else is said.
        never: outfits to which chance never adds it.
        crowds_head: chance adds it only where nothing else is on the head. Goes without saying for TOP and EARS.
        girlish: chance seldom gives it to a male build.
        covers_crown: a hat that hides what breaks the outline of the hair on top.
        covers_hair: it hides all hair.
        on_ears: it hangs on both ears.
    """

    draw: Callable[[AccessoryKit], None]
    chance: float = 0.0
    spots: tuple[Spot, ...] = ()
    family: Family | None = None
    leads: bool = False
    manners: tuple[Manner, ...] = tuple(Manner)
    outfits: tuple[Outfit, ...] = ()
    over: tuple[Outfit, ...] = ()
    never: tuple[Outfit, ...] = ()
    crowds_head: bool = False
    girlish: bool = False
    covers_crown: bool = False
    covers_hair: bool = False
    on_ears: bool = False

    def goes_with(self, outfit: OutfitStyle) -> bool:
        """Whether chance may add it to an outfit."""
        suits = outfit.manner in self.manners or outfit.value in self.outfits
        return suits and outfit.value not in self.never

    def shares_spot(self, other: AccessoryStyle) -> bool:
        """Whether both cannot be worn together."""
        return not set(self.spots).isdisjoint(other.spots)

    @property
    def on_top(self) -> bool:
        """Whether it needs room on top of the hair."""
        return Spot.TOP in self.spots or Spot.EARS in self.spots

    @property
    def on_head(self) -> bool:
        """Whether chance adds it only where nothing else is on the head."""
        return self.crowds_head or self.on_top
