"""Where people's families come from: their skin, and hair and eyes that go with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.words.model import Table, Thing
from pipeline.types.spec import Build, HairBack
from pipeline.types.understood import Topic

_BLACKS: Final = ("#3a3340", "#2f3347", "#4a3a3c")
_BROWNS: Final = ("#5b4034", "#7a5341")
_BLONDES: Final = ("#f3d98b", "#dfb568", "#c9986b")
_DARK_EYES: Final = ("#7a4a2e", "#5c3a2a", "#a2683a")
_LIGHT_EYES: Final = ("#3d6fb8", "#58a6d9", "#3fa37a", "#a2683a", "#7a4a2e", "#5f7090")
_TEXTURED: Final = (
    HairBack.AFRO, HairBack.CURLY, HairBack.TWIN_BRAIDS, HairBack.BRAID, HairBack.BUN, HairBack.DOUBLE_BUN,
    HairBack.PONYTAIL, HairBack.SHORT, HairBack.UNDERCUT,
)  # fmt: skip


def _people(skin: tuple[str, ...], hair: tuple[str, ...], eyes: tuple[str, ...], *backs: HairBack) -> Thing:
    hints = {"hair_colour": hair, "eye_colour": eyes}
    return Thing(Topic.SKIN, said={"skin": skin}, hinted=hints | ({"hair_back": backs} if backs else {}))


_BLACK: Final = _people(("#a56f4c", "#7d5038", "#6b4534"), _BLACKS + _BROWNS[:1], _DARK_EYES, *_TEXTURED)
_WHITE: Final = _people(
    ("#fff1e8", "#ffe9dc", "#fde3d0", "#fbdcd0"), _BLONDES + _BROWNS + ("#a0714f", "#3a3340", "#c65a4a"), _LIGHT_EYES
)
_BROWN: Final = _people(("#c48a62", "#a56f4c"), _BLACKS + _BROWNS[:1], _DARK_EYES)

_LATIN: Final = _people(("#e8b98f", "#d9a57c", "#c48a62"), _BLACKS + _BROWNS, _DARK_EYES)


def _of(people: Thing, build: Build) -> Thing:
    """A woman or a man of them."""
    return replace(people, hinted={**people.hinted, "build": (build,)})


DESCENT: Final[Table] = {
    "african, african american, afro american, nigerian, ghanaian, kenyan, somali, haitian, "
    "senegalese, ethiopian, jamaican, afro latina, black person, black people, "
    "黒人, 黒人女性, アフリカ系, アフリカ人": _BLACK,
    "caucasian, european, scottish, irish, british, german, french, polish, ukrainian, dutch, swedish, norwegian, "
    "finnish, scandinavian, russian, nordic, slavic, white person, white people, 白人, 欧米人, 北欧系, "
    "ヨーロッパ人, 西洋人": _WHITE,
    "ancient chinese, ancient japanese, asian, east asian, japanese, chinese, korean, taiwanese, "
    "アジア人, アジア系, 東洋人, "
    "日本人, 中国人, "
    "韓国人": _people(("#fff1e8", "#ffe9dc", "#fde3d0", "#f8d5bd", "#f1c7a5"), _BLACKS + _BROWNS[:1], _DARK_EYES),
    "southeast asian, filipino, filipina, thai, vietnamese, indonesian, malaysian, polynesian, hawaiian, "
    "pacific islander, 東南アジア系": _people(("#e8b98f", "#d9a57c", "#c48a62"), _BLACKS + _BROWNS[:1], _DARK_EYES),
    "indian, south asian, desi, punjabi, sikh, tamil, hindu, nepali, pakistani, bengali, "
    "sri lankan, インド人, インド系": _people(("#d9a57c", "#c48a62", "#a56f4c"), _BLACKS, _DARK_EYES),
    "latinx, latin american, hispanic, mexican, brazilian, colombian, ラテン系, 南米系": _people(
        ("#e8b98f", "#d9a57c", "#c48a62"), _BLACKS + _BROWNS, _DARK_EYES
    ),
    "latina, chicana": _of(_LATIN, Build.FEMALE),
    "latino, chicano": _of(_LATIN, Build.MALE),
    "ancient egyptian, ancient greek, ancient roman, ancient persian, italian, greek, portuguese, mediterranean, "
    "israeli, jewish, lebanese, armenian, arab, arabic, arabian, "
    "middle eastern, persian, turkish, egyptian, moroccan, アラブ系, アラブ人, 中東系": _people(
        ("#f1c7a5", "#e8b98f", "#d9a57c"), _BLACKS + _BROWNS[:1], _DARK_EYES
    ),
    "native american, indigenous, first nations, 先住民": _people(("#d9a57c", "#c48a62"), _BLACKS, _DARK_EYES),
    "albino, albinism, アルビノ": _people(("#fff1e8",), ("#efecf4",), ("#c8344a", "#a3b0c4", "#d85c93")),
    "mixed race, biracial, ハーフ": _people(("#e8b98f", "#d9a57c", "#c48a62"), _BLACKS + _BROWNS, _DARK_EYES),
}

PEOPLE: Final = {"black": _BLACK, "white": _WHITE, "brown": _BROWN}
"""What a colour means right before a noun for a person, by the colour's name."""
TABLES: Final[tuple[Table, ...]] = (DESCENT,)
