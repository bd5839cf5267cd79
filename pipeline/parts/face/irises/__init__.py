"""Irises, one a file."""
