"""What is asked of the bot over HTTP: by machines that look after it, and by Discord."""
