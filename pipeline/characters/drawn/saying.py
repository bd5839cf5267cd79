"""What words say against each other: which prevails, what is worn at once, what a denial leaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum
from typing import Final

from pipeline.characters.drawn.bonds import Act, is_worn_on
from pipeline.characters.drawn.reading import Options, Span, Value
from pipeline.characters.drawn.words.model import Thing
from pipeline.parts import ACCESSORIES, OUTFITS
from pipeline.parts.records import Family
from pipeline.types.limits import WORN_THINGS
from pipeline.types.spec import RANGES, Accessory, Age, FacialHair, HairBack, Outfit
from pipeline.types.understood import Topic

_UNDER: Final = tuple((value,) for value, outfit in OUTFITS.items() if outfit.under)
"""Worn under other outfits: "white shirt, navy blazer" is a blazer."""
_ONE_DRESS: Final = ((Outfit.HAKAMA,), (Outfit.KIMONO,))
"""A hakama is worn with a kimono."""
_BEARDS: Final = ((FacialHair.FULL_BEARD,), (FacialHair.LONG_BEARD,), (FacialHair.GOATEE,))
"""Those that have a moustache."""
_WHITE_COATS: Final = (Outfit.COAT, Outfit.LAB_COAT)
"""What a "white coat" is: that of a doctor, or else one for the street."""
_YOUNG: Final = Span(21, 28)
"""Years of grown people who are called young."""
_HATS: Final = tuple(item for item, style in ACCESSORIES.items() if style.family is Family.HAT)
_CLOAK: Final = (Outfit.CAPE,)
_SEVERAL: Final[dict[Options, Options]] = {
    (HairBack.BRAID,): (HairBack.TWIN_BRAIDS,),
    (HairBack.BUN,): (HairBack.DOUBLE_BUN,),
    (HairBack.PONYTAIL,): (HairBack.TWIN_TAILS,),
}
"""What a style is called that is worn twice."""


class Sayings:
    """What has been said so far: fields, what is worn, and what is barred.

    Attributes:
        text: the prompt.
        refused: acts of what a pasted block does not want.
        said: for each field its options, and the act that said them.
        hints_of_figures: what roles hint at.
        worn: what is worn, one of each tuple, with the act that said it.
        barred: values that a field must not have.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.refused: frozenset[Act] = frozenset()
        self.said: dict[str, tuple[Options, Act]] = {}
        self.hints_of_figures: dict[str, Options] = {}
        self.worn: list[tuple[tuple[Accessory, ...], Act]] = []
        self.barred: dict[str, set[Value]] = {}
        self.grown = False
        """Whether somebody grown up is named, who may have children."""

    def counted(self, act: Act, thing: Thing) -> Thing:
        """A noun as it is meant in the plural: "braids" are two."""
        several = _SEVERAL.get(thing.said.get("hair_back", ()))
        if several and self.typed(act.token.start, act.token.end).lower().endswith("s"):
            return replace(thing, said={**thing.said, "hair_back": several})
        return thing

    def say(self, field: str, options: Options, act: Act) -> None:
        """A later word prevails, except that a shirt lies under what else is worn."""
        before, other = self.said.get(field, ((), None))
        if field in ("age", "years") and self.grown and _says_child(act):
            return  # "mom, baby spit on her shirt"
        self.grown = self.grown or (field == "age" and not _says_child(act) and {"build", "age"} <= _said_by(act))
        if other is not None:
            if field == "outfit" and act.under and act is not other and before != _CLOAK:
                return
            if field == "outfit" and any(OUTFITS[value].bare_armed in options for value in _outfits(before)):
                other.used = True  # "wedding dress, strapless dress"
            if field == "outfit" and options in _UNDER and not other.under and before not in _UNDER:
                return
            if field == "outfit" and (before, options) == _ONE_DRESS:
                return
            if field == "outfit" and _CLOAK in (before, options) and before != options:
                # A cape is worn over what else is said.
                cloak, options, act = (act, before, other) if options == _CLOAK else (other, options, act)
                self.wear((Accessory.MANTLE,), cloak)
            if self._is_narrower(other, act):
                act.used = True  # "china dress, red dress": both are one
                return
            if field in ("skin", "hair_back") and (both := common(before, options)):
                other.used, self.said[field] = True, (both, act)  # "black girl, dark skin"; "ponytail, tied back"
                return
            if field == "age" and before == (Age.TEEN,) and options == (Age.ADULT,) and _says_age_alone(other):
                other.used, self.said[field] = True, (options, act)  # "young dad"
                self.said["years"] = (_YOUNG, act)
                return
            if field == "hair_back" and other.owner is act:
                other.used, self.said[field] = True, (options, act)  # "tied in two buns"
                return
            if other.owner is act or (field == "age" and _says_age_alone(other) and not _says_age_alone(act)):
                other.used = True  # "long white beard"; "old Asian man"
                act.used = act.used or other.owner is act
                return
            if field == "age" and before == (Age.ELDER,) and options == (Age.ADULT,):
                other.used = act.used = True  # "vieux monsieur"
                return
            # "blush 40%", and words that agree: both are understood.
            other.used = other.used or act.owner is other or before == options
        if field == "years" and other is act:
            return  # "young dad"
        self.said[field] = (options, act)

    def is_covered(self, owner: Act | None) -> bool:
        """Whether a colour is not that of the clothes: a white tee's under a jacket, a blue cape's over armour."""
        options, act = self.said.get("outfit", ((), None))
        armed = Outfit.ARMOUR in (options or self.hints_of_figures.get("outfit", ()))
        if armed and any(items == (Accessory.MANTLE,) and by is owner for items, by in self.worn):
            return True
        own = owner.meaning.said.get("outfit", ()) if owner and isinstance(owner.meaning, Thing) else ()
        if owner is not None and owner.under:
            return act is not owner
        return act is not None and act is not owner and own in _UNDER and options not in _UNDER

    def cloak_over_figure(self) -> None:
        """A cape is worn over the clothes of a figure that has others: a "knight, blue cape" is in armour."""
        options, act = self.said.get("outfit", ((), None))
        usual = self.hints_of_figures.get("outfit", ())
        if act is not None and options == _CLOAK and usual and Outfit.CAPE not in usual:
            del self.said["outfit"]
            self.wear((Accessory.MANTLE,), act)

    def shave_lip(self) -> None:
        """A beard of somebody who is said to have no moustache leaves the lip free."""
        options, act = self.said.get("facial_hair", ((), None))
        if act is not None and options in _BEARDS and FacialHair.MOUSTACHE in self.barred.get("facial_hair", ()):
            self.said["facial_hair"] = ((FacialHair.CHIN_CURTAIN,), act)

    def narrow_by_figure(self) -> None:
        """Which of several clothes a word means is that of the figure: the "uniform" of a sailor."""
        options, act = self.said.get("outfit", ((), None))
        usual = self.hints_of_figures.get("outfit", ())
        theirs = common(usual, options)
        if act is not None and theirs:
            self.said["outfit"] = (theirs, act)
        elif act is not None and options == _WHITE_COATS:
            self.said["outfit"] = (_WHITE_COATS[:1], act)
        printable = any(OUTFITS[value].motifs for value in _outfits(usual))
        if usual and not printable and "outfit" not in self.said:
            self.said.pop("motif", None)  # a goddess with stars in her hair wears no T-shirt with a star

    def _is_narrower(self, one: Act, other: Act) -> bool:
        """Whether a phrase ends in the other one: "china dress" is a dress."""
        narrow, wide = (self.typed(act.token.start, act.token.end).lower() for act in (one, other))
        return narrow.endswith(f" {wide}")

    def wear(self, choices: tuple[Accessory, ...], act: Act) -> None:
        """One of these is worn, unless something narrower is said."""
        self.barred.get("accessories", set()).difference_update(choices)
        asked = set(choices)
        # "glasses, round glasses" is one pair: the narrower word counts.
        narrower = [(items, other) for items, other in self.worn if asked.issuperset(items)]
        if narrower:
            act.used = True
            return
        for items, other in self.worn:
            other.used = other.used or (asked.issubset(items) and not is_bare(other))
        self.worn = [(items, other) for items, other in self.worn if not asked.issubset(items)]
        if len(self.worn) < WORN_THINGS:
            self.worn.append((choices, act))

    def move_worn(self, acts: Sequence[Act]) -> None:
        """Makes of what is worn what it is at the place right behind or before it: "a scarf on her head"."""
        nouns = [act for act in acts if act.owner is None]
        for at, place in enumerate(nouns):
            moved = place.meaning.moved if isinstance(place.meaning, Thing) else {}
            if not moved:
                continue
            behind = [act for act in nouns[at + 1 : at + 2] if not self._pauses(place, act)]
            beside = [act for act in nouns[max(at - 1, 0) : at] if is_worn_on(act.meaning)] or behind
            for index, (items, act) in enumerate(self.worn):
                if act in beside and items[0] in moved:
                    self.worn[index] = ((moved[items[0]],), act)

    def _pauses(self, one: Act, other: Act) -> bool:
        return any(sign in self.text[one.token.end : other.token.start] for sign in ",.;、。\n")

    def turn(self, noun: Act | None, choices: tuple[Accessory, ...]) -> bool:
        """Makes one of these of what a noun asks for, or without a noun of what is worn of their family."""
        family = ACCESSORIES[choices[0]].family
        for at, (items, act) in enumerate(self.worn):
            if act is noun or (noun is None and family is not None and family == ACCESSORIES[items[0]].family):
                self.worn[at] = (choices, act)
                return True
        return False

    def deny(self, act: Act, thing: Thing) -> None:
        """The opposite of what a thing says, or whatever else there is."""
        act.used = not thing.bare or bool(thing.worn)
        if thing.undrawn:
            act.used = act not in self.refused
            for choices in thing.worn:
                self.bar("accessories", choices)
            return
        if thing.denied is not None:
            if thing.said.get("facial_hair") == (FacialHair.MOUSTACHE,):
                self.bar("facial_hair", (FacialHair.MOUSTACHE,))
                if self.said.get("facial_hair", ((), None))[0] in _BEARDS:
                    return
            for field, options in thing.denied.items():
                if not self._says_other(field, thing):
                    self.said[field] = (options, act)
            for choices in thing.worn:
                self.bar("accessories", choices)
            return
        for field, options in thing.said.items():
            if isinstance(options, Span):
                low, high = RANGES[field]
                self.said[field] = (Span(low + high - options.high, low + high - options.low), act)
            elif all(isinstance(value, bool) for value in options):
                self.said[field] = ((False,), act)
            else:
                self.bar(field, options)
        for field, options in thing.hinted.items():
            if isinstance(options, Span) or not isinstance(options[0], Enum):
                continue
            if field in ("build", "age") and thing.topic is not Topic.CHARACTER:
                continue  # who wears no gakuran may be a boy
            if len(options) == 1 or thing.topic is Topic.HAIR:
                self.bar(field, options)
        for choices in (*thing.worn, *thing.hinted_worn):
            self.bar("accessories", choices)
            if all(ACCESSORIES[item].family is Family.HAT for item in choices):
                self.bar("accessories", _HATS)  # no other one of a figure: "nurse without a cap"
            if len(choices) == len(Accessory):
                continue  # "cat ears, no accessories": no others
            left = [(tuple(item for item in items if item not in choices), other) for items, other in self.worn]
            self.worn = [(items, other) for items, other in left if items]

    def _says_other(self, field: str, thing: Thing) -> bool:
        """Whether something else than what is denied was said before: "a moustache, no beard"."""
        said, refused = self.said.get(field, ((), None))[0], thing.said.get(field, ())
        if isinstance(said, Span) or isinstance(refused, Span) or not said or not refused:
            return False
        return not set(said) & {*refused, *thing.denied[field]} if thing.denied else False

    def bar(self, field: str, values: tuple[Value, ...]) -> None:
        """A field must not have any of these values."""
        self.barred.setdefault(field, set()).update(values)
        options, act = self.said.get(field, ((), None))
        if act is not None and not isinstance(options, Span):
            left = tuple(value for value in options if value not in values)
            if left:
                self.said[field] = (left, act)
            else:
                del self.said[field]

    def typed(self, start: int, end: int) -> str:
        """A part of the prompt as it was typed."""
        return " ".join(self.text[start:end].replace("_", " ").split())


def _outfits(options: Options) -> tuple[Outfit, ...]:
    return tuple(value for value in options if isinstance(value, Outfit))


def _says_age_alone(act: Act) -> bool:
    """Whether a word says how old somebody is, and nothing else."""
    return isinstance(act.meaning, Thing) and "age" in act.meaning.said and act.meaning.said.keys() <= {"age", "years"}


def _says_child(act: Act) -> bool:
    """Whether a word says that somebody is a child, and no more: "baby"."""
    said = act.meaning.said if isinstance(act.meaning, Thing) else {}
    return said.get("age") == (Age.CHILD,) and "build" not in said and isinstance(said.get("years", Span(0, 0)), Span)


def _said_by(act: Act) -> set[str]:
    """The fields that a word decides."""
    return set(act.meaning.said) if isinstance(act.meaning, Thing) else set()


def is_bare(act: Act) -> bool:
    """Whether a word is a mere noun."""
    return isinstance(act.meaning, Thing) and act.meaning.bare


def common(first: Options, second: Options) -> tuple[Value, ...]:
    """The values that two words leave open alike."""
    if isinstance(first, Span) or isinstance(second, Span):
        return ()
    return tuple(value for value in second if value in first)
