"""Bringing a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError

from bot.errors import StartupError

_LOCK = 4_117_018
"""The PostgreSQL advisory lock that lets one process migrate at a time; any number will do."""


def migrations_folder() -> Path:
    """Where the migrations lie: inside an installed package, or the top-level ``alembic/`` of a checkout."""
    installed = Path(__file__).parent / "migrations"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "alembic"


def configuration(connection: sa.Connection | None = None) -> Config:
    """Alembic's configuration, told to use ``connection``."""
    config = Config()
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def current_revision(connection: sa.Connection) -> str | None:
    """The revision that the database is at, None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def upgrade(connection: sa.Connection, revision: str = "") -> None:
    """Runs the migrations that are missing up to ``revision``, "" for the newest.

    Raises:
        StartupError: the database is newer than this program.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    config = configuration(connection)
    if current_revision(connection) == (revision or ScriptDirectory.from_config(config).get_current_head()):
        return
    try:
        command.upgrade(config, revision or "head")
    except CommandError as error:
        raise StartupError(
            f"The database was written by a newer AnimeMoji ({error}): update this one, or use another database."
        ) from error
