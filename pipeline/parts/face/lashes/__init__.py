"""Lashes, one kind a file."""
