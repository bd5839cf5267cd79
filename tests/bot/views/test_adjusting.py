"""The adjust view: within Discord's limits, and found again by what stands in its buttons."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from bot.services.characters import OwnPicture
from bot.services.corrections import Correction, Press
from bot.texts import ENGLISH, Language
from bot.views.adjusting import AdjustButton, AdjustEnd, MoveButton, adjust_page
from tests.bot.fakes import saved, uploaded
from tests.bot.views.test_pages import components, every


def page(correction: Correction, language: Language = ENGLISH) -> list[Any]:
    own = OwnPicture(saved(10**15, "*" * 40, uploaded()), uploaded())
    return list(every(components(adjust_page(own, correction, language))))


@pytest.mark.parametrize("language", [ENGLISH, Language("ja")])
def test_every_button_has_words_and_an_id_of_its_own(language: Language) -> None:
    buttons = [item for item in page(Correction(-24, -24, -16, -22), language) if item["type"] == 2]
    assert len(buttons) == len(Press) + len(AdjustEnd)
    assert len({button["custom_id"] for button in buttons}) == len(buttons)
    assert all(len(button["custom_id"]) <= 100 for button in buttons)
    assert all(any(letter.isalpha() for letter in button["label"]) for button in buttons)
    assert len({button["label"] for button in buttons}) == len(buttons)


def test_the_picture_is_described() -> None:
    (gallery,) = (item for item in page(Correction()) if item["type"] == 12)
    assert "box" in gallery["items"][0]["description"]


def test_what_goes_no_further_cannot_be_pressed() -> None:
    def dead(correction: Correction) -> set[str]:
        return {item["custom_id"].split(":")[1] for item in page(correction) if item.get("disabled")}

    assert dead(Correction()) == {"reset"}
    assert dead(Correction(right=24, larger=-16)) == {"right", "smaller"}


async def test_buttons_are_found_again_by_their_ids() -> None:
    states = (Correction(), Correction(-24, 24, -16, 22))
    nothing: Any = None
    for doing, correction in itertools.product((*Press, *AdjustEnd), states):
        button = MoveButton(doing, 10**15, "0badc0de", correction)
        match = button.template.fullmatch(button.custom_id)
        assert match
        again = await MoveButton.from_custom_id(nothing, nothing, match)
        assert (again.doing, again.correction, again.mark) == (doing, correction, "0badc0de")
        assert not AdjustButton(1).template.fullmatch(button.custom_id)
    assert not MoveButton.__discord_ui_compiled_template__.fullmatch(AdjustButton(1).custom_id)
