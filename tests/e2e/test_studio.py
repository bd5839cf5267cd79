"""The studio for people in Discord: a link for one person, their limits, their server's rules, and the way back."""

from __future__ import annotations

import io
import time

import aiohttp
import numpy as np
import pytest
from PIL import Image

from bot.discord_services.studio import Visitor
from bot.domain import JobState
from bot.errors import StartupError
from bot.services.asker import Asker
from pipeline import Gesture, Outline, TrackMotion, UserError
from studio.links import Links
from studio.orders import pack_rows
from tests.bot.fakes import track
from tests.discord_server import Message, NotOffered, Permission, Role
from tests.discord_server.payloads import role_json
from tests.e2e.scene import Scene, all_over, both_doors, hidden, one_sentence
from tests.e2e.visitors import link_in, open_studio, visit


def _posted(scene: Scene) -> list[Message]:
    """What the bot said in the channel of its own accord."""
    found = scene.server.world.messages.values()
    return [each for each in found if each.author.bot and each.interaction_metadata is None and not each.deleted]


async def test_without_an_address_there_is_no_way_in(scene: Scene) -> None:
    async with scene.bot():
        with pytest.raises(NotOffered):
            await scene.alice.slash("animoji studio")
        reply = await scene.create(name="Mimi")
        assert "Open in the studio" not in reply.labels
        assert "Open in the studio" not in (await scene.alice.slash("character view", character="Mimi")).labels
    async with open_studio(scene):
        reply = await scene.create(name="Momo")
    async with scene.bot():
        assert "/animoji create" in one_sentence(await scene.alice.click(reply, "Open in the studio"))


@both_doors
async def test_a_link_is_for_one_visit(scene: Scene) -> None:
    async with open_studio(scene):
        reply = await scene.alice.slash("animoji studio")
        assert reply.ephemeral
        link = link_in(reply)
        async with visit(scene.alice, link) as page:
            welcome = await page.ask("GET", "/api/welcome")
            assert welcome == {"language": "en", "first": "", "place": "#general", "room": None}
            async with aiohttp.ClientSession() as other, other.get(link) as answer:
                assert answer.status == 401
                assert (await answer.text()).startswith("This link no longer opens the studio")
        async with visit(scene.alice) as page:
            assert await page.ask("GET", "/api/characters") == {"characters": []}


async def test_old_and_forged_links_open_nothing(scene: Scene) -> None:
    async with open_studio(scene) as bot, aiohttp.ClientSession() as http:
        studio = bot.services.studio
        assert studio is not None
        guest = Visitor(scene.alice.id, "en-US").guest
        before = Links(studio.links._key, now=lambda: time.time() - 601)
        earlier = Links(studio.links._key, now=lambda: time.time() - 30)  # before this bot was started
        for links in (before, earlier, Links(b"guessed")):
            async with http.get(f"{studio.address}/s/{links.token(guest)}") as answer:
                assert answer.status == 401
        async with http.get(f"{studio.address}/api/characters") as answer:
            assert answer.status == 401
        async with http.get(f"{studio.address}/", headers={"Host": "evil.example"}) as answer:
            assert answer.status == 421
        async with http.head(studio.link(Visitor(scene.alice.id, "en-US"))) as answer:
            assert answer.status == 405  # looking uses nothing up


async def test_everybody_has_their_own_characters_and_files(scene: Scene) -> None:
    async with open_studio(scene):
        reply = await scene.create(name="Mimi")
        async with visit(scene.alice, link_in(await scene.alice.click(reply, "Open in the studio"))) as alice:
            (mimi,) = (await alice.ask("GET", "/api/characters"))["characters"]
            assert (mimi["name"], mimi["kept"]) == ("Mimi", True)
            assert (await alice.ask("GET", "/api/welcome"))["first"] == mimi["id"]
            made, drawn = await alice.make(), await alice.draw()
            async with visit(scene.bob, link_in(await scene.bob.click(reply, "Open in the studio"))) as bob:
                assert (await bob.ask("GET", "/api/characters"))["characters"] == []
                for name in (mimi["id"], drawn, "Mimi", "9" * 30, "²"):
                    await bob.refused("GET", f"/api/characters/{name}")
                    await bob.refused("GET", f"/api/characters/{name}/puppet")
                    await bob.refused("DELETE", f"/api/characters/{name}")
                    order = {"character": name, "motion": {"preset": "wave"}, "file": "gif", "framing": "bust"}
                    await bob.refused("POST", "/api/animojis", order)
                for method, path in (("GET", ""), ("GET", "/events"), ("POST", "/cancel"), ("POST", "/share")):
                    await bob.refused(method, f"/api/animojis/{made}{path}")
            assert await alice.ask("GET", f"/api/animojis/{made}")


async def test_a_character_comes_goes_and_is_kept_with_what_is_made_of_it(scene: Scene) -> None:
    async with open_studio(scene, max_characters=2) as bot, visit(scene.alice) as page:
        name = await page.draw("silver hair, gibberish")
        assert (await page.ask("GET", f"/api/characters/{name}/puppet"))["format"] == "animemoji.puppet"
        for _ in range(2):
            assert (await page.finish(await page.begin(name)))[-1][0] == "done"
        (kept,) = (await page.ask("GET", "/api/characters"))["characters"]
        assert (await page.ask("GET", f"/api/characters/{name}"))["id"] == kept["id"]
        assert (await page.ask("POST", f"/api/characters/{await page.draw(seed=5)}/keep"))["kept"]
        assert "2" in await page.refused("POST", f"/api/characters/{await page.draw(seed=6)}/keep")
        assert await page.ask("DELETE", f"/api/characters/{kept['id']}", status=204) == ""
        await page.refused("GET", f"/api/characters/{kept['id']}")
        assert len((await page.ask("GET", "/api/characters"))["characters"]) == 1
        assert (await bot.services.privacy.show(scene.alice.id)).animojis == 0


async def test_what_is_asked_for_is_what_the_pipeline_gets(scene: Scene) -> None:
    moved = track(16)
    places = np.linspace(-0.1, 0.1, 48, dtype=np.float32).reshape(16, 3)
    signs = [{"name": "sparkle", "start": 2, "end": 9}]
    rows = {"poses": pack_rows(moved.poses), "places": pack_rows(places), "signs": signs}
    motion = rows | {"fps": 25, "loops": True}
    dress = {"caption": "hi", "background": "sky", "outline": "white", "effects": "hearts", "size": 512}
    async with open_studio(scene), visit(scene.alice) as page:
        job = await page.make(motion=motion, **dress)
        request = scene.engine.jobs[-1].request
        assert isinstance(request.motion, TrackMotion)
        assert abs(request.motion.track.poses - moved.poses).max() < 1e-4
        assert request.motion.track.places is not None
        assert abs(request.motion.track.places - places).max() < 1e-4
        assert [sign.name for sign in request.motion.track.gestures] == ["hearts"]
        assert (request.caption, request.background, request.outline) == ("hi", "sky", Outline.WHITE)
        assert request.output.size == 512
        with Image.open(io.BytesIO(await page.ask("GET", f"/api/animojis/{job}"))) as picture:
            assert picture.size == (512, 512)
        await page.make(motion=motion)
        own = scene.engine.jobs[-1].request.motion
        assert isinstance(own, TrackMotion)
        assert own.track.gestures == (Gesture("sparkle", 2, 9),)
        await page.make(file="discord-emoji")
        assert scene.engine.jobs[-1].request.output.max_bytes == 256 * 1024


async def test_quotas_and_the_filter_hold_here_too(scene: Scene) -> None:
    async with open_studio(scene, daily_quota=1), visit(scene.alice) as page:
        assert "naked" in await page.refused("POST", "/api/characters", {"prompt": "a naked girl", "seed": 1})
        order = {"character": await page.draw(), "motion": {"preset": "wave"}, "file": "gif", "framing": "bust"}
        assert "naked" in await page.refused("POST", "/api/animojis", order | {"caption": "naked"})
        await page.make()
        said = await page.refused("POST", "/api/animojis", order)
        assert "all 1 you can make here today" in said
        assert "in " in said.rpartition(";")[2]  # hours, in words
        reply = await scene.alice.slash("animoji create", prompt="silver hair")
        assert "all 1" in one_sentence(await reply.answered())


async def test_a_job_can_be_taken_back_and_a_failure_is_told(scene: Scene) -> None:
    async with open_studio(scene) as bot, visit(scene.alice) as page:
        scene.engine.open.clear()
        job = await page.begin(await page.draw())
        await scene.engine.job(1)
        assert await page.refused("GET", f"/api/animojis/{job}")
        await page.ask("POST", f"/api/animojis/{job}/cancel", {}, 204)
        assert (await page.finish(job))[-1] == ("failed", {"error": ""})
        scene.engine.open.set()
        scene.engine.fails_with = UserError()
        events = await page.finish(await page.begin(await page.draw()))
        assert events[-1][0] == "failed"
        assert "check what you entered" in events[-1][1]["error"]
        await all_over(bot)
        assert _posted(scene) == []
        assert scene.alice.inbox == []


@both_doors
async def test_a_file_is_posted_once_where_its_maker_came_from(scene: Scene) -> None:
    async with open_studio(scene) as bot, visit(scene.alice) as page:
        job = await page.make(caption="hello")
        for _ in range(2):
            await page.ask("POST", f"/api/animojis/{job}/share", {}, 204)
        (message,) = _posted(scene)
        assert message.channel is scene.alice.channel
        assert f"<@{scene.alice.id}> made this in the studio" in message.text
        (file,) = message.attachments
        assert file.data == await page.ask("GET", f"/api/animojis/{job}")
        # It is an animoji like all others.
        again = await scene.alice.click(message, "Open in the studio")
        assert link_in(again)
        await scene.alice.submit_modal(await scene.alice.click(message, "Delete"))
        assert (await bot.services.privacy.show(scene.alice.id)).animojis == 0


async def test_it_is_posted_as_a_spoiler_where_its_maker_wants_that(scene: Scene) -> None:
    async with open_studio(scene), visit(scene.alice) as page:
        for hides in (True, False):
            await page.ask("POST", f"/api/animojis/{await page.make()}/share", {"hidden": hides}, 204)
            assert hidden(_posted(scene)[-1]) is hides
        again = await scene.alice.click(_posted(scene)[0], "WebP")
        assert hidden((await again.with_files()).message)


@both_doors
async def test_whether_it_may_be_posted_is_asked_at_that_time(scene: Scene) -> None:
    guild, needed = scene.guild, (Permission.SEND_MESSAGES, Permission.ATTACH_FILES, Permission.VIEW_CHANNEL)
    of_alice = guild.grant(scene.alice.account, 0)
    of_bot = guild.grant(scene.server.world.bot, sum(map(int, needed)))
    async with open_studio(scene), visit(scene.alice) as page:
        job = await page.make()

        async def change(role: Role, permissions: int) -> None:
            role.permissions = permissions
            told = {"guild_id": str(guild.id), "role": role_json(role)}
            await scene.server.gateway.dispatch("GUILD_ROLE_UPDATE", told)

        async def refused() -> str:
            return await page.refused("POST", f"/api/animojis/{job}/share", {})

        everybody = guild.everyone.permissions
        for denied in needed:
            await change(guild.everyone, everybody & ~int(denied))
            assert "You may not post files in #general" in await refused()
        await change(guild.everyone, everybody & ~int(Permission.ATTACH_FILES))
        await change(of_alice, int(Permission.ATTACH_FILES))
        await change(of_bot, 0)
        assert "I may not post files in #general" in await refused()
        await change(guild.everyone, everybody)
        member = scene.guild.members.pop(scene.alice.id)
        assert "open it again from Discord" in await refused()
        scene.guild.members[scene.alice.id] = member
        assert _posted(scene) == []
        await page.ask("POST", f"/api/animojis/{job}/share", {}, 204)
        assert len(_posted(scene)) == 1


async def test_the_rules_of_a_server_hold_here_too(scene: Scene) -> None:
    elsewhere = scene.server.add_channel(scene.guild, "elsewhere")
    async with open_studio(scene) as bot, visit(scene.alice) as page:
        job, character = await page.make(), await page.draw()
        admin = Asker(1, guild_id=scene.guild.id, is_admin=True)
        await bot.services.guilds.change(admin, channel_ids=[elsewhere.id])
        order = {"character": character, "motion": {"preset": "wave"}, "file": "gif", "framing": "bust"}
        for path, body in (("/api/animojis", order), (f"/api/animojis/{job}/share", {})):
            assert "#elsewhere" in await page.refused("POST", path, body)


async def test_direct_messages_and_places_where_the_bot_is_not(scene: Scene) -> None:
    async with open_studio(scene):
        async with visit(scene.alice.in_dm()) as page:
            assert (await page.ask("GET", "/api/welcome"))["place"].startswith("@")
            await page.ask("POST", f"/api/animojis/{await page.make()}/share", {}, 204)
            (message,) = scene.alice.inbox
            assert message.attachments
        carol = scene.server.add_user("carol", installed=True, locale="ja").at(
            scene.server.add_guild("Far away", with_bot=False)
        )
        async with visit(carol, link_in(await carol.slash("animoji studio"))) as page:
            welcome = await page.ask("GET", "/api/welcome")
            assert (welcome["place"], welcome["language"]) == ("", "ja")
            await page.refused("POST", f"/api/animojis/{await page.make()}/share", {})


async def test_a_file_stays_after_a_restart_and_goes_with_its_owner(scene: Scene) -> None:
    async with open_studio(scene), visit(scene.alice) as page:
        job = await page.make()
    async with open_studio(scene) as bot, visit(scene.alice) as page:
        assert await page.ask("GET", f"/api/animojis/{job}")
        async with bot.services.store.look() as work:
            row = await work.jobs.get(int(job))
        assert row is not None
        assert (row.state, row.wish) == (JobState.DELIVERED, {})
        await bot.services.privacy.delete(scene.alice.id)
        await page.refused("GET", f"/api/animojis/{job}")
        assert not list((scene.folder / "blobs").rglob(f"*{job}*"))


async def test_settings_that_do_not_go_together_are_one_sentence(scene: Scene) -> None:
    with pytest.raises(ValueError, match="ANIMEMOJI_STUDIO_URL"):
        async with scene.bot(studio_port=0):
            pass
    for wrong in ("http://example.org", "https://example.org/studio", "example.org", "https://a@example.org"):
        with pytest.raises(ValueError, match="should be an address without a path"):
            async with scene.bot(studio_url=wrong):
                pass
    async with open_studio(scene) as bot:
        port = bot.settings.studio_port
        with pytest.raises(StartupError, match="ANIMEMOJI_STUDIO_PORT"):
            async with scene.bot(studio_url="https://example.org", studio_port=port):
                pass
