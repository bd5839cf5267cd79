"""What people do and see, with the real client against a local Telegram."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO

import pytest
import sqlalchemy as sa

from bot.domain import Platform
from bot.services import motions
from bot.store.models import AnimojiRow, Base, CharacterRow, UserRow
from pipeline import PictureSource, VideoMotion
from telegram_bot.app import TelegramBot
from tests.telegram_bot.scene import CLIP, Scene, all_over, done
from tests.telegram_server import Upload


async def test_the_first_steps_are_told_in_ones_language(scene: Scene, bot: TelegramBot) -> None:
    await scene.alice.writes("/start")
    await scene.bob.writes("/start")
    assert "Write a few words" in (await scene.alice.reads("Hi!")).text
    assert "短い言葉" in (await scene.bob.reads("こんにちは")).text
    menus = scene.server.world.commands
    assert set(menus) == {"", "ja"}
    assert [each["command"] for each in menus[""]] == [each["command"] for each in menus["ja"]]
    assert menus["ja"][0]["description"] == "言葉から新しいキャラクターを作る"


async def test_words_become_somebody_and_a_clip_moves_them(scene: Scene, bot: TelegramBot) -> None:
    first = await scene.create()
    assert "hair: silver" in first.caption
    assert {"🏷 Sticker", "📦 Pack", "🎲 Re-roll"} <= set(first.labels)
    await scene.alice.sends("video_note", CLIP)
    second = await scene.alice.sees(lambda message: done(message) and message.id != first.id)
    await scene.alice.sends("video", CLIP, "red hair, glasses")
    third = await scene.alice.sees(lambda message: done(message) and message.id not in (first.id, second.id))
    who = [job.request.character for job in scene.engine.jobs]
    assert getattr(who[1], "prompt", "") == "silver hair, blue eyes", "the same character, the next clip"
    assert getattr(who[2], "prompt", "") == "red hair, glasses"
    assert third.id > second.id > first.id
    assert scene.engine.jobs[1].request.motion.max_seconds == 6.0
    assert not list(scene.folder.rglob("*.mp4")), "no clip is left"
    await all_over(bot)
    async with bot.services.store.look() as work:
        owners = set(await work.session.scalars(sa.select(CharacterRow.owner_id)))
        posted = list(await work.session.scalars(sa.select(AnimojiRow.message_id).order_by(AnimojiRow.id)))
    assert owners == {Platform.TELEGRAM.person(4242)} == {-4242}
    assert posted == [first.id, second.id, third.id]


@pytest.mark.parametrize("kind", ["video", "animation", "voice"])
async def test_a_clip_without_anybody_to_do_it_says_what_to_write(scene: Scene, bot: TelegramBot, kind: str) -> None:
    await scene.alice.sends(kind, CLIP)
    assert "Write a few words" in (await scene.alice.reads("Who shall do that?")).text
    await scene.bob.sends(kind, CLIP)
    assert "銀髪" in (await scene.bob.reads("だれに")).text
    assert scene.engine.jobs == []


async def test_a_picture_becomes_a_character_and_a_voice_is_heard(scene: Scene, bot: TelegramBot) -> None:
    await scene.alice.sends("photo", Upload("me.jpg", b"\xff\xd8\xff" + bytes(99), "image/jpeg"))
    first = await scene.alice.sees(done)
    assert "🎲 Re-roll" not in first.labels, "it was not made from words"
    await scene.alice.sends("voice", Upload("hi.ogg", b"OggS" + bytes(99), "audio/ogg"))
    second = await scene.alice.sees(lambda message: done(message) and message.id != first.id)
    assert second.kind == "video", "it has sound"


async def test_what_nobody_can_use_is_refused_in_a_sentence(scene: Scene, bot: TelegramBot) -> None:
    await scene.alice.sends("document", Upload("taxes.pdf", b"%PDF", "application/pdf"))
    await scene.alice.reads("I can't use that")
    await scene.alice.sends("video", CLIP, "elf", size=30_000_000)
    await scene.alice.reads("please send one of at most 19.1 MB")
    await scene.alice.sends("video", Upload("empty.mp4", b""), "elf", size=0)
    await scene.alice.writes("naked elf")
    assert "without that word" in (await scene.alice.reads("isn't allowed here")).text
    assert scene.engine.jobs == []


async def test_progress_is_shown_and_can_be_cancelled(scene: Scene, bot: TelegramBot) -> None:
    scene.engine.open.clear()
    await scene.alice.writes("silver hair")
    message = await scene.alice.sees(lambda each: "Packing the file" in each.text)
    await scene.bob.writes("赤い髪")
    waiting = await scene.bob.reads("番")
    press = await scene.bob.presses(message, "Cancel")
    assert "作った本人" in await scene.bob.is_told(press) or await scene.bob.is_told(press)
    await scene.alice.presses(message, "Cancel")
    await scene.alice.sees(lambda each: each.id == message.id and each.text == "Cancelled." and not each.keyboard)
    scene.engine.open.set()
    finished = await scene.bob.sees(done)
    assert finished.id == waiting.id, "the message that showed the progress is the result"
    assert scene.alice.chat.id not in {each.chat.id for each in scene.server.world.messages.values() if done(each)}


async def test_quotas_count_here_too_and_say_when_there_is_more(scene: Scene) -> None:
    async with scene.bot(daily_quota=1):
        await scene.create()
        await scene.alice.writes("red hair")
        refusal = await scene.alice.reads("You've made all 1")
        assert " in " in refusal.text and "<t:" not in refusal.text
        assert "hour" in refusal.text or "minute" in refusal.text
        await scene.create(scene.bob)


async def test_buttons_work_after_a_restart(scene: Scene) -> None:
    async with scene.bot():
        animoji = await scene.create()
    async with scene.bot():
        await scene.alice.presses(animoji, "Motion")
        chooser = await scene.alice.sees(lambda each: each.id == animoji.id and len(each.labels) > 20)
        assert all(len(button["callback_data"]) <= 64 for button in chooser.buttons)
        await scene.alice.presses(chooser, motions.title("wave"))
        again = await scene.alice.sees(lambda each: done(each) and each.id != animoji.id)
        assert scene.engine.jobs[-1].request.motion.name == "wave"
        await scene.alice.presses(again, "Re-roll")
        await scene.alice.sees(lambda each: done(each) and each.id > again.id)
        press = await scene.bob.presses(animoji, "Re-roll")
        assert await scene.bob.is_told(press) == "これは作った本人だけができます。"


async def test_an_animoji_is_deleted_after_a_question(scene: Scene, bot: TelegramBot) -> None:
    animoji = await scene.create()
    await scene.alice.presses(animoji, "Delete")
    asked = await scene.alice.sees(lambda each: each.id == animoji.id and "Delete for good" in "".join(each.labels))
    await scene.alice.presses(asked, "Back")
    back = await scene.alice.sees(lambda each: each.id == animoji.id and "🏷 Sticker" in each.labels)
    await scene.alice.presses(back, "Delete")
    asked = await scene.alice.sees(lambda each: each.id == animoji.id and "Delete for good" in "".join(each.labels))
    press = await scene.alice.presses(asked, "Delete for good")
    await scene.alice.is_told(press)
    assert scene.server.world.messages[animoji.id].deleted
    press = await scene.alice.presses_old(animoji, animoji.buttons[0]["callback_data"].replace("really", "sticker"))
    assert "no longer exists" in await scene.alice.is_told(press)


async def test_characters_are_listed_chosen_shared_and_deleted(scene: Scene, bot: TelegramBot) -> None:
    await scene.alice.writes("/characters")
    await scene.alice.reads("You have no characters yet")
    for words in ("silver hair", "red hair"):
        await scene.create(words=words)
    await scene.alice.writes("/characters")
    menu = await scene.alice.reads("You have 2 characters")
    await scene.alice.presses(menu, "Silver hair")
    card = await scene.alice.sees(lambda each: each.kind == "photo")
    assert card.caption.startswith("Silver hair\n")
    assert card.data[:3] == b"\xff\xd8\xff"
    press = await scene.alice.presses(card, "Use this one")
    assert "“Silver hair” does what you send" in await scene.alice.is_told(press)
    await scene.alice.sends("video_note", CLIP)
    moved = await scene.alice.sees(lambda each: done(each) and each.id > card.id)
    assert moved.caption.startswith("Silver hair")
    await scene.alice.presses(card, "Share")
    link = (await scene.alice.reads("https://t.me/")).text.partition("?start=")[2]
    await scene.bob.writes(f"/start {link}")
    await scene.bob.reads("「Silver hair」はあなたのもの")
    await scene.bob.writes("/start NOSUCHCODE")
    await scene.bob.reads("コード")
    await scene.alice.presses(card, "Delete")
    asked = await scene.alice.sees(lambda each: each.id == card.id and "Delete for good" in "".join(each.labels))
    await scene.alice.presses(asked, "Delete for good")
    await scene.alice.reads("Deleted “Silver hair” and the 2 animojis")


async def test_people_see_take_along_and_forget_what_is_kept(scene: Scene, bot: TelegramBot) -> None:
    await scene.create()
    await scene.create(scene.bob)
    await scene.alice.writes("/privacy")
    shown = await scene.alice.reads("What I keep about you")
    assert "1 character:" in shown.text
    await scene.alice.presses(shown, "Get a copy")
    copy = await scene.alice.sees(lambda each: each.kind == "document")
    with zipfile.ZipFile(BytesIO(copy.data)) as archive:
        assert json.loads(archive.read("person.json"))["id"] == -4242
        assert any(name.startswith("animojis/") for name in archive.namelist())
    await scene.alice.writes("/delete")
    asked = await scene.alice.reads("This can't be undone")
    await scene.alice.presses(asked, "Delete for good")
    await scene.alice.reads("Done. I've forgotten you, 1 character and 1 animoji")
    async with bot.services.store.look() as work:
        assert set(await work.session.scalars(sa.select(UserRow.id))) == {-4343}
        for table in Base.metadata.tables.values():
            if "owner_id" in table.c:
                assert -4242 not in set(await work.session.scalars(sa.select(table.c.owner_id))), table.name


async def test_in_groups_the_bot_speaks_when_it_is_spoken_to(scene: Scene, bot: TelegramBot) -> None:
    garden = scene.alice.group(-100200300)
    await scene.alice.writes("hello everybody", garden)
    clip = await scene.bob.sends("video", CLIP, chat=garden)
    await scene.alice.writes("/make silver hair", garden, reply_to=clip)
    first = await scene.alice.sees(done, chat=garden)
    assert len(scene.engine.jobs) == 1
    assert type(scene.engine.jobs[0].request.motion).__name__ == "VideoMotion"
    await scene.alice.writes(f"/again@{scene.server.world.me['username']}", garden, reply_to=clip)
    await scene.alice.sees(lambda each: done(each) and each.id > first.id, chat=garden)
    await scene.bob.sends("video", CLIP, "/make red hair", chat=garden)
    await scene.alice.sees(lambda each: done(each) and each.caption.startswith("Red hair"), chat=garden)
    async with bot.services.store.look() as work:
        assert set(await work.session.scalars(sa.select(AnimojiRow.guild_id))) == {garden.id}


async def test_what_people_write_calls_nobody_and_leads_nowhere(scene: Scene, bot: TelegramBot) -> None:
    called = re.compile(r"[@#$/]\w|\w\.[^\W\d]|:/")
    await scene.alice.writes("@durov #tag https://evil.example gibberish \u202e")
    animoji = await scene.alice.sees(done)
    assert animoji.caption.replace("\u2060", "").startswith("@durov #tag https://evil\n")
    assert not called.search(animoji.caption) and "\u202e" not in animoji.caption
    await scene.alice.writes("/characters")
    listed = await scene.alice.reads("You have 1 character")
    await scene.alice.presses(listed, "durov")
    card = await scene.alice.sees(lambda each: each.kind == "photo")
    assert not called.search(card.caption)
    await scene.alice.presses(card, "Share")
    shared = await scene.alice.reads("gets a copy of")
    assert not called.search(shared.text.partition("\n")[0])


async def test_who_was_forgotten_takes_away_what_stands_in_a_group(scene: Scene, bot: TelegramBot) -> None:
    garden = scene.alice.group(-100200300)
    await scene.alice.writes("/make silver hair", garden)
    animoji = await scene.alice.sees(done, chat=garden)
    await scene.alice.writes("/delete")
    asked = await scene.alice.reads("I'll forget you")
    await scene.alice.presses(asked, asked.labels[0])
    await scene.alice.reads("I've forgotten you")
    assert "もうありません" in await scene.bob.is_told(await scene.bob.presses(animoji, "Delete"))
    assert not animoji.deleted
    await scene.alice.is_told(await scene.alice.presses(animoji, "Delete"))
    assert animoji.deleted


async def test_stickers_are_taken_where_they_are_pictures_or_films(scene: Scene, bot: TelegramBot) -> None:
    first = await scene.create()
    await scene.alice.sends("sticker", Upload("hero.webp", b"RIFF" + bytes(99)))
    second = await scene.alice.sees(lambda each: done(each) and each.id > first.id)
    await scene.alice.sends("sticker", Upload("nod.webm", CLIP.data))
    await scene.alice.sees(lambda each: done(each) and each.id > second.id)
    asked = [job.request for job in scene.engine.jobs[1:]]
    assert isinstance(asked[0].character, PictureSource) and isinstance(asked[1].motion, VideoMotion)
    await scene.alice.sends("sticker", Upload("drawn.tgs", b"{}"))
    await scene.alice.reads("I can't use that")


async def test_a_file_that_says_nothing_of_itself_goes_by_its_name(scene: Scene, bot: TelegramBot) -> None:
    first = await scene.create()
    await scene.alice.sends("document", Upload("SELFIE.MKV", CLIP.data, "application/octet-stream"))
    await scene.alice.sees(lambda each: done(each) and each.id > first.id)
    assert isinstance(scene.engine.jobs[1].request.motion, VideoMotion)
