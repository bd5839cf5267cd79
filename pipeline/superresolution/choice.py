"""Which network is here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from pipeline.superresolution.enlarger import Enlarger
from pipeline.superresolution.onnx_network import OnnxNetwork
from pipeline.superresolution.video_network import VideoNetwork

MODEL: Final = "realesrgan-anime"
ONNX_FILE: Final = "realesrgan-anime.onnx"
"""A network of a person's own in the models folder; it goes before the one that can be fetched."""


def open_enlarger(models: Path) -> Enlarger | None:
    """The network, if its file lies in the folder of models and what runs it is installed.

    Raises:
        SuperResolutionFileError: the file is no such network.
    """
    from pipeline.models import find_model

    own = models / ONNX_FILE
    path = own if own.is_file() else find_model(MODEL, models)
    return None if path is None else _open(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=1)
def _open(path: Path, _changed: int) -> Enlarger | None:
    try:
        return Enlarger(OnnxNetwork(path) if path.name == ONNX_FILE else VideoNetwork(path))
    except ImportError:
        return None
