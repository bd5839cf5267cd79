"""A student as bytes: a zip of one JSON header and plain little-endian arrays, deflated.

Nothing in it is executed or unpickled. Every size follows from the header, whose numbers have limits, and is compared
with what the container says before anything is unpacked.

Means and bases are whole numbers with a step for each component, the leading ones of 16 bits and the others of 8. A
step is as long as nothing of it is seen: components of which poses ask for little have longer ones (reverse
water-filling: Cover & Thomas, "Elements of Information Theory", 2006, 10.3.3), which takes two fifths off a file
and .04 dB off a figure. They are kept as differences from the left neighbour, and of 16 bits all low bytes before all
high ones: that deflates better. Centres stay exact, since weights are large and cancel.
"""

from __future__ import annotations

import io
import json
import math
import zipfile
import zlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.posers.student.errors import StudentFileError
from pipeline.posers.student.kernels import KernelKind, make_kernel
from pipeline.posers.student.model import Box, Field, Student
from pipeline.posers.student.recipe import FULL_RANKS, Ranks
from pipeline.posers.student.sprites import packed_shares, sprites
from pipeline.types import Judgement, Psnr
from pipeline.types.frames import PICTURE_SIZE

ENDING: Final = ".student"
FORMAT: Final = "animemoji student"
VERSION: Final = 5
READABLE: Final = (4, 5)
"""Versions that are read; of version 4 the eyes make no difference to how a figure turns."""
LARGEST_FILE: Final = 24 * 2**20
_LARGEST_HEADER: Final = 64 * 2**10
_SMALLER: Final = 0.98
"""From one try to the next at least, when a file has to fit."""
_MOST_SAMPLES: Final = 20_000
_MOST_COMPONENTS: Final = 512
_MOST_VALUES: Final = 64 * 2**20
"""Numbers in one array."""
_FINE: Final = {"face": 8, "flow": 24, "rest": 4}
"""Components of 16 bits; with 8 bits for all the flow is 0.006 px worse."""
_STEP: Final = {"face": 0.4, "flow": 4e-5, "rest": 0.4}
"""What one step of a component changes in a usual pose, at least: levels; of the flow 2 is the picture's width."""
_USUAL: Final = 4
"""One of so many samples tells what is usual."""
_CHANNELS: Final = {"face": 4, "flow": 2, "rest": 4}
_KERNELS: Final = {
    "face": (KernelKind.FACE, KernelKind.SPRITES),
    "flow": (KernelKind.TURN, KernelKind.FIGURE),
    "rest": (KernelKind.TURN,),
}
_HEADER: Final = "student.json"
_FIELDS: Final = ("face", "flow", "rest")
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_DAMAGE: Final = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError, RecursionError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, zipfile.BadZipFile, zlib.error),
)
"""What reading a file that is no student, or none any more, can end in."""


@dataclass(frozen=True)
class _Array:
    """How one array lies in the file."""

    name: str
    dtype: str
    shape: tuple[int, ...]

    @property
    def size(self) -> int:
        return int(np.dtype(self.dtype).itemsize * math.prod(self.shape))


def student_bytes(student: Student, ranks: Ranks = FULL_RANKS) -> bytes:
    """The file of a student; the same student gives the same bytes.

    Args:
        ranks: how many components of each basis are kept at most: fewer make a smaller and coarser file.
    """
    fields = {name: _cut(getattr(student, name), getattr(ranks, name)) for name in _FIELDS}
    header: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "picture": student.picture,
        "face_box": asdict(student.face_box),
        "figure_box": asdict(student.figure_box),
        "judgement": None if student.judgement is None else asdict(student.judgement),
    }
    arrays: dict[str, npt.NDArray[Any]] = {"source": student.source}
    for name, field in fields.items():
        header[name] = {
            "kernel": field.kind.value,
            "scales": field.scales,
            "shape": field.shape,
            "samples": len(field.centres),
            "components": len(field.basis),
            "kept": len(field.kept),
        }
        if field.kind is KernelKind.SPRITES:
            header[name]["program"] = packed_shares()
        arrays |= {f"{name}.{part}": array for part, array in _packed(name, field).items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, _HEADER, json.dumps(header, indent=1).encode())
        for key, array in arrays.items():
            _add(archive, key, np.ascontiguousarray(array).tobytes())
    return buffer.getvalue()


def fitting_bytes(student: Student, ranks: Ranks, most: int) -> bytes:
    """The file with these ranks, or with lower ones, all by the same share, so that it has at most ``most`` bytes.

    Below a share of an eighth it is what it is.
    """
    share = 1.0
    while True:
        data = student_bytes(student, ranks.scaled(share))
        if len(data) <= most or share < 1 / 8:
            return data
        share *= min(_SMALLER, most / len(data))


def read_student(data: bytes, name: str = "That file") -> Student:
    """The student in a file.

    Args:
        name: what the error calls it.

    Raises:
        StudentFileError: it is not one, is damaged, or larger than any student.
    """
    try:
        if len(data) > LARGEST_FILE:
            raise ValueError("too large")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            header = _head(archive)
            layout = _layout(header)
            if {info.filename for info in archive.infolist()} != {_HEADER, *(item.name for item in layout)}:
                raise ValueError("other arrays than the header says")
            if len(archive.infolist()) != len(layout) + 1:
                raise ValueError("an array lies there twice")
            for item in layout:
                if archive.getinfo(item.name).file_size != item.size:
                    raise ValueError(f"{item.name} has another size than the header says")
            arrays = {item.name: _array(archive, item) for item in layout}
        return _student(header, arrays)
    except _DAMAGE as error:
        raise StudentFileError(name=name) from error


def read_student_file(path: Path) -> Student:
    """The student in the file at ``path``; raises StudentFileError."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise StudentFileError(name=path.name) from error
    return read_student(data, path.name)


def read_judgement(path: Path) -> Judgement | None:
    """How good the student in this file is, None where nobody has judged it; nothing else of the file is unpacked.

    Raises:
        StudentFileError: it is not one, is damaged, or of another version.
    """
    try:
        with path.open("rb") as file, zipfile.ZipFile(file) as archive:
            judgement = _head(archive)["judgement"]
        return None if judgement is None else _judgement(judgement)
    except _DAMAGE as error:
        raise StudentFileError(name=path.name) from error


def _head(archive: zipfile.ZipFile) -> dict[str, Any]:
    header: dict[str, Any] = json.loads(_take(archive, _HEADER, _LARGEST_HEADER))
    if header["format"] != FORMAT or header["version"] not in READABLE:
        raise ValueError("another format")
    return header


def _cut(field: Field, rank: int) -> Field:
    """The field with its ``rank`` leading components."""
    return replace(field, weights=field.weights[:, :rank], basis=field.basis[:rank])


def _packed(name: str, field: Field) -> dict[str, npt.NDArray[Any]]:
    rows = np.concatenate([field.mean[None], field.basis])
    fine = 1 + min(_FINE[name], len(field.basis))
    limit = np.full((len(rows), 1), 127.0, np.float32)
    limit[:fine] = 32767
    step = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-30) / limit
    step[1:, 0] = np.maximum(step[1:, 0], _STEP[name] / np.maximum(_usual(field), 1e-9))
    levels = np.rint(rows / step)
    return {
        "fine": _planes(_differences(levels[:fine].astype("<i2"), _CHANNELS[name])),
        "coarse": _differences(levels[fine:].astype("i1"), _CHANNELS[name]),
        "step": step[:, 0].astype("<f4"),
        "weights": field.weights.astype("<f4"),
        "centres": field.centres.astype("<f4"),
        "kept": np.diff(field.kept, prepend=0).astype("<u4"),
    }


def _usual(field: Field) -> npt.NDArray[np.float32]:
    """How much of each component poses ask for, root mean square, float32 [rank]; of a sprite all."""
    if field.kind is KernelKind.SPRITES:
        return np.ones(len(field.basis), np.float32)
    kernel = make_kernel(field.kind, field.centres, field.scales)
    coefficients = kernel(field.centres[::_USUAL]) @ field.weights.astype(np.float64)
    return np.asarray(np.sqrt((coefficients**2).mean(0)), np.float32)


def _differences(levels: npt.NDArray[Any], channels: int) -> npt.NDArray[Any]:
    """Rows [n, K] of whole numbers as differences from the left neighbour's same channel; they wrap around."""
    pixels = levels.reshape(len(levels), levels.shape[1] // channels, channels)
    return np.diff(pixels, axis=1, prepend=np.zeros_like(pixels[:, :1])).reshape(levels.shape)


def _sums(differences: npt.NDArray[Any], channels: int) -> npt.NDArray[Any]:
    """The inverse of ``_differences``."""
    pixels = differences.reshape(len(differences), differences.shape[1] // channels, channels)
    return pixels.cumsum(axis=1, dtype=differences.dtype).reshape(differences.shape)


def _planes(levels: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """int16 [n, K] -> uint8 [2, n, K]: low bytes, high bytes."""
    return np.ascontiguousarray(np.moveaxis(levels.view("u1").reshape(*levels.shape, 2), -1, 0))


def _joined(planes: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """The inverse of ``_planes``."""
    return np.ascontiguousarray(np.moveaxis(planes, 0, -1)).view("<i2")[..., 0]


def _add(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(info, data, compresslevel=6)


def _take(archive: zipfile.ZipFile, name: str, limit: int) -> bytes:
    """One entry, never more than ``limit`` bytes of it, whatever the container says about its size."""
    with archive.open(name) as entry:
        data = entry.read(limit + 1)
    if len(data) > limit:
        raise ValueError(f"{name} is too large")
    return data


def _array(archive: zipfile.ZipFile, item: _Array) -> npt.NDArray[Any]:
    array = np.frombuffer(_take(archive, item.name, item.size), item.dtype).reshape(item.shape)
    if array.dtype.kind == "f" and not np.isfinite(array).all():
        raise ValueError(f"{item.name} holds values that are no numbers")
    return array


def _layout(header: dict[str, Any]) -> list[_Array]:
    """The arrays that belong to a header, each with limits kept."""
    layout = [_Array("source", "u1", (PICTURE_SIZE, PICTURE_SIZE, 4))]
    for name, channels in _CHANNELS.items():
        told = header[name]
        numbers = KernelKind(told["kernel"]).numbers
        box = _box(header["face_box"]) if name == "face" else _box(header["figure_box"]).half
        shape = (box.height, box.width, channels)
        samples = _whole(told["samples"], 1, _MOST_SAMPLES)
        components = _whole(told["components"], 1, min(samples, _MOST_COMPONENTS))
        kept = _whole(told["kept"], 1, math.prod(shape))
        if tuple(told["shape"]) != shape:
            raise ValueError(f"{name} does not fill its box")
        if kept % channels:
            raise ValueError(f"{name} keeps a part of a pixel")
        fine = min(_FINE[name], components)
        layout += [
            _Array(f"{name}.fine", "u1", (2, 1 + fine, kept)),
            _Array(f"{name}.coarse", "i1", (components - fine, kept)),
            _Array(f"{name}.step", "<f4", (1 + components,)),
            _Array(f"{name}.weights", "<f4", (samples, components)),
            _Array(f"{name}.centres", "<f4", (samples, numbers.stop - numbers.start)),
            _Array(f"{name}.kept", "<u4", (kept,)),
        ]
    if max(item.size for item in layout) > _MOST_VALUES:
        raise ValueError("an array is too large")
    return layout


def _whole(value: object, low: int, high: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise ValueError(f"{value!r} is not a whole number from {low} to {high}")
    return value


def _box(value: Any) -> Box:
    top, left = (_whole(value[key], 0, PICTURE_SIZE) for key in ("top", "left"))
    height, width = (_whole(value[key], 2, PICTURE_SIZE) for key in ("height", "width"))
    if top % 2 or left % 2 or height % 2 or width % 2 or top + height > PICTURE_SIZE or left + width > PICTURE_SIZE:
        raise ValueError("a box reaches out of the picture")
    return Box(top, left, height, width)


def _student(header: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> Student:
    picture = header["picture"]
    if not isinstance(picture, str) or len(picture) != 64:
        raise ValueError("no key of a picture")
    face, flow, rest = (_field(name, header[name], arrays) for name in _FIELDS)
    judgement = header["judgement"]
    return Student(
        picture,
        arrays["source"],
        face,
        flow,
        rest,
        _box(header["face_box"]),
        _box(header["figure_box"]),
        None if judgement is None else _judgement(judgement),
    )


def _field(name: str, told: dict[str, Any], arrays: dict[str, npt.NDArray[Any]]) -> Field:
    def get(part: str) -> npt.NDArray[Any]:
        return arrays[f"{name}.{part}"]

    kind = KernelKind(told["kernel"])
    if kind not in _KERNELS[name]:
        raise ValueError("another kernel")
    if kind is KernelKind.SPRITES and len(get("centres")) != len(sprites()):
        raise ValueError("other sprites")
    scales = tuple(map(float, told["scales"]))
    if len(scales) != kind.scale_count or not all(1e-3 <= scale <= 1e3 for scale in scales):
        raise ValueError("scales out of range")
    kept = get("kept").astype(np.int64).cumsum()
    shape = (int(told["shape"][0]), int(told["shape"][1]), int(told["shape"][2]))
    if kept[-1] >= math.prod(shape) or (np.diff(kept) <= 0).any():
        raise ValueError("entries that lie outside the field")
    channels = _CHANNELS[name]
    levels = (_sums(_joined(get("fine")), channels), _sums(get("coarse"), channels))
    rows = np.concatenate([level.astype(np.float32) for level in levels]) * get("step")[:, None]
    return Field(
        kind=kind,
        scales=scales,
        centres=get("centres"),
        weights=get("weights"),
        mean=rows[0],
        basis=rows[1:],
        kept=kept.astype(np.int32),
        shape=shape,
    )


def _judgement(told: dict[str, Any]) -> Judgement:
    psnr = {key: float(told["psnr"][key]) for key in ("whole", "figure", "head")}
    values = (*psnr.values(), worst := float(told["worst"]), ssim := float(told["ssim"]))
    if not all(map(math.isfinite, values)):
        raise ValueError("figures that are no numbers")
    return Judgement(Psnr(**psnr), worst, ssim, _whole(told["frames"], 1, 100_000))
