"""How a character holds itself for its portrait: a little turned and tilted, its eyes on us, its mouth alive."""

from __future__ import annotations

import random

from pipeline.types import Character, Poses, make_pose
from pipeline.types.spec import Edition

_BARED = 0.5
"""How far lips part that have braces to show."""


def portrait_pose(character: Character) -> Poses:
    """A pose, float32 [45]: for a drawn character one that it keeps for life, except in the first edition, which looks
    straight ahead as pictures do.
    """
    spec = character.spec
    if spec is None or spec.edition is Edition.FIRST:
        return make_pose()
    from pipeline.parts import RESTING_FACES

    dice = random.Random(spec.seed * 1117 + 41)
    side = dice.choice((-1, 1))
    turn = dice.uniform(0.38, 0.62)
    held = {
        "head_y": side * turn,
        "neck_z": side * dice.uniform(0.12, 0.34) * dice.choice((1, 1, -1)),
        "head_x": dice.uniform(-0.08, 0.14),
        "body_y": side * dice.uniform(0.2, 0.4),
        "body_z": side * dice.uniform(-0.2, 0.3),
        "iris_rotation_y": -0.42 * side * turn,
        "mouth_iii": _BARED if spec.braces else 0.0,
    }
    return make_pose(**held, **RESTING_FACES[spec.expression].portrait)
