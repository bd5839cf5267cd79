"""/animoji: words and a motion become an animoji."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.commands.autocomplete import known_backgrounds, known_motions, own_characters
from bot.commands.parts import BotGroup
from bot.errors import OneMotionError
from bot.services import motions
from bot.services.orders import Attached, Clip, Order, Own, Picture, Preset, Sketch, Voice, Words
from bot.services.seeds import new_seed
from bot.texts.commands import choice
from bot.views.file_types import file_command
from bot.views.making import make
from bot.views.studio import StudioModal
from bot.views.styles import show_styles
from pipeline import Effect, Effects, Source, limits

Prompt = app_commands.Range[str, 1, limits.PROMPT_LENGTH]
Name = app_commands.Range[str, 1, limits.NAME_LENGTH]
Caption = app_commands.Range[str, 1, limits.CAPTION_LENGTH]
Background = app_commands.Range[str, 1, limits.BACKGROUND_LENGTH]
Seconds = app_commands.Range[float, limits.MIN_USED_SECONDS, limits.MAX_USED_SECONDS]

_AUTO, _OFF = "auto", "off"
_EFFECTS = [choice(f"choice.effect-{name}", name) for name in (_AUTO, _OFF, *(effect.value for effect in Effect))]
_STYLES = [choice(f"choice.style-{source.value}", source.value) for source in Source]


class AnimojiCog(BotGroup, group_name="animoji"):
    @file_command(
        name="create",
        video=("video",),
        voice=("audio",),
        sketch=("image",),
    )
    @app_commands.choices(style=_STYLES, effects=_EFFECTS)
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
        effects: str = _AUTO,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        words = Words(prompt.strip(), new_seed(), Source(style))
        character = words if sketch is None else Sketch(words, Attached.of(sketch))
        what = self._motion(video, motion, voice, length)
        order = Order(character, what, name, caption, background, Effects.parse(effects), spoiler)
        await make(interaction, order, private)

    @file_command(name="again", video=("video",), voice=("audio",))
    @app_commands.choices(effects=_EFFECTS)
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
        effects: str = _AUTO,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        what = self._motion(video, motion, voice, length)
        order = Order(Own.of(saved), what, "", caption, background, Effects.parse(effects), spoiler)
        await make(interaction, order, private)

    @file_command(
        name="from-picture",
        picture=("image",),
        video=("video",),
        voice=("audio",),
    )
    @app_commands.choices(effects=_EFFECTS)
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
        effects: str = _AUTO,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        what = self._motion(video, motion, voice, length)
        who = Picture(Attached.of(picture))
        order = Order(who, what, name, caption, background, Effects.parse(effects), spoiler)
        await make(interaction, order, private)

    @file_command(
        name="remix",
        video=("video",),
        voice=("audio",),
    )
    @app_commands.choices(effects=_EFFECTS)
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
        effects: str = _AUTO,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        changed, after = await self.bot.services.characters.remixed(interaction.user.id, character, prompt)
        what = self._motion(video, motion, voice, length)
        order = Order(changed, what, name, caption, background, Effects.parse(effects), spoiler, after)
        await make(interaction, order, private)

    @app_commands.command()
    async def studio(self, interaction: Interaction) -> None:
        await StudioModal(reader(interaction)).open(interaction)

    @app_commands.command()
    async def styles(self, interaction: Interaction) -> None:
        await show_styles(interaction)

    def _motion(
        self,
        video: discord.Attachment | None,
        motion: str,
        voice: discord.Attachment | None,
        length: float | None,
    ) -> Clip | Voice | Preset:
        """What the options say; without any, the character idles.

        Raises:
            OneMotionError: they say several things.
        """
        if sum(map(bool, (video, motion, voice))) > 1:
            raise OneMotionError
        if video is not None:
            return Clip(Attached.of(video), length or self.bot.settings.clip_seconds)
        return Voice(Attached.of(voice)) if voice is not None else Preset(motion or motions.IDLE)
