"""What there is to know about a part, in one record: how it is drawn, how people call it, and what it goes with.

Two stages read these records. ``characters/drawn`` takes the words and the weights, ``posers/rig`` the drawing. They
are given by keyword, except for the value.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from pipeline.parts.colours import Schemes
from pipeline.types.spec import Accessory, Build, HairBack, HairFront, HairSide, Motif, Outfit

if TYPE_CHECKING:
    from pipeline.drawing.accessories.kit import AccessoryKit
    from pipeline.drawing.hair.kit import HairKit
    from pipeline.drawing.outfits.kit import OutfitKit


V = TypeVar("V", bound=Enum)

Words = Mapping[str, str]
"""What people call a part: phrases of prompts by language ("en", "ja"), separated by commas; "*" holds emoji and other
signs that belong to no language. The first English phrase is the one that ``describe`` writes.

Phrases are in lower case and singular, with spaces for hyphens and underscores (see ``characters/drawn/words``).
"""

Weights = Mapping[Build, float]
"""How often chance chooses a part for each build, against the others of its kind; a build that is not named never gets
it by chance."""


@dataclass(frozen=True)
class Part(Generic[V]):
    """One part of a drawn character.

    Attributes:
        value: what a spec stores for it.
        words: what people call it.
    """

    value: V
    words: Words


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
    CALM = "calm"
    """A few wisps where the hair is messy."""


class Fringes(Enum):
    """Fringes that go with many backs; each fringe says how often it is one of them."""

    SOFT = "soft"
    SHORT = "short"


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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

    draw: Callable[[HairKit], None]
    weights: Mapping[Fringes, float] = field(default_factory=dict)
    backs: Mapping[HairBack, float] = field(default_factory=dict)
    kinds: tuple[HairKind, ...] = ()
    crown: Crown = Crown.CALM
    forehead: bool = False
    cloud: bool = False


@dataclass(frozen=True)
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


class Manner(Enum):
    """What an outfit is worn for. Accessories go with manners, so that a new outfit finds its accessories."""

    CASUAL = "casual"
    SMART = "smart"
    """Uniforms and what is worn every day."""
    GRAND = "grand"
    COSTUME = "costume"


@dataclass(frozen=True)
class OutfitStyle(Part[Outfit]):
    """What is worn.

    Attributes:
        draw: draws it.
        weights: how often chance chooses it.
        manner: what it is worn for.
        colours: cloth and accent that belong together; chance chooses a pair that suits hair and skin.
        motifs: how often each motif is printed on it; none where nothing can be.
        under: worn under other outfits: "white shirt, navy blazer" is a blazer.
    """

    draw: Callable[[OutfitKit], None]
    weights: Weights
    manner: Manner
    colours: Schemes
    motifs: Mapping[Motif, float] = field(default_factory=dict)
    under: bool = False


class Spot(Enum):
    """A place for one accessory: what is said there bars the others, and chance fills it once."""

    EYES = "eyes"
    TOP = "top"
    EARS = "ears"
    """Ears and horns beside the character's own."""
    NECK = "neck"
    SUPERNATURAL = "supernatural"


class Family(Enum):
    """Accessories that one word means: "a hat" is any of the hats."""

    GLASSES = "glasses"
    HAT = "hat"
    ANIMAL_EARS = "animal ears"


@dataclass(frozen=True)
class AccessoryStyle(Part[Accessory]):
    """Something worn on head, face or neck.

    Attributes:
        draw: draws it.
        chance: how often it is worn unasked, 0..1.
        spots: the places that it takes.
        family: the family whose word means it too.
        manners, outfits: chance adds it to outfits of these manners, and to these outfits besides.
        never: outfits to which chance never adds it.
        crowds_head: chance adds it only where nothing else is on the head. Goes without saying for TOP and EARS.
        girlish: chance seldom gives it to a male build.
        covers_crown: a hat that hides what breaks the outline of the hair on top.
    """

    draw: Callable[[AccessoryKit], None]
    chance: float = 0.0
    spots: tuple[Spot, ...] = ()
    family: Family | None = None
    manners: tuple[Manner, ...] = tuple(Manner)
    outfits: tuple[Outfit, ...] = ()
    never: tuple[Outfit, ...] = ()
    crowds_head: bool = False
    girlish: bool = False
    covers_crown: bool = False

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
