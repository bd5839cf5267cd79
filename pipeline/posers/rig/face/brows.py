"""Eyebrows: five points each, moved by six pairs of numbers."""

from __future__ import annotations

import random

import numpy as np

from pipeline.drawing.figure import Figure
from pipeline.drawing.palette import fade, mix
from pipeline.drawing.pen import Layer, Pen
from pipeline.drawing.tones import Tones
from pipeline.parts import BROWS
from pipeline.posers.rig.state import FaceState
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import RigSpec

_U = np.array([-21.0, -11.0, 2.0, 15.0, 26.0])
_V = np.array([-34.0, -36.8, -38.2, -36.2, -30.5])
_WEIGHT = np.array([0.75, 1.35, 1.55, 1.2, 0.15])
_GAP = np.array([0.4, 0.55, 0.6, 0.5, 0.3])
"""How much wider the light around a brow is that lies on dark hair."""
_DARK_HAIR = 0.55
"""Lightness of hair on which brows are lost."""
_STROKE = np.array([0.95, 1.6, 1.5, 0.95, 0.1])
"""Half-widths of a brow's line: even, and as a brush draws it."""
_SLANT = np.array([1.7, 0.8, -0.3, -1.3, -1.6])


def _slant(seed: int, masculine: float) -> float:
    """How far a character's brows slant: a man's fall toward the nose, a girl's hardly, either way."""
    return random.Random(seed * 151 + 9).uniform(-0.6, 0.15) + 0.7 * masculine


class Brow:
    """One eyebrow; ``side`` is the character's."""

    def __init__(self, pen: Pen, figure: Figure, spec: RigSpec, tones: Tones, side: str) -> None:
        self._side, self._figure, self._mesh = side, figure, pen.mesh
        self._out = 1.0 if side == "left" else -1.0
        style = BROWS[spec.brows]
        masculine, k = figure.masculine, figure.eye_scale
        self._u = _U * style.length * (0.5 + 0.5 * k)
        self._v = _V * (0.55 + 0.45 * k) + np.array(style.bend)
        art = figure.art
        tilt = 0.0 if figure.mascot else art.brow_tilt
        self._v = self._v + art.brow_drop * masculine + tilt * _slant(spec.seed, masculine) * _SLANT
        self._reach, self._narrowing = art.brow_reach, art.narrowing
        self._play = figure.caricature.play
        heavy = 1 + art.brow_male * masculine + 0.22 * figure.manly + 0.2 * figure.aged
        weight = figure.caricature.brow * art.brow_weight * style.thickness * heavy
        stroke = _STROKE if tilt else _WEIGHT
        with pen.part(f"eyebrow {'L' if side == 'left' else 'R'}"):
            self.curve = pen.line(np.zeros((5, 3)), stroke * weight, tones.brow, Layer.BROWS)
            self._curves: tuple[int, ...] = (self.curve,)
            if art.poised and tones.hair.lch.lightness < _DARK_HAIR and not figure.mascot:
                # On dark hair a brow needs a gap of light around it.
                gap = fade(mix(tones.hair.shine, tones.skin.base, 0.4), 0.4)
                halo = pen.line(np.zeros((5, 3)), stroke * weight + _GAP, gap, Layer.OVER_HAIR)
                self._curves += (halo,)
            pen.paint(self.curve, fade(tones.brow, art.brow_over_hair), Layer.OVER_HAIR)

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        names = ("troubled", "angry", "lowered", "raised", "happy", "serious")
        troubled, angry, lowered, raised, happy, serious = (state.side(f"eyebrow_{name}", self._side) for name in names)
        moods = (
            self._reach
            * (troubled * np.array([-7.0, -3.5, 1.0, 4.5, 6.5]) + angry * np.array([10.0, 6.0, 0.8, -3.0, -3.0]))
            + lowered * 6.5
            - raised * 8.5
            + happy * np.array([0.5, -4.5, -6.5, -5.0, 1.5])
            + serious * np.array([6.5, 4.5, 3.2, 2.5, 2.0])
        )
        v = self._v + self._play * moods
        u = (
            self._u
            + angry * np.array([-3.5, -2.5, -1.0, 0.0, 0.0])
            + troubled * np.array([1.5, 1.0, 0.0, 0.0, 0.0])
            + serious * np.array([-2.5, -1.5, 0.0, 0.0, 0.0])
        )
        eye_x, eye_y = self._figure.eye
        far = np.maximum(0.0, -self._out * state["head_y"])
        x, y = self._out * (eye_x - 4.0 * far + u * (1 - self._narrowing * far)), eye_y + v
        points = np.column_stack([x, y, self._figure.face_z(x, y) + 2.0])
        for curve in self._curves:
            slots = self._mesh.curves[curve]
            rest[slots.start : slots.stop] = points
