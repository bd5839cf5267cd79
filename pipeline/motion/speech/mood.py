"""Emoji and marks -> how a face looks while it speaks, and which sign of comics shows beside it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from pipeline.types import Effect, Poses, clamp_poses, pose_columns

_FEELINGS: Final[dict[str, dict[str, float]]] = {
    "happy": {"mouth_raised_corner": 0.55, "eyebrow_happy": 0.5, "eye_raised_lower_eyelid": 0.35},
    "sad": {"eyebrow_troubled": 0.9, "mouth_lowered_corner": 0.55, "mouth_raised_corner": -1, "head_x": -0.2},
    "angry": {"eyebrow_angry": 0.9, "eyebrow_serious": 0.4, "mouth_raised_corner": -1, "eye_unimpressed": 0.2},
    "surprised": {"eyebrow_raised": 0.5, "eye_surprised": 0.6, "mouth_raised_corner": -0.1},
    "afraid": {"eyebrow_troubled": 0.7, "eye_surprised": 0.4, "iris_small": 0.3, "mouth_raised_corner": -1},
    "calm": {"eye_relaxed": 0.35, "eyebrow_lowered": 0.1},
    "eager": {"eyebrow_raised": 0.15, "eye_surprised": 0.15},
}
"""What each feeling adds to a pose."""
_BY_NAME: Final[tuple[tuple[str, str, Effect | None], ...]] = (
    # words of an emoji's name in Unicode, the feeling, the sign
    ("ANGER SYMBOL", "angry", Effect.VEIN),
    ("WITH LOOK OF TRIUMPH", "angry", Effect.STEAM),
    ("TEARS OF JOY", "happy", None),
    ("HEART", "happy", Effect.HEARTS),
    ("KISS", "happy", Effect.HEARTS),
    ("BROKEN", "sad", Effect.GLOOM),
    ("COLD SWEAT", "afraid", Effect.SWEAT),
    ("SWEAT", "happy", Effect.SWEAT),
    ("LOUDLY CRYING", "sad", Effect.STREAMS),
    ("CRYING", "sad", Effect.TEARS),
    ("PLEADING", "sad", None),
    ("SLEEP", "calm", Effect.SLEEP),
    ("POUTING", "angry", Effect.VEIN),
    ("ANGRY", "angry", Effect.VEIN),
    ("SERIOUS FACE WITH SYMBOLS", "angry", Effect.VEIN),
    ("FLUSHED", "surprised", Effect.BLUSH),
    ("ASTONISHED", "surprised", Effect.EXCLAMATION),
    ("OPEN MOUTH", "surprised", Effect.EXCLAMATION),
    ("SCREAMING", "afraid", Effect.GLOOM),
    ("FEARFUL", "afraid", Effect.SWEAT),
    ("FROWNING", "sad", None),
    ("DISAPPOINTED", "sad", Effect.GLOOM),
    ("PENSIVE", "sad", None),
    ("GRINNING", "happy", None),
    ("SMILING", "happy", None),
    ("LAUGHING", "happy", None),
    ("PARTY", "happy", Effect.STARS),
    ("SPARKLES", "happy", Effect.SPARKLE),
    ("STAR", "happy", Effect.STARS),
    ("MUSICAL", "happy", Effect.NOTES),
)
"""The first rule whose words stand in the name of an emoji counts; the order decides between rules."""
_TRAILING: Final = ("…", "...", "‥")
_EAGER: Final = "!！"


@dataclass(frozen=True)
class TextMood:
    """How a text is meant.

    Attributes:
        adds: what it adds to every pose, by the names of pose parameters without their sides.
        sign: the sign of comics that shows beside the face, or None.
    """

    adds: Mapping[str, float] = field(default_factory=dict)
    sign: Effect | None = None


def mood_of(text: str) -> TextMood:
    """The mood of a text by its first telling emoji; without one, by how it ends."""
    for symbol in text:
        name = unicodedata.name(symbol, "")
        if unicodedata.category(symbol) in ("So", "Sk", "Sm") or name.startswith("EMOJI"):
            for words, feeling, sign in _BY_NAME:
                if words in name:
                    return TextMood(_FEELINGS[feeling], sign)
    end = without_emoji(text)
    if end.endswith(_TRAILING):
        return TextMood(_FEELINGS["calm"])
    return TextMood(_FEELINGS["eager"]) if end[-1:] in tuple(_EAGER) else TextMood()


def in_mood(poses: Poses, mood: TextMood) -> Poses:
    """Poses, float32 [T, 45], of a face that feels so besides."""
    felt = poses.copy()
    for name, amount in mood.adds.items():
        felt[:, pose_columns(name)] += amount
    return clamp_poses(felt)


def without_emoji(text: str) -> str:
    """The text as it is read out: without emoji and other signs that have no sound, in one line."""
    return " ".join("".join(_readable(text)).split())


_UNSPOKEN: Final = ("So", "Sk", "Cf", "Cs", "Co", "Cn")


def _readable(text: str) -> Iterator[str]:
    for symbol in unicodedata.normalize("NFC", text):
        category = unicodedata.category(symbol)
        if category == "Cc" or category in _UNSPOKEN or 0xFE00 <= ord(symbol) <= 0xFE0F or symbol == "\u20e3":
            yield " "
        else:
            yield symbol
