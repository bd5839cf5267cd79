"""The cluster's engine as the settings ask for it, or one sentence that says what is missing."""

from __future__ import annotations

import asyncio
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from pipeline.engine.cluster.connection import connect
from pipeline.engine.cluster.engine import ClusterEngine, ClusterOptions
from pipeline.engine.cluster.errors import ClusterBlobsError, ClusterTokenError, RayMissingError
from pipeline.engine.cluster.protocol import Equipment, ListNodes, Node
from pipeline.engine.cluster.seats import seats_of
from pipeline.types import EngineSettings, PipelineSettings
from pipeline.types.errors import reason_of

_SHORTEST_TOKEN: Final = 16
"""Characters; nobody guesses that many."""


def cluster_engine(where: EngineSettings, settings: PipelineSettings) -> ClusterEngine:
    """The engine of the cluster that ``where`` names. Nothing is connected yet.

    The nodes are set up by their own environments; ``settings`` tells which jobs are to be painted.

    Raises:
        SetupError: this cannot be used; the sentence says what to do.
    """
    options = _options(where)
    if not where.blobs:
        raise ClusterBlobsError
    blobs = where.blobs if "://" in where.blobs else str(Path(where.blobs).expanduser().absolute())
    return ClusterEngine(options, Equipment(blobs, probe=""), settings)


def read_token(file: Path | None) -> str:
    """The secret of the cluster. Raises ClusterTokenError."""
    if file is None:
        raise ClusterTokenError(reason="no file is named")
    try:
        token = file.expanduser().read_text().strip()
    except (OSError, UnicodeError) as error:
        raise ClusterTokenError(reason=reason_of(error)) from error
    if len(token) < _SHORTEST_TOKEN or not token.isascii() or not token.isprintable() or " " in token:
        raise ClusterTokenError(reason=f"{file} holds none")
    return token


def look(where: EngineSettings) -> str:
    """What the cluster has, in a few words, for ``animemoji doctor``. Raises SetupError, DriverLostError, OSError."""
    options = _options(where)
    nodes = asyncio.run(_nodes(options))
    cpus, gpus = sum(node.cpus for node in nodes), sum(node.gpus for node in nodes)
    jobs = len(seats_of(nodes, options.jobs_per_gpu, options.at_most))
    return f"{where.engine}: {jobs} on {len(nodes)} nodes with {cpus:g} CPUs and {gpus:g} GPUs"


async def _nodes(options: ClusterOptions) -> tuple[Node, ...]:
    connection = await connect(options.head, options.token)
    try:
        nodes: tuple[Node, ...] = await connection.order(ListNodes())
        return nodes
    finally:
        await connection.close()


def _options(where: EngineSettings) -> ClusterOptions:
    if where.head is None:
        raise ValueError("no cluster is named")
    if find_spec("ray") is None:
        raise RayMissingError
    at_most = where.processes if isinstance(where.processes, int) else None
    return ClusterOptions(where.head, read_token(where.cluster_token_file), where.jobs_per_gpu, at_most)
