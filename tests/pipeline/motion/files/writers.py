"""Writers of motion files, for tests alone: what other programs would have written."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence

from scipy.spatial.transform import Rotation

LINEAR = bytes([20, 20, 107, 107])

BoneFrame = tuple[str, int, Rotation, bytes]
MorphFrame = tuple[str, int, float]


def vmd_bytes(morphs: Iterable[MorphFrame] = (), bones: Iterable[BoneFrame] = (), encoding: str = "cp932") -> bytes:
    """A .vmd with these frames; a bone's four handle bytes are x1, y1, x2, y2 of its rotation."""
    bone_rows = [
        _name(name, 15, encoding) + struct.pack("<I3f4f", frame, 0, 0, 0, *turn.as_quat()) + _handles(handles)
        for name, frame, turn, handles in bones
    ]
    morph_rows = [_name(name, 15, encoding) + struct.pack("<If", frame, weight) for name, frame, weight in morphs]
    return b"".join(
        [
            b"Vocaloid Motion Data 0002".ljust(30, b"\0"),
            _name("初音ミク", 20, encoding),
            struct.pack("<I", len(bone_rows)),
            *bone_rows,
            struct.pack("<I", len(morph_rows)),
            *morph_rows,
            struct.pack("<III", 0, 0, 0),
        ]
    )


def _name(name: str, size: int, encoding: str) -> bytes:
    return name.encode(encoding).ljust(size, b"\0")[:size]


def _handles(rotation: bytes) -> bytes:
    """As MikuMikuDance writes them: four rows, each the one before shifted by a byte, and a switch over the first."""
    row = bytearray(16)
    for at, value in zip((3, 7, 11, 15), rotation, strict=True):
        row[at] = value
    block = b"".join(bytes(row[shift:]) + bytes(shift) for shift in range(4))
    return block[:2] + b"\x63\x0f" + block[4:]


def livelink_bytes(
    names: Sequence[str], rows: Iterable[Sequence[float]], clock: int = 60, start: int = 14 * 3600 + 200
) -> bytes:
    """A Live Link Face table: ``rows`` hold the values of ``names``; it begins ``start`` seconds after midnight."""
    lines = [",".join(["Timecode", "BlendShapeCount", *(name[0].upper() + name[1:] for name in names)])]
    for index, row in enumerate(rows):
        seconds, frame = divmod(index, clock)
        now = (start + seconds) % 86400
        code = f"{now // 3600:02d}:{now // 60 % 60:02d}:{now % 60:02d}:{frame:02d}.{index % 1000:03d}"
        lines.append(",".join([code, "61", *(f"{value:.6f}" for value in row)]))
    return ("\n".join(lines) + "\n").encode()
