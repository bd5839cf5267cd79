"""``animemoji live``: a character on a stage for OBS and the like, moved by a camera, a phone, a program or a voice."""

from __future__ import annotations

import argparse
import asyncio
import secrets
import sys
import webbrowser
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Final

from animemoji.verbs.files import existing_file
from animemoji.verbs.listening import add_listening_arguments, listening, origins
from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import Character, UserError

if TYPE_CHECKING:
    import socket

    from studio.live.show import PoseSink, Show

HELP: Final = "a character on a transparent stage for OBS, moved by a camera, a phone, a program or the voice"
EXAMPLE: Final = "animemoji live --character elf.png --port 8765"
INPUTS: Final = ("camera", "ifacialmocap", "vmc", "microphone", "pointer")
_KEY: Final = "stage"
"""The file, beside the models, that keeps the stage's secret, so that its address in OBS stays right."""


class TargetError(UserError):
    """--vmc-out names no place."""

    key = "error.vmc_out"
    template = "--vmc-out {target} is no HOST:PORT: name the program that listens, such as 127.0.0.1:39539."


class NotLiveError(UserError):
    """The character is a picture that nothing moves in real time: it has no student, and no preview can be made."""

    key = "error.live_picture"
    template = (
        "{name} is a picture that has no student yet, which moves it in real time: "
        "make one with `animemoji distil --character {name} --out {student}`."
    )


class NotDrawnError(UserError):
    """The camera of this machine shows drawn characters alone."""

    key = "error.live_camera_picture"
    template = (
        "{name} is a picture, and --virtual-camera shows drawn characters: leave it out, and let OBS show the stage."
    )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("--character", type=Path, required=True, metavar="FILE", help="saved by `character`")
    parser.add_argument("--input", choices=INPUTS, default=INPUTS[0], help="what moves it first (camera)")
    add_listening_arguments(parser)
    parser.add_argument(
        "--input-port", type=int, metavar="N", help="where iFacialMocap (49983) or VMC (39539) is heard, by UDP"
    )
    parser.add_argument("--phone", metavar="ADDRESS", help="of the phone that runs iFacialMocap: it is asked to send")
    parser.add_argument(
        "--virtual-camera", metavar="BACKGROUND", help="the character on this background as a camera of this machine"
    )
    parser.add_argument("--vmc-out", metavar="HOST:PORT", help="tells another program of every pose, by VMC")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Serves the stage until it is interrupted.

    Raises:
        TargetError, NotLiveError, NotDrawnError, UserError: an option cannot be used.
    """
    from animemoji.verbs.named import named_character
    from pipeline import Baker, judgement_of, load_pipeline_settings, make_character

    settings = load_pipeline_settings()
    source = named_character(existing_file(args.character), settings)
    character = (
        source if isinstance(source, Character) else make_character(source, terminal.on_progress, settings).character
    )
    if character.spec is None:
        judgement = judgement_of(character, settings.students)
        if judgement is None or not judgement.is_usable:
            student = args.character.with_suffix(".student").name
            if not Baker(settings).is_able():
                raise NotLiveError(name=args.character.name, student=student)
            terminal.note(f"A preview moves it, as it has no student yet: animemoji distil --out {student} makes one.")
    if args.virtual_camera is not None and character.spec is None:
        raise NotDrawnError(name=args.character.name)
    target = None if args.vmc_out is None else _target(args.vmc_out)
    stage = _kept_secret(settings.models.parent / _KEY)
    listens = listening(args.host, args.port)
    asyncio.run(_serve(args, terminal, listens, character, stage, target))
    return Outcome()


async def _serve(
    args: argparse.Namespace,
    terminal: Terminal,
    listens: socket.socket,
    character: Character,
    stage: str,
    target: tuple[str, int] | None,
) -> None:
    from aiohttp import web

    from bot.texts import Language, explain
    from pipeline import Baker, load_pipeline_settings
    from studio.backend import Guest
    from studio.guard import Site
    from studio.links import Links
    from studio.live.server import live_app
    from studio.live.setting import Input
    from studio.vision import vision_files

    here, settings = origins(listens), load_pipeline_settings()
    links = Links(secrets.token_bytes(32))
    async with AsyncExitStack() as stack:
        outputs: list[PoseSink] = []
        if target is not None:
            outputs.append(await stack.enter_async_context(_sending(*target)))
        if args.virtual_camera is not None:
            from studio.live.camera import CameraOutput

            camera = await asyncio.to_thread(CameraOutput, character, args.virtual_camera)
            stack.callback(camera.close)
            outputs.append(camera)
        app = live_app(
            _show(args, tuple(outputs)),
            character,
            stage,
            links,
            Site(here, f"animemoji-live-{listens.getsockname()[1]}"),
            lambda error, language: explain(error, Language.of(language)),
            vision_files(settings.models),
            settings.students,
            Baker(settings, shelf=settings.students),
        )
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await runner.setup()
        stack.push_async_callback(runner.cleanup)
        await web.SockSite(runner, listens).start()
        shown, controls = f"{here[0]}/stage/{stage}?clean=1", f"{here[0]}/s/{links.token(Guest())}"
        terminal.print_report({"address": shown, "controls": controls})
        terminal.say(
            f"The stage, for OBS: {shown}",
            f"The controls: {controls}",
            "The link to the controls works once, for ten minutes. Ctrl-C ends it.",
        )
        if args.input == Input.IFACIALMOCAP.value and ip_address(listens.getsockname()[0]).is_loopback:
            terminal.note("A phone cannot reach this: start with --host and this machine's address in your network.")
        sys.stdout.flush()
        if not args.no_open:
            await asyncio.to_thread(webbrowser.open, controls)
        await asyncio.Event().wait()


def _show(args: argparse.Namespace, outputs: tuple[PoseSink, ...]) -> Show:
    from studio.live.phone import GREETING, PhoneReader
    from studio.live.receivers import Endpoint, Receiver
    from studio.live.setting import Input, Setting
    from studio.live.show import PoseSource, See, Show, Tell
    from studio.live.vmc import AvatarReader

    def receiver(kind: type[PhoneReader] | type[AvatarReader], greeting: bytes, see: See, tell: Tell) -> PoseSource:
        reader = kind()
        port = reader.port if args.input_port is None else args.input_port
        return Receiver(reader, Endpoint(args.host, port, args.phone), see, tell, greeting)

    sources = {
        Input.IFACIALMOCAP: partial(receiver, PhoneReader, GREETING),
        Input.VMC: partial(receiver, AvatarReader, b""),
    }
    return Show(Setting.of(Input(args.input)), sources, outputs, seed=secrets.randbelow(2**31))


@asynccontextmanager
async def _sending(host: str, port: int) -> AsyncIterator[PoseSink]:
    from studio.live.vmc import AvatarSender

    sender = AvatarSender()
    try:
        await sender.open(host, port)
    except OSError as error:
        raise TargetError(target=f"{host}:{port}") from error
    try:
        yield sender
    finally:
        sender.close()


def _target(text: str) -> tuple[str, int]:
    host, colon, port = text.rpartition(":")
    if not colon or not host or not port.isdecimal() or not 0 < int(port[:6]) < 65536:
        raise TargetError(target=text[:60])
    return host.strip("[]"), int(port)


def _kept_secret(path: Path) -> str:
    """The secret in a file that nobody else may read; a new one where there is none, kept if it can be."""
    try:
        secret = path.read_text(encoding="ascii").strip()
        if len(secret) >= 22 and secret.replace("-", "").replace("_", "").isalnum():
            return secret
    except (OSError, UnicodeDecodeError):
        pass
    secret = secrets.token_urlsafe(16)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o600)
        path.write_text(secret + "\n", encoding="ascii")
    except OSError:
        pass  # the address is another one next time
    return secret
