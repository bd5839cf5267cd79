"""What the page may ask to be made, read from JSON and checked."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from pipeline import (
    FRAMINGS,
    POSE_SIZE,
    TARGETS,
    AnimojiRequest,
    Character,
    Effect,
    Effects,
    Format,
    Framing,
    Gesture,
    MotionSource,
    Outline,
    Output,
    Poses,
    PoseTrack,
    PresetMotion,
    Target,
    TrackMotion,
    clamp_poses,
    limits,
)
from studio.errors import OrderError

LONGEST_SECONDS: Final = limits.MAX_USED_SECONDS
"""Of poses that a page sends."""
POSE_UNIT: Final = 32767
"""Poses travel as 16-bit whole numbers, little-endian, of which this one stands for 1."""
SIZES: Final = (128, 320, 512)
"""Width and height in pixels of files that go to no particular place."""
_MOST_SIGNS: Final = 64
_SIGNS: Final = frozenset(effect.value for effect in Effect)
_Rows = NDArray[np.float32]
_AXES: Final = 3
"""Numbers of a row of ``PoseTrack.places``."""


@dataclass(frozen=True)
class FileOrder:
    """A file that a guest asks for.

    Attributes:
        character: the id of who is animated.
        motion: does what.
        effects: which signs of comics are shown.
        caption, background, outline: how it is dressed.
        output: as which file.
        target: the place that it goes to, if one is named; ``output`` is what that takes.
    """

    character: str
    motion: MotionSource
    effects: Effects
    caption: str
    background: str
    outline: Outline
    output: Output
    target: Target | None = None

    def request(self, character: Character) -> AnimojiRequest:
        """What the pipeline is asked for."""
        return AnimojiRequest(
            character,
            self.motion,
            self.output,
            self.caption,
            self.background,
            effects=self.effects,
            outline=self.outline,
            best_seconds=None if self.target is None else self.target.seconds,
        )


def read_order(data: object) -> FileOrder:
    """The order in a JSON object.

    Raises:
        OrderError: it holds none.
        UnknownEffectError: it names a sign of comics that there is not.
    """
    if not isinstance(data, dict):
        raise OrderError(reason="no object")
    effects = Effects.parse(_text(data, "effects", "auto"))
    target = _target(_text(data, "file"))
    framing = _chosen(data, "framing", FRAMINGS)
    return FileOrder(
        character=_text(data, "character"),
        motion=_motion(data, effects),
        effects=effects,
        caption=_text(data, "caption", ""),
        background=_text(data, "background", "transparent"),
        outline=_outline(_text(data, "outline", "auto")),
        output=_output(data, framing) if target is None else target.output,
        target=target,
    )


def pack_rows(rows: _Rows) -> str:
    """Poses or places, float32 [T, N] within -1..1, as the page reads and writes them: base64 of whole numbers, see
    ``POSE_UNIT``.
    """
    return base64.b64encode(np.rint(rows * POSE_UNIT).astype("<i2").tobytes()).decode()


def unpack_poses(text: str) -> Poses:
    """Poses, float32 [T, 45], that ``pack_rows`` wrote. Raises OrderError."""
    return clamp_poses(_rows(text, POSE_SIZE, "poses"))


def unpack_places(text: str) -> _Rows:
    """Rows of ``PoseTrack.places``, float32 [T, 3], that ``pack_rows`` wrote. Raises OrderError."""
    return _rows(text, _AXES, "places")


def _rows(text: str, width: int, reason: str) -> _Rows:
    try:
        numbers = np.frombuffer(base64.b64decode(text, validate=True), "<i2")
    except (binascii.Error, ValueError) as error:
        raise OrderError(reason=reason) from error
    if not numbers.size or numbers.size % width:
        raise OrderError(reason=reason)
    return numbers.reshape(-1, width).astype(np.float32).clip(-POSE_UNIT, POSE_UNIT) / np.float32(POSE_UNIT)


def _motion(data: dict[str, Any], effects: Effects) -> MotionSource:
    motion = data.get("motion")
    if not isinstance(motion, dict):
        raise OrderError(reason="motion")
    if "preset" in motion:
        return PresetMotion(_text(motion, "preset"))
    poses, fps = unpack_poses(_text(motion, "poses")), motion.get("fps")
    if isinstance(fps, bool) or not isinstance(fps, int | float) or not limits.MIN_FPS <= fps <= limits.MAX_FPS:
        raise OrderError(reason="fps")
    if len(poses) > LONGEST_SECONDS * fps + 1:
        raise OrderError(reason=f"more than {LONGEST_SECONDS:g} seconds")
    places = unpack_places(_text(motion, "places")) if "places" in motion else None
    if places is not None and len(places) != len(poses):
        raise OrderError(reason="places")
    # A track keeps its own signs, so those that were chosen become its own.
    signs = _signs(motion, len(poses))
    if effects.chosen is not None:
        signs = tuple(Gesture(sign.value, 0, len(poses)) for sign in effects.chosen)
    track = PoseTrack.still(poses, float(fps))
    return TrackMotion(replace(track, gestures=signs[:_MOST_SIGNS], loops=motion.get("loops") is True, places=places))


def _signs(motion: dict[str, Any], length: int) -> tuple[Gesture, ...]:
    """The signs of comics that go with a motion of so many frames. Raises OrderError."""
    signs = motion.get("signs", [])
    if not isinstance(signs, list) or len(signs) > _MOST_SIGNS or not all(isinstance(sign, dict) for sign in signs):
        raise OrderError(reason="signs")
    return tuple(_sign(sign, length) for sign in signs)


def _sign(sign: dict[str, Any], length: int) -> Gesture:
    name, start, end = _text(sign, "name"), sign.get("start"), sign.get("end")
    if name not in _SIGNS or type(start) is not int or type(end) is not int or not 0 <= start < end <= length:
        raise OrderError(reason="signs")
    return Gesture(name, start, end)


def _target(name: str) -> Target | None:
    return TARGETS.get(name)


def _output(data: dict[str, Any], framing: Framing) -> Output:
    kind, size = _chosen(data, "file", {each.value: each for each in Format}), data.get("size", 320)
    if size not in SIZES or isinstance(size, bool):
        raise OrderError(reason="size")
    return Output(kind, int(size), framing=framing)


def _outline(name: str) -> Outline:
    try:
        return Outline(name)
    except ValueError as error:
        raise OrderError(reason="outline") from error


def _chosen(data: dict[str, Any], key: str, choices: dict[str, Any]) -> Any:
    name = _text(data, key)
    if name not in choices:
        raise OrderError(reason=key)
    return choices[name]


def _text(data: dict[str, Any], key: str, usual: str | None = None) -> str:
    value = data.get(key, usual)
    if not isinstance(value, str):
        raise OrderError(reason=key)
    return value
