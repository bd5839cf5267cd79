"""``animemoji worker``: joins this machine to a cluster."""

from __future__ import annotations

import argparse
from typing import Final

from animemoji.verbs.terminal import Outcome, Terminal

HELP: Final = "joins this machine to a cluster, until it is stopped (docs/operations.md)"
EXAMPLE: Final = "ANIMEMOJI_CLUSTER_TOKEN_FILE=token animemoji worker --head 10.0.0.1:6379"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the verb's options."""
    parser.add_argument(
        "--head", type=_address, required=True, metavar="HOST:PORT", help="where the cluster's head waits for machines"
    )
    parser.add_argument("--host", default="", metavar="IP", help="the address by which other machines reach this one")
    parser.add_argument("--jobs", type=_count, metavar="N", help="drawn jobs at once (as cores and memory allow)")
    parser.add_argument("--gpus", type=_count, metavar="N", help="GPUs for pictures (those that torch can use)")


def run(args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a setting cannot be used.
    """
    from pipeline.engine.cluster.member import member, stay
    from pipeline.settings import load_engine_settings, load_pipeline_settings

    settings = load_engine_settings()
    jobs = settings.processes if args.jobs is None else args.jobs
    here = member(load_pipeline_settings(), jobs, args.gpus, args.host)
    terminal.note(f"joining {args.head} with room for {here.cpus} jobs and {here.gpus} GPUs; Ctrl-C leaves it")
    code = stay(here, args.head, settings.cluster_token_file)
    return Outcome({"head": args.head, "jobs": here.cpus, "gpus": here.gpus}, code=code)


def _address(text: str) -> str:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is not HOST:PORT")
    return text


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is not a number")
    return int(text)
