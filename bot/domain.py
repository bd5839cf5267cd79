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
PREFIX_LENGTH: Final = 20
"""Characters in the prefix of a character, at most."""


def name_key(name: str) -> str:
    """What makes two names the same: capitals and widths do not count, so Ａｎｎａ is Anna (Unicode, NFKC_Casefold)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


class Platform(str, Enum):
    """Where people talk to the bot.

    The same number stands for different people on two platforms, so in the database Discord's people have theirs, which
    are above 0, and Telegram's have theirs with a minus.
    """

    DISCORD = "discord"
    TELEGRAM = "telegram"

    def person(self, number: int) -> int:
        """The id in the database of the person who has this number (above 0) here; and the other way round."""
        return number if self is Platform.DISCORD else -number


@dataclass(frozen=True)
class SavedCharacter:
    """A character that somebody saved.

    Attributes:
        prompt: the words it was made from, "" if it was made from a picture.
        has_picture: whether it is a picture; otherwise the rig draws it.
        is_default: whether it is taken where its owner names none.
        share_code: the code by which others can copy it, None while it is not shared.
        prefix: how messages begin that are said as it, None where there is no such beginning.
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
    prefix: str | None = None


class Mood(str, Enum):
    """What a character's face can show while it speaks: nothing in particular, or one of ``pipeline.FEELINGS``."""

    NEUTRAL = "neutral"
    HAPPY = "happy"
    SAD = "sad"
    ANGRY = "angry"
    LOVE = "love"
    SHOCK = "shock"
    SLEEPY = "sleepy"
    THINK = "think"
    SHY = "shy"
    SMUG = "smug"
    HI = "hi"
    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class Speech:
    """A message that a person posted as one of their characters; what it says is not kept.

    Attributes:
        message_id, channel_id, guild_id: where it stands; the channel may be a thread.
        webhook_id: what posted it.
        owner_id: whose words it has.
        character_id: as whom; None where that character is gone.
        name: what the character was called then.
    """

    message_id: int
    channel_id: int
    guild_id: int
    webhook_id: int
    owner_id: int
    character_id: int | None
    name: str
    said_at: datetime


@dataclass(frozen=True)
class KeptAnimoji:
    """A finished animoji, and where it was posted (None where that is not known).

    ``spoiler``: whether it is hidden until somebody clicks on it. ``partner``: who stands beside the character, who
    may be somebody else's.
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
    partner: SavedCharacter | None = None

    @property
    def shows_friend(self) -> bool:
        """Whether a character of somebody else is in it, who agreed to this one animoji."""
        return self.partner is not None and self.partner.owner_id != self.owner_id

    def is_in_it(self, user_id: int) -> bool:
        """Whether it is this person's, or shows a character of theirs."""
        return user_id == self.owner_id or (self.partner is not None and user_id == self.partner.owner_id)


@dataclass(frozen=True)
class Invitation:
    """A person is asked to lend one of their characters to somebody else's animoji.

    Attributes:
        id: of the interaction that asked, and of the job that comes of it.
        asker_id, friend_id: who asks whom.
        asked: what for, as ``bot.services.invitations`` writes it.
        token: answers the interaction until ``token_until``.
        until: when it is over.
    """

    id: int
    asker_id: int
    friend_id: int
    asked: dict[str, Any]
    token: str
    token_until: datetime
    until: datetime


EVERYWHERE: Final = 0
"""In place of a server: wherever the bot is."""
EVERYBODY: Final = 0
"""In place of a person: all of a server."""


@dataclass(frozen=True)
class Block:
    """A person (or EVERYBODY) who may not use the bot in a server (or EVERYWHERE), and who said so."""

    guild_id: int
    user_id: int
    by_id: int
    since: datetime


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


@dataclass(frozen=True)
class StickerSet:
    """A character's set of stickers on a platform.

    Attributes:
        name: by which the platform knows it.
        title: as people see it.
        job_id: the job that filled it last, None for none.
        count: how many stickers it had before that job.
    """

    name: str
    title: str
    job_id: int | None
    count: int


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


STUDIO_WORK: Final = "studio-"
"""How the kinds of jobs begin that were asked for on the studio's page: their results wait there to be fetched."""


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


class Speaking(str, Enum):
    """How people may talk as their characters in a server."""

    OFF = "off"
    """Not at all."""
    SAY = "say"
    """With /say."""
    PREFIX = "prefix"
    """With /say, and by beginning a message as a character's prefix says."""


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
        speaking: how people may talk as their characters.
        quiet_channel_ids: channels where they may not.
        log_channel_id: where it is written down who made or deleted what, None for nowhere.
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
    speaking: Speaking = Speaking.SAY
    quiet_channel_ids: frozenset[int] = frozenset()
    log_channel_id: int | None = None

    def quota_of(self, role_ids: frozenset[int]) -> int | None:
        """The largest daily quota of these roles, or else everybody's."""
        of_roles = [quota for role, quota in self.role_quotas.items() if role in role_ids]
        return max(of_roles) if of_roles else self.daily_quota
