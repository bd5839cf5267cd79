"""What AnimeMoji makes for a place is what the place takes, and what is not is said in sentences."""

from __future__ import annotations

import io
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.encode import encode
from pipeline.targets import TARGETS, Target, UnknownTargetError, check_file, find_target
from pipeline.types import Format, Output
from tests.pipeline.encode.clips import ball


def made_for(target: Target, seconds: float | None = None) -> bytes:
    """A running ball as the file for a place."""
    output = target.output
    count = round((target.seconds if seconds is None else seconds) * output.fps)
    return encode(iter([ball(1 if output.still else count, output.size)]), output.fps, output).data


@pytest.mark.parametrize("name", list(TARGETS))
def test_what_is_made_for_a_place_fits(name: str) -> None:
    target = TARGETS[name]
    assert check_file(made_for(target), target) == ()


@pytest.mark.parametrize("name", list(TARGETS))
def test_every_place_says_where_its_limits_are_written(name: str) -> None:
    target = TARGETS[name]
    assert target.source
    assert target.upload.endswith(".")


def gif(size: tuple[int, int], frames: int, milliseconds: int) -> bytes:
    """A GIF that somebody else made."""
    rng = np.random.default_rng(1)
    pictures = [Image.fromarray(rng.integers(0, 255, (size[1], size[0], 3), np.uint8)) for _ in range(frames)]
    file = io.BytesIO()
    pictures[0].save(file, "GIF", save_all=True, append_images=pictures[1:], duration=milliseconds, loop=0)
    return file.getvalue()


@pytest.mark.parametrize(
    ("size", "frames", "milliseconds", "name", "says"),
    [
        ((64, 64), 3, 100, "whatsapp", "It is a GIF; whatsapp takes a WebP."),
        ((64, 48), 3, 100, "discord-sticker", "It has 64x48 pixels; discord-sticker takes exactly 320x320."),
        ((200, 64), 3, 100, "slack", "It has 200x64 pixels; slack takes at most 128x128."),
        ((16, 16), 70, 20, "twitch", "It has 70 frames; twitch takes 2 to 60."),
        ((16, 16), 1, 20, "slack", "It has 1 frame; slack takes 2 to 50."),
        ((16, 16), 3, 20, "whatsapp-still", "It has 3 frames; whatsapp-still takes a picture that does not move."),
        ((16, 16), 4, 900, "signal", "One round takes 3.60 s; signal takes at most 3 s."),
        ((16, 16), 9, 170, "line-emoji", "One round takes 1.53 s; line-emoji takes whole seconds."),
        ((16, 16), 8, 250, "line-emoji", "It plays for ever; line-emoji takes 1 to 4 times."),
        ((128, 128), 12, 100, "slack", "slack takes at most 128000."),
    ],
)
def test_what_is_wrong_is_said(size: tuple[int, int], frames: int, milliseconds: int, name: str, says: str) -> None:
    assert any(says in problem for problem in check_file(gif(size, frames, milliseconds), TARGETS[name]))


@pytest.mark.parametrize("data", [b"", b"GIF89a" + bytes(60)], ids=["nothing", "cut off"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    assert any("It cannot be read" in problem for problem in check_file(data, TARGETS["slack"]))


def test_a_webm_without_transparency_or_with_other_sides_is_refused() -> None:
    import av

    file = io.BytesIO()
    with av.open(file, "w", format="webm") as container:
        video = cast("av.VideoStream", container.add_stream("libvpx-vp9", rate=20))
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        for _ in range(4):
            container.mux(video.encode(av.VideoFrame(64, 48, "yuv420p")))
        container.mux(video.encode(None))
    problems = check_file(file.getvalue(), TARGETS["telegram-sticker"])
    assert "It has no transparency." in problems
    assert "It has 64x48 pixels; telegram-sticker takes exactly 512x512." in problems


@pytest.mark.parametrize("kind", [Format.WEBM, Format.WEBP, Format.GIF, Format.APNG])
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_damaged_files_are_told_and_never_crash(kind: Format, data: st.DataObject) -> None:
    whole = _SMALL[kind]
    broken = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for _ in range(data.draw(st.integers(0, 6))):
        if broken:
            broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    for target in TARGETS.values():
        assert isinstance(check_file(bytes(broken), target), tuple)


_SMALL = {
    kind: encode(iter([ball(4, 32)]), 20.0, Output(kind, 32, 20.0)).data
    for kind in (Format.WEBM, Format.WEBP, Format.GIF, Format.APNG)
}


@given(st.binary(max_size=300))
def test_any_bytes_are_judged(data: bytes) -> None:
    assert check_file(data, TARGETS["whatsapp"])


def test_an_unknown_place_is_one_sentence() -> None:
    with pytest.raises(UnknownTargetError, match="fridge is no place"):
        find_target("fridge")
