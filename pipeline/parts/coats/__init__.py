"""Markings of fur: one module for each ``Coat``."""
