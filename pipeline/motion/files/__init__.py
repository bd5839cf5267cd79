"""Motion files -> PoseTrack: our .json, MikuMikuDance's .vmd, Live Link Face's .csv. Content decides which."""

from __future__ import annotations

import codecs
import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.interfaces import MadeTrack
from pipeline.motion.procedural import breathe
from pipeline.types import (
    EMOTIONS,
    BoolArray,
    Clock,
    Gesture,
    Notice,
    Poses,
    PoseTrack,
    TrackFileError,
    UserError,
    notice,
)
from pipeline.types.limits import MOTION_FILE_BYTES, MOTION_FILE_SECONDS

_MAX_FPS: Final = 240.0
"""The highest rate that a track is resampled to."""
_HIGHEST_FPS: Final = 1000
"""The highest rate that a file may have."""
_MOST_FRAMES: Final = int(MOTION_FILE_SECONDS) * _HIGHEST_FPS + 1
_MOST_GESTURES: Final = 100


class MotionFileError(UserError):
    """The file is no motion file that can be read."""

    key = "error.motion_file"
    template = (
        "That motion file could not be read: use a .json written by `animemoji track`, a MikuMikuDance .vmd or a "
        "Live Link Face .csv."
    )


class MotionFileTooLargeError(UserError):
    """The motion file has too many bytes."""

    key = "error.motion_file_too_large"
    template = "That motion file is {megabytes} MB large: use one of at most {limit} MB."


class NoFaceMotionError(UserError):
    """The motion file moves neither a face nor a head."""

    key = "error.no_face_motion"
    template = "That .vmd moves neither a face nor a head: use one with facial motion."


def file_track(path: Path, fps: float) -> MadeTrack:
    """The motion in a file; at most its first 60 s.

    Args:
        path: our .json, a .vmd, or a .csv of blendshapes.
        fps: frames per second; 0 for the file's own (.vmd: 30).

    Raises:
        MotionFileError: it is none of these, damaged, or not there.
        TrackFileError: it is JSON, but not a track.
        MotionFileTooLargeError: it has more than 25 MB.
        NoFaceMotionError: a .vmd of something else than a face.
    """
    from pipeline.motion.files.livelink import (
        looks_like_blendshapes,
        parse_livelink,
        recording_to_poses,
        table_text,
    )
    from pipeline.motion.files.miku import KNOWN, moves_a_face, vmd_to_gestures, vmd_to_poses
    from pipeline.motion.files.vmd import SIGNATURE, VMD_FPS, parse_vmd

    data = _read(path).removeprefix(codecs.BOM_UTF8)
    rate = min(fps, _MAX_FPS)
    try:
        if data.startswith(SIGNATURE):
            motion = parse_vmd(data, KNOWN)
            if not moves_a_face(motion):
                raise NoFaceMotionError
            rate = rate if rate > 0 else VMD_FPS
            poses = vmd_to_poses(motion, rate, MOTION_FILE_SECONDS)
            gestures = vmd_to_gestures(motion, rate, MOTION_FILE_SECONDS)[:_MOST_GESTURES]
            track = replace(_face(poses, np.ones(len(poses), np.bool_), rate), gestures=gestures)
            return _made(track, (motion.last + 1) / VMD_FPS)
        text = table_text(data)
        if looks_like_blendshapes(text):
            recording = parse_livelink(text)
            rate = rate if rate > 0 else recording.fps
            poses, seen = recording_to_poses(recording, rate, MOTION_FILE_SECONDS)
            return _made(_face(poses, seen, rate), float(recording.times[-1]))
    except ValueError as error:
        raise MotionFileError from error
    if data.lstrip()[:1] not in (b"{", b"["):
        raise MotionFileError
    track = _parse_track(data)
    whole = track.seconds
    track = _first(track, MOTION_FILE_SECONDS)
    return _made(track.resampled(rate) if rate > 0 else track, whole)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOTION_FILE_BYTES:
            raise MotionFileTooLargeError(megabytes=round(size / 1e6), limit=round(MOTION_FILE_BYTES / 1e6))
        return path.read_bytes()
    except OSError as error:
        raise MotionFileError from error


def _made(track: PoseTrack, whole_seconds: float) -> MadeTrack:
    cut: tuple[Notice, ...] = ()
    if whole_seconds > MOTION_FILE_SECONDS + 1:
        cut = (notice("notice.motion_cut", seconds=f"{MOTION_FILE_SECONDS:g}"),)
    return MadeTrack(track, cut)


def _face(poses: Poses, seen: BoolArray, fps: float) -> PoseTrack:
    """A track of these poses with the emotion that they show, and breath, which neither kind of file records."""
    from pipeline.motion.emotion import estimate_emotions

    alive = poses.copy()
    clock = Clock.even(len(poses), fps)
    breathe(alive, clock)
    return PoseTrack(fps, alive, seen, emotions=estimate_emotions(poses, clock))


def _parse_track(data: bytes) -> PoseTrack:
    try:
        track = PoseTrack.from_json(_without_excess(json.loads(data)))
    except (ValueError, OverflowError, RecursionError, AttributeError, IndexError) as error:
        raise TrackFileError from error
    shape = (len(track), len(EMOTIONS))
    sound = 0.1 <= track.fps <= _HIGHEST_FPS and math.isfinite(track.fps) and track.tracked.ndim == 1
    if not len(track) or not sound or (track.emotions is not None and track.emotions.shape != shape):
        raise TrackFileError
    if track.emotions is not None and not np.isfinite(track.emotions).all():
        track = replace(track, emotions=None)
    inside = (Gesture(g.name, max(0, g.start), min(len(track), g.end)) for g in track.gestures)
    return replace(track, gestures=tuple(g for g in inside if g.start < g.end)[:_MOST_GESTURES])


def _without_excess(data: object) -> object:
    """The JSON without rows that are cut off anyway: a file's few bytes for a row become hundreds in memory."""
    if not isinstance(data, dict):
        return data
    kept = {name: rows[:_MOST_FRAMES] if isinstance(rows, list) else rows for name, rows in data.items()}
    emotions = kept.get("emotions")
    if isinstance(emotions, dict) and isinstance(emotions.get("values"), list):
        kept["emotions"] = emotions | {"values": emotions["values"][:_MOST_FRAMES]}
    return kept


def _first(track: PoseTrack, seconds: float) -> PoseTrack:
    """The track's first part, which no longer leads into its own beginning."""
    count = math.ceil(track.clock.frames_at(seconds))
    return track if count >= len(track) else replace(track.part(slice(count)), loops=False)
