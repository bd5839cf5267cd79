"""The vocabulary as a whole."""

from __future__ import annotations

from dataclasses import fields
from enum import Enum

import pytest

from pipeline.characters.drawn.choose import choose_spec
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.characters.drawn.lexicon import TABLES, Lexicon, lexicon
from pipeline.characters.drawn.reading import Span
from pipeline.characters.drawn.scan import cleaned, scan
from pipeline.characters.drawn.words import archetypes, colours
from pipeline.characters.drawn.words.model import FunctionWord, Modifier, Thing, Tint
from pipeline.types.spec import Accessory, RigSpec

PHRASES = [
    (phrase, meaning) for table in TABLES for phrases, meaning in table.items() for phrase in phrases.split(", ")
]
SAYING = [(phrase, meaning) for phrase, meaning in PHRASES if not isinstance(meaning, FunctionWord)]


def test_it_is_large_enough() -> None:
    english = [phrase for phrase, _ in SAYING if phrase.isascii()]
    japanese = [phrase for phrase, _ in SAYING if any("\u3040" <= c <= "\u9fff" for c in phrase)]
    assert len(english) >= 600
    assert len(japanese) >= 400
    tints = [phrase for phrases in colours.TINTS for phrase in phrases.split(", ")]
    assert sum(phrase.isascii() for phrase in tints) >= 80
    assert sum(not phrase.isascii() for phrase in tints) >= 30
    assert sum(len(table) for table in archetypes.TABLES) >= 40


def test_no_phrase_has_two_meanings() -> None:
    Lexicon(TABLES)
    with pytest.raises(ValueError, match="two meanings"):
        Lexicon(({"a b, c": FunctionWord.AND}, {"c": FunctionWord.OR}))


@pytest.mark.parametrize("spelling", [str, str.upper, lambda text: text.replace(" ", "_")])
def test_every_phrase_is_found_whole(spelling: object) -> None:
    assert callable(spelling)
    for phrase, meaning in PHRASES:
        elements = scan(cleaned(spelling(phrase)))
        match = lexicon().longest(elements, 0)
        assert match is not None, phrase
        assert match.meaning is meaning or match.meaning == meaning, phrase
        assert match.length == len(elements), phrase


def test_every_phrase_that_says_something_is_understood() -> None:
    for phrase, meaning in SAYING:
        if isinstance(meaning, Thing) and not meaning.bare:
            reading = read_prompt(phrase)
            assert reading.understood, phrase
            assert reading.ignored == (), phrase
        elif isinstance(meaning, Tint):
            assert read_prompt(f"{phrase} hair").said["hair_colour"], phrase


def test_every_field_and_every_value_can_be_said() -> None:
    said: set[tuple[str, object]] = set()
    for _, meaning in SAYING:
        things = [meaning] if isinstance(meaning, Thing) else []
        if isinstance(meaning, Modifier):
            things = [thing for thing in (*meaning.by_place.values(), meaning.alone) if thing]
        for thing in things:
            for name, options in thing.said.items():
                if not isinstance(options, Span) and len(options) == 1:
                    said.add((name, options[0]))
            for choices in thing.worn:
                if len(choices) == 1:
                    said.add(("accessories", choices[0]))
    for item in fields(RigSpec):
        default = getattr(RigSpec(), item.name)
        if isinstance(default, Enum) and item.name != "edition":  # whoever is new gets the latest
            for value in type(default):
                assert (item.name, value) in said, (item.name, value)
    for accessory in Accessory:
        assert ("accessories", accessory) in said
    for name in ("freckles", "mole", "fang", "braces", "ahoge"):
        assert (name, True) in said


@pytest.mark.parametrize(
    ("prompt", "field", "value"),
    [
        ("#111111 hair", "hair_colour", "#111111"),
        ("#111111 streaks", "hair_colour_2", "#111111"),
        ("#111111 eyes", "eye_colour", "#111111"),
        ("#111111 right eye", "eye_colour_right", "#111111"),
        ("#111111 eyebrows", "brow_colour", "#111111"),
        ("#111111 skin", "skin", "#111111"),
        ("#111111 dress", "outfit_colour", "#111111"),
        ("#111111 accent", "accent_colour", "#111111"),
        ("#111111 hat", "accessory_colour", "#111111"),
        ("blush 0.9", "blush", 0.9),
        ("eye size 0.9", "eye_size", 0.9),
        ("eye spacing -0.5", "eye_spacing", -0.5),
        ("eye size 7", "eye_size", 1.2),
        ("hair length 20%", "hair_length", 0.2),
        ("hair volume 0.9", "hair_volume", 0.9),
        ("hair mess 0.9", "hair_mess", 0.9),
        ("hair wave 0.9", "hair_wave", 0.9),
    ],
)
def test_every_colour_and_number_can_be_said(prompt: str, field: str, value: object) -> None:
    assert getattr(choose_spec(read_prompt(prompt), 1), field) == value


def test_the_page_of_words_is_current() -> None:
    from docs.make_prompts_page import PAGE, make_page

    assert PAGE.read_text("utf-8") == make_page(), "run python -m docs.make_prompts_page"
