"""Backups, proved by restoring them: on each kind of database, and from one kind to the other."""

from __future__ import annotations

import itertools
import json
import shutil
import stat
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.errors import StartupError
from bot.store.backup import back_up, restore
from bot.store.database import create_engine, open_store
from bot.store.models import Base
from tests.bot.databases import BACKENDS, empty_database
from tests.bot.office import new_job
from tests.bot.store.test_migrations import REVISIONS, ROWS, upgrade

PICTURE = bytes(range(256)) * 40
ODD = (
    "UPDATE characters SET name = 'Ünïcode 花 🌸', seed = 9223372036854775807, is_default = true",
    "UPDATE guild_rules SET role_quotas = '{\"1100000000000000001\": 5}'",
    "UPDATE expressions SET discord_id = 1100000000000000001, guild_id = NULL",
)
"""Values that are easily lost on the way."""
BYTES = {
    "0001": ("animojis.track", "characters.picture"),
    "0006": ("candidates.picture",),
    "0011": ("faces.animation",),
}
"""Columns of bytes, by the revision that made their rows."""
MORE = 70
"""Candidates besides, so that there is more than one batch."""


async def fill(url: str, revision: str = REVISIONS[-1]) -> None:
    """Makes the database at this revision with a row in each table, at the newest one with odd values in them."""
    engine = create_engine(url)
    async with engine.begin() as connection:
        for step in REVISIONS[: REVISIONS.index(revision) + 1]:
            await connection.run_sync(upgrade, step)
            for row in ROWS.get(step, ()):
                await connection.exec_driver_sql(row)
            for table, column in (name.split(".") for name in BYTES.get(step, ())):
                await connection.execute(sa.update(sa.table(table, sa.column(column))).values({column: PICTURE}))
        if revision == REVISIONS[-1]:
            for change in ODD:
                await connection.exec_driver_sql(change)
            adding = sa.insert(Base.metadata.tables["candidates"])
            rows = [{"character_id": 1, "number": number, "picture": PICTURE} for number in range(2, MORE + 2)]
            await connection.execute(adding, rows)
    await engine.dispose()


async def contents(url: str) -> dict[str, list[dict[str, Any]]]:
    """All rows of all tables, as the bot reads them."""
    async with open_store(url) as store, store.work() as work:
        return {
            table.name: [
                dict(row)
                for row in (await work.session.execute(sa.select(table).order_by(*table.primary_key))).mappings()
            ]
            for table in Base.metadata.sorted_tables
        }


@pytest.fixture
async def filled(tmp_path: Path) -> AsyncIterator[str]:
    async with empty_database("sqlite", tmp_path) as url:
        await fill(url)
        yield url


@pytest.mark.parametrize(("source", "target"), [*itertools.product(BACKENDS, BACKENDS)])
async def test_what_is_restored_is_what_was_backed_up(source: str, target: str, tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.mkdir()
    file = tmp_path / "backup.zip"
    async with empty_database(source, tmp_path) as old, empty_database(target, there) as new:
        await fill(old)
        made = await back_up(old, file)
        before = await contents(old)
        assert await restore(new, file) == made
        after = await contents(new)
        assert after == before
        assert made.tables == {name: len(rows) for name, rows in before.items()}
        assert made.tables.pop("jobs") == made.tables.pop("invitations") == 0
        assert all(made.tables.values()), "every other table is tried"

        assert before["characters"][0]["picture"] == PICTURE
        assert before["guild_rules"][0]["role_quotas"] == {"1100000000000000001": 5}
        async with open_store(new) as store, store.work() as work:
            fresh = Base.metadata.tables["animojis"]
            (first,) = (await work.session.execute(sa.select(fresh))).mappings()
            row = {name: value for name, value in first.items() if name != "id"}
            added = await work.session.execute(sa.insert(fresh).values(row).returning(fresh.c.id))
            assert added.scalar_one() == 2, "new rows are numbered after those that were restored"


@pytest.mark.parametrize("backend", BACKENDS)
async def test_a_database_with_rows_is_only_replaced_when_told(backend: str, tmp_path: Path, filled: str) -> None:
    file = tmp_path / "backup.zip"
    there = tmp_path / "there"
    there.mkdir()
    await back_up(filled, file)
    async with empty_database(backend, there) as url:
        async with open_store(url) as store, store.work() as work:
            await work.users.meet(77, "ja")
        with pytest.raises(StartupError, match=r"is not empty: .* --replace"):
            await restore(url, file)
        assert [row["id"] for row in (await contents(url))["users"]] == [77]
        await restore(url, file, replace=True)
        assert await contents(url) == await contents(filled)


@pytest.mark.parametrize("revision", REVISIONS)
async def test_a_backup_of_every_older_version_is_restored_and_brought_up_to_date(
    revision: str, tmp_path: Path
) -> None:
    file = tmp_path / "backup.zip"
    there = tmp_path / "there"
    there.mkdir()
    async with empty_database("sqlite", tmp_path) as old, empty_database("sqlite", there) as new:
        await fill(old, revision)
        made = await back_up(old, file)
        engine = create_engine(old)
        async with engine.begin() as connection:
            tables = await connection.run_sync(lambda sync: set(sa.inspect(sync).get_table_names()))
        await engine.dispose()
        assert set(made.tables) == tables - {"alembic_version"}, "no table of any revision is left out"
        assert made.revision == revision
        await restore(new, file)
        assert await contents(new) == await contents(old)


async def test_a_backup_is_one_moment_and_holds_up_nobody(filled: str, tmp_path: Path) -> None:
    engine = create_engine(filled, reads_only=True)
    async with engine.begin() as reading:
        assert await reading.scalar(sa.text("SELECT count(*) FROM users")) == 1
        async with open_store(filled) as store, store.work() as work:
            await work.users.meet(77, "ja")
        assert await reading.scalar(sa.text("SELECT count(*) FROM users")) == 1
    await engine.dispose()


async def test_only_its_owner_may_read_it_and_nothing_is_left_beside_it(filled: str, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    file = folder / "backup.zip"
    file.write_bytes(b"an older one")
    file.chmod(0o644)
    await back_up(filled, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(folder.iterdir()) == [file]
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert json.loads(archive.read("backup.json"))["revision"] == REVISIONS[-1]


async def test_a_backup_that_fails_leaves_the_older_one(tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    file.write_bytes(b"an older one")
    async with empty_database("sqlite", tmp_path) as url:
        with pytest.raises(StartupError, match="There is no database"):
            await back_up(url, file)
        async with create_engine(url).begin():
            pass  # which makes an empty file
        with pytest.raises(StartupError, match="is empty"):
            await back_up(url, file)
    assert file.read_bytes() == b"an older one"


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-200])


def flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)


def lose_rows(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["tables/candidates.jsonl"] = members["tables/candidates.jsonl"].partition(b"\n")[0]
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)


def write_text(file: Path) -> None:
    file.write_text("hello")


@pytest.mark.parametrize("damage", [cut, flip, lose_rows, write_text, Path.unlink])
async def test_a_damaged_backup_is_one_sentence_and_changes_nothing(damage: Any, filled: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    await back_up(filled, file)
    damage(file)
    before = await contents(filled)
    with pytest.raises(StartupError, match=r"nothing was changed\.$") as told:
        await restore(filled, file, replace=True)
    assert "\n" not in str(told.value)
    assert await contents(filled) == before


async def test_a_backup_of_a_newer_version_is_refused(filled: str, tmp_path: Path) -> None:
    file = tmp_path / "backup.zip"
    await back_up(filled, file)
    newer = tmp_path / "newer.zip"
    shutil.copy(file, newer)
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(newer, "w") as changed:
        for name in archive.namelist():
            changed.writestr(name, archive.read(name).replace(b'"revision": "', b'"revision": "9'))
    with pytest.raises(StartupError, match="newer AnimeMoji"):
        await restore(filled, newer, replace=True)


async def test_what_is_under_way_is_not_begun_again_by_a_backup(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    file = tmp_path / "backup.zip"
    async with empty_database("sqlite", tmp_path) as old, empty_database("sqlite", tmp_path / "there") as new:
        async with open_store(old) as store, store.work() as work:
            job = new_job(1)
            await work.jobs.add(job, None, job.asked_at)
            await work.users.meet(1)
        assert (await back_up(old, file)).tables["jobs"] == 0
        assert b"token" not in b"".join(zipfile.ZipFile(file).read(name) for name in zipfile.ZipFile(file).namelist())
        await restore(new, file)
        async with open_store(new) as store, store.look() as work:
            assert await work.jobs.get(1) is None
