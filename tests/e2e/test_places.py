"""Servers, direct messages, and apps that people bring along; English and Japanese."""

from __future__ import annotations

import re

import pytest

from tests.discord_server import NotOffered
from tests.discord_server.components import Json
from tests.e2e.scene import CLIP, Scene, both_doors

pytestmark = [pytest.mark.usefixtures("bot"), both_doors]


async def test_direct_messages_with_the_bot(scene: Scene) -> None:
    reply = await scene.create(scene.alice.in_dm(), name="Mimi")
    assert reply.file.filename.endswith(".gif")
    assert "Mimi" in (await scene.alice.in_dm().slash("character list")).text
    assert reply.labels[4:] == ["Make emoji", "Pack …", "MP4", "WebP", "Delete"], (
        "there is no server to add anything to"
    )


async def test_an_app_that_a_person_brought_along(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    elsewhere = carol.at(scene.server.add_guild("Elsewhere", with_bot=False))
    group = carol.at(scene.server.add_group(carol))
    for place in (elsewhere, group, carol.in_dm()):
        reply = await scene.create(place)
        assert len(reply.files) == 1
        assert len(reply.followups) <= 5
    stranger = scene.server.add_user("dave").at(elsewhere.channel)
    with pytest.raises(NotOffered):
        await stranger.slash("animoji create", prompt="hair", video=CLIP)


async def test_a_server_without_external_apps_sees_nothing(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    guild = scene.server.add_guild("Strict", with_bot=False)
    guild.everyone.permissions &= ~(1 << 50)
    reply = await scene.create(carol.at(guild))
    assert reply.ephemeral


async def test_the_size_of_the_file_obeys_the_interaction(scene: Scene) -> None:
    await scene.create(scene.alice.but(attachment_limit=3 * 2**20))
    assert (scene.engine.jobs[-1].request.output.max_bytes or 0) <= 3 * 2**20


def _described(commands: list[Json]) -> list[Json]:
    return [item for command in commands for item in (command, *_described(command.get("options") or []))]


async def test_everything_that_is_registered_is_described_in_japanese(scene: Scene) -> None:
    for item in _described(scene.server.world.commands):
        if item.get("description"):
            japanese = (item.get("description_localizations") or {}).get("ja", "")
            assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", japanese), f"{item['name']}: {japanese!r}"


async def test_a_japanese_reader_is_answered_in_japanese(scene: Scene) -> None:
    yuki = scene.server.add_user("yuki", locale="ja").at(scene.guild)
    for reply in (await scene.create(yuki), await yuki.slash("character list"), await yuki.slash("emoji add")):
        await reply.answered()
        assert re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", reply.text), reply.transcript()


async def test_attachment_options_offer_only_clips(scene: Scene) -> None:
    options = [item for item in _described(scene.server.world.commands) if item.get("type") == 11]
    assert options
    assert all(item.get("file_types") for item in options)


async def test_commands_are_for_every_place(scene: Scene) -> None:
    for command in scene.server.world.commands:
        assert sorted(command["integration_types"]) in ([0, 1], [0]), command["name"]
        if command["name"] in ("animoji", "character"):
            assert sorted(command["contexts"]) == [0, 1, 2]
            assert sorted(command["integration_types"]) == [0, 1]
