from __future__ import annotations

import contextlib
import json
import re
import time
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.spatial.transform import Rotation

from pipeline.motion.blendshapes import BLENDSHAPES, blendshapes_to_poses
from pipeline.motion.files import (
    MotionFileError,
    MotionFileTooLargeError,
    NoFaceMotionError,
    file_track,
)
from pipeline.motion.files.miku import MORPHS, SIGNS
from pipeline.motion.files.vmd import bezier, parse_vmd
from pipeline.posers.rig.emanata import EMANATA
from pipeline.types import POSE_INDEX, POSE_NAMES, Gesture, PoseTrack, TrackFileError, UserError
from pipeline.types.limits import MOTION_FILE_SECONDS
from tests.pipeline.motion.files.writers import LINEAR, livelink_bytes, vmd_bytes

HEAD = [*BLENDSHAPES, "headYaw", "headPitch", "headRoll"]


def saved(tmp_path: Path, data: bytes, name: str = "motion.bin") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def channel(track: PoseTrack, name: str) -> list[float]:
    return [round(float(v), 3) for v in track.poses[:, POSE_INDEX[name]]]


# --- .vmd


def test_morphs_become_expressions_linear_between_their_keys(tmp_path: Path) -> None:
    data = vmd_bytes([("まばたき", 0, 0), ("まばたき", 10, 1), ("あ", 0, 0.5), ("ウィンク", 5, 1)])
    track = file_track(saved(tmp_path, data), 0).track
    assert track.fps == 30
    assert len(track) == 11
    assert channel(track, "eye_wink_left")[5] == channel(track, "eye_wink_right")[5] == 0.5
    assert channel(track, "mouth_aaa")[10] == 0.5
    assert channel(track, "eye_happy_wink_left")[5] == 1
    assert channel(track, "eye_happy_wink_right")[5] == 0


def test_every_morph_that_is_known_moves_something_or_closes_the_mouth(tmp_path: Path) -> None:
    for name, amounts in MORPHS.items():
        poses = file_track(saved(tmp_path, vmd_bytes([(name, 0, 1)])), 0).track.poses
        assert bool(poses[0].any()) == bool(amounts), name


@pytest.mark.parametrize("name", ["ウィンク２右", "ウィンク2右", "ｳｨﾝｸ２右", "ｳｨﾝｸ2右"])
def test_names_in_wide_and_narrow_letters_are_the_same(tmp_path: Path, name: str) -> None:
    track = file_track(saved(tmp_path, vmd_bytes([(name, 0, 1)])), 0).track
    assert channel(track, "eye_wink_right") == [1]


def test_morphs_that_show_signs_become_events(tmp_path: Path) -> None:
    keys = [("照れ", 0, 0), ("照れ", 30, 1), ("照れ", 60, 0), ("涙", 40, 1), ("涙", 90, 1)]
    made = file_track(saved(tmp_path, vmd_bytes([*keys, ("あ", 90, 1)])), 60)
    assert made.track.gestures == (Gesture("tears", 0, 182), Gesture("blush", 18, 103))
    assert set(SIGNS.values()) <= EMANATA.keys()


def test_head_and_neck_add_up_with_the_signs_of_the_pose(tmp_path: Path) -> None:
    def turn(axis: str, degrees: float) -> Rotation:
        return Rotation.from_euler(axis, degrees, degrees=True)

    data = vmd_bytes(
        bones=[("頭", 0, turn("x", -5), LINEAR), ("首", 0, turn("x", -4), LINEAR), ("上半身", 0, turn("z", 6), LINEAR)]
    )
    track = file_track(saved(tmp_path, data), 0).track
    assert channel(track, "head_x") == [-0.6]  # nods down
    assert channel(track, "body_z") == [0.4]
    for axis, name in (("x", "head_x"), ("y", "head_y"), ("z", "neck_z")):
        track = file_track(saved(tmp_path, vmd_bytes(bones=[("頭", 0, turn(axis, 7.5), LINEAR)])), 0).track
        assert channel(track, name) == [0.5]


def test_a_bone_follows_the_bezier_of_the_key_it_goes_to(tmp_path: Path) -> None:
    slow_start = bytes([100, 0, 127, 60])
    keys = [("頭", 0, Rotation.identity(), LINEAR), ("頭", 10, Rotation.from_euler("y", 15, degrees=True), slow_start)]
    eased = channel(file_track(saved(tmp_path, vmd_bytes(bones=keys)), 0).track, "head_y")
    straight = channel(
        file_track(saved(tmp_path, vmd_bytes(bones=[keys[0], (*keys[1][:3], LINEAR)])), 0).track, "head_y"
    )
    assert straight == pytest.approx([i / 10 for i in range(11)], abs=0.002)
    assert eased[0] == 0
    assert eased[5] < 0.2
    assert eased[10] == 1


def test_a_program_that_writes_only_the_first_row_of_handles_is_understood(tmp_path: Path) -> None:
    keys = [("頭", 0, Rotation.identity(), LINEAR), ("頭", 10, Rotation.from_euler("y", 15, degrees=True), LINEAR)]
    data = bytearray(vmd_bytes(bones=keys))
    slow_start = bytes([100, 0, 127, 60])
    handles = 54 + 111 + 47  # of the second key
    data[handles : handles + 64] = bytes(64)
    data[handles + 3 : handles + 16 : 4] = slow_start
    whole = [keys[0], (*keys[1][:3], slow_start)]
    found = channel(file_track(saved(tmp_path, bytes(data)), 0).track, "head_y")
    assert found == channel(file_track(saved(tmp_path, vmd_bytes(bones=whole)), 0).track, "head_y")
    assert found[5] < 0.2


@given(st.lists(st.floats(0, 1), min_size=4, max_size=4))
def test_a_bezier_starts_at_0_ends_at_1_and_agrees_with_its_definition(handles: list[float]) -> None:
    s = np.linspace(0, 1, 21)
    x1, y1, x2, y2 = handles
    x = 3 * (1 - s) ** 2 * s * x1 + 3 * (1 - s) * s**2 * x2 + s**3
    y = 3 * (1 - s) ** 2 * s * y1 + 3 * (1 - s) * s**2 * y2 + s**3
    steep = np.gradient(x, s) < 0.05  # there, y is not well determined by x
    found = bezier(np.tile(handles, (21, 1)), x)
    assert np.abs(found - y)[~steep].max(initial=0) < 1e-3


def test_a_vmd_plays_at_any_frame_rate(tmp_path: Path) -> None:
    path = saved(tmp_path, vmd_bytes([("あ", 0, 0), ("あ", 60, 1)]))
    for fps in (12, 25, 50):
        track = file_track(path, fps).track
        assert track.fps == fps
        assert track.seconds == pytest.approx(61 / 30, abs=1 / fps)
        assert channel(track, "mouth_aaa")[-1] == pytest.approx(1, abs=0.05)


def test_a_motion_without_a_face_says_so(tmp_path: Path) -> None:
    data = vmd_bytes([("知らない", 0, 1)], [("左腕", 0, Rotation.identity(), LINEAR)])
    with pytest.raises(NoFaceMotionError):
        file_track(saved(tmp_path, data), 25)


def test_a_keyframe_days_away_is_cut_and_told(tmp_path: Path) -> None:
    made = file_track(saved(tmp_path, vmd_bytes([("あ", 0, 0), ("あ", 4_000_000_000, 1)])), 25)
    assert made.track.seconds == MOTION_FILE_SECONDS
    assert [item.key for item in made.notices] == ["notice.motion_cut"]


def test_a_file_with_more_names_than_any_model_is_refused_at_once(tmp_path: Path) -> None:
    data = vmd_bytes([(f"m{index}", 0, 1) for index in range(20_000)])
    started = time.process_time()
    with pytest.raises(MotionFileError):
        file_track(saved(tmp_path, data), 25)
    assert time.process_time() - started < 2


def test_of_two_keys_at_one_frame_the_last_counts_and_order_does_not_matter(tmp_path: Path) -> None:
    keys = [("あ", 20, 1), ("あ", 0, 0.2), ("い", 0, 1), ("あ", 20, 0.4), ("あ", 10, 0)]
    track = file_track(saved(tmp_path, vmd_bytes(keys)), 0).track
    assert channel(track, "mouth_aaa")[:21:5] == pytest.approx([0.2, 0.1, 0, 0.2, 0.4])


def test_names_survive_rubbish_behind_their_end(tmp_path: Path) -> None:
    data = vmd_bytes([("あ", 0, 1)]).replace("あ".encode("cp932") + b"\0\0\0\0", "あ".encode("cp932") + b"\0\xfdxy")
    assert list(parse_vmd(data).morphs) == ["あ"]
    assert channel(file_track(saved(tmp_path, data), 0).track, "mouth_aaa") == [1]


# --- Live Link Face


def test_a_recorded_face_is_what_the_converter_makes_of_its_rows(tmp_path: Path) -> None:
    rng = np.random.default_rng(3)
    values = np.round(rng.random((90, 52)), 6)
    track = file_track(saved(tmp_path, livelink_bytes(BLENDSHAPES, values)), 0).track
    expected = blendshapes_to_poses(BLENDSHAPES, values, np.zeros((90, 3)))
    still = [index for index, name in enumerate(POSE_NAMES) if name != "breathing"]
    assert track.fps == 60
    assert len(track) == 90
    # The clock's fractions shift the rows by less than a thousandth of a frame each.
    assert np.abs(track.poses[:, still] - expected[:, still]).mean() < 0.03
    assert track.poses[:, POSE_INDEX["breathing"]].any()


def test_the_head_turns_relative_to_its_middle(tmp_path: Path) -> None:
    rows = np.zeros((121, 55))
    rows[:, 52] = 0.4 + np.radians(np.linspace(-7.5, 7.5, 121))  # yaw, held askew
    rows[:, 53] = np.radians(np.linspace(-15, 15, 121))
    track = file_track(saved(tmp_path, livelink_bytes(HEAD, rows)), 30).track
    assert track.fps == 30
    assert channel(track, "head_y")[0] == pytest.approx(0.5, abs=0.02)
    assert channel(track, "head_y")[-1] == pytest.approx(-0.5, abs=0.02)
    assert channel(track, "head_x")[-1] == pytest.approx(1, abs=0.02)


@pytest.mark.parametrize("clock", [24, 30, 60])
@pytest.mark.parametrize("start", [14 * 3600, 86_398], ids=["by day", "over midnight"])
@pytest.mark.parametrize("drop_frame", [False, True])
def test_the_clock_of_a_recording_is_read(tmp_path: Path, clock: int, start: int, drop_frame: bool) -> None:
    rows = np.zeros((4 * clock, 52))
    rows[:, BLENDSHAPES.index("jawOpen")] = np.arange(4 * clock) / (4 * clock)
    data = livelink_bytes(BLENDSHAPES, rows, clock, start)
    if drop_frame:  # HH:MM:SS;FF
        data = re.sub(rb"^(\d\d:\d\d:\d\d):", rb"\1;", data, flags=re.MULTILINE)
    track = file_track(saved(tmp_path, data), 0).track
    assert track.fps == clock
    assert track.seconds == pytest.approx(4, abs=0.05)


def test_a_table_saved_with_semicolons_is_read(tmp_path: Path) -> None:
    rows = np.full((30, 52), 0.5)
    data = livelink_bytes(BLENDSHAPES, rows)
    one, other = (file_track(saved(tmp_path, each), 0).track for each in (data, data.replace(b",", b";")))
    assert np.array_equal(one.poses, other.poses)


def test_rows_without_a_face_are_filled_in_and_marked(tmp_path: Path) -> None:
    rows = np.zeros((30, 52))
    rows[:, BLENDSHAPES.index("jawOpen")] = 0.5
    lines = livelink_bytes(BLENDSHAPES, rows).decode().splitlines()
    for row in range(11, 16):
        lines[row] = lines[row].split(",")[0] + ",0"
    track = file_track(saved(tmp_path, "\r\n".join(lines).encode("utf-8-sig")), 0).track
    assert not track.tracked[12]
    assert track.tracked[[0, 20]].all()
    assert min(channel(track, "mouth_aaa")) > 0.5


def test_columns_that_are_there_again_and_again_count_once(tmp_path: Path) -> None:
    names = [*BLENDSHAPES, *["eyeBlinkLeft"] * 20_000]
    started = time.process_time()
    file_track(saved(tmp_path, livelink_bytes(names, np.zeros((2, len(names))))), 0)
    assert time.process_time() - started < 2


# --- our own


def example_track() -> PoseTrack:
    rng = np.random.default_rng(0)
    poses = rng.random((50, 45)).astype(np.float32).round(5)
    emotions = np.full((50, 7), 1 / 7, np.float32).round(4)
    return PoseTrack(25.0, poses, np.arange(50) % 7 > 0, (3, 4), (Gesture("wave", 3, 9),), emotions, loops=True)


def test_our_own_track_comes_back_as_it_was(tmp_path: Path) -> None:
    track = example_track()
    path = saved(tmp_path, json.dumps(track.to_json()).encode(), "track.json")
    again = file_track(path, 0).track
    assert np.allclose(again.poses, track.poses, atol=1e-5)
    assert np.array_equal(again.tracked, track.tracked)
    assert (again.fps, again.neutral_frames, again.gestures, again.loops) == (25, (3, 4), track.gestures, True)
    assert file_track(path, 50).track.fps == 50


def test_millions_of_rows_are_cut_before_they_fill_the_memory(tmp_path: Path) -> None:
    count = 300_000
    data = {"fps": 25, "names": ["mouth_aaa"], "poses": [[0.5]] * count, "tracked": [True] * count}
    tracemalloc.start()
    made = file_track(saved(tmp_path, json.dumps(data).encode()), 25)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert made.track.seconds == MOTION_FILE_SECONDS
    assert made.notices
    assert peak < 150e6  # 300,000 rows of 45 numbers with their copies would take 300 MB and more


def test_a_track_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    data = json.dumps(example_track().to_json()).encode("utf-8-sig")
    assert len(file_track(saved(tmp_path, data), 0).track) == 50


def test_events_stay_within_their_track(tmp_path: Path) -> None:
    events = [{"name": "wave", "start": -5, "end": 10**12}, {"name": "peace", "start": 40, "end": 3}]
    data = example_track().to_json() | {"gestures": events + [{"name": "hearts", "start": 1, "end": 9}] * 5000}
    found = file_track(saved(tmp_path, json.dumps(data).encode()), 0).track.gestures
    assert found[:2] == (Gesture("wave", 0, 50), Gesture("hearts", 1, 9))
    assert len(found) == 100


def test_confidences_that_are_no_numbers_are_left_out(tmp_path: Path) -> None:
    data = example_track().to_json()
    data["emotions"]["values"][3] = [float("nan")] * 7
    assert file_track(saved(tmp_path, json.dumps(data).encode()), 0).track.emotions is None


def test_a_long_track_is_cut_and_told(tmp_path: Path) -> None:
    poses = np.zeros((1000, 45), np.float32)
    track = PoseTrack(10.0, poses, np.ones(1000, np.bool_), gestures=(Gesture("wave", 590, 700),), loops=True)
    made = file_track(saved(tmp_path, json.dumps(track.to_json()).encode()), 0)
    assert made.track.seconds == MOTION_FILE_SECONDS
    assert made.track.gestures == (Gesture("wave", 590, 600),)
    assert not made.track.loops
    assert made.notices


@pytest.mark.parametrize(
    "change",
    [
        {"fps": 0},
        {"fps": float("inf")},
        {"fps": 1e-9},
        {"poses": []},
        {"poses": [[0]]},
        {"names": [["a"]]},
        {"tracked": 5},
        {"tracked": [True]},
        {"neutral_frames": [float("inf")]},
        {"gestures": [3]},
        {"gestures": 3},
        {"emotions": []},
        {"emotions": {"values": [[1, 2]]}},
        {"fps": 10**400},
    ],
)
def test_a_damaged_track_is_a_users_error(tmp_path: Path, change: dict[str, object]) -> None:
    data = example_track().to_json() | change
    with pytest.raises(TrackFileError):
        file_track(saved(tmp_path, json.dumps(data).encode()), 25)


# --- anything


def test_what_is_no_motion_gets_one_sentence(tmp_path: Path) -> None:
    for data in (b"", b"hello", b"\x89PNG\r\n\x1a\n", b"Vocaloid Motion Data", b"a,b,c\n1,2,3\n"):
        with pytest.raises(MotionFileError) as error:
            file_track(saved(tmp_path, data), 25)
        assert str(error.value).count("\n") == 0
    with pytest.raises(MotionFileError):
        file_track(tmp_path / "nowhere.vmd", 25)
    with pytest.raises(TrackFileError):
        file_track(saved(tmp_path, b"[" * 100_000), 25)


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(26_000_000)
    with pytest.raises(MotionFileTooLargeError):
        file_track(path, 25)


VMD_SEED = vmd_bytes(
    [("あ", 0, 0.5), ("まばたき", 3, 1)],
    [("頭", 0, Rotation.identity(), LINEAR), ("頭", 9, Rotation.identity(), LINEAR)],
)
CSV_SEED = livelink_bytes(HEAD, np.random.default_rng(0).random((4, 55)))
JSON_SEED = json.dumps(PoseTrack.still(np.zeros((2, 45), np.float32)).to_json()).encode()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([VMD_SEED, CSV_SEED, JSON_SEED]),
    st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=6)), max_size=6),
    st.integers(0, 3000),
)
def test_damaged_files_give_a_sound_track_or_a_users_error(
    tmp_path: Path, seed: bytes, edits: list[tuple[int, bytes]], cut: int
) -> None:
    data = bytearray(seed)
    for at, piece in edits:
        data[at : at + len(piece)] = piece
    for damaged in (bytes(data), bytes(data[:cut])):
        try:
            track = file_track(saved(tmp_path, damaged), 25).track
        except UserError:
            continue
        assert np.isfinite(track.poses).all()
        assert 0 < track.seconds <= MOTION_FILE_SECONDS + 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400), st.sampled_from([b"", VMD_SEED[:50], CSV_SEED.split(b"\n")[0] + b"\n", b"{"]))
def test_arbitrary_bytes_raise_nothing_but_a_users_error(tmp_path: Path, rubbish: bytes, start: bytes) -> None:
    with contextlib.suppress(UserError):
        file_track(saved(tmp_path, start + rubbish), 25)
