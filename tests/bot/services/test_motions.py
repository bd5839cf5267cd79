"""Motions: what can be chosen."""

from __future__ import annotations

from bot.services.motions import IDLE, MENU, matching, title
from bot.texts import Language
from pipeline.motion.presets import PRESETS


def test_the_menu_fits_and_every_motion_can_be_found() -> None:
    assert len(MENU) <= 25
    assert IDLE in MENU
    for name in PRESETS:
        assert name in dict(matching(name))
        assert name in dict(matching(title(name).upper()))


def test_a_motion_is_found_by_its_title_in_the_reader_s_language() -> None:
    japanese = Language("ja")
    assert dict(matching("うなずく", japanese)) == {"nod": "うんうんとうなずく"}
    assert not matching("うなずく")
    assert title("wave", japanese) == "やあ！"
