"""Where a head is in the picture, beside how it is turned: how far a character's head goes along with it.

It is plain arithmetic without branches, so that browsers run the same code, see ``packed_head_place``.
"""

from __future__ import annotations

from typing import Any, Final, cast

import numpy as np

from pipeline.motion.live.one_euro import CUTOFF
from pipeline.tape import Program, Tape, Traced
from pipeline.types import FloatArray

EARS: Final = (234, 454)
"""The landmarks at the face's edges before the ears: their middle lies near the axis about which a head turns."""
FIELD_OF_VIEW: Final = np.radians(63.0)
"""Of a picture's height: mediapipe's assumption for an unknown camera."""
PLACE_SECONDS: Final = 0.1
"""Standard deviation of the Gaussian over time that steadies places: phones are held in hands."""
_HEAD_CENTIMETRES: Final = 22.0
"""From the chin to the crown, of the average face."""
_LEANS: Final = 0.6
"""How much of a head's growth, when it comes nearer, is shown."""
_LIMITS: Final = np.array([0.12, 0.12, 0.1])
"""As far as a head may go (in its heights) and grow: 6 % of the usual framing to either side."""
_SKIN: Final = 4.1
"""Centimetres by which the average face's skin lies, in the mean, before the origin of mediapipe's face model."""
_SEEN: Final = ("right", "down", "distance")


def moved(seen: FloatArray, usual: FloatArray) -> FloatArray:
    """How far heads are from their usual place [T, 3]: right and down in heights of the head, and how much larger.

    Args:
        seen: [T, 3] as in ``HeadFit.places``.
        usual: [3] the same of the usual place.
    """
    away = (seen[:, :2] - usual[:2]) / (_HEAD_CENTIMETRES * usual[2])
    return np.column_stack([away, _LEANS * (seen[:, 2:] / usual[2] - 1)])


def shown(away: FloatArray) -> FloatArray:
    """What a character shows of that, as in a mirror: rows of ``PoseTrack.places``, [T, 3]."""
    return cast(FloatArray, _LIMITS * np.tanh(away / _LIMITS) * np.array([-1.0, 1.0, 1.0]))


def centimetre(distance: FloatArray) -> FloatArray:
    """How large a centimetre appears at this distance (centimetres), in heights of the picture."""
    return cast(FloatArray, 1 / (2 * np.tan(FIELD_OF_VIEW / 2) * distance))


def head_place_program() -> Program:
    """Where a head is seen and where it usually is become a row of ``PoseTrack.places``.

    Each is ``right`` and ``down`` as in ``HeadFit.places``, and the skin's ``distance`` in centimetres.
    """
    tape = Tape()
    names = (_SEEN, [f"usual_{name}" for name in _SEEN])
    seen, usual = (
        np.concatenate([place[:2], centimetre(place[2:])]) for place in (Traced.inputs(tape, each) for each in names)
    )
    return tape.program(Traced.of(tape, shown(moved(seen[None, :], usual))).ravel().slots)


def packed_head_place() -> dict[str, Any]:
    """That program as JSON for browsers, with what they look at and how it is steadied; docs/puppet.md describes it."""
    return {
        "program": head_place_program().packed(),
        "ears": list(EARS),
        "skin": _SKIN,
        "seconds": PLACE_SECONDS,
        "cutoff": CUTOFF,
    }
