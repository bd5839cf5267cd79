"""People who go from Discord to the studio's page, and what their browser would ask there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.app import AnimeMojiBot
from tests.discord_server import Reply, User
from tests.discord_server.components import buttons
from tests.e2e.scene import Scene, free_port

SOMETHING = {"motion": {"preset": "wave"}, "file": "gif", "framing": "bust", "size": 128}
"""An order, but for its character."""


@asynccontextmanager
async def open_studio(scene: Scene, **settings: Any) -> AsyncIterator[AnimeMojiBot]:
    """The bot with its studio."""
    port = free_port()
    address: dict[str, Any] = {"studio_url": f"http://127.0.0.1:{port}", "studio_port": port}
    async with scene.bot(**address | settings) as bot:
        yield bot


def link_in(reply: Reply) -> str:
    """The address that a reply leads to."""
    (link,) = (item["url"] for item in buttons(reply.message.components) if item.get("url"))
    assert isinstance(link, str)
    return link


@dataclass
class Visit:
    """A browser in the studio."""

    http: aiohttp.ClientSession
    origin: str

    async def ask(self, method: str, path: str, body: object = None, status: int = 200) -> Any:
        """What comes back, which must have this status: JSON, bytes or text. Bytes are sent as they are."""
        sent = body if body is None or isinstance(body, bytes) else json.dumps(body)
        headers = {"Origin": self.origin}
        async with self.http.request(method, self.origin + path, data=sent, headers=headers) as answer:
            data = await answer.read()
            assert answer.status == status, data[:300]
            kind = answer.content_type
        if kind.startswith("image/"):
            return data
        return json.loads(data) if kind == "application/json" else data.decode()

    async def refused(self, method: str, path: str, body: object = None, status: int = 422) -> str:
        """The sentence with which something is refused."""
        said = (await self.ask(method, path, body, status))["error"]
        assert isinstance(said, str)
        assert said
        assert "\n" not in said
        assert "<" not in said
        return said

    async def draw(self, prompt: str = "silver hair", seed: int = 3) -> str:
        """The id of a new character, which is not kept."""
        made = await self.ask("POST", "/api/characters", {"prompt": prompt, "seed": seed})
        assert not made["kept"]
        name = made["id"]
        assert isinstance(name, str)
        return name

    async def begin(self, character: str, **order: Any) -> str:
        """The job that makes an animoji."""
        asked = SOMETHING | {"character": character} | order
        name = (await self.ask("POST", "/api/animojis", asked, 202))["job"]
        assert isinstance(name, str)
        return name

    async def finish(self, job: str) -> list[tuple[str, Any]]:
        """All that is said of a job until it is over."""
        said = await self.ask("GET", f"/api/animojis/{job}/events")
        events = [block.split("\n") for block in said.strip().split("\n\n")]
        return [(kind.removeprefix("event: "), json.loads(data.removeprefix("data: "))) for kind, data in events]

    async def make(self, **order: Any) -> str:
        """The job of an animoji of a new character, done."""
        job = await self.begin(await self.draw(), **order)
        assert (await self.finish(job))[-1][0] == "done"
        return job


@asynccontextmanager
async def visit(user: User, link: str | None = None) -> AsyncIterator[Visit]:
    """A person's way into the studio, by a link of theirs or else by the command."""
    address = link or link_in(await user.slash("animoji studio"))
    origin = address.partition("/s/")[0]
    # Cookies of plain addresses are kept by those jars alone that call themselves unsafe.
    async with aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True)) as http:
        async with http.get(address) as answer:
            assert answer.status == 200, await answer.text()
            assert "<!doctype html>" in await answer.text()
        yield Visit(http, origin)
