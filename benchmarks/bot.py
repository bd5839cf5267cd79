"""The bot under load: 200 people, 1,000 interactions, everything real except Discord and the pipeline.

Discord and the people live in a process of their own, so that their work is not taken for the bot's.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.measurement import Measurement

if TYPE_CHECKING:
    from tests.discord_server import Reply, Upload, User

PEOPLE: Final = 200
EACH: Final = 5
"""Interactions of each person."""
SECONDS: Final = 20.0
"""Over which they are spread."""
WORKERS: Final = 4
JOB_SECONDS: Final = 0.25
"""What the stub pipeline takes for a job, so that a queue forms at times."""
PATIENCE: Final = 20.0
"""After which a missing answer counts as lost."""
LAG_EVERY: Final = 0.005
LONGEST: Final = 240.0
"""Seconds after which the whole is given up."""


@dataclass
class Tally:
    """What the people saw."""

    acknowledged: list[float] = field(default_factory=list)
    finished: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    requests: int = 0


def run() -> list[Measurement]:
    """Acknowledgements, the event loop's lag, and what was lost."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    discord = context.Process(target=_discord, args=(theirs,), daemon=True)
    discord.start()
    theirs.close()  # so that the end of that process is noticed
    try:
        with tempfile.TemporaryDirectory(prefix="animemoji-") as folder:
            tally, lags, busy = asyncio.run(asyncio.wait_for(_bot(ours, Path(folder)), LONGEST))
    finally:
        discord.terminate()
        discord.join()
    done = len(tally.acknowledged)
    for problem in tally.lost[:5]:
        print(problem[:500], file=sys.stderr)
    return [
        Measurement(f"{PEOPLE} people: interactions", done, "", at_least=PEOPLE * EACH),
        Measurement("  lost", len(tally.lost), "", at_most=0),
        Measurement("  acknowledged after, median", 1000 * _percentile(tally.acknowledged, 0.5), "ms"),
        Measurement("  acknowledged after, p99", 1000 * _percentile(tally.acknowledged, 0.99), "ms", at_most=1000),
        Measurement("  event loop lag, p99", 1000 * _percentile(lags, 0.99), "ms", at_most=100),
        Measurement("  event loop lag, worst", 1000 * max(lags), "ms"),
        Measurement("  animoji delivered after, p99", _percentile(tally.finished, 0.99), "s"),
        Measurement("  the bot's processor time for each", 1000 * busy / max(1, done), "ms"),
        Measurement("  requests to Discord", tally.requests, ""),
    ]


def _percentile(values: list[float], share: float) -> float:
    """The smallest value that at least this share of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")


async def _bot(discord: Connection, folder: Path) -> tuple[Tally, list[float], float]:
    """Runs the bot until the people are done: what they saw, the loop's lags, and processor seconds."""
    from bot.app import open_bot
    from bot.settings import Settings
    from tests.discord_server import point_client_at
    from tests.e2e.stub_engine import StubEngine

    port, token = await asyncio.to_thread(discord.recv)
    point_client_at(port)
    engine = StubEngine(JOB_SECONDS, WORKERS)
    values: dict[str, Any] = {"_env_file": None, "discord_token": token, "data_dir": folder}
    values |= {"max_jobs_per_server": PEOPLE}  # a refusal would be an answer too, but not the one that is waited for
    settings = Settings(**values)
    lags: list[float] = []
    async with open_bot(settings, engine=engine, guild_ready_timeout=0.1) as bot:
        serving = asyncio.create_task(bot.start(token))
        answer = asyncio.create_task(asyncio.to_thread(discord.recv))
        started = time.process_time()
        try:
            while not answer.done():
                began = time.perf_counter()
                await asyncio.sleep(LAG_EVERY)
                lags.append(time.perf_counter() - began - LAG_EVERY)
                if serving.done():
                    serving.result()
            tally: Tally = await answer
            busy = time.process_time() - started
        finally:
            await bot.close()
            await engine.close()
    return tally, lags, busy


def _discord(bot: Connection) -> None:
    """The other process: Discord and the people."""
    bot.send(asyncio.run(_play(bot)))
    bot.recv()  # until the bot's process ends this one


async def _play(bot: Connection) -> Tally:
    from tests.discord_server import DiscordServer

    tally = Tally()
    async with DiscordServer(strict=False) as server:
        guilds = [server.add_guild(f"Garden {number}") for number in range(10)]
        people = [server.add_user(f"person{number}").at(guilds[number % 10]) for number in range(PEOPLE)]
        bot.send((server.port, server.world.token))
        await server.ready(30)
        await asyncio.sleep(1)
        chance = random.Random(0)
        await asyncio.gather(*(_person(person, random.Random(chance.random()), tally) for person in people))
        tally.requests = len(server.calls)
    return tally


async def _person(person: User, chance: random.Random, tally: Tally) -> None:
    """Makes an animoji, looks at the list, finds the character by typing, animates it again, looks once more."""
    steps = (_create, _list, _complete, _again, _list)
    for step in steps:
        await asyncio.sleep(chance.uniform(0, 2 * SECONDS / EACH))
        try:
            await asyncio.wait_for(step(person, tally), PATIENCE)
        except (AssertionError, asyncio.TimeoutError) as error:
            tally.lost.append(f"{step.__name__}: {error}")
        tally.kinds[step.__name__] += 1


async def _finish(reply: Reply, tally: Tally) -> None:
    tally.acknowledged.append(reply.acknowledged_after)
    await reply.with_files(timeout=PATIENCE)
    tally.finished.append(time.monotonic() - reply.interaction.sent_at)


async def _create(person: User, tally: Tally) -> None:
    await _finish(await person.slash("animoji create", prompt="silver hair", video=_clip(), name="Mimi"), tally)


async def _again(person: User, tally: Tally) -> None:
    await _finish(await person.slash("animoji again", character="Mimi", video=_clip()), tally)


async def _list(person: User, tally: Tally) -> None:
    reply = await person.slash("character list")
    tally.acknowledged.append(reply.acknowledged_after)
    if "Mimi" not in reply.text:
        raise RuntimeError("the character is gone")


async def _complete(person: User, tally: Tally) -> None:
    began = time.monotonic()
    choices = await person.autocomplete("animoji again", "character", "mi")
    tally.acknowledged.append(time.monotonic() - began)
    if [choice["name"] for choice in choices] != ["Mimi"]:
        raise RuntimeError("the character was not offered")


def _clip() -> Upload:
    from tests.discord_server import Upload

    return Upload("selfie.mp4", bytes(300_000))
