"""The one straight road: a request becomes a character, a motion, frames, and at last the bytes of a file."""

from __future__ import annotations

import importlib
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pipeline.interfaces import Encoded, MadeCharacter, MadeTrack, Poser
from pipeline.lean import import_mediapipe
from pipeline.plan import plan
from pipeline.portrait import portrait_pose
from pipeline.progress import Forecast, ignore, part_of
from pipeline.types import (
    DEFAULT_SETTINGS,
    FULL,
    AnimojiRequest,
    AnimojiResult,
    Character,
    Companion,
    FrameBatches,
    Frames,
    Framing,
    MotionSource,
    Notice,
    OnProgress,
    Output,
    PipelineSettings,
    PoserName,
    PoseTrack,
    Progress,
    Speaker,
    SpeechMotion,
    Stage,
    VoiceMotion,
    notice,
)
from pipeline.types.frames import MOUTH_LOW, PICTURE_SIZE
from pipeline.types.spec import Age, Build
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
    from pipeline.motion.highlight import best_loop_together, telling_frame
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
        source = request.partner
        made = make_character(request.character, report if source is None else part_of(report, 0.0, 0.5), settings)
        character = made.character
        beside = None if source is None else make_character(source.character, part_of(report, 0.5, 0.5), settings)
    with watch("motion"):
        told = made.notices if beside is None else made.notices + beside.notices
        report(Progress(Stage.MOTION, notices=told))
        motions = _motions(_voiced(request, character, beside), report, settings)
        tracks = motions.tracks
        if request.best_seconds is not None:
            tracks = best_loop_together(tracks, request.best_seconds)
        track = tracks[0]
        first = 0 if request.best_seconds is None and not output.still else telling_frame(track)
    with watch("pose"):
        report(Progress(Stage.POSE, notices=motions.notices))
        poser = open_poser(character, request.poser, settings)
        if beside is None:
            drawn = poser.animate(character, track, output.size, framing)
            partner = None
        else:
            partner = Companion(beside.character, tracks[1])
            drawn = _animate_two((poser, Companion(character, track)), partner, output.size, framing, settings)
        drawn = watch.each("pose", drawn)
    with watch("compose"):
        composed = watch.each("compose", composer(drawn))
    with watch("encode"):
        counted = _counted(composed, len(track), report)
        with _heard(request.motion, motions.sound, output) as heard:
            if output.still:
                encoded = encode(_only(counted, first), output.fps, output, None, report)
            else:
                encoded = encode(counted, output.fps, output, heard, report, first)
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
        notices=tuple(dict.fromkeys((*told, *motions.notices, *composer.notices, *_compromises(output, encoded)))),
        timings=dict(watch.seconds),
        others=made.others,
        sound=_said(request.motion, motions.sound, track.seconds),
        partner=partner,
    )


def _voiced(request: AnimojiRequest, character: Character, beside: MadeCharacter | None) -> AnimojiRequest:
    """The request, in which texts are said by voices that suit those who say them."""
    partner = request.partner
    if partner is not None and beside is not None and partner.motion is not None:
        partner = replace(partner, motion=_voice_of(partner.motion, beside.character))
    return replace(request, motion=_voice_of(request.motion, character), partner=partner)


def _voice_of(motion: MotionSource, character: Character) -> MotionSource:
    if not isinstance(motion, SpeechMotion) or motion.speaker is not None:
        return motion
    is_man = character.spec is not None and character.spec.build is Build.MALE and character.spec.age is not Age.CHILD
    return replace(motion, speaker=Speaker.LOW if is_man else Speaker.HIGH)


@dataclass(frozen=True)
class _Motions:
    """The motions of all who appear, of one length, with the signs of comics; what is to be told of them, and what the
    first one of them who speaks says.
    """

    tracks: tuple[PoseTrack, ...]
    notices: tuple[Notice, ...]
    sound: bytes


def _motions(request: AnimojiRequest, report: OnProgress, settings: PipelineSettings) -> _Motions:
    from pipeline.motion import make_track, make_two_tracks
    from pipeline.motion.signs import with_signs

    fps = request.output.fps
    made: tuple[MadeTrack, ...]
    sources: tuple[MotionSource, ...]
    if request.partner is None:
        made = (make_track(request.motion, fps, report, settings),)
        sources = (request.motion,)
    else:
        made = make_two_tracks(request.motion, request.partner.motion, fps, report, settings)
        sources = (request.motion, request.partner.motion or request.motion)
    tracks = (with_signs(each.track, source, request.effects) for each, source in zip(made, sources, strict=True))
    return _Motions(
        tuple(tracks),
        tuple(told for each in made for told in each.notices),
        next((each.sound for each in made if each.sound), b""),
    )


def _animate_two(
    first: tuple[Poser, Companion], second: Companion, size: int, framing: Framing, settings: PipelineSettings
) -> FrameBatches:
    """Two figures side by side, who look at each other; the second one is moved by the poser that suits it."""
    from pipeline.compose.two import side_by_side
    from pipeline.motion.two import facing
    from pipeline.posers import open_poser

    poser, left = first
    other = open_poser(second.character, PoserName.AUTO, settings)
    tracks = facing(left.track, second.track)
    shown = framing.for_two
    return side_by_side(
        poser.animate(left.character, tracks[0], size, shown),
        other.animate(second.character, tracks[1], size, shown),
        shown.apart,
    )


@contextmanager
def _heard(motion: MotionSource, sound: bytes, output: Output) -> Iterator[Path | None]:
    """The file whose sound is put under the animation, None for none. ``sound``: what came with the motion."""
    if output.silent or not output.format.has_sound:
        yield None
    elif isinstance(motion, VoiceMotion):
        yield motion.path
    elif sound:
        with unlinked_file(suffix=".ogg") as path:
            path.write_bytes(sound)
            yield path
    else:
        yield None


def _said(motion: MotionSource, sound: bytes, seconds: float) -> bytes:
    """What is said, to be kept beside the motion."""
    if isinstance(motion, VoiceMotion):
        from pipeline.media.speech import kept_speech

        return kept_speech(motion.path, seconds)
    return sound


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


def draw_portrait(character: Character, size: int = PICTURE_SIZE, framing: Framing = FULL) -> Frames:
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


def _only(batches: FrameBatches, number: int) -> FrameBatches:
    """One frame of these. Those before it are drawn all the same: hair falls, and signs appear, as time goes by."""
    for batch in batches:
        if number < len(batch):
            yield batch[number : number + 1]
            return
        number -= len(batch)


def _counted(batches: FrameBatches, count: int, report: OnProgress) -> FrameBatches:
    """The same batches; reports how many of ``count`` frames have gone by, then that the file is being finished."""
    done = 0
    for batch in batches:
        yield batch
        done += len(batch)
        report(Progress(Stage.POSE, min(1.0, done / max(1, count))))
    report(Progress(Stage.ENCODE))
