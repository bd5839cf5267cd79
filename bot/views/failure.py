"""Saying what went wrong, to the one who asked and to nobody else."""

from __future__ import annotations

import contextlib
import errno
import logging
import secrets
from typing import Final

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.errors import CannotSaveError
from bot.services.metrics import kind_of
from bot.texts import Language, explain, say
from bot.views.layout import quoted
from pipeline import (
    EngineClosedError,
    JobCancelled,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    SetupError,
    UserError,
)

log = logging.getLogger(__name__)

_NO_ROOM: Final = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)
"""What the system says where a disk is full or read-only."""


def failure_text(error: BaseException, language: Language) -> str:
    """One sentence for ``error``. What we did not foresee is logged under an id, which the sentence names."""
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        log.error("The disk cannot be written: %s.", error.strerror)
        return explain(CannotSaveError(), language)
    if isinstance(error, SetupError):
        log.error("not set up right: %s", error)
        return say("failure.setup", language)
    if isinstance(error, UserError):
        return explain(error, language)
    if isinstance(error, JobCancelled):
        return say("job.cancelled", language)
    if isinstance(error, PipelineDiedError | PipelineOverdueError):
        log.error("the pipeline gave up: %s\n%s", error, error.details)
        return say("failure.too_much", language)
    if isinstance(error, EngineClosedError):
        return say("failure.restarting", language)
    if isinstance(error, app_commands.TransformerError):
        return say("failure.value", language, value=quoted(str(error.value), 100))
    if isinstance(error, app_commands.CheckFailure):
        return say("failure.not_here", language)
    incident = secrets.token_hex(4)
    details = error.details if isinstance(error, PipelineError) else ""
    log.error("unforeseen, told to the user as %s\n%s", incident, details, exc_info=error, extra={"incident": incident})
    return say("failure.unknown", language, id=incident)


async def tell_failure(interaction: Interaction, error: BaseException) -> None:
    """Tells the person of ``interaction``, privately. A public "thinking" message of ours is taken away first."""
    text = failure_text(error, reader(interaction))
    interaction.client.services.metrics.failures.labels(kind_of(error)).inc()
    try:
        if not interaction.response.is_done():
            await interaction.response.send_message(text, ephemeral=True)
        elif interaction.is_expired():
            await interaction.user.send(text)
        else:
            if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
                with contextlib.suppress(discord.NotFound):  # somebody else took it away already
                    await interaction.delete_original_response()
            await interaction.followup.send(text, ephemeral=True)
    except discord.DiscordException as refusal:
        log.warning("could not tell user %d %r: %s", interaction.user.id, text, refusal)
