"""What the buttons below an animoji do."""

from __future__ import annotations

from functools import partial

from bot.client import Interaction, reader
from bot.services.orders import Order, Own, SameMotion, Words
from bot.services.seeds import new_seed
from bot.texts import say
from bot.views.animoji_buttons import PICKS, Action, does
from bot.views.confirming import ConfirmForm
from bot.views.elsewhere import ask_pack
from bot.views.expressing import ask_emoji, ask_sticker
from bot.views.journal import write_down
from bot.views.layout import quoted
from bot.views.making import convert, make
from bot.views.modals import MotionModal, RenameModal, TweakModal
from pipeline import Format, Source


async def _reroll(interaction: Interaction, animoji_id: int) -> None:
    animoji = await interaction.client.services.animojis.owned(animoji_id, interaction.user.id)
    character = animoji.character
    words = Words(character.prompt, new_seed(), Source(character.kind.value))
    order = Order.like(animoji, words, SameMotion(animoji.id))
    await make(interaction, order, private=_is_private(interaction))


async def _tweak(interaction: Interaction, animoji_id: int) -> None:
    animoji = await interaction.client.services.animojis.owned(animoji_id, interaction.user.id)
    await TweakModal(animoji, reader(interaction), _is_private(interaction)).open(interaction)


async def _motion(interaction: Interaction, animoji_id: int) -> None:
    animoji = await interaction.client.services.animojis.owned(animoji_id, interaction.user.id)
    await MotionModal(animoji, reader(interaction), _is_private(interaction)).open(interaction)


async def _rename(interaction: Interaction, animoji_id: int) -> None:
    animoji = await interaction.client.services.animojis.owned(animoji_id, interaction.user.id)
    await RenameModal(animoji.character, reader(interaction)).open(interaction)


async def _pick(interaction: Interaction, animoji_id: int, number: int) -> None:
    services = interaction.client.services
    animoji = await services.animojis.owned(animoji_id, interaction.user.id)
    await services.characters.check_choice(animoji.character, number)
    order = Order.like(animoji, Own.of(animoji.character, number), SameMotion(animoji.id))
    await make(interaction, order, private=_is_private(interaction))


async def _delete(interaction: Interaction, animoji_id: int) -> None:
    moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
    origin = interaction.message.interaction_metadata if interaction.message is not None else None
    # Their own message can always go, also when the bot has forgotten whose animoji it shows.
    theirs = origin is not None and origin.user.id == interaction.user.id
    animojis = interaction.client.services.animojis
    if not (moderates or theirs):
        await animojis.shown_in(animoji_id, interaction.user.id)

    async def delete(interaction: Interaction) -> None:
        gone = await animojis.delete(animoji_id, interaction.user.id, moderates or theirs)
        await interaction.response.defer()
        await interaction.delete_original_response()
        if gone is not None:
            people = {"user": interaction.user.mention, "owner": f"<@{gone.owner_id}>"}
            name = quoted(gone.character.name)
            await write_down(interaction.client, gone.guild_id, "journal.deleted", name=name, **people)

    language = reader(interaction)
    question = say("delete.animoji", language)
    await ConfirmForm(question, say("delete.animoji_text", language), delete, always_open=True).open(interaction)


def _is_private(interaction: Interaction) -> bool:
    """Whether the message of this button is seen by one person only; then so is what comes of it."""
    return interaction.message is not None and interaction.message.flags.ephemeral


does(Action.REROLL, _reroll)
does(Action.TWEAK, _tweak)
does(Action.MOTION, _motion)
does(Action.RENAME, _rename)
does(Action.EMOJI, ask_emoji)
does(Action.STICKER, ask_sticker)
does(Action.PACK, ask_pack)
does(Action.MP4, partial(convert, form=Format.MP4))
does(Action.WEBP, partial(convert, form=Format.WEBP))
does(Action.DELETE, _delete)
for _number, _action in enumerate(PICKS, 1):
    does(_action, partial(_pick, number=_number))
