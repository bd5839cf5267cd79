"""Saying what went wrong, to the one who asked and to nobody else."""

from __future__ import annotations

import contextlib
import logging
from functools import partial
from typing import Final

import discord
from discord import app_commands

from bot.client import Interaction, reader
from bot.services.failures import Failure
from bot.services.metrics import kind_of
from bot.texts import Language, say
from bot.views.layout import quoted

log = logging.getLogger(__name__)

UNKNOWN_INTERACTION: Final = 10062
"""Error code: more than three seconds went by (API reference, opcodes and status codes)."""
_TOO_LATE: Final = (UNKNOWN_INTERACTION, 40060)
"""The latter: somebody answered before, as happens while one process takes over from another."""


def failure_text(error: BaseException, language: Language) -> str:
    """One sentence for ``error``. What we did not foresee is logged under an id, which the sentence names."""
    if isinstance(error, app_commands.TransformerError):
        return say("failure.value", language, value=quoted(str(error.value), 100))
    if isinstance(error, app_commands.CheckFailure):
        return say("failure.not_here", language)
    return told(Failure.of(error), language)


def told(failure: Failure, language: Language) -> str:
    """One sentence, whose times Discord shows as each reader counts them: "in 5 minutes"."""
    return failure.text(language, partial(discord.utils.format_dt, style="R"))


async def tell_failure(interaction: Interaction, error: BaseException) -> None:
    """Tells the person of ``interaction``, privately. A public "thinking" message of ours is taken away first."""
    if isinstance(error, discord.HTTPException) and error.code in _TOO_LATE:
        log.warning("interaction %d is answered by another process, or not at all: %s", interaction.id, error)
        return
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
