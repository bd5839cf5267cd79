"""The menus of messages, and the studio."""

from __future__ import annotations

import pytest

from pipeline import Character, PictureSource, PresetMotion, PromptSource, VideoMotion, VoiceMotion
from tests.discord_server import Message, Upload
from tests.discord_server.components import Json, Kind
from tests.discord_server.pictures import png
from tests.discord_server.state import Sticker
from tests.e2e.scene import CLIP, Scene, one_sentence

pytestmark = pytest.mark.usefixtures("bot")
VOICE = Upload("voice-message.ogg", b"OggS" + bytes(300), duration=2.0)


def _fields(modal: Json) -> list[Json]:
    return [label["component"] for label in modal["components"] if "component" in label]


async def test_a_clip_in_a_message_is_animated(scene: Scene) -> None:
    message = await scene.bob.post("look at me", CLIP)
    form = await scene.alice.context_menu("Animate this", message)
    prompt, spoiler = _fields(form.modal)
    assert spoiler["type"] == Kind.CHECKBOX
    reply = await scene.alice.submit_modal(form, **{prompt["custom_id"]: "red hair, glasses"})
    await reply.with_files()
    request = scene.engine.jobs[0].request
    assert isinstance(request.motion, VideoMotion)
    assert isinstance(request.character, PromptSource)
    assert request.character.prompt == "red hair, glasses"


async def test_without_words_the_default_character_does_it(scene: Scene) -> None:
    await scene.create(name="Mimi")
    message = await scene.bob.post("look at me", CLIP)
    form = await scene.alice.context_menu("Animate this", message)
    await (await scene.alice.submit_modal(form)).with_files()
    assert isinstance(scene.engine.jobs[1].request.character, Character)


async def test_a_voice_message_is_spoken(scene: Scene) -> None:
    await scene.create(name="Mimi")
    message = await scene.bob.post("", VOICE, voice=True)
    form = await scene.alice.context_menu("Animate this", message)
    await (await scene.alice.submit_modal(form)).with_files()
    assert isinstance(scene.engine.jobs[1].request.motion, VoiceMotion)


async def test_a_picture_becomes_a_character(scene: Scene) -> None:
    message = await scene.bob.post("", Upload("hero.png", png(256)))
    form = await scene.alice.context_menu("Animate this", message)
    motion, name, _ = _fields(form.modal)
    option = motion["options"][2]
    values = {motion["custom_id"]: option["label"], name["custom_id"]: "Hero"}
    reply = await scene.alice.submit_modal(form, **values)
    await reply.saying("Hero")
    await reply.with_files()
    request = scene.engine.jobs[0].request
    assert isinstance(request.character, PictureSource)
    assert request.motion == PresetMotion(option["value"])


def _link(kind: str, part: str, url: str) -> Json:
    """What Discord shows of an address in a message."""
    return {
        "type": kind,
        "url": "https://elsewhere.example/x",
        part: {"url": "https://elsewhere.example/x", "proxy_url": url},
    }


async def _animated(scene: Scene, message: Message) -> None:
    form = await scene.alice.context_menu("Animate this", message)
    await (await scene.alice.submit_modal(form)).with_files()


@pytest.mark.parametrize(
    ("name", "told", "kind"),
    [
        ("selfie.mp4", "", VideoMotion),
        ("SELFIE.MOV", "application/octet-stream", VideoMotion),
        ("selfie.mkv", "", VideoMotion),
        ("voice.ogg", "application/ogg", VoiceMotion),
        ("voice.m4a", "", VoiceMotion),
    ],
)
async def test_a_file_whose_kind_nobody_told_goes_by_its_name(
    scene: Scene, name: str, told: str, kind: type[object]
) -> None:
    await scene.create(name="Mimi")
    message = await scene.bob.post("", Upload(name, CLIP.data))
    message.attachments[0].content_type = told
    await _animated(scene, message)
    assert isinstance(scene.engine.jobs[1].request.motion, kind)


async def test_a_sticker_becomes_a_character(scene: Scene) -> None:
    for kind in (1, 4):
        sticker = Sticker("hero", "", "😀", png(320), kind, scene.bob.account)
        scene.guild.stickers[sticker.id] = sticker
        form = await scene.alice.context_menu("Animate this", await scene.bob.post(sticker=sticker))
        assert len(_fields(form.modal)) == 3
    still = Sticker("hero", "", "😀", png(320), 1, scene.bob.account)
    scene.guild.stickers[still.id] = still
    await _animated(scene, await scene.bob.post(forward=await scene.bob.post(sticker=still)))
    assert isinstance(scene.engine.jobs[0].request.character, PictureSource)


async def test_a_drawn_sticker_of_discord_is_no_picture(scene: Scene) -> None:
    lottie = Sticker("wave", "", "👋", b"{}", 3, scene.bob.account)
    one_sentence(await scene.alice.context_menu("Animate this", await scene.bob.post(sticker=lottie)))


async def test_what_another_app_shows_in_a_gallery_is_animated(scene: Scene) -> None:
    proxied = scene.server.cdn.url((await scene.bob.post("", Upload("hero.png", png(256)))).attachments[0])
    message = await scene.bob.post("")
    media = {"url": "https://elsewhere.example/hero.png", "proxy_url": proxied, "content_type": "image/png"}
    gallery = {"type": int(Kind.MEDIA_GALLERY), "items": [{"media": media}]}
    message.components = [{"type": int(Kind.CONTAINER), "components": [gallery]}]
    await _animated(scene, message)
    assert isinstance(scene.engine.jobs[0].request.character, PictureSource)


async def test_what_a_message_forwards_is_animated(scene: Scene) -> None:
    await scene.create(name="Mimi")
    await _animated(scene, await scene.bob.post(forward=await scene.bob.post("look", CLIP)))
    assert isinstance(scene.engine.jobs[1].request.motion, VideoMotion)


@pytest.mark.parametrize("kind", ["gifv", "video"])
async def test_a_gif_of_the_picker_and_a_linked_clip_are_animated(scene: Scene, kind: str) -> None:
    await scene.create(name="Mimi")
    proxied = scene.server.cdn.url((await scene.bob.post("", CLIP)).attachments[0])
    await _animated(scene, await scene.bob.post("https://…", embeds=(_link(kind, "video", proxied),)))
    assert isinstance(scene.engine.jobs[1].request.motion, VideoMotion)


@pytest.mark.parametrize(("kind", "part"), [("image", "thumbnail"), ("rich", "image")])
async def test_a_linked_picture_and_one_in_an_apps_embed_become_characters(scene: Scene, kind: str, part: str) -> None:
    proxied = scene.server.cdn.url((await scene.bob.post("", Upload("hero.png", png(256)))).attachments[0])
    await _animated(scene, await scene.bob.post("https://…", embeds=(_link(kind, part, proxied),)))
    assert isinstance(scene.engine.jobs[0].request.character, PictureSource)


@pytest.mark.parametrize(
    "embed",
    [
        _link("video", "video", "")
        | {"thumbnail": {"url": "https://i.example/a.jpg", "proxy_url": "https://i.example/a.jpg"}},
        _link("article", "thumbnail", "https://i.example/a.jpg"),
        {"type": "rich", "title": "words"},
    ],
)
async def test_pages_that_only_have_a_film_or_a_picture_in_them_are_not(scene: Scene, embed: Json) -> None:
    one_sentence(await scene.alice.context_menu("Animate this", await scene.bob.post("https://…", embeds=(embed,))))


async def test_a_link_past_discord_is_not_followed(scene: Scene) -> None:
    await scene.create(name="Mimi")
    embed = _link("gifv", "video", "http://127.0.0.1:9/clip.mp4")
    form = await scene.alice.context_menu("Animate this", await scene.bob.post("https://…", embeds=(embed,)))
    one_sentence(await (await scene.alice.submit_modal(form)).ended())


async def test_a_message_without_anything_to_animate(scene: Scene) -> None:
    message = await scene.bob.post("just words")
    one_sentence(await scene.alice.context_menu("Animate this", message))
    message = await scene.bob.post("", Upload("notes.txt", b"words"))
    one_sentence(await scene.alice.context_menu("Animate this", message))


async def test_a_file_that_is_too_large(scene: Scene) -> None:
    message = await scene.bob.post("", Upload("film.mp4", b"x", declared_size=10**9))
    one_sentence(await (await scene.alice.context_menu("Animate this", message)).answered())


async def test_an_animoji_in_a_message_becomes_an_emoji(scene: Scene) -> None:
    animoji = await scene.create(name="Mimi")
    form = await scene.alice.context_menu("Make emoji", animoji.message)
    reply = await scene.alice.submit_modal(form)
    await reply.saying(":mimi:")
    assert len(scene.guild.emojis) == 1


async def test_an_animoji_in_a_message_becomes_a_sticker(scene: Scene) -> None:
    animoji = await scene.create(name="Mimi")
    form = await scene.alice.context_menu("Make sticker", animoji.message)
    await (await scene.alice.submit_modal(form)).saying("Mimi")
    assert len(scene.guild.stickers) == 1


@pytest.mark.parametrize("menu", ["Make emoji", "Make sticker"])
async def test_messages_without_an_animoji_and_people_who_may_not(scene: Scene, menu: str) -> None:
    message = await scene.bob.post("", Upload("cat.gif", png()))
    one_sentence(await scene.alice.context_menu(menu, message))
    animoji = await scene.create(name="Mimi")
    assert "Create Expressions" in one_sentence(await scene.bob.context_menu(menu, animoji.message))


async def test_the_menus_are_there_for_people_who_brought_the_app_along(scene: Scene) -> None:
    carol = scene.server.add_user("carol", installed=True)
    elsewhere = carol.at(scene.server.add_guild("Elsewhere", with_bot=False))
    message = await elsewhere.post("", CLIP)
    form = await elsewhere.context_menu("Animate this", message)
    prompt, _ = _fields(form.modal)
    await (await elsewhere.submit_modal(form, **{prompt["custom_id"]: "red hair"})).with_files()


async def test_the_studio_with_everything(scene: Scene) -> None:
    form = await scene.alice.slash("animoji form")
    prompt, clip, motion, name, caption = _fields(form.modal)
    assert clip["file_types"] == ["video"]
    values = {
        prompt["custom_id"]: "green hair",
        clip["custom_id"]: CLIP,
        name["custom_id"]: "Midori",
        caption["custom_id"]: "hi!",
    }
    reply = await scene.alice.submit_modal(form, **values)
    await reply.saying("Midori")
    await reply.with_files()
    request = scene.engine.jobs[0].request
    assert isinstance(request.motion, VideoMotion)
    assert request.caption == "hi!"
    assert motion["options"]


async def test_the_studio_with_words_alone(scene: Scene) -> None:
    form = await scene.alice.in_dm().slash("animoji form")
    prompt = _fields(form.modal)[0]
    await (await scene.alice.in_dm().submit_modal(form, **{prompt["custom_id"]: "green hair"})).with_files()
    assert scene.engine.jobs[0].request.motion == PresetMotion("idle")


async def test_the_studio_refuses_what_the_commands_refuse(scene: Scene) -> None:
    form = await scene.alice.slash("animoji form")
    prompt, clip, *_ = _fields(form.modal)
    reply = await scene.alice.submit_modal(form, **{prompt["custom_id"]: "nude"})
    one_sentence(await reply.ended())
    form = await scene.alice.slash("animoji form")
    prompt, clip, *_ = _fields(form.modal)
    values = {prompt["custom_id"]: "green hair", clip["custom_id"]: Upload("empty.mp4", b"")}
    assert "empty" in one_sentence(await (await scene.alice.submit_modal(form, **values)).ended())
    assert scene.engine.jobs == []
