"""What prompts are read as."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.parts import OUTFITS
from pipeline.pixels.oklch import from_hex
from pipeline.types import Topic, Understood, understood_lines
from pipeline.types.spec import (
    Accessory,
    Age,
    BodyStyle,
    Brows,
    Build,
    Ears,
    EyeShape,
    Finish,
    HairBack,
    HairColouring,
    HairFront,
    Iris,
    Lower,
    Motif,
    Outfit,
    RestingFace,
    RigSpec,
    Species,
)

SILVER, PINK, BLUE_EYE, GREEN_EYE = "#cfd3e0", "#f0a9c0", "#3d6fc4", "#3fa36a"
GLASSES = {Accessory.ROUND_GLASSES, Accessory.SQUARE_GLASSES, Accessory.HALF_RIM_GLASSES}
HATS = {Accessory.BERET, Accessory.CAP, Accessory.STRAW_HAT, Accessory.WITCH_HAT}


def spec(prompt: str, seed: int = 3) -> RigSpec:
    return choose_spec(read_prompt(prompt), seed)


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("silver twin-tails, violet eyes", {"hair_back": HairBack.TWIN_TAILS, "eye_colour": "#8b5cc8"}),
        ("Silver Twintails", {"hair_back": HairBack.TWIN_TAILS, "hair_colour": SILVER}),
        ("silver_hair, twin_tails, 1girl", {"hair_back": HairBack.TWIN_TAILS, "build": Build.FEMALE}),
        ("銀髪ツインテール、紫の目、猫耳",
         {"hair_back": HairBack.TWIN_TAILS, "hair_colour": SILVER, "eye_colour": "#7c4cb8"}),
        ("ＳＩＬＶＥＲ　ＨＡＩＲ　ﾂｲﾝﾃｰﾙ", {"hair_back": HairBack.TWIN_TAILS, "hair_colour": SILVER}),
        ("hair: pink", {"hair_colour": PINK}),
        ("eyes blue", {"eye_colour": BLUE_EYE}),
        ("hair pink eyes blue", {"hair_colour": PINK, "eye_colour": BLUE_EYE}),
        ("girl with hair silver and eyes blue", {"hair_colour": SILVER, "eye_colour": BLUE_EYE}),
        ("hair: long, messy, pink; blue eyes", {"hair_colour": PINK, "eye_colour": BLUE_EYE}),
        ("髪はピンク、目は青", {"hair_colour": PINK, "eye_colour": BLUE_EYE}),
        ("髪が銀色で目が青い少年", {"hair_colour": SILVER, "eye_colour": BLUE_EYE, "build": Build.MALE}),
        ("blue hair and eyes", {"hair_colour": "#5a82cc", "eye_colour": BLUE_EYE}),
        ("red dress", {"outfit": Outfit.DRESS, "outfit_colour": "#d2384a"}),
        ("red and white dress", {"outfit_colour": "#d2384a", "accent_colour": "#f5f4f8"}),
        ("girl in red", {"outfit_colour": "#d2384a"}),
        ("two-tone silver and pink hair",
         {"hair_colour": SILVER, "hair_colour_2": PINK, "hair_colouring": HairColouring.SPLIT}),
        ("銀色とピンクのツートンヘア",
         {"hair_colour": SILVER, "hair_colour_2": PINK, "hair_colouring": HairColouring.SPLIT}),
        ("silver hair with pink tips",
         {"hair_colour": SILVER, "hair_colour_2": PINK, "hair_colouring": HairColouring.TIPS}),
        ("silver hair, gradient pink hair",
         {"hair_colour": SILVER, "hair_colour_2": PINK, "hair_colouring": HairColouring.GRADIENT}),
        ("pink hair with blue money pieces",
         {"hair_colour": PINK, "hair_colour_2": "#5a82cc", "hair_colouring": HairColouring.STREAKS}),
        ("girl in white with pink hair", {"outfit_colour": "#f5f4f8", "hair_colour": PINK, "hair_colour_2": ""}),
        ("one blue eye and one green eye", {"eye_colour": BLUE_EYE, "eye_colour_right": GREEN_EYE}),
        ("頬が赤いピンク髪の少女", {"hair_colour": PINK}),
        ("ツインテールじゃないピンク髪", {"hair_colour": PINK}),
        ("blue and green eyes", {"eye_colour": BLUE_EYE, "eye_colour_right": GREEN_EYE}),
        ("heterochromia, blue eyes, green eyes", {"eye_colour": BLUE_EYE, "eye_colour_right": GREEN_EYE}),
        ("left eye blue, right eye green", {"eye_colour": BLUE_EYE, "eye_colour_right": GREEN_EYE}),
        ("#ff8800 hair, #0a0 eyes", {"hair_colour": "#ff8800", "eye_colour": "#00aa00"}),
        ("thick white eyebrows", {"brows": Brows.THICK, "brow_colour": "#efecf4"}),
        ("heart eyes", {"iris": Iris.HEART}),
        ("heart-shaped pupils", {"iris": Iris.HEART}),
        ("hoodie with a heart", {"motif": Motif.HEART, "outfit": Outfit.HOODIE}),
        ("cat hoodie", {"motif": Motif.CAT, "outfit": Outfit.HOODIE}),
        ("たれ目、オールバック", {"eye_shape": EyeShape.TAREME, "hair_front": HairFront.SWEPT_BACK}),
        ("no bangs", {"hair_front": HairFront.SWEPT_BACK}),
        ("no freckles, no fang, without blush", {"freckles": False, "fang": False, "blush": 0.0}),
        ("17 years old", {"age": Age.TEEN}),
        ("70歳の男性", {"age": Age.ELDER, "build": Build.MALE}),
        ("chibi, soft shading", {"body_style": BodyStyle.CHIBI, "finish": Finish.SOFT}),
        ("(smile:1.3), ((elf ears)), [sketch], <lora:x:0.8>",
         {"expression": RestingFace.SMILE, "ears": Ears.ELF, "finish": Finish.SKETCH}),
        (":3", {"expression": RestingFace.CAT}),
        ("hair length 0.73, eye size 1.1, blush 40%", {"hair_length": 0.73, "eye_size": 1.1, "blush": 0.4}),
        ("maid in a red kimono", {"outfit": Outfit.KIMONO, "outfit_colour": "#d2384a"}),
        ("boy maid", {"outfit": Outfit.MAID, "build": Build.MALE}),
    ],
)  # fmt: skip
def test_words_reach_their_fields(prompt: str, wanted: dict[str, Any]) -> None:
    for seed in range(4):
        got = spec(prompt, seed)
        assert {name: getattr(got, name) for name in wanted} == wanted
    assert read_prompt(prompt).ignored == ()


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("glasses", [GLASSES]),
        ("glasses, round glasses", [{Accessory.ROUND_GLASSES}]),
        ("メガネと猫耳", [GLASSES, {Accessory.CAT_EARS}]),
        ("witch", [{Accessory.WITCH_HAT}]),
        ("witch with a beret", [{Accessory.BERET}]),
        ("red ribbon", [{Accessory.HAIR_RIBBON}]),
        ("🎧", [{Accessory.HEADPHONES}]),
    ],
)
def test_accessories_that_are_asked_for_are_worn(prompt: str, wanted: list[set[Accessory]]) -> None:
    for seed in range(30):
        worn = set(spec(prompt, seed).accessories)
        assert all(len(worn & choices) == 1 for choices in wanted)


@pytest.mark.parametrize(
    ("prompt", "absent"),
    [
        ("no glasses", GLASSES),
        ("メガネなし", GLASSES),
        ("without glasses or hat", GLASSES | HATS),
        ("hatless witch", HATS),
        ("no accessories", set(Accessory)),
        ("cat ears, no accessories", set(Accessory) - {Accessory.CAT_EARS}),
    ],
)
def test_accessories_that_are_denied_are_not_worn(prompt: str, absent: set[Accessory]) -> None:
    for seed in range(200):
        assert not absent.intersection(spec(prompt, seed).accessories)


def test_denied_values_are_not_chosen() -> None:
    for seed in range(100):
        assert spec("not smiling", seed).expression is not RestingFace.SMILE
        assert spec("笑顔じゃない", seed).expression is not RestingFace.SMILE
        assert spec("no twintails", seed).hair_back is not HairBack.TWIN_TAILS
        eyes = from_hex(spec("no red eyes", seed).eye_colour)
        assert not (eyes.chroma > 0.12 and (eyes.hue < 35 or eyes.hue > 345))


def test_a_later_word_prevails_and_the_loser_is_reported() -> None:
    reading = read_prompt("short hair, long hair, ponytail, bob")
    assert spec("short hair, long hair, ponytail, bob").hair_back is HairBack.BOB
    assert reading.ignored == ("short", "ponytail")


def test_modifiers_hint_at_what_else_is_open() -> None:
    for seed in range(40):
        assert spec("long hair", seed).hair_back in (HairBack.LONG, HairBack.LONG_WAVY, HairBack.HIME)
        assert spec("long ponytail", seed).hair_back is HairBack.PONYTAIL
        assert spec("long ponytail", seed).hair_length >= 0.7
        assert spec("long wavy hair", seed).hair_back is HairBack.LONG_WAVY
        assert spec("long curly hair", seed).hair_back is spec("curly, long hair", seed).hair_back is HairBack.CURLY
        assert spec("long hair, short hair", seed).hair_back not in (HairBack.LONG, HairBack.LONG_WAVY, HairBack.HIME)
        assert spec("messy hair", seed).hair_mess >= 0.65
        assert spec("big eyes", seed).eye_size > 1.1
        assert from_hex(spec("dark hair", seed).hair_colour).lightness < 0.45
        assert from_hex(spec("light skin", seed).skin).lightness > 0.9


def test_shades_change_the_colour_behind_them() -> None:
    plain, pale, dark = (from_hex(spec(f"{shade} blue hair").hair_colour) for shade in ("", "pale", "dark"))
    assert pale.lightness > plain.lightness + 0.08
    assert dark.lightness < plain.lightness - 0.08
    assert abs(pale.hue - plain.hue) < 25


def test_figures_set_several_fields_and_give_way() -> None:
    villain = spec("villain", 5)
    assert villain.expression is RestingFace.SMUG
    assert from_hex(villain.outfit_colour).lightness < 0.4
    smiling = spec("smiling villain with green eyes in a white dress", 5)
    assert smiling.expression is RestingFace.SMILE
    assert (smiling.eye_colour, smiling.outfit, smiling.outfit_colour) == (GREEN_EYE, Outfit.DRESS, "#f5f4f8")


def test_unknown_words_are_ignored_in_order() -> None:
    reading = read_prompt("Flurble girl, silver wibbly hair, red car, ほげほげ, pink hair 42")
    assert reading.ignored == ("Flurble", "silver", "wibbly", "red", "car", "ほげほげ")
    assert spec("silver wibbly hair").hair_colour == SILVER


def test_what_has_no_place_here_takes_its_colours_along() -> None:
    reading = read_prompt("wizard with a big red drum and blue hair in a red car")
    assert reading.ignored == ("big", "red", "drum", "car")
    assert reading.said["hair_colour"] == ("#5a82cc",)
    assert "outfit_colour" not in reading.said


def test_a_shirt_lies_under_what_else_is_worn() -> None:
    for prompt in ("navy blazer, white shirt", "white shirt, navy blazer"):
        assert spec(prompt).outfit is Outfit.BLAZER
        assert spec(prompt).outfit_colour == "#2c3a68"
    assert read_prompt("navy blazer, white shirt").ignored == ("white", "shirt")


def test_words_that_agree_are_all_understood() -> None:
    reading = read_prompt("1girl, girl with messy bedhead and her pink hair, pink hair")
    assert reading.ignored == ()
    for seed in range(30):
        assert spec("a demon boy", seed).build is Build.MALE
        assert spec("he has pink hair", seed).build is Build.MALE
        assert spec("a girl with his eyes", seed).build is Build.FEMALE


def test_quality_tags_small_words_and_weights_are_read_past() -> None:
    reading = read_prompt(
        "masterpiece, best quality, (absurdres:1.2), a very cute anime girl with the most beautiful face, "
        "looking at viewer, 8k, solo"
    )
    assert reading.ignored == ()
    assert understood_lines(reading.understood) == ["character: girl"]


def test_people_are_told_what_was_understood() -> None:
    reading = read_prompt("1girl with silver twin-tails and blue eyes, maid, no glasses, not smiling, red_ribbon")
    assert reading.understood == (
        Understood(Topic.CHARACTER, "1girl"),
        Understood(Topic.CHARACTER, "maid"),
        Understood(Topic.HAIR, "silver twin-tails"),
        Understood(Topic.EYES, "blue"),
        Understood(Topic.EXPRESSION, "smiling", denied=True),
        Understood(Topic.ACCESSORIES, "glasses", denied=True),
        Understood(Topic.ACCESSORIES, "red ribbon"),
    )
    assert understood_lines(reading.understood) == [
        "character: 1girl, maid",
        "hair: silver twin-tails",
        "eyes: blue",
        "expression: not smiling",
        "accessories: no glasses, red ribbon",
    ]
    japanese = read_prompt("銀髪ツインテール、赤い目、眼鏡なし").understood
    assert understood_lines(japanese) == ["hair: 銀, ツインテール", "eyes: 赤い", "accessories: 眼鏡なし"]


WORDS = st.sampled_from(
    [
        *[
            "silver",
            "hair",
            ",",
            "no",
            "not",
            "and",
            "eyes",
            "blue",
            "red",
            "maid",
            "glasses",
            "hat",
            "the",
            "long",
            "#12ab34",
            "0.5",
            "%",
            "(",
            ")",
            "<x>",
            "less",
            "hatless",
        ],
        *[
            "なし",
            ":",
            "は",
            "目",
            "髪",
            "と",
            "の",
            "ー",
            "twin",
            "tails",
            "pale",
            "dark",
            "left",
            "right",
            "old",
            "17",
            "years",
            "in",
            "wearing",
            "flurble",
            "かか",
            "🎀",
            ":3",
            "_",
            "-",
        ],
        "\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=2000),
        st.text(alphabet="abgilnorsuvt ,:-()0123456789#.%_", max_size=2000),
        st.lists(WORDS, max_size=250).map(" ".join),
        st.lists(WORDS, max_size=250).map("".join),
    ),
    st.integers(0, 2**32),
)
@example("の" * 2000, 0)
@example("(" * 2000, 0)
@example("<" * 2000, 0)
@example("silver " * 285, 0)
@example("twin tails and " * 130, 0)
@example("no " * 660, 0)
@example("\ud800hair", 1)
def test_any_text_is_read_and_gives_a_whole_spec(text: str, seed: int) -> None:
    reading = read_prompt(text)
    got = choose_spec(reading, seed)
    assert RigSpec.from_json(got.to_json()) == got
    assert dataclasses.replace(got) == got
    assert all(word.strip() for word in (*reading.ignored, *(phrase.words for phrase in reading.understood)))


@pytest.mark.parametrize(
    ("prompt", "lower", "colour"),
    [
        ("girl in a white tee and black jeans", Lower.TROUSERS, "#2b2a33"),
        ("hoodie, green shorts", Lower.SHORTS, "#3f9a5c"),
        ("blue shirt and a long green skirt", Lower.LONG_SKIRT, "#3f9a5c"),
        ("pink pajamas", Lower.MATCHING, ""),
        ("赤いスカート、白いシャツ", Lower.SKIRT, "#d2384a"),
    ],
)
def test_what_is_worn_below_is_what_is_said(prompt: str, lower: Lower, colour: str) -> None:
    for seed in range(6):
        drawn = spec(prompt, seed)
        assert drawn.lower is lower
        assert OUTFITS[drawn.outfit].open_below
        assert drawn.lower_colour == colour


def test_who_fights_demons_is_none() -> None:
    for prompt in ("a librarian who fights demons", "demon slayer boy", "crazy cat lady", "悪魔ハンターの少女"):
        for seed in range(6):
            drawn = spec(prompt, seed)
            assert drawn.species is Species.HUMAN
            assert not {Accessory.HORNS, Accessory.BAT_WINGS, Accessory.CAT_EARS} & set(drawn.accessories)


def test_a_costume_has_a_hood_with_its_ears() -> None:
    drawn = spec("a boy in a bear onesie")
    assert drawn.outfit is Outfit.ONESIE
    assert {Accessory.HOOD, Accessory.BEAR_EARS} <= set(drawn.accessories)
    assert Accessory.DINO_HOOD in spec("恐竜の着ぐるみの女の子").accessories


def test_a_scarf_is_the_hijab_of_who_wears_one() -> None:
    drawn = spec("muslim girl in a pink scarf")
    assert Accessory.HIJAB in drawn.accessories
    assert Accessory.SCARF not in drawn.accessories
    assert drawn.accessory_colour == "#ee9ab8"
    assert Accessory.SCARF in spec("girl in a pink scarf").accessories


def test_a_jersey_has_the_number_that_is_said() -> None:
    assert spec("soccer jersey number 23").number == 23
    assert spec("soccer jersey").number == 0


def test_adjectives_of_clothes_are_not_those_of_hair() -> None:
    assert spec("girl in a long black dress").lower is Lower.LONG
    assert spec("short red dress").lower is Lower.BRIEF
    for prompt in ("long black dress", "fluffy red scarf", "messy apron", "curly tail"):
        reading = read_prompt(prompt)
        assert not [field for field in (*reading.said, *reading.hinted) if field.startswith("hair_")], prompt
