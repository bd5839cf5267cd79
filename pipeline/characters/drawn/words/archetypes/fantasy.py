"""Nobles, fighters and people of tales, and the clothes of seasons."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import (
    BRIGHT,
    COOL,
    DARK,
    GOLD,
    GREY_HAIR,
    RED,
    SMILES,
    WHITE,
    WICKED,
    YOUNG,
    boy,
    figure,
    girl,
)
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import (
    Accessory,
    Age,
    Brows,
    Build,
    EyeShape,
    FacialHair,
    HairBack,
    Iris,
    Lashes,
    Lower,
    Motif,
    Outfit,
    RestingFace,
)

_MAGE: Final = figure(
    Accessory.WITCH_HAT, outfit=(Outfit.CAPE,), outfit_colour=("#3a4a8a", "#3d2f4a", "#2f5d4f", "#33323c")
)
_CLERIC: Final = figure(
    outfit=(Outfit.CAPE, Outfit.DRESS),
    outfit_colour=WHITE,
    accent_colour=("#c9a24a", "#3c78c8"),
    expression=SMILES,
)
_KNIGHT: Final = figure(
    outfit=(Outfit.ARMOUR,), expression=COOL, eye_shape=(EyeShape.SHARP, EyeShape.TSURIME, EyeShape.ALMOND)
)
_WESTERN: Final = figure(
    Accessory.COWBOY_HAT,
    (Accessory.SCARF,),
    outfit=(Outfit.FLANNEL, Outfit.JACKET, Outfit.VEST),
    outfit_colour=("#8a6a4a", "#b5524a"),
)
FANTASY: Final[Table] = {
    "princess, ojou sama, ojou, noblewoman, heiress, duchess, aristocrat girl, 姫, お姫様, プリンセス, お嬢様, "
    "👸, 令嬢, 姫君, 悪役令嬢, 貴族令嬢": girl(
        Accessory.CROWN,
        outfit=(Outfit.DRESS,),
        hair_back=(HairBack.DRILLS, HairBack.LONG_WAVY, HairBack.LONG, HairBack.HIME),
        expression=SMILES,
        lashes=(Lashes.LONG,),
    ),
    "queen, empress, ice queen, snow queen, 女王, 皇后, 女帝, クイーン": girl(
        Accessory.CROWN,
        outfit=(Outfit.DRESS, Outfit.CAPE),
        age=(Age.ADULT,),
        expression=(RestingFace.SMUG, RestingFace.NEUTRAL),
        hair_back=(HairBack.LONG_WAVY, HairBack.LONG, HairBack.BUN),
        outfit_colour=("#8a2f45", "#4a3a6a", "#3a4a8a"),
        accent_colour=GOLD,
    ),
    "prince, 🤴, nobleman, aristocrat, duke, 王子, 王子様, プリンス, 貴族, 貴公子": boy(
        outfit=(Outfit.CAPE, Outfit.JACKET),
        outfit_colour=("#3a4a8a", "#ece6f2", "#8a2f45"),
        accent_colour=GOLD,
        expression=SMILES,
        hair_colour=("#f3d98b", "#dfb568", "#eae6f1", "#5b4034"),
    ),
    "king, emperor, lord, 王, 王様, 皇帝, キング, 国王": boy(
        Accessory.CROWN,
        outfit=(Outfit.CAPE,),
        age=(Age.ADULT, Age.ELDER),
        outfit_colour=("#8a2f45", "#3a4a8a"),
        accent_colour=GOLD,
        expression=(RestingFace.NEUTRAL, RestingFace.SMUG),
    ),
    "knight, paladin, crusader, valkyrie, fighter, templar, gladiator, 騎士, ナイト, パラディン, "
    "聖騎士, 女騎士, ヴァルキリー": _KNIGHT,
    "warrior, 戦士": replace(_KNIGHT, person=True),
    "swordsman, 剣士": replace(
        _KNIGHT, hinted={**_KNIGHT.hinted, "build": (Build.MALE,)}, hinted_worn=((Accessory.SWORD,),)
    ),
    "swordswoman, sword girl, 女剣士": replace(
        _KNIGHT, hinted={**_KNIGHT.hinted, "build": (Build.FEMALE,)}, hinted_worn=((Accessory.SWORD,),)
    ),
    "hero, heroine, adventurer, protagonist, chosen one, brave, 勇者, 英雄, 主人公, 冒険者, ヒーロー, ヒロイン": figure(
        outfit=(Outfit.CAPE, Outfit.ARMOUR, Outfit.JACKET),
        expression=BRIGHT,
        outfit_colour=("#3a4a8a", "#b3263f", "#2f5d4f"),
    ),
    "superhero, super hero, superheroine, vigilante, masked hero, phantom thief, スーパーヒーロー, 怪盗": figure(
        Accessory.MANTLE,
        Accessory.DOMINO_MASK,
        outfit=(Outfit.TURTLENECK,),
        lower=(Lower.MATCHING,),
        expression=BRIGHT,
        outfit_colour=("#3a4a8a", "#b3263f", "#2f5d4f", "#33323c"),
    ),
    "villain, villainess, evil, antagonist, dark lord, overlord, demon lord, mastermind, 悪役, 悪, 魔王, ヴィラン, "
    "敵役, 黒幕, 悪の, ラスボス": figure(
        outfit=(Outfit.CAPE, Outfit.JACKET, Outfit.ARMOUR),
        outfit_colour=DARK,
        accent_colour=("#c23b4e", "#8a4fc0"),
        expression=WICKED[:1],
        eye_shape=(EyeShape.SHARP, EyeShape.TSURIME, EyeShape.SANPAKU),
        brows=(Brows.ARCHED, Brows.THIN),
        eye_colour=("#c23b4e", "#e0b53a", "#8b5cc8"),
        hair_colour=("#3a3340", "#eae6f1", "#863a48", "#5f4f92"),
        age=YOUNG,
    ),
    "witch, 魔女, ウィッチ, 魔法使いの少女, 🧙": girl(
        Accessory.WITCH_HAT,
        outfit=(Outfit.CAPE, Outfit.DRESS),
        outfit_colour=("#3d2f4a", "#33323c", "#2f3347", "#4a3a6a"),
        hair_colour=("#8e7cc3", "#3a3340", "#d9793d", "#eae6f1", "#5f4f92", "#6fc3c0"),
    ),
    "mage, sorceress, magician, summoner, necromancer, 魔法使い, 魔術師, 魔導士, メイジ, 魔道士, 賢者": _MAGE,
    "wizard, sorcerer, warlock, ウィザード": replace(_MAGE, hinted={**_MAGE.hinted, "build": (Build.MALE,)}),
    "ninja, kunoichi, shinobi, assassin, rogue, thief, 忍者, くノ一, 忍び, アサシン, 暗殺者, 盗賊, くのいち": figure(
        (Accessory.SCARF, Accessory.FACE_MASK),
        outfit=(Outfit.KIMONO, Outfit.CAPE, Outfit.TURTLENECK),
        outfit_colour=DARK,
        accent_colour=RED,
        accessory_colour=DARK,
        expression=COOL,
        eye_shape=(EyeShape.SHARP, EyeShape.TSURIME),
    ),
    "viking, barbarian, norseman, バイキング, ヴァイキング": replace(
        figure(Accessory.HELMET, outfit=(Outfit.ARMOUR, Outfit.CAPE), age=(Age.ADULT,), build=(Build.MALE,)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.FULL_BEARD,)}},
        person=True,
    ),
    "dwarf, dwarven, ドワーフ": replace(
        figure(outfit=(Outfit.ARMOUR, Outfit.CAPE), age=(Age.ADULT,), build=(Build.MALE,)),
        for_builds={Build.MALE: {"facial_hair": (FacialHair.LONG_BEARD,)}},
    ),
    "spartan, gladiator in helmet, roman soldier, centurion": figure(
        Accessory.HELMET, outfit=(Outfit.ARMOUR, Outfit.CAPE), age=(Age.ADULT,)
    ),
    "archer, bowman, elven archer, 弓使い, アーチャー, 射手": replace(
        figure(
            Accessory.BOW,
            outfit=(Outfit.CAPE, Outfit.VEST),
            outfit_colour=("#3c6b4c", "#5f4638", "#3d4a3f", "#6a5a48"),
            expression=COOL,
        ),
        person=True,
    ),
    "ranger, hunter, druid, shaman, gunslinger, mercenary, sniper, "
    "bounty hunter, scout, traveler in cloak, 狩人, 吟遊詩人": replace(
        figure(
            Accessory.HOOD,
            outfit=(Outfit.CAPE,),
            outfit_colour=("#3c6b4c", "#5f4638", "#3d4a3f", "#6a5a48"),
            expression=COOL,
        ),
        person=True,
    ),
    "jester, court jester, royal jester, harlequin, fool jester": replace(
        figure(outfit=(Outfit.IDOL, Outfit.VEST), expression=WICKED), person=True
    ),
    "clown, joker, ピエロ, 道化師, 🤡": replace(
        figure(
            Accessory.CLOWN_NOSE,
            Accessory.FACE_PAINT,
            outfit=(Outfit.IDOL, Outfit.SHIRT),
            skin=("#fdf9f6",),
            hair_colour=("#e28a45", "#c04048", "#5aa578", "#f0a9c0"),
            hair_back=(HairBack.CURLY, HairBack.AFRO),
            expression=BRIGHT,
        ),
        person=True,
    ),
    "mime, pantomime, パントマイム": replace(
        figure(
            Accessory.BERET,
            outfit=(Outfit.T_SHIRT,),
            motif=(Motif.STRIPES,),
            skin=("#fff1e8",),
            outfit_colour=("#f4f4f8",),
            accent_colour=("#33323c",),
        ),
        person=True,
    ),
    "bride, 花嫁, 新婦, 👰": replace(
        girl(
            Accessory.VEIL,
            Accessory.BOUQUET,
            outfit=(Outfit.DRESS,),
            outfit_colour=("#f5f4f8",),
            accent_colour=("#f5f4f8", "#f4d9e4"),
            age=(Age.ADULT,),
            expression=SMILES,
        ),
        person=True,
    ),
    "groom, bridegroom, best man, 花婿, 新郎, 🤵": replace(
        boy(outfit=(Outfit.SUIT,), outfit_colour=("#33323c", "#f2f0ea"), age=(Age.ADULT,), expression=SMILES),
        person=True,
    ),
    "mariachi, charro, mariachi player, マリアッチ": figure(
        Accessory.SOMBRERO, outfit=(Outfit.SUIT,), outfit_colour=DARK, accent_colour=GOLD, expression=BRIGHT
    ),
    "mummy, ミイラ, ミイラ男": figure(Accessory.BANDAGE, skin=("#d8c8a8",), expression=COOL),
    "frankenstein, frankenstein's monster, フランケンシュタイン": boy(
        Accessory.SCAR, skin=("#9fb88a",), hair_colour=("#3a3340",), outfit=(Outfit.SUIT, Outfit.JACKET)
    ),
    "steampunk, airship pilot, スチームパンク": figure(
        Accessory.GOGGLES, outfit=(Outfit.VEST, Outfit.COAT), outfit_colour=("#7a5341", "#5f4638", "#a2753c")
    ),
    "hijabi, muslim, muslim girl, muslim woman, muslima, ムスリマ": replace(
        girl(Accessory.HIJAB, expression=SMILES), person=True
    ),
    "samurai, ronin, bushi, shogun, 侍, 武将, 剣豪, 大名, 武士, サムライ, 浪人, 将軍": figure(
        build=(Build.MALE,),
        outfit=(Outfit.HAKAMA,),
        hair_back=(HairBack.PONYTAIL,),
        expression=COOL,
        eye_shape=(EyeShape.SHARP, EyeShape.ALMOND),
        outfit_colour=("#3a4a78", "#33323c", "#6b3145"),
    ),
    "miko, shrine maiden, 巫女, 巫女さん": girl(
        Accessory.HAIR_RIBBON,
        outfit=(Outfit.HAKAMA,),
        outfit_colour=("#f6f3f0",),
        accent_colour=("#d2384a",),
        hair_colour=("#3a3340", "#2f3347", "#4a3a3c"),
        hair_back=(HairBack.HIME, HairBack.LONG, HairBack.LOW_TWIN_TAILS),
    ),
    "geisha, maiko, oiran, 芸者, 舞妓, 花魁": girl(
        Accessory.FLOWER,
        outfit=(Outfit.KIMONO,),
        hair_back=(HairBack.BUN,),
        hair_colour=("#3a3340", "#2f3347"),
        skin=("#fff1e8",),
    ),
    "yamato nadeshiko, traditional japanese girl, 大和撫子, 和風, 和風美人": girl(
        outfit=(Outfit.KIMONO,),
        hair_back=(HairBack.HIME, HairBack.LONG),
        hair_colour=("#3a3340", "#2f3347"),
        expression=SMILES,
    ),
    "nun, sister nun, catholic nun, シスター, 尼, 尼さん, 尼僧, 修道女": girl(
        Accessory.HIJAB,
        outfit=(Outfit.DRESS,),
        outfit_colour=("#33323c", "#2f3347"),
        accent_colour=WHITE,
        accessory_colour=("#33323c",),
        lower=(Lower.LONG,),
        expression=SMILES,
    ),
    "priestess, healer, saint, cleric, 聖女, ヒーラー, 聖職者": _CLERIC,
    "priest, pastor, vicar, reverend, bishop, pope, 神官, 神主, 宮司, 僧侶, 牧師, 神父": replace(
        _CLERIC, hinted={**_CLERIC.hinted, "build": (Build.MALE,), "outfit": (Outfit.CAPE,)}, person=True
    ),
    "monk, buddhist monk, 修行僧, 坊さん, お坊さん, 僧": boy(
        outfit=(Outfit.KIMONO, Outfit.CAPE), age=(Age.ADULT,), expression=COOL, hair_back=(HairBack.BALD,)
    ),
    "pirate, corsair, buccaneer, 海賊, パイレーツ": figure(
        Accessory.PIRATE_HAT,
        Accessory.EARRINGS,
        outfit=(Outfit.JACKET, Outfit.SHIRT),
        outfit_colour=("#6b3145", "#33323c", "#2c3a68"),
        accent_colour=GOLD,
        expression=WICKED,
    ),
    "android, robot, cyborg, humanoid robot, アンドロイド, ロボット, サイボーグ, 🤖": figure(
        Accessory.ROBOT_EARS,
        outfit=(Outfit.ARMOUR, Outfit.JACKET, Outfit.TURTLENECK),
        outfit_colour=("#c3c8d4", "#33323c", "#f4f4f8"),
        accent_colour=("#28b4d4", "#ee3f92", "#9acb3c"),
        eye_colour=("#28b4d4", "#e83288", "#2fa7b8"),
        iris=(Iris.RING,),
        expression=COOL,
    ),
    "cyberpunk, ai, futuristic, sci fi, scifi, サイバーパンク, 近未来": figure(
        Accessory.HEADPHONES,
        outfit=(Outfit.JACKET, Outfit.TURTLENECK),
        outfit_colour=DARK + WHITE[:1],
        accent_colour=("#28b4d4", "#ee3f92", "#9acb3c"),
        eye_colour=("#28b4d4", "#e83288", "#2fa7b8"),
        iris=(Iris.RING,),
        expression=COOL,
    ),
    "western, 西部劇": _WESTERN,
    "cowboy, カウボーイ": replace(_WESTERN, hinted={**_WESTERN.hinted, "build": (Build.MALE,)}, person=True),
    "cowgirl, カウガール": replace(_WESTERN, hinted={**_WESTERN.hinted, "build": (Build.FEMALE,)}, person=True),
    "santa, santa claus, father christmas, サンタ, サンタクロース, 🎅": replace(
        boy(
            Accessory.SANTA_HAT,
            outfit=(Outfit.CAPE, Outfit.JACKET),
            outfit_colour=("#c8303f",),
            accent_colour=("#f6f3f0",),
            lower=(Lower.MATCHING,),
            expression=BRIGHT,
        ),
        for_builds={
            Build.MALE: {"facial_hair": (FacialHair.LONG_BEARD,), "age": (Age.ELDER,), "hair_colour": GREY_HAIR[:1]},
        },
    ),
    "santa costume, santa outfit, santa suit, santa girl, サンタコス, サンタ服, サンタコスプレ, サンタ衣装, "
    "christmas, xmas, festive, クリスマス, 🎄": figure(
        Accessory.SANTA_HAT,
        outfit=(Outfit.DRESS, Outfit.CAPE, Outfit.JACKET),
        outfit_colour=("#c8303f",),
        accent_colour=("#f6f3f0",),
        expression=BRIGHT,
    ),
    "winter, cozy, snowy, 冬, あったか, 冬服, 冬っぽい": figure(
        Accessory.SCARF, outfit=(Outfit.TURTLENECK, Outfit.JACKET)
    ),
    "summer, beach, tropical, 夏, 夏服, ビーチ, 夏っぽい": figure(
        outfit=(Outfit.T_SHIRT, Outfit.DRESS), expression=BRIGHT
    ),
}
