"""What a Discord remembers: people, servers, channels, messages, emoji, stickers, commands.

Plain dataclasses without behaviour of their own; ``payloads.py`` turns them into Discord's JSON, ``rest.py`` and
``interactions.py`` change them.
"""

from __future__ import annotations

import itertools
import secrets
import time
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import IntEnum, IntFlag
from typing import Final

from tests.discord_server.components import Json, buttons, texts

DISCORD_EPOCH_MS: Final = 1_420_070_400_000
MIB: Final = 1024 * 1024
DEFAULT_ATTACHMENT_LIMIT: Final = 20 * MIB
EMOJI_SLOTS: Final = (50, 100, 150, 250)
"""Slots for each of the two kinds of emoji (still, animated), by boost tier."""
STICKER_SLOTS: Final = (5, 15, 30, 60)
APPLICATION_EMOJI_SLOTS: Final = 2000
_counter = itertools.count()


def new_id(age: float = 0.0) -> int:
    """A snowflake made ``age`` seconds ago. Clients read times out of snowflakes, so made-up numbers would mislead."""
    milliseconds = int((time.time() - age) * 1000) - DISCORD_EPOCH_MS
    return milliseconds << 22 | next(_counter) & 0x3FFFFF


def now_iso() -> str:
    return datetime.now(timezone.utc).isoformat()


class Permission(IntFlag):
    """The permissions that matter to a bot which posts files and makes emoji."""

    ADMINISTRATOR = 1 << 3
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    MANAGE_WEBHOOKS = 1 << 29
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    SEND_MESSAGES_IN_THREADS = 1 << 38
    CREATE_GUILD_EXPRESSIONS = 1 << 43
    USE_EXTERNAL_APPS = 1 << 50


ALL_PERMISSIONS: Final = (1 << 53) - 1
EVERYONE: Final = (
    Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_EXTERNAL_APPS
)


class ChannelType(IntEnum):
    TEXT = 0
    DM = 1
    GROUP_DM = 3
    CATEGORY = 4
    PUBLIC_THREAD = 11
    FORUM = 15


class MessageFlag(IntFlag):
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    IS_VOICE_MESSAGE = 1 << 13
    IS_COMPONENTS_V2 = 1 << 15


@dataclass(eq=False)
class Account:
    """A person or a bot."""

    username: str
    bot: bool = False
    locale: str = "en-US"
    dms_open: bool = True
    id: int = field(default_factory=new_id)


@dataclass(eq=False)
class Role:
    name: str
    permissions: int
    position: int = 0
    mentionable: bool = False
    id: int = field(default_factory=new_id)


@dataclass(eq=False)
class Member:
    account: Account
    roles: list[Role] = field(default_factory=list)
    joined_at: str = field(default_factory=now_iso)


@dataclass(eq=False)
class Channel:
    """A channel of a guild, or a direct message. ``denied``: what @everyone may not do here. ``parent``: of a thread or
    a post its channel, of a channel its category. ``slowmode``: seconds between two messages of one person.
    """

    name: str
    type: ChannelType = ChannelType.TEXT
    guild: Guild | None = None
    recipients: tuple[Account, ...] = ()
    denied: int = 0
    nsfw: bool = False
    parent: Channel | None = None
    locked: bool = False
    slowmode: int = 0
    id: int = field(default_factory=new_id)


@dataclass(eq=False)
class Webhook:
    """What posts in a channel by any name. Its token is told to who made it alone."""

    name: str
    channel: Channel
    maker: Account
    token: str = field(default_factory=lambda: secrets.token_urlsafe(50))
    id: int = field(default_factory=new_id)


@dataclass(frozen=True)
class Guise:
    """As whom a webhook posted a message."""

    webhook: Webhook
    name: str
    avatar_url: str | None


@dataclass(eq=False)
class Emoji:
    name: str
    image: bytes
    content_type: str
    animated: bool
    maker: Account
    roles: list[str] = field(default_factory=list)
    id: int = field(default_factory=new_id)


@dataclass(eq=False)
class Sticker:
    """``format_type``: 1 PNG, 2 APNG, 4 GIF."""

    name: str
    description: str
    tags: str
    image: bytes
    format_type: int
    maker: Account
    id: int = field(default_factory=new_id)


@dataclass(eq=False)
class Attachment:
    """A file on the CDN. ``declared_size`` lets a test claim a size without making that many bytes."""

    filename: str
    data: bytes
    content_type: str
    channel_id: int
    ephemeral: bool = False
    description: str | None = None
    width: int | None = None
    height: int | None = None
    duration: float | None = None
    declared_size: int | None = None
    id: int = field(default_factory=new_id)

    @property
    def size(self) -> int:
        return len(self.data) if self.declared_size is None else self.declared_size


@dataclass(frozen=True)
class Version:
    """What a message looked like from the moment ``at`` (seconds, ``time.monotonic``)."""

    at: float
    content: str
    components: list[Json]
    embeds: list[Json]
    filenames: tuple[str, ...]
    loading: bool


@dataclass(eq=False)
class Message:
    channel: Channel
    author: Account
    content: str = ""
    components: list[Json] = field(default_factory=list)
    embeds: list[Json] = field(default_factory=list)
    attachments: list[Attachment] = field(default_factory=list)
    stickers: list[Sticker] = field(default_factory=list)
    flags: MessageFlag = field(default_factory=lambda: MessageFlag(0))
    type: int = 0
    interaction_metadata: Json | None = None
    reference: Json | None = None
    forwarded: Message | None = None
    answers: Message | None = None
    guise: Guise | None = None
    pings: frozenset[str] = frozenset()
    """Whom it called, as "@everyone", "<@id>", "<@&id>"."""
    seen_by: Account | None = None
    edited_at: str | None = None
    deleted: bool = False
    versions: list[Version] = field(default_factory=list)
    id: int = field(default_factory=new_id)

    @property
    def ephemeral(self) -> bool:
        return MessageFlag.EPHEMERAL in self.flags

    @property
    def loading(self) -> bool:
        return MessageFlag.LOADING in self.flags

    @property
    def text(self) -> str:
        """All the words of the message: its content, its embeds, its text displays."""
        embeds = [str(item[key]) for item in self.embeds for key in ("title", "description") if item.get(key)]
        fields = [f"{field['name']}\n{field['value']}" for item in self.embeds for field in item.get("fields") or []]
        return "\n".join([*([self.content] if self.content else []), *embeds, *fields, *texts(self.components)])

    @property
    def labels(self) -> list[str]:
        """What is written on its buttons; where nothing is, their emoji."""
        return [item.get("label") or (item.get("emoji") or {}).get("name", "") for item in buttons(self.components)]

    def remember(self) -> None:
        """Notes what the message looks like now."""
        names = tuple(item.filename for item in self.attachments)
        self.versions.append(Version(time.monotonic(), self.content, self.components, self.embeds, names, self.loading))


@dataclass(eq=False)
class Guild:
    """A server. ``tier``: its boosts, 0-3."""

    name: str
    owner: Account
    tier: int = 0
    locale: str = "en-US"
    system_channel: Channel | None = None
    everyone: Role = field(default_factory=lambda: Role("@everyone", int(EVERYONE)))
    roles: list[Role] = field(default_factory=list)
    members: dict[int, Member] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    emojis: dict[int, Emoji] = field(default_factory=dict)
    stickers: dict[int, Sticker] = field(default_factory=dict)
    id: int = field(default_factory=new_id)

    def __post_init__(self) -> None:
        self.everyone.id = self.id
        self.join(self.owner)

    @property
    def general(self) -> Channel:
        """The first channel."""
        return next(iter(self.channels.values()))

    def join(self, account: Account, permissions: int = 0) -> Member:
        """Makes the account a member, with a role of its own where it gets permissions of its own."""
        member = Member(account)
        self.members[account.id] = member
        if permissions:
            self.grant(account, permissions)
        return member

    def grant(self, account: Account, permissions: int) -> Role:
        role = Role(f"role of {account.username}", permissions, position=len(self.roles) + 1)
        self.roles.append(role)
        self.members[account.id].roles.append(role)
        return role

    def permissions(self, account: Account, channel: Channel | None = None) -> int:
        """What the account may do here; in the guild as a whole where no channel is named."""
        member = self.members.get(account.id)
        if member is None:
            return 0
        if account is self.owner:
            return ALL_PERMISSIONS
        value = self.everyone.permissions
        for role in member.roles:
            value |= role.permissions
        if value & Permission.ADMINISTRATOR:
            return ALL_PERMISSIONS
        if channel is not None:
            value &= ~channel.denied
        return value


@dataclass(eq=False)
class World:
    """Everything."""

    bot: Account
    token: str
    application_id: int = field(default_factory=new_id)
    accounts: dict[int, Account] = field(default_factory=dict)
    installed_by: set[int] = field(default_factory=set)
    """Ids of the people who installed the app for themselves."""
    guilds: dict[int, Guild] = field(default_factory=dict)
    channels: dict[int, Channel] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    attachments: dict[int, Attachment] = field(default_factory=dict)
    webhooks: dict[int, Webhook] = field(default_factory=dict)
    emojis: dict[int, Emoji] = field(default_factory=dict)
    """The application's own emoji."""
    commands: list[Json] = field(default_factory=list)
    guild_commands: dict[int, list[Json]] = field(default_factory=dict)
    team: dict[int, str] = field(default_factory=dict)
    """The members of the team that owns the application, the owner of the team first, and their roles."""
    invited: set[int] = field(default_factory=set)
    """Those of them who have not said yet that they join."""

    def __post_init__(self) -> None:
        self.accounts[self.bot.id] = self.bot

    def dm_with(self, account: Account) -> Channel:
        """The direct messages between the bot and this person."""
        for channel in self.channels.values():
            if channel.type is ChannelType.DM and account in channel.recipients:
                return channel
        channel = Channel("", ChannelType.DM, recipients=(account,))
        self.channels[channel.id] = channel
        return channel
