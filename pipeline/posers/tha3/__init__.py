"""Talking Head Anime 3: five networks that pose an aligned picture (P. Khungurn, 2022), our own implementation.

The module and parameter names are those of the published state dicts, so that the official weights load unchanged.
"""
