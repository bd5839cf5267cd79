"""What a job brings its person: a message and its files, before it is known where it will stand."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import discord

from bot.domain import Job
from bot.services.services import Services
from bot.texts import Language
from bot.views.layout import Page


@dataclass(frozen=True)
class Letter:
    """A finished message.

    Attributes:
        page: makes it; its argument is a line to put first, "" for none. A page can be sent once.
        files: what is attached, by name.
    """

    page: Callable[[str], Page]
    files: Mapping[str, bytes] = field(default_factory=dict)

    def attachments(self) -> list[discord.File]:
        """The files, to be sent once."""
        return [discord.File(io.BytesIO(data), name) for name, data in self.files.items()]


def reader_of(job: Job) -> Language:
    """The language of what only the job's person sees."""
    return Language.of(job.locale)


async def audience_of(services: Services, job: Job) -> Language:
    """The language of what everybody sees where the job was asked for."""
    return Language.of((await services.guilds.rules(job.guild_id)).language or job.locale)
