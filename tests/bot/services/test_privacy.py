"""Privacy: all that is kept is handed over, and nothing is left after forgetting."""

from __future__ import annotations

import io
import json
import re
import zipfile
from datetime import datetime, timedelta, timezone

import numpy as np
import sqlalchemy as sa
from PIL import Image

from bot.discord_services.expressions import ExpressionService
from bot.domain import ExpressionKind
from bot.services.asker import Asker
from bot.services.privacy import Kept, PrivacyService
from bot.store.database import Store
from bot.store.models import Base
from pipeline import AnimojiRequest, Character, CharacterKind, PresetMotion, PromptSource
from pipeline.types import PoseTrack
from tests.bot.fakes import drawn, result_of, track, uploaded
from tests.bot.office import Office


def of(office: Office) -> PrivacyService:
    return PrivacyService(office.store, office.jobs, office.students, ExpressionService(office.store, 20).remove_own)


async def fill(store: Store, owner: int) -> None:
    async with store.work() as work:
        await work.users.meet(owner, "ja")
        picture = await work.characters.add(owner, "Pic", uploaded())
        await work.characters.offer(picture, [b"first", b"second"], kept=5)
        row = await work.characters.add(owner, "Mika", drawn(), b"RIFF")
        request = AnimojiRequest(PromptSource("x"), PresetMotion())
        animoji = await work.animojis.add(owner, row, result_of(request), "gm", "transparent", 5)
        await work.expressions.add(owner, ExpressionKind.EMOJI, 90 + owner, "gm", animoji.id, 5)
        await work.usage.consume(owner, 5, datetime.now(timezone.utc), 9, timedelta())


def unpacked(archives: list[bytes]) -> dict[str, bytes]:
    """All files in some archives, by name."""
    opened = [zipfile.ZipFile(io.BytesIO(archive)) for archive in archives]
    return {name: archive.read(name) for archive in opened for name in archive.namelist()}


async def test_what_is_exported_can_be_read_back(either_office: Office) -> None:
    either_store = either_office.store
    await fill(either_store, 1)
    await fill(either_store, 2)
    privacy = of(either_office)
    assert await privacy.show(1) == Kept(2, 1, 1, 0, 0)
    files = unpacked(await privacy.export(1, 10**6))
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


async def test_forgetting_leaves_nothing_of_this_person_and_all_of_others(either_office: Office) -> None:
    either_store = either_office.store
    either_office.engine.instant = False
    await either_office.ask(asker=Asker(1))
    await fill(either_store, 1)
    await fill(either_store, 2)
    privacy = of(either_office)
    assert await privacy.delete(1) == Kept(2, 1, 1, 0, 0)
    assert await privacy.show(1) == Kept(0, 0, 0, 0, 0)
    assert await privacy.show(2) == Kept(2, 1, 1, 0, 0)
    async with either_store.work() as work:
        for table in Base.metadata.sorted_tables:
            for column in ("owner_id", "user_id"):
                if column in table.c:
                    query = sa.select(sa.func.count()).select_from(table).where(table.c[column] == 1)
                    assert await work.session.scalar(query) == 0, f"{table.name}.{column}"


async def test_a_stranger_has_an_empty_export(office: Office) -> None:
    files = unpacked(await of(office).export(7, 10**6))
    assert json.loads(files["person.json"]) == {"id": 7, "opted_out": None}


async def test_what_is_too_large_for_one_file_comes_in_several(either_office: Office) -> None:
    either_store = either_office.store
    limit = 300_000
    random = np.random.default_rng(7)
    async with either_store.work() as work:
        await work.users.meet(1, "ja")
        for number in range(12):
            picture = io.BytesIO()
            Image.fromarray(random.integers(0, 255, (128, 128, 4), np.uint8)).save(picture, "PNG")
            character = Character(CharacterKind.UPLOADED, picture=picture.getvalue())
            await work.characters.add(1, f"Pic {number}", character, b"RIFF")
    archives = await of(either_office).export(1, limit)
    assert 2 < len(archives) < 10
    assert all(0.4 * limit < len(archive) <= limit for archive in archives[:-1])
    assert len(archives[-1]) <= limit
    one_by_one = [unpacked([archive]) for archive in archives]
    whole = unpacked(archives)
    assert sum(map(len, one_by_one)) == len(whole), "each file is in one of them"
    assert sum(name.startswith("characters/") for name in whole) == 2 * 12
    assert all(zipfile.ZipFile(io.BytesIO(archive)).testzip() is None for archive in archives)
