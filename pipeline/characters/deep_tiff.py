"""TIFF pictures whose colours have 32 or 64 bits, or are numbers in floating point: what Pillow does not read.

Read here are strips of whole pixels, plain or deflated, as image programs write them; all else is refused in one
sentence. Every size follows from the tags, and no more is unpacked than that.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from pipeline.characters.errors import DeepTiffError
from pipeline.types.arrays import FloatArray, Pixels

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

BEGINNINGS: Final = (b"II*\0", b"MM\0*")
"""How TIFF files begin: of little and of big numbers."""
_WIDTH, _HEIGHT, _BITS, _COMPRESSION, _MEANING, _ORIENTATION = 256, 257, 258, 259, 262, 274
_OFFSETS, _SAMPLES, _ROWS, _SIZES, _LAYOUT, _PREDICTOR = 273, 277, 278, 279, 284, 317
_EXTRA, _FORMAT, _PROFILE = 338, 339, 34675
_KINDS: Final = {1: "u", 2: "i", 3: "f"}
"""Sample formats."""
_FLOATING: Final = (1.0, 255.0, 65535.0)
_SCALES: Final[Mapping[str, tuple[float, ...]]] = {
    "u2": (65535.0,),
    "u4": (255.0, 65535.0, 2.0**32 - 1),
    "i1": (127.0,),
    "i2": (255.0, 32767.0),
    **dict.fromkeys(("f2", "f4", "f8"), _FLOATING),
}
"""What may be white, by kind and bytes of a number."""
_DEFLATED: Final = (8, 32946)
_PREMULTIPLIED: Final = 1


@dataclass(frozen=True)
class DeepTiff:
    """Such a picture, of which only the tags are read yet.

    Attributes:
        size: width and height in pixels.
        orientation: as EXIF counts it.
        profile: its colour profile, where it has one.
    """

    size: tuple[int, int]
    orientation: int
    profile: bytes | None
    _data: bytes
    _tags: ImageFileDirectory_v2
    _dtype: np.dtype[Any]
    _channels: int

    def close(self) -> None:
        """As of Pillow's pictures, which keep their files open; here is nothing to close."""

    def eight_bits(self) -> Image:
        """Grey or colours of 8 bits, with straight alpha where there is one.

        Raises:
            ValueError, zlib.error: it is damaged.
        """
        import PIL.Image

        levels = self._levels()
        return PIL.Image.fromarray(levels[..., 0] if self._channels == 1 else levels)

    def _levels(self) -> Pixels:
        """uint8 [H, W, channels]. What is white follows from the lightest of all colours (``white_of``)."""
        values = np.nan_to_num(self._values().astype(np.float64), posinf=0, neginf=0).clip(0)
        colours = values[..., : 1 if self._channels < 3 else 3]
        levels = colours * (255 / white_of(colours, self._dtype))
        if self._channels in (1, 3):
            return np.asarray(np.rint(levels), np.uint8)
        alpha = values[..., -1:] * (255 / white_of(values[..., -1:], self._dtype))
        if _first(self._tags, _EXTRA, 0) == _PREMULTIPLIED:
            levels = np.minimum(levels * (255 / np.maximum(alpha, 1e-6)), 255)
        return np.asarray(np.rint(np.concatenate([levels, alpha], axis=2)), np.uint8)

    def _values(self) -> npt.NDArray[Any]:
        """The samples [H, W, channels] as they are stored."""
        width, height = self.size
        rows = min(_first(self._tags, _ROWS, height), height)
        offsets, sizes = self._tags[_OFFSETS], self._tags[_SIZES]
        if rows < 1 or len(offsets) != -(-height // rows) or len(sizes) != len(offsets):
            raise ValueError("other strips than the picture has rows")
        strips = []
        for number, (start, size) in enumerate(zip(offsets, sizes, strict=True)):
            here = min(rows, height - number * rows)
            strips.append(self._strip(self._data[start : start + size], (here, width, self._channels)))
        return np.concatenate(strips)

    def _strip(self, packed: bytes, shape: tuple[int, int, int]) -> npt.NDArray[Any]:
        whole = int(np.prod(shape)) * self._dtype.itemsize
        if _first(self._tags, _COMPRESSION, 1) in _DEFLATED:
            packed = zlib.decompressobj().decompress(packed, whole)
        if len(packed) < whole:
            raise ValueError("a strip is too short")
        predictor = _first(self._tags, _PREDICTOR, 1)
        if predictor == 3:
            return self._joined(np.frombuffer(packed[:whole], np.uint8), shape)
        values = np.frombuffer(packed[:whole], self._dtype).reshape(shape)
        return values.cumsum(1, dtype=values.dtype) if predictor == 2 else values

    def _joined(self, planes: npt.NDArray[np.uint8], shape: tuple[int, int, int]) -> npt.NDArray[Any]:
        """Floating point numbers of rows whose highest bytes come first, as differences (TIFF's technical note 3)."""
        height, width, channels = shape
        differences = planes.reshape(height, -1, channels)
        levels = differences.cumsum(1, dtype=np.uint8).reshape(height, self._dtype.itemsize, width * channels)
        bytes_of_each = np.ascontiguousarray(np.moveaxis(levels, 1, 2))
        return bytes_of_each.view(self._dtype.newbyteorder(">")).reshape(shape)


def deep_tiff(data: bytes) -> DeepTiff:
    """The picture in a TIFF file that Pillow does not know.

    Raises:
        DeepTiffError: it is kept in a way that is not read here.
        ValueError, KeyError, OSError, ...: it is damaged.
    """
    from PIL.TiffImagePlugin import ImageFileDirectory_v2

    file = io.BytesIO(data)
    tags = ImageFileDirectory_v2(file.read(8))
    file.seek(tags.next)
    tags.load(file)
    if _WIDTH not in tags or _HEIGHT not in tags:
        raise ValueError("no tags of a picture")
    width, height, channels = (_first(tags, tag, 1) for tag in (_WIDTH, _HEIGHT, _SAMPLES))
    bits, kinds = set(_all(tags, _BITS)), set(_all(tags, _FORMAT))
    kind = _KINDS.get(_first(tags, _FORMAT, 1), "?")
    known = (
        len(bits) == 1
        and len(kinds) <= 1
        and (bits.pop(), kind) in {(8, "i"), (16, "i"), (32, "i"), (32, "u"), (16, "f"), (32, "f"), (64, "f")}
        and 1 <= channels <= 4
        and _first(tags, _MEANING, 1) == (1 if channels < 3 else 2)
        and _first(tags, _COMPRESSION, 1) in (1, *_DEFLATED)
        and _first(tags, _PREDICTOR, 1) in ((1, 3) if kind == "f" else (1, 2))
        and (channels == 1 or _first(tags, _LAYOUT, 1) == 1)
        and _OFFSETS in tags
    )
    if not known:
        raise DeepTiffError
    order = "<" if data.startswith(BEGINNINGS[0]) else ">"
    dtype = np.dtype(f"{order}{kind}{_first(tags, _BITS, 8) // 8}")
    profile = tags.get(_PROFILE)
    return DeepTiff(
        (width, height),
        min(max(_first(tags, _ORIENTATION, 1), 1), 8),
        profile if isinstance(profile, bytes) else None,
        data,
        tags,
        dtype,
        channels,
    )


def white_of(values: FloatArray, dtype: np.dtype[Any]) -> float:
    """What is white among such values, 0 or more: settled for unsigned numbers of 16 bits, and nearly for others by the
    least usual scale that holds the lightest one; beyond all of them that one is white.
    """
    scales = _SCALES.get(f"{dtype.kind}{dtype.itemsize}", (255.0, 65535.0))
    lightest = float(values.max())
    return next((scale for scale in scales if lightest <= scale), lightest)


def _all(tags: ImageFileDirectory_v2, tag: int) -> tuple[int, ...]:
    value = tags.get(tag, ())
    return tuple(value) if isinstance(value, tuple) else (value,)


def _first(tags: ImageFileDirectory_v2, tag: int, usual: int) -> int:
    values = _all(tags, tag)
    return int(values[0]) if values else usual
