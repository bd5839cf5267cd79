"""Characters that are not quite human."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.archetypes.figure import (
    BRIGHT,
    COOL,
    DARK,
    GOLD,
    RED,
    SMILES,
    WHITE,
    WICKED,
    boy,
    figure,
    girl,
)
from pipeline.characters.drawn.words.model import Place, Table
from pipeline.types.spec import Accessory, Ears, EyeShape, HairBack, Iris, Outfit, RestingFace

CREATURES: Final[Table] = {
    "demon, devil, imp, oni, succubus, incubus, 悪魔, 鬼, デーモン, 小悪魔, 鬼っ子, サキュバス, 😈, 👿, 魔族": figure(
        Accessory.HORNS,
        place=Place.HAIR,
        eye_colour=("#c23b4e", "#e0b53a", "#8b5cc8"),
        iris=(Iris.SLIT,),
        fang=(True,),
        expression=WICKED,
        outfit_colour=DARK,
        eye_shape=(EyeShape.TSURIME, EyeShape.SHARP),
    ),
    "angel, angelic, seraph, goddess, god, deity, 天使, エンジェル, 女神, 神様, 👼": figure(
        Accessory.HALO,
        place=Place.HAIR,
        outfit=(Outfit.DRESS, Outfit.CAPE),
        outfit_colour=WHITE,
        accent_colour=GOLD,
        hair_colour=("#f3d98b", "#ecdcb4", "#eae6f1", "#a9b8e8"),
        expression=SMILES,
        eye_shape=(EyeShape.TAREME, EyeShape.ROUND),
    ),
    "fallen angel, dark angel, 堕天使": figure(
        Accessory.HALO,
        place=Place.HAIR,
        outfit=(Outfit.DRESS, Outfit.CAPE),
        outfit_colour=DARK,
        hair_colour=("#3a3340", "#eae6f1", "#5f4f92"),
        expression=COOL,
    ),
    "elf, elven, high elf, fairy, pixie fairy, エルフ, 妖精, ハイエルフ, フェアリー, 精霊, 🧝": figure(
        place=Place.HAIR,
        ears=(Ears.ELF,),
        hair_colour=("#f3d98b", "#ecdcb4", "#eae6f1", "#a5d6b0"),
        eye_colour=("#3fa37a", "#2fa7b8", "#58a6d9"),
        outfit=(Outfit.CAPE, Outfit.DRESS, Outfit.SHIRT),
        outfit_colour=("#2f5d4f", "#7a8b5a", "#ece6f2"),
        hair_back=(HairBack.LONG, HairBack.LONG_WAVY, HairBack.BRAID),
    ),
    "dark elf, drow, ダークエルフ": figure(
        place=Place.HAIR,
        ears=(Ears.ELF,),
        skin=("#a56f4c", "#7d5038"),
        hair_colour=("#eae6f1", "#cbd0de"),
        eye_colour=("#e0b53a", "#c23b4e", "#8b5cc8"),
        outfit=(Outfit.CAPE, Outfit.ARMOUR),
        outfit_colour=DARK,
    ),
    "vampire, dracula, 吸血鬼, ヴァンパイア, ドラキュラ, バンパイア, 🧛": figure(
        place=Place.HAIR,
        eye_colour=("#c23b4e",),
        fang=(True,),
        skin=("#fff1e8",),
        outfit=(Outfit.CAPE,),
        outfit_colour=DARK,
        accent_colour=RED,
        ears=(Ears.ELF, Ears.HUMAN),
        hair_colour=("#3a3340", "#eae6f1", "#f3d98b", "#863a48"),
        expression=WICKED,
    ),
    "dragon, draconic, 竜, ドラゴン, 竜人, 龍": figure(
        Accessory.HORNS,
        place=Place.HAIR,
        iris=(Iris.SLIT,),
        fang=(True,),
        eye_colour=("#e0b53a", "#d98a2b", "#3fa37a", "#c23b4e"),
    ),
    "ghost, spirit, zombie, undead, yuurei, 幽霊, お化け, ゾンビ, おばけ, 亡霊, 👻": figure(
        place=Place.HAIR,
        skin=("#eef0f2",),
        outfit=(Outfit.KIMONO, Outfit.DRESS),
        outfit_colour=WHITE,
        iris=(Iris.FLAT,),
        hair_colour=("#eae6f1", "#3a3340", "#cbd0de"),
        expression=(RestingFace.FLAT, RestingFace.SLEEPY),
        blush=Span(0.0, 0.1),
    ),
    "mermaid, siren, 人魚, マーメイド, セイレーン": girl(
        (Accessory.FLOWER, Accessory.EARRINGS),
        place=Place.HAIR,
        hair_back=(HairBack.LONG_WAVY,),
        hair_colour=("#6fc3c0", "#5f86c9", "#c65a4a", "#f0a9c0"),
        eye_colour=("#2fa7b8", "#3fa37a"),
        outfit=(Outfit.DRESS,),
    ),
    "catgirl, cat girl, nekomusume, neko, neko girl, 猫娘, 猫少女, ネコ娘": girl(
        Accessory.CAT_EARS,
        place=Place.HAIR,
        expression=(RestingFace.CAT,),
        fang=(True,),
        eye_shape=(EyeShape.TSURIME, EyeShape.ROUND),
    ),
    "catboy, cat boy, neko boy, 猫男子, 猫少年": boy(
        Accessory.CAT_EARS, place=Place.HAIR, expression=(RestingFace.CAT,), fang=(True,), eye_shape=(EyeShape.TSURIME,)
    ),
    "kitsune, foxgirl, fox, 狐, 狐娘, キツネ, 妖狐, きつね": figure(
        Accessory.FOX_EARS,
        place=Place.HAIR,
        eye_shape=(EyeShape.TSURIME,),
        expression=(RestingFace.SMUG, RestingFace.CAT, RestingFace.SMILE),
        outfit=(Outfit.KIMONO,),
        hair_colour=("#d9793d", "#dfb568", "#eae6f1", "#f2b99c"),
        eye_colour=("#d98a2b", "#e0b53a", "#c23b4e"),
    ),
    "werewolf, puppy, wolf, dog, 狼, 犬, 人狼, 狼男, 子犬, 🐶, 🐺": figure(
        Accessory.FOX_EARS, place=Place.HAIR, fang=(True,), expression=BRIGHT, hair_mess=Span(0.4, 0.75)
    ),
    "bunny, rabbit, usagi, バニーガール, うさぎ, ウサギ, 兎, バニー, うさ": figure(
        Accessory.RABBIT_EARS, place=Place.HAIR, expression=BRIGHT
    ),
    "teddy bear, bear, panda, クマ, 熊, くまさん, くま, パンダ": figure(
        Accessory.BEAR_EARS, place=Place.HAIR, expression=BRIGHT
    ),
}
