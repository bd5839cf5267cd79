"""Settings: read once at the door, then a value on which all else hangs."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import (
    AnimojiRequest,
    Output,
    PipelineSettings,
    PresetMotion,
    PromptSource,
    SettingError,
    load_pipeline_settings,
    render_animoji,
)
from pipeline.characters.diffused import can_diffuse
from pipeline.engine import Engine
from pipeline.types import DiffusionSettings, Offload, Precision, RigSpec, SamplerName
from pipeline.types.spec import BodyStyle
from tests.pipeline.engine import stubs

REQUEST = AnimojiRequest(
    PromptSource("girl, red hair, style:mine", 3), PresetMotion("wink"), output=Output(size=64, fps=10.0)
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The current folder of a process in whose environment nothing is set."""
    for name in [name for name in os.environ if name.startswith("ANIMEMOJI_")]:
        monkeypatch.delenv(name)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    yield tmp_path


def test_where_nothing_is_set_they_are_the_defaults_and_pydantic_is_not_loaded() -> None:
    assert load_pipeline_settings() == PipelineSettings()
    code = "import sys, pipeline; pipeline.load_pipeline_settings(); print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_every_kind_of_value_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".env").write_text(
        "DISCORD_TOKEN=x\nANIMEMOJI_MATTING=u2netp\nANIMEMOJI_MODELS=/models\nANIMEMOJI_SD_STEPS=5\n"
        "ANIMEMOJI_SD_CANDIDATES=\nANIMEMOJI_SD_COMPILE=yes\nANIMEMOJI_SD_PRESET=turbo\n"
    )
    for name, value in {
        "MODEL": "some/model", "PRESET": "lcm", "GUIDANCE": " 1.25 ", "SIZE": "768", "PRECISION": "bf16",
        "OFFLOAD": "model", "STYLES": "/styles", "NEGATIVE": "hat, glove",
    }.items():  # fmt: skip
        monkeypatch.setenv(f"ANIMEMOJI_SD_{name}", value)
    assert load_pipeline_settings() == PipelineSettings(
        models=Path("/models"),
        matting="u2netp",
        diffusion=DiffusionSettings(
            model="some/model",
            preset=SamplerName.LCM,
            steps=5,
            guidance=1.25,
            negative="hat, glove",
            size=768,
            styles=Path("/styles"),
            precision=Precision.BF16,
            offload=Offload.MODEL,
            compile=True,
        ),
    )


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("PRESET", "best", "'standard', 'euler', 'lcm', 'turbo', 'lightning' or 'hyper'"),
        ("STEPS", "0", "at least 1"),
        ("STEPS", "x", "a whole number"),
        ("GUIDANCE", "nan", "a number"),
        ("CANDIDATES", "99", "at most 16"),
        ("SIZE", "500", "a multiple of 64"),
        ("PRECISION", "int4", "'auto', 'fp32', 'fp16' or 'bf16'"),
        ("OFFLOAD", "disk", "'none', 'model' or 'sequential'"),
        ("COMPILE", "perhaps", "true or false"),
    ],
)
def test_a_wrong_value_is_one_sentence(name: str, value: str, wanted: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"ANIMEMOJI_SD_{name}", value)
    with pytest.raises(SettingError, match=rf"^ANIMEMOJI_SD_{name} is '{value}', but it should be {wanted}:") as told:
        load_pipeline_settings()
    assert str(told.value).endswith(": see .env.example.")


@pytest.mark.parametrize(
    "words",
    [
        ["render", "--prompt", "girl", "--motion", "wink", "--out", "a.gif"],
        ["character", "--prompt", "girl", "--out", "a.png"],
        ["models", "list"],
        ["styles"],
        ["doctor"],
    ],
    ids=lambda words: words[0],
)
def test_every_verb_reads_the_file_of_settings(
    words: list[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from animemoji.cli import main

    (folder / ".env").write_text("ANIMEMOJI_SD_STEPS=many\n")
    assert main(words) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("ANIMEMOJI_SD_STEPS is 'many', but it should be a whole number")
    assert said.err.count("\n") == 1


def test_models_and_students_lie_in_the_cache(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")
    assert load_pipeline_settings().models == Path("/cache/animemoji/models")
    assert load_pipeline_settings().students == Path("/cache/animemoji/students")
    monkeypatch.setenv("ANIMEMOJI_MODELS", str(folder))
    assert load_pipeline_settings().models == folder


def test_a_checkpoint_in_the_models_folder_is_taken(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("ANIMEMOJI_MODELS", str(folder))
    assert not can_diffuse(load_pipeline_settings().diffusion)
    (folder / "sd-anime.safetensors").write_bytes(b"")
    assert load_pipeline_settings().diffusion.model == str(folder / "sd-anime.safetensors")
    monkeypatch.setenv("ANIMEMOJI_SD_MODEL", "some/model")
    assert load_pipeline_settings().diffusion.model == "some/model"


def made(settings: PipelineSettings) -> tuple[bytes, BodyStyle]:
    result = render_animoji(REQUEST, settings)
    assert isinstance(result.character.spec, RigSpec)
    return result.data, result.character.spec.body_style


def test_the_same_request_with_the_same_settings_gives_the_same_bytes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever has become of the environment since."""
    (folder / "mine.toml").write_text('drawn = "chibi"')
    monkeypatch.setenv("ANIMEMOJI_SD_STYLES", str(folder))
    settings = load_pipeline_settings()
    data, body = made(settings)
    assert body is BodyStyle.CHIBI
    for name in ("STYLES", "MODEL", "PRESET"):
        monkeypatch.setenv(f"ANIMEMOJI_SD_{name}", "elsewhere")
    monkeypatch.setenv("ANIMEMOJI_MODELS", "elsewhere")
    assert made(pickle.loads(pickle.dumps(settings))) == (data, body)
    plain = replace(settings, diffusion=DiffusionSettings())
    assert made(plain)[1] is BodyStyle.NORMAL


async def test_the_engine_hands_its_settings_to_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANIMEMOJI_MATTING", "of the environment")
    async with Engine(stubs.render, settings=PipelineSettings(matting="mine")) as engine:
        result = await engine.submit(stubs.request("matting mine")).result()
    assert result.data.endswith(b":matting mine")
