"""``animemoji seasons``: what goes with the times of the year."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Final

from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.seasons import SEASONS, find_season

HELP: Final = "words, backgrounds, captions and motions for the times of the year, for --season"
EXAMPLE: Final = "animemoji seasons --on 2026-12-24"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument("--on", type=_date, metavar="YYYY-MM-DD", help="only those that are offered on this day")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Lists the seasons."""
    listed = [season for season in map(find_season, SEASONS) if args.on is None or season.is_on(args.on)]
    for season in listed:
        weeks = f"{season.first[0]:02}-{season.first[1]:02} to {season.last[0]:02}-{season.last[1]:02}"
        terminal.say(
            f"{season.name}: {weeks}; {season.words}; {season.background}; {season.motion}; {season.caption()}"
        )
    facts = {
        season.name: {
            "first": list(season.first),
            "last": list(season.last),
            "words": season.words,
            "background": season.background,
            "motion": season.motion,
            "captions": season.captions,
        }
        for season in listed
    }
    return Outcome({"seasons": facts})


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a day such as 2026-12-24") from None
