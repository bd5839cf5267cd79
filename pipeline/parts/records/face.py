"""What features of the face say about themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.parts.records.base import Part, Weights
from pipeline.types.spec import Brows, Ears, EyeShape, FaceShape, FacialHair, Iris, Lashes, Nose, RestingFace

if TYPE_CHECKING:
    from pipeline.drawing.face.kit import FaceKit
    from pipeline.drawing.face.pupils import Pupil
    from pipeline.drawing.figure import Contour


@dataclass(frozen=True, eq=False)
class EyeShapeStyle(Part[EyeShape]):
    """The shape of an eye, measured against the round one.

    Attributes:
        weights: how often chance chooses it.
        width, upper, lower, iris: factors of the eye's width, of the height of its lids, of the size of its iris.
        tilt: how far the outer corner rises; negative lowers it. 1 is a clear slant.
        drop: how far the upper lid hangs at rest, as a share of the way to closed.
        iris_up: how far the iris stands above the middle, in design units.
        flat_top: how much of the upper lid's arch is cut off, 0..1.
    """

    weights: Weights
    width: float = 1.0
    upper: float = 1.0
    lower: float = 1.0
    tilt: float = 0.0
    drop: float = 0.0
    iris: float = 1.0
    iris_up: float = 0.0
    flat_top: float = 0.0


@dataclass(frozen=True, eq=False)
class LashStyle(Part[Lashes]):
    """Lashes.

    Attributes:
        weights: how often chance chooses them.
        thickness: factor of the lash line.
        long: one lash more at the outer corner, and some below the eye.
        flick: how far the line runs beyond the outer corner; 1 is usual.
    """

    weights: Weights
    thickness: float = 1.0
    long: bool = False
    flick: float = 1.0


@dataclass(frozen=True, eq=False)
class BrowStyle(Part[Brows]):
    """Eyebrows.

    Attributes:
        weights: how often chance chooses them.
        thickness, length: against the natural ones.
        bend: how far each of the five points is moved down, inner end first, in design units.
    """

    weights: Weights
    thickness: float = 1.0
    length: float = 1.0
    bend: tuple[float, float, float, float, float] = (0.0, 0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, eq=False)
class FaceShapeStyle(Part[FaceShape]):
    """The outline of a face; ``contour`` is measured against the oval one."""

    weights: Weights
    contour: Contour


@dataclass(frozen=True, eq=False)
class IrisStyle(Part[Iris]):
    """The iris.

    Attributes:
        weight: how often chance chooses it.
        pupil: gives the outline of what stands in its middle.
        bright: that is lighter than the iris, on a dark ground, as a star is.
        flat: two flat tones instead of a gradient.
        ringed: a bright ring around the middle.
    """

    weight: float
    pupil: Callable[[], Pupil]
    bright: bool = False
    flat: bool = False
    ringed: bool = False


@dataclass(frozen=True, eq=False)
class NoseStyle(Part[Nose]):
    """A nose: how it is drawn, and how often chance chooses it."""

    draw: Callable[[FaceKit], None]
    weights: Weights


@dataclass(frozen=True, eq=False)
class EarStyle(Part[Ears]):
    """The character's own ears: how they are drawn, and how often chance chooses them."""

    draw: Callable[[FaceKit], None]
    weight: float


@dataclass(frozen=True, eq=False)
class FacialHairStyle(Part[FacialHair]):
    """What grows on lip, cheeks and chin.

    Attributes:
        draw: draws it on the face at rest; what is drawn follows the jaw.
        weights: how often chance chooses it on an adult; old people have it twice as often.
    """

    draw: Callable[[FaceKit], None]
    weights: Weights


@dataclass(frozen=True, eq=False)
class RestingFaceStyle(Part[RestingFace]):
    """What the face shows under whatever motion plays.

    Attributes:
        weights: how often chance chooses it.
        mouth_width: half the width of the closed mouth, in design units.
        mouth_line: height of its nine points from the right corner to the left, in design units, positive down.
        pose: numbers of the pose at rest, by name (see ``make_pose``).
        blush: added to the character's own, 0..1.
        portrait: numbers of the pose that its portrait adds.
        tongue: its tip shows below the closed lips.
    """

    weights: Weights
    mouth_width: float
    mouth_line: tuple[float, ...]
    pose: Mapping[str, float] = field(default_factory=dict)
    blush: float = 0.0
    portrait: Mapping[str, float] = field(default_factory=dict)
    tongue: bool = False
