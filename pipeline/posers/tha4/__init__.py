"""Talking Head Anime 4: the full networks, and the official students that were distilled from them.

The architecture follows Khungurn, "Talking Head(?) Anime from a Single Image 4" (2023). Its published weights are under
CC BY-NC 4.0: whoever wants them brings them.
"""
