"""How long, large and many things may be: each limit once, for the pipeline's checks, the command line and the bot.

Each name ends in what is counted; ``MIN_`` and ``MAX_`` stand before the ends of a range.
"""

from __future__ import annotations

from typing import Final

# Words, in characters (Unicode code points).
PROMPT_LENGTH: Final = 500
"""Enough for every field of a drawn character twice; Stable Diffusion reads about 75 words at a time."""
CAPTION_LENGTH: Final = 60
"""What three lines hold in letters that can be read at 320 pixels."""
NAME_LENGTH: Final = 40
"""A character's name, as one line of a menu on a phone shows it."""
WORN_THINGS: Final = 12
"""Worn, grown and held by one drawn character at once: what a puppet of 60 kB has room for (docs/puppet.md)."""
SPEECH_LENGTH: Final = 200
"""What a character says: about 15 s, at most twice that in slow languages."""
BACKGROUND_LENGTH: Final = 100
"""Discord's own limit for what autocomplete fills in; the longest name with a colour has under 40."""

# The file that is made.
MIN_SIZE: Final = 16
MAX_SIZE: Final = 1024
"""Width and height in pixels: twice the aligned picture's; more would only be enlarged."""
MIN_FPS: Final = 1.0
MAX_FPS: Final = 50.0
"""A GIF counts in hundredths of a second, and browsers slow a delay of one hundredth down to ten."""
MIN_SIDE: Final = 16.0
MAX_SIDE: Final = 2048.0
"""Of the square that is shown, in pixels of the aligned picture."""

# Clips.
CLIP_BYTES: Final = 100_000_000
CLIP_PIXELS: Final = 2560 * 1440
"""Above what a front camera films by default, below 4K."""
CLIP_SECONDS: Final = 60.0
CLIP_FRAMES: Final = 3720
"""A minute at 60 frames per second, and a little."""
MIN_USED_SECONDS: Final = 1.0
MAX_USED_SECONDS: Final = 20.0
"""Of a clip, as a person may choose in Discord: longer ones do not fit into its files."""

# Recordings of a voice, and motion files.
VOICE_BYTES: Final = 25_000_000
VOICE_SECONDS: Final = 30.0
"""What is longer loses its end."""
MOTION_FILE_BYTES: Final = 25_000_000
MOTION_FILE_SECONDS: Final = 60.0
"""What is longer loses its end."""
