"""Backups: the whole database in one zip, which either kind of database can take.

``tables/NAME.jsonl`` holds the rows of a table, one JSON object a line, with bytes in base64 and moments in UTC;
``backup.json``, which is written last, holds the revision of the schema and how many rows each table has. Rows are
read and written a few at a time, so that a backup may be larger than the memory.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime, timezone
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import StartupError
from bot.store.database import create_engine
from bot.store.migrate import current_revision, upgrade
from bot.store.models import Base

_FORMAT: Final = 1
_MANIFEST: Final = "backup.json"
_PASSING: Final = frozenset({"jobs", "invitations"})
"""Tables whose rows are not kept: what was under way then must not be begun again, and its tokens are secrets."""
_ROWS_AT_ONCE: Final = 32
"""A row may hold a picture of a megabyte."""
_DAMAGE: Final = (zipfile.BadZipFile, zlib.error, binascii.Error, EOFError, KeyError, TypeError, ValueError)
"""What reading a file raises that is no backup, or no longer."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself.

    Attributes:
        revision: of the schema.
        tables: how many rows each table has, by its name.
        format: of the zip.
    """

    revision: str
    tables: dict[str, int]
    format: int = _FORMAT

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(self.tables.values())


async def back_up(url: str, file: Path) -> Manifest:
    """Writes the database at ``url`` to ``file``, which only its owner may read; the bot may go on meanwhile.

    What is written is one moment of the database. A file that is there is replaced when the new one is complete.

    Raises:
        StartupError: there is no database, it is newer than this program, or the file cannot be written.
    """
    _expect_database(sa.make_url(url))
    engine = create_engine(url, reads_only=True)
    try:
        with _written_whole(file) as target:
            async with engine.begin() as connection:
                return await connection.run_sync(_write, target)
    except (OSError, SQLAlchemyError) as error:
        raise StartupError(f"The backup {file} cannot be written ({_reason(error)}).") from error
    finally:
        await engine.dispose()


async def restore(url: str, file: Path, replace: bool = False) -> Manifest:
    """Fills the database at ``url`` from a backup and brings it to the newest schema; all of it, or nothing.

    Args:
        url: of a database of either kind; its tables are made.
        file: written by ``back_up``, by this version or an older one.
        replace: whether what is in the database now is deleted first.

    Raises:
        StartupError: the database holds something and ``replace`` is not set, the file is none of ours, damaged, or
            of a newer version, or the database cannot be used.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _manifest(archive)
            engine = create_engine(url)
            try:
                async with engine.begin() as connection:
                    await connection.run_sync(_fill, archive, manifest, replace)
            finally:
                await engine.dispose()
            return manifest
    except _DAMAGE as error:
        raise StartupError(
            f"{file} is not a backup, or it is damaged ({_reason(error)}); nothing was changed."
        ) from error
    except (OSError, SQLAlchemyError) as error:
        raise StartupError(f"{file} cannot be restored ({_reason(error)}); nothing was changed.") from error


def _expect_database(url: sa.URL) -> None:
    """Raises StartupError where SQLite would make a file because there is none."""
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        raise StartupError(f"There is no database {url.database}: check ANIMEMOJI_DATABASE_URL.")


def _write(connection: sa.Connection, target: IO[bytes]) -> Manifest:
    revision = current_revision(connection)
    tables = _tables(connection)
    if revision is None or not tables:
        raise StartupError(f"The database {connection.engine.url.render_as_string()} is empty: nothing to back up.")
    counts = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for table in tables:
            chosen = sa.select(table).order_by(*table.primary_key).where(sa.literal(table.name not in _PASSING))
            rows = connection.execution_options(stream_results=True, yield_per=_ROWS_AT_ONCE).execute(chosen).mappings()
            counts[table.name] = 0
            with archive.open(_member(table.name), "w", force_zip64=True) as lines:
                for row in rows:
                    line = {name: _to_json(value) for name, value in row.items()}
                    lines.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")
                    counts[table.name] += 1
        manifest = Manifest(revision, counts)
        archive.writestr(_MANIFEST, json.dumps(asdict(manifest), indent=2))
    return manifest


def _fill(connection: sa.Connection, archive: zipfile.ZipFile, manifest: Manifest, replace: bool) -> None:
    present = _tables(connection)
    if not replace and any(connection.execute(sa.select(table).limit(1)).first() for table in present):
        raise StartupError(
            f"The database {connection.engine.url.render_as_string()} is not empty: "
            "restore into an empty one, or say --replace to lose what is in it."
        )
    for table in reversed(present):
        table.drop(connection)
    connection.execute(sa.text("DROP TABLE IF EXISTS alembic_version"))
    upgrade(connection, manifest.revision)
    tables = _tables(connection)
    if {table.name for table in tables} != set(manifest.tables):
        raise ValueError("its tables are not those of its revision")
    for table in tables:
        count = 0
        for batch in _batches(_rows(archive, table)):
            connection.execute(sa.insert(table), batch)
            count += len(batch)
        if count != manifest.tables[table.name]:
            raise ValueError(f"{table.name} has {count} rows instead of {manifest.tables[table.name]}")
        if connection.dialect.name == "postgresql":
            _go_on_counting(connection, table)
    upgrade(connection)


def _tables(connection: sa.Connection) -> list[sa.Table]:
    """Our tables as they are in this database, which may be of an older revision; each after those it refers to."""
    metadata = sa.MetaData()
    ours = set(Base.metadata.tables) & set(sa.inspect(connection).get_table_names())
    metadata.reflect(connection, only=sorted(ours))
    for table in metadata.tables.values():
        for column in table.columns:
            if isinstance(column.type, sa.JSON):
                column.type.none_as_null = True
    return metadata.sorted_tables


def _rows(archive: zipfile.ZipFile, table: sa.Table) -> Iterator[dict[str, Any]]:
    with archive.open(_member(table.name)) as lines:
        for line in lines:
            row = json.loads(line)
            yield {column.name: _from_json(column.type, row[column.name]) for column in table.columns}


def _batches(rows: Iterable[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, _ROWS_AT_ONCE)):
        yield batch


def _go_on_counting(connection: sa.Connection, table: sa.Table) -> None:
    """Lets PostgreSQL number new rows after those that were restored with their numbers."""
    for column in table.primary_key:
        sequence = connection.scalar(sa.select(sa.func.pg_get_serial_sequence(table.name, column.name)))
        last = connection.scalar(sa.select(sa.func.max(column))) if sequence else None
        if last is not None:
            connection.execute(sa.select(sa.func.setval(sequence, last)))


def _to_json(value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=timezone.utc)).astimezone(timezone.utc).isoformat()
    return value.isoformat() if isinstance(value, date) else value


def _from_json(kind: sa.types.TypeEngine[Any], value: Any) -> Any:
    if value is None:
        return None
    if isinstance(kind, sa.LargeBinary):
        return base64.b64decode(value, validate=True)
    if isinstance(kind, sa.DateTime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if isinstance(kind, sa.Date) else value


def _manifest(archive: zipfile.ZipFile) -> Manifest:
    manifest = Manifest(**json.loads(archive.read(_MANIFEST)))
    if manifest.format != _FORMAT:
        raise StartupError(f"This backup has format {manifest.format}: it was written by a newer AnimeMoji.")
    return manifest


def _member(table: str) -> str:
    return f"tables/{table}.jsonl"


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).partition("\n")[0]


@contextmanager
def _written_whole(file: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes its name when it is complete and on the disk, readable by its owner alone."""
    with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f"{file.name}.", delete=False) as target:
        part = Path(target.name)
        try:
            yield target
            target.flush()
            os.fsync(target.fileno())
        except BaseException:
            part.unlink()
            raise
    part.replace(file)
