"""/emoji pack, list and remove."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline import TARGETS, PresetMotion
from tests.discord_server import NotOffered, Permission
from tests.discord_server.media import read_picture
from tests.discord_server.payloads import emoji_json
from tests.discord_server.state import Emoji
from tests.e2e.scene import Scene, both_doors, one_sentence

pytestmark = [pytest.mark.usefixtures("bot"), both_doors]


async def _fill(scene: Scene, count: int) -> None:
    """Takes so many slots of animated emoji."""
    for index in range(count):
        emoji = Emoji(f"old_{index}", b"", "image/gif", animated=True, maker=scene.guild.owner)
        scene.guild.emojis[emoji.id] = emoji
    data = {"guild_id": str(scene.guild.id), "emojis": [emoji_json(item) for item in scene.guild.emojis.values()]}
    await scene.server.gateway.dispatch("GUILD_EMOJIS_UPDATE", data)


async def test_one_character_with_many_feelings(scene: Scene) -> None:
    await scene.create(name="Mimi")
    reply = await scene.alice.slash("emoji pack", count=4)
    await reply.saying("4", "Mimi")
    names = [emoji.name for emoji in scene.guild.emojis.values()]
    assert names == ["mimi_happy", "mimi_sad", "mimi_angry", "mimi_love"]
    motions = [job.request.motion for job in scene.engine.jobs[1:]]
    assert all(isinstance(motion, PresetMotion) for motion in motions)
    assert len(set(motions)) == 4
    for emoji in scene.guild.emojis.values():
        picture = read_picture(emoji.image)
        assert picture is not None
        assert picture.width == 128
        assert f"<a:{emoji.name}:{emoji.id}>" in reply.text


async def test_free_slots_are_respected(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await _fill(scene, 48)
    reply = await scene.alice.slash("emoji pack")
    await reply.saying("2", "50")
    assert len(scene.guild.emojis) == 50
    assert len(scene.engine.jobs) == 3, "no work for what has no place"
    refusal = await scene.alice.slash("emoji pack")
    assert "50" in one_sentence(await refusal.answered())


async def test_a_rate_limit_in_the_middle_keeps_what_was_made(scene: Scene) -> None:
    await scene.create(name="Mimi")
    scene.engine.open.clear()
    reply = await scene.alice.slash("emoji pack", count=3)
    await scene.engine.job(2)
    scene.engine.open.set()
    await scene.server.wait_for(lambda: len(scene.guild.emojis) >= 1)
    scene.server.faults.rate_limit("POST /guilds/*/emojis", 7200)
    await reply.until(lambda r: "<a:" in r.text and not r.labels)
    assert "120 min" in reply.text or len(scene.guild.emojis) == 3


async def test_a_refusal_in_the_middle_keeps_what_was_made(scene: Scene) -> None:
    await scene.create(name="Mimi")
    scene.engine.seconds = 0.2
    reply = await scene.alice.slash("emoji pack", count=3)
    await scene.server.wait_for(lambda: len(scene.guild.emojis) >= 1)
    scene.server.faults.fail("POST /guilds/*/emojis", 400, times=9, code=50138, message="Failed to resize asset")
    await reply.ended()
    assert "<a:mimi_happy" in reply.text, "what was made is shown"


async def test_a_pack_can_be_cancelled(scene: Scene) -> None:
    await scene.create(name="Mimi")
    scene.engine.open.clear()
    reply = await scene.alice.slash("emoji pack", count=3)
    await scene.engine.job(2)
    await reply.until(lambda r: r.labels == ["Cancel"])
    await scene.alice.click(reply, "Cancel")
    await reply.saying("Cancelled")
    assert len(scene.engine.jobs) == 2
    assert scene.guild.emojis == {}


async def test_packs_are_for_those_who_may(scene: Scene) -> None:
    await scene.create(scene.bob, name="Bobby")
    reply = await scene.bob.slash("emoji pack")
    assert "Create Expressions" in one_sentence(await reply.answered())


async def test_the_list_shows_what_was_made_here(scene: Scene) -> None:
    assert (await scene.alice.slash("emoji list")).ephemeral
    await scene.create(name="Mimi")
    await (await scene.alice.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
    await (await scene.alice.slash("emoji sticker", name="Waving")).saying("Waving")
    reply = await scene.alice.slash("emoji list")
    assert reply.ephemeral
    assert "mimi_hi" in reply.text
    assert "Waving" in reply.text
    elsewhere = scene.alice.at(scene.server.add_guild("Elsewhere"))
    assert "mimi_hi" not in (await elsewhere.slash("emoji list")).text


async def test_what_was_made_can_be_removed(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await (await scene.alice.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
    await (await scene.alice.slash("emoji sticker", name="Waving")).saying("Waving")
    for typed in ("mimi", "Wav"):
        choices = await scene.alice.autocomplete("emoji remove", "made", typed)
        assert len(choices) == 1
        question = await scene.alice.slash("emoji remove", made=choices[0]["value"])
        assert question.modal["title"] == "Remove this for everybody here?"
        assert typed in question.modal["components"][0]["content"]
        one_sentence(await scene.alice.submit_modal(question))
    assert scene.guild.emojis == {}
    assert scene.guild.stickers == {}


async def test_only_what_the_bot_made_can_be_removed(scene: Scene) -> None:
    await _fill(scene, 1)
    assert await scene.alice.autocomplete("emoji remove", "made", "") == []
    (old,) = scene.guild.emojis.values()
    for made in (str(old.id), "old_0", "1"):
        one_sentence(await (await scene.alice.slash("emoji remove", made=made)).answered())
    assert len(scene.guild.emojis) == 1


async def test_who_may_not_add_may_not_remove(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await (await scene.alice.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
    made = (await scene.alice.autocomplete("emoji remove", "made", ""))[0]["value"]
    one_sentence(await (await scene.bob.slash("emoji remove", made=made)).answered())
    assert len(scene.guild.emojis) == 1


async def test_what_somebody_else_has_removed_already(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await (await scene.alice.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
    made = (await scene.alice.autocomplete("emoji remove", "made", ""))[0]["value"]
    scene.guild.emojis.clear()
    one_sentence(await scene.alice.submit_modal(await scene.alice.slash("emoji remove", made=made)))
    assert await scene.alice.autocomplete("emoji remove", "made", "") == []


async def test_people_who_brought_the_app_along_have_their_own(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    dave = scene.server.add_user("dave", installed=True)
    await scene.create(carol, name="Mimi")
    await (await carol.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
    assert "mimi_hi" in (await carol.slash("emoji list")).text
    assert "mimi_hi" not in (await dave.slash("emoji list")).text
    made = (await carol.autocomplete("emoji remove", "made", ""))[0]["value"]
    one_sentence(await (await dave.slash("emoji remove", made=made)).answered())
    assert len(scene.server.world.emojis) == 1
    one_sentence(await carol.submit_modal(await carol.slash("emoji remove", made=made)))
    assert scene.server.world.emojis == {}


async def test_a_bot_that_lost_its_permission_says_so(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await (await scene.alice.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
    made = (await scene.alice.autocomplete("emoji remove", "made", ""))[0]["value"]
    for role in scene.guild.members[scene.server.world.bot.id].roles:
        role.permissions &= ~(Permission.CREATE_GUILD_EXPRESSIONS | Permission.MANAGE_GUILD_EXPRESSIONS)
    question = await scene.alice.slash("emoji remove", made=made)
    assert "I need" in one_sentence(await scene.alice.submit_modal(question))


@pytest.mark.parametrize(
    ("place", "count", "pieces", "inside"),
    [
        ("whatsapp", 4, 4, ["01_happy.webp", "02_sad.webp", "03_angry.webp", "04_love.webp", "tray.png"]),
        ("line-sticker", 6, 9, ["upload.zip"]),
        ("telegram-emoji", 1, 1, ["01_happy.webm"]),
    ],
)
async def test_a_pack_for_another_place_comes_as_one_archive(
    scene: Scene, place: str, count: int, pieces: int, inside: list[str]
) -> None:
    await scene.create(scene.bob, name="Mimi")
    reply = await (await scene.bob.slash("emoji pack", count=count, **{"for": place})).with_files()
    assert reply.ephemeral, "nobody else needs it, and nobody need be allowed to add emoji"
    assert "Mimi" in reply.text
    assert "1. " in reply.text
    assert reply.file.filename == f"mimi-{place}.zip"
    with zipfile.ZipFile(io.BytesIO(reply.file.data)) as archive:
        assert archive.namelist() == [*inside, "how_to_upload.txt"]
        assert "Mimi" in archive.read("how_to_upload.txt").decode()
    requests = [job.request for job in scene.engine.jobs[1:]]
    assert len(requests) == pieces
    target = TARGETS[place]
    assert all(request.output.format is target.format for request in requests)
    assert [request.output.size for request in requests[: len(inside)]] == [target.size] * min(len(inside), pieces)


async def test_the_button_below_an_animoji_asks_for_the_place(scene: Scene) -> None:
    animoji = await scene.create(name="Mimi")
    form = await scene.alice.click(animoji, "Pack")
    menu = form.modal["components"][0]["component"]
    assert [option["value"] for option in menu["options"]] == list(TARGETS)
    reply = await scene.alice.submit_modal(form, **{menu["custom_id"]: "Slack"})
    await reply.with_files()
    assert reply.file.filename == "mimi-slack.zip"
    with zipfile.ZipFile(io.BytesIO(reply.file.data)) as archive:
        assert len(archive.namelist()) == 7
    refusal = await scene.bob.click(animoji, "Pack")
    one_sentence(await refusal.answered())


async def test_a_pack_for_a_place_that_nobody_knows(scene: Scene) -> None:
    await scene.create(name="Mimi")
    with pytest.raises(NotOffered):
        await scene.alice.slash("emoji pack", **{"for": "fridge"})
    refusal = await scene.alice.slash("emoji pack", character="Nobody", **{"for": "slack"})
    assert "Nobody" in one_sentence(await refusal.answered())
