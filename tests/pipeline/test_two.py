"""Two characters in one animoji."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from pipeline.engine import Engine
from pipeline.plan import MotionKind, plan
from pipeline.render import render_animoji
from pipeline.types import (
    FACE,
    AnimojiRequest,
    Character,
    CharacterKind,
    Format,
    Frames,
    Output,
    Partner,
    PictureSource,
    PoserName,
    PresetMotion,
    PromptSource,
    Stage,
    TrackMotion,
    VideoMotion,
    VoiceMotion,
)
from tests.pipeline.requests import pictures_of, small_request


def with_partner(output: Output, **changes: object) -> AnimojiRequest:
    beside = Partner(PromptSource("boy, black hair, red coat", 5))
    return replace(small_request(output=output), partner=beside, **changes)  # type: ignore[arg-type]


class TestTwo:
    def test_both_are_in_the_picture_at_their_sides(self) -> None:
        result = render_animoji(with_partner(Output(size=128, fps=12.0)))
        assert result.partner is not None
        assert result.partner.character.prompt == "boy, black hair, red coat"
        assert len(result.partner.track) == len(result.track) == 12
        left, right = (
            render_animoji(replace(small_request(output=Output(size=128, fps=12.0)), character=each))
            for each in (result.character, result.partner.character)
        )
        frame, one, other = (pictures_of(each.data, Format.GIF)[0] for each in (result, left, right))
        halves = frame[:, :64], frame[:, 64:]
        for half, whole, wrong in ((halves[0], one, other), (halves[1], other, one)):
            assert half[..., 3].mean() > 0.4 * 255
            assert _unlike(half, whole) < _unlike(half, wrong)

    def test_a_pair_that_is_drawn_again_from_what_was_kept_is_the_same(self) -> None:
        request = with_partner(Output(size=64, fps=12.0))
        first = render_animoji(request)
        assert first.partner is not None
        again = replace(
            request,
            character=first.character,
            motion=TrackMotion(first.track),
            partner=Partner(first.partner.character, TrackMotion(first.partner.track)),
        )
        assert render_animoji(again).data == first.data

    def test_the_best_loop_is_the_same_part_for_both(self) -> None:
        request = with_partner(Output(size=64, fps=12.0, framing=FACE), motion=PresetMotion("laugh"), best_seconds=1.0)
        result = render_animoji(request)
        assert result.partner is not None
        assert len(result.track) == len(result.partner.track) == 12

    async def test_it_crosses_to_the_pipeline_process_and_back(self) -> None:
        async with Engine() as engine:
            result = await engine.submit(with_partner(Output(size=64, fps=12.0))).result()
        assert result.partner is not None and result.partner.character.spec is not None

    def test_files_of_both_are_handed_over_in_order(self) -> None:
        request = AnimojiRequest(
            PictureSource(Path("a")),
            VideoMotion(Path("b")),
            partner=Partner(PromptSource("girl", sketch=Path("c")), VoiceMotion(Path("d"))),
        )
        assert [path.name for path in request.files] == list("abcd")
        assert [path.name for path in request.with_files(map(Path, "efgh")).files] == list("efgh")
        bare = with_partner(Output())
        assert bare.files == () and bare.with_files([]) == bare

    def test_the_plan_counts_both(self) -> None:
        alone = plan(small_request(), lambda: False)
        both = plan(with_partner(small_request().output), lambda: False)
        assert both.figures == 2
        assert both.seconds[Stage.POSE] == pytest.approx(2 * alone.seconds[Stage.POSE])
        beside = Partner(Character(CharacterKind.UPLOADED, picture=b""), VideoMotion(Path("me.mp4")))
        mixed = plan(replace(small_request(), partner=beside), lambda: False)
        assert (mixed.poser, mixed.motion) == (PoserName.THA3, MotionKind.CLIP)


def _unlike(half: Frames, whole: Frames) -> float:
    """How much the colours that are common in two pictures differ."""

    def colours(picture: Frames) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        solid = picture[picture[..., 3] > 200][:, :3] // 32
        counts = np.bincount(solid @ np.array([64, 8, 1]), minlength=512)
        return np.asarray(counts / counts.sum(), np.float64)

    return float(np.abs(colours(half) - colours(whole)).sum())
