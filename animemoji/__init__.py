"""The command line of AnimeMoji: it stands above the bot and the pipeline, and nothing below knows it."""
