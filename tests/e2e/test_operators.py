"""Those who own the bot, those who moderate a server, and those who would rather be left alone."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio

from bot.app import AnimeMojiBot
from bot.domain import Platform
from bot.errors import BlockedError, ServerBlockedError
from bot.services.asker import Asker
from tests.discord_server import Message, NotOffered, Permission, Reply, User
from tests.e2e.scene import CLIP, Scene, all_over, one_sentence

MODERATES = Permission.MANAGE_MESSAGES


@pytest_asyncio.fixture
async def bot(scene: Scene) -> AsyncIterator[AnimeMojiBot]:
    """The bot, whose owners' server is the garden."""
    async with scene.bot(owner_guild=scene.guild.id) as bot:
        yield bot


def owner(scene: Scene) -> User:
    """Who owns the application, and the garden as well."""
    return User(scene.server, scene.guild.owner, scene.guild.general)


def robot(scene: Scene) -> User:
    return User(scene.server, scene.server.world.bot, scene.guild.general)


def person(scene: Scene, name: str, permissions: int = 0) -> User:
    user = scene.server.add_user(name).at(scene.guild)
    scene.guild.join(user.account, permissions)
    return user


async def refused(user: User) -> str:
    return one_sentence(await (await user.slash("animoji create", prompt="silver hair")).answered())


@pytest.mark.usefixtures("bot")
class TestOwner:
    async def test_owners_see_how_the_bot_is(self, scene: Scene) -> None:
        await scene.create()
        reply = await (await owner(scene).slash("owner status")).saying("Database")
        assert reply.ephemeral
        assert "1 server" in reply.text and "open for everybody" in reply.text and "revision 00" in reply.text

    async def test_nobody_else_gets_their_commands(self, scene: Scene) -> None:
        other = scene.server.add_guild("Other")
        for user in (scene.alice, User(scene.server, other.owner, other.general)):
            with pytest.raises(NotOffered):
                await user.slash("owner status")
        admin = person(scene, "admin", int(Permission.ADMINISTRATOR))
        commands: dict[str, dict[str, Any]] = {
            "status": {},
            "maintenance": {"on": True},
            "block-user": {"user": scene.bob},
            "unblock-user": {"user": scene.bob},
            "block-server": {"server": "5"},
            "unblock-server": {"server": "5"},
            "block-telegram": {"person": "5"},
            "unblock-telegram": {"person": "5"},
            "blocked": {},
        }
        for command, options in commands.items():
            assert "owners" in one_sentence(await admin.slash(f"owner {command}", **options))

    async def test_maintenance_answers_everybody_while_jobs_end(self, scene: Scene) -> None:
        made = await scene.create(name="Mimi")
        scene.engine.open.clear()
        under_way = await scene.alice.slash("animoji again", motion="nod")
        one_sentence(await owner(scene).slash("owner maintenance", on=True))
        assert "looked after" in await refused(scene.bob)
        for command in ("help", "privacy show", "character list"):
            assert "looked after" in one_sentence(await scene.bob.slash(command))
        assert "looked after" in one_sentence(await scene.alice.click(made, "Re-roll"))
        scene.engine.open.set()
        await under_way.with_files()
        await scene.create(owner(scene), prompt="owners may")
        assert "Maintenance since" in (await (await owner(scene).slash("owner status")).saying("Database")).text
        await scene.delete(made)
        one_sentence(await owner(scene).slash("owner maintenance", on=False))
        await scene.create(scene.bob)

    async def test_a_person_is_blocked_everywhere_but_not_from_their_data(self, scene: Scene) -> None:
        made = await scene.create(scene.bob)
        assert f"<@{scene.bob.id}>" in one_sentence(await owner(scene).slash("owner block-user", user=scene.bob))
        for place in (scene.bob, scene.bob.in_dm()):
            assert "ask my owner" in await refused(place)
        assert "ask my owner" in one_sentence(await scene.bob.click(made, "MP4"))
        assert "What I keep" in (await scene.bob.slash("privacy show")).text
        assert str(scene.bob.id) in (await owner(scene).slash("owner blocked")).text
        one_sentence(await owner(scene).slash("owner unblock-user", user=scene.bob))
        await scene.create(scene.bob)
        assert "isn't blocked" in one_sentence(await owner(scene).slash("owner unblock-user", user=scene.bob))
        assert "Nobody is blocked" in (await owner(scene).slash("owner blocked")).text

    async def test_a_server_is_blocked(self, scene: Scene) -> None:
        other = scene.server.add_guild("Other")
        carol = scene.server.add_user("carol").at(other)
        other.join(carol.account)
        one_sentence(await owner(scene).slash("owner block-server", server=str(other.id)))
        assert "in this server" in await refused(carol)
        await scene.create(carol.in_dm())
        await scene.create()
        assert str(other.id) in (await owner(scene).slash("owner blocked")).text
        one_sentence(await owner(scene).slash("owner unblock-server", server=str(other.id)))
        await scene.create(carol)

    async def test_a_person_in_telegram_is_blocked_by_their_number(self, scene: Scene, bot: AnimeMojiBot) -> None:
        told = one_sentence(await owner(scene).slash("owner block-telegram", person="4242"))
        assert "Telegram `4242` can't use me" in told
        with pytest.raises(BlockedError):
            await bot.services.gate.check(Asker(Platform.TELEGRAM.person(4242)))
        await bot.services.gate.check(Asker(4242))  # somebody else, in Discord
        assert "Telegram `4242`" in (await owner(scene).slash("owner blocked")).text
        assert "can use me again" in one_sentence(await owner(scene).slash("owner unblock-telegram", person="4242"))
        await bot.services.gate.check(Asker(Platform.TELEGRAM.person(4242)))
        assert "isn't blocked" in one_sentence(await owner(scene).slash("owner unblock-telegram", person="4242"))
        for wrong in ("alice", "-4242", "0", "²"):
            assert "number of Telegram" in one_sentence(await owner(scene).slash("owner block-telegram", person=wrong))

    async def test_a_group_in_telegram_is_blocked_as_a_server_is(self, scene: Scene, bot: AnimeMojiBot) -> None:
        one_sentence(await owner(scene).slash("owner block-server", server="-100200300"))
        with pytest.raises(ServerBlockedError):
            await bot.services.gate.check(Asker(-4242, guild_id=-100200300))
        assert "-100200300" in (await owner(scene).slash("owner blocked")).text
        one_sentence(await owner(scene).slash("owner unblock-server", server="-100200300"))
        await bot.services.gate.check(Asker(-4242, guild_id=-100200300))

    async def test_what_cannot_be_blocked(self, scene: Scene) -> None:
        for user in (robot(scene), owner(scene)):
            assert "can't be blocked" in one_sentence(await owner(scene).slash("owner block-user", user=user))
        for wrong in ("garden", "0", "-", "--5", "9" * 20):
            assert "server's ID" in one_sentence(await owner(scene).slash("owner block-server", server=wrong))


@pytest.mark.parametrize("role", ["admin", "developer", "read_only", "invited"])
async def test_whoever_a_team_lets_run_its_application_owns_the_bot(scene: Scene, role: str) -> None:
    member = person(scene, "teammate", int(Permission.ADMINISTRATOR))
    scene.server.world.team = {scene.guild.owner.id: "admin", member.id: "admin" if role == "invited" else role}
    scene.server.world.invited = {member.id} if role == "invited" else set()
    async with scene.bot(owner_guild=scene.guild.id):
        await (await owner(scene).slash("owner status")).saying("Database")
        reply = await member.slash("owner maintenance", on=True)
        if role in ("read_only", "invited"):
            assert "owners" in one_sentence(reply)
            return
        assert "Maintenance is on" in one_sentence(reply)
        await scene.create(member, prompt="owners may")
        assert "can't be blocked" in one_sentence(await owner(scene).slash("owner block-user", user=member))
        assert "looked after" in await refused(scene.bob)


async def test_maintenance_outlives_a_restart(scene: Scene) -> None:
    async with scene.bot(owner_guild=scene.guild.id):
        await owner(scene).slash("owner maintenance", on=True)
    async with scene.bot():
        assert "looked after" in await refused(scene.alice)


@pytest.mark.usefixtures("bot")
class TestModerators:
    async def test_they_block_and_unblock_in_their_server(self, scene: Scene) -> None:
        mod = person(scene, "mod", int(MODERATES))
        assert f"<@{scene.bob.id}>" in (await mod.slash("moderation block", user=scene.bob)).text
        assert "ask a moderator" in await refused(scene.bob)
        await scene.create(scene.bob.in_dm())
        listed = (await mod.slash("moderation blocked")).text
        assert f"<@{scene.bob.id}>" in listed and f"<@{mod.id}>" in listed
        one_sentence(await mod.slash("moderation unblock", user=scene.bob))
        await scene.create(scene.bob)
        assert "isn't blocked" in one_sentence(await mod.slash("moderation unblock", user=scene.bob))

    async def test_nobody_else_may(self, scene: Scene) -> None:
        with pytest.raises(NotOffered):
            await scene.bob.slash("moderation block", user=scene.alice)
        # A server's own settings may offer it to more people.
        group = next(c for c in scene.server.world.commands if c["name"] == "moderation")
        group["default_member_permissions"] = None
        for command, options in (("block", {"user": scene.alice}), ("unblock", {"user": scene.alice}), ("blocked", {})):
            assert "ask a moderator" in one_sentence(await scene.bob.slash(f"moderation {command}", **options))

    async def test_those_who_manage_the_server_cannot_be_blocked(self, scene: Scene) -> None:
        mod = person(scene, "mod", int(MODERATES))
        boss = person(scene, "boss", int(Permission.MANAGE_GUILD))
        for user in (mod, boss, robot(scene)):
            assert "can't be blocked" in one_sentence(await mod.slash("moderation block", user=user))


@pytest.mark.usefixtures("bot")
class TestOptOut:
    async def _message(self, scene: Scene) -> Message:
        return await scene.bob.post("look", CLIP)

    async def test_whoever_opted_out_is_not_animated_by_others(self, scene: Scene) -> None:
        await scene.create(name="Mimi")
        assert "nobody can" in one_sentence(await scene.bob.slash("privacy opt-out"))
        message = await self._message(scene)
        refusals = [
            await scene.alice.slash("animoji together", friend=scene.bob),
            await scene.alice.context_menu("Animate this", message),
        ]
        for refusal in refusals:
            assert f"<@{scene.bob.id}> would rather not" in one_sentence(refusal)
        assert (await scene.bob.context_menu("Animate this", message)).modal, "they may themselves"
        one_sentence(await scene.bob.slash("privacy opt-in"))
        assert (await scene.alice.context_menu("Animate this", message)).modal
        assert "Yes, choose mine" in (await scene.alice.slash("animoji together", friend=scene.bob)).labels

    async def test_an_invitation_from_before_is_still_theirs_to_answer(self, scene: Scene) -> None:
        await scene.create(name="Mimi")
        invitation = await scene.alice.slash("animoji together", friend=scene.bob)
        await scene.bob.slash("privacy opt-out")
        await scene.bob.click(invitation, "Not this time")
        assert invitation.labels == []

    async def test_it_stays_when_they_are_forgotten_and_is_told_with_their_data(self, scene: Scene) -> None:
        await scene.alice.slash("privacy opt-out")
        await scene.alice.click(await scene.alice.slash("privacy delete"), "Forget me")
        await owner(scene).slash("owner block-user", user=scene.alice)
        export = await (await scene.alice.slash("privacy export")).with_files()
        with zipfile.ZipFile(io.BytesIO(export.file.data)) as archive:
            assert json.loads(archive.read("person.json"))["opted_out"]
            assert [row["server"] for row in json.loads(archive.read("blocks.json"))] == [None]


class TestLog:
    async def _with_log(self, scene: Scene) -> Reply:
        channel = scene.server.add_channel(scene.guild, "log")
        panel = await owner(scene).slash("settings show")
        await owner(scene).select(panel, channel, custom_id="settings:log")
        return panel

    def _lines(self, scene: Scene) -> list[str]:
        messages = [m for m in scene.server.world.messages.values() if m.channel.name == "log"]
        return [message.text for message in messages]

    async def test_it_says_who_made_and_deleted_what(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await self._with_log(scene)
        made = await scene.create(name="Mimi")
        await (await scene.alice.slash("emoji add", name="mimihi")).saying("mimihi")
        await (await scene.alice.slash("emoji sticker", name="Mimi")).with_files()
        await all_over(bot)
        choice = (await scene.alice.autocomplete("emoji remove", "made", "mimihi"))[0]["value"]
        await scene.alice.submit_modal(await scene.alice.slash("emoji remove", made=choice))
        mod = person(scene, "mod", int(MODERATES))
        await scene.delete(made, mod)
        await mod.slash("moderation block", user=scene.bob)
        await mod.slash("moderation unblock", user=scene.bob)
        await scene.server.wait_for(lambda: len(self._lines(scene)) == 6)
        alice, moderator = f"<@{scene.alice.id}>", f"<@{mod.id}>"
        added, sticker, *rest = self._lines(scene)
        assert added.startswith(f"{alice} added <a:mimihi:")
        assert sticker.startswith(f"{alice} added the sticker") and "Mimi" in sticker
        assert sorted(rest) == sorted(
            [
                f"{alice} removed `mimihi`",
                f"{moderator} deleted an animoji of “Mimi” that {alice} had made",
                f"{moderator} blocked <@{scene.bob.id}>",
                f"{moderator} unblocked <@{scene.bob.id}>",
            ]
        )
        assert "silver hair" not in "".join(self._lines(scene))

    async def test_a_log_that_cannot_be_written_stops_nothing(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await self._with_log(scene)
        next(c for c in scene.guild.channels.values() if c.name == "log").denied = int(Permission.SEND_MESSAGES)
        await scene.create(name="Mimi")
        await (await scene.alice.slash("emoji add", name="mimihi")).saying("mimihi")
        await all_over(bot)
        assert self._lines(scene) == []

    async def test_it_can_be_taken_away(self, scene: Scene, bot: AnimeMojiBot) -> None:
        panel = await self._with_log(scene)
        await owner(scene).select(panel, custom_id="settings:log")
        await scene.create(name="Mimi")
        await (await scene.alice.slash("emoji add", name="mimihi")).saying("mimihi")
        await all_over(bot)
        assert self._lines(scene) == []
