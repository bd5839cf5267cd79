"""AnimeMoji in Telegram: a second door to the same services, which knows nothing of Discord."""
