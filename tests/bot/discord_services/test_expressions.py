"""Emoji: names, and what must be given before one is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_services.expressions import ExpressionHome, ExpressionService, check_name, suggest_emoji_name
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
from bot.services.courier import NotYetError
from bot.services.posts import UnsureError
from bot.store.database import Store
from tests.bot.office import new_job

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
async def test_what_is_missing_is_said(store: Store, place: Any, user: Any, bot: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        await ExpressionService(store, 2).check_emoji(ExpressionHome(place, user, bot), 42)


async def test_still_emoji_take_no_animated_places(store: Store) -> None:
    await ExpressionService(store, 2).check_emoji(ExpressionHome(guild(49, 50), MAY, MAY), 42)


async def test_the_bots_own_emoji_need_no_permission_but_are_few(store: Store) -> None:
    service = ExpressionService(store, 2)
    place = ExpressionHome(None, MAY_NOT, MAY_NOT)
    for number in range(2):
        await service.check_emoji(place, 42)
        async with store.work() as work:
            await work.users.meet(42)
            await work.expressions.add(42, ExpressionKind.APPLICATION_EMOJI, number, "gm")
    with pytest.raises(OwnEmojiFullError):
        await service.check_emoji(place, 42)
    await service.check_emoji(place, 43)


def test_stickers_need_a_server_with_room(store: Store) -> None:
    service = ExpressionService(store, 2)
    with pytest.raises(ServerOnlyError):
        service.check_sticker(ExpressionHome(None, MAY, MAY))
    with pytest.raises(YouLackPermissionError):
        service.check_sticker(ExpressionHome(guild(0), MAY_NOT, MAY))
    with pytest.raises(NoFreeStickerSlotsError):
        service.check_sticker(ExpressionHome(guild(0, stickers=5), MAY, MAY))
    service.check_sticker(ExpressionHome(guild(0, stickers=4), MAY, MAY))


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


class Server:
    """A server of Discord's with emoji; ``troubles`` happen to those who add one, before or ``after`` it is there."""

    id = 5
    emoji_limit = 50

    def __init__(self, *troubles: Exception, after: bool = False) -> None:
        self.there: list[Any] = []
        self._troubles = list(troubles)
        self._after = after

    async def create_custom_emoji(self, *, name: str, image: bytes, reason: str) -> Any:
        if self._troubles and not self._after:
            raise self._troubles.pop(0)
        emoji = SimpleNamespace(id=JOB.id + 1 + len(self.there), name=name, user=ME)
        self.there.append(emoji)
        if self._troubles:
            raise self._troubles.pop(0)
        return emoji

    async def fetch_emojis(self) -> list[Any]:
        return self.there


ME = SimpleNamespace(id=7)
JOB = new_job(1000, 42, 5, attempts=1)


def service_in(server: Server, store: Store) -> ExpressionService:
    service = ExpressionService(store, 2)
    client: Any = SimpleNamespace(user=ME, get_guild=lambda number: server if number == 5 else None)
    service.client = client
    return service


def refusal(status: int, code: int = 0) -> discord.HTTPException:
    response: Any = SimpleNamespace(status=status, reason="so")
    kind = discord.DiscordServerError if status >= 500 else discord.HTTPException
    return kind(response, {"code": code, "message": "Invalid\nForm"})


async def test_an_emoji_is_made_once_however_often_it_is_asked_for(store: Store) -> None:
    server = Server()
    service = service_in(server, store)
    first = await service.ensure_emoji(JOB, "mika", b"GIF")
    assert await service.ensure_emoji(JOB, "mika", b"GIF") == first
    other = await service.ensure_emoji(JOB, "mika_2", b"GIF")
    assert [emoji.id for emoji in server.there] == [first.discord_id, other.discord_id]


async def test_what_an_unsure_try_made_is_found(store: Store) -> None:
    for error in (refusal(502), aiohttp.ServerDisconnectedError(), UnsureError()):
        server = Server(error, after=True)
        service = service_in(server, store)
        with pytest.raises((UnsureError, aiohttp.ServerDisconnectedError)):
            await service.ensure_emoji(JOB, "mika", b"GIF")
        made = await service.ensure_emoji(replace(JOB, attempts=2), "mika", b"GIF")
        assert [emoji.id for emoji in server.there] == [made.discord_id]
        async with store.work() as work:
            await work.expressions.forget(made.discord_id)


async def test_what_is_older_or_not_ours_is_not_taken_for_it(store: Store) -> None:
    server = Server()
    server.there = [
        SimpleNamespace(id=JOB.id - 1, name="mika", user=ME),
        SimpleNamespace(id=JOB.id + 500, name="mika", user=SimpleNamespace(id=8)),
        SimpleNamespace(id=JOB.id + 501, name="rin", user=ME),
    ]
    made = await service_in(server, store).ensure_emoji(replace(JOB, attempts=2), "mika", b"GIF")
    assert made.discord_id == server.there[-1].id == JOB.id + 4


async def test_discords_limit_is_waited_for_but_not_for_ever(store: Store) -> None:
    with pytest.raises(NotYetError) as caught:
        await service_in(Server(discord.RateLimited(90)), store).ensure_emoji(JOB, "mika", b"GIF")
    assert 80 < (caught.value.until - datetime.now(timezone.utc)).total_seconds() <= 90
    with pytest.raises(DiscordBusyError, match="120 min"):
        await service_in(Server(discord.RateLimited(7200)), store).ensure_emoji(JOB, "mika", b"GIF")
    long_ago = replace(JOB, asked_at=datetime.now(timezone.utc) - timedelta(minutes=59))
    with pytest.raises(DiscordBusyError, match="5 min"):
        await service_in(Server(discord.RateLimited(300)), store).ensure_emoji(long_ago, "mika", b"GIF")


@pytest.mark.parametrize(
    ("code", "error"),
    [(30008, NoFreeSlotsError), (30018, NoFreeSlotsError), (50013, BotLacksPermissionError), (1, DiscordRefusedError)],
)
async def test_what_discord_says_is_told(store: Store, code: int, error: type[Exception]) -> None:
    with pytest.raises(error) as caught:
        await service_in(Server(refusal(400, code)), store).ensure_emoji(JOB, "mika", b"GIF")
    assert "\n" not in str(caught.value)


async def test_what_is_gone_already_counts_as_removed(store: Store) -> None:
    async def delete_emoji(emoji: Any, *, reason: str) -> None:
        response: Any = SimpleNamespace(status=404, reason="Not Found")
        raise discord.NotFound(response, "Unknown Emoji")

    service = ExpressionService(store, 2)
    place: Any = SimpleNamespace(id=5, delete_emoji=delete_emoji)
    async with store.work() as work:
        await work.users.meet(42)
        await work.expressions.add(42, ExpressionKind.EMOJI, 9, "gm", guild_id=5)
    with pytest.raises(ExpressionUnknownError):
        await service.remove(ExpressionHome(place, MAY, MAY), 10, 42)
    with pytest.raises(NotYoursError):
        await service.remove(ExpressionHome(place, MAY, MAY), 9, 43)
    assert await service.remove(ExpressionHome(place, MAY, MAY), 9, 42) == "gm"
    assert await service.made_here(ExpressionHome(place, MAY, MAY), 42) == []
