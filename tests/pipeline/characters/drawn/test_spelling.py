"""Misspelt words."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.characters.drawn.interpret import read_prompt
from pipeline.characters.drawn.lexicon import TABLES, WEAKER, lexicon
from pipeline.characters.drawn.scan import scan, stem
from pipeline.types.spec import Accessory, Build, HairBack, Outfit

COMMON = Path(__file__).with_name("common_words.txt").read_text("utf-8").split()


@pytest.mark.parametrize(
    ("prompt", "wanted"),
    [
        ("purpel hair", {"hair_colour": ("#8262b0",)}),
        ("bleu eyes", {"eye_colour": ("#3d6fc4",)}),
        ("grl with blnde hiar", {"build": (Build.FEMALE,), "hair_colour": ("#f3d98b",)}),
        ("orenge dress", {"outfit": (Outfit.DRESS,), "outfit_colour": ("#ee8434",)}),
        ("sliver ponytial", {"hair_colour": ("#cfd3e0",), "hair_back": (HairBack.PONYTAIL,)}),
        ("twintials", {"hair_back": (HairBack.TWIN_TAILS,)}),
        ("blak hair, brwn eyes", {"hair_colour": ("#3a3340",), "eye_colour": ("#7a4a2e",)}),
        ("kimmono", {"outfit": (Outfit.KIMONO,)}),
    ],
)
def test_what_was_meant_is_drawn(prompt: str, wanted: dict[str, tuple[object, ...]]) -> None:
    reading = read_prompt(prompt)
    assert {field: reading.said[field] for field in wanted} == wanted
    assert reading.ignored == ()


def test_misspelt_accessories_are_worn_and_shown_as_typed() -> None:
    reading = read_prompt("girl with headfones")
    assert reading.worn == ((Accessory.HEADPHONES,),)
    assert [phrase.words for phrase in reading.understood] == ["girl", "headfones"]
    assert len(read_prompt("galsses").worn) == len(read_prompt("sunglases").worn) == 1


def test_no_known_word_becomes_another() -> None:
    for table in (*TABLES, *WEAKER):
        for phrases in table:
            for phrase in phrases.split(", "):
                elements = scan(phrase)
                assert lexicon().corrected(elements) == elements, phrase


def test_common_words_and_names_stay_what_they_are() -> None:
    changed = {word: meant for word in COMMON if (meant := lexicon().speller.meant(stem(word)))}
    assert changed == {}


def test_words_of_their_own_stay_so() -> None:
    assert lexicon().speller.meant("angle") is None
    assert lexicon().speller.meant("smallish") is None
    assert read_prompt("wibbly").ignored == ("wibbly",)
