"""What is decided before the work begins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.characters import make_character
from pipeline.plan import Making, MotionKind, Plan, PoserUnsuitedError, making_of, plan, poser_for
from pipeline.types import (
    AnimojiRequest,
    Character,
    CharacterKind,
    CharacterSource,
    FileMotion,
    Framing,
    MotionSource,
    Output,
    PictureSource,
    PoserName,
    PoseTrack,
    PresetMotion,
    PromptSource,
    RigSpec,
    Source,
    SpeechMotion,
    Stage,
    TrackMotion,
    UserError,
    VideoMotion,
    VoiceMotion,
    neutral_poses,
)
from pipeline.types.output import BudgetError, FrameRateError, FramingError, SizeError

DRAWN = Character(CharacterKind.DRAWN, spec=RigSpec())
UPLOADED = Character(CharacterKind.UPLOADED, picture=b"x")
PAINTED = Character(CharacterKind.DIFFUSED, picture=b"x")


def planned(
    who: CharacterSource = DRAWN, motion: MotionSource | None = None, output: Output | None = None, caption: str = ""
) -> Plan:
    return plan(AnimojiRequest(who, motion or PresetMotion(), output or Output(), caption), yes)


def yes() -> bool:
    """What a machine says that can run Stable Diffusion."""
    return True


def no() -> bool:
    """What another one says."""
    return False


@pytest.mark.parametrize(
    ("who", "making", "kind", "poser"),
    [
        (DRAWN, Making.GIVEN, CharacterKind.DRAWN, PoserName.RIG),
        (UPLOADED, Making.GIVEN, CharacterKind.UPLOADED, PoserName.THA3),
        (PAINTED, Making.GIVEN, CharacterKind.DIFFUSED, PoserName.THA3),
        (PictureSource(Path("a.png")), Making.ALIGNED, CharacterKind.UPLOADED, PoserName.THA3),
        (PromptSource("girl", source=Source.DRAWN), Making.DRAWN, CharacterKind.DRAWN, PoserName.RIG),
        (PromptSource("girl"), Making.PAINTED, CharacterKind.DIFFUSED, PoserName.THA3),
        (PromptSource("girl", source=Source.DIFFUSED), Making.PAINTED, CharacterKind.DIFFUSED, PoserName.THA3),
    ],
)
def test_who_is_made_how_and_moved_by_whom(
    who: CharacterSource, making: Making, kind: CharacterKind, poser: PoserName
) -> None:
    made = planned(who)
    assert (made.making, made.kind, made.poser) == (making, kind, poser)


@pytest.mark.parametrize("source", list(Source))
def test_where_nobody_can_paint_words_become_drawings(source: Source) -> None:
    words = PromptSource("girl", source=source)
    assert making_of(words, no) is Making.DRAWN
    course = plan(AnimojiRequest(words, PresetMotion()), no)
    assert course.kind is make_character(words, lambda _: None).character.kind is CharacterKind.DRAWN


def test_only_words_ask_whether_anybody_can_paint() -> None:
    def asked() -> bool:
        raise AssertionError

    for who in (DRAWN, UPLOADED, PictureSource(Path("a.png")), PromptSource("girl", source=Source.DRAWN)):
        making_of(who, asked)
    with pytest.raises(AssertionError):
        making_of(PromptSource("girl"), asked)


def test_every_motion_has_its_kind() -> None:
    motions: dict[MotionKind, MotionSource] = {
        MotionKind.CLIP: VideoMotion(Path("a.mp4")),
        MotionKind.PRESET: PresetMotion("wave"),
        MotionKind.VOICE: VoiceMotion(Path("a.ogg")),
        MotionKind.SPEECH: SpeechMotion("hello"),
        MotionKind.FILE: FileMotion(Path("a.vmd")),
        MotionKind.TRACK: TrackMotion(PoseTrack.still(neutral_poses(3))),
    }
    assert {kind: planned(motion=motion).motion for kind, motion in motions.items()} == {kind: kind for kind in motions}


def test_frames_are_counted_where_the_length_is_known() -> None:
    track = PoseTrack.still(neutral_poses(60), fps=30)
    assert planned(motion=TrackMotion(track), output=Output(fps=10)).frames == 20
    assert planned(motion=VideoMotion(Path("a.mp4"), max_seconds=3), output=Output(fps=10)).frames == 30
    assert planned(motion=VideoMotion(Path("a.mp4"), max_seconds=float("nan"))).frames == planned().frames == 100


def test_a_poser_that_cannot_move_the_character_is_refused_with_one_that_can() -> None:
    with pytest.raises(PoserUnsuitedError, match=r"rig cannot move this character: .* use tha3"):
        plan(AnimojiRequest(PictureSource(Path("a.png")), PresetMotion(), poser=PoserName.RIG), yes)
    with pytest.raises(PoserUnsuitedError, match="use rig"):
        poser_for(CharacterKind.DRAWN, PoserName.THA3)
    for kind in CharacterKind:
        assert poser_for(kind, poser_for(kind)) is poser_for(kind) is not PoserName.AUTO


NOT_NUMBERS = [float("nan"), float("inf"), -float("inf")]


@pytest.mark.parametrize(
    ("field", "values", "error"),
    [
        ("size", [0, -1, 15, 1025, 10**30, 64.5, *NOT_NUMBERS], SizeError),
        ("fps", [0, -1, 0.99, 50.01, 1e300, *NOT_NUMBERS], FrameRateError),
        ("max_bytes", [0, -1, -(10**30), float("nan"), -float("inf")], BudgetError),
    ],
)
def test_numbers_that_no_file_can_have_are_refused_in_one_sentence(
    field: str, values: list[float], error: type[UserError]
) -> None:
    for value in values:
        with pytest.raises(error, match=r"^[a-zA-Z0-9-].*\.$"):
            planned(output=replace(Output(), **{field: value}))  # type: ignore[arg-type]


@pytest.mark.parametrize("field", ["x", "y", "side"])
@pytest.mark.parametrize("value", [-4000.0, 1e300, *NOT_NUMBERS])
def test_a_framing_beside_the_picture_is_refused(field: str, value: float) -> None:
    with pytest.raises(FramingError):
        planned(output=Output(framing=replace(Framing(0, 0, 512), **{field: value})))
    with pytest.raises(FramingError):
        planned(output=Output(framing=Framing(0, 0, 0)))


def test_the_work_follows_the_road_and_grows_with_frames_and_pixels() -> None:
    small, large = (planned(output=Output(size=size)) for size in (128, 512))
    assert list(small.work) == list(small.seconds) == list(Stage)[1:]
    for stage in (Stage.POSE, Stage.ENCODE):
        assert large.seconds[stage] > 1.8 * small.seconds[stage]
        assert small.with_frames(200).seconds[stage] == pytest.approx(2 * small.seconds[stage])
    assert planned(caption="hi").seconds[Stage.POSE] > planned().seconds[Stage.POSE]
    assert planned(UPLOADED, output=Output(size=128)).seconds[Stage.POSE] > 20 * small.seconds[Stage.POSE]


def test_a_preset_takes_no_time_of_the_bar_and_a_clip_most_of_it() -> None:
    preset, clip = planned().seconds, planned(motion=VideoMotion(Path("a.mp4"))).seconds
    assert preset[Stage.MOTION] < 0.01 * sum(preset.values())
    assert 0.4 < clip[Stage.MOTION] / sum(clip.values()) < 0.7
