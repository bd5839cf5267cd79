"""Shapes of faces, one a file."""
