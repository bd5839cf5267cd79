"""/settings: what a server allows."""

from __future__ import annotations

from collections.abc import AsyncIterator
from functools import partial

import pytest
import pytest_asyncio

from tests.discord_server import NotOffered, Permission, Reply, Role, User
from tests.discord_server.components import Json, walk
from tests.discord_server.payloads import channel_json, role_json
from tests.discord_server.state import ChannelType
from tests.e2e.scene import CLIP, Scene, both_doors, one_sentence


@pytest_asyncio.fixture(params=["in one life", "after a restart"])
async def panel(scene: Scene, request: pytest.FixtureRequest) -> AsyncIterator[Reply]:
    """The panel of the server's administrator; the bot that answers it runs."""
    async with scene.bot():
        reply = await _admin(scene).slash("settings show")
        if request.param == "in one life":
            yield reply
            return
    async with scene.bot():
        yield reply


def _admin(scene: Scene) -> User:
    return User(scene.server, scene.guild.owner, scene.guild.general)


async def _role(scene: Scene, user: User) -> Role:
    """A role that this person alone has."""
    role = scene.guild.grant(user.account, 0)
    data = {"guild_id": str(scene.guild.id), "role": role_json(role)}
    await scene.server.gateway.dispatch("GUILD_ROLE_CREATE", data)
    return role


async def _ask(user: User) -> Reply:
    return await (await user.slash("animoji create", prompt="silver hair", video=CLIP)).ended()


@pytest.mark.usefixtures("bot")
async def test_settings_are_for_administrators_in_servers(scene: Scene) -> None:
    with pytest.raises(NotOffered):
        await scene.alice.slash("settings show")
    with pytest.raises(NotOffered):
        await _admin(scene).in_dm().slash("settings show")
    assert (await _admin(scene).slash("settings show")).ephemeral


@pytest.mark.usefixtures("bot")
async def test_a_command_that_a_server_opened_to_all_still_is_not_theirs(scene: Scene) -> None:
    """Administrators can lift ``default_member_permissions``; the bot asks for itself."""
    for command in scene.server.world.commands:
        command["default_member_permissions"] = None
    one_sentence(await scene.alice.slash("settings show"))
    one_sentence(await scene.alice.slash("settings role-quota", role=await _role(scene, scene.bob), quota=1))


async def test_channels(scene: Scene, panel: Reply) -> None:
    studio = scene.server.add_channel(scene.guild, "studio")
    await _admin(scene).select(panel, studio, custom_id="channels")
    refusal = one_sentence(await _ask(scene.alice))
    assert f"<#{studio.id}>" in refusal
    assert (await _ask(scene.alice.at(studio))).files
    assert (await _ask(scene.alice.in_dm())).files
    assert (await _ask(_admin(scene))).files, "who manages the server is free"
    await _admin(scene).select(panel, custom_id="channels")
    assert (await _ask(scene.alice)).files


async def test_threads_and_posts_belong_to_their_channel(scene: Scene, panel: Reply) -> None:
    add = partial(scene.server.add_channel, scene.guild)
    studio, forum = add("studio"), add("stages", ChannelType.FORUM)
    inside = [add("talk", ChannelType.PUBLIC_THREAD, studio), add("a post", ChannelType.PUBLIC_THREAD, forum)]
    outside = add("elsewhere", ChannelType.PUBLIC_THREAD, scene.guild.general)
    await _admin(scene).select(panel, studio, forum, custom_id="channels")
    for thread in inside:
        assert (await _ask(scene.alice.at(thread))).files, thread.name
    assert f"<#{studio.id}>" in one_sentence(await _ask(scene.alice.at(outside)))


@pytest.mark.usefixtures("bot")
@both_doors
async def test_a_category_stands_for_all_in_it(scene: Scene) -> None:
    panel = await _admin(scene).slash("settings show")
    add = partial(scene.server.add_channel, scene.guild)
    category, other = add("art", ChannelType.CATEGORY), add("talk", ChannelType.CATEGORY)
    studio, lounge = add("studio", parent=category), add("lounge", parent=other)
    threads = [add("in here", ChannelType.PUBLIC_THREAD, channel) for channel in (studio, lounge)]
    if not scene.over_http:  # the gateway would have told
        for channel in (category, other, studio, lounge):
            await scene.server.gateway.dispatch("CHANNEL_CREATE", channel_json(channel))
    await _admin(scene).select(panel, category, custom_id="channels")
    for place in (studio, threads[0]):
        assert (await _ask(scene.alice.at(place))).files, place.name
    for place in (lounge, threads[1]):
        assert f"<#{category.id}>" in one_sentence(await _ask(scene.alice.at(place)))


async def test_buttons_and_menus_obey_the_rules_too(scene: Scene, panel: Reply) -> None:
    animoji = await scene.create()
    studio = scene.server.add_channel(scene.guild, "studio")
    await _admin(scene).select(panel, studio, custom_id="channels")
    for button in ("Re-roll", "Tweak", "Another motion"):
        assert f"<#{studio.id}>" in one_sentence(await (await scene.alice.click(animoji, button)).ended())
    message = await scene.bob.post("look at me", CLIP)
    assert f"<#{studio.id}>" in one_sentence(await scene.alice.context_menu("Animate this", message))
    await scene.delete(animoji)
    await animoji.until(lambda r: not r.messages, what="one's own can always be deleted")


async def test_roles(scene: Scene, panel: Reply) -> None:
    await _admin(scene).select(panel, await _role(scene, scene.alice), custom_id="settings:roles")
    one_sentence(await _ask(scene.bob))
    assert (await _ask(scene.alice)).files


async def test_who_may_add_emoji(scene: Scene, panel: Reply) -> None:
    await scene.create()
    bob_may = int(Permission.CREATE_GUILD_EXPRESSIONS)
    scene.guild.grant(scene.bob.account, bob_may)
    await scene.create(scene.bob, name="Bobby")
    await _admin(scene).select(panel, await _role(scene, scene.bob), custom_id="emoji_roles")
    one_sentence(await (await scene.alice.slash("emoji add")).ended())
    one_sentence(await (await scene.alice.slash("emoji sticker", name="Mimi")).ended())
    await (await scene.bob.slash("emoji add")).saying(":bobby:")


async def test_the_word_filter(scene: Scene, panel: Reply) -> None:
    async def ask(prompt: str) -> Reply:
        return await (await scene.alice.slash("animoji create", prompt=prompt, video=CLIP)).ended()

    one_sentence(await ask("nude"))
    await _admin(scene).select(panel, "off", custom_id="filter")
    assert (await ask("nude")).files
    await _admin(scene).select(panel, "strict", custom_id="filter")
    one_sentence(await ask("nude"))
    await _admin(scene).select(panel, "off", custom_id="filter")
    await _admin(scene).select(panel, "owner", custom_id="filter")
    one_sentence(await ask("nude"))
    assert (await ask("beer")).files, "the owner's level again, which is not strict"
    other = scene.alice.at(scene.server.add_guild("Elsewhere"))
    reply = await (await other.slash("animoji create", prompt="silver hair", video=CLIP)).ended()
    assert reply.files


async def test_the_strict_filter_is_for_channels_with_children(scene: Scene, panel: Reply) -> None:
    async def ask(user: User, prompt: str) -> Reply:
        return await (await user.slash("animoji create", prompt=prompt, motion="wave")).ended()

    club = scene.server.add_channel(scene.guild, "club")
    club.nsfw = True
    await _admin(scene).select(panel, "strict", custom_id="filter")
    one_sentence(await ask(scene.alice, "a beer"))
    assert (await ask(scene.alice.at(club), "a beer")).files
    one_sentence(await ask(scene.alice.at(club), "nude"))


async def test_private_by_default(scene: Scene, panel: Reply) -> None:
    assert not (await _ask(scene.alice)).ephemeral
    private = next(label for label in panel.labels if "rivate" in label or "see" in label.lower())
    await _admin(scene).click(panel, private)
    assert (await _ask(scene.alice)).ephemeral


async def test_the_language_of_public_answers(scene: Scene, panel: Reply) -> None:
    await _admin(scene).select(panel, "ja", custom_id="language")
    reply = await _ask(scene.alice)
    assert "320×320" in reply.text
    assert any("\u3040" <= letter <= "\u30ff" for letter in reply.text), reply.text


async def test_limits(scene: Scene, panel: Reply) -> None:
    form = await _admin(scene).click(panel, "settings:limits")
    fields = [label["component"]["custom_id"] for label in form.modal["components"]]
    answer = await _admin(scene).submit_modal(form, **{fields[0]: "1", fields[1]: "2"})
    assert "1" in answer.text
    await scene.create()
    assert "<t:" in one_sentence(await _ask(scene.alice))
    await scene.create(scene.bob)
    carol = scene.server.add_user("carol").at(scene.guild)
    assert "2" in one_sentence(await _ask(carol)), "the server's quota"
    await scene.create(scene.alice.in_dm())


@pytest.mark.usefixtures("bot")
async def test_limits_that_are_no_numbers(scene: Scene) -> None:
    form = await _admin(scene).click(await _admin(scene).slash("settings show"), "settings:limits")
    fields = [label["component"]["custom_id"] for label in form.modal["components"]]
    answer = await _admin(scene).submit_modal(form, **{fields[0]: "many"})
    assert "many" in one_sentence(await answer.answered())


@pytest.mark.usefixtures("bot")
async def test_the_quota_of_a_role(scene: Scene) -> None:
    role = await _role(scene, scene.alice)
    reply = await _admin(scene).slash("settings role-quota", role=role, quota=1)
    assert f"<@&{role.id}>" in reply.text
    await scene.create()
    one_sentence(await _ask(scene.alice))
    await scene.create(scene.bob)
    await scene.create(scene.bob)
    await _admin(scene).slash("settings role-quota", role=role)
    await scene.create()


async def test_settings_outlive_a_restart(scene: Scene) -> None:
    async with scene.bot():
        await _admin(scene).slash("settings role-quota", role=await _role(scene, scene.alice), quota=0)
        panel = await _admin(scene).slash("settings show")
        await _admin(scene).select(panel, "strict", custom_id="filter")
    async with scene.bot():
        one_sentence(await _ask(scene.alice))
        panel = await _admin(scene).slash("settings show")
        menu = next(item for item in _controls(panel) if str(item.get("custom_id")).endswith("filter"))
        assert [option["value"] for option in menu["options"] if option.get("default")] == ["strict"]


def _controls(reply: Reply) -> list[Json]:
    return [item for _, item in walk(reply.message.components)]
