"""What the face does right now: the pose's numbers over the character's face at rest."""

from __future__ import annotations

from typing import Final, Protocol

import numpy as np

from pipeline.parts.records import RestingFaceStyle
from pipeline.posers.rig.deform import Stance
from pipeline.types.arrays import FloatArray
from pipeline.types.pose import POSE_INDEX, PoseCategory, Poses, make_pose, pose_columns, pose_mask


class FaceState:
    """One pose, read by name.

    Attributes:
        sullen: 0..1, how far the pose, without the face at rest, says that there is nothing to smile about.
    """

    def __init__(self, numbers: FloatArray, sullen: float = 0.0) -> None:
        self._numbers: list[float] = numbers.tolist()
        self.sullen = sullen

    def __getitem__(self, name: str) -> float:
        return self._numbers[POSE_INDEX[name]]

    def side(self, name: str, side: str) -> float:
        """A paired number: side is "left" or "right", the character's own."""
        return self._numbers[POSE_INDEX[f"{name}_{side}"]]

    @property
    def stance(self) -> Stance:
        """How head and body are held."""
        names = ("head_x", "head_y", "neck_z", "body_y", "body_z", "breathing")
        return Stance(*(self[name] for name in names))


class RestFace:
    """The face at rest under every pose. It gives way: to speech, and to a pose that says otherwise."""

    def __init__(self, style: RestingFaceStyle, *, closed_eyes: bool = False) -> None:
        """``closed_eyes``: they are shut under whatever face it is, in an arc that stands up where it smiles."""
        self._base = make_pose(**style.pose).astype(np.float64)
        if closed_eyes:
            smiles = self._base[_SMILES].max() >= _BEAMS
            self._base[_EYES] = 0.0
            self._base[_HAPPY_LIDS if smiles else _LIDS] = 1.0
        self._mouth = pose_mask(PoseCategory.MOUTH)
        self._vowels = np.array([name in _VOWELS for name in POSE_INDEX])

    def under(self, pose: Poses, *, acted: float = 0.0) -> FaceState:
        """The pose [45] over this face: a number moves from its value at rest to 1.

        ``acted``: 1 where the pose is a moment of somebody's acting, whose mood ends another one at rest anywhere in
        the face; 0 where each number moves its own part of the face alone.
        """
        numbers = pose.astype(np.float64)
        spoken = np.minimum(1.0, numbers[self._vowels].sum())
        stays = np.where(self._mouth, 1 - 0.6 * spoken, 1.0)
        for mine, others in _GIVES_WAY_TO:
            stays[mine] *= 1 - np.minimum(1.0, numbers[others].max())
        sullen = self._yield_to_mood(stays, numbers, acted)
        base = self._base * np.clip(stays, 0, 1)
        return FaceState(np.where(base > 0, base + numbers * (1 - base), numbers), sullen)

    @staticmethod
    def _yield_to_mood(stays: FloatArray, numbers: FloatArray, acted: float) -> float:
        """Takes from ``stays`` what an acted mood contradicts: knit brows end a smile, a smile ends knit brows.

        Returns:
            How sullen the mood is, 0..1.
        """
        glum, cheerful = (np.minimum(1.0, _CONTRADICTS * numbers[mood].max()) for mood in (_SULLEN, _CHEERFUL))
        # Who does not smile is calm; brows that rise without a smile are astonished.
        sullen: float = acted * np.maximum(glum, np.maximum(_CALM, numbers[_RAISED].mean()) * (1 - cheerful))
        stays[_SMILES] *= 1 - sullen
        stays[_FROWNS] *= 1 - acted * cheerful
        return sullen


def _opposites() -> tuple[tuple[int, list[int]], ...]:
    """For each number with a rest value: the numbers that contradict it, on the same side of the face."""
    brows = ("troubled", "angry", "lowered", "raised", "happy", "serious")
    eyes = ("relaxed", "unimpressed")
    pairs: list[tuple[int, list[int]]] = []
    for side in ("left", "right"):
        for name in brows:
            others = [POSE_INDEX[f"eyebrow_{other}_{side}"] for other in brows if other != name]
            pairs.append((POSE_INDEX[f"eyebrow_{name}_{side}"], others))
        pairs += [(POSE_INDEX[f"eye_{name}_{side}"], [POSE_INDEX[f"eye_surprised_{side}"]]) for name in eyes]
        raised, lowered = (POSE_INDEX[f"mouth_{name}_corner_{side}"] for name in ("raised", "lowered"))
        pairs += [(raised, [lowered]), (lowered, [raised]), (POSE_INDEX["mouth_smirk"], [raised, lowered])]
    return tuple(pairs)


def _columns(*names: str) -> list[int]:
    return [column for name in names for column in pose_columns(name)]


_GIVES_WAY_TO = _opposites()
_SMILES: Final = _columns("mouth_raised_corner", "mouth_smirk")
_FROWNS: Final = _columns("eyebrow_troubled", "eyebrow_angry", "eyebrow_serious", "mouth_lowered_corner")
_SULLEN: Final = [*_FROWNS, *_columns("eyebrow_lowered")]
_RAISED: Final = _columns("eyebrow_raised")
_CHEERFUL: Final = _columns("mouth_raised_corner", "eyebrow_happy", "eye_happy_wink")
_LIDS: Final = _columns("eye_wink")
_HAPPY_LIDS: Final = _columns("eye_happy_wink")
_EYES: Final = [*_LIDS, *_HAPPY_LIDS, *_columns("eye_relaxed", "eye_unimpressed", "eye_surprised")]
_BEAMS: Final = 0.3
"""Raised corners of the mouth from which closed eyes are an arc that stands up."""
_CONTRADICTS: Final = 1.6
"""A mood has taken over entirely before it has reached its height."""
_CALM: Final = 0.5
"""How far a smile at rest fades while somebody acts who does not smile."""
_VOWELS = frozenset(f"mouth_{name}" for name in ("aaa", "iii", "uuu", "eee", "ooo", "delta"))


class Mover(Protocol):
    """A part whose points the pose moves."""

    def move(self, state: FaceState, rest: FloatArray, dials: dict[str, float]) -> None:
        """Writes the part's points into the mesh's rest points [N, 3], and its dials."""
        ...
