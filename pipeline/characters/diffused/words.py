"""From what a person writes to what Stable Diffusion reads."""

from __future__ import annotations

import re
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


_DENIAL: Final = re.compile(r"(?:no|without)\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class Words:
    """A prompt and a negative prompt."""

    prompt: str
    negative: str


def words_for(prompt: str, style: Style | None = None, negative: str = "") -> Words:
    """Words for one frontal, upright figure with open eyes before a plain background.

    The text encoders weigh the first words most. They do not understand a "no": what is denied between two commas goes
    to the negative prompt.
    """
    parts = [part.strip() for part in prompt.split(",")]
    denied = [found[1] for part in parts if (found := _DENIAL.match(part))]
    wanted = ", ".join(part for part in parts if part and not _DENIAL.match(part))
    if style is not None:
        wanted = style.template.format(prompt=wanted, trigger=style.trigger)
    return Words(_joined(_FIRST, wanted, _LAST), _joined(*denied, negative, style.negative if style else "", _NEVER))


def _joined(*parts: str) -> str:
    """Parts, each of words between commas, in order and without repetitions."""
    words = [word.strip() for part in parts for word in part.split(",")]
    return ", ".join(dict.fromkeys(word for word in words if word))
