"""From a request to bytes. This is the pipeline's public face; it knows no Discord and no database."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

from pipeline.types import (
    BUST,
    EMOTIONS,
    FACE,
    FLOOR,
    FULL,
    PICTURE_SIZE,
    PLACE_SIZE,
    POSE_PARAMETERS,
    POSE_SIZE,
    AnimojiRequest,
    AnimojiResult,
    Asks,
    Character,
    CharacterKind,
    CharacterSource,
    Companion,
    Effect,
    Effects,
    EngineSettings,
    FileMotion,
    Format,
    Framing,
    Gesture,
    JobCancelled,
    Judgement,
    Likeness,
    LookRequest,
    Loop,
    MotionSource,
    Notice,
    OnProgress,
    Outline,
    Output,
    Partner,
    PictureSource,
    PipelineDiedError,
    PipelineError,
    PipelineOverdueError,
    PipelineSettings,
    PoseParameter,
    PoserName,
    Poses,
    PoseTrack,
    PresetMotion,
    Progress,
    PromptSource,
    SetupError,
    Source,
    SpeechMotion,
    Stage,
    Topic,
    TrackMotion,
    Trait,
    Understood,
    UserError,
    VideoMotion,
    VoiceMotion,
    by_topic,
    clamp_poses,
    limits,
    neutral_poses,
    notice_text,
)
from pipeline.types.frames import FRAMINGS

if TYPE_CHECKING:
    from pipeline.blobs import BlobGoneError, Blobs, BlobStoreError, BlobStoreFullError, open_blobs
    from pipeline.characters import load_character, make_character, save_character
    from pipeline.characters.diffused.styles import find_styles, read_style
    from pipeline.characters.drawn.describe import appearance, describe
    from pipeline.characters.drawn.remix import remixed_prompt
    from pipeline.characters.pictures.adjust import adjust_character
    from pipeline.compose.background import BACKGROUND_NAMES
    from pipeline.compose.outline import is_outlined
    from pipeline.engine import Baker, Distiller, Engine, EngineClosedError, JobHandle, JobPhase, engine_for
    from pipeline.engine.messages import read_result, write_result
    from pipeline.models import find_model
    from pipeline.motion.blendshapes import packed_blendshapes
    from pipeline.motion.emotion import packed_emotions
    from pipeline.motion.head_place import packed_head_place
    from pipeline.motion.live.ifacialmocap import SeenFace, read_ifacialmocap
    from pipeline.motion.live.one_euro import Smoothing, packed_one_euro
    from pipeline.motion.live.performer import Moment, Performer, Playing
    from pipeline.motion.live.vrm import AVATAR_BONES, SeenAvatar, avatar_of, means_something
    from pipeline.motion.presets import PRESETS, UnknownPresetError, preset_title
    from pipeline.motion.signs import packed_signs
    from pipeline.motion.voice.vowels import packed_vowels
    from pipeline.portrait import portrait_pose
    from pipeline.posers.place import packed_carrying
    from pipeline.posers.puppet import NoPuppetError, puppet_bytes, sign_puppet_bytes
    from pipeline.posers.student.browser import browser_student
    from pipeline.posers.student.shelf import forget_student, judgement_of
    from pipeline.preview import (
        LivePicture,
        picture_webp,
        preview_background,
        preview_caption,
        preview_motion,
        telling_pose,
    )
    from pipeline.render import draw_portrait, render_animoji, warm_up
    from pipeline.seasons import SEASONS, Season, find_season, seasons_on
    from pipeline.settings import SettingError, load_engine_settings, load_pipeline_settings, read_environment
    from pipeline.targets import (
        FEELINGS,
        TARGETS,
        Target,
        feelings_for,
        find_target,
        pieces_of,
        target_steps,
        write_pack,
    )
    from pipeline.unlinked import unlinked_file

__all__ = [
    "AVATAR_BONES",
    "BACKGROUND_NAMES",
    "BUST",
    "EMOTIONS",
    "FACE",
    "FEELINGS",
    "FLOOR",
    "FRAMINGS",
    "FULL",
    "PICTURE_SIZE",
    "PLACE_SIZE",
    "POSE_PARAMETERS",
    "POSE_SIZE",
    "PRESETS",
    "SEASONS",
    "TARGETS",
    "AnimojiRequest",
    "AnimojiResult",
    "Asks",
    "Baker",
    "BlobGoneError",
    "BlobStoreError",
    "BlobStoreFullError",
    "Blobs",
    "Character",
    "CharacterKind",
    "CharacterSource",
    "Companion",
    "Distiller",
    "Effect",
    "Effects",
    "Engine",
    "EngineClosedError",
    "EngineSettings",
    "FileMotion",
    "Format",
    "Framing",
    "Gesture",
    "JobCancelled",
    "JobHandle",
    "JobPhase",
    "Judgement",
    "Likeness",
    "LivePicture",
    "LookRequest",
    "Loop",
    "Moment",
    "MotionSource",
    "NoPuppetError",
    "Notice",
    "OnProgress",
    "Outline",
    "Output",
    "Partner",
    "Performer",
    "PictureSource",
    "PipelineDiedError",
    "PipelineError",
    "PipelineOverdueError",
    "PipelineSettings",
    "Playing",
    "PoseParameter",
    "PoseTrack",
    "PoserName",
    "Poses",
    "PresetMotion",
    "Progress",
    "PromptSource",
    "Season",
    "SeenAvatar",
    "SeenFace",
    "SettingError",
    "SetupError",
    "Smoothing",
    "Source",
    "SpeechMotion",
    "Stage",
    "Target",
    "Topic",
    "TrackMotion",
    "Trait",
    "Understood",
    "UnknownPresetError",
    "UserError",
    "VideoMotion",
    "VoiceMotion",
    "adjust_character",
    "appearance",
    "avatar_of",
    "browser_student",
    "by_topic",
    "clamp_poses",
    "describe",
    "draw_portrait",
    "engine_for",
    "feelings_for",
    "find_model",
    "find_season",
    "find_styles",
    "find_target",
    "forget_student",
    "is_outlined",
    "judgement_of",
    "limits",
    "load_character",
    "load_engine_settings",
    "load_pipeline_settings",
    "make_character",
    "means_something",
    "neutral_poses",
    "notice_text",
    "open_blobs",
    "packed_blendshapes",
    "packed_carrying",
    "packed_emotions",
    "packed_head_place",
    "packed_one_euro",
    "packed_signs",
    "packed_vowels",
    "picture_webp",
    "pieces_of",
    "portrait_pose",
    "preset_title",
    "preview_background",
    "preview_caption",
    "preview_motion",
    "puppet_bytes",
    "read_environment",
    "read_ifacialmocap",
    "read_result",
    "read_style",
    "remixed_prompt",
    "render_animoji",
    "save_character",
    "seasons_on",
    "sign_puppet_bytes",
    "target_steps",
    "telling_pose",
    "unlinked_file",
    "warm_up",
    "write_pack",
    "write_result",
]

_LATE: Final = {
    "find_model": "pipeline.models",
    **dict.fromkeys(
        (
            "load_character",
            "make_character",
            "save_character",
        ),
        "pipeline.characters",
    ),
    **dict.fromkeys(("packed_blendshapes",), "pipeline.motion.blendshapes"),
    "packed_carrying": "pipeline.posers.place",
    "packed_emotions": "pipeline.motion.emotion",
    "packed_head_place": "pipeline.motion.head_place",
    "packed_signs": "pipeline.motion.signs",
    **dict.fromkeys(("SeenFace", "read_ifacialmocap"), "pipeline.motion.live.ifacialmocap"),
    **dict.fromkeys(("Smoothing", "packed_one_euro"), "pipeline.motion.live.one_euro"),
    "packed_vowels": "pipeline.motion.voice.vowels",
    **dict.fromkeys(("Moment", "Performer", "Playing"), "pipeline.motion.live.performer"),
    **dict.fromkeys(("AVATAR_BONES", "SeenAvatar", "avatar_of", "means_something"), "pipeline.motion.live.vrm"),
    **dict.fromkeys(("is_outlined",), "pipeline.compose.outline"),
    **dict.fromkeys(
        (
            "NoPuppetError",
            "puppet_bytes",
            "sign_puppet_bytes",
        ),
        "pipeline.posers.puppet",
    ),
    **dict.fromkeys(
        (
            "LivePicture",
            "LookRequest",
            "picture_webp",
            "preview_background",
            "preview_caption",
            "preview_motion",
            "telling_pose",
        ),
        "pipeline.preview",
    ),
    **dict.fromkeys(("SEASONS", "Season", "find_season", "seasons_on"), "pipeline.seasons"),
    **dict.fromkeys(("Target",), "pipeline.targets"),
    **dict.fromkeys(("BlobGoneError", "BlobStoreError", "BlobStoreFullError", "Blobs", "open_blobs"), "pipeline.blobs"),
    **dict.fromkeys(
        ("Baker", "Distiller", "Engine", "EngineClosedError", "JobHandle", "JobPhase", "engine_for"), "pipeline.engine"
    ),
    **dict.fromkeys(("read_result", "write_result"), "pipeline.engine.messages"),
    **dict.fromkeys(("draw_portrait", "render_animoji", "warm_up"), "pipeline.render"),
    **dict.fromkeys(("PRESETS", "UnknownPresetError", "preset_title"), "pipeline.motion.presets"),
    **dict.fromkeys(("find_styles", "read_style"), "pipeline.characters.diffused.styles"),
    **dict.fromkeys(
        ("SettingError", "load_engine_settings", "load_pipeline_settings", "read_environment"), "pipeline.settings"
    ),
    **dict.fromkeys(
        ("FEELINGS", "TARGETS", "feelings_for", "find_target", "pieces_of", "target_steps", "write_pack"),
        "pipeline.targets",
    ),
    "BACKGROUND_NAMES": "pipeline.compose.background",
    **dict.fromkeys(("forget_student", "judgement_of"), "pipeline.posers.student.shelf"),
    "browser_student": "pipeline.posers.student.browser",
    "portrait_pose": "pipeline.portrait",
    "unlinked_file": "pipeline.unlinked",
    "remixed_prompt": "pipeline.characters.drawn.remix",
    "adjust_character": "pipeline.characters.pictures.adjust",
    **dict.fromkeys(("appearance", "describe"), "pipeline.characters.drawn.describe"),
}
"""Imported when somebody asks for it: the engine brings asyncio and multiprocessing, which no help page needs."""


def __getattr__(name: str) -> Any:
    if name in _LATE:
        return getattr(importlib.import_module(_LATE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
