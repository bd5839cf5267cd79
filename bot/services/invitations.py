"""Friends who are asked to lend a character to somebody else's animoji, and what comes of it when they agree."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Final

import msgspec
from msgspec import structs

from bot.domain import Invitation, SavedCharacter
from bot.errors import (
    AskerBusyError,
    CannotSaveError,
    InvitationGoneError,
    NotInvitedError,
    NotYoursError,
    TooManyInvitationsError,
)
from bot.services.asker import Asker
from bot.services.jobs import JobService, Ticket
from bot.services.orders import Beside, Order, Own, Preset
from bot.services.wishes import NewAnimoji
from bot.store.database import Store
from pipeline import Output, UserError

LASTS: Final = timedelta(hours=12)
"""Shorter than Discord keeps a clip that was sent along (a day)."""
_MOST: Final = 3
"""Open invitations of one person, so that nobody is pestered."""


class Asked(msgspec.Struct, frozen=True):
    """What an invitation is for.

    Attributes:
        asker: who asks, and where.
        order: what is to be made; who stands beside is still open.
        output: as which file.
        motion: what the friend's character does, None for what the other one does.
    """

    asker: Asker
    order: Order
    output: Output
    motion: Preset | None = None


class InvitationService:
    """Keeps invitations until they are answered."""

    def __init__(self, store: Store, jobs: JobService) -> None:
        self._store = store
        self._jobs = jobs

    async def invite(self, ticket: Ticket, friend_id: int, asked: Asked) -> Invitation:
        """Asks a friend. Raises TooManyInvitationsError."""
        now = datetime.now(timezone.utc)
        data = msgspec.to_builtins(asked)
        invitation = Invitation(
            ticket.id, asked.asker.user_id, friend_id, data, ticket.token, ticket.token_until, now + LASTS
        )
        async with self._store.work() as work:
            await work.invitations.forget_before(now)
            if await work.invitations.count(asked.asker.user_id) >= _MOST:
                raise TooManyInvitationsError(limit=_MOST)
            await work.invitations.add(invitation)
        return invitation

    async def for_friend(self, invitation_id: int, user_id: int) -> Invitation:
        """An open invitation, for the one who is invited.

        Raises:
            InvitationGoneError: it was answered, taken back, or is over.
            NotInvitedError: somebody else is.
        """
        invitation = await self._open(invitation_id)
        if invitation.friend_id != user_id:
            raise NotInvitedError(user=f"<@{invitation.friend_id}>")
        return invitation

    async def accept(self, invitation_id: int, user_id: int, character: SavedCharacter) -> Invitation:
        """The friend lends this character of theirs, and the animoji is begun.

        Raises:
            InvitationGoneError, NotInvitedError
            AskerBusyError: the asker has reached a limit; the invitation stays open.
        """
        invitation = await self.for_friend(invitation_id, user_id)
        asked = msgspec.convert(invitation.asked, Asked)
        order = structs.replace(asked.order, beside=Beside(Own.of(character), asked.motion))
        ticket = Ticket(invitation.id, invitation.token, invitation.token_until, private=False)
        try:
            await self._jobs.accept(asked.asker, ticket, NewAnimoji(order, asked.output))
        except CannotSaveError:
            raise
        except UserError as error:  # a limit of the asker's, which is nothing to their friend
            raise AskerBusyError(user=f"<@{invitation.asker_id}>") from error
        await self.forget(invitation.id)
        return invitation

    async def decline(self, invitation_id: int, user_id: int) -> Invitation:
        """The friend would rather not. Raises InvitationGoneError, NotInvitedError."""
        invitation = await self.for_friend(invitation_id, user_id)
        await self.forget(invitation.id)
        return invitation

    async def take_back(self, invitation_id: int, user_id: int, may_moderate: bool) -> None:
        """The asker, or a moderator, takes it back. Raises InvitationGoneError, NotYoursError."""
        invitation = await self._open(invitation_id)
        if invitation.asker_id != user_id and not may_moderate:
            raise NotYoursError
        await self.forget(invitation.id)

    async def forget(self, invitation_id: int) -> None:
        """Forgets an invitation."""
        async with self._store.work() as work:
            await work.invitations.remove(invitation_id)

    async def _open(self, invitation_id: int) -> Invitation:
        async with self._store.look() as work:
            invitation = await work.invitations.get(invitation_id)
        if invitation is None or invitation.until <= datetime.now(timezone.utc):
            raise InvitationGoneError
        return invitation
