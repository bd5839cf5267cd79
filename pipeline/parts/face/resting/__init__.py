"""Faces at rest, one a file."""
