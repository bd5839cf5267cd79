"""ASF: WMV and WMA."""

from __future__ import annotations

import mmap
from typing import Final

from pipeline.media.structure.count import MOST_TRACKS, Count, little

_ASF_NESTED: Final = {
    bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c"): 30,
    bytes.fromhex("b503bf5f2ea9cf118ee300c00c205365"): 46,
}
"""Header and header extension: the bytes before their first child."""
_ASF_TAGS: Final = {
    bytes.fromhex("40a4d0d207e3d21197f000a0c95ea850"): 24,
    bytes.fromhex("eacbf8c5af5b77488467aa8c44fa4cca"): 24,
    bytes.fromhex("941c23449894d149a1411d134e457054"): 24,
    bytes.fromhex("01cd87f451a9cf118ee600c00c205365"): 40,
}
"""Extended content, metadata, metadata library, markers: where the number of tags stands."""
_ASF_STREAM: Final = bytes.fromhex("9107dcb7b7a9cf118ee600c00c205365")


def walk_asf(data: mmap.mmap, count: Count) -> None:
    """Counts objects, tags and streams."""
    levels = [(0, len(data))]
    while levels:
        at, end = levels.pop()
        if at + 24 > end:
            continue
        count.box()
        name, size = data[at : at + 16], little(data, at + 16, 8)
        if size < 24:
            continue
        stop = min(end, at + size)
        levels.append((stop, end))
        if name in _ASF_TAGS:
            count.tags(little(data, at + _ASF_TAGS[name], 2))
        elif name == _ASF_STREAM:
            count("tracks", MOST_TRACKS)
        elif name in _ASF_NESTED:
            levels.append((at + _ASF_NESTED[name], stop))
