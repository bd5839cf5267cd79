"""/say and /quiet: where characters may speak, how fast, and whom they may call."""

from __future__ import annotations

import pytest

from bot.app import AnimeMojiBot
from tests.discord_server import NotOffered, Permission, User
from tests.discord_server.state import Account, ChannelType, Webhook
from tests.e2e.scene import Scene, both_doors, one_sentence
from tests.e2e.speaking import admin, say, spoken

pytestmark = pytest.mark.usefixtures("patient")


@pytest.mark.usefixtures("bot")
@both_doors
async def test_a_character_says_something(scene: Scene) -> None:
    await scene.create(name="Luna")
    message = await say(scene, "Good evening, everybody.")
    assert message.content == "Good evening, everybody."
    assert message.channel is scene.guild.general
    assert message.guise is not None
    assert message.guise.name == "Luna"
    assert message.guise.webhook.maker is scene.server.world.bot


@pytest.mark.usefixtures("bot")
async def test_names_that_discord_forbids(scene: Scene) -> None:
    for name in ("Discordia", "Clyde", "Everyone"):
        await scene.create(name=name)
        message = await say(scene, "The table is brown.", character=name)
        assert message.guise is not None
        assert message.guise.name.replace("\u200a", "") == name


@pytest.mark.usefixtures("bot")
async def test_one_webhook_serves_a_channel_and_a_second_life(scene: Scene) -> None:
    await scene.create(name="Luna")
    used = {guise.webhook for text in "abc" if (guise := (await say(scene, text)).guise)}
    async with scene.bot():
        used |= {guise.webhook for text in "de" if (guise := (await say(scene, text)).guise)}
    assert len(used) == len(scene.server.world.webhooks) == 1


@pytest.mark.usefixtures("bot")
async def test_a_webhook_that_somebody_removed_is_made_anew(scene: Scene) -> None:
    await scene.create(name="Luna")
    await say(scene, "one")
    scene.server.world.webhooks.clear()
    assert (await say(scene, "two")).content == "two"


@pytest.mark.usefixtures("bot")
async def test_threads_and_posts(scene: Scene) -> None:
    await scene.create(name="Luna")
    forum = scene.server.add_channel(scene.guild, "stories", ChannelType.FORUM)
    for parent in (scene.guild.general, forum):
        thread = scene.server.add_channel(scene.guild, "inside", ChannelType.PUBLIC_THREAD, parent)
        message = await say(scene, "In here?", scene.alice.at(thread))
        assert message.channel is thread
        assert message.guise is not None
        assert message.guise.webhook.channel is parent
    thread.locked = True
    assert "can't write" in one_sentence(await (await scene.alice.at(thread).slash("say", text="hello")).ended())


@pytest.mark.usefixtures("bot")
async def test_refusals(scene: Scene) -> None:
    async def refusal(user: User | None = None, text: str = "hello", **options: str) -> str:
        reply = await (user or scene.alice).slash("say", text=text, **options)
        return one_sentence(await reply.ended())

    assert "/animoji create" in await refusal()
    await scene.create(name="Luna")
    assert "Nobody" in await refusal(character="Nobody")
    assert "nude" in await refusal(text="nude")
    assert "few words" in await refusal(text="   ")
    general = scene.guild.general
    general.denied = int(Permission.MANAGE_WEBHOOKS)
    assert "Manage Webhooks" in await refusal()
    general.denied = int(Permission.SEND_MESSAGES)
    assert "yourself" in await refusal()
    general.denied = 0
    other = scene.server.add_channel(scene.guild, "busy")
    owner = Account("somebody")
    for number in range(15):
        webhook = Webhook(f"hook {number}", other, owner)
        scene.server.world.webhooks[webhook.id] = webhook
    assert "15" in await refusal(scene.alice.at(other))
    with pytest.raises(NotOffered):
        await scene.alice.in_dm().slash("say", text="hello")
    assert spoken(scene) == []


@pytest.mark.usefixtures("bot")
async def test_who_speaks_too_fast_waits(scene: Scene) -> None:
    await scene.create(name="Luna")
    for number in range(5):
        await say(scene, f"word {number}")
    assert "<t:" in one_sentence(await (await scene.alice.slash("say", text="one more")).ended())
    await scene.create(scene.bob, name="Bobby")
    await say(scene, "hello", scene.bob)


@pytest.mark.usefixtures("bot")
async def test_slow_mode_holds_for_characters(scene: Scene) -> None:
    await scene.create(name="Luna")
    slow = scene.server.add_channel(scene.guild, "slow")
    slow.slowmode = 60
    await say(scene, "one", scene.alice.at(slow))
    assert "<t:" in one_sentence(await (await scene.alice.at(slow).slash("say", text="two")).ended())
    await say(scene, "elsewhere")


@pytest.mark.usefixtures("bot")
async def test_nobody_is_called_who_the_author_may_not_call(scene: Scene) -> None:
    await scene.create(name="Luna")
    role = scene.guild.grant(scene.bob.account, 0)
    text = f"@everyone <@&{role.id}> <@{scene.bob.id}>"
    assert (await say(scene, text)).pings == {f"<@{scene.bob.id}>"}
    scene.guild.grant(scene.alice.account, int(Permission.MENTION_EVERYONE))
    assert (await say(scene, text)).pings == {"@everyone", f"<@&{role.id}>", f"<@{scene.bob.id}>"}


@pytest.mark.usefixtures("bot")
async def test_discord_being_ill(scene: Scene) -> None:
    await scene.create(name="Luna")
    await say(scene, "one")
    scene.server.faults.fail("POST /webhooks/*", 502)
    assert "try again" in one_sentence(await (await scene.alice.slash("say", text="two")).ended())
    assert len(spoken(scene)) == 1


async def test_what_nobody_could_answer_for_does_not_stay(
    scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    await scene.create(name="Luna")

    async def fail(*_: object) -> None:
        raise RuntimeError("no table")

    monkeypatch.setattr("bot.store.speeches.SpeechRepository.add", fail)
    one_sentence(await (await scene.alice.slash("say", text="two")).ended())
    assert spoken(scene) == []


@pytest.mark.usefixtures("bot")
async def test_a_server_can_do_without(scene: Scene) -> None:
    await scene.create(name="Luna")
    panel = await admin(scene).slash("settings show")
    await admin(scene).select(panel, "off", custom_id="speaking")
    assert "/settings show" in one_sentence(await (await scene.alice.slash("say", text="hello")).ended())
    await admin(scene).select(panel, "say", custom_id="speaking")
    await say(scene, "hello")
    refused = await admin(scene).select(panel, "prefix", custom_id="speaking")
    assert "read messages" in one_sentence(refused)


@pytest.mark.usefixtures("bot")
@both_doors
async def test_moderators_silence_a_channel(scene: Scene) -> None:
    await scene.create(name="Luna")
    message = await say(scene, "hello")
    moderator = scene.server.add_user("mod").at(scene.guild)
    scene.guild.grant(moderator.account, int(Permission.MANAGE_MESSAGES))
    with pytest.raises(NotOffered):
        await scene.alice.slash("quiet")
    assert f"<#{scene.guild.general.id}>" in (await moderator.slash("quiet")).text
    assert "this channel" in one_sentence(await (await scene.alice.slash("say", text="hello")).ended())
    thread = scene.server.add_channel(scene.guild, "inside", ChannelType.PUBLIC_THREAD, scene.guild.general)
    one_sentence(await (await scene.alice.at(thread).slash("say", text="hello")).ended())
    form = await scene.alice.context_menu("Edit what I said", message)
    one_sentence(await (await scene.alice.submit_modal(form)).ended())
    await moderator.slash("quiet", end=True)
    await say(scene, "hello")
    for command in scene.server.world.commands:
        command["default_member_permissions"] = None
    one_sentence(await scene.bob.slash("quiet"))


@pytest.mark.usefixtures("bot")
async def test_the_panel_silences_channels(scene: Scene) -> None:
    await scene.create(name="Luna")
    panel = await admin(scene).slash("settings show")
    await admin(scene).select(panel, scene.guild.general, custom_id="quiet")
    one_sentence(await (await scene.alice.slash("say", text="hello")).ended())
    await admin(scene).select(panel, custom_id="quiet")
    await say(scene, "hello")


async def test_the_strict_filter_is_for_channels_with_children(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create(name="Luna")
    panel = await admin(scene).slash("settings show")
    await admin(scene).select(panel, "strict", custom_id="filter")
    club = scene.server.add_channel(scene.guild, "club")
    club.nsfw = True
    one_sentence(await (await scene.alice.slash("say", text="a beer")).ended())
    await say(scene, "a beer", scene.alice.at(club))
