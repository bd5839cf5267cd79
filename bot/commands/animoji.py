"""/animoji: words and a motion become an animoji."""

from __future__ import annotations

import discord
from discord import app_commands
from msgspec import structs

from bot.client import Client, Interaction, audience, reader
from bot.commands.autocomplete import known_backgrounds, known_motions, own_characters, seasons_now
from bot.commands.parts import BotGroup
from bot.errors import NoPartnerError, OneMotionError, OnePartnerError
from bot.services import motions
from bot.services.orders import Attached, Beside, Clip, Order, Own, Picture, Preset, Says, Sketch, Voice, Words
from bot.services.seeds import new_seed
from bot.texts import Language
from bot.texts.commands import choice
from bot.views.file_types import file_command
from bot.views.forms import AnimojiForm
from bot.views.making import make
from bot.views.studio import open_studio
from bot.views.styles import show_styles
from bot.views.suggesting import suggest
from bot.views.together import invite
from pipeline import Effect, Effects, Season, Source, find_season, limits

Prompt = app_commands.Range[str, 1, limits.PROMPT_LENGTH]
Name = app_commands.Range[str, 1, limits.NAME_LENGTH]
Caption = app_commands.Range[str, 1, limits.CAPTION_LENGTH]
Say = app_commands.Range[str, 1, limits.SPEECH_LENGTH]
Background = app_commands.Range[str, 1, limits.BACKGROUND_LENGTH]
Seconds = app_commands.Range[float, limits.MIN_USED_SECONDS, limits.MAX_USED_SECONDS]

_AUTO, _OFF = "auto", "off"
_EFFECTS = [choice(f"choice.effect-{name}", name) for name in (_AUTO, _OFF, *(effect.value for effect in Effect))]
_STYLES = [choice(f"choice.style-{source.value}", source.value) for source in Source]


class AnimojiCog(BotGroup, group_name="animoji"):
    def __init__(self, bot: Client) -> None:
        super().__init__(bot)
        offered = {"studio": bool(bot.settings.studio_url), "activity": bot.settings.activity_id is not None}
        for name, is_offered in offered.items():
            if not is_offered and isinstance(self.app_command, app_commands.Group):
                self.app_command.remove_command(name)

    @file_command(
        name="create",
        video=("video",),
        voice=("audio",),
        sketch=("image",),
        photo=("image",),
    )
    @app_commands.choices(style=_STYLES, effects=_EFFECTS)
    @app_commands.autocomplete(motion=known_motions, background=known_backgrounds, season=seasons_now)
    async def create(
        self,
        interaction: Interaction,
        prompt: Prompt = "",
        video: discord.Attachment | None = None,
        photo: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        say: Say = "",
        name: Name = "",
        caption: Caption = "",
        background: Background = "transparent",
        style: str = Source.AUTO.value,
        sketch: discord.Attachment | None = None,
        length: Seconds | None = None,
        effects: str = _AUTO,
        season: str = "",
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        chosen = find_season(season) if season else None
        looks = photo is not None or (video is not None and not prompt.strip())
        dressed = chosen.dressed(prompt) if chosen and (looks or prompt.strip()) else prompt
        words = Words(dressed.strip(), new_seed(), Source(style))
        character = words if sketch is None else Sketch(words, Attached.of(sketch))
        what = self._motion(video, motion, voice, say, length, chosen)
        order = Order(character, what, name, caption, background, Effects.parse(effects), spoiler)
        order = _in_season(order, chosen, audience(interaction))
        if looks:
            await suggest(interaction, order, None if photo is None else Attached.of(photo), private)
            return
        await make(interaction, order, private)

    @file_command(name="again", video=("video",), voice=("audio",))
    @app_commands.choices(effects=_EFFECTS)
    @app_commands.autocomplete(
        character=own_characters, motion=known_motions, background=known_backgrounds, season=seasons_now
    )
    async def again(
        self,
        interaction: Interaction,
        character: str = "",
        video: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        say: Say = "",
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        effects: str = _AUTO,
        season: str = "",
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        chosen = find_season(season) if season else None
        saved = await self.bot.services.characters.find(interaction.user.id, character)
        what = self._motion(video, motion, voice, say, length, chosen)
        order = Order(Own.of(saved), what, "", caption, background, Effects.parse(effects), spoiler)
        await make(interaction, _in_season(order, chosen, audience(interaction)), private)

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
        say: Say = "",
        name: Name = "",
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        effects: str = _AUTO,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        what = self._motion(video, motion, voice, say, length)
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
        say: Say = "",
        name: Name = "",
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        effects: str = _AUTO,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        changed, after = await self.bot.services.characters.remixed(interaction.user.id, character, prompt)
        what = self._motion(video, motion, voice, say, length)
        order = Order(changed, what, name, caption, background, Effects.parse(effects), spoiler, after)
        await make(interaction, order, private)

    @file_command(name="together", video=("video",), voice=("audio",))
    @app_commands.rename(partner_motion="partner-motion")
    @app_commands.autocomplete(
        character=own_characters,
        partner=own_characters,
        motion=known_motions,
        partner_motion=known_motions,
        background=known_backgrounds,
    )
    async def together(
        self,
        interaction: Interaction,
        partner: str = "",
        friend: discord.User | discord.Member | None = None,
        character: str = "",
        video: discord.Attachment | None = None,
        motion: str = "",
        voice: discord.Attachment | None = None,
        say: Say = "",
        partner_motion: str = "",
        caption: Caption = "",
        background: Background = "transparent",
        length: Seconds | None = None,
        spoiler: bool = False,
        private: bool | None = None,
    ) -> None:
        if not (partner or friend):
            raise NoPartnerError
        if partner and friend:
            raise OnePartnerError
        characters = self.bot.services.characters
        saved = await characters.find(interaction.user.id, character)
        what = self._motion(video, motion, voice, say, length)
        beside = Preset(partner_motion) if partner_motion else None
        order = Order(Own.of(saved), what, caption=caption, background=background, spoiler=spoiler)
        if friend is not None:
            await invite(interaction, friend, saved.name, order, beside)
            return
        other = await characters.find(interaction.user.id, partner)
        await make(interaction, structs.replace(order, beside=Beside(Own.of(other), beside)), private)

    @app_commands.command()
    async def form(self, interaction: Interaction) -> None:
        await AnimojiForm(reader(interaction)).open(interaction)

    @app_commands.command()
    async def studio(self, interaction: Interaction) -> None:
        await open_studio(interaction)

    @app_commands.command()
    async def activity(self, interaction: Interaction) -> None:
        await interaction.response.launch_activity()

    @app_commands.command()
    async def styles(self, interaction: Interaction) -> None:
        await show_styles(interaction)

    def _motion(
        self,
        video: discord.Attachment | None,
        motion: str,
        voice: discord.Attachment | None,
        say: str,
        length: float | None,
        season: Season | None = None,
    ) -> Clip | Voice | Says | Preset:
        """What the options say; without any, the character idles, or does what goes with the season.

        Raises:
            OneMotionError: they say several things.
        """
        if sum(map(bool, (video, motion, voice, say))) > 1:
            raise OneMotionError
        if video is not None:
            return Clip(Attached.of(video), length or self.bot.settings.clip_seconds)
        if voice is not None:
            return Voice(Attached.of(voice))
        usual = motions.IDLE if season is None else season.motion
        return Says(say) if say else Preset(motion or usual)


def _in_season(order: Order, season: Season | None, language: Language) -> Order:
    """The order with a season's words and background, where none are asked for."""
    if season is None:
        return order
    return structs.replace(
        order,
        caption=order.caption or season.caption(language.code),
        background=season.background if order.background == "transparent" else order.background,
    )
