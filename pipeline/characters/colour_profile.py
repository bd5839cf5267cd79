"""Pictures whose colours mean something else than sRGB, as sRGB."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

_CONVERTED: Final = ("L", "RGB", "CMYK")


def as_srgb(picture: Image, profile: bytes | None) -> Image:
    """The picture in mode RGBA, its colours led from ``profile`` to sRGB (relative colorimetric).

    A profile that is damaged, or is one of another kind of picture, changes nothing.
    """
    from PIL import ImageCms

    plain = picture.convert("RGBA")
    if not profile:
        return plain
    colours = picture if picture.mode in _CONVERTED else plain.convert("RGB")
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return plain
        led = ImageCms.profileToProfile(
            colours,
            source,
            ImageCms.createProfile("sRGB"),
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            outputMode="RGB",
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return plain
    if led is None:
        return plain
    converted = led.convert("RGBA")
    converted.putalpha(plain.getchannel("A"))
    return converted
