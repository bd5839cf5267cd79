"""The bot in Telegram: its resources, opened in order and closed in reverse, and the updates that it asks for."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import signal
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Final

import aiohttp
from telegram import Bot, BotCommand, LinkPreviewOptions, Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    Defaults,
    MessageHandler,
    filters,
)
from telegram.request import HTTPXRequest
from yarl import URL

from bot.domain import Platform
from bot.errors import StartupError
from bot.resources import open_resources
from bot.services.door import Door
from bot.services.engine import RenderEngine
from bot.services.services import Services, make_services
from bot.settings import Settings
from bot.texts import languages
from bot.web.server import open_web
from telegram_bot import buttons, files, keyboards, messages, suggesting
from telegram_bot.courier import TelegramCourier
from telegram_bot.sending import pause_of
from telegram_bot.visit import Action, handler
from telegram_bot.words import say

log = logging.getLogger(__name__)

LOST_CONNECTIONS: Final = (TelegramError,)
"""What python-telegram-bot logs at length and this bot mends by itself."""
FIRST_WAIT_SECONDS: Final = 1.0
LONGEST_WAIT_SECONDS: Final = 60.0
"""How long the bot waits before it asks an ill Telegram again: at first, and at most."""
_POLL_SECONDS: Final = 25
"""How long Telegram keeps a question for news open while there is none."""
_HANDLING_SECONDS: Final = 10.0
"""After so long an update counts as handled, though it still is: the next ones must not wait for it."""
_READ_SECONDS: Final = 30.0
"""Telegram takes its time with sticker sets and films."""
_HEARD: Final = [Update.MESSAGE, Update.CALLBACK_QUERY]
_COMMANDS: Final[dict[str, Action]] = {
    "make": messages.make_new,
    "again": messages.again,
    "characters": messages.characters,
    "help": messages.help_,
    "privacy": messages.privacy,
    "delete": messages.delete,
    "about": messages.about,
}
"""In the order of Telegram's menu; /start needs no line in it."""
_ALWAYS_OPEN: Final[tuple[Action, ...]] = (
    *(messages.privacy, messages.delete),
    *(messages.start, messages.help_, messages.about),
)
"""What is for those as well whom the bot's owner does not want: their data are theirs."""


class TelegramBot:
    """The bot that runs.

    Updates are confirmed once they were handled, so that one which arrives while the process is killed comes again.
    """

    def __init__(self, settings: Settings, services: Services, application: Application[Any, Any, Any, Any, Any, Any]):
        self.settings = settings
        self.services = services
        self.bot: Bot = application.bot
        self._application = application
        self._closing = asyncio.Event()
        self._hears = False
        self._offset: int | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._add_handlers()

    @property
    def hears(self) -> bool:
        """Whether Telegram answered when it was last asked for news."""
        return self._hears

    async def run_until_stopped(self) -> None:
        """Serves until the process is asked to end.

        Raises:
            StartupError: the token is wrong.
        """
        loop = asyncio.get_running_loop()
        with contextlib.suppress(NotImplementedError):  # Windows has no SIGTERM for loops
            loop.add_signal_handler(signal.SIGTERM, self.stop)
        await self.serve()

    def stop(self) -> None:
        """Ends ``serve``."""
        self._closing.set()

    async def serve(self) -> None:
        """Logs in, and answers people until ``stop``. While Telegram is ill, it is tried again, ever less often."""
        wait = FIRST_WAIT_SECONDS
        entered = False
        try:
            while not self._closing.is_set():
                try:
                    if not entered:
                        await self._enter()
                        entered, wait = True, FIRST_WAIT_SECONDS
                    await self._hear()
                    wait = FIRST_WAIT_SECONDS
                    continue
                except InvalidToken:
                    raise StartupError("Telegram refused TELEGRAM_TOKEN: copy it again from @BotFather.") from None
                except Conflict:
                    fault = "another process asks for the updates of this token: stop one of the two"
                except RetryAfter as error:
                    fault, wait = "Telegram asks for patience", max(wait, pause_of(error))
                except TelegramError as error:
                    fault = f"Telegram cannot be reached ({error.message})"
                self._hears = False
                log.warning("%s; trying again in %.0f seconds", fault, wait)
                with contextlib.suppress(asyncio.TimeoutError):
                    await asyncio.wait_for(self._closing.wait(), wait)
                wait = min(2 * wait, LONGEST_WAIT_SECONDS)
        finally:
            self._hears = False
            await self.services.dispatcher.stop(self.settings.grace_seconds)
            if self._under_way:
                await asyncio.wait(self._under_way, timeout=3.0)
            if entered:
                await self._application.shutdown()

    async def _enter(self) -> None:
        await self._application.initialize()
        await messages.prepare()
        await self._introduce()
        log.info("logged in as %s", self.bot.username)
        self.services.dispatcher.start(TelegramCourier(self.bot, self.services))

    async def _introduce(self) -> None:
        """Tells Telegram which commands there are, in every language."""
        for language in languages():
            menu = [BotCommand(name, say(f"command.{name}", language)) for name in _COMMANDS]
            # A list without a language is for everybody who reads another one.
            await self.bot.set_my_commands(menu, language_code=None if language.code == "en" else language.code)

    async def _hear(self) -> None:
        """Asks for news once, and has them handled."""
        asked = asyncio.ensure_future(
            self.bot.get_updates(
                self._offset, timeout=_POLL_SECONDS, allowed_updates=[Update.MESSAGE, Update.CALLBACK_QUERY]
            )
        )
        closing = asyncio.ensure_future(self._closing.wait())
        try:
            await asyncio.wait({asked, closing}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            closing.cancel()
            if not asked.done():
                asked.cancel()
                await asyncio.gather(asked, return_exceptions=True)
        if asked.cancelled():
            return
        updates = asked.result()
        self._hears = True
        await self._handle(updates)

    async def _handle(self, updates: Sequence[Update]) -> None:
        tasks = {asyncio.create_task(self._application.process_update(each)) for each in updates}
        self._under_way |= tasks
        for task in tasks:
            task.add_done_callback(self._under_way.discard)
        if tasks:
            await asyncio.wait(tasks, timeout=_HANDLING_SECONDS)
            self._offset = updates[-1].update_id + 1

    def _add_handlers(self) -> None:
        def on(action: Action) -> Any:
            return handler(self.services, self.settings, action, _ALWAYS_OPEN)

        add = self._application.add_handler
        for name, action in {"start": messages.start, **_COMMANDS}.items():
            add(CommandHandler(name, on(action), filters.UpdateType.MESSAGE))
        under_a_video = filters.CaptionRegex(r"^/make(@\w+)?(\s|$)") & filters.UpdateType.MESSAGE
        add(MessageHandler(under_a_video, on(messages.make_new)))
        private = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & ~filters.COMMAND
        add(MessageHandler(private & ~filters.StatusUpdate.ALL, on(messages.sent)))
        for pattern, press in (
            (keyboards.ANIMOJI, buttons.on_animoji),
            (keyboards.MOTION, buttons.on_motion),
            (keyboards.CANCEL, buttons.on_cancel),
            (keyboards.LOOKS, suggesting.on_suggestion),
            (keyboards.CHARACTER, buttons.on_character),
            (keyboards.CHARACTERS, buttons.on_characters),
            (keyboards.PRIVACY, buttons.on_privacy),
        ):
            add(CallbackQueryHandler(on(press), pattern=pattern))


@asynccontextmanager
async def open_telegram_bot(settings: Settings, engine: RenderEngine | None = None) -> AsyncIterator[TelegramBot]:
    """The bot with all it needs open, ready for ``serve``; everything is closed in reverse order at the end.

    Args:
        settings: how.
        engine: where requests run; None opens the pipeline's own.

    Raises:
        StartupError: the database, the engine, the blob store, a word list or the port for HTTP cannot be used.
    """
    async with AsyncExitStack() as stack:
        resources = await stack.enter_async_context(open_resources(settings, engine))
        http = await stack.enter_async_context(aiohttp.ClientSession())
        application = _application(settings)
        host = str(URL(settings.telegram_api).origin())
        largest = min(files.LARGEST, settings.max_upload_bytes)
        door = Door(Platform.TELEGRAM, [host], largest, functools.partial(files.address, application.bot))
        services = make_services(
            settings,
            resources.store,
            resources.engine,
            http,
            resources.folder,
            resources.blobs,
            resources.distiller,
            door,
        )
        bot = TelegramBot(settings, services, application)
        services.metrics.ready.labels(door.platform.value).set_function(lambda: bot.hears)
        if settings.http_port is not None:
            web = open_web(services, lambda: bot.hears, settings.http_host, settings.http_port)
            await stack.enter_async_context(web)
        yield bot


def _application(settings: Settings) -> Application[Any, Any, Any, Any, Any, Any]:
    api = settings.telegram_api.rstrip("/")
    requests = HTTPXRequest(connection_pool_size=32, read_timeout=_READ_SECONDS, pool_timeout=10.0)
    return (
        ApplicationBuilder()
        .token(settings.telegram_token.get_secret_value())
        .base_url(f"{api}/bot")
        .base_file_url(f"{api}/file/bot")
        .request(requests)
        .get_updates_request(HTTPXRequest(connection_pool_size=2, read_timeout=_POLL_SECONDS + 10.0))
        .defaults(Defaults(link_preview_options=LinkPreviewOptions(is_disabled=True)))
        .updater(None)
        .build()
    )
