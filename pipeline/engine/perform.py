"""What a pipeline process does with what an engine is asked for."""

from __future__ import annotations

from typing_extensions import assert_never

from pipeline.render import render_animoji
from pipeline.types import AnimojiRequest, AnimojiResult, Likeness, LookRequest, OnProgress, PipelineSettings


def perform(
    request: AnimojiRequest | LookRequest, settings: PipelineSettings, on_progress: OnProgress
) -> AnimojiResult | Likeness:
    """Makes an animoji, or looks at somebody. Raises as ``render_animoji`` and ``likeness.look``."""
    match request:
        case AnimojiRequest():
            return render_animoji(request, settings, on_progress)
        case LookRequest():
            from pipeline.likeness import look  # brings OpenCV, which the bot's own process does without

            return look(request, on_progress)
        case _:
            assert_never(request)
