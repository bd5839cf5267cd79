"""Eyebrows, one style a file."""
