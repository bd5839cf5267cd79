"""/animoji create and again."""

from __future__ import annotations

import asyncio
import io

import pytest
from PIL import Image

from bot.app import AnimeMojiBot
from pipeline import Character, Effect, Effects, PromptSource, Source, UserError, VideoMotion
from pipeline.characters.errors import SketchNeedsDiffusionError
from tests.discord_server import NotOffered, Upload
from tests.discord_server.components import walk
from tests.e2e.scene import CLIP, Scene, both_doors, leads_to, one_sentence

pytestmark = [pytest.mark.usefixtures("bot"), both_doors]


async def test_a_prompt_and_a_clip_become_a_gif(scene: Scene) -> None:
    reply = await scene.create(prompt="silver hair, blue eyes, gibberish", name="Mimi")
    assert not reply.ephemeral
    with Image.open(io.BytesIO(reply.file.data)) as image:
        assert (image.format, image.size) == ("GIF", (320, 320))
        assert getattr(image, "n_frames", 1) == 4
    for words in ("Mimi", "hair: silver", "gibberish", "320"):
        assert words in reply.text


async def test_signs_around_the_face_follow_the_person_unless_others_are_chosen(scene: Scene) -> None:
    await scene.create()
    await scene.create(effects="Hearts")
    await scene.create(effects="None")
    wanted = [job.request.effects for job in scene.engine.jobs]
    assert wanted == [Effects.AUTO, Effects((Effect.HEARTS,)), Effects.OFF]


async def test_the_clip_is_read_once_and_not_kept(scene: Scene, bot: AnimeMojiBot) -> None:
    await scene.create()
    assert scene.server.cdn.downloads == 1
    request = scene.engine.jobs[0].request
    assert isinstance(request.motion, VideoMotion)
    for _ in range(100):
        if not leads_to(request.motion.path, CLIP.data):
            break
        await asyncio.sleep(0.01)
    assert not leads_to(request.motion.path, CLIP.data)
    for file in scene.folder.rglob("*"):
        assert not file.is_file() or CLIP.data not in file.read_bytes()


async def test_a_sketch_is_there_while_it_is_painted_over(scene: Scene) -> None:
    drawing = io.BytesIO()
    Image.new("RGB", (300, 300), (200, 40, 40)).save(drawing, "PNG")
    scene.engine.open.clear()
    upload = Upload("me.png", drawing.getvalue())
    reply = await scene.alice.slash("animoji create", prompt="silver hair", style="diffused", sketch=upload)
    source = (await scene.engine.job(1)).request.character
    assert isinstance(source, PromptSource)
    assert (source.prompt, source.source) == ("silver hair", Source.DIFFUSED)
    assert source.sketch is not None
    assert source.sketch.read_bytes() == drawing.getvalue()
    scene.engine.open.set()
    await reply.with_files(5)
    for _ in range(100):
        if not leads_to(source.sketch, drawing.getvalue()):
            break
        await asyncio.sleep(0.01)
    assert not leads_to(source.sketch, drawing.getvalue())


async def test_a_sketch_that_cannot_be_used_is_refused_in_private(scene: Scene) -> None:
    for upload, says in ((Upload("me.png", b""), "empty"), (Upload("me.png", b"x", declared_size=400 * 2**20), "MB")):
        reply = await scene.alice.slash("animoji create", prompt="silver hair", sketch=upload)
        assert says in one_sentence(await reply.answered())
    scene.engine.fails_with = SketchNeedsDiffusionError()
    reply = await scene.alice.slash("animoji create", prompt="silver hair", sketch=Upload("me.png", b"a drawing"))
    await reply.saying("leave the sketch out")
    assert "docs/" not in one_sentence(reply)


async def test_again_animates_the_same_character(scene: Scene) -> None:
    await scene.create(name="Mimi")
    choices = await scene.alice.autocomplete("animoji again", "character", "mi")
    assert [choice["name"] for choice in choices] == ["Mimi"]
    reply = await scene.alice.slash("animoji again", character=choices[0]["value"], video=CLIP)
    await reply.with_files()
    first, second = (job.request.character for job in scene.engine.jobs)
    assert isinstance(first, PromptSource)
    assert isinstance(second, Character)
    assert (second.prompt, second.seed) == (first.prompt, first.seed)


async def test_nobody_is_offered_the_characters_of_others(scene: Scene) -> None:
    await scene.create(name="Mimi")
    assert await scene.bob.autocomplete("animoji again", "character", "") == []
    choices = await scene.alice.autocomplete("animoji again", "character", "")
    reply = await scene.bob.slash("animoji again", character=choices[0]["value"], video=CLIP)
    assert "/character list" in one_sentence(await reply.answered())
    reply = await scene.bob.slash("animoji again", character="Mimi", video=CLIP)
    assert "Mimi" in one_sentence(await reply.answered())


@pytest.mark.parametrize(
    ("video", "says"),
    [
        (Upload("selfie.mp4", b""), "empty"),
        (Upload("selfie.mp4", b"x" * 100, declared_size=400 * 2**20), "MB"),
    ],
    ids=["empty", "too large"],
)
async def test_a_file_that_cannot_be_used_is_refused_in_private(scene: Scene, video: Upload, says: str) -> None:
    reply = await scene.alice.slash("animoji create", prompt="silver hair", video=video)
    assert says in one_sentence(await reply.answered())
    assert scene.engine.jobs == []


async def test_a_clip_that_discord_no_longer_has(scene: Scene) -> None:
    scene.server.faults.fail("GET /ephemeral-attachments/*", 404)
    reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
    await reply.saying("attach it again")
    one_sentence(reply)


class NoFaceHereError(UserError):
    key = "error.not_translated_anywhere"
    template = "There is no face in that clip; please film your face from the front."


async def test_what_the_pipeline_refuses_is_said_in_private(scene: Scene) -> None:
    scene.engine.fails_with = NoFaceHereError()
    reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
    await reply.saying("film your face from the front")
    one_sentence(reply)


async def test_what_nobody_foresaw_gets_an_id_that_is_in_the_log(
    scene: Scene, caplog: pytest.LogCaptureFixture
) -> None:
    scene.engine.fails_with = RuntimeError("a secret detail")
    reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
    await reply.answered()
    await reply.until(lambda r: "`" in r.text)
    one_sentence(reply)
    assert "secret" not in reply.text
    incident = reply.text.split("`")[1]
    assert incident in caplog.text
    assert "a secret detail" in caplog.text


async def test_prompts_and_names_have_bounds(scene: Scene) -> None:
    with pytest.raises(NotOffered):
        await scene.alice.slash("animoji create", prompt="", video=CLIP)
    with pytest.raises(NotOffered):
        await scene.alice.slash("animoji create", prompt="hair", video=CLIP, name="x" * 41)
    reply = await scene.alice.slash("animoji create", prompt="   ")
    assert "describe" in one_sentence(await reply.answered())


async def test_a_taken_name_is_refused_before_any_work(scene: Scene) -> None:
    await scene.create(name="Mimi")
    reply = await scene.alice.slash("animoji create", prompt="red hair", video=CLIP, name="Mimi")
    assert "Mimi" in one_sentence(await reply.answered())
    assert len(scene.engine.jobs) == 1


async def test_markdown_and_mentions_in_words_do_no_harm(scene: Scene) -> None:
    reply = await scene.create(prompt="@everyone **bold** ||hidden|| gibberish", name="*star* @here")
    assert "\\*star\\*" in reply.text
    bodies = [call.body for call in scene.server.calls if isinstance(call.body, dict)]
    mentions = [body["allowed_mentions"] for body in bodies if "allowed_mentions" in body]
    assert all(not item.get("parse") for item in mentions)


async def test_cancel_is_for_the_asker(scene: Scene) -> None:
    scene.engine.open.clear()
    reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
    await reply.until(lambda r: r.labels == ["Cancel"])
    refusal = await scene.bob.click(reply, "Cancel")
    assert one_sentence(await refusal.answered())
    await scene.alice.click(reply, "Cancel")
    await reply.saying("Cancelled")
    assert reply.files == []


async def test_waiting_jobs_can_be_cancelled_too(scene: Scene) -> None:
    scene.engine.open.clear()
    await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP)
    reply = await scene.bob.slash("animoji create", prompt="red hair", video=CLIP)
    await reply.until(lambda r: r.labels == ["Cancel"])
    await scene.bob.click(reply, "Cancel")
    await reply.saying("Cancelled")
    assert scene.engine.waiting == 0


async def test_slow_networks_and_failing_edits_do_not_lose_the_result(scene: Scene) -> None:
    scene.server.faults.slow("PATCH /webhooks/*", 0.3, times=2)
    scene.server.faults.fail("PATCH /webhooks/*", 503, times=1)
    reply = await scene.create()
    assert len(reply.files) == 1


async def test_the_picture_is_described_to_who_cannot_see_it(scene: Scene) -> None:
    reply = await scene.create(prompt="silver_hair, *blue* eyes", name="Mimi", caption="hello")
    (gallery,) = [item for _, item in walk(reply.message.components) if item["type"] == 12]
    (picture,) = gallery["items"]
    assert picture["description"] == "Mimi: girl, silver hair, bob, blue eyes, sailor uniform; moves. It says “hello”."
