"""Tempers: what a person is like."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.archetypes.figure import COOL, GREY_HAIR, SMILES, WICKED, figure
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Age, Build, EyeShape, HairBack, HairFront, Iris, Lashes, RestingFace

TEMPERS: Final[Table] = {
    "tsundere, ツンデレ": figure(
        expression=(RestingFace.POUT,),
        eye_shape=(EyeShape.TSURIME,),
        blush=Span(0.6, 0.85),
        hair_back=(HairBack.TWIN_TAILS, HairBack.LONG, HairBack.PONYTAIL),
    ),
    "yandere, ヤンデレ": figure(
        expression=(RestingFace.SMILE,),
        iris=(Iris.FLAT, Iris.HEART),
        eye_shape=(EyeShape.WIDE, EyeShape.SANPAKU),
        blush=Span(0.65, 0.9),
    ),
    "kuudere, クーデレ, クール系": figure(expression=(RestingFace.FLAT,), eye_shape=(EyeShape.ALMOND, EyeShape.SLEEPY)),
    "dandere, introvert, ダンデレ, 陰キャ, 引きこもり": figure(
        expression=(RestingFace.SHY,), hair_front=(HairFront.ONE_EYE, HairFront.STRAIGHT)
    ),
    "sunshine, extrovert, 元気っ子, 陽キャ": figure(
        expression=(RestingFace.GRIN,), eye_shape=(EyeShape.ROUND, EyeShape.WIDE)
    ),
    "femboy, otokonoko, 男の娘": figure(
        build=(Build.ANDROGYNOUS,),
        eye_shape=(EyeShape.ROUND, EyeShape.TAREME),
        lashes=(Lashes.LONG,),
        hair_back=(HairBack.BOB, HairBack.MEDIUM),
    ),
    "badass, lone wolf, edgy, mysterious, かっこいい, ミステリアス, 謎めいた, カッコいい, 格好いい, イケてる": figure(
        expression=COOL + WICKED[:1],
        eye_shape=(EyeShape.SHARP, EyeShape.TSURIME, EyeShape.ALMOND),
    ),
    "elegant, graceful, classy, refined, noble, sophisticated, 上品, 優雅, エレガント, 気品, 高貴, 清楚": figure(
        expression=SMILES, eye_shape=(EyeShape.ALMOND, EyeShape.TAREME), hair_mess=Span(0.0, 0.12)
    ),
    "scary, creepy, sinister, menacing, horror, 怖い, 不気味, ホラー, 恐ろしい": figure(
        eye_shape=(EyeShape.SANPAKU, EyeShape.SHARP), expression=WICKED[:1], iris=(Iris.FLAT, Iris.SLIT)
    ),
    "wise, sage elder, hermit, 仙人, 長老, 賢い": figure(
        age=(Age.ELDER, Age.ADULT), hair_colour=GREY_HAIR, expression=SMILES
    ),
}
