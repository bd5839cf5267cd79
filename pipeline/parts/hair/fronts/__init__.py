"""Fringes, one a file."""
