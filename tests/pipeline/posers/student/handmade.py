"""A student made by hand, without a teacher: the box of its face darkens, and it leans as its head turns, less with
shut eyes.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from pipeline.posers.student.fit import Search, fit_field
from pipeline.posers.student.kernels import FACE_NUMBERS, TURN_NUMBERS, KernelKind
from pipeline.posers.student.model import Box, Field, Student, picture_key, premultiplied
from pipeline.posers.student.recipe import Ranks
from pipeline.types import Frames, Judgement, Psnr
from pipeline.types.arrays import Float32Array

FACE = Box(100, 208, 64, 96)
FIGURE = Box(32, 128, 480, 256)


def handmade_student(picture: Frames) -> Student:
    """The student of a picture, uint8 [512, 512, 4], that passes for a good one."""
    rng = np.random.default_rng(5)
    faces = rng.random((60, FACE_NUMBERS), np.float32) * (rng.random((60, FACE_NUMBERS)) < 0.2)
    turns = rng.uniform(-1, 1, (60, TURN_NUMBERS)).astype(np.float32)
    whole = np.concatenate([faces, turns], axis=1)
    opened = 1 - 0.5 * whole[:, 12:14].mean(1)
    source = premultiplied(picture)
    still = source[FACE.rows, FACE.columns].astype(np.float32)
    lean = np.zeros((FIGURE.height // 2, FIGURE.width // 2, 2), np.float32)
    lean[..., 0] = np.linspace(0.1, 0, len(lean))[:, None]

    def face_values() -> list[Float32Array]:
        shades = 1 - 0.8 * faces.mean(1) * 5
        return [np.stack([still * [shade, shade, shade, 1] for shade in shades.clip(0, 1)]).astype(np.float32)]

    def flow_values() -> list[Float32Array]:
        return [((turns[:, 1] * opened)[:, None, None, None] * lean).astype(np.float32)]

    def rest_values() -> list[Float32Array]:
        return [rng.normal(0, 0.1, (60, FIGURE.height // 2, FIGURE.width // 2, 4)).astype(np.float32)]

    face_costs = np.ones((FACE.height, FACE.width), np.float32)
    costs = np.ones((FIGURE.height // 2, FIGURE.width // 2), np.float32)
    face_search = Search((1.0,) * KernelKind.FACE.scale_count, (1e-3,))
    figure_search = Search((4.0,) * KernelKind.FIGURE.scale_count, (1e-4,))
    turn_search = Search((4.0,) * KernelKind.TURN.scale_count, (1e-4,))
    return Student(
        picture=picture_key(picture),
        source=source,
        face=fit_field(faces, face_values, face_costs, KernelKind.FACE, 8, face_search).field,
        flow=fit_field(whole, flow_values, costs, KernelKind.FIGURE, 4, figure_search).field,
        rest=fit_field(turns, rest_values, costs, KernelKind.TURN, 4, turn_search).field,
        face_box=FACE,
        figure_box=FIGURE,
        judgement=Judgement(Psnr(41.0, 34.0, 32.0), 28.0, 0.996, 24),
    )


def with_components(student: Student, ranks: Ranks) -> Student:
    """The same with so many components in each field, or as many as it has samples: what is added is waves, all
    channels alike.
    """
    return replace(
        student,
        face=_widened(student.face, ranks.face, 4.0),
        flow=_widened(student.flow, ranks.flow, 2e-3),
        rest=_widened(student.rest, ranks.rest, 2.0),
    )


def _widened(field: Field, rank: int, height: float) -> Field:
    more = range(min(rank, len(field.centres)) - len(field.basis))
    rows, columns, channels = field.shape
    y, x = np.mgrid[0 : np.pi : rows * 1j, 0 : np.pi : columns * 1j]
    waves = np.stack([np.repeat(np.cos(k % 8 * x + k // 8 * y)[..., None], channels, -1).ravel() for k in more])
    weights = np.random.default_rng(rank).normal(0, 0.1, (len(field.weights), len(more)))
    return replace(
        field,
        basis=np.concatenate([field.basis, waves[:, field.kept] * height]).astype(np.float32),
        weights=np.concatenate([field.weights, weights], axis=1).astype(np.float32),
    )
