"""Empty databases for tests: an SQLite file, and a PostgreSQL database of its own where a server answers."""

from __future__ import annotations

import functools
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store.migrate import upgrade

BACKENDS = ("sqlite", "postgresql")
_POSTGRES = os.environ.get("ANIMEMOJI_TEST_POSTGRES", "postgresql+asyncpg://postgres@127.0.0.1/test")


@functools.cache
def _newest() -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder, "newest.sqlite3")
        engine = sa.create_engine(f"sqlite:///{file}")
        with engine.begin() as connection:
            upgrade(connection)
        engine.dispose()
        return file.read_bytes()


def put_newest(file: Path) -> None:
    """Makes ``file`` an empty SQLite database of the newest schema. To migrate one takes a quarter of a second, and a
    thousand tests want one.
    """
    file.write_bytes(_newest())


@asynccontextmanager
async def empty_database(backend: str, folder: Path) -> AsyncIterator[str]:
    """The URL of an empty database; it is gone afterwards. Skips the test where there is no PostgreSQL."""
    if backend == "sqlite":
        yield f"sqlite+aiosqlite:///{folder / 'test.sqlite3'}"
        return
    pytest.importorskip("asyncpg", reason="asyncpg is not installed (extra: postgres)")
    server = create_async_engine(_POSTGRES, isolation_level="AUTOCOMMIT")
    name = f"animemoji_{uuid4().hex}"
    try:
        try:
            async with server.connect() as connection:
                await connection.execute(sa.text(f"CREATE DATABASE {name}"))
        except (OSError, SQLAlchemyError) as error:
            pytest.skip(f"no PostgreSQL where ANIMEMOJI_TEST_POSTGRES says: {error}")
        try:
            yield server.url.set(database=name).render_as_string(hide_password=False)
        finally:
            async with server.connect() as connection:
                await connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        await server.dispose()
