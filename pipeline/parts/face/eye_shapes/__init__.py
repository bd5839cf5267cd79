"""Shapes of eyes, one a file."""
