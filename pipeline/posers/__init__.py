"""Posers: a character and poses become frames."""

from __future__ import annotations

import logging

from pipeline.interfaces import Poser
from pipeline.plan import PoserUnsuitedError, poser_for
from pipeline.types import DEFAULT_SETTINGS, Character, PipelineSettings, PoserName, UserError

__all__ = ["PoserUnsuitedError", "open_poser"]

log = logging.getLogger(__name__)


def open_poser(
    character: Character, name: PoserName = PoserName.AUTO, settings: PipelineSettings = DEFAULT_SETTINGS
) -> Poser:
    """The poser for a character; see ``pipeline.plan.poser_for`` for what AUTO means. A picture character that has a
    student is drawn by it then, unless the student cannot be used, which is logged.

    Raises:
        PoserUnsuitedError: the named poser cannot move this kind of character.
        UserError: what the poser needs is not installed.
    """
    from pipeline.posers.student.shelf import has_student, open_student

    chosen = poser_for(character.kind, name, lambda: has_student(character, settings.students))
    if chosen is PoserName.STUDENT:
        try:
            open_student(character, settings.students)
        except UserError as error:
            if name is PoserName.STUDENT:
                raise
            log.warning("%s", error)
            chosen = PoserName.THA3
    match chosen:
        case PoserName.RIG:
            from pipeline.posers.rig.poser import RigPoser

            return RigPoser()
        case PoserName.STUDENT:
            from pipeline.posers.student.poser import StudentPoser

            return StudentPoser(settings.students, settings.models)
        case PoserName.THA4:
            from pipeline.posers.tha4.poser import Tha4Poser

            return Tha4Poser(settings.students, settings.models)
        case _:
            from pipeline.posers.tha3.poser import Tha3Poser

            return Tha3Poser(models=settings.models)
