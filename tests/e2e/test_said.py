"""What characters said: edited, taken back, asked about, and kept for a while."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from bot.app import AnimeMojiBot
from bot.store.models import SpeechRow
from tests.discord_server import Message, Permission, Reply, User
from tests.discord_server.state import ChannelType
from tests.e2e.scene import Scene, both_doors, one_sentence
from tests.e2e.speaking import admin, say

pytestmark = pytest.mark.usefixtures("patient")


async def edit(scene: Scene, message: Message, text: str, user: User | None = None) -> Reply:
    """Alice, or somebody else, lets a message say something else."""
    who = user or scene.alice
    form = await who.context_menu("Edit what I said", message)
    return await who.submit_modal(form, **{"What your character says": text})


@pytest.mark.usefixtures("bot")
@both_doors
async def test_what_was_said_can_be_edited(scene: Scene) -> None:
    await scene.create(name="Luna")
    message = await say(scene, "helo")
    await (await edit(scene, message, "hello")).until(lambda r: not r.messages)
    assert message.content == "hello"


@pytest.mark.usefixtures("bot")
async def test_editing_is_the_authors_and_obeys_the_filter(scene: Scene) -> None:
    await scene.create(name="Luna")
    message = await say(scene, "hello")
    assert "nude" in one_sentence(await (await edit(scene, message, "nude")).ended())
    assert message.content == "hello"
    one_sentence(await scene.bob.context_menu("Edit what I said", message))
    strange = await scene.bob.post("hello")
    one_sentence(await scene.alice.context_menu("Edit what I said", strange))
    form = await scene.alice.context_menu("Edit what I said", message)
    scene.server.world.webhooks.clear()
    gone = await scene.alice.submit_modal(form, **{"What your character says": "bye"})
    assert "webhook" in one_sentence(await gone.ended())


@pytest.mark.usefixtures("bot")
async def test_what_was_said_can_be_taken_back(scene: Scene) -> None:
    await scene.create(name="Luna")
    moderator = scene.server.add_user("mod").at(scene.guild)
    scene.guild.grant(moderator.account, int(Permission.MANAGE_MESSAGES))
    log = scene.server.add_channel(scene.guild, "log")
    panel = await admin(scene).slash("settings show")
    await admin(scene).select(panel, log, custom_id="log")
    first, second = await say(scene, "one"), await say(scene, "two")
    one_sentence(await scene.bob.context_menu("Delete what I said", first))
    for user, message in ((scene.alice, first), (moderator, second)):
        reply = await user.submit_modal(await user.context_menu("Delete what I said", message))
        await reply.until(lambda r: not r.messages)
        assert message.deleted
    assert "no longer" in one_sentence(await scene.bob.context_menu("Who said this?", first))
    assert [each for each in scene.server.world.messages.values() if each.channel is log] != []


@pytest.mark.usefixtures("bot")
@both_doors
async def test_anybody_can_ask_who_said_it(scene: Scene) -> None:
    await scene.create(name="Luna")
    reply = await scene.bob.context_menu("Who said this?", await say(scene, "hello"))
    assert f"<@{scene.alice.id}>" in reply.text
    assert "Luna" in reply.text
    assert reply.ephemeral
    one_sentence(await scene.bob.context_menu("Who said this?", await scene.bob.post("I did")))


@pytest.mark.usefixtures("bot")
async def test_a_thread_is_no_hiding_place(scene: Scene) -> None:
    await scene.create(name="Luna")
    thread = scene.server.add_channel(scene.guild, "inside", ChannelType.PUBLIC_THREAD, scene.guild.general)
    alice = scene.alice.at(thread)
    message = await say(scene, "helo", alice)
    await (await edit(scene, message, "hello", alice)).until(lambda r: not r.messages)
    assert message.content == "hello"
    reply = await alice.submit_modal(await alice.context_menu("Delete what I said", message))
    await reply.until(lambda r: not r.messages)
    assert message.deleted


async def test_what_is_kept_of_it(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Luna")
    message = await say(scene, "a secret word")
    assert "**1** message" in (await scene.alice.slash("privacy show")).text
    (archive,) = await bot.services.privacy.export(scene.alice.id, 10**8)
    with zipfile.ZipFile(io.BytesIO(archive)) as files:
        everything = {name: files.read(name) for name in files.namelist()}
    assert str(message.id).encode() in everything["speeches.json"]
    assert b"secret" not in b"".join(everything.values())
    assert len(scene.server.world.emojis) == 1
    question = await scene.alice.slash("privacy delete")
    await (await scene.alice.click(question, question.labels[0])).answered()
    assert scene.server.world.emojis == {}, "her characters' faces went with her"
    one_sentence(await scene.bob.context_menu("Who said this?", message))


async def test_who_said_what_is_forgotten_in_time(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Luna")
    old = await say(scene, "long ago")
    async with bot.services.store.work() as work:
        long_ago = datetime.now(timezone.utc) - timedelta(days=91)
        await work.session.execute(sa.update(SpeechRow).values(said_at=long_ago))
    bot.services.speeches._tidied_on = None
    new = await say(scene, "now")
    one_sentence(await scene.bob.context_menu("Who said this?", old))
    assert "Luna" in (await scene.bob.context_menu("Who said this?", new)).text
