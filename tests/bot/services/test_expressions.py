"""Emoji: names, and what must be given before one is made."""

from __future__ import annotations

import asyncio
from datetime import datetime, timezone
from types import SimpleNamespace
from typing import Any

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import ExpressionKind
from bot.errors import (
    BotLacksPermissionError,
    DiscordBusyError,
    DiscordRefusedError,
    EmojiNameError,
    ExpressionUnknownError,
    NoFreeSlotsError,
    NoFreeStickerSlotsError,
    NotYoursError,
    OwnEmojiFullError,
    ServerOnlyError,
    YouLackPermissionError,
)
from bot.services.animojis import AnimojiService
from bot.services.expressions import ExpressionService, Place, check_name, suggest_emoji_name
from bot.store.database import Store
from pipeline import EngineClosedError

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


class BusyGuild:
    """A server to which Discord lets nothing be added at first."""

    def __init__(self, retry_after: float, times: int = 1) -> None:
        self.id = 5
        self._retry_after = retry_after
        self._times = times

    async def create_custom_emoji(self, *, name: str, image: bytes, reason: str) -> Any:
        if self._times:
            self._times -= 1
            raise discord.RateLimited(self._retry_after)
        return SimpleNamespace(id=77, name=name)


async def upload(service: ExpressionService, place: Any, waits: list[datetime]) -> Any:
    async def on_wait(until: datetime) -> None:
        waits.append(until)

    return await service.upload_emoji(place, "mika", b"GIF", 42, on_wait)


async def test_discords_limit_is_waited_for_once(store: Store, animojis: AnimojiService) -> None:
    service = ExpressionService(store, animojis, 2)
    waits: list[datetime] = []
    assert (await upload(service, BusyGuild(0.02), waits)).id == 77
    assert abs((waits[0] - datetime.now(timezone.utc)).total_seconds()) < 5
    with pytest.raises(DiscordBusyError):
        await upload(service, BusyGuild(0.02, times=2), waits)
    with pytest.raises(DiscordBusyError, match="120 min"):
        await upload(service, BusyGuild(7200), waits)
    assert len(waits) == 2


async def test_waiting_for_discord_ends_when_the_bot_stops(store: Store, animojis: AnimojiService) -> None:
    service = ExpressionService(store, animojis, 2)
    task = asyncio.create_task(upload(service, BusyGuild(600), []))
    await asyncio.sleep(0.01)
    service.stop()
    with pytest.raises(EngineClosedError):
        await task


class RefusingGuild:
    """A server for which Discord says no, for this reason."""

    id = 5
    emoji_limit = 50

    def __init__(self, code: int, message: str = "no") -> None:
        response: Any = SimpleNamespace(status=400, reason="Bad Request")
        self._error = discord.HTTPException(response, {"code": code, "message": message})

    async def create_custom_emoji(self, *, name: str, image: bytes, reason: str) -> Any:
        raise self._error


@pytest.mark.parametrize(
    ("code", "error"),
    [(30008, NoFreeSlotsError), (30018, NoFreeSlotsError), (50013, BotLacksPermissionError), (1, DiscordRefusedError)],
)
async def test_what_discord_says_is_told(
    store: Store, animojis: AnimojiService, code: int, error: type[Exception]
) -> None:
    with pytest.raises(error) as caught:
        await upload(ExpressionService(store, animojis, 2), RefusingGuild(code, "Invalid\nForm"), [])
    assert "\n" not in str(caught.value)


async def test_what_is_gone_already_counts_as_removed(store: Store, animojis: AnimojiService) -> None:
    async def delete_emoji(emoji: Any, *, reason: str) -> None:
        response: Any = SimpleNamespace(status=404, reason="Not Found")
        raise discord.NotFound(response, "Unknown Emoji")

    service = ExpressionService(store, animojis, 2)
    place: Any = SimpleNamespace(id=5, delete_emoji=delete_emoji)
    async with store.work() as work:
        await work.users.meet(42)
        await work.expressions.add(42, ExpressionKind.EMOJI, 9, "gm", guild_id=5)
    with pytest.raises(ExpressionUnknownError):
        await service.remove(Place(place, MAY, MAY), 10, 42)
    with pytest.raises(NotYoursError):
        await service.remove(Place(place, MAY, MAY), 9, 43)
    assert await service.remove(Place(place, MAY, MAY), 9, 42) == "gm"
    assert await service.made_here(Place(place, MAY, MAY), 42) == []
