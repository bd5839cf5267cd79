"""Accessories: what a prompt asks for, what figures bring along, and what chance adds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from pipeline.characters.drawn import taste
from pipeline.characters.drawn.wishes import Wishes
from pipeline.parts import ACCESSORIES, OUTFITS
from pipeline.parts.records import Family, HairBackStyle, Spot
from pipeline.types.limits import WORN_THINGS
from pipeline.types.spec import Accessory, Age, Build, Ears, Outfit


class Wardrobe(Wishes):
    """Wishes that can also tell what somebody wears."""

    def accessories(
        self, age: Age, ears: Ears, outfit: Outfit, back: HairBackStyle, *, bearded: bool
    ) -> dict[Accessory, str]:
        """What is worn, with the colour that is said for it or "".

        It is all that is said, what figures bring along where there is room, and what chance adds.
        """
        worn = self.asked_accessories()
        by_chance = []
        for item, style in ACCESSORIES.items():
            likely = style.chance * (taste.GIRLISH_ON_BOYS if self.build is Build.MALE and style.girlish else 1.0)
            if not style.goes_with(OUTFITS[outfit]) or ((back.high or back.cloud or back.whole) and style.on_top):
                continue
            if ears is Ears.ELF and Spot.EARS in style.spots:
                continue
            if bearded and (style.girlish or style.family is Family.ANIMAL_EARS or Spot.SUPERNATURAL in style.spots):
                continue
            if age is Age.ELDER and not taste.suits_elder(style):
                continue
            if self.reading.named and (taste.is_telling(style) or self.foreign(item)):
                continue
            share = self.dice.share(f"accessories/{item.value}")
            if share < likely:
                by_chance.append((share / likely, item))
        # The cap counts what chance chose alone, so that a word more takes nothing else away.
        for _, item in sorted(by_chance)[: taste.MOST_BY_CHANCE]:
            crowded = ACCESSORIES[item].on_head and any(ACCESSORIES[other].on_head for other in worn)
            if self.has_room(item, worn) and not crowded and len(worn) < WORN_THINGS:
                worn[item] = ""
        return {item: worn[item] for item in Accessory if item in worn}

    def asked_accessories(self) -> dict[Accessory, str]:
        """What is said, and what figures bring along where there is room, with its colour, in the order of drawing."""
        worn: dict[Accessory, str] = {}
        hinted = {item for choices in self.reading.hinted_worn for item in choices}
        colours = self.reading.worn_colours or ("",) * len(self.reading.worn)
        # What leaves no choice comes first: a "visor" beside sunglasses is on the brow.
        for choices, colour in sorted(zip(self.reading.worn, colours, strict=True), key=lambda each: len(each[0]) > 1):
            left = [item for item in choices if self.has_room(item, worn)]
            worn[self.dice.pick("accessories", _likelihoods(_meant(tuple(left) or choices, hinted)))] = colour
        for choices in self.reading.hinted_worn:
            left = [item for item in choices if self.has_room(item, worn) and not self.foreign(item)]
            if left and len(worn) < WORN_THINGS:
                worn[self.dice.pick("accessories", _likelihoods(left))] = ""
        return {item: worn[item] for item in Accessory if item in worn}

    def has_room(self, item: Accessory, worn: Iterable[Accessory]) -> bool:
        """Whether an accessory may be added to those that are worn."""
        barred = self.reading.barred.get("accessories", frozenset())
        style = ACCESSORIES[item]
        return not (item in barred or item in worn or any(style.shares_spot(ACCESSORIES[w]) for w in worn))

    def accessory_colours(self, accessories: Mapping[Accessory, str]) -> tuple[str, tuple[str, ...]]:
        """The colour of all accessories, and those of single ones where they differ."""
        cloth = self.given_colour("outfit_colour") if "outfit_colour" in self.reading.said else ""
        # "A hijabi in pink": of what she wears her hijab is seen most.
        veiled = "" if self.wish("accessory_colour") else cloth
        colours = tuple(colour or (veiled if item is Accessory.HIJAB else "") for item, colour in accessories.items())
        if len(colours) == 1 and colours[0]:
            return colours[0], ()
        return self.given_colour("accessory_colour"), colours if any(colours) else ()

    def foreign(self, item: Accessory) -> bool:
        """Whether an accessory would contradict the build, unasked as it is; what is worn with a dress does not."""
        asked = self.wish("outfit") or ()
        in_dress = any(isinstance(value, Outfit) and Build.MALE not in OUTFITS[value].weights for value in asked)
        return self.build is Build.MALE and ACCESSORIES[item].girlish and not in_dress


_RARE: Final = 0.003
"""How often one of several is chosen that chance would never add."""


def _meant(choices: tuple[Accessory, ...], hinted: set[Accessory]) -> tuple[Accessory, ...]:
    """Which of several things somebody means by a word for all: those that go with who is named, else the usual one."""
    theirs = tuple(item for item in choices if item in hinted)
    usual = tuple(item for item in choices if ACCESSORIES[item].leads)
    return theirs or usual or choices


def _likelihoods(items: Iterable[Accessory]) -> dict[Accessory, float]:
    return {item: ACCESSORIES[item].chance or _RARE for item in items}
