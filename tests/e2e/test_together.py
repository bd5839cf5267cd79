"""/animoji together: two characters of one's own, or a friend's who agrees."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
import sqlalchemy as sa

from bot.app import AnimeMojiBot
from bot.store.models import AnimojiRow, InvitationRow
from pipeline import Partner, PresetMotion, SpeechMotion, TrackMotion, VideoMotion
from tests.discord_server import Permission, Reply, User
from tests.e2e.scene import CLIP, Scene, all_over, one_sentence, read_out


async def _cast(scene: Scene) -> None:
    """Alice has Mimi and Taro, Bob has Bobby."""
    await scene.create(name="Mimi")
    await scene.create(name="Taro", prompt="red hair")
    await scene.create(scene.bob, name="Bobby", prompt="green hair")


async def _invited(scene: Scene, **options: object) -> Reply:
    asked = {"friend": scene.bob, "character": "Mimi"} | options
    return await scene.alice.slash("animoji together", **asked)


def _partner(scene: Scene) -> Partner:
    partner = scene.engine.jobs[-1].request.partner
    assert isinstance(partner, Partner)
    return partner


@pytest.mark.usefixtures("bot")
class TestOwn:
    async def test_two_of_ones_own_stand_side_by_side(self, scene: Scene) -> None:
        await _cast(scene)
        reply = await scene.alice.slash("animoji together", character="Mimi", partner="Taro", video=CLIP, caption="us")
        await reply.with_files()
        assert "Mimi & Taro" in reply.text
        request = scene.engine.jobs[-1].request
        assert isinstance(request.motion, VideoMotion)
        assert (request.character.prompt, _partner(scene).character.prompt, _partner(scene).motion) == (  # type: ignore[union-attr]
            "silver hair, blue eyes",
            "red hair",
            None,
        )
        assert any("Mimi" in words and "Taro" in words for words in read_out(reply.message))

    async def test_each_may_have_a_motion_of_its_own(self, scene: Scene) -> None:
        await _cast(scene)
        options = {"character": "Mimi", "partner": "Taro", "motion": "nod", "partner-motion": "laugh"}
        await (await scene.alice.slash("animoji together", **options)).with_files()
        assert scene.engine.jobs[-1].request.motion == PresetMotion("nod")
        assert _partner(scene).motion == PresetMotion("laugh")

    async def test_they_say_something_aloud(self, scene: Scene) -> None:
        await _cast(scene)
        options = {"character": "Mimi", "partner": "Taro", "say": "hello"}
        reply = await (await scene.alice.slash("animoji together", **options)).with_files()
        request = scene.engine.jobs[-1].request
        assert (request.motion, _partner(scene).motion) == (SpeechMotion("hello"), None)
        assert reply.file.filename.endswith(".mp4"), "a GIF cannot be heard"
        await (await scene.alice.slash("animoji together", **options, **{"partner-motion": "nod"})).with_files()
        assert _partner(scene).motion == PresetMotion("nod")
        refusal = await scene.alice.slash("animoji together", **options, motion="nod")
        assert "only one of" in one_sentence(await refusal.answered())

    async def test_its_other_files_and_emoji_show_both(self, scene: Scene) -> None:
        await _cast(scene)
        reply = await scene.alice.slash("animoji together", character="Mimi", partner="Taro", motion="nod")
        await reply.with_files()
        await (await scene.alice.click(reply, "WebP")).with_files()
        assert isinstance(_partner(scene).motion, TrackMotion)
        await (await scene.alice.slash("emoji add", name="us")).saying("us")
        assert _partner(scene).character.prompt == "red hair"  # type: ignore[union-attr]
        again = await scene.alice.click(reply, "Re-roll")
        await again.with_files()
        assert "& Taro" in again.text

    async def test_deleting_the_partner_deletes_it(self, scene: Scene) -> None:
        await _cast(scene)
        reply = await scene.alice.slash("animoji together", character="Mimi", partner="Taro", motion="nod")
        await reply.with_files()
        assert "2 animojis" in (await scene.forget("Taro")).text
        assert "no longer exists" in one_sentence(await scene.alice.click(reply, "WebP"))

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            ({}, "stands beside"),
            ({"partner": "Taro", "friend": "bob"}, "not both"),
            ({"partner": "Nobody"}, "no character called “Nobody”"),
            ({"partner": "Taro", "partner-motion": "fly"}, "no motion called “fly”"),
            ({"partner": "Taro", "motion": "nod", "video": CLIP}, "only one of"),
            ({"friend": "alice"}, "somebody else"),
            ({"friend": "bot"}, "somebody else"),
        ],
    )
    async def test_what_cannot_be_is_refused_in_a_sentence(
        self, scene: Scene, options: dict[str, object], says: str
    ) -> None:
        await _cast(scene)
        robot = User(scene.server, scene.server.world.bot, scene.guild.general)
        people = {"alice": scene.alice, "bob": scene.bob, "bot": robot}
        made = len(scene.engine.jobs)
        asked = {name: people[str(value)] if name == "friend" else value for name, value in options.items()}
        assert says in one_sentence(await (await scene.alice.slash("animoji together", **asked)).answered())
        assert len(scene.engine.jobs) == made


@pytest.mark.usefixtures("bot")
class TestFriend:
    async def test_a_friend_who_agrees_chooses_the_character(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await _cast(scene)
        await scene.create(scene.bob, name="Bella", prompt="blond hair")
        invitation = await _invited(scene, motion="nod")
        assert f"<@{scene.bob.id}>" in invitation.text and "Mimi" in invitation.text
        question = await scene.bob.click(invitation, "Yes, choose mine")
        labels = [option["label"] for option in question.modal["components"][0]["component"]["options"]]
        assert labels == ["Bella", "Bobby"]
        accepted = await scene.bob.submit_modal(question, your_character="Bobby")
        await all_over(bot)
        assert accepted.message is invitation.message
        assert len(invitation.files) == 1, "the result stands where the invitation stood"
        assert "Mimi & Bobby" in invitation.text
        assert _partner(scene).character.prompt == "green hair"  # type: ignore[union-attr]
        assert "Re-roll" not in invitation.labels and "Tweak" not in invitation.labels

    async def test_it_is_the_askers_and_the_friend_may_delete_it(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await _cast(scene)
        invitation = await _invited(scene)
        await scene.bob.submit_modal(await scene.bob.click(invitation, "Yes, choose mine"))
        await all_over(bot)
        assert "Only the person who made this" in one_sentence(await scene.bob.click(invitation, "MP4"))
        await (await scene.alice.click(invitation, "WebP")).with_files()
        await scene.delete(invitation, scene.bob)
        await scene.server.wait_for(lambda: invitation.message.deleted)

    async def test_a_friend_may_say_no(self, scene: Scene) -> None:
        await _cast(scene)
        made = len(scene.engine.jobs)
        invitation = await _invited(scene)
        await scene.bob.click(invitation, "Not this time")
        assert "Not this time" in invitation.text and invitation.labels == []
        assert len(scene.engine.jobs) == made

    async def test_nobody_else_may_answer(self, scene: Scene) -> None:
        await _cast(scene)
        invitation = await _invited(scene)
        for user in (scene.alice, scene.server.add_user("carol").at(scene.guild)):
            scene.guild.join(user.account)
            for button in ("Yes, choose mine", "Not this time"):
                assert f"<@{scene.bob.id}>" in one_sentence(await user.click(invitation, button))
        assert "Only the person who made this" in one_sentence(await scene.bob.click(invitation, "Take it back"))
        await scene.alice.click(invitation, "Take it back")
        assert "taken back" in invitation.text

    async def test_a_moderator_may_take_it_back(self, scene: Scene) -> None:
        await _cast(scene)
        invitation = await _invited(scene)
        mod = scene.server.add_user("mod").at(scene.guild)
        scene.guild.join(mod.account, int(Permission.MANAGE_MESSAGES))
        await mod.click(invitation, "Take it back")
        assert invitation.labels == []

    async def test_a_friend_without_a_character_is_told_how_to_make_one(self, scene: Scene) -> None:
        await scene.create(name="Mimi")
        invitation = await _invited(scene)
        assert "/animoji create" in one_sentence(await scene.bob.click(invitation, "Yes, choose mine"))
        assert "Yes, choose mine" in invitation.labels

    async def test_a_few_invitations_at_a_time_are_enough(self, scene: Scene) -> None:
        await _cast(scene)
        for _ in range(3):
            await _invited(scene)
        assert "3 open invitations" in one_sentence(await _invited(scene))

    async def test_the_askers_limit_is_not_the_friends_trouble(self, scene: Scene) -> None:
        await _cast(scene)
        invitation = await _invited(scene)
        scene.engine.open.clear()
        for _ in range(2):
            await scene.alice.slash("animoji again", character="Mimi", motion="nod")
        question = await scene.bob.click(invitation, "Yes, choose mine")
        refusal = await scene.bob.submit_modal(question)
        assert f"<@{scene.alice.id}> can't make another one" in one_sentence(refusal)
        assert "Yes, choose mine" in invitation.labels
        scene.engine.open.set()

    async def test_in_direct_messages_there_is_no_friend(self, scene: Scene) -> None:
        await _cast(scene)
        reply = await scene.alice.in_dm().slash("animoji together", friend=scene.bob, character="Mimi")
        assert "can't see this conversation" in one_sentence(reply)

    async def test_forgetting_a_friend_takes_their_character_out(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await _cast(scene)
        first, second = await _invited(scene), await _invited(scene)
        await scene.bob.submit_modal(await scene.bob.click(first, "Yes, choose mine"))
        await all_over(bot)
        await scene.bob.click(await scene.bob.slash("privacy delete"), "Forget me")
        async with bot.services.store.look() as work:
            assert not await work.session.scalar(sa.select(sa.exists().where(AnimojiRow.partner_id.is_not(None))))
        assert "invitation is over" in one_sentence(await scene.bob.click(second, "Yes, choose mine"))


class TestLater:
    async def test_invitations_outlive_a_restart(self, scene: Scene) -> None:
        async with scene.bot():
            await _cast(scene)
            invitation = await _invited(scene, motion="nod")
        async with scene.bot() as bot:
            await scene.bob.submit_modal(await scene.bob.click(invitation, "Yes, choose mine"))
            await all_over(bot)
        assert "Mimi & Bobby" in invitation.text

    async def test_the_result_of_a_late_answer_comes_as_a_message(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await _cast(scene)
        invitation = await _invited(scene)
        scene.server.expire_tokens()
        async with bot.services.store.work() as work:
            past = datetime.now(timezone.utc) - timedelta(seconds=1)
            await work.session.execute(sa.update(InvitationRow).values(token_until=past))
        await scene.bob.submit_modal(await scene.bob.click(invitation, "Yes, choose mine"))
        await all_over(bot)
        posted = [m for m in scene.server.world.messages.values() if m.attachments and f"<@{scene.alice.id}>" in m.text]
        assert len(posted) == 1 and "Mimi & Bobby" in posted[0].text

    async def test_an_invitation_ends(self, scene: Scene, bot: AnimeMojiBot) -> None:
        await _cast(scene)
        invitation = await _invited(scene)
        async with bot.services.store.work() as work:
            past = datetime.now(timezone.utc) - timedelta(seconds=1)
            await work.session.execute(sa.update(InvitationRow).values(until=past))
        for button in ("Yes, choose mine", "Not this time"):
            assert "invitation is over" in one_sentence(await scene.bob.click(invitation, button))
        await _invited(scene)
        async with bot.services.store.look() as work:
            assert await work.session.scalar(sa.select(sa.func.count()).select_from(InvitationRow)) == 1
