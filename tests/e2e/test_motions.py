"""What a character can be made from, and what it can do: presets, voices, pictures, remixes."""

from __future__ import annotations

import io
import zipfile

import pytest

from pipeline import Character, PictureSource, PresetMotion, PromptSource, Source, TrackMotion, VideoMotion, VoiceMotion
from tests.discord_server import NotOffered, Upload
from tests.discord_server.pictures import png
from tests.e2e.scene import CLIP, Scene, one_sentence
from tests.e2e.stub_engine import SAID

pytestmark = pytest.mark.usefixtures("bot")
VOICE = Upload("hello.ogg", b"OggS" + bytes(500))


async def test_words_alone_are_enough(scene: Scene) -> None:
    await scene.create(video=None)
    assert scene.engine.jobs[0].request.motion == PresetMotion("idle")


async def test_a_motion_from_the_list(scene: Scene) -> None:
    choices = await scene.alice.autocomplete("animoji create", "motion", "wave", prompt="hair")
    assert choices
    await scene.create(video=None, motion=choices[0]["value"])
    assert scene.engine.jobs[0].request.motion == PresetMotion(choices[0]["value"])
    assert 1 <= len(await scene.alice.autocomplete("animoji create", "motion", "", prompt="hair")) <= 25


async def test_a_voice(scene: Scene) -> None:
    await scene.create(video=None, voice=VOICE)
    motion = scene.engine.jobs[0].request.motion
    assert isinstance(motion, VoiceMotion)


async def test_what_a_voice_said_stays_with_its_animoji_and_goes_with_it(scene: Scene) -> None:
    reply = await scene.create(video=None, voice=VOICE, name="Mimi")
    await (await scene.alice.click(reply, "MP4")).with_files()
    rolled = await (await scene.alice.click(reply, "Re-roll")).with_files()
    await (await scene.alice.click(rolled, "MP4")).with_files()
    for job in scene.engine.jobs[1:]:
        assert isinstance(job.request.motion, TrackMotion)
        assert job.request.motion.sound == SAID
    assert "with your voice" in (await scene.alice.slash("privacy show")).text
    assert (await _exported(scene)).count(SAID) == 2
    await scene.delete(rolled)
    assert (await _exported(scene)).count(SAID) == 1
    question = await scene.alice.slash("privacy delete")
    await (await scene.alice.click(question, "Forget me")).saying("forgotten")
    assert await _exported(scene) == []


async def _exported(scene: Scene) -> list[bytes]:
    """The sounds among all that the bot keeps of Alice."""
    reply = await (await scene.alice.slash("privacy export")).with_files()
    with zipfile.ZipFile(io.BytesIO(reply.files[0].data)) as archive:
        return [archive.read(name) for name in archive.namelist() if name.endswith(".ogg")]


async def test_two_motions_at_once_are_refused(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji create", prompt="silver hair", video=CLIP, voice=VOICE)
    assert "one of" in one_sentence(await reply.answered())


async def test_an_unknown_motion_is_refused_before_any_work(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji create", prompt="silver hair", motion="somersault")
    await reply.until(lambda r: bool(r.text) and (bool(r.files) or r.ephemeral))
    assert "somersault" in one_sentence(reply)
    assert "`" not in reply.text
    assert scene.engine.jobs == []


async def test_how_it_looks_is_handed_on(scene: Scene) -> None:
    backgrounds = await scene.alice.autocomplete("animoji create", "background", "", prompt="hair")
    assert backgrounds
    await scene.create(background=backgrounds[0]["value"], caption="hi", style="Drawn", length=3.5)
    request = scene.engine.jobs[0].request
    assert request.background == backgrounds[0]["value"]
    assert request.caption == "hi"
    assert isinstance(request.character, PromptSource)
    assert request.character.source is Source.DRAWN
    assert isinstance(request.motion, VideoMotion)
    assert request.motion.max_seconds == 3.5


async def test_private_answers_are_private(scene: Scene) -> None:
    reply = await scene.create(private=True)
    assert reply.ephemeral
    again = await scene.alice.click(reply, "Re-roll")
    await again.with_files()
    assert again.ephemeral, "what comes of a private one is private"


async def test_clips_that_are_none_are_not_even_offered(scene: Scene) -> None:
    with pytest.raises(NotOffered):
        await scene.alice.slash("animoji create", prompt="hair", video=Upload("portrait.png", png()))
    with pytest.raises(NotOffered):
        await scene.alice.slash("animoji from-picture", picture=CLIP)


async def test_a_picture_becomes_a_character(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji from-picture", picture=Upload("hero.png", png(256)), name="Hero")
    await reply.with_files()
    assert isinstance(scene.engine.jobs[0].request.character, PictureSource)
    assert "Re-roll" not in reply.labels, "there are no words to roll with"
    assert "Tweak" not in reply.labels
    again = await scene.alice.slash("animoji again", character="Hero", motion="idle")
    await again.with_files()
    assert isinstance(scene.engine.jobs[1].request.character, Character)


async def test_a_remix_keeps_the_seed(scene: Scene) -> None:
    await scene.create(name="Mimi")
    reply = await scene.alice.slash("animoji remix", character="Mimi", prompt="with glasses", name="Mimi 2")
    await reply.with_files()
    first, second = (job.request.character for job in scene.engine.jobs)
    assert isinstance(first, PromptSource)
    assert isinstance(second, PromptSource)
    assert second.seed == first.seed
    assert "glasses" in second.prompt
    assert "silver hair" in second.prompt


async def test_a_remix_says_nothing_stale_and_is_called_after_its_origin(scene: Scene) -> None:
    await scene.create(name="Mimi", prompt="silver twin tails, blue eyes")
    reply = await scene.alice.slash("animoji remix", character="Mimi", prompt="red hair")
    await reply.with_files()
    character = scene.engine.jobs[1].request.character
    assert isinstance(character, PromptSource)
    assert character.prompt == "twin tails, blue eyes, red hair"
    assert "Mimi 2" in reply.text
    await scene.create(prompt="silver hair")
    reply = await scene.alice.slash("animoji remix", character="Silver hair", prompt="red hair, cat ears")
    assert "Red hair" in (await reply.with_files()).text, "a name that was found is found anew"


async def test_a_picture_cannot_be_remixed(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji from-picture", picture=Upload("hero.png", png(256)), name="Hero")
    await reply.with_files()
    refusal = await scene.alice.slash("animoji remix", character="Hero", prompt="with glasses")
    assert "Hero" in one_sentence(await refusal.answered())
