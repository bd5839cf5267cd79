"""The character that a file on the command line stands for."""

from __future__ import annotations

from pathlib import Path

from pipeline.types import CharacterSource, PipelineSettings


def named_character(path: Path, settings: PipelineSettings) -> CharacterSource:
    """A saved character, a picture, or an official student of Talking Head Anime 4 by its character_model.yaml.

    Raises:
        UserError: there is no such file, or it holds something else.
    """
    from pipeline.characters import load_character
    from pipeline.characters.errors import MissingCharacterError

    if path.suffix.lower() not in (".yaml", ".yml"):
        return load_character(path)
    from pipeline.posers.tha4.official import bring_student

    if not path.is_file():
        raise MissingCharacterError(name=path.name)
    return bring_student(path, settings.students)
