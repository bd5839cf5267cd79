"""Where end-to-end tests play: a Discord with a server and people, and the bot, started as often as a test wants."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.app import AnimeMojiBot, open_bot
from bot.services.engine import RenderEngine
from bot.services.students import StudentMaker
from bot.settings import Settings
from bot.store.models import JobRow
from tests.discord_server import DiscordServer, Guild, Message, Permission, Reply, Upload, User
from tests.discord_server.components import Kind, walk
from tests.discord_server.state import MessageFlag
from tests.discord_server.tiny_bot import running
from tests.e2e.stub_engine import StubEngine

both_doors = pytest.mark.parametrize("scene", ["gateway", "http"], indirect=True)
"""A test, or a file of them, that holds in the mode without a gateway as well."""

CLIP = Upload("selfie.mp4", b"\0\0\0\x18ftypmp42" + bytes(2000))
"""What passes for a clip where the stub engine draws."""


@dataclass
class Scene:
    """Alice may add emoji in the guild and owns nothing; Bob is a plain member."""

    server: DiscordServer
    guild: Guild
    alice: User
    bob: User
    engine: StubEngine
    folder: Path
    over_http: bool = False
    """Whether interactions are posted to the bot, which then has no gateway."""
    settings: dict[str, Any] = field(default_factory=dict)

    @asynccontextmanager
    async def bot(
        self, engine: RenderEngine | None = None, distiller: StudentMaker | None = None, **settings: Any
    ) -> AsyncIterator[AnimeMojiBot]:
        """The bot, logged in. Its data stay in the scene's folder, so a second one knows what the first one did."""
        values: dict[str, Any] = {"data_dir": self.folder, "_env_file": None}
        # Nobody here wants to wait: neither for news, nor for jobs that a test leaves without an end.
        values |= {"progress_seconds": 0.05, "grace_seconds": 0.5}
        values |= {"discord_token": self.server.world.token, "upload_hosts": (self.server.cdn.base,)}
        if self.over_http:
            port = values["interactions_port"] = free_port()
            self.server.endpoint.url = f"http://127.0.0.1:{port}/interactions"
        made = Settings(**values | self.settings | settings)
        async with (
            open_bot(made, engine or self.engine, distiller, guild_ready_timeout=0.1) as bot,
            running(self.server, bot),
        ):
            yield bot

    async def create(self, user: User | None = None, **options: Any) -> Reply:
        """An animoji of Alice's, done."""
        asked = {"prompt": "silver hair, blue eyes", "video": CLIP} | options
        reply = await (user or self.alice).slash("animoji create", **asked)
        return await reply.with_files()

    async def suggested(self, user: User | None = None, **options: Any) -> Reply:
        """The words that Alice gets for a clip without any."""
        reply = await (user or self.alice).slash("animoji create", **({"video": CLIP} | options))
        return await reply.until(lambda r: r.labels == ["Change and make"])

    async def delete(self, animoji: Reply, user: User | None = None) -> Reply:
        """Deletes an animoji by its button, and says yes to the question."""
        who = user or self.alice
        return await who.submit_modal(await who.click(animoji, "Delete"))

    async def forget(self, character: str) -> Reply:
        """Deletes a character of Alice's, likewise."""
        return await self.alice.submit_modal(await self.alice.slash("character delete", character=character))


async def all_over(bot: AnimeMojiBot) -> None:
    """Waits until the bot has nothing more to do about any job."""
    still_open = sa.select(sa.exists().where(JobRow.due_at.is_not(None)))
    while True:
        async with bot.services.store.look() as work:
            if not await work.session.scalar(still_open):
                return
        await asyncio.sleep(0.02)  # the table rings no bell


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        number: int = probe.getsockname()[1]
        return number


def make_scene(server: DiscordServer, folder: Path) -> Scene:
    guild = server.add_guild("Garden")
    alice = server.add_user("alice").at(guild)
    guild.grant(alice.account, int(Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS))
    return Scene(server, guild, alice, server.add_user("bob").at(guild), StubEngine(), folder)


def leads_to(path: Path, data: bytes) -> bool:
    """Whether there is a file of these bytes. The number of a closed file is soon the number of another one."""
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def one_sentence(reply: Reply) -> str:
    """The reply's words; they must be one sentence for this person alone."""
    words = reply.text.strip()
    assert words, reply.transcript()
    assert "\n" not in words, f"more than one line: {words!r}"
    assert words.rstrip('”"').endswith((".", "。", "!", "！")) or words[-1] in "`…”", f"no sentence: {words!r}"
    assert all(message.ephemeral for message in reply.messages), f"others can read this: {words!r}"
    assert "Traceback" not in words
    return words


def hidden(message: Message) -> bool:
    """Whether all that a message shows is hidden until somebody clicks on it; not just some of it."""
    galleries = [item for _, item in walk(message.components) if item["type"] == Kind.MEDIA_GALLERY]
    media = [bool(each.get("spoiler")) for gallery in galleries for each in gallery["items"]]
    files = [file.filename.startswith("SPOILER_") for file in message.attachments]
    assert media and files
    assert len({*media, *files}) == 1, (media, files)
    return media[0]


def read_out(message: Message) -> Iterator[str]:
    """What people hear who cannot see the pictures of a message, of each one it ever showed; "" for nothing."""
    for version in message.versions:
        for _, item in walk(version.components):
            if item["type"] == Kind.THUMBNAIL:
                yield item.get("description") or ""
            yield from (media.get("description") or "" for media in item.get("items") or [])
    if not message.flags & MessageFlag.IS_COMPONENTS_V2:
        yield from (file.description or "" for file in message.attachments)
