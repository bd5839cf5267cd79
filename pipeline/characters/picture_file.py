"""Pictures that people bring: sniffed and bounded before they are decoded."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pipeline.characters.errors import (
    BigFileError,
    BigPictureError,
    DamagedPictureError,
    SmallPictureError,
    VastPictureError,
)
from pipeline.types import CharacterFileError, Frames

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE: Final = 16 * 2**20
"""Bytes."""
LARGEST_PICTURE: Final = 32_000_000
"""Pixels: a camera's 32 megapixels, 128 MB when decoded."""
SMALLEST_SIDE: Final = 32
"""Pixels."""
ALIGNED_SIZE: Final = (512, 512)
"""Width and height of an aligned picture in pixels."""
_FORMATS: Final = ("PNG", "JPEG", "WEBP")


def check_picture(path: Path) -> None:
    """Looks at a file's size and header.

    Raises:
        UserError: it is not a PNG, JPEG or WebP, or it is too large or too small.
    """
    with _header(path):
        pass


def open_picture(path: Path) -> Image:
    """The picture (its first frame) upright as its EXIF orientation says, in mode RGBA.

    Raises:
        UserError: as ``check_picture``, or it is damaged.
    """
    from PIL import ImageOps

    with _header(path) as picture:
        try:
            upright = ImageOps.exif_transpose(picture)
            if upright.mode.startswith("I"):
                upright = _eight_bits(upright)
            return upright.convert("RGBA")
        except (OSError, SyntaxError, ValueError, EOFError) as error:
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
            if picture.size != ALIGNED_SIZE or picture.mode != "RGBA":
                return False
            picture.load()
    except (OSError, SyntaxError, ValueError, EOFError, PIL.Image.DecompressionBombError):
        return False
    return True


def _eight_bits(picture: Image) -> Image:
    """Grey of 16 bits as grey of 8; Pillow would cut it off at 255."""
    import numpy as np
    import PIL.Image

    return PIL.Image.fromarray((np.asarray(picture).astype(np.int64).clip(0, 65535) >> 8).astype(np.uint8))


def _header(path: Path) -> Image:
    import PIL.Image

    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise BigFileError(megabytes=round(size / 2**20, 1), limit=LARGEST_FILE // 2**20)
    try:
        with warnings.catch_warnings():
            # Below, we are stricter than this warning.
            warnings.simplefilter("ignore", PIL.Image.DecompressionBombWarning)
            picture = PIL.Image.open(path, formats=_FORMATS)
    except PIL.Image.DecompressionBombError as error:
        raise VastPictureError(limit=LARGEST_PICTURE // 1_000_000) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise CharacterFileError from error
    width, height = picture.size
    problem: Exception | None = None
    if width * height > LARGEST_PICTURE:
        problem = BigPictureError(width=width, height=height, limit=LARGEST_PICTURE // 1_000_000)
    elif min(width, height) < SMALLEST_SIDE:
        problem = SmallPictureError(width=width, height=height, limit=SMALLEST_SIDE)
    if problem:
        picture.close()
        raise problem
    return picture
