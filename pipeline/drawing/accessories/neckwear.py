"""What is worn round the neck."""

from __future__ import annotations

import numpy as np

from pipeline.drawing.accessories.kit import AccessoryKit, flat, flipped, oval
from pipeline.drawing.body import neck_share
from pipeline.drawing.geometry import BODY, Attach
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray


def _on_neck(kit: AccessoryKit, points: FloatArray) -> tuple[FloatArray, Attach]:
    depth = 34 * np.sqrt(np.clip(1 - (points[:, 0] / (kit.figure.neck + 30)) ** 2, 0.05, 1))
    return np.column_stack([points, depth]), Attach(head=neck_share(points[:, 1]))


def choker(kit: AccessoryKit) -> None:
    """A dark band with a small charm."""
    n, ramp, gear = kit.figure.neck, kit.tones.black, kit.tones.gear
    if kit.spec.accessory_colour:
        ramp = kit.tones.gear
        gear = kit.tones.white
    y = kit.figure.shoulder_y - 40
    half = np.array([(n + 1, y - 6), (n * 0.6, y + 1), (0, y + 4)])
    upper = np.vstack([half, flipped(half, -1)[-2::-1]])
    band = np.vstack([upper, (upper + np.array([0, 9]))[::-1]])
    points, attach = _on_neck(kit, band)
    kit.piece(points, ramp.base, ramp.line, Layer.NECK_WEAR, attach, (0, 4, 5, 9), 0.8)
    share = float(neck_share(np.array([y + 10.0]))[0])
    charm = flat([(0, y + 10), (5, y + 16), (0, y + 23), (-5, y + 16)], 36)
    kit.piece(charm, gear.light, gear.line, Layer.NECK_WEAR, Attach(head=share), (0, 1, 2, 3), 0.8)


def scarf(kit: AccessoryKit) -> None:
    """Wound once, one end in front."""
    ramp, accent, pen = kit.tones.gear, kit.tones.accent, kit.pen
    if accent.base == ramp.base:
        accent = kit.tones.white
    n, y = kit.figure.neck, kit.figure.shoulder_y
    end = np.array([(20, y + 4), (58, y + 2), (70, y + 96), (64, y + 150), (28, y + 152), (26, y + 90)])
    chain = kit.chain((40, y, 44), (48, y + 150, 44), 1.8, hang=0.6, head=0)
    fix = Attach(head=0, chain=chain)
    whole = kit.piece(
        flat(end, 46), kit.gradient(ramp, y, y + 150, BODY), ramp.line, Layer.NECK_WEAR, fix, (0, 1, 3, 4)
    )
    with pen.clipped(whole):
        for top in (y + 106, y + 126):
            stripe = flat([(10, top), (80, top - 4), (80, top + 7), (10, top + 11)], 46)
            pen.fill(stripe, accent.base, Layer.NECK_WEAR, fix, (0, 1, 2, 3))
    for x in np.linspace(31, 62, 6):
        pen.line(flat([(x, y + 150), (x + 1, y + 163)], 46), [1.6, 0.8], ramp.base, Layer.NECK_WEAR, fix, detail=0.15)
    top = y - 66
    half = np.array(
        [(n + 12, top + 8), (n + 32, top + 22), (n + 44, y - 20), (n + 34, y + 12), (n + 6, y + 24), (0, y + 26)]
    )
    ring = np.vstack([half, flipped(half, -1)[-2::-1], [(-n * 0.5, top + 26), (0, top + 30), (n * 0.5, top + 26)]])
    points, attach = _on_neck(kit, ring)
    body = kit.piece(points, kit.gradient(ramp, top, y + 24, BODY), ramp.line, Layer.NECK_WEAR, attach, (0, 10))
    with pen.clipped(body):
        for run in (
            [(-n - 40, y - 16), (-10, y + 2), (n + 30, y - 22)],
            [(-n - 34, y - 34), (0, y - 18), (n + 40, y - 36)],
            [(-n - 30, y + 8), (4, y + 16), (n + 36, y + 2)],
        ):
            fold, moved = _on_neck(kit, np.array(run, float))
            pen.stroke(fold, 2.6, ramp.shade, Layer.NECK_WEAR, moved)
        shade, moved = _on_neck(
            kit,
            np.array([(n * 0.4, top + 20), (n + 40, top + 20), (n + 46, y + 20), (n, y + 28), (n + 14, y - 16)], float),
        )
        pen.fill(shade, (*ramp.deep[:3], 90), Layer.NECK_WEAR, moved)
    knot = oval(38, y + 4, 22, 15, 10)
    kit.piece(flat(knot, 50), ramp.light, ramp.line, Layer.NECK_WEAR, BODY)
