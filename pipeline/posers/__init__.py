"""Posers: a character and poses become frames."""

from __future__ import annotations

from pipeline.stages import Poser
from pipeline.types import Character, CharacterKind, PoserName, UserError


class PoserUnsuitedError(UserError):
    key = "error.poser_unsuited"
    template = "The poser {poser} cannot move this character: leave the choice to AnimeMoji (auto) or use {instead}."


def open_poser(character: Character, name: PoserName = PoserName.AUTO) -> Poser:
    """The poser for a character; AUTO is the rig for drawn characters, THA3 for pictures.

    Raises:
        PoserUnsuitedError: the named poser cannot move this kind of character.
        UserError: what the poser needs is not installed.
    """
    drawn = character.kind is CharacterKind.DRAWN
    if name is PoserName.AUTO:
        name = PoserName.RIG if drawn else PoserName.THA3
    if name is PoserName.RIG:
        if not drawn:
            raise PoserUnsuitedError(poser=name.value, instead=PoserName.THA3.value)
        from pipeline.posers.rig.poser import RigPoser

        return RigPoser()
    if name is PoserName.THA3 and not drawn:
        from pipeline.posers.tha3.poser import Tha3Poser

        return Tha3Poser()
    raise PoserUnsuitedError(poser=name.value, instead=(PoserName.RIG if drawn else PoserName.THA3).value)
