"""The studio for people in Discord: their characters and limits, their servers' rules, the channel they came from."""

from __future__ import annotations

import asyncio
import re
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

import aiohttp
import discord
from babel.dates import format_timedelta

from bot.client import Client
from bot.discord_services.studio import StudioService, Visitor
from bot.discord_services.weather import is_weather
from bot.domain import SavedCharacter
from bot.errors import AnimojiUnknownError, CharacterUnknownError, DiscordAwayError
from bot.services import orders
from bot.services.failures import Failure
from bot.texts import Language, say, tell
from bot.views.making import REPLY_BYTES, animoji_letter
from bot.views.parts import let_in
from bot.web.activity import Application, DiscordPorter
from bot.web.server import listening
from bot.web.whereabouts import Whereabouts, find_out, postable
from pipeline import (
    AnimojiResult,
    Character,
    MotionSource,
    PresetMotion,
    Progress,
    PromptSource,
    Source,
    TrackMotion,
    UserError,
    make_character,
)
from studio.activity import Activity, Frame
from studio.backend import Entry, Guest, Welcome
from studio.bakery import Baker
from studio.errors import OrderError, UnknownCharacterError
from studio.guard import Site
from studio.orders import FileOrder
from studio.server import studio_app
from studio.vision import vision_files

_SHOWN: Final = 60
"""Of a person's characters, the newest ones."""
_REMEMBERED: Final = 1000
"""Characters that were made and not kept, of all guests together."""
_ROLLS: Final = 2
"""Characters that are made at once."""
_BELIEVED: Final = 60.0
"""Seconds for which is believed what Discord says of a visitor, where nothing is made or posted."""


class BotBackend:
    """The ``Backend`` of people in Discord. Whatever they ask for passes the bot's own services."""

    def __init__(self, bot: Client, studio: StudioService) -> None:
        self._bot = bot
        self._services = bot.services
        self._studio = studio
        self._rolling = asyncio.Semaphore(_ROLLS)
        self._made: OrderedDict[tuple[int, str], Entry] = OrderedDict()
        self._known: OrderedDict[Guest, tuple[float, Whereabouts]] = OrderedDict()

    async def welcome(self, guest: Guest) -> Welcome:
        """See ``Backend``."""
        number = Visitor.of(guest).character_id
        return Welcome(str(number) if number else "", (await self._believed(guest)).name)

    async def characters(self, guest: Guest) -> Sequence[Entry]:
        """See ``Backend``."""
        page = await self._services.characters.page(Visitor.of(guest).user_id, _SHOWN)
        return [_entry(saved, page.drawn.get(saved.id) or await self._load(saved)) for saved in page.characters]

    async def from_words(self, guest: Guest, prompt: str, seed: int) -> Entry:
        """See ``Backend``. Raises UserError where this person may not use the bot, or not say that."""
        where = await self._believed(guest)
        await self._enter(where)
        await self._services.words.check(where.asker, [prompt])
        source = PromptSource(prompt, seed, Source.DRAWN)
        async with self._rolling:
            made = await asyncio.to_thread(make_character, source, lambda _: None)
        return self._made_now(guest, Entry("", made.character, ignored=made.ignored, notices=made.notices))

    async def from_picture(self, guest: Guest, picture: Path, face: tuple[float, float, float] | None) -> Entry:
        """See ``Backend``. It is a job like all others.

        Raises:
            UserError: the place or a limit does not allow it, there is no room for one more, or it cannot be one.
        """
        where = await find_out(self._bot, Visitor.of(guest))
        await self._enter(where)
        await self._services.characters.check_room(where.asker.user_id, "")
        result = await self._studio.figure(where.asker, picture, face)
        return self._made_now(guest, Entry("", result.character, notices=result.notices))

    async def character(self, guest: Guest, name: str) -> Entry:
        """See ``Backend``."""
        owner_id = Visitor.of(guest).user_id
        made = self._made.get((owner_id, name))
        if made is not None and not made.kept:
            return made
        try:
            saved = await self._services.characters.find(owner_id, name if made is None else made.id)
            return _entry(saved, await self._load(saved))
        except CharacterUnknownError as error:
            raise UnknownCharacterError from error

    async def keep(self, guest: Guest, name: str) -> Entry:
        """See ``Backend``. Raises TooManyCharactersError, and UserError where this person may not use the bot."""
        entry, visitor = await self.character(guest, name), Visitor.of(guest)
        if entry.kept:
            return entry
        await self._enter(await self._believed(guest))
        saved = await self._services.characters.keep(visitor.user_id, visitor.locale, entry.character)
        return self._remember(guest, name, _entry(saved, entry.character))

    async def forget(self, guest: Guest, name: str) -> None:
        """See ``Backend``."""
        try:
            await self._services.characters.delete(Visitor.of(guest).user_id, name)
        except CharacterUnknownError as error:
            raise UnknownCharacterError from error

    async def _enter(self, where: Whereabouts) -> None:
        """Raises UserError where this person may not use the bot there, or nobody may just now."""
        person = discord.Object(where.asker.user_id)
        await let_in(self._bot, where.asker, person, partial(_given, where.surroundings))

    async def make(self, guest: Guest, order: FileOrder) -> str:
        """See ``Backend``. What is made is kept, and so is its character.

        Raises:
            UserError: the words, the place or a limit do not allow it.
        """
        where = await find_out(self._bot, Visitor.of(guest))
        await self._enter(where)
        await self._services.words.check(where.asker, [order.caption])
        entry = await self.keep(guest, order.character)
        motion = order.motion
        wanted = orders.Order(
            orders.Own(int(entry.id), entry.name),
            orders.Preset(motion.name) if isinstance(motion, PresetMotion) else orders.Moves.of(_track(motion)),
            caption=order.caption,
            background=order.background,
            effects=order.effects,
            outline=order.outline,
            best_seconds=None if order.target is None else order.target.seconds,
        )
        output = order.output
        if order.target is None:
            output = replace(output, max_bytes=REPLY_BYTES, may_shrink=True)
        return await self._studio.make(where.asker, wanted, output)

    async def follow(self, guest: Guest, job: str) -> AsyncIterator[Progress]:
        """See ``Backend``."""
        async for progress in self._studio.follow(Visitor.of(guest).user_id, job):
            yield progress

    async def result(self, guest: Guest, job: str) -> AnimojiResult:
        """See ``Backend``."""
        return await self._studio.result(await self._studio.job(Visitor.of(guest).user_id, job))

    async def cancel(self, guest: Guest, job: str) -> None:
        """See ``Backend``."""
        await self._studio.cancel(Visitor.of(guest).user_id, job)

    async def share(self, guest: Guest, job: str, *, hidden: bool) -> None:
        """See ``Backend``. Who may post there is asked of Discord now. Each file is posted once.

        Raises:
            UserError: the person, the bot or the rules of the server do not allow it.
        """
        visitor = Visitor.of(guest)
        done = await self._studio.job(visitor.user_id, job)
        result = await self._studio.result(done)
        if done.animoji_id is None:
            raise AnimojiUnknownError
        animoji = await self._services.animojis.owned(done.animoji_id, visitor.user_id)
        if animoji.message_id is not None:
            return
        where = await find_out(self._bot, visitor)
        await self._enter(where)
        await self._services.words.check(
            where.asker, [animoji.caption, animoji.character.prompt, animoji.character.name]
        )
        channel = await postable(self._bot, visitor)
        await self._services.animojis.hide(animoji.id, hidden)
        letter = await animoji_letter(self._services, done, result)
        language = Language.of((await self._services.guilds.rules(visitor.guild_id)).language or visitor.locale)
        first = say("studio.shared", language, user=f"<@{visitor.user_id}>")
        try:
            # The same nonce again gives the same message again (API reference, create message).
            message = await channel.send(view=letter.page(first), files=letter.attachments(), nonce=done.id)
        except (discord.DiscordException, OSError) as error:
            if is_weather(error):
                raise DiscordAwayError from error
            raise
        await self._services.animojis.posted(animoji.id, message.channel.id, message.id)

    async def _load(self, saved: SavedCharacter) -> Character:
        return await self._services.characters.load(saved.id)

    async def _believed(self, guest: Guest) -> Whereabouts:
        """Who a guest is, as Discord said a moment ago."""
        asked_at, known = self._known.get(guest, (0.0, None))
        if known is None or time.monotonic() - asked_at > _BELIEVED:
            known = await find_out(self._bot, Visitor.of(guest))
            self._known[guest] = time.monotonic(), known
            while len(self._known) > _REMEMBERED:
                self._known.popitem(last=False)
        return known

    def _made_now(self, guest: Guest, entry: Entry) -> Entry:
        """Remembers a character that is not kept, under a name of its own."""
        name = f"made-{sha256(repr(entry.character).encode()).hexdigest()[:16]}"
        return self._remember(guest, name, replace(entry, id=name))

    def _remember(self, guest: Guest, name: str, entry: Entry) -> Entry:
        self._made[Visitor.of(guest).user_id, name] = entry
        while len(self._made) > _REMEMBERED:
            self._made.popitem(last=False)
        return entry


def _entry(saved: SavedCharacter, character: Character) -> Entry:
    return Entry(str(saved.id), character, saved.name, kept=True)


async def _given(surroundings: frozenset[int]) -> frozenset[int]:
    return surroundings


def _track(motion: MotionSource) -> TrackMotion:
    if not isinstance(motion, TrackMotion):
        raise OrderError(reason="motion")
    return motion


def in_browser(bot: Client, error: UserError, language: Language) -> str:
    """What went wrong, in a sentence for a browser, which does not know Discord's marks for channels."""

    def moment(when: datetime) -> str:
        left = max(when - datetime.now(timezone.utc), timedelta())
        return format_timedelta(left, add_direction=True, locale=language.code)

    def channel(found: re.Match[str]) -> str:
        known = bot.get_channel(int(found[1]))
        return f"#{getattr(known, 'name', '…')}"

    return re.sub(r"<#(\d+)>", channel, Failure.of(error).text(language, moment))


@asynccontextmanager
async def open_studio(
    bot: Client,
    studio: StudioService,
    http: aiohttp.ClientSession,
    host: str,
    port: int,
    baker: Baker | None = None,
) -> AsyncIterator[int]:
    """Serves the studio's page, also in frames of Discord if that is set up; answers the port (0 chooses a free one).

    Args:
        baker: makes what is shown of a picture until it has a student; None shows it still.

    Raises:
        StartupError: the port is taken, or the host is not this machine's.
    """
    application, site, activity = bot.settings.activity_id, Site((studio.address,)), None
    if application is not None:
        parents = bot.settings.activity_parents
        # Discord serves a frame's pages from an address of its own, which asks ours.
        proxy = f"https://{application}.discordsays.com"
        site = replace(site, origins=(*site.origins, proxy), parents=(*parents, proxy))
        porter = DiscordPorter(bot, http, Application(application, bot.settings.activity_secret.get_secret_value()))
        activity = Activity(Frame(str(application), parents), porter)
    app = studio_app(
        BotBackend(bot, studio),
        studio.links,
        site,
        lambda error, code: in_browser(bot, error, Language.of(code)),
        vision_files(bot.settings.pipeline.models),
        bot.settings.pipeline.students,
        activity,
        lambda notice, code: tell(notice, Language.of(code)),
        baker,
    )
    async with listening(app, host, port, "ANIMEMOJI_STUDIO_PORT") as chosen:
        yield chosen
