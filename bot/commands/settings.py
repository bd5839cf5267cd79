"""/settings: what a server allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import NoAdminError
from bot.texts import say
from bot.views.asking import asker
from bot.views.settings import settings_page

if TYPE_CHECKING:
    from bot.app import AnimeMojiBot


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class SettingsCog(commands.GroupCog, group_name="settings", group_description="What I may do in this server"):
    def __init__(self, bot: AnimeMojiBot) -> None:
        self.bot = bot

    @app_commands.command(description="Show and change what I may do in this server")
    async def show(self, interaction: discord.Interaction[AnimeMojiBot]) -> None:
        who = asker(interaction)
        if not who.is_admin:
            raise NoAdminError
        rules = await self.bot.services.guilds.rules(who.guild_id)
        await interaction.response.send_message(view=settings_page(rules, interaction.locale), ephemeral=True)

    @app_commands.command(name="role-quota", description="Let a role make more, or less, than others in a day")
    @app_commands.describe(role="Which role", quota="Animojis a day; nothing special for this role if left out")
    async def role_quota(
        self,
        interaction: discord.Interaction[AnimeMojiBot],
        role: discord.Role,
        quota: app_commands.Range[int, 0, 10_000] | None = None,
    ) -> None:
        await self.bot.services.guilds.change_role_quota(asker(interaction), role.id, quota)
        key = "settings.role_quota_gone" if quota is None else "settings.role_quota_line"
        text = say(key, interaction.locale, role=role.mention, quota=quota)
        await interaction.response.send_message(text, ephemeral=True)
