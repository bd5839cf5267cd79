"""Live Link Face's .csv (and any table of ARKit blendshapes with a header): one row for each frame.

The columns are ``Timecode`` (HH:MM:SS:FF.fraction), ``BlendshapeCount``, the 52 blendshapes in Apple's names, then head
and eyes as yaw, pitch and roll in radians. A frame in which no face was seen has fewer columns.
"""

from __future__ import annotations

import codecs
import csv
import re
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
_CODES: Final = ("timecode", "timestamp", "time")
_STAMPS: Final = (
    "timestamp",
    "timestamps",
    "time",
    "time(s)",
    "time_s",
    "time (s)",
    "seconds",
    "timestamp_ms",
    "time_ms",
)
"""What columns of times are called, in small letters."""
_STEPS: Final = (1 / 250, 0.5)
"""Seconds from one row to the next that a camera may take."""
_LATEST: Final = 1e19
"""Billionths of seconds since 1970 are below this."""
_NEAR: Final = 0.03
"""A rate that differs from a clock's by a smaller share is that clock's."""
_WHOLE: Final = 2.0
"""Blendshapes go up to 1; in a table whose rows reach more than this they are per cent."""
_SNIFFED: Final = 16_384
_NO_ROWS: Final = ("#", "//", "sep=")
"""How a line begins that is no row: a comment, or a note for spreadsheets."""


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


def table_text(data: bytes) -> str:
    """The text of a table: UTF-8, or UTF-16 as spreadsheets save it, with a byte order mark or without."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    start = data[:_SNIFFED]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if len(start) > 1 and start[first::2].count(0) > 0.4 * len(start):  # every other byte of Latin letters is 0
            return data.decode(encoding, "replace")
    return data.decode("utf-8-sig", "replace")


def looks_like_blendshapes(text: str) -> bool:
    """Whether a text is a table of blendshapes, by what it begins with."""
    return "eyeblinkleft" in text[:_SNIFFED].lower()


def parse_livelink(text: str, max_rows: int = 7200) -> Recording:
    """The recording in a table; rows after ``max_rows`` are ignored, and a last one that breaks off.

    Raises:
        ValueError: it is no table of blendshapes, or holds no row with a face.
    """
    header, body = _table(text.replace("\0", ""), max_rows)
    columns = sorted({name: index for index, name in enumerate(header) if name in _KNOWN}.values())
    if len(columns) < _FEWEST_BLENDSHAPES or not body:
        raise ValueError("no table of blendshapes")
    turns = [header.index(name) if name in header else -1 for name in ("headyaw", "headpitch", "headroll")]
    seen = np.array([len(row) > columns[-1] and bool(row[columns[0]].strip()) for row in body])
    if not seen.any():
        raise ValueError("no row holds a face")
    faces = [row for row, there in zip(body, seen, strict=True) if there]
    values = np.array([[_number(row[column]) for column in columns] for row in faces])
    if np.median(values.max(axis=1)) > _WHOLE:
        values /= 100
    head = np.array([[_number(row[c]) if 0 <= c < len(row) else 0.0 for c in turns] for row in faces])
    if np.abs(head).max() <= np.pi:  # radians, unless a head turns further than that
        head = np.degrees(head)
    clock, times = _clock_of(header, body)
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


def _table(text: str, max_rows: int) -> tuple[list[str], list[list[str]]]:
    """The header's names in small letters, and the rows behind it."""
    lines = iter(text.splitlines(keepends=True))
    first = next((line for line in lines if not line.lower().startswith(_NO_ROWS) and line.strip()), "")
    # Spreadsheets of countries with a decimal comma save with semicolons.
    delimiter = max(",;\t", key=first.count)
    try:
        header = [cell.strip().lower() for cell in next(csv.reader([first], delimiter=delimiter), [])]
        rows = csv.reader((line for line in lines if not line.startswith("#")), delimiter=delimiter)
        body = [row for _, row in zip(range(max_rows), (row for row in rows if any(row)), strict=False)]
    except csv.Error as error:
        raise ValueError(str(error)) from error
    breaks_off = not text.endswith(("\n", "\r"))
    if breaks_off and len(body) > 1 and (len(body[-1]) < len(header) or not _is_number(body[-1][-1])):
        del body[-1]
    return header, body


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
    """A cell as a number, with a decimal point or comma, or per cent; empty or out of all bounds counts as 0."""
    text = cell.strip().replace(",", ".")
    if not text:
        return 0.0
    value = float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    return value if abs(value) < 1e6 else 0.0


def _is_number(cell: str) -> bool:
    try:
        _number(cell)
    except ValueError:
        return False
    return True


def _clock_of(header: list[str], body: list[list[str]]) -> tuple[float, FloatArray]:
    """Frames per second, and each row's seconds from the first; the usual clock where the table has none that runs."""
    for names, read in ((_CODES, _coded_times), (_STAMPS, _stamped_times)):
        column = next((header.index(name) for name in names if name in header), None)
        if column is not None and all(len(row) > column for row in body):
            found = read([row[column] for row in body])
            if found is not None:
                return found
    return _USUAL_CLOCK, np.arange(len(body)) / _USUAL_CLOCK


def _coded_times(codes: list[str]) -> tuple[float, FloatArray] | None:
    """From HH:MM:SS:FF.fraction, or HH:MM:SS.fraction; None where a code is neither, or runs back.

    Drop-frame codes have a semicolon before the frames; a recording may run over midnight.
    """
    try:
        parts = np.array([[float(part.replace(",", ".")) for part in re.split("[:;]", code)] for code in codes])
    except ValueError:
        return None
    if parts.ndim != 2 or parts.shape[1] not in (3, 4) or not np.isfinite(parts).all():
        return None
    whole = parts[:, :3] @ np.array([3600.0, 60.0, 1.0])
    whole += _DAY_SECONDS * np.concatenate([[0], np.cumsum(np.diff(whole) < -_DAY_SECONDS / 2)])
    if parts.shape[1] == 3:
        return _running(whole)
    frames = parts[:, 3]
    rolls_over = whole[-1] > whole[0]
    clock = next((rate for rate in _CLOCKS if rate > frames.max()), _CLOCKS[-1]) if rolls_over else _USUAL_CLOCK
    times = whole + frames / clock
    times = times - times[0]
    return (clock, times) if (np.diff(times) > 0).all() else None


def _stamped_times(stamps: list[str]) -> tuple[float, FloatArray] | None:
    """From seconds, or thousandths, millionths or billionths of them, whichever gives a camera's rate; None where they
    are no numbers, run back, or count something else.
    """
    try:
        times = np.array([float(stamp.strip().replace(",", ".")) for stamp in stamps])
    except ValueError:
        return None
    if len(times) < 2 or not (np.abs(times) < _LATEST).all():
        return None
    step = float(np.median(np.diff(times)))
    shortest, longest = _STEPS
    unit = next((unit for unit in (1.0, 1e-3, 1e-6, 1e-9) if shortest <= step * unit <= longest), None)
    return None if unit is None else _running(times * unit)


def _running(times: FloatArray) -> tuple[float, FloatArray] | None:
    """The rate of such times (a clock's where it is near one) and they themselves from 0; None where they run back."""
    steps = np.diff(times)
    if not len(steps) or not (steps > 0).all():
        return None
    rate = 1 / float(np.median(steps))
    near = min(_CLOCKS, key=lambda clock: abs(clock - rate))
    return near if abs(near - rate) < _NEAR * near else min(rate, _CLOCKS[-1]), times - times[0]
