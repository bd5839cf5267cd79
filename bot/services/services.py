"""All services of the bot, wired together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.domain import FilterLevel
from bot.services.animojis import AnimojiService
from bot.services.characters import CharacterService
from bot.services.engine import RenderEngine
from bot.services.expressions import ExpressionService
from bot.services.guilds import GuildService
from bot.services.health import HealthService
from bot.services.jobs import JobService
from bot.services.limits import Defaults, LimitService
from bot.services.metrics import Metrics
from bot.services.packs import PackService
from bot.services.privacy import PrivacyService
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.settings import Settings
from bot.store.database import Store


@dataclass(frozen=True)
class Services:
    """What commands and views call."""

    store: Store
    metrics: Metrics
    health: HealthService
    guilds: GuildService
    words: WordService
    jobs: JobService
    uploads: UploadService
    characters: CharacterService
    animojis: AnimojiService
    expressions: ExpressionService
    packs: PackService
    privacy: PrivacyService


def make_services(
    settings: Settings, store: Store, engine: RenderEngine, http: aiohttp.ClientSession, folder: Path
) -> Services:
    """Services over open resources; ``folder`` holds uploads for as long as they are needed."""
    guilds = GuildService(store)
    defaults = Defaults(
        jobs_per_user=settings.max_jobs_per_user,
        jobs_per_guild=settings.max_jobs_per_server,
        jobs=settings.max_jobs,
        bytes=settings.max_waiting_bytes,
        daily_quota=settings.daily_quota,
        cooldown_seconds=settings.cooldown_seconds,
        strikes=settings.max_deadly_jobs,
        shut_out_seconds=settings.shut_out_seconds,
    )
    metrics = Metrics()
    jobs = JobService(engine, LimitService(store, guilds, defaults), metrics, settings.progress_seconds)
    metrics.watch("jobs_waiting", "Jobs that wait for their turn", lambda: jobs.waiting)
    metrics.watch("jobs_under_way", "Jobs that wait or run", lambda: jobs.under_way)
    words = WordService(guilds, FilterLevel(settings.word_filter), settings.word_list)
    characters = CharacterService(store, settings.max_characters)
    uploads = UploadService(
        http,
        folder,
        settings.max_upload_bytes,
        settings.download_seconds,
        settings.max_downloads,
        settings.upload_hosts,
    )
    animojis = AnimojiService(store, jobs, uploads, characters, words)
    expressions = ExpressionService(store, animojis, settings.max_own_emoji)
    return Services(
        store=store,
        metrics=metrics,
        health=HealthService(
            store, {"data": settings.data_dir, "temporary": folder}, settings.max_upload_bytes, metrics
        ),
        guilds=guilds,
        words=words,
        jobs=jobs,
        uploads=uploads,
        characters=characters,
        animojis=animojis,
        expressions=expressions,
        packs=PackService(jobs, expressions, characters),
        privacy=PrivacyService(store),
    )
