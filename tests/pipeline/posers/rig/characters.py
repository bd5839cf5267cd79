"""Many drawn characters that have all that a character can have between them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from pipeline.characters import make_character
from pipeline.types import POSE_HIGH, POSE_LOW, PromptSource, RigSpec
from pipeline.types.spec import Edition

_PROMPTS: Final = (
    *(
        "",
        "chibi girl, pink twin tails, heart eyes",
        "old man, grey beard",
        "cat boy with fang, grin",
        "star eyes, smug",
    ),
    *("elf, ring eyes, sleepy", "shy girl, freckles, braids, hat", "angry boy, sharp eyes, scar", "sketch style, hat"),
    *("robot maid, heterochromia", "soft style old woman", "witch hat, pout", "knight, long hair", "idol, ponytail"),
    *("little boy, cap", "chibi pirate, eye patch", "vampire, dark skin", "princess, drill hair, crown, soft style"),
    *("chibi sketch old man, glasses", "nurse, curly hair, mask"),
    *(
        "orange tabby cat",
        "beagle, scarf",
        "fox in a kimono",
        "white rabbit, straw hat",
        "panda",
        "frog with a crown",
        "penguin in a scarf",
        "piglet",
    ),
)


def spec_of(prompt: str, seed: int = 1) -> RigSpec:
    spec = make_character(PromptSource(prompt, seed), lambda *_: None).character.spec
    assert spec is not None
    return spec


@cache
def many_specs(count: int) -> tuple[RigSpec, ...]:
    """Specs of the prompts above, then of chance, every third one in the first edition."""
    prompts = [*_PROMPTS[:count], *["random"] * (count - len(_PROMPTS))]
    specs = [spec_of(prompt, seed) for seed, prompt in enumerate(prompts)]
    return tuple(replace(spec, edition=Edition.FIRST) if n % 3 == 2 else spec for n, spec in enumerate(specs))


def random_poses(count: int, seed: int = 0) -> npt.NDArray[np.float32]:
    """Poses [count, 45] with some numbers at rest, some anywhere in their range, the first one at rest."""
    dice = np.random.default_rng(seed)
    poses = dice.uniform(POSE_LOW, POSE_HIGH, (count, 45)) * (dice.random((count, 45)) < 0.6)
    poses[0] = 0
    return poses.astype(np.float32)
