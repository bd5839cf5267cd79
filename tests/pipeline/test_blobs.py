"""The blob store: one behaviour in memory, in a folder and in a bucket."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from obstore.store import MemoryStore

from pipeline.blobs import (
    BlobAddressError,
    BlobGoneError,
    Blobs,
    BlobStoreError,
    BlobStoreFullError,
    open_blobs,
)

HOUR = 3600.0


@dataclass
class Clock:
    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(timezone.utc) + self.ahead


@pytest.fixture(scope="module")
def s3_endpoint() -> Iterator[str]:
    """A bucket called animoji behind a server that speaks S3, and keys for it in the environment."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "key")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "secret")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        server.start()
        host, port = server.get_host_and_port()
        endpoint = f"http://{host}:{port}"
        boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="animoji")
        yield endpoint
        server.stop()


@pytest.fixture(params=["memory", "folder", "bucket"])
def open_shelf(
    request: pytest.FixtureRequest, tmp_path: Path, s3_endpoint: str
) -> Iterator[Callable[[str, Clock], Blobs]]:
    memory = MemoryStore()

    def open_one(shelf: str, clock: Clock) -> Blobs:
        if request.param == "memory":
            return Blobs(memory, "memory", shelf, HOUR, clock=clock)
        address = str(tmp_path / "blobs") if request.param == "folder" else f"s3://animoji/{tmp_path.name}"
        blobs = open_blobs(address if request.param == "folder" else f"{address}?endpoint={s3_endpoint}", shelf, HOUR)
        blobs._clock = clock
        return blobs

    yield open_one


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def blobs(open_shelf: Callable[[str, Clock], Blobs], clock: Clock) -> Blobs:
    return open_shelf("results", clock)


async def test_what_was_put_is_there_until_it_is_deleted(blobs: Blobs) -> None:
    assert await blobs.put("a.gif", b"GIF89a" * 1000)
    assert await blobs.get("a.gif") == b"GIF89a" * 1000
    await blobs.delete("a.gif")
    await blobs.delete("a.gif")
    with pytest.raises(BlobGoneError):
        await blobs.get("a.gif")


async def test_the_first_one_wins(blobs: Blobs) -> None:
    assert await blobs.put("1234", b"first")
    assert not await blobs.put("1234", b"second")
    assert await blobs.get("1234") == b"first"


async def test_of_many_at_once_one_is_put(blobs: Blobs) -> None:
    put = await asyncio.gather(*(blobs.put("same", bytes([number])) for number in range(8)))
    assert sum(put) == 1
    assert await blobs.get("same") == bytes([put.index(True)])


async def test_a_file_is_put_as_its_bytes(blobs: Blobs, tmp_path: Path) -> None:
    clip = tmp_path / "clip.mp4"
    clip.write_bytes(bytes(range(256)) * 40_000)
    assert await blobs.put("clip", clip)
    assert await blobs.get("clip") == clip.read_bytes()


async def test_shelves_do_not_see_each_other(open_shelf: Callable[[str, Clock], Blobs], clock: Clock) -> None:
    one, two = open_shelf("one", clock), open_shelf("two", clock)
    await one.put("name", b"1")
    with pytest.raises(BlobGoneError):
        await two.get("name")
    clock.ahead = timedelta(hours=2)
    assert (await two.sweep(), await one.sweep()) == (0, 1)


async def test_a_blob_whose_time_is_over_is_gone_and_swept(blobs: Blobs, clock: Clock) -> None:
    await blobs.put("old", b"old")
    assert await blobs.sweep() == 0
    clock.ahead = timedelta(hours=1, minutes=1)
    with pytest.raises(BlobGoneError):
        await blobs.get("old")
    assert await blobs.sweep() == 1
    clock.ahead = timedelta()
    with pytest.raises(BlobGoneError):
        await blobs.get("old")
    assert await blobs.put("old", b"new")


@pytest.mark.parametrize("name", ["", "../up", "a/b", ".hidden", "a b", "日本", "x" * 201])
async def test_a_name_leads_nowhere_else(blobs: Blobs, name: str) -> None:
    for use in (blobs.put(name, b""), blobs.get(name), blobs.delete(name)):
        with pytest.raises(ValueError, match="cannot be called"):
            await use


async def test_a_folder_is_closed_to_others_and_keeps_nothing_of_a_writer_that_was_killed(tmp_path: Path) -> None:
    blobs = open_blobs(str(tmp_path / "deep" / "blobs"), "clips", 0.0)
    assert (tmp_path / "deep" / "blobs").stat().st_mode & 0o077 == 0
    await blobs.put("whole", b"1")
    (tmp_path / "deep" / "blobs" / "clips" / "half#1").write_bytes(b"2")
    assert await blobs.sweep() == 2
    assert [path for path in (tmp_path / "deep").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    "address", ["", "http://host/x", "nonsense://x", "s3://", "s3://key:secret@bucket", "s3://bucket?endpiont=http://x"]
)
def test_an_address_that_is_none_is_said(address: str) -> None:
    with pytest.raises(BlobAddressError, match="s3://BUCKET"):
        open_blobs(address, "results", HOUR)


async def test_a_place_that_cannot_be_used_is_said(tmp_path: Path, s3_endpoint: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(BlobStoreError, match=r"Not a directory|File exists"):
        open_blobs(str(tmp_path / "file"), "results", HOUR)
    with pytest.raises(BlobStoreError, match=r"s3://absent cannot be used \(.*not found"):
        await open_blobs(f"s3://absent?endpoint={s3_endpoint}", "results", HOUR).put("name", b"")
    with pytest.raises(BlobStoreError, match=r"127\.0\.0\.1:9"):
        await open_blobs("s3://animoji?endpoint=http://127.0.0.1:9", "results", HOUR).put("name", b"")


FULL_DISK = """
import asyncio, os, sys
from pathlib import Path
from pipeline.blobs import BlobStoreFullError, open_blobs

async def fill():
    blobs = open_blobs(sys.argv[1], "results", 3600.0)
    assert await blobs.put("small", b"x" * 100)
    try:
        await blobs.put("large", b"x" * 10_000_000)
    except BlobStoreFullError as error:
        print(error)
    await blobs.delete("small")
    assert not [path for path in Path(sys.argv[1]).rglob("*") if path.is_file()]

asyncio.run(fill())
sys.stdout.flush()
os._exit(0)  # a thread of the library that is just done may not find the interpreter any more
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("unshare"), reason="needs a disk of its own, to fill it"
)
def test_a_full_disk_is_said_and_nothing_is_left_of_what_had_no_room(tmp_path: Path) -> None:
    mount = ["unshare", "-rm", "sh", "-c", 'mount -t tmpfs -o size=64k tmpfs "$0" && exec "$@"', str(tmp_path)]
    if subprocess.run([*mount, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this system does not let its users mount a disk of their own")
    done = subprocess.run(
        [*mount, sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(BlobStoreFullError(address=str(tmp_path)))


def test_nobody_loads_the_library_who_does_not_ask_for_it() -> None:
    code = "import sys, pipeline; pipeline.open_blobs; assert 'obstore' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
