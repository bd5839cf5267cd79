"""Proportions: where things are on this character, in design units (the head is about 256 high).

Measured on well-liked hand-drawn characters in the aligned picture: chin at 120, crown at -136, eyes at 30, the face
hardly wider than 160, hair about 225.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.drawing.art import EDITIONS, LIFE, Art, Caricature
from pipeline.drawing.maturity import maturity
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import Arms, BodyStyle, Build, Physique, RigSpec

SKULL_X, SKULL_Y, SKULL_Z, SKULL_TOP = 106.0, 128.0, 103.0, -8.0
"""Half axes of the ball on which hair lies, and the y of its middle."""


@dataclass(frozen=True)
class Figure:
    """Attributes (design units unless noted):

    art: the edition that draws it.
    contour: right half of the face's outline from temple to chin, [n, 3].
    chin: y of the chin. eye: centre of the viewer's-right eye. eye_scale: 1 for a girl's usual eyes.
    nose, mouth: their y. neck: half width. shoulder: half width from the middle to the shoulder's corner.
    shoulder_y: height of the shoulders' corners less 16. masculine: 0..1.
    head_scale: the head's size against the usual one (chibi).
    growth, aged: see ``Maturity``. eye_tall: how tall eyes are for their width, against a girl's.
    collar: how much lower than in the first edition the collarbones lie.
    girth: how much wider the waist is on each side. limbs: how thick the arms are against the usual.
    rests: on which leg its weight is: 1 the viewer's right one, -1 the left one, which chance takes as it
    does a way to hold the arms.
    bare: how much of an arm no sleeve covers: 0, 0.5 below the elbow, 1 all of it.
    mouth_height: against a girl's. mascot: an animal, with paws for hands. lip: how far the middle of its mouth rises between its two bows.
    crown: how high the head is above its brows, against a girl's.
    jagged: its teeth are pointed.
    caricature: how the features are exaggerated.
    """

    art: Art
    contour: FloatArray
    chin: float
    eye: tuple[float, float]
    eye_scale: float
    nose: float
    mouth: float
    mouth_width: float
    neck: float
    shoulder: float
    shoulder_y: float
    masculine: float
    head_scale: float
    mouth_height: float = 1.0
    mascot: bool = False
    lip: float = 0.0
    jagged: bool = False
    bare: float = 0.0
    girth: float = 0.0
    limbs: float = 1.0
    rests: float = 1.0
    growth: float = 0.0
    aged: float = 0.0
    eye_tall: float = 1.0
    collar: float = 0.0
    crown: float = 1.0
    caricature: Caricature = LIFE

    def seen_small(self) -> Figure:
        """The same figure as it is drawn where it is seen small; an animal's mouth is large as it is."""
        small = self.art.small
        if self.mascot:
            small = small._replace(mouth=(1 + small.mouth) / 2)
        return replace(self, eye_scale=self.eye_scale * small.eyes, caricature=small)

    @property
    def manly(self) -> float:
        """How much of a grown man somebody is, 0..1: a boy is none."""
        return self.masculine * float(np.clip(self.growth, 0, 1)) if self.art.graded else 0.0

    @property
    def womanly(self) -> float:
        """How much of a grown woman somebody is, 0..1: a girl is none."""
        return (1 - self.masculine) * float(np.clip(self.growth, 0, 1)) if self.art.graded else 0.0

    def face_z(self, x: FloatArray | float, y: FloatArray | float) -> FloatArray:
        """Depth of the face's surface."""
        inside = 1 - (x / 96.0) ** 2 - ((y - 10) / 185.0) ** 2
        depth: FloatArray = self.art.proportions.face_depth * np.sqrt(np.maximum(0.03, inside))
        return depth

    def on_face(self, points: npt.ArrayLike, out: float = 0.0) -> FloatArray:
        """Points [n, 2] laid on the face's surface: [n, 3]; ``out`` lifts them off it."""
        flat = np.asarray(points, np.float64)
        return np.column_stack([flat, self.face_z(flat[:, 0], flat[:, 1]) + out])


class _Shape(NamedTuple):
    """How a physique differs from the average: factors for shoulder, neck and limbs, units for all else."""

    shoulder: float = 1.0
    neck: float = 1.0
    limbs: float = 1.0
    girth: float = 0.0
    cheek: float = 0.0
    jaw: float = 0.0
    point: float = 0.0


_SHAPES: Final = {
    Physique.AVERAGE: _Shape(),
    Physique.SLIM: _Shape(shoulder=0.95, neck=0.94, limbs=0.88, girth=-6, cheek=-1.5, jaw=-2.5, point=-1),
    Physique.MUSCULAR: _Shape(shoulder=1.10, neck=1.24, limbs=1.30, girth=2, jaw=2, point=1.5),
    Physique.STOUT: _Shape(shoulder=1.05, neck=1.16, limbs=1.3, girth=42, cheek=5, jaw=10.5, point=7),
}

_LEAN: Final = 0.055
"""By which share a man's face is narrower than a boy's."""
_FLAT_JAW: Final = np.array([0, 0, 0, 0, 2, 8, 13, 9, 2.0])
"""How much farther back a man's jaw lies, which is lower than a girl's."""
_GRADED_SHAPES: Final = _SHAPES | {
    Physique.MUSCULAR: _Shape(shoulder=1.11, neck=1.24, limbs=1.26, girth=-10, jaw=2, point=1.5),
    Physique.STOUT: _Shape(shoulder=1.0, neck=1.14, limbs=1.18, girth=44, cheek=6, jaw=12, point=8),
}
"""Where men are broad by themselves."""


class Contour(NamedTuple):
    """A face's outline against the oval one, in design units.

    Attributes:
        cheek: half width at y = 52. jaw: at y = 82. point: near the chin.
        length: how much lower the chin is.
    """

    cheek: float
    jaw: float
    point: float
    length: float


def measure(spec: RigSpec, contour: Contour) -> Figure:
    """The proportions that a spec asks for, with the outline of its face."""
    art = EDITIONS[spec.edition]
    usual, old = art.proportions, art.proportions.elder
    grown = maturity(spec, art)
    masculine = {Build.FEMALE: 0.0, Build.ANDROGYNOUS: 0.4, Build.MALE: 1.0}[spec.build] * grown.manly
    years, aged = grown.growth, grown.aged
    chibi = spec.body_style is BodyStyle.CHIBI
    if chibi:
        years, masculine = min(years, -0.4), masculine * 0.6
        grown = grown._replace(slight=0.86, thin=0.88, narrow=0.72)

    cheek, jaw, point, length = contour
    jaw, point = jaw * usual.squareness, point * usual.squareness
    chin = usual.chin_y + length + usual.chin.at(masculine, years)
    cheek += usual.cheek.at(masculine, years)
    jaw += usual.jaw.at(masculine, years)
    point += usual.point.at(masculine, years)
    jaw, point = jaw + old.jaw * aged, point + old.point * aged
    shape = (_GRADED_SHAPES if art.graded else _SHAPES)[spec.physique]
    cheek, jaw, point = cheek + shape.cheek, jaw + shape.jaw, point + shape.point
    if chibi:
        cheek, jaw, point, chin = cheek + 4, jaw + 8, point + 7, chin - 7
    wide = 1.0 - 0.035 * masculine - 0.015 * max(years, 0.0)
    if art.graded:
        wide -= _LEAN * masculine * max(years, 0.0)
    wider = (0, 0, 0, 0, cheek, cheek * 0.8 + jaw * 0.5, jaw, jaw * 0.7 + point * 0.6, point)
    narrowed = np.r_[1.0, np.full(5, wide), np.ones(3)]
    heights = [-92, -52, -14, 18, 45, *(chin - rise for rise in usual.rises)]
    depths = np.array(usual.depths)
    if art.graded:
        depths = depths - _FLAT_JAW * masculine * max(years, 0.0)
    outline = np.column_stack([(np.array(usual.widths) + wider) * narrowed, heights, depths])
    eye_scale = spec.eye_size * max(usual.least_eyes, 1.0 + usual.eye_size.at(masculine, years))
    eye_scale *= 1 + (old.eyes - 1) * aged
    if chibi:
        eye_scale *= 1.17
    head_scale = usual.chibi_head if chibi else grown.head
    return Figure(
        art=art,
        contour=outline,
        chin=chin,
        eye=(
            42.0 + 2.2 * spec.eye_spacing - 1.5 * max(years, 0) - masculine + (2.0 if chibi else 0.0),
            usual.eye_y + usual.eye_height.at(masculine, years) + (5.0 if chibi else 0.0),
        ),
        eye_scale=eye_scale,
        nose=usual.nose + usual.nose_drop.at(masculine, years),
        mouth=usual.mouth
        + usual.mouth_drop.at(masculine, years)
        + length * 0.5
        - (3.0 if chibi else 0.0)
        + old.mouth[0] * aged,
        mouth_width=usual.mouth_width + 0.18 * masculine + 0.06 * max(years, 0) + old.mouth[1] * aged,
        neck=(usual.neck + usual.neck_width.at(masculine, years)) * grown.thin * (0.9 if chibi else 1.0) * shape.neck,
        shoulder=(usual.shoulder + usual.shoulder_width.at(masculine, years))
        * grown.slight
        * (0.74 if chibi else 1.0)
        * (1 + (old.shoulder - 1) * aged)
        * shape.shoulder,
        shoulder_y=usual.shoulder_y + usual.shoulder_drop.at(masculine, years) - old.stoop * aged,
        masculine=masculine,
        head_scale=head_scale,
        girth=shape.girth * grown.narrow * (0.8 if chibi else 1.0),
        limbs=shape.limbs,
        rests=-1.0 if art.graded and spec.arms is Arms.BY_CHANCE and (spec.seed * 40503 >> 4) % 5 > 2 else 1.0,
        growth=years,
        aged=aged,
        eye_tall=1.0 + usual.eye_tall.at(masculine, years) - old.flat * aged,
        crown=1 - art.flat_crown * masculine * (0.6 + 0.4 * float(np.clip(years, 0, 1))),
        collar=usual.shoulder_y - 180 + usual.shoulder_drop.man * masculine * max(years, 0.0) - old.stoop * aged,
    )


def skull(longitude: npt.ArrayLike, down: npt.ArrayLike, out: npt.ArrayLike = 1.0) -> FloatArray:
    """Points on the hair's capsule, [n, 3].

    Args:
        longitude: degrees; 0 is the front, 90 the viewer's right, 180 the back.
        down: 0 is the crown, 1 the widest ring (y = -8), beyond it hangs straight down, 150 units per 1.
        out: distance from the skull's middle; 1.0 lies on it, 1.04 is the hair's usual thickness.
    """
    down = np.asarray(down, np.float64)
    angle, out = np.radians(np.asarray(longitude, np.float64)), np.broadcast_to(np.asarray(out, np.float64), down.shape)
    fall = np.clip(down, 0, 1) * np.pi / 2
    round_ = np.sin(fall) ** 0.95
    near = np.clip(1 - down, 0, 1)
    x = SKULL_X * out * round_ * np.sin(angle)
    y = SKULL_TOP - SKULL_Y * np.cos(fall) ** 0.98 * out + np.clip(down - 1, 0, None) * 150 + 5 * near
    z = SKULL_Z * out * round_ * np.cos(angle) + 22 * near
    return np.stack(np.broadcast_arrays(x, y, z), axis=-1)
