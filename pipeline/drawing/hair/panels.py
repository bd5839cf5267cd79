"""Hair beside the face in large masses: how it rounds off, and the few lines that say how it falls."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.drawing.hair.gloss import Slivers, light_of
from pipeline.drawing.hair.kit import Fix, HairKit
from pipeline.drawing.hair.tone import fading
from pipeline.drawing.pen import Layer
from pipeline.types.arrays import FloatArray

_LINES: Final = ((0.28, 0.6), (0.35, 0.4), (0.70, 0.8), (0.86, 0.4))
"""Fine lines: their place across a panel, and how far up they go, as shares."""
_LAYER: Final = Layer.SIDE_HAIR


def shade_panel(kit: HairKit, sign: int, outer: FloatArray, inner: FloatArray, low: float, fix: Fix) -> None:
    """Shades a panel whose boundaries (x, y at the viewer's right) go from the temple down to ``low``.

    A soft shadow lies along the side that turns away from the lamp; a stream of it parts two locks; light goes round
    below the temple and, on long hair, once more.
    """
    if low < 60:
        return
    rng, ramp, toward = kit.rng, kit.ramp(sign), 1.0 if sign > 0 else 0.0

    def run(share: float | FloatArray, start: float, end: float, count: int = 6) -> FloatArray:
        y = np.linspace(start, end, count)
        x = np.interp(y, inner[:, 1], inner[:, 0]) * (1 - share) + np.interp(y, outer[:, 1], outer[:, 0]) * share
        return np.column_stack([sign * x, y, np.interp(share + 0 * y, [0, 1], [30.0, -2.0])])

    shadow = kit.shadow(sign)
    # The side that turns away from the lamp: outward on the viewer's right, toward the face on the left.
    start, end = -34.0, low - 8
    into = 0.55 * np.sin(np.linspace(0.25, 0.92, 6) * np.pi) ** 0.7
    away = toward + (-into if sign > 0 else into)
    kit.wedge(run(toward, start, end), run(away, start, end), shadow, _LAYER, fix, 0.85)
    # A stream of shadow from between the tips upward.
    middle, top = 0.5 + rng.uniform(-0.08, 0.08), max(4.0, low - rng.uniform(110, 190))
    crisp = middle + rng.uniform(-0.05, 0.05) * np.linspace(1, 0, 6)
    stream = 0.26 * np.sin(np.linspace(0, 0.85, 6) * np.pi)
    kit.wedge(run(crisp, top, low - 14), run(crisp - (stream if sign > 0 else -stream), top, low - 14), shadow, _LAYER,
              fix, 0.8)  # fmt: skip
    ends = run(0.5, 10.0, low - 20, 2)
    lines = Slivers(kit, _LAYER, fix)
    ink = fading(kit, kit.side(sign).inner, ends[0], ends[1], fix)
    for share, up in _LINES[: 3 if low < 160 else 4]:
        place = share + rng.uniform(-0.06, 0.06) + 0.05 * np.sin(np.linspace(0, 4.5, 6) + rng.uniform(0, 6))
        tip = low - rng.uniform(10, 26)
        lines.add(run(place, tip, max(-20.0, tip - up * min(low + 20, 260))), rng.uniform(0.6, 0.9), ink, 0.2, 0.12)
    lines.paint()
    lights, strength = Slivers(kit, _LAYER, fix), 0.5 if sign < 0 else 0.3
    for at, power in ((2.0, 1.0),) if low < 170 else ((2.0, 1.0), (low * 0.6, 0.55)):
        for share, thick, reach, bright in _LIGHTS:
            y = at + rng.uniform(-5, 5) + 10 * (share - 0.4)
            tall = reach * rng.uniform(0.8, 1.25)
            lights.add(run(share + rng.uniform(-0.05, 0.05), y - tall, y + tall, 4), thick,
                       light_of(ramp, min(1.0, strength * power * bright)), 0.5, 0.1)  # fmt: skip
    lights.paint()


_LIGHTS: Final = ((0.40, 5.5, 34, 0.5), (0.46, 2.2, 22, 1.0), (0.72, 1.2, 15, 1.5))
"""Place across a panel, half its thickness, half its length, and how bright it is against the first."""
