"""The panel in which who manages a server says what the bot may do there."""

from __future__ import annotations

import re
from enum import Enum
from typing import Any, Final

import discord
from discord import ui

from bot.client import Interaction, asker, reader
from bot.domain import FilterLevel, Rules, Speaking
from bot.errors import NoAdminError, NumberNeededError
from bot.settings import Settings
from bot.speech_errors import MessagesUnreadError
from bot.texts import ENGLISH, Language, languages, say
from bot.views.layout import Page
from bot.views.parts import BotItem, Form

_MOST: Final = 10_000
"""The largest number that a limit may be."""
_NO_LANGUAGE: Final = "none"
_OWNERS: Final = "owner"
"""The level that the bot's owner chose."""
_CHANNELS: Final = ("text", "news", "voice", "stage_voice", "forum", "public_thread", "category")
"""Kinds of channels that may be chosen; what lies in one of them is chosen with it."""
_LINES: Final = 25
"""Lines of a menu, at most (Discord's API reference, string select)."""
_MOST_LANGUAGES: Final = _LINES - 1
"""One line is for no language."""


class PanelItem(str, Enum):
    """What a menu or a button of the panel sets."""

    CHANNELS = "channels"
    ROLES = "roles"
    EMOJI_ROLES = "emoji_roles"
    FILTER = "filter"
    LANGUAGE = "language"
    SPEAKING = "speaking"
    QUIET = "quiet"
    PRIVATE = "private"
    LIMITS = "limits"
    LOG = "log"


_LISTS: Final = {
    PanelItem.CHANNELS: "channel_ids",
    PanelItem.QUIET: "quiet_channel_ids",
    PanelItem.ROLES: "role_ids",
    PanelItem.EMOJI_ROLES: "emoji_role_ids",
}
"""The rules that are lists of channels or roles."""
_MENUS: Final = (
    *(PanelItem.CHANNELS, PanelItem.ROLES, PanelItem.EMOJI_ROLES),
    *(PanelItem.FILTER, PanelItem.LANGUAGE, PanelItem.SPEAKING, PanelItem.QUIET, PanelItem.LOG),
)
_TEMPLATE: Final = rf"settings:(?P<setting>{'|'.join(setting.value for setting in PanelItem)})"


def _menu(setting: PanelItem, rules: Rules, language: Language) -> ui.Item[Any]:
    """The menu or button of a setting, which shows what is set."""
    custom_id = f"settings:{setting.value}"
    state = "" if setting is not PanelItem.PRIVATE else "_on" if rules.private_by_default else "_off"
    hint = say(f"settings.{setting.value}{state}", language)
    everybody: dict[str, Any] = {"placeholder": hint, "min_values": 0, "max_values": _LINES, "custom_id": custom_id}
    match setting:
        case PanelItem.CHANNELS | PanelItem.QUIET:
            ids = rules.channel_ids if setting is PanelItem.CHANNELS else rules.quiet_channel_ids
            kinds = [discord.ChannelType[name] for name in _CHANNELS]
            # A menu can show 25 of them; /quiet may have chosen more.
            chosen = [discord.SelectDefaultValue.from_channel(discord.Object(i)) for i in sorted(ids)[:_LINES]]
            return ui.ChannelSelect(channel_types=kinds, default_values=chosen, **everybody)
        case PanelItem.LOG:
            chosen = [discord.SelectDefaultValue.from_channel(discord.Object(i)) for i in [rules.log_channel_id] if i]
            one = everybody | {"max_values": 1, "default_values": chosen}
            return ui.ChannelSelect(channel_types=[discord.ChannelType.text], **one)
        case PanelItem.ROLES | PanelItem.EMOJI_ROLES:
            ids = rules.role_ids if setting is PanelItem.ROLES else rules.emoji_role_ids
            roles = [discord.SelectDefaultValue(id=i, type=discord.SelectDefaultValueType.role) for i in sorted(ids)]
            return ui.RoleSelect(default_values=roles, **everybody)
        case PanelItem.FILTER:
            levels = {_OWNERS: None, **{level.value: level for level in FilterLevel}}
            options = [
                discord.SelectOption(
                    label=say(f"settings.filter_{name}", language), value=name, default=level is rules.filter_level
                )
                for name, level in levels.items()
            ]
            return ui.Select(placeholder=hint, options=options, custom_id=custom_id)
        case PanelItem.LANGUAGE:
            set_one = Language.spoken(rules.language) if rules.language else None
            label = say("settings.language_reader", language)
            options = [discord.SelectOption(label=label, value=_NO_LANGUAGE, default=set_one is None)]
            options += [
                discord.SelectOption(label=say("language.name", one), value=one.code, default=one == set_one)
                for one in languages()[:_MOST_LANGUAGES]
            ]
            return ui.Select(placeholder=hint, options=options, custom_id=custom_id)
        case PanelItem.SPEAKING:
            options = [
                discord.SelectOption(
                    label=say(f"settings.speaking_{each.value}", language),
                    value=each.value,
                    default=each is rules.speaking,
                )
                for each in Speaking
            ]
            return ui.Select(placeholder=hint, options=options, custom_id=custom_id)
        case PanelItem.PRIVATE:
            return ui.Button(label=hint, custom_id=custom_id)
        case PanelItem.LIMITS:
            return ui.Button(label=hint, custom_id=custom_id)


class SettingItem(BotItem[ui.Item[Any]], template=_TEMPLATE):
    """A menu or a button of the panel; it obeys who manages the server."""

    def __init__(self, setting: PanelItem, rules: Rules = Rules(), language: Language = ENGLISH) -> None:  # noqa: B008
        super().__init__(_menu(setting, rules, language))
        self.setting = setting

    @classmethod
    def parse(cls, match: re.Match[str]) -> SettingItem:
        return cls(PanelItem(match["setting"]))

    async def run(self, interaction: Interaction) -> None:
        guilds = interaction.client.services.guilds
        rules = await guilds.rules(interaction.guild_id)
        if self.setting is PanelItem.LIMITS:
            await guilds.change(asker(interaction))  # refuses at once, not after the form, who may not change anything
            await LimitsModal(rules, interaction.client.settings, reader(interaction)).open(interaction)
            return
        change = _change(self.setting, self.item, rules)
        if change.get("speaking") is Speaking.PREFIX and not interaction.client.settings.hears_messages:
            raise MessagesUnreadError
        rules = await guilds.change(asker(interaction), **change)
        page = settings_page(rules, interaction.client.settings, reader(interaction))
        await interaction.response.edit_message(view=page)


def _change(setting: PanelItem, item: ui.Item[Any], rules: Rules) -> dict[str, Any]:
    """The rules that a menu or a button sets, by name."""
    match item:
        case ui.ChannelSelect() if setting is PanelItem.LOG:
            return {"log_channel_id": item.values[0].id if item.values else None}
        case ui.ChannelSelect() | ui.RoleSelect():
            return {_LISTS[setting]: [value.id for value in item.values]}
        case ui.Select() if setting is PanelItem.SPEAKING:
            return {"speaking": Speaking(item.values[0])}
        case ui.Select() if setting is PanelItem.FILTER:
            return {"filter_level": None if item.values[0] == _OWNERS else FilterLevel(item.values[0])}
        case ui.Select():
            return {"language": None if item.values[0] == _NO_LANGUAGE else item.values[0]}
        case _:
            return {"private_by_default": not rules.private_by_default}


async def show_settings(interaction: Interaction) -> None:
    """Shows the panel to who manages the server. Raises NoAdminError."""
    who = asker(interaction)
    if not who.is_admin:
        raise NoAdminError
    rules = await interaction.client.services.guilds.rules(who.guild_id)
    page = settings_page(rules, interaction.client.settings, reader(interaction))
    await interaction.response.send_message(view=page, ephemeral=True)


def settings_page(rules: Rules, owner: Settings, language: Language) -> Page:
    """The panel. ``owner``: what holds where the server says nothing."""
    limits = say(
        "settings.limits_now",
        language,
        quota=_quota(rules.daily_quota, owner.daily_quota, language),
        server=say("settings.no_limit", language) if rules.server_quota is None else str(rules.server_quota),
        cooldown=_cooldown(rules.cooldown_seconds, owner.cooldown_seconds, language),
    )
    roles = [
        say("settings.role_quota_line", language, role=f"<@&{role}>", quota=quota)
        for role, quota in rules.role_quotas.items()
    ]
    items: list[ui.Item[Any]] = [ui.TextDisplay(say("settings.title", language))]
    for setting in _MENUS:
        items += [
            ui.TextDisplay(say(f"settings.{setting.value}_title", language)),
            ui.ActionRow(SettingItem(setting, rules, language)),
        ]
    items += [
        ui.TextDisplay("\n".join([limits, *roles])),
        ui.ActionRow(SettingItem(PanelItem.LIMITS, rules, language), SettingItem(PanelItem.PRIVATE, rules, language)),
    ]
    return Page(*items)


def _quota(own: int | None, owners: int, language: Language) -> str:
    """What a server's daily number comes to: the owner's is the highest."""
    if own is None:
        return say("settings.usual", language, value=str(owners))
    return str(own) if own <= owners else say("settings.highest", language, value=str(owners))


def _cooldown(own: int | None, owners: int, language: Language) -> str:
    if own is None:
        return say("settings.usual", language, value=say("settings.seconds", language, seconds=owners))
    return say("settings.seconds", language, seconds=own)


class LimitsModal(Form):
    """Asks for the numbers; an empty field stands for what its hint says, the bot's own setting."""

    def __init__(self, rules: Rules, owner: Settings, language: Language) -> None:
        super().__init__(say("settings.limits", language))
        self.fields: dict[str, ui.TextInput[Any]] = {}
        usual = {
            "daily_quota": _quota(None, owner.daily_quota, language),
            "server_quota": say("settings.no_limit", language),
            "cooldown_seconds": _cooldown(None, owner.cooldown_seconds, language),
        }
        for name, hint in usual.items():
            value = getattr(rules, name)
            field: ui.TextInput[Any] = ui.TextInput(
                default="" if value is None else str(value), placeholder=hint, required=False, max_length=5
            )
            self.fields[name] = field
            self.add_item(ui.Label(text=say(f"settings.{name}", language), component=field))

    async def run(self, interaction: Interaction) -> None:
        values = {name: _number(field.value) for name, field in self.fields.items()}
        rules = await interaction.client.services.guilds.change(asker(interaction), **values)
        page = settings_page(rules, interaction.client.settings, reader(interaction))
        await interaction.response.edit_message(view=page)


def _number(text: str) -> int | None:
    """The number that was written, None for nothing. Raises NumberNeededError."""
    bare = text.strip()
    if not bare:
        return None
    if not bare.isdecimal() or int(bare) > _MOST:
        raise NumberNeededError(value=bare, limit=_MOST)
    return int(bare)
