"""What is kept of a person: shown, handed over, and forgotten."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from dataclasses import dataclass

from bot.store.database import Store
from bot.store.models import CharacterRow
from bot.store.privacy import Everything
from pipeline import PoseTrack


@dataclass(frozen=True)
class Kept:
    """How much is kept of a person."""

    characters: int
    animojis: int
    expressions: int


class PrivacyService:
    """Answers for what the database holds of a person. A selfie is never in it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def show(self, user_id: int) -> Kept:
        """How much is kept."""
        async with self._store.work() as work:
            return Kept(*await work.privacy.counts(user_id))

    async def export(self, user_id: int) -> bytes:
        """All that is kept, as a ZIP of JSON files and pictures."""
        async with self._store.work() as work:
            everything = await work.privacy.everything(user_id)
        return await asyncio.to_thread(_zip, everything)

    async def delete(self, user_id: int) -> Kept:
        """Forgets all of it; answers how much that was. Emoji that Discord has stay there."""
        async with self._store.work() as work:
            counts = await work.privacy.counts(user_id)
            await work.privacy.delete(user_id)
        return Kept(*counts)


def _zip(everything: Everything) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:

        def add(name: str, data: object) -> None:
            file.writestr(name, json.dumps(data, ensure_ascii=False, indent=1))

        add("person.json", everything.person)
        add("usage.json", everything.usage)
        add("emoji_and_stickers.json", everything.expressions)
        for row in everything.characters:
            add(f"characters/{row.id}.json", _about(row) | row.character.to_json())
            if row.portrait:
                file.writestr(f"characters/{row.id}.webp", row.portrait)
        for candidate in everything.candidates:
            file.writestr(f"characters/{candidate.character_id}-choice-{candidate.number}.png", candidate.picture)
        for animoji in everything.animojis:
            add(
                f"animojis/{animoji.id}.json",
                {
                    "character": animoji.character_id,
                    "caption": animoji.caption,
                    "background": animoji.background,
                    "made": animoji.created_at.isoformat(),
                    "server": animoji.guild_id,
                    "channel": animoji.channel_id,
                    "message": animoji.message_id,
                    "track": PoseTrack.from_bytes(animoji.track).to_json(),
                },
            )
    return archive.getvalue()


def _about(row: CharacterRow) -> dict[str, object]:
    return {"name": row.name, "saved": row.created_at.isoformat(), "share_code": row.share_code}
