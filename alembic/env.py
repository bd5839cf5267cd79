"""How Alembic reaches the database: by the connection that the bot hands over, or by the settings."""

from __future__ import annotations

import asyncio

import sqlalchemy as sa
from alembic import context

from bot.store.models import Base


def _migrate(connection: sa.Connection) -> None:
    # SQLite cannot alter most things in place, so tables are copied ("batch").
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
    )
    with context.begin_transaction():
        context.run_migrations()


async def _migrate_by_settings() -> None:
    from bot.settings import load_settings
    from bot.store.database import create_engine

    engine = create_engine(load_settings().database)
    async with engine.begin() as connection:
        await connection.run_sync(_migrate)
    await engine.dispose()


given = context.config.attributes.get("connection")
if given is None:
    asyncio.run(_migrate_by_settings())
else:
    _migrate(given)
