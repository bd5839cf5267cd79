"""What a voice said is kept small, whole, and the same each time; an MP4 of it is heard."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from pipeline.media.sound import read_sound
from pipeline.media.speech import RATE, kept_speech
from pipeline.render import render_animoji
from pipeline.types import AnimojiRequest, Format, Output, PromptSource, TrackMotion, VoiceMotion
from tests.pipeline.motion.voice.speech import save, vowel


def _hertz(samples: npt.NDArray[np.float32]) -> float:
    """The loudest frequency above 100 Hz of the middle of a sound of RATE samples per second."""
    middle = samples[len(samples) // 4 : 3 * len(samples) // 4]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    spectrum[: 100 * len(middle) // RATE] = 0.0
    return float(np.argmax(spectrum) * RATE / len(middle))


def test_it_is_the_same_sound_in_few_bytes(tmp_path: Path) -> None:
    recording = save(tmp_path / "a.wav", vowel("a", 2.0))
    data = kept_speech(recording, 1.5)
    assert data == kept_speech(recording, 1.5)
    assert 500 < len(data) < 1.5 * 8000
    (tmp_path / "kept.ogg").write_bytes(data)
    kept, whole = (read_sound(path, RATE, "mono", 9.0) for path in (tmp_path / "kept.ogg", recording))
    assert kept is not None
    assert whole is not None
    assert abs(kept.samples.shape[1] / RATE - 1.5) < 0.03
    assert abs(_hertz(kept.samples[0]) - _hertz(whole.samples[0])) < 5


def test_an_mp4_of_a_voice_is_heard_whenever_it_is_made(tmp_path: Path) -> None:
    recording = save(tmp_path / "a.wav", vowel("a", 1.0))
    first = render_animoji(AnimojiRequest(PromptSource("girl"), VoiceMotion(recording), Output(Format.GIF, 32, 10.0)))
    assert first.sound
    later = render_animoji(
        AnimojiRequest(first.character, TrackMotion(first.track, first.sound), Output(Format.MP4, 32, 10.0))
    )
    assert later.sound == first.sound
    with av.open(io.BytesIO(later.data), "r") as film:
        heard = np.concatenate([frame.to_ndarray() for frame in film.decode(audio=0)], axis=1)[0]
    assert 0.9 < len(heard) / RATE < 1.2
    assert abs(_hertz(heard) - _hertz(_samples(recording))) < 5
    silent = render_animoji(AnimojiRequest(first.character, TrackMotion(first.track), Output(Format.MP4, 32, 10.0)))
    with av.open(io.BytesIO(silent.data), "r") as film:
        assert not film.streams.audio


def _samples(path: Path) -> npt.NDArray[np.float32]:
    sound = read_sound(path, RATE, "mono", 9.0)
    assert sound is not None
    return np.asarray(sound.samples[0])
