"""A day of a bot in a few minutes: ``python -m benchmarks.day``. Does its memory grow?

One bot process with quick renders serves as many people as a busy day has. Its own clock runs fast, so that what it
does every hour happens as often as in a day. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import statistics
import sys
import tempfile
import time
from contextlib import AsyncExitStack, suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

from benchmarks.measurement import Measurement
from benchmarks.restart import PATIENCE, SERVERS, asks_for_animoji, stop, use
from bot.services import dispatcher
from tests.discord_server import DiscordServer, Guild
from tests.e2e import bot_process

HOURS = 24
WARM = 4
"""Hours after which everything has been used that a bot uses."""
AT_ONCE = 12
"""People who use the bot at the same time."""


def resident(process: asyncio.subprocess.Process) -> float:
    """MB that the bot itself has in memory, without its pipelines."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def handles(process: asyncio.subprocess.Process) -> int:
    """How many files and connections the bot has open."""
    return sum(1 for _ in Path(f"/proc/{process.pid}/fd").iterdir())


async def hour(server: DiscordServer, guilds: list[Guild], number: int, count: int, chance: random.Random) -> int:
    """As many people as ``count`` use the bot once each; how many of them got an animoji."""
    names = iter(range(count))
    done = 0

    async def some() -> None:
        nonlocal done
        for name in names:
            person = server.add_user(f"person{number}.{name}").at(chance.choice(guilds))
            with suppress(AssertionError):
                reply = await use(person, chance)
                await reply.ended(timeout=PATIENCE)
                done += len(reply.files) == 1 and asks_for_animoji(reply)

    await asyncio.gather(*(some() for _ in range(AT_ONCE)))
    forget(server)
    return done


def forget(server: DiscordServer) -> None:
    """Forgets what was said: a day of it is more than this machine should hold."""
    server.calls.clear()
    server.world.messages.clear()
    server.world.attachments.clear()
    server.interactions.clear()
    for session in server.gateway.sessions.values():
        session.sent = [{}] * len(session.sent)


async def play(arguments: argparse.Namespace, folder: Path) -> list[Measurement]:
    """A day; the memory after each hour."""
    chance = random.Random(arguments.seed)
    sizes: list[float] = []
    animojis = 0
    async with DiscordServer(strict=False) as server, AsyncExitStack() as stack:
        guilds = [server.add_guild(f"Garden {number}") for number in range(SERVERS)]
        process = await bot_process.start_bot(
            server, folder, module="benchmarks.day", MAX_JOBS="100000", MAX_JOBS_PER_SERVER="100000"
        )
        stack.push_async_callback(stop, process)
        await server.ready(PATIENCE)
        began, opened = time.monotonic(), 0
        for number in range(HOURS):
            animojis += await hour(server, guilds, number, arguments.an_hour, chance)
            sizes.append(resident(process))
            opened = opened or handles(process)
        seconds, still_open = time.monotonic() - began, handles(process)
    print("MB after each hour:", *(f"{size:.1f}" for size in sizes), file=sys.stderr)
    early, late = statistics.mean(sizes[WARM : WARM + 4]), statistics.mean(sizes[-4:])
    return [
        Measurement("interactions", HOURS * arguments.an_hour, ""),
        Measurement("  animojis", animojis, ""),
        Measurement("seconds that the day took", seconds, "s"),
        Measurement("memory in hours 5 to 8", early, "MB"),
        Measurement("memory in hours 21 to 24", late, "MB"),
        Measurement("  growth", 100 * (late / early - 1), "%", at_most=5),
        Measurement("open files and connections, first hour", opened, ""),
        Measurement("  last hour", still_open, ""),
    ]


def serve(port: int, speed: float) -> None:
    """The bot, whose clock for what it does every hour runs so many times as fast."""
    began = datetime.now(timezone.utc)
    started = time.monotonic()
    dispatcher.now = lambda: began + timedelta(seconds=(time.monotonic() - started) * speed)  # type: ignore[attr-defined]
    asyncio.run(bot_process.run(port))


def main() -> None:
    """Prints the table; exit status 1 where a limit was not kept."""
    if len(sys.argv) == 2 and sys.argv[1].isdecimal():
        serve(int(sys.argv[1]), speed=24 * 3600 / 240)
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--an-hour", type=int, default=100, help="interactions; three in ten are animojis")
    parser.add_argument("--seed", type=int, default=1)
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        table = asyncio.run(play(parser.parse_args(), Path(folder)))
    print("\n".join(line.line() for line in table))
    raise SystemExit(not all(line.reached for line in table))


if __name__ == "__main__":
    main()
