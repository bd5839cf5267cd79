"""A puppet moves as the rig does: its programs are the rig's own code, traced."""

from __future__ import annotations

import json
import zlib
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from pipeline.drawing.pen import Pen
from pipeline.drawing.tones import Tones
from pipeline.posers.place import carried
from pipeline.posers.rig.character import DrawnCharacter, draw_character
from pipeline.posers.rig.deform import Deformer, Stance
from pipeline.posers.rig.emanata.raised import HandSign
from pipeline.posers.rig.emanata.show import EMANATA
from pipeline.posers.rig.emanata.sign import SignSheet
from pipeline.posers.rig.export import make_puppet
from pipeline.posers.rig.export.programs import (
    STANCE,
    Attachment,
    MoveProgram,
    face_program,
    light_program,
    place_program,
    point_program,
    sign_program,
    view_program,
)
from pipeline.posers.rig.framing import Placement
from pipeline.posers.rig.grade import light
from pipeline.posers.rig.state import FaceState
from pipeline.tape import BranchError
from pipeline.types import POSE_NAMES, Framing, RigSpec
from pipeline.types.arrays import FloatArray
from pipeline.types.spec import BodyStyle, Edition
from tests.pipeline.posers.rig.characters import many_specs, random_poses

PRECISION = 1e-9
COUNT = 60
POSES = random_poses(8)


def _stances(states: list[FaceState]) -> npt.NDArray[np.float64]:
    return np.array([[getattr(state.stance, name) for state in states] for name in STANCE])


def _results(
    moves: MoveProgram, rest: FloatArray, **values: Any
) -> tuple[FloatArray, dict[str, FloatArray], FloatArray]:
    """Points [N, 3, B], dials [B] by name and what else a program gives, for a batch of B."""
    made = moves.program.run(values)
    count, dials = len(moves.coordinates), len(moves.dials)
    points = np.repeat(rest.T.reshape(-1, 1), made.shape[1], axis=1)
    points[moves.coordinates] = made[:count]
    named = dict(zip(moves.dials, made[count : count + dials], strict=True))
    return points.reshape(3, len(rest), -1).transpose(1, 0, 2), named, made[count + dials :]


@pytest.mark.parametrize("number", range(COUNT))
def test_the_face_s_program_is_the_face(number: int) -> None:
    drawn = draw_character(many_specs(COUNT)[number])
    mesh, acted = drawn.drawing.mesh, float(number % 2)
    states = [drawn.rest_face.under(pose, acted=acted) for pose in POSES]
    moves = face_program(drawn)
    inputs = dict(zip(POSE_NAMES, POSES.T.astype(np.float64), strict=True))
    points, dials, stances = _results(moves, mesh.rest, **inputs, acted=acted)
    rest = mesh.rest.copy()
    for index, state in enumerate(states):
        expected: dict[str, float] = {}
        for mover in drawn.movers:
            mover.move(state, rest, expected)
        assert np.abs(points[..., index] - rest).max() < PRECISION
        assert dials.keys() == expected.keys()
        assert all(abs(dials[name][index] - value) < PRECISION for name, value in expected.items())
    assert np.abs(stances - _stances(states)).max() < PRECISION


def _drawn(edition: Edition, body: BodyStyle) -> DrawnCharacter:
    return draw_character(RigSpec(edition=edition, body_style=body))


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("body", BodyStyle)
def test_points_are_carried_as_by_the_deformer(edition: Edition, body: BodyStyle) -> None:
    drawn = _drawn(edition, body)
    mesh, scale, most = drawn.drawing.mesh, drawn.figure.head_scale, drawn.figure.art.turn
    kinds = Attachment.of(mesh.head, mesh.turn, mesh.wrap)
    for stance in (Stance(), Stance(0.4, -0.9, 0.3, 0.5, -0.7, 1.0), Stance(-1.0, 1.0, -1.0, -1.0, 1.0, 0.2)):
        expected = Deformer(mesh.head, mesh.turn, mesh.wrap, scale, most)(mesh.rest, stance)
        held = {name: getattr(stance, name) for name in STANCE}
        for kind in set(kinds):
            some = np.array([other == kind for other in kinds])
            columns = dict(zip("xyz", mesh.rest[some].T, strict=True))
            columns |= {"head": mesh.head[some], "turn": mesh.turn[some]}
            flat = point_program(kind, scale, most).run(held | columns)
            assert np.abs(flat.T - expected[some]).max() < PRECISION


@pytest.mark.parametrize("name", EMANATA)
def test_a_sign_s_program_is_the_sign(name: str) -> None:
    spec = RigSpec(edition=Edition.SECOND)
    pen = Pen()
    sign = EMANATA[name][1](SignSheet(pen, draw_character(spec).figure, Tones.of(spec)))
    mesh = pen.finish().mesh
    phases, levels = np.linspace(0, 2.3, 9), np.array([0.0, 0.2, 0.5, 1.0, 1.0, 1.0, 0.7, 0.3, 0.0])
    side = {"flip": sign.flip} if isinstance(sign, HandSign) else {}
    points, dials, _ = _results(sign_program(sign, mesh.rest), mesh.rest, phase=phases, level=levels, **side)
    for index, (phase, level) in enumerate(zip(phases, levels, strict=True)):
        rest, expected = mesh.rest.copy(), dict[str, float]()
        sign.show(rest, expected, phase, level)
        if isinstance(sign, HandSign):
            expected |= dict([sign.hanging(level)])
        assert np.abs(points[..., index] - rest).max() < PRECISION
        assert all(abs(dials[dial][index] - value) < PRECISION for dial, value in expected.items())


def test_a_right_hand_is_a_left_one_mirrored() -> None:
    signs = make_puppet(RigSpec())["signs"]
    for name in ("wave", "peace", "thumbs_up"):
        left, right = signs[name], signs[f"{name}_right"]
        assert (left["flip"], right["flip"]) == (1, -1)
        assert all(left[key] == right[key] for key in ("moves", "mesh", "paints", "marks"))


def test_framing_place_and_light_are_the_rig_s() -> None:
    x, y = np.random.default_rng(0).uniform(-200, 700, (2, 50))
    assert np.allclose(light_program(1150.0).run({"x": x, "y": y}).T, light(x, y, 1150.0), rtol=1e-6)
    place = np.array([0.3, -0.1, 0.4])
    moved = place_program().run({"x": x, "y": y} | dict(zip(("right", "down", "nearer"), place, strict=True)))
    assert np.abs(moved.T - carried(np.column_stack([x, y]), place)).max() < PRECISION
    for size in (48, 320, 1024):
        seen = Placement.of(Framing(126, 8, 260), size)
        made = view_program().run({"x": 126, "y": 8, "side": 260, "size": size})
        assert np.allclose(made.T, [seen.scale, *seen.shift, seen.line_scale], rtol=1e-12)


def test_a_mover_that_branches_cannot_be_exported() -> None:
    class Branching:
        def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
            if state["head_x"] > 0:
                dials["mouth_open"] = 1.0

    drawn = draw_character(RigSpec())
    with pytest.raises(BranchError, match="a branch on a traced value"):
        face_program(DrawnCharacter(drawn.drawing, drawn.figure, (Branching(),), drawn.rest_face, drawn.sleeve))


@pytest.mark.parametrize("number", range(0, COUNT, 12))
def test_a_puppet_is_json_and_small(number: int) -> None:
    spec = many_specs(COUNT)[number]
    puppet = make_puppet(spec)
    text = json.dumps(puppet, separators=(",", ":"), allow_nan=False).encode()
    assert len(zlib.compress(text, 9)) < 55_000  # Brotli's bound is in tests/studio
    assert make_puppet(spec) == puppet
    assert set(EMANATA) == set(puppet["signs"])
