"""What the bot does, apart from how it looks: no ``discord.ui`` in here."""
