"""A machine that joins a cluster, for as long as a process lives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Final

from pipeline.engine.capacity import capacity, usable_gpus
from pipeline.engine.cluster.errors import NoHeadNodeError, RayMissingError
from pipeline.engine.cluster.setup import read_token
from pipeline.settings import environment_with
from pipeline.types import PipelineSettings

_MIB: Final = 1024 * 1024
_OBJECT_STORE: Final = 128 * _MIB
"""Bytes of shared memory for what actors say; files go through the blob store."""
_END_SECONDS: Final = 6.0
"""How long Ray may take to end; with jobs under way it would wait for half a minute, which helps nobody."""


@dataclass(frozen=True)
class Member:
    """What a machine brings.

    Attributes:
        cpus: how many jobs of drawn characters it works on at once.
        gpus: how many GPUs it has.
        host: the address by which the other machines reach it; "" for the one by which it reaches the head.
    """

    cpus: int
    gpus: int
    host: str = ""


def member(settings: PipelineSettings, processes: int | str, gpus: int | None, host: str) -> Member:
    """What this machine has, unless somebody says otherwise.

    Args:
        settings: say which networks there are.
        processes: as for ``capacity``.
        gpus: how many; None for those that torch can use.
        host: see Member.
    """
    there = len(usable_gpus()) if gpus is None else gpus
    return Member(capacity(settings, processes, on_processors=True).processes, there, host)


def stay(member: Member, head: str, token_file: Path | None) -> int:
    """Joins the cluster whose head listens at ``head``, and stays until the process is asked to end; the exit code.

    Raises:
        RayMissingError, ClusterTokenError: the machine is not set up for that.
        NoHeadNodeError: the cluster does not take this machine, or let it go.
    """
    if find_spec("ray") is None:
        raise RayMissingError
    read_token(token_file)
    variables = {
        "RAY_AUTH_MODE": "token",
        "RAY_AUTH_TOKEN_PATH": str(token_file and token_file.expanduser().absolute()),
    }
    with subprocess.Popen(
        _command(member, head),
        env=environment_with(variables | _QUIET),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        stderr=sys.stderr,
    ) as ray:
        asked = False

        def end(_number: int, _frame: FrameType | None) -> None:
            nonlocal asked
            asked = True
            _signal_all(ray.pid, signal.SIGTERM)
            killer = threading.Timer(_END_SECONDS, _signal_all, (ray.pid, signal.SIGKILL))
            killer.daemon = True
            killer.start()

        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, end)
        ray.wait()
    if not asked:
        raise NoHeadNodeError(head=head)
    return 0


_QUIET: Final = {"RAY_USAGE_STATS_ENABLED": "0", "RAY_enable_metrics_collection": "false"}


def _signal_all(group: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, number)


def _command(member: Member, head: str) -> list[str]:
    return [
        *(sys.executable, "-m", "ray.scripts.scripts", "start", "--block", f"--address={head}"),
        *(f"--num-cpus={member.cpus}", f"--num-gpus={member.gpus}", f"--object-store-memory={_OBJECT_STORE}"),
        *((f"--node-ip-address={member.host}",) if member.host else ()),
        *("--include-log-monitor=false", "--disable-usage-stats"),
    ]
