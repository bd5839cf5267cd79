"""How the bot is, for those who own it."""

from __future__ import annotations

import discord

from bot.client import Client
from bot.texts import Language, say
from bot.views.layout import Page, text_page


async def status_page(client: Client, language: Language) -> Page:
    """Servers, jobs, health, and whether the bot is looked after."""
    services = client.services
    since = await services.gate.maintenance_since()
    faults = await services.health.faults()
    waiting = services.dispatcher.waiting
    application = client.application
    servers = len(client.guilds) or (application.approximate_guild_count if application else 0)
    lines = [
        say("owner.status", language),
        say("owner.servers", language, count=servers),
        say("owner.jobs", language, waiting=waiting, drawing=services.dispatcher.under_way - waiting),
        say("owner.database", language, revision=await services.store.revision()),
        *(say("owner.fault", language, part=part.value, fault=fault) for part, fault in faults.items()),
        say("owner.awake", language)
        if since is None
        else say("owner.asleep", language, when=discord.utils.format_dt(since, "R")),
    ]
    return text_page("\n".join(lines))
