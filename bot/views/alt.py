"""What a person hears who cannot see the picture: "Mimi: girl, silver hair, twin tails, violet eyes; laughs, waves".

To say what a drawn character looks like takes some milliseconds the first time, so call these in a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from bot.domain import SavedCharacter
from bot.texts import Language, say
from bot.views.layout import bare
from pipeline import EMOTIONS, Character, PoseTrack

HANDS: Final = ("wave", "peace", "thumbs_up", "cheeks")
"""The gestures that are named (``Gesture`` tells of them)."""
_LOOKS: Final = 400
"""Characters of a prompt that are read out."""
_FELT: Final = 0.5
"""A feeling is named that is at least this strong..."""
_LONG: Final = 0.3
"""... for this share of the motion."""


def alt_text(cast: Sequence[tuple[str, Character, PoseTrack]], caption: str, language: Language) -> str:
    """Who can be seen, what they do, and what is written there, without markdown; at most 1,024 characters.

    ``cast``: the name of each one, who it is, and what they do.
    """
    shown = say("alt.stop", language).join(
        say(
            "alt",
            language,
            name=bare(name),
            looks=_looks(character, character.prompt, language, _LOOKS // len(cast)),
            does=say("alt.comma", language).join([*_feelings(track, language), *_gestures(track, language)])
            or say("alt.moves", language),
        )
        for name, character, track in cast
    )
    return shown + (say("alt.caption", language, caption=bare(caption)) if caption else "")


def still_text(saved: SavedCharacter, character: Character | None, language: Language) -> str:
    """Who can be seen on a still picture; ``character``: themselves, if at hand, else their words must do."""
    return say("alt.still", language, name=bare(saved.name), looks=_looks(character, saved.prompt, language))


def _looks(character: Character | None, prompt: str, language: Language, limit: int = _LOOKS) -> str:
    """What the character looks like: what is drawn, in the reader's language, or else the words it was made from."""
    from pipeline import appearance

    if character is not None and character.spec is not None:
        return bare(appearance(character.spec, language.code), limit)
    return bare(prompt, limit) or say("alt.picture", language)


def _feelings(track: PoseTrack, language: Language) -> list[str]:
    """What the face shows for a good part of the time, the most first."""
    if track.emotions is None:
        return []
    shares = (track.emotions >= _FELT).mean(axis=0)
    named = [EMOTIONS[index] for index in np.argsort(-shares, kind="stable") if index and shares[index] >= _LONG]
    return [say(f"alt.feels.{name}", language) for name in named]


def _gestures(track: PoseTrack, language: Language) -> list[str]:
    """What hands do; the signs of comics beside a face are left out, as they say what the face says."""
    seen = dict.fromkeys(gesture.name.removesuffix("_right") for gesture in track.gestures)
    return [say(f"alt.does.{name}", language) for name in seen if name in HANDS]
