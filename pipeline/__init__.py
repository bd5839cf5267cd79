"""From a request to bytes. This is the pipeline's public face; it knows no Discord and no database."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

from pipeline.types import (
    BUST,
    FACE,
    FULL,
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterKind,
    CharacterSource,
    FileMotion,
    Format,
    Framing,
    JobCancelled,
    Loop,
    MotionSource,
    Notice,
    OnProgress,
    Output,
    PictureSource,
    PipelineDiedError,
    PipelineError,
    PoserName,
    PoseTrack,
    PresetMotion,
    Progress,
    PromptSource,
    SetupError,
    Source,
    Stage,
    TrackMotion,
    UserError,
    VideoMotion,
    VoiceMotion,
    notice_text,
)

if TYPE_CHECKING:
    from pipeline.characters.drawn.describe import describe
    from pipeline.characters.pictures.adjust import adjust_character
    from pipeline.engine import Engine, EngineClosedError, Job, JobState
    from pipeline.render import draw_portrait, render_animoji

__all__ = [
    "BUST",
    "FACE",
    "FULL",
    "AnimojiRequest",
    "AnimojiResult",
    "Character",
    "CharacterKind",
    "CharacterSource",
    "Engine",
    "EngineClosedError",
    "FileMotion",
    "Format",
    "Framing",
    "Job",
    "JobCancelled",
    "JobState",
    "Loop",
    "MotionSource",
    "Notice",
    "OnProgress",
    "Output",
    "PictureSource",
    "PipelineDiedError",
    "PipelineError",
    "PoseTrack",
    "PoserName",
    "PresetMotion",
    "Progress",
    "PromptSource",
    "SetupError",
    "Source",
    "Stage",
    "TrackMotion",
    "UserError",
    "VideoMotion",
    "VoiceMotion",
    "adjust_character",
    "describe",
    "draw_portrait",
    "notice_text",
    "render_animoji",
]

_LATE: Final = {
    **dict.fromkeys(("Engine", "EngineClosedError", "Job", "JobState"), "pipeline.engine"),
    **dict.fromkeys(("draw_portrait", "render_animoji"), "pipeline.render"),
    "adjust_character": "pipeline.characters.pictures.adjust",
    "describe": "pipeline.characters.drawn.describe",
}
"""Imported when somebody asks for it: the engine brings asyncio and multiprocessing, which no help page needs."""


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
