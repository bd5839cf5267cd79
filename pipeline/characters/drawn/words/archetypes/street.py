"""People as they are called on the streets and in chats of today: nicknames, scenes, families and feasts."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, DARK, SMILES, WICKED, boy, girl, job
from pipeline.characters.drawn.words.model import Table, Thing
from pipeline.types.spec import (
    Accessory,
    Age,
    Build,
    FaceShape,
    FacialHair,
    HairBack,
    HairFront,
    Lower,
    Outfit,
    Physique,
    RestingFace,
)  # fmt: skip

_GROWN: Final = (Age.ADULT,)
_MIDDLE: Final = Span(38, 50)
_PASTEL: Final = ("#f0b8c4", "#c4b2ec", "#f6ead0")


def _he(*worn: Accessory, **hints: object) -> Thing:
    return replace(boy(*worn, **hints), person=True)  # type: ignore[arg-type]


def _she(*worn: Accessory, **hints: object) -> Thing:
    return replace(girl(*worn, **hints), person=True)  # type: ignore[arg-type]


MEN: Final[Table] = {
    "chad, gigachad, sigma male, sigma, alpha male, alpha bro, sigma guy, beefcake, hunk, adonis": _he(
        physique=(Physique.MUSCULAR,), face_shape=(FaceShape.SQUARE,), age=_GROWN, expression=COOL,
        outfit=(Outfit.TANK_TOP, Outfit.T_SHIRT),
    ),
    "gym bro himbo, golden retriever boyfriend, golden retriever guy": _he(age=_GROWN, expression=BRIGHT),
    "jock, frat boy, frat bro, frat guy, letterman, varsity player": _he(
        physique=(Physique.MUSCULAR,), outfit=(Outfit.JACKET, Outfit.JERSEY, Outfit.T_SHIRT), expression=BRIGHT
    ),
    "finance bro, wall street guy, private equity bro, consultant bro": _he(
        outfit=(Outfit.VEST, Outfit.SHIRT), age=_GROWN, hair_front=(HairFront.SWEPT_BACK, HairFront.SIDE_PART),
        expression=WICKED,
    ),
    "tech bro, crypto bro, startup founder, startup bro, silicon valley guy": _he(
        outfit=(Outfit.VEST, Outfit.HOODIE, Outfit.T_SHIRT), age=_GROWN, expression=BRIGHT
    ),
    "neckbeard, incel, reddit mod, discord mod, basement dweller": replace(
        _he(Accessory.FEDORA, outfit=(Outfit.T_SHIRT,), age=_GROWN, physique=(Physique.STOUT,)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.FULL_BEARD, FacialHair.STUBBLE)}},
    ),
    "doomer, doomer guy": _he(Accessory.BEANIE, outfit=(Outfit.HOODIE,), outfit_colour=DARK, expression=COOL),
    "simp, coomer, wojak, normie guy, soyboy": _he(age=_GROWN, outfit=(Outfit.T_SHIRT, Outfit.SHIRT)),
    "edgelord, bad boy, bad guy, rude boy, heartthrob, heartbreaker": _he(
        outfit=(Outfit.JACKET,), outfit_colour=DARK, expression=WICKED
    ),
    "chav, roadman, geezer, gaffer, gopnik, slav": _he(
        Accessory.CAP, outfit=(Outfit.JACKET, Outfit.HOODIE), lower=(Lower.MATCHING,), expression=COOL
    ),
    "redneck, hillbilly, country boy, farm boy hick, good old boy, yokel": _he(
        Accessory.CAP, outfit=(Outfit.OVERALLS, Outfit.FLANNEL)
    ),
    "soft boy, softboy, softie boy, pretty boy, flower boy, flower boy type": _he(
        outfit=(Outfit.TURTLENECK, Outfit.HOODIE), outfit_colour=_PASTEL, expression=SMILES
    ),
    "dilf, hot dad, zaddy, sugar daddy, silver fox man, girl dad, boy dad, stay at home dad, soccer dad, hockey dad, "
    "househusband, house husband, bald dad, grill dad, bbq dad": _he(
        age=_GROWN, years=_MIDDLE, outfit=(Outfit.SHIRT, Outfit.T_SHIRT, Outfit.FLANNEL), expression=SMILES
    ),
    "bachelor, widower, divorced dad, divorced guy, eligible bachelor": _he(age=_GROWN),
    "groomsman, ring bearer, prom date": _he(outfit=(Outfit.SUIT,), expression=SMILES),
    "prom king, homecoming king": _he(Accessory.CROWN, outfit=(Outfit.SUIT,), expression=BRIGHT),
    "drag king": _he(outfit=(Outfit.SUIT, Outfit.VEST), age=_GROWN, expression=WICKED),
    "papaw, pawpaw, pop pop, grandpappy, old fart, old timer, old geezer, old coot": _he(age=(Age.ELDER,)),
    "pick up artist, playboy, casanova, gigolo, ladies man, womaniser": _he(
        outfit=(Outfit.SHIRT, Outfit.SUIT), age=_GROWN, expression=WICKED
    ),
    "trans man, trans guy, trans boy, trans masc, gay guy, gay man, gay boy": _he(),
}  # fmt: skip

WOMEN: Final[Table] = {
    "karen": _she(age=_GROWN, years=_MIDDLE, hair_back=(HairBack.BOB,), expression=(RestingFace.ANGRY,)),
    "tradwife, trad wife, housewife 50s, 50s housewife, fifties housewife, stepford wife": _she(
        Accessory.APRON, outfit=(Outfit.DRESS,), age=_GROWN, expression=SMILES
    ),
    "soccer mom, boy mom, girl mom, crunchy mom, tiger mom, dance mom, pta mom, mommy blogger, milf, cougar lady, "
    "hot mom, wine mom": _she(
        age=_GROWN, years=_MIDDLE, outfit=(Outfit.SHIRT, Outfit.T_SHIRT, Outfit.TURTLENECK), expression=SMILES
    ),
    "wine aunt, cool aunt, vodka aunt, rich aunt, cool auntie": _she(
        Accessory.EARRINGS, age=_GROWN, years=_MIDDLE, outfit=(Outfit.SHIRT, Outfit.DRESS, Outfit.TURTLENECK)
    ),
    "pick me girl, queen bee, plastics, prep school girl, regina george, bad girl": _she(
        Accessory.EARRINGS, outfit=(Outfit.BLAZER, Outfit.SHIRT), expression=WICKED
    ),
    "vsco girl, clean girl, city girl, valley girl, california girl, sorority girl, party girl, art hoe, art girl, "
    "girl next door, granola girl, that girl": _she(
        Accessory.HAIR_CLIP, outfit=(Outfit.T_SHIRT, Outfit.TANK_TOP, Outfit.HOODIE), expression=BRIGHT
    ),
    "scene queen, scene princess, emo queen": _she(
        Accessory.CHOKER, outfit=(Outfit.T_SHIRT, Outfit.HOODIE), outfit_colour=DARK
    ),
    "rave girl, raver girl, festival chick": _she(
        Accessory.SUNGLASSES, outfit=(Outfit.TANK_TOP,), outfit_colour=("#e83288", "#9acb3c", "#28b4d4")
    ),
    "femcel, doomer girl": _she(Accessory.CHOKER, outfit=(Outfit.HOODIE, Outfit.TURTLENECK), outfit_colour=DARK),
    "widow, divorcee, bachelorette, sugar mommy, cougar woman": _she(age=_GROWN),
    "black widow lady, mourning widow": _she(Accessory.VEIL, outfit=(Outfit.DRESS,), outfit_colour=DARK, age=_GROWN),
    "magician's assistant, magician assistant, game show girl, ring girl": _she(
        outfit=(Outfit.SUNDRESS,), age=_GROWN, expression=BRIGHT
    ),
    "bridesmaid, maid of honor, maid of honour": _she(
        Accessory.BOUQUET, outfit=(Outfit.SUNDRESS, Outfit.DRESS), age=_GROWN, expression=SMILES
    ),
    "flower girl": _she(
        Accessory.FLOWER_CROWN, Accessory.BASKET, outfit=(Outfit.DRESS,), outfit_colour=("#f5f4f8",), age=(Age.CHILD,)
    ),
    "prom queen, homecoming queen, pageant queen, beauty queen, pageant girl, miss universe, miss world": _she(
        Accessory.CROWN, outfit=(Outfit.SUNDRESS, Outfit.DRESS), expression=BRIGHT,
        hair_back=(HairBack.LONG_WAVY, HairBack.BUN),
    ),
    "drama queen": _she(Accessory.EARRINGS, outfit=(Outfit.DRESS, Outfit.SHIRT), expression=(RestingFace.POUT,)),
    "nan, meemaw, mawmaw, nonna, memaw, granny cool, old hag, hag, crone": _she(age=(Age.ELDER,)),
    "butch, butch lesbian, masc lesbian, stud lesbian": _she(
        hair_back=(HairBack.SHORT, HairBack.UNDERCUT), outfit=(Outfit.FLANNEL, Outfit.T_SHIRT, Outfit.SHIRT)
    ),
    "lesbian, trans girl, trans woman, trans femme, ladette": _she(),
}  # fmt: skip

ALL: Final[Table] = {
    "weeb, weeaboo, anime fan, anime nerd, fanboy, fangirl": job(
        Accessory.SQUARE_GLASSES, outfit=(Outfit.T_SHIRT, Outfit.HOODIE)
    ),
    "theatre kid, theater kid, drama kid, choir kid, art kid, orchestra kid, band kid, band geek, "
    "goth kid, club kid, rich kid, cool kid, genius kid, rave kid, theatre nerd, teacher's pet, "
    "class clown, overachiever, straight a student": job(
        age=(Age.TEEN,), outfit=(Outfit.HOODIE, Outfit.TURTLENECK, Outfit.T_SHIRT, Outfit.BLAZER)
    ),
    "hype beast, hypebeast, sneakerhead": job(
        Accessory.CAP, Accessory.NECKLACE, outfit=(Outfit.HOODIE,), outfit_colour=DARK, expression=COOL
    ),
    "stoner, pothead, junkie, crackhead, hot mess, dropout, slacker, couch potato": job(
        outfit=(Outfit.HOODIE, Outfit.T_SHIRT), expression=(RestingFace.SLEEPY,)
    ),
    "night owl, early bird, loner, wallflower, newlywed, normie, kpop stan, swiftie, raver, prankster, "
    "brony, divorcé, party animal": job(outfit=(Outfit.HOODIE, Outfit.T_SHIRT, Outfit.SHIRT)),
    "foreign exchange student, exchange student": job(
        Accessory.BACKPACK, outfit=(Outfit.BLAZER, Outfit.SHIRT), age=(Age.TEEN,)
    ),
    "larper, reenactor, convention goer": job(expression=BRIGHT),
}  # fmt: skip
