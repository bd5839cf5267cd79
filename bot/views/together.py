"""Asking a friend for a character, to stand beside one's own; what they answer stands in the same message."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, audience, reader
from bot.domain import Invitation, SavedCharacter
from bot.errors import NoCharacterError, NoMeetingPlaceError, NotAFriendError
from bot.services.invitations import Asked
from bot.services.orders import Order, Preset
from bot.texts import ENGLISH, Language, say
from bot.views.job_reply import ticket_of
from bot.views.layout import Page, quoted, text_page
from bot.views.making import first_output
from bot.views.parts import BotButton, Form, one_of

_MOST: Final = 25
"""Lines of a menu (Discord's component reference, string select)."""


class InvitationAnswer(str, Enum):
    """What becomes of an invitation."""

    YES = "yes"
    NO = "no"
    BACK = "back"


class InvitationButton(
    BotButton, template=rf"together:(?P<answer>{'|'.join(InvitationAnswer)}):(?P<invitation>\d{{1,20}})"
):
    """An answer of the friend's, or the asker's way back."""

    def __init__(self, answer: InvitationAnswer, invitation_id: int, language: Language = ENGLISH) -> None:
        super().__init__(one_of("together", answer, invitation_id, answer is InvitationAnswer.YES, language))
        self.answer = answer
        self.invitation_id = invitation_id

    @classmethod
    def parse(cls, match: re.Match[str]) -> InvitationButton:
        return cls(InvitationAnswer(match["answer"]), int(match["invitation"]))

    @property
    def always_open(self) -> bool:
        return self.answer is not InvitationAnswer.YES

    async def run(self, interaction: Interaction) -> None:
        services, person = interaction.client.services, interaction.user.id
        match self.answer:
            case InvitationAnswer.YES:
                invitation = await services.invitations.for_friend(self.invitation_id, person)
                own = await services.characters.like(person, "", _MOST)
                if not own:
                    raise NoCharacterError
                usual = await services.characters.find(person, "")
                await JoinModal(invitation, own, usual.id, reader(interaction)).open(interaction)
            case InvitationAnswer.NO:
                invitation = await services.invitations.decline(self.invitation_id, person)
                text = say("together.declined", audience(interaction), asker=f"<@{invitation.asker_id}>")
                await interaction.response.edit_message(view=text_page(text))
            case InvitationAnswer.BACK:
                moderates = interaction.guild_id is not None and interaction.permissions.manage_messages
                await services.invitations.take_back(self.invitation_id, person, moderates)
                text = say("together.taken_back", audience(interaction))
                await interaction.response.edit_message(view=text_page(text))


class JoinModal(Form):
    """Asks a friend which of their characters stands beside the asker's."""

    def __init__(
        self, invitation: Invitation, characters: Sequence[SavedCharacter], usual: int, language: Language
    ) -> None:
        super().__init__(say("together.title", language))
        self._invitation = invitation
        options = [
            discord.SelectOption(label=saved.name, value=str(saved.id), default=saved.id == usual)
            for saved in characters
        ]
        self.character: ui.Select[Any] = ui.Select(options=options)
        self.add_item(
            ui.Label(
                text=say("together.which", language),
                description=say("together.which_note", language),
                component=self.character,
            )
        )

    async def run(self, interaction: Interaction) -> None:
        services = interaction.client.services
        saved = await services.characters.find(interaction.user.id, self.character.values[0])
        invitation = await services.invitations.accept(self._invitation.id, interaction.user.id, saved)
        text = say(
            "together.accepted",
            audience(interaction),
            friend=interaction.user.mention,
            name=quoted(saved.name),
            asker=f"<@{invitation.asker_id}>",
        )
        await interaction.response.edit_message(view=text_page(text))


async def invite(
    interaction: Interaction, friend: discord.User | discord.Member, name: str, order: Order, motion: Preset | None
) -> None:
    """Asks a friend for a character, in the channel, and waits for their answer.

    Args:
        friend: whom.
        name: of the asker's own character.
        order: what is to be made; who stands beside is still open.
        motion: what the friend's character does, None for what the other one does.

    Raises:
        NotAFriendError: it is the asker or a bot.
        NoMeetingPlaceError: only the asker would see it.
        UserError: the order was refused.
    """
    services, who = interaction.client.services, asker(interaction)
    if friend.bot or friend.id == interaction.user.id:
        raise NotAFriendError
    if interaction.context.dm_channel:
        raise NoMeetingPlaceError
    services.animojis.look_at(order)
    await services.animojis.check(who, order)
    await services.gate.check_consent(friend.id)
    asked = Asked(who, order, await first_output(interaction, order), motion)
    invitation = await services.invitations.invite(ticket_of(interaction, private=False), friend.id, asked)
    language = audience(interaction)
    text = say(
        "together.invitation",
        language,
        friend=friend.mention,
        asker=interaction.user.mention,
        name=quoted(name),
        when=discord.utils.format_dt(invitation.until, "R"),
    )
    row: ui.ActionRow[Any] = ui.ActionRow(
        *(InvitationButton(answer, invitation.id, language) for answer in InvitationAnswer)
    )
    try:
        await interaction.response.send_message(
            view=Page(ui.TextDisplay(text), row), allowed_mentions=discord.AllowedMentions(users=[friend])
        )
    except discord.DiscordException:
        await services.invitations.forget(invitation.id)
        raise
