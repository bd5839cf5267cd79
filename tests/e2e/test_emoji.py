"""/emoji add: sizes, permissions, slots, and Discord's moods."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
import sqlalchemy as sa

from bot.app import AnimeMojiBot
from bot.domain import JobState
from bot.store.expressions import ExpressionRepository
from bot.store.models import JobRow
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


async def test_a_longer_rate_limit_becomes_a_retry_that_is_announced(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Mimi")
    scene.server.faults.rate_limit("POST /guilds/*/emojis", 31.0)
    reply = await scene.alice.slash("emoji add")
    await reply.saying("taking more emoji right now", "<t:")
    later = JobRow.due_at > datetime.now(timezone.utc) + timedelta(seconds=20)
    for _ in range(200):
        async with bot.services.store.work() as work:
            if await work.session.scalar(sa.select(JobRow.state).where(later)):
                break
        await asyncio.sleep(0.01)
    async with bot.services.store.work() as work:
        assert await work.session.scalar(sa.select(JobRow.state).where(later)) is JobState.RENDERED
        await work.session.execute(sa.update(JobRow).where(later).values(due_at=JobRow.asked_at))
    await reply.saying(":mimi:")
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


async def test_an_emoji_that_cannot_be_recorded_at_once_is_there_once(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.create(name="Mimi")
    add, tries = ExpressionRepository.add, []

    async def fail_at_first(*values: Any, **more: Any) -> None:
        tries.append(values)
        if len(tries) % 2:
            raise ConnectionResetError("the database went away")
        await add(*values, **more)

    monkeypatch.setattr(ExpressionRepository, "add", fail_at_first)
    await (await scene.alice.slash("emoji add")).saying(":mimi:")
    await (await scene.alice.slash("emoji sticker")).saying("Mimi")
    assert (len(tries), len(scene.guild.emojis), len(scene.guild.stickers)) == (4, 1, 1)


@pytest.mark.parametrize("what", ["emoji", "sticker"])
@pytest.mark.parametrize("how", ["502", "dropped"])
async def test_what_discord_made_and_did_not_say_is_found(scene: Scene, what: str, how: str) -> None:
    await scene.create(name="Mimi")
    route = f"POST /guilds/*/{what}s"
    scene.server.faults.drop(route, after=True) if how == "dropped" else scene.server.faults.fail_after(route, 502)
    reply = await scene.alice.slash("emoji add" if what == "emoji" else "emoji sticker", name="mimihi")
    await reply.saying("mimihi")
    assert len(scene.guild.emojis) + len(scene.guild.stickers) == 1
    assert "mimihi" in (await scene.alice.slash("emoji list")).text


async def test_the_bots_own_emoji_are_found_as_well(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    await scene.create(carol, name="Mimi")
    scene.server.faults.fail_after("POST /applications/*/emojis", 502)
    await (await carol.slash("emoji add")).saying(":mimi:")
    assert [emoji.name for emoji in scene.server.world.emojis.values()] == ["mimi"]
