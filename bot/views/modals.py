"""Forms that open from a button or a command."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui
from msgspec import structs

from bot.client import Interaction, asker, reader
from bot.domain import KeptAnimoji, SavedCharacter
from bot.services import motions
from bot.services.orders import Attached, Clip, Order, Own, Preset, SameMotion, Words
from bot.texts import Language, say
from bot.views.file_types import TypedFileUpload
from bot.views.layout import quoted
from bot.views.making import make
from bot.views.parts import Form
from pipeline import Source, limits


class RenameModal(Form):
    """Asks for a character's name."""

    def __init__(self, character: SavedCharacter, language: Language) -> None:
        super().__init__(say("rename.title", language))
        self._character_id = character.id
        self.name: ui.TextInput[Any] = ui.TextInput(default=character.name, max_length=limits.NAME_LENGTH)
        self.add_item(ui.Label(text=say("rename.name", language), component=self.name))

    async def run(self, interaction: Interaction) -> None:
        await interaction.client.services.words.check(asker(interaction), [self.name.value])
        name = await interaction.client.services.characters.rename(
            interaction.user.id, str(self._character_id), self.name.value
        )
        text = say("character.renamed", reader(interaction), name=quoted(name))
        await interaction.response.send_message(text, ephemeral=True)


class TweakModal(Form):
    """Asks for changed words; the seed and the motion stay."""

    def __init__(self, animoji: KeptAnimoji, language: Language, private: bool) -> None:
        super().__init__(say("tweak.title", language))
        self._animoji = animoji
        self._private = private
        self.prompt: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=animoji.character.prompt, max_length=limits.PROMPT_LENGTH
        )
        self.caption: ui.TextInput[Any] = ui.TextInput(
            default=animoji.caption, required=False, max_length=limits.CAPTION_LENGTH
        )
        self.add_item(ui.Label(text=say("tweak.prompt", language), component=self.prompt))
        self.add_item(ui.Label(text=say("tweak.caption", language), component=self.caption))

    async def run(self, interaction: Interaction) -> None:
        animoji = self._animoji
        character = animoji.character
        words = Words(self.prompt.value.strip(), character.seed, Source(character.kind.value))
        same = Order.like(animoji, words, SameMotion(animoji.id))
        await make(interaction, structs.replace(same, caption=self.caption.value.strip()), self._private)


class MotionModal(Form):
    """Asks for another motion: one from the list, or a clip."""

    def __init__(self, animoji: KeptAnimoji, language: Language, private: bool) -> None:
        super().__init__(say("motion.title", language))
        self._animoji = animoji
        self._private = private
        self.motion: ui.Select[Any] = motion_select(language, required=False)
        self.clip: TypedFileUpload = TypedFileUpload(("video",), required=False)
        self.add_item(ui.Label(text=say("motion.motion", language), component=self.motion))
        self.add_item(
            ui.Label(
                text=say("motion.clip", language), description=say("motion.clip_note", language), component=self.clip
            )
        )

    async def run(self, interaction: Interaction) -> None:
        motion = chosen_motion(self.motion, self.clip, interaction.client.settings.clip_seconds)
        order = Order.like(self._animoji, Own.of(self._animoji.character), motion)
        await make(interaction, order, self._private)


def motion_select(language: Language, required: bool) -> ui.Select[Any]:
    """A menu of motions."""
    options = [discord.SelectOption(label=motions.title(name, language)[:100], value=name) for name in motions.MENU]
    return ui.Select(options=options, required=required, min_values=1 if required else 0)


def chosen_motion(motion: ui.Select[Any], clip: TypedFileUpload, seconds: float) -> Clip | Preset:
    """What a form says: the clip, or else the motion from the list, or else idling."""
    if clip.values:
        return Clip(Attached.of(clip.values[0]), seconds)
    return Preset(motion.values[0] if motion.values else motions.IDLE)
