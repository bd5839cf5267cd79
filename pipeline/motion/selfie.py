"""A clip of a face -> PoseTrack: the order of things from pixels to the 45 numbers, in one place.

**The mirror.** A character moves like the person's image in a mirror. A camera's recording is not mirrored: the
person's left eye is at the viewer's right. Read as it is (anatomically), that eye would move the character's left
eye, which is at the viewer's right too: the character would stand in for the person. In a mirror the left eye is seen
at the left, so the character's eye at the viewer's left (its right one) must follow it, and a head that turns to its
own left turns to the viewer's left. So everything here is computed anatomically, and ``mirror_poses`` is applied
once, at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.interfaces import MadeTrack
from pipeline.models import find_model
from pipeline.motion.blendshapes import BLENDSHAPES, blendshapes_to_poses
from pipeline.motion.body import body_degrees
from pipeline.motion.calibrate import calibrate
from pipeline.motion.cut import close_loop, trim
from pipeline.motion.emotion import estimate_emotions
from pipeline.motion.exaggerate import exaggerate, soft_limit
from pipeline.motion.geometry import fit_heads
from pipeline.motion.gestures import find_gestures
from pipeline.motion.head_place import PLACE_SECONDS, moved, shown
from pipeline.motion.measures import SIDES, measure
from pipeline.motion.neutral import find_rest
from pipeline.motion.procedural import breathe
from pipeline.motion.steady import blur, bridge_gaps, smooth, together
from pipeline.motion.watch import WHOLE, Sighting, Strip, watch
from pipeline.types import (
    DEFAULT_SETTINGS,
    HEAD_RANGE_DEGREES,
    POSE_HIGH,
    POSE_INDEX,
    POSE_LOW,
    BoolArray,
    Clock,
    FloatArray,
    Gesture,
    Notice,
    OnProgress,
    PipelineSettings,
    Poses,
    PoseTrack,
    Progress,
    Stage,
    Tracker,
    VideoMotion,
    mirror_poses,
    notice,
)

_OFTEN_LOST_PERCENT: Final = 15
"""From this share on the person is told how much had to be filled in."""
_MUCH_DAMAGED: Final = 0.1
"""Share of a clip, above which the person is told that it was damaged."""
_LEAST_WINK_SECONDS: Final = 0.15
"""One eye that closes alone for less than this belongs to a blink, whose lids are not seen in the same frame."""


@dataclass(frozen=True)
class Performance:
    """What a face did, before it becomes poses; every frame, gaps bridged.

    Attributes:
        clock: when the frames are, T of them.
        blendshapes: float64 [T, 52], relative to the person's neutral face, the person's own left and right.
        degrees: float64 [T, 3] pitch, yaw, roll relative to neutral (signs as in ``HeadFit``).
        body: float64 [T, 2] the shoulders' turn and tilt in degrees, or None where they are hardly seen.
        places: float64 [T, 3] the head's place in the picture as it is: right, down, nearer (see ``PoseTrack.places``).
        gestures: what the hands showed.
        seen: bool [T].
        neutral_frames: the frames in which the face is calmest.
    """

    clock: Clock
    blendshapes: FloatArray
    degrees: FloatArray
    body: FloatArray | None
    places: FloatArray
    gestures: tuple[Gesture, ...]
    seen: BoolArray
    neutral_frames: tuple[int, ...]


def perform(sighting: Sighting, *, smoothed: bool = True) -> Performance:
    """The performance in a sighting; ``smoothed=False`` leaves the noise in, for comparison."""
    seen, clock = sighting.seen, Clock(sighting.seconds, sighting.fps)
    fit = fit_heads(sighting.points[seen], sighting.size)
    found = measure(fit.shape)
    rest = find_rest(found, fit.degrees)
    table = calibrate(sighting.blendshapes[seen], found, rest, fit.degrees[:, 1])

    def whole(rows: FloatArray) -> FloatArray:
        full = np.zeros((len(seen), rows.shape[1]))
        full[seen] = rows
        full = bridge_gaps(full, seen, clock)
        return smooth(full, clock) if smoothed else full

    blendshapes = whole(table).clip(0, 1)
    blinks = [BLENDSHAPES.index(f"eyeBlink{side}") for side in SIDES]
    left, right = blendshapes[:, blinks].T
    blendshapes[:, blinks] = np.stack(together(left, right, clock, _LEAST_WINK_SECONDS), axis=1)
    return Performance(
        clock=clock,
        blendshapes=blendshapes,
        degrees=whole(fit.degrees - rest.degrees),
        places=blur(whole(moved(fit.places, np.median(fit.places, axis=0))), PLACE_SECONDS, clock),
        body=body_degrees(sighting.body, sighting.seconds, sighting.points[:, :, :2].mean(axis=1), seen),
        gestures=find_gestures(sighting.hands, _faces_at(sighting), clock),
        seen=seen,
        neutral_frames=tuple(np.flatnonzero(seen)[rest.quiet].tolist()),
    )


def _faces_at(sighting: Sighting) -> list[tuple[float, float, float] | None]:
    """Centre and width of the face at each look at the hands; None while no face is seen."""
    faces: list[tuple[float, float, float] | None] = []
    for look in sighting.hands:
        at = min(int(np.searchsorted(sighting.seconds, look.seconds)), len(sighting.seen) - 1)
        if not sighting.seen[at]:
            faces.append(None)
            continue
        low, high = (edge(sighting.points[at, :, :2], axis=0) for edge in (np.min, np.max))
        x, y = (low + high) / 2
        faces.append((float(x), float(y), float(high[0] - low[0])))
    return faces


def at_rate(performance: Performance, fps: float) -> Performance:
    """The performance at even times ``0, 1/fps, …``; linear between frames (a frame is seen as its nearest one is)."""
    clock = performance.clock
    old = clock.seconds
    count = max(1, round(clock.length * fps))
    seconds = np.arange(count) / fps
    nearest = np.abs(np.searchsorted(old, seconds).clip(0, len(old) - 1))
    back = (nearest - 1).clip(0)
    nearest = np.where(np.abs(old[back] - seconds) < np.abs(old[nearest] - seconds), back, nearest)

    def between(rows: FloatArray) -> FloatArray:
        return np.stack([np.interp(seconds, old, column) for column in rows.T], axis=1)

    def frame(before: int) -> int:
        return round(clock.seconds_at(before) * fps)

    frames = tuple(sorted({min(count - 1, frame(i)) for i in performance.neutral_frames}))
    return Performance(
        clock=Clock(seconds, fps),
        blendshapes=between(performance.blendshapes),
        degrees=between(performance.degrees),
        body=None if performance.body is None else between(performance.body),
        places=between(performance.places),
        gestures=tuple(Gesture(g.name, frame(g.start), frame(g.end)) for g in performance.gestures),
        seen=performance.seen[nearest],
        neutral_frames=frames,
    )


def to_track(performance: Performance, expressiveness: float = 1.0) -> PoseTrack:
    """The mirror image of the performance, as poses."""
    degrees = HEAD_RANGE_DEGREES * soft_limit(performance.degrees / HEAD_RANGE_DEGREES)
    poses = blendshapes_to_poses(BLENDSHAPES, performance.blendshapes, degrees)
    if performance.body is not None:
        _lean(poses, performance.body)
    poses = mirror_poses(exaggerate(poses, expressiveness))
    if not performance.seen.all():
        _idle_while_lost(poses, performance)
    clock = performance.clock
    breathe(poses, clock)
    return PoseTrack(
        fps=clock.fps,
        poses=poses,
        tracked=performance.seen.copy(),
        neutral_frames=performance.neutral_frames,
        gestures=performance.gestures,
        emotions=estimate_emotions(poses, clock),
        times=None if clock.is_even else clock.seconds,
        places=shown(performance.places).astype(np.float32),
    )


def track_clip(
    path: Path,
    tracker: Tracker,
    fps: float,
    on_progress: OnProgress,
    *,
    expressiveness: float = 1.0,
    model: Path | None = None,
    strip: Strip = WHOLE,
) -> MadeTrack:
    """All of a clip as a track, from its first frame to its last.

    Args:
        path: the clip.
        tracker: what follows the face.
        fps: frames per second of the track; 0 gives one pose for each frame of the clip.
        on_progress: called often; may raise to stop.
        expressiveness: see ``exaggerate``.
        model: the landmarker's model file; None where it is not here.
        strip: which part of the pictures is looked at.

    Raises:
        UserError: the clip cannot be read, or shows no face (see ``watch``).
    """
    sighting = watch(path, tracker, fps, lambda share: on_progress(Progress(Stage.MOTION, share)), model, strip)
    performance = perform(sighting)
    if fps > 0:
        performance = at_rate(performance, fps)
    notices = []
    if sighting.several_faces:
        notices.append(notice("notice.several_faces"))
    lost = 100 * (1 - sighting.seen.mean())
    if lost >= _OFTEN_LOST_PERCENT:
        notices.append(notice("notice.face_often_lost", percent=round(lost)))
    if sighting.lost > _MUCH_DAMAGED:
        notices.append(notice("notice.clip_damaged", percent=round(100 * sighting.lost)))
    return MadeTrack(to_track(performance, expressiveness), tuple(notices))


def video_track(
    motion: VideoMotion, fps: float, on_progress: OnProgress, settings: PipelineSettings = DEFAULT_SETTINGS
) -> MadeTrack:
    """The best part of a clip, closed to a loop; see ``VideoMotion`` for what can be chosen."""
    model = find_model("face_landmarker", settings.models)
    made = track_clip(motion.path, motion.tracker, fps, on_progress, expressiveness=motion.expressiveness, model=model)
    track = trim(made.track, motion.max_seconds)
    return MadeTrack(close_loop(track, motion.loop), made.notices + trimmed(motion, made.track, track))


def trimmed(motion: VideoMotion, whole: PoseTrack, used: PoseTrack) -> tuple[Notice, ...]:
    """Tells how much of a clip is used, where that is less than there was."""
    if motion.max_seconds is None or whole.seconds <= motion.max_seconds + 0.5 / whole.fps:
        return ()
    return (notice("notice.trimmed", seconds=f"{used.seconds:.1f}"),)


def _lean(poses: Poses, body: FloatArray) -> None:
    """The shoulders' own turn and tilt, on top of a share of the head's (which ``blendshapes_to_poses`` put there)."""
    for column, name in enumerate(("body_y", "body_z")):
        own = soft_limit(body[:, column] / HEAD_RANGE_DEGREES)
        poses[:, POSE_INDEX[name]] = np.clip(0.5 * poses[:, POSE_INDEX[name]] + own, -1, 1)


def _idle_while_lost(poses: Poses, performance: Performance) -> None:
    """Small signs of life (a sway, a blink) where no face was seen for so long that the motion came to rest."""
    from pipeline.motion.presets import preset_track

    seen, clock = performance.seen, performance.clock
    presence = bridge_gaps(np.ones((len(seen), 1)), seen, clock).astype(np.float32)
    idle = preset_track("idle", clock.fps).track.poses
    at = np.rint(clock.seconds * clock.fps).astype(np.intp)
    poses += (1 - presence) * idle[at % len(idle)]
    np.clip(poses, POSE_LOW, POSE_HIGH, out=poses)
