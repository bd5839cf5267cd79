"""Sound: the same rules for a voice's motion and for what an MP4 carries; what is damaged is silent."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np
import pytest

from pipeline.encode import encode
from pipeline.media.errors import IncompleteFileError, OverloadedFileError
from pipeline.media.sound import UnreadableSoundError, read_sound
from pipeline.motion.voice import voice_track
from pipeline.types import Format, Output
from tests.pipeline.encode.clips import ball
from tests.pipeline.motion.clips import sample_frames, write_clip
from tests.pipeline.motion.voice.speech import save, vowel
from tests.shared_data import shared

ENDINGS = [("a.m4a", "aac", 44_100), ("a.ogg", "libopus", 48_000), ("a.mp3", "libmp3lame", 44_100)]


def harm(path: Path, first: int, last: int) -> Path:
    """Fills packets with ones."""
    with av.open(str(path)) as container:
        places = [(p.pos, p.size) for p in container.demux(audio=0) if p.size]
    data = bytearray(path.read_bytes())
    for at, size in places[first:last]:
        assert at is not None
        data[at : at + size] = b"\xff" * size
    path.write_bytes(data)
    return path


def spoken(seconds: float = 3.0) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.concatenate([vowel("a", 0.5), vowel("i", 0.5)] * round(seconds))


@pytest.mark.parametrize(("name", "codec", "rate"), ENDINGS)
def test_a_damaged_packet_costs_no_more_than_itself(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    whole = save(tmp_path / name, spoken(), codec, rate)
    before = read_sound(whole, 16_000, "mono", 30)
    after = read_sound(harm(whole, 70, 72), 16_000, "mono", 30)
    assert before is not None
    assert after is not None
    assert after.samples.shape[1] == pytest.approx(before.samples.shape[1], abs=1600)
    end = slice(-16_000, -4_000)
    assert np.abs(after.samples[0, end]).mean() > 0.5 * np.abs(before.samples[0, end]).mean()


def test_sound_behind_a_damaged_packet_stays_in_time(tmp_path: Path) -> None:
    """Lips and sound would drift apart."""
    quiet, loud = np.zeros(32_000), vowel("a", 0.5)
    path = save(tmp_path / "a.m4a", np.concatenate([quiet, loud, quiet[:8000]]), "aac", 44_100)
    starts = []
    for damaged in ((0, 0), (10, 15)):
        sound = read_sound(harm(path, *damaged), 16_000, "mono", 30)
        assert sound is not None
        starts.append(int(np.argmax(np.abs(sound.samples[0]) > 0.05)))
    assert starts[1] == pytest.approx(starts[0], abs=400)


def test_a_cut_file_is_the_same_length_as_motion_and_as_sound(tmp_path: Path) -> None:
    path = save(tmp_path / "a.ogg", spoken(), "libopus", 48_000)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    track = voice_track(path, 25, lambda _: None).track
    assert 0.8 < track.seconds < 2.6
    frames = ball(len(track), 32)
    film = encode(iter([frames]), 25, Output(Format.MP4, 32, 25), sound=path)
    with av.open(io.BytesIO(film.data), "r") as container:
        carried = sum(frame.samples for frame in container.decode(audio=0)) / 48_000
    assert carried == pytest.approx(track.seconds, abs=0.1)


def test_a_film_without_sound_has_none(tmp_path: Path) -> None:
    assert read_sound(write_clip(tmp_path / "clip.mp4", sample_frames()[:5]), 16_000, "mono", 30) is None


def test_more_than_asked_for_is_known(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", spoken())
    for seconds, goes_on in ((1.0, True), (20.0, False)):
        sound = read_sound(path, 16_000, "stereo", seconds)
        assert sound is not None
        assert sound.goes_on is goes_on
        assert sound.samples.shape == (2, min(16_000, round(seconds * 16_000)) if goes_on else sound.samples.shape[1])


def test_what_is_no_sound(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("ffconcat version 1.0\nfile /etc/passwd\n")
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    for name in ("text", "picture", "absent"):
        with pytest.raises(UnreadableSoundError):
            read_sound(tmp_path / name, 16_000, "mono", 30)


def test_a_codec_that_nobody_knows(tmp_path: Path) -> None:
    path = save(tmp_path / "a.m4a", spoken(), "aac", 44_100)
    path.write_bytes(path.read_bytes().replace(b"mp4a", b"zzzz").replace(b"esds", b"free"))
    with pytest.raises(UnreadableSoundError):
        read_sound(path, 16_000, "mono", 30)


def test_every_packet_is_reported(tmp_path: Path) -> None:
    heard: list[None] = []
    read_sound(save(tmp_path / "a.m4a", spoken(), "aac", 44_100), 16_000, "mono", 30, lambda: heard.append(None))
    assert len(heard) > 100


def test_the_damaged_voice_is_whole() -> None:
    track = voice_track(shared("cases/voice_damaged_packet.m4a"), 25, lambda _: None).track
    assert track.seconds == pytest.approx(5.5, abs=0.1)
    sound = read_sound(shared("cases/voice_damaged_packet.m4a"), 48_000, "stereo", 60)
    assert sound is not None
    assert sound.samples.shape[1] / 48_000 == pytest.approx(5.5, abs=0.1)


@pytest.mark.parametrize("name", ["q_id3_20000.mp3", "q_ogg_20000.ogg"])
def test_endless_tags_are_refused(name: str) -> None:
    with pytest.raises(OverloadedFileError):
        read_sound(shared(f"cases/hostile/{name}"), 16_000, "mono", 30)


def test_a_recording_without_its_index(tmp_path: Path) -> None:
    path = save(tmp_path / "a.m4a", spoken(), "aac", 44_100)
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"moov") - 4])
    with pytest.raises(IncompleteFileError):
        voice_track(path, 25, lambda _: None)
