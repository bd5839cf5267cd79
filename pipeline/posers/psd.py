"""A drawn character in layers, as the bytes of a PSD: where rigging for Live2D or Inochi2D begins."""

from __future__ import annotations

import io
from typing import Final

from pipeline.types import Character, UserError

PSD_SIZE: Final = 1024
"""Pixels, width and height."""


class NoLayersError(UserError):
    """A picture is one layer only."""

    key = "error.no_layers"
    template = "Only a drawn character has layers, and this one is a picture: ask for it with --source drawn."


def psd_bytes(character: Character, size: int = PSD_SIZE) -> bytes:
    """The character, looking straight ahead, as a PSD in layers; ``pipeline.posers.rig.layers`` tells of them.

    Raises:
        NoLayersError: the character is a picture.
    """
    from PIL import Image
    from psd_tools import PSDImage
    from psd_tools.api.layers import Group, PixelLayer

    from pipeline.posers.rig.layers import figure_layers, grouped, laid_over

    if character.spec is None:
        raise NoLayersError
    layers = figure_layers(character.spec, size)
    # Programs that show a PSD without taking it apart show this.
    document = PSDImage.frompil(Image.fromarray(laid_over(layers)))
    for group, some in grouped(layers):
        folder = Group.new(document, group) if group else document
        for layer in some:
            # A layer is as large as what is on it.
            picture = Image.fromarray(layer.pixels)
            left, top, right, bottom = picture.getchannel("A").getbbox() or (0, 0, 1, 1)
            added = PixelLayer.frompil(picture.crop((left, top, right, bottom)), folder, layer.name, top, left)
            added.visible = layer.visible
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()
