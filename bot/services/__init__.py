"""What the bot does, whoever asks for it: no platform is known in here."""
