"""Starting: settings, the command line, and what is said when something is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from functools import partial
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.__main__ import _run
from bot.app import open_bot
from bot.errors import StartupError
from bot.settings import Settings, load_settings
from pipeline.types import DiffusionSettings, EngineSettings, PipelineSettings
from tests.bot.fakes import FakeEngine

ROOT = Path(__file__).parents[2]


def run_bot(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith(("ANIMEMOJI_", "DISCORD_"))}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=bare | {"PYTHONPATH": str(ROOT)} | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_example_file_holds_every_setting_with_a_comment_and_its_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (ROOT / ".env.example").read_text()
    listed: list[str] = []
    for block in (block for block in text.split("\n\n") if "=" in block):
        assert re.match(r"#.+\n", block), f"no comment before {block!r}"
        listed += re.findall(r"^([A-Z_]+)=", block, re.M)
    named_otherwise = {"discord_token", "telegram_token", "sentry_dsn", "pipeline", "engine_settings"}
    of_the_bot = {f"ANIMEMOJI_{name.upper()}" for name in set(Settings.model_fields) - named_otherwise}
    of_the_pipeline = {f"ANIMEMOJI_{field.name.upper()}" for field in fields(PipelineSettings)} - {
        "ANIMEMOJI_DIFFUSION"
    }
    of_the_engine = {f"ANIMEMOJI_{field.name.upper()}" for field in fields(EngineSettings)}
    of_diffusion = {f"ANIMEMOJI_SD_{field.name.upper()}" for field in fields(DiffusionSettings)}
    others = {"DISCORD_TOKEN", "TELEGRAM_TOKEN", "POSTGRES_PASSWORD", "SENTRY_DSN"}
    assert sorted(listed) == sorted(others | of_the_bot | of_the_pipeline | of_the_engine | of_diffusion)
    for name in listed:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(text)
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    assert load_settings() == Settings.model_construct()


def test_the_bot_and_its_pipeline_read_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text("ANIMEMOJI_REPLY_SIZE=200\nANIMEMOJI_SD_STEPS=7\nANIMEMOJI_CLIP_SECONDS=9\n")
    monkeypatch.setenv("ANIMEMOJI_CLIP_SECONDS", "5")
    before = dict(os.environ)
    settings = load_settings()
    assert (settings.reply_size, settings.pipeline.diffusion.steps) == (200, 7)
    assert settings.clip_seconds == 5, "the environment wins over the file"
    assert dict(os.environ) == before


@pytest.mark.parametrize("name", ["ANIMEMOJI_SD_PRESET", "ANIMEMOJI_HTTP_PORT"])
def test_a_wrong_setting_ends_the_start_with_one_sentence(tmp_path: Path, name: str) -> None:
    done = run_bot(folder=tmp_path, DISCORD_TOKEN="x", **{name: "many"})
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name} is 'many', but it should be ")
    assert done.stderr.count("\n") == 1


def every_setting() -> list[str]:
    """The variables that .env.example lists."""
    return re.findall(r"^#? ?(ANIMEMOJI_[A-Z0-9_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.M)


def test_every_wrong_value_reads_as_a_sentence_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    told = {}
    for name in every_setting():
        for value in ("so so", "-5", "99999999999"):
            with monkeypatch.context() as patch:
                patch.setenv(name, value)
                try:
                    load_settings()
                except StartupError as error:
                    told[name, value] = str(error)
    assert len(told) > 80
    ours = re.compile(
        r"ANIMEMOJI_\w+ is ('[^']*'|empty|set), but it (should be|needs|goes) [^\[\]^{}]+: see \.env\.example\."
    )
    assert [sentence for sentence in told.values() if not ours.fullmatch(sentence)] == []
    machine = ("unable", "parse", "valid integer", "boolean", "greater than", "less than or", "String", "input")
    assert [sentence for sentence in told.values() if any(word in sentence for word in machine)] == []


def test_a_secret_is_never_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANIMEMOJI_ACTIVITY_SECRET", "hush")
    with pytest.raises(StartupError, match=r"^ANIMEMOJI_ACTIVITY_SECRET is set, but it goes together") as told:
        load_settings()
    assert "hush" not in str(told.value)


def test_shards_are_numbers_and_ranges() -> None:
    assert Settings(shard_count=32, shard_ids="0-2, 20 31").shard_ids == (0, 1, 2, 20, 31)  # type: ignore[arg-type]
    assert Settings(shard_ids="").shard_ids == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(("count", "ids"), [("", "0"), ("2", "0-2"), ("2", "one"), ("2", "-1"), ("2", "0..1")])
def test_shards_that_do_not_exist_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, count: str, ids: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANIMEMOJI_SHARD_COUNT", count)
    monkeypatch.setenv("ANIMEMOJI_SHARD_IDS", ids)
    with pytest.raises(StartupError, match=rf"^ANIMEMOJI_SHARD_IDS is '{ids}', but it should be numbers"):
        load_settings()


def test_a_postgres_url_gets_the_async_driver() -> None:
    assert Settings(database_url="postgres://a@b/c").database == "postgresql+asyncpg://a@b/c"


def test_a_bad_setting_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ANIMEMOJI_REPLY_SIZE", "5")
    with pytest.raises(StartupError, match=r"^ANIMEMOJI_REPLY_SIZE .*64"):
        load_settings()


def test_without_a_token_one_sentence_says_what_to_do(tmp_path: Path) -> None:
    done = run_bot(folder=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("DISCORD_TOKEN is missing")
    assert done.stderr.count("\n") == 1


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys, bot.__main__\n"
        "try: bot.__main__.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'discord', 'sqlalchemy', 'alembic', 'aiohttp', 'prometheus_client', 'pydantic', 'torch', 'av'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True)


def test_the_application_imports_nothing_heavy() -> None:
    code = (
        "import sys, bot.app\n"
        "from bot.services.motions import matching\n"
        "assert matching('')\n"
        "heavy = {'torch', 'mediapipe', 'cv2', 'scipy', 'skia', 'diffusers', 'matplotlib'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_migrate_makes_the_database(tmp_path: Path) -> None:
    done = run_bot("migrate", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.match(r"The database is at revision \d{4}\.", done.stdout)
    assert (tmp_path / "data" / "animemoji.sqlite3").exists()


def test_a_database_out_of_reach_is_one_sentence(tmp_path: Path) -> None:
    done = run_bot("migrate", folder=tmp_path, ANIMEMOJI_DATABASE_URL="sqlite:////proc/no/such.sqlite3")
    assert done.returncode == 2
    assert "ANIMEMOJI_DATABASE_URL" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    run_bot("migrate", folder=tmp_path)
    import sqlite3

    with sqlite3.connect(tmp_path / "data" / "animemoji.sqlite3") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    done = run_bot("migrate", folder=tmp_path)
    assert done.returncode == 2
    assert "newer AnimeMoji" in done.stderr
    assert done.stderr.count("\n") == 1


async def test_a_login_that_is_refused_is_one_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    async def answer(request: web.Request) -> web.Response:
        return web.json_response({"message": "401: Unauthorized", "code": 0}, status=401)

    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    async with TestServer(application) as server:
        monkeypatch.setattr("discord.http.Route.BASE", str(server.make_url("")))
        monkeypatch.setattr("bot.app.open_bot", partial(open_bot, engine=FakeEngine()))
        monkeypatch.setenv("DISCORD_TOKEN", "MTEw.abc.def")
        monkeypatch.setenv("ANIMEMOJI_DATA_DIR", str(tmp_path))
        monkeypatch.setattr("bot.logs.set_up_logs", lambda *_: None)
        with pytest.raises(StartupError, match="Discord refused"):
            await _run()


def test_a_backup_is_made_and_restored_by_two_commands(tmp_path: Path) -> None:
    run_bot("migrate", folder=tmp_path)
    made = run_bot("backup", "copy.zip", folder=tmp_path)
    assert (made.returncode, made.stderr) == (0, "")
    assert re.fullmatch(r"copy\.zip holds 0 rows of \d+ tables at revision \d{4}\.\n", made.stdout)
    read = run_bot("restore", "copy.zip", folder=tmp_path, ANIMEMOJI_DATA_DIR="elsewhere")
    assert (read.returncode, read.stderr) == (0, "")
    assert re.fullmatch(r"The database holds 0 rows of \d+ tables again\.\n", read.stdout)
    assert (tmp_path / "elsewhere" / "animemoji.sqlite3").exists()
