"""Motions for two figures that stand side by side: from one clip, or one each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.interfaces import MadeTrack
from pipeline.models import find_model
from pipeline.motion.clip import CheckedClip, Image
from pipeline.motion.cut import close_loop, lead_back, trim_together
from pipeline.motion.selfie import track_clip, trimmed
from pipeline.motion.trackers.finder import FaceBox, FaceFinder
from pipeline.motion.watch import Strip
from pipeline.progress import part_of
from pipeline.quiet import quiet_native_code
from pipeline.types import (
    POSE_HIGH,
    POSE_INDEX,
    POSE_LOW,
    Gesture,
    IndexArray,
    Loop,
    OnProgress,
    PipelineSettings,
    PoseTrack,
    Progress,
    Stage,
    VideoMotion,
)

_LOOKS: Final = 2.0
"""How often a clip is looked through for faces, per second."""
_OFTEN: Final = 0.5
"""Two faces are two people when they are seen in at least this share of the looks."""
_COMPARABLE: Final = 0.4
"""A face counts when it is at least this large in relation to the largest one."""
_SURVEY_SHARE: Final = 0.1
"""How much of the motion's time goes into looking for people."""
_TOWARD: Final = {"head_y": 0.3, "body_y": 0.1, "iris_rotation_y": 0.25}
"""How far two figures turn to each other: shares of these numbers' ranges."""


def two_tracks(
    motion: VideoMotion, fps: float, on_progress: OnProgress, settings: PipelineSettings
) -> tuple[MadeTrack, MadeTrack] | None:
    """The motions of two people in a clip, who are to be seen as they are there and not in a mirror: the person at the
    left moves the figure at the left, and whoever turns to the other one does so here as well.

    None where the clip does not show two people.

    Raises:
        UserError: the clip cannot be read.
    """
    strips = find_people(motion.path, on_progress)
    if strips is None:
        return None
    model = find_model("face_landmarker", settings.models)
    made = [
        track_clip(
            motion.path,
            motion.tracker,
            fps,
            part_of(on_progress, _SURVEY_SHARE + number * (1 - _SURVEY_SHARE) / 2, (1 - _SURVEY_SHARE) / 2),
            expressiveness=motion.expressiveness,
            model=model,
            strip=strip,
        )
        for number, strip in enumerate(strips)
    ]
    whole = _of_one_length(tuple(each.track.mirrored() for each in made))
    used = trim_together(whole, motion.max_seconds)
    left, right = (_closed(track, motion.loop) for track in used)
    notices = tuple(dict.fromkeys((*made[0].notices, *made[1].notices, *trimmed(motion, whole[0], used[0]))))
    return MadeTrack(left, notices), MadeTrack(right)


def find_people(path: Path, on_progress: OnProgress) -> tuple[Strip, Strip] | None:
    """The left and the right part of a clip, where two people stand side by side in it; None for one person.

    Raises:
        UserError: the clip cannot be read.
    """
    share = 0.0
    clip = CheckedClip(path, lambda: on_progress(Progress(Stage.MOTION, share)))
    looks = 0
    pairs: list[tuple[float, float]] = []
    length = max(clip.info.seconds, 1 / clip.info.fps)
    with quiet_native_code(), FaceFinder() as finder:
        due = 0.0
        for frame in clip.frames(_LOOKS):
            share = _SURVEY_SHARE * min(1.0, frame.seconds / length)
            if frame.seconds < due:
                continue
            due = frame.seconds + 1 / _LOOKS
            looks += 1
            pairs += _pair(finder.faces(frame.image), frame.image)
    if len(pairs) < max(1.0, _OFTEN * looks):
        return None
    left_ends, right_begins = np.median(pairs, axis=0)
    middle = float(left_ends + right_begins) / 2
    return Strip(0.0, middle), Strip(middle, 1.0)


def _pair(faces: list[FaceBox], image: Image) -> Iterator[tuple[float, float]]:
    """Where the left one of the two largest faces ends and the right one begins, as shares of the picture's width."""
    if len(faces) < 2 or faces[1].side < _COMPARABLE * faces[0].side:
        return
    left, right = sorted(faces[:2], key=lambda face: face.x)
    ends, begins = left.x + left.side / 2, right.x - right.side / 2
    if ends < begins:  # else one is above the other
        yield ends / image.shape[1], begins / image.shape[1]


def in_step(tracks: tuple[PoseTrack, ...]) -> tuple[PoseTrack, ...]:
    """Motions of one length: the shorter ones begin anew until the longest one is over, and lead back there."""
    even = tuple(track.even() for track in tracks)
    longest = max(map(len, even))
    return tuple(track if len(track) == longest else lead_back(_again(track, longest)) for track in even)


def facing(left: PoseTrack, right: PoseTrack) -> tuple[PoseTrack, PoseTrack]:
    """The same two motions, turned to each other a little, heads and eyes. Hands are raised at the outer sides, where
    there is room for them.
    """
    return _turned(left, -1.0, "_right"), _turned(right, 1.0, "")


def _turned(track: PoseTrack, sign: float, outer: str) -> PoseTrack:
    """The track, turned to one side; ``outer``: how gestures of the hand at the other side end."""
    sides = {gesture.name.endswith("_right") for gesture in track.gestures if gesture.mirrored != gesture}
    inner = sides == {not outer}
    gestures = tuple(gesture.mirrored if inner else gesture for gesture in track.gestures)
    poses = track.poses.copy()
    for name, amount in _TOWARD.items():
        poses[:, POSE_INDEX[name]] += sign * amount
    return replace(track, poses=np.clip(poses, POSE_LOW, POSE_HIGH).astype(np.float32), gestures=gestures)


def _again(track: PoseTrack, frames: int) -> PoseTrack:
    """The track over and over, for so many frames."""
    order: IndexArray = np.arange(frames) % len(track)
    starts = range(0, frames, len(track))
    gestures = (
        Gesture(gesture.name, start + gesture.start, min(frames, start + gesture.end))
        for start in starts
        for gesture in track.gestures
    )
    return replace(
        track,
        poses=track.poses[order],
        tracked=track.tracked[order],
        gestures=tuple(gesture for gesture in gestures if gesture.start < gesture.end),
        emotions=None if track.emotions is None else track.emotions[order],
        places=None if track.places is None else track.places[order],
    )


def _of_one_length(tracks: tuple[PoseTrack, ...]) -> tuple[PoseTrack, ...]:
    """Two readings of one clip; a damaged frame may be missing in one."""
    shortest = min(map(len, tracks))
    return tuple(track.part(slice(0, shortest)) for track in tracks)


def _closed(track: PoseTrack, loop: Loop) -> PoseTrack:
    """As ``close_loop``, which would decide for each motion on its own whether it runs backwards."""
    return lead_back(track) if loop is Loop.AUTO else close_loop(track, loop)
