"""Where neck, chest, shoulders and waist are; ``skin`` draws them.

Where an edition has limbs, this is the torso, and arms and legs are drawn with what is worn. Where it has none, the arms
belong to the outline: they hang and go behind the back.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from pipeline.drawing.figure import Figure
from pipeline.drawing.geometry import Attach
from pipeline.types.arrays import BoolArray, FloatArray

BOTTOM = 790.0
"""Below the picture's lower edge (760)."""
FOOT = 1190.0
"""Where the soles are: below that edge, except on the small body of a chibi."""

_SLOPE = 9.0
"""How much farther a man's shoulders fall from his neck than a girl's."""
_ROUNDED = 7.0
"""How much farther the shoulders of the old fall."""

HEAD_CENTRE = -24.0
"""y about which a large head grows."""
SMALL_WIDTH = 0.95
"""The width of a body under a large head against a usual one."""
HEAD_WIDE, HEAD_HIGH = 122.0, -150.0
"""How far to the sides and up a head goes without tails, ears and hats."""
LESS_BEYOND = 0.85
"""How much of their distance tails and hats keep from a head that is larger than usual."""
_HEADS = (1.0, 1.12, 1.30, 1.34, 1.40, 1.46)
_BODIES = (
    (448.0, 336.0, 254.0, 290.0, 190.0, 160.0),
    (800.0, 656.0, 528.0, 830.0, 460.0, 424.0),
    (1200.0, 976.0, 730.0, 830.0, 566.0, 512.0),
)
"""Sizes of heads, and where the bodies under them have their hips (below the chin), their knees and their soles: a
grown one's, a child's of eight, which is four fifths of a grown one, a chibi's, which is half of it, the first chibi's, whose feet are left
off, a mascot's in the second edition, and a mascot's, which is shorter than its head.
"""


def small_body(y: FloatArray, head_scale: float) -> FloatArray:
    """Heights on the body of a character with a large head: pushed down by its chin and made smaller."""
    usual, small = _heights(head_scale)
    return np.interp(y, usual, small)


def unsmall_body(y: FloatArray, head_scale: float) -> FloatArray:
    """The heights that ``small_body`` makes these of."""
    usual, small = _heights(head_scale)
    return np.interp(y, small, usual)


def above_body(points: FloatArray, head_scale: float) -> tuple[BoolArray, FloatArray]:
    """Which places [n, 2] on the picture lie above a small body, where ``small_body`` leads to none of them, [n]; and
    where they are at rest when they are a large head's instead, [n, 2].
    """
    high = float(small_body(np.array([60.0]), head_scale)[0])
    return points[:, 1] < high, np.column_stack([
        _unlarge(points[:, 0], head_scale, -HEAD_WIDE, HEAD_WIDE),
        _unlarge(points[:, 1] - HEAD_CENTRE, head_scale, HEAD_HIGH - HEAD_CENTRE, np.inf) + HEAD_CENTRE,
    ])  # fmt: skip


def _unlarge(place: FloatArray, scale: float, low: float, high: float) -> FloatArray:
    """The places that a head grown by ``scale`` between low and high has here."""
    inside = np.clip(place, low * scale, high * scale)
    return np.asarray(inside / scale + (place - inside) / LESS_BEYOND)


def _heights(head_scale: float) -> tuple[list[float], list[float]]:
    """Heights on a usual body, and where a body under a head of that size has them."""
    chin = (112 - HEAD_CENTRE) * head_scale + HEAD_CENTRE
    hip, knee, sole = (float(np.interp(head_scale, _HEADS, places)) for places in _BODIES)
    return [60.0, 150.0, 560.0, 800.0, 1200.0], [chin - 66, chin + 8, chin + hip, knee, sole]


def relief(figure: Figure, points: FloatArray) -> FloatArray:
    """Points [n, 2] on the body with the depth [n, 3] that turns them: chest forward, arms at the sides."""
    flat = np.array(points, np.float64)
    reach = figure.shoulder + 40
    if figure.art.poised and not figure.mascot:
        flat = _poised(flat, figure)
    elif figure.art.limbs:
        # Contrapposto: the shoulders fall to one side by two degrees, the hips to the other.
        flat[:, 1] += flat[:, 0] * np.interp(flat[:, 1], [130, 200, 300, 430, 560], [0, 0.034, 0.030, -0.012, -0.022])
        flat[:, 0] += np.interp(flat[:, 1], [190, 330, 450, 760], [0.0, 3.0, 6.0, 2.0])
    return np.column_stack([flat, 46 * np.sqrt(np.clip(1 - (flat[:, 0] / reach) ** 2, 0.02, 1))])


def _poised(flat: FloatArray, figure: Figure) -> FloatArray:
    """A body that rests on one leg: that hip rises and goes out, that shoulder sinks, the foot comes under the head. A
    grown one's trunk is shorter, too, and its legs are longer.
    """
    x, y = flat[:, 0] * figure.rests, flat[:, 1]
    tilted = y + x * np.interp(y, [130, 200, 300, 420, 560, 700, 1000], [0, 0.060, 0.052, -0.014, -0.060, -0.036, 0])
    aside = np.interp(y, [190, 330, 450, 570, 800, 1190], [0, 3, 13, 19, 5, -14])
    if figure.head_scale == 1:
        tilted += np.interp(y, [190, 430, 1190], [0, -32, 0])
    return np.column_stack([(x + aside * figure.shoulder / 114) * figure.rests, tilted])


def neck_share(y: FloatArray) -> FloatArray:
    """How far a point of the neck at height y follows the head: 1 at the chin, 0 at the collarbones."""
    return np.asarray(1 - np.clip((np.asarray(y) - 92) / 70, 0, 1))


def around_neck(figure: Figure, points: npt.ArrayLike) -> tuple[FloatArray, Attach]:
    """Points [n, 2] laid around the neck [n, 3], and the attachment with which their upper part follows the head."""
    flat = np.asarray(points, np.float64)
    depth = 34 * np.sqrt(np.clip(1 - (flat[:, 0] / (figure.neck + 30)) ** 2, 0.05, 1))
    return np.column_stack([flat, depth]), Attach(head=neck_share(flat[:, 1]))


def silhouette(figure: Figure, out: float = 0.0) -> FloatArray:
    """Right half of the body's outline from the neck's foot over the shoulder to the picture's lower edge, [n, 2].

    ``out`` is the thickness of what is worn over it.
    """
    return _torso(figure, out) if figure.art.limbs else _whole(figure, out)


def waist(figure: Figure) -> tuple[float, float]:
    """Half width and y of a body's waist: small bodies have hardly any."""
    inset = 50 * min(1.0, (figure.shoulder / 114) ** 2)
    return figure.shoulder - inset - _taper(
        figure
    ) + 2 * figure.masculine - 2 * figure.womanly + figure.girth, figure.shoulder_y + 228


def _taper(figure: Figure) -> float:
    """How far a broad trunk draws in below its shoulders, design units."""
    return 0.28 * max(figure.shoulder - 116.0, 0.0) if figure.art.graded else 0.0


def _torso(figure: Figure, out: float) -> FloatArray:
    """The outline without arms, with a waist."""
    w, y, m = figure.shoulder, figure.shoulder_y, figure.masculine
    drawn_in = min(1.0, (w / 114) ** 2)
    tapered = _taper(figure) * np.array([0, 0.3, 0.6, 0.9, 1, 1, 1.1, 1.25, 1.4, 1.4, 1.3])
    half = np.array([13, 19, 24, 30, 44, 50, 44, 33, 28, 26, 28]) * drawn_in
    manly = np.array([0, 0, 0, -2, -1, 2, -2, -10, -12, -12, -12]) * m
    womanly = np.array([0, 0, 1, 1, -1, -2, 1, 5, 7, 7, 5]) * figure.womanly
    thick = np.array([0.3, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1, 1]) * out
    thick += figure.girth * np.array([0, 0.06, 0.2, 0.62, 0.92, 1, 1, 0.9, 0.75, 0.6, 0.5])
    heights = y + np.array(
        [17 + shoulder_slope(figure) - 0.4 * out, 50, 88, 140, 188, 228, 268, 320, 370, 430, FOOT - y]
    )
    foot = 21 if figure.art.graded else 26
    shoulder = [(figure.neck + 16, y - foot - 0.4 * out), *shoulder_line(figure, out)]
    return np.vstack([shoulder, np.column_stack([w - half - tapered + manly + womanly + thick, heights])])


def shoulder_slope(figure: Figure) -> float:
    """How much farther shoulders fall from the neck than a girl's, design units."""
    return _SLOPE * figure.manly + _ROUNDED * figure.aged if figure.art.graded else 0.0


def shoulder_line(figure: Figure, out: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Two points (x, y) of the viewer's right shoulder, which torso and arm share."""
    w, y = figure.shoulder, figure.shoulder_y
    if figure.art.graded and not figure.mascot:
        slope = shoulder_slope(figure)
        return (w * 0.50, y - 13.0 + 0.3 * slope - 0.8 * out), (w * 0.86 + 0.3 * out, y + 7.0 + slope - out)
    if figure.art.poised and not figure.mascot:
        return (w * 0.56, y - 14.0 - 0.8 * out), (w * 0.895 + 0.3 * out, y + 2.5 - out)
    return (w * 0.55, y - 13.0 - 0.8 * out), (w * 0.84 + 0.3 * out, y + 1.5 - out)


def _whole(figure: Figure, out: float) -> FloatArray:
    """The outline with the arms."""
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
