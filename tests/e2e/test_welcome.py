"""The first minute in a server: the welcome, a first animoji, a first emoji, without reading anything else."""

from __future__ import annotations

from bot.app import AnimeMojiBot
from tests.discord_server import Guild, Message, Permission, User
from tests.e2e.scene import CLIP, Scene, one_sentence

MAY = int(Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS)


def owner(scene: Scene, guild: Guild) -> User:
    return User(scene.server, guild.owner, guild.general)


async def welcomed(scene: Scene, bot: AnimeMojiBot, guild: Guild, permissions: int = MAY) -> Message:
    await bot.wait_until_ready()
    await scene.server.invite(guild, permissions)

    def found() -> list[Message]:
        return [m for m in scene.server.world.messages.values() if m.channel.guild is guild]

    await scene.server.wait_for(lambda: bool(found()), what="the welcome")
    assert len(found()) == 1
    return found()[0]


class TestWelcome:
    async def test_it_stands_in_the_channel_for_such_messages(self, scene: Scene, bot: AnimeMojiBot) -> None:
        guild = scene.server.add_guild("New", with_bot=False)
        guild.system_channel = scene.server.add_channel(guild, "hello")
        message = await welcomed(scene, bot, guild)
        assert message.channel.name == "hello"
        assert "Hello" in message.text and "Create Expressions" not in message.text
        assert message.labels == ["Make my first animoji", "Server settings", "Add AnimeMoji"]

    async def test_it_is_in_the_servers_language(self, scene: Scene, bot: AnimeMojiBot) -> None:
        guild = scene.server.add_guild("庭", with_bot=False)
        guild.locale = "ja"
        message = await welcomed(scene, bot, guild)
        assert "はじめまして" in message.text and message.labels[0] == "最初のアニモジを作る"

    async def test_it_goes_where_it_may(self, scene: Scene, bot: AnimeMojiBot) -> None:
        guild = scene.server.add_guild("New", with_bot=False)
        guild.system_channel = guild.general
        guild.general.denied = int(Permission.SEND_MESSAGES)
        scene.server.add_channel(guild, "talk")
        assert (await welcomed(scene, bot, guild)).channel.name == "talk"

    async def test_it_says_what_is_missing(self, scene: Scene, bot: AnimeMojiBot) -> None:
        guild = scene.server.add_guild("New", with_bot=False)
        assert "Create Expressions" in (await welcomed(scene, bot, guild, permissions=0)).text

    async def test_from_the_invitation_to_the_first_emoji(self, scene: Scene, bot: AnimeMojiBot) -> None:
        guild = scene.server.add_guild("New", with_bot=False)
        message = await welcomed(scene, bot, guild)
        boss = owner(scene, guild)
        form = await boss.click(message, "Make my first animoji")
        prompt = form.modal["components"][0]["label"].lower().replace(" ", "_")
        made = await boss.submit_modal(form, **{prompt: "silver hair, blue eyes", "a_video_of_your_face": CLIP})
        await made.with_files()
        emoji = await boss.submit_modal(await boss.click(made, "Add to server"))
        await emoji.saying("is now an emoji")
        assert len(guild.emojis) == 1

    async def test_its_settings_are_for_those_who_manage_the_server(self, scene: Scene, bot: AnimeMojiBot) -> None:
        guild = scene.server.add_guild("New", with_bot=False)
        message = await welcomed(scene, bot, guild)
        guest = scene.server.add_user("guest").at(guild)
        guild.join(guest.account)
        assert "administrator" in one_sentence(await guest.click(message, "Server settings"))
        panel = await owner(scene, guild).click(message, "Server settings")
        assert panel.ephemeral and "What I may do here" in panel.text

    async def test_a_server_that_was_there_before_hears_nothing(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await scene.create()
        assert [m for m in scene.server.world.messages.values() if "Hello!" in m.text] == []

    async def test_the_invitation_link(self, scene: Scene, bot: AnimeMojiBot) -> None:
        for place in (scene.bob, scene.bob.in_dm()):
            reply = await place.slash("invite")
            assert reply.ephemeral and reply.labels == ["Add AnimeMoji"]
            link = reply.message.components[0]["components"][1]["components"][0]["url"]
            assert f"client_id={scene.server.world.application_id}" in link
            assert "applications.commands" in link and "permissions=" in link


async def test_its_buttons_outlive_a_restart(scene: Scene) -> None:
    guild = scene.server.add_guild("New", with_bot=False)
    async with scene.bot() as bot:
        message = await welcomed(scene, bot, guild)
    async with scene.bot():
        assert (await owner(scene, guild).click(message, "Make my first animoji")).modal


async def test_a_server_that_lets_the_bot_say_nothing_stops_nothing(scene: Scene) -> None:
    guild = scene.server.add_guild("New", with_bot=False)
    guild.general.denied = int(Permission.SEND_MESSAGES)
    async with scene.bot() as bot:
        await bot.wait_until_ready()
        await scene.server.invite(guild, MAY)
        await scene.create()
