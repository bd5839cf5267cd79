"""Creatures and gods of folk tales and myths: spirits of the elements, small folk, the undead."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.archetypes.figure import (
    BRIGHT,
    COOL,
    DARK,
    GOLD,
    SMILES,
    WHITE,
    WICKED,
    boy,
    figure,
    girl,
)
from pipeline.characters.drawn.words.model import Place, Table
from pipeline.types.spec import Accessory, Age, Build, Ears, FacialHair, HairBack, HairFront, Iris, Outfit, Physique

_GROWN: Final = (Age.ADULT,)
_STONE: Final = ("#9a9aa2", "#8b8d94")
_LEAF: Final = ("#6f9a5c", "#5c8a58", "#8aa86a")

SPIRITS: Final[Table] = {
    "dryad, nymph, wood nymph, forest nymph, forest spirit, plant girl, flower fairy, nature spirit, mother nature, "
    "spring spirit, alraune": girl(
        Accessory.FLOWER_CROWN, place=Place.HAIR, ears=(Ears.ELF,), hair_colour=_LEAF, outfit=(Outfit.SUNDRESS,),
        outfit_colour=_LEAF, hair_back=(HairBack.LONG_WAVY, HairBack.LONG), expression=SMILES,
    ),
    "naiad, water nymph, river spirit, water spirit, sea nymph, selkie, rusalka, undine, ocean spirit": girl(
        place=Place.HAIR, hair_colour=("#6fc3c0", "#5f86c9"), outfit=(Outfit.SUNDRESS,),
        outfit_colour=("#78d8da", "#5f86c9"), hair_back=(HairBack.LONG_WAVY, HairBack.LONG),
    ),
    "yuki onna, snow woman, ice spirit, snow spirit, snow maiden, frost maiden": girl(
        place=Place.HAIR, skin=("#eef0f6",), hair_colour=("#efecf4", "#cbe0ee"), outfit=(Outfit.KIMONO, Outfit.DRESS),
        outfit_colour=WHITE, hair_back=(HairBack.LONG, HairBack.HIME), expression=COOL,
    ),
    "fire spirit, fire elemental, ifrit, efreet, flame spirit": figure(
        place=Place.HAIR, hair_colour=("#c8402f", "#e28a45"), skin=("#e0a07c", "#c8785c"), outfit_colour=("#b3263f",)
    ),
    "wind spirit, air spirit, sylph, cloud spirit": girl(
        place=Place.HAIR, hair_colour=("#efecf4", "#cbe0ee"), outfit=(Outfit.SUNDRESS,), outfit_colour=WHITE
    ),
    "jack frost": boy(
        Accessory.STAFF, place=Place.HAIR, hair_colour=("#efecf4",), outfit=(Outfit.HOODIE,),
        outfit_colour=("#5f86c9",), expression=WICKED,
    ),
    "genie, djinn, djinni, jinn": boy(
        Accessory.EARRINGS, place=Place.HAIR, skin=("#6f9fd8", "#8b8fd0"), outfit=(Outfit.VEST,),
        hair_back=(HairBack.BUN,),
        physique=(Physique.MUSCULAR,), age=_GROWN, expression=BRIGHT,
    ),
}  # fmt: skip

FOLK: Final[Table] = {
    "gnome, garden gnome, leprechaun, brownie spirit, house elf, domovoi, tomte, nisse": replace(
        boy(Accessory.WITCH_HAT, place=Place.HAIR, accessory_colour=("#c2303f", "#3f9a5c"), outfit=(Outfit.VEST,)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.FULL_BEARD,)}},
    ),
    "halfling, hobbit": replace(
        figure(place=Place.HAIR, hair_back=(HairBack.SHORT_CURLS, HairBack.CURLY),
               hair_colour=("#75503c", "#5b4034", "#96503e"), expression=BRIGHT),
        person=True,
    ),
    "christmas elf, santa's elf, santa's helper, santa helper": figure(
        Accessory.SANTA_HAT, place=Place.HAIR, ears=(Ears.ELF,), outfit=(Outfit.VEST, Outfit.DRESS),
        outfit_colour=("#3f9a5c",), accent_colour=("#c8303f",), expression=BRIGHT,
    ),
    "changeling, fae queen, fairy queen, fae lady, fairy godmother, tooth fairy": girl(
        Accessory.FAIRY_WINGS, Accessory.CROWN, place=Place.HAIR, ears=(Ears.ELF,), outfit=(Outfit.DRESS,),
        age=_GROWN, expression=SMILES,
    ),
    "dragonborn, lizardfolk, kobold, half dragon": figure(
        Accessory.HORNS, Accessory.DRAGON_TAIL, place=Place.HAIR, skin=("#8aa86a", "#a86a5c", "#7a94b0"),
        iris=(Iris.SLIT,), outfit=(Outfit.ARMOUR, Outfit.CAPE),
    ),
    "tabaxi, nekomata, bakeneko": figure(
        Accessory.CAT_EARS, Accessory.CAT_TAIL, place=Place.HAIR, iris=(Iris.SLIT,), expression=COOL
    ),
    "huli jing, nine tailed fox girl, gumiho": girl(
        Accessory.FOX_EARS, Accessory.FOX_TAIL, place=Place.HAIR, outfit=(Outfit.KIMONO,), age=_GROWN, expression=WICKED
    ),
    "aasimar, nephilim, half angel, archangel, seraphim": figure(
        Accessory.HALO, Accessory.FEATHERED_WINGS, place=Place.HAIR, outfit=(Outfit.ARMOUR, Outfit.CAPE),
        outfit_colour=WHITE, accent_colour=GOLD, expression=COOL,
    ),
    "cherub, putto, baby angel, little angel": figure(
        Accessory.HALO, Accessory.FEATHERED_WINGS, place=Place.HAIR, outfit=(Outfit.DRESS, Outfit.KIMONO),
        outfit_colour=WHITE, age=(Age.CHILD,), hair_back=(HairBack.SHORT_CURLS,), hair_colour=("#f3d98b",),
        expression=BRIGHT,
    ),
    "tengu": boy(Accessory.FEATHERED_WINGS, place=Place.HAIR, skin=("#d06a60",), outfit=(Outfit.HAKAMA,)),
}  # fmt: skip

DEAD: Final[Table] = {
    "lich, wraith, specter, spectre, revenant, phantom, poltergeist, wight, death knight": figure(
        Accessory.HOOD, place=Place.HAIR, skin=("#c3cbc8", "#b8c4c8"), outfit=(Outfit.CAPE,), outfit_colour=DARK[:1],
        accessory_colour=("#33323c",), hair_colour=("#eae6f1",), expression=COOL, iris=(Iris.FLAT,),
        blush=Span(0.0, 0.05),
    ),
    "banshee, la llorona, weeping woman ghost": girl(
        Accessory.TEARS, place=Place.HAIR, skin=("#e4ecec",), hair_colour=("#eae6f1", "#3a3340"),
        outfit=(Outfit.DRESS,), outfit_colour=WHITE, hair_back=(HairBack.LONG,), iris=(Iris.FLAT,),
    ),
    "jiangshi": figure(
        Accessory.KUFI, place=Place.HAIR, skin=("#b8c8c0",), outfit=(Outfit.HANBOK, Outfit.QIPAO), outfit_colour=DARK,
        expression=COOL,
    ),
    "shinigami": figure(Accessory.SCYTHE, outfit=(Outfit.CAPE, Outfit.KIMONO), outfit_colour=DARK[:1], expression=COOL),
    "baba yaga, old witch of the woods, sea hag, night hag": girl(
        Accessory.SHAWL, Accessory.BANDANA, age=(Age.ELDER,), outfit=(Outfit.DRESS, Outfit.SHIRT),
        hair_mess=Span(0.5, 0.9)
    ),
    "wendigo, krampus": boy(Accessory.ANTLERS, place=Place.HAIR, outfit=(Outfit.CAPE,), outfit_colour=DARK),
}  # fmt: skip

GODS: Final[Table] = {
    "athena, artemis, hera, aphrodite, venus goddess, persephone, demeter, isis goddess, bastet, bast goddess": girl(
        Accessory.FLOWER_CROWN, outfit=(Outfit.SUNDRESS, Outfit.KIMONO), outfit_colour=WHITE, accent_colour=GOLD,
        age=_GROWN
    ),
    "apollo, hermes, dionysus, thor, loki, heimdall, anubis, horus, osiris, ra god": boy(
        outfit=(Outfit.CAPE, Outfit.KIMONO), outfit_colour=WHITE, accent_colour=GOLD, age=_GROWN
    ),
    "mad hatter": boy(
        Accessory.TOP_HAT, Accessory.BOW_TIE, outfit=(Outfit.SUIT, Outfit.VEST), outfit_colour=("#3f9a5c", "#7a4fae"),
        hair_colour=("#e28a45",), hair_mess=Span(0.6, 0.9), expression=WICKED,
    ),
    "queen of hearts": girl(
        Accessory.CROWN, outfit=(Outfit.DRESS,), outfit_colour=("#c2303f",), age=_GROWN, expression=WICKED
    ),
    "goldilocks": girl(outfit=(Outfit.DRESS,), hair_colour=("#f3d98b",), hair_back=(HairBack.CURLY, HairBack.DRILLS)),
    "lancelot, galahad, knight of the round table, king arthur": boy(
        Accessory.SWORD, outfit=(Outfit.ARMOUR,), age=_GROWN, hair_front=(HairFront.SIDE_PART, HairFront.SWEPT_BACK)
    ),
    "guinevere, maid marian, lady of the lake": girl(outfit=(Outfit.DRESS,), hair_back=(HairBack.LONG_WAVY,)),
    "space marine, space soldier, mobile trooper": figure(outfit=(Outfit.ARMOUR,), expression=COOL),
    "space pirate, space captain": figure(
        Accessory.EYE_PATCH, outfit=(Outfit.JACKET, Outfit.COAT), outfit_colour=DARK, expression=WICKED
    ),
    "hologram, hologram girl, replicant, gynoid, ai assistant": figure(
        outfit=(Outfit.TURTLENECK, Outfit.JACKET), hair_colour=("#66c6da", "#93c8e6"), iris=(Iris.RING,),
        expression=COOL
    ),
    "merman, triton": boy(place=Place.HAIR, outfit=(Outfit.SWIMSUIT,), hair_colour=("#6fc3c0", "#5f86c9")),
}  # fmt: skip

TOLD: Final[Table] = {
    "golem, stone golem, rock golem, gargoyle, clay golem, earth elemental": replace(
        boy(place=Place.HAIR, skin=_STONE, hair_back=(HairBack.BALD,), physique=(Physique.MUSCULAR,), expression=COOL),
        undrawn=True,
    ),
    "ent, treant, tree spirit, tree man, wood golem": replace(
        boy(place=Place.HAIR, skin=("#8a6a4a",), hair_colour=_LEAF, hair_mess=Span(0.6, 0.9)), undrawn=True
    ),
    "cyclops, titan, goliath, firbolg, giant man": replace(
        boy(place=Place.HAIR, physique=(Physique.MUSCULAR,), age=_GROWN, outfit=(Outfit.VEST, Outfit.TANK_TOP)),
        undrawn=True,
    ),
    "kappa": replace(figure(place=Place.HAIR, skin=("#8fbf8a",)), undrawn=True),
    "boogeyman, bogeyman, mothman, headless horseman, skinwalker, sandman": replace(
        boy(outfit=(Outfit.CAPE, Outfit.COAT), outfit_colour=DARK), undrawn=True
    ),
}  # fmt: skip
"""What is drawn as the nearest person, and told to be left out."""
