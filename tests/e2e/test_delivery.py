"""A result reaches the person who asked, whatever becomes of the way back."""

from __future__ import annotations

import asyncio

import pytest

from bot.app import AnimeMojiBot
from bot.errors import UndeliverableError, UploadGoneError
from bot.texts import ENGLISH, explain
from tests.discord_server import Message, Reply, User
from tests.e2e.scene import CLIP, Scene, all_over

pytestmark = pytest.mark.usefixtures("bot")


async def _under_way(scene: Scene, user: User) -> Reply:
    """An animoji that is being made and does not end yet."""
    scene.engine.open.clear()
    number = len(scene.engine.jobs) + 1
    reply = await user.slash("animoji create", prompt="silver hair", video=CLIP)
    await scene.engine.job(number)
    await reply.until(lambda r: r.labels == ["Cancel"])
    return reply


def _posted(scene: Scene, place: User) -> list[Message]:
    """The messages with a file that the bot posted by itself."""
    return [
        message
        for message in scene.server.world.messages.values()
        if message.channel is place.channel and message.attachments and message.interaction_metadata is None
    ]


async def _arrives(scene: Scene, place: User) -> Message:
    await scene.server.wait_for(lambda: bool(_posted(scene, place)), what="the result")
    return _posted(scene, place)[0]


async def test_when_the_token_has_gone_the_channel_gets_it(scene: Scene) -> None:
    await _under_way(scene, scene.alice)
    scene.server.expire_tokens()
    scene.engine.open.set()
    message = await _arrives(scene, scene.alice)
    assert f"<@{scene.alice.id}>" in message.text
    assert message.attachments[0].filename.endswith(".gif")


@pytest.mark.parametrize("weather", ["502", "cut"])
async def test_a_late_result_that_discord_took_and_did_not_confirm_is_posted_once(
    scene: Scene, bot: AnimeMojiBot, weather: str
) -> None:
    await _under_way(scene, scene.alice)
    scene.server.expire_tokens()
    route = "POST /channels/*/messages"
    fault = (
        scene.server.faults.fail_after(route, 502) if weather == "502" else scene.server.faults.drop(route, after=True)
    )
    scene.engine.open.set()
    await _arrives(scene, scene.alice)
    template = "/channels/{channel_id}/messages"
    await scene.server.wait_for(lambda: len(scene.server.calls_to("POST", template)) == 2, what="another try")
    assert fault.hits == 1
    await all_over(bot)
    assert len(_posted(scene, scene.alice)) == 1


async def test_when_the_clock_says_so_no_dead_token_is_tried(scene: Scene) -> None:
    await _under_way(scene, scene.alice.but(token_lifetime=1.5))
    scene.server.expire_tokens()
    await asyncio.sleep(1.5)
    scene.engine.open.set()
    await _arrives(scene, scene.alice)
    assert not [error for _, _, error in scene.server.refusals if error.code == 10015]


async def test_where_the_bot_may_not_write_the_person_gets_it(scene: Scene) -> None:
    await _under_way(scene, scene.alice)
    scene.guild.general.denied = (1 << 11) | (1 << 15)
    scene.server.expire_tokens()
    scene.engine.open.set()
    message = await _arrives(scene, scene.alice.in_dm())
    assert message in scene.alice.inbox


async def test_a_person_who_brought_the_app_along_gets_it_directly(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    elsewhere = carol.at(scene.server.add_guild("Elsewhere", with_bot=False))
    await _under_way(scene, elsewhere)
    scene.server.expire_tokens()
    scene.engine.open.set()
    await _arrives(scene, carol.in_dm())


async def test_in_direct_messages_it_arrives_there(scene: Scene) -> None:
    await _under_way(scene, scene.alice.in_dm())
    scene.server.expire_tokens()
    scene.engine.open.set()
    await _arrives(scene, scene.alice.in_dm())


async def test_a_reply_that_somebody_deleted_is_posted_anew(scene: Scene) -> None:
    reply = await _under_way(scene, scene.alice)
    reply.message.deleted = True
    scene.engine.open.set()
    await _arrives(scene, scene.alice)


async def test_a_cut_gateway_loses_nothing(scene: Scene) -> None:
    reply = await _under_way(scene, scene.alice)
    await scene.server.gateway.disconnect()
    scene.engine.open.set()
    await reply.with_files()
    late = await scene.bob.slash("character list")
    assert late.text


async def test_the_progress_goes_though_nobody_can_be_told_why(scene: Scene, bot: AnimeMojiBot) -> None:
    reply = await _under_way(scene, scene.alice)
    scene.alice.account.dms_open = False
    scene.server.expire_tokens()
    scene.engine.fails_with = UploadGoneError()
    scene.engine.open.set()
    await all_over(bot)
    assert reply.message.deleted


async def test_a_result_that_nobody_takes_is_told_and_its_progress_goes(scene: Scene) -> None:
    reply = await _under_way(scene, scene.alice)
    for route in ("PATCH /webhooks/*/messages/@original", "POST /channels/*/messages"):
        scene.server.faults.fail(route, 413, times=None, code=40005)
    scene.engine.open.set()
    await reply.saying(explain(UndeliverableError(), ENGLISH))
    assert not reply.cancellable
    assert all(message.ephemeral for message in reply.messages)
