"""Invitations in the database."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncSession

from bot.domain import Invitation
from bot.store.models import InvitationRow


class InvitationRepository:
    """The table of invitations that are not answered yet."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def add(self, invitation: Invitation) -> None:
        """Remembers an invitation."""
        self._session.add(InvitationRow(**vars(invitation)))
        await self._session.flush()

    async def get(self, invitation_id: int) -> Invitation | None:
        """The invitation with this id."""
        row = await self._session.get(InvitationRow, invitation_id)
        if row is None:
            return None
        return Invitation(row.id, row.asker_id, row.friend_id, row.asked, row.token, row.token_until, row.until)

    async def count(self, asker_id: int) -> int:
        """How many of this person's invitations are open."""
        query = sa.select(sa.func.count()).select_from(InvitationRow).where(InvitationRow.asker_id == asker_id)
        return await self._session.scalar(query) or 0

    async def remove(self, invitation_id: int) -> None:
        """Forgets an invitation."""
        await self._session.execute(sa.delete(InvitationRow).where(InvitationRow.id == invitation_id))

    async def forget_before(self, moment: datetime) -> None:
        """Forgets what is over."""
        await self._session.execute(sa.delete(InvitationRow).where(InvitationRow.until < moment))
