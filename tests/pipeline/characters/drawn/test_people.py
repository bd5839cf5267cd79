"""Prompts for people: their skin, their roles, what they hold, and what is pasted from elsewhere."""

from __future__ import annotations

import pytest

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.parts import ACCESSORIES, HAIR_BACKS
from pipeline.parts.records import Family, Spot
from pipeline.pixels.oklch import from_hex
from pipeline.types.limits import WORN_THINGS
from pipeline.types.spec import (
    Accessory,
    Age,
    Arms,
    Build,
    Ears,
    FacialHair,
    HairBack,
    HairColouring,
    HairFront,
    Outfit,
    RigSpec,
)

SEEDS = range(40)
DARK_SKINS = {"#a56f4c", "#7d5038", "#6b4534"}
FAIR_SKINS = {"#fff1e8", "#ffe9dc", "#fde3d0", "#fbdcd0"}
BLONDE, RED_HAIR = "#f3d98b", "#c65a42"


def specs(prompt: str) -> list[RigSpec]:
    reading = read_prompt(prompt)
    return [choose_spec(reading, seed) for seed in SEEDS]


@pytest.mark.parametrize(
    ("prompt", "skins"),
    [
        ("black woman", DARK_SKINS),
        ("a black man with glasses", DARK_SKINS),
        ("black girl with braids", DARK_SKINS),
        ("black teacher", DARK_SKINS),
        ("African American boy", DARK_SKINS),
        ("黒人の女性", DARK_SKINS),
        ("white man", FAIR_SKINS),
        ("scandinavian woman", FAIR_SKINS),
        ("brown girl", {"#c48a62", "#a56f4c"}),
        ("indian lady", {"#d9a57c", "#c48a62", "#a56f4c"}),
        ("latina", {"#e8b98f", "#d9a57c", "#c48a62"}),
    ],
)
def test_a_colour_of_people_is_that_of_the_skin(prompt: str, skins: set[str]) -> None:
    assert read_prompt(prompt).ignored == ()
    for each in specs(prompt):
        assert each.skin in skins
        hair = from_hex(each.hair_colour)
        assert hair.chroma < 0.16, "nobody is born with blue hair"


def test_hair_that_is_asked_for_goes_before_the_usual_one() -> None:
    for each in specs("black girl with pink hair and blue eyes"):
        assert each.skin in DARK_SKINS
        assert (each.hair_colour, each.eye_colour) == ("#f0a9c0", "#3d6fc4")
    for each in specs("black haired woman"):
        assert each.hair_colour == "#3a3340"
    assert "skin" not in read_prompt("girl with black hair").said
    assert read_prompt("black knight").said["outfit_colour"] == ("#2b2a33",)


@pytest.mark.parametrize(
    ("prompt", "hair", "ignored"),
    [
        ("blonde stevedore", BLONDE, ("stevedore",)),
        ("redhead stevedore", RED_HAIR, ("stevedore",)),
        ("ginger flurble", "#cc6f42", ("flurble",)),
        ("金髪ホゲホゲ", BLONDE, ("ホゲホゲ",)),
    ],
)
def test_a_colour_of_hair_survives_beside_an_unknown_word(prompt: str, hair: str, ignored: tuple[str, ...]) -> None:
    assert read_prompt(prompt).ignored == ignored
    assert {each.hair_colour for each in specs(prompt)} == {hair}


def test_a_pale_clown_is_pale() -> None:
    assert {each.skin for each in specs("pale clown")} <= {"#fff1e8", "#ffe9dc"}
    assert {each.skin for each in specs("pale stevedore")} <= {"#fff1e8", "#ffe9dc"}
    assert read_prompt("pale stevedore").ignored == ("stevedore",)


def test_colours_of_other_things_are_lost_with_them() -> None:
    assert read_prompt("red nose, blue hair").said["hair_colour"] == ("#5a82cc",)
    assert read_prompt("blue nose").ignored == ("blue",)
    assert "hair_colour" not in read_prompt("green ears").said


@pytest.mark.parametrize(
    "prompt",
    ["vampire prince", "schoolboy", "ginger boy", "hero", "kpop boy", "knight", "gym bro", "businessman", "Elon Musk"],
)
def test_chance_makes_nobody_else_of_a_person(prompt: str) -> None:
    for each in specs(prompt):
        spots = {spot for item in each.accessories for spot in ACCESSORIES[item].spots}
        assert spots.isdisjoint({Spot.EARS, Spot.EYES, Spot.SUPERNATURAL})
        assert Accessory.CROWN not in each.accessories
        assert each.hair_colouring is HairColouring.SOLID
        assert each.eye_colour_right == ""
        assert each.age in (Age.TEEN, Age.ADULT)
        if prompt != "vampire prince":
            assert each.ears is Ears.HUMAN
        if each.build is Build.MALE:
            assert not any(ACCESSORIES[item].girlish for item in each.accessories)


def test_what_is_asked_for_is_still_worn() -> None:
    for each in specs("schoolboy with cat ears, an eyepatch and red horns"):
        assert {Accessory.CAT_EARS, Accessory.EYE_PATCH, Accessory.HORNS} <= set(each.accessories)
    assert all(Accessory.HORNS in each.accessories for each in specs("demon boy"))


def test_clothes_suit_the_build_and_the_age() -> None:
    for each in specs("kpop boy"):
        assert each.outfit in (Outfit.JACKET, Outfit.BLAZER)
    for each in specs("pop idol girl"):
        assert each.outfit is Outfit.IDOL
    for each in specs("grandma"):
        assert each.outfit not in (Outfit.SAILOR, Outfit.IDOL, Outfit.MAID)
    for each in specs("woman"):
        assert each.outfit is not Outfit.SAILOR
    assert {each.outfit for each in specs("nurse")} == {Outfit.DRESS}
    assert {each.outfit for each in specs("male nurse")} == {Outfit.SHIRT}
    assert {each.outfit for each in specs("goth loli")} == {Outfit.DRESS}


@pytest.mark.parametrize(
    ("prompt", "build", "ignored"),
    [
        ("gym bro", Build.MALE, ()),
        ("bearded wizard", Build.MALE, ()),
        ("bald monk", Build.MALE, ()),
        ("hijabi student", Build.FEMALE, ()),
        ("bride", Build.FEMALE, ()),
        ("muscular stevedore", Build.MALE, ("stevedore",)),
        ("woman in a burqa", Build.FEMALE, ("burqa",)),
        ("a girl with a beard", Build.FEMALE, ()),
    ],
)
def test_words_that_cannot_be_drawn_still_tell_who_it_is(prompt: str, build: Build, ignored: tuple[str, ...]) -> None:
    assert read_prompt(prompt).ignored == ignored
    assert {each.build for each in specs(prompt)} == {build}


def test_a_bald_head_and_a_beard_are_drawn() -> None:
    for each in specs("bald man with a long red beard"):
        assert (each.hair_back, each.facial_hair) == (HairBack.BALD, FacialHair.LONG_BEARD)
        assert each.beard_colour == each.hair_colour == "#c04048"
    for each in specs("old man with black hair and a white beard"):
        assert (each.age, each.hair_colour, each.beard_colour) == (Age.ELDER, "#3a3340", "#efecf4")
    assert {each.facial_hair for each in specs("old wizard, no beard")} == {FacialHair.NONE}
    assert {each.hair_back for each in specs("a bald woman")} == {HairBack.BALD}
    assert {each.build for each in specs("bald, glasses")} == {Build.MALE}


@pytest.mark.parametrize(
    "word",
    ["kebaya", "violin", "bunny suit", "sharp teeth", "tall", "涙袋", "tongue piercing", "drooling"],
)  # fmt: skip
def test_what_is_not_drawn_is_told(word: str) -> None:
    assert read_prompt(f"girl, {word}").ignored == (word,)
    assert read_prompt(f"girl, no {word}").ignored == ()


def test_clothes_that_cannot_be_drawn_lend_their_colour_to_the_nearest() -> None:
    reading = read_prompt("girl in a red kebaya")
    assert reading.ignored == ("kebaya",)
    assert {(each.outfit, each.outfit_colour) for each in specs("girl in a red kebaya")} == {(Outfit.DRESS, "#d2384a")}


PASTED = """1girl, silver hair, (blue eyes:1.2), <lora:foo:0.8>
Negative prompt: glasses, hat, cat ears, twintails, (short hair:1.4), extra fingers, lowres
Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1234, Size: 512x768, Model: red dress"""


@pytest.mark.parametrize(
    "prompt",
    [
        PASTED,
        "1girl, silver hair, blue eyes ### glasses, hat, cat ears, twintails, short hair",
        "1girl, silver hair, blue eyes, -glasses, -hat, -cat ears, -twintails, -short hair",
        "1girl, silver hair, blue eyes, (glasses:-1), (hat:0), (cat ears, twintails, short hair:-0.5)",
        "1girl, silver hair, 1.3::blue eyes::, -1::glasses, hat, cat ears, twintails, short hair::",
        "1girl, silver hair, blue eyes --no glasses, hat, cat ears, twintails, short hair --ar 3:4 --niji 6",
        "Prompt: 1girl, silver hair, blue eyes. Negative prompt: glasses, hat, cat ears, twintails, short hair",
    ],
)
def test_what_a_pasted_block_refuses_is_not_drawn(prompt: str) -> None:
    reading = read_prompt(prompt)
    assert reading.ignored == ()
    assert [str(phrase) for phrase in reading.understood if phrase.denied][-3:] == [
        "no glasses", "no hat", "no cat ears"
    ]  # fmt: skip
    for each in specs(prompt):
        assert (each.hair_colour, each.eye_colour) == ("#cfd3e0", "#3d6fc4")
        assert each.hair_back.value not in ("twin_tails", "short")
        families = {ACCESSORIES[item].family for item in each.accessories}
        assert families.isdisjoint({Family.GLASSES, Family.HAT})
        assert Accessory.CAT_EARS not in each.accessories
        assert each.build is Build.FEMALE


def test_a_list_with_dashes_is_not_refused() -> None:
    assert read_prompt("- silver hair\n- glasses").said["hair_colour"] == ("#cfd3e0",)
    assert read_prompt("-silver hair\n-glasses").worn != ()


def test_a_weight_does_not_part_a_colour_from_its_noun() -> None:
    assert read_prompt("(red:1.3) eyes").said == {"eye_colour": ("#c8344a",)}


@pytest.mark.parametrize(
    ("prompt", "ignored"),
    [
        ("girl holding a black cat with green eyes", ("holding", "black", "cat", "green", "eyes")),
        ("girl with a black cat", ("black", "cat")),
        ("boy hugging a white rabbit", ("hugging", "white", "rabbit")),
        ("緑の目の黒猫を抱いた少女", ("緑", "目", "黒", "猫")),
    ],
)
def test_what_is_held_is_not_the_character(prompt: str, ignored: tuple[str, ...]) -> None:
    reading = read_prompt(prompt)
    assert reading.ignored == ignored
    assert reading.said.keys() == {"build"}
    assert reading.worn == reading.hinted_worn == ()


def test_the_character_goes_on_after_what_is_held() -> None:
    reading = read_prompt("girl holding a red kite with blue hair, in a black dress, cat ears")
    assert reading.said["hair_colour"] == ("#5a82cc",)
    assert reading.said["outfit_colour"] == ("#2b2a33",)
    assert reading.worn == ((Accessory.CAT_EARS,),)


def test_what_can_be_drawn_in_a_hand_is_held() -> None:
    for prompt in ("girl holding a red sword, blue hair", "青い髪の少女、赤い剣を持った"):
        for each in specs(prompt):
            assert Accessory.SWORD in each.accessories
            assert each.accessory_colour == "#d2384a"
            assert each.hair_colour == "#5a82cc"
    for each in specs("singer with a microphone"):
        assert Accessory.MICROPHONE in each.accessories
    assert all(Accessory.MICROPHONE not in each.accessories for each in specs("singer without microphone"))


def test_each_thing_has_its_own_colour() -> None:
    for each in specs("red horns, white wings and black choker, glasses"):
        worn = dict(zip(each.accessories, each.accessory_colours, strict=True))
        assert worn[Accessory.HORNS] == "#d2384a"
        assert worn[Accessory.FEATHERED_WINGS] == "#f5f4f8"
        assert worn[Accessory.CHOKER] == "#2b2a33"
        assert each.accessory_colour == ""
    assert {each.accessory_colour for each in specs("red glasses")} == {"#d2384a"}


def test_wings_and_tails_are_those_of_who_has_them() -> None:
    wings = {"demon with wings": Accessory.BAT_WINGS, "fairy with wings": Accessory.FAIRY_WINGS,
             "girl with wings": Accessory.FEATHERED_WINGS}  # fmt: skip
    tails = {"fox girl with a tail": Accessory.FOX_TAIL, "a devil's tail": Accessory.DEMON_TAIL,
             "girl with a tail": Accessory.CAT_TAIL}  # fmt: skip
    for prompt, item in (wings | tails).items():
        assert all(item in each.accessories for each in specs(prompt)), prompt
    for each in specs("demon with wings"):
        assert Accessory.FEATHERED_WINGS not in each.accessories


@pytest.mark.parametrize(
    "prompt",
    [
        "heterochromia (left blue, right gold)",
        "heterochromia, left blue right gold",
        "left eye blue, right eye gold",
        "heterochromia (blue/gold)",
        "オッドアイ（左が青、右が金）",
    ],
)
def test_eyes_of_two_colours(prompt: str) -> None:
    for each in specs(prompt)[:5]:
        assert (each.eye_colour, each.eye_colour_right) == ("#3d6fc4", "#e0b53a")
    assert "hair_colour" not in read_prompt(prompt).said


def test_unknown_names_are_part_of_the_seed() -> None:
    assert read_prompt("Goku").salt == "goku"
    assert choose_spec(read_prompt("Goku"), 1) != choose_spec(read_prompt("Naruto"), 1)
    assert choose_spec(read_prompt("goku"), 1) == choose_spec(read_prompt("GOKU"), 1)
    assert len({choose_spec(read_prompt(name), 7).hair_colour for name in ("Goku", "Naruto", "Elon Musk", "Rem")}) > 1
    assert read_prompt("silver hair, no beard, masterpiece").salt == ""


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("girl with braces", "braces", True),
        ("boy, dental braces, no glasses", "braces", True),
        ("歯列矯正の女の子", "braces", True),
        ("Mädchen mit Zahnspange", "braces", True),
        ("hair over face", "hair_front", HairFront.OVER_EYES),
        ("hair covering both eyes, black hair", "hair_front", HairFront.OVER_EYES),
        ("両目隠れ、銀髪", "hair_front", HairFront.OVER_EYES),
        ("cabelo cobrindo os olhos", "hair_front", HairFront.OVER_EYES),
        ("hair over one eye", "hair_front", HairFront.ONE_EYE),
        ("man, white shirt, bow tie", "accessories", (Accessory.BOW_TIE,)),
        ("Junge mit Fliege", "accessories", (Accessory.BOW_TIE,)),
        ("bunny girl", "build", Build.FEMALE),
        ("bunny boy", "accessories", (Accessory.RABBIT_EARS,)),
        ("おばちゃん、紫のパーマ", "age", Age.ADULT),
        ("boy with suspenders", "accessories", (Accessory.SUSPENDERS,)),
        ("サスペンダーの少年", "accessories", (Accessory.SUSPENDERS,)),
        ("OL、黒髪", "outfit", Outfit.SUIT),
    ],
)
def test_words_that_were_once_told_or_misread_are_drawn(prompt: str, field: str, value: object) -> None:
    reading = read_prompt(prompt)
    got = getattr(choose_spec(reading, 1), field)
    assert set(value) <= set(got) if isinstance(value, tuple) else got == value
    assert reading.ignored == ()


def test_a_skirt_is_told_and_still_says_who_wears_it() -> None:
    assert {spec.build for spec in specs("shy librarian in a long skirt")} == {Build.FEMALE}
    assert {spec.build for spec in specs("boy in a skirt")} == {Build.MALE}


def test_chance_makes_nobody_bald_who_is_young_or_named() -> None:
    anybody, named = ([choose_spec(read_prompt(words), seed) for seed in range(300)] for words in ("", "chibi man"))
    assert any(spec.hair_back is HairBack.BALD for spec in anybody)
    assert not any(spec.hair_back is HairBack.BALD for spec in anybody if spec.age in (Age.CHILD, Age.TEEN))
    assert not any(spec.hair_back is HairBack.BALD for spec in named)


@pytest.mark.parametrize(
    ("prompt", "arms"),
    [
        ("girl with crossed arms", Arms.CROSSED),
        ("1boy, arms crossed, black suit", Arms.CROSSED),
        ("a maid with her hands on her hips", Arms.BOTH_HIPS),
        ("knight, one hand on hip", Arms.ONE_HIP),
        ("frog mascot waving", Arms.WAVING),
        ("singer, hand on chest", Arms.HEART),
        ("腕組みした男の子", Arms.CROSSED),
        ("手を振っている女の子", Arms.WAVING),
        ("chica con los brazos cruzados", Arms.CROSSED),
        ("garçon, bras croisés, cheveux noirs", Arms.CROSSED),
        ("Mädchen mit verschränkten Armen, Hände in den Hüften", Arms.BOTH_HIPS),
        ("팔짱 낀 여자", Arms.CROSSED),
        ("双手叉腰的女孩", Arms.BOTH_HIPS),
        ("just a girl", Arms.BY_CHANCE),
    ],
)
def test_arms_are_held_as_the_prompt_says(prompt: str, arms: Arms) -> None:
    assert {spec.arms for spec in specs(prompt)} == {arms}


def test_hair_that_chance_adds_goes_with_the_fringe_that_is_asked_for() -> None:
    curly = {value for value, back in HAIR_BACKS.items() if back.cloud}
    backs = {spec.hair_back for spec in specs("boy, black hair, straight bangs")}
    assert len(backs) > 3
    assert not backs & curly


def test_a_dozen_things_are_worn_and_more_are_told_as_left_out() -> None:
    things = (
        "crown, halo, horns, cat ears, round glasses, earrings, choker, scarf, gloves, backpack, cat tail, "
        "fairy wings, sword, tattoo, lipstick"
    )
    reading = read_prompt(f"girl, {things}")
    assert reading.ignored == ("sword", "tattoo", "lipstick")
    for seed in range(8):
        assert len(choose_spec(reading, seed).accessories) == WORN_THINGS


def test_short_hair_ends_above_the_jaw_and_a_bob_is_one_where_it_is_said() -> None:
    for who in ("woman 60, short hair", "woman, short hair", "girl with short hair"):
        reading = read_prompt(who)
        assert {choose_spec(reading, seed).hair_back for seed in SEEDS}.isdisjoint({HairBack.BOB, HairBack.AFRO})
    assert {choose_spec(read_prompt("girl, short bob"), seed).hair_back for seed in SEEDS} == {HairBack.BOB}


def test_hairlines_recede_with_the_years_by_chance() -> None:
    def receding(who: str) -> int:
        reading = read_prompt(who)
        return sum(choose_spec(reading, seed).hair_front is HairFront.RECEDING for seed in range(120))

    assert receding("man 40") == receding("woman 70") == 0
    assert 0 < receding("man 54") < receding("man 74") < 80
