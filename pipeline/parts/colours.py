"""Colours of clothes that look good together."""

from __future__ import annotations

from typing import Final

Schemes = tuple[tuple[str, str], ...]
"""(cloth, accent), "#rrggbb" each."""


def _schemes(text: str) -> Schemes:
    """ "cloth/accent cloth/accent …" as pairs."""
    return tuple((pair[:7], pair[8:]) for pair in text.split())


SCHOOL: Final = _schemes(
    "#3a4a78/#d2384a #2f3a46/#c0455a #33323c/#e8a33d #5a6ea8/#f0e6d2 #6b3145/#e8c98a #2f5d57/#e6c05c "
    "#4a4458/#b9a1e2 #8a97b4/#3c58a8 #7d4a5a/#f0e0c8"
)
CASUAL: Final = _schemes(
    "#edeaf2/#3c78c8 #e9c46a/#b5524a #7a8b5a/#e8d3a3 #4b8c9e/#f2c14e #33323c/#e8a33d #f0b8c4/#b8506e "
    "#c9d7e8/#5a6ea8 #b5524a/#f0e2cc #6a4c7d/#e0b0d0 #3a4a78/#e06a5a #a8c8b0/#4a7a68 #d9c7b0/#8a5a44 "
    "#55585f/#7fd0c8 #d8cdea/#7a5fc0"
)
CUTE: Final = _schemes(
    "#f4d9e4/#e06a9a #d9e6f6/#5a8fd0 #fbeecb/#e89a5a #e4dbf4/#8b6cc8 #d8efe4/#4aa88a #f3f0f5/#d2384a "
    "#33323c/#e06a9a #f7d3c8/#c8605a"
)
DARK: Final = _schemes(
    "#33323c/#c23b4e #2f3347/#5a8fd0 #3d2f4a/#b98ae0 #40302f/#d9a441 #2f3d3a/#6fc3a0 #4a4452/#e6e0ee"
)
NOBLE: Final = _schemes(
    "#3a4a8a/#e0b53a #8a2f45/#e8c878 #2f5d4f/#e6c05c #ece6f2/#c9a24a #4a3a6a/#d8b8f0 #26334a/#c8d4e8 #6a3030/#e8d8b0"
)
KIMONO: Final = _schemes(
    "#b8435a/#f0d9a0 #3a4a78/#e8b0bc #6a4c7d/#f0c86a #f3dfe4/#b0486f #2f5d57/#e8c98a #33323c/#c23b4e "
    "#d8e4ef/#3f5792 #e9a66a/#7a3a4a #f2ead8/#5a7a5a"
)
STEEL: Final = _schemes(
    "#b8c0d0/#3c58a8 #9aa3b5/#b8435a #d8d3c8/#c9a24a #5a6478/#c23b4e #4a4656/#d9a441 #c5cbd8/#4a8a7a"
)
WHITE: Final = _schemes("#f4f4f8/#3c78c8 #f2f0ea/#4a8a7a #f4f4f8/#b8435a #eef1f6/#6a53b0 #f3efe8/#8a5a44")
APRON: Final = _schemes(
    "#33323c/#b8435a #3a4a78/#e8e4f0 #5b3145/#e8b0bc #3d4f4a/#e6c05c #e89ab4/#b8506e #7a9cd0/#3c58a8 "
    "#4a3a5a/#b98ae0 #6a4a3c/#e8c98a"
)
