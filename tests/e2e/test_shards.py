"""A bot in several processes: each holds some shards, and hears the servers of those alone."""

from __future__ import annotations

import asyncio

import pytest

from bot.app import AnimeMojiBot
from tests.discord_server import Guild
from tests.e2e.scene import CLIP, Scene


def _guild_of(scene: Scene, shard: int) -> Guild:
    """A server of the second or the first shard of two."""
    guild = scene.server.add_guild("Orchard")
    while (guild.id >> 22) % 2 != shard:
        del scene.server.world.guilds[guild.id]
        guild = scene.server.add_guild("Orchard")
    return guild


async def test_each_process_hears_its_own_servers(scene: Scene) -> None:
    first, second = _guild_of(scene, 0), _guild_of(scene, 1)
    gateway = scene.server.gateway
    async with scene.bot(shard_count=2, shard_ids="0", data_dir=scene.folder / "first") as one:
        registered = len(scene.server.calls_to("PUT", "/applications/{application_id}/commands"))
        gateway.connected.clear()
        async with scene.bot(shard_count=2, shard_ids="1", data_dir=scene.folder / "second") as two:
            assert sorted(session.shard for session in gateway.sessions.values()) == [(0, 2), (1, 2)]
            await scene.server.wait_for(lambda: second.id in {guild.id for guild in two.guilds})
            assert first.id in {guild.id for guild in one.guilds} - {guild.id for guild in two.guilds}
            for place, bot in ((first, one), (second, two)):
                reply = await scene.alice.at(place).slash("animoji create", prompt="silver hair", video=CLIP)
                await reply.with_files()
                assert await _places(bot, scene) == [place.id]
            await scene.create(scene.alice.in_dm())  # direct messages are the first shard's
            assert await _places(one, scene) == [None, first.id]
            assert len(scene.server.calls_to("PUT", "/applications/{application_id}/commands")) == registered, (
                "the first process has told Discord which commands there are"
            )


async def _places(bot: AnimeMojiBot, scene: Scene) -> list[int | None]:
    """The servers of Alice's animojis, newest first."""
    return [animoji.guild_id for animoji in await bot.services.animojis.recent(scene.alice.id, 10)]


async def test_one_process_holds_several_shards(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def at_once(bot: AnimeMojiBot, shard_id: int | None, *, initial: bool = False) -> None:
        """Discord lets a bot identify once in five seconds; this one does not mind."""

    monkeypatch.setattr(AnimeMojiBot, "before_identify_hook", at_once)
    async with scene.bot(shard_count=2) as bot:
        await asyncio.wait_for(bot.wait_until_ready(), 10)
        assert sorted(bot.shards) == [0, 1]
        for shard in (0, 1):
            guild = _guild_of(scene, shard)
            reply = await scene.alice.at(guild).slash("animoji create", prompt="silver hair", video=CLIP)
            await reply.with_files()
