"""Forms that open from a button or a command."""

from __future__ import annotations

from typing import Any, Final

import discord
from discord import ui

from bot.services import motions
from bot.services.orders import Clip, Order
from bot.store.models import NAME_LENGTH, AnimojiRow, CharacterRow
from bot.texts import say
from bot.views.asking import asker
from bot.views.failure import tell_failure
from bot.views.file_types import TypedFileUpload
from bot.views.layout import quoted
from bot.views.making import make
from pipeline import PresetMotion, PromptSource, Source, TrackMotion

PROMPT_LENGTH = 1000
"""Characters of a prompt, at most."""
CAPTION_LENGTH = 60
"""Characters of a caption, at most; the pipeline takes no more."""


_PATIENCE: Final = 3600.0
"""Seconds that a form waits to be filled in."""


class Form(ui.Modal):
    """A form whose failures are told privately; ``open`` shows it.

    Forms do not outlive a restart of the bot: they hold what they are about. ``answer_old_form`` says so to people.
    """

    def __init__(self, title: str) -> None:
        super().__init__(title=title, timeout=_PATIENCE)
        self._forms: set[str] = set()

    async def open(self, interaction: discord.Interaction[Any]) -> None:
        """Answers the interaction with this form."""
        self._forms = interaction.client.forms
        self._forms.add(self.custom_id)
        await interaction.response.send_modal(self)

    async def on_timeout(self) -> None:
        self._forms.discard(self.custom_id)

    async def on_error(  # type: ignore[override] # discord.py calls a modal's without an item
        self, interaction: discord.Interaction[Any], error: Exception, /
    ) -> None:
        await tell_failure(interaction, error)


async def answer_old_form(interaction: discord.Interaction[Any]) -> None:
    """Answers a form that nobody knows any more, as the bot was restarted or an hour has passed."""
    if interaction.type is discord.InteractionType.modal_submit:
        data: Any = interaction.data
        forms: set[str] = interaction.client.forms
        if data["custom_id"] in forms:
            forms.discard(data["custom_id"])
        else:
            await interaction.response.send_message(say("form.old", interaction.locale), ephemeral=True)


class RenameModal(Form):
    """Asks for a character's name."""

    def __init__(self, character: CharacterRow, locale: object) -> None:
        super().__init__(say("rename.title", locale))
        self._character_id = character.id
        self.name: ui.TextInput[Any] = ui.TextInput(default=character.name, max_length=NAME_LENGTH)
        self.add_item(ui.Label(text=say("rename.name", locale), component=self.name))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        await interaction.client.services.words.check(asker(interaction), [self.name.value])
        name = await interaction.client.services.characters.rename(
            interaction.user.id, str(self._character_id), self.name.value
        )
        text = say("character.renamed", interaction.locale, name=quoted(name))
        await interaction.response.send_message(text, ephemeral=True)


class TweakModal(Form):
    """Asks for changed words; the seed and the motion stay."""

    def __init__(self, animoji: AnimojiRow, locale: object, private: bool) -> None:
        super().__init__(say("tweak.title", locale))
        self._animoji = animoji
        self._private = private
        self.prompt: ui.TextInput[Any] = ui.TextInput(
            style=discord.TextStyle.paragraph, default=animoji.character_row.prompt, max_length=PROMPT_LENGTH
        )
        self.caption: ui.TextInput[Any] = ui.TextInput(
            default=animoji.caption, required=False, max_length=CAPTION_LENGTH
        )
        self.add_item(ui.Label(text=say("tweak.prompt", locale), component=self.prompt))
        self.add_item(ui.Label(text=say("tweak.caption", locale), component=self.caption))

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        animoji = self._animoji
        character = animoji.character_row
        order = Order(
            PromptSource(self.prompt.value.strip(), character.seed, Source(character.kind.value)),
            TrackMotion(animoji.pose_track),
            caption=self.caption.value.strip(),
            background=animoji.background,
        )
        await make(interaction, order, self._private)


class MotionModal(Form):
    """Asks for another motion: one from the list, or a clip."""

    def __init__(self, animoji: AnimojiRow, locale: object, private: bool) -> None:
        super().__init__(say("motion.title", locale))
        self._animoji = animoji
        self._private = private
        self.motion: ui.Select[Any] = motion_select(required=False)
        self.clip: TypedFileUpload = TypedFileUpload(("video",), required=False)
        self.add_item(ui.Label(text=say("motion.motion", locale), component=self.motion))
        self.add_item(
            ui.Label(text=say("motion.clip", locale), description=say("motion.clip_note", locale), component=self.clip)
        )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        motion = chosen_motion(self.motion, self.clip, interaction.client.settings.clip_seconds)
        animoji = self._animoji
        order = Order(animoji.character_row, motion, caption=animoji.caption, background=animoji.background)
        await make(interaction, order, self._private)


def motion_select(required: bool) -> ui.Select[Any]:
    """A menu of motions."""
    options = [discord.SelectOption(label=motions.title(name)[:100], value=name) for name in motions.MENU]
    return ui.Select(options=options, required=required, min_values=1 if required else 0)


def chosen_motion(motion: ui.Select[Any], clip: TypedFileUpload, seconds: float) -> Clip | PresetMotion:
    """What a form says: the clip, or else the motion from the list, or else idling."""
    if clip.values:
        return Clip(clip.values[0], seconds)
    return PresetMotion(motion.values[0] if motion.values else motions.IDLE)
