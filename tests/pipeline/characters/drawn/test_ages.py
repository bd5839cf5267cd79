"""How old somebody is said to be, in whatever way that is written."""

from __future__ import annotations

import pytest

from pipeline.characters.drawn.interpret import read_prompt
from pipeline.types.spec import Age, Build


@pytest.mark.parametrize(
    ("years", "prompts"),
    [
        (27, "Age: 27; age 27; aged 27 woman; woman, 27; 27 y/o guy; 27yo; 27f; M27; age = 27; Age - 27; 27 y.o. man"),
        (19, "she is 19; he's 19; nineteen years old; F, 19; 19F; 19 year old girl; she/her // 19; 19, female"),
        (7, "7yr old; a 7-year-old; 7 yrs old boy; aged seven"),
        (62, "he/him, 62; sixty-two year old; turning 62; looks about 62; my dad is 62 and bald"),
    ],
)
def test_every_way_to_say_years_is_read(years: int, prompts: str) -> None:
    for prompt in prompts.split("; "):
        assert read_prompt(prompt).said.get("years") == (years,), prompt


@pytest.mark.parametrize(
    ("low", "high", "prompt"),
    [(24, 26, "girl in her mid twenties"), (47, 49, "late 40s"), (31, 38, "thirtysomething"), (10, 12, "tween")],
)
def test_parts_of_decades_are_read(low: int, high: int, prompt: str) -> None:
    assert read_prompt(prompt).said["years"] == (low, high)


def test_letters_beside_years_tell_who_it_is() -> None:
    assert read_prompt("27f").said["build"] == (Build.FEMALE,)
    assert read_prompt("m, 40").said["build"] == (Build.MALE,)


@pytest.mark.parametrize(
    "prompt", ["girl 2 braids", "girl, 2 braids", "jersey number 23", "a vampire of 900 years old"]
)
def test_other_numbers_are_no_ages(prompt: str) -> None:
    assert Age.CHILD not in read_prompt(prompt).said.get("age", ())
    assert "years" not in read_prompt(prompt).said
