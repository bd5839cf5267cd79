"""The trackers: how faithful, how calm, how fast.

Faithfulness is measured on the sample clip, whose motion is known, and, where the optional test clips and the
landmarker's model are here, against the 52 blendshapes and the head matrix of mediapipe's FaceLandmarker (a
reference, not the truth): Pearson's r for each clip, and the median over the clips. Where a quantity hardly moves,
r tells of both models' noise alone; so the median is given twice, over the clips in which the quantity moves at all
and over those in which it moves by a tenth of its range. How well FaceLandmarker agrees with itself, when it sees each
picture by itself instead of a video, shows how much can be asked for.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.measurement import SAMPLE, Measurement
from pipeline.models import find_model
from pipeline.motion.selfie import perform, to_track
from pipeline.motion.watch import Sighting, watch
from pipeline.settings import load_pipeline_settings
from pipeline.types import HEAD_RANGE_DEGREES, POSE_INDEX, BoolArray, FloatArray, Poses, Tracker, mirror_poses
from tests.shared_data import SHARED_DATA

_ANGLES: Final = ("pitch", "yaw", "roll")
_MOVES_AT_ALL: Final = 0.02
_MOVES: Final = 0.1
"""Least standard deviation of the reference for a clip to count, as a share of what a pose can show: of 1, or 15°."""
_TARGETS: Final = {
    "eye closing": 0.94,
    "mouth opening": 0.90,
    "smile": 0.85,
    "gaze left-right": 0.93,
    "gaze up-down": 0.86,
    "brow raise": 0.70,
    "pitch": 0.97,
    "yaw": 0.97,
    "roll": 0.97,
}
_CLOSED: Final = 0.5
"""An eye closed further than this, in the reference or on the track, is a blink."""


@dataclass(frozen=True)
class _Score:
    """How well one quantity of one clip agrees.

    Attributes:
        name: the quantity.
        movement: the reference's standard deviation, as a share of what a pose can show.
        r: Pearson's r of the track with the reference.
        r_itself: that of the reference with itself, without its memory of the pictures before.
    """

    name: str
    movement: float
    r: float
    r_itself: float


@dataclass(frozen=True)
class Reference:
    """What FaceLandmarker reads from a clip: curves by quantity, float64 [T] each."""

    curves: dict[str, FloatArray]
    seen: BoolArray


def run() -> list[Measurement]:
    """Speed and truth on the sample clip; agreement with FaceLandmarker where its model and the clips are here."""
    found = _speed_and_truth()
    model = find_model("face_landmarker", load_pipeline_settings().models) or SHARED_DATA / "face_landmarker.task"
    clips = sorted((SHARED_DATA / "clips").glob("*.mp4"))
    if model.is_file() and clips:
        found += _agreement(clips, model)
    return found


def _nothing(_: float) -> None: ...


def _speed_and_truth() -> list[Measurement]:
    watch(SAMPLE, Tracker.MESH, 0, _nothing)  # the first run loads the models
    began = time.process_time()
    sighting = watch(SAMPLE, Tracker.MESH, 0, _nothing)
    performance = perform(sighting)
    track = to_track(performance)
    milliseconds = 1000 * (time.process_time() - began) / len(track)
    truth = json.loads(SAMPLE.with_suffix(".json").read_text())
    found = [Measurement("decode and track, 512 px, one core", milliseconds, "ms a frame", at_most=9.0)]
    for axis, name in enumerate(("pitch", "yaw", "roll")):
        error = performance.degrees[:, axis] - np.asarray(truth[name])
        found.append(
            Measurement(f"sample clip, {name}, RMS error", float(np.sqrt(np.mean(error**2))), "°", at_most=2.0)
        )
    curves = read_poses(track.poses)
    hits, missed, invented = _compare_blinks(np.asarray(truth["blink"], np.float64), curves["eye closing"])
    found.append(
        Measurement("sample clip, blinks found", float(hits), f"of {hits + missed}", at_least=float(hits + missed))
    )
    found.append(Measurement("sample clip, blinks invented", float(invented), "", at_most=0.0))
    return found + _calm([sighting])


def _agreement(clips: list[Path], model: Path) -> list[Measurement]:
    """Agreement of the mesh tracker with FaceLandmarker."""
    scores: list[_Score] = []
    blinks = np.zeros(3, int)
    sightings, frames, seconds = [], 0, 0.0
    for clip in clips:
        reference = read_reference(clip, model)
        began = time.process_time()
        sighting = watch(clip, Tracker.MESH, 0, _nothing)
        track = to_track(perform(sighting))
        seconds += time.process_time() - began
        frames += len(track)
        if reference.seen.mean() < 0.5 or len(reference.seen) != len(track):
            continue
        sightings.append(sighting)
        curves = read_poses(mirror_poses(track.poses))
        both = reference.seen & track.tracked
        itself = read_reference(clip, model, as_video=False)
        for name, curve in reference.curves.items():
            own = both & itself.seen
            scores.append(
                _Score(
                    name,
                    float(curve[both].std()) / (HEAD_RANGE_DEGREES if name in _ANGLES else 1),
                    float(np.corrcoef(curve[both], curves[name][both])[0, 1]) if curves[name][both].std() else 0.0,
                    float(np.corrcoef(curve[own], itself.curves[name][own])[0, 1]),
                )
            )
        blinks += _compare_blinks(reference.curves["eye closing"], curves["eye closing"])
    found: list[Measurement] = []
    for name, goal in _TARGETS.items():
        for kind, least in (("all", _MOVES_AT_ALL), ("moving", _MOVES)):
            counted = [score for score in scores if score.name == name and score.movement >= least]
            if counted:
                clips_told = f"{len(counted)} clips, {kind}"
                value, own = np.median([(score.r, score.r_itself) for score in counted], axis=0).tolist()
                found.append(Measurement(f"r with FaceLandmarker, {name} ({clips_told})", value, "", at_least=goal))
                found.append(Measurement(f"  FaceLandmarker with itself, {name} ({clips_told})", own, ""))
    hits, missed, invented = (int(v) for v in blinks)
    recall, precision = hits / max(1, hits + missed), hits / max(1, hits + invented)
    found += [
        Measurement(f"blinks found, recall ({hits + missed} blinks)", recall, "", at_least=0.95),
        Measurement("blinks found, precision", precision, "", at_least=0.95),
        Measurement("decode and track, clips, one core", 1000 * seconds / frames, "ms a frame", at_most=9.0),
    ]
    return found + _calm(sightings, "clips")


def _calm(sightings: list[Sighting], where: str = "sample clip") -> list[Measurement]:
    """Jitter of the smoothed track against the raw one, the amplitude it keeps, and its lag."""
    jitter, kept, lags = [], [], []
    for sighting in sightings:
        smooth, raw = (to_track(perform(sighting, smoothed=s)).poses.astype(np.float64) for s in (True, False))
        moving = np.flatnonzero((np.ptp(raw, axis=0) > 0.3) & (np.arange(raw.shape[1]) != POSE_INDEX["breathing"]))
        rough = [np.sqrt(np.mean(np.diff(poses[:, moving], 2, axis=0) ** 2)) for poses in (smooth, raw)]
        jitter.append(rough[0] / rough[1])
        for column in moving:
            kept.append(np.ptp(smooth[:, column]) / np.ptp(raw[:, column]))
            lags.append(_lag(smooth[:, column], raw[:, column]))
    return [
        Measurement(f"{where}, jitter left by smoothing", float(np.median(jitter)), "of raw", at_most=0.5),
        Measurement(f"{where}, peak amplitude kept", float(np.median(kept)), "of raw", at_least=0.97),
        Measurement(f"{where}, lag", float(np.median(lags)), "frames", at_most=0, at_least=0),
    ]


def _lag(smooth: FloatArray, raw: FloatArray) -> int:
    middle = slice(4, -4)
    alike = [float(np.corrcoef(np.roll(smooth, -s)[middle], raw[middle])[0, 1]) for s in range(-3, 4)]
    return int(np.argmax(np.nan_to_num(alike))) - 3


def read_reference(clip: Path, model: Path, *, as_video: bool = True) -> Reference:
    """What FaceLandmarker says about each frame, without any of our conversions.

    ``as_video=False`` shows it each picture by itself: it then finds the face anew and smooths nothing.
    """
    import mediapipe
    from mediapipe.tasks.python import BaseOptions, vision
    from scipy.spatial.transform import Rotation

    from pipeline.motion.clip import CheckedClip

    options = vision.FaceLandmarkerOptions(
        base_options=BaseOptions(model_asset_path=str(model)),
        running_mode=vision.RunningMode.VIDEO if as_video else vision.RunningMode.IMAGE,
        output_face_blendshapes=True,
        output_facial_transformation_matrixes=True,
    )
    rows: list[dict[str, float] | None] = []
    with vision.FaceLandmarker.create_from_options(options) as network:
        for at, frame in enumerate(CheckedClip(clip).frames()):
            picture = mediapipe.Image(image_format=mediapipe.ImageFormat.SRGB, data=frame.image)
            time = max(at, round(frame.seconds * 1000))
            seen = network.detect_for_video(picture, time) if as_video else network.detect(picture)
            if not seen.face_blendshapes:
                rows.append(None)
                continue
            shapes = {shape.category_name: float(shape.score) for shape in seen.face_blendshapes[0]}
            rotation = np.asarray(seen.facial_transformation_matrixes[0])[:3, :3]
            yaw, pitch, roll = Rotation.from_matrix(rotation).as_euler("yxz", degrees=True)
            rows.append(_quantities(shapes.__getitem__) | {"pitch": -pitch, "yaw": -yaw, "roll": roll})
    curves = {name: np.array([np.nan if row is None else row[name] for row in rows]) for name in _TARGETS}
    return Reference(curves, np.array([row is not None for row in rows]))


def _quantities(shape: Callable[[str], Any]) -> dict[str, Any]:
    """What is compared, from blendshapes by name."""

    def both(name: str) -> Any:
        return (shape(f"{name}Left") + shape(f"{name}Right")) / 2

    return {
        "eye closing": both("eyeBlink"),
        # ARKit's mouthClose is how far the lips are closed in spite of the jaw.
        "mouth opening": shape("jawOpen") - shape("mouthClose"),
        "smile": both("mouthSmile"),
        "gaze left-right": (
            shape("eyeLookInLeft") + shape("eyeLookOutRight") - shape("eyeLookOutLeft") - shape("eyeLookInRight")
        )
        / 2,
        "gaze up-down": both("eyeLookUp") - both("eyeLookDown"),
        "brow raise": shape("browInnerUp") + both("browOuterUp"),
    }


def read_poses(poses: Poses) -> dict[str, FloatArray]:
    """The same quantities from poses (not mirrored)."""

    def one(name: str) -> FloatArray:
        return poses[:, POSE_INDEX[name]].astype(np.float64)

    def both(name: str) -> FloatArray:
        return (one(f"{name}_left") + one(f"{name}_right")) / 2

    vowels = [one(f"mouth_{vowel}") for vowel in ("aaa", "iii", "uuu", "eee", "ooo", "delta")]
    return {
        "eye closing": both("eye_wink") + both("eye_happy_wink"),
        "mouth opening": np.sum(vowels, axis=0),
        "smile": both("mouth_raised_corner"),
        "gaze left-right": one("iris_rotation_y"),
        "gaze up-down": one("iris_rotation_x"),
        "brow raise": both("eyebrow_raised"),
        "pitch": one("head_x"),
        "yaw": one("head_y"),
        "roll": one("neck_z"),
    }


def _compare_blinks(reference: FloatArray, track: FloatArray) -> tuple[int, int, int]:
    """(found, missed, invented) blinks: stretches of closed eyes that overlap within two frames."""
    true, seen = _stretches(reference), _stretches(track)

    def meets(a: tuple[int, int], others: list[tuple[int, int]]) -> bool:
        return any(a[0] - 2 < b[1] and b[0] < a[1] + 2 for b in others)

    hits = sum(meets(blink, seen) for blink in true)
    return hits, len(true) - hits, sum(not meets(blink, true) for blink in seen)


def _stretches(closed: FloatArray) -> list[tuple[int, int]]:
    over = np.concatenate([[False], np.nan_to_num(closed) > _CLOSED, [False]]).astype(int)
    edges = np.flatnonzero(np.diff(over))
    return [(int(s), int(e)) for s, e in zip(edges[::2], edges[1::2], strict=True)]
