"""Who fights, tames or rides creatures: "demon slayer", "dragon rider". The creature is not who they are."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, figure
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Outfit

_CREATURES: Final = (
    "demon", "devil", "vampire", "dragon", "monster", "zombie", "witch", "werewolf", "ghost", "goblin", "alien", "orc",
    "wolf", "bear", "pokemon", "kaiju", "giant", "undead", "robot", "oni", "angel", "god",
)  # fmt: skip
_JA_CREATURES: Final = (
    "悪魔",
    "鬼",
    "吸血鬼",
    "ヴァンパイア",
    "ドラゴン",
    "竜",
    "魔物",
    "モンスター",
    "ゾンビ",
    "幽霊",
    "魔女",
)
_PETS: Final = ("cat", "dog", "horse", "frog", "bunny", "rabbit", "bird", "plant", "fox", "cow", "sheep", "monkey")


def _each(creatures: tuple[str, ...], agents: str, joint: str = " ") -> str:
    return ", ".join(f"{creature}{joint}{agent}" for creature in creatures for agent in agents.split(", "))


HUNTERS: Final[Table] = {
    _each(_CREATURES, "slayer, hunter, killer, fighter, exorcist, buster, slayer corp")
    + ", exorcist, "
    + _each(_JA_CREATURES, "ハンター, 狩り, 殺し, スレイヤー, 退治", "")
    + ", 鬼殺隊, 退魔師, 祓魔師": replace(
        figure(
            Accessory.SWORD,
            outfit=(Outfit.KIMONO, Outfit.HAKAMA, Outfit.COAT, Outfit.CAPE),
            outfit_colour=("#33323c", "#2f3347", "#3c6b4c", "#6b3145"),
            expression=COOL,
        ),
        person=True,
    ),
    _each(_CREATURES, "rider, tamer, trainer, whisperer, summoner, keeper")
    + ", "
    + _each(_JA_CREATURES, "使い, ライダー, トレーナー, テイマー", "")
    + ", pokemon master, beast tamer, ポケモントレーナー": replace(
        figure(outfit=(Outfit.JACKET, Outfit.VEST, Outfit.CAPE), expression=BRIGHT), person=True
    ),
    _each(_PETS, "lover, mom, dad, owner, trainer, sitter, whisperer, breeder, keeper, person, rescuer")
    + ", cat lady, crazy cat lady, horse girl, dog walker, bee keeper, beekeeper, zookeeper, 愛犬家, 愛猫家": replace(
        figure(outfit=(Outfit.T_SHIRT, Outfit.FLANNEL, Outfit.TURTLENECK, Outfit.HOODIE), expression=BRIGHT),
        person=True,
    ),
}
