"""The one message of a job: its place in the queue, its progress, and then what it became."""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import discord
from discord import ui

from bot.client import Interaction, audience, reader
from bot.errors import UndeliverableError
from bot.services.jobs import JobState
from bot.texts import Language, say
from bot.views.layout import Page, text_page
from bot.views.parts import BotButton
from pipeline import Progress, Stage

log = logging.getLogger(__name__)

_BAR = 12
"""Cells of a progress bar."""


class CancelButton(BotButton, template=r"job:cancel:(?P<job>[0-9a-f]{1,16})"):
    """Takes a job back."""

    def __init__(self, job: str, label: str = "Cancel") -> None:
        super().__init__(ui.Button(label=label, style=discord.ButtonStyle.secondary, custom_id=f"job:cancel:{job}"))
        self.job = job

    @classmethod
    def parse(cls, match: re.Match[str]) -> CancelButton:
        return cls(match["job"])

    @property
    def always_open(self) -> bool:
        return True

    async def run(self, interaction: Interaction) -> None:
        may_moderate = interaction.permissions.manage_messages and interaction.guild_id is not None
        if interaction.client.services.jobs.cancel(self.job, interaction.user.id, may_moderate):
            await interaction.response.defer()
        else:
            await interaction.response.send_message(say("job.gone", reader(interaction)), ephemeral=True)


class JobReply:
    """Answers an interaction while and after its job runs.

    reply = await JobReply.begin(interaction)
    finished = await …(on_state=reply.show)
    await reply.finish(lambda: …)
    """

    def __init__(self, interaction: Interaction, private: bool) -> None:
        self._interaction = interaction
        self._private = private
        self.headline = ""
        """What stands above the progress, where a job is one of several."""
        self._shown = ""
        self._shown_at = 0.0
        self._message_id: int | None = None

    @classmethod
    async def begin(cls, interaction: Interaction, private: bool = False) -> JobReply:
        """Tells Discord that the answer takes a while; ``private``: only the person of the interaction sees it."""
        await interaction.response.defer(ephemeral=private, thinking=True)
        interaction.client.keep_conversation()
        return cls(interaction, private)

    async def show(self, state: JobState) -> None:
        """Shows how far the job is, if that is news and the last news are not too fresh.

        That it fails at times must not stop the job.
        """
        interaction = self._interaction
        language = audience(interaction)
        text = f"{self.headline}\n{state_text(state, language)}".strip()
        now = asyncio.get_running_loop().time()
        soon = self._shown_at and now - self._shown_at < interaction.client.settings.progress_seconds * 0.9
        if soon or text == self._shown or interaction.is_expired():
            return
        self._shown, self._shown_at = text, now
        row: ui.ActionRow[Any] = ui.ActionRow(CancelButton(state.job, say("job.cancel", language)))
        try:
            message = await interaction.edit_original_response(view=Page(ui.TextDisplay(text), row))
            self._message_id = message.id
        except (discord.DiscordException, OSError) as error:
            log.warning("progress was not shown: %s", error)

    async def wait(self, until: datetime) -> None:
        """Says that Discord takes no more emoji for now, and that it goes on by itself."""
        text = say("emoji.waiting", reader(self._interaction), when=discord.utils.format_dt(until, "R"))
        with contextlib.suppress(discord.DiscordException, OSError):
            await self._interaction.edit_original_response(view=text_page(text))

    async def finish(
        self, make_page: Callable[[str], Page], files: Mapping[str, bytes] | None = None
    ) -> discord.Message:
        """Shows the result, and returns the message it stands in.

        When the interaction can no longer be answered (Discord waits 15 minutes), it goes to the channel, or else to
        the person directly.

        Raises:
            UndeliverableError: nobody took it; the file is too large, or the bot may not write.

        Args:
            make_page: makes the message; its argument is a line to put first, "" for none. Called for each try.
            files: what to attach, by name.
        """

        def fresh() -> list[discord.File]:
            return [discord.File(io.BytesIO(data), name) for name, data in (files or {}).items()]

        interaction = self._interaction
        if not interaction.is_expired():
            try:
                return await interaction.edit_original_response(view=make_page(""), attachments=fresh())
            except (discord.DiscordException, OSError) as error:
                log.warning("the answer was not taken, it goes to the channel: %s", error)
        first = say("job.delivered_late", reader(interaction), mention=interaction.user.mention)
        ping = discord.AllowedMentions(users=[interaction.user])
        places: list[Any] = [interaction.user] if self._private else [interaction.channel, interaction.user]
        for place in places:
            with contextlib.suppress(discord.DiscordException, OSError, AttributeError):
                message: discord.Message = await place.send(view=make_page(first), files=fresh(), allowed_mentions=ping)
                await self._take_progress_away()
                return message
        log.error("nobody took the answer to user %d", interaction.user.id)
        if interaction.is_expired():
            await self._take_progress_away()
        raise UndeliverableError

    async def _take_progress_away(self) -> None:
        """Deletes the progress that the interaction itself can no longer change."""
        channel: Any = self._interaction.channel
        if self._message_id is not None and not self._private:
            with contextlib.suppress(discord.DiscordException, OSError, AttributeError):
                await channel.get_partial_message(self._message_id).delete()


def state_text(state: JobState, language: Language) -> str:
    """A line or two that say how far a job is."""
    progress = state.progress or Progress(Stage.QUEUED)
    left = ""
    if progress.seconds_left is not None:
        left = " · " + say("job.seconds_left", language, seconds=max(1, round(progress.seconds_left)))
    if state.position:
        return say("job.next" if state.position == 1 else "job.waiting", language, position=state.position) + left
    if progress.stage is Stage.QUEUED:
        return say("job.starting", language) + left
    stages = list(Stage)[1:]  # waiting is no stage of the work
    # Of the whole job where that is known, so that the bar never falls back.
    done = progress.fraction if progress.whole is None else progress.whole
    fraction = min(max(done, 0.0), 1.0)
    full = round(fraction * _BAR)
    headline = (
        f"**{say(f'job.stage.{progress.stage.value}', language)}** ({stages.index(progress.stage) + 1}/{len(stages)})"
    )
    return f"{headline}\n`{'█' * full}{'░' * (_BAR - full)}` {fraction:.0%}{left}"
