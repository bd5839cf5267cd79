"""A face as a blend of few pictures: how much of each is seen in a pose. It is what previews are drawn with.

A *sprite* is what one side of the face, or all of it, shows beyond its rest in one asked pose. Each part of the face is
a blend whose shares never exceed 1, whatever is asked for at once, so an eye that is shut is wholly shut. The code is
plain NumPy without branches on a pose: a browser runs it as a program (``pipeline.tape``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import numpy as np

from pipeline.tape import Tape, Traced
from pipeline.types import POSE_NAMES, POSE_PARAMETERS, POSE_SIZE, Poses, Side
from pipeline.types.arrays import Float32Array, FloatArray

NUMBERS: Final = 39
"""Of a pose that move the face."""
_QUARTERS: Final = (0.25, 0.5, 0.75, 1.0)
_THIRDS: Final = (1 / 3, 2 / 3, 1.0)
_HALVES: Final = (0.5, 1.0)
_GAZES: Final = (-1.0, -0.5, 0.0, 0.5, 1.0)
_BROWS: Final = tuple(dict.fromkeys(each.base for each in POSE_PARAMETERS if each.base.startswith("eyebrow")))
_VOWELS: Final = ("mouth_aaa", "mouth_iii", "mouth_uuu", "mouth_eee", "mouth_ooo", "mouth_delta")
_LIDS: Final = {"eye_wink": 1.0, "eye_happy_wink": 1.0, "eye_relaxed": 0.8, "eye_unimpressed": 0.45}
"""How far each of them closes an eye by itself."""
_LID_LEVELS: Final = dict.fromkeys(_LIDS, _QUARTERS) | {"eye_unimpressed": _HALVES}
_SHUT: Final = (("eye_wink", 1.0),)
_LEAST: Final = 1e-6


Asked = tuple[tuple[str, float], ...]
"""Numbers of a pose by their names without a side; both sides are asked for at once."""


@dataclass(frozen=True)
class Sprite:
    """What is seen of the face in a pose.

    Attributes:
        asked: the pose.
        side: which half of the answer it is; None for all of it.
    """

    asked: Asked
    side: Side | None = None


Blend = dict[Sprite, FloatArray]
"""How much of each sprite is seen in poses [...]: arrays [...], 0..1."""


def asked_pose(sprite: Sprite) -> Poses:
    """The pose, float32 [45], in which the face is asked for."""
    values = dict(sprite.asked)
    return np.array([values.get(each.base, 0.0) for each in POSE_PARAMETERS], np.float32)


def blended(poses: FloatArray) -> Blend:
    """How much of each sprite is seen.

    Args:
        poses: [..., 39] or more numbers; traced ones as well.
    """
    blend: Blend = {}
    for side in Side:
        blend |= _brow(poses, side) | _eye(poses, side)
    return blend | _mouth(poses)


@lru_cache(maxsize=1)
def sprites() -> tuple[Sprite, ...]:
    """All of them."""
    return tuple(blended(np.zeros(POSE_SIZE)))


def sprite_shares(poses: Float32Array) -> FloatArray:
    """The same as ``blended`` as one array, float64 [N, sprites], for poses [N, 39]."""
    return np.stack(list(blended(np.asarray(poses, np.float64)).values()), axis=-1)


@lru_cache(maxsize=1)
def packed_shares() -> dict[str, Any]:
    """The same as a program for browsers (docs/puppet.md): 39 numbers become the shares."""
    tape = Tape()
    shares = blended(Traced.inputs(tape, POSE_NAMES[:NUMBERS]))
    return tape.program(Traced.of(tape, list(shares.values())).slots).packed()


def _number(poses: FloatArray, base: str, side: Side) -> FloatArray:
    return poses[..., POSE_NAMES.index(f"{base}_{side.value}")]


def _brow(poses: FloatArray, side: Side) -> Blend:
    amounts = {kind: _number(poses, kind, side) for kind in _BROWS}
    blend, _, _ = _mixed(amounts, dict.fromkeys(_BROWS, _THIRDS), dict.fromkeys(_BROWS, 1.0))
    return {Sprite(asked, side): share for asked, share in blend.items()}


def _eye(poses: FloatArray, side: Side) -> Blend:
    lids, shut, beyond = _mixed({kind: _number(poses, kind, side) for kind in _LIDS}, _LID_LEVELS, _LIDS)
    shares: dict[Asked, FloatArray] = {**lids, _SHUT: lids[_SHUT] + beyond}
    opened = 1 - shut
    small = _number(poses, "iris_small", side)
    for kind, amount in (
        ("eye_surprised", _number(poses, "eye_surprised", side)),
        ("eye_raised_lower_eyelid", _number(poses, "eye_raised_lower_eyelid", side)),
        ("iris_small", small),
    ):
        shares |= {((kind, level),): share * opened for level, share in _levels(amount, _HALVES).items()}
    seen = opened * opened * (1 - small)
    across, along = (poses[..., POSE_NAMES.index(f"iris_rotation_{axis}")] for axis in "yx")
    for y, sideways in _levels(across, _GAZES).items():
        for x, upwards in _levels(along, _GAZES).items():
            if x or y:
                shares[("iris_rotation_x", x), ("iris_rotation_y", y)] = sideways * upwards * seen
    return {Sprite(asked, side): share for asked, share in shares.items()}


def _mouth(poses: FloatArray) -> Blend:
    vowels = {kind: poses[..., POSE_NAMES.index(kind)] for kind in _VOWELS}
    spoken, opened, _ = _mixed(vowels, dict.fromkeys(_VOWELS, _THIRDS), dict.fromkeys(_VOWELS, 1.0))
    smiles = [_number(poses, "mouth_raised_corner", side) for side in Side]
    smiling = (smiles[0] + smiles[1]) / 2
    blend = {Sprite(asked): share * (1 - smiling) for asked, share in spoken.items()}
    for kind in _VOWELS:
        share = sum(spoken[((kind, level),)] * level for level in _THIRDS)
        blend[Sprite(((kind, 1.0), ("mouth_raised_corner", 1.0)))] = share * smiling
    closed = 1 - opened
    for kind in ("mouth_raised_corner", "mouth_lowered_corner"):
        for side in Side:
            levels = _levels(_number(poses, kind, side), _HALVES)
            blend |= {Sprite(((kind, level),), side): share * closed for level, share in levels.items()}
    smirk = _levels(poses[..., POSE_NAMES.index("mouth_smirk")], _HALVES)
    return blend | {Sprite((("mouth_smirk", level),)): share * closed for level, share in smirk.items()}


def _mixed(
    amounts: Mapping[str, FloatArray], levels: Mapping[str, Sequence[float]], reaches: Mapping[str, float]
) -> tuple[dict[Asked, FloatArray], FloatArray, FloatArray]:
    """Kinds that do the same to one part of the face: as far as all of them go together, each by its share.

    Returns:
        How much of each kind at each level; how far all go, 0..1; and how much is beyond what its kind reaches.
    """
    went = {kind: amount * reaches[kind] for kind, amount in amounts.items()}
    together: Any = sum(went.values())
    total, beyond = np.minimum(together, 1.0), 0 * together
    blend: dict[Asked, FloatArray] = {}
    for kind, way in went.items():
        share = way / np.maximum(together, _LEAST)
        places = [0.0, *(level * reaches[kind] for level in levels[kind])]
        if reaches[kind] < 1:
            places.append(1.0)
            beyond = beyond + share * _hat(total, places, len(places) - 1)
        for number, level in enumerate(levels[kind], 1):
            blend[((kind, level),)] = share * _hat(total, places, number)
    return blend, total, beyond


def _levels(amount: FloatArray, levels: Sequence[float]) -> dict[float, FloatArray]:
    """How near a number is to each level; what is left is at rest."""
    places = sorted({0.0, *levels})
    return {level: _hat(amount, places, places.index(level)) for level in levels}


def _hat(amount: FloatArray, places: Sequence[float], number: int) -> FloatArray:
    """1 at the place of that number, 0 at the others, linear between them."""
    hat: FloatArray = np.interp(amount, places, np.eye(len(places))[number])
    return hat
