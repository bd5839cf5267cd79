"""Who appears in the gallery, and how they pose."""

from __future__ import annotations

from typing import Final

HERO: Final = (
    "girl, fair skin, silver twin tails, straight bangs, violet eyes, sailor uniform, gentle smile, red hair ribbon",
    3,
)
"""Prompt and seed of the character that shows the poses and wears all parts."""
CAST: Final = (
    HERO,
    ("boy, fair skin, messy spiky black hair, blue eyes, navy jacket, calm", 5),
    ("girl, pink bob, big green eyes, cat ears, hoodie with a star, cat mouth, no glasses", 8),
    ("long wavy blonde hair, amber eyes, elf ears, green cape, gentle eyes, woman", 11),
    ("brown skinned girl, curly black hair, hazel eyes, round glasses, yellow turtleneck, grin", 14),
    ("chibi girl, fair skin, solid color lavender hair, drills, blue eyes, idol outfit, crown", 17),
)
"""Prompts and seeds of the characters that turn."""
MASCOTS: Final = (
    ("orange tabby cat", 1), ("corgi", 2), ("fox", 3), ("white rabbit", 4), ("bear", 5), ("green frog", 6),
    ("calico", 7), ("husky", 8), ("arctic fox", 9), ("brown rabbit", 10), ("panda", 11), ("frog with a crown", 12),
    ("black and white cat, red scarf", 13), ("golden retriever, round glasses", 14), ("fox in a kimono", 15),
    ("rabbit, straw hat", 16), ("bear chef", 17), ("frog in a suit", 18),
    ("penguin in a scarf", 3), ("duckling", 20), ("piglet chef", 4), ("hamster", 22), ("tiger", 23),
    ("koala, flower", 24),
    ("lion", 25), ("raccoon in a hoodie", 26), ("cow", 27), ("sheep with a top hat", 28), ("monkey, waving", 29),
    ("mouse", 30), ("brown owl, round glasses", 31), ("horse", 32), ("unicorn", 33), ("axolotl in a hoodie", 34),
    ("capybara in sunglasses", 35), ("dinosaur with a crown", 36), ("shark", 37), ("elephant", 38),
    ("otter with a red scarf", 39), ("seal", 40), ("black horse with a white mane", 41), ("pink owl", 42),
)  # fmt: skip
"""Prompts and seeds of animals: a row of each species as it is, two of breeds, and of what they wear."""
MASCOT_POSES: Final = ("neutral", "laughing", "crying out", "furious", "shocked", "eyes closed")
"""What the first of them show."""
DRAWINGS: Final = (
    (CAST[0], 0.0, "#f3d9c4"),
    (CAST[1], -9.0, "#cfe3d4"),
    (CAST[2], 6.0, "#d9dcf2"),
    (CAST[3], 12.0, "#f6f0da"),
)
"""Who is painted on paper of which colour, and by how many degrees it lies askew, to become a picture character."""
DANCERS: Final = (CAST[0], CAST[2], CAST[3], ("boy, tanned, red ponytail, amber eyes, navy kimono, smug", 21))
"""Who moves in the animated GIF."""

POSES: Final[dict[str, dict[str, float]]] = {
    "neutral": {},
    "mouth aaa": {"mouth_aaa": 1},
    "mouth iii": {"mouth_iii": 1},
    "mouth uuu": {"mouth_uuu": 1},
    "mouth eee": {"mouth_eee": 1},
    "mouth ooo": {"mouth_ooo": 1},
    "mouth delta": {"mouth_delta": 1},
    "corners raised": {"mouth_raised_corner": 1},
    "corners lowered": {"mouth_lowered_corner": 1},
    "smirk": {"mouth_smirk": 1},
    "wink left": {"eye_wink_left": 1},
    "wink right": {"eye_wink_right": 1},
    "eyes closed": {"eye_wink": 1},
    "happy wink": {"eye_happy_wink": 1},
    "surprised": {"eye_surprised": 1},
    "relaxed": {"eye_relaxed": 1},
    "unimpressed": {"eye_unimpressed": 1},
    "lower lids raised": {"eye_raised_lower_eyelid": 1},
    "iris small": {"iris_small": 1},
    "gaze up": {"iris_rotation_x": 1},
    "gaze aside": {"iris_rotation_y": 1},
    "brows troubled": {"eyebrow_troubled": 1},
    "brows angry": {"eyebrow_angry": 1},
    "brows raised": {"eyebrow_raised": 1},
    "brows happy": {"eyebrow_happy": 1},
    "brows serious": {"eyebrow_serious": 1, "eyebrow_lowered": 0.5},
    "laughing": {"eye_happy_wink": 1, "mouth_aaa": 0.8, "mouth_raised_corner": 1, "eyebrow_happy": 1, "head_x": 0.4},
    "crying out": {"eye_wink": 0.8, "eyebrow_troubled": 1, "mouth_aaa": 0.9, "mouth_lowered_corner": 1},
    "furious": {"eyebrow_angry": 1, "eyebrow_lowered": 0.6, "mouth_eee": 0.9, "iris_small": 0.4, "head_x": -0.4},
    "shocked": {"eye_surprised": 1, "eyebrow_raised": 1, "iris_small": 0.8, "mouth_ooo": 0.8},
    "looking up": {"head_x": 1, "iris_rotation_x": 0.5},
    "tilted": {"neck_z": 1, "body_z": 0.5, "mouth_raised_corner": 0.6},
}
"""Poses by the words that they are labelled with: every kind of parameter, and some mixtures."""

TURNS: Final[dict[str, dict[str, float]]] = {
    "front": {},
    "left": {"head_y": 1},
    "half left": {"head_y": 0.5},
    "half right": {"head_y": -0.5},
    "right": {"head_y": -1},
    "up": {"head_x": 1},
    "down": {"head_x": -1},
    "up left": {"head_x": 0.8, "head_y": 0.8},
    "down right": {"head_x": -0.8, "head_y": -0.8},
    "tilt left": {"neck_z": 1},
    "tilt right": {"neck_z": -1},
    "body": {"body_y": 1, "body_z": 0.7, "head_y": -0.6},
}

PICTURE_POSES: Final = {
    label: POSES.get(label, TURNS.get(label, {}))
    for label in ("neutral", "left", "right", "tilt left", "wink left", "laughing", "shocked", "furious")
}
"""What picture characters do."""
MOODS: Final = (
    "neutral", "corners raised", "laughing", "smirk", "wink left", "mouth uuu",
    "crying out", "furious", "shocked", "unimpressed", "relaxed", "eyes closed",
)  # fmt: skip
"""The poses that are told apart at the size of a letter."""
