"""Patterns of cloth, one a file."""
