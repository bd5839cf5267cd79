"""What animals and the markings of their fur say about themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.parts.records.base import Part
from pipeline.types.spec import Accessory, Coat, EyeShape, RestingFace, Species

if TYPE_CHECKING:
    from pipeline.drawing.animals.kit import AnimalKit


@dataclass(frozen=True)
class Features:
    """Where the features of an animal's face are, in design units.

    Attributes:
        eye: centre of the viewer's-right eye. eye_scale: the eyes' size against a girl's.
        nose, mouth: their y. mouth_width: against a girl's. lip: how far the mouth's middle rises between two bows
            (the w of a cat's mouth); 0 for a plain line.
        cheek: where the viewer's-right cheek reddens.
        jagged: its teeth are pointed.
    """

    eye: tuple[float, float] = (54.0, 30.0)
    eye_scale: float = 1.1
    nose: float = 56.0
    mouth: float = 76.0
    mouth_width: float = 1.3
    lip: float = 4.0
    cheek: tuple[float, float] = (82.0, 62.0)
    jagged: bool = False


@dataclass(frozen=True)
class Animal:
    """What makes a mascot.

    Attributes:
        draw_head: draws the head and returns the curve of its outline.
        draw_muzzle: draws what lies over the markings: muzzle and nose.
        draw_ear: draws one ear (-1 the viewer's left one) and returns where it grows (x, y); None for none.
        features: where eyes, nose and mouth are.
        furs: colours of the fur that chance chooses, "#rrggbb", and how often.
        coats: markings that chance chooses, and how often.
        eyes: colours of its eyes, and how often. eye_shape: the shape of its eyes.
        expression: the face that it shows most of the time.
        hat: how much higher hats sit on it than on a person, design units.
        tail: the tail that it has, None for one that the body hides.
        feet: their colour, "" for the fur's.
    """

    draw_head: Callable[[AnimalKit], int]
    draw_muzzle: Callable[[AnimalKit], None]
    draw_ear: Callable[[AnimalKit, int], tuple[float, float]] | None
    features: Features
    furs: Mapping[str, float]
    coats: Mapping[Coat, float]
    eyes: Mapping[str, float]
    eye_shape: EyeShape = EyeShape.BUTTON
    expression: RestingFace = RestingFace.CAT
    hat: float = 0.0
    tail: Accessory | None = None
    feet: str = ""


@dataclass(frozen=True, eq=False)
class SpeciesStyle(Part[Species]):
    """Who a character is.

    Attributes:
        animal: None for people.
    """

    animal: Animal | None = None


@dataclass(frozen=True, eq=False)
class CoatStyle(Part[Coat]):
    """Markings.

    Attributes:
        draw: draws them on the head, within its outline.
        tipped: ears and arms have the markings' colour.
        furs: colours of the fur that it comes with, and how often; empty for the animal's own.
    """

    draw: Callable[[AnimalKit], None]
    tipped: bool = False
    furs: Mapping[str, float] = field(default_factory=dict)
