"""Uploads: bounded, and gone afterwards."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import aiohttp
import numpy as np
import pytest
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer
from PIL import Image

from bot.errors import UploadEmptyError, UploadGoneError, UploadTooLargeError
from bot.services.orders import Attached
from bot.services.uploads import UploadService
from bot.settings import Settings
from pipeline.characters.picture_file import open_picture

LIMIT = 600_000
UNDER_WAY = web.AppKey("under_way", list[web.Request])
MOST = web.AppKey("most", list[int])
GATE = web.AppKey("gate", asyncio.Event)
BOTH = web.AppKey("both", asyncio.Event)


@pytest.fixture
async def uploads(site: BaseTestServer, tmp_path: Path) -> AsyncIterator[UploadService]:
    """Uploads from the site alone."""
    async with aiohttp.ClientSession() as http:
        yield UploadService(http, tmp_path, LIMIT, seconds=5, at_once=2, hosts=[str(site.make_url("/").origin())])


@pytest.fixture
async def site() -> AsyncIterator[BaseTestServer]:
    async def file(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(int(request.query["kilobytes"])):
            await response.write(b"x" * 1024)
        return response

    async def picture(request: web.Request) -> web.StreamResponse:
        pillow_heif = pytest.importorskip("pillow_heif", reason="needs animemoji[heic]")
        pillow_heif.register_heif_opener()
        data = io.BytesIO()
        kind = Image.registered_extensions()[f".{request.query['ending']}"]
        Image.new("RGB", (60, 40), (200, 60, 40)).save(data, kind)
        return web.Response(body=data.getvalue())

    async def gone(request: web.Request) -> web.StreamResponse:
        raise web.HTTPNotFound

    async def elsewhere(request: web.Request) -> web.StreamResponse:
        raise web.HTTPFound("/file?kilobytes=1")

    async def slow(request: web.Request) -> web.StreamResponse:
        application[UNDER_WAY].append(request)
        application[MOST].append(len(application[UNDER_WAY]))
        if len(application[MOST]) == 2:
            application[BOTH].set()
        await asyncio.wait_for(application[GATE].wait(), 5)
        application[UNDER_WAY].pop()
        return web.Response(body=b"x")

    application = web.Application()
    application[UNDER_WAY], application[MOST] = [], []
    application[GATE], application[BOTH] = asyncio.Event(), asyncio.Event()
    routes = {"/file": file, "/picture": picture, "/gone": gone, "/elsewhere": elsewhere, "/slow": slow}
    application.add_routes([web.get(path, handler) for path, handler in routes.items()])
    async with TestServer(application) as server:
        yield server


def attachment(site: BaseTestServer, path: str, size: int, filename: str = "Selfie.MP4") -> Attached:
    return Attached(str(site.make_url(path)), Path(filename).suffix.lower(), size)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_file_is_there_inside_the_block_only(site: BaseTestServer, uploads: UploadService) -> None:
    async with uploads.fetch(attachment(site, "/file?kilobytes=300", 300 * 1024)) as path:
        assert path.read_bytes() == b"x" * 300 * 1024
    assert not path.exists()
    with pytest.raises(RuntimeError):
        async with uploads.fetch(attachment(site, "/file?kilobytes=1", 1024)) as path:
            raise RuntimeError
    assert not path.exists()


@pytest.mark.parametrize("ending", ["heic", "avif", "gif", "bmp", "tiff"])
async def test_a_picture_of_any_kind_is_read_as_it_was_sent(
    site: BaseTestServer, uploads: UploadService, ending: str
) -> None:
    async with uploads.fetch(attachment(site, f"/picture?ending={ending}", 9000, f"me.{ending}")) as path:
        picture = await asyncio.to_thread(open_picture, path)
    assert picture.size == (60, 40)
    assert np.abs(np.asarray(picture)[..., :3].astype(int) - (200, 60, 40)).max() <= 8


async def test_a_large_file_is_not_fetched(uploads: UploadService) -> None:
    nowhere = Attached("http://127.0.0.1:9/", ".mp4", LIMIT + 1)
    with pytest.raises(UploadTooLargeError, match=r"is 586 KB; .* at most 586 KB"):
        async with uploads.fetch(nowhere):
            pass


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/file?kilobytes=5000", UploadTooLargeError),
        ("/file?kilobytes=0", UploadEmptyError),
        ("/gone", UploadGoneError),
    ],
)
async def test_a_file_that_is_not_what_discord_says_leaves_nothing(
    site: BaseTestServer, uploads: UploadService, tmp_path: Path, path: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        async with uploads.fetch(attachment(site, path, 1000)):
            pass
    assert files_in(tmp_path) == []


@pytest.mark.parametrize("filename", ["selfie.mp4", "../../x.mp4/../e.s h", "/etc/passwd"])
async def test_no_folder_lists_the_file(
    site: BaseTestServer, uploads: UploadService, tmp_path: Path, filename: str
) -> None:
    async with uploads.fetch(attachment(site, "/file?kilobytes=1", 9, filename)) as path:
        assert len(path.read_bytes()) == 1024
        assert files_in(tmp_path) == []


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/attachments/1/2/selfie.mp4",
        "https://cdn.discordapp.com@evil.example/selfie.mp4",
        "https://cdn.discordapp.com.evil.example/selfie.mp4",
        "http://cdn.discordapp.com/selfie.mp4",
        "https://cdn.discordapp.com:8443/selfie.mp4",
        "http://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "selfie.mp4",
        "http://[",
    ],
)
async def test_only_discords_hosts_are_asked(uploads: UploadService, tmp_path: Path, url: str) -> None:
    session: Any = SimpleNamespace()  # knows no ``get``
    uploads = UploadService(session, tmp_path, LIMIT, seconds=5, at_once=2, hosts=Settings(_env_file=None).upload_hosts)  # type: ignore[call-arg]
    with pytest.raises(UploadGoneError):
        async with uploads.fetch(Attached(url, ".mp4", 9)):
            pass


async def test_who_redirects_is_not_followed(site: BaseTestServer, uploads: UploadService) -> None:
    with pytest.raises(UploadGoneError):
        async with uploads.fetch(attachment(site, "/elsewhere", 9)):
            pass


async def test_only_so_many_are_fetched_at_once(site: BaseTestServer, uploads: UploadService) -> None:
    application = cast(TestServer, site).app

    async def one(number: int) -> None:
        async with uploads.fetch(attachment(site, f"/slow?{number}", 1)) as path:
            assert path.read_bytes() == b"x"

    tasks = [asyncio.create_task(one(number)) for number in range(6)]
    await asyncio.wait_for(application[BOTH].wait(), 5)
    application[GATE].set()
    await asyncio.gather(*tasks)
    most: list[int] = application[MOST]
    assert len(most) == 6 and max(most) == 2


async def test_a_download_that_drips_is_given_up(site: BaseTestServer, tmp_path: Path) -> None:
    async with aiohttp.ClientSession() as http:
        origin = str(site.make_url("/").origin())
        uploads = UploadService(http, tmp_path, LIMIT, seconds=0.05, at_once=1, hosts=[origin])
        with pytest.raises(UploadGoneError):
            async with uploads.fetch(attachment(site, "/slow", 1)):
                pass
        cast(TestServer, site).app[GATE].set()


async def test_an_empty_file_is_refused_at_once(site: BaseTestServer, uploads: UploadService) -> None:
    with pytest.raises(UploadEmptyError):
        uploads.check(attachment(site, "/file", 0))
