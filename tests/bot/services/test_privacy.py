"""Privacy: all that is kept is handed over, and nothing is left after forgetting."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import datetime, timedelta, timezone

import sqlalchemy as sa

from bot.services.privacy import Kept, PrivacyService
from bot.store.database import Store
from bot.store.models import Base, ExpressionKind
from pipeline import AnimojiRequest, Character, PresetMotion, PromptSource
from pipeline.types import PoseTrack
from tests.bot.fakes import drawn, result_of, track, uploaded


async def fill(store: Store, owner: int) -> None:
    async with store.work() as work:
        await work.users.meet(owner, "ja")
        picture = await work.characters.add(owner, "Pic", uploaded())
        await work.characters.offer(picture, [b"first", b"second"], kept=5)
        row = await work.characters.add(owner, "Mika", drawn(), b"RIFF")
        request = AnimojiRequest(PromptSource("x"), PresetMotion(), caption="gm")
        animoji = await work.animojis.add(owner, row.id, request, result_of(request), 5)
        await work.expressions.add(owner, ExpressionKind.EMOJI, 90 + owner, "gm", animoji.id, 5)
        await work.usage.consume(owner, 5, datetime.now(timezone.utc), 9, timedelta())


async def test_what_is_exported_can_be_read_back(either_store: Store) -> None:
    await fill(either_store, 1)
    await fill(either_store, 2)
    privacy = PrivacyService(either_store)
    assert await privacy.show(1) == Kept(2, 1, 1)
    archive = zipfile.ZipFile(io.BytesIO(await privacy.export(1)))
    files = {name: archive.read(name) for name in archive.namelist()}
    characters = [json.loads(files[name]) for name in files if re.fullmatch(r"characters/\d+\.json", name)]
    assert [Character.from_json(data) for data in characters] == [uploaded(), drawn()]
    (animoji,) = (json.loads(data) for name, data in files.items() if name.startswith("animojis/"))
    assert animoji["caption"] == "gm"
    assert PoseTrack.from_json(animoji["track"]).poses.tolist() == track().poses.tolist()
    choices = {name[-5]: data for name, data in files.items() if "-choice-" in name}
    assert choices == {"1": b"first", "2": b"second"}
    assert json.loads(files["person.json"])["id"] == 1
    assert json.loads(files["usage.json"])[0]["count"] == 1
    assert json.loads(files["emoji_and_stickers.json"])[0]["discord_id"] == 91


async def test_forgetting_leaves_nothing_of_this_person_and_all_of_others(either_store: Store) -> None:
    await fill(either_store, 1)
    await fill(either_store, 2)
    privacy = PrivacyService(either_store)
    assert await privacy.delete(1) == Kept(2, 1, 1)
    assert await privacy.show(1) == Kept(0, 0, 0)
    assert await privacy.show(2) == Kept(2, 1, 1)
    async with either_store.work() as work:
        for table in Base.metadata.sorted_tables:
            for column in ("owner_id", "user_id"):
                if column in table.c:
                    query = sa.select(sa.func.count()).select_from(table).where(table.c[column] == 1)
                    assert await work.session.scalar(query) == 0, f"{table.name}.{column}"


async def test_a_stranger_has_an_empty_export(store: Store) -> None:
    archive = zipfile.ZipFile(io.BytesIO(await PrivacyService(store).export(7)))
    assert json.loads(archive.read("person.json")) == {"id": 7}
