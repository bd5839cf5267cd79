"""A render function for the real engine that draws nothing, for its own process."""

from __future__ import annotations

import os
import time

from pipeline import AnimojiRequest, AnimojiResult, OnProgress, PipelineSettings, Progress, PromptSource, Stage
from tests.e2e.stub_engine import stub_result


def quick_render(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    """The stub's picture; the prompt "crash" ends the process, "slow" takes three seconds."""
    prompt = request.character.prompt if isinstance(request.character, PromptSource) else ""
    if prompt == "crash":
        os._exit(3)
    for step in range(300 if prompt == "slow" else 1):
        on_progress(Progress(Stage.POSE, step / 300))
        time.sleep(0.01)
    return stub_result(request)
