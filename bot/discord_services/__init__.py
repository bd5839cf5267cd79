"""What only Discord has: its emoji and stickers, what its messages hold, and how its requests go wrong."""
