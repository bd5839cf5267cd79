"""Shadow and light of noses."""

from __future__ import annotations

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer


def nose_shade(kit: FaceKit) -> None:
    """Draws the shadow to the right of a nose that stands out."""
    y = kit.figure.nose
    shade = [(1.5, y - 9, 87), (5.2, y + 1.5, 90), (1.5, y + 4.0, 90), (9, y + 5.5, 83), (7.5, y - 1, 83)]
    kit.pen.fill(shade, kit.tones.skin.shade, Layer.FEATURES, HEAD, corners=(0, 2))


def nose_touch(kit: FaceKit) -> None:
    """Draws the small shadow below and to the right of a nose that is hardly drawn at all."""
    if not kit.figure.art.modelled:
        return
    y = kit.figure.nose
    shade = [(0.5, y + 3.2, 86), (5.0, y + 1.8, 84), (7.0, y + 6.0, 80), (1.5, y + 8.0, 82)]
    kit.pen.fill(shade, fade(kit.tones.skin.shade, 0.6), Layer.FEATURES, HEAD, corners=(0,), detail=0.2)


def nose_light(kit: FaceKit) -> None:
    """Draws the small light over the tip."""
    y = kit.figure.nose
    light = [(-1.6, y - 4.5, 92), (-0.2, y - 6.5, 92), (0.8, y - 4.5, 92), (-0.4, y - 3, 92)]
    kit.pen.fill(light, fade(kit.tones.skin.shine, 0.95), Layer.FEATURES)
