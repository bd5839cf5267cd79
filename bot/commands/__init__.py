"""Slash commands: one cog per group, each thin: parse, call a service, answer."""
