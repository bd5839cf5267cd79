"""Packs: feelings that can be shown, and names that Discord takes."""

from __future__ import annotations

from bot.discord_services.expressions import check_name
from bot.services.packs import emoji_name
from pipeline import FEELINGS
from pipeline.motion.presets import PRESETS


def test_every_feeling_has_a_motion() -> None:
    assert set(FEELINGS.values()) <= set(PRESETS)
    assert [*FEELINGS][:6] == ["happy", "sad", "angry", "love", "shock", "sleepy"]


def test_every_emoji_has_a_name_that_discord_takes() -> None:
    for prefix in ("gm", "x" * 32):
        names = [emoji_name(prefix, feeling) for feeling in FEELINGS]
        assert [check_name(name) for name in names] == names
        assert len(set(names)) == len(FEELINGS)
