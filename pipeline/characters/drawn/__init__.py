"""From words to a drawn character: the prompt is read, and the seed chooses what it leaves open."""

from __future__ import annotations

from pipeline.interfaces import MadeCharacter
from pipeline.types import Character, CharacterKind, Notice


def draw_character(prompt: str, seed: int, notices: tuple[Notice, ...] = ()) -> MadeCharacter:
    """The drawn character of a prompt; an empty prompt leaves everything to the seed."""
    # They load the vocabulary and every part, which no help page needs.
    from pipeline.characters.drawn.choose import choose_spec
    from pipeline.characters.drawn.interpret import read_prompt

    reading = read_prompt(prompt)
    character = Character(CharacterKind.DRAWN, prompt, seed, choose_spec(reading, seed))
    return MadeCharacter(character, reading.understood, reading.ignored, notices)


def own_seed(prompt: str) -> int:
    """The seed that a prompt brings along, 0 to 2³¹-1: prompts that mean the same bring the same, others another."""
    from pipeline.characters.drawn.interpret import read_prompt

    return read_prompt(prompt).seed
