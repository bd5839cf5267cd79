"""Stand-ins for ``perform`` that the pipeline process imports by name: the prompt says what happens."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from pipeline.threads import threads
from pipeline.types import (
    AnimojiRequest,
    AnimojiResult,
    Character,
    CharacterKind,
    Format,
    Likeness,
    LookRequest,
    OnProgress,
    PipelineSettings,
    PoserName,
    PoseTrack,
    PresetMotion,
    Progress,
    PromptSource,
    RigSpec,
    Stage,
    Trait,
    UserError,
    neutral_poses,
)

LIKENESS = Likeness((Trait.GLASSES, Trait.BROWN_HAIR))


class TooTallError(UserError):
    key = "error.test"
    template = "{name} is taller than {limit}."


class UnportableError(UserError):
    template = "{reason} has no place in a message."

    def __init__(self) -> None:
        super().__init__(reason=Path("a") / "b")


def request(prompt: str) -> AnimojiRequest:
    return AnimojiRequest(PromptSource(prompt), PresetMotion())


def look(path: Path, verb: str) -> LookRequest:
    """A look during which this happens; ``path``: a file for it."""
    path.write_text(verb)
    return LookRequest(path)


def perform(
    request: AnimojiRequest | LookRequest, settings: PipelineSettings, on_progress: OnProgress
) -> AnimojiResult | Likeness:
    if isinstance(request, AnimojiRequest):
        return render(request, settings, on_progress)
    act(request.path.read_text(), settings, on_progress)
    return LIKENESS


def render(request: AnimojiRequest, settings: PipelineSettings, on_progress: OnProgress) -> AnimojiResult:
    assert isinstance(request.character, PromptSource)
    prompt = request.character.prompt
    on_progress(Progress(Stage.CHARACTER))
    act(prompt, settings, on_progress)
    on_progress(Progress(Stage.ENCODE, 1.0))
    return result(str(threads()) if prompt == "threads" else prompt)


def act(words: str, settings: PipelineSettings, on_progress: OnProgress) -> None:
    verb, _, rest = words.partition(" ")
    if verb == "slow":
        steps = int(rest or 200)
        for step in range(steps):
            time.sleep(0.05)
            on_progress(Progress(Stage.POSE, step / steps))
    elif verb == "chatty":
        for step in range(100_000):
            on_progress(Progress(Stage.MOTION, step / 100_000))
    elif verb == "silent":
        note(rest)
        on_progress(Progress(Stage.MOTION))
        time.sleep(60)
    elif verb == "burn":
        note(rest)
        while True:
            pass
    elif verb == "stubborn":
        time.sleep(60)
    elif verb == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif verb == "die_once":
        mark = Path(rest)
        if not mark.exists():
            mark.touch()
            os._exit(7)
    elif verb == "mistake":
        raise TooTallError(name=rest, limit=3)
    elif verb == "unportable":
        raise UnportableError
    elif verb == "matting":
        assert settings.matting == rest
    elif verb == "bug":
        raise ZeroDivisionError("one over nothing")


def result(word: str) -> AnimojiResult:
    return AnimojiResult(
        data=f"{os.getpid()}:{word}".encode(),
        format=Format.GIF,
        frames=25,
        fps=25.0,
        size=16,
        track=PoseTrack.still(neutral_poses(25)),
        character=Character(CharacterKind.DRAWN, spec=RigSpec()),
        poser=PoserName.RIG,
    )


def note(path: str) -> None:
    with Path(path).open("a") as file:
        file.write("begun\n")


def warm_up(file: Path) -> None:
    file.write_text("warm")


def fail_to_warm_up() -> None:
    raise RuntimeError("cold")
