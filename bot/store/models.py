"""The tables. A selfie is in none of them: a motion is kept as pose numbers, a character as what redraws it.

A voice is: what it said stays beside its motion, and goes with it.
"""

from __future__ import annotations

from datetime import date, datetime, timezone
from enum import Enum
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bot.domain import KEY_LENGTH, PREFIX_LENGTH, ExpressionKind, FilterLevel, JobState, Mood, Speaking
from pipeline import Character, CharacterKind, Format, PoserName, limits

Snowflake = sa.BigInteger()
"""An id that a platform gave; those of people are as ``bot.domain.Platform.person`` says."""
RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""An id that we give (SQLite counts up only what is called INTEGER)."""


class UtcTime(sa.types.TypeDecorator[datetime]):
    """A moment, always with its time zone (SQLite forgets it)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """A time with a zone as UTC. Raises ValueError for one without: it could be any of many moments."""
        if value is not None and value.tzinfo is None:
            raise ValueError(f"{value} has no time zone")
        return None if value is None else value.astimezone(timezone.utc)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """The stored time with UTC as its zone."""
        return value.replace(tzinfo=timezone.utc) if value is not None and value.tzinfo is None else value


def _now() -> datetime:
    return datetime.now(timezone.utc)


def _choice(kind: type[Enum]) -> sa.Enum:
    """An enum kept as its value, in a plain text column."""
    return sa.Enum(kind, native_enum=False, length=24, values_callable=lambda e: [item.value for item in e])


class Base(DeclarativeBase):
    """The base of all tables, with one scheme of names for constraints."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class UserRow(Base):
    """A person who used the bot."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    locale: Mapped[str] = mapped_column(sa.String(10), default="en-US")
    created_at: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class CharacterRow(Base):
    """A saved character: its spec or its picture, and the seed and prompt, which together redraw it exactly.

    ``portrait`` is a small WebP picture for lists; None for characters saved before there were any.
    """

    __tablename__ = "characters"
    __table_args__ = (sa.UniqueConstraint("owner_id", "name_key"),)

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    owner_id: Mapped[int] = mapped_column(Snowflake, sa.ForeignKey("users.id", ondelete="CASCADE"))
    name: Mapped[str] = mapped_column(sa.String(limits.NAME_LENGTH))
    name_key: Mapped[str] = mapped_column(sa.String(KEY_LENGTH))
    kind: Mapped[CharacterKind] = mapped_column(_choice(CharacterKind))
    prompt: Mapped[str] = mapped_column(sa.Text)
    seed: Mapped[int] = mapped_column(sa.BigInteger)
    spec: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    picture: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    portrait: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    is_default: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    share_code: Mapped[str | None] = mapped_column(sa.String(12), index=True, unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime, default=_now)
    prefix: Mapped[str | None] = mapped_column(sa.String(PREFIX_LENGTH))

    def put(self, character: Character) -> None:
        """Makes this row hold ``character``."""
        self.kind = character.kind
        self.prompt = character.prompt
        self.seed = character.seed
        self.spec = character.to_json().get("spec")
        self.picture = character.picture

    @property
    def character(self) -> Character:
        """The character, equal to the one that was put in."""
        if self.spec is None:
            return Character(self.kind, self.prompt, self.seed, picture=self.picture)
        return Character.from_json(
            {"kind": self.kind.value, "prompt": self.prompt, "seed": self.seed, "spec": self.spec}
        )


class CandidateRow(Base):
    """A picture that a painted character may have instead of its own; they are numbered from 1, the best first."""

    __tablename__ = "candidates"

    character_id: Mapped[int] = mapped_column(
        RowId, sa.ForeignKey("characters.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    picture: Mapped[bytes] = mapped_column(sa.LargeBinary)


class FaceRow(Base):
    """How a character looks while it says something: its face with a feeling, as an emoji of the bot's, and a short
    animation for where little else is said. Either is there as soon as somebody needed it.
    """

    __tablename__ = "faces"

    character_id: Mapped[int] = mapped_column(
        RowId, sa.ForeignKey("characters.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    mood: Mapped[Mood] = mapped_column(_choice(Mood), primary_key=True)
    emoji_id: Mapped[int | None] = mapped_column(Snowflake)
    animation: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    used_at: Mapped[datetime] = mapped_column(UtcTime, default=_now, index=True)


class SpeechRow(Base):
    """Who said a message that a webhook posted for them, and as whom; not what it says."""

    __tablename__ = "speeches"

    message_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(Snowflake)
    guild_id: Mapped[int] = mapped_column(Snowflake)
    webhook_id: Mapped[int] = mapped_column(Snowflake)
    owner_id: Mapped[int] = mapped_column(Snowflake, sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    character_id: Mapped[int | None] = mapped_column(
        RowId, sa.ForeignKey("characters.id", ondelete="SET NULL"), index=True
    )
    name: Mapped[str] = mapped_column(sa.String(limits.NAME_LENGTH))
    said_at: Mapped[datetime] = mapped_column(UtcTime, default=_now, index=True)


class AnimojiRow(Base):
    """A finished animoji: what redraws it, and where it was posted. ``sound``: what a voice said, None for silence.

    ``partner_id`` and ``partner_track``: who stands beside the character, and does what. The partner may be somebody
    else's; when it goes, so does this.
    """

    __tablename__ = "animojis"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    owner_id: Mapped[int] = mapped_column(Snowflake, sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    character_id: Mapped[int] = mapped_column(RowId, sa.ForeignKey("characters.id", ondelete="CASCADE"), index=True)
    track: Mapped[bytes] = mapped_column(sa.LargeBinary)
    sound: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    partner_id: Mapped[int | None] = mapped_column(
        RowId, sa.ForeignKey("characters.id", ondelete="CASCADE"), index=True
    )
    partner_track: Mapped[bytes | None] = mapped_column(sa.LargeBinary)
    caption: Mapped[str] = mapped_column(sa.String(200), default="")
    background: Mapped[str] = mapped_column(sa.String(100), default="transparent")
    spoiler: Mapped[bool] = mapped_column(default=False, server_default=sa.false())
    format: Mapped[Format] = mapped_column(_choice(Format))
    size: Mapped[int]
    fps: Mapped[float] = mapped_column(sa.Double)
    poser: Mapped[PoserName] = mapped_column(_choice(PoserName))
    guild_id: Mapped[int | None] = mapped_column(Snowflake)
    channel_id: Mapped[int | None] = mapped_column(Snowflake)
    message_id: Mapped[int | None] = mapped_column(Snowflake, index=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class ExpressionRow(Base):
    """An emoji or a sticker that the bot made."""

    __tablename__ = "expressions"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    owner_id: Mapped[int] = mapped_column(Snowflake, sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    animoji_id: Mapped[int | None] = mapped_column(RowId, sa.ForeignKey("animojis.id", ondelete="SET NULL"), index=True)
    kind: Mapped[ExpressionKind] = mapped_column(_choice(ExpressionKind))
    discord_id: Mapped[int] = mapped_column(Snowflake, unique=True)
    guild_id: Mapped[int | None] = mapped_column(Snowflake, index=True)
    name: Mapped[str] = mapped_column(sa.String(32))
    job_id: Mapped[int | None] = mapped_column(Snowflake, index=True)
    created_at: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class StickerSetRow(Base):
    """The sticker set that the bot keeps on a platform for a character, and how it is filled.

    ``name``: by which the platform knows it. ``job_id``: the job that filled it last, and ``count``: how many stickers
    it had before that, so that a job which is begun again knows what it has done already.
    """

    __tablename__ = "sticker_sets"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    owner_id: Mapped[int] = mapped_column(Snowflake, sa.ForeignKey("users.id", ondelete="CASCADE"), index=True)
    character_id: Mapped[int | None] = mapped_column(
        RowId, sa.ForeignKey("characters.id", ondelete="SET NULL"), unique=True
    )
    name: Mapped[str] = mapped_column(sa.String(64), unique=True)
    title: Mapped[str] = mapped_column(sa.String(64))
    job_id: Mapped[int | None] = mapped_column(Snowflake)
    count: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class JobRow(Base):
    """A job: see ``bot.domain.Job`` for what its columns say, and ``bot.store.jobs`` for how they change.

    ``lease_until``: until when somebody works on it. ``due_at``: when there is something to do about it, None once all
    is done. ``shown_at``: when its person last saw its place in the queue. ``progress``: of the part that is drawn, 0
    to 1. ``spent``: whether the machine has worked for it. ``counted_on``: the day whose quota it counts in. ``fault``:
    the kind of its failure. ``started_at``: when somebody last began to draw it.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        sa.Index("ix_jobs_owner_id_started_at", "owner_id", "started_at"),
        sa.Index("ix_jobs_guild_id_started_at", "guild_id", "started_at"),
    )

    id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(sa.String(24))
    owner_id: Mapped[int] = mapped_column(Snowflake)
    guild_id: Mapped[int | None] = mapped_column(Snowflake)
    channel_id: Mapped[int | None] = mapped_column(Snowflake)
    message_id: Mapped[int | None] = mapped_column(Snowflake)
    token: Mapped[str] = mapped_column(sa.Text)
    token_until: Mapped[datetime] = mapped_column(UtcTime)
    private: Mapped[bool]
    locale: Mapped[str] = mapped_column(sa.String(10))
    wish: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    size: Mapped[int] = mapped_column(sa.BigInteger)
    counted_on: Mapped[date | None]
    state: Mapped[JobState] = mapped_column(_choice(JobState), index=True)
    part: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcTime)
    due_at: Mapped[datetime | None] = mapped_column(UtcTime, index=True)
    shown_at: Mapped[datetime | None] = mapped_column(UtcTime)
    progress: Mapped[float | None] = mapped_column(sa.Double)
    spent: Mapped[bool] = mapped_column(default=False)
    animoji_id: Mapped[int | None] = mapped_column(Snowflake)
    failure: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True))
    fault: Mapped[str | None] = mapped_column(sa.String(64))
    asked_at: Mapped[datetime] = mapped_column(UtcTime)
    queued_at: Mapped[datetime] = mapped_column(UtcTime)
    started_at: Mapped[datetime | None] = mapped_column(UtcTime)
    rendered_at: Mapped[datetime | None] = mapped_column(UtcTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcTime)


class InvitationRow(Base):
    """A person is asked to lend a character: see ``bot.domain.Invitation``."""

    __tablename__ = "invitations"

    id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    asker_id: Mapped[int] = mapped_column(Snowflake, index=True)
    friend_id: Mapped[int] = mapped_column(Snowflake, index=True)
    asked: Mapped[dict[str, Any]] = mapped_column(sa.JSON)
    token: Mapped[str] = mapped_column(sa.Text)
    token_until: Mapped[datetime] = mapped_column(UtcTime)
    until: Mapped[datetime] = mapped_column(UtcTime)


class GalleryRow(Base):
    """A character that its owner shows to everybody in a server."""

    __tablename__ = "gallery"

    guild_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    character_id: Mapped[int] = mapped_column(
        RowId, sa.ForeignKey("characters.id", ondelete="CASCADE"), primary_key=True, autoincrement=False, index=True
    )
    since: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class OptOutRow(Base):
    """A person who is not to be animated by others; it stays when all else of them is forgotten."""

    __tablename__ = "opt_outs"

    user_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    since: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class BlockRow(Base):
    """A person who may not use the bot. ``guild_id`` 0: anywhere; ``user_id`` 0: nobody in that server may."""

    __tablename__ = "blocks"

    guild_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    user_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    by_id: Mapped[int] = mapped_column(Snowflake)
    since: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class SwitchRow(Base):
    """Something about the whole bot that is on while its row is there, such as maintenance."""

    __tablename__ = "switches"

    name: Mapped[str] = mapped_column(sa.String(24), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcTime, default=_now)


class GuildRow(Base):
    """What a server allows. Empty lists allow everybody; None stands for the bot's own setting."""

    __tablename__ = "guild_rules"

    guild_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    channel_ids: Mapped[list[int]] = mapped_column(sa.JSON, default=list)
    role_ids: Mapped[list[int]] = mapped_column(sa.JSON, default=list)
    emoji_role_ids: Mapped[list[int]] = mapped_column(sa.JSON, default=list)
    role_quotas: Mapped[dict[str, int]] = mapped_column(sa.JSON, default=dict)
    daily_quota: Mapped[int | None]
    server_quota: Mapped[int | None]
    cooldown_seconds: Mapped[int | None]
    private_by_default: Mapped[bool] = mapped_column(default=False)
    filter_level: Mapped[FilterLevel | None] = mapped_column(_choice(FilterLevel))
    language: Mapped[str | None] = mapped_column(sa.String(10))
    speaking: Mapped[Speaking] = mapped_column(_choice(Speaking), default=Speaking.SAY, server_default="say")
    quiet_channel_ids: Mapped[list[int]] = mapped_column(sa.JSON, default=list, server_default="[]")
    log_channel_id: Mapped[int | None] = mapped_column(Snowflake)


class UsageRow(Base):
    """How many animojis were made on a day (UTC). ``user_id`` 0: by all of a server; ``guild_id`` 0: outside of any."""

    __tablename__ = "usage"

    user_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    guild_id: Mapped[int] = mapped_column(Snowflake, primary_key=True, autoincrement=False)
    day: Mapped[date] = mapped_column(primary_key=True)
    count: Mapped[int]
    last_at: Mapped[datetime] = mapped_column(UtcTime)
