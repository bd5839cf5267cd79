"""Uploads: bounded, and gone afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestServer

from bot.errors import UploadEmptyError, UploadGoneError, UploadTooLargeError
from bot.services.uploads import UploadService

LIMIT = 600_000


@pytest.fixture
async def site() -> AsyncIterator[BaseTestServer]:
    async def file(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(int(request.query["kilobytes"])):
            await response.write(b"x" * 1024)
        return response

    async def gone(request: web.Request) -> web.StreamResponse:
        raise web.HTTPNotFound

    application = web.Application()
    application.add_routes([web.get("/file", file), web.get("/gone", gone)])
    async with TestServer(application) as server:
        yield server


def attachment(site: BaseTestServer, path: str, size: int, filename: str = "Selfie.MP4") -> Any:
    return SimpleNamespace(url=str(site.make_url(path)), size=size, filename=filename)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_the_file_is_there_inside_the_block_only(site: BaseTestServer, uploads: UploadService) -> None:
    async with uploads.fetch(attachment(site, "/file?kilobytes=300", 300 * 1024)) as path:
        assert path.suffix == ".mp4"
        assert path.read_bytes() == b"x" * 300 * 1024
    assert not path.exists()
    with pytest.raises(RuntimeError):
        async with uploads.fetch(attachment(site, "/file?kilobytes=1", 1024)) as path:
            raise RuntimeError
    assert not path.exists()


async def test_a_large_file_is_not_fetched(uploads: UploadService) -> None:
    nowhere: Any = SimpleNamespace(url="http://127.0.0.1:9/", size=LIMIT + 1, filename="a.mp4")
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


async def test_a_filename_cannot_leave_the_folder(site: BaseTestServer, uploads: UploadService, tmp_path: Path) -> None:
    async with uploads.fetch(attachment(site, "/file?kilobytes=1", 9, "../../x.mp4/../e.s h")) as path:
        assert path.parent == tmp_path
        assert path.suffix == ""


async def test_an_empty_file_is_refused_at_once(site: BaseTestServer, uploads: UploadService) -> None:
    with pytest.raises(UploadEmptyError):
        uploads.check(attachment(site, "/file", 0))
