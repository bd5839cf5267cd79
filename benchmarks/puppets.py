"""Which drawn characters make the largest puppets: ``python -m benchmarks.puppets [--seconds 600] [--seed 1]``.

A search climbs: one or two fields of a spec are changed by chance, and what is larger stays. It wears a dozen things at
once; ``--worn 45`` is all that can be named in a prompt of 500 characters, ``--worn 80`` all there is. Needs Node.js.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import time
from collections.abc import Sequence
from dataclasses import fields, replace
from enum import Enum
from typing import Any, Final

from pipeline.posers.puppet import puppet_bytes
from pipeline.types import Character, CharacterKind, RigSpec
from pipeline.types.limits import WORN_THINGS
from pipeline.types.spec import (
    RANGES,
    Accessory,
    Age,
    BodyStyle,
    Edition,
    FacialHair,
    Finish,
    HairBack,
    HairColouring,
    HairFront,
    Iris,
    Outfit,
    Physique,
)

_BROTLI: Final = "console.log(require('zlib').brotliCompressSync(require('fs').readFileSync(0)).length)"
_FIXED: Final = {
    "version",
    "edition",
    "years",
    "accessory_colours",
    "skin",
    "eye_colour",
    "hair_colour",
    "outfit_colour",
}
"""Fields that change nothing but colours, or that are not a prompt's to choose."""
START: Final = RigSpec(
    edition=Edition.FOURTH,
    finish=Finish.SKETCH,
    body_style=BodyStyle.CHIBI,
    age=Age.ELDER,
    facial_hair=FacialHair.LONG_BEARD,
    hair_front=HairFront.CURLY,
    hair_back=HairBack.CURLY,
    hair_colouring=HairColouring.STREAKS,
    hair_colour_2="#3366cc",
    outfit=Outfit.MAID,
    accessories=(Accessory.FEATHERED_WINGS, Accessory.DRAGON_TAIL),
)

_A_DOZEN: Final = replace(
    START,
    physique=Physique.SLIM,
    freckles=True,
    braces=True,
    iris=Iris.SLIT,
    hair_back=HairBack.DREADLOCKS,
    hair_length=1.0,
    hair_volume=1.0,
    hair_mess=1.0,
    hair_wave=1.0,
    ahoge=True,
    accessories=(
        *(Accessory.BANDAGE, Accessory.BANDANA, Accessory.FLOWER_CROWN, Accessory.VEIL, Accessory.APRON),
        *(Accessory.SCARF, Accessory.MANTLE, Accessory.FEATHERED_WINGS, Accessory.FOX_TAIL, Accessory.DRAGON_TAIL),
        *(Accessory.BOUQUET, Accessory.GUITAR),
    ),
)
LARGEST: Final = (
    replace(
        START, body_style=BodyStyle.NORMAL, outfit=Outfit.HAKAMA, accessories=(Accessory.SOMBRERO, *START.accessories)
    ),
    replace(START, outfit=Outfit.KIMONO, accessories=(Accessory.WITCH_HAT, *START.accessories)),
    _A_DOZEN,
    replace(_A_DOZEN, hair_front=HairFront.PARTED, hair_back=HairBack.CURLY),
)
"""Those that searches found, and what was the largest before."""


def brotli_size(data: bytes) -> int:
    """How many bytes Brotli makes of it at its best, as a web server serves it."""
    answer = subprocess.run(["node", "-e", _BROTLI], input=data, capture_output=True, check=True)
    return int(answer.stdout)


def puppet_size(spec: RigSpec) -> int:
    """The size of a character's puppet in Brotli."""
    return brotli_size(puppet_bytes(Character(CharacterKind.DRAWN, spec=spec)))


def worn(items: Sequence[Accessory]) -> tuple[Accessory, ...]:
    """Accessories as a spec has them: each once, in the order in which they are drawn."""
    return tuple(item for item in Accessory if item in items)


class Climb:
    """A search for the largest puppet."""

    def __init__(self, seed: int, most: int) -> None:
        self._dice = random.Random(seed)
        self._most = most
        self.spec = replace(START, seed=seed, accessories=self._chosen([*START.accessories, *Accessory]))
        self.size = puppet_size(self.spec)

    def step(self) -> bool:
        """Tries another character; whether it is larger."""
        spec = self.spec
        for _ in range(self._dice.choice([1, 1, 2])):
            spec = self._changed(spec)
        size = puppet_size(spec)
        is_larger = size > self.size
        if is_larger:
            self.spec, self.size = spec, size
        return is_larger

    def unusual(self) -> dict[str, Any]:
        """The fields in which its spec differs from the usual one."""
        usual = RigSpec().to_json()
        return {name: value for name, value in self.spec.to_json().items() if value != usual[name]}

    def _chosen(self, items: list[Accessory]) -> tuple[Accessory, ...]:
        first, others = items[: len(START.accessories)], items[len(START.accessories) :]
        return worn([*first, *self._dice.sample(others, self._most - len(first))])

    def _changed(self, spec: RigSpec) -> RigSpec:
        if self._dice.random() < 0.6 and self._most < len(Accessory):
            return replace(spec, accessories=self._exchanged(spec.accessories))
        name = self._dice.choice([item.name for item in fields(RigSpec) if item.name not in _FIXED])
        return replace(spec, **{name: self._value(name, getattr(spec, name))})

    def _exchanged(self, items: tuple[Accessory, ...]) -> tuple[Accessory, ...]:
        """One thing for another; as many as before, or one more where there is room."""
        left = [item for item in Accessory if item not in items]
        kept = list(items)
        if len(kept) >= self._most:
            kept.remove(self._dice.choice(kept))
        return worn([*kept, self._dice.choice(left)])

    def _value(self, name: str, value: Any) -> Any:
        if name == "accessories":
            return self._exchanged(value)
        if name in RANGES:
            return round(self._dice.uniform(*RANGES[name]), 2)
        if isinstance(value, Enum):
            return self._dice.choice(list(type(value)))
        if isinstance(value, bool):
            return not value
        if isinstance(value, int):
            return self._dice.randrange(10**6)
        return self._dice.choice(["#aa3355", "#3366cc", "#55aa44"])


def main() -> None:
    """Climbs for a while, and prints each larger one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worn", type=int, default=WORN_THINGS)
    options = parser.parse_args()
    end = time.monotonic() + options.seconds
    climb, tries = Climb(options.seed, options.worn), 0
    print(climb.size, "to begin with", flush=True)
    while time.monotonic() < end:
        tries += 1
        if climb.step():
            print(climb.size, "after", tries, json.dumps(climb.unusual()), flush=True)


if __name__ == "__main__":
    main()
