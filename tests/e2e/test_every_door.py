"""Every button, menu, form and command, whichever there are: all obey the server's rules, and all fail in one way."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any, Final

import discord
import pytest
from discord import app_commands, ui
from hypothesis import Phase, find, settings
from hypothesis import strategies as st

import bot.commands
import bot.views
from bot.app import AnimeMojiBot
from bot.client import Interaction
from bot.commands.parts import BotCog
from bot.discovery import import_all, leaves
from bot.texts import ENGLISH, say
from bot.views.parts import BotItem, Form
from bot.views.shelves import PageButton
from tests.discord_server import Message, NotOffered, Reply, Role, Upload, User
from tests.discord_server.components import Json
from tests.discord_server.state import MessageFlag
from tests.e2e.scene import Scene, one_sentence
from tests.e2e.shutting import Way, every_way

import_all(bot.commands)
import_all(bot.views)

ITEMS: list[type[BotItem[Any]]] = leaves(BotItem)  # type: ignore[type-abstract]
FORMS: list[type[Form]] = leaves(Form)  # type: ignore[type-abstract]
OPEN_ITEMS = {"job:cancel", "privacy:forget", "animoji:delete", "together:no", "together:back"}
"""How the custom ids of those begin that work in spite of the rules: one's own can always be taken back."""
OPEN_COMMANDS = {"settings", "quiet", "moderation", "privacy", "help", "about", "invite", "Delete", "Who"}
"""The first words of the commands that do."""
FAILURE = say("failure.unknown", ENGLISH, id="id")
AnyCommand = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu
FILES = {"video": Upload("a.mp4", b"clip"), "audio": Upload("a.ogg", b"voice"), "image": Upload("a.png", b"picture")}


class BrokenError(Exception):
    """What no code foresees."""


async def break_down(*_: Any, **__: Any) -> None:
    raise BrokenError("secret")


_FIRST: Final = settings(phases=[Phase.generate], database=None)
"""The simplest text, which is generated first, is enough: nobody has to look for a simpler one, which takes long."""


def custom_ids(kind: type[BotItem[Any]]) -> Iterator[str]:
    """A custom id for each thing that items of this kind do: one for each word that their template offers."""
    template = kind.__discord_ui_compiled_template__.pattern
    choices = re.findall(r"\(\?P<\w+>([a-z0-9_]+(?:\|[a-z0-9_]+)*)\)", template)
    for words in itertools.product(*(choice.split("|") for choice in choices)):
        pattern = template
        for choice, word in zip(choices, words, strict=True):
            pattern = pattern.replace(choice, word, 1)
        yield find(st.from_regex(pattern, fullmatch=True), lambda _: True, settings=_FIRST)


EVERY_ID = [(kind, custom_id) for kind in ITEMS for custom_id in custom_ids(kind)]


def item_of(kind: type[BotItem[Any]], custom_id: str) -> BotItem[Any]:
    match = kind.__discord_ui_compiled_template__.fullmatch(custom_id)
    assert match is not None
    return kind.parse(match)


def message_with(scene: Scene, item: BotItem[Any]) -> Message:
    """A message of the bot's that has this button or menu."""
    component = item.to_component_dict() | {"id": 2, "disabled": False}
    if component["type"] == 2:
        component["label"] = "press"
    row: Json = {"type": 1, "id": 1, "components": [component]}
    message = Message(scene.guild.general, scene.server.world.bot, components=[row])
    message.flags |= MessageFlag.IS_COMPONENTS_V2
    scene.server.world.messages[message.id] = message
    return message


async def use(scene: Scene, user: User, kind: type[BotItem[Any]], custom_id: str) -> Reply:
    """The person presses the button, or takes what they may of the menu."""
    message = message_with(scene, item_of(kind, custom_id))
    component = message.components[0]["components"][0]
    if component["type"] == 2:
        return await user.click(message, custom_id)
    values = [option["value"] for option in component.get("options", [])[:1]]
    return await user.select(message, *values)


def commands_of(bot: AnimeMojiBot) -> Iterator[AnyCommand]:
    for command in bot.tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        yield from bot.tree.get_commands(type=kind)


async def call(scene: Scene, user: User, command: AnyCommand) -> Reply:
    """The person calls a command with as little as it takes."""
    if isinstance(command, app_commands.ContextMenu):
        return await user.context_menu(command.name, await scene.bob.post("hello", FILES["image"]))
    values: dict[discord.AppCommandOptionType, Any] = {
        discord.AppCommandOptionType.string: "x",
        discord.AppCommandOptionType.integer: 1,
        discord.AppCommandOptionType.role: Role("some", 0),
        discord.AppCommandOptionType.user: scene.alice,
        discord.AppCommandOptionType.attachment: FILES["image"],
    }
    options = {option.display_name: values[option.type] for option in command.parameters if option.required}
    return await user.slash(command.qualified_name, **options)


async def refuse(scene: Scene, bot: AnimeMojiBot, way: Way) -> None:
    """From now on Bob is kept out."""
    await way.shut(bot.services, scene.guild.id, scene.bob.id)


def admin(scene: Scene) -> User:
    return User(scene.server, scene.guild.owner, scene.guild.general)


def alike(reply: Reply) -> str:
    """What was said of a failure, without the id that tells it from others."""
    return re.sub(r"`[0-9a-f]{8}`", "`id`", one_sentence(reply))


def test_all_are_built_on_the_same_parts() -> None:
    """What is not built on them would be walked past by the tests below."""
    for kind, part in ((ui.DynamicItem, BotItem), (ui.Modal, Form), (discord.ext.commands.Cog, BotCog)):
        ours = [each for each in leaves(kind) if each.__module__.startswith("bot.")]
        assert len(ours) > 4
        assert [each for each in ours if not issubclass(each, part)] == []
    assert {"callback", "from_custom_id"} & {name for kind in ITEMS for name in vars(kind)} == set()
    assert "on_submit" not in {name for kind in FORMS for name in vars(kind)}


@pytest.mark.parametrize(("kind", "custom_id"), EVERY_ID, ids=[custom_id for _, custom_id in EVERY_ID])
def test_what_is_always_open_is_named_here(kind: type[BotItem[Any]], custom_id: str) -> None:
    assert item_of(kind, custom_id).always_open == any(custom_id.startswith(begin) for begin in OPEN_ITEMS)


@every_way
async def test_buttons_and_menus_refuse_whom_the_server_refuses(scene: Scene, bot: AnimeMojiBot, way: Way) -> None:
    await refuse(scene, bot, way)
    for kind, custom_id in EVERY_ID:
        if not item_of(kind, custom_id).always_open:
            reply = await (await use(scene, scene.bob, kind, custom_id)).answered()
            assert one_sentence(reply) == way.sentence, custom_id


async def test_buttons_and_menus_that_fail_say_the_same(
    scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {}
    for kind, custom_id in EVERY_ID:
        monkeypatch.setattr(kind, "run", break_down)
        said[custom_id] = alike(await (await use(scene, scene.bob, kind, custom_id)).answered())
    assert len(said) > 30
    assert set(said.values()) == {FAILURE}


def bare(kind: type[Form]) -> Form:
    """A form of this kind that asks nothing."""
    form = kind.__new__(kind)
    Form.__init__(form, "A form")
    form.add_item(ui.TextDisplay("Send it."))
    return form


async def open_form(scene: Scene, form: Form, monkeypatch: pytest.MonkeyPatch) -> Reply:
    async def run(_: Any, interaction: Interaction) -> None:
        await form.open(interaction)

    monkeypatch.setattr(PageButton, "run", run)
    return await use(scene, scene.bob, PageButton, "characters:page:0")


@every_way
async def test_forms_that_were_opened_before_refuse_whom_the_server_refuses_by_now(
    scene: Scene, bot: AnimeMojiBot, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = [await open_form(scene, bare(kind), monkeypatch) for kind in FORMS]
    await refuse(scene, bot, way)
    for kind, form in zip(FORMS, opened, strict=True):
        assert one_sentence(await (await scene.bob.submit_modal(form)).answered()) == way.sentence, kind


async def test_forms_that_fail_say_the_same(scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch) -> None:
    said = set()
    for kind in FORMS:
        monkeypatch.setattr(kind, "run", break_down)
        form = await open_form(scene, bare(kind), monkeypatch)
        said.add(alike(await (await scene.bob.submit_modal(form)).answered()))
    assert len(FORMS) > 5
    assert said == {FAILURE}


@every_way
async def test_commands_refuse_whom_the_server_refuses(scene: Scene, bot: AnimeMojiBot, way: Way) -> None:
    await refuse(scene, bot, way)
    for command in commands_of(bot):
        first = command.qualified_name.split()[0]
        if first in ("settings", "quiet", "moderation"):  # those are not even offered
            with pytest.raises(NotOffered):
                await call(scene, scene.bob, command)
            continue
        reply = await (await call(scene, scene.bob, command)).answered()
        assert (reply.text == way.sentence) == (way.for_all or first not in OPEN_COMMANDS), command.qualified_name


async def test_commands_that_fail_say_the_same(
    scene: Scene, bot: AnimeMojiBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = {}
    for command in commands_of(bot):
        monkeypatch.setattr(command, "_callback", break_down)
        said[command.qualified_name] = alike(await (await call(scene, admin(scene), command)).answered())
    assert len(said) > 20
    assert set(said.values()) == {FAILURE}
