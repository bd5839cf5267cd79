from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.motion.voice import SilentVoiceError, voice_track
from pipeline.motion.voice.analysis import analyse
from pipeline.motion.voice.decode import NoSoundError, VoiceFileError, VoiceTooLargeError, decode
from pipeline.types import POSE_INDEX, PoseTrack, Progress, UserError
from tests.pipeline.motion.voice.speech import RATE, Sound, save, silence, vowel, whispered

VOWELS = "aiueo"
MOUTHS = ["mouth_aaa", "mouth_iii", "mouth_uuu", "mouth_eee", "mouth_ooo"]


def track_of(path: Path, fps: float = 25) -> PoseTrack:
    return voice_track(path, fps, lambda _: None).track


def column(track: PoseTrack, name: str) -> npt.NDArray[np.float32]:
    return track.poses[:, POSE_INDEX[name]]


def mouth(track: PoseTrack) -> npt.NDArray[np.float32]:
    return track.poses[:, [POSE_INDEX[name] for name in MOUTHS]]


def said(parts: list[tuple[int, Sound]], gap: float = 0.15) -> tuple[Sound, npt.NDArray[np.intp]]:
    """The parts one after the other with pauses, and which of them each sample belongs to (-1 in pauses)."""
    pause = silence(gap)
    sound = np.concatenate([piece for _, part in parts for piece in (pause, part)] + [pause])
    labels = [np.concatenate([np.full(len(pause), -1), np.full(len(part), label)]) for label, part in parts]
    return sound, np.concatenate([*labels, np.full(len(pause), -1)])


def share_right(track: PoseTrack, labels: npt.NDArray[np.intp], rate: int = RATE) -> float:
    """Share of the frames within vowels in which the right one dominates."""
    at = np.minimum((np.arange(len(track)) / track.fps * rate).astype(np.intp), len(labels) - 1)
    spoken = labels[at] >= 0
    return float((mouth(track)[spoken].argmax(axis=1) == labels[at][spoken]).mean())


@pytest.mark.parametrize(
    ("pitch", "size"),
    [(95, 0.97), (120, 1.0), (150, 1.05), (200, 1.15), (230, 1.2)],
    ids=["bass", "man", "tenor", "woman", "girl"],
)
def test_the_right_vowel_dominates_for_men_and_women(tmp_path: Path, pitch: float, size: float) -> None:
    sound, labels = said([(i, vowel(name, pitch=pitch, mouth=size)) for i, name in enumerate(VOWELS)])
    assert share_right(track_of(save(tmp_path / "a.wav", sound)), labels) >= 0.8


def test_the_right_vowel_dominates_in_a_noisy_room(tmp_path: Path) -> None:
    sound, labels = said([(i, vowel(name)) for i, name in enumerate(VOWELS)], gap=0.3)
    level = np.sqrt((sound[labels >= 0] ** 2).mean())
    noisy = sound + np.random.default_rng(0).normal(size=len(sound)) * level * 10 ** (-25 / 20)
    assert share_right(track_of(save(tmp_path / "a.wav", noisy)), labels) >= 0.8


def test_a_whisper_moves_the_lips(tmp_path: Path) -> None:
    sound, labels = said([(i, whispered(name)) for i, name in enumerate(VOWELS)], gap=0.25)
    track = track_of(save(tmp_path / "a.wav", sound))
    at = labels[np.minimum((np.arange(len(track)) / track.fps * RATE).astype(np.intp), len(labels) - 1)]
    opening = mouth(track).sum(axis=1)
    assert opening[at >= 0].mean() > 0.6
    assert opening[at < 0].mean() < 0.25
    assert share_right(track, labels) >= 0.6


def test_a_voice_far_below_others_is_heard(tmp_path: Path) -> None:
    sound, labels = said([(i, vowel(name, pitch=58, mouth=0.95)) for i, name in enumerate(VOWELS)])
    track = track_of(save(tmp_path / "a.wav", sound))
    assert share_right(track, labels) >= 0.8
    assert mouth(track).sum(axis=1).max() > 0.8


def test_the_hum_of_the_mains_neither_opens_nor_holds_the_mouth(tmp_path: Path) -> None:
    sound, labels = said([(i, vowel(name)) for i, name in enumerate(VOWELS)], gap=0.3)
    time = np.arange(len(sound)) / RATE
    track = track_of(save(tmp_path / "a.wav", sound + 0.05 * np.sin(2 * np.pi * 50 * time)))
    assert share_right(track, labels) >= 0.8
    at = labels[np.minimum((np.arange(len(track)) / track.fps * RATE).astype(np.intp), len(labels) - 1)]
    assert mouth(track).sum(axis=1)[at < 0].mean() < 0.25


def test_neither_a_fan_nor_claps_move_the_lips(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    fan = rng.normal(size=3 * RATE) * 0.08
    claps = np.where(np.arange(3 * RATE) % 8000 < 160, rng.normal(size=3 * RATE) * 0.2, 0)
    for sound in (fan, claps):
        assert mouth(track_of(save(tmp_path / "a.wav", sound))).sum(axis=1).mean() < 0.03


@pytest.mark.parametrize(("name", "codec", "rate"), [("a.ogg", "libopus", 48_000), ("a.mp3", "libmp3lame", 44_100)])
def test_voice_messages_and_mp3_are_understood(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    sound, labels = said([(i, vowel(v)) for i, v in enumerate(VOWELS)])
    assert share_right(track_of(save(tmp_path / name, sound, codec, rate)), labels) >= 0.75


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="needs the program espeak-ng")
@pytest.mark.parametrize("voice", ["es", "es+f2", "it+m3", "ja", "ja+f3"])
def test_the_right_vowel_dominates_in_synthetic_speech(tmp_path: Path, voice: str) -> None:
    texts = "あいうえお" if voice.startswith("ja") else VOWELS
    parts = []
    for index, text in enumerate(texts):
        path = tmp_path / f"{index}.wav"
        subprocess.run(["espeak-ng", "-v", voice, "-w", str(path), text], check=True)
        samples = decode(path)[0].astype(np.float64)
        loud = np.flatnonzero(np.abs(samples) > 0.02)
        parts.append((index, samples[loud[0] : loud[-1]]))
    sound, labels = said(parts)
    assert share_right(track_of(save(tmp_path / "all.wav", sound)), labels) >= 0.8


def test_the_mouth_opens_with_the_voice_and_shuts_with_it(tmp_path: Path) -> None:
    sound = np.concatenate([silence(0.5), vowel("a", 0.5), silence(0.5)])
    opening = mouth(track_of(save(tmp_path / "a.wav", sound), 50)).max(axis=1)
    assert opening[:20].max() < 0.05
    assert opening[30:45].min() > 0.6
    assert opening[60:].max() < 0.05
    onset = int(np.argmax(opening > 0.3)) / 50
    assert 0.44 <= onset <= 0.54  # with the sound, or a moment before it


def test_a_louder_syllable_opens_the_mouth_wider(tmp_path: Path) -> None:
    sound = np.concatenate([vowel("a"), silence(0.2), 0.12 * vowel("a"), silence(0.2)])
    opening = mouth(track_of(save(tmp_path / "a.wav", sound))).max(axis=1)
    assert opening[:9].max() > 1.3 * opening[13:22].max() > 0.1


def test_a_hiss_shows_teeth(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    hiss = np.diff(rng.normal(size=RATE // 3 + 1)) * 0.08
    sound = np.concatenate([vowel("a"), silence(0.1), hiss, silence(0.2)])
    track = track_of(save(tmp_path / "a.wav", sound))
    during = slice(13, 18)
    assert column(track, "mouth_iii")[during].max() > 0.15
    assert column(track, "mouth_aaa")[during].max() < 0.1


def test_brows_rise_with_the_melody_and_the_head_nods_on_stress(tmp_path: Path) -> None:
    parts = [vowel("a", 0.3, 110), vowel("o", 0.3, 110), vowel("a", 0.3, 175), vowel("o", 0.3, 110)]
    sound, labels = said([*enumerate(parts)], gap=0.12)
    track = track_of(save(tmp_path / "a.wav", sound), 50)
    at = labels[np.minimum((np.arange(len(track)) / 50 * RATE).astype(np.intp), len(labels) - 1)]
    brows = column(track, "eyebrow_raised_left")
    assert brows[at == 2].mean() > 1.5 * brows[at == 1].mean()
    assert column(track, "head_x").min() < -0.15


def test_a_long_recording_is_alive(tmp_path: Path) -> None:
    phrase = np.concatenate([vowel(name, 0.25, 120 + 8 * i) for i, name in enumerate("aoeiauo")])
    sound = np.concatenate([piece for _ in range(5) for piece in (phrase, silence(0.6))])
    track = track_of(save(tmp_path / "a.wav", sound))
    closed = column(track, "eye_wink_left") > 0.5
    blinks = int((np.diff(closed.astype(int)) == 1).sum())
    assert 2 <= blinks <= track.seconds / 1.5
    assert np.ptp(column(track, "breathing")) > 0.9
    assert np.ptp(column(track, "neck_z")) > 0.1
    assert np.abs(np.diff(track.poses, axis=0))[:, POSE_INDEX["head_x"]].max() < 0.2


def test_a_track_is_as_long_as_its_sound_and_the_same_every_time(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", np.concatenate([vowel("a", 1.0), silence(0.33)]))
    for fps in (10, 25, 30, 50):
        assert track_of(path, fps).seconds == pytest.approx(1.33, abs=1.01 / fps)
    assert np.array_equal(track_of(path).poses, track_of(path).poses)
    assert track_of(path, 0).fps == 25


def test_progress_is_told_and_may_stop_the_work(tmp_path: Path) -> None:
    path = save(tmp_path / "a.wav", vowel("a"))
    seen: list[float] = []
    voice_track(path, 25, lambda progress: seen.append(progress.fraction))
    assert seen == sorted(seen)
    assert seen[-1] == 1

    class StopError(Exception):
        pass

    def stop(_: Progress) -> None:
        raise StopError

    with pytest.raises(StopError):
        voice_track(path, 25, stop)


def test_half_a_minute_is_used_and_the_rest_is_told(tmp_path: Path) -> None:
    made = voice_track(save(tmp_path / "a.wav", np.tile(vowel("a", 1.0), 31)), 10, lambda _: None)
    assert made.track.seconds == 30
    assert [item.key for item in made.notices] == ["notice.voice_cut"]


def test_silence_says_so(tmp_path: Path) -> None:
    for quiet in (silence(1), np.random.default_rng(0).normal(size=RATE) * 2e-4):
        with pytest.raises(SilentVoiceError):
            track_of(save(tmp_path / "a.wav", quiet))


def test_a_film_without_sound_says_so(tmp_path: Path) -> None:
    import av

    path = tmp_path / "mute.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 32
        for _ in range(3):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), np.uint8))))
        container.mux(stream.encode(None))
    with pytest.raises(NoSoundError):
        track_of(path)


def test_what_is_no_recording_gets_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.ogg"
    path.write_bytes(b"this is no sound at all" * 50)
    with pytest.raises(VoiceFileError) as error:
        track_of(path)
    assert "\n" not in str(error.value)
    with pytest.raises(VoiceFileError):
        track_of(tmp_path / "nowhere.wav")
    with (tmp_path / "huge.wav").open("wb") as file:
        file.truncate(26_000_000)
    with pytest.raises(VoiceTooLargeError):
        track_of(tmp_path / "huge.wav")


@pytest.mark.parametrize(
    "script",
    [
        "ffconcat version 1.0\nfile whole.wav\n",
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nwhole.wav\n#EXT-X-ENDLIST\n",
    ],
)
def test_a_recording_cannot_open_other_files(tmp_path: Path, script: str) -> None:
    save(tmp_path / "whole.wav", vowel("a"))
    path = tmp_path / "list.ogg"
    path.write_text(script)
    with pytest.raises(VoiceFileError):
        track_of(path)


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.m4a", "aac", 44_100),
        ("a.flac", "flac", 16_000),
        ("a.webm", "libopus", 48_000),
        ("a.mkv", "aac", 44_100),
    ],
)
def test_other_containers_are_opened(tmp_path: Path, name: str, codec: str, rate: int) -> None:
    track = track_of(save(tmp_path / name, vowel("a", 0.5), codec, rate))
    assert mouth(track).max() > 0.5


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 4000), st.binary(min_size=1, max_size=8)), max_size=5), st.integers(20, 6000))
def test_damaged_recordings_raise_nothing_but_a_users_error(
    tmp_path: Path, edits: list[tuple[int, bytes]], cut: int
) -> None:
    whole = tmp_path / "whole.ogg"
    if not whole.exists():
        save(whole, vowel("a", 0.3), "libopus", 48_000)
    data = bytearray(whole.read_bytes())
    for at, piece in edits:
        data[at : at + len(piece)] = piece
    path = tmp_path / "damaged.ogg"
    path.write_bytes(bytes(data[:cut]))
    try:
        track = track_of(path)
    except UserError:
        return
    assert np.isfinite(track.poses).all()


def test_pitch_and_pauses_are_heard() -> None:
    sound = np.concatenate([silence(0.3), vowel("a", 0.6, 180), silence(0.3)])
    heard = analyse(sound.astype(np.float32))
    assert not heard.voiced[:25].any()
    assert heard.voiced[40:80].all()
    assert np.median(heard.pitch[40:80]) == pytest.approx(180, rel=0.03)
    first, second = np.nanmedian(heard.formants[40:80, :2], axis=0)
    assert first == pytest.approx(750, rel=0.12)
    assert second == pytest.approx(1250, rel=0.12)


def test_a_melody_that_rises_at_the_end_asks_and_one_that_falls_settles(tmp_path: Path) -> None:
    def spoken(last: float) -> PoseTrack:
        sound = np.concatenate([vowel("a", 0.5, 120), vowel("o", 0.5, 120), vowel("a", 0.5, last), silence(0.8)])
        return track_of(save(tmp_path / "a.wav", sound))

    end = slice(38, 44)
    question, statement = spoken(190), spoken(100)
    assert (
        column(question, "eyebrow_raised_left")[end].mean() > column(statement, "eyebrow_raised_left")[end].mean() + 0.3
    )
    assert column(question, "head_x")[end].mean() > 0.1
    assert column(statement, "head_x")[end].mean() < -0.1


def test_each_phrase_is_said_with_the_head_held_another_way(tmp_path: Path) -> None:
    phrase = np.concatenate([vowel(name, 0.3, 120) for name in "aoeia"])
    track = track_of(save(tmp_path / "a.wav", np.concatenate([phrase, silence(0.7), phrase, silence(0.7)])))
    first, second = column(track, "head_y")[15:35].mean(), column(track, "head_y")[70:90].mean()
    assert first * second < 0
    assert abs(first - second) > 0.2
