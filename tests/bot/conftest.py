"""What the bot's tests share."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.domain import FilterLevel
from bot.services.animojis import AnimojiService
from bot.services.characters import CharacterService
from bot.services.guilds import GuildService
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.store.database import Store, open_store
from tests.bot.databases import BACKENDS, empty_database, put_newest
from tests.bot.fakes import FakeEngine
from tests.bot.office import Office, character_service, open_office


@pytest.fixture(params=BACKENDS)
async def either_store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store on each kind of database."""
    async with empty_database(request.param, tmp_path) as url, open_store(url) as store:
        yield store


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    """An empty store on SQLite."""
    put_newest(tmp_path / "test.sqlite3")
    async with open_store(f"sqlite+aiosqlite:///{tmp_path / 'test.sqlite3'}") as opened:
        yield opened


@pytest.fixture
async def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
async def guilds(store: Store) -> GuildService:
    return GuildService(store)


@pytest.fixture
async def words(guilds: GuildService) -> WordService:
    return WordService(guilds, FilterLevel.STANDARD)


@pytest.fixture
async def characters(store: Store, tmp_path: Path) -> CharacterService:
    return character_service(store, tmp_path, limit=3)


@pytest.fixture
async def uploads(tmp_path: Path) -> AsyncIterator[UploadService]:
    async with aiohttp.ClientSession() as http:
        yield UploadService(http, tmp_path, 600_000, seconds=5, at_once=2, hosts=[])


@pytest.fixture
async def animojis(
    store: Store, uploads: UploadService, characters: CharacterService, words: WordService
) -> AnimojiService:
    return AnimojiService(store, uploads, characters, words)


@pytest.fixture
async def office(store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path) -> AsyncIterator[Office]:
    """A dispatcher at work on SQLite."""
    async with open_office(store, engine, uploads, tmp_path) as opened:
        yield opened


@pytest.fixture
async def either_office(
    either_store: Store, engine: FakeEngine, uploads: UploadService, tmp_path: Path
) -> AsyncIterator[Office]:
    """A dispatcher at work on each kind of database."""
    async with open_office(either_store, engine, uploads, tmp_path) as opened:
        yield opened
