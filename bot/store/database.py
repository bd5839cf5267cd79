"""Opening the database, and units of work on it."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine

from bot.errors import CannotSaveError, StartupError
from bot.store.animojis import AnimojiRepository
from bot.store.characters import CharacterRepository
from bot.store.expressions import ExpressionRepository
from bot.store.faces import FaceRepository
from bot.store.faults import database_fault
from bot.store.gallery import GalleryRepository
from bot.store.gate import GateRepository
from bot.store.guilds import GuildRepository
from bot.store.invitations import InvitationRepository
from bot.store.jobs import JobRepository
from bot.store.migrate import current_revision, upgrade
from bot.store.privacy import PrivacyRepository
from bot.store.speeches import SpeechRepository
from bot.store.sticker_sets import StickerSetRepository
from bot.store.usage import UsageRepository
from bot.store.users import UserRepository

log = logging.getLogger(__name__)

_giving_up: Final[set[asyncio.Future[None]]] = set()
"""Connections that roll back before they end; the event loop itself would not hold on to that."""
_patience: ContextVar[Callable[[], float | None]] = ContextVar("patience", default=lambda: None)
_LONGEST_WAIT_MS: Final = 15_000
"""Milliseconds that a transaction waits for another one's lock where nothing else is said."""
_SHORTEST_WAIT_MS: Final = 200
"""Milliseconds that who is late waits all the same: most locks are gone by then."""
_SLACK: Final = 0.3
"""Seconds that a connection may come later than a task has patience."""
_READERS: Final = 4
"""Connections that read while one writes."""


class StoreClosedError(Exception):
    """The bot is shutting down."""


class Work:
    """One transaction, with a repository for each table."""

    def __init__(self, session: AsyncSession) -> None:
        self.session = session
        self.users = UserRepository(session)
        self.characters = CharacterRepository(session)
        self.animojis = AnimojiRepository(session)
        self.expressions = ExpressionRepository(session)
        self.faces = FaceRepository(session)
        self.speeches = SpeechRepository(session)
        self.gallery = GalleryRepository(session)
        self.gate = GateRepository(session)
        self.guilds = GuildRepository(session)
        self.sticker_sets = StickerSetRepository(session)
        self.privacy = PrivacyRepository(session)
        self.usage = UsageRepository(session)
        self.jobs = JobRepository(session)
        self.invitations = InvitationRepository(session)


class Store:
    """The database. Everything happens in ``async with store.work() as work``, which commits unless it raises; what
    only reads may happen in ``async with store.look() as work`` and does not wait for those who write.
    """

    def __init__(self, engine: AsyncEngine, readers: AsyncEngine | None = None) -> None:
        """``readers``: the engine for ``look``; None: the same one."""
        self._engine = engine
        self._readers = engine if readers is None else readers
        self._looks = async_sessionmaker(self._readers, expire_on_commit=False)
        self._sessions = async_sessionmaker(engine, expire_on_commit=False)
        self._open = 0
        self._closed = False
        self._idle = asyncio.Event()
        self._idle.set()

    @staticmethod
    def hurry(seconds: Callable[[], float | None]) -> None:
        """From here on no transaction of this task waits for longer to begin.

        Args:
            seconds: asked before each one; None where it may take as long as it takes.
        """
        _patience.set(seconds)

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        """A transaction.

        Raises:
            StoreClosedError: after ``close``.
            CannotSaveError: the database is full, read-only, locked or gone; one line in the log says which.
        """
        if self._closed:
            raise StoreClosedError("the database is closed")
        self._open += 1
        self._idle.clear()
        try:
            with _faults_named():
                async with self._sessions.begin() as session:
                    await _begin(session)
                    yield Work(session)
        finally:
            self._open -= 1
            if not self._open:
                self._idle.set()

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Work]:
        """A transaction that only reads. Raises StoreClosedError after ``close``, and CannotSaveError as ``work``."""
        if self._closed:
            raise StoreClosedError("the database is closed")
        with _faults_named():
            async with self._looks() as session:
                await _begin(session)
                yield Work(session)

    async def close(self, patience: float = 5.0) -> None:
        """Lets what is under way end, for ``patience`` seconds, and nothing new begin."""
        self._closed = True
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self._idle.wait(), patience)
        await self._readers.dispose()
        await self._engine.dispose()

    async def revision(self) -> str:
        """The migration that the database is at."""
        async with self._readers.connect() as connection:
            return await connection.run_sync(current_revision) or "nothing"

    async def try_to_write(self) -> str:
        """What is wrong with the database, in a few words; "" if a write went through. It changes nothing."""
        try:
            async with self._engine.begin() as connection:
                await connection.execute(sa.text("UPDATE alembic_version SET version_num = version_num"))
        except (OSError, SQLAlchemyError) as error:
            return database_fault(error) or _reason(error)
        return ""


async def _begin(session: AsyncSession) -> None:
    """Begins a transaction of a task that may be in a hurry. Raises TimeoutError where that takes too long."""
    seconds = _patience.get()()
    if seconds is None:
        return  # it begins with its first statement
    try:
        # What waits for SQLite's lock gives up by itself, a little earlier; this is for a connection that is not there.
        await asyncio.wait_for(session.connection(), max(seconds, 0.0) + _SLACK)
    except asyncio.TimeoutError as error:
        raise TimeoutError("nothing was free in time") from error
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(sa.text(f"SET LOCAL lock_timeout = {_milliseconds()}"))


def _milliseconds() -> int:
    """How long a transaction of this task may wait for a lock."""
    seconds = _patience.get()()
    return _LONGEST_WAIT_MS if seconds is None else max(_SHORTEST_WAIT_MS, round(1000 * seconds))


@contextmanager
def _faults_named() -> Iterator[None]:
    """Turns what the state of the database makes fail into one line of the log and a CannotSaveError."""
    try:
        yield
    except (OSError, SQLAlchemyError) as error:
        fault = database_fault(error)
        if not fault:
            raise
        log.error("The database cannot be used: %s.", fault)
        raise CannotSaveError from error


def _reason(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error).partition("\n")[0]


@asynccontextmanager
async def open_store(url: str) -> AsyncIterator[Store]:
    """The database at ``url``, brought to the newest schema first.

    Raises:
        StartupError: it cannot be reached or written, or its schema is newer than this program.
    """
    engine = create_engine(url)
    try:
        try:
            async with engine.begin() as connection:
                await connection.run_sync(upgrade)
        except (OSError, SQLAlchemyError) as error:
            raise StartupError(
                f"The database {engine.url.render_as_string()} cannot be used ({_reason(error)}): "
                "check ANIMEMOJI_DATABASE_URL."
            ) from error
        store = Store(engine, _make_readers(engine))
        try:
            yield store
        finally:
            await store.close()
    finally:
        await engine.dispose()


def create_engine(url: str, reads_only: bool = False) -> AsyncEngine:
    """An engine for ``url``; an SQLite file's folder is made, and each of its connections set up for many readers.

    Args:
        url: of an SQLite or PostgreSQL database.
        reads_only: whether its transactions only read; each then sees one moment, and holds up nobody who writes.

    Raises:
        StartupError: the URL is none, or its driver is not installed.
    """
    try:
        parsed = sa.make_url(url)
        if parsed.get_backend_name() != "sqlite":
            snapshot = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True} if reads_only else {}
            return create_async_engine(parsed, pool_pre_ping=True, execution_options=snapshot)
        if parsed.database and parsed.database != ":memory:" and not parsed.database.startswith("file:"):
            _close_to_others(Path(parsed.database))
        # One connection: SQLite has one writer, and tasks that queue for it here are served in turn, at once, where
        # connections that wait for SQLite's own lock look again every 100 ms, whoever comes first.
        engine = create_async_engine(parsed, poolclass=sa.AsyncAdaptedQueuePool, pool_size=1, max_overflow=0)
    except (OSError, SQLAlchemyError, ModuleNotFoundError) as error:
        raise StartupError(
            f"ANIMEMOJI_DATABASE_URL cannot be used ({error}): write sqlite:///FILE, or after installing "
            "animemoji[postgres] postgresql://USER:PASSWORD@HOST/NAME."
        ) from error
    sa.event.listen(engine.sync_engine, "connect", _set_up_sqlite)
    sa.event.listen(engine.sync_engine, "invalidate", _give_up_sqlite)
    sa.event.listen(engine.sync_engine, "begin", _begin_reading_sqlite if reads_only else _begin_sqlite)
    return engine


def _close_to_others(file: Path) -> None:
    """Makes a database's file, which its owner alone may read; SQLite gives the files beside it the same rights."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not file.exists():
        file.touch(0o600)
    for part in (file, *(file.with_name(file.name + ending) for ending in ("-wal", "-shm"))):
        with contextlib.suppress(FileNotFoundError, PermissionError):  # it may be another user's
            part.chmod(0o600)


def _make_readers(engine: AsyncEngine) -> AsyncEngine | None:
    """Connections that only read, for an SQLite file: they see what was committed last and never wait (WAL)."""
    if engine.url.get_backend_name() != "sqlite" or engine.url.database in (None, "", ":memory:"):
        return None
    readers = create_async_engine(engine.url, poolclass=sa.AsyncAdaptedQueuePool, pool_size=_READERS, max_overflow=0)
    sa.event.listen(readers.sync_engine, "connect", _set_up_reader)
    return readers


def _set_up_reader(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("query_only=ON", f"busy_timeout={_LONGEST_WAIT_MS}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _set_up_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, below
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={_LONGEST_WAIT_MS}"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _give_up_sqlite(connection: Any, _record: object, _error: BaseException | None) -> None:
    # Who is cancelled in the middle of a statement leaves it unread, and SQLite keeps a closed connection and its lock
    # for as long as somebody holds such a statement, as a traceback may for minutes. What is rolled back has no lock.
    # This is queued before the connection's end, which comes next.
    giving_up = asyncio.ensure_future(connection.driver_connection.rollback())
    _giving_up.add(giving_up)
    giving_up.add_done_callback(_given_up)


def _given_up(giving_up: asyncio.Future[None]) -> None:
    _giving_up.discard(giving_up)
    if not giving_up.cancelled() and (error := giving_up.exception()) is not None:
        log.debug("A connection that was given up could not be rolled back: %s.", error)


def _begin_sqlite(connection: sa.Connection) -> None:
    # A transaction that begins by reading and then writes fails at once when another wrote in between; taking the
    # write lock at the start makes it wait instead.
    milliseconds = _milliseconds()
    if connection.info.get("busy_timeout", _LONGEST_WAIT_MS) != milliseconds:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {milliseconds}")
        connection.info["busy_timeout"] = milliseconds
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading_sqlite(connection: sa.Connection) -> None:
    connection.exec_driver_sql("BEGIN DEFERRED")
