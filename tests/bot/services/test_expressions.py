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
    NoFreeStickerSlotsError,
    OwnEmojiFullError,
    ServerOnlyError,
    YouLackPermissionError,
)
from bot.services.animojis import AnimojiService
from bot.services.expressions import ExpressionService, Place, check_name, suggest_emoji_name
from bot.store.database import Store
from bot.store.models import ExpressionKind

MAY = discord.Permissions(create_expressions=True)
MAY_NOT = discord.Permissions(manage_expressions=True)


def guild(animated: int, still: int = 0, limit: int = 50, stickers: int = 0) -> Any:
    emojis = [SimpleNamespace(animated=True)] * animated + [SimpleNamespace(animated=False)] * still
    return SimpleNamespace(emojis=emojis, emoji_limit=limit, stickers=[None] * stickers, sticker_limit=5)


@pytest.mark.parametrize(
    ("place", "user", "bot", "error"),
    [
        (guild(0), MAY_NOT, MAY, YouLackPermissionError),
        (guild(0), MAY, MAY_NOT, BotLacksPermissionError),
        (guild(50), MAY, MAY, NoFreeSlotsError),
    ],
)
async def test_what_is_missing_is_said(
    store: Store, animojis: AnimojiService, place: Any, user: Any, bot: Any, error: type[Exception]
) -> None:
    with pytest.raises(error):
        await ExpressionService(store, animojis, 2).check_emoji(Place(place, user, bot), 42)


async def test_still_emoji_take_no_animated_places(store: Store, animojis: AnimojiService) -> None:
    await ExpressionService(store, animojis, 2).check_emoji(Place(guild(49, 50), MAY, MAY), 42)


async def test_the_bots_own_emoji_need_no_permission_but_are_few(store: Store, animojis: AnimojiService) -> None:
    service = ExpressionService(store, animojis, 2)
    place = Place(None, MAY_NOT, MAY_NOT)
    for number in range(2):
        await service.check_emoji(place, 42)
        async with store.work() as work:
            await work.users.meet(42)
            await work.expressions.add(42, ExpressionKind.APPLICATION_EMOJI, number, "gm")
    with pytest.raises(OwnEmojiFullError):
        await service.check_emoji(place, 42)
    await service.check_emoji(place, 43)


def test_stickers_need_a_server_with_room(store: Store, animojis: AnimojiService) -> None:
    service = ExpressionService(store, animojis, 2)
    with pytest.raises(ServerOnlyError):
        service.check_sticker(Place(None, MAY, MAY))
    with pytest.raises(YouLackPermissionError):
        service.check_sticker(Place(guild(0), MAY_NOT, MAY))
    with pytest.raises(NoFreeStickerSlotsError):
        service.check_sticker(Place(guild(0, stickers=5), MAY, MAY))
    service.check_sticker(Place(guild(0, stickers=4), MAY, MAY))


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
