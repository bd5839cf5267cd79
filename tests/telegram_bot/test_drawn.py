"""The whole way with the real pipeline: a clip of a face becomes a film, a sticker and a pack that Telegram takes."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np

from pipeline import Engine, PipelineSettings
from tests.telegram_bot.scene import Scene, done
from tests.telegram_server import Person, TelegramServer, Upload

SELFIE = Path(__file__).parents[2] / "pipeline" / "samples" / "selfie.mp4"
PATIENCE = 240.0


def frames_of(sticker: bytes) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    """The frames of a WebM with their alpha, uint8 [T, H, W, 4]."""
    with av.open(io.BytesIO(sticker), "r", format="matroska") as film:
        video = film.streams.video[0]
        decoder = av.CodecContext.create("libvpx-vp9", "r")
        found = []
        for packet in film.demux(video):
            found += [frame.to_ndarray(format="rgba") for frame in decoder.decode(packet)]  # type: ignore[attr-defined]
    return np.stack(found)


def clips_in(folder: Path) -> list[Path]:
    """Clips that were left lying about."""
    return list(folder.rglob("*.mp4"))


async def test_a_face_becomes_a_film_a_sticker_and_a_pack(tmp_path: Path) -> None:
    async with TelegramServer() as server, Engine(settings=PipelineSettings(models=tmp_path / "none")) as engine:
        scene = Scene(server, Person(server, 4242, "Alice"), Person(server, 4343, "Bob"), tmp_path)
        async with scene.bot(engine, clip_seconds=2.0):
            await scene.alice.sends("video_note", Upload("note.mp4", SELFIE.read_bytes()))
            await scene.alice.reads("Words for how you look:")
            await scene.alice.sends("video", Upload("me.mp4", SELFIE.read_bytes()), "silver twin tails, cat ears")
            animoji = await scene.alice.sees(done, PATIENCE)
            assert any("▰" in words for words in animoji.versions), "its progress was shown"
            await scene.alice.presses(animoji, "Sticker")
            sticker = await scene.alice.sees(lambda each: each.kind == "sticker", PATIENCE)
            await scene.alice.presses(animoji, "To pack")
            await scene.alice.sees(lambda each: "1 new sticker." in each.text, PATIENCE)
        assert set(server.wire.refusals) <= {"getStickerSet: Bad Request: STICKERSET_INVALID"}
        (pack,) = server.world.sets.values()
        assert pack.stickers[0][0] == sticker.data, "the same request, the same bytes"
        pictures = frames_of(sticker.data)
        alpha = pictures[..., 3]
        assert pictures.shape[1:3] == (512, 512)
        assert alpha[0, 0, 0] == 0 and alpha[0, 256, 256] == 255, "it is cut out"
        moves = np.abs(np.diff(pictures[..., :3].astype(int), axis=0)).mean(axis=(1, 2, 3))
        assert moves.max() > 0.3
    assert clips_in(tmp_path) == []
