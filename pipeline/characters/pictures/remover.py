"""Networks that tell figures from backgrounds, run by rembg: the one that is named, else isnet-anime if it is here."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from pipeline.types import Float32Array, PipelineSettings, Pixels, SetupError, reason_of

MODEL: Final = "isnet-anime"
_SESSIONS: Final = {1024: "dis_custom", 320: "u2net_custom"}
"""rembg's names for networks of ISNet's and U2-Net's kind, by the side of the pictures that they see."""

Remover = Callable[[Pixels], Float32Array]
"""A picture [H, W, 3] -> how much each pixel is the figure's, [H, W] in 0..1."""


class RemoverError(SetupError):
    """The matting model that was set up cannot be used."""

    key = "error.matting_model"
    template = (
        "ANIMEMOJI_MATTING names {name}, which cannot remove backgrounds here ({reason}): use a model of rembg, an "
        "ONNX file of ISNet or U2-Net, or leave it empty."
    )


def find_remover(settings: PipelineSettings) -> Remover | None:
    """The network that ``settings.matting`` names; where it is empty, isnet-anime if it is among the models, else none.

    Raises:
        RemoverError: what is named is not there, or no such network.
    """
    from pipeline.models import find_model

    if named := settings.matting:
        try:
            return _open(named)
        except Exception as error:  # whatever rembg, onnxruntime and the connection come up with
            raise RemoverError(name=named, reason=reason_of(error)) from error
    path = find_model(MODEL, settings.models)
    try:
        return None if path is None else _open(str(path))
    except ImportError:
        return None


@lru_cache(maxsize=1)
def _open(named: str) -> Remover:
    import onnxruntime
    from PIL import Image
    from rembg.sessions import sessions

    path = Path(named).expanduser()
    options = onnxruntime.SessionOptions()
    if path.suffix == ".onnx":
        if not path.is_file():
            raise FileNotFoundError("there is no such file")
        session: Any = sessions["dis_custom"]("", options, model_path=str(path))
        if (kind := _SESSIONS[_side(session.inner_session)]) != "dis_custom":
            session = sessions[kind]("", options, model_path=str(path))
    elif named in sessions and not named.endswith("_custom"):
        session = sessions[named](named, options)
    else:
        raise ValueError("rembg has no such model")

    def remove(picture: Pixels) -> Float32Array:
        mask = session.predict(Image.fromarray(picture))[0]
        return np.asarray(mask.convert("L"), np.float32) / 255

    return remove


def _side(network: Any) -> int:
    """Of the pictures that an onnxruntime session sees, in pixels; raises ValueError where rembg knows no such kind."""
    (wanted, *_) = network.get_inputs()
    side = wanted.shape[-1] if isinstance(wanted.shape[-1], int) else max(_SESSIONS)
    if side not in _SESSIONS:
        raise ValueError(f"it sees pictures of {side} pixels, not {' or '.join(map(str, _SESSIONS))}")
    return side
