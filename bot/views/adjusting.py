"""The view in which a person moves a picture until its head lies where it should.

What was pressed so far stands in the buttons' ids, so it outlives a restart. Only Done changes the stored picture.
"""

from __future__ import annotations

import asyncio
import io
import re
from enum import Enum
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, reader
from bot.services.characters import OwnPicture
from bot.services.corrections import Correction, Press, picture_mark
from bot.services.pictures import with_head_box
from bot.texts import ENGLISH, Language, say
from bot.views.layout import Page, quoted
from bot.views.parts import BotButton
from pipeline import Character

_FILE: Final = "adjust.webp"
_ROWS: Final = (
    (Press.LEFT, Press.UP, Press.DOWN, Press.RIGHT),
    (Press.LARGER, Press.SMALLER, Press.TURN_LEFT, Press.TURN_RIGHT),
)


class AdjustEnd(str, Enum):
    """What is done with all presses so far."""

    DONE = "done"
    RESET = "reset"


_TEMPLATE: Final = (
    rf"adjust:(?P<doing>{'|'.join(doing.value for doing in (*Press, *AdjustEnd))})"
    r":(?P<character>\d{1,18}):(?P<mark>[0-9a-f]{8})"
    r":(?P<right>-?\d{1,2}):(?P<down>-?\d{1,2}):(?P<larger>-?\d{1,2}):(?P<turn>-?\d{1,2})"
)


class AdjustButton(BotButton, template=r"adjust:open:(?P<character>\d{1,18})"):
    """Opens the view, for the character's owner."""

    def __init__(self, character_id: int, language: Language = ENGLISH) -> None:
        label = say("adjust.open", language)
        super().__init__(ui.Button(label=label, emoji="📐", custom_id=f"adjust:open:{character_id}"))
        self.character_id = character_id

    @classmethod
    def parse(cls, match: re.Match[str]) -> AdjustButton:
        return cls(int(match["character"]))

    async def run(self, interaction: Interaction) -> None:
        characters = interaction.client.services.characters
        own = await characters.owned_picture(interaction.user.id, self.character_id)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await _show(interaction, own, Correction())


class MoveButton(
    BotButton,
    template=_TEMPLATE,
):
    """Moves the picture, ends, or begins anew.

    Args:
        doing: what a press does.
        character_id: whose picture.
        mark: of the picture that the presses began with (``picture_mark``).
        correction: all presses before this one.
        language: of the label.
    """

    def __init__(
        self,
        doing: Press | AdjustEnd,
        character_id: int,
        mark: str,
        correction: Correction,
        language: Language = ENGLISH,
    ) -> None:
        c = correction
        useless = c == Correction() if doing is AdjustEnd.RESET else isinstance(doing, Press) and c.after(doing) == c
        super().__init__(
            ui.Button(
                label=say(f"adjust.{doing.value}", language),
                style=discord.ButtonStyle.success if doing is AdjustEnd.DONE else discord.ButtonStyle.secondary,
                disabled=useless,
                custom_id=f"adjust:{doing.value}:{character_id}:{mark}:{c.right}:{c.down}:{c.larger}:{c.turn}",
            )
        )
        self.doing = doing
        self.character_id = character_id
        self.mark = mark
        self.correction = correction

    @classmethod
    def parse(cls, match: re.Match[str]) -> MoveButton:
        name = match["doing"]
        doing = AdjustEnd(name) if name in {end.value for end in AdjustEnd} else Press(name)
        correction = Correction(*(int(match[field]) for field in ("right", "down", "larger", "turn")))
        return cls(doing, int(match["character"]), match["mark"], correction)

    async def run(self, interaction: Interaction) -> None:
        characters = interaction.client.services.characters
        own = await characters.owned_picture(interaction.user.id, self.character_id, self.mark)
        await interaction.response.defer()
        match self.doing:
            case AdjustEnd.DONE:
                own = await characters.adjust(interaction.user.id, self.character_id, self.mark, self.correction)
                await _say_saved(interaction, own)
            case AdjustEnd.RESET:
                await _show(interaction, own, Correction())
            case Press() as press:
                await _show(interaction, own, self.correction.after(press))


def adjust_page(own: OwnPicture, correction: Correction, language: Language) -> Page:
    """The view; the picture is attached to it."""
    mark = picture_mark(own.character)

    def buttons(*doings: Press | AdjustEnd) -> ui.ActionRow[Any]:
        return ui.ActionRow(*(MoveButton(doing, own.saved.id, mark, correction, language) for doing in doings))

    return Page(
        ui.TextDisplay(say("adjust.title", language, name=quoted(own.saved.name))),
        _gallery(language),
        *(buttons(*presses) for presses in _ROWS),
        buttons(AdjustEnd.DONE, AdjustEnd.RESET),
    )


async def _show(interaction: Interaction, own: OwnPicture, correction: Correction) -> None:
    def draw() -> bytes:
        return with_head_box(_picture_of(correction.apply(own.character)))

    picture = await asyncio.to_thread(draw)
    await _edit(interaction, adjust_page(own, correction, reader(interaction)), picture)


def _picture_of(character: Character) -> bytes:
    """Raises ValueError for a character that is drawn, which nobody can adjust."""
    if character.picture is None:
        raise ValueError("only a picture can be adjusted")
    return character.picture


async def _say_saved(interaction: Interaction, own: OwnPicture) -> None:
    language = reader(interaction)
    picture = await asyncio.to_thread(with_head_box, _picture_of(own.character))
    text: ui.TextDisplay[Any] = ui.TextDisplay(say("adjust.saved", language, name=quoted(own.saved.name)))
    await _edit(interaction, Page(_gallery(language), text), picture)


async def _edit(interaction: Interaction, page: Page, picture: bytes) -> None:
    await interaction.edit_original_response(view=page, attachments=[discord.File(io.BytesIO(picture), _FILE)])


def _gallery(language: Language) -> ui.MediaGallery[Any]:
    item = discord.MediaGalleryItem(f"attachment://{_FILE}", description=say("adjust.picture", language))
    return ui.MediaGallery(item)
