"""What a browser follows faces with, where it was fetched: ``animemoji models fetch studio face_landmarker``."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pipeline import find_model

TYPES: Final = {".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm", ".task": ""}
"""By the ending of a file's name; what has none is plain bytes."""


def vision_files(models: Path) -> dict[str, Path]:
    """The files by their path below ``/vision/``; none where not all of them are in the folder ``models``."""
    program, landmarker = find_model("studio", models), find_model("face_landmarker", models)
    if program is None or landmarker is None:
        return {}
    files = (path for path in program.rglob("*") if path.suffix in TYPES)
    return {path.relative_to(program).as_posix(): path for path in files} | {landmarker.name: landmarker}
