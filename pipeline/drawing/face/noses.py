"""Shadow and light of noses."""

from __future__ import annotations

from pipeline.drawing.face.kit import FaceKit
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer, Linear

_MANLY = 0.3
"""From which share of a man's face on the side of a nose is seen."""


def nose_bridge(kit: FaceKit) -> None:
    """Draws the side of a man's nose that lies away from the light, from the brow down to its wing."""
    man, y, skin = kit.figure.manly, kit.figure.nose, kit.tones.skin
    if man < _MANLY:
        return
    top = kit.figure.eye[1] - 10
    side = [(2.5, y - 20, 86), (5.0, y - 3, 90), (4.0, y + 3.5, 90), (10.5, y + 3.0, 83), (9.0, y - 6, 82), (8.5, y - 20, 80),
            (13, top, 78)]  # fmt: skip
    axis = kit.pen.axis((9, y + 4, 84), (8, top - 2, 80))
    tone = Linear(
        ((0, fade(skin.shade, 0.95 * man)), (0.55, fade(skin.shade, 0.55 * man)), (1, fade(skin.shade, 0.0))), axis
    )
    kit.pen.fill(side, tone, Layer.FEATURES, HEAD, corners=(2, 6))
    wing = [(7.2, y - 1.5, 85), (9.2, y + 1.5, 84), (7.6, y + 3.6, 85)]
    kit.pen.stroke(wing, 0.6 * man, fade(skin.line, 0.75), Layer.FEATURES, HEAD, detail=0.2)


def nose_shade(kit: FaceKit) -> None:
    """Draws the shadow to the right of a nose that stands out."""
    nose_bridge(kit)
    y = kit.figure.nose
    shade = [(1.5, y - 9, 87), (5.2, y + 1.5, 90), (1.5, y + 4.0, 90), (9, y + 5.5, 83), (7.5, y - 1, 83)]
    kit.pen.fill(shade, kit.tones.skin.shade, Layer.FEATURES, HEAD, corners=(0, 2))


def nose_touch(kit: FaceKit) -> None:
    """Draws the small shadow below and to the right of a nose that is hardly drawn at all."""
    nose_bridge(kit)
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
