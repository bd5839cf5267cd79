"""From an order to the message with the finished animoji: the same road for commands, buttons and modals."""

from __future__ import annotations

from bot.client import Interaction, asker, audience, reader
from bot.services.animojis import Finished
from bot.services.orders import Order
from bot.texts import file_size, say
from bot.views.choosing import choice_files
from bot.views.job_reply import JobReply
from bot.views.layout import Page, file_page
from bot.views.result import filename, result_page
from pipeline import BUST, Format, Framing, Output

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


async def make(interaction: Interaction, order: Order, private: bool | None = None) -> None:
    """Makes what was ordered and answers with it.

    Args:
        private: whether only the asker sees it; None leaves that to the server.

    Raises:
        UserError: the order was refused before work began; nothing was answered yet.
    """
    services = interaction.client.services
    await services.animojis.check(asker(interaction), order)
    if private is None:
        private = (await services.guilds.rules(interaction.guild_id)).private_by_default
    reply = await JobReply.begin(interaction, private)
    finished = await services.animojis.make(asker(interaction), order, output_for(interaction), reply.show)
    await _post(interaction, reply, finished)


async def _post(interaction: Interaction, reply: JobReply, finished: Finished) -> None:
    page = result_page(finished, audience(interaction))
    files = {filename(finished): finished.result.data} | await choice_files(finished)
    message = await reply.finish(page, files)
    await interaction.client.services.animojis.posted(finished.animoji.id, message.channel.id, message.id)


async def convert(interaction: Interaction, animoji_id: int, form: Format) -> None:
    """Hands its owner an animoji as another kind of file, privately."""
    services = interaction.client.services
    animoji = await services.animojis.owned(animoji_id, interaction.user.id)
    reply = await JobReply.begin(interaction, private=True)
    result = await services.animojis.redraw(
        animoji, output_for(interaction, form, animoji.fps), asker(interaction), reply.show
    )
    name = f"animoji-{animoji.id}{form.extension}"
    facts = say(
        "result.facts",
        reader(interaction),
        seconds=f"{result.seconds_of_motion:.1f}",
        frames=result.frames,
        size=result.size,
        format=form.value.upper(),
        bytes=file_size(len(result.data)),
    )

    def page(first: str) -> Page:
        return file_page(first, name, facts)

    await reply.finish(page, {name: result.data})
