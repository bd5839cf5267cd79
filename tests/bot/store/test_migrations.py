"""Migrations: up and down with data in the tables, on both kinds of database."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.domain import name_key
from bot.store import migrate
from bot.store.database import create_engine
from bot.store.models import Base
from tests.bot.databases import BACKENDS, empty_database

REVISIONS = [
    script.revision for script in reversed([*ScriptDirectory.from_config(migrate.configuration()).walk_revisions()])
]
ROWS = {
    "0001": (
        "INSERT INTO users (id, locale, created_at) VALUES (1, 'ja', '2026-01-01 00:00:00+00:00')",
        "INSERT INTO characters (id, owner_id, name, name_key, kind, prompt, seed, spec, created_at)"
        " VALUES (1, 1, 'Mika', 'mika', 'drawn', 'cat ears', 7, '{}', '2026-01-01 00:00:00+00:00')",
        "INSERT INTO animojis"
        " (id, owner_id, character_id, track, caption, background, format, size, fps, poser, created_at)"
        " VALUES (1, 1, 1, 'x', 'gm', 'transparent', 'gif', 320, 25, 'rig', '2026-01-01 00:00:00+00:00')",
        "INSERT INTO expressions (id, owner_id, animoji_id, kind, discord_id, name, created_at)"
        " VALUES (1, 1, 1, 'emoji', 99, 'gm', '2026-01-01 00:00:00+00:00')",
    ),
    "0003": (
        "INSERT INTO guild_rules (guild_id, channel_ids, role_ids, emoji_role_ids, role_quotas, private_by_default)"
        " VALUES (5, '[]', '[]', '[]', '{}', false)",
    ),
    "0004": (
        "INSERT INTO usage (user_id, guild_id, day, count, last_at)"
        " VALUES (1, 5, '2026-01-01', 3, '2026-01-01 00:00:00+00:00')",
    ),
    "0011": (
        "INSERT INTO faces (character_id, mood, emoji_id, animation, used_at)"
        " VALUES (1, 'happy', 7, 'x', '2026-01-01 00:00:00+00:00')",
        "INSERT INTO speeches (message_id, channel_id, guild_id, webhook_id, owner_id, character_id, name, said_at)"
        " VALUES (3, 4, 5, 6, 1, 1, 'Mika', '2026-01-01 00:00:00+00:00')",
    ),
    "0012": ("UPDATE animojis SET partner_id = 1",),
    "0015": ("INSERT INTO gallery (guild_id, character_id, since) VALUES (5, 1, '2026-01-01 00:00:00+00:00')",),
    "0013": (
        "INSERT INTO opt_outs (user_id, since) VALUES (2, '2026-01-01 00:00:00+00:00')",
        "INSERT INTO blocks (guild_id, user_id, by_id, since) VALUES (0, 2, 1, '2026-01-01 00:00:00+00:00')",
        "INSERT INTO switches (name, since) VALUES ('maintenance', '2026-01-01 00:00:00+00:00')",
    ),
    "0006": ("INSERT INTO candidates (character_id, number, picture) VALUES (1, 1, 'x')",),
    "0014": (
        "INSERT INTO sticker_sets (id, owner_id, character_id, name, title, job_id, count, created_at) VALUES"
        " (1, 1, 1, 'mika_1f_by_bot', 'Mika', 7, 3, '2026-01-01 00:00:00+00:00')",
    ),
}
"""Rows that each revision's tables can take, written before the next revision is applied."""


def upgrade(connection: sa.Connection, revision: str) -> None:
    command.upgrade(migrate.configuration(connection), revision)


def downgrade(connection: sa.Connection, revision: str) -> None:
    command.downgrade(migrate.configuration(connection), revision)


def test_revisions_count_up() -> None:
    assert [f"{number:04}" for number in range(1, len(REVISIONS) + 1)] == REVISIONS


@pytest.mark.parametrize("backend", BACKENDS)
async def test_up_and_down_with_data(backend: str, tmp_path: Path) -> None:
    async with empty_database(backend, tmp_path) as url:
        engine = create_engine(url)
        for revision in REVISIONS:
            async with engine.begin() as connection:
                await connection.run_sync(upgrade, revision)
                for row in ROWS.get(revision, ()):
                    await connection.exec_driver_sql(row)
        async with engine.begin() as connection:
            assert await connection.scalar(sa.text("SELECT name FROM characters")) == "Mika"
            assert await connection.run_sync(difference) == []
        for revision in [*reversed(REVISIONS[:-1]), "base"]:
            async with engine.begin() as connection:
                await connection.run_sync(downgrade, revision)
                if revision != "base":
                    assert await connection.scalar(sa.text("SELECT name FROM characters")) == "Mika"
        async with engine.begin() as connection:
            left = await connection.run_sync(lambda sync: sa.inspect(sync).get_table_names())
            assert left == ["alembic_version"]
            await connection.run_sync(migrate.upgrade)
            assert await connection.run_sync(migrate.current_revision) == REVISIONS[-1]
        await engine.dispose()


@pytest.mark.parametrize("backend", BACKENDS)
async def test_names_that_differ_in_width_alone_become_one_name(backend: str, tmp_path: Path) -> None:
    anna, taken = (2, "Anna", "anna"), (3, "anna 2", "anna 2")
    before = [(1, "Ａｎｎａ", "ａｎｎａ"), anna, taken, (4, "ＲＩＮ", "ｒｉｎ")]
    after = [(1, "Ａｎｎａ 3", "anna 3"), anna, taken, (4, "ＲＩＮ", "rin")]
    async with empty_database(backend, tmp_path) as url:
        engine = create_engine(url)
        async with engine.begin() as connection:
            await connection.run_sync(upgrade, "0006")
            for user in (1, 2):
                sql = f"INSERT INTO users (id, locale, created_at) VALUES ({user}, 'ja', '2026-01-01 00:00:00+00:00')"
                await connection.exec_driver_sql(sql)
            for number, name, key in before:
                owner = 2 if number == 4 else 1
                await connection.exec_driver_sql(
                    "INSERT INTO characters (id, owner_id, name, name_key, kind, prompt, seed, spec, created_at) VALUES"
                    f" ({number}, {owner}, '{name}', '{key}', 'drawn', 'x', 7, '{{}}', '2026-01-01 00:00:00+00:00')"
                )
            await connection.run_sync(upgrade, "0007")
            rows = await connection.execute(sa.text("SELECT id, name, name_key FROM characters ORDER BY id"))
            assert [tuple(row) for row in rows] == after
            assert [key for _, _, key in after] == [name_key(name) for _, name, _ in after]
            await connection.run_sync(downgrade, "0006")
            keys = await connection.execute(sa.text("SELECT name_key FROM characters ORDER BY id"))
            assert list(keys.scalars()) == ["ａｎｎａ 3", "anna", "anna 2", "ｒｉｎ"]
        await engine.dispose()


def difference(connection: sa.Connection) -> list[object]:
    """What the models have and the database has not, or the other way round."""
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))


def test_an_installed_package_brings_its_migrations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "bot" / "store"
    (package / "migrations").mkdir(parents=True)
    monkeypatch.setattr(migrate, "__file__", str(package / "migrate.py"))
    assert migrate.migrations_folder() == package / "migrations"
