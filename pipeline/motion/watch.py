"""Watches a clip once, frame by frame, and keeps nothing but numbers: where the face's points were, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from pipeline.lean import import_mediapipe
from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.clip import CheckedClip, Image
from pipeline.motion.errors import NoFaceError
from pipeline.motion.trackers import open_tracker
from pipeline.motion.trackers.base import POINTS, Points, TrackedFace
from pipeline.motion.trackers.blendshape_network import read_blendshapes
from pipeline.motion.trackers.body import BodyLook, BodyTracker, HandLook
from pipeline.motion.trackers.finder import FaceFinder
from pipeline.motion.trackers.follower import FaceFollower
from pipeline.quiet import quiet_native_code
from pipeline.types import BoolArray, Float32Array, FloatArray, Tracker

OnFraction = Callable[[float], None]


@dataclass(frozen=True)
class Strip:
    """A part of a picture from its top to its bottom: from where to where, as shares of its width."""

    left: float
    right: float

    def of(self, image: Image) -> Image:
        """The strip of a picture."""
        if self == WHOLE:
            return image
        width = image.shape[1]
        return np.ascontiguousarray(image[:, round(self.left * width) : round(self.right * width)])


WHOLE: Final = Strip(0.0, 1.0)


@dataclass(frozen=True)
class Sighting:
    """One face over time, as a tracker saw it.

    Attributes:
        seconds: float64 [T], strictly growing, the first is 0.
        points: float32 [T, 478, 3] in pixels (see ``Points``); NaN where no face was seen.
        blendshapes: float32 [T, 52] in the order of BLENDSHAPES, NaN where no face was seen.
        seen: bool [T].
        fps: the clip's own average rate.
        size: width and height of the pictures in pixels.
        body: what was seen of the shoulders now and then.
        hands: what was seen of the hands.
        several_faces: whether another face of a comparable size was there too.
        tracker: which tracker it was.
        lost: the share of the clip that was damaged, 0..1.
    """

    seconds: FloatArray
    points: Points
    blendshapes: Float32Array
    seen: BoolArray
    fps: float
    size: tuple[int, int]
    body: tuple[BodyLook, ...]
    hands: tuple[HandLook, ...]
    several_faces: bool
    tracker: Tracker
    lost: float = 0.0


def watch(
    path: Path,
    tracker: Tracker,
    fps: float,
    on_fraction: OnFraction,
    model: Path | None = None,
    strip: Strip = WHOLE,
) -> Sighting:
    """Follows the largest face of a clip, or of a strip of it.

    Args:
        path: the clip.
        tracker: what follows the face.
        fps: the rate that is going to be asked for; 0 for the clip's own frames.
        on_fraction: called for each packet of the clip with how much of it is seen, 0..1; may raise to stop.
        model: the landmarker's model file; None where it is not here.
        strip: which part of each picture is looked at.

    Raises:
        NoFaceError: no frame shows a face.
        UserError: the clip cannot be read (see ``CheckedClip``), or the tracker's model is missing.
    """
    share = 0.0
    clip = CheckedClip(path, lambda: on_fraction(share))
    on_fraction(share)  # its header is read: a sign of life before the libraries load
    seconds: list[float] = []
    readings: list[TrackedFace] = []
    nothing = TrackedFace(np.full((POINTS, 3), np.nan, np.float32))
    size = (clip.info.width, clip.info.height)
    expected = max(clip.info.seconds, 1 / clip.info.fps)
    import_mediapipe()
    with quiet_native_code(), open_tracker(tracker, model) as reader, FaceFinder() as finder, BodyTracker() as body:
        follower = FaceFollower(reader, finder)
        for frame in clip.frames(fps):
            image = strip.of(frame.image)
            reading = follower.read(image, frame.seconds)
            body.look(image, frame.seconds)
            size = (image.shape[1], image.shape[0])
            seconds.append(frame.seconds)
            readings.append(nothing if reading is None else reading)
            share = min(1.0, frame.seconds / expected)
            on_fraction(share)
        kind = reader.kind
    seen = np.array([reading is not nothing for reading in readings], np.bool_)
    if not seen.any():
        raise NoFaceError
    return Sighting(
        seconds=np.asarray(seconds, np.float64),
        points=np.stack([reading.points for reading in readings]),
        blendshapes=_blendshapes(readings),
        seen=seen,
        fps=_rate(seconds, clip.info.fps),
        size=size,
        body=tuple(body.looks),
        hands=tuple(body.hand_looks),
        several_faces=follower.other_faces > 0,
        tracker=kind,
        lost=clip.lost,
    )


def _blendshapes(readings: list[TrackedFace]) -> Float32Array:
    """Those that the tracker read; from one that reads points alone, what our own network makes of these."""
    if all(reading.blendshapes is None for reading in readings):
        return read_blendshapes(np.stack([reading.points for reading in readings]))
    unseen = np.full(len(BLENDSHAPES), np.nan, np.float32)
    return np.stack([unseen if reading.blendshapes is None else reading.blendshapes for reading in readings])


def _rate(seconds: list[float], told: float) -> float:
    """Average frames per second of what was decoded."""
    return round((len(seconds) - 1) / (seconds[-1] - seconds[0]), 6) if len(seconds) > 1 else told
