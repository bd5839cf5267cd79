"""Posers: a character and poses become frames."""

from __future__ import annotations

from pipeline.interfaces import Poser
from pipeline.plan import PoserUnsuitedError, poser_for
from pipeline.types import DEFAULT_SETTINGS, Character, PipelineSettings, PoserName

__all__ = ["PoserUnsuitedError", "open_poser"]


def open_poser(
    character: Character, name: PoserName = PoserName.AUTO, settings: PipelineSettings = DEFAULT_SETTINGS
) -> Poser:
    """The poser for a character; see ``pipeline.plan.poser_for`` for what AUTO means.

    Raises:
        PoserUnsuitedError: the named poser cannot move this kind of character.
        UserError: what the poser needs is not installed.
    """
    match poser_for(character.kind, name):
        case PoserName.RIG:
            from pipeline.posers.rig.poser import RigPoser

            return RigPoser()
        case _:
            from pipeline.posers.tha3.poser import Tha3Poser

            return Tha3Poser(models=settings.models)
