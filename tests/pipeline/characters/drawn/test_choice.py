"""What the seed chooses."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import fields

import pytest

from pipeline.characters.drawn import own_seed
from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.colours import distance
from pipeline.characters.drawn.describe import appearance, describe
from pipeline.characters.drawn.dice import Dice
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.characters.drawn.palettes import SKINS
from pipeline.parts import OUTFITS
from pipeline.types.spec import LATEST_EDITION, Accessory, Age, Build, FacialHair, HairBack, Iris, RestingFace, RigSpec


def spec(prompt: str, seed: int) -> RigSpec:
    return choose_spec(read_prompt(prompt), seed)


def changed(first: RigSpec, second: RigSpec) -> set[str]:
    return {item.name for item in fields(RigSpec) if getattr(first, item.name) != getattr(second, item.name)}


def test_the_same_request_gives_the_same_spec_in_another_process() -> None:
    code = (
        "from pipeline.characters.drawn.choose import choose_spec\n"
        "from pipeline.characters.drawn.interpret import read_prompt\n"
        "print([choose_spec(read_prompt(p), s).to_json() for s in range(9) for p in ('', 'glasses, hat, villain')])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": salt}, capture_output=True, check=True
        ).stdout
        for salt in ("1", "2")
    }
    assert len(outputs) == 1


def test_who_is_new_is_drawn_by_the_latest_edition() -> None:
    assert choose_spec(read_prompt("a cheerful boy"), 5).edition is LATEST_EDITION


def test_shares_do_not_depend_on_the_machine() -> None:
    assert Dice(7).share("build") == (int.from_bytes(bytes.fromhex("1329da4018c80428"), "big") + 0.5) / 2**64


@pytest.mark.parametrize(
    ("word", "may_change"),
    [
        ("round glasses", {"accessories"}),
        ("cat ears", {"accessories"}),
        ("fang", {"fang"}),
        ("freckles", {"freckles"}),
        ("angry", {"expression"}),
        ("heart eyes", {"iris"}),
        ("sketch", {"finish"}),
        ("chibi", {"body_style"}),
        ("elf ears", {"ears", "accessories"}),
        ("green eyes", {"eye_colour"}),
        ("pink hair", {"hair_colour", "hair_colour_2", "eye_colour", "outfit_colour", "accent_colour"}),
        ("low twin tails", {"hair_back", "hair_front", "hair_side", "hair_mess", "hair_wave"}),
        ("red clothes", {"outfit_colour", "accent_colour"}),
        ("t-shirt", {"outfit", "outfit_colour", "accent_colour", "motif", "accessories"}),
    ],
)
def test_a_word_more_leaves_the_rest_alone(word: str, may_change: set[str]) -> None:
    for seed in range(40):
        assert changed(spec("girl", seed), spec(f"girl, {word}", seed)) <= may_change


def test_another_hair_colour_seldom_takes_the_eyes_along() -> None:
    kept = sum(spec("", seed).eye_colour == spec("pink hair", seed).eye_colour for seed in range(200))
    assert kept > 140


def test_what_is_said_tells_about_the_build() -> None:
    for prompt, most in (("twin tails", 0.02), ("maid outfit", 0.02), ("red ribbon", 0.15)):
        boys = sum(spec(prompt, seed).build is Build.MALE for seed in range(200))
        assert boys <= 200 * most, prompt
    assert sum(spec("undercut", seed).build is Build.MALE for seed in range(100)) > 60
    assert all(spec("boy, twin tails", seed).build is Build.MALE for seed in range(20))


def test_picks_follow_their_weights() -> None:
    counts = Counter(Dice(seed).pick("x", {"a": 6.0, "b": 3.0, "c": 1.0, "d": 0.0}) for seed in range(3000))
    assert counts["d"] == 0
    assert 0.56 < counts["a"] / 3000 < 0.64
    assert 0.08 < counts["c"] / 3000 < 0.12
    assert Dice(1).pick("x", {"only": 0.0}) == "only"


def test_a_disappearing_option_disturbs_only_its_own_winners() -> None:
    for seed in range(200):
        before = Dice(seed).pick("x", {"a": 1.0, "b": 2.0, "c": 3.0})
        after = Dice(seed).pick("x", {"a": 1.0, "c": 3.0})
        assert before in (after, "b")


def test_characters_by_chance_are_varied_and_in_good_taste() -> None:
    cast = [spec("", seed) for seed in range(600)]
    assert len({each.hair_back for each in cast}) == len(HairBack)
    assert {each.skin for each in cast} == set(SKINS)
    assert {each.build for each in cast} == set(Build)
    assert {each.age for each in cast} == set(Age)
    assert {each.outfit for each in cast} == {value for value, style in OUTFITS.items() if style.weights}
    assert {each.facial_hair for each in cast if each.age is Age.ADULT} > {FacialHair.NONE}
    assert all(each.facial_hair is FacialHair.NONE for each in cast if each.build is not Build.MALE)
    assert {each.iris for each in cast} == set(Iris)
    glum = sum(each.expression in (RestingFace.SAD, RestingFace.ANGRY) for each in cast)
    assert glum < 12
    assert sum(len(each.accessories) for each in cast) / len(cast) < 0.8
    assert sum(len(each.accessories) == 0 for each in cast) > 270
    men = [each for each in cast if each.build is Build.MALE]
    assert sum(each.hair_back in (HairBack.TWIN_TAILS, HairBack.DRILLS, HairBack.HIME) for each in men) == 0
    assert sum(Accessory.HAIR_RIBBON in each.accessories for each in men) < 0.03 * len(men)
    for each in cast:
        assert distance(each.hair_colour, each.outfit_colour) > 0.03
        assert distance(each.outfit_colour, each.accent_colour) > 0.1
        assert each.hair_colour_2 == "" or distance(each.hair_colour, each.hair_colour_2) > 0.12


def test_a_description_reads_back_as_its_spec() -> None:
    prompts = (
        "",
        "silver twin tails, glasses",
        "villain, heterochromia",
        "chibi sketch of an old wizard, blue hat",
        "pink eyebrows",
        "pink to blue gradient hair",
        "t-shirt with a star, no accessories",
        "split black and white hair, red streaks, soft",
        "#123456 hair, #654321 skin, #abcdef dress",
        "hair length 0.123, eye spacing -0.77",
    )
    for seed in range(80):
        wanted = spec(prompts[seed % len(prompts)], seed)
        for language in ("en", "ja"):
            text = describe(wanted, language)
            assert len(text) <= 500
            assert read_prompt(text).ignored == ()
            assert spec(text, seed) == wanted


def test_a_figure_is_told_of_in_a_few_words_of_each_language() -> None:
    wanted = spec("girl, silver twin tails, #3173ba eyes, sailor uniform, round glasses, no other accessories", 1)
    assert appearance(wanted) == "girl, silver hair, twin tails, blue eyes, sailor uniform, round glasses"
    assert appearance(wanted, "ja") == "女の子、銀の髪、ツインテール、青の目、セーラー服、丸メガネ"
    assert appearance(spec("bald old man with a beard, suit, no accessories, blue eyes", 1)) == (
        "old man, bald, blue eyes, full beard, suit"
    )
    assert appearance(wanted, "tlh") == appearance(wanted)


def test_japanese_descriptions_have_no_english_words_but_letters_that_are_japanese_too() -> None:
    for seed in range(100):
        wanted = spec(("", "elf, heterochromia, gradient hair", "wizard with a blue beard, red hat")[seed % 3], seed)
        for text in (describe(wanted, "ja"), appearance(wanted, "ja")):
            words = re.findall(r"(?<![#0-9a-f])[a-z]{2,}", text)
            assert words == [], text


def test_a_prompts_own_seed_hangs_on_what_it_means() -> None:
    same = own_seed("girl, long blue hair, cat ears")
    assert own_seed("Cat ears,  blue hair, long hair, GIRL") == same
    assert own_seed("chica de pelo azul largo, orejas de gato") == same
    prompts = ["", "Goku", "Naruto", "girl", "boy", "girl, no glasses", "girl, glasses", "girl, red hair", "maid"]
    assert len({own_seed(prompt) for prompt in prompts}) == len(prompts)
    assert all(0 <= own_seed(prompt) < 2**31 for prompt in prompts)


def test_prompts_without_a_seed_dress_their_people_differently() -> None:
    prompts = [
        f"{colour} hair, girl" for colour in ("red", "blue", "green", "pink", "silver", "black", "brown", "blonde")
    ]
    outfits = [choose_spec(read_prompt(prompt), own_seed(prompt)).outfit for prompt in prompts]
    assert len(set(outfits)) >= 5


@pytest.mark.parametrize(
    ("prompt", "hijab"),
    [("hijabi girl in pink", "#ee9ab8"), ("muslim woman, black abaya, white hijab", "#f5f4f8"), ("hijabi", "")],
)
def test_a_hijab_has_the_colour_of_the_clothes_unless_its_own_is_said(prompt: str, hijab: str) -> None:
    for seed in range(4):
        assert spec(prompt, seed).accessory_colour == hijab
