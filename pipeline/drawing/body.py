"""Neck, chest, shoulders and arms: the skin under every outfit.

The arms hang and go behind the back, so there are no hands to draw.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import BODY, Attach, mirrored
from pipeline.drawing.palette import fade
from pipeline.drawing.pen import Layer, Linear, Pen
from pipeline.drawing.tones import Tones
from pipeline.types.arrays import FloatArray

BOTTOM = 790.0
"""Below the picture's lower edge (760)."""


def relief(figure: Figure, points: FloatArray) -> FloatArray:
    """Points [n, 2] on the body with the depth [n, 3] that turns them: chest forward, arms at the sides."""
    flat = np.asarray(points, np.float64)
    reach = figure.shoulder + 40
    return np.column_stack([flat, 46 * np.sqrt(np.clip(1 - (flat[:, 0] / reach) ** 2, 0.02, 1))])


def neck_share(y: FloatArray) -> FloatArray:
    """How far a point of the neck at height y follows the head: 1 at the chin, 0 at the collarbones."""
    return np.asarray(1 - np.clip((np.asarray(y) - 92) / 70, 0, 1))


def around_neck(figure: Figure, points: npt.ArrayLike) -> tuple[FloatArray, Attach]:
    """Points [n, 2] laid around the neck [n, 3], and the attachment with which their upper part follows the head."""
    flat = np.asarray(points, np.float64)
    depth = 34 * np.sqrt(np.clip(1 - (flat[:, 0] / (figure.neck + 30)) ** 2, 0.05, 1))
    return np.column_stack([flat, depth]), Attach(head=neck_share(flat[:, 1]))


def silhouette(figure: Figure, out: float = 0.0) -> FloatArray:
    """Right half of the body's outline from the neck's foot over shoulder and arm to the picture's lower edge, [n, 2].

    ``out`` is the thickness of what is worn over it.
    """
    w, y, m = figure.shoulder, figure.shoulder_y, figure.masculine
    return np.array(
        [
            (figure.neck + 16, y - 26 - 0.4 * out),
            (w * 0.55, y - 14.5 - 0.8 * out),
            (w * 0.84 + 0.3 * out, y - 2.5 - out),
            (w + 2.5 + 0.8 * out, y + 22 - 0.4 * out),
            (w + 13 + out, y + 62),
            (w + 18 + out, y + 120),
            (w + 21 + out + 4 * m, y + 180),
            (w + 23 + out + 4 * m, y + 236),
            (w + 8 + out, y + 274),
            (w - 26 + out + 8 * m, y + 306),
            (w - 34 + out + 14 * m, y + 350),
            (w - 14 + out, y + 420),
            (w + 2 + out, y + 500),
            (w + 6 + out, BOTTOM),
        ]
    )


def draw_body(pen: Pen, figure: Figure, tones: Tones) -> tuple[int, int]:
    """Draws the skin, and returns the curves of the whole body and of the neck, which shadows are clipped by."""
    skin = tones.skin
    right = silhouette(figure)
    outline = np.vstack([mirrored(right)[::-1], right])
    down = pen.axis((0, 150, 30), (20, 420, 30), BODY)
    tone = Linear(((0, skin.base), (0.5, skin.base), (1, skin.shade)), down)
    body = pen.fill(relief(figure, outline), tone, Layer.BODY, BODY, corners=(0, len(outline) - 1))
    for half in (right, mirrored(right)):
        pen.stroke(relief(figure, half), 1.1, skin.line, Layer.BODY, BODY, peak=0.6)

    n = figure.neck
    side = np.array([(n + 1, 60), (n - 0.5, 108), (n, 138), (n + 5, 153), (n + 18, 164), (n + 40, 172)])
    loop = np.vstack([side, [(0, 200)], mirrored(side)[::-1]])
    depth = np.where(np.abs(loop[:, 0]) < 1, 38, 8)
    attach = Attach(head=neck_share(loop[:, 1]))
    neck = pen.fill(np.column_stack([loop, depth]), skin.base, Layer.BODY, attach, corners=(0, len(loop) - 1))
    with pen.clipped(neck):
        chin = figure.chin
        shade = np.array(
            [
                (-n - 6, 60, 10), (-n - 4, chin - 12, 14), (-n * 0.55, chin + 14, 30), (n * 0.1, chin + 30, 36),
                (n * 0.75, chin + 22, 30), (n + 6, chin + 6, 14), (n + 6, 60, 10),
            ]
        )  # fmt: skip
        pen.fill(shade, skin.deep, Layer.BODY, Attach(head=0.75), corners=(0, 6))
    for half in (side, mirrored(side)):
        line = half[1:-1]
        pen.stroke(
            np.column_stack([line, np.full(len(line), 8.0)]),
            1.0,
            skin.line,
            Layer.BODY,
            Attach(head=neck_share(line[:, 1])),
        )
    collarbone = np.array([(9, 178), (22, 173), (44, 168), (62, 163)])
    for half in (collarbone, mirrored(collarbone)):
        pen.stroke(relief(figure, half), 0.9, fade(skin.dark, 0.8), Layer.BODY, BODY, peak=0.2)
    return body, neck
