"""MikuMikuDance's .vmd: morphs of a face and rotations of its bones, in frames of 1/30 s.

Layout (little-endian), as MikuMikuDance 7 writes it: a 30 byte signature, the model's name (20 bytes; 10 in the first
version), a count and bone frames of 111 bytes (name 15, frame u32, position 3 f32, rotation quaternion x y z w f32,
64 bytes of Bezier handles), a count and morph frames of 23 bytes (name 15, frame u32, weight f32); cameras and lights
follow, which are not needed here. Names are Shift-JIS (Windows code page 932), padded with zeros; Chinese programs
write GBK and some newer ones UTF-8, and nothing in the file says so.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.spatial.transform import Rotation, Slerp

from pipeline.types import FloatArray

VMD_FPS: Final = 30.0
SIGNATURE: Final = b"Vocaloid Motion Data"
_HEADERS: Final = {b"Vocaloid Motion Data 0002": 50, b"Vocaloid Motion Data file": 40}

_BONE: Final = np.dtype(
    [("name", "S15"), ("frame", "<u4"), ("position", "<f4", 3), ("rotation", "<f4", 4), ("handles", "u1", 64)]
)
_MORPH: Final = np.dtype([("name", "S15"), ("frame", "<u4"), ("weight", "<f4")])

_MOST_NAMES: Final = 4096
_ENCODINGS: Final = ("cp932", "gb18030", "utf-8", "big5")
_ROTATION_HANDLES: Final = [48, 52, 56, 60]
"""Where x1, y1, x2, y2 (0..127) of the rotation's curve lie among the 64 bytes: in their fourth row."""
_FIRST_ROW: Final = [3, 7, 11, 15]
"""The same in the first row, of which the others are shifted copies. MikuMikuDance writes a switch for physics over its
beginning; some other programs write no more than this row."""


@dataclass(frozen=True)
class MorphCurve:
    """Keyframes of one morph: frame numbers, ascending, and weights 0..1, linear between."""

    frames: FloatArray
    weights: FloatArray

    def at(self, frames: FloatArray) -> FloatArray:
        """The weights at these frames, float64 [N], 0..1."""
        return np.asarray(np.interp(frames, self.frames, self.weights))


@dataclass(frozen=True)
class BoneCurve:
    """Keyframes of one bone: frame numbers, ascending, rotations, and the Bezier handles [N, 4] that lead to each."""

    frames: FloatArray
    rotations: Rotation
    handles: FloatArray

    def at(self, frames: FloatArray) -> Rotation:
        """The rotations at these frames [N]: slerp between keys, eased by the Bezier of the key that is reached."""
        if len(self.frames) == 1:
            return Rotation.from_quat(np.tile(self.rotations.as_quat(), (len(frames), 1)))
        clipped = frames.clip(self.frames[0], self.frames[-1])
        after = np.searchsorted(self.frames, clipped, side="left").clip(1, len(self.frames) - 1)
        start, end = self.frames[after - 1], self.frames[after]
        eased = bezier(self.handles[after], (clipped - start) / (end - start))
        return Slerp(self.frames, self.rotations)(start + eased * (end - start))


@dataclass(frozen=True)
class Vmd:
    """The morphs and bones of a motion by their Japanese names; ``last`` is the last frame's number."""

    morphs: dict[str, MorphCurve]
    bones: dict[str, BoneCurve]
    last: int


def bezier(handles: FloatArray, progress: FloatArray) -> FloatArray:
    """Eased progress [N] of cubic Beziers from (0,0) to (1,1) with handles [N, 4] (x1, y1, x2, y2 in 0..1)."""
    x1, y1, x2, y2 = handles.T
    low, high = np.zeros_like(progress), np.ones_like(progress)
    for _ in range(24):  # halving: x rises with the curve's parameter, whatever the handles
        middle = (low + high) / 2
        below = _cubic(x1, x2, middle) < progress
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return _cubic(y1, y2, (low + high) / 2)


def _cubic(first: FloatArray, second: FloatArray, s: FloatArray) -> FloatArray:
    return np.asarray(3 * (1 - s) ** 2 * s * first + 3 * (1 - s) * s**2 * second + s**3)


def parse_vmd(data: bytes, known: Collection[str] = ()) -> Vmd:
    """The face's part of a .vmd file; of one that breaks off, the records before that.

    Args:
        data: the file.
        known: names of morphs and bones (NFKC) by which the encoding of all names is recognised.

    Raises:
        ValueError: it is not one, or it breaks off before its first record.
    """
    start = _HEADERS.get(data[:25])
    if start is None:
        raise ValueError("no VMD signature")
    bone_rows, end = _rows(data, start, _BONE)
    morph_rows, _ = _rows(data, end, _MORPH) if end + 4 <= len(data) else (np.empty(0, _MORPH), end)
    spelt = [*_spellings(bone_rows)[0], *_spellings(morph_rows)[0]]
    if len(spelt) > _MOST_NAMES:
        raise ValueError("no model has that many parts")
    encoding = _encoding(spelt, known)
    morphs = {
        name: MorphCurve(rows["frame"].astype(np.float64), np.nan_to_num(rows["weight"]).astype(np.float64).clip(0, 1))
        for name, rows in _by_name(morph_rows, encoding)
    }
    bones = {name: turn for name, rows in _by_name(bone_rows, encoding) if (turn := _turn(rows)) is not None}
    last = max([int(rows["frame"].max()) for rows in (bone_rows, morph_rows) if len(rows)], default=0)
    return Vmd(morphs, bones, last)


def _rows(data: bytes, start: int, layout: np.dtype[np.void]) -> tuple[npt.NDArray[np.void], int]:
    """Records behind a count at ``start``, as many as there are whole ones, and where they end."""
    if start + 4 > len(data):
        raise ValueError("the file breaks off")
    (count,) = struct.unpack_from("<I", data, start)
    count = min(count, (len(data) - start - 4) // layout.itemsize)
    return np.frombuffer(data, layout, count, start + 4), start + 4 + count * layout.itemsize


def _spellings(rows: npt.NDArray[np.void]) -> tuple[list[bytes], npt.NDArray[np.intp]]:
    """The different names as they are written, and which of them each record has."""
    if not len(rows):
        return [], np.empty(0, np.intp)
    letters = np.ascontiguousarray(rows["name"]).view(np.uint8).reshape(len(rows), -1).copy()
    letters[np.logical_or.accumulate(letters == 0, axis=1)] = 0  # anything may stand behind a name's end
    spelt, of_row = np.unique(letters.view(rows["name"].dtype).reshape(-1), return_inverse=True)
    return spelt.tolist(), of_row


def _encoding(names: list[bytes], known: Collection[str]) -> str:
    """The encoding in which most names are known; MikuMikuDance's own where none is better."""

    def count_known(encoding: str) -> int:
        return sum(unicodedata.normalize("NFKC", name.decode(encoding, "ignore")) in known for name in names)

    return max(_ENCODINGS, key=count_known)


def _by_name(rows: npt.NDArray[np.void], encoding: str) -> list[tuple[str, npt.NDArray[np.void]]]:
    """Records by name, sorted by frame; of doubles the last one counts."""
    spelt, of_row = _spellings(rows)
    # A name may be cut in the middle of a character, so that two spellings are read alike.
    names, of_spelling = np.unique([each.decode(encoding, "ignore") for each in spelt], return_inverse=True)
    number = of_spelling[of_row]
    order = np.lexsort((np.arange(len(rows)), rows["frame"], number))
    edges = np.searchsorted(number[order], np.arange(len(names) + 1))
    result = []
    for name, start, end in zip(names.tolist(), edges[:-1], edges[1:], strict=True):
        mine = rows[order[start:end]]
        is_last = np.append(mine["frame"][1:] != mine["frame"][:-1], True)
        result.append((name, mine[is_last]))
    return result


def _turn(rows: npt.NDArray[np.void]) -> BoneCurve | None:
    quaternions = np.nan_to_num(rows["rotation"].astype(np.float64), posinf=0.0, neginf=0.0)
    lengths = np.linalg.norm(quaternions, axis=1)
    quaternions[~((lengths > 1e-3) & (lengths < 1e3))] = (0, 0, 0, 1)
    fourth, first = rows["handles"][:, _ROTATION_HANDLES], rows["handles"][:, _FIRST_ROW]
    written = fourth.any(axis=1, keepdims=True)
    handles = (np.where(written, fourth, first).astype(np.float64) / 127).clip(0, 1)
    return BoneCurve(rows["frame"].astype(np.float64), Rotation.from_quat(quaternions), handles) if len(rows) else None
