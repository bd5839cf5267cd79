"""People of schools, streets and stages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, DARK, WICKED, YOUNG, boy, figure, girl, job
from pipeline.characters.drawn.words.model import Fields, Table
from pipeline.types.spec import Accessory, Age, Build, EyeShape, HairBack, Iris, Lashes, Outfit, RestingFace

_SPORTY: Final = figure(
    hair_back=(HairBack.SHORT, HairBack.BOB, HairBack.PONYTAIL),
    outfit=(Outfit.T_SHIRT, Outfit.HOODIE, Outfit.JACKET),
    expression=BRIGHT,
    skin=("#f1c7a5", "#e8b98f", "#d9a57c"),
)

_IDOL: Final = figure(
    (Accessory.HAIR_RIBBON, Accessory.FLOWER, Accessory.EARRINGS),
    outfit=(Outfit.IDOL,),
    expression=BRIGHT,
    iris=(Iris.STAR, Iris.GRADIENT, Iris.RING),
    age=YOUNG,
)
_ROUGH: Final = figure(
    (Accessory.EARRINGS,),
    outfit=(Outfit.JACKET,),
    expression=(RestingFace.SMUG, RestingFace.FLAT, RestingFace.ANGRY),
    eye_shape=(EyeShape.SHARP, EyeShape.SANPAKU, EyeShape.TSURIME),
    outfit_colour=DARK,
    hair_mess=Span(0.4, 0.8),
)
_STAGE_SUITS: Final[Mapping[Build, Fields]] = {
    Build.MALE: {"outfit": (Outfit.JACKET, Outfit.BLAZER), "iris": (Iris.GRADIENT, Iris.RING)}
}

SCHOOL: Final[Table] = {
    "schoolgirl, high school girl, highschool girl, school girl, student girl, female student, jk, joshi kousei, "
    "女子高生, 女学生, 女子生徒": girl(outfit=(Outfit.SAILOR, Outfit.BLAZER), age=(Age.TEEN,)),
    "schoolboy, high school boy, highschool boy, school boy, male student, 男子生徒, 男子学生, dk": boy(
        outfit=(Outfit.BLAZER, Outfit.SHIRT), age=(Age.TEEN,)
    ),
    "student, high school student, college kid, uni student, "
    "college student, university student, classmate, class president, student council president, 学生, "
    "生徒, 大学生, 同級生, 委員長, "
    "生徒会長": job(outfit=(Outfit.BLAZER, Outfit.SHIRT, Outfit.TURTLENECK), age=YOUNG),
    "delinquent, yankee, yanki, punk, punk rock, sukeban, rebel, 不良, ヤンキー, スケバン, パンク": _ROUGH,
    "banchou, gakuran boy, 応援団, 番長風": boy(outfit=(Outfit.JACKET,), outfit_colour=DARK[:1]),
    "thug, gangster, biker gang, mafia, yakuza, hooligan, mobster, mafioso, 番長, ヤクザ, マフィア, ギャング": replace(
        _ROUGH, hinted={**_ROUGH.hinted, "build": (Build.MALE,)}
    ),
    "gyaru, gal, kogal, kogyaru, ギャル, コギャル, 白ギャル": girl(
        Accessory.EARRINGS,
        hair_colour=("#f3d98b", "#ecdcb4", "#f0a9c0", "#dfb568"),
        skin=("#e8b98f", "#d9a57c", "#f1c7a5"),
        lashes=(Lashes.THICK, Lashes.LONG),
        expression=BRIGHT,
        outfit=(Outfit.SHIRT, Outfit.BLAZER),
        hair_wave=Span(0.5, 0.9),
        hair_back=(HairBack.LONG_WAVY, HairBack.SIDE_PONYTAIL),
    ),
    "ganguro, tanned gyaru, dark skinned gyaru, 黒ギャル, ガングロ": girl(
        Accessory.EARRINGS,
        hair_colour=("#f3d98b", "#ecdcb4", "#dfb568"),
        skin=("#d9a57c", "#c48a62", "#a56f4c"),
        lashes=(Lashes.THICK, Lashes.LONG),
        expression=BRIGHT,
        outfit=(Outfit.SHIRT, Outfit.BLAZER),
        hair_wave=Span(0.5, 0.9),
    ),
    "tomboy, ボーイッシュ, おてんば, スポーツ少女": replace(
        _SPORTY, hinted={**_SPORTY.hinted, "build": (Build.FEMALE,)}
    ),
    "sporty, sports, athlete, athletic, runner, jogger, boxer, スポーティ, スポーツマン, アスリート, "
    "ボクサー, 陸上選手, "
    "体育会系": _SPORTY,
    "swimmer, 水泳選手, 水泳部員": replace(
        figure(Accessory.GOGGLES, outfit=(Outfit.SWIMSUIT,), expression=BRIGHT), person=True
    ),
    "footballer, soccer player, football player, soccer boy, soccer girl, goalkeeper, rugby player, quarterback, "
    "hockey player, サッカー選手, サッカー部員, サッカー少年, ラグビー選手, ⚽": replace(
        figure(outfit=(Outfit.JERSEY,), expression=BRIGHT), person=True
    ),
    "baseball player, baseballer, pitcher, 野球選手, 野球部員, 野球少年": replace(
        figure(Accessory.CAP, outfit=(Outfit.JERSEY,), outfit_colour=("#f4f4f8", "#33456e"), expression=BRIGHT),
        person=True,
    ),
    "basketball player, basketballer, バスケ選手, バスケットボール選手": replace(
        figure(outfit=(Outfit.TANK_TOP,), expression=BRIGHT), person=True
    ),
    "surfer, beach boy, beach girl, surfer girl, サーファー": replace(
        figure(
            outfit=(Outfit.TANK_TOP, Outfit.SWIMSUIT),
            skin=("#e8b98f", "#d9a57c"),
            hair_colour=("#f3d98b", "#dfb568", "#ecdcb4"),
            expression=BRIGHT,
        ),
        person=True,
    ),
    "gamer, streamer, vtuber, youtuber, hacker, programmer, ゲーマー, 配信者, ストリーマー, ハッカー, プログラマー, "
    "ブイチューバー, vチューバー, "
    "ユーチューバー": job(Accessory.HEADPHONES, outfit=(Outfit.HOODIE, Outfit.T_SHIRT, Outfit.JACKET)),
    "singer, vocalist, karaoke singer, 歌手, ボーカル, シンガー, 演歌歌手, ボーカリスト, 👩‍🎤": job(
        Accessory.MICROPHONE,
        outfit=(Outfit.IDOL, Outfit.JACKET, Outfit.DRESS),
        expression=BRIGHT,
        hair_mess=Span(0.1, 0.5),
    ),
    "dj, musician, rapper, 音楽家, ミュージシャン, ラッパー": job(
        Accessory.HEADPHONES, outfit=(Outfit.JACKET, Outfit.HOODIE, Outfit.T_SHIRT), expression=WICKED + BRIGHT
    ),
    "guitarist, bassist, guitar player, ギタリスト, ベーシスト": job(
        Accessory.GUITAR, outfit=(Outfit.JACKET, Outfit.T_SHIRT), outfit_colour=DARK, expression=WICKED + BRIGHT
    ),
    "rockstar, rock star, rocker, drummer, metalhead, band member, ロックスター, バンドマン, ロッカー": job(
        Accessory.EARRINGS,
        Accessory.CHOKER,
        outfit=(Outfit.JACKET, Outfit.T_SHIRT),
        outfit_colour=DARK,
        hair_back=(HairBack.WOLF, HairBack.SPIKY),
        expression=WICKED,
    ),
    "gothic lolita, goth lolita, goth loli, gothloli, ゴスロリ": girl(
        Accessory.CHOKER,
        outfit=(Outfit.DRESS,),
        outfit_colour=DARK,
        lashes=(Lashes.THICK, Lashes.LONG),
        expression=COOL,
    ),
    "goth, gothic, emo, dark aesthetic, jirai kei, e girl, eboy, e boy, ゴス, ゴシック, 地雷系, エモ, 量産型": figure(
        Accessory.CHOKER,
        outfit=(Outfit.DRESS, Outfit.TURTLENECK, Outfit.JACKET),
        outfit_colour=DARK,
        hair_colour=("#3a3340", "#2f3347", "#5f4f92", "#863a48"),
        skin=("#fff1e8", "#ffe9dc"),
        lashes=(Lashes.THICK, Lashes.LONG),
        expression=COOL,
    ),
    "hipster, casual, streetwear, street fashion, skater, カジュアル, ストリート, 普段着, ストリート系, "
    "スケーター": figure(outfit=(Outfit.HOODIE, Outfit.T_SHIRT, Outfit.JACKET)),
    "formal, businesslike, フォーマル, 正装": figure(outfit=(Outfit.SUIT, Outfit.BLAZER, Outfit.DRESS)),
    "idol, pop idol, pop star, popstar, kpop idol, kpop, k pop, jpop, j pop, dancer, アイドル, 偶像, ポップスター, "
    "ダンサー": replace(_IDOL, for_builds=_STAGE_SUITS),
    "male idol, boy idol, boy band, boyband, 男性アイドル, 男アイドル": replace(
        _IDOL, hinted={**_IDOL.hinted, "build": (Build.MALE,)}, for_builds=_STAGE_SUITS
    ),
    "magical girl, mahou shoujo, precure, 魔法少女, プリキュア": girl(
        Accessory.HAIR_RIBBON,
        outfit=(Outfit.IDOL,),
        expression=BRIGHT,
        iris=(Iris.STAR, Iris.GRADIENT),
        age=(Age.TEEN,),
        hair_back=(HairBack.TWIN_TAILS, HairBack.PONYTAIL, HairBack.LONG_WAVY),
    ),
}
