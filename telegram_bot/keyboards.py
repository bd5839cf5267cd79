"""The buttons below messages. All that they stand for is in their data, so they outlive a restart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import Final

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.domain import KeptAnimoji, SavedCharacter
from bot.services import motions
from bot.texts import Language
from telegram_bot.words import say

PAGE: Final = 8
"""Characters on a page of the list."""
_NAME: Final = 40


class AnimojiAct(str, Enum):
    """What a button below an animoji does."""

    STICKER = "sticker"
    ADD = "add"
    PACK = "pack"
    MOTION = "motion"
    REROLL = "reroll"
    DELETE = "delete"
    REALLY = "really"
    BACK = "back"


class CharacterAct(str, Enum):
    """What a button below a character does."""

    VIEW = "view"
    DEFAULT = "default"
    PACK = "pack"
    SHARE = "share"
    DELETE = "delete"
    REALLY = "really"


class Wanted(str, Enum):
    """What a button about privacy does."""

    EXPORT = "export"
    DELETE = "delete"
    FORGET = "forget"
    OPT_OUT = "out"
    OPT_IN = "in"


ANIMOJI: Final = rf"^animoji:(?P<act>{'|'.join(act.value for act in AnimojiAct)}):(?P<animoji>\d{{1,18}})$"
MOTION: Final = r"^move:(?P<animoji>\d{1,18}):(?P<motion>[a-z]{1,20})$"
CANCEL: Final = r"^job:cancel:(?P<job>\d{1,19})$"
LOOKS: Final = r"^looks:make:(?P<job>\d{1,19})$"
CHARACTER: Final = rf"^character:(?P<step>{'|'.join(step.value for step in CharacterAct)}):(?P<character>\d{{1,18}})$"
CHARACTERS: Final = r"^characters:(?P<page>\d{1,4})$"
PRIVACY: Final = rf"^privacy:(?P<wanted>{'|'.join(wanted.value for wanted in Wanted)})$"
"""What the data of buttons look like."""
TAKING_BACK: Final = r"^(job:cancel|animoji:(delete|really|back)|character:(delete|really)|privacy):"
"""Those of buttons that take one's own back. Nobody is kept from that, not even by a block or by maintenance."""


def cancel_keyboard(job: int, language: Language) -> InlineKeyboardMarkup:
    """Takes a job back."""
    return _keyboard([[_button(say("job.cancel", language), f"job:cancel:{job}")]])


def suggestion_keyboard(job: int, language: Language) -> InlineKeyboardMarkup:
    """Takes suggested words as they are."""
    return _keyboard([[_button(say("looks.make", language), f"looks:make:{job}")]])


def animoji_keyboard(animoji: KeptAnimoji, language: Language) -> InlineKeyboardMarkup:
    """What can be done with an animoji: what fits its character."""
    rows = [
        [AnimojiAct.STICKER, AnimojiAct.ADD, AnimojiAct.PACK],
        [AnimojiAct.MOTION, AnimojiAct.REROLL, AnimojiAct.DELETE],
    ]
    if not animoji.character.prompt:
        rows[1].remove(AnimojiAct.REROLL)
    return _keyboard([_act(act, animoji.id, language) for act in row] for row in rows)


def sticker_keyboard(animoji_id: int, language: Language) -> InlineKeyboardMarkup:
    """Asks for the sticker once more."""
    return _keyboard([[_act(AnimojiAct.STICKER, animoji_id, language)]])


def motion_keyboard(animoji_id: int, language: Language) -> InlineKeyboardMarkup:
    """The motions to choose from."""
    buttons = [_button(motions.title(name, language), f"move:{animoji_id}:{name}") for name in motions.MENU]
    rows: list[Sequence[InlineKeyboardButton]] = [buttons[i : i + 2] for i in range(0, len(buttons), 2)]
    return _keyboard([*rows, [_act(AnimojiAct.BACK, animoji_id, language)]])


def delete_keyboard(animoji_id: int, language: Language) -> InlineKeyboardMarkup:
    """The question whether an animoji is to be deleted."""
    return _keyboard([[_act(AnimojiAct.REALLY, animoji_id, language), _act(AnimojiAct.BACK, animoji_id, language)]])


def characters_keyboard(
    characters: Iterable[SavedCharacter], page: int, total: int, language: Language
) -> InlineKeyboardMarkup:
    """A page of somebody's characters, and the way to the others."""
    rows = [
        [_button(("⭐ " if each.is_default else "") + each.name[:_NAME], _step(CharacterAct.VIEW, each.id))]
        for each in characters
    ]
    turns = [("button.previous", page - 1)] if page else []
    turns += [("button.next", page + 1)] if (page + 1) * PAGE < total else []
    return _keyboard([*rows, [_button(say(key, language), f"characters:{other}") for key, other in turns]])


def character_keyboard(character_id: int, language: Language) -> InlineKeyboardMarkup:
    """What can be done with a character."""
    rows = [[CharacterAct.DEFAULT, CharacterAct.PACK], [CharacterAct.SHARE, CharacterAct.DELETE]]
    return _keyboard([_labelled(step, character_id, language) for step in row] for row in rows)


def character_delete_keyboard(character_id: int, language: Language) -> InlineKeyboardMarkup:
    """The question whether a character is to be deleted."""
    back = _button(say("button.back", language), _step(CharacterAct.VIEW, character_id))
    return _keyboard([[_labelled(CharacterAct.REALLY, character_id, language), back]])


def privacy_keyboard(opted_out: bool, language: Language) -> InlineKeyboardMarkup:
    """What can be done about what is kept, and about others. ``opted_out``: whether others may not animate them."""
    export = _button(say("button.export", language), f"privacy:{Wanted.EXPORT.value}")
    forget = _button(say("button.forget", language), f"privacy:{Wanted.DELETE.value}")
    other = Wanted.OPT_IN if opted_out else Wanted.OPT_OUT
    opting = _button(say(f"button.opt_{other.value}", language), f"privacy:{other.value}")
    return _keyboard([[export, forget], [opting]])


def forget_keyboard(language: Language) -> InlineKeyboardMarkup:
    """The question whether somebody wants to be forgotten."""
    return _keyboard([[_button(say("button.really", language), f"privacy:{Wanted.FORGET.value}")]])


def link_keyboard(link: str, language: Language) -> InlineKeyboardMarkup:
    """The way to a sticker pack."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(say("button.open_pack", language), url=link)]])


def _act(act: AnimojiAct, animoji_id: int, language: Language) -> InlineKeyboardButton:
    return _button(say(f"button.{act.value}", language), f"animoji:{act.value}:{animoji_id}")


def _labelled(step: CharacterAct, character_id: int, language: Language) -> InlineKeyboardButton:
    return _button(say(f"button.{step.value}", language), _step(step, character_id))


def _step(step: CharacterAct, character_id: int) -> str:
    return f"character:{step.value}:{character_id}"


def _button(label: str, data: str) -> InlineKeyboardButton:
    return InlineKeyboardButton(label, callback_data=data)


def _keyboard(rows: Iterable[Sequence[InlineKeyboardButton]]) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in rows if row])
