"""All services of the bot, wired together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import aiohttp

from bot.domain import FilterLevel
from bot.services.animojis import AnimojiService
from bot.services.characters import CharacterService
from bot.services.dispatcher import Dispatcher
from bot.services.door import Door
from bot.services.engine import RenderEngine
from bot.services.gallery import GalleryService
from bot.services.gate import GateService
from bot.services.guilds import GuildService
from bot.services.health import HealthService
from bot.services.invitations import InvitationService
from bot.services.jobs import JobService
from bot.services.leases import Leases
from bot.services.limits import Defaults, LimitService
from bot.services.metrics import Metrics
from bot.services.privacy import PrivacyService
from bot.services.students import StudentMaker, StudentService
from bot.services.uploads import UploadService
from bot.services.words import WordService
from bot.services.workshop import Workshop
from bot.settings import Settings
from bot.store.database import Store
from pipeline import Blobs


@dataclass(frozen=True)
class Services:
    """What commands and views call.

    ``door``: by which people come in.
    """

    door: Door
    store: Store
    metrics: Metrics
    health: HealthService
    gallery: GalleryService
    gate: GateService
    guilds: GuildService
    words: WordService
    jobs: JobService
    invitations: InvitationService
    uploads: UploadService
    characters: CharacterService
    animojis: AnimojiService
    students: StudentService
    dispatcher: Dispatcher
    privacy: PrivacyService


def make_services(
    settings: Settings,
    store: Store,
    engine: RenderEngine,
    http: aiohttp.ClientSession,
    folder: Path,
    blobs: Blobs,
    distiller: StudentMaker | None,
    door: Door,
) -> Services:
    """Services over open resources.

    Args:
        folder: holds uploads for as long as they are needed.
        blobs: hold results until they are delivered.
        distiller: makes students; None for none.
        door: by which people come in.
    """
    guilds = GuildService(store)
    defaults = Defaults(
        jobs_per_user=settings.max_jobs_per_user,
        jobs_per_guild=settings.max_jobs_per_server,
        jobs=settings.max_jobs,
        bytes=settings.max_waiting_bytes,
        daily_quota=settings.daily_quota,
        daily_conversions=settings.daily_conversions,
        cooldown_seconds=settings.cooldown_seconds,
        strikes=settings.max_deadly_jobs,
        shut_out_seconds=settings.shut_out_seconds,
    )
    metrics = Metrics()
    limits = LimitService(defaults)
    words = WordService(guilds, FilterLevel(settings.word_filter), settings.word_list)
    leases = Leases(store, settings.lease_seconds, settings.progress_seconds, door.platform)
    students = StudentService(store, leases, settings.pipeline, distiller, settings.student_seconds)
    characters = CharacterService(store, students, settings.max_characters)
    uploads = UploadService(
        http,
        folder,
        door.largest,
        settings.download_seconds,
        settings.max_downloads,
        door.hosts,
        door.address,
    )
    animojis = AnimojiService(store, uploads, characters, words)
    dispatcher = Dispatcher(
        store,
        engine,
        Workshop(store, uploads, characters, animojis, students, blobs),
        limits,
        blobs,
        metrics,
        students,
        leases,
        settings.progress_seconds,
    )
    metrics.watch("jobs_waiting", "Jobs that wait for their turn", lambda: dispatcher.waiting)
    metrics.watch("jobs_under_way", "Jobs that wait, or are drawn here", lambda: dispatcher.under_way)
    jobs = JobService(store, guilds, limits, dispatcher)
    return Services(
        door=door,
        store=store,
        metrics=metrics,
        health=HealthService(store, {"data": settings.data_dir, "temporary": folder}, door.largest, metrics),
        gallery=GalleryService(store, characters),
        gate=GateService(store),
        guilds=guilds,
        words=words,
        jobs=jobs,
        invitations=InvitationService(store, jobs),
        uploads=uploads,
        characters=characters,
        animojis=animojis,
        students=students,
        dispatcher=dispatcher,
        privacy=PrivacyService(store, jobs, students, door.let_go),
    )
