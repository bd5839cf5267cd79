"""Words for what is worn: outfits and accessories."""

from __future__ import annotations

from typing import Final

from pipeline import parts
from pipeline.characters.drawn.words.model import Place, Table, Thing, named, things
from pipeline.parts.records import Family
from pipeline.types.spec import Accessory, Motif, Outfit
from pipeline.types.understood import Topic

OUTFITS: Final = things("outfit", Topic.OUTFIT, Place.OUTFIT, named(parts.OUTFITS))

OUTFIT_NOUNS: Final[Table] = {
    "clothes, clothing, outfit, cloth, attire, costume, garment, garb, fashion, top, 服, 洋服, 服装, 衣服, コーデ, "
    "ファッション, 服の色, トップス": Thing(Topic.OUTFIT, Place.OUTFIT, bare=True),
    "wearing, dressed in, wear, wears, dressed, clad in, in, sporting, 着た, 着ている, 着て, 着用": Thing(
        Topic.OUTFIT, Place.OUTFIT, bare=True, weak=True
    ),
    "school uniform, uniform, student uniform, 制服, 学生服, 学校の制服": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.SAILOR, Outfit.BLAZER)}
    ),
    "hi vis vest, high vis vest, hi viz vest, high visibility vest, safety vest, reflective vest, hi vis, "
    "hi vis jacket, construction vest, 安全ベスト": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.VEST,)}, {"outfit_colour": ("#d8e04a", "#f0a030")}
    ),
    "striped shirt, striped t shirt, striped tee, striped top, breton shirt, breton top, marinière, "
    "ボーダーシャツ, しましまシャツ": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.T_SHIRT,), "motif": (Motif.STRIPES,)}
    ),
    "army jacket, military jacket, camo jacket, field jacket, combat jacket": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.JACKET,)}, {"outfit_colour": ("#5c6644", "#6a6a4a")}
    ),
    "jean jacket, jeans jacket, denim jacket, ジージャン, gジャン": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.JACKET,)}, {"outfit_colour": ("#4b6a9e", "#3f5b8c", "#7d9cc4")}
    ),
    "accent, trim, collar, lining, detail, accent color, button, neckerchief, アクセント, 差し色, "
    "襟, 縁取り, アクセントカラー, 飾り": Thing(Topic.OUTFIT, Place.ACCENT, bare=True),
}  # fmt: skip


def _worn(*items: Accessory) -> Thing:
    over = parts.ACCESSORIES[items[0]].over
    return Thing(Topic.ACCESSORIES, Place.ACCESSORY, hinted={"outfit": over} if over else {}, worn=(items,))


def _family(family: Family) -> Thing:
    return _worn(*(value for value, style in parts.ACCESSORIES.items() if style.family is family))


ACCESSORIES: Final[Table] = {
    **{phrases: _worn(value) for value, phrases in named(parts.ACCESSORIES).items()},
    "glasses, eyeglasses, spectacles, specs, eyewear, bespectacled, 眼鏡, メガネ, めがね, 👓": _family(Family.GLASSES),
    "hat, headwear, 帽子, ハット, 帽, 🎩": _family(Family.HAT),
    "wing, winged, with wings, spread wings, 翼, 羽, 羽根, 羽の生えた": _family(Family.WINGS),
    "tail, long tail, animal tail, しっぽ, 尻尾": _family(Family.TAIL),
    "animal ear, kemonomimi, kemomimi, animal ear fluff, ケモ耳, 獣耳, ケモミミ, けも耳, 動物の耳": _family(
        Family.ANIMAL_EARS
    ),
    "accessory, accessories, アクセサリー, アクセ, 小物, 他の小物": Thing(
        Topic.ACCESSORIES, Place.ACCESSORY, worn=(tuple(Accessory),), bare=True
    ),
    "accessory color, アクセサリーの色": Thing(Topic.ACCESSORIES, Place.ACCESSORY, bare=True),
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (OUTFITS, OUTFIT_NOUNS, ACCESSORIES)
