"""The one straight road: a request becomes a character, a motion, frames, and at last the bytes of a file."""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from pipeline.interfaces import Encoded
from pipeline.lean import import_mediapipe
from pipeline.plan import Plan, plan
from pipeline.portrait import portrait_pose
from pipeline.progress import Forecast, ignore
from pipeline.types import (
    DEFAULT_SETTINGS,
    FULL,
    AnimojiRequest,
    AnimojiResult,
    Character,
    Format,
    FrameBatches,
    Frames,
    Framing,
    MotionSource,
    Notice,
    OnProgress,
    Output,
    PipelineSettings,
    PoserName,
    Progress,
    Stage,
    TrackMotion,
    VoiceMotion,
    notice,
)
from pipeline.types.frames import MOUTH_LOW
from pipeline.unlinked import unlinked_file


def render_animoji(
    request: AnimojiRequest, settings: PipelineSettings = DEFAULT_SETTINGS, on_progress: OnProgress = ignore
) -> AnimojiResult:
    """Makes one animoji. The same request with the same settings always gives the same bytes.

    Frames flow through in batches, so memory does not grow with the motion's length. ``on_progress`` hears of every
    stage; what it raises (``JobCancelled``) stops the work and comes out here.

    Raises:
        UserError: something in the request cannot be used; its sentence says what to do.
    """
    from pipeline.characters import make_character
    from pipeline.characters.diffused import can_diffuse
    from pipeline.compose import make_composer
    from pipeline.encode import encode
    from pipeline.motion import make_track
    from pipeline.motion.highlight import best_loop, telling_frame
    from pipeline.motion.signs import with_signs
    from pipeline.posers import open_poser

    output = request.output
    course = plan(request, partial(can_diffuse, settings.diffusion))
    report = Forecast(on_progress, course.seconds)
    watch = Stopwatch()

    # Made first because it is quick and refuses what it does not know before the long work begins.
    composer = make_composer(request.background, request.caption, output.size, output.fps, request.outline)
    framing = output.framing.showing(MOUTH_LOW, composer.writes_from)
    with watch("character"):
        report(Progress(Stage.CHARACTER))
        made = make_character(request.character, report, settings)
        character = made.character
    with watch("motion"):
        report(Progress(Stage.MOTION))
        motion = make_track(request.motion, output.fps, report, settings)
        track = with_signs(motion.track, request.motion, request.effects)
        first = 0
        if request.best_seconds is not None:
            track = best_loop(track, request.best_seconds)
            first = telling_frame(track)
    with watch("pose"):
        report(Progress(Stage.POSE))
        poser = open_poser(character, request.poser, settings)
        drawn = watch.each("pose", poser.animate(character, track, output.size, framing))
    with watch("compose"):
        composed = watch.each("compose", composer(drawn))
    with watch("encode"):
        counted = _counted(composed, len(track), report)
        with _heard(request.motion, course) as sound:
            encoded = encode(counted, output.fps, output, sound, report, first)
        report(Progress(Stage.ENCODE, 1.0))

    return AnimojiResult(
        data=encoded.data,
        format=output.format,
        frames=encoded.frames,
        fps=encoded.fps,
        size=encoded.size,
        track=track,
        character=character,
        poser=poser.name,
        understood=made.understood,
        ignored=made.ignored,
        notices=made.notices + motion.notices + composer.notices + _compromises(output, encoded),
        timings=dict(watch.seconds),
        others=made.others,
        sound=_said(request.motion, track.seconds),
    )


@contextmanager
def _heard(motion: MotionSource, course: Plan) -> Iterator[Path | None]:
    """The file whose sound is put under the animation, None for none."""
    if isinstance(motion, TrackMotion) and motion.sound and course.output.format is Format.MP4:
        with unlinked_file(suffix=".ogg") as path:
            path.write_bytes(motion.sound)
            yield path
    else:
        yield course.sound


def _said(motion: MotionSource, seconds: float) -> bytes:
    """What a voice said, to be kept beside the motion."""
    if isinstance(motion, VoiceMotion):
        from pipeline.media.speech import kept_speech

        return kept_speech(motion.path, seconds)
    return motion.sound if isinstance(motion, TrackMotion) else b""


def _compromises(asked: Output, got: Encoded) -> tuple[Notice, ...]:
    """What gave way so that the file fits. A GIF's delays alone may move the rate by a little; that needs no notice."""
    if asked.max_bytes is None or (got.size == asked.size and got.fps > 0.9 * asked.fps):
        return ()
    kilobytes = asked.max_bytes // 1024
    return (notice("notice.made_to_fit", kilobytes=kilobytes, size=got.size, fps=f"{got.fps:.3g}"),)


def warm_up() -> None:
    """Loads what every job needs, so that the first one need not wait for it."""
    import_mediapipe()
    for library in ("av", "cv2", "PIL.Image", "scipy.ndimage", "scipy.signal"):
        importlib.import_module(library)
    for stage in ("characters", "motion", "posers", "compose", "encode"):
        importlib.import_module(f"pipeline.{stage}")


def draw_portrait(character: Character, size: int = 512, framing: Framing = FULL) -> Frames:
    """The character as a picture, uint8 [size, size, 4]: a drawn one poses for it, see ``portrait_pose``."""
    if character.picture is not None:
        return _cut(character.picture, size, framing)
    from pipeline.posers import open_poser

    pose = portrait_pose(character)[None]
    portrait: Frames = open_poser(character, PoserName.AUTO).pose(character, pose, size, framing)[0]
    return portrait


def _cut(picture: bytes, size: int, framing: Framing) -> Frames:
    """The framed square of a PNG."""
    from pipeline.pixels.pictures import picture_pixels
    from pipeline.pixels.resize import crop_and_resize

    whole = picture_pixels(picture)
    if framing == FULL and whole.shape[:2] == (size, size):
        return whole
    box = (framing.x, framing.y, framing.x + framing.side, framing.y + framing.side)
    return crop_and_resize(whole, box, size)


class Stopwatch:
    """Seconds by stage. A stage that asks another one for frames does not count the time that the other one takes."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Counts what happens inside as this stage's."""
        self._turn()
        self._running.append(stage)
        try:
            yield
        finally:
            self._turn()
            self._running.pop()

    def each(self, stage: str, batches: FrameBatches) -> FrameBatches:
        """The same batches; the time to make each one counts as this stage's."""
        while True:
            with self(stage):
                batch = next(batches, None)
            if batch is None:
                return
            yield batch

    def _turn(self) -> None:
        now = time.perf_counter()
        if self._running:
            self.seconds[self._running[-1]] += now - self._since
        self._since = now


def _counted(batches: FrameBatches, count: int, report: OnProgress) -> FrameBatches:
    """The same batches; reports how many of ``count`` frames have gone by, then that the file is being finished."""
    done = 0
    for batch in batches:
        yield batch
        done += len(batch)
        report(Progress(Stage.POSE, min(1.0, done / max(1, count))))
    report(Progress(Stage.ENCODE))
