"""Words for animals that cannot be drawn yet: each is the nearest mascot, and people are told that it is left out.

Beside a word for a person they are nothing but told, except where somebody is called by one: a "lion girl" has ears.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pipeline.characters.drawn.reading import Options
from pipeline.characters.drawn.words.archetypes.figure import boy, girl
from pipeline.characters.drawn.words.model import Meaning, Place, Table, Thing
from pipeline.types.spec import Accessory, Coat, Species
from pipeline.types.understood import Topic

_TAN: Final = ("#d9a860",)
_GREY: Final = ("#9a98a2",)
_BROWN: Final = ("#8a5f40",)
_WHITE: Final = ("#f4f0ec",)
_BLACK: Final = ("#3d383c",)
_GREEN: Final = ("#7fae62",)
_PINK: Final = ("#f0a9b8",)


def _nearest(species: Species, fur: tuple[str, ...], coat: Coat | None = None) -> Thing:
    hints: dict[str, Options] = {"hair_colour": fur}
    if coat:
        hints["coat"] = (coat,)
    as_person = Thing(Topic.CHARACTER, undrawn=True)
    said: dict[str, Options] = {"species": (species,)}
    return Thing(Topic.CHARACTER, Place.HAIR, said, hints, undrawn=True, as_person=as_person)


BEASTS: Final[Table] = {
    "puma, cougar, mountain lion, caracal": _nearest(Species.CAT, _TAN, Coat.PLAIN),
    "leopard, cheetah, jaguar, ocelot, serval, bobcat, lynx": _nearest(Species.CAT, _TAN, Coat.TABBY),
    "snow leopard": _nearest(Species.CAT, _WHITE, Coat.TABBY),
    "panther, black panther": _nearest(Species.CAT, _BLACK, Coat.PLAIN),
    "hyena, jackal, dingo, wild dog": _nearest(Species.DOG, _TAN, Coat.PLAIN),
    "badger, honey badger, skunk, lemur": _nearest(Species.RACCOON, _GREY),
    "beaver, weasel, mink, mongoose": _nearest(Species.OTTER, _BROWN),
    "meerkat, squirrel, chipmunk, marmot, groundhog, gopher, prairie dog, quokka, wombat, hedgehog, "
    "porcupine": _nearest(Species.HAMSTER, ("#a5764f",), Coat.PLAIN),
    "ferret, stoat, chinchilla, possum, opossum, sugar glider, armadillo": _nearest(Species.HAMSTER, _GREY, Coat.PLAIN),
    "orangutan": _nearest(Species.MONKEY, ("#b8603a",)),
    "sloth, kangaroo, wallaby, bigfoot, sasquatch": _nearest(Species.BEAR, _BROWN, Coat.PLAIN),
    "gorilla": _nearest(Species.MONKEY, _BLACK),
    "yeti, abominable snowman": _nearest(Species.BEAR, _WHITE, Coat.PLAIN),
    "hippo, hippopotamus, rhino, rhinoceros": _nearest(Species.PIG, _GREY),
    "boar, wild boar, warthog": _nearest(Species.PIG, _BROWN),
    "alpaca, llama, goat, billy goat": _nearest(Species.SHEEP, _WHITE),
    "bison, buffalo, yak, highland cow": _nearest(Species.COW, _BROWN, Coat.PLAIN),
    "pegasus": _nearest(Species.HORSE, _WHITE, Coat.PLAIN),
    "donkey, mule": _nearest(Species.HORSE, _GREY, Coat.PLAIN),
    "camel, giraffe": _nearest(Species.HORSE, _TAN, Coat.PLAIN),
    "moose, elk": _nearest(Species.HORSE, _BROWN, Coat.PLAIN),
    "walrus": _nearest(Species.SEAL, _BROWN),
    "puffin": _nearest(Species.PENGUIN, _BLACK),
    "hawk, falcon, eagle, bald eagle": _nearest(Species.OWL, _BROWN),
    "bird, birb, songbird, sparrow, hen, rooster, ostrich, emu, vulture, turkey bird, kiwi bird": _nearest(
        Species.DUCK, ("#a9764c",)
    ),
    "crow, magpie, blackbird, a raven, the raven, his raven, her raven, pet raven, raven bird": _nearest(
        Species.DUCK, _BLACK
    ),
    "pigeon, dove, seagull, stork, crane bird, cockatoo": _nearest(Species.DUCK, ("#e6e6ec",)),
    "flamingo": _nearest(Species.DUCK, _PINK),
    "parrot, parakeet, budgie, peacock, toucan": _nearest(Species.DUCK, ("#5cae6c",)),
    "canary, cockatiel": _nearest(Species.DUCK, ("#f2d45c",)),
    "bluebird, blue jay": _nearest(Species.DUCK, ("#6f9fd8",)),
    "turtle, tortoise": _nearest(Species.FROG, _GREEN),
    "lizard, gecko, iguana, chameleon, crocodile, alligator": _nearest(Species.DINOSAUR, _GREEN),
}


def _called(animals: str, *worn: Accessory, told: bool = False) -> dict[str, Meaning]:
    """Girls and boys who have something of an animal: "lion girl", "cow boy" apart; ``told`` where that is little."""
    names = animals.split(", ")
    she = ", ".join(f"{name} {noun}" for name in names for noun in ("girl", "woman", "lady", "maid"))
    he = ", ".join(f"{name} {noun}" for name in names for noun in ("boy", "guy", "man") if f"{name}{noun}" != "cowboy")
    figures = (girl(*worn, place=Place.HAIR), boy(*worn, place=Place.HAIR))
    return {names: replace(figure, undrawn=told) for names, figure in zip((she, he), figures, strict=True)}


CALLED: Final[Table] = {
    **_called("lion, leopard, cheetah, jaguar, monkey", Accessory.BEAR_EARS, Accessory.CAT_TAIL),
    **_called("panther, lynx", Accessory.CAT_EARS, Accessory.CAT_TAIL),
    **_called("raccoon, tanuki, squirrel, otter, ferret", Accessory.BEAR_EARS, Accessory.FOX_TAIL),
    **_called("mouse, rat, koala", Accessory.BEAR_EARS),
    **_called("cow", Accessory.DOG_EARS, Accessory.HORNS),
    **_called("sheep, goat, ram", Accessory.DOG_EARS, Accessory.HORNS),
    **_called("hyena, jackal, coyote", Accessory.WOLF_EARS, Accessory.FOX_TAIL),
    **_called("bird, harpy, owl, crow, swan", Accessory.FEATHERED_WINGS),
    **_called("bat", Accessory.BAT_WINGS),
    **_called("shark, lizard, crocodile, snake, dinosaur", Accessory.DRAGON_TAIL, told=True),
    **_called("unicorn", Accessory.HORNS, told=True),
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (BEASTS, CALLED)
