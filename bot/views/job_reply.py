"""The one message of a job: its place in the queue, its progress, and then what it became."""

from __future__ import annotations

import asyncio
import contextlib
import io
import logging
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, Any

import discord
from discord import ui

from bot.services.jobs import JobState
from bot.texts import say
from bot.views.asking import reader
from bot.views.failure import tell_failure
from bot.views.layout import Page, text_page
from pipeline import Progress, Stage

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot

log = logging.getLogger(__name__)

_BAR = 12
"""Cells of a progress bar."""


class CancelButton(ui.DynamicItem[ui.Button[Any]], template=r"job:cancel:(?P<job>[0-9a-f]{1,16})"):
    """Takes a job back."""

    def __init__(self, job: str, label: str = "Cancel") -> None:
        super().__init__(ui.Button(label=label, style=discord.ButtonStyle.secondary, custom_id=f"job:cancel:{job}"))
        self.job = job

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> CancelButton:
        return cls(match["job"])

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        bot: AnimeMojiBot = interaction.client
        may_moderate = interaction.permissions.manage_messages and interaction.guild_id is not None
        try:
            running = bot.services.jobs.cancel(self.job, interaction.user.id, may_moderate)
            if running:
                await interaction.response.defer()
            else:
                await interaction.response.send_message(say("job.gone", interaction.locale), ephemeral=True)
        except Exception as error:
            await tell_failure(interaction, error)


class JobReply:
    """Answers an interaction while and after its job runs; what goes wrong inside the block is told privately.

    async with JobReply(interaction) as reply:
        finished = await …(on_state=reply.show)
        await reply.finish(lambda: …)
    """

    def __init__(self, interaction: discord.Interaction[AnimeMojiBot], private: bool = False) -> None:
        self._interaction = interaction
        self._private = private
        self.headline = ""
        """What stands above the progress, where a job is one of several."""
        self._shown = ""
        self._shown_at = 0.0
        self._message_id: int | None = None

    async def __aenter__(self) -> JobReply:
        task = asyncio.current_task()
        assert task is not None
        self._task = task
        self._interaction.client.conversations.add(task)
        await self._interaction.response.defer(ephemeral=self._private, thinking=True)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        try:
            if not isinstance(error, Exception):
                return False
            await tell_failure(self._interaction, error)
            return True
        finally:
            self._interaction.client.conversations.discard(self._task)

    async def show(self, state: JobState) -> None:
        """Shows how far the job is, if that is news and the last news are not too fresh.

        That it fails at times must not stop the job.
        """
        interaction = self._interaction
        locale = reader(interaction)
        text = f"{self.headline}\n{state_text(state, locale)}".strip()
        now = asyncio.get_running_loop().time()
        soon = self._shown_at and now - self._shown_at < interaction.client.settings.progress_seconds * 0.9
        if soon or text == self._shown or interaction.is_expired():
            return
        self._shown, self._shown_at = text, now
        row: ui.ActionRow[Any] = ui.ActionRow(CancelButton(state.job, say("job.cancel", locale)))
        try:
            message = await interaction.edit_original_response(view=Page(ui.TextDisplay(text), row))
            self._message_id = message.id
        except (discord.DiscordException, OSError) as error:
            log.warning("progress was not shown: %s", error)

    async def wait(self, until: datetime) -> None:
        """Says that Discord takes no more emoji for now, and that it goes on by itself."""
        text = say("emoji.waiting", self._interaction.locale, when=discord.utils.format_dt(until, "R"))
        with contextlib.suppress(discord.DiscordException, OSError):
            await self._interaction.edit_original_response(view=text_page(text))

    async def finish(
        self, make_page: Callable[[str], Page], files: Mapping[str, bytes] | None = None
    ) -> discord.Message | None:
        """Shows the result, and answers the message it stands in.

        When the interaction can no longer be answered (Discord waits 15 minutes), it goes to the channel, or else to
        the person directly; None when neither took it.

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
        first = say("job.delivered_late", interaction.locale, mention=interaction.user.mention)
        ping = discord.AllowedMentions(users=[interaction.user])
        places: list[Any] = [interaction.user] if self._private else [interaction.channel, interaction.user]
        for place in places:
            with contextlib.suppress(discord.DiscordException, OSError, AttributeError):
                message: discord.Message = await place.send(view=make_page(first), files=fresh(), allowed_mentions=ping)
                await self._take_progress_away()
                return message
        log.error("nobody took the late answer to user %d", interaction.user.id)
        return None

    async def _take_progress_away(self) -> None:
        """Deletes the progress that the interaction itself can no longer change."""
        channel: Any = self._interaction.channel
        if self._message_id is not None and not self._private:
            with contextlib.suppress(discord.DiscordException, OSError, AttributeError):
                await channel.get_partial_message(self._message_id).delete()


def state_text(state: JobState, locale: object) -> str:
    """A line or two that say how far a job is."""
    progress = state.progress or Progress(Stage.QUEUED)
    left = ""
    if progress.seconds_left is not None:
        left = " · " + say("job.seconds_left", locale, seconds=max(1, round(progress.seconds_left)))
    if state.position:
        return say("job.next" if state.position == 1 else "job.waiting", locale, position=state.position) + left
    if progress.stage is Stage.QUEUED:
        return say("job.starting", locale) + left
    stages = list(Stage)[1:]  # waiting is no stage of the work
    fraction = min(max(progress.fraction, 0.0), 1.0)
    full = round(fraction * _BAR)
    headline = (
        f"**{say(f'job.stage.{progress.stage.value}', locale)}** ({stages.index(progress.stage) + 1}/{len(stages)})"
    )
    return f"{headline}\n`{'█' * full}{'░' * (_BAR - full)}` {fraction:.0%}{left}"
