"""Which of several pictures can be animated best."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.characters.pictures.upload import Aligned, align_picture
from pipeline.types import Frames, UserError

_COSTS: Final = {
    "notice.picture_two_figures": 0.5,
    "notice.picture_unsure_head": 0.2,
    "notice.picture_small_head": 0.1,
    "notice.picture_cut_off": 0.3,
    "notice.picture_closed_eyes": 0.5,
    "notice.picture_not_from_front": 0.5,
    "notice.picture_hand_near_face": 0.3,
    "notice.picture_busy_background": 0.25,
    "notice.picture_photo": 0.1,
}
"""What each finding takes away."""
_LEAN: Final = 40.0
"""Degrees of a leaning head that cost one whole."""


@dataclass(frozen=True)
class Candidate:
    """A picture that can be animated. ``score``: 1 for a flawless one; ``number``: which of the pictures it is."""

    number: int
    score: float
    aligned: Aligned


def rank(pictures: list[Frames]) -> list[Candidate]:
    """Those of the pictures, uint8 [H, W, 4], that can be animated, the best first; equal ones in their order."""
    candidates = []
    for number, picture in enumerate(pictures):
        try:
            aligned = align_picture(picture)
        except UserError:
            continue
        candidates.append(Candidate(number, _score(aligned), aligned))
    return sorted(candidates, key=lambda candidate: (-candidate.score, candidate.number))


def _score(aligned: Aligned) -> float:
    found = aligned.found
    told = {item.key for item in aligned.notices}
    lean = abs(found.head.angle) if found.head else 0.0
    return 1.0 - sum(_COSTS.get(key, 0.0) for key in told) - lean / _LEAN - 0.2 * (1 - found.sure)
