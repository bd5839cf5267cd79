"""/animoji: words and a motion become an animoji."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.autocomplete import known_backgrounds, known_motions, own_characters
from bot.commands.parts import BotGroup
from bot.errors import OneMotionError
from bot.services import motions
from bot.services.orders import Clip, Order, Picture, Sketch, Voice
from bot.services.seeds import new_seed
from bot.views.file_types import file_command
from bot.views.making import make
from bot.views.modals import CAPTION_LENGTH, PROMPT_LENGTH
from bot.views.studio import StudioModal
from bot.views.styles import show_styles
from pipeline import PresetMotion, PromptSource, Source

Prompt = app_commands.Range[str, 1, PROMPT_LENGTH]
Name = app_commands.Range[str, 1, 40]
Caption = app_commands.Range[str, 1, CAPTION_LENGTH]
Background = app_commands.Range[str, 1, 100]
Seconds = app_commands.Range[float, 1.0, 20.0]

_MOTION_OPTIONS = {
    "video": "A short clip of your face; it is deleted as soon as the animoji is done",
    "motion": "What the character does, where there is no clip",
    "voice": "A recording that the character speaks",
    "caption": "Words to write on the picture",
    "background": "A name or a colour; transparent if left out",
    "length": "Seconds of the clip to use at most; the best part is chosen",
    "private": "Whether only you see it",
}
_STYLES = [
    app_commands.Choice(name="Whatever fits", value=Source.AUTO.value),
    app_commands.Choice(name="Drawn", value=Source.DRAWN.value),
    app_commands.Choice(name="Painted (Stable Diffusion)", value=Source.DIFFUSED.value),
]


class AnimojiCog(BotGroup, group_name="animoji", group_description="Animated anime characters of your own"):
    @file_command(
        name="create",
        description="Make an animated character from words, with a clip of your face or without",
        video=("video",),
        voice=("audio",),
        sketch=("image",),
    )
    @app_commands.describe(
        prompt="What the character looks like, for example: silver hair, blue eyes, glasses",
        name="Save the character under this name",
        style="How the character is made",
        sketch="A drawing of yours that Stable Diffusion paints over",
        **_MOTION_OPTIONS,
    )
    @app_commands.choices(style=_STYLES)
    @app_commands.autocomplete(motion=known_motions, background=known_backgrounds)
    async def create(
        self,
        interaction: Interaction,
        prompt: Prompt,
        video: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        name: Name = "",
        caption: Caption = "",
        background: Background = "transparent",
        style: str = Source.AUTO.value,
        sketch: discord.Attachment | None = None,
        length: Seconds | None = None,
        private: bool | None = None,
    ) -> None:
        words = PromptSource(prompt.strip(), new_seed(), Source(style))
        character = words if sketch is None else Sketch(words, sketch)
        what = self._motion(video, motion, voice, length)
        await make(interaction, Order(character, what, name, caption, background), private)

    @file_command(
        name="again", description="Animate one of your characters once more", video=("video",), voice=("audio",)
    )
    @app_commands.describe(character="One of your characters; your default one if left out", **_MOTION_OPTIONS)
    @app_commands.autocomplete(character=own_characters, motion=known_motions, background=known_backgrounds)
    async def again(
        self,
        interaction: Interaction,
        character: str = "",
        video: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        private: bool | None = None,
    ) -> None:
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        what = self._motion(video, motion, voice, length)
        await make(interaction, Order(saved, what, caption=caption, background=background), private)

    @file_command(
        name="from-picture",
        description="Make a character from a picture of one",
        picture=("image",),
        video=("video",),
        voice=("audio",),
    )
    @app_commands.describe(
        picture="One figure, seen from the front, with its eyes open",
        name="Save the character under this name",
        **_MOTION_OPTIONS,
    )
    @app_commands.autocomplete(motion=known_motions, background=known_backgrounds)
    async def from_picture(
        self,
        interaction: Interaction,
        picture: discord.Attachment,
        video: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        name: Name = "",
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        private: bool | None = None,
    ) -> None:
        what = self._motion(video, motion, voice, length)
        await make(interaction, Order(Picture(picture), what, name, caption, background), private)

    @file_command(
        name="remix",
        description="Change some words of a character and keep the rest",
        video=("video",),
        voice=("audio",),
    )
    @app_commands.describe(
        character="One of your characters",
        prompt="What is different, for example: with glasses, red hair",
        name="Save the new character under this name",
        **_MOTION_OPTIONS,
    )
    @app_commands.autocomplete(character=own_characters, motion=known_motions, background=known_backgrounds)
    async def remix(
        self,
        interaction: Interaction,
        character: str,
        prompt: Prompt,
        video: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        name: Name = "",
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        private: bool | None = None,
    ) -> None:
        changed = await self.bot.services.characters.remixed(interaction.user.id, character, prompt)
        what = self._motion(video, motion, voice, length)
        await make(interaction, Order(changed, what, name, caption, background), private)

    @app_commands.command(description="Make an animoji in a form, with everything in one place")
    async def studio(self, interaction: Interaction) -> None:
        await StudioModal(reader(interaction)).open(interaction)

    @app_commands.command(description="Show the manners of drawing that a prompt can ask for")
    async def styles(self, interaction: Interaction) -> None:
        await show_styles(interaction)

    def _motion(
        self,
        video: discord.Attachment | None,
        motion: str,
        voice: discord.Attachment | None,
        length: float | None,
    ) -> Clip | Voice | PresetMotion:
        """What the options say; without any, the character idles.

        Raises:
            OneMotionError: they say several things.
        """
        if sum(map(bool, (video, motion, voice))) > 1:
            raise OneMotionError
        if video is not None:
            return Clip(video, length or self.bot.settings.clip_seconds)
        return Voice(voice) if voice is not None else PresetMotion(motion or motions.IDLE)
