"""/animoji create with words to say: a film that can be heard, on the same road as every other animoji."""

from __future__ import annotations

import io
from typing import Final

import av
import numpy as np
import numpy.typing as npt
import pytest

from pipeline import Engine, Format, SpeechMotion, TrackMotion, limits
from tests.discord_server import NotOffered
from tests.e2e.scene import CLIP, Scene, both_doors, one_sentence
from tests.e2e.stub_engine import SAID

LINES: Final = {"en-US": "Bob makes my mum a map!", "ja": "パパはママとパンを食べました。"}


def sound_of(film: bytes) -> npt.NDArray[np.float32]:
    with av.open(io.BytesIO(film), "r") as container:
        parts = [part.to_ndarray().reshape(-1) for part in container.decode(audio=0)]
    return np.concatenate(parts)


@pytest.mark.usefixtures("bot")
@both_doors
async def test_words_become_a_film_whose_sound_is_kept(scene: Scene) -> None:
    reply = await scene.alice.slash("animoji create", prompt="silver hair", say="Good morning!")
    await reply.with_files()
    asked = scene.engine.jobs[0].request
    assert (asked.motion, asked.output.format) == (SpeechMotion("Good morning!"), Format.MP4)
    await (await scene.alice.click(reply, "MP4")).with_files()
    again = scene.engine.jobs[1].request.motion
    assert isinstance(again, TrackMotion)
    assert again.sound == SAID


@pytest.mark.usefixtures("bot")
async def test_a_saved_character_says_something(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await (await scene.alice.slash("animoji again", character="Mimi", say="Again!")).with_files()
    assert scene.engine.jobs[1].request.motion == SpeechMotion("Again!")


@pytest.mark.usefixtures("bot")
async def test_somebody_else_says_the_same_and_is_heard_at_once(scene: Scene) -> None:
    reply = await scene.create(video=None, say="Good morning!")
    await (await scene.alice.click(reply, "Re-roll")).with_files()
    await (await scene.alice.submit_modal(await scene.alice.click(reply, "Tweak"))).with_files()
    for job in scene.engine.jobs[1:]:
        assert (job.request.motion.sound, job.request.output.format) == (SAID, Format.MP4)


@pytest.mark.usefixtures("bot")
async def test_words_are_no_longer_than_can_be_said(scene: Scene) -> None:
    with pytest.raises(NotOffered):
        await scene.alice.slash("animoji create", prompt="silver hair", say="a" * (limits.SPEECH_LENGTH + 1))
    reply = await scene.alice.slash("animoji create", prompt="silver hair", say="Hello", video=CLIP)
    assert "only one of video, motion, voice and say" in one_sentence(await reply.answered())


@pytest.mark.parametrize("locale", list(LINES))
async def test_the_whole_pipeline_speaks(scene: Scene, locale: str) -> None:
    pytest.importorskip("pyopenjtalk", reason="needs animemoji[speech]")
    pytest.importorskip("espeakng_loader", reason="needs animemoji[speech]")
    asker = scene.server.add_user("yuki", locale=locale).at(scene.guild)
    async with Engine() as engine, scene.bot(engine):
        reply = await asker.slash("animoji create", prompt="silver bob, blue eyes", say=LINES[locale])
        await reply.with_files(timeout=90)
        assert reply.file.filename.endswith(".mp4")
        sound = sound_of(reply.file.data)
        assert np.abs(sound).max() > 0.1
        film = await (await asker.click(reply, "MP4")).with_files(timeout=90)
        assert np.abs(sound_of(film.file.data)).max() > 0.1
        empty = await asker.slash("animoji create", prompt="silver bob", say="😊")
        await empty.ended(timeout=60)
        one_sentence(empty)
