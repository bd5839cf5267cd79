"""What the bot keeps, as plain values: repositories return them, services pass them on, and views show them.

They hold what can be read at a glance. Pictures and motions are large, so they are read only when they are needed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Any, Final

from pipeline import CharacterKind, Format, PoserName, limits

KEY_LENGTH: Final = 3 * limits.NAME_LENGTH
"""Characters in the key of a name, at most: letters may become several (ß is two, ㌖ is six)."""


def name_key(name: str) -> str:
    """What makes two names the same: capitals and widths do not count, so Ａｎｎａ is Anna (Unicode, NFKC_Casefold)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


@dataclass(frozen=True)
class SavedCharacter:
    """A character that somebody saved.

    Attributes:
        prompt: the words it was made from, "" if it was made from a picture.
        has_picture: whether it is a picture; otherwise the rig draws it.
        is_default: whether it is taken where its owner names none.
        share_code: the code by which others can copy it, None while it is not shared.
    """

    id: int
    owner_id: int
    name: str
    kind: CharacterKind
    prompt: str
    seed: int
    has_picture: bool
    is_default: bool
    share_code: str | None
    created_at: datetime


@dataclass(frozen=True)
class KeptAnimoji:
    """A finished animoji, and where it was posted (None where that is not known).

    ``spoiler``: whether it is hidden until somebody clicks on it.
    """

    id: int
    owner_id: int
    character: SavedCharacter
    caption: str
    background: str
    spoiler: bool
    format: Format
    size: int
    fps: float
    poser: PoserName
    guild_id: int | None
    channel_id: int | None
    message_id: int | None
    created_at: datetime


class ExpressionKind(str, Enum):
    """What the bot made of an animoji in Discord."""

    EMOJI = "emoji"
    """An emoji of a server."""
    STICKER = "sticker"
    """A sticker of a server."""
    APPLICATION_EMOJI = "application_emoji"
    """An emoji of the bot itself, for people who installed it for themselves."""


@dataclass(frozen=True)
class MadeExpression:
    """An emoji or a sticker that the bot made."""

    owner_id: int
    animoji_id: int | None
    kind: ExpressionKind
    discord_id: int
    guild_id: int | None
    name: str
    created_at: datetime


class JobState(str, Enum):
    """Where a job is in its life. docs/reliability.md says who may lead it from one to the next."""

    QUEUED = "queued"
    """It waits for its turn."""
    RUNNING = "running"
    """Somebody holds its lease and draws it."""
    RENDERED = "rendered"
    """It is drawn, and must reach its person."""
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"


STUDENT_JOB: Final = "student"
"""The kind of jobs that nobody asked for or waits for: the student of a picture character is made."""


@dataclass(frozen=True)
class Job:
    """What somebody asked for and what has become of it so far: a row of the table of jobs.

    Attributes:
        id: of the interaction that asked for it, or of the character whose student it makes.
        kind: what sort of work it is, in a word.
        owner_id, guild_id, channel_id: who asked, and where.
        message_id: the message that shows its progress, where that is known.
        token: answers the interaction until ``token_until``.
        private: whether only its person sees the answer.
        locale: what its person reads.
        wish: what was asked, as ``bot.services.wishes`` writes it.
        size: bytes of the files that it needs.
        part: how many of its files are drawn.
        attempts: how often its present state was worked on, this time included.
        fence: grows whenever somebody takes it, or takes it away; who holds an old one may change nothing any more.
        animoji_id: the animoji that was kept for it.
        failure: why it failed, as ``bot.services.failures`` writes it.
        shown_at: when its person last saw its place in the queue.
    """

    id: int
    kind: str
    owner_id: int
    guild_id: int | None
    channel_id: int | None
    message_id: int | None
    token: str
    token_until: datetime
    private: bool
    locale: str
    wish: dict[str, Any]
    size: int
    state: JobState
    part: int
    attempts: int
    fence: int
    animoji_id: int | None
    failure: dict[str, Any] | None
    asked_at: datetime
    rendered_at: datetime | None
    shown_at: datetime | None = None


class FilterLevel(str, Enum):
    """How careful the word filter is."""

    OFF = "off"
    STANDARD = "standard"
    STRICT = "strict"


@dataclass(frozen=True)
class Rules:
    """What a server allows; the defaults allow everything. None stands for the bot's own setting.

    Attributes:
        channel_ids: channels in which the bot may be used, none for all.
        role_ids: roles that may use it, none for everybody.
        emoji_role_ids: roles that may have emoji and stickers added, none for everybody who may create expressions.
        role_quotas: animojis a day for people with a role.
        daily_quota: animojis per person and day.
        server_quota: animojis in the whole server per day.
        cooldown_seconds: seconds between two animojis of one person.
        private_by_default: whether answers are private where nobody says.
        filter_level: how careful the word filter is.
        language: the locale of public answers, None for that of who asks.
    """

    channel_ids: frozenset[int] = frozenset()
    role_ids: frozenset[int] = frozenset()
    emoji_role_ids: frozenset[int] = frozenset()
    role_quotas: dict[int, int] = field(default_factory=dict)
    daily_quota: int | None = None
    server_quota: int | None = None
    cooldown_seconds: int | None = None
    private_by_default: bool = False
    filter_level: FilterLevel | None = None
    language: str | None = None

    def quota_of(self, role_ids: frozenset[int]) -> int | None:
        """The largest daily quota of these roles, or else everybody's."""
        of_roles = [quota for role, quota in self.role_quotas.items() if role in role_ids]
        return max(of_roles) if of_roles else self.daily_quota
