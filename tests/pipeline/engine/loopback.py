"""A real cluster of two nodes on the loopback network, in a process of its own: ``python -m tests…loopback``.

Ray takes 127.0.0.1 for "this machine, by its other address", so the nodes have other addresses of the loopback network.
"""

from __future__ import annotations

import asyncio
import ctypes
import os
import select
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from pipeline.engine.cluster.engine import ClusterEngine, ClusterOptions
from pipeline.engine.cluster.protocol import Equipment
from tests.pipeline.engine.inside import look_or_perform

HEAD: Final = "127.0.0.2"
NODE: Final = "127.0.0.3"
GPU_NODE: Final = "127.0.0.4"
NODES: Final = 2
"""Which there are of themselves, with room for one job each."""
TOKEN: Final = "0123456789abcdef" * 2
PR_SET_CHILD_SUBREAPER: Final = 36
PATIENCE: Final = 180.0
"""Seconds that Ray may take to start."""
QUIET: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "RAY_AUTH_MODE": "token",
    "RAY_AUTH_TOKEN": TOKEN,
    "RAY_enable_worker_prestart": "false",
    "RAY_prestart_worker_first_driver": "false",
    "RAY_enable_metrics_collection": "false",
    # Ray starts a process for every client; gRPC's handlers of a fork abort it now and then.
    "GRPC_ENABLE_FORK_SUPPORT": "0",
}
_SHARED: Final = {"object_store_memory": 80 * 1024 * 1024, "include_log_monitor": False}


class LoopbackCluster:
    """The cluster as tests see it: one CPU on each node."""

    def __init__(self) -> None:
        """Nothing is started yet."""
        self.port, self.client_port = free_port(), free_port()
        self._process: subprocess.Popen[str] | None = None

    @property
    def address(self) -> str:
        """Where the driver connects to."""
        return f"{HEAD}:{self.client_port}"

    @property
    def head(self) -> str:
        """Where nodes connect to."""
        return f"{HEAD}:{self.port}"

    def start(self) -> None:
        """Brings whatever does not run; waits until it does."""
        if self._process is None:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.pipeline.engine.loopback", str(self.port), str(self.client_port)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=os.environ | QUIET,
                start_new_session=True,
            )
            self._until_done()
        self._tell("start")

    def kill_node(self) -> None:
        """The power of the second node fails."""
        self._tell("kill node")

    def kill_head(self) -> None:
        """That of the head. The second node lives on for a while without it."""
        self._tell("kill head")

    def stop(self) -> None:
        """Ends all of it."""
        process, self._process = self._process, None
        if process is not None:
            assert process.stdin is not None
            process.stdin.close()
            process.wait(PATIENCE)

    def _tell(self, order: str) -> None:
        assert self._process is not None and self._process.stdin is not None
        self._process.stdin.write(order + "\n")
        self._process.stdin.flush()
        self._until_done()

    def _until_done(self) -> None:
        assert self._process is not None and self._process.stdout is not None
        ready, _, _ = select.select([self._process.stdout], [], [], PATIENCE)
        assert ready and self._process.stdout.readline() == "done\n", "the cluster did not start"


STUBS: Final = Equipment("", probe="", perform=look_or_perform, warm_up=None, grace_seconds=0.5)


def cluster_engine(
    loopback: LoopbackCluster, blobs: Path, equipment: Equipment = STUBS, **options: Any
) -> ClusterEngine:
    """An engine on this cluster, which has its blobs there; its actors run stubs, or what ``equipment`` says."""
    return ClusterEngine(ClusterOptions(loopback.address, TOKEN, **options), replace(equipment, blobs=str(blobs)))


async def until(happens: Callable[[], bool], patience: float) -> None:
    """Waits for it, so many seconds at most."""

    async def wait() -> None:
        while not happens():  # noqa: ASYNC110 - nobody tells when a node was noticed
            await asyncio.sleep(0.05)

    await asyncio.wait_for(wait(), patience)


def free_port() -> int:
    with socket.socket() as free:
        free.bind((HEAD, 0))
        return int(free.getsockname()[1])


def main(port: int, client_port: int) -> None:
    """Obeys orders from standard input until that closes."""
    from ray.cluster_utils import Cluster

    adopt_orphans()
    cluster: Any = None
    node: Any = None
    print("done", flush=True)  # noqa: T201
    for order in sys.stdin:
        if order == "start\n":
            if cluster is None:
                if node is not None:
                    kill(node)
                    node = None
                head = {
                    "node_ip_address": HEAD,
                    "gcs_server_port": port,
                    "ray_client_server_port": client_port,
                    "include_dashboard": False,
                    "num_cpus": 1,
                }
                cluster = Cluster(initialize_head=True, head_node_args=head | _SHARED, shutdown_at_exit=True)
            if node is None:
                node = cluster.add_node(node_ip_address=NODE, num_cpus=1, **_SHARED)
        if order == "kill node\n":
            cluster.remove_node(node, allow_graceful=False)
            node = None
        if order == "kill head\n":
            kill(cluster.head_node)
            cluster = None
        print("done", flush=True)  # noqa: T201
    for each in (node, cluster and cluster.head_node):
        if each is not None:
            kill(each)
    while left := children():
        for pid in left:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


def adopt_orphans() -> None:
    """What processes of a killed node have started becomes ours, to be ended."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def children() -> list[int]:
    return [int(pid) for tasks in Path("/proc/self/task").glob("*/children") for pid in tasks.read_text().split()]


def kill(node: Any) -> None:
    node.kill_all_processes(check_alive=False, allow_graceful=False, wait=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
