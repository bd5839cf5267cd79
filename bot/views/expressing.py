"""From an animoji to an emoji or a sticker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, reader
from bot.discord_services.expressions import (
    ExpressionHome,
    check_name,
    check_sticker_name,
    suggest_emoji_name,
    suggest_sticker_name,
)
from bot.discord_services.services import DiscordServices
from bot.domain import ExpressionKind, Job, KeptAnimoji, MadeExpression, SavedCharacter
from bot.services.orders import Own
from bot.services.packs import emoji_name
from bot.services.wishes import NewEmoji, NewPack, NewSticker, PackFiles, Wish, parts_of
from bot.texts import Language, say
from bot.views.confirming import ConfirmForm
from bot.views.failure import failure_text
from bot.views.job_reply import ask
from bot.views.journal import write_down
from bot.views.layout import Page, file_page, quoted, text_page
from bot.views.letters import Letter, audience_of
from bot.views.parts import Form
from bot.views.result import filename, shown_result, words_for
from pipeline import FEELINGS, AnimojiResult, UserError

_TAG: Final = "😀"
"""The emoji that stands for a sticker, if nobody says which."""
_LISTED: Final = 25
"""Lines of a list."""


async def place_of(interaction: Interaction) -> ExpressionHome:
    """Where an emoji would go, and what the asker and the bot may do there."""
    guild = None
    if interaction.guild_id is not None and interaction.is_guild_integration():
        guild = interaction.client.get_guild(interaction.guild_id)
        if guild is None or guild.unavailable:
            # No gateway has told of its emoji and stickers.
            guild = await interaction.client.fetch_guild(interaction.guild_id, with_counts=False)
    return ExpressionHome(guild, interaction.permissions, interaction.app_permissions)


async def check_emoji(interaction: Interaction) -> ExpressionHome:
    """The place, when the asker may have an emoji added to it. Raises UserError, which says why not."""
    place = await place_of(interaction)
    await interaction.client.services.expressions.check_emoji(place, interaction.user.id)
    await interaction.client.services.guilds.check_emoji(asker(interaction))
    return place


async def check_sticker(interaction: Interaction) -> ExpressionHome:
    """The place, when the asker may have a sticker added to it. Raises UserError, which says why not."""
    place = await place_of(interaction)
    interaction.client.services.expressions.check_sticker(place)
    await interaction.client.services.guilds.check_emoji(asker(interaction))
    return place


async def add_emoji(interaction: Interaction, animoji: KeptAnimoji, name: str) -> None:
    """Makes the animoji an emoji and says so."""
    await check_emoji(interaction)
    checked = check_name(name)
    await interaction.client.services.words.check(asker(interaction), [checked])
    await ask(interaction, NewEmoji(animoji.id, checked))


async def emoji_letter(services: DiscordServices, job: Job, wish: NewEmoji, result: AnimojiResult) -> Letter:
    """The message that shows a new emoji, which is added if it is not there yet."""
    emoji = await services.expressions.ensure_emoji(job, wish.name, result.data, wish.animoji_id)
    key = "emoji.added_to_bot" if job.guild_id is None else "emoji.added"
    text = say(key, await audience_of(services, job), emoji=_shown(emoji), name=emoji.name)
    return Letter(lambda first: text_page(f"{first}\n{text}".strip()))


async def add_sticker(interaction: Interaction, animoji: KeptAnimoji, name: str, tag: str) -> None:
    """Makes the animoji a sticker and shows it."""
    await check_sticker(interaction)
    name, tag = check_sticker_name(name), tag.strip() or _TAG
    await interaction.client.services.words.check(asker(interaction), [name])
    await ask(interaction, NewSticker(animoji.id, name, tag))


async def sticker_letter(services: DiscordServices, job: Job, wish: NewSticker, result: AnimojiResult) -> Letter:
    """The message that shows a new sticker, which is added if it is not there yet.

    Raises:
        AnimojiUnknownError: its animoji was deleted meanwhile.
        UserError: it could not be added.
    """
    finished = await services.animojis.finished(wish.animoji_id, result)
    sticker = await services.expressions.ensure_sticker(job, wish, result.data, result.character.prompt)
    language = await audience_of(services, job)
    text, words = say("sticker.added", language, name=quoted(sticker.name)), await words_for(finished, language)
    return Letter(
        lambda first: file_page(first, shown_result(finished, words), text), {filename(finished): result.data}
    )


def _shown(emoji: MadeExpression) -> str:
    """An emoji as it is written in a message."""
    return f"<a:{emoji.name}:{emoji.discord_id}>"


class EmojiModal(Form):
    """Asks how the emoji is to be called."""

    def __init__(self, animoji: KeptAnimoji, language: Language) -> None:
        super().__init__(say("emoji.title", language))
        self._animoji = animoji
        self.name: ui.TextInput[Any] = ui.TextInput(
            default=suggest_emoji_name(animoji.character.name), min_length=2, max_length=32
        )
        self.add_item(ui.Label(text=say("emoji.name", language), component=self.name))

    async def run(self, interaction: Interaction) -> None:
        await add_emoji(interaction, self._animoji, self.name.value)


class StickerModal(Form):
    """Asks how the sticker is to be called, and which emoji stands for it."""

    def __init__(self, animoji: KeptAnimoji, language: Language) -> None:
        super().__init__(say("sticker.title", language))
        self._animoji = animoji
        name = suggest_sticker_name(animoji.character.name)
        self.name: ui.TextInput[Any] = ui.TextInput(default=name, min_length=2, max_length=30)
        self.tag: ui.TextInput[Any] = ui.TextInput(default=_TAG, max_length=40)
        self.add_item(ui.Label(text=say("sticker.name", language), component=self.name))
        self.add_item(ui.Label(text=say("sticker.tag", language), component=self.tag))

    async def run(self, interaction: Interaction) -> None:
        await add_sticker(interaction, self._animoji, self.name.value, self.tag.value)


async def ask_emoji(interaction: Interaction, animoji_id: int) -> None:
    """Answers the button: anyone may who may add emoji here."""
    await check_emoji(interaction)
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await EmojiModal(animoji, reader(interaction)).open(interaction)


async def ask_sticker(interaction: Interaction, animoji_id: int) -> None:
    """Answers the button: anyone may who may add stickers here."""
    await check_sticker(interaction)
    animoji = await interaction.client.services.animojis.get(animoji_id)
    await StickerModal(animoji, reader(interaction)).open(interaction)


async def add_pack(interaction: Interaction, character: SavedCharacter, name: str, count: int) -> None:
    """Makes several emoji of a character and shows them."""
    services = interaction.client.services
    place = await check_emoji(interaction)
    prefix = check_name(name) if name else suggest_emoji_name(character.name)
    await services.words.check(asker(interaction), [prefix])
    room = await services.expressions.room(place, interaction.user.id)  # nothing is drawn that has no place
    await ask(interaction, NewPack(Own.of(character), prefix, tuple(FEELINGS)[: min(count, room)], count))


def pack_headline(job: Job, wish: Wish, language: Language) -> str:
    """Which emoji of a pack is being drawn; "" where it is no pack."""
    if not isinstance(wish, NewPack | PackFiles):
        return ""
    # What stands for a whole pack shows its first feeling.
    feeling = wish.feelings[job.part] if job.part < len(wish.feelings) else wish.feelings[0]
    return say(
        "pack.step", language, done=job.part + 1, count=parts_of(wish), feeling=say(f"feeling.{feeling}", language)
    )


async def pack_letter(services: DiscordServices, job: Job, wish: NewPack, results: Sequence[AnimojiResult]) -> Letter:
    """The message that shows the emoji of a pack, which are added if they are not there yet.

    Raises:
        UserError: not even the first one could be added.
    """
    made: list[MadeExpression] = []
    stopped: UserError | None = None
    if len(wish.feelings) < wish.wanted:
        stopped = await services.expressions.full(job)
    try:
        for feeling, result in zip(wish.feelings, results, strict=True):
            made.append(await services.expressions.ensure_emoji(job, emoji_name(wish.prefix, feeling), result.data))
    except UserError as error:
        if not made:
            raise
        stopped = error
    language = await audience_of(services, job)
    fields = {"emoji": " ".join(map(_shown, made)), "count": len(made), "name": quoted(wish.character.name)}
    if stopped is None:
        text = say("pack.added", language, **fields)
    else:
        text = say("pack.part", language, wanted=wish.wanted, reason=failure_text(stopped, language), **fields)
    return Letter(lambda first: text_page(f"{first}\n{text}".strip()))


async def ask_remove(interaction: Interaction, discord_id: int) -> None:
    """Asks whether an emoji or a sticker that the bot made is to go.

    Raises:
        ExpressionUnknownError, NotYoursError
    """
    expressions, place, person = interaction.client.services.expressions, await place_of(interaction), interaction.user
    made = await expressions.removable(place, discord_id, person.id)

    async def remove(interaction: Interaction) -> None:
        name = await expressions.remove(place, discord_id, person.id)
        await interaction.response.send_message(say("emoji.removed", reader(interaction), name=name), ephemeral=True)
        removed = {"user": person.mention, "name": quoted(name)}
        await write_down(interaction.client, asker(interaction).guild_id, "journal.removed", **removed)

    language = reader(interaction)
    text = say("delete.expression_text", language, name=quoted(made.name))
    await ConfirmForm(say("delete.expression", language), text, remove).open(interaction)


def made_page(rows: Sequence[MadeExpression], language: Language) -> Page:
    """A list of what the bot made in a place."""
    if not rows:
        return text_page(say("emoji.list_none", language))
    lines = [
        say(
            "emoji.list_line",
            language,
            emoji=say("emoji.list_sticker", language) if row.kind is ExpressionKind.STICKER else _shown(row),
            name=row.name,
            user=f"<@{row.owner_id}>",
            when=discord.utils.format_dt(row.created_at, "R"),
        )
        for row in rows[:_LISTED]
    ]
    return text_page("\n".join([say("emoji.list", language, count=len(rows)), *lines]))
