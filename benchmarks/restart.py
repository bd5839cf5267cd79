"""A bot that is replaced while people use it: ``python -m benchmarks.restart --people 200 --interactions 1000``.

As docs/operations.md says: the new process is started, and when it listens the old one is stopped. How long each
person waits for the first sign is measured at the local Discord, from its side. Linux only.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import signal
import tempfile
import time
from contextlib import AsyncExitStack, suppress
from pathlib import Path

from benchmarks.measurement import Measurement
from tests.discord_server import DiscordServer, Reply, Upload, User
from tests.e2e.bot_process import start_bot

SERVERS = 20
PATIENCE = 60.0
"""Seconds for a bot to start, and for the results when everybody has asked."""
SELFIE = Upload("selfie.mp4", b"\0\0\0\x18ftypmp42" + random.Random(0).randbytes(2000))


async def listening(server: DiscordServer, folder: Path, database: str) -> asyncio.subprocess.Process:
    """A new bot process, as soon as it hears people."""
    before = set(server.gateway.sessions)
    settings = {"MAX_JOBS": "100000", "MAX_JOBS_PER_SERVER": "100000", "GRACE_SECONDS": "5", "LEASE_SECONDS": "5"}
    process = await start_bot(server, folder, **settings, **({"DATABASE_URL": database} if database else {}))
    await server.wait_for(lambda: bool(set(server.gateway.sessions) - before), PATIENCE, "a bot")
    return process


async def stop(process: asyncio.subprocess.Process) -> None:
    """Stops a bot as a deploy does, and kills it where that takes too long."""
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    try:
        await asyncio.wait_for(process.wait(), PATIENCE)
    finally:
        if process.returncode is None:
            process.kill()


async def use(person: User, chance: random.Random) -> Reply:
    """Something that people do: three in ten ask for an animoji, the others look."""
    what = chance.choices(["animoji create", "character list", "privacy show", "help"], [3, 3, 2, 2])[0]
    options = {"prompt": "red hair", "video": SELFIE} if what == "animoji create" else {}
    return await person.slash(what, **options)


def asks_for_animoji(reply: Reply) -> bool:
    """Whether it answers who asked for an animoji, not who looked."""
    return bool(reply.interaction.payload["data"]["name"] == "animoji")


async def play(arguments: argparse.Namespace, folder: Path) -> list[Measurement]:
    """Everybody uses the bot, at moments spread over a while; in the middle it is replaced."""
    chance = random.Random(arguments.seed)
    each = arguments.interactions // arguments.people
    replies: list[Reply] = []
    unheard = 0
    async with DiscordServer(strict=False) as server, AsyncExitStack() as stack:
        guilds = [server.add_guild(f"Garden {number}") for number in range(SERVERS)]
        people = [server.add_user(f"person{number}").at(chance.choice(guilds)) for number in range(arguments.people)]
        old = await listening(server, folder, arguments.database)
        stack.push_async_callback(stop, old)
        await server.ready(PATIENCE)

        async def person(user: User, moments: list[float]) -> None:
            nonlocal unheard
            for moment in moments:
                await asyncio.sleep(max(0.0, began + moment - time.monotonic()))
                try:
                    replies.append(await use(user, chance))
                except AssertionError:
                    unheard += 1

        async def replace() -> float:
            await asyncio.sleep(arguments.seconds / 3)
            new = await listening(server, folder, arguments.database)
            stack.push_async_callback(stop, new)
            both = time.monotonic()
            await stop(old)
            return time.monotonic() - both

        plans = [sorted(chance.uniform(0, arguments.seconds) for _ in range(each)) for _ in people]
        began = time.monotonic()
        replacing = asyncio.create_task(replace())
        await asyncio.gather(*map(person, people, plans))
        both = await replacing
        asked = list(filter(asks_for_animoji, replies))
        with suppress(AssertionError):
            await server.wait_for(lambda: all(len(reply.files) == 1 for reply in asked), PATIENCE)
    waits = sorted(reply.acknowledged_after for reply in replies)
    return [
        Measurement("interactions acknowledged", len(replies), ""),
        Measurement("  not within 3 s", unheard, "", at_most=0),
        Measurement("acknowledgement, median", waits[len(waits) // 2], "s"),
        Measurement("  99 of 100 within", waits[int(0.99 * len(waits))], "s", at_most=1.0),
        Measurement("  longest", waits[-1], "s"),
        Measurement("animojis asked for", len(asked), ""),
        Measurement("  not delivered once", sum(len(reply.files) != 1 for reply in asked), "", at_most=0),
        Measurement("both processes listened for", both, "s"),
        Measurement("violations of Discord's rules", len(server.violations), "", at_most=0),
    ]


def main() -> None:
    """Prints the table; exit status 1 where a limit was not kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--interactions", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=60.0, help="over which they are spread")
    parser.add_argument("--database", default="", help="the address of an empty database; without it SQLite")
    parser.add_argument("--seed", type=int, default=1)
    with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
        table = asyncio.run(play(parser.parse_args(), Path(folder)))
    print("\n".join(line.line() for line in table))
    raise SystemExit(not all(line.reached for line in table))


if __name__ == "__main__":
    main()
