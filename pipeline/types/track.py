"""PoseTrack: a motion, as poses over time. It holds no picture of the person who moved."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field, replace
from typing import Any, Final

import numpy as np

from pipeline.types.arrays import BoolArray, Float32Array, FloatArray
from pipeline.types.clock import Clock
from pipeline.types.errors import UserError
from pipeline.types.json_fields import Fields, text, whole
from pipeline.types.pose import PLACE_SIZE, POSE_NAMES, POSE_SIZE, Poses, mirror_places, mirror_poses, poses_in_order

DEFAULT_FPS: Final = 25.0
"""Frames per second of what has no rate of its own."""

TRACK_VERSION: Final = 1
"""Of the files of tracks; a newer one may say what this programme does not know."""
EMOTIONS: Final = ("neutral", "happy", "sad", "angry", "surprised", "disgusted", "afraid")
"""Ekman's six basic emotions, and none."""

_HANDS: Final = ("wave", "peace", "thumbs_up")
_OTHER_HAND: Final = {name: f"{name}_right" for name in _HANDS} | {f"{name}_right": name for name in _HANDS}


class TrackFileError(UserError):
    """The file holds no motion track."""

    key = "error.track_file"
    template = "That file is not a motion track: use a .json file written by `animemoji track`."


@dataclass(frozen=True)
class Gesture:
    """What shows beside the face from frame ``start`` up to (not including) ``end``.

    A hand gesture that was seen (wave, peace, thumbs_up with the character's left hand; wave_right and so on with its
    right one; cheeks), or a sign of comics (``Effect``) that an authored motion shows or that goes with what the person
    feels. A poser passes over what it cannot draw.
    """

    name: str
    start: int
    end: int

    @property
    def mirrored(self) -> Gesture:
        """The same with the other hand; itself where no single hand does it."""
        return replace(self, name=_OTHER_HAND.get(self.name, self.name))


@dataclass(frozen=True)
class PoseTrack:
    """A motion.

    Attributes:
        fps: frames per second, > 0.
        poses: float32 [T, 45].
        tracked: bool [T], whether a face was seen in this frame (all True for authored motions).
        neutral_frames: the frames from which the person's own neutral face was taken.
        gestures: hand gestures recognised in the clip.
        emotions: float32 [T, 7] confidences over EMOTIONS that sum to 1, or None where they were not estimated.
        loops: whether the last frame leads into the first without a jump.
        times: float64 [T] seconds of the frames where they do not come evenly, strictly growing, the first is 0; None
            where frame i is at i / fps.
        places: float32 [T, 3], where the head is in the picture: how far to the viewer's right and how far down of its
            usual place, in heights of a head, and how much larger than usual it is because it is nearer (0.05: a
            twentieth); None where it keeps its place.
    """

    fps: float
    poses: Poses
    tracked: BoolArray
    neutral_frames: tuple[int, ...] = ()
    gestures: tuple[Gesture, ...] = ()
    emotions: Float32Array | None = field(default=None)
    loops: bool = False
    times: FloatArray | None = field(default=None)
    places: Float32Array | None = field(default=None)

    def __post_init__(self) -> None:
        if self.poses.ndim != 2 or self.poses.shape[1] != POSE_SIZE or len(self.tracked) != len(self.poses):
            raise ValueError(f"poses {self.poses.shape} and tracked {self.tracked.shape} do not fit")
        if not 0 < self.fps < 1000:
            raise ValueError("fps must be positive")
        if self.emotions is not None and self.emotions.shape != (len(self.poses), len(EMOTIONS)):
            raise ValueError(f"emotions must be [T, {len(EMOTIONS)}]")
        if self.places is not None and self.places.shape != (len(self.poses), PLACE_SIZE):
            raise ValueError("places must be [T, 3]")
        if self.times is not None and (self.times.shape != (len(self.poses),) or not _are_times(self.times)):
            raise ValueError("times must be [T] seconds, growing from 0")

    def __len__(self) -> int:
        return len(self.poses)

    @property
    def seconds(self) -> float:
        """Length of the motion in seconds."""
        return len(self.poses) / self.fps if self.times is None else self.clock.length

    @property
    def clock(self) -> Clock:
        """When the frames are."""
        return Clock.even(len(self), self.fps) if self.times is None else Clock(self.times, self.fps)

    def even(self) -> PoseTrack:
        """The same motion with frames that come evenly."""
        return self if self.times is None else self.resampled(self.fps)

    @classmethod
    def still(cls, poses: Poses, fps: float = DEFAULT_FPS) -> PoseTrack:
        """A track in which every frame counts as seen."""
        return cls(fps, poses, np.ones(len(poses), np.bool_))

    def part(self, frames: slice) -> PoseTrack:
        """These frames of the track alone, with what shows in them."""
        start, end, _ = frames.indices(len(self))
        gestures = (Gesture(g.name, max(g.start, start) - start, min(g.end, end) - start) for g in self.gestures)
        return replace(
            self,
            poses=self.poses[start:end],
            tracked=self.tracked[start:end],
            neutral_frames=tuple(i - start for i in self.neutral_frames if start <= i < end),
            gestures=tuple(g for g in gestures if g.end > g.start),
            emotions=None if self.emotions is None else self.emotions[start:end],
            times=None if self.times is None else self.times[start:end] - self.times[start : start + 1],
            places=None if self.places is None else self.places[start:end],
        )

    def mirrored(self) -> PoseTrack:
        """The same motion as it is seen in a mirror: sides swapped, hands too."""
        places = None if self.places is None else mirror_places(self.places)
        gestures = tuple(gesture.mirrored for gesture in self.gestures)
        return replace(self, poses=mirror_poses(self.poses), places=places, gestures=gestures)

    def resampled(self, fps: float) -> PoseTrack:
        """The same motion with frames that come evenly at another rate, linear between frames."""
        if len(self) < 2:
            return replace(self, fps=fps, times=None)
        if fps == self.fps and self.times is None:
            return self
        count = max(1, round(self.seconds * fps))
        clock = self.clock
        at = np.arange(count) * self.fps / fps if self.times is None else clock.frames_at(np.arange(count) / fps)
        at = np.minimum(at, len(self) - 1)
        low = np.floor(at).astype(np.intp)
        high = np.minimum(low + 1, len(self) - 1)
        share = (at - low).astype(np.float32)[:, None]

        def blend(rows: Float32Array) -> Float32Array:
            return np.asarray(rows[low] * (1 - share) + rows[high] * share, np.float32)

        nearest = np.rint(at).astype(np.intp)

        def frame(old: int) -> int:
            return round(old * fps / self.fps) if self.times is None else round(clock.seconds_at(old) * fps)

        return replace(
            self,
            fps=fps,
            poses=blend(self.poses),
            tracked=self.tracked[nearest],
            neutral_frames=tuple(sorted({min(count - 1, frame(i)) for i in self.neutral_frames})),
            gestures=tuple(Gesture(g.name, frame(g.start), frame(g.end)) for g in self.gestures),
            emotions=None if self.emotions is None else blend(self.emotions),
            times=None,
            places=None if self.places is None else blend(self.places),
        )

    def to_json(self) -> dict[str, Any]:
        """The track as the JSON object of the command line contract."""
        data: dict[str, Any] = {
            "version": TRACK_VERSION,
            "fps": self.fps,
            "names": list(POSE_NAMES),
            "poses": [[round(float(v), 5) for v in row] for row in self.poses],
            "tracked": [bool(v) for v in self.tracked],
            "neutral_frames": list(self.neutral_frames),
            "loops": self.loops,
        }
        if self.times is not None:
            data["times"] = [round(float(v), 5) for v in self.times]
        if self.places is not None:
            data["places"] = [[round(float(v), 4) for v in row] for row in self.places]
        if self.gestures:
            data["gestures"] = [{"name": g.name, "start": g.start, "end": g.end} for g in self.gestures]
        if self.emotions is not None:
            data["emotions"] = {
                "names": list(EMOTIONS),
                "values": [[round(float(v), 4) for v in row] for row in self.emotions],
            }
        return data

    @classmethod
    def from_json(cls, data: object) -> PoseTrack:
        """The track in a JSON object.

        Raises:
            TrackFileError: it is not one.
            NewerFileError: it was written by a newer version of AnimeMoji.
        """
        try:
            fields = Fields(data)
            fields.check_version(TRACK_VERSION)
            rows = fields.array("poses")
            if rows.dtype.kind == "b":
                raise ValueError("poses must hold numbers")
            names = [text(name, "names") for name in fields.items("names")]
            poses = poses_in_order(names, rows.tolist())
            tracked = fields.array("tracked", [True] * len(poses))
            if tracked.size and tracked.dtype.kind != "b":
                raise ValueError("tracked must hold true and false")
            times, places = fields.get("times"), fields.get("places")
            return cls(
                fps=fields.number("fps"),
                poses=poses,
                tracked=tracked.astype(np.bool_),
                neutral_frames=tuple(whole(frame, "neutral_frames") for frame in fields.items("neutral_frames", ())),
                gestures=tuple(_gesture(Fields(gesture)) for gesture in fields.items("gestures", ())),
                emotions=_emotions(fields.get("emotions")),
                loops=fields.flag("loops", False),
                times=None if times is None else fields.array("times").astype(np.float64),
                places=None if places is None else np.nan_to_num(fields.array("places").astype(np.float32)).clip(-1, 1),
            )
        except (KeyError, TypeError, ValueError, OverflowError) as error:
            raise TrackFileError from error

    def to_bytes(self) -> bytes:
        """A compact form for the database (numpy .npz, deflated); about 20 kB for six seconds."""
        buffer = io.BytesIO()
        extra = self.to_json()
        for bulky in ("poses", "tracked", "names"):
            del extra[bulky]
        np.savez_compressed(
            buffer,
            poses=self.poses.astype(np.float16),
            tracked=self.tracked,
            extra=np.frombuffer(json.dumps(extra).encode(), np.uint8),
        )
        return buffer.getvalue()

    @classmethod
    def from_bytes(cls, data: bytes) -> PoseTrack:
        """The inverse of ``to_bytes`` (poses to half precision)."""
        with np.load(io.BytesIO(data), allow_pickle=False) as stored:
            extra = json.loads(stored["extra"].tobytes())
            return cls.from_json(
                extra | {"names": POSE_NAMES, "poses": stored["poses"].astype(np.float32), "tracked": stored["tracked"]}
            )


def _are_times(times: FloatArray) -> bool:
    return bool(np.isfinite(times).all() and (np.diff(times) > 0).all() and (times[:1] == 0).all())


def _gesture(fields: Fields) -> Gesture:
    return Gesture(fields.text("name"), fields.whole("start", -1), fields.whole("end", -1))


def _emotions(data: object) -> Float32Array | None:
    if data is None:
        return None
    fields = Fields(data)
    if tuple(fields.items("names", EMOTIONS)) != EMOTIONS:
        raise ValueError("emotions of other names")
    return fields.array("values").astype(np.float32)
