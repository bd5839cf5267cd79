"""Settings are read here and nowhere else, once, at the door: from the environment and from ``.env``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_type_hints

from pipeline.types import DiffusionSettings, EngineSettings, PipelineSettings, SetupError
from pipeline.types.settings import LOCAL

if TYPE_CHECKING:
    from pydantic_settings import BaseSettings

    _Model = TypeVar("_Model", bound=BaseSettings)

ENV_FILE: Final = Path(".env")
"""In the current folder. The environment goes before it."""
SD_ANIME: Final = "sd-anime.safetensors"
"""The file in the models folder that is the checkpoint where ANIMEMOJI_SD_MODEL names none."""
_PREFIX: Final = "ANIMEMOJI_"
_SD_PREFIX: Final = "ANIMEMOJI_SD_"


class SettingError(SetupError):
    """A variable of the environment has a value that cannot be used."""

    key = "error.setting"
    template = "{variable} is {value}, but it {reason}: see .env.example."


def load_pipeline_settings() -> PipelineSettings:
    """The settings of the pipeline, from the environment and from ``.env`` in the current folder.

    What is missing or empty keeps its default. Later changes of the environment change nothing.

    Raises:
        SettingError: a variable has a value that cannot be used; the sentence names it.
    """
    named = _named(PipelineSettings, _PREFIX)
    if cache := os.environ.get("XDG_CACHE_HOME"):
        for folder in ("models", "students"):
            named.setdefault(folder, Path(cache) / "animemoji" / folder)
    settings = PipelineSettings(**named, diffusion=DiffusionSettings(**_named(DiffusionSettings, _SD_PREFIX)))
    checkpoint = settings.models / SD_ANIME
    if not settings.diffusion.model and checkpoint.is_file():
        settings = replace(settings, diffusion=replace(settings.diffusion, model=str(checkpoint)))
    return settings


def load_engine_settings() -> EngineSettings:
    """Where requests run, read likewise. Raises SettingError."""
    settings = EngineSettings(**_named(EngineSettings, _PREFIX))
    if settings.engine != LOCAL and settings.head is None:
        raise SettingError(
            variable="ANIMEMOJI_ENGINE", value=repr(settings.engine), reason=f"should be {LOCAL} or ray://HOST:PORT"
        )
    return settings


def _named(kind: type[DiffusionSettings | EngineSettings | PipelineSettings], prefix: str) -> dict[str, Any]:
    """Those fields of a settings value that are set, validated."""
    if not ENV_FILE.is_file() and not any(name.upper().startswith(prefix) for name in os.environ):
        return {}  # as on most machines: pydantic would take a fifth of a second to find that out
    from pydantic import create_model
    from pydantic_settings import BaseSettings, SettingsConfigDict

    class Environment(BaseSettings):
        model_config = SettingsConfigDict(
            env_prefix=prefix, extra="ignore", str_strip_whitespace=True, allow_inf_nan=False, validate_default=False
        )

    hints = get_type_hints(kind, include_extras=True)
    wanted = {each.name: (hints[each.name], None) for each in fields(kind) if not is_dataclass(hints[each.name])}
    model = create_model(kind.__name__, __base__=Environment, **wanted)  # type: ignore[call-overload]
    values = read_environment(model)
    return {name: getattr(values, name) for name in values.model_fields_set}


def read_environment(model: type[_Model], **values: Any) -> _Model:
    """A model of pydantic-settings, filled from the environment and from ``.env``; empty variables count as missing.

    Args:
        model: its ``env_prefix``, and the alias of a field that has one, make the names of its variables.
        values: fields that are known already.

    Raises:
        SettingError: a variable has a value that cannot be used; the sentence names it.
    """
    from pydantic import ValidationError

    try:
        return model(_env_file=ENV_FILE, _env_file_encoding="utf-8", _env_ignore_empty=True, **values)
    except ValidationError as error:
        first = error.errors()[0]
        field = str(first["loc"][0])
        name = field if field not in model.model_fields else model.model_config["env_prefix"] + field
        reason = _REASONS.get(first["type"], first["msg"]).format(**first.get("ctx", {}))
        secret = field in model.model_fields and "Secret" in str(model.model_fields[field].annotation)
        raise SettingError(
            variable=name.upper(),
            value=_shown(first["input"], secret),
            reason=reason.removeprefix("Value error, "),
        ) from error


_REASONS: Final = {
    **dict.fromkeys(("int_parsing", "int_from_float", "int_type", "int_parsing_size"), "should be a whole number"),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), "should be a number"),
    **dict.fromkeys(("bool_parsing", "bool_type"), "should be true or false"),
    "greater_than_equal": "should be at least {ge:g}",
    "greater_than": "should be more than {gt:g}",
    "less_than_equal": "should be at most {le:g}",
    "less_than": "should be less than {lt:g}",
    "multiple_of": "should be a multiple of {multiple_of:g}",
    **dict.fromkeys(("literal_error", "enum"), "should be {expected}"),
}
"""What a value should be, in words of ours, by the type of pydantic's error."""


def _shown(value: object, secret: bool) -> str:
    """A wrong value in a sentence; of a secret no more than whether there is one."""
    bare = value.get_secret_value() if hasattr(value, "get_secret_value") else value
    if bare == "":
        return "empty"
    return "set" if secret else repr(bare)


_PLAIN: Final = frozenset(
    {
        *("PATH", "LANG", "LANGUAGE", "TZ", "TZDIR", "PYTHONDONTWRITEBYTECODE", "FONTCONFIG_FILE", "FONTCONFIG_PATH"),
        *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "NIX_LD", "NIX_LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"),
        *("HF_HUB_OFFLINE", "HF_ENDPOINT", "TRANSFORMERS_OFFLINE"),
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE"),
    }
)
_PLAIN_FAMILIES: Final = (
    *("LC_", "OMP_", "KMP_", "GOMP_", "MKL_", "OPENBLAS_", "BLIS_", "NVPL_", "VECLIB_", "OPENVINO_", "ONEAPI_"),
    *("CUDA_", "CUBLAS_", "NVIDIA_", "NCCL_", "HIP_", "HSA_", "ROCR_"),
)
"""Of variables that say how libraries calculate, and on which device."""


def plain_environment() -> dict[str, str]:
    """Those variables that a process without secrets gets: an allow-list, so that no new secret slips through."""
    return {
        name: value for name, value in os.environ.items() if name in _PLAIN or name.upper().startswith(_PLAIN_FAMILIES)
    } | {name: str(folder) for name, folder in zip(_HUB_VARIABLES, hub_folders(), strict=True)}


def environment_with(variables: Mapping[str, str]) -> dict[str, str]:
    """All variables of this process and these, for a program that is ours."""
    return os.environ | variables


def set_variables(variables: Mapping[str, str]) -> None:
    """Sets variables of this process for a library that knows no other way."""
    os.environ.update(variables)


def visible_gpus() -> list[str] | None:
    """The GPUs that CUDA_VISIBLE_DEVICES leaves to this process, by number or id; None where it names none."""
    named = os.environ.get("CUDA_VISIBLE_DEVICES")
    return None if named is None else [each for each in named.replace(" ", "").split(",") if each not in ("", "-1")]


_HUB_VARIABLES: Final = ("HF_HOME", "U2NET_HOME")


def hub_folders() -> list[Path]:
    """Where the hub of Hugging Face and rembg keep what they fetched."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - a user may have no home
    cache = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return [
        Path(os.environ.get("HF_HOME") or cache / "huggingface"),
        Path(os.environ.get("U2NET_HOME") or home / ".u2net"),
    ]
