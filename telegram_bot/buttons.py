"""What the buttons below messages do. They obey whoever made what they belong to."""

from __future__ import annotations

from telegram import InlineKeyboardMarkup

from bot.domain import KeptAnimoji
from bot.errors import AnimojiUnknownError
from bot.services.orders import Order, Own, Preset, SameMotion, Words
from bot.services.packs import USUAL
from bot.services.seeds import new_seed
from bot.services.wishes import BestLoop, FilledSet, PictureUse, SetSticker, ShowCharacter
from pipeline import FULL, PICTURE_SIZE, Output, Source, feelings_for, find_target
from telegram_bot.asking import ask, make
from telegram_bot.keyboards import (
    PAGE,
    AnimojiAct,
    CharacterAct,
    Wanted,
    animoji_keyboard,
    character_delete_keyboard,
    characters_keyboard,
    delete_keyboard,
    forget_keyboard,
    motion_keyboard,
    privacy_keyboard,
)
from telegram_bot.sending import edit
from telegram_bot.sets import PLACE, StickerSets
from telegram_bot.visit import Visit
from telegram_bot.words import quoted

_PORTRAIT = Output(size=PICTURE_SIZE, framing=FULL)
_EXPORT_BYTES = 45_000_000
"""Of one archive; a bot may send files of 50 MB (Bot API, sending files)."""


async def on_animoji(visit: Visit) -> None:
    """A button below an animoji."""
    act = AnimojiAct(visit.part("act"))
    try:
        animoji = await visit.services.animojis.owned(int(visit.part("animoji")), visit.asker.user_id)
    except AnimojiUnknownError:
        if act not in (AnimojiAct.DELETE, AnimojiAct.REALLY) or not visit.was_answered:
            raise
        await visit.message.delete()  # whoever was forgotten can still take away what was posted for them
        return
    match act:
        case AnimojiAct.STICKER:
            await ask(visit, BestLoop(animoji.id, PLACE))
        case AnimojiAct.ADD:
            await _sets(visit).check_room(animoji.character.id, 1)
            await ask(visit, SetSticker(animoji.id, PLACE))
        case AnimojiAct.PACK:
            await _fill_pack(visit, Own.of(animoji.character))
        case AnimojiAct.REROLL:
            await _reroll(visit, animoji)
        case AnimojiAct.MOTION:
            await _buttons(visit, motion_keyboard(animoji.id, visit.language))
        case AnimojiAct.DELETE:
            await _buttons(visit, delete_keyboard(animoji.id, visit.language))
        case AnimojiAct.BACK:
            await _buttons(visit, animoji_keyboard(animoji, visit.language))
        case AnimojiAct.REALLY:
            await visit.services.animojis.delete(animoji.id, visit.asker.user_id, may_moderate=False)
            await visit.message.delete()


async def on_motion(visit: Visit) -> None:
    """A motion was chosen."""
    animoji = await visit.services.animojis.owned(int(visit.part("animoji")), visit.asker.user_id)
    await _buttons(visit, animoji_keyboard(animoji, visit.language))
    await make(visit, Order.like(animoji, Own.of(animoji.character), Preset(visit.part("motion"))))


async def on_cancel(visit: Visit) -> None:
    """A job is taken back; where it is over, the message that still shows it goes."""
    jobs, number = visit.services.jobs, int(visit.part("job"))
    if await jobs.cancel(number, visit.asker.user_id):
        return
    await visit.note(visit.say("job.gone"))
    if visit.was_answered and await jobs.is_over(number):
        await visit.message.delete()


async def on_characters(visit: Visit) -> None:
    """Another page of the list."""
    number = int(visit.part("page"))
    page = await visit.services.characters.page(visit.asker.user_id, PAGE, number * PAGE)
    await _buttons(visit, characters_keyboard(page.characters, number, page.total, visit.language))


async def on_character(visit: Visit) -> None:
    """A button below a character, or its name in the list."""
    characters, me = visit.services.characters, visit.asker.user_id
    saved = await characters.find(me, visit.part("character"))
    match CharacterAct(visit.part("step")):
        case CharacterAct.VIEW:
            await ask(visit, ShowCharacter(Own.of(saved), PictureUse.VIEW, _PORTRAIT))
        case CharacterAct.DEFAULT:
            await visit.note(
                visit.say("character.is_default", name=quoted(await characters.make_default(me, str(saved.id))))
            )
        case CharacterAct.PACK:
            await _fill_pack(visit, Own.of(saved))
        case CharacterAct.SHARE:
            shared = await characters.share(me, str(saved.id))
            link = f"https://t.me/{visit.bot.username}?start={shared.share_code}"
            await visit.answer(visit.say("character.share_link", name=quoted(saved.name), link=link))
        case CharacterAct.DELETE:
            await _buttons(visit, character_delete_keyboard(saved.id, visit.language))
        case CharacterAct.REALLY:
            name, count = await characters.delete(me, str(saved.id))
            await visit.answer(visit.say("character.deleted", name=quoted(name), count=count))
            await visit.message.delete()


async def on_privacy(visit: Visit) -> None:
    """A button about what is kept of the person who pressed it."""
    privacy, me = visit.services.privacy, visit.asker.user_id
    match Wanted(visit.part("wanted")):
        case Wanted.EXPORT:
            await visit.note()
            archives = await privacy.export(me, _EXPORT_BYTES)
            for number, data in enumerate(archives, 1):
                name = "animemoji.zip" if len(archives) == 1 else f"animemoji-{number}.zip"
                words = visit.say("privacy.export") if number == 1 else None
                await visit.bot.send_document(me_in_telegram(visit), data, caption=words, filename=name)
        case Wanted.DELETE:
            kept = await privacy.show(me)
            text = visit.say("privacy.delete", characters=kept.characters, animojis=kept.animojis)
            await visit.answer(text, forget_keyboard(visit.language))
        case Wanted.OPT_OUT | Wanted.OPT_IN as wanted:
            await visit.services.gate.opt_out(me, wanted is Wanted.OPT_OUT)
            await visit.note(visit.say("privacy.opted_out" if wanted is Wanted.OPT_OUT else "privacy.opted_in"))
            await _buttons(visit, privacy_keyboard(wanted is Wanted.OPT_OUT, visit.language))
        case Wanted.FORGET:
            gone = await privacy.delete(me)
            text = visit.say("privacy.deleted", characters=gone.characters, animojis=gone.animojis)
            await edit(lambda: visit.query.edit_message_text(text))


def me_in_telegram(visit: Visit) -> int:
    """The chat with the person alone, whose number is theirs: what is kept of them is for nobody else's eyes."""
    return visit.query.from_user.id


async def _reroll(visit: Visit, animoji: KeptAnimoji) -> None:
    character = animoji.character
    words = Words(character.prompt, new_seed(), Source(character.kind.value))
    await make(visit, Order.like(animoji, words, SameMotion(animoji.id)))


async def _fill_pack(visit: Visit, character: Own) -> None:
    feelings = feelings_for(find_target(PLACE), USUAL)
    await _sets(visit).check_room(character.id, len(feelings))
    await ask(visit, FilledSet(character, PLACE, feelings))


def _sets(visit: Visit) -> StickerSets:
    return StickerSets(visit.bot, visit.services.store)


async def _buttons(visit: Visit, keyboard: InlineKeyboardMarkup) -> None:
    """Puts other buttons below the message."""
    await edit(lambda: visit.query.edit_message_reply_markup(keyboard))
