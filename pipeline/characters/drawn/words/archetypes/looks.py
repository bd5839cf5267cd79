"""Looks that have a name: what people of a fashion wear."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, COOL, DARK, SMILES, WICKED, figure, girl
from pipeline.characters.drawn.words.model import Table
from pipeline.types.spec import Accessory, Build, HairBack, Lashes, Lower, Outfit

_PASTELS: Final = ("#f0b8c4", "#c4b2ec", "#a8e0c4", "#98c8ec", "#fbe6b0")
_EARTH: Final = ("#7a5341", "#5f4638", "#6a6a4a", "#8a6a4a", "#70463a")

LOOKS: Final[Table] = {
    "cottagecore, farmcore, prairie, fairycore, mori girl, 森ガール, カントリー": figure(
        (Accessory.STRAW_HAT, Accessory.FLOWER_CROWN, Accessory.FLOWER),
        outfit=(Outfit.DRESS,),
        outfit_colour=("#f6ead0", "#d8c8a0", "#c8d4b0", "#e4b8a8", "#a8bcd0"),
        hair_back=(HairBack.BRAID, HairBack.TWIN_BRAIDS, HairBack.LONG_WAVY),
        expression=SMILES,
    ),
    "dark academia, academia, old money, preppy, prep, ivy league, light academia, プレッピー": figure(
        outfit=(Outfit.BLAZER, Outfit.VEST, Outfit.TURTLENECK), outfit_colour=(*_EARTH, *DARK[:1]), expression=COOL
    ),
    "y2k, 2000s, soft girl, coquette, kidcore, fairy kei, yume kawaii, kawaii fashion, decora, harajuku, "
    "harajuku girl, 原宿系, ゆめかわ": girl(
        (Accessory.HAIR_CLIP, Accessory.HAIR_RIBBON),
        outfit=(Outfit.T_SHIRT, Outfit.DRESS, Outfit.TANK_TOP),
        outfit_colour=_PASTELS,
        expression=BRIGHT,
    ),
    "pastel goth, パステルゴス": figure(
        Accessory.CHOKER,
        outfit=(Outfit.T_SHIRT, Outfit.DRESS, Outfit.HOODIE),
        outfit_colour=("#c4b2ec", "#f0b8c4", "#3d2f4a"),
        hair_colour=("#b9a1e2", "#f5cdd3", "#a5d6b8"),
        lashes=(Lashes.THICK,),
    ),
    "grunge, 90s, scene kid, scene girl, indie, grungy, グランジ": figure(
        outfit=(Outfit.FLANNEL, Outfit.T_SHIRT, Outfit.HOODIE),
        outfit_colour=(*DARK, "#8a3a3a", "#5c6644"),
        expression=COOL,
    ),
    "boho, bohemian, hippie, hippy, gypsy, festival girl, ヒッピー, ボヘミアン": figure(
        (Accessory.HEADBAND, Accessory.FLOWER_CROWN, Accessory.BANDANA),
        Accessory.NECKLACE,
        outfit=(Outfit.SHIRT, Outfit.VEST, Outfit.DRESS),
        outfit_colour=(*_EARTH, "#c8843c", "#f6ead0"),
        hair_back=(HairBack.LONG_WAVY, HairBack.LONG),
        expression=SMILES,
    ),
    "techwear, techno, cyber goth, futuristic streetwear, テックウェア": figure(
        Accessory.FACE_MASK, outfit=(Outfit.JACKET, Outfit.TURTLENECK), outfit_colour=DARK, expression=COOL
    ),
    "hip hop, hiphop, trap, gangsta, drip, ヒップホップ": figure(
        (Accessory.CAP, Accessory.BEANIE, Accessory.BANDANA),
        Accessory.NECKLACE,
        outfit=(Outfit.HOODIE, Outfit.JACKET, Outfit.T_SHIRT),
        expression=WICKED,
    ),
    "drag queen, drag, ドラァグクイーン, ドラァグ": figure(
        Accessory.EYESHADOW,
        Accessory.LIPSTICK,
        Accessory.EARRINGS,
        outfit=(Outfit.DRESS, Outfit.IDOL),
        build=(Build.ANDROGYNOUS,),
        lashes=(Lashes.THICK,),
        hair_back=(HairBack.LONG_WAVY, HairBack.CURLY),
        expression=WICKED,
    ),
    "e boy look, skater boy, skater girl, sk8er, sk8r, スケーター系": figure(
        Accessory.BEANIE, outfit=(Outfit.T_SHIRT, Outfit.HOODIE, Outfit.FLANNEL), lower=(Lower.TROUSERS,)
    ),
    "sassy, cheeky, teasing, mean girl, bratty, メスガキ": figure(expression=WICKED),
    "bimbo, hot girl, barbie, glamorous, glam, diva, socialite, it girl look, セレブ": replace(
        girl(
            Accessory.LIPSTICK,
            Accessory.EARRINGS,
            outfit=(Outfit.DRESS, Outfit.TANK_TOP),
            outfit_colour=("#ee9ab8", "#ee3f92", "#d2384a", "#2b2a33"),
            lashes=(Lashes.THICK, Lashes.LONG),
            hair_back=(HairBack.LONG_WAVY, HairBack.LONG),
            expression=WICKED,
        ),
        person=True,
    ),
}
