"""``animemoji studio``: characters alive in a browser, on this machine."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import socket
import sys
import webbrowser
from pathlib import Path
from typing import Final

from animemoji.verbs.files import checked_folder
from animemoji.verbs.listening import add_listening_arguments, listening, origins
from animemoji.verbs.terminal import Outcome, Terminal

HELP: Final = "a page in the browser: make a character, move it, dress it, and take the file"
EXAMPLE: Final = "animemoji studio --folder characters"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    add_listening_arguments(parser)
    parser.add_argument(
        "--folder",
        type=Path,
        default=Path("characters"),
        metavar="FOLDER",
        help="where characters are kept, as `animemoji character` writes them (characters)",
    )


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Serves the page until it is interrupted.

    Raises:
        PortTakenError, HostError, UserError: an option cannot be used.
    """
    folder = checked_folder(args.folder)
    asyncio.run(_serve(args, listening(args.host, args.port), folder, terminal))
    return Outcome()


async def _serve(args: argparse.Namespace, listens: socket.socket, folder: Path, terminal: Terminal) -> None:
    from aiohttp import web

    from bot.texts import Language, explain, tell
    from pipeline import Baker, Engine, load_pipeline_settings, warm_up
    from studio.backend import Guest
    from studio.guard import Site
    from studio.links import Links
    from studio.local import LocalBackend
    from studio.server import studio_app
    from studio.vision import vision_files

    here = origins(listens)
    links = Links(secrets.token_bytes(32))
    settings = load_pipeline_settings()
    async with Engine(settings=settings, warm_up=warm_up) as engine:
        app = studio_app(
            LocalBackend(engine, folder),
            links,
            Site(here, f"animemoji-studio-{listens.getsockname()[1]}"),
            lambda error, language: explain(error, Language.of(language)),
            vision_files(settings.models),
            settings.students,
            tell=lambda notice, language: tell(notice, Language.of(language)),
            baker=Baker(settings, shelf=settings.students),
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.SockSite(runner, listens).start()
            address = f"{here[0]}/s/{links.token(Guest())}"
            terminal.print_report({"address": address, "folder": str(folder)})
            terminal.say(f"The studio is open at {address}", "The link works once, for ten minutes. Ctrl-C ends it.")
            sys.stdout.flush()
            if not args.no_open:
                await asyncio.to_thread(webbrowser.open, address)
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()
