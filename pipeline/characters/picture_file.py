"""Pictures that people bring: sniffed and bounded before they are decoded."""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.characters.colour_profile import as_srgb
from pipeline.characters.deep_tiff import BEGINNINGS, DeepTiff, deep_tiff, white_of
from pipeline.characters.errors import (
    BigFileError,
    BigPictureError,
    DamagedPictureError,
    DeepTiffError,
    HeifExtraNeededError,
    SmallPictureError,
    StripPictureError,
    VastPictureError,
)
from pipeline.characters.picture_metadata import (
    JPEG_SIGNATURE,
    PNG_SIGNATURE,
    Bare,
    bare_jpeg,
    bare_png,
    count_scans,
    orientation,
)
from pipeline.types import CharacterFileError, Frames
from pipeline.types.frames import PICTURE_SIZE

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE: Final = 16 * 2**20
"""Bytes."""
LARGEST_PICTURE: Final = 32_000_000
"""Pixels: a camera's 32 megapixels, 128 MB when decoded."""
SMALLEST_SIDE: Final = 32
"""Pixels."""
LONGEST_SHAPE: Final = 20
"""How many times longer than wide a picture may be."""
MOST_SCANNED: Final = 1_000_000_000
"""Pixels times scans of a JPEG: thirty scans of the largest one; cameras and programs write ten."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP", "AVIF", "GIF", "BMP", "TIFF")
"""What Pillow reads itself."""
_DEEP: Final = ("I", "F")
"""How Pillow's modes of more than 8 bits begin: integers, and numbers in floating point."""
_HEIF: Final = "HEIF"
"""What it reads with pillow-heif, an extra."""
_HEIF_BRANDS: Final = frozenset((b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"hevc", b"hevx"))
_AVIF_BRANDS: Final = frozenset((b"avif", b"avis"))
_BARED: Final = ("PNG", "JPEG")
"""What is read without anything that stands beside its pixels."""
_DAMAGE: Final = (
    *(OSError, SyntaxError, ValueError, EOFError, TypeError, KeyError, IndexError, OverflowError, AttributeError),
    *(struct.error, zlib.error),
)
"""What readers raise where bytes are not what they promise to be."""


def check_picture(path: Path) -> None:
    """Looks at a file's size and header.

    Raises:
        UserError: it is no picture of a kind that is read, or it is too large or too small.
    """
    _header(path).close()


def open_picture(path: Path) -> Image:
    """The picture (its first frame) upright as its EXIF orientation says, in sRGB, in mode RGBA.

    Raises:
        UserError: as ``check_picture``, or it is damaged.
    """
    with closing(_header(path)) as picture:
        try:
            if isinstance(picture, DeepTiff):
                return as_srgb(_turned(picture.eight_bits(), picture.orientation), picture.profile)
            exif, profile = picture.info.get("exif"), picture.info.get("icc_profile")
            upright = _turned(picture, orientation(exif) if isinstance(exif, bytes) else 1)
            if upright.mode.startswith(_DEEP):
                upright = _eight_bits(upright)
            return as_srgb(upright, profile if isinstance(profile, bytes) else None)
        except _DAMAGE as error:
            raise DamagedPictureError from error


def picture_bytes(picture: Frames) -> bytes:
    """uint8 [H, W, 4], straight alpha, as a PNG file."""
    import PIL.Image

    buffer = io.BytesIO()
    PIL.Image.fromarray(picture).save(buffer, "PNG")
    return buffer.getvalue()


def is_aligned_picture(data: bytes) -> bool:
    """Whether these are the bytes of a whole PNG of the size and mode of an aligned picture."""
    import PIL.Image

    try:
        with PIL.Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
            if picture.size != (PICTURE_SIZE, PICTURE_SIZE) or picture.mode != "RGBA":
                return False
            picture.load()
    except (*_DAMAGE, PIL.Image.DecompressionBombError):
        return False
    return True


def _eight_bits(picture: Image) -> Image:
    """Grey of 16 or 32 bits, or in floating point, as grey of 8; Pillow would cut it off at 255."""
    import numpy as np
    import PIL.Image

    values = np.nan_to_num(np.asarray(picture), posinf=0, neginf=0).astype(np.float64).clip(0)
    dtype = np.dtype("u2") if picture.mode.startswith("I;16") else np.dtype("f4" if picture.mode == "F" else "i4")
    return PIL.Image.fromarray((values * (255.999 / white_of(values, dtype))).astype(np.uint8))


def _opened(data: bytes) -> Image | DeepTiff:
    """The picture's header; its pixels are not decoded."""
    import PIL.Image

    bare = Bare(data, None, None)
    if data.startswith(PNG_SIGNATURE):
        bare = bare_png(data)
    elif data.startswith(JPEG_SIGNATURE):
        bare = bare_jpeg(data)
    formats: tuple[str, ...] = _FORMATS
    if _is_heif(data):
        try:
            import pillow_heif
        except ImportError as error:
            raise HeifExtraNeededError from error
        pillow_heif.register_heif_opener()
        formats = (_HEIF,)
    try:
        picture = PIL.Image.open(io.BytesIO(bare.data), formats=formats)
    except PIL.UnidentifiedImageError:
        if not data.startswith(BEGINNINGS):
            raise
        return deep_tiff(data)
    if picture.format == "TIFF" and picture.mode in _DEEP:
        # Pillow takes numbers without a sign for some with one, and mistakes the order of bytes that are deflated.
        with suppress(DeepTiffError):
            return deep_tiff(data)
    width, height = picture.size
    if picture.format == "JPEG" and count_scans(bare.data) * width * height > MOST_SCANNED:
        raise ValueError("far too many scans")
    if picture.format in _BARED:
        picture.info.update(exif=bare.exif, icc_profile=bare.profile)
    return picture


def _is_heif(data: bytes) -> bool:
    """Whether the brands of these bytes are those of HEIC and its kin; AVIF has the same container."""
    if data[4:8] != b"ftyp":
        return False
    size = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12]} | {data[at : at + 4] for at in range(16, size, 4)}
    return bool(brands & _HEIF_BRANDS) and not brands & _AVIF_BRANDS


def _turned(picture: Image, stored: int) -> Image:
    """The picture upright; ``stored`` is how EXIF says that it is not."""
    import PIL.Image

    turns = PIL.Image.Transpose
    order = (
        *(None, turns.FLIP_LEFT_RIGHT, turns.ROTATE_180, turns.FLIP_TOP_BOTTOM, turns.TRANSPOSE),
        *(turns.ROTATE_270, turns.TRANSVERSE, turns.ROTATE_90),
    )
    turn = order[stored - 1]
    return picture if turn is None else picture.transpose(turn)


def _header(path: Path) -> Image | DeepTiff:
    import PIL.Image

    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise BigFileError(megabytes=round(size / 2**20, 1), limit=LARGEST_FILE // 2**20)
    try:
        with warnings.catch_warnings():
            # Below, we are stricter than this warning.
            warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)
            picture = _opened(path.read_bytes())
    except PIL.Image.DecompressionBombError as error:
        raise VastPictureError(limit=LARGEST_PICTURE // 1_000_000) from error
    except _DAMAGE as error:
        raise CharacterFileError from error
    width, height = picture.size
    problem: Exception | None = None
    if width * height > LARGEST_PICTURE:
        problem = BigPictureError(width=width, height=height, limit=LARGEST_PICTURE // 1_000_000)
    elif min(width, height) < SMALLEST_SIDE:
        problem = SmallPictureError(width=width, height=height, limit=SMALLEST_SIDE)
    elif max(width, height) > LONGEST_SHAPE * min(width, height):
        problem = StripPictureError(width=width, height=height, limit=LONGEST_SHAPE)
    if problem:
        picture.close()
        raise problem
    return picture
