"""``animemoji doctor``: what works on this machine, what is missing, and the command that brings it."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final

from animemoji.verbs.terminal import Outcome, Terminal
from pipeline.types import DiffusionSettings, PipelineSettings

HELP: Final = "what works on this machine, what is missing and the command that brings it"
EXAMPLE: Final = "animemoji doctor"

_HEADLESS_CV: Final = "pip install --force-reinstall --no-deps opencv-contrib-python-headless==4.11.0.86"
_ENCODERS: Final = ("libx264", "aac", "libwebp_anim", "apng")
_DATABASE_SECONDS: Final = 3.0
_CLIP_DECODERS: Final = ("h264", "hevc", "vp9", "av1", "gif")


@dataclass(frozen=True)
class Check:
    """One line of the report.

    Attributes:
        name: of the thing.
        works: whether it does.
        needed: whether a drawn character cannot follow a clip without it.
        detail: version or path, or what is wrong.
        remedy: the command that brings it, "" where it works.
    """

    name: str
    works: bool
    needed: bool
    detail: str = ""
    remedy: str = ""

    @property
    def state(self) -> str:
        """ok, missing, or optional: missing, but drawn characters do not need it."""
        return "ok" if self.works else "missing" if self.needed else "optional"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Only ``--json``."""


def run(_args: argparse.Namespace, terminal: Terminal) -> Outcome:
    """Does what the options ask for.

    Raises:
        UserError: an option or a file cannot be used.
    """
    from pipeline.settings import load_pipeline_settings

    checks: list[Check] = []
    for check in examine(load_pipeline_settings()):
        checks.append(check)
        terminal.say(f"{check.state:9} {check.name:28} {check.detail}")
        if check.remedy:
            terminal.say(f"{'':9} {'':28} -> {check.remedy}")
    core = all(check.works for check in checks if check.needed)
    terminal.say("", "Drawn characters work here." if core else "Something that is needed is missing, see above.")
    return Outcome({"ok": core, "checks": [_plain(check) for check in checks]}, code=0 if core else 1)


def examine(settings: PipelineSettings) -> Iterator[Check]:
    """All checks of a machine that is set up like this, one after the other."""
    yield _python()
    yield _library("OpenCV", "cv2", _HEADLESS_CV)
    yield _library("face mesh (mediapipe)", "mediapipe", "pip install mediapipe==0.10.21")
    yield _try("rasteriser (ThorVG)", _rasteriser, "pip install --force-reinstall thorvg-python")
    yield _try("video and sound (PyAV)", _codecs, "pip install --upgrade av")
    yield _try("caption font", _font, "pip install --force-reinstall --no-deps animemoji")
    yield _try("confined pipeline (bot)", _confinement, "use Linux 5.13 or later with Landlock", needed=False)
    yield _try("jobs at once (bot)", partial(_capacity, settings), "see ANIMEMOJI_ENGINE in .env.example", needed=False)
    yield _try("database", _database, "see ANIMEMOJI_DATABASE_URL in .env.example", needed=False)
    yield _try("Discord token", _token, "cp .env.example .env, and put the bot's token into it", needed=False)
    yield _try("torch (picture characters)", _torch, "pip install 'animemoji[neural]'", needed=False)
    yield _try("speech (--say)", _speech, "pip install 'animemoji[speech]'", needed=False)
    yield _try(
        "Stable Diffusion",
        partial(_diffusion, settings.diffusion),
        "animemoji models fetch sd-anime says where checkpoints are",
        needed=False,
    )
    yield from _models(settings.models)


def _python() -> Check:
    version = ".".join(map(str, sys.version_info[:3]))
    works = (3, 10) <= sys.version_info[:2] <= (3, 12)
    return Check("Python", works, True, version, "" if works else "install Python 3.11 and run make again")


def _try(name: str, look: Callable[[], str], remedy: str, *, needed: bool = True) -> Check:
    """``look`` answers a detail, or raises with what is wrong."""
    try:
        return Check(name, True, needed, look())
    except Exception as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        return Check(name, False, needed, reason[:160], remedy)


def _library(name: str, module: str, remedy: str) -> Check:
    def look() -> str:
        found = importlib.import_module(module)
        return str(getattr(found, "__version__", ""))

    check = _try(name, look, remedy)
    if "libGL" in check.detail or "libEGL" in check.detail:
        return Check(name, False, True, check.detail, f"{_HEADLESS_CV} (or: apt install libgl1 libegl1)")
    return check


def _rasteriser() -> str:
    from pipeline.posers import open_poser
    from pipeline.types import Character, CharacterKind, PoserName, RigSpec, neutral_poses

    character = Character(CharacterKind.DRAWN, spec=RigSpec())
    frame = open_poser(character, PoserName.RIG).pose(character, neutral_poses(1), 32)[0]
    if not frame[..., 3].any():
        raise RuntimeError("it drew nothing")
    return "draws"


def _codecs() -> str:
    import av

    missing = [name for name in (*_ENCODERS, *_CLIP_DECODERS) if name not in av.codecs_available]
    if missing:
        raise RuntimeError(f"without {', '.join(missing)}")
    return f"{av.__version__} with {', '.join(_ENCODERS)}"


def _font() -> str:
    import numpy as np

    from pipeline.compose import make_composer

    blank = np.zeros((1, 64, 64, 4), np.uint8)
    (written,) = make_composer("transparent", "Aあ", 64, 25.0)(iter([blank]))
    if not written.any():
        raise RuntimeError("it wrote nothing")
    return "writes English and Japanese"


def _confinement() -> str:
    from pipeline.engine.confinement import examine as measures

    found = measures()
    text = ", ".join(map(str, found))
    if not all(measure.taken for measure in found):
        raise RuntimeError(text)
    return text


def _capacity(settings: PipelineSettings) -> str:
    from pipeline.engine.capacity import capacity
    from pipeline.settings import load_engine_settings

    where = load_engine_settings()
    if where.head is not None:
        from pipeline.engine.cluster.setup import look

        return look(where)
    room = capacity(settings, where.processes)
    return f"{room.processes}, on this machine: {room.reason}"


def _database() -> str:
    import asyncio

    from sqlalchemy.engine import make_url
    from sqlalchemy.ext.asyncio import create_async_engine

    from bot.settings import load_settings

    url = make_url(load_settings().database)
    shown = url.render_as_string(hide_password=True)
    if url.drivername.startswith("sqlite") and not Path(url.database or "").exists():
        return f"{shown} (made when the bot starts)"

    async def connect() -> None:
        engine = create_async_engine(url)
        try:
            async with engine.connect():
                pass
        finally:
            await engine.dispose()

    asyncio.run(asyncio.wait_for(connect(), _DATABASE_SECONDS))
    return shown


def _token() -> str:
    from bot.settings import load_settings

    if not load_settings().discord_token.get_secret_value():
        raise RuntimeError("DISCORD_TOKEN is not set (only the bot needs it)")
    return "set"


def _torch() -> str:
    import torch

    if not torch.cuda.is_available():
        return f"{torch.__version__}, no GPU"
    return f"{torch.__version__}, {torch.cuda.get_device_name(0)}"


def _speech() -> str:
    from pipeline.motion.speech import spoken_text

    for text in ("hello", "こんにちは"):
        spoken_text(text)
    return "English and Japanese are spoken"


def _diffusion(settings: DiffusionSettings) -> str:
    """The checkpoint that is named, looked at from outside: opening it takes a while."""
    from pipeline.characters.diffused.errors import loading
    from pipeline.characters.diffused.families import look_at, recognise

    if not settings.model:
        raise RuntimeError("no checkpoint is named, so prompts are drawn")
    if importlib.util.find_spec("diffusers") is None:
        raise RuntimeError("diffusers is missing: pip install 'animemoji[neural]'")
    with loading(settings.model, "ANIMEMOJI_SD_MODEL"):
        family = recognise(look_at(settings.model), settings.family)
    kind = family.title if family else "its family shows when it is fetched"
    return f"{settings.model} ({kind}), preset {settings.preset.value if settings.preset else 'of the family'}"


def _models(folder: Path) -> Iterator[Check]:
    from pipeline.models import MODELS, Origin, find_model

    for model in (each for each in MODELS.values() if each.origin is not Origin.BY_HAND):
        path = find_model(model.name, folder)
        yield Check(
            f"model {model.name}",
            path is not None,
            False,
            str(path) if path else model.purpose,
            "" if path else f"animemoji models fetch {model.name}",
        )


def _plain(check: Check) -> dict[str, Any]:
    return {
        "name": check.name,
        "state": check.state,
        "detail": check.detail,
        "remedy": check.remedy,
    }
