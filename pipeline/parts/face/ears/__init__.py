"""The character's own ears, one kind a file."""
