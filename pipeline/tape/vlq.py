"""Whole numbers as text: base 64 VLQ, as source maps for JavaScript have them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_FIVE_BITS: Final = 31
_MORE: Final = 32
"""In every digit of a number but its last one."""


def vlq(numbers: Iterable[int]) -> str:
    """Numbers one after the other, each in digits of five bits, the lowest first; its lowest bit of all says whether it
    is negative (https://tc39.es/ecma426/#sec-base64-vlq).
    """
    digits: list[str] = []
    for number in numbers:
        left = abs(number) << 1 | (number < 0)
        while left > _FIVE_BITS:
            digits.append(_DIGITS[left & _FIVE_BITS | _MORE])
            left >>= 5
        digits.append(_DIGITS[left])
    return "".join(digits)
