"""Requests that must not be repeated, as the session sees them that discord.py is given."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from bot.discord_services.careful_posts import careful_posts
from bot.services.posts import StaleError, UnsureError, at_once

EMOJI = "/api/v10/guilds/5/emojis"
EDIT = "/api/v10/webhooks/7/token/messages/@original"


@dataclass
class Ill:
    """A Discord that answers everything with one status."""

    http: aiohttp.ClientSession
    base: str
    status: int = 200
    asked: int = 0

    async def answer(self, request: web.Request) -> web.Response:
        self.asked += 1
        return web.Response(status=self.status)

    async def ask(self, method: str, path: str) -> int:
        async with self.http.request(method, self.base + path) as answer:
            return answer.status


@pytest_asyncio.fixture
async def discord() -> AsyncIterator[Ill]:
    async with aiohttp.ClientSession(trace_configs=[careful_posts()]) as http:
        ill = Ill(http, "")
        app = web.Application()
        app.router.add_route("*", "/{rest:.*}", ill.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ill.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield ill
        await runner.cleanup()


@pytest.mark.parametrize("status", [429, 500, 502])
async def test_what_is_soon_stale_is_tried_once(discord: Ill, status: int) -> None:
    discord.status = status
    with at_once(5), pytest.raises(StaleError, match=f"HTTP {status}"):
        await discord.ask("PATCH", EDIT)
    assert await discord.ask("PATCH", EDIT) == status, "outside of the block the caller decides"


async def test_what_is_stale_is_not_even_sent(discord: Ill) -> None:
    with at_once(-1), pytest.raises(StaleError, match="too long"):
        await discord.ask("PATCH", EDIT)
    assert discord.asked == 0
    with at_once(5):
        assert await discord.ask("PATCH", EDIT) == 200


async def test_nobody_is_sure_of_an_emoji_after_an_error(discord: Ill) -> None:
    discord.status = 502
    with pytest.raises(UnsureError):
        await discord.ask("POST", EMOJI)
    discord.status = 429
    assert await discord.ask("POST", EMOJI) == 429
