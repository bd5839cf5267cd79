"""Names that Discord takes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_services.webhooks import webhook_name
from bot.errors import CharacterNameError
from bot.services.naming import clean_name
from pipeline import limits

HAIR_SPACE = "\u200a"
NAMES = st.one_of(
    st.text(min_size=1, max_size=limits.NAME_LENGTH),
    st.lists(st.sampled_from(["discord", "DISCORD", "Clyde", "cLYDE", "everyone", "here", "a", " "]), min_size=1).map(
        "".join
    ),
)


@given(NAMES, st.booleans())
def test_every_name_is_one_that_discord_takes(name: str, apart: bool) -> None:
    try:
        name = clean_name(name)
    except CharacterNameError:
        return
    taken = webhook_name(name, apart)
    assert 1 <= len(taken) <= 80
    assert not re.search("discord|clyde", taken, re.IGNORECASE)
    assert taken.lower() not in ("everyone", "here")
    assert taken.replace(HAIR_SPACE, "") == name.replace(HAIR_SPACE, "")


@pytest.mark.parametrize("name", ["Luna", "ルナ", "银月", "Миша", "Ana 2", "a b c"])
def test_a_name_apart_looks_the_same(name: str) -> None:
    assert webhook_name(name) == name
    if name != "a b c":
        assert webhook_name(name, apart=True) != name
    assert webhook_name(name, apart=True).replace(HAIR_SPACE, "") == name


@pytest.mark.parametrize("name", ["سارة", "L", "🌙"])
def test_letters_that_are_joined_are_left_alone(name: str) -> None:
    assert webhook_name(name, apart=True) == name
