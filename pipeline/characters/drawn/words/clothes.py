"""Words for what is worn: outfits and accessories."""

from __future__ import annotations

from typing import Final

from pipeline import parts
from pipeline.characters.drawn.words.model import Place, Table, Thing, Topic, named, things
from pipeline.types.spec import Accessory, Outfit

OUTFITS: Final = things("outfit", Topic.OUTFIT, Place.OUTFIT, named(parts.OUTFITS))

OUTFIT_NOUNS: Final[Table] = {
    "clothes, clothing, outfit, cloth, attire, costume, garment, garb, fashion, top, 服, 洋服, 服装, 衣服, コーデ, "
    "ファッション, 服の色, トップス": Thing(Topic.OUTFIT, Place.OUTFIT, bare=True),
    "wearing, dressed in, wear, wears, dressed, clad in, in, sporting, 着た, 着ている, 着て, 着用": Thing(
        Topic.OUTFIT, Place.OUTFIT, bare=True, weak=True
    ),
    "necktie, tie, ネクタイ": Thing(Topic.OUTFIT, Place.ACCENT, hinted={"outfit": (Outfit.BLAZER, Outfit.SHIRT)}),
    "school uniform, uniform, student uniform, 制服, 学生服, 学校の制服": Thing(
        Topic.OUTFIT, Place.OUTFIT, {"outfit": (Outfit.SAILOR, Outfit.BLAZER)}
    ),
    "accent, trim, collar, lining, detail, accent color, button, bow tie, bowtie, neckerchief, アクセント, 差し色, "
    "襟, 縁取り, アクセントカラー, 飾り": Thing(Topic.OUTFIT, Place.ACCENT, bare=True),
}  # fmt: skip


def _worn(*items: Accessory) -> Thing:
    return Thing(Topic.ACCESSORIES, Place.ACCESSORY, worn=(items,))


ACCESSORIES: Final[Table] = {
    "round glasses, round eyewear, circle glasses, harry potter glasses, big glasses, 丸メガネ, 丸眼鏡, "
    "丸めがね": _worn(Accessory.ROUND_GLASSES),
    "square glasses, rectangular glasses, thick glasses, black framed glasses, thick framed glasses, "
    "thick rimmed glasses, rectangular eyewear, black framed eyewear, 四角いメガネ, 四角メガネ, 黒縁メガネ, "
    "黒縁眼鏡, スクエアメガネ": _worn(Accessory.SQUARE_GLASSES),
    "half rim glasses, semi rimless glasses, semi rimless eyewear, rimless glasses, under rim glasses, "
    "under rim eyewear, half frame glasses, half moon glasses, ハーフリムメガネ, ハーフリム, 縁なしメガネ, "
    "アンダーリム, 下縁メガネ": _worn(Accessory.HALF_RIM_GLASSES),
    "sunglasses, shades, aviators, dark glasses, sunglass, サングラス, グラサン, 😎, 🕶, "
    "🕶️": _worn(Accessory.SUNGLASSES),
    "glasses, eyeglasses, spectacles, eyewear, bespectacled, 眼鏡, メガネ, めがね, 👓": _worn(
        Accessory.ROUND_GLASSES, Accessory.SQUARE_GLASSES, Accessory.HALF_RIM_GLASSES
    ),
    "headphones, headphone, headset, earphones, earmuffs, ヘッドホン, ヘッドフォン, ヘッドセット, イヤホン, "
    "🎧": _worn(Accessory.HEADPHONES),
    "hair ribbon, ribbon, hair bow, bow, ribbon in hair, big bow, hair tie, scrunchie, リボン, 髪リボン, ヘアリボン, "
    "大きなリボン, シュシュ, 🎀": _worn(Accessory.HAIR_RIBBON),
    "hair clip, hairclip, hairpin, hair pin, barrette, bobby pin, hair bobble, hair slide, hair ornament, "
    "x hair ornament, star hair ornament, ヘアピン, ヘアクリップ, 髪留め, 髪飾り, バレッタ, "
    "ピン留め": _worn(Accessory.HAIR_CLIP),
    "headband, hairband, alice band, hair band, カチューシャ, ヘアバンド, ヘッドバンド, 鉢巻, "
    "はちまき": _worn(Accessory.HEADBAND),
    "maid headdress, maid headband, maid cap, headdress, frilled headband, ヘッドドレス, ホワイトブリム, "
    "メイドカチューシャ": _worn(
        Accessory.MAID_HEADDRESS
    ),
    "beret, artist hat, painter's hat, ベレー帽, ベレー": _worn(Accessory.BERET),
    "cap, baseball cap, snapback, baseball hat, キャップ, 野球帽, 🧢": _worn(Accessory.CAP),
    "witch hat, wizard hat, pointed hat, pointy hat, mage hat, sorcerer hat, 魔女帽子, 魔女帽, とんがり帽子, "
    "魔女の帽子, 魔法帽": _worn(
        Accessory.WITCH_HAT
    ),
    "straw hat, sun hat, sunhat, wide brim hat, boater, 麦わら帽子, 麦わら, 麦藁帽子, ストローハット, "
    "👒": _worn(Accessory.STRAW_HAT),
    "hat, headwear, 帽子, ハット, 帽, "
    "🎩": _worn(Accessory.BERET, Accessory.CAP, Accessory.STRAW_HAT, Accessory.WITCH_HAT),
    "crown, tiara, diadem, circlet, 王冠, ティアラ, 冠, クラウン, 👑": _worn(Accessory.CROWN),
    "cat ear, kitty ear, cat ear headband, nekomimi, fake cat ear, 猫耳, ネコミミ, ねこみみ, ネコ耳, 猫の耳, "
    "ねこ耳": _worn(Accessory.CAT_EARS),
    "fox ear, kitsune ear, wolf ear, dog ear, inumimi, 狐耳, キツネ耳, きつね耳, 犬耳, 狼耳, 狐の耳, 🦊, イヌ耳, "
    "けもみみ": _worn(Accessory.FOX_EARS),
    "rabbit ear, bunny ear, usagimimi, うさ耳, ウサ耳, 兎耳, うさぎ耳, ウサギ耳, バニー耳, うさみみ, "
    "🐰": _worn(Accessory.RABBIT_EARS),
    "bear ear, kumamimi, クマ耳, 熊耳, くま耳, くまみみ, 🐻, mouse ear, ネズミ耳": _worn(Accessory.BEAR_EARS),
    "animal ear, kemonomimi, kemomimi, animal ear fluff, ケモ耳, 獣耳, ケモミミ, けも耳, 動物の耳": _worn(
        Accessory.CAT_EARS, Accessory.FOX_EARS, Accessory.RABBIT_EARS, Accessory.BEAR_EARS
    ),
    "horn, demon horn, oni horn, dragon horn, curled horn, devil horn, goat horn, ram horn, 角, ツノ, つの, 鬼の角, "
    "悪魔の角": _worn(Accessory.HORNS),
    "halo, angel halo, angel ring, 天使の輪, 輪っか, ヘイロー, 光輪, ハロー, 😇": _worn(Accessory.HALO),
    "face mask, mask, surgical mask, mouth mask, medical mask, マスク, 😷, 口マスク, 覆面": _worn(Accessory.FACE_MASK),
    "eye patch, eyepatch, medical eyepatch, one eyed, 眼帯, アイパッチ, 独眼": _worn(Accessory.EYE_PATCH),
    "earring, stud, hoop, hoop earring, ear piercing, pierced ear, jewelry, ピアス, イヤリング, "
    "耳飾り": _worn(Accessory.EARRINGS),
    "flower, hair flower, flower in hair, flower hair ornament, floral hair ornament, blossom, hibiscus, 花, 花飾り, "
    "お花, 花の髪飾り, 🌸, 🌺, 🌼": _worn(Accessory.FLOWER),
    "choker, neck ribbon, collar choker, necklace, pendant, チョーカー, 首輪, ネックレス, "
    "ペンダント": _worn(Accessory.CHOKER),
    "scarf, muffler, red scarf tie, neck warmer, bandana, マフラー, スカーフ, ストール, 🧣, "
    "バンダナ": _worn(Accessory.SCARF),
    "accessory, accessories, アクセサリー, アクセ, 小物": Thing(
        Topic.ACCESSORIES, Place.ACCESSORY, worn=(tuple(Accessory),), bare=True
    ),
    "accessory color, アクセサリーの色": Thing(Topic.ACCESSORIES, Place.ACCESSORY, bare=True),
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (OUTFITS, OUTFIT_NOUNS, ACCESSORIES)
