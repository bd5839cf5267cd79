"""What machines ask the bot over HTTP."""
