"""What is said, sound by sound: the one value between a synthesiser and the face that speaks."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.types import Float32Array


@dataclass(frozen=True)
class Phone:
    """One sound of speech.

    Attributes:
        ipa: its symbols in the International Phonetic Alphabet, without stress marks; "" for a pause.
        start, end: seconds.
        stressed: whether it is the vowel of a stressed syllable, or in Japanese the one behind which the pitch falls.
    """

    ipa: str
    start: float
    end: float
    stressed: bool = False


@dataclass(frozen=True)
class Spoken:
    """A text as it sounds.

    Attributes:
        samples: float32 [N], mono, -1..1.
        rate: samples per second.
        phones: its sounds in order, each beginning where the last one ends.
        questions: seconds at which the last sounds of questions end.
        is_cut: whether the end of the text is missing, because it takes too long.
    """

    samples: Float32Array
    rate: int
    phones: tuple[Phone, ...]
    questions: tuple[float, ...]
    is_cut: bool

    @property
    def seconds(self) -> float:
        """How long it takes."""
        return len(self.samples) / self.rate
