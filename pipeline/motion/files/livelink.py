"""Live Link Face's .csv (and any table of ARKit blendshapes with a header): one row for each frame.

The columns are ``Timecode`` (HH:MM:SS:FF.fraction), ``BlendshapeCount``, the 52 blendshapes in Apple's names, then head
and eyes as yaw, pitch and roll in radians. A frame in which no face was seen has fewer columns.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.motion.blendshapes import BLENDSHAPES, blendshapes_to_poses
from pipeline.types import BoolArray, FloatArray, Poses

_KNOWN: Final = frozenset(name.lower() for name in BLENDSHAPES)
_FEWEST_BLENDSHAPES: Final = 10
_CLOCKS: Final = (24.0, 25.0, 30.0, 50.0, 60.0, 120.0)
_USUAL_CLOCK: Final = 60.0
_DAY_SECONDS: Final = 86_400.0


@dataclass(frozen=True)
class Recording:
    """A recorded face.

    Attributes:
        names: blendshapes, as the file calls them.
        times: float64 [T] seconds from the first row, ascending.
        values: float64 [T, len(names)], 0..1.
        head: float64 [T, 3] yaw, pitch, roll in degrees, as the file has them (zeros where it has none).
        seen: bool [T], whether the row holds a face.
        fps: the clock's frames per second.
    """

    names: tuple[str, ...]
    times: FloatArray
    values: FloatArray
    head: FloatArray
    seen: BoolArray
    fps: float


def looks_like_blendshapes(start: bytes) -> bool:
    """Whether a file that starts so is a table of blendshapes."""
    return b"eyeblinkleft" in start[:4096].lower()


def parse_livelink(data: bytes, max_rows: int = 7200) -> Recording:
    """The recording in a .csv file; rows after ``max_rows`` are ignored.

    Raises:
        ValueError: it is no table of blendshapes, or holds no row with a face.
    """
    text = data.decode("utf-8-sig", "replace").replace("\0", "")
    try:
        # Spreadsheets of countries with a decimal comma save with semicolons.
        first = text.split("\n", 1)[0]
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
        header = [cell.strip().lower() for cell in next(rows, [])]
        body = [row for _, row in zip(range(max_rows), (row for row in rows if any(row)), strict=False)]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    columns = sorted({name: index for index, name in enumerate(header) if name in _KNOWN}.values())
    if len(columns) < _FEWEST_BLENDSHAPES or not body:
        raise ValueError("no table of blendshapes")
    turns = [header.index(name) if name in header else -1 for name in ("headyaw", "headpitch", "headroll")]
    seen = np.array([len(row) > columns[-1] and bool(row[columns[0]].strip()) for row in body])
    if not seen.any():
        raise ValueError("no row holds a face")
    faces = [row for row, there in zip(body, seen, strict=True) if there]
    values = np.array([[_number(row[column]) for column in columns] for row in faces])
    head = np.array([[_number(row[c]) if 0 <= c < len(row) else 0.0 for c in turns] for row in faces])
    if np.abs(head).max() <= np.pi:  # radians, unless a head turns further than that
        head = np.degrees(head)
    clock, times = _times([row[header.index("timecode")] for row in body] if header.count("timecode") == 1 else [""])
    if len(times) != len(body):
        clock, times = _USUAL_CLOCK, np.arange(len(body)) / _USUAL_CLOCK
    # A lost face is filled in from before and after.
    every, known = np.arange(len(body)), np.flatnonzero(seen)
    return Recording(
        names=tuple(header[column] for column in columns),
        times=times,
        values=np.stack([np.interp(every, known, column) for column in values.T], axis=1),
        head=np.stack([np.interp(every, known, column) for column in head.T], axis=1),
        seen=seen,
        fps=clock,
    )


def recording_to_poses(recording: Recording, fps: float, max_seconds: float) -> tuple[Poses, BoolArray]:
    """Poses, float32 [T, 45] at ``fps``, and whether a face was seen in each; the head relative to its median.

    Live Link Face counts a turn to the person's own left, a look up, and a tilt to the person's own right as positive
    (so do the programs that imitate it).
    """
    times = recording.times
    seconds = min(times[-1] + 1 / recording.fps, max_seconds)
    at = np.arange(max(1, round(seconds * fps))) / fps
    head = recording.head - np.median(recording.head[recording.seen], axis=0)
    yaw, pitch, roll = (np.interp(at, times, column) for column in head.T)
    values = np.stack([np.interp(at, times, column) for column in recording.values.T], axis=1)
    seen = np.interp(at, times, recording.seen.astype(np.float64)) > 0.5
    return blendshapes_to_poses(recording.names, values, np.stack([pitch, -yaw, roll], axis=1)), seen


def _number(cell: str) -> float:
    """A cell as a number; what is empty or out of all bounds counts as 0."""
    if not cell.strip():
        return 0.0
    value = float(cell)
    return value if abs(value) < 1e6 else 0.0


def _times(codes: list[str]) -> tuple[float, FloatArray]:
    """The clock's rate and seconds from the first of HH:MM:SS:FF.fraction; empty where a code is none, or runs back.

    Drop-frame codes have a semicolon before the frames; a recording may run over midnight.
    """
    try:
        parts = np.array([[float(part) for part in code.replace(";", ":").split(":")] for code in codes])
    except ValueError:
        return _USUAL_CLOCK, np.empty(0)
    if parts.ndim != 2 or parts.shape[1] != 4 or not np.isfinite(parts).all():
        return _USUAL_CLOCK, np.empty(0)
    whole = parts[:, :3] @ np.array([3600.0, 60.0, 1.0])
    whole += _DAY_SECONDS * np.concatenate([[0], np.cumsum(np.diff(whole) < -_DAY_SECONDS / 2)])
    frames = parts[:, 3]
    rolls_over = whole[-1] > whole[0]
    clock = next((rate for rate in _CLOCKS if rate > frames.max()), _CLOCKS[-1]) if rolls_over else _USUAL_CLOCK
    times = whole + frames / clock
    times = times - times[0]
    if len(times) > 1 and not (np.diff(times) > 0).all():
        return _USUAL_CLOCK, np.empty(0)
    return clock, times
