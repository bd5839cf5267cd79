"""What the app iFacialMocap sends of a face, sixty times a second: one line of text in one datagram.

Version 1 writes ``eyeBlink_L-12|…``, version 2 ``eyeBlink_L&12|…``; both end in ``=head#x,y,z,…|rightEye#…|``.
Blendshapes are per cent, turns are degrees. Its sister Facemotion3d writes whole names (``eyeBlinkLeft&12``).
Sources: the developers' pages of both apps.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from pipeline.motion.blendshapes import BLENDSHAPES, blendshapes_to_poses
from pipeline.types import Poses

LONGEST: Final = 8192
"""Bytes of a datagram; an app sends less than 2000."""
_FEWEST: Final = 10
"""Blendshapes without which a text is no face."""
_KNOWN: Final = {name.lower(): name for name in BLENDSHAPES}
_AMOUNT: Final = re.compile(r"([A-Za-z]+(?:_[LR])?)[-&](-?\d{1,4}(?:\.\d{1,20})?)")
_HEAD: Final = "head#"


@dataclass(frozen=True)
class SeenFace:
    """A face as a phone sees it.

    Attributes:
        blendshapes: 0..1 by Apple's names; left is the person's own left.
        head: pitch, yaw, roll in degrees with the signs of a pose (up, and to the viewer's left).
    """

    blendshapes: Mapping[str, float]
    head: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def pose(self, rest: tuple[float, float, float] = (0.0, 0.0, 0.0)) -> Poses:
        """The pose, float32 [45], of this face; ``rest`` is how its head is held at rest."""
        names, values = zip(*self.blendshapes.items(), strict=True)
        head = np.subtract(self.head, rest)
        pose: Poses = blendshapes_to_poses(names, [values], [head])[0]
        return pose


def read_ifacialmocap(data: bytes) -> SeenFace | None:
    """The face in a datagram; None where there is none. Nothing that somebody may send raises anything."""
    if len(data) > LONGEST:
        return None
    blendshapes: dict[str, float] = {}
    head = (0.0, 0.0, 0.0)
    for part in data.decode("utf-8", "replace").split("|"):
        name, sharp, numbers = part.strip().lstrip("=").partition("#")
        if sharp:
            if f"{name}#" == _HEAD:
                head = _head(numbers) or head
            continue
        found = _AMOUNT.fullmatch(part.strip())
        if found and (known := _KNOWN.get(_whole(found[1]).lower())):
            blendshapes[known] = min(max(float(found[2]) / 100, 0.0), 1.0)
    return SeenFace(MappingProxyType(blendshapes), head) if len(blendshapes) >= _FEWEST else None


def _whole(name: str) -> str:
    side = {"_L": "Left", "_R": "Right"}.get(name[-2:])
    return name if side is None else name[:-2] + side


def _head(numbers: str) -> tuple[float, float, float] | None:
    try:
        x, y, z = (float(number) for number in numbers.split(",")[:3])
    except ValueError:
        return None
    if not all(math.isfinite(turn) and abs(turn) <= 180 for turn in (x, y, z)):
        return None
    return -x, -y, z
