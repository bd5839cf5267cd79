"""What colours belong to: the fields that they decide, and what they are then about."""

from __future__ import annotations

from typing import Final

from pipeline.characters.drawn.words.model import Place
from pipeline.types.understood import Topic

TINTED_FIELDS: Final[dict[Place, tuple[str, ...]]] = {
    Place.HAIR: ("hair_colour", "hair_colour_2"),
    Place.STREAKS: ("hair_colour_2",),
    Place.EYES: ("eye_colour", "eye_colour_right"),
    Place.LEFT_EYE: ("eye_colour",),
    Place.RIGHT_EYE: ("eye_colour_right",),
    Place.BROWS: ("brow_colour",),
    Place.BEARD: ("beard_colour",),
    Place.MOUSTACHE: ("beard_colour",),
    Place.SKIN: ("skin",),
    Place.OUTFIT: ("outfit_colour", "accent_colour"),
    Place.ACCENT: ("accent_colour",),
    Place.LOWER: ("lower_colour",),
    Place.SKIRT: ("lower_colour",),
    Place.ACCESSORY: ("accessory_colour",),
}
"""Fields that the first, the second … colour of a noun decides. General places come before special ones."""
TOPICS: Final = {
    Place.HAIR: Topic.HAIR,
    Place.STREAKS: Topic.HAIR,
    Place.EYES: Topic.EYES,
    Place.LEFT_EYE: Topic.EYES,
    Place.RIGHT_EYE: Topic.EYES,
    Place.BROWS: Topic.FACE,
    Place.BEARD: Topic.FACE,
    Place.MOUSTACHE: Topic.FACE,
    Place.SKIN: Topic.SKIN,
    Place.OUTFIT: Topic.OUTFIT,
    Place.ACCENT: Topic.OUTFIT,
    Place.LOWER: Topic.OUTFIT,
    Place.SKIRT: Topic.OUTFIT,
    Place.ACCESSORY: Topic.ACCESSORIES,
}
