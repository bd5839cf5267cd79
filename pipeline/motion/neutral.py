"""What a person's face is like at rest, found over the whole clip.

The first frame will not do (clips begin mid-smile), and some clips never rest. So the calmest frames are taken, each
part of the face by its own measure of calm, and the result is kept within the range of resting faces in general.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from pipeline.motion.blendshapes import BLENDSHAPES
from pipeline.motion.measures import SIDES, Measures
from pipeline.types import FloatArray, IndexArray

_RESTING: Final[dict[str, tuple[float, float]]] = {
    # measure: mean and greatest deviation at rest, over the people on whom the tracker was fitted.
    "lips_apart": (0.07, 0.15),
    "mouth_width": (5.05, 0.3),
    "mouth_right": (0.0, 0.15),
    "corner_up": (-2.4, 0.18),
    "cheek_up": (-0.85, 0.16),
    "lids": (0.6, 0.26),
    "philtrum": (1.35, 0.35),
    "lip_arch": (-0.15, 0.32),
    "brow_inner": (2.4, 0.6),
    "brow_arch": (2.6, 0.6),
}
_CALM_SHARE: Final = 0.15
"""How much of the clip the calmest frames are."""
_OPEN_LIDS_PERCENTILE: Final = 75
_FIRMEST_PERCENTILE: Final = 98.5
_LEAST_BLINK: Final = 0.4
_SHUT: Final = 0.72
"""Blendshape values: from here on a clip's firmest closing is taken for a blink; where an eye counts as shut."""
_REST_LIMITS: Final = {"mouth": 0.15, "jaw": 0.15, "eyeWide": 0.1}
_REST_LIMIT: Final = 0.45
"""How much of a network's blendshape may be the face at rest: little of a mouth and of wide eyes, much of brows and of
narrow eyes, in which people differ."""
_FROWN_LIMIT: Final = 0.7
"""The same for lowered brows: low, heavy ones look like a frown to a network, all clip long."""
_BROW_PERCENTILE: Final = 35
"""Brows are moved now and then, more often up than down: they rest below their median over the whole clip."""
_BROW_HEIGHT_PERCENTILE: Final = 45


@dataclass(frozen=True)
class Rest:
    """A face at rest.

    Attributes:
        measures: the neutral face's value of each measure.
        degrees: float64 [3], the head's pitch, yaw and roll.
        quiet: indices of the calmest among the frames in which a face was seen.
    """

    measures: dict[str, float]
    degrees: FloatArray
    quiet: IndexArray


def find_rest(found: Measures, degrees: FloatArray) -> Rest:
    """The neutral face of a clip.

    Args:
        found: measures of the frames in which a face was seen, each [S].
        degrees: float64 [S, 3] head angles in these frames.
    """
    calm = _calmest(
        found["lips_apart"] / 0.3
        + np.abs(found["mouth_width"] - _RESTING["mouth_width"][0]) / 0.25
        + np.abs(found["cheek_upLeft"] + found["cheek_upRight"] - 2 * _RESTING["cheek_up"][0]) / 0.2
        + np.abs(found["mouth_right"]) / 0.15
    )

    def at_rest(name: str, values: FloatArray) -> float:
        percentiles = {"lids": _OPEN_LIDS_PERCENTILE, "brow": _BROW_HEIGHT_PERCENTILE}
        percentile = next((share for part, share in percentiles.items() if name.startswith(part)), None)
        return _held(name, float(np.median(values[calm]) if percentile is None else np.percentile(values, percentile)))

    rest = {name: at_rest(name, values) for name, values in found.items()}
    head = np.median(degrees, axis=0)
    turned = np.abs(degrees - head).sum(axis=1) / 10
    open_share = np.min([found[f"lids{side}"] / rest[f"lids{side}"] for side in SIDES], axis=0)
    quiet = _calmest(
        turned
        + np.abs(1 - open_share) * 2
        + np.abs(found["mouth_width"] - rest["mouth_width"])
        + np.abs(found["lips_apart"] - rest["lips_apart"])
    )
    return Rest(rest, head, quiet)


def rest_of_blendshapes(values: FloatArray, quiet: IndexArray) -> FloatArray:
    """Blendshapes [S, 52] of a network without what this person's resting face shows in the ``quiet`` rows."""
    rest = np.array([_rest_of(name, column, quiet) for name, column in zip(BLENDSHAPES, values.T, strict=True)])
    shifted = (values - rest) / (1 - rest)
    for way, other in (("Up", "Down"), ("In", "Out")):
        for side in SIDES:
            # A resting gaze a little low is where "straight ahead" is: what is above it becomes a look up.
            a, b = BLENDSHAPES.index(f"eyeLook{way}{side}"), BLENDSHAPES.index(f"eyeLook{other}{side}")
            gaze = values[:, a] - values[:, b]
            gaze = gaze - np.clip(np.median(gaze[quiet]), -_REST_LIMIT, _REST_LIMIT)
            shifted[:, a], shifted[:, b] = gaze, -gaze
    for side in SIDES:
        # Lashes, glasses and small eyes keep the network from saying "shut": the clip's own firmest blinks say it.
        column = BLENDSHAPES.index(f"eyeBlink{side}")
        firmest = float(np.percentile(shifted[:, column], _FIRMEST_PERCENTILE))
        if firmest > _LEAST_BLINK:
            shifted[:, column] *= np.clip(_SHUT / firmest, 1.0, _SHUT / _LEAST_BLINK)
    return np.asarray(shifted.clip(0, 1), np.float64)


def _rest_of(name: str, values: FloatArray, quiet: IndexArray) -> float:
    calm = float(np.median(values[quiet]))
    if name.startswith("browDown"):
        return min(max(calm, float(np.percentile(values, _BROW_PERCENTILE))), _FROWN_LIMIT)
    value = np.percentile(values, _BROW_PERCENTILE) if name.startswith("brow") else calm
    limit = next((limit for part, limit in _REST_LIMITS.items() if name.startswith(part)), _REST_LIMIT)
    return min(float(value), limit)


def _held(name: str, value: float) -> float:
    """The value, clipped to the range of resting faces."""
    mean, deviation = _RESTING[name.removesuffix("Left").removesuffix("Right")]
    return float(np.clip(value, mean - deviation, mean + deviation))


def _calmest(unrest: FloatArray) -> IndexArray:
    """Indices of the calmest frames, in order."""
    count = max(1, min(len(unrest), max(5, round(_CALM_SHARE * len(unrest)))))
    return np.sort(np.argsort(unrest, kind="stable")[:count])
