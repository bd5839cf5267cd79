"""/gallery: characters that people show in a server, tried on and had by others."""

from __future__ import annotations

import pytest

from bot.app import AnimeMojiBot
from pipeline import Character, PresetMotion, PromptSource
from tests.discord_server import NotOffered, Permission, Reply, User
from tests.discord_server.media import read_picture
from tests.e2e.scene import Scene, all_over, one_sentence


async def _shown(scene: Scene, name: str = "Mimi") -> Reply:
    """Alice shows a character of this name; Bob looks at the gallery."""
    await scene.create(name=name)
    assert name in (await scene.alice.slash("gallery add", character=name)).text
    return await scene.bob.slash("gallery show")


@pytest.mark.usefixtures("bot")
class TestShowing:
    async def test_everybody_in_the_server_sees_what_is_shown(self, scene: Scene) -> None:
        assert "Nobody shows" in (await scene.bob.slash("gallery show")).text
        gallery = await _shown(scene)
        assert gallery.ephemeral
        assert "Mimi" in gallery.text and f"<@{scene.alice.id}>" in gallery.text
        assert gallery.labels == ["Try on", "Make mine"]
        assert [read_picture(file.data) is not None for file in gallery.files] == [True]
        other = scene.server.add_guild("Other")
        stranger = User(scene.server, other.owner, other.general)
        assert "Nobody shows" in (await stranger.slash("gallery show")).text

    async def test_it_has_pages(self, scene: Scene) -> None:
        for number in range(1, 8):
            gallery = await _shown(scene, f"Number {number}")
        assert "Number 7" in gallery.text and "Number 2" not in gallery.text
        await scene.bob.click(gallery, "▶")
        assert "Number 2" in gallery.text and "Number 7" not in gallery.text
        for name in ("Number 1", "Number 2"):
            await scene.alice.slash("gallery remove", character=name)
        await scene.bob.click(gallery, "◀")
        assert "Number 7" in gallery.text and "▶" not in gallery.labels

    async def test_a_person_shows_a_few(self, scene: Scene) -> None:
        for number in range(11):
            await scene.create(name=f"Number {number}")
        for number in range(10):
            await scene.alice.slash("gallery add", character=f"Number {number}")
        assert "already show 10" in one_sentence(await scene.alice.slash("gallery add", character="Number 10"))
        assert "Number 3" in (await scene.alice.slash("gallery add", character="Number 3")).text, "it is there already"

    async def test_its_owner_takes_it_out(self, scene: Scene) -> None:
        gallery = await _shown(scene)
        assert [each["name"] for each in await scene.alice.autocomplete("gallery remove", "character", "")] == ["Mimi"]
        assert await scene.bob.autocomplete("gallery remove", "character", "") == []
        assert "Only the person" in one_sentence(await scene.bob.slash("gallery remove", character="Mimi"))
        await scene.alice.slash("gallery remove", character="mimi")
        assert "isn't in this server's gallery" in one_sentence(
            await scene.alice.slash("gallery remove", character="Mimi")
        )
        for button in ("Try on", "Make mine"):
            assert "isn't in this server's gallery" in one_sentence(await scene.bob.click(gallery, button))

    async def test_moderators_take_it_out_and_it_is_written_down(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await _shown(scene)
        owner = User(scene.server, scene.guild.owner, scene.guild.general)
        log = scene.server.add_channel(scene.guild, "log")
        await owner.select(await owner.slash("settings show"), log, custom_id="settings:log")
        mod = scene.server.add_user("mod").at(scene.guild)
        scene.guild.join(mod.account, int(Permission.MANAGE_MESSAGES))
        choice = (await mod.autocomplete("gallery remove", "character", "mi"))[0]["value"]
        await mod.slash("gallery remove", character=choice)
        lines = [m.text for m in scene.server.world.messages.values() if m.channel is log]
        await scene.server.wait_for(lambda: any(m.channel is log for m in scene.server.world.messages.values()))
        lines = [m.text for m in scene.server.world.messages.values() if m.channel is log]
        assert len(lines) == 1 and f"<@{mod.id}>" in lines[0] and "Mimi" in lines[0]

    async def test_what_is_deleted_or_forgotten_is_shown_no_longer(self, scene: Scene) -> None:
        await _shown(scene)
        await scene.forget("Mimi")
        assert "Nobody shows" in (await scene.bob.slash("gallery show")).text
        await _shown(scene, "Momo")
        await scene.alice.click(await scene.alice.slash("privacy delete"), "Forget me")
        assert "Nobody shows" in (await scene.bob.slash("gallery show")).text

    async def test_it_belongs_to_servers(self, scene: Scene) -> None:
        with pytest.raises(NotOffered):
            await scene.bob.in_dm().slash("gallery show")

    async def test_without_a_character_there_is_nothing_to_show(self, scene: Scene) -> None:
        assert "/animoji create" in one_sentence(await scene.bob.slash("gallery add"))


@pytest.mark.usefixtures("bot")
class TestHaving:
    async def test_a_visitor_tries_one_on(self, scene: Scene, bot: AnimeMojiBot) -> None:
        tried = await scene.bob.click(await _shown(scene), "Try on")
        await tried.with_files()
        assert tried.ephemeral and "for you alone" in tried.text and tried.labels == ["Make mine"]
        request = scene.engine.jobs[-1].request
        assert isinstance(request.character, Character) and request.motion == PresetMotion("wave")
        await all_over(bot)
        assert "/animoji create" in (await scene.bob.slash("character list")).text, "nothing is kept"

    async def test_a_visitor_has_one_just_like_it(self, scene: Scene) -> None:
        gallery = await _shown(scene)
        form = await scene.bob.click(gallery, "Make mine")
        copied = await scene.bob.submit_modal(form, name="Bobs Mimi")
        assert "Bobs Mimi" in one_sentence(copied)
        again = await scene.bob.submit_modal(await scene.bob.click(gallery, "Make mine"))
        assert "“Mimi”" in one_sentence(again)

    async def test_a_visitor_has_one_with_words_of_their_own(self, scene: Scene) -> None:
        form = await scene.bob.click(await _shown(scene), "Make mine")
        made = await scene.bob.submit_modal(form, name="Red", which_words_to_change="red hair")
        await made.with_files()
        character = scene.engine.jobs[-1].request.character
        original = scene.engine.jobs[0].request.character
        assert isinstance(character, PromptSource) and isinstance(original, PromptSource)
        assert "red hair" in character.prompt and "blue eyes" in character.prompt
        assert character.seed == original.seed
        assert "Red" in (await scene.bob.slash("character list")).text

    async def test_what_may_not_be_is_refused(self, scene: Scene) -> None:
        gallery = await _shown(scene)
        await scene.create(scene.bob, name="Bobby")
        taken = await scene.bob.submit_modal(await scene.bob.click(gallery, "Make mine"), name="Bobby")
        assert "already have a character called “Bobby”" in one_sentence(taken)
        form = await scene.bob.click(gallery, "Make mine")
        await scene.alice.slash("gallery remove", character="Mimi")
        assert "isn't in this server's gallery" in one_sentence(await scene.bob.submit_modal(form))


async def test_its_buttons_outlive_a_restart(scene: Scene) -> None:
    async with scene.bot():
        gallery = await _shown(scene)
    async with scene.bot():
        await (await scene.bob.click(gallery, "Try on")).with_files()
