"""Typed settings, read from the environment and from a ``.env`` file. ``.env.example`` lists every one of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import StartupError
from pipeline import (
    EngineSettings,
    PipelineSettings,
    SettingError,
    limits,
    load_engine_settings,
    load_pipeline_settings,
    read_environment,
)

MIB = 1024 * 1024


class Settings(BaseSettings):
    """Every setting of the bot. The variable of a field is its name in capitals behind ``ANIMEMOJI_``.

    ``discord_token``, ``telegram_token`` and ``sentry_dsn`` are exceptions: their variables are ``DISCORD_TOKEN``,
    ``TELEGRAM_TOKEN`` and ``SENTRY_DSN``.
    ``pipeline`` and ``engine_settings`` have none: the pipeline reads their settings itself.
    """

    model_config = SettingsConfigDict(
        env_prefix="ANIMEMOJI_", env_ignore_empty=True, extra="ignore", populate_by_name=True
    )

    discord_token: SecretStr = Field(default=SecretStr(""), validation_alias="DISCORD_TOKEN")
    telegram_token: SecretStr = Field(default=SecretStr(""), validation_alias="TELEGRAM_TOKEN")
    telegram_api: str = "https://api.telegram.org"
    data_dir: Path = Path("data")
    database_url: str = ""
    development_guild: int | None = None
    owner_guild: int | None = None
    max_upload_bytes: int = Field(default=50 * MIB, ge=1024)
    max_characters: int = Field(default=100, ge=1)
    max_own_emoji: int = Field(default=20, ge=0, le=2000)
    max_jobs_per_user: int = Field(default=2, ge=1)
    max_jobs_per_server: int = Field(default=10, ge=1)
    max_jobs: int = Field(default=100, ge=1)
    max_waiting_bytes: int = Field(default=2048 * MIB, ge=1024)
    max_deadly_jobs: int = Field(default=3, ge=1)
    shut_out_seconds: int = Field(default=3600, ge=1)
    daily_quota: int = Field(default=100, ge=1)
    daily_conversions: int = Field(default=200, ge=1)
    cooldown_seconds: int = Field(default=0, ge=0)
    lease_seconds: float = Field(default=20.0, ge=1)
    grace_seconds: float = Field(default=20.0, ge=0)
    word_filter: Literal["off", "standard", "strict"] = "standard"
    word_list: Path | None = None
    reply_size: int = Field(default=320, ge=64, le=limits.MAX_SIZE)
    clip_seconds: float = Field(default=6.0, gt=0, le=limits.CLIP_SECONDS)
    student_seconds: float = Field(default=300.0, ge=0, le=86400)
    progress_seconds: float = Field(default=2.0, gt=0)
    download_seconds: float = Field(default=60.0, gt=0)
    max_downloads: int = Field(default=8, ge=1)
    upload_hosts: Annotated[tuple[str, ...], NoDecode] = (
        *("cdn.discordapp.com", "media.discordapp.net"),
        *("images-ext-1.discordapp.net", "images-ext-2.discordapp.net"),
    )
    read_messages: bool = False
    speeches_days: int = Field(default=90, ge=1, le=3650)
    max_faces: int = Field(default=1000, ge=1, le=2000)
    shard_count: int | None = Field(default=None, ge=1)
    shard_ids: Annotated[tuple[int, ...], NoDecode] = ()
    interactions_host: str = "127.0.0.1"
    interactions_port: int | None = Field(default=None, ge=0, le=65535)
    studio_url: str = ""
    studio_host: str = "127.0.0.1"
    studio_port: int | None = Field(default=None, ge=0, le=65535)
    activity_id: int | None = Field(default=None, gt=0)
    activity_secret: SecretStr = Field(default=SecretStr(""), validate_default=True)
    activity_parents: Annotated[tuple[str, ...], NoDecode] = (
        *("https://discord.com", "https://ptb.discord.com", "https://canary.discord.com"),
    )
    http_host: str = "127.0.0.1"
    http_port: int | None = Field(default=None, ge=0, le=65535)
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    log_format: Literal["text", "json"] = "text"
    sentry_dsn: SecretStr = Field(default=SecretStr(""), validation_alias="SENTRY_DSN")
    pipeline: PipelineSettings = PipelineSettings()
    engine_settings: EngineSettings = EngineSettings()

    @field_validator("upload_hosts", "activity_parents", mode="before")
    @classmethod
    def _separated(cls, hosts: object) -> object:
        """People write "a, b"."""
        return tuple(hosts.replace(",", " ").split()) if isinstance(hosts, str) else hosts

    @field_validator("shard_ids", mode="before")
    @classmethod
    def _ranges(cls, ids: object) -> object:
        """People write "0-15, 20"."""
        if not isinstance(ids, str):
            return ids
        parts = [re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part) for part in ids.replace(",", " ").split()]
        bounds = [(int(part[1]), int(part[2] or part[1])) for part in parts if part]
        if len(bounds) < len(parts):
            raise ValueError('should be numbers and ranges, such as "0-15, 20"')
        return tuple(number for low, high in bounds for number in range(low, high + 1))

    @field_validator("shard_ids")
    @classmethod
    def _shards_that_exist(cls, ids: tuple[int, ...], others: ValidationInfo) -> tuple[int, ...]:
        if ids and max(ids) >= (others.data.get("shard_count") or 0):
            raise ValueError("should be numbers below ANIMEMOJI_SHARD_COUNT")
        return ids

    @field_validator("telegram_api")
    @classmethod
    def _without_a_path(cls, url: str) -> str:
        if not re.fullmatch(r"https?://[^/@?#\s]+/?", url):
            raise ValueError('should be an address without a path, such as "https://api.telegram.org"')
        return url

    @field_validator("studio_url")
    @classmethod
    def _reachable(cls, url: str) -> str:
        """Browsers give a camera and a safe cookie to HTTPS alone, and to this machine itself."""
        if url and not re.fullmatch(r"(https://[^/@?#\s]+|http://(localhost|127\.0\.0\.1)(:\d+)?)/?", url):
            raise ValueError('should be an address without a path, such as "https://studio.example.org"')
        return url.rstrip("/").lower()

    @field_validator("studio_port")
    @classmethod
    def _studio_has_an_address(cls, port: int | None, others: ValidationInfo) -> int | None:
        if port is not None and not others.data.get("studio_url"):
            raise ValueError("needs ANIMEMOJI_STUDIO_URL, the address at which people reach it")
        return port

    @field_validator("activity_secret")
    @classmethod
    def _activity_is_whole(cls, secret: SecretStr, others: ValidationInfo) -> SecretStr:
        if bool(secret.get_secret_value()) != (others.data.get("activity_id") is not None):
            raise ValueError("goes together with ANIMEMOJI_ACTIVITY_ID, the application's id")
        if secret.get_secret_value() and others.data.get("studio_port") is None:
            raise ValueError("needs ANIMEMOJI_STUDIO_PORT, as the activity is the studio in a frame")
        return secret

    @field_validator("database_url")
    @classmethod
    def _with_async_driver(cls, url: str) -> str:
        """People write ``postgresql://``; SQLAlchemy must be told which driver."""
        for short, full in (
            ("postgres://", "postgresql+asyncpg://"),
            ("postgresql://", "postgresql+asyncpg://"),
            ("sqlite://", "sqlite+aiosqlite://"),
        ):
            if url.startswith(short):
                return full + url.removeprefix(short)
        return url

    @property
    def database(self) -> str:
        """The database URL: the one that was set, or an SQLite file in the data directory."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir.absolute() / 'animemoji.sqlite3'}"

    @property
    def hears_messages(self) -> bool:
        """Whether what people write reaches the bot: it may read it, and has a gateway."""
        return self.read_messages and self.interactions_port is None

    @property
    def blobs(self) -> str:
        """The address of the blob store: the one that was set, or a folder in the data directory."""
        return self.engine_settings.blobs or str(self.data_dir.absolute() / "blobs")


def load_settings() -> Settings:
    """The settings of the bot and of its pipeline, from the environment and from ``.env`` in the current folder.

    Raises:
        StartupError: a variable has a value that cannot be used; the sentence names it.
    """
    try:
        return read_environment(Settings, pipeline=load_pipeline_settings(), engine_settings=load_engine_settings())
    except SettingError as error:
        raise StartupError(str(error)) from error
