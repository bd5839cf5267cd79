from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.pixels.oklch import Oklch, from_hex, to_srgb


@given(st.integers(0, 0xFFFFFF))
def test_every_srgb_colour_comes_back(number: int) -> None:
    assert to_srgb(from_hex(f"#{number:06x}")) == (number >> 16, number >> 8 & 255, number & 255)


def test_published_values() -> None:
    assert from_hex("#ffffff").lightness == pytest.approx(1.0, abs=1e-4)
    assert from_hex("#ff0000") == pytest.approx((0.628, 0.2577, 29.23), abs=1e-2)


def test_what_cannot_be_shown_keeps_hue_and_lightness() -> None:
    shown = from_hex("#{:02x}{:02x}{:02x}".format(*to_srgb(Oklch(0.7, 0.5, 30.0))))
    assert shown.chroma < 0.3
    assert shown[::2] == pytest.approx((0.7, 30.0), abs=1.0)


def test_hues_turn_the_shorter_way() -> None:
    assert Oklch(0.5, 0.1, 350.0).toward_hue(20.0, 0.5) == pytest.approx(5.0)
