"""What age writes into a face: bags, hollows, folds and fine lines, each a tone before it is a line."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.drawing.figure import Figure
from pipeline.drawing.palette import Colour, fade
from pipeline.drawing.pen import Layer, Pen
from pipeline.drawing.tones import Tones

Points = Sequence[tuple[float, float]]

_LATE = 0.25
"""From which share of old age on a face has hollows, and lines on its forehead."""


def draw_age(pen: Pen, face: int, figure: Figure, tones: Tones) -> None:
    """Draws what a face's years have written into it, by degrees; ``face`` is the curve of its skin.

    First come the folds beside the mouth and below the eyes, then hollows and jowls, and lines on the forehead last.
    """
    deep = min(figure.aged, 1.0)
    early, late = min(1.0, 0.12 + 1.5 * deep), max(0.0, (deep - _LATE) / (1 - _LATE))
    (ex, ey), k, m = figure.eye, figure.eye_scale, figure.mouth
    skin, chin = tones.skin, figure.chin
    soft, line = fade(skin.shade, 0.85 * (0.3 + 0.7 * deep)), fade(skin.line, 0.62 * early)

    def tone(points: Points, paint: Colour, corners: Sequence[int]) -> None:
        pen.fill(figure.on_face(points), paint, Layer.FACE_TONE, corners=corners)

    def wrinkle(points: Points, weight: float, paint: Colour = line, peak: float = 0.4, detail: float = 0.0) -> None:
        pen.stroke(figure.on_face(points), weight, paint, Layer.FEATURES, peak=peak, detail=detail)

    for s in (-1, 1):
        with pen.clipped(face):
            bag = [(ex - 19 * k, ey + 17 * k), (ex - 2, ey + 24 * k), (ex + 18 * k, ey + 17 * k),
                   (ex + 14 * k, ey + 27 * k), (ex - 2, ey + 32 * k), (ex - 15 * k, ey + 26 * k)]  # fmt: skip
            tone([(s * x, y) for x, y in bag], soft, (0, 2))
            if late:
                hollow = [(ex + 30, ey + 24), (ex + 19, m - 12), (ex + 9, m + 4), (ex + 5, m + 16), (ex + 16, m + 8),
                          (ex + 30, m - 18)]  # fmt: skip
                tone([(s * x, y) for x, y in hollow], fade(soft, late), (0, 3))
                jowl = [(14, chin - 14), (28, chin - 20), (40, chin - 30), (36, chin - 18), (24, chin - 9)]
                tone([(s * x, y) for x, y in jowl], fade(soft, late), (0, 2))
        fold = [(15, figure.nose + 3), (23, figure.nose + 11), (28.5, m - 4), (27, m + 9)]
        if figure.art.massed:
            # It grows down from the nose, and fades out beside the mouth: else both would be brackets around it.
            fold = [*fold[:2], (26 + 2.5 * late, m - 8), (27 + 2.5 * late, m - 3 + 3 * late)]
        elif late < 1:
            fold = [*fold[:2], (27.5 - 1.5 * (1 - late), m - 8 + 4 * late), (28 - late, m - 3 + 12 * late)]
        wrinkle([(s * x, y) for x, y in fold], 0.75 + 0.5 * deep, fade(skin.line, 0.8 * early), 0.35)
        under = [(ex - 17 * k, ey + 25 * k), (ex - 3, ey + 31 * k), (ex + 14 * k, ey + 26 * k)]
        wrinkle([(s * x, y) for x, y in under], 0.9)
        if not late:
            continue
        corner = [(25, m + 12), (24, m + 19), (20, m + 24)]
        wrinkle([(s * x, y) for x, y in corner], 0.7, detail=0.15)
        for rise, drop in ((-6, -9), (0, 1), (6, 10)):
            run = [
                (ex + 26 * k, ey + 1 + rise),
                (ex + 31 * k, ey + 1 + (rise + drop) * 0.55),
                (ex + 35 * k, ey + 1 + drop),
            ]
            wrinkle([(s * x, y) for x, y in run], 0.75, peak=0.3, detail=0.12)
        wrinkle([(s * 4.5, ey - 31), (s * 3.5, ey - 25), (s * 4.5, ey - 19)], 0.6, detail=0.2)
    if not late:
        return
    for height, half in ((-52, 30), (-61, 24)):
        y = ey + height
        run = [(-half, y + 2), (-half * 0.4, y - 1.5), (half * 0.1, y + 1), (half * 0.6, y - 1), (half, y + 2.5)]
        wrinkle(run, 0.7, peak=0.5, detail=0.15)
    wrinkle([(-6, m + 10), (0, m + 12.5), (6, m + 10)], 0.9, fade(skin.dark, 0.8))
