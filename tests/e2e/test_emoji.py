"""/emoji add: sizes, permissions, slots, and Discord's moods."""

from __future__ import annotations

import asyncio
from unittest import mock

import pytest

from bot.store.expressions import ExpressionRepository
from tests.discord_server import Permission
from tests.discord_server.media import read_picture
from tests.discord_server.state import Emoji
from tests.e2e.scene import Scene, both_doors, one_sentence

pytestmark = [pytest.mark.usefixtures("bot"), both_doors]


async def test_the_last_animoji_becomes_an_emoji(scene: Scene) -> None:
    await scene.create(name="Mimi Blue")
    reply = await scene.alice.slash("emoji add")
    await reply.saying("mimi_blue")
    (emoji,) = scene.guild.emojis.values()
    picture = read_picture(emoji.image)
    assert picture is not None
    assert (picture.content_type, picture.width, picture.frames) == ("image/webp", 128, 4)
    assert len(emoji.image) <= 256 * 1024
    assert f"<a:{emoji.name}:{emoji.id}>" in reply.text


async def test_one_that_was_chosen_with_a_name(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await scene.create(name="Taro")
    choices = await scene.alice.autocomplete("emoji add", "animoji", "mimi")
    assert len(choices) == 1
    reply = await scene.alice.slash("emoji add", animoji=choices[0]["value"], name=":wave_hi:")
    await reply.saying("wave_hi")
    assert [emoji.name for emoji in scene.guild.emojis.values()] == ["wave_hi"]


async def test_names_are_checked_and_a_better_one_suggested(scene: Scene) -> None:
    await scene.create()
    reply = await scene.alice.slash("emoji add", name="héllo wörld!")
    assert "hello_world" in one_sentence(await reply.answered())
    assert scene.guild.emojis == {}


async def test_without_an_animoji_there_is_nothing_to_add(scene: Scene) -> None:
    reply = await scene.alice.slash("emoji add")
    assert "/animoji create" in one_sentence(await reply.answered())


async def test_who_may_not_is_told_so(scene: Scene) -> None:
    await scene.create(scene.bob)
    reply = await scene.bob.slash("emoji add")
    assert "Create Expressions" in one_sentence(await reply.answered())
    assert len(scene.engine.jobs) == 1


async def test_when_the_bot_may_not(scene: Scene) -> None:
    await scene.create()
    for role in scene.guild.members[scene.server.world.bot.id].roles:
        role.permissions &= ~Permission.CREATE_GUILD_EXPRESSIONS
    reply = await scene.alice.slash("emoji add")
    assert "I need" in one_sentence(await reply.answered())


async def _fill(scene: Scene, animated: int, still: int = 0) -> None:
    for index in range(animated + still):
        emoji = Emoji(f"old_{index}", b"", "image/gif", index < animated, scene.guild.owner)
        scene.guild.emojis[emoji.id] = emoji
    from tests.discord_server.payloads import emoji_json

    data = {"guild_id": str(scene.guild.id), "emojis": [emoji_json(item) for item in scene.guild.emojis.values()]}
    await scene.server.gateway.dispatch("GUILD_EMOJIS_UPDATE", data)


async def test_full_slots_are_noticed_before_any_work(scene: Scene) -> None:
    await scene.create()
    await _fill(scene, animated=50)
    reply = await scene.alice.slash("emoji add")
    assert "50" in one_sentence(await reply.answered())
    assert len(scene.engine.jobs) == 1


async def test_still_emoji_take_no_slot_of_animated_ones(scene: Scene) -> None:
    await scene.create()
    await _fill(scene, animated=49, still=50)
    reply = await scene.alice.slash("emoji add", name="last_one")
    await reply.saying("last_one")
    assert len(scene.guild.emojis) == 100


async def test_slots_that_fill_up_meanwhile(scene: Scene) -> None:
    await scene.create()
    scene.server.faults.fail("POST /guilds/*/emojis", 400, code=30018, message="Maximum number of animated emojis")
    reply = await scene.alice.slash("emoji add")
    await reply.saying("50")
    one_sentence(reply)


async def test_short_rate_limits_are_waited_for(scene: Scene) -> None:
    await scene.create(name="Mimi")
    scene.server.faults.rate_limit("POST /guilds/*/emojis", 0.3)
    reply = await scene.alice.slash("emoji add")
    await reply.saying("mimi")
    assert len(scene.guild.emojis) == 1


async def test_a_longer_rate_limit_becomes_a_retry_that_is_announced(scene: Scene) -> None:
    await scene.create(name="Mimi")
    scene.server.faults.rate_limit("POST /guilds/*/emojis", 31.0)
    slept: list[float] = []
    sleep = asyncio.sleep

    async def impatient(seconds: float, result: object = None) -> None:
        slept.append(seconds)
        await sleep(min(seconds, 0.3))

    with mock.patch("bot.services.expressions.asyncio.sleep", impatient):
        reply = await scene.alice.slash("emoji add")
        await reply.saying("taking more emoji right now", "<t:")
        await reply.saying(":mimi:")
    assert 31.0 in slept
    assert len(scene.guild.emojis) == 1


async def test_a_rate_limit_of_hours_is_told_at_once(scene: Scene) -> None:
    await scene.create()
    scene.server.faults.rate_limit("POST /guilds/*/emojis", 7200)
    reply = await scene.alice.slash("emoji add")
    await reply.saying("120 min")
    one_sentence(reply)


async def test_outside_of_servers_the_bot_itself_keeps_it(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    await scene.create(carol, name="Mimi")
    reply = await carol.slash("emoji add")
    await reply.saying(":mimi:")
    (emoji,) = scene.server.world.emojis.values()
    assert emoji.name == "mimi"
    assert scene.guild.emojis == {}


async def test_people_who_share_the_bots_own_emoji_do_not_get_in_each_others_way(scene: Scene) -> None:
    for name in ("carol", "dave"):
        user = scene.server.add_user(name, installed=True)
        await scene.create(user, name="Mimi")
        await (await user.slash("emoji add")).saying(":mimi")
    first, second = scene.server.world.emojis.values()
    assert first.name != second.name


async def test_an_animoji_that_is_deleted_while_it_becomes_an_emoji(scene: Scene) -> None:
    animoji = await scene.create(name="Mimi")
    scene.engine.open.clear()
    reply = await scene.alice.slash("emoji add")
    await scene.engine.job(2)
    await scene.delete(animoji)
    await animoji.until(lambda r: not r.messages)
    scene.engine.open.set()
    await reply.saying(":mimi:")
    assert "mimi" in (await scene.alice.slash("emoji list")).text


async def test_an_emoji_that_cannot_be_recorded_is_taken_out_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.create(name="Mimi")

    async def fail(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(ExpressionRepository, "add", fail)
    one_sentence(await (await scene.alice.slash("emoji add")).ended())
    one_sentence(await (await scene.alice.slash("emoji sticker")).ended())
    assert (scene.guild.emojis, scene.guild.stickers) == ({}, {})
