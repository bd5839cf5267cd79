"""``animemoji studio``: characters alive in a browser, on this machine."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import socket
import sys
import webbrowser
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from animemoji.verbs.files import checked_folder
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import UserError

HELP: Final = "a page in the browser: make a character, move it, dress it, and take the file"
EXAMPLE: Final = "animemoji studio --folder characters"


class PortTakenError(UserError):
    """Nothing can listen there."""

    key = "error.studio_port"
    template = "The studio cannot listen on {host}:{port} ({reason}): choose another --port, or leave it out."


class HostError(UserError):
    """An address that stands for all addresses."""

    key = "error.studio_host"
    template = "--host {host} is no single address: name one address of this machine, such as 127.0.0.1."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (127.0.0.1: this machine alone)")
    parser.add_argument("--port", type=int, default=0, help="the port (0: a free one)")
    parser.add_argument("--no-open", action="store_true", help="print the address, and open no browser")
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
    listening = _listening(args.host, args.port)
    asyncio.run(_serve(args, listening, folder, terminal))
    return Outcome()


def _listening(host: str, port: int) -> socket.socket:
    with suppress(ValueError):
        if ip_address(host).is_unspecified:
            raise HostError(host=host)
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise PortTakenError(host=host, port=port, reason=reason.lower()) from error


async def _serve(args: argparse.Namespace, listening: socket.socket, folder: Path, terminal: Terminal) -> None:
    from aiohttp import web

    from bot.texts import Language, explain
    from pipeline import Engine, load_pipeline_settings, warm_up
    from studio.backend import Guest
    from studio.guard import Site
    from studio.links import Links
    from studio.local import LocalBackend
    from studio.server import studio_app
    from studio.vision import vision_files

    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    origins = [f"http://{shown}:{port}", *([f"http://localhost:{port}"] if ip_address(host).is_loopback else [])]
    links = Links(secrets.token_bytes(32))
    settings = load_pipeline_settings()
    async with Engine(settings=settings, warm_up=warm_up) as engine:
        app = studio_app(
            LocalBackend(engine, folder),
            links,
            Site(tuple(origins), f"animemoji-studio-{port}"),
            lambda error, language: explain(error, Language.of(language)),
            vision_files(settings.models),
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        try:
            await web.SockSite(runner, listening).start()
            address = f"{origins[0]}/s/{links.token(Guest())}"
            terminal.print_report({"address": address, "folder": str(folder)})
            terminal.say(f"The studio is open at {address}", "The link works once, for ten minutes. Ctrl-C ends it.")
            sys.stdout.flush()
            if not args.no_open:
                await asyncio.to_thread(webbrowser.open, address)
            await asyncio.Event().wait()
        finally:
            await runner.cleanup()
