"""Writes docs/prompts.md from the vocabulary. Run ``python -m docs.make_prompts_page`` after a change of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pipeline.characters.drawn.words import animals, archetypes, clothes, colours, face, hair, people
from pipeline.characters.drawn.words.model import Table

PAGE: Final = Path(__file__).parent / "prompts.md"
_WORDS: Final = 7
"""Most English and most Japanese words that a line shows."""

_INTRO: Final = """# Prompts

A drawn character is read from a prompt of up to 500 characters, in English, Japanese, Spanish, Portuguese, French,
German, Korean, Chinese, Indonesian or Russian, in two of them mixed, or as the tags of image generators. What the
prompt leaves open is chosen by the seed: the same prompt and seed always give the same character, and at one seed
another word changes what it is about and leaves the rest alone. Without `--seed` the prompt brings its own: other
words, another person; the same words, also in another language, the same one.

    animemoji character --prompt "silver twin-tails, violet eyes, cat ears" --seed 7 --out cat.png
    animemoji character --prompt "銀髪ツインテール、紫の目、猫耳" --seed 7 --out cat.png
    animemoji character --prompt "chica de pelo azul largo, orejas de gato" --seed 7 --out cat.png

The answer tells how the prompt was understood, and which words were left out: those that mean nothing here, and those
for what is not drawn or lies outside the picture (shoes).

- **Colours** belong to the noun that follows, or to the one before: `red dress`, `eyes blue`, `hair: pink`, `髪は銀色`.
  Every colour has shades (`pale blue`, `dark green`, `pastel pink`), and `#rrggbb` names any other.
- **Colours by what looks like them**: `hair like moonlight`, `eyes the colour of the forest`, `as red as blood`,
  `как снег`; `greenish` is green.
- **Two colours**: `silver and pink hair`, `black hair with red streaks`, `blue and green eyes`, `red and white dress`;
  `left eye gold, right eye blue`.
- **No**: `no glasses`, `hatless`, `not smiling`, `without accessories`, `メガネなし`, `gafas no`,
  `brillenlos`, `очков нет`.
- **Where it is worn** tells what it is: a `scarf on her head` is a bandana, a `bandana around his neck` a scarf.
- **Figures** (`witch`, `villain`, `idol`, `騎士`) decide several things, and give way to what else is said: a
  `smiling villain in a white dress` is one.
- **Mascots**: `corgi`, `orange tabby cat`, `fox in a kimono`, `黒猫` are animals from head to foot. Beside a word for a
  person, for hair or for skin they mean a person with such ears (`fox girl`, `cat, silver hair`). A `wizard cat` and
  a `cat wizard` are cats, a `cat maid` is a girl; what is `dressed as a bunny` is no bunny. Animals that are not
  drawn are told to be left out and are the nearest ones.
- **Numbers**: `hair length 0.7`, `hair volume`, `hair mess`, `hair wave`, `blush` (0 to 1), `eye size` (0.8 to 1.2),
  `eye spacing` (-1 to 1); `17 years old`.
- **Sheets** of characters: `Name: Rose` is a name, `Likes: cats` is not seen, `Hair - pink`, `Glasses: none`,
  `Gender: f` are understood; first names tell girls from boys (`an OC called Diego`).
- **Layers**: `denim jacket over a grey hoodie` is a jacket; `black hair, purple underneath`; a `matching hat` has the
  last colour named; `emerald green`, `ash brown` and `blue-grey` are one colour each.
- **Years** are seen in face and body: `16 year old boy`, `27f`, `Age: 40`, `mid-thirties`, `woman, 35`,
  `man in his fifties`, `toddler`, `45歳の男性`.
  Whoever is middle-aged has hair of this world or grey, and men of those years often stubble, unless the prompt says
  otherwise.
- **Patterns of cloth**: `striped dress`, `polka dot skirt`, `plaid trousers`, `floral shirt`, `pinstripe suit`,
  `pink camo hoodie`.
- A later word goes before an earlier one, so adding words to a prompt remixes the character.
- Praise and weights (`masterpiece`, `(smile:1.2)`) are read past.
- **People**: right before a noun for a person, `black`, `white` and `brown` are the skin's (`black woman`, `white
  man`); `asian`, `latina`, `indian`, `african` and others choose skin, hair and eyes that go together.
- **Who is named stays who they are**: beside a person or a role, chance adds no animal ears, horns, glasses,
  eyepatch or second hair colour, and makes nobody a child or an elder. Names that mean nothing here (`Goku`) are a
  part of the seed.
- **Each thing has its own colour**: `red horns, white wings and a black choker`; a beard's is the hair's unless one is
  named (`black hair, white beard`). A grown man or a beard without a colour has hair of this world, and who is old is
  grey, unless the prompt says otherwise.
- **Arms**: `crossed arms`, `hands on hips`, `one hand on hip`, `hand on chest`, `hands clasped`, `waving`, `arms down`.
- **Below the waist**: `jeans`, `black trousers`, `denim shorts`, `plaid skirt`, `long skirt` are worn below what leaves
  that open; a dress or a uniform keeps what belongs to it. `jersey number 23` is printed.
- **Costumes**: `dinosaur onesie`, `bear costume`, `恐竜の着ぐるみ` are soft suits with a hood and its ears.
- **Company** is told and not drawn: `with a cat on her shoulder`, `and his dog`, `the other is blonde`.
- **What somebody does to others** is not who they are: a `librarian who fights demons`, a `demon slayer` and a
  `cat lady` are people; `a hijabi in a pink scarf` wears a pink hijab.
- **Bodies** are `slim`, `muscular` or `chubby`; a cape is worn over what else is said (`silver armor, blue cape`).
- **What cannot be drawn** (wheelchairs, some things held) is told among the words left out; it still
  says who somebody is (`ballerina`) and what the nearest things are (`red gym uniform`, `flat cap`).
- **A dozen things** are worn, grown and held at once; more are told among the words left out.
- **What somebody holds** is drawn where it can be (a sword, an axe, a spear, a scythe, a bow, a staff, a cane, a
  broom, an umbrella, a fan, a basket, a balloon, a microphone, a cup, sweets, a bouquet, a book, a clipboard, a phone,
  a controller, a guitar); all else is not the character: `girl holding a black cat with green eyes`.
- **Pasted blocks** of image generators are read as they are meant: `Negative prompt: glasses, hat`, `### glasses`,
  `--no glasses`, `-glasses` and `(glasses:-1)` refuse what they name; `Steps: 20, …`, LoRA marks and switches are
  read past.

Singular or plural, capitals, hyphens and underscores make no difference, and slips of the finger are read as what was
meant (`purpel`, `headfones`) where that is beyond doubt. The words below are the most usual ones;
`pipeline/parts/` has those of each part, `pipeline/characters/drawn/words/` all others, and its folder `languages/`
those of the other languages, one file each.
"""

_CHAPTERS: Final[tuple[tuple[str, tuple[Table, ...]], ...]] = (
    ("Who", (people.BUILDS, people.AGES, people.DECADES, people.PERSONS)),
    ("Figures and tempers", archetypes.TABLES),
    ("Mascots", (animals.NAMES, animals.BREEDS)),
    ("Fur", (animals.COATS,)),
    ("Expression", (face.EXPRESSIONS,)),
    ("Hair: back", (hair.BACKS,)),
    ("Hair: front and sides", (hair.FRONTS, hair.SIDES)),
    ("Hair: manner and second colour", (hair.MODIFIERS, hair.COLOURINGS, hair.SECOND_COLOURS)),
    ("Eyes", (face.EYE_SHAPES, face.IRISES, face.LASHES)),
    ("Face", (face.BROWS, face.FACES, face.NOSES, face.EARS, face.FACIAL_HAIR, face.DETAILS)),
    ("Skin", (face.SKINS,)),
    ("Outfit", (clothes.OUTFITS,)),
    ("Accessories", (clothes.ACCESSORIES,)),
    ("Prints", (face.MOTIFS,)),
    ("Patterns of cloth", (clothes.PATTERNS,)),
    ("What depends on its noun", (face.SHARED_MODIFIERS,)),
    ("Manner of drawing", (people.STYLES, people.FINISHES)),
    ("Colours", (colours.TINTS,)),
)


def main() -> None:
    """Writes the page."""
    PAGE.write_text(make_page(), encoding="utf-8")


def make_page() -> str:
    """The whole page as Markdown."""
    return _INTRO + "".join(_chapter(heading, tables) for heading, tables in _CHAPTERS)


def _chapter(heading: str, tables: Iterable[Table]) -> str:
    rows = "".join(f"| {english} | {japanese} |\n" for table in tables for english, japanese in _rows(table))
    return f"\n## {heading}\n\n| English | Japanese |\n|---|---|\n{rows}"


def _rows(table: Table) -> Iterator[tuple[str, str]]:
    for phrases in table:
        words = phrases.replace("|", "\\|").split(", ")
        english = [word for word in words if word.isascii() and any(letter.isalpha() for letter in word)]
        japanese = [word for word in words if any("\u3040" <= letter <= "\u9fff" for letter in word)]
        yield ", ".join(english[:_WORDS]), ", ".join(japanese[:_WORDS])


if __name__ == "__main__":
    main()
