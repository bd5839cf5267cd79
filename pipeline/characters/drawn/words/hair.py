"""Words for hair."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words.model import Fields, Modifier, Place, Table, Thing, named, things
from pipeline.parts import HAIR_BACKS, HAIR_FRONTS, HAIR_SIDES
from pipeline.parts.records import HairKind
from pipeline.types.spec import Build, HairBack, HairColouring, HairFront, HairSide
from pipeline.types.understood import Topic


def _hair(said: Fields | None = None, hinted: Fields | None = None, denied: Fields | None = None) -> Thing:
    return Thing(Topic.HAIR, Place.HAIR, said or {}, hinted or {}, denied=denied)


_MANLY: Final[Fields] = {"build": (Build.MALE,)}
BACKS: Final[Table] = {
    # Who has no hair is a man unless something else is said.
    phrases: Thing(
        Topic.HAIR,
        Place.HAIR,
        {"hair_back": (value,)},
        _MANLY if HAIR_BACKS[value].whole and value is not HairBack.MOHAWK else {},
    )
    for value, phrases in named(HAIR_BACKS).items()
}
_WITH_FRONTS: Final[dict[HairFront, Fields]] = {
    HairFront.RECEDING: {"build": (Build.MALE,), "hair_back": (HairBack.SHORT,), "hair_volume": Span(0.0, 0.1)},
}
"""What comes with a fringe unless something else is said."""
FRONTS: Final[Table] = {
    phrases: Thing(Topic.HAIR, Place.BANGS, {"hair_front": (value,)}, _WITH_FRONTS.get(value, {}))
    for value, phrases in named(HAIR_FRONTS).items()
}
SIDES: Final = things("hair_side", Topic.HAIR, Place.BANGS, named(HAIR_SIDES))


def _backs(*kinds: HairKind) -> tuple[HairBack, ...]:
    """The backs that one of these adjectives can mean."""
    return tuple(value for value, style in HAIR_BACKS.items() if set(kinds) & set(style.kinds))


def _fronts(kind: HairKind) -> tuple[HairFront, ...]:
    return tuple(value for value, style in HAIR_FRONTS.items() if kind in style.kinds)


_ANY_FRINGE: Final = tuple(value for value, style in HAIR_FRONTS.items() if not style.forehead)
_NO_FRINGE: Final = tuple(value for value, style in HAIR_FRONTS.items() if style.forehead and style.weights)


def _colouring(kind: HairColouring) -> Thing:
    return _hair({"hair_colouring": (kind,)})


CUTS: Final[Table] = {
    "man bun, samurai bun, manbun": _hair({"hair_back": (HairBack.BUN,)}, _MANLY),
    "losing hair, losing his hair, hair loss, bald spot, going bald": _hair(
        {"hair_front": (HairFront.RECEDING,)}, _WITH_FRONTS[HairFront.RECEDING]
    ),
    "slicked back, slicked back hair, slick back, slick, slicked, slicked hair, greased hair, gelled hair, gelled, "
    "gelled back, brushed back hair, pomaded hair, オールバック, ポマード": Thing(
        Topic.HAIR,
        Place.HAIR,
        {"hair_front": (HairFront.SWEPT_BACK,), "hair_mess": Span(0.0, 0.08)},
        {
            "hair_back": (HairBack.SHORT, HairBack.UNDERCUT),
            "hair_side": (HairSide.NONE,),
            "hair_volume": Span(0.2, 0.4),
            "ahoge": (False,),
        },
    ),
    "curls, tight curl, カール": _hair({"hair_back": (HairBack.CURLY, HairBack.SHORT_CURLS)}),
    "powdered wig, white wig, judge wig, barrister wig": _hair(
        {"hair_colour": ("#efecf4",)}, {"hair_back": (HairBack.SET_WAVES, HairBack.DRILLS, HairBack.LOW_BUN)}
    ),
    "hair on the sides, hair on the side, hair at the sides, hair around the sides, horseshoe hair, side tufts, "
    "tufts of hair on the sides": _hair(
        {"hair_front": (HairFront.RECEDING,), "hair_back": (HairBack.SHORT,)}, _WITH_FRONTS[HairFront.RECEDING]
    ),
    "short hair with long locks": _hair({"hair_length": Span(0.15, 0.35)}, {"hair_back": (HairBack.SHORT,)}),
    "pompadour, quiff, rockabilly hair, elvis hair, リーゼント, ポンパドール": _hair(
        {"hair_back": (HairBack.UNDERCUT,), "hair_front": (HairFront.SWEPT_BACK,)}
    ),
    "bowl cut, mushroom cut, mushroom hair, mushroom haircut, マッシュ, マッシュルームカット, マッシュヘア, "
    "きのこヘア": _hair(
        {"hair_back": (HairBack.SHORT,), "hair_front": (HairFront.BLUNT,), "hair_mess": Span(0.0, 0.12)}
    ),
    "fire hair, flame hair, flaming hair, fiery hair, hair of fire, hair on fire, 炎の髪": _hair(
        {
            "hair_colouring": (HairColouring.GRADIENT,),
            "hair_colour": ("#c8402f",),
            "hair_colour_2": ("#f2a53f",),
        }
    ),
}
COLOURINGS: Final[Table] = {
    "two toned, two toned hair, "
    "two tone, two tone hair, split color, split color hair, split colored, split dye, half and half hair, bicolor, "
    "bicolor hair, ツートン, ツートーン, ツートンカラー, ツートーンカラー, 二色, 二色髪, multicolored hair, "
    "multicolored, ツートンヘア, half dyed": _colouring(HairColouring.SPLIT),
    "half of the hair, half the hair, half of her hair, half her hair, half of his hair, half his hair, "
    "half of my hair, "
    "one half of the hair, one half of her hair": _colouring(HairColouring.SPLIT),
    "gradient, gradient hair, ombre, ombre hair, balayage, グラデーション, グラデーションヘア, グラデ, グラデヘア, "
    "グラデーションカラー": _colouring(HairColouring.GRADIENT),
    "pastel rainbow, pastel rainbow hair, unicorn hair, cotton candy hair": _hair(
        {
            "hair_colouring": (HairColouring.GRADIENT,),
            "hair_colour": ("#f7b9d2", "#c9b6f2"),
            "hair_colour_2": ("#a9dcec", "#f7e3a8"),
        }
    ),
    "rainbow, rainbow hair, レインボー, 虹色": _hair(
        {
            "hair_colouring": (HairColouring.GRADIENT,),
            "hair_colour": ("#f48ab4", "#a98cf0"),
            "hair_colour_2": ("#62cfe0", "#ffd25e"),
        }
    ),
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
    "second hair color, other half, right half, left half, "
    "もう一つの髪色": Thing(Topic.HAIR, Place.STREAKS, bare=True),
    "gradient tip, グラデ先": _second(HairColouring.GRADIENT),
    "fading to, fading into, fades to, fades into, fade to, fade into, turning into, that turns into, "
    "transitioning to": replace(_second(HairColouring.GRADIENT), hands=True),
}  # fmt: skip

NOUNS: Final[Table] = {
    "hair, har, hiar, haor, wig, haired, hairstyle, hairdo, haircut, hair color, hair style, "
    "locks, 髪, 髪の毛, ヘア, ヘアー, "
    "毛, 髪型, 髪色, 頭髪, 髪の色, かみ, ヘアスタイル, ヘアカラー, "
    "colored hair": Thing(Topic.HAIR, Place.HAIR, bare=True),
    "bang, fringe, 前髪": Thing(
        Topic.HAIR, Place.BANGS, hinted={"hair_front": _ANY_FRINGE}, denied={"hair_front": _NO_FRINGE}
    ),
    "down to her waist, down to the waist, to her waist, down to his waist, past her waist, hip length hair, "
    "waist long hair, "
    "ankle length hair, very long hair, absurdly long hair, waist length hair, floor length hair, "
    "knee length hair, rapunzel hair, "
    "超ロング, スーパーロング": _hair({"hair_length": Span(0.93, 1.0)}, {"hair_back": _backs(HairKind.LONG)}),
    "ahoge, antenna hair, hair antenna, アホ毛, あほ毛, idiot hair, cowlick": _hair({"ahoge": (True,)}),
    "dyed it, dyes it, dyed her hair, dyed his hair, dyed my hair, dye her hair, bleached it, hair dyed, "
    "染めた, 染めている": Thing(Topic.HAIR, Place.HAIR, bare=True, hands=True),
    "hair length, 髪の長さ": Thing(Topic.HAIR, Place.HAIR, measure="hair_length", bare=True),
    "hair volume, 髪の量": Thing(Topic.HAIR, Place.HAIR, measure="hair_volume", bare=True),
    "hair mess, hair messiness, 髪の乱れ": Thing(Topic.HAIR, Place.HAIR, measure="hair_mess", bare=True),
    "hair wave, hair waviness, 髪の波": Thing(Topic.HAIR, Place.HAIR, measure="hair_wave", bare=True),
}  # fmt: skip

_LONG_HAIR: Final = _hair({"hair_length": Span(0.7, 0.92)}, {"hair_back": _backs(HairKind.LONG)})
_SHORT_HAIR: Final = _hair({"hair_length": Span(0.15, 0.35)}, {"hair_back": _backs(HairKind.SHORT)})
_MESSY_HAIR: Final = _hair(
    {"hair_mess": Span(0.65, 0.9)}, {"hair_front": _fronts(HairKind.MESSY)}, {"hair_mess": Span(0.0, 0.15)}
)
_WAVY_HAIR: Final = _hair({"hair_wave": Span(0.55, 0.85)}, {"hair_back": _backs(HairKind.WAVY)})
_CURLY_HAIR: Final = _hair(
    {"hair_wave": Span(0.85, 1.0)},
    {"hair_back": _backs(HairKind.CURLY), "hair_front": _fronts(HairKind.CURLY)},
)
PERMS: Final[Table] = {
    "perm, permed, permed hair, perm hair, パーマ, "
    "パンチパーマ, ゆるパーマ, スパイラルパーマ, "
    "天パ, 天然パーマ": _CURLY_HAIR
}
_STRAIGHT_HAIR: Final = _hair(
    {"hair_wave": Span(0.0, 0.05)},
    {"hair_back": tuple(value for value, style in HAIR_BACKS.items() if style.wave[0] == 0)},
)
_SPIKY_HAIR: Final = _hair(hinted={"hair_back": _backs(HairKind.SPIKY), "hair_front": _fronts(HairKind.SPIKY)})
_TIED_HAIR: Final = _hair({"hair_back": _backs(HairKind.TIED)})


def _bangs(*fronts: HairFront) -> Thing:
    return Thing(Topic.HAIR, Place.BANGS, {"hair_front": fronts})


def _of_hair(hair: Thing, bangs: Thing | None = None, others: dict[Place, Thing] | None = None) -> Modifier:
    places = {Place.HAIR: hair} | (others or {})
    return Modifier(places | ({Place.BANGS: bangs} if bangs else {}), alone=hair)


MODIFIERS: Final[Table] = {
    "messy, uncombed, unbrushed, never brushes his hair, never brushes her hair, never brush his hair, "
    "never brush her hair, "
    "never combs his hair, never combs her hair, hasn't brushed her hair, hasn't brushed his hair, pillow hair, "
    "just woke up, rolled out of bed, just rolled out of bed, morning hair, bed head, scruffy, "
    "scraggly, greasy, tousled, unkempt, disheveled, bedhead, bed hair, "
    "shaggy, ruffled, untidy, "
    "wild, ぼさぼさ, ボサボサ, "
    "寝癖, 寝ぐせ, 乱れた, 乱れ, もじゃもじゃ, くしゃくしゃ, 無造作": _of_hair(_MESSY_HAIR, _bangs(HairFront.MESSY)),
    "neat, tidy, sleek, combed, smooth, well groomed, silky, さらさら, サラサラ, 整った, つやつや": _of_hair(
        _hair({"hair_mess": Span(0.0, 0.1)})
    ),
    "wavy, waves, ウェーブ, ウェービー, 波打つ, ウェーブヘア, ゆるい": _of_hair(_WAVY_HAIR),
    "curly, 🦱, curled, coily, frizzy, カーリー, くるくる, 巻き毛, くせ毛, 癖毛, "
    "巻いた": _of_hair(_CURLY_HAIR, _bangs(HairFront.CURLY)),
    "spiky, spiked, ツンツン, とげとげ, つんつん": _of_hair(_SPIKY_HAIR, _bangs(HairFront.SPIKY)),
    "fluffy, voluminous, poofy, puffy, bushy, full bodied, big haired, ふわふわ, もふもふ, ふわっとした, "
    "ボリューミー, "
    "ふわふわヘア": _of_hair(_hair({"hair_volume": Span(0.75, 0.95)}, denied={"hair_volume": Span(0.15, 0.3)})),
    "thin haired, limp, flat haired, ぺたんこ, ボリュームの少ない": _of_hair(_hair({"hair_volume": Span(0.1, 0.25)})),
    "tied, tied up, hair up, tied back, pulled back, gathered, held back, hair pulled back, hair tied back, "
    "結んだ, 結んでる, 結んでいる, 結んで, "
    "束ねた, 束ねている, くくった, 結った, まとめた, 後ろで結んだ": _of_hair(_TIED_HAIR),
    "pinned up, put up, swept up, pinned, updo hair, アップにした, "
    "お団子にした": _of_hair(_hair(hinted={"hair_back": (HairBack.BUN,)})),
    "choppy, jagged, layered, "
    "ギザギザ": _of_hair(_hair(hinted={"hair_front": (HairFront.CHOPPY,)}), _bangs(HairFront.CHOPPY)),
    "blunt, ぱつん": _of_hair(_hair(hinted={"hair_front": (HairFront.BLUNT,)}), _bangs(HairFront.BLUNT)),
    "swept, asymmetrical, "
    "アシメ": _of_hair(_hair(hinted={"hair_front": (HairFront.SWEEP,)}), _bangs(HairFront.SWEEP)),
    "parted, "
    "分けた": _of_hair(_hair(hinted={"hair_front": (HairFront.PARTED, HairFront.SIDE_PART)}), _bangs(HairFront.PARTED)),
    "loose, flowing, hair down, let down, 下ろした, おろした, "
    "流した": _of_hair(_hair(hinted={"hair_back": _backs(HairKind.LOOSE)})),
}  # fmt: skip

LONG_HAIR: Final = _LONG_HAIR
SHORT_HAIR: Final = _SHORT_HAIR
LONG_BANGS: Final = Thing(Topic.HAIR, Place.BANGS, hinted={"hair_front": _fronts(HairKind.LONG)})
SHORT_BANGS: Final = Thing(Topic.HAIR, Place.BANGS, hinted={"hair_front": _fronts(HairKind.SHORT)})
STRAIGHT_HAIR: Final = _STRAIGHT_HAIR
MEDIUM_HAIR: Final = _hair({"hair_length": Span(0.4, 0.6)}, {"hair_back": _backs(HairKind.MEDIUM)})
BIG_HAIR: Final = _hair({"hair_volume": Span(0.75, 0.95)})
SMALL_HAIR: Final = _hair({"hair_volume": Span(0.1, 0.25)})
TABLES: Final[tuple[Table, ...]] = (BACKS, FRONTS, SIDES, CUTS, PERMS, COLOURINGS, SECOND_COLOURS, NOUNS, MODIFIERS)
