"""A drawing's mesh as JSON; docs/puppet.md has the format."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from pipeline.drawing.geometry import FARTHEST, Curve, FrozenMesh, runs_back
from pipeline.drawing.pen import ECHO_LEAD, ECHO_WIDTH
from pipeline.posers.rig.export.columns import DEPTH, LEAN, SHARE, UNIT, differences, numbers, whole
from pipeline.posers.rig.export.repeats import find_repeats
from pipeline.types.arrays import BoolArray, FloatArray, IndexArray


def packed_mesh(mesh: FrozenMesh, moved: IndexArray, kinds: list[int]) -> dict[str, Any]:
    """The mesh; ``moved`` [M] are coordinates that a program writes anyway (see ``MoveProgram``), ``kinds`` [N] says
    which program deforms a point.
    """
    rest = _still(mesh, moved)
    echoes = _echoes(mesh, rest, kinds)
    lean_x, lean_y = np.array(list(echoes.values())).reshape(-1, 2).T
    kept = np.ones(len(rest), np.bool_)
    for number in echoes:
        kept[_points(mesh.curves[number])] = False
    corner, inked = np.zeros((2, len(rest)), np.bool_)
    for curve in mesh.curves:
        corner[[curve.start + index for index in curve.corners]] = True
        inked[_points(curve)] = curve.widths is not None
    return {
        "unit": UNIT,
        "depth": DEPTH,
        "share": SHARE,
        "farthest": FARTHEST,
        "curves": {
            "points": numbers([curve.stop - curve.start for curve in mesh.curves]),
            "line": differences([curve.widths is not None for curve in mesh.curves]),
            "back": differences([curve.widths is None and runs_back(curve, mesh.rest) for curve in mesh.curves]),
            "echo": differences([number in echoes for number in range(len(mesh.curves))]),
        },
        "echoes": {
            "lead": ECHO_LEAD,
            "width": ECHO_WIDTH,
            "unit": LEAN,
            "x": numbers(lean_x, LEAN),
            "y": numbers(lean_y, LEAN),
        },
        "points": {
            **_packed_steps(mesh, rest, kept),
            "head": differences(mesh.head[kept], SHARE),
            "turn": differences(mesh.turn[kept], SHARE),
            "kind": differences(np.array(kinds)[kept]),
            "chain": differences(mesh.chain[kept]),
            "corners": numbers(np.diff(np.flatnonzero(corner[kept]), prepend=0)),
            "width": differences(mesh.width[kept & inked], UNIT),
            "give": differences(_gives(mesh, rest), SHARE),
        },
    }


def _points(curve: Curve) -> slice:
    return slice(curve.start, curve.stop)


def _still(mesh: FrozenMesh, moved: IndexArray) -> FloatArray:
    """The points at rest [N, 3]. What is never read costs the least as what stood before it; how far a point swings is
    read off its place.
    """
    rest = mesh.rest.copy()
    unread = np.zeros(rest.size, np.bool_)
    unread[moved] = True
    for axis, skipped in zip(rest.T, unread.reshape(3, -1), strict=True):
        for index in np.flatnonzero(skipped & (mesh.chain < 0)):
            axis[index] = axis[index - 1] if index else 0.0
    return rest


def _echoes(mesh: FrozenMesh, rest: FloatArray, kinds: list[int]) -> dict[int, tuple[float, float]]:
    """The pencil's second strokes by their curve's number: how far the last point lies beside that of the line that
    follows.
    """
    held = np.column_stack([rest[:, 2], mesh.head, mesh.turn, kinds, mesh.chain])
    found: dict[int, tuple[float, float]] = {}
    for number, (echo, line) in enumerate(pairwise(mesh.curves)):
        count = line.stop - line.start
        if echo.widths is None or line.widths is None or echo.stop - echo.start != count or count < 2:
            continue
        beside = rest[_points(echo), :2] - rest[_points(line), :2]
        run = np.linspace(ECHO_LEAD, 1.0, count)[:, None]
        if (
            echo.corners == line.corners
            and np.allclose(echo.widths, line.widths * ECHO_WIDTH, rtol=0, atol=1e-9)
            and np.allclose(beside, beside[-1] * run, rtol=0, atol=1e-9)
            and np.array_equal(held[_points(echo)], held[_points(line)])
        ):
            found[number] = (float(beside[-1, 0]), float(beside[-1, 1]))
    return found


def _packed_steps(mesh: FrozenMesh, rest: FloatArray, kept: BoolArray) -> dict[str, Any]:
    """Steps from point to point, and from the first point of each curve to that of the next: those that repeat earlier
    ones, and the new ones. Along a smooth curve each is much like the one before.
    """
    place = np.concatenate([np.arange(curve.stop - curve.start) for curve in mesh.curves])[kept]
    stored = np.column_stack([whole(rest[kept, :2], UNIT), whole(rest[kept, 2], DEPTH)])
    steps = np.diff(stored, axis=0, prepend=0)
    steps[place == 0] = np.diff(stored[place == 0], axis=0, prepend=0)
    expected = np.zeros_like(steps)
    expected[1:, :2] = np.where((place > 1)[1:, None], steps[:-1, :2], 0)
    repeats = find_repeats(steps)
    x, y, z = (steps - expected)[repeats.is_new].T
    return {
        "x": numbers(x),
        "y": numbers(y),
        "z": numbers(z),
        "repeats": {
            "after": numbers(repeats.after),
            "count": numbers(repeats.count),
            "back": numbers(repeats.back),
            "way": numbers(repeats.way),
        },
    }


def _gives(mesh: FrozenMesh, rest: FloatArray) -> FloatArray:
    """What the share of its chain's length, at which a point lies, is multiplied by [N] (see ``Attach``); 0 where it
    does not swing.
    """
    gives = np.zeros(len(rest))
    for index in np.flatnonzero(mesh.reach):
        chain = mesh.chains[mesh.chain[index]]
        away = np.hypot(rest[index, 0] - chain.root[0], rest[index, 1] - chain.root[1]) / chain.length
        gives[index] = mesh.reach[index] / min(away, FARTHEST)
    return gives
