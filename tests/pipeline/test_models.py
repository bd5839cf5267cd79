"""Weights: downloads from a local server, checksums, resuming."""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web

from pipeline import models
from pipeline.models import (
    ByHandError,
    DamagedModelError,
    DownloadError,
    Model,
    ModelFile,
    Origin,
    State,
    UnknownModelError,
    fetch,
    find_model,
    get_model,
    model_path,
    verify,
)

CONTENT = bytes(range(256)) * 4096


@dataclass
class Server:
    """Serves CONTENT at /files/whole.bin and /files/twin.bin, and can misbehave."""

    url: str = ""
    ranges: list[str] = field(default_factory=list)
    cut_after: int | None = None
    knows_ranges: bool = True
    content: bytes = CONTENT

    async def answer(self, request: web.Request) -> web.StreamResponse:
        if request.match_info["name"] not in ("whole.bin", "twin.bin"):
            raise web.HTTPNotFound
        asked = request.headers.get("Range", "")
        self.ranges.append(asked)
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked and self.knows_ranges else 0
        body = self.content[start:]
        response = web.StreamResponse(status=206 if start else 200, headers={"Content-Length": str(len(body))})
        await response.prepare(request)
        if self.cut_after is not None:
            await response.write(body[: self.cut_after])
            assert request.transport is not None
            request.transport.close()
            return response
        await response.write(body)
        return response


@pytest.fixture
def server() -> Iterator[Server]:
    """In a thread of its own, since ``fetch`` blocks."""
    served = Server()
    loop = asyncio.new_event_loop()

    async def start() -> web.AppRunner:
        app = web.Application()
        app.router.add_get("/files/{name}", served.answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        served.url = f"http://127.0.0.1:{runner.addresses[0][1]}/files/"
        return runner

    runner = loop.run_until_complete(start())
    thread = threading.Thread(target=loop.run_forever)
    thread.start()
    yield served
    asyncio.run_coroutine_threadsafe(runner.cleanup(), loop).result(5)
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def make_model(source: str, *names: str, origin: Origin = Origin.DOWNLOAD, content: bytes = CONTENT) -> Model:
    digest = hashlib.sha256(content).hexdigest()
    files = tuple(ModelFile(name, digest, len(content)) for name in names)
    return Model("toy", "tests", origin, source, files, "CC0-1.0", "nobody")


def test_a_model_is_fetched_once(server: Server, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = make_model(server.url, "whole.bin")
    monkeypatch.setitem(models.MODELS, model.name, model)
    assert find_model("toy", folder) is None
    assert verify(model, folder) is State.MISSING
    fractions: list[float] = []
    path = fetch(model, folder, fractions.append)
    assert path == folder / "whole.bin" == find_model("toy", folder)
    assert path.read_bytes() == CONTENT
    assert fractions == sorted(fractions) and fractions[-1] == 1.0
    assert verify(model, folder) is State.OK
    fetch(model, folder)
    assert len(server.ranges) == 1
    assert [item.name for item in folder.iterdir()] == ["whole.bin"]


def test_a_model_of_several_files_has_a_folder(server: Server, folder: Path) -> None:
    model = make_model(server.url, "whole.bin", "twin.bin")
    fractions: list[float] = []
    assert fetch(model, folder, fractions.append) == folder / "toy"
    assert (folder / "toy" / "twin.bin").read_bytes() == CONTENT
    assert fractions == sorted(fractions)
    assert 0.5 in fractions


def test_files_that_are_here_are_not_fetched_again(server: Server, folder: Path) -> None:
    fetch(make_model(server.url, "whole.bin", "twin.bin"), folder)
    (folder / "toy" / "twin.bin").write_bytes(CONTENT[::-1])
    fetch(make_model(server.url, "whole.bin", "twin.bin"), folder)
    assert (folder / "toy" / "twin.bin").read_bytes() == CONTENT
    assert len(server.ranges) == 3


def test_who_stops_a_download_keeps_what_is_here(server: Server, folder: Path) -> None:
    class StopError(Exception):
        pass

    def stop(fraction: float) -> None:
        if fraction > 0.3:
            raise StopError

    model = make_model(server.url, "whole.bin")
    with pytest.raises(StopError):
        fetch(model, folder, stop)
    assert 0.3 * len(CONTENT) < find_part(model, folder).stat().st_size < len(CONTENT)
    assert fetch(model, folder).read_bytes() == CONTENT
    assert server.ranges[1].startswith("bytes=")


def test_a_download_that_was_cut_off_goes_on(server: Server, folder: Path) -> None:
    model = make_model(server.url, "whole.bin")
    server.cut_after = 300_000
    with pytest.raises(
        DownloadError, match=r"^toy could not be fetched from http://127.* \(the connection was cut off\)"
    ):
        fetch(model, folder)
    assert find_part(model, folder).stat().st_size <= 300_000
    server.cut_after = None
    assert fetch(model, folder).read_bytes() == CONTENT
    assert server.ranges[1].startswith("bytes=")


def test_a_server_without_ranges_is_asked_for_all_again(server: Server, folder: Path) -> None:
    model = make_model(server.url, "whole.bin")
    find_part(model, folder).parent.mkdir(parents=True)
    find_part(model, folder).write_bytes(CONTENT[:1000])
    server.knows_ranges = False
    assert fetch(model, folder).read_bytes() == CONTENT


@pytest.mark.parametrize("content", [CONTENT[:-1] + b"x", CONTENT + b"more", CONTENT[:1000]])
def test_other_bytes_than_published_are_thrown_away(server: Server, folder: Path, content: bytes) -> None:
    server.content = content
    with pytest.raises(DamagedModelError):
        fetch(make_model(server.url, "whole.bin"), folder)
    assert list(folder.iterdir()) == []


def test_a_part_of_something_else_is_thrown_away_and_the_next_try_works(server: Server, folder: Path) -> None:
    model = make_model(server.url, "whole.bin")
    find_part(model, folder).parent.mkdir(parents=True)
    find_part(model, folder).write_bytes(b"z" * 1000)
    with pytest.raises(DamagedModelError):
        fetch(model, folder)
    assert fetch(model, folder).read_bytes() == CONTENT


def test_what_is_not_there_or_does_not_answer_is_one_sentence(server: Server, folder: Path) -> None:
    with pytest.raises(DownloadError, match=r"absent\.bin \(404 Not Found\): check the connection"):
        fetch(make_model(server.url, "absent.bin"), folder)
    with pytest.raises(DownloadError, match=r"\(\[Errno \d+\] Connection refused\): check the connection"):
        fetch(make_model("http://127.0.0.1:9/", "whole.bin"), folder)


def test_a_damaged_file_is_found_and_replaced(server: Server, folder: Path) -> None:
    model = make_model(server.url, "whole.bin")
    path = fetch(model, folder)
    path.write_bytes(CONTENT[:-1] + b"x")
    assert verify(model, folder) is State.DAMAGED
    assert fetch(model, folder).read_bytes() == CONTENT


def test_some_are_for_a_person_to_fetch(folder: Path) -> None:
    with pytest.raises(ByHandError, match="by hand"):
        fetch(make_model("https://example.org/form", "whole.bin", origin=Origin.BY_HAND), folder)


def test_a_package_that_does_not_exist_is_one_sentence(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    with pytest.raises(DownloadError, match="the package animemoji-no-such-package"):
        fetch(make_model("animemoji-no-such-package==1:data", "whole.bin", origin=Origin.PACKAGE), folder)


def test_files_inside_a_package_are_kept(tmp_path: Path, folder: Path) -> None:
    source = tmp_path / "source"
    (source / "toyweights").mkdir(parents=True)
    (source / "toyweights" / "__init__.py").write_text("raise ImportError('never imported')")
    (source / "toyweights" / "whole.bin").write_bytes(CONTENT)
    wheel = write_wheel(tmp_path, source)
    model = make_model(f"{wheel}:toyweights", "whole.bin", origin=Origin.PACKAGE)
    assert fetch(model, folder).read_bytes() == CONTENT


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a model, inside an installed package that carries it."""
    info = tmp_path / "site" / "toyweights-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: toyweights\nVersion: 1\n")
    path = tmp_path / "site" / "toyweights" / "whole.bin"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    monkeypatch.syspath_prepend(tmp_path / "site")
    model = make_model("toyweights==1:toyweights", "whole.bin", origin=Origin.PACKAGE)
    monkeypatch.setitem(models.MODELS, "toy", model)
    return path


def test_files_of_an_installed_package_are_used_where_they_lie(installed: Path, folder: Path) -> None:
    model = get_model("toy")
    assert verify(model, folder) is State.OK
    assert fetch(model, folder) == find_model("toy", folder) == installed
    installed.write_bytes(b"other")
    assert verify(model, folder) is State.DAMAGED
    installed.unlink()
    assert verify(model, folder) is State.MISSING


def test_other_files_in_an_installed_package_are_not_loaded(installed: Path, folder: Path) -> None:
    assert find_model("toy", folder) == installed
    installed.write_bytes(CONTENT[:-1] + b"x")
    os.utime(installed, ns=(0, 0))
    assert find_model("toy", folder) is None


def test_installed_files_are_read_once(installed: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def digest(path: Path) -> str:
        read.append(path)
        return hashlib.sha256(path.read_bytes()).hexdigest()

    monkeypatch.setattr("pipeline.models.folder.file_digest", digest)
    for _ in range(3):
        assert find_model("toy", folder) == installed
    assert read == [installed]
    (folder / "checked.json").write_text("[no JSON")
    assert find_model("toy", folder) == installed
    assert len(read) == 2


def test_a_folder_that_cannot_be_written_to_only_costs_time(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert find_model("toy", tmp_path / "file" / "models") == installed


def write_wheel(folder: Path, source: Path) -> Path:
    import zipfile

    wheel = folder / "toyweights-1-py3-none-any.whl"
    info = "toyweights-1.dist-info"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path in source.rglob("*.*"):
            archive.write(path, path.relative_to(source))
        archive.writestr(f"{info}/METADATA", "Metadata-Version: 2.1\nName: toyweights\nVersion: 1\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return wheel


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownModelError, match="face_landmarker"):
        get_model("nothing")


def test_the_registry_is_complete() -> None:
    for name, model in models.MODELS.items():
        assert name == model.name
        assert model.licence and model.credit and model.purpose
        if model.origin is not Origin.BY_HAND:
            assert all(len(file.sha256) == 64 and file.size > 0 for file in model.files)


def test_any_file_will_do_where_no_checksum_is_known(folder: Path) -> None:
    folder.mkdir()
    model = get_model("sd-anime")
    assert (find_model("sd-anime", folder), verify(model, folder)) == (None, State.MISSING)
    with pytest.raises(ByHandError, match=r"put it at .*sd-anime\.safetensors"):
        fetch(model, folder)
    model_path(model, folder).write_bytes(b"anything")
    assert (find_model("sd-anime", folder), verify(model, folder)) == (model_path(model, folder), State.OK)


def find_part(model: Model, folder: Path) -> Path:
    path = model_path(model, folder)
    return path.with_name(path.name + ".part")


def test_the_page_about_weights_names_every_model_with_its_licence() -> None:
    page = (Path(__file__).parents[2] / "docs" / "models.md").read_text()
    for model in models.MODELS.values():
        (row,) = (line for line in page.splitlines() if line.startswith(f"| `{model.name}`"))
        assert model.licence in row and model.credit in row
