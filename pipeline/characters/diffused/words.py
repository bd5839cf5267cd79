"""From what a person writes to what a checkpoint reads."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from pipeline.characters.diffused.families import CheckpointFamily
from pipeline.characters.diffused.styles import Style
from pipeline.characters.drawn.interpret import read_prompt
from pipeline.types.spec import Build

_FIGURE: Final = "solo, upper body, front view, looking at viewer"
"""What the picture is of no use without."""
_SETTING: Final = (
    "eyes open, closed mouth, upright, symmetrical, arms at sides, simple background, plain light grey background"
)
_NEVER: Final = (
    "two people, multiple views, character sheet, profile, from side, from behind, from above, head out of frame, "
    "cropped head, closed eyes, hand on face, hands up, holding, scenery, frame, border, text, watermark, signature, "
    "photo, realistic, 3d"
)
_DENIAL: Final = re.compile(r"(?:no|without)\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True)
class PromptPair:
    """A prompt and a negative prompt."""

    prompt: str
    negative: str


def words_for(prompt: str, family: CheckpointFamily, style: Style | None = None, negative: str = "") -> PromptPair:
    """Words for one frontal, upright figure with open eyes before a plain background, as a family wants them.

    The text encoders do not understand a "no": what is denied between two commas goes to the negative prompt. Words
    for a picture that not everybody may see never stand in the prompt, and always in the negative one; the family's
    words for poor pictures give way to what is wanted.
    """
    parts = [part.strip() for part in prompt.split(",")]
    denied = [found[1] for part in parts if (found := _DENIAL.match(part))]
    unrated = set(_split(family.unrated))
    kept = [part for part in parts if part and not _DENIAL.match(part) and part.lower() not in unrated]
    wanted = ", ".join(kept)
    subject = _subject(wanted, family)
    if style is not None:
        wanted = style.template.format(prompt=wanted, trigger=style.trigger)
    positive = family.template.format(
        subject=subject,
        figure=_FIGURE,
        prompt=wanted,
        setting=_SETTING,
        rating=family.rating,
        quality=family.quality,
    )
    asked = {part.lower() for part in kept}
    poor = [word for word in _split(family.negative) if word not in asked]
    unwanted = [*denied, negative, style.negative if style else "", family.unrated, _NEVER, *poor]
    return PromptPair(_joined([positive]), _joined(unwanted))


def _subject(prompt: str, family: CheckpointFamily) -> str:
    """The family's word for whom a prompt describes."""
    reading = read_prompt(prompt)
    builds = reading.said.get("build") or reading.hinted.get("build") or ()
    if builds == (Build.FEMALE,):
        return family.girl
    if builds == (Build.MALE,):
        return family.boy
    return family.somebody


def _split(words: str) -> list[str]:
    return [word for part in words.split(",") if (word := part.strip())]


def _joined(parts: Iterable[str]) -> str:
    """Parts, each of words between commas, in order and without repetitions."""
    return ", ".join(dict.fromkeys(word for part in parts for word in _split(part)))
