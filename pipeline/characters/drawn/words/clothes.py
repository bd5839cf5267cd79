"""Words for what is worn: outfits and accessories."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline import parts
from pipeline.characters.drawn.reading import Options
from pipeline.characters.drawn.words.model import Modifier, Place, Table, Thing, named
from pipeline.characters.drawn.words.people import STRONG
from pipeline.parts.records import Family
from pipeline.types.spec import Accessory, Build, Lower, Motif, Outfit, Pattern
from pipeline.types.understood import Topic

_NUMBERED: Final = (Outfit.JERSEY, Outfit.TANK_TOP)
OUTFITS: Final[Table] = {
    phrases: Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (value,)},
        measure="number" if value in _NUMBERED else "",
    )
    for value, phrases in named(parts.OUTFITS).items()
}


def _lower(kind: Lower, place: Place = Place.LOWER, **hints: Options) -> Thing:
    return Thing(Topic.OUTFIT, place, {"lower": (kind,)}, hints)


_DENIM: Final = ("#4b6a9e", "#5b74a6", "#3f5b8c")
_WOMAN: Final[tuple[Build, ...]] = (Build.FEMALE,)
LOWERS: Final[Table] = {
    "lower clothes, bottoms, legwear, pant color, 下の服, ボトムス": Thing(Topic.OUTFIT, Place.LOWER, bare=True),
    "number, jersey number, 背番号": Thing(Topic.OUTFIT, Place.OUTFIT, measure="number", bare=True),
    "as usual below, usual bottom, 普段のボトムス": _lower(Lower.NONE),
    "pants, trousers, slack, chino, cargo pants, sweatpants, jogging pants, legging, yoga pants, tights pants, "
    "baggy pants, suit pants, corduroy, dress pants, leather pants, ズボン, パンツ, "
    "スラックス, 長ズボン, レギンス, スキニー, 👖": _lower(Lower.TROUSERS),
    "jeans, jean, blue jeans, denim jeans, ripped jeans, torn jeans, skinny jeans, baggy jeans, mom jeans, "
    "flared jeans, "
    "bell bottom, bell bottoms, denim pants, torn pants, ripped pants, ジーンズ, ジーパン, デニムパンツ, "
    "デニム生地": _lower(Lower.TROUSERS, lower_colour=_DENIM),
    "ankle length dress, dress down to the floor, 足首丈": _lower(Lower.LONG),
    "thigh length dress, 膝上丈": _lower(Lower.BRIEF),
    "matching pants, matching trousers, matching bottom, 同じ色のズボン": _lower(Lower.MATCHING),
    "shorts, short pants, cargo shorts, bermuda shorts, board shorts, gym shorts, bike shorts, hot pants, "
    "short shorts, "
    "basketball shorts, ショートパンツ, 短パン, ハーフパンツ, 半ズボン, ホットパンツ, 🩳": _lower(Lower.SHORTS),
    "denim shorts, jean shorts, jorts, デニムショーツ": _lower(Lower.SHORTS, lower_colour=_DENIM),
    "skirt, miniskirt, mini skirt, pleated skirt, tennis skirt, short skirt, "
    "frilled skirt, スカート, ミニスカート, "
    "プリーツスカート, ミニスカ": _lower(Lower.SKIRT, Place.SKIRT, build=_WOMAN),
    "long skirt, maxi skirt, midi skirt, pencil skirt, ankle length skirt, floor length skirt, flowing skirt, "
    "high waist skirt, ロングスカート, タイトスカート": _lower(Lower.LONG_SKIRT, Place.SKIRT, build=_WOMAN),
}  # fmt: skip

COLLAR: Final = Thing(Topic.OUTFIT, Place.ACCENT, bare=True)
"""That of a shirt; an animal wears one by itself."""
COLLAR_OF_PETS: Final = Thing(Topic.ACCESSORIES, Place.ACCESSORY, worn=((Accessory.CHOKER,),))
OUTFIT_NOUNS: Final[Table] = {
    "clothes, clothing, outfit, cloth, attire, costume, garment, garb, fashion, top, 服, 洋服, 服装, 衣服, コーデ, "
    "ファッション, 服の色, トップス": Thing(Topic.OUTFIT, Place.OUTFIT, bare=True),
    "wearing, dressed in, wear, wears, dressed, clad in, in, sporting, 着た, 着ている, 着て, 着用": Thing(
        Topic.OUTFIT, Place.OUTFIT, bare=True, weak=True
    ),
    "school uniform, uniform, student uniform, 制服, 学生服, 学校の制服": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.SAILOR, Outfit.BLAZER)}
    ),
    "gakuran, boys school uniform, 学ラン, 学蘭, 詰襟, 詰め襟": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.JACKET,)},
        {"outfit_colour": ("#2b2c36",), "accent_colour": ("#c9a24a",), "build": (Build.MALE,)},
    ),
    "hi vis vest, high vis vest, hi viz vest, high visibility vest, safety vest, reflective vest, hi vis, "
    "hi vis jacket, construction vest, 安全ベスト": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.VEST,)}, {"outfit_colour": ("#d8e04a", "#f0a030")}
    ),
    "striped shirt, striped t shirt, striped tee, striped top, "
    "ボーダーシャツ, しましまシャツ": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.T_SHIRT,), "motif": (Motif.STRIPES,)},
    ),
    "breton shirt, breton top, marinière, nautical shirt, sailor shirt stripes, マリンボーダー": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.T_SHIRT,), "motif": (Motif.STRIPES,)},
        {"outfit_colour": ("#f4f4f8",), "accent_colour": ("#2c3a68",)},
    ),
    "pajamas, pajama, pyjamas, pj, pjs, nightwear, sleepwear, night clothes, nightclothes, loungewear, silk pajamas, "
    "パジャマ, 寝巻き, 寝間着, ルームウェア": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.SHIRT,), "lower": (Lower.MATCHING,)},
        {"outfit_colour": ("#a9c4e8", "#f0b8c4", "#b8a4d8", "#c8dcc8")},
    ),
    "tracksuit, track suit, jogging suit, sweatsuit, track jacket, jumpsuit, boiler suit, "
    "training suit, adidas tracksuit, ジャージ, トラックスーツ, スウェット上下": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.JACKET,), "lower": (Lower.MATCHING,)}
    ),
    "gym uniform, sportswear, pe uniform, gym outfit, gym clothes, workout clothes, 体操服, 体操着, 体育着": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.T_SHIRT,), "lower": (Lower.SHORTS,)}
    ),
    "scrubs, medical scrubs, hospital scrubs, スクラブ": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.T_SHIRT,), "lower": (Lower.MATCHING,), "motif": (Motif.NONE,)},
        {"outfit_colour": ("#7fb5b8", "#5a82b0", "#8fbfa0")},
    ),
    "shirtless, bare chest, bare chested, bare torso, topless, no shirt, without a shirt, without shirt, half naked, "
    "topless male, 上半身裸, 上裸": Thing(
        Topic.OUTFIT,
        None,
        {"outfit": (Outfit.SWIMSUIT,)},
        {"lower": (Lower.TROUSERS,), "build": (Build.MALE,)},
    ),
    "wedding dress, wedding gown, bridal gown, bridal dress, bride dress, ウェディングドレス, 花嫁衣装": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.DRESS,)},
        {"outfit_colour": ("#f5f4f8",), "accent_colour": ("#f4d9e4",), "lower": (Lower.LONG,), "build": _WOMAN},
        hinted_worn=((Accessory.VEIL,),),
    ),
    "open collar, tieless suit, 開襟, ノーネクタイ, ノータイ": Thing(Topic.OUTFIT, Place.OUTFIT, {"tieless": (True,)}),
    "polo, henley, henley shirt": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.SHIRT,)}
    ),
    "army jacket, military jacket, field jacket, combat jacket": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.JACKET,)}, {"outfit_colour": ("#5c6644", "#6a6a4a")}
    ),
    "christmas sweater, christmas jumper, xmas sweater, ugly sweater, ugly christmas sweater, holiday sweater": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.TURTLENECK,)},
        {"outfit_colour": ("#c8303f", "#2f7a4c"), "accent_colour": ("#f6f3f0",)},
    ),
    "white coat, 白いコート": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.COAT, Outfit.LAB_COAT)}, {"outfit_colour": ("#f5f4f8",)}
    ),
    "leather jacket, biker jacket, moto jacket": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.JACKET,)}, {"outfit_colour": ("#33323c", "#2f2c34", "#5a4036")}
    ),
    "fur cloak, fur cape, fur mantle, 毛皮のマント": Thing(Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.CAPE,)}),
    "fur jacket, faux fur coat, 毛皮のコート": Thing(Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.COAT,)}),
    "obi, 帯": Thing(Topic.OUTFIT, Place.ACCENT, hinted={"outfit": (Outfit.KIMONO,)}),
    "jean jacket, jeans jacket, denim jacket, ジージャン, gジャン": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.JACKET,)}, {"outfit_colour": ("#4b6a9e", "#3f5b8c", "#7d9cc4")}
    ),
    "collar": COLLAR,
    "accent, trim, lining, detail, accent color, button, neckerchief, アクセント, 差し色, "
    "襟, 縁取り, アクセントカラー, 飾り": Thing(Topic.OUTFIT, Place.ACCENT, bare=True),
}  # fmt: skip


_OLIVE: Final = ("#6f7a4e", "#7a7350")
"""Colours of camouflage, unless another is said."""


def _woven(pattern: Pattern) -> Modifier:
    """A pattern of the cloth that is spoken of."""
    olive = _OLIVE if pattern is Pattern.CAMOUFLAGE else ()
    worn = Thing(Topic.OUTFIT, Place.OUTFIT, {"pattern": (pattern,)}, {"outfit_colour": olive} if olive else {})
    below = {
        place: Thing(
            Topic.OUTFIT, place, {"lower_pattern": (pattern,)}, {"lower_colour": olive} if olive else {}
        )
        for place in (Place.LOWER, Place.SKIRT)
    }  # fmt: skip
    return Modifier({Place.OUTFIT: worn, **below}, alone=worn)


def _cut(phrase_of_manner: Thing, alone: Thing | None = None) -> Modifier:
    """How clothes are made, beside their noun."""
    return Modifier(dict.fromkeys((Place.OUTFIT, Place.LOWER, Place.SKIRT), phrase_of_manner), alone=alone)


SLEEVELESS: Final = Thing(Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.TANK_TOP, Outfit.SUNDRESS)})
"""What is worn without sleeves: of what is named, the outfit with bare arms."""
_UNSEEN_CUT: Final = Thing(Topic.OUTFIT, undrawn=True)
CUTS: Final[Table] = {
    "sleeveless, with no sleeves, no sleeves, without sleeves": Modifier({Place.OUTFIT: SLEEVELESS}, alone=SLEEVELESS),
    "ripped": _cut(_UNSEEN_CUT, alone=STRONG),
    "torn, tattered, ragged, shredded, distressed, worn out clothing, frayed, patched, oversized, over sized, baggy, "
    "tight, skin tight, cropped, fitted, loose fitting, loose fit, see through, sheer, embroidered, sequin, sequined, "
    "glittery, quilted, padded, puffer, knitted, knit, woolen, wool, cotton, linen, silk, silken, satin, velvet, "
    "corduroy fabric, tweed, suede, fleece, cashmere, chiffon, latex, pvc, vinyl, stained, dirty, muddy, "
    "bloodied, bloodstained, wrinkly shirt, crumpled, double breasted, single breasted, open front, unbuttoned, "
    "buttoned up, zipped, unzipped, half zipped, vintage, retro, futuristic clothing, form fitting, lacy, fringed, "
    "studded, ruffled collar": _cut(_UNSEEN_CUT),
}

PATTERNS: Final[Table] = {
    **{phrases: _woven(value) for value, phrases in named(parts.PATTERNS).items()},
    "hawaiian shirt, aloha shirt, アロハシャツ": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.SHIRT,), "pattern": (Pattern.FLORAL,)},
        {"outfit_colour": ("#d2504a", "#3a8fa8", "#3f8f6a", "#e8a03c")},
    ),
    "camo jacket, camouflage jacket, 迷彩ジャケット": Thing(
        Topic.OUTFIT,
        Place.OUTFIT,
        {"outfit": (Outfit.JACKET,), "pattern": (Pattern.CAMOUFLAGE,)},
        {"outfit_colour": _OLIVE},
    ),
}  # fmt: skip


def _worn(*items: Accessory) -> Thing:
    over = parts.ACCESSORIES[items[0]].over
    return Thing(Topic.ACCESSORIES, Place.ACCESSORY, hinted={"outfit": over} if over else {}, worn=(items,))


def _family(family: Family) -> Thing:
    return _worn(*(value for value, style in parts.ACCESSORIES.items() if style.family is family))


ACCESSORIES: Final[Table] = {
    **{phrases: _worn(value) for value, phrases in named(parts.ACCESSORIES).items()},
    # A hijabi's "pink scarf" is her hijab.
    "viking helmet, horned helmet, helmet with horns, 角付き兜": Thing(
        Topic.ACCESSORIES, Place.ACCESSORY, worn=((Accessory.HELMET,), (Accessory.HORNS,))
    ),
    # A hero's mask leaves the mouth free.
    "mask": _worn(Accessory.FACE_MASK, Accessory.DOMINO_MASK),
    "scarf, スカーフ, ストール": _worn(Accessory.SCARF, Accessory.HIJAB),
    "fez, トルコ帽子": replace(_worn(Accessory.KUFI), hinted={"accessory_colour": ("#b3263f",)}),
    "hoodie up, hoodie on head, hoodie hood up": replace(_worn(Accessory.HOOD), hinted={"outfit": (Outfit.HOODIE,)}),
    # Suits have a tie of their own, which is off with it.
    **{
        phrases: replace(_worn(Accessory.NECKTIE), denied={"tieless": (True,)})
        for phrases in (", ".join(parts.ACCESSORIES[Accessory.NECKTIE].words.values()),)
    },
    "visor, バイザー": _worn(Accessory.VISOR, Accessory.SUN_VISOR),
    # On pale skin nobody would see it.
    "vitiligo, patchy skin, vitiligo patches, skin patches, 白斑, 尋常性白斑": replace(
        _worn(Accessory.VITILIGO), hinted={"skin": ("#d9a57c", "#c48a62", "#a56f4c", "#7d5038")}
    ),
    "leather apron, blacksmith apron, 革のエプロン": replace(
        _worn(Accessory.APRON), hinted={"accessory_colour": ("#7a5341",)}
    ),
    "glasses, cat eye glasses, cateye glasses, horn rimmed glasses, "
    "eyeglasses, spectacles, specs, eyewear, bespectacled, 眼鏡, メガネ, めがね, "
    "老眼鏡, 伊達メガネ, 伊達眼鏡, megane, 銀縁眼鏡, "
    ""
    "👓": _family(Family.GLASSES),
    "眼鏡っ娘, "
    "meganekko, "
    "眼鏡っ子, メガネっ娘, メガネっ子, めがねっ娘, めがねっ子, 眼鏡娘, メガネ娘": replace(
        _family(Family.GLASSES), hinted={"build": _WOMAN}, denied={}
    ),
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

TABLES: Final[tuple[Table, ...]] = (OUTFITS, LOWERS, OUTFIT_NOUNS, CUTS, PATTERNS, ACCESSORIES)
