"""What a pipeline process finds around itself: its variables, and the files that it needs. It gets no secrets."""

from __future__ import annotations

import sys
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, Final

from pipeline.engine.confinement import Confinement
from pipeline.models import derived
from pipeline.settings import hub_folders, plain_environment
from pipeline.types import PipelineSettings

_SYSTEM: Final = (
    "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/libexec", "/usr/share", "/usr/local/bin",
    "/usr/local/lib", "/usr/local/lib64", "/usr/local/share", "/usr/local/cuda", "/opt/rocm", "/opt/intel",
    "/nix/store", "/lib", "/lib32", "/lib64", "/bin", "/sbin", "/proc", "/sys", "/etc/ld.so.cache",
    "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/timezone", "/etc/fonts", "/etc/mime.types",
    "/etc/OpenCL", "/etc/vulkan", "/dev/urandom", "/dev/random", "/dev/zero",
)  # fmt: skip
"""Programs, libraries and what the kernel tells of the machine; nothing that belongs to anybody. No folder is named in
which people keep checkouts, such as /opt or /usr/local/src."""
_SHARED_PREFIXES: Final = (Path("/"), Path("/usr"), Path("/usr/local"))
"""Where a Python of the system lies among other things; what it needs of them is in _SYSTEM."""
_FOR_THE_NETWORK: Final = ("/etc/ssl", "/etc/ca-certificates", "/etc/pki", "/etc/resolv.conf", "/etc/hosts",
                           "/etc/nsswitch.conf", "/etc/host.conf", "/run/systemd/resolve")  # fmt: skip
_DEVICES: Final = ("/dev/null", "/dev/dri", "/dev/kfd")
_NVIDIA: Final = "nvidia*"
_DEVICE_FOLDER: Final = Path("/dev")


@dataclass(frozen=True)
class ProcessSetup:
    """How a pipeline process is started.

    Attributes:
        environment: all its variables.
        path: where it imports from.
        confinement: what it may still do.
    """

    environment: dict[str, str]
    path: list[str]
    confinement: Confinement


def surroundings(
    settings: PipelineSettings,
    folder: Path,
    functions: Iterable[Callable[..., Any] | None] = (),
    shared: Iterable[Path] = (),
) -> ProcessSetup:
    """What a process needs that works by these settings, in ``folder``, its own.

    Args:
        settings: name the models.
        folder: the only one that it may write to, besides what it makes of models and ``shared``.
        functions: what it will run, whose packages it reads.
        shared: further folders that it may read and write.
    """
    path = [str(Path(entry).absolute()) for entry in sys.path]
    hub = hub_folders() if _needs_the_hub(settings) else []
    made = derived(settings.models)
    if settings.models.is_dir():
        with suppress(OSError):  # it may be another user's, or read-only
            made.mkdir(exist_ok=True)
    writable = [folder, made, *hub, *shared]
    readable = [
        *map(Path, _SYSTEM),
        *map(Path, _FOR_THE_NETWORK if hub else ()),
        *_installation(path),
        *_packages(functions),
        *(value for each in fields(settings) if isinstance(value := getattr(settings, each.name), Path)),
        settings.diffusion.styles,
        *(place for name in _named(settings) if (place := Path(name).expanduser()).exists()),
    ]
    # A link in a models folder leads out of it; what it names is meant to be read, too.
    readable += [place.resolve() for place in readable if place.is_symlink()]
    readable += [place.resolve() for place in _children(settings.models) if place.is_symlink()]
    own = {"HOME": folder, "TMPDIR": folder, "TEMP": folder, "TMP": folder, "XDG_CACHE_HOME": folder}
    return ProcessSetup(
        plain_environment() | {name: str(value) for name, value in own.items()} | {"USER": "animemoji"},
        path,
        Confinement(
            readable=_texts(readable),
            listed=_texts(map(Path, path)),
            writable=_texts(writable),
            devices=_texts([*map(Path, _DEVICES), *_DEVICE_FOLDER.glob(_NVIDIA)]),
            network=bool(hub),
            programs=settings.diffusion.compile,
        ),
    )


def has_gpu() -> bool:
    """Whether there may be a GPU here; its drivers reserve far more address space than they use."""
    return sys.platform != "linux" or any(_DEVICE_FOLDER.glob(_NVIDIA)) or Path("/dev/kfd").exists()


def _installation(path: Iterable[str]) -> Iterator[Path]:
    """Python, and all that is installed for it.

    A checkout from which we are run is none of it: beside the code it may hold the ``.env`` and the database.
    """
    for prefix in {sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values()}:
        if Path(prefix) not in _SHARED_PREFIXES:
            yield Path(prefix)
    for entry in map(Path, path):
        if entry.name in ("site-packages", "dist-packages") or entry.is_file():
            yield entry


def _packages(functions: Iterable[Callable[..., Any] | None]) -> Iterator[Path]:
    """The top packages of what the process will run, ours first."""
    names = {"pipeline"}
    for function in functions:
        module = getattr(getattr(function, "func", function), "__module__", None)
        if module:
            names.add(module.partition(".")[0])
    for name in names:
        module_file = getattr(sys.modules.get(name), "__file__", None)
        if module_file:
            file = Path(module_file)
            yield file.parent if file.name == "__init__.py" else file
        else:
            yield from map(Path, getattr(sys.modules.get(name), "__path__", ()))


def _named(settings: PipelineSettings) -> list[str]:
    """All settings that name a model."""
    diffusion = settings.diffusion
    return [
        name
        for name in (settings.matting, diffusion.model, diffusion.config, diffusion.vae, diffusion.safety_checker)
        if name
    ]


def _needs_the_hub(settings: PipelineSettings) -> bool:
    """Whether a model is named that is not a file here, so that a library may look for it on its hub."""
    return any(not Path(name).expanduser().exists() for name in _named(settings))


def _children(folder: Path) -> list[Path]:
    return list(folder.iterdir()) if folder.is_dir() else []


def _texts(places: Iterable[Path]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(place.absolute()) for place in places))
