"""The seed's part: every field that a prompt leaves open gets a value that suits the others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from pipeline.characters.drawn import palettes, taste
from pipeline.characters.drawn.paintbox import Paintbox
from pipeline.characters.drawn.reading import Reading, Span
from pipeline.parts import (
    ACCESSORIES,
    BROWS,
    COATS,
    EARS,
    EYE_SHAPES,
    FACE_SHAPES,
    HAIR_BACKS,
    IRISES,
    LASHES,
    NOSES,
    OUTFITS,
    RESTING_FACES,
    SPECIES,
)
from pipeline.parts.records import Animal, Spot
from pipeline.pixels.oklch import from_hex
from pipeline.types.spec import (
    CRESTED,
    LATEST_EDITION,
    YEARS,
    Age,
    Arms,
    BodyStyle,
    Brows,
    Build,
    Coat,
    Ears,
    FacialHair,
    Finish,
    HairFront,
    Iris,
    Lashes,
    Lower,
    Outfit,
    Pattern,
    Physique,
    RigSpec,
    Species,
)


def choose_spec(reading: Reading, seed: int) -> RigSpec:
    """The spec for a reading and a seed: the same for the same, and unrelated fields never move together."""
    return _Chooser(reading, seed).spec()


class _Chooser(Paintbox):
    """Fields in an order in which each may look at those before it."""

    def spec(self) -> RigSpec:
        """The whole spec."""
        species = self.one("species", {value: float(value is Species.HUMAN) for value in Species})
        if species is not Species.HUMAN:
            return self.mascot(species)
        named = self.reading.named
        self.build = build = self.one("build", self.builds())
        age = self.one("age", taste.USUAL_AGES if named else taste.AGES)
        years = self.years(age)
        tastes = Age.ELDER if years >= _SETTLED_FROM else age
        ears = self.one("ears", {Ears.HUMAN: 1.0} if named else {value: style.weight for value, style in EARS.items()})
        skin = self.one("skin", palettes.SKINS)

        backs = taste.with_fringe(taste.backs(build, tastes, named=named), self.wish("hair_front") or ())
        if self.is_long():
            backs = taste.without_short(backs)
        elif self.is_short():
            backs = taste.without_long(backs)
        back = self.one("hair_back", backs)
        style = HAIR_BACKS[back]
        usual = taste.on_build(build, taste.at_age(age, taste.fronts(back)))
        fronts = taste.receding(build, years, back, usual)
        front = self.one("hair_front", fronts)
        side = self.one("hair_side", taste.at_age(age, taste.sides(back)))
        hair = self.hair_colour(age, years, natural=style.cloud)
        colouring, hair_2 = self.second_hair(hair, plain=named or style.cloud or age is Age.ELDER)

        eye = self.one("eye_colour", {c: w * palettes.eyes_with(hair, c) for c, w in palettes.EYES.items()})
        outfits = taste.at_age(age, taste.chances(OUTFITS, build))
        if self.wish("lower") and not self.wish("outfit"):
            outfits = taste.open_below(outfits)
        outfit = self.one("outfit", taste.everyday(outfits) if named else outfits)
        cloth, accent = self.cloth(outfit, hair, skin)
        worldly = hair in palettes.WORLDLY or hair in palettes.GREYS
        beard = self.one("facial_hair", taste.facial_hair(build, years, barred=named or not worldly))
        accessories = self.accessories(tastes, ears, outfit, style, bearded=beard is not FacialHair.NONE)
        accessory_colour, accessory_colours = self.accessory_colours(accessories)
        return RigSpec(
            edition=LATEST_EDITION,
            seed=self.seed,
            body_style=self.one("body_style", {BodyStyle.NORMAL: 1.0, BodyStyle.CHIBI: 0.0}),
            finish=self.one("finish", {Finish.CEL: 1.0, Finish.SOFT: 0.0, Finish.SKETCH: 0.0}),
            build=build,
            age=age,
            years=years,
            physique=self.one("physique", {value: float(value is Physique.AVERAGE) for value in Physique}),
            arms=self.arms(),
            face_shape=self.one("face_shape", taste.chances(FACE_SHAPES, build)),
            nose=self.one("nose", taste.chances(NOSES, build)),
            ears=ears,
            skin=skin,
            blush=self.number("blush", *((0.05, 0.3) if build is Build.MALE else (0.2, 0.65))),
            freckles=self.flag("freckles", 0.05),
            mole=self.flag("mole", 0.06),
            fang=self.flag("fang", 0.06),
            braces=self.flag("braces", 0.0),
            facial_hair=beard,
            beard_colour=self.given_colour("beard_colour"),
            expression=self.one("expression", taste.chances(RESTING_FACES, build)),
            closed_eyes=self.flag("closed_eyes", 0.0),
            eye_shape=self.one("eye_shape", taste.chances(EYE_SHAPES, build)),
            eye_size=self.number("eye_size", *taste.eye_sizes(build, years)),
            eye_spacing=self.number("eye_spacing", -0.4, 0.4),
            eye_colour=eye,
            eye_colour_right=self.right_eye(eye, hair),
            iris=self.one("iris", taste.at_age(tastes, {value: style.weight for value, style in IRISES.items()})),
            lashes=self.one("lashes", taste.chances(LASHES, build)),
            brows=self.one("brows", taste.chances(BROWS, build)),
            brow_colour=self.given_colour("brow_colour"),
            hair_front=front,
            hair_side=side,
            hair_back=back,
            hair_colour=hair,
            hair_colour_2=hair_2,
            hair_colouring=colouring,
            hair_length=self.number("hair_length", 0.25, 0.85),
            hair_volume=self.number("hair_volume", *((0.0, 0.1) if front is HairFront.RECEDING else (0.3, 0.7))),
            hair_mess=self.number("hair_mess", *style.mess),
            hair_wave=self.number("hair_wave", *style.wave),
            ahoge=self.flag("ahoge", 0.0 if style.cloud else taste.ahoge(years)),
            outfit=outfit,
            outfit_colour=cloth,
            accent_colour=accent,
            number=round(self.number("number", 0, 0)),
            tieless=self.flag("tieless", 0.0),
            lower=self.one("lower", {value: float(value is Lower.NONE) for value in Lower}),
            lower_colour=self.given_colour("lower_colour"),
            motif=self.one("motif", taste.motifs(outfit, plain="outfit_colour" in self.reading.said)),
            pattern=self.pattern("pattern"),
            lower_pattern=self.pattern("lower_pattern"),
            accessories=tuple(accessories),
            accessory_colour=accessory_colour,
            accessory_colours=accessory_colours,
        )

    def mascot(self, species: Species) -> RigSpec:
        """The spec of an animal: fields that only people have keep their defaults."""
        style = SPECIES[species].animal
        if style is None:
            raise TypeError(species)
        self.build = Build.ANDROGYNOUS
        second = self.given_colour("hair_colour_2")
        coat = self.one("coat", self._coats(species, style, second))
        fur = self.one("hair_colour", COATS[coat].furs or style.furs)
        lighter = bool(second) and from_hex(second).lightness > from_hex(fur).lightness
        if second and species not in CRESTED and lighter is (coat in _ON_LIGHT):
            fur, second = second, fur
        eye = self.one("eye_colour", style.eyes)
        outfit = self.one("outfit", {value: float(value is Outfit.FUR) for value in Outfit})
        cloth, accent = self.cloth(outfit, fur, fur)
        accessories = {
            item: colour
            for item, colour in self.asked_accessories().items()
            if not {Spot.EARS, Spot.TAIL} & set(ACCESSORIES[item].spots)
        }
        accessory_colour, accessory_colours = self.accessory_colours(accessories)
        return RigSpec(
            edition=LATEST_EDITION,
            seed=self.seed,
            species=species,
            coat=coat,
            body_style=BodyStyle.CHIBI,
            finish=self.one("finish", {Finish.CEL: 1.0, Finish.SOFT: 0.0, Finish.SKETCH: 0.0}),
            build=self.build,
            arms=self.arms(),
            blush=self.number("blush", 0.4, 0.7),
            fang=self.flag("fang", 0.0),
            expression=self.one("expression", {value: float(value is style.expression) for value in RESTING_FACES}),
            closed_eyes=self.flag("closed_eyes", 0.0),
            eye_shape=self.one("eye_shape", {value: float(value is style.eye_shape) for value in EYE_SHAPES}),
            eye_size=self.number("eye_size", 0.97, 1.06),
            eye_spacing=self.number("eye_spacing", -0.3, 0.3),
            eye_colour=eye,
            eye_colour_right=self.right_eye(eye, fur),
            iris=self.one("iris", {value: float(value is Iris.GRADIENT) for value in IRISES}),
            lashes=self.one("lashes", {value: float(value is Lashes.BARE) for value in LASHES}),
            brows=self.one("brows", {value: float(value is Brows.SHORT) for value in BROWS}),
            brow_colour=self.given_colour("brow_colour"),
            hair_colour=fur,
            hair_colour_2=second,
            outfit=outfit,
            outfit_colour=cloth,
            accent_colour=accent,
            number=round(self.number("number", 0, 0)),
            tieless=self.flag("tieless", 0.0),
            lower=self.one("lower", {value: float(value is Lower.NONE) for value in Lower}),
            lower_colour=self.given_colour("lower_colour"),
            motif=self.one("motif", taste.motifs(outfit, plain="outfit_colour" in self.reading.said)),
            pattern=self.pattern("pattern"),
            lower_pattern=self.pattern("lower_pattern"),
            accessories=tuple(accessories),
            accessory_colour=accessory_colour,
            accessory_colours=accessory_colours,
        )

    def _coats(self, species: Species, style: Animal, second: str) -> Mapping[Coat, float]:
        """The markings that chance may give: two colours lie side by side, and one that is said is all of the fur."""
        if second and species in _BICOLOUR:
            return {Coat.BLAZE: 1.0}
        said = cast("tuple[str, ...]", self.reading.said.get("hair_colour", ()))
        if not said:
            return style.coats
        middling = all(_DARK_FUR < from_hex(colour).lightness < _LIGHT_FUR for colour in said)
        plain = {Coat.PLAIN: style.coats.get(Coat.PLAIN, 0.0), Coat.TABBY: middling * style.coats.get(Coat.TABBY, 0.0)}
        return plain if any(plain.values()) else style.coats

    def years(self, age: Age) -> int:
        """How old somebody is: what the prompt says, unless another word says another age."""
        said, (first, last) = round(self.number("years", *taste.YEARS[age])), YEARS[age]
        return said if first <= said <= last else round(self.dice.between("years", *taste.YEARS[age]))

    def arms(self) -> Arms:
        """How the arms are held where the prompt says it."""
        return self.one("arms", {value: float(value is Arms.BY_CHANCE) for value in Arms})

    def pattern(self, field: str) -> Pattern:
        """A pattern of cloth where the prompt says one."""
        return self.one(field, {value: float(value is Pattern.PLAIN) for value in Pattern})

    # -- fields that belong together

    def is_long(self) -> bool:
        """Whether the prompt says that the hair is long."""
        length = self.wish("hair_length")
        return isinstance(length, Span) and length.low >= _LONG

    def is_short(self) -> bool:
        """Whether the prompt says that the hair is short."""
        length = self.wish("hair_length")
        return isinstance(length, Span) and length.high <= _SHORT

    def builds(self) -> dict[Build, float]:
        """How likely each build is, given what else is wished for: twin tails are seldom a boy's."""
        weights = dict(taste.BUILDS)
        for build in weights:
            tables: dict[str, Mapping[Any, float]] = {
                "hair_back": taste.chances(HAIR_BACKS, build),
                "outfit": taste.chances(OUTFITS, build),
            }
            for name, usual in tables.items():
                wished = self.wish(name)
                if wished:
                    likely = sum(usual.get(value, 0.02) for value in wished)
                    weights[build] *= likely / sum(usual.values())
        if any(all(ACCESSORIES[item].girlish for item in choices) for choices in self.reading.worn):
            weights[Build.MALE] *= taste.GIRLISH_ON_BOYS
        return weights


_SETTLED_FROM: Final = 45
"""Years from which hair and what is worn on it are by chance like those of the old."""
_SHORT: Final = 0.4
_LONG: Final = 0.5
"""Length from which hair is not cut short."""
_DARK_FUR: Final = 0.45
_LIGHT_FUR: Final = 0.88
"""Lightness between which fur may have stripes and still be of one colour."""
_BICOLOUR: Final = (Species.CAT, Species.DOG, Species.RABBIT)
"""Animals whose two colours are a blaze, unless something else is said."""
_ON_LIGHT: Final = (Coat.CALICO, Coat.POINTS, Coat.PANDA, Coat.TABBY, Coat.PATCHES, Coat.BANDIT)
"""Coats whose markings are darker than the fur."""
