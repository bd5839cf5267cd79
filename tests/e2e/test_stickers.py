"""/emoji sticker."""

from __future__ import annotations

import pytest

from pipeline import Format
from tests.discord_server.media import read_picture
from tests.discord_server.payloads import sticker_json
from tests.discord_server.state import Sticker
from tests.e2e.scene import Scene, both_doors, one_sentence

pytestmark = [pytest.mark.usefixtures("bot"), both_doors]


async def test_the_last_animoji_becomes_a_sticker(scene: Scene) -> None:
    await scene.create(name="Mimi")
    reply = await scene.alice.slash("emoji sticker", name="Mimi waves", tag="👋")
    await reply.saying("Mimi waves")
    (sticker,) = scene.guild.stickers.values()
    picture = read_picture(sticker.image)
    assert picture is not None
    assert (picture.width, picture.height) == (320, 320)
    assert picture.seconds <= 5
    assert len(sticker.image) <= 512 * 1024
    assert scene.engine.jobs[1].request.output.format is Format.APNG
    assert sticker.description == "silver hair, blue eyes"
    assert len(reply.files) == 1, "it is shown"


async def test_full_sticker_slots_are_noticed_before_any_work(scene: Scene) -> None:
    await scene.create()
    for index in range(5):
        sticker = Sticker(f"old {index}", "", "x", b"", 2, scene.guild.owner)
        scene.guild.stickers[sticker.id] = sticker
    data = [sticker_json(item, scene.guild) for item in scene.guild.stickers.values()]
    await scene.server.gateway.dispatch("GUILD_STICKERS_UPDATE", {"guild_id": str(scene.guild.id), "stickers": data})
    reply = await scene.alice.slash("emoji sticker")
    assert "5" in one_sentence(await reply.answered())
    assert len(scene.engine.jobs) == 1


async def test_slots_that_fill_up_meanwhile(scene: Scene) -> None:
    await scene.create()
    scene.server.faults.fail("POST /guilds/*/stickers", 400, code=30039, message="Maximum number of stickers reached")
    reply = await scene.alice.slash("emoji sticker")
    await reply.saying("5")
    one_sentence(reply)


async def test_stickers_are_for_servers_and_for_those_who_may(scene: Scene) -> None:
    await scene.create()
    one_sentence(await (await scene.alice.in_dm().slash("emoji sticker")).answered())
    await scene.create(scene.bob)
    reply = await scene.bob.slash("emoji sticker")
    assert "Create Expressions" in one_sentence(await reply.answered())


async def test_long_rate_limits_are_told(scene: Scene) -> None:
    await scene.create()
    scene.server.faults.rate_limit("POST /guilds/*/stickers", 7200)
    reply = await scene.alice.slash("emoji sticker")
    await reply.saying("120 min")
    one_sentence(reply)


async def test_a_character_whose_name_is_too_short_for_a_sticker(scene: Scene) -> None:
    reply = await scene.create(name="M")
    form = await scene.alice.click(reply, "Sticker")
    field = form.modal["components"][0]["component"]["custom_id"]
    made = await scene.alice.submit_modal(form, **{field: "Mimi"})
    await made.saying("Mimi")
    short = await scene.alice.slash("emoji sticker")
    await short.ended()
    assert "`" not in short.text


async def test_what_is_typed_into_the_form_is_tidied(scene: Scene) -> None:
    reply = await scene.create(name="Mimi")
    form = await scene.alice.click(reply, "Sticker")
    name, tag = (label["component"]["custom_id"] for label in form.modal["components"])
    made = await scene.alice.submit_modal(form, **{name: "  Mimi  ", tag: "   "})
    await made.ended()
    assert "`" not in made.text


async def test_a_name_of_one_letter_is_refused_before_any_work(scene: Scene) -> None:
    await scene.create(name="M")
    reply = await scene.alice.slash("emoji sticker")
    await reply.ended()
    assert scene.guild.stickers or len(scene.engine.jobs) == 1
