"""Costumes of animals that people wear: a soft suit, a hood, and on it the animal's ears ("in a bear onesie")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from pipeline.characters.drawn.words.model import Place, Table, Thing
from pipeline.types.spec import Accessory, Outfit
from pipeline.types.understood import Topic


class _Costume(NamedTuple):
    """What the hood looks like, and the usual colours of suit and belly."""

    hood: Accessory
    more: tuple[Accessory, ...]
    cloth: tuple[str, ...]
    belly: str


_GARMENTS: Final = (
    "onesie, kigurumi, costume, pajamas, suit, outfit, pyjamas, jumpsuit, cosplay, hoodie onesie, hooded onesie"
)
_JA_GARMENTS: Final = "の着ぐるみ, 着ぐるみ, のきぐるみ, きぐるみ, の着ぐるみパジャマ"
_HOOD: Final = Accessory.HOOD
_ANIMALS: Final[Mapping[str, _Costume]] = {
    "dinosaur, dino, baby dinosaur, t rex, trex, godzilla, 恐竜, 怪獣": _Costume(
        Accessory.DINO_HOOD, (Accessory.DRAGON_TAIL,), ("#6fae72", "#7cb88a"), "#f4efd0"
    ),
    "dragon, baby dragon, crocodile, lizard, ドラゴン, ワニ": _Costume(
        Accessory.DINO_HOOD, (Accessory.DRAGON_TAIL,), ("#b5524a", "#5f9a6a"), "#f4e4c0"
    ),
    "cat, kitty, neko, 猫, ネコ": _Costume(
        _HOOD, (Accessory.CAT_EARS, Accessory.CAT_TAIL), ("#6a6d7a", "#f0d0a8"), "#f6f2ee"
    ),
    "dog, puppy, corgi, shiba, 犬, 柴犬": _Costume(_HOOD, (Accessory.DOG_EARS,), ("#d9a56c",), "#f8f0e4"),
    "fox, 狐, キツネ": _Costume(_HOOD, (Accessory.FOX_EARS, Accessory.FOX_TAIL), ("#e08a45",), "#f8f0e4"),
    "wolf, raccoon, 狼, たぬき": _Costume(_HOOD, (Accessory.WOLF_EARS, Accessory.FOX_TAIL), ("#858da0",), "#eef0f4"),
    "bunny, rabbit, うさぎ, ウサギ": _Costume(_HOOD, (Accessory.RABBIT_EARS,), ("#f0b8c4", "#f4f0f2"), "#ffffff"),
    "bear, teddy bear, teddy, brown bear, くま, クマ": _Costume(_HOOD, (Accessory.BEAR_EARS,), ("#a9764c",), "#f2dcbc"),
    "polar bear, シロクマ": _Costume(_HOOD, (Accessory.BEAR_EARS,), ("#f4f2f0",), "#ffffff"),
    "panda, パンダ": _Costume(_HOOD, (Accessory.BEAR_EARS,), ("#3a3a42",), "#f8f6f4"),
    "mouse, hamster, koala, monkey, ねずみ, コアラ": _Costume(_HOOD, (Accessory.BEAR_EARS,), ("#a0a0aa",), "#f4ece8"),
    "frog, カエル": _Costume(_HOOD, (), ("#7cb85a",), "#f0f4cc"),
    "shark, baby shark, whale, seal, otter, penguin, サメ, アザラシ, ペンギン": _Costume(
        _HOOD, (), ("#5f86a8",), "#f4f6f8"
    ),
    "cow, goat, unicorn, 牛": _Costume(_HOOD, (Accessory.HORNS,), ("#f4f2f0",), "#f0c8cc"),
    "duck, chick, chicken, bee, pikachu, ひよこ, アヒル": _Costume(_HOOD, (), ("#f2cf5a",), "#fbf2c8"),
    "lion, tiger, leopard, ライオン, トラ": _Costume(_HOOD, (Accessory.BEAR_EARS,), ("#e0a04a",), "#f8ecd0"),
    "sheep, lamb, 羊": _Costume(_HOOD, (), ("#f6f1ea",), "#ffffff"),
    "pig, piglet, ブタ": _Costume(_HOOD, (), ("#f0b4bc",), "#fbe4e6"),
    "owl, フクロウ": _Costume(_HOOD, (), ("#a5754e",), "#f6ead8"),
    "horse, pony, 馬": _Costume(_HOOD, (Accessory.DOG_EARS,), ("#a56a42",), "#f0dcc4"),
    "axolotl, ウーパールーパー": _Costume(_HOOD, (), ("#f4b8c4",), "#fbe4e6"),
    "capybara, カピバラ": _Costume(_HOOD, (Accessory.BEAR_EARS,), ("#b58456",), "#ead2b4"),
    "elephant, ゾウ": _Costume(_HOOD, (), ("#a3abbd",), "#eceef4"),
}


_BUNNY_SUIT: Final = frozenset({"bunny suit", "bunny outfit", "rabbit suit", "bunny costume"})
"""What these mean is no soft costume."""


def _worn(costume: _Costume) -> Thing:
    return Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.ONESIE,)},
        {"outfit_colour": costume.cloth, "accent_colour": (costume.belly,)},
        hinted_worn=tuple((item,) for item in (costume.hood, *costume.more)),
    )


def _phrases(animals: str) -> str:
    """Each animal with each garment, as people say both languages."""
    return ", ".join(
        f"{animal} {garment}" if animal.isascii() else f"{animal}{garment}"
        for animal in animals.split(", ")
        for garment in (_GARMENTS if animal.isascii() else _JA_GARMENTS).split(", ")
        if f"{animal} {garment}" not in _BUNNY_SUIT
    )


COSTUMES: Final[Table] = {_phrases(animals): _worn(costume) for animals, costume in _ANIMALS.items()}
TABLES: Final[tuple[Table, ...]] = (COSTUMES,)
