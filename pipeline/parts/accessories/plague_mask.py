"""A plague doctor's mask: a long beak of leather with round glasses."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, oval
from pipeline.drawing.geometry import HEAD
from pipeline.drawing.palette import Ramp
from pipeline.drawing.pen import Layer
from pipeline.parts.records import AccessoryStyle, Spot
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Accessory


def draw(kit: AccessoryKit) -> None:
    """Leather from brow to chin with a seam, panes in brass rings, the beak, which reaches far before the face."""
    figure, pen = kit.figure, kit.pen
    leather, brass = kit.ramp("#5f4638"), Ramp.cloth("#c9a24a", kit.tones.look)
    ex, ey = figure.eye
    right = [
        (0, ey - 44),
        (40, ey - 46),
        (78, ey - 20),
        (80, ey + 20),
        (62, figure.mouth - 4),
        (34, figure.chin - 10),
        (0, figure.chin - 3),
    ]
    half = np.array(right, float)
    outline = np.vstack([half, (half * [-1, 1])[-2:0:-1]])
    whole = kit.piece(figure.on_face(outline, 6), leather.base, leather.line, Layer.FACE_WEAR, HEAD, (), 1.4)
    with pen.clipped(whole):
        far = [
            (46, ey - 60),
            (90, ey - 40),
            (92, figure.chin),
            (20, figure.chin),
            (44, figure.mouth - 10),
            (60, ey + 20),
        ]
        pen.fill(figure.on_face(far, 6), leather.shade, Layer.FACE_WEAR, HEAD, (0, 1, 2, 3))
        for y in np.linspace(ey - 38, ey - 10, 4):
            pen.line(figure.on_face([(-4, y), (4, y + 1)], 8), 0.8, leather.light, Layer.FACE_WEAR, HEAD, detail=0.2)
    for sign in (-1, 1):
        for reach, ramp, paint in ((29.0, brass, brass.base), (22.0, kit.tones.black, kit.tones.black.base)):
            ring = oval(sign * (ex + 1), ey + 2, reach, reach, 16)
            kit.piece(figure.on_face(ring, 12), paint, ramp.line, Layer.FACE_WEAR, HEAD, (), 1.0)
        glint = [(sign * ex - 12, ey - 4), (sign * ex - 2, ey - 13), (sign * ex + 3, ey - 9), (sign * ex - 9, ey + 3)]
        pen.fill(figure.on_face(glint, 13), (255, 255, 255, 150), Layer.FACE_WEAR, HEAD)
    _beak(kit, leather)


def _beak(kit: AccessoryKit, leather: Ramp) -> None:
    """From the bridge of the nose forward and down to a point below the chin; only its depth turns it aside."""
    figure, pen = kit.figure, kit.pen
    top, low = figure.eye[1] + 4, figure.chin + 24

    def at(points: list[tuple[float, float, float]]) -> FloatArray:
        return np.array(points)

    base = float(figure.face_z(0.0, figure.nose)) + 8
    shape = at([(0, top - 12, base), (17, top + 10, base), (24, figure.nose + 8, base + 6), (20, figure.mouth + 4, base + 40), (9, low - 12, base + 104),
                (0, low, base + 128), (-9, low - 12, base + 104), (-20, figure.mouth + 4, base + 40), (-24, figure.nose + 8, base + 6), (-17, top + 10, base)])  # fmt: skip
    kit.piece(shape, leather.light, leather.line, Layer.FACE_WEAR, HEAD, (0, 5), 1.5)
    side = at([(2, top - 8, base), (17, top + 10, base), (24, figure.nose + 8, base + 6), (20, figure.mouth + 4, base + 40), (9, low - 12, base + 104),
               (0, low, base + 128), (4, figure.mouth + 4, base + 70)])  # fmt: skip
    pen.fill(side, leather.shade, Layer.FACE_WEAR, HEAD, (0, 5))
    ridge = at([(0, top - 10, base + 2), (1, figure.mouth, base + 62), (0, low - 2, base + 126)])
    pen.line(ridge, [0.6, 1.5, 0.8], leather.line, Layer.FACE_WEAR, HEAD)
    for drop in (0.0, 9.0):
        y = figure.nose + 12 + drop
        for sign in (-1, 1):
            slit = at([(sign * 13, y, base + 22), (sign * 19, y + 2, base + 18)])
            pen.line(slit, [1.2, 0.8], leather.line, Layer.FACE_WEAR, HEAD, detail=0.2)


PART: Final = AccessoryStyle(
    Accessory.PLAGUE_MASK,
    draw=draw,
    words={
        "en": "plague mask, plague doctor mask, beak mask, beaked mask, bird mask, crow mask, plague doctor's mask",
        "ja": "ペストマスク, 鳥の仮面, ペスト医師のマスク, カラスの仮面",
    },
    spots=(Spot.EYES,),
)
