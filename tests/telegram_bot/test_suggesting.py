"""Words for how somebody looks, in Telegram: suggested, changed, refused, and after a restart."""

from __future__ import annotations

from pipeline import Likeness, LookRequest, VideoMotion
from pipeline.likeness import NobodyThereError
from telegram_bot.app import TelegramBot
from tests.telegram_bot.scene import CLIP, Scene, done


async def test_words_are_suggested_and_nothing_is_drawn_until_they_are_taken(scene: Scene, bot: TelegramBot) -> None:
    await scene.alice.sends("video_note", CLIP)
    suggestion = await scene.alice.reads("glasses, brown hair, long hair")
    assert [type(job.request) for job in scene.engine.jobs] == [LookRequest]
    await scene.alice.presses(suggestion, "Draw me like this")
    await scene.alice.sees(done)
    request = scene.engine.jobs[1].request
    assert request.character.prompt == "glasses, brown hair, long hair"
    assert isinstance(request.motion, VideoMotion)
    await scene.alice.sends("video_note", CLIP)
    await scene.alice.sees(lambda message: done(message) and message.id > suggestion.id + 2)
    assert len(scene.engine.jobs) == 3, "who has a character is not looked at"


async def test_an_answer_changes_the_words_also_after_a_restart(scene: Scene) -> None:
    async with scene.bot():
        await scene.bob.sends("video_note", CLIP)
        suggestion = await scene.bob.reads("眼鏡、茶髪、ロングヘア")
    async with scene.bot():
        await scene.bob.writes("茶髪、ロングヘア、猫耳", reply_to=suggestion)
        await scene.bob.sees(done)
    assert scene.engine.jobs[-1].request.character.prompt == "茶髪、ロングヘア、猫耳"


async def test_where_nobody_is_or_nothing_is_sure_a_sentence_says_so(scene: Scene, bot: TelegramBot) -> None:
    scene.engine.fails_with = NobodyThereError(name="x")
    await scene.alice.sends("video_note", CLIP)
    await scene.alice.reads("I found no face there")
    scene.engine.fails_with, scene.engine.likeness = None, Likeness(())
    await scene.alice.sends("video_note", CLIP)
    unsure = await scene.alice.reads("I can't tell anything for sure")
    assert not unsure.keyboard


async def test_only_they_themselves_take_the_words(scene: Scene, bot: TelegramBot) -> None:
    await scene.alice.sends("video_note", CLIP)
    suggestion = await scene.alice.reads("glasses, brown hair")
    press = await scene.bob.presses(suggestion, "Draw me like this")
    assert await scene.bob.is_told(press) == "これは作った本人だけができます。"
    assert len(scene.engine.jobs) == 1
