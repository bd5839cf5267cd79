"""A prompt becomes a character whose picture Stable Diffusion made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from pipeline.characters.diffused.choose import Candidate, rank
from pipeline.characters.diffused.english import in_english
from pipeline.characters.diffused.errors import NoCandidateError, UnsafePicturesError
from pipeline.characters.diffused.manner import manner_of
from pipeline.characters.diffused.styles import Style, split_style
from pipeline.characters.diffused.words import PromptPair, words_for
from pipeline.characters.picture_file import open_picture, picture_bytes
from pipeline.interfaces import MadeCharacter
from pipeline.types import Character, CharacterKind, DiffusionSettings, Frames, OnProgress, Progress, Stage

_PAINTED, _CHOSEN = 0.8, 1.0
"""How much of this stage is done when the pictures are there, and when the best one is found."""
_LOADED = 0.15
_OFFERED = 4
"""Characters handed on at most, to choose from."""


def character_from_words(
    prompt: str, seed: int, settings: DiffusionSettings, on_progress: OnProgress, sketch: Path | None = None
) -> MadeCharacter:
    """The best of several pictures as a character, and the next best ones to choose from.

    Args:
        sketch: a drawing to start from.

    Raises:
        UserError: the checkpoint or the style cannot be used, or no picture can be animated.
    """
    drawing = None if sketch is None else np.asarray(open_picture(sketch))
    wanted, style = split_style(prompt, settings.style, settings.styles)
    english, unknown = in_english(wanted)
    words = words_for(english, manner_of(settings).family, style, settings.negative)
    candidates = make_candidates(words, style, seed, settings, on_progress, drawing)
    characters = (
        Character(CharacterKind.DIFFUSED, prompt, seed, picture=picture_bytes(candidate.aligned.picture))
        for candidate in candidates[:_OFFERED]
    )
    best, *others = characters
    return MadeCharacter(best, ignored=unknown, notices=candidates[0].aligned.notices, others=tuple(others))


def make_candidates(
    words: PromptPair,
    style: Style | None,
    seed: int,
    settings: DiffusionSettings,
    on_progress: OnProgress,
    sketch: Frames | None = None,
) -> list[Candidate]:
    """Several pictures for the same words, aligned, the best first.

    Raises:
        UserError: as ``character_from_words``.
    """
    from pipeline.characters.diffused.load import open_pipeline
    from pipeline.characters.diffused.paint import paint, use_style
    from pipeline.characters.diffused.safety import is_safe, open_checker

    def report(fraction: float) -> None:
        on_progress(Progress(Stage.CHARACTER, fraction))

    # What is only asked for here does not make another pipeline.
    pipeline = open_pipeline(
        replace(settings, candidates=4, steps=None, guidance=None, clip_skip=None, negative="", style="", size=0)
    )
    use_style(pipeline, style, settings.styles)
    if settings.safety_checker:
        open_checker(settings.safety_checker)
    report(_LOADED)
    pictures = paint(
        pipeline, words, seed, settings, lambda part: report(_LOADED + part * (_PAINTED - _LOADED)), sketch
    )
    if settings.safety_checker:
        pictures = [picture for picture in pictures if is_safe(settings.safety_checker, picture)]
        if not pictures:
            raise UnsafePicturesError(count=settings.candidates)
    report(_PAINTED)
    candidates = rank(pictures)
    if not candidates:
        raise NoCandidateError(count=settings.candidates)
    report(_CHOSEN)
    return candidates
