"""Noses, one a file."""
