"""Words for hair."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.model import Fields, Modifier, Place, Table, Thing, Topic, things
from pipeline.types.spec import HairBack, HairColouring, HairFront, HairSide


def _hair(said: Fields | None = None, hinted: Fields | None = None, denied: Fields | None = None) -> Thing:
    return Thing(Topic.HAIR, Place.HAIR, said or {}, hinted or {}, denied=denied)


BACKS: Final = things(
    "hair_back", Topic.HAIR, Place.HAIR,
    {
        HairBack.SHORT: "short cut, shortcut, pixie cut, pixie, boy cut, boyish cut, crop cut, cropped hair, "
        "crew cut, very short hair, ショートカット, ベリーショート, ショートヘア, ショートヘアー, 短髪, "
        "ボーイッシュヘア, buzz cut, ショート髪",
        HairBack.UNDERCUT: "undercut, shaved sides, half shaved head, shaved head, half shaved, sidecut, side shave, "
        "fade haircut, two block, ツーブロック, アンダーカット, 刈り上げ, mohawk, モヒカン",
        HairBack.SPIKY: "spiky hair back, spiky back, saiyan hair, ツンツンヘア, ツンツン髪, とげとげヘア",
        HairBack.BOB: "bob, bob cut, bobcut, pageboy, pageboy cut, lob, ボブ, ボブカット, ボブヘア, おかっぱ, "
        "おかっぱ頭",
        HairBack.MEDIUM: "medium length hair, shoulder length hair, medium hair, mid length hair, shoulder length, "
        "セミロング, ミディアム, ミディアムヘア, ミディアムヘアー, 肩までの髪",
        HairBack.HIME: "hime cut, himecut, princess cut, 姫カット, ひめカット",
        HairBack.LONG: "flowing hair, flowing long hair, ストレートロング, ロングストレート, 黒髪ロングヘア",
        HairBack.LONG_WAVY: "long waves, mermaid hair, beach waves, ロングウェーブ, ウェーブロング, ゆるふわロング, "
        "ゆるふわ, ゆるふわヘア",
        HairBack.WOLF: "wolf cut, wolfcut, mullet, shag cut, shaggy cut, layered cut, ウルフカット, ウルフヘア, "
        "ウルフ, マレット",
        HairBack.TWIN_TAILS: "twin tail, twintail, twin tailed, pigtail, two side up, high twin tail, bunches, "
        "ツインテール, ツインテ, ツーサイドアップ, 二つ結び, ふたつ結び",
        HairBack.LOW_TWIN_TAILS: "low twin tail, low twintail, low pigtail, おさげ, お下げ, おさげ髪, "
        "ローツインテール, ローツイン",
        HairBack.PONYTAIL: "ponytail, pony tail, high ponytail, hair tied up, tied back hair, ponytailed, "
        "ポニーテール, ポニテ, 一つ結び, ひとつ結び, 馬尻尾",
        HairBack.SIDE_PONYTAIL: "side ponytail, side tail, sidetail, one side up, サイドテール, サイドポニー, "
        "サイドポニーテール, ワンサイドアップ",
        HairBack.BRAID: "braid, single braid, braided hair, plait, braided ponytail, french braid, side braid, "
        "braided, 三つ編み, みつあみ, 編み込み",
        HairBack.TWIN_BRAIDS: "twin braid, two braid, double braid, braided pigtail, plaited pigtail, cornrows, "
        "box braid, ツイン三つ編み, 二つ三つ編み, おさげ三つ編み, 三つ編みおさげ",
        HairBack.BUN: "hair bun, bun, single hair bun, updo, chignon, top knot, topknot, man bun, お団子, おだんご, "
        "お団子ヘア, シニヨン, まとめ髪, アップヘア, ちょんまげ",
        HairBack.DOUBLE_BUN: "double bun, double hair bun, twin bun, space bun, odango, two bun, ダブルお団子, "
        "ツインお団子, お団子ツイン, ダブルおだんご",
        HairBack.DRILLS: "drill hair, drill, twin drill, ringlet, ojou curl, 縦ロール, ドリルヘア, "
        "ドリルツインテール, たてロール, ドリル",
        HairBack.CURLY: "curls, dreadlock, locs, tight curl, perm, permed hair, 巻き髪, カーリーヘア, カール, "
        "くるくるヘア, パーマ, 天パ, 天然パーマ",
        HairBack.AFRO: "afro, afro hair, afro textured hair, coily hair, kinky hair, natural black hair texture, "
        "アフロ, アフロヘア",
    },
)  # fmt: skip

FRONTS: Final = things(
    "hair_front", Topic.HAIR, Place.BANGS,
    {
        HairFront.STRAIGHT: "straight bang, straight fringe, ストレート前髪, まっすぐな前髪, even bang",
        HairFront.BLUNT: "blunt bang, blunt fringe, full bang, full fringe, ぱっつん, 前髪ぱっつん, ぱっつん前髪, "
        "パッツン",
        HairFront.HIME: "hime bang, hime fringe, 姫前髪, princess bang",
        HairFront.PARTED: "parted bang, middle part, middle parted, center part, centre part, hair parted, "
        "センター分け, センターパート, 真ん中分け",
        HairFront.CURTAIN: "curtain bang, curtained hair, curtain fringe, カーテンバング, カーテン前髪, "
        "シースルーバング",
        HairFront.SWEEP: "swept bang, side swept bang, side swept, asymmetrical bang, side bang, diagonal bang, "
        "流し前髪, 斜め前髪, アシンメトリー, ななめ前髪",
        HairFront.SIDE_PART: "side part, side parted, parted to the side, 七三分け, 横分け, サイドパート",
        HairFront.MESSY: "messy bang, messy fringe, tousled bang, 乱れ前髪, ぼさぼさ前髪",
        HairFront.CHOPPY: "choppy bang, choppy fringe, jagged bang, uneven bang, ギザギザ前髪, ギザ前髪, シャギー",
        HairFront.ONE_EYE: "hair over one eye, one eye covered, one covered eye, hair covering one eye, emo bang, "
        "emo fringe, メカクレ, 片目隠れ, 目隠れ, 片メカクレ",
        HairFront.SWEPT_BACK: "hair swept back, slicked back, slicked back hair, slick back, pushed back hair, "
        "hair pushed back, forehead, exposed forehead, オールバック, おでこ, デコ出し, でこ出し, 前髪なし",
        HairFront.SPIKY: "spiky bang, spiky fringe, ツンツン前髪, とげとげ前髪",
        HairFront.CURLY: "curly bang, curly fringe, くるくる前髪, カール前髪",
        HairFront.M_SHAPED: "m shaped bang, m bang, crossed bang, hair between eyes, hair between eye, m字前髪, "
        "m字バング, クロス前髪",
    },
)  # fmt: skip

SIDES: Final = things(
    "hair_side", Topic.HAIR, Place.BANGS,
    {
        HairSide.NONE: "no sidelock, no sideburn, もみあげなし, 横髪なし",
        HairSide.SHORT: "short sidelock, short side lock, sideburn, もみあげ, 短い横髪",
        HairSide.MEDIUM: "sidelock, medium sidelock, side lock, 横髪, 触角",
        HairSide.LONG: "long sidelock, long side lock, 長い横髪, 長いもみあげ, 姫毛",
    },
)  # fmt: skip

_ANY_FRINGE: Final = tuple(front for front in HairFront if front is not HairFront.SWEPT_BACK)
_LOOSE_LONG: Final = (HairBack.LONG, HairBack.LONG_WAVY, HairBack.HIME)
_SHORT: Final = (
    HairBack.SHORT, HairBack.BOB, HairBack.SPIKY, HairBack.UNDERCUT, HairBack.CURLY, HairBack.AFRO,
)  # fmt: skip


def _colouring(kind: HairColouring) -> Thing:
    return _hair({"hair_colouring": (kind,)})


COLOURINGS: Final[Table] = {
    "two tone, two tone hair, split color, split color hair, split colored, split dye, half and half hair, bicolor, "
    "bicolor hair, ツートン, ツートーン, ツートンカラー, ツートーンカラー, 二色, 二色髪, multicolored hair, "
    "multicolored, ツートンヘア, half dyed": _colouring(HairColouring.SPLIT),
    "gradient, gradient hair, ombre, ombre hair, balayage, グラデーション, グラデーションヘア, グラデ, グラデヘア, "
    "グラデーションカラー, rainbow, rainbow hair, レインボー, 虹色": _colouring(HairColouring.GRADIENT),
    "solid color hair, solid color, single color hair, 単色": _colouring(HairColouring.SOLID),
}  # fmt: skip


def _second(kind: HairColouring) -> Thing:
    """A noun for the part of the hair that has the second colour."""
    return Thing(
        Topic.HAIR, Place.STREAKS, {"hair_colouring": (kind,)}, denied={"hair_colouring": (HairColouring.SOLID,)}
    )  # fmt: skip


SECOND_COLOURS: Final[Table] = {
    "hair tip, tip, colored tip, dip dye, dip dyed, end, hair end, dip dyed hair, 毛先, "
    "毛先カラー": _second(HairColouring.TIPS),
    "streak, money piece, streaked hair, streaked, highlight, hair highlight, hair streak, strand, メッシュ, "
    "ハイライト, 髪メッシュ, メッシュヘア": _second(HairColouring.STREAKS),
    "inner hair, inner color, inner colored hair, colored inner hair, underlayer, peekaboo hair, under dye, "
    "インナーカラー, インナー, 内側": _second(HairColouring.INNER),
    "second hair color, other half, right half, left half": Thing(Topic.HAIR, Place.STREAKS, bare=True),
    "gradient tip, fading to, fading into, グラデ先": _second(HairColouring.GRADIENT),
}  # fmt: skip

NOUNS: Final[Table] = {
    "hair, haired, hairstyle, hairdo, haircut, hair color, hair style, hairstyle, locks, 髪, 髪の毛, ヘア, ヘアー, "
    "毛, 髪型, 髪色, 頭髪, 髪の色, かみ, ヘアスタイル, ヘアカラー, "
    "colored hair": Thing(Topic.HAIR, Place.HAIR, bare=True),
    "bang, fringe, 前髪": Thing(
        Topic.HAIR, Place.BANGS, hinted={"hair_front": _ANY_FRINGE}, denied={"hair_front": (HairFront.SWEPT_BACK,)}
    ),
    "very long hair, absurdly long hair, waist length hair, floor length hair, knee length hair, rapunzel hair, "
    "超ロング, スーパーロング": _hair({"hair_length": Span(0.93, 1.0)}, {"hair_back": _LOOSE_LONG}),
    "ahoge, antenna hair, hair antenna, アホ毛, あほ毛, idiot hair, cowlick": _hair({"ahoge": (True,)}),
    "hair length, 髪の長さ": Thing(Topic.HAIR, Place.HAIR, measure="hair_length", bare=True),
    "hair volume, 髪の量": Thing(Topic.HAIR, Place.HAIR, measure="hair_volume", bare=True),
    "hair mess, hair messiness, 髪の乱れ": Thing(Topic.HAIR, Place.HAIR, measure="hair_mess", bare=True),
    "hair wave, hair waviness, 髪の波": Thing(Topic.HAIR, Place.HAIR, measure="hair_wave", bare=True),
}  # fmt: skip

_LONG_HAIR: Final = _hair({"hair_length": Span(0.7, 0.92)}, {"hair_back": _LOOSE_LONG})
_SHORT_HAIR: Final = _hair({"hair_length": Span(0.15, 0.35)}, {"hair_back": _SHORT})
_MESSY_HAIR: Final = _hair(
    {"hair_mess": Span(0.65, 0.9)}, {"hair_front": (HairFront.MESSY, HairFront.CHOPPY)}, {"hair_mess": Span(0.0, 0.15)}
)
_WAVY_HAIR: Final = _hair(
    {"hair_wave": Span(0.55, 0.85)}, {"hair_back": (HairBack.LONG_WAVY, HairBack.MEDIUM, HairBack.BOB)}
)
_CURLY_HAIR: Final = _hair(
    {"hair_wave": Span(0.85, 1.0)},
    {"hair_back": (HairBack.CURLY,), "hair_front": (HairFront.CURLY,)},
)
_STRAIGHT_HAIR: Final = _hair(
    {"hair_wave": Span(0.0, 0.05)},
    {"hair_back": tuple(back for back in HairBack if back not in (HairBack.LONG_WAVY, HairBack.CURLY, HairBack.AFRO))},
)
_SPIKY_HAIR: Final = _hair(hinted={"hair_back": (HairBack.SPIKY,), "hair_front": (HairFront.SPIKY,)})
_TIED_HAIR: Final = _hair(hinted={"hair_back": (HairBack.PONYTAIL, HairBack.BUN, HairBack.LOW_TWIN_TAILS)})


def _bangs(*fronts: HairFront) -> Thing:
    return Thing(Topic.HAIR, Place.BANGS, {"hair_front": fronts})


def _of_hair(hair: Thing, bangs: Thing | None = None, others: dict[Place, Thing] | None = None) -> Modifier:
    places = {Place.HAIR: hair} | (others or {})
    return Modifier(places | ({Place.BANGS: bangs} if bangs else {}), alone=hair)


MODIFIERS: Final[Table] = {
    "messy, tousled, unkempt, disheveled, bedhead, bed hair, shaggy, ruffled, untidy, wild, ぼさぼさ, ボサボサ, "
    "寝癖, 乱れた, 乱れ, もじゃもじゃ, くしゃくしゃ, 無造作": _of_hair(_MESSY_HAIR, _bangs(HairFront.MESSY)),
    "neat, tidy, sleek, combed, smooth, well groomed, silky, さらさら, サラサラ, 整った, つやつや": _of_hair(
        _hair({"hair_mess": Span(0.0, 0.1)})
    ),
    "wavy, waves, ウェーブ, ウェービー, 波打つ, ウェーブヘア, ゆるい": _of_hair(_WAVY_HAIR),
    "curly, frizzy, カーリー, くるくる, 巻き毛, くせ毛, 癖毛, 巻いた": _of_hair(_CURLY_HAIR, _bangs(HairFront.CURLY)),
    "spiky, spiked, ツンツン, とげとげ, つんつん": _of_hair(_SPIKY_HAIR, _bangs(HairFront.SPIKY)),
    "fluffy, voluminous, poofy, puffy, bushy, full bodied, big haired, ふわふわ, もふもふ, ふわっとした, ボリューミー, "
    "ふわふわヘア": _of_hair(_hair({"hair_volume": Span(0.75, 0.95)}, denied={"hair_volume": Span(0.15, 0.3)})),
    "thin haired, limp, flat haired, ぺたんこ, ボリュームの少ない": _of_hair(_hair({"hair_volume": Span(0.1, 0.25)})),
    "tied, tied up, hair up, 結んだ, 結った, まとめた": _of_hair(_TIED_HAIR),
    "choppy, jagged, layered, "
    "ギザギザ": _of_hair(_hair(hinted={"hair_front": (HairFront.CHOPPY,)}), _bangs(HairFront.CHOPPY)),
    "blunt, ぱつん": _of_hair(_hair(hinted={"hair_front": (HairFront.BLUNT,)}), _bangs(HairFront.BLUNT)),
    "swept, asymmetrical, アシメ": _of_hair(_hair(hinted={"hair_front": (HairFront.SWEEP,)}), _bangs(HairFront.SWEEP)),
    "parted, "
    "分けた": _of_hair(_hair(hinted={"hair_front": (HairFront.PARTED, HairFront.SIDE_PART)}), _bangs(HairFront.PARTED)),
    "loose, flowing, hair down, let down, 下ろした, おろした, "
    "流した": _of_hair(_hair(hinted={"hair_back": (*_LOOSE_LONG, HairBack.MEDIUM)})),
}  # fmt: skip

LONG_HAIR: Final = _LONG_HAIR
SHORT_HAIR: Final = _SHORT_HAIR
LONG_BANGS: Final = Thing(
    Topic.HAIR, Place.BANGS, hinted={"hair_front": (HairFront.ONE_EYE, HairFront.M_SHAPED, HairFront.STRAIGHT)}
)
SHORT_BANGS: Final = Thing(Topic.HAIR, Place.BANGS, hinted={"hair_front": (HairFront.CHOPPY, HairFront.BLUNT)})
STRAIGHT_HAIR: Final = _STRAIGHT_HAIR
MEDIUM_HAIR: Final = _hair({"hair_length": Span(0.4, 0.6)}, {"hair_back": (HairBack.MEDIUM, HairBack.BOB)})
BIG_HAIR: Final = _hair({"hair_volume": Span(0.75, 0.95)})
SMALL_HAIR: Final = _hair({"hair_volume": Span(0.1, 0.25)})
TABLES: Final[tuple[Table, ...]] = (BACKS, FRONTS, SIDES, COLOURINGS, SECOND_COLOURS, NOUNS, MODIFIERS)
