"""WebP and APNG keep the soft alpha; MP4 plays everywhere and can speak."""

from __future__ import annotations

import io
import itertools
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from pipeline.encode import SoundError, encode
from pipeline.encode.mp4 import PAGE
from pipeline.types import Format, Frames, Output
from tests.pipeline.encode.clips import ball, durations, made, patchworks, shown


@given(patchworks())
@settings(max_examples=60, deadline=None)
def test_apng_is_exact(frames: Frames) -> None:
    seen = shown(made(frames, format=Format.APNG).data)
    there = frames[..., 3] >= 6
    np.testing.assert_array_equal(seen[there], frames[there])
    assert not seen[~there][:, 3].any()


def test_apng_under_a_budget_keeps_a_soft_edge_in_8_bits() -> None:
    frames = ball(12, 96)
    result = made(frames, format=Format.APNG, max_bytes=len(made(frames, format=Format.APNG).data) // 2)
    seen = shown(result.data)
    assert result.data[25] == 3  # colour type: palette
    assert result.frames == 12
    assert np.abs(seen[..., 3].astype(int) - frames[..., 3]).mean() < 2
    assert ((seen[..., 3] > 40) & (seen[..., 3] < 215)).any()
    full = frames[..., 3] == 255
    assert np.abs(seen[full].astype(int) - frames[full]).max() < 40


def test_apng_times_are_those_of_the_clip() -> None:
    assert durations(made(ball(6, 32), 25, format=Format.APNG).data) == [40.0] * 6


def test_webp_keeps_colour_alpha_and_times() -> None:
    frames = ball(12, 96)
    result = made(frames, 25, format=Format.WEBP)
    seen = shown(result.data)
    assert (result.frames, result.fps, result.size) == (12, 25, 96)
    assert durations(result.data) == [40] * 12
    assert np.abs(seen[..., 3].astype(int) - frames[..., 3]).mean() < 2
    visible = frames[..., 3] == 255
    assert np.abs(seen[visible].astype(int) - frames[visible]).mean() < 5


def test_webp_tells_how_many_pictures_it_really_shows() -> None:
    still = np.repeat(ball(1, 48), 10, axis=0)
    result = made(still, format=Format.WEBP)
    assert len(shown(result.data)) == result.frames
    assert result.frames / result.fps == pytest.approx(0.5)


def test_mp4_starts_at_once_and_stands_on_the_page() -> None:
    import av

    frames = ball(20, 64)
    result = made(frames, format=Format.MP4)
    assert result.data.index(b"moov") < result.data.index(b"mdat")
    with av.open(io.BytesIO(result.data), "r") as container:
        assert not container.streams.audio
        video = container.streams.video[0]
        assert video.codec_context.pix_fmt == "yuv420p"
        pictures = list(container.decode(video))
    assert [picture.time for picture in pictures] == pytest.approx([n / 20 for n in range(20)])
    seen = np.stack([picture.to_ndarray(format="rgb24") for picture in pictures]).astype(np.uint8)
    np.testing.assert_allclose(seen[:, 2, 2], [PAGE] * 20, atol=6)
    inside = frames[..., 3] == 255
    assert np.abs(seen[inside].astype(int) - frames[inside][:, :3]).mean() < 8


def test_mp4_of_an_odd_size_is_one_pixel_larger() -> None:
    import av

    result = made(ball(4, 33), format=Format.MP4)
    assert result.size == 34
    with av.open(io.BytesIO(result.data), "r") as container:
        assert container.streams.video[0].width == container.streams.video[0].height == 34


def test_mp4_says_which_colours_it_has_and_keeps_them() -> None:
    """BT.709, as players assume: in the older BT.601, red comes out as another red in half of them."""
    import av

    colours = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (200, 120, 40)]
    frames = np.full((3, 64, 64, 4), 255, np.uint8)
    for at, colour in enumerate(colours):
        frames[:, 32 * (at // 2) : 32 * (at // 2) + 32, 32 * (at % 2) : 32 * (at % 2) + 32, :3] = colour
    with av.open(io.BytesIO(made(frames, format=Format.MP4).data), "r") as container:
        context = container.streams.video[0].codec_context
        assert (context.color_primaries, context.color_trc, context.colorspace, context.color_range) == (1, 1, 1, 1)
        planes = np.asarray(next(container.decode(video=0)).to_ndarray(), np.float64)
    luma, chroma = planes[:64], planes[64:].reshape(2, 32, 32)
    for at, colour in enumerate(colours):
        row, column = 32 * (at // 2) + 16, 32 * (at % 2) + 16
        y = (luma[row, column] - 16) / 219
        u, v = (chroma[:, row // 2, column // 2] - 128) / 224
        # Source: ITU-R BT.709, 3.3.
        shown = (y + 1.5748 * v, y - 0.1873 * u - 0.4681 * v, y + 1.8556 * u)
        assert 255 * np.array(shown) == pytest.approx(np.array(colour), abs=2)


@pytest.mark.parametrize("kind", [Format.MP4, Format.WEBM])
@pytest.mark.parametrize("length", [0.5, 3.0])
def test_a_film_carries_sound_no_longer_than_itself(tmp_path: Path, length: float, kind: Format) -> None:
    import av

    result = encode(iter([ball(20, 32)]), 20, Output(kind, 32, 20), sound=tone(tmp_path / "tone.wav", length))
    with av.open(io.BytesIO(result.data), "r") as container:
        sound = np.concatenate([frame.to_ndarray() for frame in container.decode(audio=0)], axis=1)
    if kind is Format.WEBM:  # its decoder gives the channels' samples in turns
        sound = sound.reshape(-1, 2).T if sound.shape[0] == 1 else sound
    seconds = sound.shape[1] / 48_000
    assert seconds == pytest.approx(min(length, 1.0), abs=0.06)
    middle = sound[0, 9_600:14_400]
    peak = np.abs(np.fft.rfft(middle)).argmax() / (len(middle) / 48_000)
    assert peak == pytest.approx(440, abs=15)


def test_pictures_and_sound_of_a_long_film_take_turns(tmp_path: Path) -> None:
    import av

    for kind in (Format.MP4, Format.WEBM):
        result = encode(iter([ball(60, 16)]), 4, Output(kind, 16, 4), sound=tone(tmp_path / "tone.wav", 15))
        with av.open(io.BytesIO(result.data), "r") as container:
            times = [float(packet.pts * packet.time_base) for packet in container.demux() if packet.pts is not None]
        assert max(before - after for before, after in itertools.pairwise(times)) < 1.5


def test_a_silent_clip_gives_a_silent_mp4(tmp_path: Path) -> None:
    import av

    silent = tmp_path / "silent.mp4"
    silent.write_bytes(made(ball(4, 32), format=Format.MP4).data)
    result = encode(iter([ball(4, 32)]), 20, Output(Format.MP4, 32, 20), sound=silent)
    with av.open(io.BytesIO(result.data), "r") as container:
        assert not container.streams.audio


@pytest.mark.parametrize("content", ["not a sound", "ffconcat version 1.0\nfile {sound}\n"], ids=["text", "playlist"])
def test_sound_that_is_none_is_said_in_one_sentence(tmp_path: Path, content: str) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_text(content.format(sound=tone(tmp_path / "tone.wav", 1.0)))
    with pytest.raises(SoundError, match=r"^The sound could not be read: .*\.$"):
        encode(iter([ball(4, 32)]), 20, Output(Format.MP4, 32, 20), sound=broken)


def tone(path: Path, seconds: float) -> Path:
    """A WAV of 440 Hz."""
    import wave

    at = np.arange(round(seconds * 22_050)) / 22_050
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(22_050)
        file.writeframes((np.sin(2 * np.pi * 440 * at) * 12_000).astype("<i2").tobytes())
    return path
