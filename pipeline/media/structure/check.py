"""Which walk looks at which kind of file."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Final

from pipeline.media.sniff import FileKind
from pipeline.media.structure.asf import walk_asf
from pipeline.media.structure.count import Count
from pipeline.media.structure.flash import walk_flash
from pipeline.media.structure.id3 import walk_id3
from pipeline.media.structure.matroska import walk_matroska
from pipeline.media.structure.mov import walk_mov
from pipeline.media.structure.ogg import walk_ogg
from pipeline.media.structure.png import walk_png
from pipeline.media.structure.riff import walk_riff
from pipeline.media.structure.sound import walk_aiff, walk_caf, walk_flac


def check_structure(path: Path, kind: FileKind) -> None:
    """Looks at all that a demuxer of this kind would read before the first frame.

    Raises:
        OverloadedFileError: there is far more of it than any recording needs.
        IncompleteFileError: the index that comes last is not there.
    """
    if path.stat().st_size == 0:
        return
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        walk = _WALKS.get(kind)
        if data[:3] == b"ID3":
            walk_id3(data, 0, Count())
        if walk is not None:
            walk(data, Count())


_WALKS: Final = {
    FileKind.MOV: walk_mov,
    FileKind.MATROSKA: walk_matroska,
    FileKind.OGG_VIDEO: walk_ogg,
    FileKind.OGG_SOUND: walk_ogg,
    FileKind.FLAC: walk_flac,
    FileKind.WAV: walk_riff,
    FileKind.AVI: walk_riff,
    FileKind.AIFF: walk_aiff,
    FileKind.CAF: walk_caf,
    FileKind.ASF: walk_asf,
    FileKind.FLV: walk_flash,
    FileKind.APNG: walk_png,
}
