"""What the settings of a cluster must say, and what is refused with one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent import futures
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from pipeline.engine import engine_for
from pipeline.engine.cluster import setup
from pipeline.engine.cluster.connection import connect
from pipeline.engine.cluster.engine import ClusterEngine
from pipeline.engine.cluster.errors import BlobUnseenError, ClusterBlobsError, ClusterTokenError, RayMissingError
from pipeline.engine.cluster.files import RequestFiles
from pipeline.engine.cluster.protocol import DriverLostError
from pipeline.settings import SettingError, load_engine_settings
from pipeline.types import DEFAULT_SETTINGS, EngineSettings
from tests.pipeline.engine.loopback import HEAD, TOKEN, free_port

needs_ray = pytest.mark.skipif(find_spec("ray") is None, reason="needs the extra 'cluster'")


@pytest.fixture
def where(tmp_path: Path) -> EngineSettings:
    """Settings that are all right."""
    token = tmp_path / "token"
    token.write_text(TOKEN + "\n")
    return EngineSettings("ray://ray.example:10001", blobs=str(tmp_path / "blobs"), cluster_token_file=token)


@pytest.mark.parametrize(
    ("engine", "head"),
    [
        ("local", None),
        ("ray://10.0.0.1:10001", "10.0.0.1:10001"),
        ("ray://animemoji-head-svc.bots:10001", "animemoji-head-svc.bots:10001"),
        ("ray://[fd00::1]:10001", "[fd00::1]:10001"),
    ],
)
def test_the_engine_is_local_or_a_clusters_address(
    engine: str, head: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANIMEMOJI_ENGINE", engine)
    assert load_engine_settings().head == head


@pytest.mark.parametrize(
    "engine", ["ray", "ray://", "ray://host", "ray://host:99999", "http://host:1", "10.0.0.1:10001"]
)
def test_another_engine_is_refused_with_what_it_should_be(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANIMEMOJI_ENGINE", engine)
    with pytest.raises(SettingError, match=r"^ANIMEMOJI_ENGINE is '.*', but it should be local or ray://HOST:PORT"):
        load_engine_settings()


@needs_ray
def test_the_settings_of_a_cluster_make_its_engine(where: EngineSettings) -> None:
    assert isinstance(engine_for(where, DEFAULT_SETTINGS), ClusterEngine)


@needs_ray
def test_a_cluster_without_a_place_for_files_is_refused(where: EngineSettings) -> None:
    with pytest.raises(ClusterBlobsError, match="name a bucket as ANIMEMOJI_BLOBS"):
        engine_for(EngineSettings(where.engine, cluster_token_file=where.cluster_token_file), DEFAULT_SETTINGS)


def _missing(folder: Path) -> Path:
    return folder / "nothing"


def _short(folder: Path) -> Path:
    file = folder / "short"
    file.write_text("1234")
    return file


def _prose(folder: Path) -> Path:
    file = folder / "prose"
    file.write_text("this is not a token at all")
    return file


@needs_ray
@pytest.mark.parametrize("make", [lambda _: None, _missing, _short, _prose])
def test_a_cluster_without_a_token_is_refused(make: Callable[[Path], Path | None], tmp_path: Path) -> None:
    settings = EngineSettings("ray://10.0.0.1:10001", blobs=str(tmp_path), cluster_token_file=make(tmp_path))
    with pytest.raises(ClusterTokenError, match="ANIMEMOJI_CLUSTER_TOKEN_FILE") as refused:
        engine_for(settings, DEFAULT_SETTINGS)
    assert "1234" not in str(refused.value)


def test_a_machine_without_ray_is_told_how_to_get_it(where: EngineSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(setup, "find_spec", lambda _: None)
    with pytest.raises(RayMissingError, match=r"pip install 'animemoji\[cluster\]'"):
        engine_for(where, DEFAULT_SETTINGS)


async def test_a_node_that_sees_another_blob_store_is_found_out(tmp_path: Path) -> None:
    ours, theirs = RequestFiles(str(tmp_path / "ours")), RequestFiles(str(tmp_path / "theirs"))
    probe = await ours.probe()
    await ours.check(probe)
    with pytest.raises(BlobUnseenError, match="a folder that all of them share"):
        await theirs.check(probe)


@needs_ray
async def test_a_cluster_that_is_not_there_is_told() -> None:
    with pytest.raises(DriverLostError, match="nobody answers there"):
        await connect(f"{HEAD}:{free_port()}", TOKEN)


@contextmanager
def open_cluster() -> Iterator[str]:
    """The address of a client server that asks nobody for a token."""
    import grpc
    from ray.core.generated import ray_client_pb2, ray_client_pb2_grpc

    class Open(ray_client_pb2_grpc.RayletDriverServicer):  # type: ignore[misc]
        def ClusterInfo(self, request: Any, _context: Any) -> Any:
            return ray_client_pb2.ClusterInfoResponse(type=request.type, json="{}")

    server = grpc.server(futures.ThreadPoolExecutor(1))
    ray_client_pb2_grpc.add_RayletDriverServicer_to_server(Open(), server)
    port = server.add_insecure_port(f"{HEAD}:0")
    server.start()
    yield f"{HEAD}:{port}"
    server.stop(0).wait()


@needs_ray
async def test_a_cluster_that_takes_anybody_is_refused() -> None:
    with open_cluster() as address, pytest.raises(DriverLostError, match="without token authentication"):
        await connect(address, TOKEN)
