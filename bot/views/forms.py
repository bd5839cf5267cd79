"""Forms in which everything for an animoji is filled in at once."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.client import Interaction
from bot.errors import PromptMissingError
from bot.services import motions
from bot.services.orders import Clip, Order, Own, Picture, Preset, Voice, Words
from bot.services.seeds import new_seed
from bot.texts import Language, say
from bot.views.file_types import TypedFileUpload
from bot.views.making import make
from bot.views.modals import chosen_motion, motion_select
from bot.views.parts import Form
from bot.views.suggesting import suggest
from pipeline import limits


def _prompt_field(language: Language, required: bool) -> ui.TextInput[Any]:
    return ui.TextInput(
        style=discord.TextStyle.paragraph,
        placeholder=say("form.prompt_example", language),
        required=required,
        max_length=limits.PROMPT_LENGTH,
    )


def _spoiler_field(form: Form, language: Language) -> ui.Checkbox[Any]:
    """Adds to a form whether what comes of it is hidden."""
    box: ui.Checkbox[Any] = ui.Checkbox()
    form.add_item(ui.Label(text=say("form.spoiler", language), component=box))
    return box


class AnimojiForm(Form):
    """The friendly way in: words, a clip or a motion, a name, a caption. Discord takes five fields and no more."""

    def __init__(self, language: Language) -> None:
        super().__init__(say("form.title", language))
        self.prompt = _prompt_field(language, required=False)
        self.clip = TypedFileUpload(("video",), required=False)
        self.motion = motion_select(language, required=False)
        self.name: ui.TextInput[Any] = ui.TextInput(required=False, max_length=limits.NAME_LENGTH)
        self.caption: ui.TextInput[Any] = ui.TextInput(required=False, max_length=limits.CAPTION_LENGTH)
        note = say("form.or_look", language)
        self.add_item(ui.Label(text=say("tweak.prompt", language), description=note, component=self.prompt))
        self.add_item(
            ui.Label(
                text=say("form.clip", language), description=say("motion.clip_note", language), component=self.clip
            )
        )
        self.add_item(ui.Label(text=say("form.motion", language), component=self.motion))
        self.add_item(ui.Label(text=say("form.name", language), component=self.name))
        self.add_item(ui.Label(text=say("tweak.caption", language), component=self.caption))

    async def run(self, interaction: Interaction) -> None:
        order = Order(
            Words(self.prompt.value.strip(), new_seed()),
            chosen_motion(self.motion, self.clip, interaction.client.settings.clip_seconds),
            self.name.value.strip(),
            self.caption.value.strip(),
        )
        if isinstance(order.motion, Clip) and not order.prompt:
            await suggest(interaction, order, None, None)
            return
        await make(interaction, order)


class AnimateForm(Form):
    """For a clip or a recording that stands in a message: asks who is to do it."""

    def __init__(self, motion: Clip | Voice, has_character: bool, language: Language) -> None:
        super().__init__(say("form.animate", language))
        self._motion = motion
        self.prompt = _prompt_field(language, required=not has_character)
        note = say("form.or_default", language) if has_character else None
        self.add_item(ui.Label(text=say("tweak.prompt", language), description=note, component=self.prompt))
        self.spoiler = _spoiler_field(self, language)

    async def run(self, interaction: Interaction) -> None:
        prompt = self.prompt.value.strip()
        character: Words | Own
        if prompt:
            character = Words(prompt, new_seed())
        else:
            if self.prompt.required:
                raise PromptMissingError
            character = Own.of(await interaction.client.services.characters.find(interaction.user.id, ""))
        await make(interaction, Order(character, self._motion, spoiler=self.spoiler.value))


class PictureForm(Form):
    """For a picture that stands in a message: asks what it is to do."""

    def __init__(self, picture: Picture, language: Language) -> None:
        super().__init__(say("form.animate", language))
        self._picture = picture
        self.motion = motion_select(language, required=False)
        self.name: ui.TextInput[Any] = ui.TextInput(required=False, max_length=limits.NAME_LENGTH)
        self.add_item(ui.Label(text=say("form.picture_motion", language), component=self.motion))
        self.add_item(ui.Label(text=say("form.name", language), component=self.name))
        self.spoiler = _spoiler_field(self, language)

    async def run(self, interaction: Interaction) -> None:
        name = self.motion.values[0] if self.motion.values else motions.IDLE
        order = Order(self._picture, Preset(name), self.name.value.strip(), spoiler=self.spoiler.value)
        await make(interaction, order)
