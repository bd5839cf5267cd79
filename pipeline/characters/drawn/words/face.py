"""Words for eyes, face and expression, and the adjectives that hair and face share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from pipeline import parts
from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.words import hair
from pipeline.characters.drawn.words.model import Fields, Modifier, Place, Table, Thing, named, things
from pipeline.types.spec import (
    Accessory,
    Age,
    Brows,
    Build,
    Ears,
    EyeShape,
    FaceShape,
    FacialHair,
    HairFront,
    Iris,
    Lashes,
    Lower,
    Motif,
    Nose,
    RestingFace,
)
from pipeline.types.understood import Topic

EYE_SHAPES: Final = things("eye_shape", Topic.EYES, Place.EYES, named(parts.EYE_SHAPES))
IRISES: Final = things("iris", Topic.EYES, Place.EYES, named(parts.IRISES))
LASHES: Final = things("lashes", Topic.EYES, Place.LASHES, named(parts.LASHES))
BROWS: Final = things("brows", Topic.FACE, Place.BROWS, named(parts.BROWS))
FACES: Final = things("face_shape", Topic.FACE, Place.FACE, named(parts.FACE_SHAPES))
NOSES: Final = things("nose", Topic.FACE, Place.NOSE, named(parts.NOSES))
EARS: Final = things("ears", Topic.FACE, Place.EARS, named(parts.EARS))
_GROWING: Final = (FacialHair.FULL_BEARD, FacialHair.LONG_BEARD)
"""Beards that can be called long."""
_BEARDED: Final[Fields] = {"build": (Build.MALE,), "age": (Age.ADULT, Age.ELDER)}
FACIAL_HAIR: Final[Table] = {
    phrases: Thing(
        Topic.FACE,
        Place.BEARD if value in _GROWING else Place.MOUSTACHE,
        {"facial_hair": (value,)},
        {} if value is FacialHair.NONE else _BEARDED,
        denied={"facial_hair": (FacialHair.NONE,)},
    )
    for value, phrases in named(parts.FACIAL_HAIR).items()
}  # fmt: skip
_SHOWN_BY_EYES: Final[Mapping[RestingFace, Fields]] = {RestingFace.SLEEPY: {"eye_shape": (EyeShape.SLEEPY,)}}
_GRAVE: Final[Fields] = {"expression": (RestingFace.FLAT, RestingFace.NEUTRAL)}
"""Who does not smile does not grin either."""
EXPRESSIONS: Final[Table] = {
    phrases: Thing(
        Topic.EXPRESSION,
        Place.EXPRESSION,
        {"expression": (value,)},
        _SHOWN_BY_EYES.get(value, {}),
        denied=_GRAVE if value in (RestingFace.SMILE, RestingFace.GRIN) else None,
    )
    for value, phrases in named(parts.RESTING_FACES).items()
}


def _face(measure: str = "", **said: bool | Span) -> Thing:
    options = {name: value if isinstance(value, Span) else (value,) for name, value in said.items()}
    denied = {"blush": Span(0.0, 0.0)} if "blush" in said else None
    return Thing(Topic.FACE, Place.FACE, options, measure=measure, denied=denied)


_WHITENED: Final = Thing(Topic.FACE, said={"skin": ("#fdf9f6",)})
_OTHER_EYE: Final = Thing(Topic.EYES, Place.EYES, {"eye_colour_right": ("other",)}, denied={"eye_colour_right": ("",)})

DETAILS: Final[Table] = {
    "white face, whiteface, white face paint, face painted white, white painted face, white facepaint, white makeup, "
    "白塗り, 白い顔": _WHITENED,
    "freckle, freckled, freckles, そばかす": _face(freckles=True),
    "mole, beauty mark, mole under eye, beauty spot, ほくろ, 泣きぼくろ, 泣き黒子, 黒子": _face(mole=True),
    "brace, dental brace, teeth brace, tooth brace, orthodontic, retainer, brace on teeth, metal mouth, 歯列矯正, "
    "矯正器具, 歯の矯正": Thing(
        Topic.FACE, Place.FACE, {"braces": (True,)}, {"expression": (RestingFace.GRIN,)}, denied={"braces": (False,)}
    ),
    "fang, snaggletooth, skin fang, fanged, yaeba, 八重歯, 牙": _face(fang=True),
    "blush, rosy cheek, flushed, red cheek, pink cheek, 頬が赤い, 頬が赤, ほっぺが赤い, ほっぺ, 頬紅, チーク, "
    "赤い頬, 頬を染めた, ほっぺた, 染まった頬": _face(
        measure="blush", blush=Span(0.7, 0.95)
    ),
    "blushing, full face blush, 頬を赤らめた": Thing(
        Topic.FACE, Place.FACE, {"blush": Span(0.75, 1.0)}, {"expression": (RestingFace.SHY, RestingFace.SMILE)},
        denied={"blush": Span(0.0, 0.1)},
    ),
    "closed eye, eyes closed, eye closed, closing eyes, shut eye, eyes shut, squinting, 閉じた目, 目を閉じた, "
    "目を閉じて, 目を閉じている, 糸目": Thing(Topic.EYES, Place.EXPRESSION, {"closed_eyes": (True,)}),
    "heterochromia, odd eye, odd eyed, mismatched eye, two tone eye, different colored eye, differently colored eye, "
    "オッドアイ, ヘテロクロミア, 左右違う目, 色違いの目, 虹彩異色": _OTHER_EYE,
    "eye, eys, eyez, eyse, 👀, 👁, eyed, iris, irises, pupil, eye color, "
    "gaze, 目, 瞳, 眼, アイ, 目の色, 瞳の色, 眼の色, ひとみ, "
    "両目, 眸, アイカラー": Thing(Topic.EYES, Place.EYES, bare=True),
    "crying, crybaby, cry baby, weepy, cry, tearing up, in tears, weeping, sobbing, tearful, bawling, crying face, "
    "in tears face, 泣き顔, "
    "泣いている, "
    "泣いてる, 号泣, 泣き虫, 泣きそう, :'(, 😢, 😭": Thing(
        Topic.EXPRESSION, Place.EXPRESSION, {"expression": (RestingFace.SAD,)}, worn=((Accessory.TEARS,),)
    ),
    "tired, exhausted, fatigued, weary, worn out, burnt out, burned out, drained, overworked, half asleep, hungover, "
    "疲れた, 疲れ, 疲れた顔, くたびれた, 疲労困憊, 疲れきった": Thing(
        Topic.EXPRESSION, Place.EXPRESSION, {"eye_shape": (EyeShape.SLEEPY,)}, {"expression": (RestingFace.SLEEPY,)}
    ),
    "surprised, shocked, amazed, astonished, startled, confused, puzzled, :o, o_o, 驚き, 驚いた, びっくり, 驚愕, "
    "困惑": Thing(
        Topic.EXPRESSION, hinted={"eye_shape": (EyeShape.WIDE,), "expression": (RestingFace.NEUTRAL,)}
    ),
    "open mouth, mouth open, mouth wide open, wide open mouth, 開いた口": Thing(
        Topic.EXPRESSION, hinted={"expression": (RestingFace.GRIN,)}
    ),
    "blind eye, blinded eye, cloudy eye, milky eye, glass eye, robotic eye, mechanical eye, cybernetic eye, "
    "cyber eye": Thing(Topic.EYES, Place.EYES, bare=True),
    "left eye, 左目, 左眼, 左の目, 左の瞳": Thing(Topic.EYES, Place.LEFT_EYE, bare=True),
    "right eye, other eye, 右目, 右眼, 右の目, 右の瞳": Thing(Topic.EYES, Place.RIGHT_EYE, bare=True),
    "lash, eyelash, lashes, まつげ, 睫毛, まつ毛": Thing(Topic.EYES, Place.LASHES, bare=True),
    "brow, eyebrow, browed, 眉, 眉毛, まゆげ, まゆ": Thing(Topic.FACE, Place.BROWS, bare=True),
    "beard color, ひげの色": Thing(Topic.FACE, Place.BEARD, bare=True),
    "face, faced, cheek, cheeked, jaw, jawed, chin, chinned, 顔, 頬, 顎": Thing(Topic.FACE, Place.FACE, bare=True),
    "nose, nosed, 鼻": Thing(Topic.FACE, Place.NOSE, bare=True),
    "ear, eared, 耳": Thing(Topic.FACE, Place.EARS, bare=True),
    "expression, mood, emotion, 表情, mouth, 口, 気分": Thing(Topic.EXPRESSION, Place.EXPRESSION, bare=True),
    "skin, skinned, skin tone, skin color, complexion, 肌, 皮膚, 肌の色, 肌色, "
    "はだ": Thing(Topic.SKIN, Place.SKIN, bare=True),
    "eye size, 目の大きさ": Thing(Topic.EYES, Place.EYES, measure="eye_size", bare=True),
    "eye spacing, eye distance, 目の間隔": Thing(Topic.EYES, Place.EYES, measure="eye_spacing", bare=True),
    "wide set eye, wide set, far apart eye, 離れ目": Thing(Topic.EYES, Place.EYES, {"eye_spacing": Span(0.6, 1.0)}),
    "close set eye, close set, 寄り目": Thing(Topic.EYES, Place.EYES, {"eye_spacing": Span(-1.0, -0.6)}),
}  # fmt: skip


def _skin(*colours: str) -> Thing:
    return Thing(Topic.SKIN, Place.SKIN, {"skin": colours})


SKINS: Final[Table] = {
    "porcelain skin, 🏻, porcelain, very pale skin, snow white skin, 色白, 白い肌, 白肌, 美白": _skin("#fff1e8"),
    "fair skin, fair skinned, light skin, pale skin, fair, light skinned, pale skinned, 明るい肌": _skin("#ffe9dc"),
    "ivory skin, warm fair skin, 象牙色の肌": _skin("#fde3d0"),
    "rosy skin, pink skin tone, 血色の良い肌": _skin("#fbdcd0"),
    "peach skin, peachy skin, 薄橙": _skin("#f8d5bd"),
    "beige skin, 🏼, medium skin, 普通の肌": _skin("#f1c7a5"),
    "honey skin, golden skin, 健康的な肌, 小麦色, 小麦色の肌, 小麦肌": _skin("#e8b98f"),
    "tan, 🏽, tanned, tan skin, tanned skin, sun kissed, suntan, tanline, 日焼け, 日焼けした肌, 日焼け肌, "
    "こんがり": _skin("#d9a57c"),
    "caramel skin, light brown skin, bronze skin, olive skin, 明るい褐色の肌": _skin("#c48a62"),
    "brown skin, 🏾, dark skin, brown skinned, 褐色, 褐色肌, 褐色の肌": _skin("#a56f4c"),
    "deep brown skin, 🏿, dark brown skin, deep skin, 濃い褐色": _skin("#7d5038"),
    "ebony skin, ebony, black skin, very dark skin, 黒い肌, 黒肌": _skin("#6b4534"),
    "dark skinned, dark skinned female, dark skinned male, dark skinned girl, dark skinned boy, dark elf skin": _skin(
        "#a56f4c", "#7d5038", "#6b4534"
    ),
}  # fmt: skip


def _eyes(**said: EyeShape | Iris | Span) -> Thing:
    options = {name: value if isinstance(value, Span) else (value,) for name, value in said.items()}
    return Thing(Topic.EYES, Place.EYES, options)


_PRINTED: Final = tuple(value for value, outfit in parts.OUTFITS.items() if outfit.motifs)


def _print(motif: Motif) -> Thing:
    return Thing(Topic.OUTFIT, Place.OUTFIT, {"motif": (motif,)}, {} if motif is Motif.NONE else {"outfit": _PRINTED})


def _brows(value: Brows) -> Thing:
    return Thing(Topic.FACE, Place.BROWS, {"brows": (value,)})


def _lashes(value: Lashes) -> Thing:
    return Thing(Topic.EYES, Place.LASHES, {"lashes": (value,)})


def _beard(value: FacialHair) -> Thing:
    return Thing(Topic.FACE, Place.BEARD, {"facial_hair": (value,)})


def _nose(value: Nose) -> Thing:
    return Thing(Topic.FACE, Place.NOSE, {"nose": (value,)})


def _shape(value: FaceShape) -> Thing:
    return Thing(Topic.FACE, Place.FACE, {"face_shape": (value,)})


def _mood(value: RestingFace) -> Thing:
    return Thing(Topic.EXPRESSION, Place.EXPRESSION, {"expression": (value,)})


def _worn(item: Accessory) -> Thing:
    return Thing(Topic.ACCESSORIES, Place.ACCESSORY, worn=((item,),))


def _reaching(value: Lower, place: Place = Place.OUTFIT) -> Thing:
    return Thing(Topic.OUTFIT, place, {"lower": (value,)})


_ELF: Final = Thing(Topic.FACE, Place.EARS, {"ears": (Ears.ELF,)})

_BESIDE_PRINTS: Final[Mapping[Motif, Mapping[Place, Thing]]] = {
    Motif.STAR: {Place.EYES: _eyes(iris=Iris.STAR)},
    Motif.HEART: {Place.EYES: _eyes(iris=Iris.HEART), Place.FACE: _shape(FaceShape.HEART)},
}
"""What the words for a motif mean beside other nouns."""

MOTIFS: Final[Table] = {
    phrases: Modifier({Place.OUTFIT: _print(motif), **_BESIDE_PRINTS.get(motif, {})}, alone=_print(motif))
    for motif, phrases in named(parts.MOTIFS).items()
}

SHARED_MODIFIERS: Final[Table] = {
    "long, ロング, 長い, 長め, 長めの, lengthy": Modifier(
        {Place.HAIR: hair.LONG_HAIR, Place.BANGS: hair.LONG_BANGS, Place.LASHES: _lashes(Lashes.LONG), Place.EARS: _ELF,
         Place.BEARD: _beard(FacialHair.LONG_BEARD), Place.OUTFIT: _reaching(Lower.LONG),
         Place.SKIRT: _reaching(Lower.LONG_SKIRT, Place.SKIRT),
         Place.FACE: _shape(FaceShape.OVAL), Place.NOSE: _nose(Nose.STRAIGHT)},
        alone=hair.LONG_HAIR,
    ),
    "short, ショート, 短い, 短め, 短めの": Modifier(
        {Place.HAIR: hair.SHORT_HAIR, Place.BANGS: hair.SHORT_BANGS, Place.BROWS: _brows(Brows.SHORT),
        Place.BEARD: _beard(FacialHair.FULL_BEARD), Place.OUTFIT: _reaching(Lower.BRIEF),
        Place.SKIRT: _reaching(Lower.SKIRT, Place.SKIRT),
        Place.NOSE: _nose(Nose.DOT)},
        alone=hair.SHORT_HAIR
    ),
    "medium, mid length, 中くらいの": Modifier({Place.HAIR: hair.MEDIUM_HAIR, Place.SKIN: _skin("#f1c7a5")}),
    "straight, ストレート, まっすぐ, まっすぐな, 直毛": Modifier(
        {Place.HAIR: hair.STRAIGHT_HAIR, Place.BROWS: _brows(Brows.STRAIGHT), Place.NOSE: _nose(Nose.STRAIGHT)},
        alone=hair.STRAIGHT_HAIR,
    ),
    "thick, 太い, 太め": Modifier(
        {Place.HAIR: hair.BIG_HAIR, Place.BROWS: _brows(Brows.THICK), Place.BEARD: _beard(FacialHair.FULL_BEARD),
         Place.LASHES: _lashes(Lashes.THICK)}
    ),
    "thin, fine, 細い, 細め": Modifier(
        {Place.HAIR: hair.SMALL_HAIR, Place.BROWS: _brows(Brows.THIN), Place.EYES: _eyes(eye_shape=EyeShape.SHARP),
         Place.FACE: _shape(FaceShape.OVAL)}
    ),
    "big, large, huge, enormous, 大きい, 大きな, でかい": Modifier(
        {Place.EYES: _eyes(eye_size=Span(1.12, 1.2)), Place.HAIR: hair.BIG_HAIR, Place.NOSE: _nose(Nose.STRAIGHT),
         Place.EXPRESSION: _mood(RestingFace.GRIN)}
    ),
    "small, smol, tiny, little, 小さい, 小さな": Modifier(
        {Place.EYES: _eyes(eye_size=Span(0.8, 0.88)), Place.NOSE: _nose(Nose.DOT)}
    ),
    "round, 丸い, 丸": Modifier(
        {Place.EYES: _eyes(eye_shape=EyeShape.ROUND), Place.FACE: _shape(FaceShape.ROUND),
        Place.ACCESSORY: _worn(Accessory.ROUND_GLASSES),
        Place.NOSE: _nose(Nose.BUTTON)}
    ),
    "backwards, backward, turned backwards, back to front, reversed, worn backwards, on backwards, turned around, "
    "後ろ向きの, 逆さの, 後ろ向きにかぶった": Modifier(
        {Place.ACCESSORY: _worn(Accessory.BACKWARD_CAP),
        Place.HAIR: Thing(Topic.HAIR, Place.HAIR, said={"hair_front": (HairFront.SWEPT_BACK,)})},
        alone=_worn(Accessory.BACKWARD_CAP),
    ),
    "sharp, 鋭い, シャープ, シャープな": Modifier(
        {Place.EYES: _eyes(eye_shape=EyeShape.SHARP), Place.FACE: _shape(FaceShape.SHARP),
        Place.NOSE: _nose(Nose.WEDGE)}
    ),
    "piercing": Modifier({Place.EYES: _eyes(eye_shape=EyeShape.SHARP)}, alone=_worn(Accessory.EARRINGS)),
    "narrow, narrowed": Modifier(
        {Place.EYES: _eyes(eye_shape=EyeShape.SHARP), Place.FACE: _shape(FaceShape.SHARP)}
    ),
    "wide, 見開いた": Modifier(
        {Place.EYES: _eyes(eye_shape=EyeShape.WIDE), Place.FACE: _shape(FaceShape.SQUARE),
         Place.EXPRESSION: _mood(RestingFace.GRIN)}
    ),
    "almond, almond shaped, アーモンド": Modifier({Place.EYES: _eyes(eye_shape=EyeShape.ALMOND)}),
    "droopy, drooping, downturned": Modifier({Place.EYES: _eyes(eye_shape=EyeShape.TAREME)}),
    "upturned, slanted, fierce": Modifier({Place.EYES: _eyes(eye_shape=EyeShape.TSURIME)}),
    "half lidded gaze, half closed, half shut, half open": Modifier({Place.EYES: _eyes(eye_shape=EyeShape.SLEEPY)}),
    "sparkling, sparkly, starry, shining, キラキラ, きらきら": Modifier({Place.EYES: _eyes(iris=Iris.STAR)}),
    "glowing, gradient colored": Modifier({Place.EYES: _eyes(iris=Iris.RING)}),
    "slit, vertical": Modifier({Place.EYES: _eyes(iris=Iris.SLIT)}),
    "empty, hollow, lifeless, うつろな": Modifier({Place.EYES: _eyes(iris=Iris.FLAT)}),
    "oval, 卵形": Modifier({Place.FACE: _shape(FaceShape.OVAL), Place.EYES: _eyes(eye_shape=EyeShape.ALMOND)}),
    "square, 四角い, 四角": Modifier(
        {Place.FACE: _shape(FaceShape.SQUARE), Place.ACCESSORY: _worn(Accessory.SQUARE_GLASSES)}
    ),
    "pointed, pointy, 尖った, とがった": Modifier(
        {Place.EARS: _ELF, Place.NOSE: _nose(Nose.WEDGE), Place.FACE: _shape(FaceShape.SHARP)}
    ),
    "arched, curved": Modifier({Place.BROWS: _brows(Brows.ARCHED)}),
    "rosy": Modifier(
        {Place.FACE: _face(blush=Span(0.65, 0.9)), Place.SKIN: _skin("#fbdcd0")}, alone=_face(blush=Span(0.65, 0.9))
    ),
}  # fmt: skip

CAT_PLACES: Final = {
    Place.OUTFIT: _print(Motif.CAT), Place.EYES: _eyes(iris=Iris.SLIT), Place.EXPRESSION: _mood(RestingFace.CAT),
}  # fmt: skip
"""What "cat" means before these nouns."""

TABLES: Final[tuple[Table, ...]] = (
    EYE_SHAPES, IRISES, LASHES, BROWS, FACES, NOSES, EARS, FACIAL_HAIR, EXPRESSIONS, DETAILS, SKINS, MOTIFS,
    SHARED_MODIFIERS,
)  # fmt: skip
