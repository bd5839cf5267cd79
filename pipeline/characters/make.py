"""The way from a character source to a character."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from typing_extensions import assert_never

from pipeline.characters.diffused import can_diffuse
from pipeline.characters.diffused.styles import drawn_words
from pipeline.characters.drawn import draw_character
from pipeline.characters.errors import EndlessPromptError, SketchNeedsDiffusionError
from pipeline.interfaces import MadeCharacter
from pipeline.plan import Making, making_of
from pipeline.types import (
    DEFAULT_SETTINGS,
    Character,
    CharacterSource,
    DiffusionSettings,
    OnProgress,
    PictureSource,
    PipelineSettings,
    Progress,
    PromptSource,
    Source,
    Stage,
    notice,
)
from pipeline.types.limits import PROMPT_LENGTH


def make_character(
    source: CharacterSource, on_progress: OnProgress, settings: PipelineSettings = DEFAULT_SETTINGS
) -> MadeCharacter:
    """The character that ``source`` asks for; a finished character comes back as it is.

    The same source with the same settings always makes the same character.

    Raises:
        UserError: the prompt is too long, the picture cannot be animated, or there is nobody to paint over the sketch.
    """
    on_progress(Progress(Stage.CHARACTER, 0.0))
    match source:
        case Character():
            made = MadeCharacter(source)
        case PromptSource():
            made = _from_prompt(source, settings.diffusion, on_progress)
        case PictureSource():
            made = _from_picture(source, settings, on_progress)
        case _:
            assert_never(source)
    on_progress(Progress(Stage.CHARACTER, 1.0))
    return made


def _from_prompt(source: PromptSource, settings: DiffusionSettings, on_progress: OnProgress) -> MadeCharacter:
    # Half a character pair (a lone surrogate) cannot be saved.
    prompt = source.prompt.encode("utf-8", "replace").decode().strip()
    if len(prompt) > PROMPT_LENGTH:
        raise EndlessPromptError(length=len(prompt), limit=PROMPT_LENGTH)
    if making_of(source, partial(can_diffuse, settings)) is Making.PAINTED:
        return _diffused(prompt, source.seed, settings, on_progress, source.sketch)
    if source.sketch is not None:
        raise SketchNeedsDiffusionError
    notices = (notice("notice.no_diffusion_model"),) if source.source is Source.DIFFUSED else ()
    return draw_character(drawn_words(prompt, settings.styles), source.seed, notices)


def _diffused(
    prompt: str, seed: int, settings: DiffusionSettings, on_progress: OnProgress, sketch: Path | None
) -> MadeCharacter:
    from pipeline.characters.diffused.make import character_from_words

    return character_from_words(prompt, seed, settings, on_progress, sketch)


def _from_picture(source: PictureSource, settings: PipelineSettings, on_progress: OnProgress) -> MadeCharacter:
    from pipeline.characters.pictures.upload import character_from_picture

    return character_from_picture(source, on_progress, settings)
