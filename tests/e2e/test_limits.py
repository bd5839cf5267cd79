"""How much one may ask for, and which words are refused."""

from __future__ import annotations

import asyncio

import pytest

from pipeline import PipelineDiedError, PipelineOverdueError, UserError
from tests.discord_server import Reply, User
from tests.e2e.scene import CLIP, Scene, one_sentence


async def _ask(user: User) -> Reply:
    return await user.slash("animoji create", prompt="silver hair", video=CLIP)


async def test_the_daily_quota_says_when_it_is_whole_again(scene: Scene) -> None:
    async with scene.bot(daily_quota=2):
        await scene.create()
        await scene.create()
        refusal = one_sentence(await (await _ask(scene.alice)).ended())
        assert "2" in refusal
        assert "<t:" in refusal
        await scene.create(scene.bob)
    async with scene.bot(daily_quota=2):
        assert "<t:" in one_sentence(await (await _ask(scene.alice)).ended()), "a restart gives nothing back"


class NoFaceError(UserError):
    key = "error.of_this_test"
    template = "No face here."


async def test_what_failed_by_our_fault_or_was_cancelled_while_it_waited_does_not_count(scene: Scene) -> None:
    async with scene.bot(daily_quota=1):
        scene.engine.fails_with = ZeroDivisionError()
        one_sentence(await (await _ask(scene.alice)).ended())
        scene.engine.fails_with = None
        scene.engine.open.clear()
        await (await _ask(scene.bob)).until(lambda r: r.labels == ["Cancel"])
        reply = await _ask(scene.alice)
        await reply.until(lambda r: r.labels == ["Cancel"])
        await scene.alice.click(reply, "Cancel")
        await reply.saying("Cancelled")
        scene.engine.open.set()
        await scene.create()
        one_sentence(await (await _ask(scene.alice)).ended())


async def test_what_the_machine_has_worked_for_counts(scene: Scene) -> None:
    """Otherwise it could be kept busy for nothing, by files that fail or by starting and cancelling."""
    async with scene.bot(daily_quota=2):
        scene.engine.fails_with = NoFaceError()
        await (await _ask(scene.alice)).saying("No face here")
        scene.engine.fails_with = None
        scene.engine.open.clear()
        reply = await _ask(scene.alice)
        await reply.until(lambda r: r.labels == ["Cancel"])
        await scene.alice.click(reply, "Cancel")
        await reply.saying("Cancelled")
        scene.engine.open.set()
        assert "<t:" in one_sentence(await (await _ask(scene.alice)).ended())


@pytest.mark.parametrize("deed", [PipelineDiedError("it died"), PipelineOverdueError("it was silent")])
@pytest.mark.parametrize("where", ["server", "direct messages"])
async def test_whose_files_break_the_pipeline_must_wait_everywhere(scene: Scene, deed: Exception, where: str) -> None:
    async with scene.bot(max_deadly_jobs=2):
        sender = scene.alice if where == "server" else scene.alice.in_dm()
        scene.engine.fails_with = deed
        for _ in range(2):
            await (await _ask(sender)).ended()
        scene.engine.fails_with = None
        downloads = scene.server.cdn.downloads
        for place in (scene.alice, scene.alice.in_dm()):
            assert "<t:" in one_sentence(await (await _ask(place)).ended())
        assert scene.server.cdn.downloads == downloads, "nothing was fetched"
        assert len(scene.engine.jobs) == 2
        await scene.create(scene.bob)


async def test_a_full_house_is_said_before_anything_is_fetched(scene: Scene) -> None:
    async with scene.bot(max_jobs=1):
        scene.engine.open.clear()
        reply = await _ask(scene.alice)
        await scene.engine.job(1)
        downloads = scene.server.cdn.downloads
        for user in (scene.bob, scene.bob.in_dm()):
            one_sentence(await (await _ask(user)).ended())
        assert scene.server.cdn.downloads == downloads
        scene.engine.open.set()
        await reply.with_files()
    async with scene.bot(max_waiting_bytes=len(CLIP.data) + 100):
        scene.engine.open.clear()
        reply = await _ask(scene.alice)
        await scene.engine.job(2)
        one_sentence(await (await _ask(scene.bob)).ended())
        scene.engine.open.set()
        await reply.with_files()
        await scene.create(scene.bob)


async def test_many_files_at_once_are_not_fetched_before_they_have_a_place(scene: Scene) -> None:
    async with scene.bot(max_jobs_per_user=2):
        scene.engine.open.clear()
        for where in (scene.alice, scene.alice.in_dm()):
            replies = await asyncio.gather(*(_ask(where) for _ in range(10)))
            for reply in replies:
                await reply.until(lambda r: bool(r.text.strip()) or r.labels == ["Cancel"])
        assert scene.server.cdn.downloads == 2
        scene.engine.open.set()


async def test_buttons_and_forms_count_too(scene: Scene) -> None:
    async with scene.bot(daily_quota=1):
        reply = await scene.create()
        assert "<t:" in one_sentence(await (await scene.alice.click(reply, "Re-roll")).ended())
        form = await scene.alice.click(reply, "Another motion")
        assert "<t:" in one_sentence(await (await scene.alice.submit_modal(form)).ended())


async def test_a_pause_between_two(scene: Scene) -> None:
    async with scene.bot(cooldown_seconds=60):
        await scene.create()
        assert "<t:" in one_sentence(await (await _ask(scene.alice)).ended())
        await scene.create(scene.bob)


async def test_jobs_at_once(scene: Scene) -> None:
    async with scene.bot(max_jobs_per_user=2, max_jobs_per_server=3):
        scene.engine.open.clear()
        under_way = [await _ask(scene.alice), await _ask(scene.alice)]
        await under_way[-1].until(lambda r: r.labels == ["Cancel"])
        one_sentence(await (await _ask(scene.alice)).ended())
        under_way.append(await _ask(scene.bob))
        await under_way[-1].until(lambda r: r.labels == ["Cancel"])
        one_sentence(await (await _ask(scene.bob)).ended())
        scene.engine.open.set()
        for reply in under_way:
            await reply.with_files()
        await scene.create()


async def test_many_at_the_same_moment_do_not_slip_through(scene: Scene) -> None:
    async with scene.bot(daily_quota=3, max_jobs_per_user=50, max_jobs_per_server=50):
        replies = await asyncio.gather(*(_ask(scene.alice) for _ in range(12)))
        for reply in replies:
            await reply.ended()
        assert sum(bool(reply.files) for reply in replies) == 3
        assert len(scene.engine.jobs) == 3


@pytest.mark.parametrize("where", ["prompt", "name", "caption", "say"])
async def test_words_that_are_not_wanted(scene: Scene, where: str) -> None:
    options = {"prompt": "silver hair"} | ({} if where == "say" else {"video": CLIP})
    async with scene.bot():
        reply = await scene.alice.slash("animoji create", **options | {where: "nude"})
        assert "nude" in one_sentence(await reply.ended())
        assert scene.engine.jobs == []
    async with scene.bot(word_filter="off"):
        reply = await scene.alice.slash("animoji create", **options | {where: "nude"})
        await reply.with_files()


async def test_words_in_forms(scene: Scene) -> None:
    async with scene.bot():
        reply = await scene.create()
        form = await scene.alice.click(reply, "Tweak")
        prompt = form.modal["components"][0]["component"]["custom_id"]
        one_sentence(await (await scene.alice.submit_modal(form, **{prompt: "nude, silver hair"})).ended())
        form = await scene.alice.click(reply, "Save as")
        name = form.modal["components"][0]["component"]["custom_id"]
        one_sentence(await (await scene.alice.submit_modal(form, **{name: "nude"})).ended())


async def test_only_new_animojis_count_and_other_files_have_a_bound_of_their_own(scene: Scene) -> None:
    async with scene.bot(daily_quota=1, daily_conversions=5):
        reply = await scene.create(name="Mimi")
        await (await scene.alice.click(reply, "MP4")).with_files()
        await (await scene.alice.slash("emoji add", name="mimi_hi")).saying("mimi_hi")
        await (await scene.alice.slash("emoji pack", count=3)).saying("3 new emoji")
        assert "<t:" in one_sentence(await (await _ask(scene.alice)).ended()), "the quota of animojis"
        refusal = one_sentence(await (await scene.alice.click(reply, "WebP")).ended())
        assert "5 files" in refusal
        assert "<t:" in refusal
        assert "5 files" in one_sentence(await (await scene.alice.in_dm().slash("emoji add", name="mimi_2")).ended())
        await (await scene.alice.slash("character view", character="Mimi")).with_files()
        assert len(scene.engine.jobs) == 7


async def test_conversions_that_nothing_worked_for_do_not_count(scene: Scene) -> None:
    async with scene.bot(daily_conversions=1):
        reply = await scene.create(name="Mimi")
        scene.engine.open.clear()
        await _ask(scene.bob)
        await scene.engine.job(2)
        asked = await scene.alice.click(reply, "MP4")
        await asked.until(lambda r: r.labels == ["Cancel"])
        await scene.alice.click(asked, "Cancel")
        await asked.saying("Cancelled")
        scene.engine.open.set()
        await (await scene.alice.click(reply, "MP4")).with_files()
