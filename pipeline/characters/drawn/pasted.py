"""What is pasted from image generators: what is wanted of it, and what is not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple


class Pasted(NamedTuple):
    """The two halves of a prompt: what is wanted, and what is not ("" for nothing)."""

    wanted: str
    unwanted: str


_SETTINGS: Final = re.compile(
    r"""(?:^|[\n,.;]|(?<=\s))\s*
    (?:steps|sampler|cfg(?:\ scale)?|clip\ skip|denoising\ strength|model\ hash)\s*[:=]\s*\S.*""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""From "Steps: 20, Sampler: …" to the end: what the generator was set to."""
_HEADING: Final = re.compile(r"^\s*(?:#+\s*)?(?:positive\s+prompt|prompt|プロンプト)\s*:", re.IGNORECASE)
_UNWANTED: Final = re.compile(
    r"(?:\b(?:negative(?:\s+prompt)?|neg(?:\s+prompt)?|undesired(?:\s+content)?|uc)\s*:|ネガティブ(?:プロンプト)?\s*[:は]"
    r"|(?<=\S)\s*\#\#\#+)\s*(?:no\b)?",
    re.IGNORECASE,
)
"""What everything behind it is not wanted after."""
_OPTION: Final = re.compile(r"(?<!\S)--(?P<name>[a-z]+)\b(?P<value>(?:(?!\s--[a-z]).)*)", re.IGNORECASE | re.DOTALL)
"""A switch of a command: "--no hat", "--ar 3:4"."""
_JOINT: Final = re.compile(r"(?<=\s)(?:BREAK|AND)(?=\s)")
"""What some generators part a prompt with, always in capitals."""
_MINUS: Final = re.compile(r"(?<=[\s,(])-(?=[^\W\d_])")
_BULLET: Final = re.compile(r"^[ \t]*[-•*]\s*(?=\w)", re.MULTILINE)
_WEIGHED: Final = re.compile(r"\(([^()]*?):\s*([+-]?\d*\.?\d+)\s*\)|(?<![\w.])([+-]?\d*\.?\d+)::([^:]*)::")
"""(word:1.2), or 1.2::word::."""
_STRESSED: Final = re.compile(r"[{\[]+([^{}\[\](),|]+)[}\]]+(?=[ ]+\w)")
"""Words in brackets that go on behind them: "{green} eyes"."""
_DEPTH: Final = 4
"""How often brackets with a weight may stand in each other."""


def split_pasted(prompt: str) -> Pasted:
    """A prompt without settings, switches and weights, parted into what is wanted and what is not."""
    text = unicodedata.normalize("NFKC", prompt)
    text = _HEADING.sub("", _SETTINGS.sub("", text))
    refused: list[str] = []
    heading = _UNWANTED.search(text)
    if heading:
        refused.append(text[heading.end() :])
        text = text[: heading.start()]

    def option(match: re.Match[str]) -> str:
        if match["name"].lower() != "no":
            return " "
        if text[: match.start()].strip() or match.end() < len(text):
            refused.append(match["value"])
            return " "
        first, _, rest = match["value"].partition(",")  # "--no hat, wizard with a beard": who is all refused is nobody
        refused.append(first)
        return f" {rest}"

    def unweighed(match: re.Match[str]) -> str:
        words = match[1] if match[1] is not None else match[4]
        if float(match[2] or match[3]) > 0:
            return f" {words} "
        refused.append(words)
        return " , "

    text = _STRESSED.sub(r"\1", text)
    text = _JOINT.sub(" , ", _OPTION.sub(option, text))
    for _ in range(_DEPTH):
        text, count = _WEIGHED.subn(unweighed, text)
        if not count:
            break
    lines = _BULLET.sub("", text) if len(_BULLET.findall(text)) > 1 else text
    wanted = _MINUS.sub("no ", f" {lines}" if lines.startswith("-") else lines)
    return Pasted(wanted.strip(" "), ", ".join(refused))
