"""The best part of a motion, and an end that leads back to its beginning."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from pipeline.motion.procedural import breathe_in_loop
from pipeline.types import (
    POSE_NAMES,
    BoolArray,
    FloatArray,
    Gesture,
    Loop,
    PoseCategory,
    PoseTrack,
    pose_mask,
)

_STILL_SECONDS: Final = 1.0
"""Stillness at the beginning or the end that is longer than this is cut down to half of it."""
_STILL_SPEED: Final = 0.5
"""A face counts as still below this speed (sum of all numbers' changes per second)."""
_LEAST_SECONDS: Final = 1.5
"""A face that is seen for less than this keeps some of what was filled in around it."""
_SEAM_SECONDS: Final = 0.32
"""Length of the crossfade that closes a loop."""
SEAM: Final = 0.02
"""What a seam costs, for each unit of its ends' unlikeness, as a share of the best interest."""
_PINGPONG_COST: Final = 1.5
"""A motion that runs backwards is taken only when its seam is this much smoother."""
_PINGPONG_SECONDS: Final = 3.0
"""Longer motions are not doubled by themselves."""

_SHORTEST_LOOP: Final = 8
"""Frames that a motion must have for its end to be led back."""

_JUDGED: Final = ~pose_mask(PoseCategory.BREATHING)
_TELLING: Final = pose_mask(PoseCategory.EYEBROW, PoseCategory.MOUTH, PoseCategory.IRIS_MORPH) | np.array(
    [name.startswith(("eye_happy_wink", "eye_surprised")) for name in POSE_NAMES]
)
"""What is worth watching even when it is held; closed eyes and a tilted head (a look at the button) are not."""
_HEAD_SHARE: Final = 0.3
"""A head that sways all the time must not outweigh a smile."""
_LIPS: Final = pose_mask(PoseCategory.MOUTH)


def trim(track: PoseTrack, max_seconds: float | None) -> PoseTrack:
    """The liveliest ``max_seconds`` in which the face is seen, without a dead head and tail. None keeps everything."""
    return trim_together((track,), max_seconds)[0]


def trim_together(tracks: tuple[PoseTrack, ...], max_seconds: float | None) -> tuple[PoseTrack, ...]:
    """The same part of all these motions, which are of one length: ``trim`` where most happens in all of them."""
    if max_seconds is None or len(tracks[0]) < 2:
        return tracks
    tracks = tuple(track.even() for track in tracks)
    living = [_living(track) for track in tracks]
    alive = slice(min(part.start for part in living), max(part.stop for part in living))
    tracks = tuple(track.part(alive) for track in tracks)
    length = max(1, round(max_seconds * tracks[0].fps))
    if len(tracks[0]) <= length:
        return tracks
    interest = np.concatenate([[0.0], np.cumsum(sum(map(interest_of, tracks)))])
    windows = interest[length:] - interest[:-length]
    seams = np.sum([unlikeness(track, length) for track in tracks], axis=0)
    # Among windows that are nearly as lively, the one whose ends are most alike loops best.
    start = int(np.argmax(windows - SEAM * windows.max() * seams))
    return tuple(track.part(slice(start, start + length)) for track in tracks)


def _speed(track: PoseTrack, columns: BoolArray) -> FloatArray:
    """How fast the face changes in each frame [T], in sums of these numbers per second."""
    change = np.abs(np.diff(track.poses[:, columns], axis=0)).sum(axis=1) * track.fps
    return np.asarray(np.concatenate([change[:1], change]), np.float64)


def unlikeness(track: PoseTrack, length: int) -> FloatArray:
    """How much the last frame differs from the first one (sum of all numbers), for each part of ``length`` frames."""
    count = len(track) - length + 1
    first, last = track.poses[:count], track.poses[length - 1 :]
    return np.asarray(np.abs(first - last)[:, _JUDGED].sum(axis=1), np.float64)


def interest_of(track: PoseTrack) -> FloatArray:
    """How much there is to see in each frame [T]: expressions that change or are held, and the head a little."""
    lively = _speed(track, _TELLING) + _HEAD_SHARE * _speed(track, _JUDGED & ~_TELLING)
    held = np.abs(track.poses[:, _TELLING]).sum(axis=1)
    return np.where(track.tracked, np.sqrt(lively) + 0.5 * np.sqrt(held), 0.0)


def _living(track: PoseTrack) -> slice:
    """The frames between a dead head and a dead tail: no face yet, or a face that does nothing for long."""
    seen = np.flatnonzero(track.tracked)
    start, end = int(seen[0]), int(seen[-1]) + 1
    moving = np.flatnonzero(_speed(track, _JUDGED)[start:end] > _STILL_SPEED)
    if len(moving):
        patience, kept = round(_STILL_SECONDS * track.fps), round(_STILL_SECONDS * track.fps / 2)
        first, last = start + int(moving[0]), start + int(moving[-1]) + 1
        start = first - kept if first - start > patience else start
        end = last + kept if end - last > patience else end
    missing = max(0, round(_LEAST_SECONDS * track.fps) - (end - start))
    start = max(0, min(start - missing // 2, len(track) - (end - start) - missing))
    return slice(start, min(len(track), max(end, start + round(_LEAST_SECONDS * track.fps))))


def close_loop(track: PoseTrack, loop: Loop) -> PoseTrack:
    """The track with its end led back to its beginning.

    ``auto`` fades the last third of a second over into the beginning, or plays a short motion back again where that is
    clearly smoother. ``none`` leaves it as it is.
    """
    if loop is Loop.NONE or len(track) < _SHORTEST_LOOP:
        return track
    track = track.even()
    back = _pingpong(track)
    if loop is Loop.PINGPONG:
        return back
    faded = lead_back(track)
    doubles_well = track.seconds <= _PINGPONG_SECONDS
    is_smoother = _roughest(faded) > _PINGPONG_COST * _roughest(back)
    return back if doubles_well and is_smoother else faded


def lead_back(track: PoseTrack, *, with_lips: bool = True) -> PoseTrack:
    """The track, as long as before, with its last frames led into the first one.

    The gap is spread over them as a smooth step (no new extremes). ``with_lips=False`` leaves the mouth as it is, which
    has to follow a voice to its end. A track of a few frames is left alone.
    """
    if len(track) < _SHORTEST_LOOP:
        return track
    track = track.even()
    count = min(len(track) // 3, max(3, round(_SEAM_SECONDS * track.fps)))
    share = np.linspace(0, 1, count + 2)[1:-1]
    step = (share * share * (3 - 2 * share)).astype(np.float32)[:, None]
    poses = track.poses.copy()
    # Where the motion would come from if it had run up to its first frame: backwards in time from there.
    before = poses[0] + (poses[0] - poses[1 : count + 1])[::-1] * 0.5
    before = np.clip(before, np.minimum(poses.min(axis=0), 0), np.maximum(poses.max(axis=0), 0))
    led = np.ones(len(_LIPS), np.bool_) if with_lips else ~_LIPS
    poses[-count:, led] = (poses[-count:] * (1 - step) + before * step)[:, led]
    breathe_in_loop(poses, track.fps)
    emotions = track.emotions
    if emotions is not None:
        emotions = emotions.copy()
        emotions[-count:] = emotions[-count:] * (1 - step) + emotions[:1] * step
    places = track.places
    if places is not None:
        places = places.copy()
        places[-count:] = places[-count:] * (1 - step) + places[:1] * step
    return replace(track, poses=poses, emotions=emotions, places=places, loops=True)


def _pingpong(track: PoseTrack) -> PoseTrack:
    """There and back again; the turning points are shown once."""
    order = np.concatenate([np.arange(len(track)), np.arange(len(track) - 2, 0, -1)])
    poses = track.poses[order]
    breathe_in_loop(poses, track.fps)
    return replace(
        track,
        poses=poses,
        tracked=track.tracked[order],
        gestures=_there_and_back(track.gestures, len(track)),
        emotions=None if track.emotions is None else track.emotions[order],
        places=None if track.places is None else track.places[order],
        loops=True,
    )


def _there_and_back(gestures: tuple[Gesture, ...], count: int) -> tuple[Gesture, ...]:
    """What shows on the way there shows on the way back; at the turning point both are one."""
    whole = 2 * count - 2
    shown = []
    for g in gestures:
        back = Gesture(g.name, 2 * count - 1 - g.end, min(whole, 2 * count - 1 - g.start))
        shown += [Gesture(g.name, g.start, back.end)] if g.end >= count else [g, back]
    return tuple(sorted((g for g in shown if g.start < g.end), key=lambda g: (g.start, g.name)))


def _roughest(track: PoseTrack) -> float:
    """The greatest second difference (sum over all numbers) around the seam."""
    around = np.concatenate([track.poses[-12:], track.poses[:12]])[:, _JUDGED]
    return float(np.abs(np.diff(around, 2, axis=0)).sum(axis=1).max())
