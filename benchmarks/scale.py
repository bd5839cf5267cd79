"""What a number of servers takes: cores, GPUs, shards, writes, money, and which part breaks first (docs/scale.md).

Nothing is measured here: measured costs and assumed habits stand in frozen values below, and the rest is arithmetic.
``python -m benchmarks.scale --servers 50000 animojis_per_server_day=2 core_month=30`` reckons with other ones.
"""

from __future__ import annotations

import argparse
import heapq
from dataclasses import dataclass, fields, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.measurement import Measurement

_DAY: Final = 86_400.0
_MONTH: Final = 30 * _DAY


@dataclass(frozen=True)
class Costs:
    """What one thing takes. Measured on one of two virtual cores unless it says "assumed" (docs/performance.md)."""

    preset_cpu: float = 1.0
    """CPU seconds of a motion from the list, 60 frames, drawn at 320 px, as a GIF."""
    clip_cpu: float = 2.0
    """CPU seconds of a drawn animoji from 6 s of a clip: 0.34 for each second."""
    redraw_cpu: float = 0.9
    """CPU seconds of an emoji, a sticker or another file of what there is."""
    picture_cpu: float = 21.0
    """CPU seconds of an uploaded picture, 150 frames through Talking Head Anime at 256 px, 0.14 each."""
    picture_gpu: float = 1.5
    """GPU seconds of the same: assumed, 10 ms a frame."""
    paint_gpu: float = 8.0
    """GPU seconds of four candidates by Stable Diffusion: assumed, 20 steps at 10 a second in batches."""
    interaction_cpu: float = 0.0095
    """CPU seconds of the bot's process for an interaction (``bench bot``)."""
    reply_bytes: float = 1.8e6
    """Bytes of a GIF that goes up to Discord: 1.3 MB for 2.4 s, 3 MB for 6 s."""
    row_bytes: float = 10e3
    """Bytes in the database that an animoji keeps: 45 numbers a frame, and a small portrait."""
    picture_bytes: float = 0.5e6
    """The same for a character that is a picture."""
    transactions: float = 8.0
    """Commits for an animoji from order to delivery: quota, row of the job, states, character, message."""
    server_memory: float = 150e3
    """Bytes that discord.py keeps of a server (its issue 10316: over 1 GB for 7,000)."""
    rest_calls: float = 0.2
    """Calls that count in Discord's limit of 50 a second, as answers to interactions do not: emoji, servers' slots."""


@dataclass(frozen=True)
class Habits:
    """What people do: all assumed. Change them to what your metrics say."""

    servers: float = 1e6
    animojis_per_server_day: float = 0.5
    """A few busy servers make dozens a day, most make none."""
    clips: float = 0.25
    """Share of animojis from a clip or a voice; the rest have a motion from the list."""
    pictures: float = 0.10
    """Share whose character is a picture."""
    new: float = 0.3
    """Share of these that bring a new picture; the others take a character that is there."""
    painted: float = 0.03
    """Share for which Stable Diffusion paints a new one."""
    redraws: float = 0.4
    """Emoji, stickers and other files for each animoji."""
    interactions: float = 8.0
    """Commands, clicks, forms and keystrokes of suggestions for each animoji."""
    peak: float = 3.0
    """The busiest hour, in multiples of the mean."""
    gpus: bool = True
    """Whether pictures are animated on GPUs; otherwise on processors, and nothing is painted."""


@dataclass(frozen=True)
class Prices:
    """US dollars: round numbers between a discounter and a large cloud, not quotes."""

    core_month: float = 15.0
    gpu_month: float = 500.0
    """One with 24 GB."""
    database_month: float = 120.0
    """For each 1,000 commits a second begun, with a standby."""
    gigabyte_month: float = 0.10
    egress_gigabyte: float = 0.02


@dataclass(frozen=True)
class Capacities:
    """What one of each can do."""

    busy: float = 0.7
    """How busy workers may be on average in the busiest hour, so that nobody waits long (see the figure)."""
    process_memory: float = 4e9
    """Bytes that a process of the bot may take."""
    commits: float = 800.0
    """A second, of PostgreSQL on two cores: claim to done of the job table."""
    rest: float = 50.0
    """Calls a second of one bot (Discord's documentation, rate capacities)."""
    shard_servers: float = 2500.0
    identifies: float = 1000.0
    """Starts of a shard in a day (Discord's documentation; it gives bots in more than 150,000 servers more)."""
    disk: float = 1e12
    """Bytes of the database that are still handled with ease."""


@dataclass(frozen=True)
class Bill:
    """What it takes, in the busiest hour where that matters."""

    jobs_per_second: float
    cores: float
    gpus: float
    bot_processes: float
    shards: float
    commits_per_second: float
    rest_per_second: float
    database_terabytes_year: float
    upload_terabytes_month: float
    dollars: dict[str, float]
    """A month, by what they pay for."""


@dataclass(frozen=True)
class Break:
    """A part that is enough up to so many servers, and what is to be done then."""

    servers: float
    part: str
    remedy: str


def bill(
    habits: Habits, costs: Costs = Costs(), prices: Prices = Prices(), capacities: Capacities = Capacities()
) -> Bill:
    """What these habits take."""
    mean = habits.servers * habits.animojis_per_server_day / _DAY
    rate = mean * habits.peak
    drawn = (1 - habits.pictures) * (habits.clips * costs.clip_cpu + (1 - habits.clips) * costs.preset_cpu)
    cpu = drawn + habits.redraws * costs.redraw_cpu + (0 if habits.gpus else habits.pictures * costs.picture_cpu)
    gpu = habits.pictures * costs.picture_gpu + habits.painted * costs.paint_gpu if habits.gpus else 0.0
    bot = rate * habits.interactions * costs.interaction_cpu / capacities.busy
    memory = habits.servers * costs.server_memory / capacities.process_memory
    commits = rate * costs.transactions
    kept = mean * (costs.row_bytes + (habits.pictures * habits.new + habits.painted) * costs.picture_bytes)
    upload = mean * (1 + habits.redraws) * costs.reply_bytes
    cores, gpus, processes = rate * cpu / capacities.busy, rate * gpu / capacities.busy, max(bot, memory, 1.0)
    return Bill(
        jobs_per_second=rate,
        cores=cores,
        gpus=gpus,
        bot_processes=processes,
        shards=habits.servers / capacities.shard_servers,
        commits_per_second=commits,
        rest_per_second=rate * costs.rest_calls,
        database_terabytes_year=kept * 365 * _DAY / 1e12,
        upload_terabytes_month=upload * _MONTH / 1e12,
        dollars={
            "drawing": np.ceil(cores) * prices.core_month,
            "pictures": np.ceil(gpus) * prices.gpu_month,
            "the bot": np.ceil(processes) * prices.core_month,
            "database": np.ceil(commits / 1000) * prices.database_month
            + kept * 365 * _DAY / 2 / 1e9 * prices.gigabyte_month,  # the first year's middle
            "traffic": upload * _MONTH / 1e9 * prices.egress_gigabyte,
        },
    )


def breaks(habits: Habits, costs: Costs = Costs(), capacities: Capacities = Capacities()) -> list[Break]:
    """How many servers one of each part is enough for, the weakest first."""
    one = replace(habits, servers=1.0)
    need = bill(one, costs, capacities=capacities)
    bot_cpu = need.jobs_per_second * habits.interactions * costs.interaction_cpu
    starts = capacities.identifies * capacities.shard_servers
    disk = capacities.disk / 1e12 / need.database_terabytes_year
    found = [
        Break(1 / need.cores, "one core that draws", "more pipeline processes, or machines"),
        Break(capacities.busy / bot_cpu, "one process of the bot: its core", "shards in several processes"),
        Break(
            capacities.process_memory / costs.server_memory,
            "one process of the bot: its memory",
            "shards, or interactions over HTTP",
        ),
        Break(capacities.commits / need.commits_per_second, "PostgreSQL on two cores: commits", "a larger one"),
        Break(capacities.rest / need.rest_per_second, "Discord: 50 calls a second", "Discord raises it for large bots"),
        Break(starts / 2, "Discord: two starts of all shards a day", "interactions over HTTP"),
        Break(disk, "a terabyte of database in a year", "old animojis are forgotten"),
    ]
    if need.gpus:
        found.append(Break(1 / need.gpus, "one GPU", "more of them, or pictures on processors"))
    return sorted(found, key=lambda each: each.servers)


def waits(
    load: float, workers: int, service: NDArray[np.float64], jobs: int = 20_000, seed: int = 0
) -> NDArray[np.float64]:
    """Seconds that each of ``jobs`` waits before it begins: Poisson arrivals, first come, first served.

    Args:
        load: how busy the workers are, 0 to 1.
        workers: how many there are.
        service: seconds of jobs, float [N], to draw from.
    """
    chance = np.random.default_rng(seed)
    seconds = chance.choice(service, jobs)
    arrivals = np.cumsum(chance.exponential(service.mean() / (load * workers), jobs))
    free = [0.0] * workers
    waited = np.empty(jobs)
    for number, (arrival, takes) in enumerate(zip(arrivals, seconds, strict=True)):
        begins = max(arrival, heapq.heappop(free))
        heapq.heappush(free, begins + takes)
        waited[number] = begins - arrival
    return waited[jobs // 10 :]  # the first ones find everybody idle


def services(habits: Habits = Habits(), costs: Costs = Costs()) -> NDArray[np.float64]:
    """A thousand CPU seconds of drawn jobs as these habits mix them, each half to one and a half times its mean."""
    counts = {costs.preset_cpu: 1 - habits.clips, costs.clip_cpu: habits.clips, costs.redraw_cpu: habits.redraws}
    whole = sum(counts.values())
    means = np.concatenate([np.full(round(1000 * count / whole), cpu) for cpu, count in counts.items()])
    spread: NDArray[np.float64] = means * np.random.default_rng(1).uniform(0.5, 1.5, len(means))
    return spread


def run() -> list[Measurement]:
    """The bill for a million servers."""
    need = bill(Habits())
    units = {
        "jobs_per_second": "1/s",
        "commits_per_second": "1/s",
        "rest_per_second": "1/s",
        "database_terabytes_year": "TB/year",
        "upload_terabytes_month": "TB/month",
    }
    found = [
        Measurement(field.name.replace("_", " "), getattr(need, field.name), units.get(field.name, ""))
        for field in fields(Bill)
        if field.name != "dollars"
    ]
    found += [Measurement(f"dollars for {name}", value, "$/month") for name, value in need.dollars.items()]
    return [*found, Measurement("dollars in all", sum(need.dollars.values()), "$/month")]


def _changed(kind: Any, words: dict[str, float]) -> Any:
    """The defaults of an assumption, with those fields changed that are named."""
    names = {field.name for field in fields(kind)}
    return kind(**{name: words.pop(name) for name in list(words) if name in names})


def main(arguments: list[str] | None = None) -> None:
    """Prints the bill and what breaks first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--servers", type=float, default=1e6)
    parser.add_argument("assumptions", nargs="*", metavar="NAME=NUMBER", help="any field of the classes in this file")
    chosen = parser.parse_args(arguments)
    words = {name: float(value) for name, _, value in (each.partition("=") for each in chosen.assumptions)}
    words["servers"] = chosen.servers
    habits, costs, prices, capacities = (_changed(kind, words) for kind in (Habits, Costs, Prices, Capacities))
    if words:
        parser.error(f"there is no assumption called {', '.join(words)}")
    need = bill(habits, costs, prices, capacities)
    for field in fields(Bill):
        value = getattr(need, field.name)
        shown = f"{value:,.2f}" if isinstance(value, float) else ", ".join(f"{k} {v:,.0f}" for k, v in value.items())
        print(f"{field.name.replace('_', ' '):26} {shown}")
    print(f"{'dollars a month in all':26} {sum(need.dollars.values()):,.0f}\n\nOne of each is enough for")
    for each in breaks(habits, costs, capacities):
        print(f"{each.servers:>12,.0f} servers: {each.part} (then: {each.remedy})")


if __name__ == "__main__":
    main()
