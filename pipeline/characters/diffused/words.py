"""From what a person writes to what Stable Diffusion reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from pipeline.characters.diffused.styles import Style

_FIRST: Final = "anime character, solo, upper body, front view, looking at viewer"
"""What the picture is of no use without."""
_LAST: Final = (
    "eyes open, closed mouth, upright, symmetrical, arms at sides, simple background, plain light grey background, "
    "clean line art, best quality"
)
_NEVER: Final = (
    "two people, multiple views, character sheet, profile, from side, from behind, from above, head out of frame, "
    "cropped head, closed eyes, hand on face, hands up, holding, scenery, frame, border, text, watermark, signature, "
    "photo, realistic, 3d, lowres, worst quality, bad anatomy"
)


@dataclass(frozen=True)
class Words:
    """A prompt and a negative prompt."""

    prompt: str
    negative: str


def words_for(prompt: str, style: Style | None = None, negative: str = "") -> Words:
    """Words for one frontal, upright figure with open eyes before a plain background.

    The text encoders read 77 tokens and weigh the first ones most.
    """
    wanted = prompt.strip(" ,")
    if style is not None:
        wanted = style.template.format(prompt=wanted, trigger=style.trigger)
    never = ", ".join(part for part in (negative, style.negative if style else "", _NEVER) if part)
    return Words(_joined(_FIRST, wanted, _LAST), _joined(never))


def _joined(*parts: str) -> str:
    """Parts, each of words between commas, in order and without repetitions."""
    words = [word.strip() for part in parts for word in part.split(",")]
    return ", ".join(dict.fromkeys(word for word in words if word))
