"""The services that people on Discord have: those that all have, and what there is on Discord alone."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import timedelta
from pathlib import Path

import aiohttp

from bot.discord_services.expressions import ExpressionService
from bot.discord_services.faces import FaceService
from bot.discord_services.speeches import SpeechService
from bot.discord_services.studio import StudioService
from bot.discord_services.webhooks import Webhooks
from bot.domain import Platform
from bot.services.door import Door
from bot.services.engine import RenderEngine
from bot.services.services import Services, make_services
from bot.services.students import StudentMaker
from bot.settings import Settings
from bot.store.database import Store
from pipeline import Blobs


@dataclass(frozen=True)
class DiscordServices(Services):
    """What commands and views call. ``studio``: None where it is not open to people in Discord."""

    expressions: ExpressionService
    studio: StudioService | None
    faces: FaceService
    webhooks: Webhooks
    speeches: SpeechService


def make_discord_services(
    settings: Settings,
    store: Store,
    engine: RenderEngine,
    http: aiohttp.ClientSession,
    folder: Path,
    blobs: Blobs,
    distiller: StudentMaker | None,
) -> DiscordServices:
    """Services over open resources, as ``make_services`` takes them."""
    expressions = ExpressionService(store, settings.max_own_emoji)
    door = Door(Platform.DISCORD, settings.upload_hosts, settings.max_upload_bytes, let_go=expressions.remove_own)
    shared = make_services(settings, store, engine, http, folder, blobs, distiller, door)
    parts = {each.name: getattr(shared, each.name) for each in fields(shared)}
    studio = None
    if settings.studio_url:
        secret = settings.discord_token.get_secret_value()
        studio = StudioService(store, shared.jobs, shared.animojis, shared.uploads, blobs, settings.studio_url, secret)
    faces, webhooks = FaceService(store, engine, expressions, settings.max_faces), Webhooks()
    kept = timedelta(days=settings.speeches_days)
    return DiscordServices(
        **parts,
        expressions=expressions,
        studio=studio,
        faces=faces,
        webhooks=webhooks,
        speeches=SpeechService(store, shared.guilds, shared.words, faces, webhooks, kept),
    )
