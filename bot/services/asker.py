"""Who asks for something, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asker:
    """A person at a place.

    Attributes:
        user_id: Discord's id of the person.
        locale: what they read.
        guild_id: the server, None outside of servers (and where the bot is not a member).
        channel_id: the channel.
        role_ids: their roles in the server.
        is_admin: whether they may manage the server.
        age_restricted: whether the channel is for adults.
    """

    user_id: int
    locale: str = "en-US"
    guild_id: int | None = None
    channel_id: int | None = None
    role_ids: frozenset[int] = frozenset()
    is_admin: bool = False
    age_restricted: bool = False
