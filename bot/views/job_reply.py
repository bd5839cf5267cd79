"""The one message of a job: asked for, its place in the queue and its progress, and a button to take it back."""

from __future__ import annotations

import logging
import re
from typing import Any, Final

import discord
from discord import ui

from bot.client import UNREACHABLE, Interaction, asker, reader
from bot.services.courier import Standing
from bot.services.jobs import HOLD, Ticket
from bot.services.wishes import Wish
from bot.texts import Language, say, tell
from bot.views.failure import UNKNOWN_INTERACTION
from bot.views.layout import Page
from bot.views.parts import BotButton
from pipeline import Progress, Stage

log = logging.getLogger(__name__)

_BAR: Final = 12
"""Cells of a progress bar."""


class CancelButton(BotButton, template=r"job:cancel:(?P<job>[0-9a-f]{1,20})"):
    """Takes a job back."""

    def __init__(self, job: int, label: str = "Cancel") -> None:
        super().__init__(ui.Button(label=label, style=discord.ButtonStyle.secondary, custom_id=f"job:cancel:{job}"))
        self.job = job

    @classmethod
    def parse(cls, match: re.Match[str]) -> CancelButton:
        name = match["job"]
        return cls(int(name) if name.isdecimal() else 0)  # older versions used other names; those jobs are over

    @property
    def always_open(self) -> bool:
        return True

    async def run(self, interaction: Interaction) -> None:
        may_moderate = interaction.permissions.manage_messages and interaction.guild_id is not None
        jobs, message = interaction.client.services.jobs, interaction.message
        if await jobs.cancel(self.job, interaction.user.id, may_moderate):
            await interaction.response.defer()
            return
        origin = None if message is None else message.interaction_metadata
        is_theirs = may_moderate or (origin is not None and origin.user.id == interaction.user.id)
        text = say("job.gone", reader(interaction))
        if is_theirs and await jobs.is_over(self.job):  # this message shows what does not go on
            await interaction.response.defer()
            await interaction.delete_original_response()
            await interaction.followup.send(text, ephemeral=True)
            return
        await interaction.response.send_message(text, ephemeral=True)


def ticket_of(interaction: Interaction, private: bool) -> Ticket:
    """How an interaction is answered."""
    return Ticket(interaction.id, interaction.token, interaction.expires_at, private)


async def ask(interaction: Interaction, wish: Wish, private: bool = False) -> None:
    """Makes a job of an interaction that nobody has answered yet.

    The job is a row before Discord says that the bot thinks, so nobody is left with that, whatever dies in between.

    Args:
        private: whether only the person of the interaction sees the answer.

    Raises:
        UserError: a limit is reached, or nothing can be written down.
    """
    jobs = interaction.client.services.jobs
    if not await jobs.accept(asker(interaction), ticket_of(interaction, private), wish, HOLD):
        log.info("interaction %d came a second time", interaction.id)
        return
    message_id = None
    try:
        done = await interaction.response.defer(ephemeral=private, thinking=True)
        message_id = None if done is None else done.message_id
    except UNREACHABLE as error:
        if isinstance(error, discord.NotFound) and error.code == UNKNOWN_INTERACTION:
            await jobs.undo(interaction.id)
            raise
        # Discord may have heard it all the same. If it has not, the result comes as a new message.
        log.warning("job %d may not look accepted: %r", interaction.id, error)
    await jobs.acknowledged(interaction.id, message_id)


def progress_page(job: int, text: str, language: Language) -> Page:
    """How far a job is, with the button that takes it back."""
    row: ui.ActionRow[Any] = ui.ActionRow(CancelButton(job, say("job.cancel", language)))
    return Page(ui.TextDisplay(text), row)


def state_text(standing: Standing, language: Language, doing: str = "") -> str:
    """A line or two that say how far a job is, and below them what was noticed so far.

    Args:
        doing: says what is done, for work that has no stages.
    """
    progress = standing.progress or Progress(Stage.QUEUED)
    left = ""
    if progress.seconds_left is not None:
        left = " · " + say("job.seconds_left", language, seconds=max(1, round(progress.seconds_left)))
    if standing.position:
        return say("job.next" if standing.position == 1 else "job.waiting", language, position=standing.position) + left
    if progress.stage is Stage.QUEUED:
        return say("job.starting", language) + left
    stages = list(Stage)[1:]  # waiting is no stage of the work
    # Of the whole job where that is known, so that the bar never falls back.
    done = progress.fraction if progress.whole is None else progress.whole
    fraction = min(max(done, 0.0), 1.0)
    full = round(fraction * _BAR)
    headline = doing or (
        f"**{say(f'job.stage.{progress.stage.value}', language)}** ({stages.index(progress.stage) + 1}/{len(stages)})"
    )
    bar = f"`{'█' * full}{'░' * (_BAR - full)}` {fraction:.0%}{left}"
    return "\n".join([headline, bar, *(f"-# {tell(notice, language)}" for notice in progress.notices)])
