"""What can go wrong with Stable Diffusion by somebody's doing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.types import SetupError, UserError, reason_of


class CheckpointError(SetupError):
    key = "error.sd_checkpoint"
    template = "{name} could not be loaded for Stable Diffusion ({reason}): check {variable}."


@contextmanager
def loading(source: str, variable: str) -> Iterator[None]:
    """Whatever goes wrong inside becomes a CheckpointError that says where ``source`` was named."""
    if _is_local(source) and not Path(source).expanduser().exists():
        raise CheckpointError(name=source, variable=variable, reason="there is no such file or folder")
    try:
        yield
    except SetupError:
        raise
    except Exception as error:  # whatever the libraries and the connection come up with
        raise CheckpointError(name=source, variable=variable, reason=reason_of(error)) from error


def _is_local(source: str) -> bool:
    """Whether this cannot be a name on the hub."""
    return source.startswith(("/", ".", "~")) or source.endswith(".safetensors") or source.count("/") > 1


class IncompleteCheckpointError(SetupError):
    key = "error.sd_incomplete"
    template = (
        "{name} is {family} without {parts}: set ANIMEMOJI_SD_CONFIG to a folder or hub id that has them{example}."
    )


class UnknownFamilyError(SetupError):
    key = "error.sd_family"
    template = "There is no family of checkpoints called {name}: set ANIMEMOJI_SD_FAMILY to one of {names}."


class GpuMemoryError(SetupError):
    key = "error.sd_memory"
    template = (
        "The GPU's memory is too small for {model}: set ANIMEMOJI_SD_OFFLOAD=model, else sequential, or a smaller "
        "ANIMEMOJI_SD_SIZE."
    )


class StyleFileError(SetupError):
    key = "error.sd_style_file"
    template = "The style {name} cannot be used ({reason}): see docs/models.md for what a style file holds."


class UnknownStyleError(UserError):
    key = "error.sd_style"
    template = "There is no style called {name}: choose from {names}."


class NoCandidateError(UserError):
    key = "error.sd_no_candidate"
    template = (
        "None of {count} pictures that Stable Diffusion made shows one figure from the front: use other words, another "
        "seed, or a drawn character."
    )


class UnsafePicturesError(UserError):
    key = "error.sd_unsafe"
    template = "The safety checker held back all {count} pictures: use other words, another seed, or a drawn character."
