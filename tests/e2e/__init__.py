"""The bot from end to end: real discord.py client, real services and database, a local Discord on the other side."""
