"""The bot on the real engine, and on the real pipeline with a real clip."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import numpy as np
import pytest
import pytest_asyncio
from PIL import Image, ImageSequence

from pipeline import Engine
from tests.discord_server import Reply, Upload
from tests.discord_server.media import read_picture
from tests.e2e.quick_render import quick_render
from tests.e2e.scene import CLIP, Scene, one_sentence
from tests.shared_data import ROOT

SELFIE = ROOT / "pipeline" / "samples" / "selfie.mp4"


async def _ask(scene: Scene, prompt: str) -> Reply:
    return await scene.alice.slash("animoji create", prompt=prompt, video=CLIP)


async def test_a_pipeline_that_dies_is_replaced(scene: Scene) -> None:
    async with Engine(quick_render) as engine, scene.bot(engine):
        slow = await _ask(scene, "slow")
        await slow.until(lambda r: r.labels == ["Cancel"], timeout=20)
        await scene.alice.click(slow, "Cancel")
        await slow.saying("Cancelled", timeout=20)
        crash = await _ask(scene, "crash")
        await crash.until(lambda r: bool(r.messages) and r.ephemeral, timeout=20)
        one_sentence(crash)
        well = await _ask(scene, "silver hair")
        await well.with_files(timeout=20)


@pytest_asyncio.fixture
async def whole(scene: Scene) -> AsyncIterator[Scene]:
    """The scene with the bot on the whole pipeline."""
    async with Engine() as engine, scene.bot(engine, clip_seconds=1.0):
        yield scene


async def test_a_real_clip_becomes_an_animoji_and_an_emoji(whole: Scene) -> None:
    reply = await whole.alice.slash(
        "animoji create", prompt="silver twin tails, blue eyes, sailor uniform", video=SELFIE, name="Mimi"
    )
    await reply.with_files(timeout=60)
    with Image.open(io.BytesIO(reply.file.data)) as image:
        assert (image.format, image.size) == ("GIF", (320, 320))
        frames = [np.asarray(frame.convert("RGBA")) for frame in ImageSequence.Iterator(image)]
    assert 20 <= len(frames) <= 60
    assert 0.05 < np.mean(frames[0][..., 3] > 0) < 0.95, "a figure on nothing"
    assert any(np.any(frame != frames[0]) for frame in frames[1:]), "it moves"
    assert "silver" in reply.text

    again = await whole.alice.slash("animoji again", character="Mimi", video=SELFIE)
    await again.with_files(timeout=60)
    with Image.open(io.BytesIO(again.file.data)) as image:
        second = np.asarray(image.convert("RGBA"))
    difference = np.abs(second.astype(int) - frames[0].astype(int))[..., :3]
    assert np.mean(difference) < 12, "the same character"

    added = await whole.alice.slash("emoji add")
    await added.saying(":mimi:", timeout=60)
    (emoji,) = whole.guild.emojis.values()
    picture = read_picture(emoji.image)
    assert picture is not None
    assert (picture.content_type, picture.width, picture.height) == ("image/webp", 128, 128)
    assert picture.animated
    assert len(emoji.image) <= 256 * 1024


@pytest.mark.parametrize(
    "video",
    [
        Upload("selfie.mp4", b"this is no video" * 100),
        Upload("selfie.mp4", SELFIE.read_bytes()[:2000] if SELFIE.exists() else b"x"),
        Upload("portrait.mp4", b"\x89PNG\r\n\x1a\n" + bytes(500)),
    ],
    ids=["text", "cut off", "picture"],
)
async def test_what_is_no_clip_ends_in_one_sentence(scene: Scene, video: Upload) -> None:
    async with Engine() as engine, scene.bot(engine):
        reply = await scene.alice.slash("animoji create", prompt="silver hair", video=video)
        await reply.until(lambda r: bool(r.text) and r.messages[0].ephemeral, timeout=60)
        assert "`" not in one_sentence(reply), "an expected mistake, not a bug"
