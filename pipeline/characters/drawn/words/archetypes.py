"""Words that name a whole figure: each hints at several fields, and gives way to what else is said."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Options, Span
from pipeline.characters.drawn.words.model import Place, Table, Thing
from pipeline.types.spec import (
    Accessory,
    Age,
    Brows,
    Build,
    Ears,
    EyeShape,
    HairBack,
    HairFront,
    Iris,
    Lashes,
    Outfit,
    RestingFace,
)
from pipeline.types.understood import Topic

_DARK: Final = ("#33323c", "#2f3347", "#3d2f4a", "#40302f")
_RED: Final = ("#d2384a", "#c23b4e", "#b3263f")
_GOLD: Final = ("#e0b53a", "#d9a441", "#c9a24a")
_WHITE: Final = ("#f4f4f8", "#f3f0f5", "#ece6f2")
_YOUNG: Final = (Age.TEEN, Age.ADULT)
_GREY_HAIR: Final = ("#eae6f1", "#cbd0de", "#b3abb0")


def _figure(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    items = tuple((item,) if isinstance(item, Accessory) else item for item in worn)
    return Thing(Topic.CHARACTER, place, hinted=hints, hinted_worn=items)


def _girl(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    return _figure(*worn, place=place, build=(Build.FEMALE,), **hints)


def _boy(*worn: Accessory | tuple[Accessory, ...], place: Place = Place.OUTFIT, **hints: Options) -> Thing:
    return _figure(*worn, place=place, build=(Build.MALE,), **hints)


_SMILES: Final = (RestingFace.SMILE, RestingFace.NEUTRAL)
_BRIGHT: Final = (RestingFace.SMILE, RestingFace.GRIN)
_COOL: Final = (RestingFace.FLAT, RestingFace.NEUTRAL)
_WICKED: Final = (RestingFace.SMUG, RestingFace.GRIN)

_SPORTY: Final = _figure(
    hair_back=(HairBack.SHORT, HairBack.BOB, HairBack.PONYTAIL),
    outfit=(Outfit.T_SHIRT, Outfit.HOODIE, Outfit.JACKET),
    expression=_BRIGHT,
    skin=("#f1c7a5", "#e8b98f", "#d9a57c"),
)

FIGURES: Final[Table] = {
    # Service and work
    "maid, maid girl, battle maid, メイド, メイドさん": _girl(
        Accessory.MAID_HEADDRESS, outfit=(Outfit.MAID,), expression=_SMILES, age=_YOUNG
    ),
    "butler, steward, host, 執事, バトラー, ホスト": _boy(
        outfit=(Outfit.BLAZER,),
        outfit_colour=_DARK,
        expression=_SMILES,
        hair_front=(HairFront.SWEPT_BACK, HairFront.SIDE_PART),
    ),
    "nurse, ナース, 看護師, 看護婦": _girl(
        outfit=(Outfit.DRESS, Outfit.SHIRT),
        outfit_colour=("#f6dfe4", "#f4f4f8", "#dcebf2"),
        accent_colour=("#d85f80", "#5a8fd0"),
        expression=_SMILES,
        age=_YOUNG,
    ),
    "doctor, physician, surgeon, medic, 医者, 医師, ドクター, 女医": _figure(
        outfit=(Outfit.LAB_COAT,), age=(Age.ADULT,), expression=_SMILES
    ),
    "scientist, researcher, mad scientist, chemist, inventor, professor, alchemist, 科学者, 博士, 研究者, "
    "マッドサイエンティスト, 発明家, 教授, "
    "錬金術師": _figure(
        (Accessory.ROUND_GLASSES, Accessory.HALF_RIM_GLASSES), outfit=(Outfit.LAB_COAT,), hair_mess=Span(0.4, 0.75)
    ),
    "teacher, sensei, tutor, 先生, 教師, 家庭教師": _figure(
        (Accessory.SQUARE_GLASSES, Accessory.HALF_RIM_GLASSES),
        outfit=(Outfit.SHIRT, Outfit.BLAZER, Outfit.TURTLENECK),
        age=(Age.ADULT,),
        expression=_SMILES,
    ),
    "office worker, businesswoman, office lady, secretary, lawyer, boss, ceo, salaryman, manager, 会社員, "
    "サラリーマン, 秘書, 弁護士, 社長, オフィスレディ, olさん, "
    "上司": _figure(
        outfit=(Outfit.BLAZER, Outfit.SHIRT), outfit_colour=("#33323c", "#3a4a78", "#55585f"), age=(Age.ADULT,)
    ),
    "librarian, bookworm, nerd, geek, otaku, scholar, writer, author, 司書, 文学少女, 本の虫, オタク, 文系, "
    "図書委員, 作家": _figure(
        (Accessory.ROUND_GLASSES, Accessory.SQUARE_GLASSES),
        outfit=(Outfit.TURTLENECK, Outfit.SHIRT, Outfit.BLAZER),
        expression=_SMILES,
    ),
    "detective, sleuth, investigator, spy, agent, 探偵, 刑事, 名探偵, スパイ": _figure(
        outfit=(Outfit.CAPE, Outfit.JACKET),
        outfit_colour=("#8a6a4a", "#6a5a48", "#33323c"),
        expression=_COOL,
        eye_shape=(EyeShape.SHARP, EyeShape.ALMOND),
    ),
    "artist, painter, illustrator, designer, 画家, 芸術家, 絵描き, イラストレーター, アーティスト": _figure(
        Accessory.BERET, outfit=(Outfit.SHIRT, Outfit.TURTLENECK, Outfit.JACKET)
    ),
    "chef, cook, baker, barista, waitress, waiter, シェフ, 料理人, パティシエ, ウェイトレス, コック, バリスタ": _figure(
        outfit=(Outfit.SHIRT, Outfit.MAID), outfit_colour=_WHITE, expression=_BRIGHT
    ),
    "farmer, farm girl, country girl, gardener, traveler, traveller, 農家, 田舎娘, 庭師, 旅人": _figure(
        Accessory.STRAW_HAT, outfit=(Outfit.SHIRT, Outfit.DRESS, Outfit.T_SHIRT), expression=_BRIGHT
    ),
    "soldier, officer, commander, captain, police, policewoman, policeman, 軍人, 兵士, 将校, 司令官, 警察官, 警官, "
    "隊長": _figure(
        outfit=(Outfit.JACKET,), outfit_colour=("#3d4a3f", "#2c3a68", "#33323c"), accent_colour=_GOLD, expression=_COOL
    ),
    "pilot, racer, biker, mechanic, engineer, パイロット, レーサー, ライダー, 整備士, エンジニア": _figure(
        outfit=(Outfit.JACKET,)
    ),
    # School and scenes
    "schoolgirl, school girl, student girl, female student, jk, joshi kousei, 女子高生, 女学生, 女子生徒": _girl(
        outfit=(Outfit.SAILOR, Outfit.BLAZER), age=(Age.TEEN,)
    ),
    "schoolboy, school boy, male student, 男子生徒, 男子学生, dk": _boy(
        outfit=(Outfit.BLAZER, Outfit.SHIRT), age=(Age.TEEN,)
    ),
    "student, college student, university student, classmate, class president, student council president, 学生, "
    "生徒, 大学生, 同級生, 委員長, "
    "生徒会長": _figure(outfit=(Outfit.BLAZER, Outfit.SHIRT, Outfit.TURTLENECK), age=_YOUNG),
    "delinquent, yankee, yanki, thug, gangster, punk, punk rock, sukeban, biker gang, mafia, yakuza, hooligan, "
    "rebel, 不良, ヤンキー, 番長, スケバン, パンク, ヤクザ, マフィア, ギャング": _figure(
        (Accessory.EARRINGS,),
        outfit=(Outfit.JACKET,),
        expression=(RestingFace.SMUG, RestingFace.FLAT, RestingFace.ANGRY),
        eye_shape=(EyeShape.SHARP, EyeShape.SANPAKU, EyeShape.TSURIME),
        outfit_colour=_DARK,
        hair_mess=Span(0.4, 0.8),
    ),
    "gyaru, gal, kogal, kogyaru, ギャル, コギャル, 黒ギャル, 白ギャル": _girl(
        Accessory.EARRINGS,
        hair_colour=("#f3d98b", "#ecdcb4", "#f0a9c0", "#dfb568"),
        skin=("#e8b98f", "#d9a57c", "#f1c7a5"),
        lashes=(Lashes.THICK, Lashes.LONG),
        expression=_BRIGHT,
        outfit=(Outfit.SHIRT, Outfit.BLAZER),
        hair_wave=Span(0.5, 0.9),
        hair_back=(HairBack.LONG_WAVY, HairBack.SIDE_PONYTAIL),
    ),
    "tomboy, ボーイッシュ, おてんば, スポーツ少女": replace(
        _SPORTY, hinted={**_SPORTY.hinted, "build": (Build.FEMALE,)}
    ),
    "sporty, sports, athlete, athletic, runner, swimmer, boxer, スポーティ, スポーツマン, アスリート, "
    "体育会系": _SPORTY,
    "gamer, streamer, vtuber, youtuber, hacker, programmer, ゲーマー, 配信者, ストリーマー, ハッカー, プログラマー, "
    "ブイチューバー, vチューバー, "
    "ユーチューバー": _figure(Accessory.HEADPHONES, outfit=(Outfit.HOODIE, Outfit.T_SHIRT, Outfit.JACKET)),
    "dj, musician, singer, rapper, 音楽家, 歌手, ミュージシャン, ラッパー, ボーカル, シンガー": _figure(
        Accessory.HEADPHONES, outfit=(Outfit.JACKET, Outfit.HOODIE, Outfit.T_SHIRT), expression=_WICKED + _BRIGHT
    ),
    "rockstar, rock star, rocker, guitarist, bassist, drummer, metalhead, band member, ロックスター, ギタリスト, "
    "バンドマン, ロッカー": _figure(
        Accessory.EARRINGS,
        Accessory.CHOKER,
        outfit=(Outfit.JACKET, Outfit.T_SHIRT),
        outfit_colour=_DARK,
        hair_back=(HairBack.WOLF, HairBack.SPIKY),
        expression=_WICKED,
    ),
    "goth, gothic, emo, gothic lolita, jirai kei, e girl, eboy, e boy, dark aesthetic, ゴス, ゴシック, ゴスロリ, "
    "地雷系, エモ, 量産型": _figure(
        Accessory.CHOKER,
        outfit=(Outfit.DRESS, Outfit.TURTLENECK, Outfit.JACKET),
        outfit_colour=_DARK,
        hair_colour=("#3a3340", "#2f3347", "#5f4f92", "#863a48"),
        skin=("#fff1e8", "#ffe9dc"),
        lashes=(Lashes.THICK, Lashes.LONG),
        expression=_COOL,
    ),
    "hipster, casual, streetwear, street fashion, skater, カジュアル, ストリート, 普段着, ストリート系, "
    "スケーター": _figure(outfit=(Outfit.HOODIE, Outfit.T_SHIRT, Outfit.JACKET)),
    "formal, businesslike, フォーマル, 正装": _figure(outfit=(Outfit.BLAZER, Outfit.SHIRT, Outfit.DRESS)),
    "idol, pop idol, pop star, popstar, kpop idol, dancer, アイドル, 偶像, ポップスター, ダンサー": _figure(
        (Accessory.HAIR_RIBBON, Accessory.FLOWER, Accessory.EARRINGS),
        outfit=(Outfit.IDOL,),
        expression=_BRIGHT,
        iris=(Iris.STAR, Iris.GRADIENT, Iris.RING),
        age=_YOUNG,
    ),
    "magical girl, mahou shoujo, precure, 魔法少女, プリキュア": _girl(
        Accessory.HAIR_RIBBON,
        outfit=(Outfit.IDOL,),
        expression=_BRIGHT,
        iris=(Iris.STAR, Iris.GRADIENT),
        age=(Age.TEEN,),
        hair_back=(HairBack.TWIN_TAILS, HairBack.PONYTAIL, HairBack.LONG_WAVY),
    ),
    # Nobles and fantasy
    "princess, ojou sama, ojou, noblewoman, heiress, duchess, aristocrat girl, 姫, お姫様, プリンセス, お嬢様, 令嬢, "
    "姫君, 悪役令嬢, 貴族令嬢": _girl(
        Accessory.CROWN,
        outfit=(Outfit.DRESS,),
        hair_back=(HairBack.DRILLS, HairBack.LONG_WAVY, HairBack.LONG, HairBack.HIME),
        expression=_SMILES,
        lashes=(Lashes.LONG,),
    ),
    "queen, empress, 女王, 皇后, 女帝, クイーン": _girl(
        Accessory.CROWN,
        outfit=(Outfit.DRESS, Outfit.CAPE),
        age=(Age.ADULT,),
        expression=(RestingFace.SMUG, RestingFace.NEUTRAL),
        hair_back=(HairBack.LONG_WAVY, HairBack.LONG, HairBack.BUN),
        outfit_colour=("#8a2f45", "#4a3a6a", "#3a4a8a"),
        accent_colour=_GOLD,
    ),
    "prince, nobleman, aristocrat, duke, 王子, 王子様, プリンス, 貴族, 貴公子": _boy(
        outfit=(Outfit.CAPE, Outfit.JACKET),
        outfit_colour=("#3a4a8a", "#ece6f2", "#8a2f45"),
        accent_colour=_GOLD,
        expression=_SMILES,
        hair_colour=("#f3d98b", "#dfb568", "#eae6f1", "#5b4034"),
    ),
    "king, emperor, lord, 王, 王様, 皇帝, キング, 国王": _boy(
        Accessory.CROWN,
        outfit=(Outfit.CAPE,),
        age=(Age.ADULT, Age.ELDER),
        outfit_colour=("#8a2f45", "#3a4a8a"),
        accent_colour=_GOLD,
        expression=(RestingFace.NEUTRAL, RestingFace.SMUG),
    ),
    "knight, paladin, warrior, crusader, valkyrie, fighter, templar, gladiator, swordsman, 騎士, ナイト, 戦士, "
    "パラディン, 聖騎士, 女騎士, ヴァルキリー, 剣士": _figure(
        outfit=(Outfit.ARMOUR,), expression=_COOL, eye_shape=(EyeShape.SHARP, EyeShape.TSURIME, EyeShape.ALMOND)
    ),
    "hero, heroine, adventurer, protagonist, superhero, chosen one, brave, 勇者, 英雄, 主人公, 冒険者, ヒーロー, "
    "ヒロイン, スーパーヒーロー": _figure(
        outfit=(Outfit.CAPE, Outfit.ARMOUR, Outfit.JACKET),
        expression=_BRIGHT,
        outfit_colour=("#3a4a8a", "#b3263f", "#2f5d4f"),
    ),
    "villain, villainess, evil, antagonist, dark lord, overlord, demon lord, mastermind, 悪役, 悪, 魔王, ヴィラン, "
    "敵役, 黒幕, 悪の, ラスボス": _figure(
        outfit=(Outfit.CAPE, Outfit.JACKET, Outfit.ARMOUR),
        outfit_colour=_DARK,
        accent_colour=("#c23b4e", "#8a4fc0"),
        expression=_WICKED[:1],
        eye_shape=(EyeShape.SHARP, EyeShape.TSURIME, EyeShape.SANPAKU),
        brows=(Brows.ARCHED, Brows.THIN),
        eye_colour=("#c23b4e", "#e0b53a", "#8b5cc8"),
        hair_colour=("#3a3340", "#eae6f1", "#863a48", "#5f4f92"),
        age=_YOUNG,
    ),
    "witch, 魔女, ウィッチ, 魔法使いの少女, 🧙": _girl(
        Accessory.WITCH_HAT,
        outfit=(Outfit.CAPE, Outfit.DRESS),
        outfit_colour=("#3d2f4a", "#33323c", "#2f3347", "#4a3a6a"),
        hair_colour=("#8e7cc3", "#3a3340", "#d9793d", "#eae6f1", "#5f4f92", "#6fc3c0"),
    ),
    "wizard, mage, sorcerer, sorceress, warlock, magician, summoner, necromancer, 魔法使い, 魔術師, 魔導士, "
    "ウィザード, メイジ, 魔道士, 賢者": _figure(
        Accessory.WITCH_HAT, outfit=(Outfit.CAPE,), outfit_colour=("#3a4a8a", "#3d2f4a", "#2f5d4f", "#33323c")
    ),
    "ninja, kunoichi, shinobi, assassin, rogue, thief, 忍者, くノ一, 忍び, アサシン, 暗殺者, 盗賊, くのいち": _figure(
        (Accessory.SCARF, Accessory.FACE_MASK),
        outfit=(Outfit.KIMONO, Outfit.CAPE, Outfit.TURTLENECK),
        outfit_colour=_DARK,
        accent_colour=_RED,
        expression=_COOL,
        eye_shape=(EyeShape.SHARP, EyeShape.TSURIME),
    ),
    "samurai, ronin, bushi, shogun, 侍, 武士, サムライ, 浪人, 将軍": _figure(
        outfit=(Outfit.KIMONO,),
        hair_back=(HairBack.PONYTAIL,),
        expression=_COOL,
        eye_shape=(EyeShape.SHARP,),
        outfit_colour=("#3a4a78", "#33323c", "#6b3145"),
    ),
    "miko, shrine maiden, 巫女, 巫女さん": _girl(
        Accessory.HAIR_RIBBON,
        outfit=(Outfit.KIMONO,),
        outfit_colour=("#f6f3f0",),
        accent_colour=("#d2384a",),
        hair_colour=("#3a3340", "#2f3347", "#4a3a3c"),
        hair_back=(HairBack.HIME, HairBack.LONG, HairBack.LOW_TWIN_TAILS),
    ),
    "geisha, maiko, oiran, 芸者, 舞妓, 花魁": _girl(
        Accessory.FLOWER,
        outfit=(Outfit.KIMONO,),
        hair_back=(HairBack.BUN,),
        hair_colour=("#3a3340", "#2f3347"),
        skin=("#fff1e8",),
    ),
    "yamato nadeshiko, traditional japanese girl, 大和撫子, 和風, 和風美人": _girl(
        outfit=(Outfit.KIMONO,),
        hair_back=(HairBack.HIME, HairBack.LONG),
        hair_colour=("#3a3340", "#2f3347"),
        expression=_SMILES,
    ),
    "priest, priestess, nun, cleric, healer, saint, sister nun, 神官, 僧侶, シスター, 聖女, ヒーラー, 修道女, "
    "聖職者": _figure(
        outfit=(Outfit.CAPE, Outfit.DRESS),
        outfit_colour=_WHITE,
        accent_colour=("#c9a24a", "#3c78c8"),
        expression=_SMILES,
    ),
    "pirate, corsair, buccaneer, 海賊, パイレーツ": _figure(
        Accessory.EYE_PATCH,
        Accessory.EARRINGS,
        outfit=(Outfit.JACKET, Outfit.SHIRT),
        outfit_colour=("#6b3145", "#33323c", "#2c3a68"),
        accent_colour=_GOLD,
        expression=_WICKED,
    ),
    "cyberpunk, android, robot, cyborg, ai, futuristic, sci fi, scifi, サイバーパンク, アンドロイド, ロボット, "
    "サイボーグ, 近未来": _figure(
        Accessory.HEADPHONES,
        outfit=(Outfit.JACKET, Outfit.TURTLENECK),
        outfit_colour=_DARK + _WHITE[:1],
        accent_colour=("#28b4d4", "#ee3f92", "#9acb3c"),
        eye_colour=("#28b4d4", "#e83288", "#2fa7b8"),
        iris=(Iris.RING,),
        expression=_COOL,
    ),
    "cowboy, cowgirl, western, カウボーイ, カウガール, 西部劇": _figure(
        Accessory.STRAW_HAT,
        (Accessory.SCARF,),
        outfit=(Outfit.SHIRT, Outfit.JACKET),
        outfit_colour=("#8a6a4a", "#b5524a"),
    ),
    "santa, santa claus, christmas, サンタ, クリスマス, サンタクロース, 🎅": _figure(
        Accessory.SCARF,
        outfit=(Outfit.DRESS, Outfit.CAPE, Outfit.JACKET),
        outfit_colour=("#c8303f",),
        accent_colour=("#f6f3f0",),
        expression=_BRIGHT,
    ),
    "winter, cozy, snowy, 冬, あったか, 冬服, 冬っぽい": _figure(
        Accessory.SCARF, outfit=(Outfit.TURTLENECK, Outfit.JACKET)
    ),
    "summer, beach, tropical, 夏, 夏服, ビーチ, 夏っぽい": _figure(
        outfit=(Outfit.T_SHIRT, Outfit.DRESS), expression=_BRIGHT
    ),
    # Not quite human
    "demon, devil, imp, oni, succubus, incubus, 悪魔, 鬼, デーモン, 小悪魔, 鬼っ子, サキュバス, 😈, 👿, 魔族": _figure(
        Accessory.HORNS,
        place=Place.HAIR,
        eye_colour=("#c23b4e", "#e0b53a", "#8b5cc8"),
        iris=(Iris.SLIT,),
        fang=(True,),
        expression=_WICKED,
        outfit_colour=_DARK,
        eye_shape=(EyeShape.TSURIME, EyeShape.SHARP),
    ),
    "angel, angelic, seraph, goddess, god, deity, 天使, エンジェル, 女神, 神様, 👼": _figure(
        Accessory.HALO,
        place=Place.HAIR,
        outfit=(Outfit.DRESS, Outfit.CAPE),
        outfit_colour=_WHITE,
        accent_colour=_GOLD,
        hair_colour=("#f3d98b", "#ecdcb4", "#eae6f1", "#a9b8e8"),
        expression=_SMILES,
        eye_shape=(EyeShape.TAREME, EyeShape.ROUND),
    ),
    "fallen angel, dark angel, 堕天使": _figure(
        Accessory.HALO,
        place=Place.HAIR,
        outfit=(Outfit.DRESS, Outfit.CAPE),
        outfit_colour=_DARK,
        hair_colour=("#3a3340", "#eae6f1", "#5f4f92"),
        expression=_COOL,
    ),
    "elf, elven, high elf, fairy, pixie fairy, エルフ, 妖精, ハイエルフ, フェアリー, 精霊, 🧝": _figure(
        place=Place.HAIR,
        ears=(Ears.ELF,),
        hair_colour=("#f3d98b", "#ecdcb4", "#eae6f1", "#a5d6b0"),
        eye_colour=("#3fa37a", "#2fa7b8", "#58a6d9"),
        outfit=(Outfit.CAPE, Outfit.DRESS, Outfit.SHIRT),
        outfit_colour=("#2f5d4f", "#7a8b5a", "#ece6f2"),
        hair_back=(HairBack.LONG, HairBack.LONG_WAVY, HairBack.BRAID),
    ),
    "dark elf, drow, ダークエルフ": _figure(
        place=Place.HAIR,
        ears=(Ears.ELF,),
        skin=("#a56f4c", "#7d5038"),
        hair_colour=("#eae6f1", "#cbd0de"),
        eye_colour=("#e0b53a", "#c23b4e", "#8b5cc8"),
        outfit=(Outfit.CAPE, Outfit.ARMOUR),
        outfit_colour=_DARK,
    ),
    "vampire, dracula, 吸血鬼, ヴァンパイア, ドラキュラ, バンパイア, 🧛": _figure(
        place=Place.HAIR,
        eye_colour=("#c23b4e",),
        fang=(True,),
        skin=("#fff1e8",),
        outfit=(Outfit.CAPE,),
        outfit_colour=_DARK,
        accent_colour=_RED,
        ears=(Ears.ELF, Ears.HUMAN),
        hair_colour=("#3a3340", "#eae6f1", "#f3d98b", "#863a48"),
        expression=_WICKED,
    ),
    "dragon, draconic, 竜, ドラゴン, 竜人, 龍": _figure(
        Accessory.HORNS,
        place=Place.HAIR,
        iris=(Iris.SLIT,),
        fang=(True,),
        eye_colour=("#e0b53a", "#d98a2b", "#3fa37a", "#c23b4e"),
    ),
    "ghost, spirit, zombie, undead, yuurei, 幽霊, お化け, ゾンビ, おばけ, 亡霊, 👻": _figure(
        place=Place.HAIR,
        skin=("#eef0f2",),
        outfit=(Outfit.KIMONO, Outfit.DRESS),
        outfit_colour=_WHITE,
        iris=(Iris.FLAT,),
        hair_colour=("#eae6f1", "#3a3340", "#cbd0de"),
        expression=(RestingFace.FLAT, RestingFace.SLEEPY),
        blush=Span(0.0, 0.1),
    ),
    "mermaid, siren, 人魚, マーメイド, セイレーン": _girl(
        (Accessory.FLOWER, Accessory.EARRINGS),
        place=Place.HAIR,
        hair_back=(HairBack.LONG_WAVY,),
        hair_colour=("#6fc3c0", "#5f86c9", "#c65a4a", "#f0a9c0"),
        eye_colour=("#2fa7b8", "#3fa37a"),
        outfit=(Outfit.DRESS,),
    ),
    "catgirl, cat girl, nekomusume, neko, neko girl, 猫娘, 猫少女, ネコ娘": _girl(
        Accessory.CAT_EARS,
        place=Place.HAIR,
        expression=(RestingFace.CAT,),
        fang=(True,),
        eye_shape=(EyeShape.TSURIME, EyeShape.ROUND),
    ),
    "catboy, cat boy, neko boy, 猫男子, 猫少年": _boy(
        Accessory.CAT_EARS, place=Place.HAIR, expression=(RestingFace.CAT,), fang=(True,), eye_shape=(EyeShape.TSURIME,)
    ),
    "kitsune, foxgirl, fox, 狐, 狐娘, キツネ, 妖狐, きつね": _figure(
        Accessory.FOX_EARS,
        place=Place.HAIR,
        eye_shape=(EyeShape.TSURIME,),
        expression=(RestingFace.SMUG, RestingFace.CAT, RestingFace.SMILE),
        outfit=(Outfit.KIMONO,),
        hair_colour=("#d9793d", "#dfb568", "#eae6f1", "#f2b99c"),
        eye_colour=("#d98a2b", "#e0b53a", "#c23b4e"),
    ),
    "werewolf, puppy, wolf, dog, 狼, 犬, 人狼, 狼男, 子犬, 🐶, 🐺": _figure(
        Accessory.FOX_EARS, place=Place.HAIR, fang=(True,), expression=_BRIGHT, hair_mess=Span(0.4, 0.75)
    ),
    "bunny, rabbit, usagi, バニーガール, うさぎ, ウサギ, 兎, バニー, うさ": _figure(
        Accessory.RABBIT_EARS, place=Place.HAIR, expression=_BRIGHT
    ),
    "teddy bear, bear, panda, クマ, 熊, くまさん, くま, パンダ": _figure(
        Accessory.BEAR_EARS, place=Place.HAIR, expression=_BRIGHT
    ),
    # Tempers
    "tsundere, ツンデレ": _figure(
        expression=(RestingFace.POUT,),
        eye_shape=(EyeShape.TSURIME,),
        blush=Span(0.6, 0.85),
        hair_back=(HairBack.TWIN_TAILS, HairBack.LONG, HairBack.PONYTAIL),
    ),
    "yandere, ヤンデレ": _figure(
        expression=(RestingFace.SMILE,),
        iris=(Iris.FLAT, Iris.HEART),
        eye_shape=(EyeShape.WIDE, EyeShape.SANPAKU),
        blush=Span(0.65, 0.9),
    ),
    "kuudere, クーデレ, ice queen, クール系": _figure(
        expression=(RestingFace.FLAT,), eye_shape=(EyeShape.ALMOND, EyeShape.SLEEPY)
    ),
    "dandere, introvert, ダンデレ, 陰キャ, 引きこもり": _figure(
        expression=(RestingFace.SHY,), hair_front=(HairFront.ONE_EYE, HairFront.STRAIGHT)
    ),
    "sunshine, extrovert, 元気っ子, 陽キャ": _figure(
        expression=(RestingFace.GRIN,), eye_shape=(EyeShape.ROUND, EyeShape.WIDE)
    ),
    "femboy, otokonoko, 男の娘": _figure(
        build=(Build.ANDROGYNOUS,),
        eye_shape=(EyeShape.ROUND, EyeShape.TAREME),
        lashes=(Lashes.LONG,),
        hair_back=(HairBack.BOB, HairBack.MEDIUM),
    ),
    "badass, edgy, mysterious, かっこいい, ミステリアス, 謎めいた, カッコいい, 格好いい, イケてる": _figure(
        expression=_COOL + _WICKED[:1],
        eye_shape=(EyeShape.SHARP, EyeShape.TSURIME, EyeShape.ALMOND),
    ),
    "elegant, graceful, classy, refined, noble, sophisticated, 上品, 優雅, エレガント, 気品, 高貴, 清楚": _figure(
        expression=_SMILES, eye_shape=(EyeShape.ALMOND, EyeShape.TAREME), hair_mess=Span(0.0, 0.12)
    ),
    "scary, creepy, sinister, menacing, horror, 怖い, 不気味, ホラー, 恐ろしい": _figure(
        eye_shape=(EyeShape.SANPAKU, EyeShape.SHARP), expression=_WICKED[:1], iris=(Iris.FLAT, Iris.SLIT)
    ),
    "wise, sage elder, hermit, monk, 仙人, 長老, 賢い": _figure(
        age=(Age.ELDER, Age.ADULT), hair_colour=_GREY_HAIR, expression=_SMILES
    ),
}

TABLES: Final[tuple[Table, ...]] = (FIGURES,)
