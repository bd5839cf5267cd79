"""From an order to the message with the finished animoji: the same road for commands, buttons and modals."""

from __future__ import annotations

from bot.client import Interaction, asker
from bot.discord_services.services import DiscordServices
from bot.domain import Job
from bot.errors import AnimojiUnknownError
from bot.services.orders import Order
from bot.services.wishes import NewAnimoji, OtherFile
from bot.views.choosing import choice_files
from bot.views.job_reply import ask
from bot.views.layout import Page, file_page
from bot.views.letters import Letter, audience_of, reader_of
from bot.views.result import facts_of, filename, result_page, shown_result, words_for
from pipeline import BUST, AnimojiResult, Format, Framing, Output

REPLY_BYTES = 8 * 1024 * 1024
"""A reply's file is never larger, even where Discord takes more: it has to load on a phone."""

REPLY_FPS = 20.0
"""What looks as smooth as 25 beside other messages, for a fifth fewer bytes."""


def output_for(
    interaction: Interaction,
    form: Format = Format.GIF,
    fps: float = REPLY_FPS,
    framing: Framing = BUST,
) -> Output:
    """A file that can be the answer to ``interaction``, whose size Discord is sure to take."""
    budget = min(interaction.filesize_limit, REPLY_BYTES)
    return Output(form, interaction.client.settings.reply_size, fps, budget, framing, may_shrink=True)


async def first_output(interaction: Interaction, order: Order) -> Output:
    """The file in which a new animoji is shown. Raises AnimojiUnknownError where it is to be like one that is gone."""
    return output_for(interaction, await interaction.client.services.animojis.first_format(order))


async def make(interaction: Interaction, order: Order, private: bool | None = None) -> None:
    """Makes what was ordered and answers with it.

    Args:
        private: whether only the asker sees it; None leaves that to the server.

    Raises:
        UserError: the order was refused.
    """
    services = interaction.client.services
    services.animojis.look_at(order)
    if private is None:
        private = (await services.guilds.rules(interaction.guild_id)).private_by_default
    await services.animojis.check(asker(interaction), order)
    await ask(interaction, NewAnimoji(order, await first_output(interaction, order)), private)


async def animoji_letter(services: DiscordServices, job: Job, result: AnimojiResult) -> Letter:
    """The message with a new animoji. Raises AnimojiUnknownError where it was deleted meanwhile."""
    if job.animoji_id is None:
        raise AnimojiUnknownError
    finished = await services.animojis.finished(job.animoji_id, result)
    files = {filename(finished): result.data} | await choice_files(finished)
    language = await audience_of(services, job)
    words = await words_for(finished, language)
    return Letter(result_page(finished, words, language, services.studio is not None), files)


async def convert(interaction: Interaction, animoji_id: int, form: Format) -> None:
    """Hands its owner an animoji as another kind of file, privately."""
    animoji = await interaction.client.services.animojis.owned(animoji_id, interaction.user.id)
    await ask(interaction, OtherFile(animoji.id, output_for(interaction, form, animoji.fps)), private=True)


async def file_letter(services: DiscordServices, job: Job, wish: OtherFile, result: AnimojiResult) -> Letter:
    """The message with another file of an animoji. Raises AnimojiUnknownError where it was deleted meanwhile."""
    finished, language = await services.animojis.finished(wish.animoji_id, result), reader_of(job)
    words = await words_for(finished, language)

    def page(first: str) -> Page:
        return file_page(first, shown_result(finished, words), facts_of(result, language))

    return Letter(page, {filename(finished): result.data})
