"""/settings: what a server allows."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.client import Interaction, asker, reader
from bot.commands.parts import BotGroup
from bot.texts import say
from bot.views.settings import show_settings


@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.default_permissions(manage_guild=True)
class SettingsCog(BotGroup, group_name="settings"):
    always_open = True

    @app_commands.command()
    async def show(self, interaction: Interaction) -> None:
        await show_settings(interaction)

    @app_commands.command(name="role-quota")
    async def role_quota(
        self,
        interaction: Interaction,
        role: discord.Role,
        quota: app_commands.Range[int, 0, 10_000] | None = None,
    ) -> None:
        await self.bot.services.guilds.change_role_quota(asker(interaction), role.id, quota)
        key = "settings.role_quota_gone" if quota is None else "settings.role_quota_line"
        text = say(key, reader(interaction), role=role.mention, quota=quota)
        await interaction.response.send_message(text, ephemeral=True)
