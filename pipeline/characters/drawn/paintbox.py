"""Colours: those that a prompt wishes for, and what chance puts beside them."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn import palettes, taste
from pipeline.characters.drawn.colours import distance, hue_apart
from pipeline.characters.drawn.worn import Wardrobe
from pipeline.parts import OUTFITS
from pipeline.types.spec import Age, Build, FacialHair, HairColouring, Outfit

_MIDDLE_AGE: Final = 36
_GREY_FROM: Final = 44
_GREYER: Final = 0.05
"""Years from which hair may be grey by chance, and how much more often with each year."""


class Paintbox(Wardrobe):
    """The colours of hair, eyes and cloth for one prompt."""

    def hair_colour(self, age: Age, years: int, *, natural: bool) -> str:
        """The colour of the hair; who is old is grey unless another one is said, wherever the family comes from."""
        said = self.reading.said
        if age is Age.ELDER and "hair_colour" not in said and "beard_colour" not in said:
            barred = self.reading.barred.get("hair_colour", frozenset())
            greys = {colour: weight for colour, weight in palettes.GREYS.items() if colour not in barred}
            wished = self.wish("hair_colour") or ()
            worldly = {colour: 1.0 for colour in palettes.WORLDLY if colour not in barred}  # "old, but not grey"
            return self.dice.pick("hair_colour", {c: w for c, w in greys.items() if c in wished} or greys or worldly)
        return self.one("hair_colour", self.hair_colours(age, years, natural=natural))

    def hair_colours(self, age: Age, years: int, *, natural: bool) -> dict[str, float]:
        """How likely each colour of hair is: that of grown men, beards and the middle-aged whom a prompt names is of
        this world, or grey.
        """
        if age is Age.ELDER:
            return palettes.GREYS
        beard = self.wish("facial_hair")
        man = self.build is Build.MALE and age is Age.ADULT
        grown = self.reading.named and (man or years >= _MIDDLE_AGE)
        if (isinstance(beard, tuple) and FacialHair.NONE not in beard) or grown:
            worldly = {c: w * (1.0 if c in palettes.WORLDLY else 0.02) for c, w in palettes.HAIRS.items()}
            grey = max(0, years - _GREY_FROM) * _GREYER
            return worldly | {c: max(worldly.get(c, 0.0), w * grey) for c, w in palettes.GREYS.items() if grey}
        return {c: w * (4 if natural and c in palettes.NATURAL else 1) for c, w in palettes.HAIRS.items()}

    def second_hair(self, hair: str, *, plain: bool) -> tuple[HairColouring, str]:
        """How the hair is coloured and its second colour; ``plain`` hair has one unless a prompt wishes for two."""
        usual = {HairColouring.SOLID: 1.0} if plain else taste.COLOURINGS
        if self.wish("hair_colour_2") and not self.wish("hair_colouring"):
            usual = {HairColouring.SPLIT: 1.0}
        colouring = self.one("hair_colouring", usual)
        if colouring is HairColouring.SOLID:
            return colouring, ""
        second = self.one(
            "hair_colour_2", {c: w * palettes.second_hair(hair, c) for c, w in palettes.HAIRS.items() if c != hair}
        )
        return colouring, second

    def right_eye(self, eye: str, hair: str) -> str:
        """The colour of the right eye where it differs, else ""."""
        wished = self.wish("eye_colour_right")
        if wished:
            if wished[0] != "other":
                return self.given_colour("eye_colour_right")
        elif self.reading.named or not self.dice.chance("heterochromia", 0.012):
            return ""
        apart = {c: w * (hue_apart(eye, c) > 60) * palettes.eyes_with(hair, c) for c, w in palettes.EYES.items()}
        return self.dice.pick("eye_colour_right", apart)

    def cloth(self, outfit: Outfit, hair: str, skin: str) -> tuple[str, str]:
        """Cloth and accent: a scheme of the outfit; what is wished for replaces its half."""
        said, accent_said = self.given_colour("outfit_colour"), self.given_colour("accent_colour")
        scores = {}
        for scheme in OUTFITS[outfit].colours:
            pair = (said or scheme[0], accent_said or scheme[1])
            closeness = 1.0
            if said:
                closeness = 1 / (0.05 + distance(said, scheme[0])) ** 2
                closeness *= distance(said, pair[1]) > 0.12
            scores[scheme] = closeness * palettes.cloth_with(hair, skin, pair)
        cloth, accent = self.dice.pick("outfit_colours", scores)
        return said or cloth, accent_said or accent
