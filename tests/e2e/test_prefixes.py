"""Messages that begin with a prefix, said by a character instead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.app import AnimeMojiBot
from bot.discord_services.speeches import LENGTH
from bot.domain import Speaking
from bot.errors import StartupError
from bot.services.asker import Asker
from tests.discord_server import Message, Permission, Upload, User
from tests.discord_server.components import Json
from tests.discord_server.faults import Fault
from tests.discord_server.payloads import channel_json, role_json
from tests.discord_server.pictures import png
from tests.discord_server.state import ChannelType
from tests.e2e.scene import Scene, one_sentence

pytestmark = pytest.mark.usefixtures("patient")


@pytest_asyncio.fixture
async def bot(scene: Scene) -> AsyncIterator[AnimeMojiBot]:
    """The bot, which may read messages, in a server that wants prefixes; Alice's Luna has one."""
    async with scene.bot(read_messages=True) as bot:
        admin = Asker(1, guild_id=scene.guild.id, is_admin=True)
        await bot.services.guilds.change(admin, speaking=Speaking.PREFIX)
        await scene.create(name="Luna")
        await scene.alice.slash("character prefix", character="Luna", prefix="luna")
        yield bot


def standing(scene: Scene) -> list[Message]:
    """The messages of people and their characters that still stand."""
    return [
        each
        for each in scene.server.world.messages.values()
        if not each.deleted and (each.guise is not None or not each.author.bot)
    ]


async def replaced(scene: Scene, original: Message) -> Message:
    """What a character said instead of a message."""
    await scene.server.wait_for(lambda: original.deleted, what="the message was replaced")
    message = standing(scene)[-1]
    assert message.guise is not None
    return message


async def complaint(scene: Scene, original: Message) -> str:
    """What is said below a message that stays."""

    def answers() -> list[Message]:
        everything = scene.server.world.messages.values()
        return [each for each in everything if str((each.reference or {}).get("message_id")) == str(original.id)]

    await scene.server.wait_for(lambda: bool(answers()), what="a complaint")
    assert not original.deleted
    (answer,) = answers()
    assert answer.author.bot
    assert answer.pings == frozenset()
    assert answer.text.startswith("I left your message as it is. ")
    return answer.text


async def undisturbed(scene: Scene, original: Message) -> None:
    """A message stays, and nothing is said about it."""
    before = len(scene.server.world.messages)
    await asyncio.sleep(0.3)
    assert not original.deleted
    assert len(scene.server.world.messages) == before


async def tell_bot(scene: Scene, bot: AnimeMojiBot, data: Json, event: str = "CHANNEL_UPDATE") -> None:
    """The gateway tells of a change, and the bot has heard it."""
    await scene.server.gateway.dispatch(event, data)
    await asyncio.sleep(0.05)


async def may(scene: Scene, bot: AnimeMojiBot, denied: int) -> None:
    """From now on nobody may do this in the channel."""
    scene.guild.general.denied = denied
    bot.services.speeches._complained.clear()
    await tell_bot(scene, bot, channel_json(scene.guild.general))


@pytest.mark.usefixtures("bot")
async def test_a_message_is_said_by_the_character(scene: Scene) -> None:
    original = await scene.alice.post("Luna: good evening")
    message = await replaced(scene, original)
    assert message.content == "good evening"
    assert message.guise is not None
    assert message.guise.name == "Luna"
    assert message.channel is scene.guild.general
    assert f"<@{scene.alice.id}>" in (await scene.bob.context_menu("Who said this?", message)).text


@pytest.mark.usefixtures("bot")
async def test_other_messages_are_left_alone(scene: Scene) -> None:
    for user, text in ((scene.alice, "luna is nice"), (scene.bob, "luna: mine"), (scene.alice, "luna:")):
        await undisturbed(scene, await user.post(text))


async def test_servers_that_do_not_want_it(scene: Scene, bot: AnimeMojiBot) -> None:
    for speaking in (Speaking.SAY, Speaking.OFF):
        await bot.services.guilds.change(Asker(1, guild_id=scene.guild.id, is_admin=True), speaking=speaking)
        await undisturbed(scene, await scene.alice.post("luna: hello"))


async def test_without_the_setting_nothing_is_read(scene: Scene) -> None:
    async with scene.bot() as bot:
        await bot.services.guilds.change(Asker(1, guild_id=scene.guild.id, is_admin=True), speaking=Speaking.PREFIX)
        await scene.create(name="Luna")
        refusal = await scene.alice.slash("character prefix", character="Luna", prefix="luna:")
        assert "read messages" in one_sentence(refusal)
        await undisturbed(scene, await scene.alice.post("luna: hello"))
        assert not bot.intents.message_content
        assert not bot.intents.guild_messages


async def test_discord_must_allow_it(scene: Scene) -> None:
    scene.server.gateway.message_content = False
    with pytest.raises(StartupError, match="Message Content Intent"):
        async with scene.bot(read_messages=True) as bot:
            await bot.start(scene.server.world.token)


@pytest.mark.usefixtures("bot")
async def test_files_come_along(scene: Scene) -> None:
    files = [Upload("cat.png", png(40)), Upload("SPOILER_note.txt", b"hello")]
    message = await replaced(scene, await scene.alice.post("luna: look", *files))
    assert [file.data for file in message.attachments] == [png(40), b"hello"]
    assert [file.filename for file in message.attachments] == ["cat.png", "SPOILER_note.txt"]
    alone = await replaced(scene, await scene.alice.post("luna:", files[0]))
    assert alone.content == ""
    assert len(alone.attachments) == 1


async def test_what_cannot_come_along(scene: Scene, bot: AnimeMojiBot) -> None:
    def again() -> None:
        bot.services.speeches._complained.clear()

    large = await scene.alice.post("luna: look", Upload("big.png", png(40), declared_size=10**9))
    assert "MB" in await complaint(scene, large)
    again()
    assert "recording" in await complaint(
        scene, await scene.alice.post("luna: hear", Upload("a.ogg", b"x"), voice=True)
    )
    again()
    scene.server.faults.fail("GET /attachments/*", 404)
    assert "attach it again" in await complaint(scene, await scene.alice.post("luna: hm", Upload("a.png", png(40))))
    again()
    assert f"{LENGTH}" in await complaint(scene, await scene.alice.post("luna: " + "x" * 2500))
    again()
    assert "nude" in await complaint(scene, await scene.alice.post("luna: nude"))


@pytest.mark.usefixtures("bot")
async def test_an_answer_says_what_it_answers(scene: Scene) -> None:
    asked = await scene.bob.post("Who wants **cake**? [yes](no) <@1>")
    message = await replaced(scene, await scene.alice.post("luna: me!", reply_to=asked))
    first, rest = message.content.split("\n")
    assert rest == "me!"
    assert first.startswith("-# ↪ [Bob: Who wants cake? yesno")
    assert first.endswith(f"](https://discord.com/channels/{scene.guild.id}/{scene.guild.general.id}/{asked.id})")
    again = await replaced(scene, await scene.alice.post("luna: and me", reply_to=message))
    assert "[Luna: me!]" in again.content
    form = await scene.alice.context_menu("Edit what I said", message)
    await (await scene.alice.submit_modal(form, **{"What your character says": "me, too"})).until(
        lambda r: not r.messages
    )
    assert message.content == f"{first}\nme, too"


@pytest.mark.usefixtures("bot")
async def test_a_quote_gives_way_to_a_long_message(scene: Scene) -> None:
    asked = await scene.bob.post("hello")
    message = await replaced(scene, await scene.alice.post("luna: " + "x" * 1990, reply_to=asked))
    assert message.content == "x" * 1990


async def test_permissions_of_the_bot(scene: Scene, bot: AnimeMojiBot) -> None:
    await may(scene, bot, int(Permission.MANAGE_WEBHOOKS))
    assert "Manage Webhooks" in await complaint(scene, await scene.alice.post("luna: hello"))
    await may(scene, bot, int(Permission.MANAGE_MESSAGES))
    assert "Manage Messages" in await complaint(scene, await scene.alice.post("luna: hello"))
    await may(scene, bot, 0)
    await replaced(scene, await scene.alice.post("luna: hello"))


async def test_what_cannot_be_taken_away_is_not_said_twice(scene: Scene, bot: AnimeMojiBot) -> None:
    body = {"message": "Missing Permissions", "code": 50013}
    scene.server.faults.add(Fault("DELETE /channels/*/messages/*", 1, status=403, body=dict(body)))
    original = await scene.alice.post("luna: hello")
    assert "Manage Messages" in await complaint(scene, original)
    assert [each for each in standing(scene) if each.guise] == []


async def test_rules_hold_for_prefixes(scene: Scene, bot: AnimeMojiBot) -> None:
    admin = Asker(1, guild_id=scene.guild.id, is_admin=True)
    await bot.services.guilds.quieten(admin, scene.guild.general.id, quiet=True, may_moderate=True)
    assert "this channel" in await complaint(scene, await scene.alice.post("luna: hello"))
    await bot.services.guilds.change(admin, quiet_channel_ids=[], role_ids=[7])
    bot.services.speeches._complained.clear()
    assert "role" in await complaint(scene, await scene.alice.post("luna: hello"))


async def test_people_who_are_blocked(scene: Scene, bot: AnimeMojiBot) -> None:
    await bot.services.gate.block(scene.guild.id, scene.alice.id, scene.guild.owner.id)
    original = await scene.alice.post("luna: hello")
    assert "can't use me in this server" in await complaint(scene, original)
    await bot.services.gate.unblock(scene.guild.id, scene.alice.id)
    await replaced(scene, await scene.alice.post("luna: hello"))


async def test_nobody_is_told_again_and_again(scene: Scene, bot: AnimeMojiBot) -> None:
    await may(scene, bot, int(Permission.MANAGE_WEBHOOKS))
    await complaint(scene, await scene.alice.post("luna: hello"))
    await undisturbed(scene, await scene.alice.post("luna: hello?"))


async def test_threads(scene: Scene, bot: AnimeMojiBot) -> None:
    thread = scene.server.add_channel(scene.guild, "inside", ChannelType.PUBLIC_THREAD, scene.guild.general)
    await tell_bot(scene, bot, channel_json(thread), "THREAD_CREATE")
    message = await replaced(scene, await scene.alice.at(thread).post("luna: in here"))
    assert message.channel is thread


async def test_roles_that_everybody_may_call(scene: Scene, bot: AnimeMojiBot) -> None:
    role = scene.guild.grant(scene.bob.account, 0)
    secret = scene.guild.grant(scene.bob.account, 0)
    role.mentionable = True
    for each in (role, secret):
        await tell_bot(scene, bot, {"guild_id": str(scene.guild.id), "role": role_json(each)}, "GUILD_ROLE_CREATE")
    message = await replaced(scene, await scene.alice.post(f"luna: <@&{role.id}> <@&{secret.id}> @everyone"))
    assert message.pings == {f"<@&{role.id}>"}


@pytest.mark.usefixtures("bot")
async def test_prefixes_are_ones_own(scene: Scene) -> None:
    async def prefix(character: str, words: str = "", user: User | None = None) -> str:
        options = {"prefix": words} if words else {}
        return one_sentence(await (user or scene.alice).slash("character prefix", character=character, **options))

    await scene.create(name="Mimi")
    assert "Luna" in await prefix("Mimi", "LUNA:")
    assert "m:" in await prefix("Mimi", "m")
    for bad in ("/say", "@luna", "**", "\u3164"):
        assert "“luna:”" in await prefix("Mimi", bad), bad
    assert "nude" in await prefix("Mimi", "nude")
    await scene.create(scene.bob, name="Bobby")
    assert "luna" in await prefix("Bobby", "luna:", scene.bob)
    assert "no prefix" in await prefix("Luna")
    await undisturbed(scene, await scene.alice.post("luna: hello"))
    message = await replaced(scene, await scene.alice.post("M: hello"))
    assert message.guise is not None
    assert message.guise.name == "Mimi"
    assert "m:" in (await (await scene.alice.slash("character view", character="Mimi")).with_files()).text


@pytest.mark.usefixtures("bot")
async def test_a_face_is_there_before_the_first_word(scene: Scene) -> None:
    await scene.server.wait_for(lambda: len(scene.server.world.emojis) == 1, what="the neutral face")
