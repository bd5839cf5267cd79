"""Emoji: names, and what must be given before one is made."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import (
    BotLacksPermissionError,
    EmojiNameError,
    NoFreeSlotsError,
    ServerOnlyError,
    YouLackPermissionError,
)
from bot.services.animojis import AnimojiService
from bot.services.expressions import ExpressionService, check_name, suggest_emoji_name
from bot.store.database import Store

MAY = discord.Permissions(create_expressions=True)
MAY_NOT = discord.Permissions(manage_expressions=True)


def guild(animated: int, still: int = 0, limit: int = 50) -> Any:
    emojis = [SimpleNamespace(animated=True)] * animated + [SimpleNamespace(animated=False)] * still
    return SimpleNamespace(emojis=emojis, emoji_limit=limit)


@pytest.mark.parametrize(
    ("place", "user", "bot", "error"),
    [
        (None, MAY, MAY, ServerOnlyError),
        (guild(0), MAY_NOT, MAY, YouLackPermissionError),
        (guild(0), MAY, MAY_NOT, BotLacksPermissionError),
        (guild(50), MAY, MAY, NoFreeSlotsError),
    ],
)
def test_what_is_missing_is_said(
    store: Store, animojis: AnimojiService, place: Any, user: Any, bot: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        ExpressionService(store, animojis).check_emoji(place, user, bot)


def test_still_emoji_take_no_animated_places(store: Store, animojis: AnimojiService) -> None:
    place = guild(49, 50)
    assert ExpressionService(store, animojis).check_emoji(place, MAY, MAY) is place


@pytest.mark.parametrize(
    ("words", "name"), [(("Silver hair", "happy"), "silver_hair_happy"), (("さくら",), "animoji"), (("Zoë!",), "zoe")]
)
def test_suggested_names(words: tuple[str, ...], name: str) -> None:
    assert suggest_emoji_name(*words) == name


@given(st.text())
def test_a_suggested_name_is_always_taken(words: str) -> None:
    name = suggest_emoji_name(words)
    assert check_name(f":{name}:") == name


@pytest.mark.parametrize("name", ["a", "a b", "x" * 33, "さくら", "a-b", ""])
def test_a_bad_name_is_answered_with_a_good_one(name: str) -> None:
    with pytest.raises(EmojiNameError) as caught:
        check_name(name)
    check_name(str(caught.value.fields["example"]))
