"""People of old tales, myths and history that belong to everybody, as they are pictured."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, GOLD, SMILES, WHITE, WICKED, boy, girl
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Age, Build, FacialHair, HairBack, Motif, Outfit

_BLONDE: Final = ("#f3d98b", "#dfb568")
_WISE: Final = ("#efecf4",)

TALES: Final[Table] = {
    "red riding hood, little red riding hood, little red, 赤ずきん, 赤ずきんちゃん": girl(
        Accessory.HOOD, Accessory.BASKET, outfit=(Outfit.CAPE,), outfit_colour=("#c2303f",), expression=SMILES
    ),
    "alice in wonderland, wonderland alice, 不思議の国のアリス": girl(
        Accessory.HAIR_RIBBON,
        Accessory.APRON,
        outfit=(Outfit.DRESS,),
        outfit_colour=("#7fb0e0",),
        accent_colour=("#f4f4f8",),
        hair_colour=_BLONDE,
        hair_back=(HairBack.LONG, HairBack.LONG_WAVY),
    ),
    "snow white princess, princess snow white, 白雪姫": girl(
        Accessory.HAIR_RIBBON,
        outfit=(Outfit.DRESS,),
        outfit_colour=("#3c5fb0",),
        accent_colour=("#f2c93f",),
        accessory_colour=("#d2384a",),
        hair_colour=("#2f2b3a",),
        hair_back=(HairBack.BOB,),
        skin=("#fff1e8",),
    ),
    "cinderella, シンデレラ": girl(
        Accessory.HEADBAND,
        outfit=(Outfit.DRESS,),
        outfit_colour=("#a9c9ec",),
        hair_colour=_BLONDE,
        hair_back=(HairBack.BUN,),
        expression=SMILES,
    ),
    "rapunzel, ラプンツェル": girl(
        outfit=(Outfit.DRESS,),
        outfit_colour=("#b9a1e2",),
        hair_colour=_BLONDE,
        hair_back=(HairBack.BRAID, HairBack.LONG),
        expression=BRIGHT,
    ),
    "medusa, gorgon, メドゥーサ": girl(
        outfit=(Outfit.DRESS,),
        outfit_colour=("#3c6b4c", "#f4f4f8"),
        hair_colour=("#4c7458",),
        hair_back=(HairBack.DREADLOCKS,),
        skin=("#a8d0a0",),
        expression=WICKED,
    ),
    "sherlock holmes, sherlock, シャーロックホームズ, ホームズ": boy(
        Accessory.FLAT_CAP,
        outfit=(Outfit.COAT,),
        outfit_colour=("#8a7a68", "#7a5341"),
        expression=COOL,
        age=(Age.ADULT,),
    ),
    "robin hood, peter pan, ロビンフッド, ピーターパン": boy(
        Accessory.BOW, outfit=(Outfit.CAPE, Outfit.VEST), outfit_colour=("#3c7a4c",), expression=WICKED
    ),
    "merlin, gandalf the wizard, マーリン": replace(
        boy(
            Accessory.WITCH_HAT,
            Accessory.STAFF,
            outfit=(Outfit.CAPE,),
            outfit_colour=("#3a4a8a", "#8e8f99"),
            age=(Age.ELDER,),
            hair_colour=_WISE,
        ),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.LONG_BEARD,)}},
    ),
    "zeus, poseidon, odin, ゼウス, ポセイドン, オーディン": replace(
        boy(
            outfit=(Outfit.KIMONO, Outfit.CAPE),
            outfit_colour=WHITE,
            accent_colour=GOLD,
            age=(Age.ELDER, Age.ADULT),
            hair_colour=_WISE,
        ),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.LONG_BEARD, FacialHair.FULL_BEARD)}},
    ),
    "hades, ハデス": boy(outfit=(Outfit.CAPE,), outfit_colour=("#33323c",), expression=WICKED, age=(Age.ADULT,)),
    "joan of arc, ジャンヌダルク": girl(
        Accessory.SWORD, outfit=(Outfit.ARMOUR,), hair_colour=_BLONDE, hair_back=(HairBack.SHORT, HairBack.BOB)
    ),
    "cupid, eros, キューピッド": boy(
        Accessory.BOW, Accessory.FEATHERED_WINGS, outfit=(Outfit.SWIMSUIT,), hair_colour=_BLONDE, age=(Age.CHILD,)
    ),
    "mrs claus, mrs santa, サンタの奥さん": girl(
        Accessory.ROUND_GLASSES,
        outfit=(Outfit.DRESS,),
        outfit_colour=("#c8303f",),
        age=(Age.ELDER,),
        hair_back=(HairBack.BUN,),
    ),
    "waldo, wally, where's waldo, ウォーリー": boy(
        Accessory.ROUND_GLASSES,
        Accessory.BEANIE,
        outfit=(Outfit.T_SHIRT,),
        motif=(Motif.STRIPES,),
        outfit_colour=("#f4f4f8",),
        accent_colour=("#d2384a",),
        accessory_colour=("#d2384a",),
    ),
}
