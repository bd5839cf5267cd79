"""Words for mascots that are all animal, their breeds and their fur. Beside a word for a person most of them mean a
person with ears and a tail instead: "fox girl".
"""

from __future__ import annotations

from typing import Final

from pipeline import parts
from pipeline.characters.drawn.reading import Options, Span
from pipeline.characters.drawn.words.archetypes.creatures import DRAGON, WOLF
from pipeline.characters.drawn.words.archetypes.figure import BRIGHT, figure
from pipeline.characters.drawn.words.face import CAT_PLACES
from pipeline.characters.drawn.words.model import Meaning, Modifier, Place, Table, Thing, named, things
from pipeline.types.spec import Accessory, Coat, EyeShape, Outfit, RestingFace, Species
from pipeline.types.understood import Topic

NAMES: Final = things("species", Topic.CHARACTER, Place.HAIR, named(parts.SPECIES))
MASCOTS: Final = tuple(species for species in Species if species is not Species.HUMAN)

_KITTEN: Final = figure(Accessory.CAT_EARS, place=Place.HAIR)
_FOX: Final = figure(
    Accessory.FOX_EARS,
    Accessory.FOX_TAIL,
    place=Place.HAIR,
    eye_shape=(EyeShape.TSURIME,),
    expression=(RestingFace.SMUG, RestingFace.CAT, RestingFace.SMILE),
    outfit=(Outfit.KIMONO,),
    hair_colour=("#d9793d", "#dfb568", "#eae6f1", "#f2b99c"),
    eye_colour=("#d98a2b", "#e0b53a", "#c23b4e"),
)
_PUPPY: Final = figure(
    Accessory.DOG_EARS,
    Accessory.FOX_TAIL,
    place=Place.HAIR,
    fang=(True,),
    expression=BRIGHT,
    hair_mess=Span(0.4, 0.75),
)
_AS_NOBODY: Final = Thing(Topic.CHARACTER, undrawn=True)
_PEOPLE: Final = {
    Species.CAT: _KITTEN,
    Species.DOG: _PUPPY,
    Species.FOX: _FOX,
    Species.RABBIT: figure(Accessory.RABBIT_EARS, place=Place.HAIR, expression=BRIGHT),
    Species.BEAR: figure(Accessory.BEAR_EARS, place=Place.HAIR, expression=BRIGHT),
    Species.FROG: _AS_NOBODY,
    Species.PENGUIN: _AS_NOBODY,
    Species.DUCK: _AS_NOBODY,
    Species.PIG: _AS_NOBODY,
    Species.HAMSTER: figure(Accessory.BEAR_EARS, place=Place.HAIR, expression=BRIGHT),
    Species.MOUSE: figure(Accessory.BEAR_EARS, place=Place.HAIR, expression=BRIGHT),
    Species.LION: figure(Accessory.BEAR_EARS, Accessory.CAT_TAIL, place=Place.HAIR, hair_colour=("#dfa65a", "#c98a45")),
    Species.RACCOON: figure(Accessory.BEAR_EARS, Accessory.FOX_TAIL, place=Place.HAIR),
    Species.COW: _AS_NOBODY,
    Species.SHEEP: _AS_NOBODY,
    Species.MONKEY: _AS_NOBODY,
    Species.OWL: _AS_NOBODY,
    Species.HORSE: figure(Accessory.DOG_EARS, place=Place.HAIR, expression=BRIGHT),
    Species.UNICORN: _AS_NOBODY,
    Species.AXOLOTL: _AS_NOBODY,
    Species.CAPYBARA: figure(Accessory.BEAR_EARS, place=Place.HAIR, expression=(RestingFace.FLAT,)),
    Species.DINOSAUR: figure(Accessory.DINO_HOOD, Accessory.DRAGON_TAIL, place=Place.HAIR, expression=BRIGHT),
    Species.SHARK: _AS_NOBODY,
    Species.ELEPHANT: _AS_NOBODY,
    Species.OTTER: figure(Accessory.BEAR_EARS, place=Place.HAIR, expression=BRIGHT),
    Species.SEAL: _AS_NOBODY,
}
"""Who is meant where a person is."""


def _animal(species: Species, as_person: Thing | None = None, **hints: Options) -> Thing:
    """An animal of a breed, with what goes without saying for it; ``as_person`` is who is meant where a person is."""
    said: dict[str, Options] = {"species": (species,)}
    return Thing(Topic.CHARACTER, Place.HAIR, said, hints, as_person=as_person or _PEOPLE.get(species))


def _meaning(species: Species) -> Meaning:
    if species is Species.HUMAN:
        # "Not human" leaves open what else.
        return Thing(Topic.CHARACTER, Place.HAIR, {"species": (species,)}, denied={})
    return Modifier(CAT_PLACES, alone=_animal(species)) if species is Species.CAT else _animal(species)


SPECIES: Final[Table] = {phrases: _meaning(species) for species, phrases in named(parts.SPECIES).items()}

BREEDS: Final[Table] = {
    "fennec, fennec fox": _animal(Species.FOX, hair_colour=("#ecd2a4",)),
    "bat eared fox": _animal(Species.FOX, hair_colour=("#4a4650",)),
    "persian cat, ragdoll cat, ragdoll, turkish angora, angora cat": _animal(
        Species.CAT, coat=(Coat.PLAIN,), hair_colour=("#f5f1ec",)
    ),
    "maine coon, maine coon cat, norwegian forest cat, siberian cat, munchkin cat, scottish fold, bengal cat, "
    "stray cat, alley cat, house cat, tomcat, tabby tomcat": _animal(
        Species.CAT, coat=(Coat.TABBY,), hair_colour=("#a5835f", "#9a948e")
    ),
    "british shorthair, russian blue, russian blue cat, grey cat breed, chartreux": _animal(
        Species.CAT, coat=(Coat.PLAIN,), hair_colour=("#8b93a3",)
    ),
    "sphynx cat, sphynx, hairless cat": _animal(Species.CAT, coat=(Coat.PLAIN,), hair_colour=("#e6c0a8",)),
    "birman, himalayan cat": _animal(Species.CAT, coat=(Coat.POINTS,), eye_colour=("#5fa0d8",)),
    "ginger tom, ginger tomcat, marmalade cat": _animal(Species.CAT, coat=(Coat.TABBY,), hair_colour=("#e8a55c",)),
    "angora rabbit, lop bunny, lop eared rabbit, dutch rabbit, bunny rabbit, house rabbit": _animal(Species.RABBIT),
    "yellow lab, golden lab, golden labrador, yellow labrador, goldendoodle, labradoodle, cockapoo, street dog, "
    "stray dog, wiener dog, sausage dog, weiner dog, basset hound, bloodhound, foxhound, irish setter, setter, "
    "whippet, vizsla, chow chow": _animal(Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#deb072", "#b98555")),
    "chocolate lab, chocolate labrador": _animal(Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#6e4a36",)),
    "lab, lab puppy, pupper, pup, good boy dog": _animal(Species.DOG, coat=(Coat.PLAIN,)),
    "great dane, schnauzer, weimaraner, mastiff, afghan hound, newfoundland dog, irish wolfhound, scottie dog, "
    "scottish terrier": _animal(Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#6e6a72", "#55505a")),
    "border collie, boston terrier, papillon, st bernard, saint bernard, jack russell, jack russell terrier, "
    "cavalier king charles spaniel, king charles spaniel, springer spaniel, australian shepherd, sheepdog, "
    "old english sheepdog": _animal(Species.DOG, coat=(Coat.BLAZE,), hair_colour=("#4a4048", "#8a5f40")),
    "westie, west highland terrier, bichon frise, bichon, pekingese, american eskimo": _animal(
        Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#f6f2ee",)
    ),
    "bear cub, baby bear, cub, teddy bear mascot": _animal(Species.BEAR),
    "panda cub, baby panda": _animal(Species.BEAR, coat=(Coat.PANDA,)),
    "polar bear cub": _animal(Species.BEAR, coat=(Coat.PLAIN,), hair_colour=("#f6f2ee",)),
    "corgi, welsh corgi, コーギー": _animal(Species.DOG, coat=(Coat.BLAZE,), hair_colour=("#e0a35c",)),
    "shiba, shiba inu, shibe, doge, akita, akita inu, chihuahua, pomeranian, 柴犬, しばいぬ, 柴, 秋田犬, チワワ, "
    "ポメラニアン": _animal(Species.DOG, coat=(Coat.MASK,), hair_colour=("#dd9f57",)),
    "husky, siberian husky, malamute, ハスキー": _animal(
        Species.DOG, coat=(Coat.MASK,), hair_colour=("#858da0",), eye_colour=("#6fa8d6",)
    ),
    "samoyed, サモエド": _animal(Species.DOG, coat=(Coat.MASK,), hair_colour=("#f7f3ee",)),
    "golden retriever, retriever, labrador, beagle, pug, poodle, dachshund, spaniel, ゴールデンレトリバー, "
    "ラブラドール, ビーグル, プードル, ダックスフント": _animal(
        Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#deb072", "#b98555")
    ),
    "bulldog, french bulldog, pitbull, pit bull, mutt, maltese, shih tzu, yorkie, yorkshire terrier, terrier, "
    "greyhound, "
    "boxer dog, cocker spaniel, collie, ブルドッグ, フレンチブルドッグ": _animal(
        Species.DOG, coat=(Coat.BLAZE, Coat.PLAIN), hair_colour=("#c8a078", "#d9c8b0", "#a98a6a")
    ),
    "german shepherd, doberman, rottweiler, bernese, bernese mountain dog, ドーベルマン": _animal(
        Species.DOG, coat=(Coat.MASK, Coat.BLAZE), hair_colour=("#4a4048", "#5a4a40")
    ),
    "black lab, black labrador, 黒ラブ": _animal(Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#3a3538",)),
    "wolf, gray wolf, timber wolf, wolf cub, wolf pup, coyote, 狼, オオカミ, おおかみ, 🐺": _animal(
        Species.DOG, WOLF, coat=(Coat.MASK,), hair_colour=("#8b8d99", "#74757f"), eye_colour=("#e0a53a", "#d9c04a")
    ),
    "dalmatian, ダルメシアン": _animal(Species.DOG, coat=(Coat.PLAIN,), hair_colour=("#f7f3ee",)),
    "tuxedo cat, bicolor cat, ハチワレ猫": _animal(Species.CAT, coat=(Coat.BLAZE,), hair_colour=("#47434d",)),
    "ginger cat, 茶トラ猫": _animal(Species.CAT, coat=(Coat.TABBY,), hair_colour=("#e8a55c",)),
    "siamese cat": _animal(Species.CAT, coat=(Coat.POINTS,), eye_colour=("#5fa0d8",)),
    "panda, panda bear, giant panda, パンダ, 熊猫, 🐼": _animal(Species.BEAR, coat=(Coat.PANDA,)),
    "brown bear, grizzly, grizzly bear, ヒグマ, 熊さん": _animal(
        Species.BEAR, coat=(Coat.PLAIN,), hair_colour=("#8a5f40", "#a9764c")
    ),
    "black bear, asian black bear, ツキノワグマ": _animal(Species.BEAR, coat=(Coat.PLAIN,), hair_colour=("#3d383c",)),
    "red panda, lesser panda, レッサーパンダ": _animal(
        Species.BEAR, coat=(Coat.MASK,), hair_colour=("#b8603a",)
    ),
    "polar bear, シロクマ, "
    "しろくま, 白くま, 白クマ, "
    "白熊, 北極熊": _animal(Species.BEAR, coat=(Coat.PLAIN,), hair_colour=("#f6f2ee",)),
    "koala, コアラ, 🐨": _animal(Species.BEAR, coat=(Coat.PLAIN,), hair_colour=("#a3a7b0",)),
    "tiger, tiger cub, 虎, トラ, 🐯": _animal(Species.CAT, coat=(Coat.TABBY,), hair_colour=("#e8953c",)),
    "goose, gosling, swan, ガチョウ, 白鳥": _animal(Species.DUCK, hair_colour=("#f6f4f0",)),
    "baby dragon, dragon cub, dragonling, dragon hatchling, little dragon, ベビードラゴン, 赤ちゃんドラゴン, "
    "ちびドラゴン": _animal(Species.DINOSAUR, DRAGON),
    "zebra, zebra foal, baby zebra, シマウマ, しまうま, 🦓": _animal(Species.HORSE, coat=(Coat.STRIPES,)),
    "arctic fox, 白狐, ホッキョクギツネ": _animal(Species.FOX, hair_colour=("#f4f0ec",)),
}  # fmt: skip
_OF_CATS: Final = {"species": (Species.CAT,)}
_USUAL: Final = {
    Coat.TABBY: _OF_CATS,
    Coat.CALICO: _OF_CATS,
    Coat.POINTS: _OF_CATS,
    Coat.PANDA: {"species": (Species.BEAR,)},
    Coat.STRIPES: {"species": (Species.HORSE,)},
}
COATS: Final[Table] = {
    phrases: Thing(Topic.CHARACTER, Place.HAIR, said={"coat": (coat,)}, hinted=_USUAL.get(coat, {}))
    for coat, phrases in named(parts.COATS).items()
}
ANTHRO: Final = Thing(Topic.CHARACTER, Place.HAIR, hinted={"species": MASCOTS})
"""Who is called so is an animal, whatever else tells of a person."""
NOUNS: Final[Table] = {
    "fur, fur color, furred, coat of fur, 毛並み, 毛色, 毛の色, 毛皮": Thing(Topic.CHARACTER, Place.HAIR, bare=True),
    "marking, fur marking, patch of fur, mane, 毛の模様, たてがみ": Thing(Topic.CHARACTER, Place.STREAKS, bare=True),
    "anthro, furry, fursona, anthropomorphic, furry male, furry female, furry oc, anthro oc": ANTHRO,
    "mascot, mascot character, animal mascot, animal character, マスコット, 動物キャラ, 動物": Thing(
        Topic.CHARACTER, Place.HAIR, hinted={"species": MASCOTS}
    ),
}  # fmt: skip

TABLES: Final[tuple[Table, ...]] = (SPECIES, BREEDS, COATS, NOUNS)
