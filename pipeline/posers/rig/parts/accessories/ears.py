"""Animal ears: they grow out of the hair and have a motion of their own."""

from __future__ import annotations

import numpy as np

from pipeline.posers.rig.drawing import Layer
from pipeline.posers.rig.geometry import Attach, Chain, mirrored
from pipeline.posers.rig.palette import lch
from pipeline.posers.rig.parts.accessories.kit import AccessoryKit


def cat_ears(kit: AccessoryKit) -> None:
    """Two pointed ears."""
    paints, pen = kit.hair.side(-1), kit.pen
    outer = np.array(
        [(34, -118, 20), (44, -150, 14), (66, -188, 6), (88, -150, 4), (92, -96, 6), (60, -100, 24)], float
    )
    inner = np.array([(50, -124, 20), (56, -148, 15), (67, -174, 8), (79, -146, 6), (80, -108, 8)], float)
    for flip in (True, False):
        shape, shell = (mirrored(outer), mirrored(inner)) if flip else (outer, inner)
        root, tip = (shape[0] + shape[4]) / 2, shape[2]
        chain = pen.chain(
            Chain((root[0], root[1], root[2]), (tip[0], tip[1], tip[2]), turn=0.8, rate=4.0, damping=0.2, hang=0.0)
        )
        attach = Attach(turn=0.8, chain=chain)
        pen.fill(shape, paints.fill, Layer.HEAD_WEAR, attach, (0, 2, 4))
        pen.fill(shell, lch(0.82, 0.07, 15), Layer.HEAD_WEAR, attach, (0, 2, 4))
        pen.stroke(shape[:5], 1.2, paints.line, Layer.HEAD_WEAR, attach, corners=(2,))
